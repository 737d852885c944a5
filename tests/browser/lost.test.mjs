// The focus stays in the widget, whoever takes away what it was on: the page, a partner of the group, another dataset, a fault.

import assert from "node:assert/strict";
import { CHARTS, drawn, focused, frames, set, silent, test, UNFILTERED } from "./support.mjs";

const WIDE = { viewport: { width: 800, height: 900 } };
const COUNTRIES = "/gallery/datasets/countries-by-income/datapackage.json";

/** Focuses what matches in the first widget, and tells whether that worked. */
const focus = (page, selector) => page.evaluate((selector) => {
  const { shadowRoot } = document.querySelector("county-chains");
  const all = [...shadowRoot.querySelectorAll(selector)].filter((node) => node.getClientRects().length && !node.disabled);
  const node = all.at(-1);
  node?.focus();
  return Boolean(node) && shadowRoot.activeElement === node;
}, selector);

/** Asserts that the focus is in the first widget, on something that can be seen and used. */
async function assertInside(page, what) {
  await frames(page);
  const place = await page.evaluate(() => {
    const host = document.querySelector("county-chains");
    const { activeElement } = host.shadowRoot;
    if (document.activeElement !== host || !activeElement) return `the focus is on ${document.activeElement.localName}`;
    if (!activeElement.getClientRects().length || activeElement.disabled) return `${activeElement.outerHTML.slice(0, 80)} cannot be used`;
    return "";
  });
  assert.equal(place, "", what);
}

/** Where a reader may be. */
const PLACES = ["[data-key]", "[data-tier]", "[role=tab][aria-selected=true]", "[data-action^='indicator']", "[data-action='view:about']", "[data-action='panel:share']", "[data-action='reset']", "input, select", "article button"];
/** What a page may do then. */
const CHANGES = [
  { tiers: "1" }, { tiers: "none" }, { tiers: null }, { chart: "paths" }, { chart: "map" }, { chart: "facts" }, { chart: "tiers" }, { chart: "shares" }, { view: "table" }, { view: "about" }, { view: "chart" },
  { lang: "zh-Hans" }, { lang: "en" }, { county: "350582" }, { county: null }, { theme: "dark" }, { heading: "Ours" }, { indicator: "chains" }, { charts: "tiers map" }, { charts: null }, { controls: "table" }, { controls: "none" }, { controls: null },
];

for (const chart of CHARTS) {
  test(`whatever a page changes, the focus stays in the widget (${chart})`, async (t) => {
    const { page, record } = await drawn(t, '<county-chains lang="en"></county-chains>', WIDE);
    await page.evaluate(() => document.querySelector("county-chains").complete());
    const start = { chart, tiers: null, view: null, county: null, heading: null, lang: "en", theme: null, charts: null, controls: null, indicator: null };
    await set(page, start);
    const places = [];
    for (const place of PLACES) if (await focus(page, place)) places.push(place);
    assert.ok(places.length >= 4, places.join(" "));
    for (const change of CHANGES) {
      for (const place of places) {
        await set(page, start);
        assert.ok(await focus(page, place), place);
        await set(page, change);
        await assertInside(page, `${place}, then ${JSON.stringify(change)}`);
      }
    }
    silent(record);
  });
}

test("the focus stays where a row of the table, a card or a panel was", async (t) => {
  const { page, record } = await drawn(t, '<county-chains lang="en" chart="map" county="350582"></county-chains>', WIDE);
  for (const [before, place, after] of [
    [{ view: "table" }, "tbody [data-action]", { chart: "tiers" }],
    [{ chart: "map", view: "table" }, "tbody [data-action]", { view: "chart" }],
    [{ chart: "map", view: "table" }, "[data-action^=sort]", { chart: "paths" }],
    [{ chart: "map", view: "table" }, "[part=table]", { view: "about" }],
    [{ chart: "map", view: "chart", county: "350582" }, ".close", { county: null }],
    [{ chart: "map", view: "chart", county: "350582" }, ".close", { chart: "tiers" }],
    [{ chart: "map", view: "chart", county: "350582" }, "summary", { county: "350128" }],
  ]) {
    await set(page, before);
    assert.ok(await focus(page, place), place);
    await set(page, after);
    await assertInside(page, `${place}, then ${JSON.stringify(after)}`);
  }
  await page.evaluate(() => (document.querySelector("county-chains").state = { chart: "tiers", view: "chart" }));
  await page.locator('county-chains [data-action="panel:share"]').click();
  await frames(page);
  assert.ok(await focus(page, "[data-action='copy:link']"));
  await set(page, { lang: "zh-Hans" });
  assert.equal(await focused(page), "copy:link", "the same button in another language");
  await set(page, { controls: "filter" });
  await assertInside(page, "the panel goes");
  silent(record);
});

test("a partner of the group takes no focus away", async (t) => {
  for (const chart of CHARTS.filter((chart) => !UNFILTERED.includes(chart))) {
    const { page, record } = await drawn(t, `<county-chains lang="en" chart="${chart}" group="g" loading="eager"></county-chains><county-chains lang="en" chart="tiers" group="g" loading="eager"></county-chains>`, WIDE);
    for (const place of ["[data-key]", "[data-tier]", "article button"]) {
      if (!(await focus(page, place))) continue;
      for (const tier of [4, 3, 2, 1]) {
        await page.evaluate((tier) => document.querySelectorAll("county-chains")[1].shadowRoot.querySelector(`[data-tier="${tier}"]`).click(), tier);
        await assertInside(page, `${chart} ${place}, without tier ${tier}`);
      }
      await page.evaluate(() => document.querySelectorAll("county-chains")[1].shadowRoot.querySelector("[data-action=reset]").click());
    }
    silent(record);
  }
});

test("a widget that has no focus takes none", async (t) => {
  const { page } = await drawn(t, '<button id="out">out</button><county-chains lang="en"></county-chains>', WIDE);
  await page.focus("#out");
  for (const change of CHANGES) await set(page, change);
  assert.equal(await focused(page), "out");
});

test("another dataset, and a fresh instance after a fault, leave the focus in the widget", async (t) => {
  const { page } = await drawn(t, '<county-chains lang="en" chart="tiers"></county-chains>', WIDE);
  for (const place of ["[data-key]", "[data-tier]", "[data-action^='indicator']", "[data-action='view:about']"]) {
    assert.ok(await focus(page, place), place);
    const before = await focused(page);
    await page.evaluate(() => {
      const element = document.querySelector("county-chains");
      const node = element.shadowRoot.querySelector("[part=heading]");
      // The drawing of a change breaks once, and is made anew by a fresh instance.
      const found = Object.getOwnPropertyDescriptor(Document.prototype, "createTextNode");
      Document.prototype.createTextNode = () => {
        Object.defineProperty(Document.prototype, "createTextNode", found);
        throw new Error("broken once");
      };
      element.chart = "shares";
      window.heading = node;
    });
    await page.waitForFunction(() => !window.heading.isConnected);
    await assertInside(page, `${place} after a fault`);
    if (place !== "[data-key]" && !place.includes("indicator")) assert.equal(await focused(page), before, "it is where it was");
    await set(page, { chart: "tiers" });
  }
  for (const src of [COUNTRIES, null]) {
    for (const place of ["[data-key]", "[data-tier]"]) {
      assert.ok(await focus(page, place), place);
      await page.evaluate((src) => (src ? document.querySelector("county-chains").setAttribute("src", src) : document.querySelector("county-chains").removeAttribute("src")), src);
      await page.waitForFunction((title) => document.querySelector("county-chains").shadowRoot.querySelector(".kicker").textContent.includes(title), src ? "Countries" : "Fujian");
      await assertInside(page, `${place}, then ${src}`);
    }
  }
});

test("no page jumps to a widget out of sight because the focus moves in it", async (t) => {
  const { page } = await drawn(t, '<county-chains lang="en"></county-chains><div style="height:4000px"></div>', WIDE);
  assert.ok(await focus(page, '[data-key="tier:4"]'));
  await page.evaluate(() => scrollTo(0, 3500));
  await set(page, { tiers: "1" });
  await assertInside(page, "the mark goes");
  // The widget has become less high, and the browser keeps in place what is in sight.
  assert.ok((await page.evaluate(() => scrollY)) > 3000);
});
