// The words of the Makefile in a clone in which nothing has been set up or built.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { ROOT } from "./support.mjs";

const clone = mkdtempSync(join(tmpdir(), "county-chains-clone-"));
after(() => rmSync(clone, { recursive: true, force: true }));
copyFileSync(join(ROOT, "Makefile"), join(clone, "Makefile"));

/** What a word would run, without the signs that keep make quiet. */
function would(word) {
  // As if nobody had called make before: the tests themselves may run under one.
  const env = { ...process.env, MAKEFLAGS: "", MAKELEVEL: "" };
  const said = execFileSync("make", ["--dry-run", "--no-print-directory", word], { cwd: clone, env, encoding: "utf8" });
  return said.trim().split("\n").filter((line) => !/^make\b/.test(line));
}

const SETUP = "pkg/tools/setup.sh build";
const BUILD = "node pkg/tools/build.mjs";

test("in a fresh clone each word sets up and builds what it needs before it begins", () => {
  assert.deepEqual(would("pkg"), [SETUP, BUILD]);
  assert.deepEqual(would("size"), [SETUP, BUILD, "node pkg/tools/size.mjs"]);
  assert.deepEqual(would("serve"), [SETUP, BUILD, "node www/serve.mjs"]);
  assert.deepEqual(would("demo"), [SETUP, BUILD, "node www/serve.mjs"]);
  assert.deepEqual(would("load"), [SETUP, BUILD, "pkg/tools/setup.sh release", "node tests/hosting/load.mjs"]);
  assert.deepEqual(would("release"), ["pkg/tools/setup.sh release", "node pkg/tools/release.mjs"]);
  assert.deepEqual(would("test"), ["pkg/tools/setup.sh test", "tests/run.sh"]);
  assert.deepEqual(would("test-ci"), ["pkg/tools/setup.sh ci", "tests/run.sh ci"]);
  assert.deepEqual(would("test-all"), ["pkg/tools/setup.sh", "tests/run.sh all"]);
  assert.deepEqual(would("fuzz"), ["pkg/tools/setup.sh fuzz", "node tests/fuzz/guided.mjs"]);
  assert.deepEqual(would("reproduce"), ["pkg/tools/setup.sh release", "node pkg/tools/reproduce.mjs"]);
  assert.deepEqual(would("bench"), [SETUP, BUILD, "pkg/tools/setup.sh bench", "node benches/contest.mjs", '[ -n "" ] || node benches/own.mjs']);
  assert.deepEqual(would("deny"), ["pkg/tools/setup.sh deny", "pkg/tools/deny.sh"]);
});

test("what is built is weighed and served as it is", () => {
  const dist = join(clone, "pkg/dist");
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, "schema.json"), "{}");
  assert.deepEqual(would("size"), ["node pkg/tools/size.mjs"]);
  assert.deepEqual(would("serve"), ["node www/serve.mjs"]);
  assert.deepEqual(would("demo"), [SETUP, BUILD, "node www/serve.mjs"]);
});

test("make help and CONTRIBUTING.md name every word", () => {
  const words = /^\.PHONY: (.+)$/m.exec(readFileSync(join(clone, "Makefile"), "utf8"))[1].split(" ");
  const help = execFileSync("make", ["help"], { cwd: clone, encoding: "utf8" });
  const table = readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8");
  for (const word of words) assert.match(help, new RegExp(`^make ${word} `, "m"));
  for (const word of words.filter((word) => word !== "help")) assert.ok(table.includes(`| \`make ${word}\` |`), word);
});
