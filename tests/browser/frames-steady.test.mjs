// What a frame does not do: grow by itself, repeat itself, or listen to just anybody.

import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { embed, heights, hostPage, iframe, LEAST, messages, pass, RESIZE, widgetFrame } from "./frames.mjs";
import { executable, FLAGS, test } from "./support.mjs";

const onHeight = (code) => `<script>addEventListener("message", ({ data, source }) => {
  const frame = document.querySelector("iframe");
  if (data.source === "county-chains" && data.type === "resize") { const { height } = data.data; ${code} }
});</script>`;
const GIVE = 'frame.style.height = height + "px";';

/** Hosts that would make a frame grow which measured itself. */
const HOSTS = {
  "adds 20 px to each height": ["", 'frame.style.height = height + 20 + "px";'],
  "gives less than it is told": ["", 'frame.style.height = height - 50 + "px";'],
  "sends every message back": ["", `${GIVE} source.postMessage(data, "*");`],
  "asks again after every answer": ["", `${GIVE} source.postMessage({ source: "county-chains", v: 1, type: "resize" }, "*");`],
  "counts a border and padding as part of the frame": ["iframe { box-sizing: border-box; border: 7px solid; padding: 3px }", GIVE],
  "shows the frame at half its size": ["iframe { transform: scale(0.5); transform-origin: 0 0 }", GIVE],
  "shows the frame zoomed": ["iframe { zoom: 1.3 }", GIVE],
  "gives a tenth more": ["", 'frame.style.height = height * 1.1 + "px";'],
  "sets the height by steps": ["iframe { transition: height 0.2s }", GIVE],
};

for (const [name, [css, code]] of Object.entries(HOSTS)) {
  test(`a frame comes to rest in a page that ${name}`, async (t) => {
    const { page } = await hostPage(t, `<style>${css}</style><div style="width:700px">${iframe(await embed())}</div>${onHeight(code)}`);
    const frame = await widgetFrame(page);
    // There and back, to a view that is lower. Not by a click at a place: Playwright reckons without zoom.
    for (const _ of ["table", "chart"]) {
      await frame.locator('county-chains [data-action="view:table"]').first().evaluate((button) => button.click());
      await heights(page, frame);
    }
    const before = await heights(page, frame);
    assert.equal((await messages(page, RESIZE)).at(-1).data.data.height, before.inside, "what is told is the widget's height");
    const [from, start] = await page.evaluate(() => [told.length, performance.now()]);
    await pass(page, 60);
    const after = await heights(page, frame);
    assert.ok(Math.abs(after.outside - before.outside) <= 1, `${before.outside} became ${after.outside}`);
    const [since, elapsed] = await page.evaluate(
      ([from, start]) => [told.slice(from).map(({ data }) => JSON.stringify(data)), performance.now() - start], [from, start],
    );
    // Whoever asks in every answer is answered every 16 ms, and never with another height.
    assert.ok(new Set(since).size <= 1, String(since));
    const most = name.startsWith("asks") || name.startsWith("sends every") ? elapsed / 16 + 1 : 0;
    assert.ok(since.length <= most, `${since.length} messages in ${elapsed} ms`);
  });
}

test("scroll bars that come and go with the height do not keep a frame in motion", async (t) => {
  // The only browser of the tests whose scroll bars take room.
  const browser = await chromium.launch({ executablePath: executable(), args: FLAGS, ignoreDefaultArgs: ["--hide-scrollbars"] });
  t.after(() => browser.close());
  const body = `<style>iframe { box-sizing: border-box; border: 2px solid }</style><div id="box">${iframe(await embed("chart=facts"))}</div>${onHeight(GIVE)}`;
  const { page, address } = await hostPage(t, body);
  const tight = await (await browser.newContext({ viewport: { width: 1000, height: 900 } })).newPage();
  await tight.goto(`${address}/host.html`);
  const frame = await widgetFrame(tight);
  // Widths around those at which the widget changes its layout, where a scroll bar matters most.
  for (const width of [345, 610, 900]) {
    await tight.locator("#box").evaluate((box, width) => (box.style.width = `${width}px`), width);
    await pass(tight, 30);
    await heights(tight, frame);
  }
  const count = (await messages(tight, RESIZE)).length;
  await pass(tight, 60);
  assert.equal((await messages(tight, RESIZE)).length, count);
  await page.close();
});

test("a frame that is as high as its widget has no scroll bar, and does not swing between having one and having none", async (t) => {
  // Tests have none otherwise, as phones have none; readers at desks do.
  const browser = await chromium.launch({ executablePath: executable(), args: FLAGS, ignoreDefaultArgs: ["--hide-scrollbars"] });
  t.after(() => browser.close());
  for (const chart of ["tiers", "map", "facts"]) {
    for (const width of [320, 760]) {
      const host = await browser.newPage();
      const count = "window.count = (window.count || 0) + 1;";
      await host.setContent(`<div style="width:${width}px">${iframe(await embed(`chart=${chart}&lang=en`))}</div>${onHeight(GIVE + count)}`);
      const frame = await widgetFrame(host);
      await heights(host, frame);
      const over = await frame.evaluate(() => {
        const { scrollHeight, clientHeight, clientWidth } = document.documentElement;
        return [scrollHeight - clientHeight, innerWidth - clientWidth];
      });
      assert.deepEqual(over, [0, 0], `${chart} at ${width} px`);
      assert.ok((await host.evaluate(() => window.count)) < 30, `${chart} at ${width} px is told again and again`);
      await host.close();
    }
  }
});

test("where a style sheet makes the widget follow the frame, the growth ends with one line", async (t) => {
  const css = "body { margin: 0 } main { min-height: calc(100vh + 9px) }";
  const before = (page) => page.route("**/embed.css", (route) => route.fulfill({ contentType: "text/css", body: css }));
  const { page, record } = await hostPage(t, `<div style="width:700px">${iframe(await embed())}</div>${onHeight(GIVE)}`, { before });
  const frame = await widgetFrame(page);
  await page.waitForFunction((part) => told.filter(({ data }) => JSON.stringify(data).includes(part)).length >= 30, RESIZE);
  await pass(page, 60);
  const { outside } = await heights(page, frame);
  await pass(page, 60);
  assert.equal((await heights(page, frame)).outside, outside);
  assert.ok(outside < 2500, `it has grown to ${outside}`);
  assert.deepEqual(record.console, ["county-chains: this frame grew 40 times in a row without a reader, and tells its height no more"]);
  // A reader who does something is followed again, as far.
  await frame.locator('county-chains [role=tab][data-chart="facts"]').click();
  await pass(page, 60);
  assert.ok((await heights(page, frame)).outside > outside);
  assert.equal(record.console.length, 1, "and the line is not repeated");
});

test("each height is told once a frame and listener, however often it changes", async (t) => {
  const { page } = await hostPage(t, `<div style="width:700px">${iframe(await embed("chart=tiers&childId=c#?secret=abc"))}</div>`);
  const frame = await widgetFrame(page);
  await heights(page, frame);
  await page.evaluate(() => (told.length = 0));
  const frames = await frame.evaluate(async () => {
    const widget = document.querySelector("county-chains");
    let frames = 0;
    for (; frames < 60; frames++) {
      // Up and down, and three heights in each frame, of which one is shown.
      for (const part of [1, 2, 3]) {
        widget.style.paddingBottom = `${((frames * 37) % 60) + part}px`;
        widget.getBoundingClientRect();
      }
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return frames;
  });
  await pass(page, 12);
  const ledger = await page.evaluate(() => told.map(({ data }) => data));
  const listeners = {
    own: ledger.filter(({ type }) => type === "resize").map(({ data }) => data.height),
    datawrapper: ledger.filter((data) => data["datawrapper-height"]).map((data) => Object.values(data["datawrapper-height"])[0]),
    amp: ledger.filter(({ sentinel }) => sentinel === "amp").map(({ height }) => height),
    medium: ledger.filter((data) => typeof data === "string" && data[0] === "{").map((data) => JSON.parse(data).height),
    pym: ledger.filter((data) => String(data).startsWith("pymxPYMxcxPYMxheightxPYMx")).map((data) => Number(data.split("xPYMx").pop())),
    wordpress: ledger.filter(({ message, secret }) => message === "height" && secret === "abc").map(({ value }) => value),
  };
  for (const [name, told] of Object.entries(listeners)) {
    assert.deepEqual(told, listeners.own, `${name} is told what the others are told`);
    assert.ok(told.length > 5 && told.length <= frames + 1, `${name}: ${told.length} messages in ${frames} frames`);
    assert.ok(told.every((height, at) => height !== told[at - 1]), `${name} is told nothing twice`);
  }
  const { inside } = await heights(page, frame);
  assert.equal(listeners.own.at(-1), inside, "and the last is what holds");
});

test("a thousand questions in one frame get one answer or two", async (t) => {
  const { page } = await hostPage(t, iframe(await embed()));
  await heights(page, await widgetFrame(page));
  await page.evaluate(() => {
    told.length = 0;
    for (let count = 0; count < 1000; count++) frames[0].postMessage({ source: "county-chains", v: 1, type: "resize" }, "*");
  });
  await pass(page, 30);
  const { length } = await messages(page, RESIZE);
  assert.ok(length >= 1 && length <= 10, `${length} answers`);
});

const GARBAGE = [
  null, 0, 1e9, true, "", "resize", "[iFrameSizer]", "[iFrameSizer]resize", "[iFrameSizer]reset", "[iFrameSizer]:8:false", "[iFrameSizer]a:8", "[iFrameSizer]a:8:maybe",
  "[iFrameSizer]__proto__:8", "pymxPYMx", "pymxPYMxotherxPYMxwidthxPYMx320", "pymxPYMxcxPYMxheightxPYMx9", "pymxPYMxcxPYMxnavigateToxPYMxabout:blank", "{", "{}", "[]", [], {}, [[]],
  { source: "county-chains" }, { source: "county-chains", v: 2, type: "resize" }, { source: "county-chains", v: 1, type: "state", data: { chart: "map" } },
  { source: "county-chains", v: "1", type: "resize" }, { message: "ready" }, { message: "ready", secret: "wrong" }, { message: "height", value: 5, secret: "abc" },
  { "datawrapper-height": { x: 5 } }, { sentinel: "amp", type: "embed-size", height: 5 }, { type: "resize", height: 5 },
];

test("messages that are none of ours are not answered and change nothing", async (t) => {
  const { page, record } = await hostPage(t, `<div style="width:700px">${iframe(await embed("chart=tiers&childId=c#?secret=abc"), { sandbox: LEAST })}</div>`);
  const frame = await widgetFrame(page);
  const before = await heights(page, frame);
  const state = () => frame.evaluate(() => [JSON.stringify(document.querySelector("county-chains").state), location.href, document.title]);
  const wanted = await state();
  await page.evaluate((list) => {
    told.length = 0;
    for (const data of [...list, undefined, new Map([["source", "county-chains"]]), new Uint8Array(4), 9n]) frames[0].postMessage(data, "*");
  }, GARBAGE);
  await pass(page, 30);
  assert.deepEqual(await page.evaluate(() => told.map(({ data }) => data)), []);
  assert.deepEqual(await state(), wanted);
  assert.deepEqual(await heights(page, frame), before);
  assert.deepEqual([record.errors, record.console], [[], []]);
});

const QUESTIONS = [{ source: "county-chains", v: 1, type: "resize" }, { message: "ready", secret: "abc" }, "pymxPYMxcxPYMxwidthxPYMx320", "[iFrameSizer]r:8:false:false:32:true", "[iFrameSizer]resize", "[iFrameSizer]reset"];

test("each question of the page around is answered in its own format alone", async (t) => {
  const { page } = await hostPage(t, iframe(await embed("chart=tiers&id=x&childId=c#?secret=abc")));
  const frame = await widgetFrame(page);
  const { inside } = await heights(page, frame);
  const answers = [];
  for (const question of QUESTIONS) {
    await page.evaluate((question) => ((told.length = 0), frames[0].postMessage(question, "*")), question);
    await pass(page, 12);
    answers.push(await page.evaluate(() => told.map(({ data }) => data)));
  }
  const sized = (type) => [`[iFrameSizer]r:${inside}:${WIDE}:${type}:county-chains`];
  assert.deepEqual(answers, [
    [{ source: "county-chains", v: 1, id: "x", type: "resize", data: { height: inside } }],
    [{ message: "height", value: inside, secret: "abc" }],
    [`pymxPYMxcxPYMxheightxPYMx${inside}`],
    sized("init"), sized("resizeObserver"), sized("resizeObserver"),
  ]);
});

/** The width of a frame in a page of 1000 px, which leaves 8 px free on both sides. */
const WIDE = 984;

test("only the page around is listened to: not a frame beside, and not the frame itself", async (t) => {
  const src = await embed("chart=tiers&childId=c#?secret=abc");
  const { page } = await hostPage(t, `${iframe(src)}<iframe src="/beside.html"></iframe>`, { files: { "/beside.html": "<!doctype html><title>Beside</title>" } });
  const frame = await widgetFrame(page);
  await heights(page, frame);
  await page.evaluate(() => (told.length = 0));
  const beside = page.frames().find((other) => other.url().endsWith("/beside.html"));
  await beside.evaluate((questions) => questions.forEach((question) => parent.frames[0].postMessage(question, "*")), QUESTIONS);
  await frame.evaluate((questions) => questions.forEach((question) => postMessage(question, "*")), QUESTIONS);
  await pass(page, 30);
  assert.deepEqual(await page.evaluate(() => told.map(({ data }) => data)), []);
});
