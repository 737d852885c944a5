// The ladder of faults: each row names a test that is there, and every code of an error has a row.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "./support.mjs";
import { hasTest } from "./titles.mjs";

const read = (path) => readFileSync(join(ROOT, path), "utf8");
const [ladder] = read("docs/reliability.md").split("\n## The ladder\n")[1].split("\n## ");

/** The rows: fault, what is seen, event, and file and title of the test. */
const rows = ladder.split("\n").filter((line) => /^\| (?!fault )[^-]/.test(line)).map((line) => {
  const cells = line.split("|").slice(1, -1).map((cell) => cell.trim());
  const [, path, title] = /^\[[a-z-]+\]\(\.\.\/([\w/.-]+)\) “(.+)”$/.exec(cells[3]) ?? [];
  return { cells, path, title };
});

/** The codes that the scripts send: as an error of loading or of a dataset, in a report, to the page around a frame, or for want of another. */
function sentCodes() {
  const files = ["www", "www/frame"].flatMap((folder) => readdirSync(join(ROOT, folder)).filter((name) => name.endsWith(".js")).map((name) => read(`${folder}/${name}`)));
  const patterns = [/\b(?:LoadError|DataError|_reportError)\(\s*"([a-z-]+)"/g, /\.code \|\| "([a-z-]+)"/g, /\.code : "([a-z-]+)"/g, /send\("error", \{ code: "([a-z-]+)"/g];
  return new Set(files.flatMap((source) => patterns.flatMap((pattern) => [...source.matchAll(pattern)].map(([, code]) => code))));
}

test("each row of the ladder has a fault, what a reader sees, an event and a test that is there", () => {
  assert.ok(rows.length >= 50, `${rows.length} rows`);
  for (const { cells, path, title } of rows) {
    assert.equal(cells.length, 4, cells[0]);
    assert.ok(cells[1], `${cells[0]}: what does the reader see?`);
    assert.match(cells[2], /^(none|`[a-z-]+`)$/, cells[0]);
    assert.ok(title, `${cells[0]}: no test is named in "${cells[3]}"`);
    assert.ok(hasTest(read(path), title), `${path} has no test "${title}"`);
  }
});

test("every code of an error has a row in the ladder: those that the scripts send, and those of the reference", () => {
  const codes = new Set(rows.map(({ cells }) => cells[2]).filter((event) => event !== "none").map((event) => event.slice(1, -1)));
  const [, types] = /type ErrorCode =([^;]+);/.exec(read("www/element.d.ts"));
  // The page for frames tells one more to the page around it.
  const promised = new Set([...types.match(/[a-z][a-z-]+/g), "script"]);
  assert.deepEqual([...sentCodes()].sort(), [...promised].sort());
  assert.deepEqual([...codes].sort(), [...promised].sort());
});
