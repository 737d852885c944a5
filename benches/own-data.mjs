// Made-up datasets of any size for measuring: the same rows each time, in seven classes, with values as skewed as incomes are.

import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The classes of the places. */
export const CLASSES = ["very-small", "small", "lower-middle", "middle", "upper-middle", "large", "very-large"];

/** The title of a dataset, by which a page is seen to show it. */
export const titleOf = (rows) => `${rows.toLocaleString("en")} made-up places`;

/**
 * Writes a descriptor and its table into a folder.
 *
 * @param {string} folder
 * @param {number} rows
 * @param {string} [version] datasets that differ by it are not the same one for the widget
 * @returns {Promise<number>} bytes of the table
 */
export async function write(folder, rows, version = "1") {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "datapackage.json"), JSON.stringify(descriptor(rows, version)));
  const file = createWriteStream(join(folder, "places.csv"));
  let text = "code,name,size,income,people\n";
  let row = 0;
  for (const { kind, income, people } of places(rows)) {
    row++;
    text += `P${String(row).padStart(7, "0")},Place ${row},${CLASSES[kind]},${income},${people}\n`;
    if (text.length > 1 << 20) {
      if (!file.write(text)) await new Promise((resolve) => file.once("drain", resolve));
      text = "";
    }
  }
  await new Promise((resolve, reject) => file.on("error", reject).end(text, resolve));
  return file.bytesWritten;
}

/** The places one after the other: the number of a class, an income as text, empty where there is none, and people. */
export function* places(rows) {
  const random = randomNumbers(2024);
  for (let row = 1; row <= rows; row++) {
    const kind = Math.floor(random() * CLASSES.length);
    // A product of uniform numbers is skewed, and the same everywhere: logarithms are not.
    const income = (3 + kind) * 1000 * (0.2 + random() + random()) * (0.4 + random() * random() * 6);
    const people = Math.floor(20 + 400_000 * random() * random() * random() * random());
    yield { kind, income: random() < 0.01 ? "" : income.toFixed(1), people };
  }
}

function descriptor(rows, version) {
  return {
    name: `places-${rows}`,
    version,
    title: titleOf(rows),
    entity: { one: "place", many: "places" },
    sources: [{ title: "Made up for measuring" }],
    licenses: [{ name: "CC0-1.0" }],
    languages: ["en"],
    units: [{ name: "people", one: "person", many: "people" }],
    resources: [{
      name: "entities",
      type: "table",
      path: "places.csv",
      encoding: "utf-8",
      schema: {
        missingValues: [""],
        fields: [
          { name: "code", type: "string" },
          { name: "name", type: "string" },
          { name: "size", type: "string", role: "tier", categories: CLASSES, categoriesOrdered: true },
          { name: "income", type: "number", title: "Income", scale: "log" },
          { name: "people", type: "integer", title: "People", unit: "people", aggregate: "sum", scale: "log" },
        ],
      },
    }],
  };
}

/** A function that gives the same numbers from 0 to 1 for the same seed (mulberry32). */
function randomNumbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
