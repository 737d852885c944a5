// A change of the filter and of the language: what the main thread of the page does for it, with the frame that shows it.

import { durations, visit } from "./browser.mjs";
import { LANGUAGES } from "./counties.mjs";
import { median } from "./figures.mjs";

const WARMING = 12;
const CHANGES = 40;
/** Reader after reader presses the tiers in turn, and goes through the languages. */
const KINDS = {
  filter: (index) => `lab.filter(${1 + (index % 4)})`,
  language: (index) => `lab.language("${LANGUAGES[(index + 1) % LANGUAGES.length]}")`,
};

/** Changes the chart of each contestant many times; a contestant’s figure is the median of its changes. */
export async function changes(started, { origin }, contestants, note) {
  for (const { id } of [...contestants, { id: "empty" }]) {
    for (const [kind, change] of Object.entries(KINDS)) {
      await visit(started, { address: `${origin}/lab/${id}.html` }, async (page, client) => {
        await page.evaluate(async () => { await lab.start(); await painted("live"); });
        const frames = [];
        const works = [];
        for (let index = 0; index < WARMING + CHANGES; index++) {
          const { frame, work } = await (client ? counted(client, change(index)) : framed(page, change(index)));
          if (index >= WARMING) {
            frames.push(frame);
            if (work) works.push(work);
          }
        }
        note(`${kind} frame`, id, median(frames));
        for (const part of works.length > 0 ? ["task", "script", "layout"] : []) note(`${kind} ${part}`, id, median(works.map((work) => work[part])));
      });
    }
  }
}

const framed = async (page, change) => ({ frame: await page.evaluate(`timed(() => ${change})`) });

async function counted(client, change) {
  const before = await durations(client);
  const { result, exceptionDetails } = await client.send("Runtime.evaluate", { expression: `timed(() => ${change})`, awaitPromise: true, returnByValue: true });
  if (exceptionDetails) throw new Error(`${change}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
  const after = await durations(client);
  return { frame: result.value, work: Object.fromEntries(["task", "script", "layout"].map((part) => [part, after[part] - before[part]])) };
}
