// One widget for a whole day: thousands of changes by readers and by pages, and what the page holds in between.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { oneFile } from "../../pkg/tools/datasets/one-file.mjs";
import { CHARTS, drawn, LANGUAGES, ready, shown, silent, THEMES } from "../browser/support.mjs";
import { assertLevel, counting, curve } from "./curve.mjs";

const TAG = '<county-chains lang="en" loading="eager"></county-chains>';

/** Opens a page with a widget that has loaded all there is, so that nothing new comes during a run. */
async function opened(t) {
  const found = await drawn(t, TAG, { before: counting });
  await found.page.evaluate(() => document.querySelector("county-chains").complete());
  return found;
}

/** Asserts that the whole run had one instance. */
const assertOne = (samples) => assert.deepEqual([...new Set(samples.map(({ instances }) => instances))], [1], "instances");

test("ten thousand changes of the filter, a frame each, leave a page as it was", async (t) => {
  const found = await opened(t);
  const samples = await curve(found, 10_000, async ({ from, count }) => {
    const element = document.querySelector("county-chains");
    const { shadowRoot } = element;
    for (let round = from; round < from + count; round++) {
      shadowRoot.querySelector(`[data-tier="${(round % 4) + 1}"]`).click();
      await new Promise(requestAnimationFrame);
    }
    element.tiers = null;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
  assertLevel(t, "10,000 changes of the filter", samples);
  assertOne(samples);
  assert.equal((await shown(found.page)).tiers, "1 2 3 4");
  silent(found.record);
});

test("a thousand changes of language, chart and theme leave a page as it was", async (t) => {
  const found = await opened(t);
  const samples = await curve(found, 1000, async ({ from, count, given: [charts, languages, themes] }) => {
    const element = document.querySelector("county-chains");
    for (let round = from; round < from + count; round++) {
      Object.assign(element, { chart: charts[round % charts.length], lang: languages[round % languages.length], theme: themes[round % themes.length] });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
    Object.assign(element, { chart: "tiers", lang: "en", theme: "light" });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, [CHARTS, [...LANGUAGES, "en"], THEMES]);
  assertLevel(t, "1,000 changes of language, chart and theme", samples);
  assertOne(samples);
  silent(found.record);
});

test("two thousand widgets that come and go leave a page as it was", async (t) => {
  const found = await drawn(t, TAG, { before: counting });
  const samples = await curve(found, 2000, async ({ from, count, given }) => {
    for (let round = from; round < from + count; round++) {
      const element = Object.assign(document.createElement("county-chains"), { chart: given[round % given.length], lang: "en", loading: "eager" });
      document.body.append(element);
      await element.ready;
      element.remove();
    }
  }, CHARTS);
  assertLevel(t, "2,000 new widgets, each taken out again", samples);
  assertOne(samples);
  silent(found.record);
});

test("one widget that is taken out and put back two thousand times leaves a page as it was", async (t) => {
  const found = await opened(t);
  const samples = await curve(found, 2000, async ({ count }) => {
    const element = document.querySelector("county-chains");
    for (let round = 0; round < count; round++) {
      element.remove();
      await new Promise(requestAnimationFrame);
      document.body.append(element);
      while (!element.shadowRoot.querySelector("[data-tiers]")) await new Promise(requestAnimationFrame);
    }
  });
  assertLevel(t, "2,000 times out and in, the same widget", samples);
  assertOne(samples);
  await ready(found.page);
  silent(found.record);
});

const FOLDERS = new URL("../../www/gallery/datasets/", import.meta.url);

/** The datasets of the gallery, with title, address and the single file of each. */
const DATASETS = [["countries-by-income", "title"], ["uk-authorities", "title"], ["fujian-2024", "title@en"]].map(([name, title]) => {
  const read = (path) => readFileSync(new URL(`${name}/${path}`, FOLDERS), "utf8");
  const text = read("datapackage.json");
  return { title: JSON.parse(text)[title], src: `/gallery/datasets/${name}/datapackage.json`, whole: oneFile(text, read) };
});

test("a thousand changes of the dataset, by address and by object, leave a page as it was", async (t) => {
  const found = await opened(t);
  const samples = await curve(found, 1000, async ({ from, count, given }) => {
    const element = document.querySelector("county-chains");
    const shows = async (title) => {
      while (!element.shadowRoot.querySelector(".kicker").textContent.includes(title)) await new Promise(requestAnimationFrame);
    };
    for (let round = from; round < from + count; round++) {
      // Never the same title twice in a row, so that one can see which is shown; and never the same object.
      const { title, src, whole } = given[round % given.length];
      if (round % 2) element.src = src;
      else element.dataset = Object.assign(JSON.parse(whole), { edition: `Round ${round}` });
      await shows(title);
    }
    // Then the data inside, which has the title of the last.
    element.src = given[0].src;
    await shows(given[0].title);
    element.src = null;
    await shows(given[2].title);
  }, DATASETS);
  // An instance is replaced when it holds 32 MB of datasets that nobody shows.
  assertLevel(t, "1,000 changes of the dataset", samples, { pages: 48 * 16 });
  assert.ok(samples.at(-1).instances > 1, "no instance was replaced");
  silent(found.record);
});

test("ten thousand datasets that are refused leave a page as it was, each with one event", async (t) => {
  const found = await opened(t);
  const samples = await curve(found, 10_000, async ({ from, count, given }) => {
    const element = document.querySelector("county-chains");
    const { resources: [table], ...descriptor } = JSON.parse(given);
    const [head, ...rows] = table.data;
    const bad = (data) => ({ ...descriptor, resources: [{ ...table, data }] });
    const refused = [{}, bad([head, ...rows.map((row) => row.map(() => "x"))]), bad([head, ...rows, rows[0]])];
    for (let round = from; round < from + count; round++) {
      const told = new Promise((resolve) => element.addEventListener("county-chains-error", resolve, { once: true }));
      element.dataset = refused[round % refused.length];
      await told;
    }
  }, DATASETS[0].whole);
  assertLevel(t, "10,000 datasets that are refused", samples, { pages: 48 * 16 });
  assert.ok(samples.at(-1).instances > 1, "no instance was replaced");
  assert.ok(samples.every(({ lines }) => lines === 500), "one line each");
  assert.equal(found.record.events.length, 10_500);
  assert.deepEqual([...new Set(found.record.events.map(({ code }) => code))], ["bad-dataset"]);
  assert.deepEqual(found.record.errors, []);
  assert.equal((await shown(found.page)).chart, "tiers", "what was shown stays");
});
