// The builder: form, widget, code and address say the same, whichever of them was changed.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { assertSame, assertTwin, blank, CHARTS, drawing, drawn, frames, INDICATORS, LANGUAGES, page, pause, ready, shown, silent, test } from "./support.mjs";

const WIDGET = "#preview";
const { counties } = JSON.parse(await readFile(new URL("../../pkg/dist/data.json", import.meta.url), "utf8"));

/** Opens the builder and waits until form and code are there. */
async function builder(t, query = "", options = {}) {
  const opened = await page(t, `/builder.html${query}`, { viewport: { width: 1280, height: 900 }, ...options });
  await ready(opened.page, WIDGET);
  await opened.page.waitForFunction(() => document.querySelectorAll("#county option").length > 80);
  await settled(opened.page);
  return opened;
}

/** Waits until the code is that of the state, and the address has been written. */
async function settled(page) {
  await frames(page);
  await pause(page, 200);
  await frames(page);
}

const code = (page) => page.locator("#code").innerText();
const state = (page, selector = WIDGET) => page.evaluate((selector) => document.querySelector(selector).state, selector);
const query = (page) => Object.fromEntries(new URL(page.url()).searchParams);

async function choose(page, name, value) {
  await page.locator(`[name="${name}"][value="${value}"]`).evaluate((input) => input.click());
  await settled(page);
}

/** What the form says, as the state would say it. */
const form = (page) => page.evaluate(() => {
  const { elements } = document.getElementById("controls");
  const ticked = (name) => [...elements[name]].filter(({ checked }) => checked).map(({ value }) => value).join(" ");
  const one = (name) => elements[name].value || null;
  return {
    chart: one("chart"), charts: ticked("charts"), indicator: one("indicator"), tiers: ticked("tiers"), county: one("county"), view: one("view"),
    lang: one("lang"), theme: one("theme"), heading: one("heading"), group: one("group"), controls: ticked("controls"),
  };
});
const asForm = (state) => Object.fromEntries(["chart", "charts", "indicator", "tiers", "county", "view", "lang", "theme", "heading", "group", "controls"].map((name) => [name, Array.isArray(state[name]) ? state[name].join(" ") : state[name]]));

test("the pages know the charts, and which of them take no filter, as the widget does", async (t) => {
  const { page: opened } = await builder(t);
  const known = await opened.evaluate(async () => (await import("/gallery/charts.js")).CHARTS);
  assert.deepEqual(known, CHARTS);
  assert.deepEqual((await state(opened)).charts, CHARTS);
  for (const chart of CHARTS) {
    await choose(opened, "chart", chart);
    // Where the filter does nothing, a sentence stands in the place of the chips.
    const hasChips = (await opened.locator(`${WIDGET} button[data-tier]`).count()) > 0;
    const boxes = await opened.locator("[name=tiers]").evaluateAll((boxes) => boxes.map(({ disabled }) => disabled));
    assert.deepEqual(boxes, Array(4).fill(!hasChips), chart);
  }
});

test("each control changes the attribute, the code and the address", async (t) => {
  const { page: opened, record } = await builder(t);
  const has = async (name, value, address = value) => {
    assert.equal(await opened.locator(WIDGET).getAttribute(name), value, `attribute ${name}`);
    if (value !== null) assert.match(await code(opened), new RegExp(`<county-chains [^>]*${name}="${value}"`), `code: ${name}`);
    assert.equal(query(opened)[name] ?? null, address, `address: ${name}`);
  };
  for (const chart of [...CHARTS.slice(1), "tiers"]) {
    await choose(opened, "chart", chart);
    assert.equal((await shown(opened, WIDGET)).chart, chart);
    assert.equal(query(opened).chart, chart);
    assert.match(await code(opened), new RegExp(`<county-chains chart="${chart}"`));
  }
  for (const indicator of INDICATORS.slice(1)) {
    await opened.selectOption("#indicator", indicator);
    await settled(opened);
    await has("indicator", indicator);
  }
  await choose(opened, "tiers", "2");
  await has("tiers", "1 3 4", "1~3~4");
  for (const tier of ["1", "3", "4"]) await choose(opened, "tiers", tier);
  await has("tiers", "none", "none");
  for (const tier of ["1", "2", "3", "4"]) await choose(opened, "tiers", tier);
  await has("tiers", null);
  await choose(opened, "chart", "map");
  assert.ok(await opened.locator("#indicator").isDisabled(), "only the tiers have indicators");
  await opened.selectOption("#county", "350582");
  await settled(opened);
  await has("county", "350582");
  await opened.selectOption("#county", "");
  await settled(opened);
  await has("county", null);
  for (const view of ["table", "about"]) {
    await choose(opened, "view", view);
    await has("view", view);
  }
  await choose(opened, "view", "chart");
  for (const theme of ["light", "dark"]) {
    await choose(opened, "theme", theme);
    await has("theme", theme);
    assert.equal((await shown(opened, WIDGET)).theme, theme);
  }
  for (const lang of ["en", "zh-Hant"]) {
    await choose(opened, "lang", lang);
    await has("lang", lang);
    assert.equal((await shown(opened, WIDGET)).lang, lang);
  }
  await opened.fill("#heading", 'A & "B" <c>');
  await settled(opened);
  assert.equal(await opened.locator(`${WIDGET} [part=heading]`).innerText(), 'A & "B" <c>');
  assert.match(await code(opened), /heading="A &amp; &quot;B&quot; &lt;c>"/);
  assert.equal(query(opened).heading, 'A & "B" <c>');
  await opened.fill("#group", "news");
  await settled(opened);
  await has("group", "news");
  await choose(opened, "charts", "tiers");
  await has("charts", CHARTS.slice(1).join(" "), CHARTS.slice(1).join("~"));
  assert.equal(await opened.locator(`${WIDGET} [role=tab]`).count(), CHARTS.length - 1);
  await choose(opened, "controls", "share");
  await has("controls", "filter picker table download about", "filter~picker~table~download~about");
  assert.equal(await opened.locator(`${WIDGET} [data-action="panel:share"]`).count(), 0);
  silent(record);
});

test("a chart that was taken off the list comes back on it when it is chosen, and the one shown cannot be taken off", async (t) => {
  const { page: opened, record } = await builder(t);
  assert.ok(await opened.locator('[name=charts][value="tiers"]').isDisabled());
  await choose(opened, "charts", "map");
  assert.ok(!(await state(opened)).charts.includes("map"));
  await choose(opened, "chart", "map");
  assert.equal((await state(opened)).chart, "map");
  assert.deepEqual((await state(opened)).charts, CHARTS);
  assert.ok(await opened.locator('[name=charts][value="map"]').isDisabled());
  assert.ok(!(await opened.locator('[name=charts][value="tiers"]').isDisabled()));
  silent(record);
});

test("what is done in the chart comes back to form, code and address", async (t) => {
  const { page: opened, record } = await builder(t);
  await opened.locator(`${WIDGET} [data-tier="1"]`).click();
  await opened.locator(`${WIDGET} [role=tab][data-chart="map"]`).click();
  await opened.locator(`${WIDGET} [data-key="county:350524"]`).click();
  await settled(opened);
  const now = await state(opened);
  assert.deepEqual([now.chart, now.tiers, now.county], ["map", [2, 3, 4], "350524"]);
  assert.deepEqual(await form(opened), asForm(now));
  assert.match(await code(opened), /chart="map" tiers="2 3 4" county="350524"/);
  assert.deepEqual(query(opened), { chart: "map", tiers: "2~3~4", county: "350524" });
  await opened.locator(`${WIDGET} [data-action="view:table"]`).click();
  await settled(opened);
  assert.equal((await form(opened)).view, "table");
  silent(record);
});

test("the code of each kind, pasted into a page, shows the same", async (t) => {
  const { page: opened, record } = await builder(t, "?chart=map&tiers=2~3&county=350524&lang=en&theme=dark&controls=filter~about&charts=map~facts&width=360");
  const mine = await drawing(opened, WIDGET);
  const wanted = await state(opened);

  const place = (html) => `<style>body{margin:0}</style><div style="width:360px">${html}</div>`;
  const { page: pasted } = await drawn(t, place(await code(opened)), { head: "" });
  assert.deepEqual(await state(pasted, "county-chains"), wanted);
  assertSame(await drawing(pasted), mine, "the tag draws something else");

  await choose(opened, "kind", "iframe");
  const frame = await code(opened);
  const { page: host } = await blank(t, place(frame), { head: "" });
  const inside = await (await host.waitForSelector("iframe")).contentFrame();
  await inside.waitForFunction(() => document.querySelector("county-chains")?.shadowRoot?.querySelector("[data-tiers]"));
  await frames(inside);
  assert.deepEqual({ ...(await inside.evaluate(() => document.querySelector("county-chains").state)) }, { ...wanted, "heading-level": "1" });
  // A frame is a page of its own, with a heading of its own.
  await inside.evaluate(() => (document.querySelector("county-chains").headingLevel = null));
  await frames(inside);
  assertSame(await drawing(inside), mine, "the frame draws something else");

  await choose(opened, "kind", "static");
  const { page: still } = await blank(t, `<county-chains>${await code(opened)}</county-chains>`, { head: "", javaScriptEnabled: false });
  await assertTwin(still);
  assert.equal(await still.locator('script:not([type="application/ld+json"])').count(), 0);
  assert.equal(query(opened).kind, "static");
  silent(record);
});

test("the address restores the whole builder, and embed.html reads the same names", async (t) => {
  const { page: opened } = await builder(t);
  await choose(opened, "chart", "facts");
  for (const [name, value] of [["theme", "dark"], ["lang", "en"], ["controls", "share"], ["tiers", "4"], ["width", "360"], ["kind", "iframe"]]) await choose(opened, name, value);
  await opened.fill("#heading", "福建 & 县域~1");
  await opened.fill("#group", "g");
  await opened.locator(`${WIDGET} input[type=search]`).fill("晋江");
  await opened.locator(`${WIDGET} input[type=search]`).blur();
  await settled(opened);
  const [before, said, written] = [await state(opened), await form(opened), await code(opened)];
  assert.equal(before.search, "晋江", "what the reader looks for is kept as well");
  const { page: again, record } = await builder(t, new URL(opened.url()).search);
  assert.deepEqual(await state(again), before);
  assert.deepEqual(await form(again), said);
  assert.equal(await code(again), written);
  assert.equal((await shown(again, WIDGET)).size, "360");
  assert.equal(again.url().split("?")[1], opened.url().split("?")[1], "and does not change");
  assert.equal(await again.locator("#notice").innerText(), "");
  silent(record);
  const params = new URL(opened.url()).searchParams;
  // A heading is for frames: a page of its own does not take one from a link.
  for (const own of ["width", "kind", "page", "heading"]) params.delete(own);
  const { page: alone, record: other } = await page(t, `/county-chains/embed.html?${params}`);
  await ready(alone);
  assert.deepEqual(await state(alone, "county-chains"), { ...before, heading: null, "heading-level": "1" });
  silent(other);
});

test("the link of a widget opens the builder as that widget is", async (t) => {
  const { page: host } = await drawn(t, '<county-chains chart="map" tiers="1 4" county="350582" lang="zh-Hant" theme="light" controls="filter"></county-chains>');
  const [link, wanted] = await host.evaluate(() => [document.querySelector("county-chains").link, document.querySelector("county-chains").state]);
  const { page: opened, record } = await builder(t, new URL(link).search);
  assert.deepEqual(await state(opened), wanted);
  assert.equal(await opened.evaluate(() => document.documentElement.lang), "zh-Hant", "and speaks its language");
  silent(record);
});

test("what is wrong in the address is told, and the rest is kept", async (t) => {
  const { page: opened, record } = await builder(t, "?chart=map&tiers=9&theme=purple&nonsense=1&county=350582&lang=en&width=13&kind=poem&view=table");
  const now = await state(opened);
  assert.deepEqual([now.chart, now.tiers, now.theme, now.county, now.lang, now.view], ["map", [1, 2, 3, 4], "auto", "350582", "en", "table"]);
  assert.deepEqual(await form(opened), asForm(now));
  const notice = await opened.locator("#notice").innerText();
  for (const name of ["tiers", "theme", "nonsense"]) assert.match(notice, new RegExp(`\\b${name}\\b`));
  for (const name of ["county", "chart", "view"]) assert.doesNotMatch(notice, new RegExp(`\\b${name}\\b`));
  assert.match(await code(opened), /^<div><script/, "an unknown kind of code is the first");
  assert.equal((await shown(opened, WIDGET)).size, "760", "an unknown width is the one there is room for");
  assert.deepEqual(query(opened), { chart: "map", county: "350582", view: "table", lang: "en" }, "the address is put right");
  assert.deepEqual(record.errors, []);
});

test("the page and the chart may speak different languages, and the address says so", async (t) => {
  const { page: opened } = await builder(t);
  await opened.locator('button[data-lang="en"]').click();
  await settled(opened);
  assert.deepEqual([await opened.evaluate(() => document.documentElement.lang), (await state(opened)).lang], ["en", "en"], "as long as none was chosen the chart follows");
  await choose(opened, "lang", "zh-Hant");
  await opened.locator('button[data-lang="zh-Hans"]').click();
  await settled(opened);
  assert.deepEqual(query(opened), { chart: "tiers", lang: "zh-Hant", page: "zh-Hans" });
  const { page: again } = await builder(t, new URL(opened.url()).search);
  assert.deepEqual([await again.evaluate(() => document.documentElement.lang), (await state(again)).lang], ["zh-Hans", "zh-Hant"]);
  assert.deepEqual(query(again), query(opened));
});

test("all 84 county-level units can be chosen, by city, in the page's language", async (t) => {
  const { page: opened } = await builder(t);
  for (const lang of LANGUAGES) {
    await opened.locator(`button[data-lang="${lang}"]`).click();
    await settled(opened);
    const groups = await opened.locator("#county optgroup").evaluateAll((groups) => groups.map((group) => [group.label, ...[...group.children].map(({ value, text }) => `${value} ${text}`)]));
    assert.equal(groups.length, 9);
    const wanted = counties.map(({ code, name }) => `${code} ${name[lang]}`).sort();
    assert.deepEqual(groups.flatMap(([, ...units]) => units).sort(), wanted);
    for (const [label, ...units] of groups) for (const unit of units) assert.equal(label, counties.find(({ code }) => unit.startsWith(code)).city[lang]);
  }
});

test("without the list of counties the rest works, and a county chosen on the map is named by its code", async (t) => {
  const before = (page) => page.route("**/data.json", (route) => route.abort());
  const { page: opened } = await page(t, "/builder.html?chart=map", { viewport: { width: 1280, height: 900 }, before });
  await ready(opened, WIDGET);
  await settled(opened);
  assert.notEqual(await opened.locator("#notice").innerText(), "");
  await opened.locator(`${WIDGET} [data-key="county:350582"]`).click();
  await settled(opened);
  assert.equal(await opened.locator("#county").inputValue(), "350582");
  assert.match(await code(opened), /county="350582"/);
});

test("the preview takes the width that is asked for, and else what there is room for", async (t) => {
  const { page: opened } = await builder(t);
  for (const width of [280, 360, 560, 760]) {
    await choose(opened, "width", String(width));
    await frames(opened);
    assert.equal(await opened.locator(WIDGET).evaluate(({ offsetWidth }) => offsetWidth), width);
    assert.equal(query(opened).width, String(width));
  }
  for (const [viewport, width] of [[280, 280], [390, 360], [800, 760]]) {
    const { page: other } = await builder(t, "", { viewport: { width: viewport, height: 740 } });
    assert.equal(await other.locator(WIDGET).evaluate(({ offsetWidth }) => offsetWidth), width, `${viewport} px`);
    assert.equal(query(other).width, undefined, "which is not the reader's choice, and not in the address");
  }
});

test("the static file is a whole page that needs no script", async (t) => {
  const { page: opened, record } = await builder(t, "?chart=market&lang=zh-Hant", { acceptDownloads: true });
  const [download] = await Promise.all([opened.waitForEvent("download"), opened.locator("#save").click()]);
  assert.equal(download.suggestedFilename(), "county-chains-market-zh-Hant.html");
  const text = await readFile(await download.path(), "utf8");
  assert.match(text, /^<!DOCTYPE html>\n<html lang="zh-Hant">\n<head>\n<meta charset="utf-8">/);
  assert.doesNotMatch(text, /<script(?! type="application\/ld\+json")|style=/);
  const { page: still } = await page(t, "/blank.html", { javaScriptEnabled: false, before: (page) => page.route("**/blank.html", (route) => route.fulfill({ contentType: "text/html", body: text })) });
  assert.match(await still.title(), /工業營業收入/);
  for (const part of ["figure svg", "table caption"]) assert.ok(await still.locator(part).first().isVisible(), part);
  silent(record);
});

test("code and link can be copied, and the defaults come back", async (t) => {
  const { page: opened, record } = await builder(t, "?chart=map&tiers=2&county=350205&theme=dark&heading=X&search=a&charts=map~facts", { permissions: ["clipboard-read", "clipboard-write"] });
  const clipboard = () => opened.evaluate(() => navigator.clipboard.readText());
  await opened.locator('[data-copy="code"]').click();
  assert.equal(await clipboard(), await opened.locator("#code").evaluate(({ textContent }) => textContent));
  assert.notEqual(await opened.locator("#done").innerText(), "");
  await opened.locator("#copy-link").click();
  assert.equal(await clipboard(), opened.url());
  await opened.locator("#reset").click();
  await settled(opened);
  assert.deepEqual(query(opened), { chart: "tiers" });
  assert.deepEqual(await form(opened), asForm(await state(opened)));
  assert.equal(await opened.locator(WIDGET).evaluate((widget) => widget.attributes.length), 4, "id, chart, lang, loading");
  silent(record);
});

test("a heading is not changed under the hands of whoever writes it", async (t) => {
  const { page: opened } = await builder(t, "?lang=en");
  await opened.locator("#heading").pressSequentially(" Two words ");
  await settled(opened);
  assert.equal(await opened.locator("#heading").inputValue(), " Two words ");
  assert.ok(await opened.locator("#heading").evaluate((field) => field === document.activeElement));
});
