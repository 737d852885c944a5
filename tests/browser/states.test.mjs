// Two engines of rules, axe and IBM's, on every state into which a reader can bring a chart.

import assert from "node:assert/strict";
import { findings as axe } from "./axe.mjs";
import { findings as ibm } from "./ibm.mjs";
import { blank, CHARTS, drawn, frames, page as opened, ready, silent, test, twins, UNFILTERED } from "./support.mjs";

const GROUND = { light: "#ffffff", dark: "#12181f" };
const START = { view: "chart", tiers: ["1", "2", "3", "4"], county: null, mark: null, search: null, sort: null };

/** The states of a chart: what the element is told, and what is pressed then. Of an open panel, the panel alone is looked at. */
function states(chart) {
  const chosen = { name: "with a mark chosen", press: ["[role=option]"] };
  const searches = ["晋江", "1", "zzzz"].map((search) => ({ name: `searched for ${search}`, set: { search } }));
  const filtered = [{ name: "with one tier", set: { tiers: ["1"] } }, { name: "with no tier", set: { tiers: [] } }];
  return [
    { name: "as it opens" },
    ...(chart === "facts" ? searches : [chosen]),
    ...(UNFILTERED.includes(chart) ? [] : filtered),
    { name: "as a table, sorted, with a card", set: { view: "table" }, press: ["thead button", "tbody th button"] },
    ...["download", "share"].map((which) => ({ name: `with ${which} open`, press: [`[data-action="panel:${which}"]`], part: ".panel" })),
    // It says the same beside each chart.
    ...(chart === "tiers" ? [{ name: "about the data", set: { view: "about" } }] : []),
  ];
}

// Both themes, and two widths: rules see nothing new in the other combinations.
for (const [lang, theme, width] of [["en", "light", 360], ["zh-Hans", "dark", 760]]) {
  for (const chart of CHARTS) {
    test(`axe and IBM’s engine find nothing in any state of ${chart} (${lang}, ${theme}, ${width} px)`, async (t) => {
      // Some rules look at the whole page, so it has what pages should have.
      const html = `<style>body{margin:0;background:${GROUND[theme]};color:gray}</style><main><h1>Test</h1><h2>Test</h2>
        <county-chains chart="${chart}" lang="${lang}" theme="${theme}" loading="eager"></county-chains></main>`;
      const { page, record } = await drawn(t, html, { lang, viewport: { width, height: 900 }, reducedMotion: "reduce" });
      const found = [];
      for (const { name, set = {}, press = [], part } of states(chart)) {
        await page.evaluate((state) => (document.querySelector("county-chains").state = state), { ...START, ...set });
        await frames(page);
        for (const place of press) {
          await page.locator(`county-chains ${place}`).first().click();
          await frames(page);
        }
        await page.evaluate(() => {
          for (const details of document.querySelector("county-chains").shadowRoot.querySelectorAll("details")) details.open = true;
        });
        found.push(...(await axe(page, `axe, ${name}:`, { part })), ...(await ibm(page, `IBM, ${name}:`, { part })));
      }
      assert.deepEqual(found, []);
      silent(record);
    });
  }
}

test("IBM’s engine finds nothing in the static versions, nor in frames", async (t) => {
  const figures = await twins(t, CHARTS.map((chart) => ({ chart, lang: "en" })));
  const html = `<main><h1>Test</h1><h2>Test</h2>${figures.map((twin) => `<county-chains>${twin}</county-chains>`).join("")}</main>`;
  const { page } = await blank(t, html, { head: "", viewport: { width: 760, height: 900 } });
  await page.locator("details").evaluateAll((all) => all.forEach((details) => (details.open = true)));
  assert.deepEqual(await ibm(page, "static"), []);
  for (const path of ["/county-chains/embed.html?lang=en", "/county-chains/embed.html?chart=map&county=350582"]) {
    const { page: frame } = await opened(t, path);
    await ready(frame);
    assert.deepEqual(await ibm(frame, path), []);
  }
});

test("each engine would find something: a broken widget does not pass", async (t) => {
  const { page } = await drawn(t, '<main><county-chains chart="tiers" view="table" lang="en"></county-chains></main>');
  await page.evaluate(() => {
    const root = document.querySelector("county-chains").shadowRoot;
    root.querySelector("[data-tier]").setAttribute("aria-pressed", "maybe");
    for (const head of root.querySelectorAll("table th")) {
      const cell = document.createElement("td");
      cell.append(...head.childNodes);
      head.replaceWith(cell);
    }
  });
  const rules = async (findings, options) => (await findings(page, "x", options)).map((line) => line.split(" ")[1]);
  assert.deepEqual(await rules(axe), ["aria-valid-attr-value"]);
  assert.deepEqual(await rules(ibm), ["aria_attribute_value_valid", "table_headers_exists"]);
  assert.deepEqual(await rules(axe, { part: "[part=table]" }), []);
  assert.deepEqual(await rules(ibm, { part: "[part=table]" }), ["table_headers_exists"]);
});
