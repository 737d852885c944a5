// Measures the widget side by side with its peers, all in one run and in turn, so that what else the machine does hits all alike.
// `node benches/contest.mjs`, after a build and `npm ci` in benches/peers, writes RESULTS.md and its pictures. With
// PEERS=map,uplot, PARTS=first,changes, ROWS=1000 or BROWSERS=Chromium it measures less, prints it, and writes nothing. RUNS=3
// measures fewer times. docs/dev/speed.md says what is measured, and why so.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os, { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { start } from "./contest/browser.mjs";
import { bundles } from "./contest/bundles.mjs";
import { changes } from "./contest/changes.mjs";
import { COUNT, HUNDRED, asked, versionOf, withTiles, withValues } from "./contest/contestants.mjs";
import { first } from "./contest/first.mjs";
import { hundred, many } from "./contest/many.mjs";
import { emptyPage, firstPage, labPage, valuesPage } from "./contest/pages.mjs";
import { patience } from "./contest/patience.mjs";
import { report } from "./contest/report.mjs";
import { serve } from "./contest/server.mjs";
import { compile, core, county, terminal } from "./contest/terminal.mjs";
import { values, writeValues } from "./contest/values.mjs";

const RUNS = Number(process.env.RUNS ?? 5);
const ROWS = (process.env.ROWS ?? "1000,10000,100000,1000000").split(",").map(Number);
const PARTS = (process.env.PARTS ?? "first,changes,many,values,terminal,core").split(",");
const BROWSERS = (process.env.BROWSERS ?? "Chromium,Firefox").split(",");
const IS_WHOLE = !["PEERS", "PARTS", "ROWS", "BROWSERS"].some((name) => process.env[name]);
const MILLION = 1_000_000;
/** Where the figures of the last run are, for who wants more than the tables. */
const FIGURES = fileURLToPath(new URL("../target/bench.json", import.meta.url));

/** All that is measured: for each measure and contestant a list of values, or a text that says why there is none. */
const found = {};
const noteIn = (place) => (what, id, value) => {
  const of = ((found[place] ??= {})[what] ??= {});
  if (typeof value === "string") of[id] = value;
  else if (typeof of[id] !== "string") (of[id] ??= []).push(value);
};

async function main() {
  const contestants = asked();
  const load = os.loadavg()[0];
  const folder = mkdtempSync(join(tmpdir(), "county-chains-bench-"));
  compile();
  const files = await bundles(contestants);
  addPages(files, contestants);
  if (PARTS.includes("values") || PARTS.includes("terminal")) await writeValues(folder, ROWS);
  const server = await serve(files, folder);
  const [versions, lacking] = [{}, []];
  try {
    for (const engine of BROWSERS) await inBrowser(engine, server, contestants, versions, lacking);
    for (let run = 0; run < RUNS && PARTS.includes("terminal"); run++) terminal(noteIn("machine"), ROWS.includes(MILLION) && join(folder, String(MILLION)));
    if (PARTS.includes("core")) core(noteIn("machine"));
  } finally {
    server.stop();
    rmSync(folder, { recursive: true });
  }
  const told = { contestants: contestants.map((one) => ({ ...one, version: one.package && versionOf(one) })), rows: ROWS, runs: RUNS, versions, machine: machine(load), lacking, found };
  writeFileSync(FIGURES, JSON.stringify(told));
  await report(told, IS_WHOLE);
}

function addPages(files, contestants) {
  for (const one of withTiles(contestants)) {
    const twin = one.chart && county("render", "--chart", one.chart, "--lang", "en", "--format", "html");
    files.set(`/first/${one.id}.html`, firstPage(one, files, twin));
    for (const [name, count] of [["lab", 1], ["many", COUNT], ["hundred", HUNDRED]]) files.set(`/${name}/${one.id}.html`, labPage(one, files, count));
  }
  files.set("/lab/empty.html", emptyPage());
  for (const one of withValues(contestants)) files.set(`/values-of/${one.id}.html`, valuesPage(one, files));
}

/** Every part, run after run, each time with another contestant first. */
async function inBrowser(engine, server, contestants, versions, lacking) {
  const started = await start(engine);
  if (started.missing) {
    versions[engine] = started.missing;
    return;
  }
  versions[engine] = started.version;
  const note = noteIn(engine);
  const given = patience();
  for (let run = 0; run < RUNS; run++) {
    const turn = (list) => [...list.slice(run % list.length), ...list.slice(0, run % list.length)];
    const [tiles, withMany] = [turn(withTiles(contestants)), turn(withValues(contestants))];
    const does = async (part, name, work) => {
      if (!PARTS.includes(part)) return;
      console.error(`bench: ${engine}, run ${run + 1} of ${RUNS}: ${name}`);
      try {
        await work();
      } catch (error) {
        // What a run lacks is told; the others go on.
        lacking.push(`${engine}, run ${run + 1}, ${name}: ${error.message}`);
        await started.stop();
        Object.assign(started, await start(engine));
      }
    };
    await does("first", "first chart", () => first(started, server, tiles, note, engine === "Chromium" ? undefined : ["desktop"]));
    await does("changes", "filter and language", () => changes(started, server, tiles, note));
    await does("many", "many charts", () => many(started, server, tiles, note));
    await does("many", "a hundred widgets", () => hundred(started, server, tiles, note));
    await does("values", "many values", () => values(started, server, withMany, note, ROWS, given));
  }
  await started.stop();
}

const machine = (load) => ({
  processors: os.cpus().length, model: os.cpus()[0].model.trim(), memory: Math.round(os.totalmem() / 2 ** 30), load: Math.round(load * 10) / 10,
});

await main();
