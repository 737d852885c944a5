// Weighs the files of the widget raw, by gzip -9 and by brotli 11, what a page loads for each chart, and the code of each crate.
// `make size` prints these tables and fails above a budget.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CHARTS } from "../../www/chart-table.js";
import { CORE, LATER, OF_CHARTS, OWN } from "../../www/parts.js";
import { BUDGETS } from "./budgets.mjs";
import { GROUPS, codeByCrate } from "./crates.mjs";
import { brotli, gzip } from "./release/compress.mjs";

const local = (path) => fileURLToPath(new URL(path, import.meta.url));
const NAMES = { script: "county-chains.js", ownScript: "county-chains.own.js", [CORE]: "county-chains.wasm" };
for (const part of LATER) NAMES[part] = `county-chains.${part}.wasm`;
const CONTENTS = {
  script: "script and styles",
  ownScript: "the script that only datasets of a page's own need",
  core: "what every widget needs",
  tiers: "the tiers",
  shares: "the shares",
  "six-ones": "the six ones",
  map: "the map",
  clusters: "the clusters",
  paths: "the paths",
  market: "counties by size",
  timeline: "the timeline",
  facts: "all facts with search",
  export: "what is taken away: pictures, tables, code",
  figures: "all facts with their figures",
  texts: "what facts say in words",
  annex: "what is opened in a chart: cards, panels",
  [OWN]: "what only datasets of a page's own need",
};

const missing = Object.values(NAMES).find((name) => !existsSync(join(local("../dist"), name)));
if (missing) {
  console.error(`size: ${missing} is not there; run "make pkg" first`);
  process.exit(1);
}

const sizes = Object.fromEntries(
  Object.entries(NAMES).map(([part, name]) => {
    const bytes = readFileSync(join(local("../dist"), name));
    return [part, [bytes.length, gzip(bytes).length, brotli(bytes).length]];
  }),
);
const sum = (parts) => [0, 1, 2].map((column) => parts.reduce((all, part) => all + sizes[part][column], 0));
const line = (name, numbers, note = "") =>
  console.log(`${name.padEnd(28)}${numbers.map((number) => String(number).padStart(10)).join("")}  ${note}`.trimEnd());
const loaded = (chart) => ["script", CORE, ...(OF_CHARTS[chart] ?? [])];
const budget = (chart) => (chart in BUDGETS ? `budget ${BUDGETS[chart]} (brotli)` : "");

line("bytes", ["raw", "gzip -9", "brotli 11"]);
for (const [part, name] of Object.entries(NAMES)) line(name, sizes[part], CONTENTS[part]);
for (const chart of CHARTS) line(`a page with ${chart}`, sum(loaded(chart)), budget(chart));
line("and a card in tiers", sum([...loaded("tiers"), "figures", "texts", "annex"]));
line("with all that is opened", sum(["script", CORE, ...LATER.filter((part) => part !== OWN)]));
line("a page with own data", sum(["script", "ownScript", CORE, OWN]));

console.log("");
line("bytes of code by crate, raw", Object.keys(GROUPS));
for (const [crate, code] of codeByCrate()) line(crate, code);
console.log("");

for (const [chart, most] of Object.entries(BUDGETS)) {
  const weight = sum(loaded(chart))[2];
  if (weight > most) {
    console.error(`size: a page with ${chart} loads ${weight} bytes by brotli, ${weight - most} above the budget`);
    process.exitCode = 1;
  } else {
    console.log(`size: a page with ${chart} loads ${weight} bytes by brotli, ${most - weight} below the budget`);
  }
}
