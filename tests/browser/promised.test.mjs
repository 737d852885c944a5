// Everything that the widget does on a page, from its script to the last of it: exactly what docs/reliability.md promises in its
// section "What the widget does on a page". The tables there are what this test compares with.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { blank, CHARTS, frames, ready, serveFor, silent, test } from "./support.mjs";
import { phase, record as recordAll, TRACE, traces } from "./traces.mjs";

const [, section] = readFileSync(new URL("../../docs/reliability.md", import.meta.url), "utf8").split("\n## What the widget does on a page\n");
const rows = (heading) => {
  const [, table] = section.split("\n## ")[0].split(`\n### ${heading}\n`);
  return table.split("\n### ")[0].split("\n").filter((line) => /^\| (?!-)/.test(line)).slice(1).map((line) => line.slice(2, -2).split(" | "));
};
const words = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word);

const OWN = "/gallery/datasets/countries-by-income/datapackage.json";

/** Opens a page with one widget, with everything written down, and a cookie for whoever is sent it. */
async function watched(t, files = "") {
  const requests = [];
  const before = async (page) => {
    await page.addInitScript(recordAll, TRACE);
    page.on("request", (request) => requests.push(request));
    const url = files || "http://127.0.0.1";
    await page.context().addCookies([{ name: "reader", value: "1", domain: new URL(url).hostname, path: "/" }]);
  };
  const head = `<script type="module" src="${files}/county-chains/county-chains.js"></script>`;
  const opened = await blank(t, '<county-chains lang="en" loading="eager"></county-chains>', { head, before, viewport: { width: 900, height: 900 } });
  await ready(opened.page);
  return { ...opened, requests };
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
async function live(page, own) {
  const press = async (selector) => {
    await page.locator(`county-chains ${selector}`).first().click();
    await frames(page);
  };
  for (const [name, act] of Object.entries(PHASES)) {
    await phase(page, name);
    await act(page, press, own);
    await frames(page);
  }
}

/** What came with a request: which file, in which phase, what it is for, and what it tells of the reader. */
async function told(requests, page, phases) {
  const list = [];
  for (const request of requests) {
    const url = new URL(request.url());
    if (url.protocol === "blob:" || request.isNavigationRequest()) continue;
    const headers = await request.allHeaders();
    const { referer } = headers;
    list.push([url.pathname.split("/").at(-1), headers["sec-fetch-dest"], headers.cookie ? "yes" : "no", !referer ? "none" : referer === page.url() ? "page" : new URL(referer).pathname === "/" ? "host" : "script"]);
  }
  return list.sort();
}

test("a widget does on a page what the document says, and nothing else", async (t) => {
  const { page, record, requests } = await watched(t);
  await live(page);
  // Messages for screen readers have been heard, and results been shown.
  await page.waitForTimeout(4500);
  await phase(page, "rest");
  await page.waitForTimeout(1000);
  const resting = await traces(page);
  await phase(page, "removal");
  await page.evaluate(() => document.querySelector("county-chains").remove());
  await page.waitForTimeout(1000);
  const found = await traces(page);
  t.diagnostic(`tasks over 50 ms: ${JSON.stringify(found.long)}`);
  if (process.env.SHOW) console.log(JSON.stringify(found, null, 1), JSON.stringify(await told(requests, page), null, 1));

  const done = {};
  for (const [what, names] of Object.entries(found.of)) {
    // What happens in some phases only is named with them.
    done[what] = Object.keys(names).sort();
  }
  const expected = Object.fromEntries(rows("Traces").map(([what, , cell]) => [what, words(cell).sort()]));
  const actual = {
    ...done, globals: found.globals, prototypes: found.prototypes, document: found.document,
    "timers left": found.left.timers, "listeners left": found.left.listeners, "observers left": found.left.observers,
    "at rest": Object.entries(resting.of).flatMap(([what, names]) => Object.entries(names).filter(([, phases]) => phases.includes("rest")).map(([name]) => `${what} ${name}`)),
  };
  for (const what of new Set([...Object.keys(actual), ...Object.keys(expected)])) {
    assert.ok(expected[what], `the document says nothing of ${what}: ${actual[what]}`);
    assert.deepEqual([...new Set(actual[what] ?? [])].sort(), expected[what], what);
  }
  silent(record);
});
