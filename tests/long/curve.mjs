// What the long runs share: they do one thing thousands of times, and look at what the page holds after each twentieth of it,
// once all rubbish has been collected.
//
// Level is: the last quarter of the run holds no more than the second did. Of nodes, listeners and pages of the wasm the most of a
// quarter counts, and not one may be added. Of the heap the median counts, and a twentieth may be added, which the engine takes
// for code and caches: that is 14 bytes for each of ten thousand changes.

import assert from "node:assert/strict";
import { pause } from "../browser/support.mjs";

/** In how many samples a run is looked at; a multiple of four. */
const SAMPLES = 20;
/** By what share the heap may grow between the two quarters. */
export const SHARE = 0.05;

/** Counts the channels and the instances of the core, and knows their memories without keeping them. */
export const counting = (page) => page.addInitScript(() => {
  window.channels = 0;
  window.MessageChannel = new Proxy(MessageChannel, { construct: (type, list) => (window.channels++, Reflect.construct(type, list)) });
  const { instantiate } = WebAssembly;
  window.memories = [];
  WebAssembly.instantiate = async (...list) => {
    const instance = await instantiate.apply(WebAssembly, list);
    // All other parts stand on the memory of the core.
    if (instance.exports.memory) window.memories.push(new WeakRef(instance.exports.memory));
    return instance;
  };
});

/**
 * What a page holds: kilobytes of heap, nodes, listeners, instances of the core so far, how many of their memories are still
 * there, and the pages of the newest.
 */
export async function held(page) {
  // Messages for screen readers are nodes, until they have been heard.
  await page.waitForFunction(() => [...document.querySelectorAll("county-chains")].every(({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll("[role=status]")].every(({ textContent }) => textContent === "")));
  await pause(page, 600);
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.discardConsoleEntries");
  for (let round = 0; round < 4; round++) await session.send("HeapProfiler.collectGarbage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  // A page has one channel, as soon as anything has taken so long that it is done in slices. It listens to itself.
  const channels = await page.evaluate(() => window.channels);
  assert.ok(channels <= 1, `${channels} channels`);
  const memories = await page.evaluate(() => window.memories.map((memory) => memory.deref()?.buffer.byteLength / 65536));
  return { heap: Math.round(usedSize / 1000), nodes, listeners: jsEventListeners - channels, instances: memories.length, memories: memories.filter(Boolean).length, pages: memories.at(-1) };
}

/**
 * Does `work`, a function of the page that is given `{ from, count, given }`, so many times, and looks at the page in between.
 * The first twentieth is done twice: it warms up. @returns {Promise<object[]>} the samples
 */
export async function curve({ page, record }, rounds, work, given) {
  const count = rounds / SAMPLES;
  assert.ok(Number.isInteger(count), "each sample stands for as many rounds");
  await page.evaluate(work, { from: 0, count, given });
  const samples = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const lines = record.console.length;
    await page.evaluate(work, { from: sample * count, count, given });
    samples.push({ rounds: (sample + 1) * count, ...(await held(page)), lines: record.console.length - lines });
  }
  return samples;
}

const median = (list) => [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)];

/** The values of one figure in the quarter of that number. */
const quarter = (samples, figure, number) =>
  samples.slice(((number - 1) * samples.length) / 4, (number * samples.length) / 4).map((sample) => sample[figure]);

/** Prints what a run held, and asserts that it is level. Where instances are replaced, `pages` is how large one may become. */
export function assertLevel(t, what, samples, { pages } = {}) {
  print(t, what, samples);
  const [before, after] = [2, 4].map((number) => median(quarter(samples, "heap", number)));
  assert.ok(after <= before * (1 + SHARE), `the heap grew from ${before} to ${after} kB`);
  for (const figure of pages ? ["nodes", "listeners"] : ["nodes", "listeners", "pages"]) {
    const [before, after] = [2, 4].map((number) => Math.max(...quarter(samples, figure, number)));
    assert.ok(after <= before, `${figure} grew from ${before} to ${after}`);
  }
  if (pages) assert.ok(samples.every((sample) => sample.pages <= pages), `an instance has more than ${pages} pages`);
  // One that has been replaced may wait for its collection.
  assert.ok(Math.max(...samples.map(({ memories }) => memories)) <= 2, "memories of instances that nobody uses are kept");
}

/** Prints a table in Markdown, with the start, each quarter and the end. */
export function print(t, what, samples) {
  const columns = Object.keys(samples[0]);
  const row = (cells) => `| ${cells.join(" | ")} |`;
  const shown = samples.length <= 8 ? samples : samples.filter((_, index) => index === 0 || (index + 1) % (samples.length / 4) === 0);
  t.diagnostic([what, "", row(columns), row(columns.map(() => "---:")), ...shown.map((sample) => row(columns.map((column) => sample[column].toLocaleString("en"))))].join("\n"));
}
