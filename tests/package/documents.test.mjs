// The documents: their links lead somewhere, the files they name are there, and what they list is what there is.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import GithubSlugger from "github-slugger";
import { marked } from "marked";
import { BUDGETS } from "../../pkg/tools/budgets.mjs";
import { codeByCrate } from "../../pkg/tools/crates.mjs";
import { brotli } from "../../pkg/tools/release/compress.mjs";
import { reservedHeight } from "../../www/reserved-height.js";
import { ROOT } from "./support.mjs";

const read = (path) => readFileSync(join(ROOT, path), "utf8");
const DOCUMENTS = execFileSync("git", ["ls-files", "*.md"], { cwd: ROOT, encoding: "utf8" }).trim().split("\n");
/** Documents that leave the repository, with the folder that goes along. */
const SENT = { "pkg/README.md": "pkg/", "pkg/hosting/README.md": "pkg/hosting/" };

/** All tokens of a type, at any depth. */
function tokens(text, ...types) {
  const found = [];
  marked.walkTokens(marked.lexer(text), (token) => types.includes(token.type) && found.push(token));
  return found;
}

/** The names by which GitHub lets links lead to the headings of a document. */
function anchors(text) {
  const slugger = new GithubSlugger();
  return tokens(text, "heading").map(({ text }) => slugger.slug(text.replaceAll(/[`*]/g, "")));
}

/** What is wrong with the relative links of a document. `read` gives the text of a file, or nothing where it is not there. */
function brokenLinks(path, read, home = "") {
  const relative = tokens(read(path), "link", "image").map(({ href }) => href).filter((href) => !/^[a-z]+:/.test(href));
  return relative.filter((href) => {
    const [file, anchor] = href.split("#");
    const target = file ? normalize(join(dirname(path), decodeURI(file))) : path;
    const text = target.startsWith(home) ? read(target) : undefined;
    return text === undefined || (anchor && !anchors(text).includes(decodeURIComponent(anchor)));
  }).map((href) => `${path}: ${href}`);
}

test("every relative link in every document leads to a file and a heading that are there", () => {
  const there = (path) => (!existsSync(join(ROOT, path)) ? undefined : path.endsWith(".md") ? read(path) : "");
  assert.ok(DOCUMENTS.length >= 15, `${DOCUMENTS.length} documents`);
  assert.deepEqual(DOCUMENTS.flatMap((path) => brokenLinks(path, there, SENT[path])), []);
});

test("the check finds links to files, headings and folders that are not there", () => {
  const files = { "a/b.md": "# One & `two`\n# Twice\n# Twice\n[1](#one--two) [2](#twice-1) [3](c.md#三) [4](https://x.org) ![5](../d.svg)", "a/c.md": "## 三", "d.svg": "" };
  assert.deepEqual(brokenLinks("a/b.md", (path) => files[path]), []);
  assert.deepEqual(brokenLinks("a/b.md", (path) => files[path], "a/"), ["a/b.md: ../d.svg"]);
  files["a/b.md"] = "[1](#three) [2](c.md#二) [3](e.md) ![4](f.svg)";
  assert.equal(brokenLinks("a/b.md", (path) => files[path]).length, 4);
});

test("every file of the repository that a document names is there", () => {
  const named = DOCUMENTS.filter((path) => path !== "CHANGELOG.md").flatMap((path) => tokens(read(path), "codespan")
    .map(({ text }) => text)
    .filter((text) => /^(src|www|tests|pkg|docs|data|schema|examples)\/[\w./-]*$/.test(text))
    .map((text) => [path, text]));
  assert.ok(named.length >= 80, `${named.length} files are named`);
  assert.deepEqual(named.filter(([, text]) => !existsSync(join(ROOT, text))).map((found) => found.join(": ")), []);
});

test("the heights to reserve are those that the widget reserves", () => {
  const rules = [...read("docs/embedding.md").matchAll(/^county-chains(?:\[chart="([a-z-]+)"\])?:not\(:defined\) \{.* min-height: (\d+px); \}$/gm)];
  assert.equal(rules.length, 9);
  for (const [rule, chart = "tiers", height] of rules) {
    const element = { getAttribute: (name) => (name === "chart" ? chart : null), matches: () => false };
    for (const width of [760, 1079]) assert.equal(reservedHeight(element, width), height, rule);
  }
});

test("the weights that documents state are those of the files", () => {
  const weigh = (name) => brotli(readFileSync(join(ROOT, "pkg/dist", `county-chains${name}`))).length / 1000;
  const [script, core, tiers, shares, map, exported, figures, texts, annex, smallest, largest, facts, inline, second] =
    [".js", ".wasm", ".tiers.wasm", ".shares.wasm", ".map.wasm", ".export.wasm", ".figures.wasm", ".texts.wasm", ".annex.wasm", ".six-ones.wasm", ".timeline.wasm", ".facts.wasm", ".inline.js", ".own.inline.js"].map(weigh);
  const page = script + core + tiers;
  const stated = {
    "README.md": { "A page loads about (\\d+) kB": page, "the map (\\d+) kB": map, "`shares` adds (\\d+) kB": shares, "load (\\d+) kB more": figures + texts + annex, "download (\\d+) kB": exported, "another chart (\\d+) to": figures + smallest, "to (\\d+) kB, once": figures + largest },
    "pkg/README.md": {
      "page loads (\\d+) kB": page, "(\\d+) kB more for `shares` or the map": map, "and (\\d+) kB more when": figures + texts + annex, "other charts need (\\d+) to": figures + smallest, "to (\\d+) kB\\. The list": figures + largest, "list of facts needs (\\d+) kB": figures + texts + facts,
      // The modules hold what these two do.
      "(\\d+) kB with brotli": inline + second,
    },
    "pkg/hosting/README.md": { "page loads (\\d+) kB": page },
    "docs/embedding.md": {
      "styles are (\\d+) kB": script, "core is (\\d+) kB": core, "`tiers` \\((\\d+) kB\\)": tiers, "loads (\\d+) kB": page, "`shares` adds (\\d+) kB": shares, "the map (\\d+) kB": map, "figures (\\d+) kB": figures, "texts (\\d+) kB": texts, "annex (\\d+) kB": annex, "exports (\\d+) kB": exported,
      "other charts (\\d+) to": smallest, "to (\\d+) kB each": largest, "list of facts (\\d+) kB": facts, "data inside: (\\d+) kB": inline, "\\.own\\.inline\\.js` \\((\\d+) kB\\)": second, "everything inside: (\\d+) kB": inline,
    },
  };
  for (const [path, weights] of Object.entries(stated)) {
    for (const [pattern, weight] of Object.entries(weights)) {
      const found = new RegExp(pattern).exec(read(path));
      assert.ok(found, `${path} says no "${pattern}"`);
      // Another compiler comes out at other bytes, and small weights are rounded.
      assert.ok(Math.abs(found[1] - weight) < Math.max(weight * 0.03, 0.6), `${path}: "${found[0]}", but it is ${weight.toFixed(1)} kB`);
    }
  }
});

test("the code of each crate that is stated is that of the build", () => {
  for (const [crate, code] of codeByCrate()) {
    const row = read("docs/dev/weight.md").split("\n").find((line) => line.startsWith(`| ${crate} |`));
    assert.ok(row, `a row for ${crate}`);
    for (const [index, stated] of row.split("|").slice(2, -1).entries()) {
      const weight = code[index] / 1000;
      assert.ok(Math.abs(stated - weight) < Math.max(weight * 0.03, 0.6), `${row}, but ${index} is ${weight.toFixed(1)} kB`);
    }
  }
});

test("the budgets that are stated are those that are held", () => {
  const stated = /The budget is ([\d.]+) kB for a page with `tiers`, ([\d.]+) kB for one with `shares`, and ([\d.]+) kB for one with the map, ([\d.]+) to ([\d.]+) kB for one with another chart and ([\d.]+) kB for one with the list of facts/;
  const budgets = stated.exec(read("docs/dev/weight.md")).slice(1).map((kilobytes) => kilobytes * 1000);
  assert.deepEqual(budgets, [BUDGETS.tiers, BUDGETS.shares, BUDGETS.map, BUDGETS["six-ones"], BUDGETS.timeline, BUDGETS.facts]);
});

test("documents count the facts as the data does", () => {
  const { facts } = JSON.parse(read("pkg/dist/data.json"));
  const counts = DOCUMENTS.filter((path) => path !== "CHANGELOG.md").flatMap((path) =>
    [...read(path).matchAll(/(\d{3,}) facts|(\d{3,})条(?=数字|，可以)/g)].map(([text, ...count]) => [`${path}: ${text}`, Number(count.join(""))]));
  assert.ok(counts.length >= 5, `${counts.length} documents count them`);
  assert.deepEqual(counts.filter(([, count]) => count !== facts.length), []);
});

test("the README of the data explains every column of every file", () => {
  const sections = Object.fromEntries(read("data/README.md").split("\n## ").slice(1).map((section) => [section.split("\n")[0], section]));
  const indicators = read("data/indicators.csv").split("\n").slice(1).map((line) => line.split(",")[0]);
  const missing = readdirSync(join(ROOT, "data")).filter((name) => name.endsWith(".csv")).flatMap((name) => {
    const explained = tokens(sections[name] ?? "", "codespan").map(({ text }) => text);
    const columns = read(`data/${name}`).split("\n")[0].split(",").map((column) => column.replace(/_(zh_hans|zh_hant|en|en_one|en_many)$/, "_*"));
    // The columns of the tiers that are called like indicators are explained together.
    const other = name === "tiers.csv" ? indicators : [];
    return columns.filter((column) => ![...explained, ...other].includes(column)).map((column) => `${name}: ${column}`);
  });
  assert.deepEqual(missing, []);
});

test("Chinese in the front page has no typed space beside Latin and no half-width punctuation", () => {
  const [han, latin] = ["\\p{Script=Han}", "[A-Za-z0-9`]"];
  const wrong = new RegExp(`${han} +${latin}|${latin} +${han}|${han}[,;:!?()]|[,;:!?(]${han}`, "u");
  const lines = read("README.zh.md").replaceAll(/```[^]*?```/g, "").split("\n").map((line) => line.replaceAll(/\]\([^)]*\)/g, "]").replaceAll(/`[^`]*`/g, "`a`"));
  assert.deepEqual(lines.filter((line) => wrong.test(line)), []);
  for (const line of ["图 a", "a 图", "图,表", "(图", "`a` 图"]) assert.match(line, wrong);
});
