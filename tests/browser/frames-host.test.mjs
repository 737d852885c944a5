// host.js, the optional listener of pages around frames.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { embed, heights, hostPage, iframe, LEAST, pass, SNIPPET, turn, widgetFrame } from "./frames.mjs";
import { drawn, test } from "./support.mjs";

const SCRIPT = '<script src="/host.js"></script>';
const wide = (html) => `<div style="width:700px">${html}</div>`;

test("host.js weighs less than 1 kB and is a classic script", async () => {
  const text = await readFile(new URL("../../pkg/dist/host.js", import.meta.url), "utf8");
  assert.ok(Buffer.byteLength(text) < 1000, `${Buffer.byteLength(text)} bytes`);
  assert.doesNotMatch(text, /\b(import|export)\b/);
});

for (const [where, page] of Object.entries({
  "before the frame": (frame) => SCRIPT + frame,
  "after the frame": (frame) => frame + SCRIPT,
  twice: (frame) => SCRIPT + frame + SCRIPT,
  "without waiting": (frame) => frame + '<script src="/host.js" async></script>',
})) {
  test(`host.js works ${where}`, async (t) => {
    const { page: host, record } = await hostPage(t, page(wide(iframe(await embed()))));
    const frame = await widgetFrame(host);
    for (const view of ["chart", "table"]) {
      if (view === "table") await turn(frame);
      const { inside, outside } = await heights(host, frame);
      assert.equal(outside, inside, view);
    }
    assert.deepEqual([record.errors, record.console], [[], []]);
  });
}

test("host.js that comes when the frame has long told its height asks for it", async (t) => {
  const { page: host } = await hostPage(t, wide(iframe(await embed(), { sandbox: LEAST })));
  const frame = await widgetFrame(host);
  const { inside, outside } = await heights(host, frame);
  assert.notEqual(outside, inside, "nobody listens yet");
  await host.addScriptTag({ url: "/host.js" });
  await pass(host, 12);
  assert.equal((await heights(host, frame)).outside, inside);
});

test("several frames keep their own heights, also those that a script puts in later or moves", async (t) => {
  const sources = await Promise.all(["chart=tiers", "chart=facts", "chart=map&lang=en"].map(embed));
  const { page: host } = await hostPage(t, SCRIPT + wide(sources.slice(0, 2).map((src) => iframe(src)).join("")));
  await host.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), wide(iframe(sources[2], { sandbox: SNIPPET })));
  const seen = [];
  for (const at of [0, 1, 2]) {
    const { inside, outside } = await heights(host, await widgetFrame(host, at), at);
    assert.equal(outside, inside, `frame ${at}`);
    seen.push(outside);
  }
  assert.equal(new Set(seen).size, 3);
  // Put elsewhere it loads anew.
  await host.evaluate(() => document.body.prepend(document.querySelector("iframe")));
  const { inside, outside } = await heights(host, await widgetFrame(host));
  assert.equal(outside, inside, "and a moved one");
});

test("a border and a padding that count as part of the frame are added", async (t) => {
  const { page: host } = await hostPage(t, `<style>* { box-sizing: border-box } iframe { border: 9px solid; padding: 20px 0 }</style>${SCRIPT}${wide(iframe(await embed()))}`);
  const { inside, outside } = await heights(host, await widgetFrame(host));
  assert.equal(outside, inside + 40, "with its padding the frame is as high as the widget");
});

/** A page that says what it is told to say to the page around. */
const PARROT = '<!doctype html><title>Parrot</title><script>addEventListener("message", ({ data }) => data.say && parent.postMessage(data.say, "*"))</script>';

test("host.js takes heights between 120 and 5000 from frames of ours, and nothing else from anybody", async (t) => {
  const files = { "/embed.html": PARROT, "/other.html": PARROT };
  const { page: host, record } = await hostPage(t, `${SCRIPT}<iframe src="/embed.html?own"></iframe><iframe src="/other.html"></iframe>`, { files });
  const say = async (at, say) => {
    await host.evaluate(([at, say]) => frames[at].postMessage({ say }, "*"), [at, say]);
    await pass(host, 4);
    return host.evaluate(() => [...document.querySelectorAll("iframe")].map(({ style }) => style.height));
  };
  const resize = (height, more = {}) => ({ source: "county-chains", v: 1, id: "x", type: "resize", data: { height }, ...more });
  await host.waitForFunction(() => frames.length === 2);
  assert.deepEqual(await say(0, resize(612)), ["612px", ""]);
  assert.deepEqual(await say(0, resize(1)), ["120px", ""]);
  assert.deepEqual(await say(0, resize(1e7)), ["5000px", ""]);
  assert.deepEqual(await say(0, resize(-5)), ["120px", ""]);
  await say(0, resize(300));
  const refused = [
    resize("400"), resize("400px"), resize(NaN), resize(Infinity), resize(null), resize({}), resize(400, { v: 2 }), resize(400, { type: "state" }),
    resize(400, { source: "county-chain" }), resize(400, { data: undefined }), resize(400, { data: 400 }), JSON.stringify(resize(400)), null, 7, "x", [],
    { "datawrapper-height": { x: 400 } },
  ];
  for (const message of refused) assert.deepEqual(await say(0, message), ["300px", ""], JSON.stringify(message));
  assert.deepEqual(await say(1, resize(400)), ["300px", ""], "a frame of somebody else is left alone");
  await host.evaluate((message) => postMessage(message, "*"), resize(400));
  await pass(host, 4);
  assert.deepEqual(await say(1, null), ["300px", ""], "and so is a message of the page itself");
  assert.deepEqual(record.errors, []);
  assert.match(host.url(), /host\.html$/, "no message leads anywhere");
});

test("a page whose policy allows its own files alone takes host.js and frame without a report", async (t) => {
  const src = await embed();
  const policy = `default-src 'none'; script-src 'self'; style-src 'self'; frame-src ${new URL(src).origin}; require-trusted-types-for 'script'`;
  const css = { "/page.css": "body { margin: 0 } iframe { display: block; width: 700px; border: 0 }" };
  const html = `<link rel="stylesheet" href="/page.css">${iframe(src, { sandbox: SNIPPET })}${SCRIPT}`;
  const { page: host, record } = await hostPage(t, html, { policy, files: css, ledger: false });
  const frame = await widgetFrame(host);
  for (const view of ["chart", "table"]) {
    if (view === "table") await turn(frame);
    const { inside, outside } = await heights(host, frame);
    assert.equal(outside, inside, view);
  }
  assert.deepEqual([record.violations, record.errors, record.console], [[], [], []]);
});

test("the snippet that the widget writes, pasted beside host.js, is as high as what is in it", async (t) => {
  const { page: writer } = await drawn(t, '<county-chains chart="map" lang="en" county="350582"></county-chains>');
  const snippet = await writer.evaluate(() => document.querySelector("county-chains").embedCode({ kind: "iframe" }));
  const { page: host, record } = await hostPage(t, wide(snippet) + SCRIPT);
  const frame = await widgetFrame(host);
  const { inside, outside } = await heights(host, frame);
  assert.equal(outside, inside);
  const download = host.waitForEvent("download");
  await turn(frame);
  await frame.locator('county-chains [data-action="save:csv-all"]').first().click();
  assert.match((await download).suggestedFilename(), /\.csv$/);
  // Chromium on Linux shares nothing and says so of the snippet's `allow`.
  assert.deepEqual([record.errors, record.console.filter((line) => !line.includes("'web-share'"))], [[], []]);
});

test("the snippet is as wide as its column, and fits a phone where a policy refuses its style", async (t) => {
  const { page: writer } = await drawn(t, '<county-chains chart="map" lang="en"></county-chains>');
  const snippet = await writer.evaluate(() => document.querySelector("county-chains").embedCode({ kind: "iframe" }));
  const css = { "/page.css": "body { margin: 0 } div { width: 90% }" };
  const html = `<link rel="stylesheet" href="/page.css"><div>${snippet}</div>`;
  const widthOf = (host) => host.locator("iframe").evaluate((frame) => frame.offsetWidth);
  const { page: free } = await hostPage(t, html, { files: css, ledger: false });
  for (const [width, wanted] of [[1000, 900], [400, 360], [320, 288]]) {
    await free.setViewportSize({ width, height: 900 });
    assert.equal(await widthOf(free), wanted);
  }
  const policy = `style-src 'self'; frame-src ${new URL(await embed()).origin}`;
  const { page: strict } = await hostPage(t, html, { files: css, policy, ledger: false, width: 360 });
  assert.equal(await widthOf(strict), 324, "with the browser's own border");
  await widgetFrame(strict);
});
