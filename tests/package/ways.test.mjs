// The tables of the ways to embed a chart: each way names the file of its test, and the test is there.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "./support.mjs";
import { hasTest } from "./titles.mjs";

const FOLDER = join(ROOT, "docs");
const document = readFileSync(join(FOLDER, "embedding.md"), "utf8");
const [section] = document.split("## Ways to embed\n")[1].split("\n## ");
const rows = [...section.matchAll(/^\| (?!way \|)([^|]+?) \|.*\| \[[^\]]+\]\(([^)]+)\) \|$/gm)].map(([, way, path]) => [way, path]);

/** What the test of each way is called. Where one test stands for several, … is left out. */
const TESTS = {
  "script and tag": "a strict policy lets the widget start and has nothing to report",
  "one classic script and tag": "the classic script draws all charts on a page opened from a disk, and asks for nothing",
  "frame": "host.js works …",
  "frame on somebody else’s page": "… is as high as the widget, through clicks and changes of width",
  "pasted address (oEmbed)": "the answer of oembed is a frame with the live chart that the page links to",
  "static version": "a policy without wasm: one violation, one event, and the twin stays whole",
  "picture with table": "a feed is one picture and then words in plain elements and a link",
  "picture": "the metadata agrees with the files",
  "a page from a USB stick": "the offline page works from a disk in three languages, with all charts inside, and asks for nothing",
  "npm package in esbuild, Rollup, webpack 5, Vite": "… bundles the package, and the page shows the filtered chart",
  "npm package, wasm in files of its own": "… copies the wasm of county-chains/wasm beside the bundle, and the page fetches it",
  "React, Vue, Svelte": "… sets the tiers and hears which a reader has chosen",
  "rendered on a server (Next.js)": "Next.js renders the twin on the server, and the widget takes its place without a jump",
  "Node.js": "rendering in Node gives the very bytes of the command: all charts, languages and themes, as svg, html and csv",
};

test("each way to embed names the file of its test, which is there", () => {
  assert.deepEqual(rows.map(([way]) => way), Object.keys(TESTS));
  for (const [way, path] of rows) {
    assert.ok(hasTest(readFileSync(join(FOLDER, path), "utf8"), TESTS[way]), `${path} has no test "${TESTS[way]}"`);
  }
});
