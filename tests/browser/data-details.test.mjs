// What the page that prepares data says of problems beside their kind, in Chinese: no sentence of the reader is left in English.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { page as opened, silent, test } from "./support.mjs";

const root = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Datasets that have problems of many kinds: descriptors with their tables. */
async function troubled() {
  const folder = root("tests/own/planted");
  const [planted, entities, proofs] = await Promise.all(["datapackage.json", "entities.csv", "facts.csv"].map((name) => readFile(join(folder, name), "utf8")));
  const good = {
    name: "t", title: "T", sources: [{ title: "S" }], licenses: [{ name: "CC0-1.0" }], languages: ["en", "zh-Hans"],
    resources: [{
      name: "entities", path: "e.csv", schema: { fieldsMatch: "subset", fields: [
        { name: "kind", type: "string", role: "tier", categories: ["x", "y"] }, { name: "v", type: "number" }, { name: "n", type: "integer" },
      ] },
    }],
  };
  const table = "code,name,kind,v,n\nA1,A,x,1,1\nA2,B,y,2,2\n";
  const of = (change, content = table, others = {}) => {
    const descriptor = structuredClone(good);
    change(descriptor, descriptor.resources[0], descriptor.resources[0].schema.fields);
    return [JSON.stringify(descriptor), { "e.csv": content, ...others }];
  };
  const sets = [[planted, { "entities.csv": entities, "facts.csv": proofs }]];
  const nothing = () => {};
  for (const rows of ["A1,A,x,1e99,1.5\n", "A1,A,x,Infinity,1\n", "A1,A,x,\"1,204\",1\n", "A1,A,x,\"1,5\",#REF!\n", "A1,A,x,5-Mar,1\n", "A1,A,x,5%,1\n", "A 1,,z,1,1\n", "A1,A,xx,1\n", "A1,A,x,1,1,1\n", "A1,A\"a,x,1,1\n", "A1,\"A,x,1,1\n", ",,,,\n", "A1,A,x,1,1\nA1,B,y,1,1\n"]) {
    sets.push(of(nothing, table.replace("A1,A,x,1,1\n", rows)));
  }
  for (const content of ["", "code,name,kind,v,n\n", "<!DOCTYPE html>", "PK\u0003\u0004", "%PDF", "{\\rtf", "code;name;kind;v;n\n1;A;x;1;1\n", "Hospitals,,,,\ncode,name,kind,v,n\n", "code,name,,kind,kind,v,n\n1,A,,x,x,1,1\n", "code,name,kind\n1,A,x\n"]) sets.push(of(nothing, content));
  for (const text of ['{"a": }', '{"a" 1}', "{a: 1}", "{'a': 1}", '{"a": 1,}', '{"a": 1 "b": 2}', '{"a": "x', "[1", "{} {}", "// x\n{}", '{"a": +1}', '{"a": "\\q"}', "[]", "", `${"[".repeat(40)}`, '{"title": "\\ud800"}', '{"a": 1e999}', '{"a": 1, "a": 2}', "<html>"]) sets.push([text, {}]);
  for (const change of [
    (all) => (all.sources = []), (all) => (all.licenses = [{}]), (all) => (all.title = ""), (all) => (all.title = 5), (all) => (all.title = "{x}"), (all) => (all.title = "x".repeat(300)),
    (all) => (all.title = "\u202e"), (all) => (all.languages = ["en", "en_GB"]), (all) => (all.languages = ["en", "en"]), (all) => (all.units = [{}]), (all) => (all.sources = [{ path: "x:y" }]),
    (all) => (all.resources = []), (all) => (all.resources = 5), (all, one) => (one.path = "../e.csv"), (all, one) => (one.path = "./e.csv"), (all, one) => (one.path = "e%.csv"), (all, one) => (one.path = "a\\e.csv"), (all, one) => (one.path = " e.csv"), (all, one) => (one.path = ".../e.csv"), (all, one) => (one.path = "e".repeat(300)), (all, one) => delete one.path, (all, one) => (one.data = []), (all, one) => (one.path = ["a", "b"]),
    (all, one) => (one.dialect = { delimiter: "x" }), (all, one) => (one.dialect = { delimiter: "::" }), (all, one) => (one.encoding = "<x>"), (all, one) => (one.where = { q: "1" }), (all, one) => (one.where = { n: "9" }), (all, one) => (one.where = { n: {} }),
    (all, one) => (one.schema.fieldsMatch = "sub"), (all, one, fields) => delete fields[0].role, (all, one, fields) => (fields[0].role = "tierr"), (all, one, fields) => (fields[0].categories = ["x"]), (all, one, fields) => delete fields[0].categories,
    (all, one, fields) => (fields[0].categories = ["x", "y", "x"]), (all, one, fields) => (fields[0].categories = ["x", { label: "Y" }]), (all, one, fields) => (fields[0].categories = ["x", { value: "y", label: "x" }]), (all, one, fields) => (fields[0].categories = [..."abcdefghijklmnop"]),
    (all, one, fields) => (fields[1].unit = "beds"), (all, one, fields) => (fields[1].aggregate = "som"), (all, one, fields) => (fields[1].aggregate = { mean: "q" }), (all, one, fields) => (fields[1].aggregate = {}), (all, one, fields) => (fields[1].decimals = 99),
    (all, one, fields) => (fields[1].decimalChar = fields[1].groupChar = ","), (all, one, fields) => (fields[1].scale = "lg"), (all, one, fields) => (fields[1].name = 5), (all, one, fields) => (fields[2].name = "v"), (all, one, fields) => (fields[1].role = "name"), (all, one, fields) => (fields[2].role = "name"),
    (all) => (all.derived = [{ name: "d", formula: "v / n" }]), (all) => (all.derived = [{ name: "d", formula: "ratio v q" }]), (all) => (all.derived = [{}]), (all) => (all.derived = [{ name: "v", formula: "ratio v n" }]),
    (all) => (all.stories = [{ chart: "pie", heading: "x" }]), (all) => (all.stories = [{ chart: "tiers", indicator: "q", heading: "{zz} of 12" }]), (all) => (all.stories = [{ chart: "tiers" }]), (all) => (all.stories = [{ chart: "tiers", heading: "{total}" }]), (all) => (all.titel = "x"), (all) => (all["title@fr"] = "x"),
    (all) => all.resources.push({ name: "others", path: "o.csv" }), (all) => all.resources.push({ name: "entities", path: "o.csv" }), (all) => all.resources.push({ name: "grid", path: "g.csv" }), (all) => (all.entity = 5), (all) => (all.notes = [5]),
    (all, one, fields) => (fields[1].missingValues = [5]), (all, one) => (one.data = [[["x"]]], delete one.path), (all, one) => (one.data = 5, delete one.path), (all, one) => (one.data = [5], delete one.path),
  ]) sets.push(of(change, table, { "g.csv": "code,row,col\nA1,1,\nA2,99,1\nA2,5,5\nA1,5,5\n" }));
  const facts = "id,entities,indicator,value,qualifier,tier,quote\nf1,A1,v,9,,,q\nf1,H9,w,1,most,,\nf2,,v,,exact,z,q\nf3,,,,,,q\nf4,,v,1,not given,,q\n";
  sets.push([JSON.stringify(good), {}]);
  sets.push(of((all) => all.resources.push({ name: "facts", path: "f.csv" }), table, { "f.csv": facts }));
  sets.push(of((all, one, fields) => (fields[0].categories = ["x", "X", "y"]), table.replace("A2,B,y,2,2", "A2,B,X,2,2\nA3,C,X,3,3")));
  sets.push(of(nothing, "code,name,kind,v,n\n1,A,x,100,1\n2,B,y,200,1\n3,C,y,300,1\n4,D,,600,1\n"));
  const warned = "code,name,kind,v,n\n10001,Same,x,1,\n2002,Same,x,2,\n10003,C,x,3,\n10004,D,x,1000,\n";
  sets.push(of((all, one, fields) => ((fields[1].aggregate = "sum"), all.resources.push({ name: "facts", path: "f.csv" })), warned, { "f.csv": "id,indicator,value,quote\nf,v,5,q\n" }));
  sets.push(of((all, one, fields) => ((fields[1].aggregate = "sum"), all.resources.push({ name: "facts", path: "f.csv" })), table.replace("n\n", "n,V.qualifier\n").replace(/(\d)\n/g, "$1,\n"), { "f.csv": "id,tier,indicator,value,quote\nf,,v,3,q\ng,,v,4,q\nh,x,v,5,q\n" }));
  for (const aggregate of ["median", { mean: "n" }]) sets.push(of((all, one, fields) => ((fields[1].aggregate = aggregate), all.resources.push({ name: "facts", path: "f.csv" })), table, { "f.csv": "id,tier,indicator,value,quote\nf,x,v,5,q\n" }));
  sets.push(of((all) => all.resources.push({ name: "facts", path: "f.csv" }), table, { "f.csv": "id,indicator,value,quote,place\nf,v,5,q,3a\n" }));
  sets.push(of((all) => ((all.entity = { many: "things" }), (all.units = [{ name: "b", one: "b" }]), (all.stories = ["map", "strip", "facts"].map((chart) => ({ chart, heading: "x" }))), all.resources.push({ name: "grid", path: "g.csv" })), table.replace(/\n$/, "\nA3,C,x,1,1\n"), { "g.csv": "code,row,col\nA1,1,1\n" }));
  for (const change of [
    (all) => (all.languages = []), (all, one) => (one.dialect = { doubleQuote: false }), (all, one, fields) => (fields[0].categories = [{ value: "x", label: "y" }, "y"]),
    (all, one, fields) => (fields[1].aggregate = "mean"), (all, one, fields) => ((fields[1].aggregate = { mean: "n" }), (one.data = "code,name,kind,v,n\nA1,A,x,1,-1\n"), delete one.path), (all, one, fields) => ((fields[1].scale = "log"), (one.data = "code,name,kind,v,n\nA1,A,x,0,1\nA2,B,y,1,1\n"), delete one.path),
    (all, one, fields) => ((fields[1].groupChar = ","), (one.data = "code,name,kind,v,n\nA1,A,x,\"12,04\",1.204.000\n"), delete one.path), (all, one) => ((one.data = "code,name,kind,v,n\nA1,A,x,1'204,\"1.204,5\"\n"), delete one.path),
  ]) sets.push(of(change));
  const placed = table.replace("n\n", "n,row,col\n").replace("1,1\n", "1,1,1,1\n").replace("2,2\n", "2,2,1,2\n");
  for (const grid of ["A1,2,2\n", "A1,1,1\nA1,2,2\n"]) sets.push(of((all) => all.resources.push({ name: "grid", path: "g.csv" }), placed, { "g.csv": `code,row,col\n${grid}` }));
  sets.push(...inside(good));
  return sets;
}

/** Data inside of the descriptor: facts against other tables, and what stands twice. */
function inside(good) {
  const rows = (name, ...data) => ({ name, data });
  const entities = { ...good.resources[0], path: undefined, data: [["code", "name", "kind", "v", "n"], ["A1", "A", "x", 1, 1], ["A2", "B", "y", 2, ""], ["A3", "C", "y", 3, 3], ["A3", "D", "y", 4, 4]] };
  const tiers = { ...rows("tiers", ["kind", "v"], ["x", 5], ["y", 6], ["x", 7]), schema: { fields: [{ ...good.resources[0].schema.fields[0] }, { name: "v", type: "number" }] } };
  const facts = rows("facts", ["id", "entities", "tier", "indicator", "value", "quote"], ["f1", "A1", "", "v", 9, "q"], ["f2", "A2", "", "n", 9, "q"], ["f3", "H9", "", "v", 9, "q"], ["f4", "", "x", "v", 9, "q"], ["f4", "", "y", "v", 6, "q"]);
  const of = (...resources) => [JSON.stringify({ ...good, resources }), {}];
  return [of(entities, facts, tiers), of(tiers, facts)];
}

test("what was found, is allowed and helps is told in the words of the page; names and values stay", async (t) => {
  const { page, record } = await opened(t, "/data.html");
  const told = await page.evaluate(async (sets) => {
    const { checkDataset } = await import("/county-chains/county-chains.draft.js");
    const { allowedInWords, foundInWords } = await import("/gallery/data-details.js");
    const problems = (await Promise.all(sets.map(([descriptor, files]) => checkDataset(descriptor, files)))).flatMap(({ problems }) => problems);
    return ["zh-Hans", "zh-Hant", "en"].map((lang) => {
      document.documentElement.lang = lang;
      return problems.flatMap((problem) => [
        [`${problem.code} found`, problem.found, foundInWords(problem)],
        [`${problem.code} allowed`, problem.allowed, allowedInWords(problem.allowed)],
        [`${problem.code} help`, problem.help, allowedInWords(problem.help)],
      ]);
    });
  }, await troubled());
  const [hans, hant, en] = told;
  const source = await readFile(root("src/package/problem.rs"), "utf8");
  const codes = [...source.matchAll(/= "([a-z-]+)", (?:Error|Warning);/g)].map(([, code]) => code);
  const seen = new Set(hans.map(([what]) => what.split(" ")[0]));
  // These need megabytes.
  assert.deepEqual(codes.filter((code) => !seen.has(code)), ["too-large", "too-many-rows"]);
  for (const [what, given, words] of en) assert.equal(words, given, what);
  // Words that stay: qualifiers, and what stands in the files.
  const stays = /not given|more than|less than|CSV UTF-8|__proto__ x|Grade 3A|A 1|v \/ n|ratio A B, part A B, part A \{whole\}, residual-or-part A, product A B/;
  const left = (list) => [...new Set(list.filter(([, , words]) => /[a-z] [a-z]/i.test(words.replace(new RegExp(stays, "g"), ""))).map(([what, , words]) => `${what}: ${words}`))];
  assert.deepEqual([left(hans), left(hant)], [[], []]);
  const said = new Set(hans.map(([, , words]) => words));
  for (const words of ["1（entities表第1行）", "没有数值（entities表第2行）", "5（tiers表第1行）", "entities表里的代码", "entities表里的代码，但没有这个表", "每个类别只写一行（第1行已有）"]) assert.ok(said.has(words), words);
  for (const [what, , words] of [...hans, ...hant]) assert.doesNotMatch(words, /[\u4e00-\u9fff] [A-Za-z]|[A-Za-z] [\u4e00-\u9fff]|\{\d\}|undefined/u, what);
  silent(record);
});

test("cells stay as they are, though the reader has the same words", async (t) => {
  const { page, record } = await opened(t, "/data.html");
  const cells = ["nothing", "more", "a list", "2 cells"];
  const rows = [["code", "name", "kind", "v"], ...cells.map((cell, index) => [`A${index}`, `N${index}`, index % 2 ? "x" : "y", cell])];
  const fields = [{ name: "kind", type: "string", role: "tier", categories: ["x", "y"] }, { name: "v", type: "number" }];
  const of = (change) => ({ name: "t", title: "T", sources: [{ title: "S" }], licenses: [{ name: "CC0-1.0" }], resources: [{ name: "entities", ...change, schema: { fieldsMatch: "subset", fields } }] });
  const csv = rows.map((row) => row.join(",")).join("\n");
  const objects = rows.slice(1).map((row) => Object.fromEntries(row.map((cell, index) => [rows[0][index], cell])));
  const sets = [[of({ path: "e.csv" }), { "e.csv": csv }], ...[rows, objects, csv].map((data) => [of({ data }), {}]), [{ ...of({ data: rows }), notes: {} }, {}]];
  const told = await page.evaluate(async (sets) => {
    const { checkDataset } = await import("/county-chains/county-chains.draft.js");
    const { foundInWords } = await import("/gallery/data-details.js");
    document.documentElement.lang = "zh-Hans";
    const checked = await Promise.all(sets.map(([descriptor, files]) => checkDataset(JSON.stringify(descriptor), files)));
    return checked.map(({ problems }) => problems.filter(({ code }) => code === "type-error").map(foundInWords));
  }, sets);
  assert.deepEqual(told, [cells, cells, cells, cells, [...cells, "对象"]]);
  silent(record);
});
