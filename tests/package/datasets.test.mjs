// The examples of datasets: those that are derived are what they derive from.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { freshDatasets } from "../../pkg/tools/datasets.mjs";
import { records, rows, written } from "../../pkg/tools/datasets/csv.mjs";
import { ROOT } from "./support.mjs";

const read = (path) => readFileSync(join(ROOT, path), "utf8");
const FOLDER = "www/gallery/datasets";
const json = (path) => JSON.parse(read(`${FOLDER}/${path}`));
const table = (path) => records(read(`${FOLDER}/${path}`));

test("the derived files are what their script would write", () => {
  const fresh = freshDatasets();
  assert.equal(fresh.length, 5);
  for (const [path, text] of fresh) assert.equal(read(path), text, `${path} is old; run node pkg/tools/datasets.mjs`);
});

test("the countries as one file are those of the folder, cell by cell", () => {
  const folder = json("countries-by-income/datapackage.json");
  const single = json("countries-by-income/countries-by-income.json");
  const [{ path, encoding, ...about }] = folder.resources;
  const [{ data, ...same }] = single.resources;
  assert.deepEqual({ ...single, resources: [same] }, { ...folder, resources: [about] });
  const text = (value) => (value === null ? "" : String(value));
  assert.deepEqual(data.map((row) => row.map(text)), rows(read(`${FOLDER}/countries-by-income/${path}`)));
  assert.equal(data.length, 196);
  const population = data[0].indexOf("population");
  assert.ok(data.slice(1).every((row) => ["number", "object"].includes(typeof row[population])), "numbers are numbers");
});

/** What the program publishes of the data that it was built with. */
const { facts, tiers, counties } = JSON.parse(read("pkg/dist/data.json"));
const TAGS = { "zh-Hans": "", "zh-Hant": "@zh-Hant", en: "@en" };
const spoken = (record, name) => (record[name] ? Object.fromEntries(Object.entries(TAGS).map(([tag, suffix]) => [tag, record[name + suffix]])) : undefined);

test("Fujian as a dataset of one's own has the facts of the program, word for word", () => {
  const { units } = json("fujian-2024/datapackage.json");
  const known = [...units.map(({ name }) => name), "percent", "yuan-100m", "rank"];
  const list = table("fujian-2024/facts.csv");
  assert.equal(list.length, facts.length);
  for (const [index, fact] of facts.entries()) {
    const own = list[index];
    const value = fact.value === null ? "" : String(fact.value);
    const restated = [own.id, own.topic, own.value, own.period, own.qualifier, own.quote, own.place, own.entities, own.tier, own.tags];
    assert.deepEqual(restated, [fact.id, fact.theme, value, fact.period, fact.qualifier, fact.quote, String(fact.paragraph),
      (fact.counties ?? []).join(" "), fact.tier ? String(fact.tier) : "", (fact.tags ?? []).join(" ")]);
    for (const name of ["subject", "statement", "note"]) assert.deepEqual(spoken(own, name), fact[name], `${fact.id} ${name}`);
    assert.equal(own.unit, fact.unit?.key ?? "", fact.id);
    if (own.unit) assert.ok(known.includes(own.unit), own.unit);
  }
});

test("Fujian as a dataset of one's own has the counties of the program", () => {
  const list = table("fujian-2024/entities.csv");
  assert.equal(list.length, counties.length);
  for (const county of counties) {
    const own = list.find(({ code }) => code === county.code);
    assert.deepEqual([own.code, own.row, own.column, own.tier], [county.code, String(county.row), String(county.column), county.tier ? String(county.tier) : ""]);
    assert.deepEqual([spoken(own, "name"), spoken(own, "group")], [county.name, county.city], county.code);
    assert.deepEqual([own.kind, own.roles], [county.kind, county.roles.join(" ")], county.code);
  }
});

test("Fujian as a dataset of one's own prints the figures that the article prints, and calculates the others alike", () => {
  const { resources, derived } = json("fujian-2024/datapackage.json");
  const list = table("fujian-2024/tiers.csv");
  const proofs = table("fujian-2024/facts.csv");
  const formulas = new Map([...resources[1].schema.fields, ...derived].map(({ name, formula }) => [name, formula]));
  let printed = 0;
  for (const [index, { tier, name, indicators }] of tiers.entries()) {
    assert.equal(list[index].tier, String(tier));
    const { label, "label@zh-Hant": hant, "label@en": en } = resources[0].schema.fields[2].categories[index];
    assert.deepEqual({ "zh-Hans": label, "zh-Hant": hant, en }, name);
    for (const [id, measure] of Object.entries(indicators)) {
      const cell = list[index][id] ?? "";
      if (!measure.fact) {
        assert.equal(cell, "", `${id} of tier ${tier}`);
        assert.equal(measure.derived, Boolean(formulas.get(id)), `${id} of tier ${tier} is calculated`);
        continue;
      }
      printed += 1;
      assert.equal(cell, String(measure.value), `${id} of tier ${tier}`);
      const { indicator, tier: about, value } = proofs.find((fact) => fact.id === measure.fact);
      assert.deepEqual([indicator, about, value], [id, String(tier), cell]);
    }
  }
  assert.equal(printed, 19);
});

test("the stories and notes of Fujian are those of the program, and ask for no figure that other datasets lack", () => {
  const own = json("fujian-2024/datapackage.json");
  assert.deepEqual(own.stories.map(({ indicator }) => indicator), ["chains", "growth", "gdp-per-county", "chains-per-county"]);
  const texts = [...own.stories.flatMap(({ chart, indicator, ...words }) => Object.values(words))];
  assert.equal(texts.length, 4 * 6);
  for (const text of texts) assert.doesNotMatch(text.replaceAll(/\{(v:[1-4]|sum|total)\}/g, ""), /[{}]/);
  assert.deepEqual(["notes", "notes@zh-Hant", "notes@en"].map((name) => own[name].length), [2, 2, 2]);
  assert.doesNotMatch(JSON.stringify([own.notes, own["notes@zh-Hant"], own["notes@en"]]), /[{}]/);
});

test("the file of the UK is the published one, and what the descriptor names is in it", () => {
  const { resources: [{ path, where, schema }] } = json("uk-authorities/datapackage.json");
  const bytes = readFileSync(join(ROOT, FOLDER, "uk-authorities", path));
  const published = "78996ce1cb68eeecdde44b6fac57fe072b45212acef2d84323ebc104e5ac398b";
  assert.equal(createHash("sha256").update(bytes).digest("hex"), published);
  const [header] = rows(bytes.toString());
  assert.deepEqual([...schema.fields.map(({ name }) => name), ...Object.keys(where)].filter((name) => !header.includes(name)), []);
  const kept = records(bytes.toString()).filter((record) => Object.entries(where).every(([name, value]) => record[name] === value));
  assert.equal(kept.length, 361);
  const [, , type, region] = schema.fields;
  for (const { name, categories } of [type, region]) {
    const found = new Set(kept.map((record) => record[name]));
    assert.deepEqual(categories.map(({ value }) => value).sort(), [...found].sort(), name);
  }
  // Nothing counts twice: a county, or what else contains districts, is not among them.
  const parents = new Set(kept.map((record) => record["county-la"]).filter(Boolean));
  assert.deepEqual(kept.filter((record) => parents.has(record["local-authority-code"])), []);
});

test("the reader of CSV takes quotes, line ends and a byte order mark, and what it writes it reads", () => {
  assert.deepEqual(rows('\ufeffa,b\r\n"1, ""2""\n3",\r\n,x'), [["a", "b"], ['1, "2"\n3', ""], ["", "x"]]);
  const text = written(["a", "b"], [{ a: '1,"2"', b: "x\ny" }, { a: "z" }]);
  assert.deepEqual(records(text), [{ a: '1,"2"', b: "x\ny" }, { a: "z", b: "" }]);
  assert.throws(() => rows('a,b\n1,2"3'), /no cell of CSV at character 6/);
});
