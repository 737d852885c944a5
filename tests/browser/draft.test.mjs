// draft.js, for pages that prepare datasets: it says what the command says.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { blank, silent, test } from "./support.mjs";

const root = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const COMMAND = root("target/debug/county-chains");
const HEAD = '<script type="module">import * as draft from "/county-chains/county-chains.draft.js"; window.draft = draft;</script>';

const EXAMPLES = ["countries-by-income", "fujian-2024", "uk-authorities"];

/** Descriptor and tables in a folder. */
async function textsIn(folder) {
  const names = (await readdir(root(folder))).filter((name) => name === "datapackage.json" || name.endsWith(".csv"));
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(root(`${folder}/${name}`), "utf8")])));
}

/** What the command says of a folder, as \`checkDataset\` has it. */
function validated(folder) {
  const { stdout } = spawnSync(COMMAND, ["validate", "--format", "json", folder], { encoding: "utf8" });
  const { valid, omitted, problems } = JSON.parse(stdout);
  return { valid, count: problems.length + omitted, problems: problems.map(({ dataset, ...problem }) => problem) };
}

async function scripts(t) {
  const opened = await blank(t, "", { head: HEAD });
  await opened.page.waitForFunction(() => window.draft);
  return opened;
}

test("a draft is that of init, byte for byte", async (t) => {
  const { page, record } = await scripts(t);
  const folder = await mkdtemp(join(tmpdir(), "county-chains-draft-"));
  t.after(() => rm(folder, { recursive: true }));
  const tables = [
    root("www/gallery/datasets/countries-by-income/countries.csv"),
    root("tests/own/planted/entities.csv"),
    ...(await Promise.all(["a;b;类别\nx;1,5;一\ny;2.000,5;二\nz;3;一\n", "code\tname\n1\t\"A\tB\"\n"].map(async (text, index) => {
      const path = join(folder, `table ${index}.csv`);
      await writeFile(path, text);
      return path;
    }))),
  ];
  for (const path of tables) {
    const expected = execFileSync(COMMAND, ["init", path], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    const table = await readFile(path, "utf8");
    const made = await page.evaluate(([table, name]) => window.draft.draftDataset(table, name), [table, basename(path)]);
    assert.equal(made, expected, path);
  }
  assert.equal(await page.evaluate(() => window.draft.draftDataset("a,b\n")), null);
  silent(record);
});

test("a check tells what validate tells", async (t) => {
  const { page, record } = await scripts(t);
  const seen = new Set();
  for (const folder of ["tests/own/planted", "tests/own/example", ...EXAMPLES.map((name) => `www/gallery/datasets/${name}`)]) {
    const texts = await textsIn(folder);
    const expected = validated(root(folder));
    const { "datapackage.json": descriptor, ...tables } = texts;
    const checked = await page.evaluate(([descriptor, tables]) => {
      const [first, ...others] = Object.entries(tables);
      const bytes = others.map(([name, text]) => [name, new TextEncoder().encode(text)]);
      return window.draft.checkDataset(descriptor, Object.fromEntries([first, ...bytes]));
    }, [descriptor, tables]);
    assert.deepEqual(checked, expected, folder);
    for (const { severity } of expected.problems) seen.add(severity);
  }
  assert.deepEqual([...seen].sort(), ["error", "warning"]);
  const lacking = await page.evaluate(([descriptor]) => window.draft.checkDataset(descriptor), [(await textsIn("tests/own/planted"))["datapackage.json"]]);
  assert.ok(lacking.problems.some(({ code, file }) => code === "not-found" && file === "entities.csv"));
  silent(record);
});

test("every kind of warning is told as validate tells it, and none takes the place of an error", async (t) => {
  const { page, record } = await scripts(t);
  const folder = await mkdtemp(join(tmpdir(), "county-chains-draft-"));
  t.after(() => rm(folder, { recursive: true }));
  const field = (name, more) => ({ name, type: "number", title: name, ...more });
  const descriptor = {
    name: "warned", titel: "x", title: "Warned", "title@fr": "x", languages: ["en", "zh-Hans"], sources: [{ title: "S" }], licenses: [{ name: "CC0-1.0" }], entity: { many: "things" },
    stories: [{ chart: "map", heading: "x" }, { chart: "tiers", heading: "12 of {total}" }, { chart: "tiers", indicator: "v", heading: "{v:z}" }],
    resources: [
      {
        name: "entities", path: "e.csv", schema: { fieldsMatch: "subset", fields: [
          { name: "kind", type: "string", role: "tier", categories: ["x", "y", "z", "Y"] },
          field("v"), field("sum", { aggregate: "sum", agregate: 1 }), field("none"),
        ] },
      },
      { name: "facts", path: "f.csv" }, { name: "others", path: "o.csv" },
    ],
  };
  const rows = [[10001, "A", "x", 1, 900, "", ""], [2002, "A", "x", 2, 90, "", ""], [10003, "B", "y", 3, 9, "", ""], ["", "", "", "", "", "", ""], [10004, "C", "x", 1e6, 1, "", ""]];
  const files = {
    "e.csv": `code,name,kind,v,sum,none,V.qualifier\n${rows.map((row) => `${row.join(",")}\n`).join("")}`,
    "f.csv": "id,indicator,tier,value,quote\nf1,sum,y,7,seven\nf2,sum,y,8,eight\n",
  };
  const compared = async (files) => {
    const text = JSON.stringify(descriptor);
    for (const [name, content] of Object.entries({ "datapackage.json": text, ...files })) await writeFile(join(folder, name), content);
    const told = await page.evaluate(([text, files]) => window.draft.checkDataset(text, files), [text, files]);
    return [told, validated(folder)];
  };
  const [told, expected] = await compared(files);
  assert.deepEqual(told, expected);
  assert.equal(told.valid, true);
  const source = await readFile(root("src/package/problem.rs"), "utf8");
  const kinds = [...source.matchAll(/= "([a-z-]+)", Warning;/g)].map(([, code]) => code);
  assert.deepEqual([...new Set(told.problems.map(({ code }) => code))].sort(), kinds.sort());
  const blank = Array(150).fill(",,,,,,\n").join("");
  const [many, all] = await compared({ ...files, "e.csv": `${files["e.csv"]}${blank}10009,D,x,five,1,,\n` });
  assert.deepEqual([many.valid, many.count, many.problems.length], [false, all.problems.length, 100]);
  assert.deepEqual(many.problems.filter(({ severity }) => severity === "error").map(({ code }) => code), ["type-error"]);
  silent(record);
});

test("the module of the npm package says the same, with everything inside", async (t) => {
  const { page, record } = await blank(t, "", { head: HEAD.replace("county-chains.draft.js", "module/draft.js") });
  await page.waitForFunction(() => window.draft);
  const { "datapackage.json": descriptor, ...tables } = await textsIn("tests/own/planted");
  const told = await page.evaluate(([descriptor, tables]) => window.draft.checkDataset(descriptor, tables), [descriptor, tables]);
  assert.deepEqual(told, validated(root("tests/own/planted")));
  assert.match(await page.evaluate(() => window.draft.draftDataset("code,name\n1,A\n2,B\n", "ab.csv")), /"path": "ab\.csv"/);
  assert.deepEqual(record.requests.filter((request) => request.endsWith(".wasm")), []);
  silent(record);
});

test("a large table is read in pieces, whole", async (t) => {
  const { page, record } = await scripts(t);
  const checked = await page.evaluate(async () => {
    const row = (index) => `c${index},Name ${index},${index % 2 ? "x" : "y"},${index === 89_999 ? "twelve" : index}\n`;
    const table = `code,name,class,size\n${Array.from({ length: 90_000 }, (_, index) => row(index)).join("")}`;
    const draft = await window.draft.draftDataset(table.slice(0, 10_000), "big.csv");
    const filled = { ...JSON.parse(draft.replace(/""/g, '"x"')), units: [{ name: "x", many: "x" }], licenses: [{ name: "x" }], sources: [{ title: "x" }] };
    const { valid, problems } = await window.draft.checkDataset(JSON.stringify(filled), { "big.csv": table });
    return [table.length > 1 << 20, valid, problems.map(({ code, line }) => `${code} ${line}`)];
  });
  assert.deepEqual(checked, [true, false, ["type-error 90001"]]);
  silent(record);
});
