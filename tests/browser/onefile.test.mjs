// The builds with everything inside: the classic script, and the page that works without a network. Both from a disk.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile, copyFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { assertSame, assertTwin, CHARTS, drawing, frames, page, ready, set, shown, silent, test, twins, until } from "./support.mjs";

const dist = (name) => fileURLToPath(new URL(`../../pkg/dist/${name}`, import.meta.url));

const FIRST = "county-chains.inline.js";
const SECOND = "county-chains.own.inline.js";

/** A folder with a page and classic scripts, as somebody copies them to a stick. Returns the page's address. */
async function stick(t, html, head = '<script src="county-chains.inline.js"></script>', files = [FIRST]) {
  const folder = await mkdtemp(join(tmpdir(), "county-chains-stick-"));
  t.after(() => rm(folder, { recursive: true }));
  for (const name of files) await copyFile(dist(name), join(folder, name));
  const file = join(folder, "page.html");
  // No charset is told: the script must not need one.
  await writeFile(file, `<!DOCTYPE html><html lang="en"><head><title>Stick</title>${head}</head><body>${html}</body></html>`);
  return pathToFileURL(file).href;
}

/** Shows each chart in turn, which takes all parts of the wasm but the annex. */
async function assertAllCharts(page) {
  for (const chart of CHARTS) {
    await set(page, { chart });
    assert.equal((await shown(page)).chart, chart);
  }
}

test("the classic script draws all charts on a page opened from a disk, and asks for nothing", async (t) => {
  const address = await stick(t, '<county-chains chart="shares" tiers="1 2"></county-chains>');
  const { page: opened, record } = await page(t, address);
  await ready(opened);
  assert.equal((await shown(opened)).tiers, "1 2");
  await opened.locator('county-chains [data-tier="2"]').click();
  assert.equal((await shown(opened)).tiers, "1");
  await assertAllCharts(opened);
  const asked = record.requests.map((request) => request.split("/").pop());
  assert.deepEqual(asked, ["page.html", "county-chains.inline.js"]);
  silent(record);
});

test("from a disk no link is offered that leads nowhere, and code to paste shows what to replace", async (t) => {
  const { page: opened } = await page(t, await stick(t, "<county-chains></county-chains>"));
  await ready(opened);
  await opened.locator('county-chains [data-action="panel:share"]').click();
  await frames(opened);
  const codes = await opened.locator("county-chains [data-code]").evaluateAll((all) => all.map(({ dataset }) => dataset.code));
  assert.deepEqual(codes, ["citation", "citation-other"]);
  const [link, code, csv] = await opened.evaluate(() => {
    const element = document.querySelector("county-chains");
    return [element.link, element.embedCode({ kind: "iframe" }), element.toCSV()];
  });
  assert.equal(link, "");
  assert.match(code, /src="https:\/\/HOST\/county-chains\/[\d.]+\/embed\.html\?/);
  assert.doesNotMatch(csv, /file:/);
});

test("the classic script knows its folder where a server sends it, and the page may name another", async (t) => {
  const head = '<script src="/county-chains/county-chains.inline.js?v=1"></script>';
  const { page: opened } = await page(t, "/blank.html", {
    before: (page) => page.route("**/blank.html", (route) => route.fulfill({ contentType: "text/html", body: `<!DOCTYPE html>${head}<county-chains></county-chains>` })),
  });
  await ready(opened);
  const links = await opened.evaluate(() => {
    const element = document.querySelector("county-chains");
    const before = element.link;
    element.constructor.base = "https://example.org/1.0.0/";
    return [before, element.link];
  });
  assert.match(links[0], /^http:\/\/127\.0\.0\.1:\d+\/county-chains\/embed\.html\?chart=tiers/);
  assert.match(links[1], /^https:\/\/example\.org\/1\.0\.0\/embed\.html\?chart=tiers/);
});

/** Sets the dataset of the first widget, and waits until it is shown or refused. */
async function give(opened) {
  const text = String(await readFile(fileURLToPath(new URL("../../www/gallery/datasets/countries-by-income/countries-by-income.json", import.meta.url))));
  await opened.evaluate((text) => (document.querySelector("county-chains").dataset = JSON.parse(text)), text);
}

test("from a disk a dataset of the page's own is shown by the second script, whether the page names it or not", async (t) => {
  const tag = (name) => `<script src="${name}"></script>`;
  for (const head of [tag(FIRST), tag(FIRST) + tag(SECOND), tag(SECOND) + tag(FIRST)]) {
    const { page: opened, record } = await page(t, await stick(t, '<county-chains lang="en"></county-chains>', head, [FIRST, SECOND]));
    await ready(opened);
    const before = record.requests.length;
    await give(opened);
    await opened.locator("county-chains").getByText("Countries by income group").first().waitFor();
    for (const chart of ["map", "strip"]) {
      await set(opened, { chart });
      assert.equal((await shown(opened)).chart, chart);
    }
    const asked = record.requests.map((request) => request.split("/").pop());
    assert.deepEqual(asked.slice(before), head === tag(FIRST) ? [SECOND] : [], "the second script comes when it is needed");
    silent(record);
  }
});

test("without the second script a dataset of the page's own is refused, and the event names the script", async (t) => {
  const address = await stick(t, '<county-chains lang="en"></county-chains>');
  const folder = address.replace(/[^/]*$/, "");
  const { page: opened, record } = await page(t, address);
  await ready(opened);
  const before = await drawing(opened);
  await give(opened);
  await until(record, ({ events }) => events.length > 0);
  const [{ code, message }] = record.events;
  assert.equal(code, "wasm-fetch");
  assert.match(message, /add a script tag for county-chains\.own\.inline\.js/);
  await frames(opened);
  assertSame(await drawing(opened), before, "the view has changed");
  await copyFile(dist(SECOND), fileURLToPath(`${folder}${SECOND}`));
  await give(opened);
  await opened.locator("county-chains").getByText("Countries by income group").first().waitFor();
});

test("where wasm cannot run, a page from a disk keeps its twin and says so once", async (t) => {
  const [twin] = await twins(t, [{ chart: "map", lang: "en" }]);
  const address = await stick(t, `<county-chains chart="map" lang="en">${twin}</county-chains>`, '<meta charset="utf-8"><script src="county-chains.inline.js"></script>');
  const { page: opened, record } = await page(t, address, { before: (page) => page.addInitScript(() => delete window.WebAssembly) });
  await until(record, ({ events }) => events.length > 0);
  assert.deepEqual(record.events.map(({ code }) => code), ["wasm-blocked"]);
  assert.equal(record.console.length, 1);
  await assertTwin(opened);
});

test("the offline page works from a disk in three languages, with all charts inside, and asks for nothing", async (t) => {
  const address = pathToFileURL(dist("county-chains.offline.html")).href;
  const { page: opened, record } = await page(t, address);
  await ready(opened);
  await assertAllCharts(opened);
  for (const [lang, heading] of [["en", /Fujian/], ["zh-Hant", /福建縣域/], ["zh-Hans", /福建县域/]]) {
    await opened.locator(`#languages [data-lang="${lang}"]`).click();
    await frames(opened);
    assert.equal((await shown(opened)).lang, lang);
    assert.match(await opened.locator("h1").innerText(), heading);
    assert.equal(await opened.evaluate(() => document.documentElement.lang), lang);
  }
  const [stated, narrow] = await opened.evaluate(() => [...document.querySelectorAll("meta[http-equiv]")].map(({ content }) => content));
  assert.equal(narrow, stated.replace(" 'unsafe-eval'", "").replace(" data:", ""), "what only old browsers need is taken away");
  const download = opened.waitForEvent("download");
  await opened.locator('county-chains [data-action="panel:download"]').click();
  await opened.locator('county-chains [data-action="save:csv-all"]').first().click();
  assert.match((await download).suggestedFilename(), /\.csv$/);
  assert.deepEqual(record.requests.filter((request) => !request.startsWith("blob:")), [address]);
  silent(record);
});

test("the offline page without script, or without wasm, shows all charts as pictures and tables", async (t) => {
  const address = pathToFileURL(dist("county-chains.offline.html")).href;
  const still = await page(t, address, { javaScriptEnabled: false });
  const blocked = await page(t, address, { before: (page) => page.addInitScript(() => delete window.WebAssembly) });
  await until(blocked.record, ({ events }) => events.length > 0);
  for (const { page: opened } of [still, blocked]) {
    assert.ok(await opened.locator("details[lang=zh-Hans] figure svg").first().isVisible());
    const charts = await opened.locator("details[open] figure").evaluateAll((all) => all.map(({ dataset }) => dataset.chart));
    assert.deepEqual(charts, CHARTS);
    assert.equal(await opened.locator("details[open] table").count(), CHARTS.length);
  }
  assert.ok(await still.page.locator("#languages").isHidden(), "no button that does nothing");
});
