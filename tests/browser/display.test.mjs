// The widget in pages whose styles are made for something else: it stands right, or is not there at all.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { assertSame, blank, compare, drawn, executable, FLAGS, frames, page, ready, silent, test } from "./support.mjs";

const SCRIPT = '<script type="module" src="/county-chains/county-chains.js"></script>';
const WIDE = { viewport: { width: 900, height: 900 } };

/** A page of the test's own, as it is written: with or without a document type, or as XML. */
export async function written(t, body, { name = "written.html", type = "text/html", ...options } = {}) {
  const before = (page) => page.route(`**/${name}`, (route) => route.fulfill({ contentType: `${type}; charset=utf-8`, body }));
  const opened = await page(t, `/${name}`, { before, ...options });
  await ready(opened.page);
  return opened;
}

/** What each box of a widget looks like and where it is, one a line. */
const boxes = (page) => page.evaluate(() => [...document.querySelectorAll("county-chains")].map((element) => {
  const origin = element.shadowRoot.querySelector("[data-tiers]").getBoundingClientRect();
  return [...element.shadowRoot.querySelectorAll("[data-tiers], [data-tiers] *")].map((node) => {
    // What is not displayed has no place.
    if (!node.getClientRects().length) return node.localName;
    const { x, y, width, height } = node.getBoundingClientRect();
    const { color, fontSize, fontWeight, fontVariantNumeric, whiteSpace, textAlign } = getComputedStyle(node);
    return [node.localName, ...[x - origin.x, y - origin.y, width, height].map(Math.round), color, fontSize, fontWeight, fontVariantNumeric, whiteSpace, textAlign].join(" ");
  });
}));

test("without a document type the widget looks as it does with one", async (t) => {
  const widgets = ['chart="map" view="table"', 'chart="tiers"', 'chart="facts"', 'chart="facts" view="table"', 'chart="map" county="350582"'];
  const html = widgets.map((words) => `<county-chains ${words} theme="light" lang="en" loading="eager"></county-chains>`).join("");
  const head = `<head><meta charset="utf-8"><style>body{background:#111;color:#fff;margin:8px;font-weight:700}</style>${SCRIPT}</head>`;
  const measured = async (start) => {
    const { page, record } = await written(t, `${start}<html lang="en">${head}<body>${html}</body></html>`);
    silent(record);
    return boxes(page);
  };
  const standard = await measured("<!DOCTYPE html>");
  for (const start of ["", '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">']) {
    const quirky = await measured(start);
    for (const [index, words] of widgets.entries()) assertSame(quirky[index], standard[index], `${start} ${words}`);
  }
});

/* Every kind of box */

const BLOCKS = [
  "block", "flow-root", "flex", "grid", "list-item", "inline", "contents", "-webkit-box", "inline-flow-root", "inline flow-root", "run-in",
  "inline-block", "inline-flex", "inline-grid", "-webkit-inline-box", "table", "inline-table", "table-row", "table-cell", "table-row-group",
  "table-header-group", "table-footer-group", "ruby", "math", "initial", "unset", "revert",
];

test("whatever display the page gives the element, the chart is as wide as there is room for it", async (t) => {
  const html = BLOCKS.map((display) => `<div style="width:700px"><county-chains style="display:${display}" chart="shares" loading="eager" lang="en"></county-chains></div>`);
  const { page, record } = await drawn(t, html.join("\n"), WIDE);
  const sizes = await page.evaluate(() => [...document.querySelectorAll("county-chains")].map(({ shadowRoot }) => {
    const { width, height } = shadowRoot.querySelector("[data-tiers]").getBoundingClientRect();
    return [Math.round(width), Math.round(height)];
  }));
  for (const [index, display] of BLOCKS.entries()) assert.deepEqual([display, ...sizes[index]], [display, ...sizes[0]]);
  assert.equal(sizes[0][0], 700);
  silent(record);
});

test("with no box of its own the element stands in rows, columns and grids of the page", async (t) => {
  const parents = ["display:flex", "display:flex;flex-direction:column;align-items:center", "display:grid", "display:inline-flex;width:700px", "display:table;width:100%"];
  const html = parents.flatMap((parent) => ["contents", "block", "flex"].map((display) =>
    `<div style="width:700px"><div style="${parent}"><county-chains style="display:${display}" lang="en"></county-chains></div></div>`));
  const { page, record } = await blank(t, html.join("\n"), WIDE);
  await page.evaluate(() => document.querySelectorAll("county-chains").forEach((element) => (element.loading = "eager")));
  await ready(page);
  const widths = await page.evaluate(() => [...document.querySelectorAll("county-chains")].map(({ shadowRoot }) =>
    Math.round(shadowRoot.querySelector("[data-tiers]").getBoundingClientRect().width)));
  for (const [index, width] of widths.entries()) assert.equal(width, 700, html[index]);
  silent(record);
});

test("a lazy element that is inline or has no box of its own is drawn when it comes near", async (t) => {
  for (const display of ["inline", "contents"]) {
    const { page } = await blank(t, `<div style="height:4000px"></div><county-chains style="display:${display}"></county-chains>`);
    await page.evaluate(() => customElements.whenDefined("county-chains"));
    await frames(page);
    assert.equal(await page.evaluate(() => document.querySelector("county-chains").shadowRoot.querySelector("[data-tiers]")), null, display);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await ready(page);
  }
});

test("resets of everything leave a chart, and pages can still hide it and show it", async (t) => {
  const reset = readFileSync(new URL("./node_modules/the-new-css-reset/css/reset.css", import.meta.url), "utf8");
  const html = '<div style="display:block;width:700px"><county-chains lang="en" chart="map" loading="eager"></county-chains></div>';
  const measured = async (css) => {
    const { page, record } = await drawn(t, html, { ...WIDE, head: `<style>${css}</style>${SCRIPT}` });
    silent(record);
    return { page, boxes: await boxes(page) };
  };
  const plain = await measured("body{margin:0;font-family:Arial,'Liberation Sans'}");
  const font = ";div{font-family:Arial,'Liberation Sans'}";
  for (const css of [reset, "*{all:unset;display:revert}", "*{all:unset}", "*,*::before{all:initial;display:revert}"]) {
    const { page, boxes } = await measured(css + font + ".off{display:none}");
    assertSame(boxes[0], plain.boxes[0], css.slice(0, 40));
    for (const hide of ['element.className = "off"', 'element.style.display = "none"', 'element.parentElement.style.display = "none"', 'element.style.visibility = "hidden"']) {
      const seen = await page.evaluate((hide) => {
        const element = document.querySelector("county-chains");
        new Function("element", hide)(element);
        const nodes = [...element.shadowRoot.querySelectorAll("[data-tiers] *")].filter((node) => node.checkVisibility({ visibilityProperty: true }));
        for (const { style } of [element, element.parentElement]) Object.assign(style, { display: "", visibility: "" });
        element.className = "";
        return nodes.length;
      }, hide);
      assert.equal(seen, 0, `${css.slice(0, 40)}: ${hide}`);
    }
  }
  const { page } = await drawn(t, '<county-chains hidden loading="eager"></county-chains><county-chains loading="eager"></county-chains>'.replace("hidden", "hidden id=a"), { head: SCRIPT, before: (page) => page.addInitScript(() => addEventListener("DOMContentLoaded", () => setTimeout(() => (document.getElementById("a").hidden = false), 300))) });
  assert.equal(await page.evaluate(() => document.getElementById("a").shadowRoot.querySelectorAll("[data-tiers]").length), 1);
});

/* What is inherited */

/** Puts on `#around` the value number `round` of every property that is inherited. Returns what was set. */
function inherit(round) {
  // The last is a reader's: text-size.test.mjs.
  const OURS = ["font-family", "visibility", "pointer-events", "text-size-adjust"];
  const words = `red 7px 5 -3px 0.3 900 100 italic oblique all none always auto both isolate small-caps uppercase capitalize end right center middle rtl
    vertical-rl sideways-lr pre nowrap pre-line break-all keep-all anywhere break-word justify central hanging text-before-edge url(#x) evenodd square
    round collapse bottom hide disc circle inside geometricPrecision optimizeSpeed crispEdges pixelated linearRGB wait loose condensed ultra-expanded
    under over dot 'x' 'smcp' 'wght' 900 '¿' '?' each-line first upright mixed digits antialiased dark only stroke fill all-petite-caps jis78 ordinal slashed-zero
    oldstyle-nums diagonal-fractions historical-ligatures unicase sub super text emoji unicode allow-end space-all avoid thin manual 3px 3px 2px red 4 read-write
    logical visual disc 60px 200% white`.split(/\s+/).concat(["3px 3px 2px red", "'smcp' 1", "'wght' 900", "'«' '»'", "2px 5px", "stroke fill", "filled sesame", "over right", "under left", "100 50"]);
  const around = document.getElementById("around");
  const probe = document.getElementById("probe");
  const set = [];
  for (const name of getComputedStyle(probe)) {
    if (name.startsWith("--") || OURS.includes(name)) continue;
    const initial = getComputedStyle(probe)[name];
    const values = [...new Set(words)].filter((word) => CSS.supports(name, word)).filter((word) => {
      around.style.setProperty(name, word);
      const isInherited = getComputedStyle(probe)[name] !== initial && getComputedStyle(around)[name] === getComputedStyle(probe)[name];
      around.style.removeProperty(name);
      return isInherited;
    });
    if (values.length > 0) set.push([name, values[round % values.length]]);
  }
  // Those of one text would undo those of another; letters of no size show nothing of the rest.
  for (const [name, value] of set) around.style.setProperty(name, value);
  return set.map(([name, value]) => `${name}: ${value}`);
}

test("no property that a page lets its contents inherit changes the picture, in Chromium's whole list of them", async (t) => {
  const widgets = ['chart="shares" tiers="1 2 3"', 'chart="facts" view="chart"', 'chart="map" view="table"', 'chart="map" county="350582"'];
  // Each at a place of its own, so that nothing is moved by a part of a pixel.
  const html = `<div id="around">${widgets.map((words, index) =>
    `<county-chains ${words} lang="en" theme="light" loading="eager" style="position:absolute;left:0;top:${3000 * index}px;width:700px"></county-chains>`).join("")}<span id="probe"></span></div>`;
  const { page, record } = await drawn(t, html, { ...WIDE, viewport: { width: 900, height: 1200 } });
  const pictures = async () => {
    await frames(page);
    const all = [];
    for (let index = 0; index < widgets.length; index++) all.push(await page.locator("county-chains [data-tiers]").nth(index).screenshot());
    return all;
  };
  const clean = await pictures();
  for (const round of [0, 1, 2]) {
    const set = await page.evaluate(`(${inherit})(${round})`);
    assert.ok(set.length > 70, `${set.length} are inherited: ${set}`);
    const now = await pictures();
    for (const [index, picture] of now.entries()) {
      if (picture.equals(clean[index])) continue;
      const { changed } = await compare(clean[index], picture, 1);
      assert.equal(changed, 0, `${widgets[index]} with ${set.join("; ")}`);
    }
    await page.evaluate(() => document.getElementById("around").removeAttribute("style"));
  }
  silent(record);
});

test("no variable of the page changes the picture but those that are meant for it", async (t) => {
  const { page } = await drawn(t, '<county-chains chart="map" mark="x" view="chart" county="350582" lang="en"></county-chains>', { viewport: { width: 400, height: 900 } });
  const before = await page.locator("county-chains [data-tiers]").screenshot();
  const names = await page.evaluate(async () => {
    const css = await (await fetch("/county-chains/county-chains.css")).text();
    const names = [...new Set(css.match(/--[\w-]+/g))].filter((name) => !name.startsWith("--county-chains-"));
    for (const name of names) document.documentElement.style.setProperty(name, "magenta");
    return names;
  });
  assert.ok(names.length > 20, names.join());
  await frames(page);
  const { changed } = await compare(before, await page.locator("county-chains [data-tiers]").screenshot(), 1);
  assert.equal(changed, 0);
});

/* Full screen, SVG, XML */

test("in full screen the widget scrolls and has its own ground up to the edges", async (t) => {
  const browser = await chromium.launch({ executablePath: executable({ whole: true }), args: FLAGS });
  t.after(() => browser.close());
  for (const theme of ["light", "dark"]) {
    const { page } = await drawn(t, `<button>full</button><county-chains chart="facts" theme="${theme}" lang="en"></county-chains>`, { browser, viewport: { width: 1600, height: 700 } });
    await page.evaluate(() => document.querySelector("button").addEventListener("click", () => document.querySelector("county-chains").requestFullscreen()));
    await page.locator("body > button").click();
    await page.waitForFunction(() => document.fullscreenElement);
    await frames(page);
    await page.mouse.move(800, 400);
    await page.mouse.wheel(0, 500);
    await page.waitForFunction(() => document.querySelector("county-chains").scrollTop > 300);
    const picture = (await page.screenshot()).toString("base64");
    const corners = await page.evaluate(async (picture) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
      context.drawImage(image, 0, 0);
      return [[5, 5], [5, image.height - 5], [image.width - 30, 5]].map(([x, y]) => `rgb(${[...context.getImageData(x, y, 1, 1).data].slice(0, 3).join(", ")})`);
    }, picture);
    const ground = await page.evaluate(() => getComputedStyle(document.querySelector("county-chains").shadowRoot.querySelector("[data-tiers]")).backgroundColor);
    assert.deepEqual(new Set(corners), new Set([ground]), theme);
  }
});

test("in a page of XML attributes are read and the language of XML holds", async (t) => {
  const start = '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>x</title><script src="/county-chains/county-chains.inline.js"></script></head>';
  const body = `${start}<body><county-chains chart="map" tiers="1" theme="dark" loading="eager"></county-chains></body></html>`;
  const { page, record } = await written(t, body, { name: "written.xhtml", type: "application/xhtml+xml" });
  const { chart, tiers, theme, lang } = await page.evaluate(() => ({ ...document.querySelector("county-chains").shadowRoot.querySelector("[data-tiers]").dataset }));
  assert.deepEqual({ chart, tiers, theme, lang }, { chart: "map", tiers: "1", theme: "dark", lang: "en" });
  silent(record);
});
