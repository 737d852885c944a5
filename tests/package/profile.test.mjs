// The profile of datasets that are not ours: what it takes, and where it finds what is wrong.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { ROOT } from "./support.mjs";

const json = (path) => JSON.parse(readFileSync(join(ROOT, path), "utf8"));
const FOLDER = "www/gallery/datasets";
const EXAMPLES = readdirSync(join(ROOT, FOLDER), { recursive: true }).filter((name) => name.endsWith(".json")).map((name) => `${FOLDER}/${name}`);

const log = (line) => assert.fail(line);
const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: true, logger: { log, warn: log, error: log } });
const profile = json("schema/dataset.schema.json");
const isValid = ajv.compile(profile);

/** The places of all errors. That of a missing property is where it would be. */
function places(dataset) {
  if (isValid(dataset)) return [];
  return isValid.errors.map(({ instancePath, params }) => instancePath + (params.missingProperty ? `/${params.missingProperty}` : ""));
}

/** The least that a dataset consists of, and one thing of every kind. */
const small = () => ({
  name: "beds",
  languages: ["en", "zh-Hans"],
  title: "Beds",
  "title@zh-Hans": "床位",
  sources: [{ title: "Register" }],
  licenses: [{ name: "CC0-1.0" }],
  notes: ["One."],
  "notes@zh-Hans": ["一。"],
  units: [{ name: "beds", one: "bed", many: "beds" }],
  derived: [{ name: "share", title: "Share", unit: "percent", formula: "part beds {whole}" }],
  stories: [{ chart: "tiers", indicator: "beds", heading: "{v:A} and {v2}, {gap:A:B} apart" }],
  resources: [
    {
      name: "entities",
      type: "table",
      path: "beds.csv",
      where: { open: "True", kind: ["x", "y"] },
      dialect: { delimiter: ";" },
      schema: {
        fieldsMatch: "subset",
        fields: [
          { name: "code", type: "string" },
          { name: "name", type: "string" },
          { name: "class", role: "tier", type: "string", categoriesOrdered: true, categories: ["A", { value: "B", label: "Class B", short: "B" }] },
          { name: "beds", type: "integer", unit: "beds", decimals: 0, aggregate: "sum", missingValues: [{ value: "", label: "not counted" }] },
          { name: "cost", type: "number", aggregate: { mean: "beds" }, scale: "log", direction: "down" },
        ],
      },
    },
    { name: "facts", path: "facts.csv" },
  ],
});

test("the profile takes every example", () => {
  assert.equal(EXAMPLES.length, 4);
  for (const path of EXAMPLES) assert.deepEqual(places(json(path)), [], path);
});

test("the profile takes the least that there may be, and properties of others at every place", () => {
  assert.deepEqual(places(small()), []);
  const { sources, licenses, resources: [{ name, path, schema }] } = small();
  assert.deepEqual(places({ sources, licenses, resources: [{ name, path, schema: { fields: [schema.fields[2]] } }] }), []);
  const strange = (thing) => {
    if (Array.isArray(thing)) return thing.map(strange);
    if (typeof thing !== "object") return thing;
    const own = Object.entries(thing).map(([key, value]) => [key, key === "where" ? value : strange(value)]);
    return { "x-ours": [1], "@context": {}, ...Object.fromEntries(own) };
  };
  assert.deepEqual(places(strange(small())), []);
});

const FIELD = "/resources/0/schema/fields";
const fieldsOf = (dataset) => dataset.resources[0].schema.fields;
const long = (length) => "x".repeat(length);

/** What is wrong, how it comes about, and where it must be found. */
const WRONG = [
  ["no sources", (d) => delete d.sources, "/sources"],
  ["an empty list of sources", (d) => (d.sources = []), "/sources"],
  ["a source without title and path", (d) => (d.sources[0] = { publisher: "Office" }), "/sources/0/title"],
  ["a source that no reader could follow", (d) => (d.sources[0].path = "javascript:alert(1)"), "/sources/0/path"],
  ["no licences", (d) => delete d.licenses, "/licenses"],
  ["a licence without name and path", (d) => (d.licenses[0] = { title: "Free" }), "/licenses/0/name"],
  ["a licence whose name is a sentence", (d) => (d.licenses[0].name = "do what you like"), "/licenses/0/name"],
  ["a tag that is none", (d) => (d.languages[1] = "xx-bad-tag-toolong"), "/languages/1"],
  ["a language twice", (d) => d.languages.push("en"), "/languages"],
  ["a title that is a map of languages", (d) => (d.title = { en: "Beds" }), "/title"],
  ["a title of 201 characters", (d) => (d.title = long(201)), "/title"],
  ["a title with a brace", (d) => (d.title = "Beds {n}"), "/title"],
  ["a text whose tag is none", (d) => (d["title@zh_Hans"] = "床位"), "/title@zh_Hans"],
  ["a translated title with a line break", (d) => (d["title@zh-Hans"] = "床\n位"), "/title@zh-Hans"],
  ["an edition that turns the direction of the text", (d) => (d.edition = "2023\u202e"), "/edition"],
  ["notes that are one text", (d) => (d.notes = "One."), "/notes"],
  ["a note of 2,001 characters", (d) => (d.notes[0] = long(2001)), "/notes/0"],
  ["a homepage that is no address", (d) => (d.homepage = "example.org"), "/homepage"],
  ["an empty list of keywords", (d) => (d.keywords = []), "/keywords"],
  ["a unit without a name", (d) => delete d.units[0].name, "/units/0/name"],
  ["a derived indicator without a formula", (d) => delete d.derived[0].formula, "/derived/0/formula"],
  ["a formula with one name too few", (d) => (d.derived[0].formula = "ratio beds"), "/derived/0/formula"],
  ["41 derived indicators", (d) => (d.derived = Array(41).fill(d.derived[0])), "/derived"],
  ["a story about a chart that there is not", (d) => (d.stories[0].chart = "pie"), "/stories/0/chart"],
  ["a story that says nothing", (d) => delete d.stories[0].heading, "/stories/0/heading"],
  ["a place that nothing fills", (d) => (d.stories[0].heading = "{nowhere}"), "/stories/0/heading"],
  ["a place of a thirteenth class", (d) => (d.stories[0]["summary@zh-Hans"] = "{v13}"), "/stories/0/summary@zh-Hans"],
  ["no tables", (d) => delete d.resources, "/resources"],
  ["nine tables", (d) => (d.resources = [...d.resources, ...Array(7).fill(d.resources[1])]), "/resources"],
  ["two tables, neither of entities nor of tiers", (d) => (d.resources[0].name = "other"), "/resources"],
  ["a table without a name", (d) => delete d.resources[1].name, "/resources/1/name"],
  ["a table without rows", (d) => delete d.resources[1].path, "/resources/1/path"],
  ["a table with path and data", (d) => (d.resources[1].data = [["id"]]), "/resources/1"],
  ["data that are a number", (d) => (d.resources[1] = { name: "facts", data: 5 }), "/resources/1/data"],
  ["10,001 facts", (d) => (d.resources[1] = { name: "facts", data: Array(10_002).fill(["f"]) }), "/resources/1/data"],
  ["a table of another type", (d) => (d.resources[1].type = "json"), "/resources/1/type"],
  ["two paths", (d) => (d.resources[1].path = ["a.csv", "b.csv"]), "/resources/1/path"],
  ["an encoding with a blank", (d) => (d.resources[0].encoding = "utf 8"), "/resources/0/encoding"],
  ["a separator that is none", (d) => (d.resources[0].dialect.delimiter = "::"), "/resources/0/dialect/delimiter"],
  ["rows that are kept by a list of objects", (d) => (d.resources[0].where.open = [{ not: "False" }]), "/resources/0/where/open/0"],
  ["no columns of entities", (d) => delete d.resources[0].schema, "/resources/0/schema"],
  ["no column of the classes", (d) => fieldsOf(d).splice(2, 1), FIELD],
  ["a list of ways to match fields", (d) => (d.resources[0].schema.fieldsMatch = ["subset"]), "/resources/0/schema/fieldsMatch"],
  ["classes that are not listed", (d) => delete fieldsOf(d)[2].categories, `${FIELD}/2/categories`],
  ["a single class", (d) => fieldsOf(d)[2].categories.pop(), `${FIELD}/2/categories`],
  ["13 classes", (d) => (fieldsOf(d)[2].categories = [..."abcdefghijklm"]), `${FIELD}/2/categories`],
  ["classes without list by the name of their column", (d) => (fieldsOf(d)[2] = { name: "tier", type: "string" }), `${FIELD}/2/categories`],
  ["a class without a value", (d) => delete fieldsOf(d)[2].categories[1].value, `${FIELD}/2/categories/1/value`],
  ["an order of classes in words", (d) => (fieldsOf(d)[2].categoriesOrdered = "yes"), `${FIELD}/2/categoriesOrdered`],
  ["a role that there is not", (d) => (fieldsOf(d)[0].role = "id"), `${FIELD}/0/role`],
  ["a type that there is not", (d) => (fieldsOf(d)[3].type = "int"), `${FIELD}/3/type`],
  ["a unit of a text", (d) => (fieldsOf(d)[3].type = "string"), `${FIELD}/3/type`],
  ["a way of putting values together that there is not", (d) => (fieldsOf(d)[3].aggregate = "summ"), `${FIELD}/3/aggregate`],
  ["a mean without a weight", (d) => (fieldsOf(d)[4].aggregate = {}), `${FIELD}/4/aggregate/mean`],
  ["ten decimals", (d) => (fieldsOf(d)[3].decimals = 10), `${FIELD}/3/decimals`],
  ["decimals as a text", (d) => (fieldsOf(d)[3].decimals = "1"), `${FIELD}/3/decimals`],
  ["a scale that there is not", (d) => (fieldsOf(d)[4].scale = "logarithmic"), `${FIELD}/4/scale`],
  ["a direction that judges", (d) => (fieldsOf(d)[4].direction = "better"), `${FIELD}/4/direction`],
  ["a reason without the cell that it explains", (d) => delete fieldsOf(d)[3].missingValues[0].value, `${FIELD}/3/missingValues/0/value`],
  ...["../beds.csv", "https://other.example/beds.csv", "/etc/passwd", "a/../../b.csv", "%2e%2e/b.csv", "C:\\beds.csv", "a//b.csv", ".beds.csv"]
    .map((path) => [`the path ${path}`, (d) => (d.resources[0].path = path), "/resources/0/path"]),
];

test("the profile refuses what is wrong, and says where", () => {
  for (const [what, change, place] of WRONG) {
    const dataset = small();
    change(dataset);
    const found = places(dataset);
    assert.ok(found.includes(place), `${what}: expected ${place}, found ${found.join(" ") || "nothing"}`);
    // Errors elsewhere are those of what the wrong thing is in, or consists of.
    const elsewhere = found.filter((other) => !place.startsWith(other.replace(/\/[^/]+$/, "")) && !other.startsWith(place));
    assert.deepEqual(elsewhere, [], what);
  }
});

test("every property of the profile says what it is for", () => {
  const silent = [];
  const walk = (schema, path) => {
    if (typeof schema !== "object") return;
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      // Rules look at a property without describing it.
      const isRule = typeof property === "boolean" || /\/(if|then|contains|entities|tiers|tier)\b/.test(path);
      const described = property.description ?? profile.$defs[property.$ref?.split("/").at(-1)]?.description;
      if (!isRule && !described) silent.push(`${path}/${name}`);
    }
    for (const [key, value] of Object.entries(schema)) {
      if (typeof value === "object") walk(value, `${path}/${key}`);
    }
  };
  walk(profile, "");
  assert.deepEqual(silent, []);
});

test("the reference names every property of the profile, every word that one may have, and every problem", () => {
  const reference = readFileSync(join(ROOT, "docs/own-data.md"), "utf8");
  const named = new Set([...reference.matchAll(/(?<!`)(`+)(?!`) ?(.+?) ?\1(?!`)/g)].map(([, , text]) => text.replace("\\|", "|")));
  const words = new Set();
  const walk = (schema) => {
    for (const name of Object.keys(schema.properties ?? {})) words.add(name);
    for (const word of [...(schema.enum ?? []), ...("const" in schema ? [schema.const] : [])]) words.add(word === "\t" ? "\\t" : String(word));
    for (const value of Object.values(schema)) if (typeof value === "object" && value) walk(value);
  };
  walk(profile);
  assert.ok(words.size > 100, `${words.size} words`);
  const inText = [...words].filter((word) => !named.has(word) && !named.has(`{"${word}": "population"}`));
  assert.deepEqual(inText, []);

  const [, codes] = readFileSync(join(ROOT, "src/package/problem.rs"), "utf8").split("\ncodes! {");
  const told = { Error: [], Warning: [] };
  for (const [, code, severity] of codes.matchAll(/ = "([a-z-]+)", (Error|Warning);/g)) told[severity].push(code);
  const [errors, warnings] = ["error", "warning"].map((kind) => {
    const [, table] = reference.split(`| code of ${kind === "error" ? "an error" : "a warning"} |`);
    return [...table.split("\n\n")[0].matchAll(/^\| `([a-z-]+)` \| .+ \| .+ \|$/gm)].map(([, code]) => code);
  });
  assert.deepEqual({ Error: errors.sort(), Warning: warnings.sort() }, { Error: told.Error.sort(), Warning: told.Warning.sort() });
});

test("the example of the reference is a dataset", () => {
  const reference = readFileSync(join(ROOT, "docs/own-data.md"), "utf8");
  const [example, ...pieces] = [...reference.matchAll(/```json\n(\{[^]*?)```/g)].map(([, text]) => JSON.parse(text));
  assert.deepEqual(places(example), []);
  assert.equal(pieces.length, 3);
  for (const { data } of pieces) {
    const [{ path, ...table }] = example.resources;
    assert.deepEqual(places({ ...example, resources: [{ ...table, data }] }), []);
  }
});
