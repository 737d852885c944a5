// Runs the same cases in several engines. What a case asks of the widget stands in `cases/`.

import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { Page } from "./page.mjs";
import { blank, serve } from "./server.mjs";

/** No case may keep the others waiting for ever. */
const WHOLE_CASE = 120_000;
const WIDE = { width: 1000, height: 900 };

/** @typedef {[string, (tools: object) => Promise<void>][]} Cases what holds, and how to see it */

/** The cases of each file in `cases/`. @returns {Promise<Cases>} */
export async function allCases() {
  const cases = [];
  for (const name of (await readdir(new URL("cases/", import.meta.url))).sort()) {
    cases.push(...Object.entries((await import(`./cases/${name}`)).default));
  }
  return cases;
}

/**
 * Runs the cases in every engine, and says at the end what ran in which.
 *
 * @param {import("./engines.mjs").Engine[]} engines
 * @param {Cases} cases
 */
export async function runIn(engines, cases) {
  const server = await serve();
  const told = [];
  // Two engines at a time, since they wait more than they work.
  describe("engines", { concurrency: 2 }, () => {
    for (const [index, engine] of engines.entries()) {
      describe(engine.name, { concurrency: 1 }, () => runInOne(engine, cases, server, (line) => (told[index] = line)));
    }
  });
  after(async () => {
    await server.stop();
    console.log(`engines: ${told.join("; ")}`);
  });
}

/** Describes the cases in one engine, and calls `tell` with what became of them. */
function runInOne(engine, cases, server, tell) {
  const lack = engine.missing();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  /** By whether the reader's system prefers dark. @type {Map<boolean, Promise<import("./engines.mjs").Browser>>} */
  const browsers = new Map();

  for (const [name, run] of cases) {
    test(`${engine.name}: ${name}`, { skip: lack, timeout: WHOLE_CASE }, (t) => count(t, run));
  }
  after(async () => {
    tell(await summary());
    await Promise.all([...browsers.values()].map(leave));
  });

  async function count(t, run) {
    let outcome = "failed";
    const skip = (why) => {
      outcome = "skipped";
      t.skip(why);
    };
    try {
      await run({ engine, skip, open: (what, options) => open(t, what, options) });
      if (outcome === "failed") outcome = "passed";
    } finally {
      counts[outcome]++;
    }
  }

  async function summary() {
    if (lack) return `${engine.name}: not installed, 0 of ${cases.length} ran, because there is ${lack}`;
    const { version } = await browser(false).catch(() => ({ version: "did not start:" }));
    const others = ["failed", "skipped"].filter((outcome) => counts[outcome] > 0).map((outcome) => `, ${counts[outcome]} ${outcome}`);
    return `${engine.name} ${version} ${counts.passed} of ${cases.length} passed${others.join("")}`;
  }

  /** A browser whose system prefers light or dark, started when first needed. */
  function browser(dark) {
    if (!browsers.has(dark)) {
      browsers.set(dark, mkdtemp(join(tmpdir(), "county-chains-")).then((folder) => engine.start({ folder, dark })));
    }
    return browsers.get(dark);
  }

  /** Opens a page of the gallery by its path, or one of the case's own by its body, until the case ends. */
  async function open(t, what, { lang, dark = false, ...size } = {}) {
    const chosen = await browser(dark);
    const tab = await chosen.tab();
    t.after(() => tab.close());
    const path = what.startsWith("/") ? what : blank(what, lang);
    await tab.open(new URL(path, server.address).href, { ...WIDE, ...size });
    const page = new Page(tab, chosen);
    await page.settle();
    return page;
  }
}

/** Ends a browser, if it has started, with the files that it has saved. */
async function leave(starting) {
  const browser = await starting.catch(() => undefined);
  if (!browser) return;
  await browser.stop();
  await rm(browser.folder, { recursive: true, force: true });
}
