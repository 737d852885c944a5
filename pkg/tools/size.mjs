// What a reader's browser loads for the widget, as it is, by gzip -9 and by brotli 11.
// `make size` prints it and fails above the budget.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const BUDGET = 100_000;
const GOAL = 75_000;

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const FILES = [
  ["county-chains.js", "script and styles"],
  ["county-chains.wasm", "charts and data"],
];

if (!FILES.every(([name]) => existsSync(join(dist, name)))) {
  console.error('size: nothing to weigh; run "make pkg" first');
  process.exit(1);
}

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });

const rows = FILES.map(([name, content]) => {
  const bytes = readFileSync(join(dist, name));
  return { name, content, sizes: [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(bytes).length] };
});
const total = [0, 1, 2].map((column) => rows.reduce((sum, { sizes }) => sum + sizes[column], 0));

const line = (name, numbers, content) =>
  console.log(`${name.padEnd(20)}${numbers.map((number) => String(number).padStart(10)).join("")}  ${content}`);
line("bytes", ["raw", "gzip -9", "brotli 11"], "");
for (const { name, content, sizes } of rows) line(name, sizes, content);
line("total", total, `budget ${BUDGET}, goal ${GOAL} (brotli)`);

const weight = total[2];
if (weight > BUDGET) {
  console.error(`size: ${weight} bytes by brotli, ${weight - BUDGET} above the budget`);
  process.exitCode = 1;
} else {
  const distance = weight > GOAL ? `${weight - GOAL} above the goal` : `${GOAL - weight} below the goal`;
  console.log(`size: ${weight} bytes by brotli, within the budget, ${distance}`);
}
