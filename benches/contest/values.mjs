// A thousand values to a million: from the address of the file to the painted chart, and a class that is taken out or put back.

import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { CLASSES, places, titleOf, write } from "../own-data.mjs";
import { durations, start, visit } from "./browser.mjs";
import { median } from "./figures.mjs";

const FILTERS = 6;

/** Writes each dataset twice: as ours, and as peers read it fastest, columns of numbers in JSON. */
export async function writeValues(folder, sizes) {
  for (const rows of new Set([100, ...sizes])) {
    await write(join(folder, String(rows)), rows);
    await mkdir(join(folder, "columns"), { recursive: true });
    const [values, kinds] = [[], []];
    let highest = 0;
    for (const { kind, income } of places(rows)) {
      values.push(income === "" ? null : Number(income));
      kinds.push(kind);
      highest = Math.max(highest, Number(income));
    }
    const file = createWriteStream(join(folder, "columns", `${rows}.json`));
    const text = JSON.stringify({ classes: CLASSES, highest, kinds, values });
    await new Promise((resolve, reject) => file.on("error", reject).end(text, resolve));
  }
}

/**
 * Draws each number of values with each contestant. Who does not finish is not asked again for as many or more.
 *
 * @param {ReturnType<typeof import("./patience.mjs").patience>} given who is known not to finish
 */
export async function values(started, { origin }, contestants, note, sizes, given) {
  for (const rows of sizes) {
    for (const { id, chart } of contestants) {
      const known = given.why(id, rows);
      if (known) {
        note(`values ${rows}`, id, known);
        continue;
      }
      const address = chart ? `/values/${rows}/datapackage.json` : `/values/columns/${rows}.json`;
      try {
        await visit(started, { address: `${origin}/values-of/${id}.html` }, (page, client) => measure(page, client, [address, titleOf(rows)], (what, value) => note(`${what} ${rows}`, id, value)));
      } catch (error) {
        const why = error.message === "too late" ? "not within 60 s" : "fails";
        console.error(`bench: ${id} with ${rows} values: ${error.message}`);
        given.failed(id, rows, why);
        note(`values ${rows}`, id, why);
        await started.stop();
        Object.assign(started, await start(started.engine));
      }
    }
  }
}

async function measure(page, client, file, note) {
  await page.evaluate(async () => { await lab.start?.(); await painted("start"); });
  note("values", await page.evaluate((file) => timed(() => lab.load(...file)), file));
  const [frames, works] = [[], []];
  for (let index = 0; index < FILTERS; index++) {
    const before = client && await durations(client);
    frames.push(await page.evaluate(() => timed(() => lab.filter())));
    if (client) works.push((await durations(client)).task - before.task);
  }
  note("values filter", median(frames));
  if (client) note("values filter task", median(works));
}
