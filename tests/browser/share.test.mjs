// What a reader passes on: link, code, citation, table; by copying, by the system's sheet, by a file.

import assert from "node:assert/strict";
import { drawn, frames, LANGUAGES, page, ready, set, silent, test } from "./support.mjs";

/** Keeps what is copied and shared instead of passing it on. */
const catching = (page) =>
  page.addInitScript(() => {
    window.passed = [];
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => void window.passed.push(text) } });
    navigator.share = async (data) => void window.passed.push(data);
  });

const opened = (t, attributes) => drawn(t, `<county-chains ${attributes}></county-chains>`, { before: catching });

/** Presses a control and gives what it passed on. */
async function press(page, action) {
  await page.evaluate(() => (window.passed.length = 0));
  await page.locator(`county-chains [data-action="${action}"]`).first().click();
  await page.waitForFunction(() => window.passed.length > 0);
  const [passed] = await page.evaluate(() => window.passed);
  return passed;
}

test("each text of the share panel is copied as it is shown, the tag with its twin", async (t) => {
  const { page, record } = await opened(t, 'chart="map" tiers="1 2" lang="en"');
  await page.locator('county-chains [data-action="panel:share"]').click();
  await frames(page);
  const shown = (which) => page.locator(`county-chains pre[data-code="${which}"]`).textContent();
  const link = await press(page, "copy:link");
  assert.equal(link, await shown("link"));
  assert.equal(link, await page.evaluate(() => document.querySelector("county-chains").link));
  const element = await press(page, "copy:element");
  assert.equal(element, await page.evaluate(() => document.querySelector("county-chains").embedCode()));
  assert.equal(element.replace(/<figure.*<\/figure>/s, ""), await shown("embed"));
  assert.match(element, /^<div><script type="module" src="[^"]+county-chains\.js"><\/script><county-chains chart="map" tiers="1 2" lang="en" theme="auto">/);
  const frame = await press(page, "copy:iframe");
  assert.equal(frame, await shown("frame"));
  assert.ok(frame.includes(link.replace(/&/g, "&amp;")), "the frame shows the same");
  const twin = await press(page, "copy:static");
  assert.match(twin, /^<figure lang="en" data-chart="map">/);
  assert.equal(twin, await page.evaluate(() => document.querySelector("county-chains").embedCode({ kind: "static" })));
  assert.match(await press(page, "copy:citation"), /^Fujian’s key county industrial chains \(.*county-chains [\d.]+\) \[Data set\]\. .*news article .* on the White Paper/);
  assert.match(await press(page, "copy:citation-other"), /^福建县域重点产业链（.*）：county-chains [\d.]+\[DS\]\. .*关于福建省工业和信息化厅《/);
  silent(record);
});

test("on a phone the system's own sheet gets the link; where there is none there is no button", async (t) => {
  const { page } = await opened(t, 'chart="shares" lang="zh-Hans"');
  await page.locator('county-chains [data-action="panel:share"]').click();
  await frames(page);
  const { url } = await press(page, "share");
  assert.equal(url, await page.evaluate(() => document.querySelector("county-chains").link));
  const { page: without } = await drawn(t, '<county-chains></county-chains>', {
    before: (page) => page.addInitScript(() => (Navigator.prototype.share = undefined)),
  });
  await without.locator('county-chains [data-action="panel:share"]').click();
  await frames(without);
  assert.equal(await without.locator('county-chains [data-action="share"]').count(), 0);
});

test("under a table its files and the table itself can be had, before anything else was opened", async (t) => {
  for (const lang of LANGUAGES) {
    const { page, record } = await opened(t, `view="table" lang="${lang}"`);
    // The annex is not there yet: the press loads it and is answered then.
    const text = await press(page, "copy:table");
    const rows = text.split("\n").slice(0, -1).map((line) => line.split("\t"));
    assert.equal(rows.length, 16, "head, four tiers, two totals, an empty row, title, source, edition, link, four notes");
    for (const row of rows) assert.equal(row.length, 16, "each indicator, and how it is derived");
    assert.deepEqual([1, 3, 5].map((column) => rows[1][column]), ["7", "24", lang === "en" ? "1180" : "11800"]);
    assert.match(rows[1][9], /^100 − 19.6 − 51.1 − 7.5 = 21.8%(；11800 ÷ 54300|; 1,180 ÷ 5,430) ≈ 21.7%$/);
    silent(record);
  }
});

test("the static twin is saved as a file that stands alone", async (t) => {
  const { page } = await opened(t, 'chart="clusters" lang="zh-Hant"');
  await page.locator('county-chains [data-action="panel:share"]').click();
  await frames(page);
  const saved = page.waitForEvent("download");
  await page.locator('county-chains [data-action="save:html"]').click();
  const download = await saved;
  assert.equal(download.suggestedFilename(), "county-chains-clusters-zh-Hant.html");
});

test("a frame's code leads to the page that shows the same", async (t) => {
  const { page: host } = await opened(t, 'chart="tiers" indicator="growth" tiers="1 3" lang="en" theme="dark"');
  const code = await host.evaluate(() => document.querySelector("county-chains").embedCode({ kind: "iframe" }));
  const address = new URL(code.match(/src="([^"]+)"/)[1].replace(/&amp;/g, "&"));
  const { page: framed, record } = await page(t, address.pathname + address.search);
  await ready(framed);
  const state = (page) => page.evaluate(() => document.querySelector("county-chains").state);
  assert.deepEqual(await state(framed), { ...(await state(host)), "heading-level": "1" });
  silent(record);
});

test("a table is sorted by its heads, up, down and back, also by key", async (t) => {
  const { page, record } = await opened(t, 'view="table" lang="en"');
  const column = (index) => page.locator(`county-chains tbody tr > :nth-child(${index})`).allInnerTexts();
  const head = page.locator('county-chains [data-action="sort:4"]');
  const sorted = () => page.locator("county-chains thead th:nth-child(4)").getAttribute("aria-sort");
  const plain = await column(1);
  await head.click();
  await frames(page);
  assert.deepEqual([await sorted(), await column(4)], ["ascending", ["408.08", "1,060", "1,180", "2,780"]]);
  await head.focus();
  await page.keyboard.press("Enter");
  await frames(page);
  assert.deepEqual([await sorted(), await column(4)], ["descending", ["2,780", "1,180", "1,060", "408.08"]]);
  assert.equal(await page.evaluate(() => document.querySelector("county-chains").shadowRoot.activeElement.dataset.action), "sort:4");
  await page.keyboard.press("Enter");
  await frames(page);
  assert.deepEqual([await sorted(), await column(1)], [null, plain]);
  // What the article does not give comes last either way.
  for (const turn of [0, 1]) {
    await page.locator('county-chains [data-action="sort:5"]').click();
    await frames(page);
    assert.equal((await column(5)).at(-1), "not in the article", `turn ${turn}`);
  }
  silent(record);
});

test("each row of each table tells what it stands on", async (t) => {
  const { page, record } = await opened(t, 'lang="en" view="table"');
  for (const chart of ["tiers", "shares", "six-ones", "clusters", "paths", "market", "timeline"]) {
    await set(page, { chart });
    const rows = await page.locator('county-chains [data-action^="source:"]').evaluateAll((all) => all.map(({ dataset }) => dataset.action));
    assert.ok(rows.length > 3, chart);
    for (const row of rows) {
      const button = page.locator(`county-chains [data-action="${row}"]`);
      await button.click();
      await frames(page);
      assert.equal(await button.getAttribute("aria-expanded"), "true", row);
      const card = page.locator("county-chains [part=card]");
      const facts = await card.locator("[data-fact] blockquote").count();
      const derived = await card.locator(".derived").count();
      assert.ok(facts + derived > 0, `${row}: ${await card.innerText()}`);
    }
  }
  silent(record);
});

test("Escape closes a panel and gives the focus back to its control", async (t) => {
  const { page, record } = await opened(t, 'chart="map" county="350582" lang="en"');
  for (const panel of ["share", "download"]) {
    const control = page.locator(`county-chains .actions [data-action="panel:${panel}"]`);
    await control.click();
    await frames(page);
    assert.equal(await control.getAttribute("aria-expanded"), "true");
    await page.locator("county-chains .panel button").first().focus();
    await page.keyboard.press("Escape");
    await frames(page);
    assert.equal(await control.getAttribute("aria-expanded"), "false");
    assert.equal(await page.evaluate(() => document.querySelector("county-chains").shadowRoot.activeElement.dataset.action), `panel:${panel}`);
    assert.equal(await page.evaluate(() => document.querySelector("county-chains").county), "350582", "the card is still open");
  }
  silent(record);
});

test("a twin that the parser put behind the paragraph of its tag is taken in; a figure of another chart is not", async (t) => {
  const figure = (chart) => `<figure data-chart="${chart}"><p>the twin</p></figure>`;
  const tag = (twin) => `<p><county-chains chart="shares" loading="eager">\n${twin}</county-chains></p>`;
  const { page } = await drawn(t, `${tag(figure("shares"))}<hr>${tag(figure("map"))}`);
  const [own, other] = await page.locator("county-chains").evaluateAll((all) => all.map((widget) => widget.querySelectorAll("figure").length));
  assert.deepEqual([own, other], [1, 0]);
  assert.deepEqual(await page.locator("figure").evaluateAll((all) => all.map((one) => one.getClientRects().length > 0)), [false, true]);
});
