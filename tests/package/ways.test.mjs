// The table of the ways to embed a chart: each names a test that is there.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "./support.mjs";

const FOLDER = join(ROOT, "docs");
const document = readFileSync(join(FOLDER, "embedding.md"), "utf8");
const [table] = document.split("## Ways to embed\n")[1].split("\n## ");
const rows = table.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| way "));

/** The titles of the tests in a source, `…` for what a template fills in. Those of Rust read as words. */
function titles(source) {
  const filled = source.replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "…");
  const quoted = [...filled.matchAll(/(?:\b(?:test|it)\(|\bcases\[)\s*(["'`])((?:\\.|(?!\1).)*)\1/g)].map(([, , title]) => title);
  const rust = [...source.matchAll(/#\[test\]\s+fn (\w+)/g)].map(([, name]) => name.replaceAll("_", " "));
  return [...quoted, ...rust];
}

test("each way to embed names its test, which is there under that name", () => {
  assert.ok(rows.length >= 15, `${rows.length} ways`);
  for (const row of rows) {
    const found = /\| \[[^\]]+\]\(([^)]+)\): (.+) \|$/.exec(row);
    assert.ok(found, `no test in: ${row}`);
    const [, path, title] = found;
    assert.ok(existsSync(join(FOLDER, path)), path);
    const source = readFileSync(join(FOLDER, path), "utf8");
    // Where one test stands for several, what differs is left out.
    const pattern = title.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".+");
    assert.ok(titles(source).some((name) => new RegExp(`^${pattern}$`).test(name)), `${path} has no test "${title}"`);
  }
});
