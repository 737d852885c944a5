// Crowds: three hundred widgets on one page, and a hundred and fifty frames, more than a browser has memories for.

import assert from "node:assert/strict";
import { test } from "node:test";
import { blank, CHARTS, page as open, silent } from "../browser/support.mjs";
import { counting, held, print, SHARE } from "./curve.mjs";

const WIDGETS = 300;
const FRAMES = 150;

test("three hundred widgets are built, used and removed, four times, and a page is as it was", async (t) => {
  const { page, record } = await blank(t, '<main></main>', { before: counting });
  const samples = [];
  for (let round = 1; round <= 4; round++) {
    const answered = await page.evaluate(async ([count, charts]) => {
      await customElements.whenDefined("county-chains");
      const main = document.querySelector("main");
      for (let index = 0; index < count; index++) {
        main.append(Object.assign(document.createElement("county-chains"), { chart: charts[index % charts.length], lang: "en", loading: "eager", group: "all" }));
      }
      const all = [...main.children];
      await Promise.all(all.map(({ ready }) => ready));
      const root = ({ shadowRoot }) => shadowRoot.querySelector("[data-tiers]");
      all[0].shadowRoot.querySelector('[data-tier="1"]').click();
      while (!all.every((element) => root(element).dataset.tiers === "2 3 4")) await new Promise(requestAnimationFrame);
      return all.filter((element) => root(element)).length;
    }, [WIDGETS, CHARTS]);
    assert.equal(answered, WIDGETS, "all are drawn, and follow their group");
    samples.push({ rounds: `${round}, built`, ...(await held(page)), lines: record.console.length });
    await page.evaluate(() => document.querySelector("main").replaceChildren());
    samples.push({ rounds: `${round}, removed`, ...(await held(page)), lines: record.console.length });
  }
  print(t, `${WIDGETS} widgets, four times`, samples);
  const [, second, , last] = samples.filter(({ rounds }) => rounds.endsWith("removed"));
  for (const figure of ["nodes", "listeners", "instances", "pages"]) assert.equal(last[figure], second[figure], figure);
  assert.ok(last.heap <= second.heap * (1 + SHARE), `the heap grew from ${second.heap} to ${last.heap} kB`);
  assert.equal(last.instances, 1);
  silent(record);
});

test("of a hundred and fifty frames each shows a chart or the sentence with the data, and none is blank", async (t) => {
  const html = Array.from({ length: FRAMES }, (_, index) =>
    `<iframe width="400" height="300" src="/county-chains/embed.html?lang=en&amp;chart=${CHARTS[index % CHARTS.length]}&amp;id=${index}"></iframe>`).join("");
  const host = async (page) => {
    await page.addInitScript(() => {
      window.told = {};
      addEventListener("message", ({ data }) => {
        if (data.source === "county-chains" && ["ready", "error"].includes(data.type)) window.told[data.id] = data.type === "error" ? data.data.code : "ready";
      });
    });
    await page.route("**/host.html", (route) => route.fulfill({ contentType: "text/html", body: `<!doctype html><title>Host</title><body>${html}` }));
  };
  const { page, record } = await open(t, "/host.html", { before: host });
  await page.waitForFunction((count) => Object.keys(window.told).length === count, FRAMES, { timeout: 240_000 });
  const seen = [];
  for (const frame of page.frames().slice(1)) {
    seen.push(await frame.evaluate(() => {
      const { shadowRoot } = document.querySelector("county-chains") ?? {};
      if (shadowRoot?.querySelector("[data-tiers] [part=chart]")) return "chart";
      const link = document.querySelector('a[href*="data.csv"]');
      return link && link.getClientRects().length ? "sentence" : `blank: ${document.body.innerText.slice(0, 60)}`;
    }));
  }
  const counts = Object.fromEntries(["chart", "sentence"].map((kind) => [kind, seen.filter((is) => is === kind).length]));
  const codes = await page.evaluate(() => Object.values(window.told));
  print(t, `${FRAMES} frames of one site`, [{ ...counts, "wasm-invalid": codes.filter((code) => code === "wasm-invalid").length }]);
  assert.equal(counts.chart + counts.sentence, FRAMES, seen.filter((is) => is.startsWith("blank")).join("\n"));
  // Chromium has room for about 125 memories in a process.
  assert.ok(counts.chart >= 100, `${counts.chart} charts`);
  assert.equal(codes.filter((code) => code === "ready").length, counts.chart);
  assert.equal(codes.filter((code) => code === "wasm-invalid").length, counts.sentence, "each says why");
  assert.deepEqual(record.errors, []);

  // What has gone makes room: a frame that comes later is drawn.
  await page.evaluate(() => document.querySelectorAll("iframe").forEach((frame) => frame.remove()));
  const session = await page.context().newCDPSession(page);
  for (let round = 0; round < 4; round++) await session.send("HeapProfiler.collectGarbage");
  await page.evaluate(() => document.body.append(Object.assign(document.createElement("iframe"), { src: "/county-chains/embed.html?lang=en&id=late" })));
  await page.waitForFunction(() => window.told.late);
  assert.equal(await page.evaluate(() => window.told.late), "ready");
});
