// Everything that the widget does on a page, from its script to the last of it: exactly what docs/reliability.md promises in its
// section "What the widget does on a page". The tables there are what this test compares with.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { hostPage } from "./frames.mjs";
import { blank, CHARTS, frames, serveFor, silent, test } from "./support.mjs";
import { phase, recording, traces } from "./traces.mjs";

const [, section] = readFileSync(new URL("../../docs/reliability.md", import.meta.url), "utf8").split("\n## What the widget does on a page\n");

/** The rows of the table below a heading of the section, cell by cell. */
const rows = (heading) => section.split("\n## ")[0].split(`\n### ${heading}\n`)[1].split("\n### ")[0].split("\n")
  .filter((line) => /^\| (?!-)/.test(line)).slice(1).map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
/** The words in code type of a cell. */
const words = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word);

const OWN = "/gallery/datasets/countries-by-income/datapackage.json";
/** What a fast machine has no need of. */
const AT_MOST = ["MessageChannel (data)"];
/** Kinds of traces that come in every phase. Others are named with the phases in which they came. */
const ALWAYS = ["listeners", "timers", "observers", "tag"];

/** Opens a page with one widget, with everything written down, and a cookie for whoever is sent it. */
async function watched(t, files = "") {
  const opened = { requests: [], phase: "load" };
  const before = async (page) => {
    await recording(page);
    page.on("request", (request) => opened.requests.push({ request, phase: opened.phase }));
    // Cookies know no ports: other servers of this machine would get it as well.
    await page.context().addCookies([{ name: "reader", value: "1", domain: "127.0.0.1", path: "/" }]);
  };
  const html = `<script type="module" src="${files}/county-chains/county-chains.js"></script><main><county-chains lang="en" loading="eager"></county-chains></main>`;
  const options = { before, viewport: { width: 900, height: 900 } };
  // A page that is not served may not ask other servers of this machine.
  Object.assign(opened, await (files ? hostPage(t, html, { ledger: false, ...options }) : blank(t, html, { head: "", ...options })));
  await opened.page.locator("county-chains [data-tiers]").waitFor();
  return opened;
}

/** What a reader does, phase by phase. */
const PHASES = {
  async charts(page, press) {
    for (const chart of [...CHARTS, "tiers"]) await press(`[role=tab][data-chart="${chart}"]`);
  },
  async views(page, press) {
    for (const view of ["table", "table", "about", "about"]) await press(`[data-action="view:${view}"]`);
  },
  async filter(page, press) {
    for (const tier of [1, 2, 1, 2]) await press(`[data-tier="${tier}"]`);
  },
  async search(page, press) {
    await press('[role=tab][data-chart="facts"]');
    await page.locator("county-chains input[type=search]").fill("Jinjiang");
    await page.locator("county-chains [part=chart] mark").first().waitFor();
  },
  async card(page, press) {
    await press('[role=tab][data-chart="map"]');
    await press('[data-key="county:350582"]');
    await page.locator("county-chains [part=card] h4").waitFor();
    await press("[part=card] .close");
  },
  async copy(page, press) {
    await press('[data-action="panel:share"]');
    await press('[data-action="copy:citation"]');
    await page.locator("county-chains [data-done]").first().waitFor();
    await press('[data-action="panel:share"]');
  },
  async save(page, press) {
    await press('[data-action="panel:download"]');
    for (const kind of ["csv-all", "png"]) {
      const saved = page.waitForEvent("download");
      await press(`[data-action="save:${kind}"]`);
      await saved;
    }
    await press('[data-action="panel:download"]');
  },
  async print(page) {
    await page.pdf();
  },
  async data(page, press, own = OWN) {
    await page.evaluate((src) => (document.querySelector("county-chains").src = src), own);
    await page.locator("county-chains").getByText("Countries by income group").first().waitFor();
    await press('[role=tab][data-chart="strip"]');
  },
};

/** Goes through all phases. */
async function live(opened, own) {
  const { page } = opened;
  const press = async (selector) => {
    await page.locator(`county-chains ${selector}`).first().click();
    await frames(page);
  };
  for (const [name, act] of Object.entries(PHASES)) {
    await phase(page, (opened.phase = name));
    await act(page, press, own);
    await frames(page);
  }
}

/** Waits until no timer runs but those of a minute. The page's own clock would be among them. */
async function settled(page) {
  while ((await traces(page)).left.timers.some((timer) => timer !== "setTimeout 60000")) await page.waitForTimeout(200);
}

/** What came with each request: the file, the phase, what it is for, whether cookies went along, and what it tells of the page. */
async function told({ requests, page }) {
  const list = {};
  for (const { request, phase } of requests) {
    const url = new URL(request.url());
    if (url.protocol === "blob:" || request.isNavigationRequest()) continue;
    const { referer, cookie } = await request.allHeaders();
    const teller = !referer ? "nothing" : referer === page.url() ? "address" : /\.js$/.test(referer) ? "script" : "host";
    const name = url.pathname.split("/").at(-1);
    assert.ok(!list[name], `${name} is requested twice`);
    list[name] = [phase, request.resourceType(), `${cookie ? "cookies" : "no cookies"}, ${teller}`];
  }
  return list;
}

/** Everything that was written down, by the words of the document. */
function inWords(found, resting) {
  const named = (what, names) => Object.entries(names).map(([name, phases]) => (ALWAYS.includes(what) ? name : `${name} (${phases.join(", ")})`));
  const actual = Object.fromEntries(Object.entries(found.of).map(([what, names]) => [what, named(what, names)]));
  const idle = Object.entries(resting.of).flatMap(([what, names]) => Object.entries(names).filter(([, phases]) => phases.includes("rest")).map(([name]) => `${what} ${name}`));
  const { globals, prototypes, document, left } = found;
  return { ...actual, globals, prototypes, document, "timers left": left.timers, "listeners left": left.listeners, "observers left": left.observers, "at rest": idle };
}

test("a widget does on a page what the document says, and nothing else", async (t) => {
  const opened = await watched(t);
  const { page, record } = opened;
  await live(opened, OWN);
  await settled(page);
  await phase(page, "rest");
  await page.waitForTimeout(1000);
  const resting = await traces(page);
  await page.evaluate(() => document.querySelector("county-chains").remove());
  await page.waitForTimeout(1000);
  const found = await traces(page);
  t.diagnostic(`tasks over 50 ms: ${JSON.stringify(found.long)}`);
  // That is the test itself.
  delete found.of.page["main childList"];
  delete found.of.tag.src;

  const allowed = Object.fromEntries(rows("Traces").map(([what, , cell]) => [what, words(cell).sort()]));
  const actual = inWords(found, resting);
  for (const what of Object.keys(actual)) assert.ok(allowed[what] || !actual[what].length, `the document says nothing of ${what}: ${actual[what]}`);
  for (const [what, expected] of Object.entries(allowed)) {
    const done = [...new Set(actual[what])];
    assert.deepEqual([...new Set([...done, ...expected.filter((name) => AT_MOST.includes(name))])].sort(), expected, what);
  }
  const requests = Object.fromEntries(rows("Requests").map(([file, ...cells]) => [words(file)[0], cells.slice(0, 3)]));
  assert.deepEqual(await told(opened), requests);
  silent(record);
});

test("hosts of the widget's files are sent no cookie and no address of a page", async (t) => {
  const files = await serveFor(t);
  const opened = await watched(t, files);
  await live(opened, files + OWN);
  const requests = Object.fromEntries(rows("Requests").map(([file, when, kind, , elsewhere]) => [words(file)[0], [when, kind, elsewhere]]));
  assert.deepEqual(await told(opened), requests);
});
