// The lines that let a browser fetch the wasm of a page early: they name the files that the page's first chart needs, and
// nothing else, or readers would wait for what they do not see.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { OF_CHARTS } from "../../www/parts.js";

const ROOT = new URL("../../", import.meta.url);
const PAGES = [
  "README.md", "README.zh.md", "docs/embedding.md", "examples/html/index.html", "www/index.html", "www/story.html", "www/charts.html",
  "www/builder.html",
];
/** A line that fetches wasm early. The first group is the part, nothing for the core. */
const EARLY = /<link rel="preload" href="\/county-chains\/county-chains(?:\.(\w+))?\.wasm" as="fetch" type="application\/wasm" crossorigin>/g;

for (const path of PAGES) {
  test(`${path} fetches early what its first chart needs`, () => {
    const text = readFileSync(new URL(path, ROOT), "utf8");
    const [, chart] = /<county-chains [^>]*\bchart="([\w-]+)"/.exec(text);
    const parts = [...text.matchAll(EARLY)].map(([, part]) => part).filter((part) => part !== "own");
    assert.deepEqual(parts, [undefined, ...OF_CHARTS[chart]]);
  });
}
