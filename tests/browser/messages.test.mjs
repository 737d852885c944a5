// What a screen reader is told: nothing when a page opens, and one message of each change, in sentences.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { CHARTS, LANGUAGES, drawn, focused, frames, look, page as opened, pause, ready, set, shown, silent, test, UNFILTERED } from "./support.mjs";

/** Longer than the announcer waits. */
const WAIT = 700;
const WIDE = { viewport: { width: 800, height: 900 } };
const { facts } = JSON.parse(await readFile(new URL("../../pkg/dist/data.json", import.meta.url), "utf8"));
const TOTAL = facts.length;
const ALL = `${TOTAL} of ${TOTAL} facts.`;
const COUNTRIES = "/gallery/datasets/countries-by-income/datapackage.json";
/** A sentence, or the name of a button alone. */
const ENDED = /[.。!?！？…]$|^Reset$/;

/** Notes from the start of the page what every live region of a widget says, with its language. */
const before = (page) => page.addInitScript(() => {
  window.said = [];
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    new MutationObserver(() => {
      const region = root.querySelector("[role=status]");
      const { textContent: text, lang } = region;
      if (text && window.last !== region.firstChild) window.said.push({ text, lang });
      window.last = region.firstChild;
    }).observe(root, { subtree: true, childList: true, characterData: true });
    return root;
  };
});

/** What has been said since the last time, once there is nothing more to come. */
async function said(page) {
  await frames(page);
  await pause(page, WAIT);
  return page.evaluate(() => window.said.splice(0));
}

/** The one message since the last time. */
async function message(page, what) {
  const all = await said(page);
  assert.equal(all.length, 1, `${what}: ${JSON.stringify(all)}`);
  const [{ text, lang }] = all;
  assert.match(text, ENDED, `${what} ends with a stop`);
  assert.doesNotMatch(text, / {2}|^ | $|[.。] ?[.。]/, what);
  assert.equal(lang, (await shown(page)).lang, `${what} has its language`);
  return text;
}

const control = (page, action) => page.locator(`county-chains [data-action="${action}"]`);
const click = (page, action) => control(page, action).first().click();
const widget = (attributes) => `<county-chains loading="eager" ${attributes}></county-chains>`;
const open = (t, attributes, options) => drawn(t, widget(attributes), { before, ...WIDE, ...options });

/* Opening */

test("nothing is said when a page opens, whatever its charts show", async (t) => {
  const states = [
    ...CHARTS.flatMap((chart) => [`chart="${chart}"`, `chart="${chart}" view="table"`, `chart="${chart}" tiers="2"`]),
    'chart="map" county="350582"', 'chart="tiers" view="about"', 'chart="tiers" tiers="none"', 'heading="Ours"', 'group="one"', 'group="one" tiers="1"',
    `src="${COUNTRIES}"`, `src="${COUNTRIES}" chart="strip"`, `src="${COUNTRIES}" chart="strip" view="table"`,
  ];
  for (const lang of LANGUAGES) {
    const { page, record } = await drawn(t, states.map((state) => widget(`${state} lang="${lang}"`)).join(""), { before, ...WIDE });
    assert.deepEqual(await said(page), [], lang);
    // Nor of what changes by itself.
    await page.setViewportSize({ width: 360, height: 800 });
    await page.emulateMedia({ colorScheme: "dark" });
    assert.deepEqual(await said(page), [], `${lang}, another width and scheme`);
    silent(record);
  }
});

for (const path of ["/charts.html", "/story.html"]) {
  test(`nothing is said while a reader scrolls down ${path}`, async (t) => {
    const { page } = await opened(t, path, { before, ...WIDE });
    await look(page);
    assert.deepEqual(await said(page), []);
  });
}

test("of a dataset that a page opens with nothing is said while it loads, of one that follows it is", async (t) => {
  const { page, record } = await drawn(t, widget(`src="${COUNTRIES}" lang="en"`), {
    ...WIDE,
    before: async (page) => {
      await before(page);
      await page.route("**/datapackage.json", async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 900));
        await route.continue();
      });
    },
  });
  assert.deepEqual(await said(page), []);
  await page.evaluate(() => (document.querySelector("county-chains").src = "/gallery/datasets/uk-authorities/datapackage.json"));
  await page.waitForFunction(() => window.said.length);
  await page.waitForFunction(() => !document.querySelector("county-chains").shadowRoot.querySelector(".progress"));
  const all = await said(page);
  assert.equal(all[0].text, "Loading the data.");
  assert.equal(all.length, 2);
  const heading = await page.locator("county-chains [part=heading]").innerText();
  assert.equal(all[1].text, `${heading}.`);
  silent(record);
});

/* Changes */

const heading = (page) => page.locator("county-chains [part=heading]").innerText();

test("each change is one message that says what is new", async (t) => {
  const { page, record } = await open(t, 'lang="en" chart="tiers"');
  await click(page, "toggle:1");
  assert.equal(await message(page, "a chip"), "Tiers 2, 3 and 4 selected: 76 counties.");
  await click(page, "toggle:3");
  assert.equal(await message(page, "a chip that changes the finding"), `Tiers 2 and 4 selected: 30 counties. ${await heading(page)}.`);
  await click(page, "reset");
  assert.equal(await message(page, "reset"), `All tiers shown. ${await heading(page)}.`);
  await click(page, "indicator:chains");
  assert.equal(await message(page, "an indicator"), `${await heading(page)}.`);
  await set(page, { tiers: "none" });
  assert.equal(await message(page, "no tier"), "No tier selected.");
  await set(page, { tiers: null });
  assert.equal(await message(page, "all tiers"), `All tiers shown. ${await heading(page)}.`);
  await set(page, { lang: "zh-Hans" });
  assert.equal(await message(page, "the language"), `${await heading(page)}。`);
  await set(page, { lang: "en", heading: "Ours" });
  await message(page, "a heading of the page");
  await click(page, "indicator:gdp");
  assert.equal(await message(page, "an indicator below a heading of the page"), await page.locator("county-chains [part=summary]").innerText());
  silent(record);
});

test("a chart is said by its finding, without a filter that has not changed", async (t) => {
  const { page } = await open(t, 'lang="en" chart="paths"');
  for (const chart of ["map", "paths", "timeline", "six-ones", "shares", "clusters", "market", "tiers"]) {
    await click(page, `chart:${chart}`);
    assert.equal(await message(page, chart), `${await heading(page)}.`);
  }
  await click(page, "chart:facts");
  assert.equal(await message(page, "facts"), ALL);
  await click(page, "chart:map");
  await message(page, "map");
  await click(page, "toggle:1");
  await message(page, "filter");
  await click(page, "chart:paths");
  assert.equal(await message(page, "a chart without tiers"), `${await heading(page)}.`);
  await click(page, "chart:map");
  assert.equal(await message(page, "a chart with tiers"), `Tiers 2, 3 and 4 selected: 76 counties. ${await heading(page)}.`);
});

test("table and text about the data are said, and the chart that comes back", async (t) => {
  for (const chart of CHARTS.filter((chart) => chart !== "facts")) {
    const { page } = await open(t, `lang="en" chart="${chart}"`);
    await click(page, "view:table");
    const caption = await page.locator("county-chains caption").innerText();
    assert.equal(await message(page, `the table of ${chart}`), `${caption.trim()}.`);
    await click(page, "view:table");
    assert.equal(await message(page, `from the table to ${chart}`), `${await heading(page)}.`);
    await click(page, "view:about");
    assert.equal(await message(page, "about the data"), "About the data.");
    await click(page, "view:about");
    assert.equal(await message(page, `from the text to ${chart}`), `${await heading(page)}.`);
    await page.context().close();
  }
});

test("the order of a table is said", async (t) => {
  const { page } = await open(t, 'lang="en" chart="tiers" view="table"');
  const name = await control(page, "sort:2").evaluate((button) => button.firstChild.data);
  for (const expected of [`Sorted by ${name}, ascending.`, `Sorted by ${name}, descending.`, "Reset"]) {
    await click(page, "sort:2");
    assert.equal(await message(page, expected), expected);
  }
  await click(page, "sort:1");
  await message(page, "sorted");
  await click(page, "view:table");
  assert.equal(await message(page, "back to the chart"), `${await heading(page)}.`);
});

test("of the facts it is said how many are listed, by topic, filter and search, and when these are lifted", async (t) => {
  const { page, record } = await open(t, 'lang="en" chart="facts"');
  const count = async () => `${await page.locator("county-chains .count").innerText()}.`;
  await click(page, "topic:six-ones");
  assert.equal(await message(page, "a topic"), `15 of ${TOTAL} facts.`);
  await click(page, "topic:");
  assert.equal(await message(page, "all topics"), ALL);
  await click(page, "toggle:1");
  assert.equal(await message(page, "the filter"), `Tiers 2, 3 and 4 selected: 76 counties. ${await count()}`);
  await click(page, "reset");
  assert.equal(await message(page, "no filter"), `All tiers shown. ${ALL}`);
  const field = page.locator("county-chains input[type=search]");
  await field.pressSequentially("jinjiang", { delay: 15 });
  assert.match(await message(page, "typing"), /^Counties: 1\. Facts: \d+ of \d+\.$/);
  await field.press("Escape");
  assert.equal(await message(page, "Escape"), ALL);
  await field.fill("jinjiang");
  await message(page, "a search");
  await click(page, "search:");
  assert.equal(await message(page, "the button back"), ALL);
  await click(page, "expand");
  assert.deepEqual(await said(page), [], "the focus is on the next fact");
  for (const [lang, expected] of [["zh-Hans", `15条结果，共${TOTAL}条。`], ["zh-Hant", `15條結果，共${TOTAL}條。`]]) {
    await set(page, { lang });
    await said(page);
    await click(page, "topic:six-ones");
    assert.equal(await message(page, lang), expected);
    await click(page, "topic:");
    await said(page);
  }
  silent(record);
});

test("a card is said where it opens and closes, and a panel is not, as its button says it", async (t) => {
  const { page } = await open(t, 'lang="en" chart="map"');
  const tile = page.locator('county-chains [data-key="county:350582"]');
  await tile.focus();
  await page.keyboard.press("Enter");
  assert.equal(await message(page, "a card"), "Card opened: Jinjiang City.");
  await page.keyboard.press("Escape");
  assert.equal(await message(page, "a card that is closed"), "Card closed.");
  for (const panel of ["panel:share", "panel:download"]) {
    await click(page, panel);
    assert.equal(await control(page, panel).getAttribute("aria-expanded"), "true");
    assert.deepEqual(await said(page), [], panel);
    await page.keyboard.press("Escape");
    assert.equal(await control(page, panel).getAttribute("aria-expanded"), "false");
    assert.equal(await focused(page), panel);
    assert.deepEqual(await said(page), [], panel);
  }
  for (const [chart, row] of [["tiers", "source:tier:1"], ["paths", "source:paths:1"], ["facts", null]]) {
    await set(page, { chart, view: "table" });
    await said(page);
    const button = row ? control(page, row) : page.locator('county-chains tbody [data-action^="source:"]').first();
    if (row && !(await button.count())) continue;
    await button.click();
    assert.match(await message(page, `a row of ${chart}`), /^Card opened: .+\.$/);
    await page.locator("county-chains .close").click();
    assert.equal(await message(page, "its card"), "Card closed.");
  }
  await set(page, { lang: "zh-Hans", chart: "map", view: "chart" });
  await said(page);
  await tile.click();
  assert.equal(await message(page, "zh-Hans"), "已打开卡片：晋江市。");
});

test("of twenty quick changes at most three are said, the last one is true, in every chart", async (t) => {
  for (const chart of CHARTS.filter((chart) => !UNFILTERED.includes(chart))) {
    const { page, record } = await open(t, `lang="en" chart="${chart}"`);
    for (let change = 0; change < 20; change++) {
      await page.evaluate((tier) => document.querySelector("county-chains").shadowRoot.querySelector(`[data-tier="${tier}"]`).click(), change === 19 ? 1 : (change % 4) + 1);
      await pause(page, 20);
    }
    const all = await said(page);
    assert.ok(all.length > 0 && all.length <= 3, `${chart}: ${all.length}`);
    const [, named] = all.at(-1).text.match(/^Tiers? (.*?) selected:/);
    assert.deepEqual(named.match(/[1-4]/g), (await shown(page)).tiers.split(" "));
    await page.waitForFunction(() => document.querySelector("county-chains").shadowRoot.querySelector("[role=status]").textContent === "");
    silent(record);
  }
});

/* Datasets of a page's own */

test("charts of other datasets are told in the same way", async (t) => {
  const { page, record } = await open(t, `lang="en" src="${COUNTRIES}" chart="strip"`);
  const tier = await page.locator("county-chains [data-tier]").first().getAttribute("data-tier");
  await click(page, `toggle:${tier}`);
  assert.match(await message(page, "a chip"), /^.+ selected: \d+ countries\. .+\.$/);
  await click(page, "reset");
  assert.equal(await message(page, "reset"), `All classes shown. ${await heading(page)}.`);
  await click(page, "view:table");
  assert.match(await message(page, "the table"), /^[^.]+\.$/);
  await click(page, "sort:2");
  assert.match(await message(page, "its order"), /^Sorted by .+, ascending\.$/);
  await click(page, "view:table");
  await message(page, "the chart");
  for (const chart of ["tiers", "map"]) {
    if (!(await control(page, `chart:${chart}`).count())) continue;
    await click(page, `chart:${chart}`);
    assert.equal(await message(page, chart), `${await heading(page)}.`);
  }
  silent(record);
});

/** Made-up things, more than a page's table holds. */
function things(count) {
  const rows = [["code", "name", "kind", "size"], ...Array.from({ length: count }, (_, at) => [`T${at}`, `Thing ${at}`, at % 2 ? "odd" : "even", at])];
  const categories = ["even", "odd"].map((value) => ({ value, label: value, short: value[0] }));
  const fields = [
    { name: "code", type: "string" }, { name: "name", type: "string" },
    { name: "kind", type: "string", role: "tier", title: "Kind", categories },
    { name: "size", type: "number", title: "Size", unit: "steps", period: "2024" },
  ];
  return {
    name: "things", languages: ["en"], title: "Made-up things", version: "1", entity: { one: "thing", many: "things" },
    sources: [{ title: "Made up for a test", publisher: "Nobody" }],
    licenses: [{ name: "CC0-1.0", path: "https://creativecommons.org/publicdomain/zero/1.0/" }],
    units: [{ name: "steps", one: "step", many: "steps" }],
    resources: [{ name: "entities", type: "table", data: rows, schema: { primaryKey: ["code"], fields } }],
  };
}

test("of a long table it is said what was found and how it is sorted, once that is done", async (t) => {
  const { page, record } = await drawn(t, widget('lang="en" chart="strip" view="table" src="/things.json"'), {
    ...WIDE,
    before: async (page) => {
      await before(page);
      await page.route("**/things.json", (route) => route.fulfill({ json: things(30_000) }));
    },
  });
  assert.deepEqual(await said(page), []);
  const done = () => page.waitForFunction(() => document.querySelector("county-chains").shadowRoot.querySelector(".listed[data-list]:not([data-list=more])"));
  const next = async (what) => (await done(), message(page, what));
  const list = page.locator("county-chains .listed");
  await list.locator("input").fill("Thing 2999");
  const found = await next("a search");
  assert.equal(found, `${await list.locator(".count").innerText()}.`);
  assert.match(found, /^Found: \d\d things\.$/);
  await list.locator("input").press("Escape");
  assert.equal(await next("no search"), "30,000 things.");
  const head = list.locator('[data-action^="sort:"]').last();
  const name = await head.evaluate((button) => button.firstChild.data);
  for (const expected of [`Sorted by ${name}, ascending.`, `Sorted by ${name}, descending.`, "Reset"]) {
    await head.click();
    assert.equal(await next(expected), expected);
  }
  silent(record);
});
