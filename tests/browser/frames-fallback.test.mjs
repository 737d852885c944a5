// The page for frames where it may load no module, and takes the script with everything inside, or may run nothing; and its
// policy.

import assert from "node:assert/strict";
import { fileURLToPath, pathToFileURL } from "node:url";
import { FRAME_META, headersFor } from "../../pkg/tools/headers.mjs";
import { embed, hostPage, heights, iframe, LEAST, widgetFrame } from "./frames.mjs";
import { page, ready, serveFor, shown, test } from "./support.mjs";

/** The scripts of the widget that were asked for. */
const scripts = ({ requests }) => requests.map((address) => address.split("/").pop()).filter((name) => /^county-chains.*(js|wasm)$/.test(name));

test("a sandboxed frame of a server without CORS draws the widget all the same, as high as it is", async (t) => {
  // Allowed for somebody else, which is as good as for nobody.
  const address = await serveFor(t, { headersFor: () => ({ "Access-Control-Allow-Origin": "https://example.org" }) });
  const source = `${address}/county-chains/embed.html?chart=shares&tiers=1~2&lang=en`;
  const { page: host, record } = await hostPage(t, `<script src="/host.js"></script>${iframe(source, { sandbox: LEAST })}`);
  const frame = await widgetFrame(host);
  assert.deepEqual((({ chart, tiers, lang }) => ({ chart, tiers, lang }))(await shown(frame)), { chart: "shares", tiers: "1 2", lang: "en" });
  const { inside, outside } = await heights(host, frame);
  assert.equal(outside, inside);
  assert.deepEqual(scripts(record), ["county-chains.js", "county-chains.inline.js"]);
  assert.deepEqual(record.console.filter((line) => line.startsWith("county-chains:")), [], "it is nobody's fault");
  const link = await frame.evaluate(() => document.querySelector("county-chains").link);
  assert.ok(link.startsWith(`${address}/county-chains/embed.html?`), "links lead to where the frame came from");
});

test("a frame that may load the module takes nothing else", async (t) => {
  const source = `${await serveFor(t, {})}/county-chains/embed.html?chart=shares&lang=en`;
  const { page: host, record } = await hostPage(t, iframe(source, { sandbox: LEAST }));
  await widgetFrame(host);
  assert.deepEqual(scripts(record), ["county-chains.js", "county-chains.shares.wasm", "county-chains.wasm"]);
});

test("the page for frames opens from a disk", async (t) => {
  const file = pathToFileURL(fileURLToPath(new URL("../../pkg/dist/embed.html", import.meta.url)));
  const { page: opened } = await page(t, `${file.href}?chart=map&lang=zh-Hant&theme=dark`);
  await ready(opened);
  const { chart, lang, theme } = await shown(opened);
  assert.deepEqual({ chart, lang, theme }, { chart: "map", lang: "zh-Hant", theme: "dark" });
});

test("the page for frames narrows its policy to that of a server that sends one, wherever it is opened", async (t) => {
  const policies = (frame) => frame.evaluate(() => [...document.querySelectorAll("meta[http-equiv]")].map(({ content }) => content));
  const served = (origin) => headersFor("/embed.html", origin)["Content-Security-Policy"];
  const address = await embed("lang=en");
  const { page: host } = await hostPage(t, iframe(address, { sandbox: LEAST }));
  assert.deepEqual(await policies(await widgetFrame(host)), [FRAME_META, served(new URL(address).origin)]);
  const file = pathToFileURL(fileURLToPath(new URL("../../pkg/dist/embed.html", import.meta.url)));
  const { page: opened } = await page(t, file.href);
  await ready(opened);
  assert.deepEqual(await policies(opened), [FRAME_META, served("")], "on a disk there is no host");
});

test("a link to the page for frames unfolds: what fetches it without running it gets title and description", async (t) => {
  const { page: opened } = await page(t, "/county-chains/embed.html?chart=map&lang=en", { javaScriptEnabled: false });
  const read = () => {
    const named = [...document.querySelectorAll("meta[name], meta[property]")];
    const metas = Object.fromEntries(named.map((meta) => [meta.getAttribute("property") ?? meta.name, meta.content]));
    return { metas, title: document.title, count: named.length };
  };
  const { metas, title, count } = await opened.evaluate(read);
  assert.equal(Object.keys(metas).length, count - 1, "only og:locale:alternate stands there twice");
  assert.equal(metas["og:title"], title);
  // In both languages of a page that says its own only when it runs; the source stands where a reader of results sees it.
  for (const name of ["description", "og:description"]) assert.match(metas[name], /83个县域.+Fujian/, name);
  assert.match(metas.description, /来源：关于福建省工业和信息化厅/);
  assert.deepEqual([metas["og:type"], metas["og:locale"], metas["twitter:card"]], ["website", "zh_CN", "summary"]);
});
