// What a redraw reads of the page: whatever it reads after it has written, the browser computes at once, in each widget again.

import assert from "node:assert/strict";
import { drawn, silent, test } from "./support.mjs";

/** The names of what is read between the first attribute that a change writes in the widget and the end of its drawing, and how often it writes. */
const readAfterWriting = (page, change) => page.evaluate(async (change) => {
  const names = [];
  // The attribute of the tag itself is written before anything is drawn.
  let written = 0;
  const note = (name) => written && names.push(name);
  const undo = [];
  const replace = (holder, name, made) => {
    const before = Object.getOwnPropertyDescriptor(holder, name);
    Object.defineProperty(holder, name, { ...before, ...made(before) });
    undo.push(() => Object.defineProperty(holder, name, before));
  };
  replace(Element.prototype, "setAttribute", ({ value }) => ({ value(...list) { if (this.getRootNode() !== document) written++; return value.apply(this, list); } }));
  replace(Element.prototype, "getBoundingClientRect", ({ value }) => ({ value(...list) { note("getBoundingClientRect"); return value.apply(this, list); } }));
  replace(window, "getComputedStyle", ({ value }) => ({ value(...list) { note("getComputedStyle"); return value.apply(this, list); } }));
  for (const [{ prototype }, list] of [[HTMLElement, ["offsetHeight", "offsetWidth", "offsetLeft"]], [Element, ["scrollWidth", "scrollLeft", "clientWidth"]]]) {
    for (const name of list) replace(prototype, name, ({ get }) => ({ get() { note(name); return get.call(this); } }));
  }
  Object.assign(document.querySelector("county-chains"), change);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  undo.forEach((put) => put());
  return { names: [...new Set(names)].sort(), written };
}, change);

for (const chart of ["map", "tiers"]) {
  test(`another filter of ${chart} reads no styles and no layout after it has written`, async (t) => {
    const { page, record } = await drawn(t, `<county-chains chart="${chart}" tiers="1" lang="en"></county-chains>`);
    const { names, written } = await readAfterWriting(page, { tiers: "2" });
    assert.ok(written > 0);
    assert.deepEqual(names, []);
    silent(record);
  });
}

/** Whether the chosen tab is in sight, and at which ends there are more tabs. */
const tabs = (page) => page.evaluate(() => {
  const row = document.querySelector("county-chains").shadowRoot.querySelector(".tabs");
  const [tab, within] = [row.querySelector("[aria-selected=true]"), row].map((node) => node.getBoundingClientRect());
  const marked = (end) => row.parentElement.hasAttribute(`data-${end}`);
  return { isInSight: tab.left >= within.left - 1 && tab.right <= within.right + 1, before: marked("before"), after: marked("after") };
});

test("the chosen tab is in sight, also where it was chosen while the widget was not shown", async (t) => {
  const { page, record } = await drawn(t, '<county-chains chart="facts" lang="en"></county-chains>', { viewport: { width: 360, height: 800 } });
  const choose = (chart, display) => page.evaluate(async ([chart, display]) => {
    const widget = document.querySelector("county-chains");
    widget.style.display = display;
    widget.chart = chart;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, [chart, display]);
  assert.deepEqual(await tabs(page), { isInSight: true, before: true, after: false });
  await choose("tiers", "");
  // Its file has to come first.
  await page.locator('county-chains [data-chart="tiers"][data-tiers]').waitFor();
  assert.deepEqual(await tabs(page), { isInSight: true, before: false, after: true });
  await choose("facts", "none");
  // Shown again, it is drawn when anything changes.
  await choose("facts", "");
  await page.evaluate(() => { document.querySelector("county-chains").tiers = "1"; });
  await page.waitForFunction(() => document.querySelector("county-chains").shadowRoot.querySelector('[data-tiers="1"]'));
  assert.deepEqual(await tabs(page), { isInSight: true, before: true, after: false });
  silent(record);
});

/** How many transitions of marks a change has begun once its frame is there. */
const moving = (page, change) => page.evaluate(async (change) => {
  const widget = document.querySelector("county-chains");
  Object.assign(widget, change);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const count = widget.shadowRoot.getAnimations().length;
  widget.shadowRoot.getAnimations().forEach((animation) => animation.finish());
  return count;
}, change);

test("marks move to where another filter puts them, and stand there at once in another language", async (t) => {
  const { page, record } = await drawn(t, '<county-chains chart="tiers" lang="en"></county-chains>');
  assert.ok(await moving(page, { tiers: "2" }) > 0);
  assert.equal(await moving(page, { lang: "zh-Hans" }), 0);
  assert.ok(await moving(page, { tiers: "1" }) > 0);
  assert.equal(await moving(page, { chart: "map" }), 0);
  assert.equal(await moving(page, { lang: "en" }), 0);
  silent(record);
});
