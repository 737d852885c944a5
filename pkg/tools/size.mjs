// What a reader's browser loads for the widget, as it is, by gzip -9 and by brotli 11: what every page loads, and what
// comes when a reader opens something of the annex. `make size` prints it and fails above the budget.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotli, gzip } from "./release/compress.mjs";

const BUDGET = 101_000;

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
/** What every page with a widget loads. */
const FIRST = [
  ["county-chains.js", "script and styles"],
  ["county-chains.wasm", "core: charts of tiers and counties"],
];
/** What comes when a reader opens another chart, a card or the search. */
const LATER = [["county-chains.annex.wasm", "annex: all other charts, facts with quotes, search"]];

if (![...FIRST, ...LATER].every(([name]) => existsSync(join(dist, name)))) {
  console.error('size: nothing to weigh; run "make pkg" first');
  process.exit(1);
}

const weighed = ([name, content]) => {
  const bytes = readFileSync(join(dist, name));
  return { name, content, sizes: [bytes.length, gzip(bytes).length, brotli(bytes).length] };
};
const sum = (rows) => [0, 1, 2].map((column) => rows.reduce((all, { sizes }) => all + sizes[column], 0));
const line = (name, numbers, content) =>
  console.log(`${name.padEnd(26)}${numbers.map((number) => String(number).padStart(10)).join("")}  ${content}`);

const [first, later] = [FIRST, LATER].map((files) => files.map(weighed));
line("bytes", ["raw", "gzip -9", "brotli 11"], "");
for (const { name, content, sizes } of first) line(name, sizes, content);
line("what a page loads", sum(first), `budget ${BUDGET} (brotli)`);
for (const { name, content, sizes } of later) line(name, sizes, content);
line("with all that is opened", sum([...first, ...later]), "");

const weight = sum(first)[2];
if (weight > BUDGET) {
  console.error(`size: ${weight} bytes by brotli, ${weight - BUDGET} above the budget`);
  process.exitCode = 1;
} else {
  console.log(`size: a page loads ${weight} bytes by brotli, within the budget`);
}
