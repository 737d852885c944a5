// The story: words of the text and linked charts stay in step, both ways; every number is a fact; it reads without script.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { frames, LANGUAGES, look, page, pause, serveFor, silent, test } from "./support.mjs";

const { facts } = JSON.parse(await readFile(new URL("../../pkg/dist/data.json", import.meta.url), "utf8"));
const FACTS = new Map(facts.map((fact) => [fact.id, fact]));
const WIDGETS = ["tiers", "shares", "market", "map", "facts"];

/** Opens the story with all its charts drawn, and counts what they tell. */
async function story(t, options = {}) {
  const before = (page) => page.addInitScript(() => {
    window.told = [];
    for (const name of ["change", "select"]) document.addEventListener(`county-chains-${name}`, ({ target }) => window.told.push(`${target.id} ${name}`));
  });
  const opened = await page(t, options.path ?? "/story.html", { viewport: { width: 1280, height: 900 }, before, ...options });
  await look(opened.page);
  await told(opened.page);
  return opened;
}

/** What has been told since the last time, in the order of the names; and that nothing goes on being told. */
async function told(page) {
  const said = [];
  const more = async () => said.push(...(await page.evaluate(() => window.told.splice(0))));
  // On a slow machine the charts take turns over several frames.
  for (let calm = 0; calm < 3; ) {
    const before = said.length;
    await frames(page);
    await more();
    calm = said.length > before ? 0 : calm + 1;
  }
  const settled = said.length;
  await pause(page, 200);
  await more();
  assert.deepEqual(said.slice(settled), [], "nothing more is told afterwards");
  return said.sort();
}

/** The one word that is shown with this text. */
const word = (page, text) => page.locator(".words button.do:visible", { hasText: new RegExp(`^${text}$`) });
const pressed = (page, text) => word(page, text).evaluateAll((buttons) => buttons.map((button) => button.getAttribute("aria-pressed")));
const states = (page, part) => page.evaluate((part) => [...document.querySelectorAll("county-chains")].map(({ state }) => String(state[part] ?? "")), part);

test("a word sets one chart, and all of the group follow with one event each", async (t) => {
  const { page: opened, record } = await story(t);
  await word(opened, "一类").first().click();
  assert.deepEqual(await told(opened), WIDGETS.map((name) => `story-${name} change`).sort());
  assert.deepEqual(await states(opened, "tiers"), WIDGETS.map(() => "1"));
  assert.deepEqual(await pressed(opened, "一类"), ["true", "true"], "wherever the word stands");
  assert.deepEqual(await pressed(opened, "三类"), ["false", "false"]);
  await word(opened, "比较一类和三类").click();
  assert.deepEqual(await told(opened), WIDGETS.map((name) => `story-${name} change`).sort());
  assert.deepEqual(await states(opened, "tiers"), WIDGETS.map(() => "1,3"));
  assert.deepEqual(await pressed(opened, "一类"), ["false", "false"]);
  await word(opened, "比较一类和三类").click();
  await told(opened);
  assert.deepEqual(await states(opened, "tiers"), WIDGETS.map(() => "1,2,3,4"), "pressed again it takes back what it has set");
  silent(record);
});

test("what is chosen in a chart shows in the words", async (t) => {
  const { page: opened, record } = await story(t);
  for (const tier of [1, 2, 4]) await opened.locator(`#story-shares [data-tier="${tier}"]`).click();
  assert.equal((await told(opened)).length, 3 * WIDGETS.length, "one event for each chart and click");
  assert.deepEqual(await pressed(opened, "三类"), ["true", "true"]);
  await opened.locator('#story-map [data-key="county:350524"]').click();
  assert.deepEqual((await told(opened)).filter((line) => line.endsWith("change")), WIDGETS.map((name) => `story-${name} change`).sort());
  assert.deepEqual(await pressed(opened, "安溪县"), ["true"]);
  assert.deepEqual(await states(opened, "county"), WIDGETS.map(() => "350524"));
  await word(opened, "晋江市").click();
  await told(opened);
  assert.deepEqual(await pressed(opened, "安溪县"), ["false"]);
  assert.deepEqual(await states(opened, "county"), WIDGETS.map(() => "350582"));
  await word(opened, "重置").click();
  assert.deepEqual(await told(opened), WIDGETS.map((name) => `story-${name} change`).sort());
  assert.deepEqual([await states(opened, "tiers"), await states(opened, "county")], [WIDGETS.map(() => "1,2,3,4"), WIDGETS.map(() => "")]);
  assert.equal(await opened.locator('.do[aria-pressed="true"]').count(), 0);
  assert.equal(await word(opened, "重置").getAttribute("aria-pressed"), null, "a reset is no switch");
  await word(opened, "重置").click();
  assert.deepEqual(await told(opened), [], "where nothing changes nothing is told");
  silent(record);
});

/** Presses `word` and returns its distance from the top of the screen in each frame, until nothing has moved for a while. */
async function pressAndFollow(word) {
  const followed = word.evaluate(async (node) => {
    const CALM_FRAMES = 40;
    const tops = [];
    let isPressed = false;
    node.addEventListener("click", () => (isPressed = true), { once: true });
    for (let calm = 0, last; calm < CALM_FRAMES; ) {
      // The frame has been shown when a timer that it has set ends.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const { top } = node.getBoundingClientRect();
      const place = `${top} ${scrollY}`;
      calm = isPressed && place === last ? calm + 1 : 0;
      last = place;
      tops.push(top);
    }
    return tops;
  });
  await word.click();
  return followed;
}

test("a word stays under the finger that presses it, whatever the charts above become, on a slow machine too", async (t) => {
  for (const viewport of [{ width: 360, height: 740 }, { width: 1280, height: 900 }]) {
    const { page: opened } = await story(t, { viewport });
    const pressed = word(opened, "一类").last();
    await pressed.evaluate((node) => scrollTo(0, node.getBoundingClientRect().top + scrollY - 400));
    await frames(opened);
    const before = await pressed.evaluate((node) => node.getBoundingClientRect().top);
    const scrolled = () => opened.evaluate(() => scrollY);
    const start = await scrolled();
    const session = await opened.context().newCDPSession(opened);
    for (const rate of viewport.width > 1000 ? [1, 12] : [1]) {
      await session.send("Emulation.setCPUThrottlingRate", { rate });
      for (const hasMoved of [true, false]) {
        const tops = await pressAndFollow(pressed);
        const farthest = tops.reduce((far, top) => (Math.abs(top - before) > Math.abs(far - before) ? top : far));
        assert.ok(Math.abs(farthest - before) < 2, `${viewport.width}, ${rate} times slower: from ${before} to ${farthest}`);
        assert.equal((await scrolled()) !== start, hasMoved, "the charts above have changed their height");
      }
    }
  }
});

test("indicator, mark and search are set in their own chart alone", async (t) => {
  const { page: opened, record } = await story(t);
  const cases = [["看增速", "tiers", "indicator", "growth"], ["在图中看下限", "market", "mark", "market:rev-gdp-share"], ["产业基金", "facts", "search", "产业基金"], ["安溪", "facts", "search", "安溪"]];
  for (const [text, chart, part, value] of cases) {
    await word(opened, text).click();
    assert.deepEqual(await told(opened), [`story-${chart} change`], text);
    assert.equal((await states(opened, part))[WIDGETS.indexOf(chart)], value);
    assert.deepEqual(await pressed(opened, text), ["true"], text);
  }
  assert.deepEqual(await pressed(opened, "产业基金"), ["false"], "two words for one search");
  await word(opened, "清除").click();
  await told(opened);
  assert.deepEqual(await pressed(opened, "安溪"), ["false"]);
  // A reader who chooses another mark, or lets go of it, changes what is open and not the state that is told.
  await opened.locator('#story-market [data-key="market:ccid"]').click();
  assert.deepEqual(await told(opened), ["story-market select"]);
  assert.deepEqual(await pressed(opened, "在图中看下限"), ["false"]);
  await opened.locator('#story-market [data-key="market:rev-gdp-share"]').click();
  await frames(opened);
  assert.deepEqual(await pressed(opened, "在图中看下限"), ["true"]);
  await word(opened, "在图中看下限").click();
  await frames(opened);
  assert.deepEqual(await pressed(opened, "在图中看下限"), ["false"]);
  silent(record);
});

test("a chart that joins later takes over what the story is set to, and changes nothing", async (t) => {
  const { page: opened, record } = await story(t);
  await word(opened, "二类").first().click();
  await word(opened, "同安区").click();
  await told(opened);
  await opened.evaluate(async () => {
    const late = document.createElement("county-chains");
    Object.assign(late, { id: "late", chart: "six-ones", group: "story", tiers: [4], loading: "eager" });
    document.querySelector(".step").append(late);
    await late.ready;
  });
  assert.deepEqual(await told(opened), ["late change"]);
  assert.deepEqual([...new Set(await states(opened, "tiers"))], ["2"]);
  assert.deepEqual([...new Set(await states(opened, "county"))], ["350212"]);
  assert.deepEqual(await pressed(opened, "二类"), ["true", "true"]);
  await word(opened, "二类").first().click();
  assert.equal((await told(opened)).length, WIDGETS.length + 1, "and is one of them from then on");
  silent(record);
});

test("charts that are drawn late, further down, are set as the story is, in whatever order their files come", async (t) => {
  let release;
  const gate = new Promise((resolve) => (release = resolve));
  const before = (page) => page.route("**/*.market.wasm", async (route) => (await gate, route.continue()));
  const { page: opened, record } = await page(t, "/story.html", { viewport: { width: 360, height: 740 }, before });
  await word(opened, "四类").first().click();
  // Market is near and waits for its file; the map further down is drawn first.
  for (const chart of ["shares", "market", "map"]) {
    await opened.locator(`#story-${chart}`).scrollIntoViewIfNeeded();
    const there = chart === "market" ? "[aria-busy]" : "[data-tiers]";
    await opened.waitForFunction(([chart, there]) => document.getElementById(`story-${chart}`).shadowRoot.querySelector(there), [chart, there]);
  }
  assert.equal(record.requests.filter((address) => address.endsWith(".market.wasm")).length, 1, "it says that it waits as long as the first request is under way");
  release();
  await look(opened);
  assert.deepEqual([...new Set(await states(opened, "tiers"))], ["4"]);
  assert.deepEqual(await pressed(opened, "四类"), ["true", "true"]);
  silent(record);
});

test("what waits for its file is not undone by a chart that joins in the meantime", async (t) => {
  let release;
  const gate = new Promise((resolve) => (release = resolve));
  const before = (page) => page.route("**/*.annex.wasm", async (route) => (await gate, route.continue()));
  const { page: opened, record } = await page(t, "/story.html", { viewport: { width: 360, height: 740 }, before });
  const waitFor = async (chart, what) => {
    await opened.locator(`#story-${chart}`).evaluate((widget) => widget.scrollIntoView({ behavior: "instant" }));
    await opened.waitForFunction(([chart, what]) => document.getElementById(`story-${chart}`).shadowRoot.querySelector(what), [chart, what]);
  };
  await waitFor("tiers", "[data-tiers]");
  await waitFor("map", "[data-tiers]");
  // Its card, with quotes, is in the other file.
  await word(opened, "安溪县").evaluate((button) => button.click());
  await waitFor("map", "[aria-busy]");
  await waitFor("shares", "[data-tiers]");
  release();
  await look(opened);
  assert.deepEqual(await states(opened, "county"), WIDGETS.map(() => "350524"));
  assert.deepEqual(await pressed(opened, "安溪县"), ["true"]);
  silent(record);
});

test("a word that is chosen before its chart is drawn holds", async (t) => {
  const { page: opened, record } = await page(t, "/story.html", { viewport: { width: 1280, height: 400 } });
  await word(opened, "安溪县").evaluate((button) => button.click());
  assert.equal(await opened.evaluate(() => document.querySelector("#story-map").shadowRoot.querySelector("[data-tiers]")), null);
  await look(opened);
  assert.deepEqual(await states(opened, "county"), WIDGETS.map(() => "350524"));
  assert.deepEqual(await pressed(opened, "安溪县"), ["true"]);
  silent(record);
});

test("the words can be worked by keyboard and keep the focus", async (t) => {
  const { page: opened } = await story(t);
  await word(opened, "三类").first().focus();
  await opened.keyboard.press("Space");
  await frames(opened);
  assert.deepEqual(await pressed(opened, "三类"), ["true", "true"]);
  assert.ok(await word(opened, "三类").first().evaluate((button) => button === document.activeElement));
  const target = await word(opened, "三类").first().getAttribute("aria-controls");
  assert.ok(await opened.locator(`#${target}`).count());
});

test("each language has its own article, its charts speak it, and the words work in it", async (t) => {
  for (const [lang, tier, chart] of [["en", "Tier 3", /Tier 3/], ["zh-Hant", "三類", /三類/]]) {
    const { page: opened, record } = await story(t, { path: `/story.html?lang=${lang}` });
    const text = await opened.locator("#article").evaluate((article) => {
      for (const widget of article.querySelectorAll("county-chains")) widget.remove();
      return article.innerText;
    });
    if (lang === "en") assert.doesNotMatch(text, /[\u4e00-\u9fff]/);
    else assert.match(text, /縣域/);
    await opened.reload();
    await look(opened);
    await word(opened, tier).first().click();
    await frames(opened);
    assert.match(await opened.locator("#story-tiers [part=summary]").innerText(), chart);
    assert.deepEqual([...new Set(await states(opened, "tiers"))], ["3"]);
    silent(record);
  }
});

/** The numbers in a text. */
const numbers = (text) => (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
/** What a number may be multiplied by: scales of both languages, as hundreds of millions of yuan. */
const SCALES = [1, 10_000, 10];
/** Thresholds that a fact’s quote names in characters. */
const WORDS = { "¥10 billion": "百亿", "¥100 billion": /千亿|1000亿/ };

test("every number of the article is a fact with that value, and what is derived or a bound says so", async (t) => {
  const { page: opened } = await page(t, "/story.html", { javaScriptEnabled: false });
  const languages = await opened.locator("#article").evaluate((article) => {
    for (const widget of article.querySelectorAll("county-chains")) widget.remove();
    return [...article.querySelectorAll(".in")].map((part) => {
      const marked = [...part.querySelectorAll("[data-fact]")].map((node) => {
        const after = document.createRange();
        after.setStartAfter(node);
        after.setEndAfter(node.closest("p, h1, h2"));
        return { text: node.textContent, ids: node.dataset.fact.split(" "), derived: "derived" in node.dataset, after: after.toString().slice(0, 60) };
      });
      for (const node of part.querySelectorAll("[data-fact]")) node.remove();
      return { lang: part.lang, marked, rest: part.textContent };
    });
  });
  assert.ok(languages.filter(({ lang }) => lang === "en").flatMap(({ marked }) => marked).length >= 40);
  for (const { lang, marked, rest } of languages) {
    assert.deepEqual(rest.replace(/tiers? \d( and \d)?/gi, "").match(/[\d%]+/g), null, `${lang}: a number that is no fact`);
    for (const { text, ids, derived, after } of marked) {
      for (const id of ids) assert.ok(FACTS.has(id), `${lang}: there is no fact ${id}`);
      if (derived) {
        assert.match(after, /^[^。;；]{0,30}?[（(](推算|our calculation)[）)]/, `${lang}: ${text} does not say that it is derived`);
        continue;
      }
      const { value, period, quote, qualifier } = FACTS.get(ids[0]);
      if (text in WORDS) {
        assert.match(quote, new RegExp(WORDS[text]), `${lang}: ${text}`);
        continue;
      }
      const own = [Number(value), ...numbers(period ?? ""), ...numbers(quote)];
      for (const number of numbers(text)) {
        const fits = own.some((one) => SCALES.some((scale) => Math.abs(number * scale - one) < 1e-6 || Math.abs(number / 0.1 - one) < 1e-6));
        assert.ok(fits, `${lang}: ${text} is not in ${ids[0]}: ${value}, ${period}, ${quote}`);
      }
      if (qualifier === "more than" && numbers(text).includes(Number(value))) assert.match(text, /超|over|more than/, `${lang}: ${text} is a lower bound`);
    }
  }
});

test("derived numbers come out as they are printed", () => {
  const value = (id) => Number(FACTS.get(id).value);
  const tiers = [1, 2, 3, 4];
  const sum = (part) => tiers.reduce((total, tier) => total + value(`tier${tier}.${part}`), 0);
  assert.equal(sum("chains"), 165);
  assert.equal(((100 * value("tier1.counties")) / value("total.counties")).toFixed(1), "8.4");
  assert.equal(((100 * value("tier1.gdp")) / sum("gdp")).toFixed(1), "21.7");
  assert.equal((100 - [2, 3, 4].reduce((total, tier) => total + value(`tier${tier}.share`), 0)).toFixed(1), "21.8");
  const named = tiers.reduce((total, tier) => total + FACTS.get(`tier${tier}.named`).counties.length, 0);
  assert.deepEqual([named, value("total.counties") - named - 1], [14, 68]);
});

test("without script the article reads in the language that is followed, and its words are words", async (t) => {
  const { page: opened } = await page(t, "/story.html", { javaScriptEnabled: false });
  assert.equal(await opened.locator("#article button").count(), 0);
  for (const [lang, pattern] of [["zh-Hans", /三类最多，有46个县域/], ["zh-Hant", /三類最多，有46個縣域/], ["en", /Tier 3 is the largest group: 46 counties/]]) {
    if (lang !== "zh-Hans") await opened.locator(`noscript a[href="#${lang}"]`).click();
    const text = await opened.locator("#article").innerText();
    assert.match(text, pattern);
    assert.equal(await opened.locator("h1:visible").count(), 1, "one language at a time");
    assert.doesNotMatch(text, /看增速|重置|看增速|Show growth|Reset/, "nothing is offered that would do nothing");
    for (const widget of await opened.locator("county-chains").all()) assert.match(await widget.innerText(), /来源|來源|Source/);
  }
});

test("where the widget may not run the words stay words and the languages can be chosen", async (t) => {
  const address = await serveFor(t, { headersFor: (path) => (path === "/story.html" ? { "Content-Security-Policy": "default-src 'self'" } : undefined) });
  const { page: opened } = await page(t, `${address}/story.html`);
  await opened.waitForFunction(() => document.documentElement.classList.contains("widget"));
  await opened.locator('button[data-lang="en"]').click();
  assert.match(await opened.locator("#article").innerText(), /Tier 3 is the largest group/);
  assert.equal(await opened.locator("#article button").count(), 0);
  assert.doesNotMatch(await opened.locator("#article").innerText(), /Show growth/);
});

test("the article is about as long in each language, and each has every widget's words", async (t) => {
  const { page: opened } = await page(t, "/story.html", { javaScriptEnabled: false });
  const counts = await opened.evaluate((languages) => languages.map((lang) => document.querySelectorAll(`#article .in[lang="${lang}"] [data-fact]`).length), LANGUAGES);
  assert.equal(new Set(counts).size, 1, `the same facts in each language: ${counts}`);
});
