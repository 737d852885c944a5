// Datasets of many rows: what is seen until they are there, and that nothing is lost in slices.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { titleOf, write } from "../../benches/own-data.mjs";
import { createServer } from "../../www/serve.mjs";
import { frames, page as opened, ready, set, silent, test } from "./support.mjs";

const COUNTRIES = "/gallery/datasets/countries-by-income/datapackage.json";
const MANY = 200_000;
const MANY_ROWS = "/many/datapackage.json";

const folder = await mkdtemp(join(tmpdir(), "county-chains-large-"));
await write(folder, MANY);
after(() => rm(folder, { recursive: true }));

const tag = (attributes) => `<county-chains loading="eager" chart="strip" ${attributes}></county-chains>`;

/**
 * Opens a page with a tag, on a server that gives the table at `/many` in pieces between which the page waits.
 *
 * @param {object} [options] `says` is whether the server says how long the table is
 */
async function slowly(t, tag, { lang = "en", says = true, pieces = 8 } = {}) {
  const gallery = createServer();
  const server = http.createServer(async (request, response) => {
    const { url } = request;
    if (url === "/page.html") {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      return void response.end(`<!DOCTYPE html><html lang="${lang}"><title>Test</title>
<script type="module" src="/county-chains/county-chains.js"></script><body>${tag}`);
    }
    if (!url.startsWith("/many/")) return void gallery.emit("request", request, response);
    const body = await readFile(join(folder, url.slice("/many/".length)));
    if (says) response.setHeader("Content-Length", body.length);
    const size = Math.ceil(body.length / pieces);
    for (let at = 0; at < body.length && !response.destroyed; at += size) {
      if (url.endsWith(".csv")) await new Promise((resolve) => setTimeout(resolve, 150));
      response.write(body.subarray(at, at + size));
    }
    response.end();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const found = await opened(t, `http://127.0.0.1:${server.address().port}/page.html`);
  await found.page.waitForFunction(() => customElements.get("county-chains"));
  return found;
}

/** Notes each value of the bar, with what the widget shows at that time. */
const watch = (page) => page.evaluate(() => {
  window.seen = [];
  const { shadowRoot } = document.querySelector("county-chains");
  const note = () => {
    const bar = shadowRoot.querySelector("[role=progressbar]");
    const root = shadowRoot.querySelector("[data-chart]");
    const title = root && root.textContent;
    const height = bar && bar.getBoundingClientRect().height;
    window.seen.push(bar ? { value: Number(bar.getAttribute("aria-valuenow")), name: bar.getAttribute("aria-label"), lang: bar.lang, title, height } : { title });
  };
  new MutationObserver(note).observe(shadowRoot, { subtree: true, childList: true, attributes: true, attributeFilter: ["aria-valuenow"] });
});

const give = (page, src) => page.evaluate((src) => document.querySelector("county-chains").setAttribute("src", src), src);

/** Waits until the widget shows all rows. */
const whole = (page) => page.locator("county-chains").getByText(titleOf(MANY)).first().waitFor();

function assertRising(seen) {
  const values = seen.filter(({ value }) => value !== undefined).map(({ value }) => value);
  assert.ok(values.every((value, index) => index === 0 || value >= values[index - 1]), `${values}`);
  assert.ok(new Set(values).size > 5 && values[0] < 40 && values.at(-1) > 70 && values.at(-1) <= 100, `${values}`);
}

test("a bar says how far a dataset has come, and the old view stays until it is there", async (t) => {
  const { page, record } = await slowly(t, tag(`src="${COUNTRIES}"`));
  await ready(page);
  const top = () => page.evaluate(() => document.querySelector("county-chains").shadowRoot.querySelector(".root").getBoundingClientRect().top);
  const before = await top();
  await watch(page);
  await give(page, MANY_ROWS);
  const bar = page.locator("county-chains").getByRole("progressbar", { name: "Loading the data" });
  await bar.waitFor({ state: "attached" });
  const region = () => page.evaluate(() => document.querySelector("county-chains").shadowRoot.querySelector("[role=status]").textContent);
  assert.equal(await region(), "Loading the data.");
  assert.equal(await top(), before);
  await whole(page);
  await frames(page);
  assert.equal(await bar.count(), 0);
  assert.notEqual(await region(), "Loading the data.", "this is no longer true");
  const { seen } = await page.evaluate(() => ({ seen: window.seen }));
  assertRising(seen);
  const during = seen.filter(({ value }) => value !== undefined);
  assert.ok(during.every(({ title, height }) => title.includes("Countries by income group") && height === 0));
  assert.ok(seen.every(({ title }) => title.includes("Countries by income group") !== title.includes(titleOf(MANY))));
  silent(record);
});

test("the first dataset has a bar as well, in the language of the page", async (t) => {
  for (const [lang, name] of [["zh-Hans", "正在加载数据"], ["zh-Hant-TW", "正在載入數據"]]) {
    const { page } = await slowly(t, tag(`src="${MANY_ROWS}"`), { lang, says: false });
    await watch(page);
    await whole(page);
    const seen = await page.evaluate(() => window.seen);
    assertRising(seen);
    const { value, ...first } = seen.find(({ value }) => value !== undefined);
    assert.deepEqual(first, { name, lang: lang.slice(0, 7), title: null, height: 0 });
  }
});

test("a file is read while it still comes", async (t) => {
  const noting = `<script>
    window.memories = [];
    const real = WebAssembly.instantiate;
    WebAssembly.instantiate = (...list) => real.apply(WebAssembly, list).then((made) => {
      const { memory } = (made.instance || made).exports;
      if (memory) memories.push(memory);
      return made;
    });
  </script>`;
  const { page } = await slowly(t, noting + tag(`src="${MANY_ROWS}"`));
  const bytes = await page.evaluate(() => new Promise((resolve) => {
    let bytes = 0;
    const look = () => {
      const bar = document.querySelector("county-chains").shadowRoot.querySelector("[role=progressbar]");
      // From here on all has come.
      if (bar && bar.getAttribute("aria-valuenow") >= 40) return resolve(bytes);
      bytes = window.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
      setTimeout(look, 10);
    };
    look();
  }));
  // Without a row it is less than one megabyte.
  assert.ok(bytes > 8 << 20, `the program takes ${bytes} bytes`);
  await ready(page);
});

test("another dataset takes the bar away", async (t) => {
  const { page, record } = await slowly(t, tag(`src="${COUNTRIES}"`), { pieces: 1000 });
  await ready(page);
  const bar = page.locator("county-chains").getByRole("progressbar");
  await give(page, MANY_ROWS);
  await bar.waitFor({ state: "attached" });
  await set(page, { src: null });
  assert.equal(await bar.count(), 0);
  silent(record);
});

test("what is drawn in slices is what is drawn at once", async (t) => {
  const { page, record } = await slowly(t, tag(`src="${MANY_ROWS}"`), { pieces: 1 });
  await whole(page);
  const look = () => page.evaluate(() => {
    const { shadowRoot } = document.querySelector("county-chains");
    return [...shadowRoot.querySelectorAll("h3, [data-key], [part=chart] path, [part=summary]")].map((node) => node.getAttribute("d") || node.getAttribute("aria-label") || node.textContent).join("\n");
  });
  const indicator = (id) => set(page, { indicator: id });
  const income = await look();
  await indicator("people");
  await page.locator("county-chains").getByText("People: median").first().waitFor();
  const people = await look();
  assert.ok(people !== income);
  // It is there already.
  await indicator("income");
  assert.ok((await look()) === income);
  // Print waits for nothing, and has an index of its own.
  await page.emulateMedia({ media: "print" });
  await frames(page);
  assert.ok((await look()) !== income);
  await page.emulateMedia({ media: "screen" });
  await frames(page);
  assert.ok((await look()) === income);
  silent(record);
});
