// Readers who have set a larger text, in the browser or by a button of the page, or who space it out.

import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { layoutFaults } from "./layout.mjs";
import { blank, CHARTS, drawn, executable, FLAGS, focused, frames, INDICATORS, LANGUAGES, ready, set, silent, test, UNFILTERED } from "./support.mjs";
import { things } from "./things.mjs";

const WIDTHS = [280, 360, 560, 760];
const SPACED = "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}";
const sheet = (css) => `<style>body{margin:0}${css}</style>`;

/** How large things are on the screen: the summary’s letters, those of the picture, a tab, and the widget. */
const sizes = (page) => page.evaluate(() => {
  const root = document.querySelector("county-chains").shadowRoot;
  const high = (selector) => root.querySelector(selector).getBoundingClientRect().height;
  const { width } = root.querySelector("[data-tiers]").getBoundingClientRect();
  const summary = root.querySelector("[part=summary]");
  const letters = parseFloat(getComputedStyle(summary).fontSize) * (summary.getBoundingClientRect().width / summary.offsetWidth);
  return { summary: Math.round(letters * 10) / 10, picture: root.querySelector("[part=chart] svg").getScreenCTM().a, tab: high("[role=tab]"), width };
});

/** How much larger than usual words and picture are in a page. */
async function scales(t, html, options = {}) {
  const { page, record } = await drawn(t, html, { viewport: { width: 800, height: 900 }, ...options });
  const { tab, picture, width } = await sizes(page);
  silent(record);
  await page.context().close();
  return { words: tab / 44, picture, width };
}

/** A browser in which the reader has set a size of text. */
async function browserSetTo(t, size) {
  const browser = await chromium.launch({ executablePath: executable(), args: [...FLAGS, `--blink-settings=defaultFontSize=${size}`] });
  t.after(() => browser.close());
  return browser;
}

const near = (actual, expected, what) => assert.ok(Math.abs(actual - expected) < 0.01, `${what}: ${actual} instead of ${expected}`);

async function assertScale(t, html, expected, options) {
  const { words, picture, width } = await scales(t, html, options);
  near(words, expected, `words, ${html}`);
  near(picture, expected, `picture, ${html}`);
  assert.equal(width, 800);
}

test("words, controls and picture follow the size of the page’s text where a reader has made it large", async (t) => {
  const styles = [
    ["html{font-size:200%}", 2], ["body{font-size:200%}", 2], ["county-chains{font-size:32px}", 2], ["html{font-size:62.5%}body{font-size:3.2rem}", 2],
    ["body{font-size:26px}", 1.5], ["body{-webkit-text-size-adjust:130%!important;font-size:17px}", 1.3], ["html{font-size:150%}", 4 / 3],
  ];
  for (const [css, expected] of styles) await assertScale(t, `${sheet(css)}<county-chains></county-chains>`, expected);
});

test("sizes that articles have, and sizes that are none of text, change nothing", async (t) => {
  const styles = [
    "", "body{font-size:12px}", "body{font-size:14px}", "body{font-size:18px}", "body{font-size:20px}", "body{font-size:0}",
    // Pages for phones set boxes by the root’s size, a tenth of the screen.
    "html{font-size:37.5px}body{font-size:12px}", "html{font-size:37.5px}body{font-size:16px}", "html{font-size:75px}body{font-size:14px}",
    "html{font-size:37.5px}", "html{font-size:75px}", "html{font-size:100px}body{font-size:.16rem}", "html{font-size:62.5%}", "body{font-family:monospace}",
    "html{-webkit-text-size-adjust:100%}", "html{-webkit-text-size-adjust:none}",
  ];
  for (const css of styles) await assertScale(t, `${sheet(css)}<county-chains></county-chains>`, 1);
});

test("the size of text that is set in the browser reaches widgets, whatever the page sets", async (t) => {
  const large = await browserSetTo(t, 24);
  for (const css of ["", "body{font-size:16px}", "body{font-size:18px}", "body{font-size:1.125rem}", "html{font-size:37.5px}body{font-size:12px}", "html{font-size:75px}", "html{font-size:62.5%}body{font-size:1.6rem}"]) {
    await assertScale(t, `${sheet(css)}<county-chains></county-chains>`, 1.5, { browser: large });
  }
  await assertScale(t, `${sheet("html{font-size:200%}")}<county-chains></county-chains>`, 2, { browser: large });
  const largest = await browserSetTo(t, 32);
  for (const css of ["", "body{font-size:14px}"]) await assertScale(t, `${sheet(css)}<county-chains></county-chains>`, 2, { browser: largest });
  const small = await browserSetTo(t, 12);
  await assertScale(t, `${sheet("")}<county-chains></county-chains>`, 1, { browser: small });
});

test("in a frame the size that is set in the browser reaches widgets as well", async (t) => {
  const { page } = await blank(t, '<iframe src="/county-chains/embed.html" width="760" height="900"></iframe>', { browser: await browserSetTo(t, 32), viewport: { width: 800, height: 900 } });
  const frame = await (await page.waitForSelector("iframe")).contentFrame();
  await ready(frame);
  assert.equal((await sizes(frame)).tab, 88);
});

test("what changes while a page is open is followed: its size, and its spacing", async (t) => {
  const { page, record } = await drawn(t, `${sheet("")}<county-chains lang="en"></county-chains>`, { viewport: { width: 800, height: 900 }, reducedMotion: "reduce" });
  const usual = await sizes(page);
  const later = async (style) => {
    await page.evaluate((style) => document.body.setAttribute("style", style), style);
    await frames(page);
    await frames(page);
    return sizes(page);
  };
  for (const [style, scale] of [["font-size:32px", 2], ["font-size:26px", 1.5], ["font-size:20px", 1], ["font-size:32px", 2], ["font-size:40px", 1]]) {
    const { tab, picture } = await later(style);
    near(tab / 44, scale, style);
    near(picture, scale, style);
  }
  const gap = () => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector("county-chains").shadowRoot.querySelector("[part=heading]")).wordSpacing));
  assert.equal(await gap(), 0);
  await later("word-spacing:.16em;letter-spacing:.12em");
  assert.ok((await gap()) > 4, `${await gap()} px`);
  assert.deepEqual(await later(""), usual);
  assert.equal(await gap(), 0);
  silent(record);
});

/* Layouts */

/** Every chart in one page, with what `layoutFaults` finds at each width. */
async function faultsOf(t, lang, css, check = layoutFaults) {
  const html = `${sheet(`body{font-family:Arial,'Liberation Sans','Noto Sans CJK SC'}${css}`)}<div id="box"><county-chains lang="${lang}"></county-chains></div>`;
  const { page, record } = await drawn(t, html, { lang, viewport: { width: 800, height: 900 }, reducedMotion: "reduce" });
  const faults = new Set();
  for (const width of WIDTHS) {
    await page.evaluate((width) => (document.getElementById("box").style.width = `${width}px`), width);
    const cases = [
      ...INDICATORS.map((indicator) => ({ chart: "tiers", indicator })),
      ...CHARTS.slice(1).map((chart) => ({ chart, indicator: null })),
    ].flatMap((own) => (UNFILTERED.includes(own.chart) ? [null] : [null, "1", "none"]).map((tiers) => ({ ...own, tiers })));
    cases.push({ chart: "map", county: "350582", indicator: null, tiers: null });
    for (const own of cases) {
      await set(page, { county: null, view: null, ...own });
      for (const fault of await page.evaluate(check)) faults.add(`${width} px ${own.chart} ${own.indicator ?? ""}: ${fault}`);
    }
    for (const view of ["table", "about"]) {
      for (const chart of CHARTS) {
        await set(page, { county: null, indicator: null, tiers: null, chart, view });
        if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) faults.add(`${width} px ${chart}: the page scrolls sideways`);
        for (const fault of await page.evaluate(check)) faults.add(`${width} px ${chart} ${view}: ${fault}`);
      }
    }
  }
  silent(record);
  await page.context().close();
  return [...faults];
}

for (const lang of ["zh-Hans", "en"]) {
  for (const size of [26, 32]) {
    test(`with text of ${size} px nothing is cut, covered or outside, and nothing scrolls sideways (${lang})`, async (t) => {
      assert.deepEqual(await faultsOf(t, lang, `body{font-size:${size}px}`), []);
    });
  }

  test(`spaced out, words of a widget grow apart and nothing is cut, covered or outside (${lang})`, async (t) => {
    assert.deepEqual(await faultsOf(t, lang, SPACED), []);
  });
}

/** The smallest gap between letters, and the least line, of all that is no picture; and how far those of pictures are apart. */
const spacing = (page) => page.evaluate(() => {
  const root = document.querySelector("county-chains").shadowRoot;
  const least = { letters: 1, words: 1, lines: 9, after: 9, pictures: [] };
  for (const node of root.querySelectorAll("[data-tiers] *")) {
    const own = [...node.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim());
    if (!own || !node.checkVisibility()) continue;
    const { fontSize, letterSpacing, wordSpacing, lineHeight, marginBottom } = getComputedStyle(node);
    const em = (length) => parseFloat(length) / parseFloat(fontSize);
    if (node.closest("svg")) {
      least.pictures.push(letterSpacing, wordSpacing);
      continue;
    }
    least.letters = Math.min(least.letters, em(letterSpacing));
    least.words = Math.min(least.words, em(wordSpacing));
    if (node.localName !== "sup") least.lines = Math.min(least.lines, em(lineHeight));
    if (node.localName === "p") least.after = Math.min(least.after, em(marginBottom));
  }
  return { ...least, pictures: [...new Set(least.pictures)] };
});

test("readers’ spacing of a page’s text holds in widgets: letters, words, lines, paragraphs; labels of pictures stay", async (t) => {
  for (const lang of LANGUAGES) {
    const { page } = await drawn(t, `${sheet(SPACED)}<county-chains lang="${lang}"></county-chains>`, { viewport: { width: 760, height: 900 } });
    for (const own of [...CHARTS.flatMap((chart) => ["chart", "table", "about"].map((view) => ({ chart, view, county: null }))), { chart: "map", view: "chart", county: "350582" }]) {
      await set(page, own);
      const { letters, words, lines, after, pictures } = await spacing(page);
      const where = `${lang} ${own.chart} ${own.view}`;
      assert.ok(letters > 0.119 && words > 0.159 && lines > 1.499 && after > 1.99, `${where}: ${JSON.stringify({ letters, words, lines, after })}`);
      if (pictures.length > 0) assert.deepEqual(pictures, ["normal", "0px"], where);
    }
  }
});

test("spacing of a page’s own design changes nothing in widgets", async (t) => {
  for (const css of ["body{letter-spacing:1px}", "body{letter-spacing:.125em;line-height:2}", "body{word-spacing:1px}", "*{letter-spacing:1em;word-spacing:2em}"]) {
    const { page } = await drawn(t, `${sheet(css)}<county-chains lang="en"></county-chains>`, { viewport: { width: 760, height: 900 } });
    const { letters, words } = await spacing(page);
    assert.ok(!(letters > 0) && !(words > 0), css);
    await page.context().close();
  }
});

test("chips hold their words, enlarged or spaced out", async (t) => {
  for (const css of ["body{font-size:26px}", "body{font-size:32px}", SPACED]) {
    for (const lang of LANGUAGES) {
      const { page } = await drawn(t, `${sheet(`body{font-family:Arial,'Liberation Sans','Noto Sans CJK SC'}${css}`)}<div id="box"><county-chains lang="${lang}"></county-chains></div>`, { viewport: { width: 800, height: 900 } });
      for (const width of WIDTHS) {
        await page.evaluate((width) => (document.getElementById("box").style.width = `${width}px`), width);
        for (const chart of ["tiers", "map"]) {
          await set(page, { chart });
          const outside = await page.evaluate(() => [...document.querySelector("county-chains").shadowRoot.querySelectorAll(".chip")].filter((chip) => {
            const { left, right } = chip.getBoundingClientRect();
            return chip.firstElementChild.getBoundingClientRect().left < left + 2 || chip.lastElementChild.getBoundingClientRect().right > right - 2;
          }).map(({ textContent }) => textContent));
          assert.deepEqual(outside, [], `${css} ${lang} ${chart} at ${width} px`);
        }
      }
      await page.context().close();
    }
  }
});

test("cards of facts are no wider than an enlarged widget", async (t) => {
  for (const width of [280, 320, 360]) {
    for (const lang of ["en", "zh-Hans"]) {
      const { page } = await drawn(t, `${sheet("body{font-size:32px}")}<county-chains lang="${lang}" chart="facts" view="table"></county-chains>`, { viewport: { width, height: 800 } });
      const over = await page.locator("county-chains .scroll").evaluate((region) => region.scrollWidth - region.clientWidth);
      assert.equal(over, 0, `${lang} at ${width} px`);
    }
  }
});

test("an enlarged field to search in has room for some letters", async (t) => {
  for (const width of [280, 360]) {
    const before = (page) => page.route("**/things.json", (route) => route.fulfill({ json: things(600) }));
    const { page } = await drawn(t, `${sheet("body{font-size:32px}")}<county-chains src="/things.json" chart="strip" view="table" lang="en" loading="eager"></county-chains>`, { before, viewport: { width, height: 800 } });
    const field = page.locator("county-chains input[type=search]");
    await field.waitFor();
    const [letters, size] = await field.evaluate((node) => [node.clientWidth, parseFloat(getComputedStyle(node).fontSize)]);
    assert.ok(letters >= size * 5, `${letters} px at ${width} px`);
    assert.deepEqual(await page.evaluate(layoutFaults), []);
  }
});

/* Heights, keys, paper */

test("what is reserved for enlarged widgets is about what they take", async (t) => {
  for (const [width, size, css] of [[280, 32, ""], [360, 26, ""], [360, 32, ""], [560, 26, ""], [760, 32, ""], [360, 16, SPACED], [760, 16, SPACED]]) {
    const { page } = await blank(t, `${sheet(`body{font-size:${size}px}${css}`)}<div id="box" style="width:${width}px"></div>`);
    for (const lang of ["zh-Hans", "en"]) {
      for (const chart of CHARTS) {
        const { reserved, height } = await page.evaluate(async ([lang, chart]) => {
          await customElements.whenDefined("county-chains");
          const element = document.createElement("county-chains");
          Object.assign(element, { lang, chart, loading: "eager" });
          document.getElementById("box").replaceChildren(element);
          const reserved = element.offsetHeight;
          await element.ready;
          return { reserved, height: element.shadowRoot.querySelector("[data-tiers]").getBoundingClientRect().height };
        }, [lang, chart]);
        assert.ok(reserved > height * 0.97 && reserved < height * 1.4, `${width} px, ${size} px, ${lang} ${chart}: ${reserved} for ${height}`);
      }
    }
    await page.context().close();
  }
});

test("keys lead through an enlarged widget as through any other, and what has the focus is in sight", async (t) => {
  for (const lang of ["zh-Hans", "en"]) {
    const { page, record } = await drawn(t, `${sheet("body{font-size:32px}")}<county-chains lang="${lang}" chart="map"></county-chains>`, { viewport: { width: 360, height: 640 } });
    const seen = [];
    for (let stop = 0; stop < 20; stop++) {
      await page.keyboard.press("Tab");
      const where = await focused(page);
      if (where === null) break;
      seen.push(where);
      const place = await page.evaluate(() => {
        const { left, right, top, bottom } = document.activeElement.shadowRoot.activeElement.getBoundingClientRect();
        return left >= -0.5 && right <= innerWidth + 0.5 && bottom > 0 && top < innerHeight;
      });
      assert.ok(place, `${lang}: ${where} is out of sight`);
    }
    assert.ok(seen.length > 5 && seen.length <= 12, `${seen}`);
    await page.locator("county-chains [part=chart] [data-key][tabindex='0']").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await frames(page);
    assert.notEqual(await page.evaluate(() => document.querySelector("county-chains").county), null);
    silent(record);
  }
});

test("paper is printed as ever, whatever size and spacing of text a reader has set", async (t) => {
  const printed = async (css) => {
    const { page } = await drawn(t, `${sheet(css)}<county-chains lang="en" loading="eager"></county-chains>`, { viewport: { width: 700, height: 900 } });
    await page.emulateMedia({ media: "print" });
    await frames(page);
    const seen = await page.evaluate(() => [...document.querySelector("county-chains").shadowRoot.querySelectorAll("[data-tiers] *")].map((node) => {
      const { width, height } = node.getBoundingClientRect();
      return [node.localName, Math.round(width), Math.round(height)].join(" ");
    }));
    await page.context().close();
    return seen;
  };
  const usual = await printed("");
  for (const css of ["body{font-size:32px}", SPACED]) assert.deepEqual(await printed(css), usual, css);
});
