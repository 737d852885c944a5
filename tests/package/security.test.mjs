// SECURITY.md: each promise names a test that is there.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "./support.mjs";
import { hasTest } from "./titles.mjs";

const read = (path) => readFileSync(join(ROOT, path), "utf8");
const [promises] = read("SECURITY.md").split("\n## Promises\n")[1].split("\n## ");

test("each promise names a test, a gate or a document that has tests, and the tests are there", () => {
  const rows = promises.split("\n").filter((line) => /^\| (?!promise )[^-]/.test(line)).map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
  assert.ok(rows.length >= 9, `${rows.length} promises`);
  let named = 0;
  for (const [promise, checks] of rows) {
    assert.ok(checks, promise);
    for (const [, path, titles] of checks.matchAll(/\]\((tests\/[\w/.-]+)\)((?:,? “[^”]+”)+)/g)) {
      for (const [, title] of titles.matchAll(/“([^”]+)”/g)) {
        assert.ok(hasTest(read(path), title), `${path} has no test "${title}"`);
        named += 1;
      }
    }
    assert.match(checks, /“|gate S\d\d|docs\//, promise);
  }
  assert.ok(named >= 10, `${named} tests are named`);
});
