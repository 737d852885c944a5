// Measures how fast the widget shows datasets of a page's own, from a thousand rows to a million, in each browser that this
// machine has, and writes OWN-DATA.md. `node benches/own.mjs`, after a build. RUNS=3 measures fewer times. With
// ROWS=1000,100000 or BROWSERS=Firefox it measures less and writes nothing.

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os, { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, firefox } from "../tests/engines/drivers/puppeteer.mjs";
import { createServer } from "../www/serve.mjs";
import { told } from "./contest/figures.mjs";
import { MEMORIES } from "./contest/pages.mjs";
import { titleOf, write } from "./own-data.mjs";

const ROWS = (process.env.ROWS ?? "1000,10000,100000,1000000").split(",").map(Number);
const RUNS = Number(process.env.RUNS ?? 5);
const DIST = fileURLToPath(new URL("../pkg/dist/", import.meta.url));
const RESULTS = fileURLToPath(new URL("OWN-DATA.md", import.meta.url));
const LOAD = Math.round(os.loadavg()[0] * 10) / 10;
const SIZE = { width: 1000, height: 900 };
/** Rows of the dataset that a page shows first, so that script and parts have come. */
const FIRST = 100;

/** What a page needs before the widget: it notes the memories of the program. */
const HEAD = `<script>
${MEMORIES}
document.addEventListener("county-chains-error", ({ detail }) => { window.failed = detail.message; });
</script><script type="module" src="/county-chains/county-chains.js"></script>`;

const page = (rows) => `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Bench</title>${HEAD}
<body style="font-family: sans-serif"><county-chains id="it" loading="eager" chart="strip" src="/${rows}/datapackage.json"></county-chains>`;

/* In the page */

/** Waits until the frame in which the widget shows a title is painted. Returns the milliseconds since navigation began. */
const shown = (title) => new Promise((resolve, reject) => {
  const painted = () => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(performance.now());
    channel.port2.postMessage("");
  });
  const root = document.querySelector("#it").shadowRoot;
  const look = () => {
    if (window.failed) return reject(new Error(window.failed));
    if (root && root.querySelector("[data-chart=strip] svg") && root.textContent.includes(title)) return painted();
    setTimeout(look, 0);
  };
  look();
});

/** Milliseconds to the frame that shows the dataset: from setting `src`, and from the last byte of its table. */
const change = async ([address, title, shown]) => {
  const begin = performance.now();
  document.querySelector("#it").setAttribute("src", address);
  const end = await (0, eval)(`(${shown})`)(title);
  const folder = address.slice(0, address.lastIndexOf("/") + 1);
  const table = performance.getEntriesByType("resource").find(({ name }) => name.includes(folder) && name.endsWith(".csv"));
  return [end - begin, end - table.responseEnd];
};

/** Milliseconds from a click on a class to the frame that shows it. */
const filter = async () => {
  const times = [];
  for (let run = 0; run < 6; run++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const begin = performance.now();
    document.querySelector("#it").shadowRoot.querySelectorAll("button[data-tier]")[run % 3].click();
    await new Promise((resolve) => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = resolve;
      channel.port2.postMessage("");
    }));
    times.push(performance.now() - begin);
  }
  return times;
};

/**
 * Begins to note the longest time between two messages to itself, and the number of tasks of more than 50 ms, where the browser
 * tells of them.
 */
const watch = () => {
  window.longTasks = undefined;
  if ((PerformanceObserver.supportedEntryTypes || []).includes("longtask")) {
    window.longTasks = 0;
    new PerformanceObserver((list) => (window.longTasks += list.getEntries().length)).observe({ type: "longtask" });
  }
  const channel = new MessageChannel();
  let last = performance.now();
  window.longest = 0;
  window.watching = true;
  channel.port1.onmessage = () => {
    const now = performance.now();
    window.longest = Math.max(window.longest, now - last);
    last = now;
    if (window.watching) channel.port2.postMessage("");
  };
  channel.port2.postMessage("");
};

/** The longest time, and the number of long tasks, of which browsers tell a little later. */
const watched = async () => {
  window.watching = false;
  await new Promise((resolve) => setTimeout(resolve, 200));
  return [window.longest, window.longTasks];
};

const memory = () => window.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);

/* Here */

const run = (tab, work, value) => tab.evaluate((work, value) => (0, eval)(`(${work})`)(value), String(work), value);

async function measure(browser, origin, rows) {
  const found = { navigation: [], change: [], rest: [], work: [], filter: [], filterWork: [], longTasks: [], wait: [], filterWait: [], memory: [] };
  for (let index = 0; index < RUNS; index++) {
    const fresh = await browser.tab();
    await fresh.open(`${origin}/${rows}.html`, SIZE);
    found.navigation.push(await run(fresh, shown, titleOf(rows)));
    found.memory.push((await run(fresh, memory)) / 2 ** 20);
    await fresh.close();
    const tab = await browser.tab();
    await tab.open(`${origin}/${FIRST}.html`, SIZE);
    await run(tab, shown, titleOf(FIRST));
    const clock = await tab.clock();
    const times = [await clock?.()];
    const [sinceSet, sinceByte] = await run(tab, change, [`/${rows}/datapackage.json`, titleOf(rows), String(shown)]);
    found.change.push(sinceSet);
    found.rest.push(sinceByte);
    times.push(await clock?.());
    const filtered = await run(tab, filter);
    times.push(await clock?.());
    found.filter.push(...filtered);
    if (clock) {
      found.work.push(times[1] - times[0]);
      found.filterWork.push((times[2] - times[1]) / filtered.length);
    }
    await tab.close();
    const other = await browser.tab();
    await other.open(`${origin}/${FIRST}.html`, SIZE);
    await run(other, shown, titleOf(FIRST));
    await run(other, watch);
    await run(other, change, [`/${rows}/datapackage.json`, titleOf(rows), String(shown)]);
    const [wait, longTasks] = await run(other, watched);
    found.wait.push(wait);
    if (longTasks !== undefined) found.longTasks.push(longTasks);
    await run(other, watch);
    await run(other, filter);
    found.filterWait.push((await run(other, watched))[0]);
    await other.close();
  }
  return found;
}

const HEADS = {
  change: "`src` set to drawn, ms",
  rest: "last byte to drawn, ms",
  work: "work from `src` to drawn, ms",
  navigation: "navigation to drawn, ms",
  filter: "filter to next frame, ms",
  filterWork: "work of a filter, ms",
  longTasks: "tasks above 50 ms while loading",
  wait: "longest wait of a message while loading, ms",
  filterWait: "while filtering, ms",
  memory: "memory of the program, MB",
};

async function main() {
  const folder = await mkdtemp(join(tmpdir(), "county-chains-bench-"));
  const bytes = {};
  for (const rows of [FIRST, ...ROWS]) {
    bytes[rows] = await write(join(folder, String(rows)), rows);
    await writeFile(join(folder, `${rows}.html`), page(rows));
  }
  const server = createServer({ folders: { "/": folder, "/county-chains/": DIST } });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const parts = [];
  const wanted = (process.env.BROWSERS ?? "Chromium,Firefox").split(",");
  for (const engine of [chromium, firefox].filter(({ name }) => wanted.includes(name))) {
    const lack = engine.missing();
    if (lack) {
      parts.push(`## ${engine.name}\n\nNot measured: there is ${lack} here.\n`);
      continue;
    }
    const browser = await engine.start({ folder, dark: false });
    const lines = [`| rows | file, MB | ${Object.values(HEADS).join(" | ")} |`, `|${"---|".repeat(2 + Object.keys(HEADS).length)}`];
    for (const rows of ROWS) {
      const found = await measure(browser, origin, rows);
      lines.push(`| ${rows.toLocaleString("en")} | ${(bytes[rows] / 1e6).toFixed(1)} | ${Object.keys(HEADS).map((name) => told(found[name])).join(" | ")} |`);
      console.error(`${engine.name} ${lines.at(-1)}`);
    }
    parts.push(`## ${engine.name} ${browser.version}\n\n${lines.join("\n")}\n`);
    await browser.stop();
  }
  server.close();
  await rm(folder, { recursive: true });
  const text = `${await readFile(new URL("own.head.md", import.meta.url), "utf8")}
Machine: ${os.cpus().length} processors (${os.cpus()[0].model.trim()}), ${Math.round(os.totalmem() / 2 ** 30)} GB; ${RUNS} runs; load average ${LOAD} at the beginning${LOAD > 1 ? ", so that other programs slowed it down" : ""}.

${parts.join("\n")}`;
  console.log(text);
  if (!process.env.ROWS && !process.env.BROWSERS) await writeFile(RESULTS, text);
}

await main();
