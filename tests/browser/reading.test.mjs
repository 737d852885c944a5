// What a reader opens is in sight, said where it was asked for, and keeps the focus.

import assert from "node:assert/strict";
import { events, listening, state } from "./element.mjs";
import { drawn, frames, pause, silent, test } from "./support.mjs";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };

/** The action, fact or kind of field that has the focus in the widget. */
const focused = (page) => page.evaluate(() => {
  const node = document.querySelector("county-chains").shadowRoot.activeElement;
  return node && (node.dataset.action || node.dataset.fact || node.dataset.key || node.localName);
});

const MARKS = {
  map: "county:350582",
  "six-ones": "six-ones:fund",
  clusters: "clusters:national-sme:12",
  paths: "paths:3",
  market: "market:over-100bn",
  timeline: "timeline:conference",
};

test("on a phone the card of what was tapped comes into view", async (t) => {
  for (const [chart, mark] of Object.entries(MARKS)) {
    const { page, record } = await drawn(t, `<county-chains chart="${chart}" lang="zh-Hans" loading="eager"></county-chains>`, PHONE);
    await page.locator(`county-chains [data-key="${mark}"]`).tap();
    await frames(page);
    await page.waitForFunction(() => {
      const card = document.querySelector("county-chains").shadowRoot.querySelector("[part=card]");
      const { top, bottom, height } = card.getBoundingClientRect();
      return top >= 0 && (bottom <= innerHeight || height > innerHeight - 40);
    });
    silent(record);
  }
});

test("on a phone a panel that opens at the foot of the screen comes into view", async (t) => {
  const { page } = await drawn(t, '<county-chains chart="tiers" lang="en"></county-chains><div style="height: 2000px"></div>', PHONE);
  for (const panel of ["download", "share"]) {
    const control = page.locator(`county-chains [data-action="panel:${panel}"]`);
    await control.evaluate((node) => scrollTo(0, node.getBoundingClientRect().bottom + scrollY - innerHeight));
    await control.tap();
    await frames(page);
    await page.waitForFunction(() => {
      const { top, bottom, height } = document.querySelector("county-chains").shadowRoot.querySelector(".panel").getBoundingClientRect();
      return top >= 0 && (bottom <= innerHeight || height > innerHeight - 40);
    });
  }
});

test("a card that is in view moves nothing", async (t) => {
  const { page } = await drawn(t, '<county-chains chart="six-ones" lang="en"></county-chains>', { viewport: { width: 1200, height: 900 } });
  await page.locator('county-chains [data-key="six-ones:fund"]').click();
  await frames(page);
  await pause(page, 400);
  assert.equal(await page.evaluate(() => scrollY), 0);
});

test("what became of copying is said at the button that was pressed", async (t) => {
  const { page } = await drawn(t, '<county-chains chart="market" lang="zh-Hans"></county-chains>', { ...PHONE, permissions: ["clipboard-write"] });
  await page.locator('county-chains [data-action="panel:share"]').click();
  await frames(page);
  const button = page.locator('county-chains [data-action="copy:link"]');
  await button.click();
  await page.locator('county-chains .files[data-done="已复制。"]').waitFor();
  const shown = () => button.evaluate(({ parentNode }) => getComputedStyle(parentNode, "::after").content);
  assert.equal(await shown(), '"已复制。"');
  await pause(page, 4000);
  assert.equal(await shown(), '"已复制。"', "it stays");
  await page.locator('county-chains [data-action="panel:share"]').click();
  assert.equal(await page.locator("county-chains [data-done]").count(), 0, "until the next thing is pressed");
});

test("the focus goes on from what is gone", async (t) => {
  const { page: tiers } = await drawn(t, '<county-chains chart="tiers" tiers="1" lang="en"></county-chains>');
  await tiers.locator('county-chains [data-action^="source:"]').press("Enter");
  await frames(tiers);
  assert.equal(await focused(tiers), "tier:1", "the button gave way to the card, which came with the annex");
  await tiers.keyboard.press("Escape");
  await frames(tiers);
  assert.equal((await state(tiers)).mark, null);

  const { page: facts } = await drawn(t, '<county-chains chart="facts" lang="en"></county-chains>');
  const seventh = await facts.evaluate(() => {
    const root = document.querySelector("county-chains").shadowRoot;
    return [root.querySelectorAll("article").length, root.querySelector('[data-action="expand"]').textContent];
  });
  assert.deepEqual(seventh, [6, "Show 179 more"]);
  await facts.locator('county-chains [data-action="expand"]').press("Enter");
  await frames(facts);
  const place = await facts.evaluate(() => {
    const root = document.querySelector("county-chains").shadowRoot;
    return [...root.querySelectorAll("article")].indexOf(root.activeElement);
  });
  assert.equal(place, 6, "the first of those that came");

  const { page: search } = await drawn(t, '<county-chains chart="facts" lang="en"></county-chains>');
  for (const leave of ['[data-action="search:"]', '.nothing [data-action^="search:"]']) {
    await search.evaluate(() => (document.querySelector("county-chains").state = { search: "zzz" }));
    await frames(search);
    await search.locator(`county-chains ${leave}`).first().press("Enter");
    await frames(search);
    assert.equal(await focused(search), "search", leave);
  }
});

test("a mark or a column that the chart has not is told and left out, also when it comes before its chart", async (t) => {
  for (const [chart, part, left] of [
    ["market", { mark: "market:nope" }, { mark: null }],
    ["clusters", { mark: "market:over-100bn" }, { mark: null }],
    ["market", { mark: "market:over-100bn", sort: "99", view: "table" }, { mark: "market:over-100bn", sort: null }],
    ["market", { mark: "market:over-100bn", sort: "-1", view: "table" }, { mark: "market:over-100bn", sort: "-1" }],
  ]) {
    const { page } = await drawn(t, "<county-chains></county-chains>", { before: listening });
    await events(page);
    await page.evaluate((state) => (document.querySelector("county-chains").state = state), { chart, ...part });
    await frames(page);
    const now = await state(page);
    for (const [name, value] of Object.entries(left)) assert.equal(now[name], value, `${chart}: ${name}`);
    const errors = (await events(page)).filter(({ name }) => name === "error").map(({ detail }) => detail.message.split("=")[0]);
    assert.deepEqual(errors, Object.keys(part).filter((name) => name in left && left[name] === null), chart);
  }
});

test("what one chart had goes without a word when another is shown", async (t) => {
  const { page, record } = await drawn(t, '<county-chains chart="market" lang="en"></county-chains>', { before: listening });
  await page.evaluate(() => (document.querySelector("county-chains").state = { mark: "market:over-100bn" }));
  await frames(page);
  await page.evaluate(() => (document.querySelector("county-chains").state = { chart: "timeline" }));
  await frames(page);
  assert.equal((await state(page)).mark, null);
  silent(record);
});
