// draft.js, for pages that prepare datasets: it says what the command says.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { blank, silent, test } from "./support.mjs";

const root = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const COMMAND = root("target/debug/county-chains");
const HEAD = '<script type="module">import * as draft from "/county-chains/county-chains.draft.js"; window.draft = draft;</script>';

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
  const descriptor = root("tests/own/planted/datapackage.json");
  const { stdout } = spawnSync(COMMAND, ["validate", descriptor, "--format", "json"], { encoding: "utf8" });
  const texts = await Promise.all(["datapackage.json", "entities.csv", "facts.csv"].map((name) => readFile(root(`tests/own/planted/${name}`), "utf8")));
  const checked = await page.evaluate(([descriptor, entities, facts]) =>
    window.draft.checkDataset(descriptor, { "entities.csv": entities, "facts.csv": new TextEncoder().encode(facts) }), texts);
  const expected = JSON.parse(stdout).problems.map(({ dataset, ...problem }) => problem);
  assert.deepEqual(checked, { valid: false, count: expected.length, problems: expected });
  const lacking = await page.evaluate(([descriptor]) => window.draft.checkDataset(descriptor), texts);
  assert.ok(lacking.problems.some(({ code, file }) => code === "not-found" && file === "entities.csv"));
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
