// The page for frames where it may not load a module: the script with everything inside comes instead.

import assert from "node:assert/strict";
import { fileURLToPath, pathToFileURL } from "node:url";
import { hostPage, heights, iframe, LEAST, widgetFrame } from "./frames.mjs";
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
  assert.deepEqual(scripts(record), ["county-chains.js", "county-chains.wasm"]);
});

test("the page for frames opens from a disk", async (t) => {
  const file = pathToFileURL(fileURLToPath(new URL("../../pkg/dist/embed.html", import.meta.url)));
  const { page: opened } = await page(t, `${file.href}?chart=map&lang=zh-Hant&theme=dark`);
  await ready(opened);
  const { chart, lang, theme } = await shown(opened);
  assert.deepEqual({ chart, lang, theme }, { chart: "map", lang: "zh-Hant", theme: "dark" });
});
