// What readers see who want more contrast, whose system gives the colours, and who read on paper.

import assert from "node:assert/strict";
import { compare, drawn, frames, set, silent, test } from "./support.mjs";

const OWN = "/gallery/datasets/countries-by-income/datapackage.json";
const CHOICES = [
  ...["tiers", "shares", "six-ones", "map", "clusters", "paths", "market", "timeline", "facts"].map((chart) => ({ chart })),
  ...["tiers", "shares", "map", "strip"].map((chart) => ({ chart, src: OWN })),
];

/** Draws a widget, and runs `look` on its root for every chart: one of ours with a filter, and some of other data. */
async function everywhere(t, media, look, ours = CHOICES) {
  const found = [];
  for (const src of [undefined, OWN]) {
    const tag = `<county-chains lang="en" loading="eager"${src ? ` src="${src}"` : ""}></county-chains>`;
    const { page, record } = await drawn(t, tag, { viewport: { width: 760, height: 1400 } });
    for (const { chart } of ours.filter((choice) => choice.src === src)) {
      await set(page, { chart });
      await page.emulateMedia(media);
      await frames(page);
      found.push(...(await page.evaluate(look)).map((line) => `${chart}${src ? " of other data" : ""}: ${line}`));
    }
    silent(record);
  }
  return found;
}

/** Words that are paler against their ground than 7:1, but for those on a fill of a tier and those with a colour of their own. */
function pale() {
  const luminance = (color) => {
    const parts = color.match(/[\d.]+/g).slice(0, 3).map((part) => part / 255);
    const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const { shadowRoot } = document.querySelector("county-chains");
  const root = shadowRoot.querySelector("[data-tiers]");
  const ground = luminance(getComputedStyle(root).backgroundColor);
  const found = new Set();
  const isGrey = (color) => {
    const [r, g, b] = color.match(/[\d.]+/g).map(Number);
    return Math.max(r, g, b) - Math.min(r, g, b) < 64;
  };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility({ checkVisibilityCSS: true }) || element.closest("button, select")) continue;
    const label = element.closest("text");
    const style = getComputedStyle(label ?? element);
    if (label && /f-on-tier|f-surface/.test(label.getAttribute("class"))) continue;
    const color = label ? style.fill : style.color;
    const [light, dark] = [luminance(color), ground].sort((a, b) => b - a);
    if (isGrey(color) && (light + 0.05) / (dark + 0.05) < 7) found.add(`“${node.data.trim().slice(0, 20)}” is ${color}`);
  }
  return [...found];
}

for (const colorScheme of ["light", "dark"]) {
  test(`for readers who want more contrast no words are grey, and lines are thicker (${colorScheme})`, async (t) => {
    const media = { contrast: "more", colorScheme };
    assert.deepEqual(await everywhere(t, media, pale), []);
    const thin = await everywhere(t, media, () => {
      const { shadowRoot } = document.querySelector("county-chains");
      const found = [];
      // Swatches have 1.5 px, which browsers round down where a pixel of CSS is one of the screen.
      for (const element of shadowRoot.querySelectorAll("[data-tiers] :not(.swatch)")) {
        const style = getComputedStyle(element);
        const sides = ["Top", "Right", "Bottom", "Left"].filter((side) => style[`border${side}Style`] !== "none" && !/, 0\)$/.test(style[`border${side}Color`]));
        for (const side of sides) if (parseFloat(style[`border${side}Width`]) === 1) found.push(`${element.className} has a border of 1 px`);
        if (/\bs-(line|axis)\b/.test(element.getAttribute("class")) && parseFloat(style.strokeWidth) < 1.5) found.push(`a line of ${style.strokeWidth}`);
      }
      return [...new Set(found)];
    });
    assert.deepEqual(thin, []);
  });
}

test("on paper words are black, also the names of tiers", async (t) => {
  const found = await everywhere(t, { media: "print" }, () => {
    const { shadowRoot } = document.querySelector("county-chains");
    const grey = new Set();
    for (const node of shadowRoot.querySelectorAll(".heading, .summary, .kicker *, .notes *, .source, .title *, .table td, .table th *, .chart text")) {
      const label = node.localName === "text";
      const name = node.getAttribute("class") ?? "";
      if (!node.checkVisibility() || (label && /f-on-tier|f-surface|f-accent/.test(name)) || node.matches("i, button")) continue;
      const { color, fill } = getComputedStyle(node);
      if ((label ? fill : color) !== "rgb(0, 0, 0)") grey.add(`“${node.textContent.slice(0, 20)}” (${name}) is ${label ? fill : color}`);
    }
    return [...grey];
  });
  assert.deepEqual(found, []);
});

test("the mark that has the focus has no frame on paper", async (t) => {
  const { page } = await drawn(t, '<county-chains chart="map" county="350582" lang="en" loading="eager"></county-chains>', { viewport: { width: 760, height: 1400 } });
  await page.locator('county-chains [data-key="county:350582"]').focus();
  await page.keyboard.press("ArrowRight");
  const isSeen = () => page.locator("county-chains .focus").evaluate((frame) => frame.checkVisibility() && frame.getClientRects().length > 0);
  assert.ok(await isSeen());
  await page.emulateMedia({ media: "print" });
  await frames(page);
  assert.ok(!(await isSeen()));
});

test("on paper the ground is white, also where a page has dark colours of its own", async (t) => {
  const roles = ["surface", "surface-2", "unknown", "found", "axis", "line", "accent", "accent-2"];
  const css = roles.map((role) => `--county-chains-${role}:#0e1a2b`).join(";");
  for (const [chart, rest] of [["tiers", ""], ["map", 'county="350582"'], ["clusters", ""], ["facts", ""]]) {
    const colours = [];
    for (const style of ["", css]) {
      const { page } = await drawn(t, `<county-chains chart="${chart}" ${rest} style="${style}" lang="en" loading="eager" theme="dark"></county-chains>`, { viewport: { width: 760, height: 1400 } });
      await page.emulateMedia({ media: "print" });
      await frames(page);
      colours.push(await page.evaluate(() => [...document.querySelector("county-chains").shadowRoot.querySelectorAll("[data-tiers], [data-tiers] *")].map((node) => {
        const { backgroundColor, borderBottomColor, color, fill, stroke } = getComputedStyle(node);
        return [node.localName, backgroundColor, borderBottomColor, color, fill, stroke].join(" ");
      })));
    }
    assert.match(colours[0][0], /rgb\(255, 255, 255\)/);
    assert.deepEqual(colours[1], colours[0], chart);
  }
});

test("on paper and with more contrast, marks that are pale have an edge", async (t) => {
  for (const media of [{ media: "print" }, { contrast: "more" }]) {
    const { page } = await drawn(t, '<county-chains chart="map" tiers="1" lang="en" loading="eager"></county-chains>', { viewport: { width: 760, height: 1400 } });
    await page.emulateMedia(media);
    await frames(page);
    const edges = await page.evaluate(() => [...document.querySelector("county-chains").shadowRoot.querySelectorAll(".mark .f-unknown")].map((node) => getComputedStyle(node).stroke));
    assert.ok(edges.length > 60);
    assert.ok(edges.every((edge) => edge !== "none"), edges.join());
  }
});

test("where the system gives the colours, what is chosen differs by more than weight, and the signs on new clusters are seen", async (t) => {
  const { page } = await drawn(t, '<county-chains chart="clusters" lang="en" loading="eager"></county-chains>', { viewport: { width: 760, height: 1400 } });
  await page.emulateMedia({ forcedColors: "active" });
  await frames(page);
  const looks = await page.evaluate(() => {
    const root = document.querySelector("county-chains").shadowRoot;
    const line = (node) => { const { borderBottomWidth, borderBottomStyle, borderBottomColor } = getComputedStyle(node); return [borderBottomWidth, borderBottomStyle, borderBottomColor].join(" "); };
    const [chosen, other] = [root.querySelector('.tabs [aria-selected="true"]'), root.querySelector('.tabs [aria-selected="false"]')];
    const sign = root.querySelector(".mark .f-surface");
    const square = sign.parentElement.querySelector("[class*=f-accent]");
    return { chosen: line(chosen), other: line(other), sign: { fill: getComputedStyle(sign).fill, stroke: getComputedStyle(sign).stroke }, square: getComputedStyle(square).fill };
  });
  assert.match(looks.chosen, /^3px solid/);
  assert.notEqual(looks.chosen, looks.other);
  assert.notEqual(looks.sign.fill, looks.square);
  assert.equal(looks.sign.stroke, "none", "an edge would cover the sign");
  for (const name of ["view:table", "panel:download"]) {
    const button = page.locator(`county-chains [data-action="${name}"]`);
    await button.click();
    await frames(page);
    const width = await button.evaluate((node) => getComputedStyle(node).borderBottomWidth);
    assert.equal(width, "3px", name);
  }
});

test("where the system gives the colours, the words of tabs end before the chevron", async (t) => {
  for (const colorScheme of ["light", "dark"]) {
    const { page } = await drawn(t, '<style>body{margin:0}</style><county-chains chart="tiers" lang="en" loading="eager"></county-chains>', { viewport: { width: 360, height: 640 }, colorScheme, forcedColors: "active" });
    const { x, y, width } = await page.locator("county-chains .picker").boundingBox();
    // The fade is whole for 22 pixels.
    const edge = () => page.screenshot({ clip: { x: x + width - 22, y, width: 22, height: 40 } });
    const before = await edge();
    await page.evaluate(() => document.querySelector("county-chains").shadowRoot.querySelectorAll(".tabs button").forEach((tab) => (tab.style.visibility = "hidden")));
    assert.equal((await compare(before, await edge(), 1)).changed, 0, colorScheme);
  }
});

for (const media of [{ media: "print" }, { contrast: "more", colorScheme: "light" }, { contrast: "more", colorScheme: "dark" }, { forcedColors: "active" }]) {
  test(`tiers are told apart by patterns, also in chips and tables, and words on them lie on plain ground (${JSON.stringify(media)})`, async (t) => {
    const choices = CHOICES.filter(({ chart, src }) => !src && ["tiers", "shares", "map"].includes(chart));
    const looks = () => {
      const root = document.querySelector("county-chains").shadowRoot;
      const found = [];
      for (const tier of [1, 2, 3, 4]) {
        const fill = `url("#p${tier}")`;
        const marks = [...root.querySelectorAll(`.mark .f-tier-${tier}:not([opacity])`)];
        if (marks.length === 0) found.push(`no marks of tier ${tier}`);
        if (marks.some((mark) => getComputedStyle(mark).fill.startsWith("url") !== tier > 1)) found.push(`tier ${tier} is ${getComputedStyle(marks[0]).fill}`);
        if (tier === 1) continue;
        if (!marks.every((mark) => getComputedStyle(mark).fill.startsWith(fill))) found.push(`tier ${tier} has another pattern`);
        const pattern = root.getElementById(`p${tier}`);
        const [ground, lines] = [getComputedStyle(pattern.querySelector("rect")).fill, getComputedStyle(pattern.querySelector("path")).stroke];
        if (ground === lines) found.push(`the pattern of tier ${tier} is ${ground} alone`);
        for (const word of root.querySelectorAll(`.words .f-on-tier-${tier}`)) {
          const { stroke, strokeWidth, paintOrder } = getComputedStyle(word);
          if (stroke !== ground || parseFloat(strokeWidth) < 4 || !paintOrder.startsWith("stroke")) found.push(`a word on tier ${tier} has ${paintOrder} ${strokeWidth} ${stroke} behind it`);
        }
      }
      if (new Set([2, 3, 4].map((tier) => root.getElementById(`p${tier}`).querySelector("path").getAttribute("d"))).size !== 3) found.push("two patterns are one");
      const images = (swatches) => new Set(swatches.map((swatch) => getComputedStyle(swatch).backgroundImage)).size;
      const chips = [...root.querySelectorAll(".chip .swatch")];
      if (images(chips) !== 4) found.push("chips look alike");
      const rows = [...root.querySelectorAll("th .swatch")];
      if (rows.length === 4 && images(rows) !== 4) found.push("rows look alike");
      return found;
    };
    assert.deepEqual(await everywhere(t, media, looks, choices), []);
  });
}

test("patterns are for those readers alone", async (t) => {
  const found = await everywhere(t, {}, () => {
    const root = document.querySelector("county-chains").shadowRoot;
    const marks = [...root.querySelectorAll("[class*=f-tier], .swatch")];
    return marks.filter((mark) => /url|gradient/.test(getComputedStyle(mark).fill + getComputedStyle(mark).backgroundImage)).map((mark) => mark.getAttribute("class"));
  });
  assert.deepEqual(found, []);
});
