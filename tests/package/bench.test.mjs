// What `make bench` makes of its figures: medians, ranks, tables and the dataset of its pictures. No time is measured here.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { asked, withTiles, withValues } from "../../benches/contest/contestants.mjs";
import { median, placed, ranked, short, told } from "../../benches/contest/figures.mjs";
import { patience } from "../../benches/contest/patience.mjs";
import { PICTURES, picture } from "../../benches/contest/picture.mjs";
import { sentences, table } from "../../benches/contest/sentences.mjs";
import { ROOT } from "./support.mjs";

const NAMES = { ours: "Ours", fast: "Fast", slow: "Slow", dead: "Dead" };

test("the median is the value in the middle, or the mean of the two", () => {
  assert.equal(median([30, 1, 2]), 2);
  assert.equal(median([4, 1, 100, 2]), 3);
  assert.equal(median([]), undefined);
  assert.deepEqual([told([3, 1, 2]), told([5, 5]), told([]), told("fails")], ["2 (1–3)", "5", "–", "fails"]);
});

test("numbers have as many digits as say something", () => {
  assert.deepEqual([1234.5, 12.34, 9.96, 1.26, 0.456, 0.0123, 0].map(short), ["1,235", "12", "10", "1.3", "0.46", "0.012", "0"]);
});

test("who has no figure comes last, and is not counted among those who are behind", () => {
  const entries = [{ id: "dead", values: "fails" }, { id: "slow", values: [9] }, { id: "ours", values: [5, 4, 6] }, { id: "fast", values: [1] }];
  assert.deepEqual(ranked(entries).map(({ id }) => id), ["fast", "ours", "slow", "dead"]);
  assert.equal(placed("Work", "ours", entries, NAMES), "Work: Ours (5) is 2nd of 3, behind Fast (1); Dead has no figure.");
  assert.equal(placed("Work", "fast", entries, NAMES), "Work: Fast (1) is ahead of all 2; Dead has no figure.");
  assert.equal(placed("Work", "dead", entries, NAMES), "Work: Dead has no figure.");
});

test("who is as fast as another is not ahead of it", () => {
  assert.equal(placed("Work", "ours", [{ id: "ours", values: [5] }, { id: "fast", values: [5] }], NAMES), "Work: Ours (5) is level with Fast (5).");
});

test("a contestant is ranked against peers alone, and not against our other entries", () => {
  const found = { Chromium: { "first phone": { "map twin": [300], map: [900], tiers: [100], "tiers twin": [50], uplot: [600], chartjs: [1000] } } };
  const said = sentences({ contestants: withTiles(asked("map,tiers,uplot,chartjs")), found, rows: [] });
  assert.deepEqual(said, [
    "First chart, phone, ms: county-chains `map`, static version (300) is ahead of all 2.",
    "First chart, phone, ms: county-chains `map` (900) is 2nd of 3, behind uPlot (600).",
    "First chart, phone, ms: county-chains `tiers`, static version (50) is ahead of all 2.",
    "First chart, phone, ms: county-chains `tiers` (100) is ahead of all 2.",
  ]);
});

test("many values are drawn by another chart of ours, which is named", () => {
  const found = { Chromium: { "values 1000": { map: [70], uplot: [30], "uplot-counted": [20], plotly: "not within 60 s" } } };
  assert.deepEqual(sentences({ contestants: asked("map,uplot,uplot-counted,plotly"), found, rows: [1000] }), [
    "1,000 values drawn, ms: county-chains `strip` (70) is 3rd of 3, behind uPlot of counts (20), uPlot (30); Plotly basic has no figure.",
  ]);
});

test("who does not finish is asked for fewer values again, and for no more", () => {
  const given = patience();
  given.failed("plotly", 1000, "not within 60 s");
  assert.deepEqual([100, 1000, 10_000].map((rows) => given.why("plotly", rows)), [undefined, "not within 60 s", "not within 60 s"]);
  assert.equal(given.why("uplot", 1000), undefined);
});

test("a table has a cell for each head", () => {
  assert.equal(table(["a", "b"], [["1", "2"]]), "| a | b |\n| --- | --- |\n| 1 | 2 |");
});

test("contestants are those that are asked for, and an unknown one is named", () => {
  assert.deepEqual(asked("uplot,map").map(({ id }) => id), ["map", "uplot"]);
  assert.throws(() => asked("map,d3"), /PEERS: no d3; there are map, tiers/);
  assert.ok(withTiles(asked("")).every(({ id }) => id !== "uplot-counted") && withValues(asked("")).every(({ id }) => id !== "tiers"));
});

test("the datasets of the pictures are what the profile asks for, with a class for each contestant", () => {
  const isValid = new Ajv({ strict: true }).compile(JSON.parse(readFileSync(join(ROOT, "schema/dataset.schema.json"), "utf8")));
  const figures = { "map twin": [300, 310], map: [900], tiers: [1], uplot: [600], plotly: "fails" };
  const run = { contestants: asked(""), runs: 2, versions: { Chromium: "156" }, found: { Chromium: Object.fromEntries(PICTURES.map(({ measure }) => [measure, figures])) } };
  for (const one of PICTURES) {
    const dataset = picture(run, one);
    assert.ok(isValid(dataset), JSON.stringify(isValid.errors));
    assert.deepEqual(dataset.resources[0].data.slice(1), [["county-chains, static", 305], ["county-chains, live", 900], ["uPlot", 600]]);
    assert.deepEqual(dataset.resources[0].schema.fields[0].categories, ["county-chains, static", "county-chains, live", "uPlot"]);
  }
});
