// The README's table of the ways onto a page: each names a test that is there.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "./support.mjs";

const readme = readFileSync(join(ROOT, "README.md"), "utf8");
const [table] = readme.split("## Every way onto a page\n")[1].split("\n## ");
const rows = table.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| way "));

test("each way onto a page names its test, which is there under that name", () => {
  assert.ok(rows.length >= 15, `${rows.length} ways`);
  for (const row of rows) {
    const found = /\| \[[^\]]+\]\(([^)]+)\): (.+) \|$/.exec(row);
    assert.ok(found, `no test in: ${row}`);
    const [, path, title] = found;
    assert.ok(existsSync(join(ROOT, path)), path);
    const source = readFileSync(join(ROOT, path), "utf8");
    // Where one test stands for several, what differs is left out; names of Rust have no spaces.
    for (const part of title.split("…").map((part) => part.trim()).filter(Boolean)) {
      assert.ok(source.includes(part) || source.includes(part.replaceAll(" ", "_")), `${path} has no test "${part}"`);
    }
  }
});
