// The level of the headings: one that fits the page around the widget.

import assert from "node:assert/strict";
import { renderHTML } from "../../pkg/dist/module/static.js";
import { findings } from "./axe.mjs";
import { blank, drawn, frames, page as opened, ready, set, silent, test } from "./support.mjs";

/** The headings of the widget in the order of the page. */
const headings = (page) => page.evaluate(() => [...document.querySelector("county-chains").shadowRoot.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((node) => node.localName));

test("the headings of a widget have the level that its page asks for, and those within follow", async (t) => {
  const { page, record } = await drawn(t, '<county-chains chart="map" county="350582" lang="en" loading="eager"></county-chains>');
  await page.locator("county-chains [part=card] .name").waitFor();
  assert.deepEqual(await headings(page), ["h3", "h4"]);
  for (const [level, expected] of [["2", ["h2", "h3"]], ["1", ["h1", "h2"]], ["6", ["h6", "h6"]], [null, ["h3", "h4"]]]) {
    await set(page, { "heading-level": level });
    await frames(page);
    assert.deepEqual(await headings(page), expected, `level ${level}`);
    assert.equal(await page.evaluate(() => document.querySelector("county-chains").headingLevel), level);
  }
  silent(record);
  await page.evaluate(() => (document.querySelector("county-chains").headingLevel = 2));
  await frames(page);
  assert.deepEqual(await headings(page), ["h2", "h3"]);
  assert.equal(await page.evaluate(() => document.querySelector("county-chains").getAttribute("heading-level")), "2");
  await page.locator('county-chains [data-action="panel:share"]').click();
  await page.locator("county-chains .panel").waitFor();
  assert.deepEqual([...new Set((await headings(page)).slice(1))], ["h3"], "the panel's as well");
  await page.keyboard.press("Escape");
  await frames(page);
  const code = await page.evaluate(() => document.querySelector("county-chains").embedCode());
  assert.match(code, / heading-level="2">.*<figcaption><h2>/s);
  await set(page, { "heading-level": "7" });
  await frames(page);
  assert.deepEqual(await headings(page), ["h2", "h3"], "a bad value changes nothing");
  assert.match(record.console.join(), /heading-level="7" is ignored: unknown level "7", expected 1 to 6/);
});

test("a heading looks the same at any level", async (t) => {
  const { page } = await drawn(t, '<county-chains chart="facts" lang="en" loading="eager"></county-chains>');
  const look = () => page.evaluate(() => [...document.querySelector("county-chains").shadowRoot.querySelectorAll(".heading, .theme, .subject")].map((node) => {
    const { fontSize, fontWeight, lineHeight, marginTop, marginBottom } = getComputedStyle(node);
    return [node.className, node.getBoundingClientRect().height, fontSize, fontWeight, lineHeight, marginTop, marginBottom].join();
  }));
  const usual = await look();
  assert.ok(usual.length > 3);
  for (const level of ["1", "2", "5", "6"]) {
    await set(page, { "heading-level": level });
    await frames(page);
    assert.deepEqual(await look(), usual, `level ${level}`);
  }
});

test("a property that was set before the class came is taken over", async (t) => {
  const { page } = await blank(t, '<county-chains lang="en" loading="eager"></county-chains>', {
    head: '<script>addEventListener("DOMContentLoaded", () => { document.querySelector("county-chains").headingLevel = 2; import("/county-chains/county-chains.js"); })</script>',
  });
  await ready(page);
  assert.deepEqual(await headings(page), ["h2"]);
});

test("the static version has the level that is asked for", () => {
  assert.match(renderHTML({ lang: "en" }), /<figcaption><h3>/);
  assert.match(renderHTML({ lang: "en", "heading-level": 2 }), /<figcaption><h2>[^<]+<\/h2>/);
  assert.throws(() => renderHTML({ "heading-level": 0 }), /heading-level/);
});

/** Rules about headings and landmarks, which are best practice and no rule of WCAG. */
const RULES = ["heading-order", "page-has-heading-one", "landmark-one-main", "landmark-unique", "region"];
const PAGES = [
  "/county-chains/embed.html?lang=en", "/county-chains/embed.html?chart=map&county=350582", "/county-chains/embed.html?chart=facts&lang=en",
  "/county-chains/county-chains.offline.html", "/policies/strict.html", "/policies/blocked.html", "/index.html", "/charts.html", "/datasets.html",
  "/story.html", "/builder.html", "/data.html", "/guide.html", "/guide.en.html",
];

for (const path of PAGES) {
  test(`headings and landmarks of ${path} are in order`, async (t) => {
    const { page } = await opened(t, path, { viewport: { width: 1000, height: 900 } });
    // A widget that nothing lets be drawn is never ready; it has its say as the page has it.
    await page.evaluate(() => Promise.all([...document.querySelectorAll("county-chains")].map((element) => {
      element.loading = "eager";
      const drawn = customElements.whenDefined("county-chains").then(() => element.ready);
      return Promise.race([drawn, new Promise((resolve) => setTimeout(resolve, 5000))]);
    })));
    assert.deepEqual(await findings(page, path, { rules: RULES }), []);
  });
}
