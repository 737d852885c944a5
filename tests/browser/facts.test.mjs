// The facts: all of them can be found in every language, with their quotes; search is made for input methods.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { drawn, frames, LANGUAGES, page, ready, set, shown, silent, test, until } from "./support.mjs";

const { facts } = JSON.parse(await readFile(new URL("../../pkg/dist/data.json", import.meta.url), "utf8"));
const FIELD = "county-chains input[type=search]";

const opened = (t, attributes = "", options = {}) => drawn(t, `<county-chains chart="facts" ${attributes}></county-chains>`, options);

/** What the list shows: ids of the cards, codes of the counties. */
const listed = (page) =>
  page.evaluate(() => {
    const root = document.querySelector("county-chains").shadowRoot;
    const all = (name) => [...root.querySelectorAll(`[data-${name}]`)].map((element) => element.dataset[name]);
    return { facts: all("fact"), counties: all("county"), count: root.querySelector(".count").textContent };
  });

async function search(page, text) {
  await page.locator(FIELD).fill(text);
  await frames(page);
  return listed(page);
}

for (const lang of LANGUAGES) {
  test(`each fact is found by its id, and its card shows quote and paragraph (${lang})`, async (t) => {
    const { page, record } = await opened(t, `lang="${lang}"`);
    const cards = await page.evaluate(async (ids) => {
      const root = document.querySelector("county-chains").shadowRoot;
      const found = [];
      for (const id of ids) {
        const field = root.querySelector("input[type=search]");
        field.value = id;
        field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
        const card = root.querySelector(`article[data-fact="${id}"]`);
        const quote = card && card.querySelector("blockquote");
        const place = card && card.querySelector(".muted");
        const first = root.querySelector("article").dataset.fact;
        found.push(card && { id, quote: quote.textContent, language: quote.lang, place: place.textContent, first });
      }
      return found;
    }, facts.map(({ id }) => id));
    for (const [index, { id, quote, paragraph }] of facts.entries()) {
      const card = cards[index];
      assert.ok(card, `${id} is not found`);
      assert.equal(card.quote, quote, id);
      assert.equal(card.language, "zh-Hans");
      assert.equal(card.first, id, "the best is first");
      const named = lang === "en" ? `paragraph ${paragraph} ` : `第${paragraph}段`;
      assert.ok(card.place.includes(named), `${id}: ${card.place}`);
    }
    silent(record);
  });
}

test("on phones three facts come first, in two screens, and all on demand and on paper", async (t) => {
  for (const [lang, width] of [["zh-Hans", 360], ["en", 360], ["en", 280]]) {
    const { page, record } = await opened(t, `lang="${lang}" loading="eager"`, { viewport: { width, height: 900 } });
    assert.equal((await listed(page)).facts.length, 3);
    const more = page.locator('county-chains [data-action="expand"]');
    assert.ok((await more.textContent()).includes(String(facts.length - 3)));
    const { top, bottom } = await more.evaluate((button) => {
      const field = button.getRootNode().querySelector(".search");
      return { top: field.getBoundingClientRect().top, bottom: button.getBoundingClientRect().bottom };
    });
    assert.ok(top < 500, `the field begins at ${top}`);
    assert.ok(bottom < 1800, `the list ends at ${bottom}`);
    await page.emulateMedia({ media: "print" });
    await frames(page);
    const printed = await page.evaluate(() => {
      const root = document.querySelector("county-chains").shadowRoot;
      return [...root.querySelectorAll("tbody tr")].filter((row) => row.checkVisibility()).length;
    });
    assert.equal(printed, facts.length, "paper has all");
    await page.emulateMedia({ media: "screen" });
    await more.click();
    await frames(page);
    assert.equal((await listed(page)).facts.length, facts.length);
    silent(record);
  }
});

test("on paper an id of a fact has room for several letters", async (t) => {
  const { page } = await opened(t, 'lang="en" loading="eager" view="table"', { viewport: { width: 760, height: 900 } });
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 680, height: 900 });
  await frames(page);
  const cells = await page.locator("county-chains tbody td:last-child").evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().width));
  assert.equal(cells.length, facts.length);
  assert.ok(cells.every((width) => width > 50), `${cells[0]} px`);
});

test("all facts are listed theme by theme as in the article, six first", async (t) => {
  const { page, record } = await opened(t, 'lang="en"');
  assert.equal((await listed(page)).facts.length, 6);
  await page.locator('county-chains [data-action="expand"]').click();
  await frames(page);
  const order = ["policy", "six-ones", "firms", "digital", "green", "clusters", "investment", "quality", "tiers", "market", "paths", "profiles", "next"];
  const grouped = order.flatMap((theme) => facts.filter((fact) => fact.theme === theme));
  assert.deepEqual((await listed(page)).facts, grouped.map(({ id }) => id));
  const themes = await page.locator("county-chains .theme").allInnerTexts();
  assert.deepEqual(themes, [
    "Policy and meetings", "Six ones", "Firms", "Digital", "Green", "Clusters", "Investment", "Quality", "Tiers", "Economies",
    "Paths", "Counties and firms", "Next steps",
  ]);
  silent(record);
});

test("counties are found by name, pinyin and initials, and a hit opens the map with the card", async (t) => {
  const { page, record } = await opened(t, 'lang="zh-Hans"');
  for (const [text, code] of [
    ["jjs", "350582"], ["fuan", "350981"], ["fa", "350981"], ["晋江", "350582"], ["晉江", "350582"], ["Jinjiang", "350582"], ["350582", "350582"],
  ]) {
    assert.equal((await search(page, text)).counties[0], code, text);
  }
  await search(page, "jjs");
  await page.locator('county-chains [data-county="350582"]').click();
  await frames(page);
  assert.equal((await shown(page)).chart, "map");
  assert.match(await page.locator("county-chains [part=card] h4").innerText(), /晋江市/);
  silent(record);
});

test("a widget without a map shows the county among the facts", async (t) => {
  const { page } = await opened(t, 'lang="en" charts="facts tiers"');
  await search(page, "jinjiang");
  await page.locator('county-chains [data-county="350582"]').click();
  await frames(page);
  assert.equal((await shown(page)).chart, "facts");
  await page.locator("county-chains [part=card]").filter({ hasText: "Jinjiang" }).waitFor();
});

test("a fact leads to the chart that draws it, with its source open", async (t) => {
  const { page, record } = await opened(t, 'lang="en"');
  for (const [id, chart, quote] of [
    ["tier1.gdp", "tiers", "tier1.gdp"], ["sixones.fund", "six-ones", "sixones.fund"], ["market.net_firms", "market", "market.net_firms"],
    ["cluster.counties_covered", "clusters", "cluster.counties_covered"], ["path3.firms", "paths", "path3.firms"],
  ]) {
    await set(page, { chart: "facts" });
    await search(page, id);
    await page.locator(`county-chains article[data-fact="${id}"] .draw`).click();
    await page.locator(`county-chains [data-chart="${chart}"] [part=card]`).waitFor();
    assert.equal((await shown(page)).chart, chart, id);
    assert.ok(await page.locator(`county-chains [part=card] [data-fact="${quote}"]`).count(), `${id} is told in ${chart}`);
  }
  silent(record);
});

test("nothing is looked for while an input method puts a word together", async (t) => {
  const { page, record } = await opened(t, 'lang="zh-Hans"');
  const before = await listed(page);
  await page.locator(FIELD).focus();
  const session = await page.context().newCDPSession(page);
  for (const text of ["j", "ji", "jin", "jinj", "jin jiang"]) {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await frames(page);
    assert.deepEqual(await listed(page), before, `while ${text} is put together`);
  }
  // Something else changes meanwhile: the word survives it.
  await page.evaluate(() => (document.querySelector("county-chains").tiers = [1]));
  await frames(page);
  assert.equal(await page.locator(FIELD).inputValue(), "jin jiang");
  await session.send("Input.insertText", { text: "晋江" });
  await until(record, () => true);
  await frames(page);
  assert.equal(await page.locator(FIELD).inputValue(), "晋江");
  assert.deepEqual((await listed(page)).counties, ["350582"]);
  assert.equal(await page.evaluate(() => document.querySelector("county-chains").state.search), "晋江");
  silent(record);
});

test("typing keeps focus and caret, and what is found is marked", async (t) => {
  const { page } = await opened(t, 'lang="en"');
  await page.locator(FIELD).focus();
  await page.keyboard.type("clsters", { delay: 15 });
  for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("u");
  await frames(page);
  const state = await page.evaluate(() => {
    const root = document.querySelector("county-chains").shadowRoot;
    const field = root.querySelector("input");
    return [field.value, field.selectionStart, root.activeElement === field, root.querySelector("mark").textContent.toLowerCase()];
  });
  assert.deepEqual(state, ["clusters", 3, true, "clusters"]);
});

test("a search without a hit says so, offers words to try, and leads back", async (t) => {
  for (const lang of LANGUAGES) {
    const { page } = await opened(t, `lang="${lang}"`);
    const nothing = await search(page, "qqqq");
    assert.deepEqual([nothing.facts, nothing.counties], [[], []]);
    const words = page.locator("county-chains .nothing .pill");
    assert.equal(await words.count(), 3);
    for (let index = 0; index < 3; index++) {
      await search(page, "qqqq");
      await words.nth(index).click();
      await frames(page);
      assert.ok((await listed(page)).facts.length, `the word no. ${index} finds something in ${lang}`);
    }
    await page.locator("county-chains .back").click();
    await frames(page);
    assert.equal(await page.locator(FIELD).inputValue(), "");
    assert.equal((await listed(page)).facts.length, 6);
  }
});

test("topic and filter narrow the list; facts of no tier stay, and the count says how many", async (t) => {
  const { page } = await opened(t, 'lang="en"');
  const only = facts.filter(({ theme }) => theme === "market").map(({ id }) => id);
  await page.locator('county-chains [data-action="topic:market"]').click();
  await frames(page);
  assert.equal((await listed(page)).count, `${only.length} of ${facts.length} facts`);
  await page.locator('county-chains [data-action="topic:"]').click();
  await set(page, { tiers: "2" });
  const kept = facts.filter(({ tier }) => tier === undefined || tier === null || tier === 2);
  const free = kept.filter(({ tier }) => tier !== 2);
  assert.equal((await listed(page)).count, `${kept.length} of ${facts.length} facts`);
  const summary = await page.locator("county-chains [part=summary]").innerText();
  assert.ok(summary.includes(`${kept.length} facts`) && summary.includes(`${free.length} of which`), summary);
  await set(page, { tiers: "none" });
  assert.equal((await listed(page)).count, `${free.length} of ${facts.length} facts`);
  assert.ok(await page.locator("county-chains .reset").first().isVisible(), "a way back");
});

test("on a phone the topics are a native list", async (t) => {
  const { page } = await opened(t, 'lang="zh-Hans"', { viewport: { width: 360, height: 800 } });
  await page.locator('county-chains select[data-action="topic"]').selectOption("paths");
  await frames(page);
  const only = facts.filter(({ theme }) => theme === "paths");
  assert.equal((await listed(page)).count, `${only.length}条结果，共${facts.length}条`);
  assert.equal(await page.evaluate(() => document.querySelector("county-chains").state.topic), "paths");
});

test("a link restores search, topic, sort and card; what it does not know is told and the rest is kept", async (t) => {
  const query = "chart=facts&search=%E6%99%8B%E6%B1%9F&tiers=1~2&lang=en&utm_source=mail&county=999999";
  const { page: framed, record } = await page(t, `/county-chains/embed.html?${query}`);
  await ready(framed);
  await frames(framed);
  const state = await framed.evaluate(() => document.querySelector("county-chains").state);
  assert.deepEqual([state.search, state.tiers, state.lang, state.county], ["晋江", [1, 2], "en", null]);
  assert.equal(await framed.locator(FIELD).inputValue(), "晋江");
  assert.equal(await framed.title(), `Fujian’s key county chains: ${facts.length} facts, each traced to its sentence`);
  const told = record.console.filter((line) => line.startsWith("county-chains:"));
  assert.ok(told.some((line) => line.includes("utm_source")), String(told));
  assert.deepEqual(record.events.map(({ code }) => code), ["bad-attribute"]);
  // The link of what is shown now leads to the same.
  await framed.evaluate(() => (document.querySelector("county-chains").state = { topic: "profiles", view: "table", sort: "-5", mark: "fact:tier1.gdp" }));
  await frames(framed);
  const [link, whole] = await framed.evaluate(() => {
    const element = document.querySelector("county-chains");
    return [element.link, element.state];
  });
  const { page: again } = await page(t, new URL(link).pathname + new URL(link).search);
  await ready(again);
  await frames(again);
  assert.deepEqual(await again.evaluate(() => document.querySelector("county-chains").state), whole);
  await again.locator('county-chains [part=card] [data-fact="tier1.gdp"]').waitFor();
});

test("what topic or filter hide of a search is told, with the way to it", async (t) => {
  const { page, record } = await opened(t, 'lang="en" tiers="2"');
  await page.locator('county-chains [data-action="topic:green"]').click();
  const before = await search(page, "tier1.gdp");
  assert.deepEqual(before.facts, []);
  assert.match(await page.locator("county-chains .nothing").innerText(), /hidden by the tier filter or the topic: 1/);
  await page.locator('county-chains [data-action="widen"]').click();
  await frames(page);
  assert.equal((await listed(page)).facts[0], "tier1.gdp");
  assert.equal((await shown(page)).tiers, "1 2 3 4");
  silent(record);
});

test("a result that is opened by key gives the focus to its own mark, and is said", async (t) => {
  const { page } = await opened(t, 'lang="en"');
  const focused = () => page.evaluate(() => document.querySelector("county-chains").shadowRoot.activeElement?.dataset.key);
  await search(page, "licheng");
  await page.locator('county-chains [data-county="350502"]').focus();
  await page.keyboard.press("Enter");
  await frames(page);
  assert.equal(await focused(), "county:350502");
  await set(page, { chart: "facts" });
  await search(page, "sixones.fund");
  await page.locator("county-chains .draw").first().focus();
  await page.keyboard.press("Enter");
  await frames(page);
  assert.equal(await focused(), "six-ones:fund");
});

test("a screen reader hears how many are found", async (t) => {
  const { page } = await opened(t, 'lang="en"');
  await search(page, "jinjiang");
  await page.locator("county-chains [role=status]").filter({ hasText: new RegExp(`Counties: 1\\. Facts: \\d+ of ${facts.length}`) }).waitFor();
});

test("all counties of a city can be had, by its name and by its initials", async (t) => {
  const { page } = await opened(t, 'lang="zh-Hans"');
  for (const text of ["泉州", "qz"]) {
    assert.equal((await search(page, text)).counties.length, 8, text);
    await page.locator('county-chains .hits [data-action="expand"]').click();
    await frames(page);
    assert.ok((await listed(page)).counties.length >= 12, text);
  }
});
