// The frame in pages that listen for heights: each listener as it is in the wild, or written from its format.

import assert from "node:assert/strict";
import { embed, heights, hostPage, iframe, LEAST, messages, pass, RESIZE, SNIPPET, turn, widgetFrame } from "./frames.mjs";
import { test } from "./support.mjs";

const box = (html) => `<div id="box" style="width:760px">${html}</div>`;
const listener = (code) => `<script>addEventListener("message", ({ data, source }) => { ${code} });</script>`;
const library = (name, code) => `<script src="/${name}.js"></script><script>${code}</script>`;
/** The parent's check of origins cannot hold for a frame that has none: its owner turns it off, as its manual says. */
const unchecked = (sandbox) => (sandbox === null ? "true" : "false");

/** Pages by the name of their listener: markup around a frame with this address and this sandbox. */
const HOSTS = {
  "Datawrapper's listener": (src, sandbox) => listener(`
    if (data["datawrapper-height"] === undefined) return;
    for (const id in data["datawrapper-height"]) for (const frame of document.querySelectorAll("iframe"))
      if (frame.contentWindow === source) frame.style.height = data["datawrapper-height"][id] + "px";`) + box(iframe(src, { sandbox })),
  "Datawrapper's old listener": (src, sandbox) => listener(`
    if (data["datawrapper-height"] === undefined) return;
    for (const id in data["datawrapper-height"]) {
      const frame = document.getElementById("datawrapper-chart-" + id) || document.querySelector("iframe[src*='" + id + "']");
      if (frame) frame.style.height = data["datawrapper-height"][id] + "px";
    }`) + box(iframe(src, { sandbox })),
  "AMP's message": (src, sandbox) => listener(`
    if (data.sentinel === "amp" && data.type === "embed-size") document.querySelector("iframe").style.height = data.height + "px";`) + box(iframe(src, { sandbox })),
  "Medium's message": (src, sandbox) => listener(`
    if (typeof data !== "string" || data[0] !== "{") return;
    const { src, context, height } = JSON.parse(data);
    const frame = [...document.querySelectorAll("iframe")].find((frame) => frame.src === src);
    if (context === "iframe.resize") frame.height = height;`) + box(iframe(src, { sandbox })),
  "pym.js": (src, sandbox) => box('<div id="pym"></div>') + library("pym",
    `new pym.Parent("pym", ${JSON.stringify(src)}, ${JSON.stringify({ title: "Chart", ...(sandbox !== null && { sandbox }) })})`),
  "iframe-resizer 4": (src, sandbox) => box(iframe(src, { sandbox })) + library("iframe-resizer-4",
    `iFrameResize({ checkOrigin: ${unchecked(sandbox)}, onInit: () => window.greeted = (window.greeted || 0) + 1 }, "iframe")`),
  "iframe-resizer 4 that measures by its highest": (src, sandbox) => box(iframe(src, { sandbox })) + library("iframe-resizer-4",
    `iFrameResize({ checkOrigin: ${unchecked(sandbox)}, heightCalculationMethod: "max" }, "iframe")`),
  // Version 5 wants its key for the GPL, by which a project states that it is under that licence, or a paid one. So these are
  // its messages, and the real one has not been run in these tests.
  "iframe-resizer 5's messages": (src, sandbox) => listener(`
    const frame = document.querySelector("iframe");
    const init = "[iFrameSizer]five:8:false:false:32:true:true::auto:::0:false:child:auto:false:::true:GPLv3:5.5.9:0::false";
    if (data === "[iFrameResizerChild]Ready") return source.postMessage(init, "*");
    const [id, height, width, type, version] = String(data).replace("[iFrameSizer]", "").split(":");
    if (id !== "five" || !Number(height) || !Number(width)) return;
    if (type === "init") window.greeted = (window.greeted || 0) + 1;
    if (type === "init" && version === undefined) console.warn("legacy version");
    if (window.greeted) frame.style.height = height + "px";`) + box(iframe(src, { sandbox })),
  "WordPress's listener": (src, sandbox) => listener(`
    if (!data || !data.secret || /[^a-zA-Z0-9]/.test(data.secret) || data.message !== "height") return;
    for (const frame of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]'))
      if (frame.contentWindow === source) frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));`) +
    box(iframe(`${src}#?secret=f9Xq0Zk2Lp`, { sandbox, more: 'security="restricted" scrolling="no" data-secret="f9Xq0Zk2Lp"' })),
  "host.js": (src, sandbox) => box(iframe(src, { sandbox })) + '<script src="/host.js"></script>',
};

for (const [name, host] of Object.entries(HOSTS)) {
  for (const sandbox of [null, LEAST]) {
    test(`with ${name} a frame ${sandbox === null ? "without sandbox" : `in "${sandbox}"`} is as high as the widget, through clicks and changes of width`, async (t) => {
      const { page, record } = await hostPage(t, host(await embed(), sandbox));
      const frame = await widgetFrame(page);
      const seen = new Set();
      const most = name.startsWith("WordPress") ? 1000 : Infinity;
      const follows = async (step) => {
        const { inside, outside } = await heights(page, frame);
        assert.ok(Math.abs(Math.min(most, inside) - outside) <= 1, `${step}: the widget has ${inside}, the frame ${outside}`);
        seen.add(inside);
      };
      await follows("760 px");
      await turn(frame);
      await follows("the table");
      await page.locator("#box").evaluate((box) => (box.style.width = "320px"));
      await frame.waitForFunction(() => innerWidth === 320);
      await follows("320 px");
      await turn(frame);
      await follows("the chart again, at 320 px");
      assert.equal(seen.size, 4, `four views have four heights: ${[...seen]}`);
      const count = (await messages(page, RESIZE)).length;
      await pass(page, 60);
      await follows("after 60 frames");
      assert.equal((await messages(page, RESIZE)).length, count, "and nothing is told where nothing changes");
      const greeted = await page.evaluate(() => window.greeted);
      assert.ok(greeted === undefined || greeted === 1, `greeted ${greeted} times`);
      // iframe-resizer 4 calls out before the frame is there, which the browser may put on the console.
      const said = record.console.filter((line) => !line.includes("Failed to execute 'postMessage' on 'DOMWindow'"));
      assert.deepEqual([record.errors, record.violations, said], [[], [], []]);
    });
  }
}

test("a frame that is inserted later, or shown from a hidden box, gets its height", async (t) => {
  const src = await embed();
  const { page } = await hostPage(t, `<script src="/host.js"></script><div id="box" hidden style="width:760px">${iframe(src)}</div>`);
  await pass(page, 30);
  assert.deepEqual(await messages(page, RESIZE), [], "a hidden frame has no height");
  await page.locator("#box").evaluate((box) => (box.hidden = false));
  const frame = await widgetFrame(page);
  const first = await heights(page, frame);
  assert.equal(first.inside, first.outside);
  await page.evaluate((src) => {
    const late = Object.assign(document.createElement("iframe"), { src, width: 320, frameBorder: 0 });
    document.body.append(late);
  }, src);
  const second = await heights(page, await widgetFrame(page, 1), 1);
  assert.equal(second.inside, second.outside);
  assert.notEqual(second.inside, first.inside);
});

test("a frame far below the screen tells the height that is kept for it before it is drawn", async (t) => {
  const { page } = await hostPage(t, `<div style="height:9000px"></div><div style="width:760px">${iframe(await embed())}</div><script src="/host.js"></script>`);
  await page.waitForFunction((part) => told.some(({ data }) => JSON.stringify(data).includes(part)), RESIZE);
  const [{ data }] = await messages(page, RESIZE);
  assert.ok(data.data.height > 700 && data.data.height < 950, String(data.data.height));
  assert.deepEqual(await messages(page, '"type":"ready"'), [], "and it is not drawn yet");
});

test("without a listener the frame scrolls inside, at 360 by 300 as well", async (t) => {
  for (const sandbox of [null, LEAST, SNIPPET]) {
    const { page, record } = await hostPage(t, iframe(await embed("chart=map&lang=en"), { sandbox }).replace('width="100%" height="400"', 'width="360" height="300"'), { hasTouch: true });
    const frame = await widgetFrame(page);
    const source = frame.locator("county-chains [part=source]");
    await page.mouse.move(150, 150);
    await frame.waitForFunction(() => document.documentElement.scrollHeight > 900);
    for (let turns = 0; turns < 40 && !(await visible(source, frame)); turns++) {
      await page.mouse.wheel(0, 200);
      await pass(page, 4);
    }
    assert.ok(await visible(source, frame), "the foot can be read");
    assert.equal(await frame.evaluate(() => document.documentElement.scrollWidth), 360, "and nothing lies beside the frame");
    assert.equal(await page.locator("iframe").evaluate(({ clientHeight }) => clientHeight), 300);
    assert.deepEqual([record.errors, record.console], [[], []]);
  }
});

/** Whether the whole of an element is inside its frame's own window. */
async function visible(locator, frame) {
  const [top, bottom] = await locator.evaluate((node) => Object.values((({ top, bottom }) => ({ top, bottom }))(node.getBoundingClientRect())));
  const height = await frame.evaluate(() => innerHeight);
  return top >= 0 && bottom <= height;
}

test("what happens in the frame is told in our own format, with the frame's id", async (t) => {
  const { page } = await hostPage(t, iframe(await embed("id=fj-a1&chart=map&lang=en")));
  const frame = await widgetFrame(page);
  await frame.locator('county-chains [data-key="county:350582"]').click();
  await frame.evaluate(() => (document.querySelector("county-chains").indicator = "nonsense"));
  await page.waitForFunction(() => told.some(({ data }) => data.type === "error"));
  const own = (await messages(page, '"source":"county-chains"')).map(({ data }) => data);
  assert.deepEqual([...new Set(own.map(({ v, id }) => `${v} ${id}`))], ["1 fj-a1"]);
  assert.deepEqual([...new Set(own.map(({ type }) => type))].sort(), ["error", "ready", "resize", "select", "state"]);
  const said = (type) => own.find((message) => message.type === type).data;
  assert.deepEqual(said("ready"), {});
  assert.deepEqual(said("select"), { county: "350582", mark: "county:350582" });
  assert.equal(said("state").county, "350582");
  assert.equal(said("error").code, "bad-attribute");
});

test("a page of its own, which is no frame, sends nothing", async (t) => {
  const { page: alone } = await hostPage(t, "");
  await alone.addInitScript(() => {
    window.told = [];
    addEventListener("message", ({ data }) => told.push(data));
  });
  await alone.goto(await embed("childId=a#?secret=abc"));
  await alone.waitForFunction(() => document.title !== "county-chains");
  await turn(alone);
  await pass(alone, 12);
  assert.deepEqual(await alone.evaluate(() => told), []);
});
