// Twenty charts on a page: time and memory. A hundred of ours, one of which is filtered for all.

import { durations, visit } from "./browser.mjs";

const MEGABYTE = 2 ** 20;

/** Draws all charts of the page. Returns the milliseconds until all are painted, with script and data there. */
const drawn = () => timed(() => lab.start());

/** The longest time between two messages that the page sends itself during a change of the filter. */
const waited = async () => {
  const channel = new MessageChannel();
  let [last, longest, over] = [performance.now(), 0, false];
  channel.port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!over) channel.port2.postMessage("");
  };
  channel.port2.postMessage("");
  await timed(() => lab.filter(1));
  over = true;
  return longest;
};

/** Twenty charts of each contestant. */
export async function many(started, { origin }, contestants, note) {
  for (const { id } of contestants) {
    await visit(started, { address: `${origin}/many/${id}.html` }, async (page, client) => {
      note("many", id, await page.evaluate(drawn));
      if (!client) return;
      await client.send("HeapProfiler.collectGarbage");
      const wasm = await page.evaluate(() => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
      note("many memory", id, ((await durations(client)).heap + wasm) / MEGABYTE);
    });
  }
}

/** A hundred widgets of one group. */
export async function hundred(started, { origin }, contestants, note) {
  for (const { id } of contestants.filter(({ chart }) => chart)) {
    await visit(started, { address: `${origin}/hundred/${id}.html` }, async (page) => {
      note("hundred", id, await page.evaluate(drawn));
      await page.evaluate(async () => { await new Promise((resolve) => setTimeout(resolve, 500)); if (window.longest) window.longest = 0; });
      const wait = await page.evaluate(waited);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      note("hundred wait", id, wait);
      const longest = await page.evaluate(() => window.longest);
      if (longest !== undefined) note("hundred longest", id, longest);
    });
  }
}
