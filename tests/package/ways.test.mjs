// The README's table of the ways onto a page: each names a test that is there.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "./support.mjs";

const readme = readFileSync(join(ROOT, "README.md"), "utf8");
const [table] = readme.split("## Every way onto a page\n")[1].split("\n## ");
const rows = table.split("\n").filter((line) => /^\| (?!way |---)/.test(line) && !line.startsWith("|---"));

test("each way onto a page names its test, which is there under that name", () => {
  assert.ok(rows.length >= 15, `${rows.length} ways`);
  for (const row of rows) {
    const [, , , cell] = row.split(" | ").map((text) => text.trim());
    const tests = [...(cell ?? row).matchAll(/\[[^\]]+\]\(([^)]+)\): ([^;|]+?)(?=;| \||$)/g)];
    assert.ok(tests.length > 0, `no test in: ${row}`);
    for (const [, path, title] of tests) {
      assert.ok(existsSync(join(ROOT, path)), path);
      const source = readFileSync(join(ROOT, path), "utf8");
      // Titles may leave out what differs between tests of a kind; names of Rust have no spaces.
      const parts = title.split("…").map((part) => part.trim()).filter(Boolean);
      for (const part of parts) assert.ok(source.includes(part) || source.includes(part.replaceAll(" ", "_")), `${path} has no test "${part}"`);
    }
  }
});
