// The static twin on pages with styles of their own: it has none, and nothing but its structure to hold against them.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { renderHTML } from "../../pkg/dist/module/static.js";
import { blank, CHARTS, drawn, LANGUAGES, page as opened, set, silent, test } from "./support.mjs";

const packed = (name) => readFile(new URL(`node_modules/${name}`, import.meta.url), "utf8");

/** Style sheets that many pages begin with, and what single rules of many pages do. */
const SHEETS = {
  "none": "",
  "Tailwind": await packed("tailwindcss/preflight.css"),
  "Bootstrap": await packed("bootstrap/dist/css/bootstrap-reboot.css"),
  "normalize.css": await packed("normalize.css/normalize.css"),
  "sanitize.css": await packed("sanitize.css/sanitize.css"),
  "the new CSS reset": await packed("the-new-css-reset/css/reset.css"),
  "a dark page": "html { background: #000; color: #eee }",
  "pictures that fit": "img, svg { display: block; max-width: 100%; height: auto }",
  "icons drawn in lines": "svg { fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; vertical-align: middle }",
  "icons in one colour": "svg { fill: currentColor; font: 12px serif; letter-spacing: 2px }",
  "text of its own": "body { font: italic bold 18px serif; letter-spacing: 1px; word-spacing: 4px; text-align: justify }",
  "centred text": "figure { text-align: center } svg { text-anchor: middle }",
  "from right to left": "html { direction: rtl }",
  "pictures as wide as their column": "figure > svg { width: 100%; height: auto }",
  "pictures without overflow": "svg { overflow: hidden }",
  "figures with margins": "figure { display: grid; margin: 0 20px; padding: 4px; border: 1px solid } figcaption { font-size: 80% }",
  "figures in a column": "figure { display: flex; flex-direction: column; align-items: center }",
  "tables as blocks": "table { display: block; width: 100%; overflow-x: auto; border-collapse: collapse } td, th { white-space: nowrap }",
  "tables with fixed columns that break": "table { table-layout: fixed; width: 100%; word-break: break-all }",
  "no margins": "* { margin: 0; padding: 0; box-sizing: border-box } h3, p { text-indent: 2em }",
};
/** In a column as wide as articles have, their words fit. */
const WIDE = { ...SHEETS, "tables with fixed columns": "table { table-layout: fixed; width: 100% }" };

/** What is wrong with the twins of a page: texts on one another, a picture without room, labels too pale to read. */
function wrong() {
  const luminance = (color) => {
    const parts = color.match(/[\d.]+/g).slice(0, 3).map((part) => part / 255);
    const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const found = [];
  for (const figure of document.querySelectorAll("figure")) {
    const name = figure.dataset.chart;
    const { width, height } = figure.querySelector("svg").getBoundingClientRect();
    if (width < 240 || height < 200) found.push(`${name}: the picture has ${width} × ${height}`);

    const boxes = [];
    const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
      const element = node.parentElement;
      if (!node.data.trim() || element.closest("title, script") || !element.checkVisibility({ contentVisibilityAuto: true })) continue;
      const label = element.closest("text");
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) boxes.push({ box, whole: label ?? node, text: (label ?? node).textContent.trim() });
    }
    for (const [at, { box: a, whole, text }] of boxes.entries()) {
      for (const { box: b, whole: other, text: beside } of boxes.slice(at + 1)) {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        // Lines of text may reach into one another a little, where nothing is printed.
        if (whole !== other && across > 1 && down > 0.4 * Math.min(a.height, b.height)) found.push(`${name}: “${text}” on “${beside}”`);
      }
    }

    for (const label of figure.querySelectorAll("svg text")) {
      const { left, top, width, height } = label.getBoundingClientRect();
      const under = document.elementsFromPoint(left + width / 2, top + height / 2);
      const ground = under.find((element) => /^(rect|path|circle)$/.test(element.localName) && getComputedStyle(element).fill !== "none");
      const ratio = ground ? contrast(getComputedStyle(label).fill, getComputedStyle(ground).fill) : 0;
      if (ratio < 4.5) found.push(`${name}: “${label.textContent}” has a contrast of ${ratio.toFixed(1)}`);
    }
  }
  return found;
}

/** Rules of pages that break a twin, since it has no styles. The guide has rules against them. */
const HARD = {
  "figures in a row": "figure { display: flex; justify-content: center }",
  "figures in a grid": "figure { display: grid; grid-template-columns: 1fr 1fr }",
  "icons of one size": "svg { width: 24px; height: 24px }",
  "tables with fixed columns": "table { table-layout: fixed; width: 100% }",
};

/** Where a narrow page scrolls sideways, what is cut off at its sides, and texts of pictures smaller than 12 px as they are seen. */
function cramped() {
  const found = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} px wide`);
  for (const label of document.querySelectorAll("svg text")) {
    const { left, right } = label.getBoundingClientRect();
    if (left < 0 || right > clientWidth) found.push(`“${label.textContent}” reaches from ${left} to ${right}`);
    const size = parseFloat(getComputedStyle(label).fontSize) * label.getScreenCTM().a;
    if (size < 11.99) found.push(`“${label.textContent}” has ${size} px`);
  }
  return found;
}

/** Shows `html` at the widths of small phones, without a style, and asserts that it fits. */
async function assertFits(t, html, what) {
  const { page } = await blank(t, html, { head: "" });
  for (const width of [280, 320, 360]) {
    await page.setViewportSize({ width, height: 800 });
    assert.deepEqual(await page.evaluate(cramped), [], `${what}, ${width} px`);
  }
}

for (const lang of LANGUAGES) {
  test(`without any style the twin fits the narrowest phones, and its picture does not shrink (${lang})`, async (t) => {
    for (const chart of CHARTS) await assertFits(t, renderHTML({ chart, lang }), chart);
    // One that is asked for wider shrinks.
    const { page } = await blank(t, renderHTML({ lang, width: 760 }), { head: "", viewport: { width: 360, height: 800 } });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
}

test("twins of other data fit the narrowest phones too", async (t) => {
  const names = ["countries-by-income", "uk-authorities", "fujian-2024"];
  for (const name of names) {
    const { page, record } = await drawn(t, `<county-chains loading="eager" src="/gallery/datasets/${name}/datapackage.json"></county-chains>`);
    for (const lang of ["en", "zh-Hans"]) {
      await set(page, { lang });
      const charts = await page.evaluate(() => document.querySelector("county-chains").state.charts);
      for (const chart of charts) {
        await set(page, { chart });
        const twin = await page.evaluate(async () => {
          const element = document.querySelector("county-chains");
          await element.complete();
          return element.embedCode({ kind: "static" });
        });
        assert.ok(twin.includes(`data-chart="${chart}"`));
        await assertFits(t, twin, `${chart} of ${name} in ${lang}`);
      }
    }
    silent(record);
  }
});

/** Opens a page of twins. Returns a function that tells what is wrong with them under a style sheet. */
async function withTwins(t, width) {
  const choices = [{ chart: "tiers", lang: "en" }, { chart: "shares", lang: "zh-Hans" }, { chart: "market", lang: "zh-Hant" }, { chart: "map", lang: "en" }];
  const twins = choices.map((choice) => renderHTML(choice));
  const body = `<style id="page"></style><county-chains>${twins.join("</county-chains>\n<county-chains>")}</county-chains>`;
  const { page } = await blank(t, body, { head: "", viewport: { width: width + 16, height: 12_000 } });
  return async (sheet) => {
    await page.evaluate((sheet) => { document.querySelector("#page").textContent = sheet; }, sheet);
    return page.evaluate(wrong);
  };
}

for (const [width, sheets] of [[344, SHEETS], [700, WIDE]]) {
  test(`the twin can be read under styles of any page, ${width} px wide`, async (t) => {
    const under = await withTwins(t, width);
    for (const [name, sheet] of Object.entries(sheets)) {
      const found = await under(sheet);
      assert.deepEqual(found.slice(0, 8), [], `${found.length} faults under ${name}`);
    }
  });
}

test("the rules of the guide set the twin right where a page changes every figure, picture or table", async (t) => {
  const guides = await Promise.all(["guide", "guide.zh-Hant", "guide.en"].map((name) => readFile(new URL(`../../www/${name}.html`, import.meta.url), "utf8")));
  const rules = guides.map((guide) => guide.match(/id="code-styles"[^>]*>([^<]+)</)[1].replaceAll("&gt;", ">"));
  assert.deepEqual(rules, Array(3).fill(rules[0]), "the same in every language");
  for (const width of [280, 344, 700]) {
    const under = await withTwins(t, width);
    for (const [name, sheet] of Object.entries(HARD)) {
      if (width === 280) assert.notDeepEqual(await under(sheet), [], `${name} alone is no hardship`);
      // The page's rule comes last and gives way, since those of the guide are more specific.
      const found = await under(`${rules[0]}\n${sheet}`);
      assert.deepEqual(found.slice(0, 8), [], `${found.length} faults under ${name}, ${width} px wide`);
    }
  }
});

test("in a static table of the page of datasets no name is broken glyph by glyph", async (t) => {
  const before = (page) => page.route("**/county-chains/*.js", (route) => route.abort());
  const { page } = await opened(t, "/datasets.html", { before, viewport: { width: 360, height: 800 } });
  const names = await page.evaluate(() => {
    // Tables are folded.
    for (const details of document.querySelectorAll("county-chains figure details")) details.open = true;
    const heads = [...document.querySelectorAll("county-chains figure th[scope=row]")].filter((head) => head.checkVisibility());
    return heads.map((head) => ({ name: head.innerText, lines: Math.round(head.firstChild.getBoundingClientRect().height / parseFloat(getComputedStyle(head).lineHeight)) }));
  });
  assert.ok(names.length > 10);
  assert.deepEqual(names.filter(({ lines }) => lines > 2), []);
});
