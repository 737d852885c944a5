// The package where there is no browser.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import * as esbuild from "../../pkg/tools/node_modules/esbuild/lib/main.js";
import { CHARTS } from "../../www/chart-table.js";
import { ROOT, project } from "./support.mjs";

const folder = project(after);

/** Runs a module in the project and returns what it prints. */
function run(source, ...flags) {
  writeFileSync(join(folder, "main.mjs"), source);
  return execFileSync(process.execPath, [...flags, "main.mjs"], { cwd: folder, encoding: "utf8" });
}

/** What the command writes. */
const command = (...words) =>
  execFileSync(join(ROOT, "target/debug/county-chains"), ["render", ...words], { encoding: "utf8", maxBuffer: 1e7 });

for (const entry of ["", "/element", "/static", "/draft", "/wasm", "/inline", "/react", "/preact", "/solid", "/svelte", "/vue", "/host.js"]) {
  test(`county-chains${entry} can be imported in Node, and leaves nothing behind`, () => {
    const seen = run(`
      const before = Object.getOwnPropertyNames(globalThis);
      await import("county-chains${entry}");
      console.log(JSON.stringify(Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name))));
    `);
    assert.equal(seen.trim(), "[]");
  });
}

const cannotRequire = process.features.require_module ? false : "this Node.js cannot require modules";
test("CommonJS requires what it would import, where Node.js can require modules", { skip: cannotRequire }, () => {
  const names = (entry) => `Object.keys(require("county-chains${entry}")).filter((name) => !name.startsWith("__")).sort().join()`;
  writeFileSync(join(folder, "main.cjs"), `console.log(${["", "/element", "/static", "/draft", "/inline", "/vue"].map(names).join(', "|", ')});`);
  const seen = execFileSync(process.execPath, ["main.cjs"], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  assert.equal(seen.trim(), "CountyChainsElement | CountyChainsElement | renderCSV,renderHTML,renderSVG | checkDataset,draftDataset |  |");
});

test("a bundle keeps what registers the element, and nothing of an import that is not used", async () => {
  const bundled = async (contents) => {
    const stdin = { contents, resolveDir: folder };
    const { outputFiles: [{ text }] } = await esbuild.build({ stdin, bundle: true, format: "esm", write: false, logLevel: "error" });
    return text;
  };
  assert.ok((await bundled('import { CountyChainsElement } from "county-chains/element";')).length < 100);
  assert.ok((await bundled('import { renderHTML } from "county-chains/static";')).length < 100);
  assert.ok((await bundled('import { checkDataset } from "county-chains/draft";')).length < 100);
  for (const entry of ["county-chains", "county-chains/wasm", "county-chains/inline"]) {
    assert.match(await bundled(`import "${entry}";`), /customElements/, entry);
  }
});

test("data, schema and manifest can be imported by name", () => {
  const seen = run(`
    import { createRequire } from "node:module";
    const require = createRequire(import.meta.url);
    const { facts } = require("county-chains/data.json");
    const { title } = require("county-chains/schema.json");
    const { schemaVersion } = require("county-chains/custom-elements.json");
    console.log(facts.map(({ id }) => id).join(), title, schemaVersion, import.meta.resolve("county-chains/data.csv").endsWith("dist/data.csv"));
  `);
  // A first column without quotes: ids have no commas.
  const ids = readFileSync(new URL("../../data/facts.csv", import.meta.url), "utf8").trim().split("\n").slice(1).map((row) => row.split(",")[0]);
  assert.equal(seen.trim(), `${ids} county-chains dataset 2.1.0 true`);
});

test("rendering in Node gives the very bytes of the command: all charts, languages and themes, as svg, html and csv", async () => {
  const { renderSVG, renderHTML, renderCSV } = await import(join(folder, "node_modules/county-chains/dist/module/static.js"));
  let compared = 0;
  for (const chart of CHARTS) {
    for (const lang of ["zh-Hans", "zh-Hant", "en"]) {
      const of = ["--chart", chart, "--lang", lang];
      for (const theme of ["light", "dark"]) {
        assert.ok(renderSVG({ chart, lang, theme }) === command(...of, "--theme", theme), `svg of ${chart} ${lang} ${theme}`);
        assert.ok(renderHTML({ chart, lang, theme }) === command(...of, "--theme", theme, "--format", "html"), `html of ${chart} ${lang} ${theme}`);
        compared += 2;
      }
      assert.ok(renderCSV({ chart, lang }) === command(...of, "--format", "csv"), `csv of ${chart} ${lang}`);
      compared += 1;
    }
  }
  assert.equal(compared, 135);
});

test("each option of rendering in Node does what the command's does", async () => {
  const { renderSVG, renderHTML, renderCSV } = await import(join(folder, "node_modules/county-chains/dist/module/static.js"));
  const base = "https://example.org/1.0.0/";
  const cases = [
    [{ chart: "tiers", indicator: "growth", tiers: [1, 3], lang: "en-GB" }, ["--chart", "tiers", "--indicator", "growth", "--tiers", "1,3", "--lang", "en"]],
    [{ chart: "map", county: "350582", width: 480 }, ["--chart", "map", "--county", "350582", "--width", "480"]],
    [{ chart: "shares", tiers: "none", heading: "A < B", lang: "zh-TW" }, ["--chart", "shares", "--tiers", "none", "--heading", "A < B", "--lang", "zh-Hant"]],
    [{ chart: "market", base, theme: "dark" }, ["--chart", "market", "--base", base, "--theme", "dark"]],
    [{}, []],
  ];
  for (const [options, words] of cases) {
    const name = JSON.stringify(options);
    assert.ok(renderSVG(options) === command(...words), `svg of ${name}`);
    assert.ok(renderHTML(options) === command(...words, "--format", "html"), `html of ${name}`);
    assert.ok(renderCSV(options) === command(...words, "--format", "csv"), `csv of ${name}`);
  }
});

test("an option that is not understood is refused with what is allowed", async () => {
  const { renderSVG } = await import(join(folder, "node_modules/county-chains/dist/module/static.js"));
  for (const [options, message] of [
    [{ chart: "pie" }, /chart: unknown chart "pie", expected one of: tiers, shares/],
    [{ tiers: [9] }, /tiers: unknown tier "9", expected one of: 1, 2, 3, 4/],
    [{ county: "999999" }, /county: .*999999/],
    [{ colour: "red" }, /unknown option "colour", expected one of: chart, .*width, base/],
    [{ width: 20 }, /width 20 is not between 200 and 2000/],
    [{ width: NaN }, /width NaN/],
    [{ lang: "tlh" }, /lang: .*tlh/],
    [{ base: "https://example.org/?county-chains/" }, /base "https:.*" is no http\(s\) address of a folder/],
    [{ base: "javascript:alert(1)/" }, /base "javascript:.*" is no http/],
    [{ tiers: [null] }, /tiers: an item of the list is empty/],
    [null, /options must be an object/],
    [["map"], /options must be an object/],
  ]) {
    assert.throws(() => renderSVG(options), (error) => error instanceof TypeError && message.test(error.message), JSON.stringify(options));
  }
  assert.match(renderSVG(), /^<svg/, "and the next call works");
});
