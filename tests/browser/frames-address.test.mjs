// The address of a frame: how the page around knows it, what it shows, and what stands there where nothing runs.

import assert from "node:assert/strict";
import { embed, heights, hostPage, iframe, LEAST, messages, pass, RESIZE, SNIPPET, widgetFrame } from "./frames.mjs";
import { page, ready, serveFor, shown, silent, test } from "./support.mjs";

/** The ids by which frames have told their heights to Datawrapper's listeners. */
async function idsOf(host) {
  const told = await messages(host, "datawrapper-height");
  return [...new Set(told.flatMap(({ data }) => Object.keys(data["datawrapper-height"])))];
}

test("a frame that is given no id takes a part of its address that the host finds in src", async (t) => {
  const queries = ["", "chart=map", "chart=tiers&tiers=1~2&lang=zh-Hans&theme=auto", "heading=福建'县域\"&lang=en", "search=%E6%99%8B&chart=facts", "heading=\\'];a['", "__proto__=1"];
  const { page: host } = await hostPage(t, (await Promise.all(queries.map(async (query) => iframe(await embed(query))))).join(""));
  const found = [];
  for (const at of queries.keys()) {
    await widgetFrame(host, at);
    found.push(await host.evaluate((at) => {
      const { data } = told.find(({ data, from }) => from === at && data["datawrapper-height"]);
      const [id] = Object.keys(data["datawrapper-height"]);
      return [...document.querySelectorAll(`iframe[src*='${id}']`)].includes(document.querySelectorAll("iframe")[at]) ? "found" : id;
    }, at));
  }
  assert.deepEqual(found, queries.map(() => "found"));
});

test("a given id is taken, and one that could end a selector or a message is told and ignored", async (t) => {
  const wrong = ["id=a']", "id=%22", "id=", `id=${"a".repeat(101)}`, "childId=axPYMxnavigateToxPYMxabout:blank%20", "childId=axPYMxb", "childId=a%20b", "childId="];
  const { page: host, record } = await hostPage(t, iframe(await embed("id=fj-ic.a1&childId=pym-0")));
  await widgetFrame(host);
  assert.deepEqual(await idsOf(host), ["fj-ic.a1"]);
  assert.equal((await messages(host, "pymxPYMxpym-0xPYMxheightxPYMx")).length > 0, true);
  silent(record);
  for (const query of wrong) {
    const other = await hostPage(t, iframe(await embed(query)));
    await widgetFrame(other.page);
    const [id] = await idsOf(other.page);
    assert.ok(id && !/['"\\ ]/.test(id) && id.length <= 200, `${query}: ${id}`);
    assert.deepEqual(await messages(other.page, '"pymx'), [], query);
    assert.deepEqual(other.record.console, [`county-chains: the address says ${query.split("=")[0]}, which is ignored`]);
    assert.deepEqual(other.record.errors, []);
    await other.page.context().close();
  }
});

test("whatever an address says, the frame shows what can be shown and nothing breaks", async (t) => {
  const strange = "chart=map&__proto__=1&constructor=2&toString=3&%E0%A4%A=4&=5&&&tiers=%ZZ&lang=en&a[b]=c&hasOwnProperty&heading=%00<img src=x onerror=alert(1)>";
  const { page: host, record } = await hostPage(t, iframe(await embed(strange), { sandbox: SNIPPET }));
  const frame = await widgetFrame(host);
  const state = await frame.evaluate(() => document.querySelector("county-chains").state);
  assert.deepEqual([state.chart, state.lang, state.tiers], ["map", "en", [1, 2, 3, 4]]);
  assert.equal(await frame.evaluate(() => document.querySelectorAll("img").length + Object.keys(Object.prototype).length), 0);
  assert.match(record.console[0], /^county-chains: the address says __proto__, constructor, toString, /);
  assert.deepEqual(record.errors, []);
});

test("WordPress's secret is taken from the address, also when it is put there later, and only if it is one", async (t) => {
  for (const [hash, secret] of [["#?secret=aB3xY9", "aB3xY9"], ["#?secret=a'b", null], ["#?secret=a_b", null], ["#?secret=", null], ["#secret=abc", null], ["#?secret=abc&x=1", null]]) {
    const { page: host, record } = await hostPage(t, iframe((await embed()) + hash));
    await heights(host, await widgetFrame(host));
    const told = (await messages(host, '"message":"height"')).map(({ data }) => data.secret);
    assert.deepEqual([...new Set(told)], secret ? [secret] : [], hash);
    silent(record);
    await host.context().close();
  }
  const { page: host } = await hostPage(t, iframe(await embed(), { sandbox: LEAST }));
  const { inside } = await heights(host, await widgetFrame(host));
  await host.locator("iframe").evaluate((frame) => (frame.src += "#?secret=late123456"));
  await host.waitForFunction(() => told.some(({ data }) => data.secret));
  assert.deepEqual((await messages(host, '"secret"')).map(({ data }) => data), [{ message: "height", value: inside, secret: "late123456" }]);
});

test("a frame that WordPress cuts at 1000 px scrolls inside, though it is told not to", async (t) => {
  const html = iframe(`${await embed("chart=timeline&lang=en")}#?secret=abc`, { sandbox: LEAST, more: 'scrolling="no"' });
  const { page: host } = await hostPage(t, html.replace('width="100%" height="400"', 'width="360" height="700"'));
  const frame = await widgetFrame(host);
  const { inside } = await heights(host, frame);
  assert.ok(inside > 1000);
  await host.mouse.move(150, 300);
  for (let turns = 0; turns < 30; turns++) {
    await host.mouse.wheel(0, 200);
    await pass(host, 2);
  }
  const bottom = await frame.evaluate(() => document.querySelector("main").getBoundingClientRect().bottom);
  assert.ok(bottom <= 701, `the foot is at ${bottom}`);
});

const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";

for (const sandbox of [null, LEAST, SNIPPET]) {
  test(`under the strictest policy the frame works ${sandbox === null ? "without sandbox" : `in "${sandbox}"`}`, async (t) => {
    const address = await serveFor(t, { headersFor: (path) => (path.endsWith("/embed.html") ? { "Content-Security-Policy": STRICT } : undefined) });
    const { page: host, record } = await hostPage(t, iframe(`${address}/county-chains/embed.html?chart=map&lang=en&theme=dark`, { sandbox }));
    const frame = await widgetFrame(host);
    await frame.locator('county-chains [role=tab][data-chart="facts"]').click();
    await frame.locator("county-chains [data-fact]").first().waitFor();
    assert.equal(await frame.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "dark");
    assert.ok((await messages(host, RESIZE)).length > 0);
    silent(record);
  });
}

test("without script the page says in three languages what it is, where the data is and where it comes from", async (t) => {
  const { page: plain } = await page(t, "/county-chains/embed.html", { javaScriptEnabled: false, viewport: { width: 360, height: 300 } });
  for (const [lang, words] of [["zh-Hans", /图表.*data\.csv.*来源：.*白皮书/], ["zh-Hant", /圖表.*data\.csv.*來源：.*白皮書/], ["en", /chart.*data\.csv.*Source: .*White Paper/]]) {
    const paragraph = plain.locator(`noscript p:lang(${lang})`);
    assert.match(await paragraph.innerText(), words);
    assert.ok(await paragraph.isVisible());
  }
  assert.equal(await plain.locator("a").first().evaluate(({ href }) => new URL(href).pathname), "/county-chains/data.csv");
  assert.ok((await plain.evaluate(() => document.documentElement.scrollWidth)) <= 360);
});

for (const [what, before, code] of [
  ["the widget's script is missing, and the one with everything inside", (page) => page.route("**/county-chains{,.inline}.js", (route) => route.fulfill({ status: 404 })), "script"],
  ["the wasm is missing", (page) => page.route("**/county-chains.wasm", (route) => route.fulfill({ status: 404 })), "wasm-fetch"],
]) {
  test(`where ${what} the frame says where the data is, as high as that takes, and tells why`, async (t) => {
    for (const [lang, words] of [["zh-CN", /^图表未能显示，全部数据见data\.csv。来源：/], ["zh-TW", /^圖表未能顯示，全部數據見data\.csv。來源：/], ["en-GB", /^The chart could not be shown; all of its data is in data\.csv\. Source: /]]) {
      const { page: host, record } = await hostPage(t, `<script src="/host.js"></script>${iframe(await embed(`lang=${lang}`))}`, { before });
      const [, frame] = host.frames();
      await frame.locator("main p").waitFor();
      assert.match(await frame.locator("main p").innerText(), words);
      await host.waitForFunction(() => told.some(({ data }) => data.type === "error"));
      assert.deepEqual([...new Set((await messages(host, '"type":"error"')).map(({ data }) => data.data.code))], [code]);
      const { inside, outside } = await heights(host, frame);
      assert.equal(outside, Math.max(120, inside));
      assert.deepEqual([record.errors, record.console.filter((line) => line.startsWith("county-chains:")).length], [[], 1]);
      await host.context().close();
    }
  });
}

test("a link that is opened as a page of its own has title, language and colours of what it shows", async (t) => {
  const { page: alone, record } = await page(t, "/county-chains/embed.html?chart=map&lang=en&theme=light");
  await ready(alone);
  const seen = await alone.evaluate(() => [document.documentElement.lang, getComputedStyle(document.documentElement).colorScheme, document.querySelectorAll("main > county-chains").length]);
  assert.deepEqual(seen, ["en", "light", 1]);
  assert.notEqual(await alone.title(), "county-chains");
  silent(record);
});

test("a language that the widget does not speak is not claimed by the page", async (t) => {
  const { page: alone } = await page(t, "/county-chains/embed.html?lang=fr");
  await ready(alone);
  assert.equal(await alone.evaluate(() => document.documentElement.lang), (await shown(alone)).lang);
});

test("a heading in the address is for frames: a page of its own does not say what anybody has written into a link", async (t) => {
  const path = `/county-chains/embed.html?lang=en&heading=${encodeURIComponent("Call this number at once")}`;
  const { page: alone, record } = await page(t, path);
  await ready(alone);
  assert.doesNotMatch(`${await alone.title()} ${await alone.locator("county-chains").innerText()}`, /Call/);
  assert.deepEqual(record.console, ["county-chains: the address says heading, which is ignored"]);
  const { page: host } = await hostPage(t, iframe(await embed(path.split("?")[1])));
  const frame = await widgetFrame(host);
  assert.equal(await frame.locator("county-chains [part=heading]").innerText(), "Call this number at once");
});
