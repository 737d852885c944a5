// Which language and which theme the element speaks and wears.

import assert from "node:assert/strict";
import { ONE } from "./element.mjs";
import { blank, drawn, frames, set, shown, silent, test } from "./support.mjs";

test("the language is the best match of the attribute, else of the closest lang, else Simplified Chinese", async (t) => {
  const { page, record } = await drawn(t, ONE, { lang: "en-GB" });
  assert.equal((await shown(page)).lang, "en", "from the page");
  for (const [tag, lang] of Object.entries({
    "zh-CN": "zh-Hans", zh: "zh-Hans", "zh-SG": "zh-Hans", "zh-Hans-HK": "zh-Hans", "zh-TW": "zh-Hant", "zh-HK": "zh-Hant",
    "zh-MO": "zh-Hant", "zh-Hant-CN": "zh-Hant", "EN-us": "en", "en-Latn-CA": "en",
  })) {
    await set(page, { lang: tag });
    assert.equal((await shown(page)).lang, lang, tag);
    assert.equal(await page.evaluate(() => document.querySelector("county-chains").shadowRoot.querySelector("[data-lang]").lang), lang);
  }
  silent(record);
  for (const [html, lang] of [
    [`<section lang="zh-TW"><p>${ONE}</p></section>`, "zh-Hant"],
    [`<section lang="fr"><p>${ONE}</p></section>`, "zh-Hans"],
    [`<section lang="zh-TW"><div lang="">${ONE}</div></section>`, "zh-Hant"],
  ]) {
    const { page: placed } = await drawn(t, html);
    assert.equal((await shown(placed)).lang, lang, html);
  }
  const { page: nowhere } = await drawn(t, ONE, { lang: "" });
  assert.equal((await shown(nowhere)).lang, "zh-Hans");
});

test("the closest lang is found beyond a shadow root", async (t) => {
  const { page } = await blank(t, '<section lang="zh-HK"><div id="host"></div></section>');
  const lang = await page.evaluate(async () => {
    await customElements.whenDefined("county-chains");
    const root = document.getElementById("host").attachShadow({ mode: "open" });
    const element = document.createElement("county-chains");
    root.append(element);
    await element.ready;
    return element.shadowRoot.querySelector("[data-lang]").dataset.lang;
  });
  assert.equal(lang, "zh-Hant");
});

test("a page that changes its language in place takes the widget along", async (t) => {
  const { page, record } = await drawn(t, "<county-chains></county-chains>");
  const lang = () => page.evaluate(() => document.querySelector("county-chains").shadowRoot.querySelector("[data-lang]").dataset.lang);
  for (const tag of ["en", "zh-TW", "zh-CN"]) {
    await page.evaluate((tag) => (document.documentElement.lang = tag), tag);
    await frames(page);
    assert.equal(await lang(), { en: "en", "zh-TW": "zh-Hant", "zh-CN": "zh-Hans" }[tag]);
  }
  silent(record);
});

test("English in a page's Chinese font has narrow apostrophes, and quotes keep their own", async (t) => {
  const { page } = await drawn(t, '<style>county-chains { font-family: "Noto Sans CJK SC" }</style><county-chains chart="tiers" lang="en"></county-chains>');
  const [apostrophe, letter] = await page.evaluate(() => {
    const text = document.querySelector("county-chains").shadowRoot.querySelector("h3").firstChild;
    const width = (at) => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getBoundingClientRect().width;
    };
    return [width(text.data.indexOf("’")), width(text.data.indexOf("t"))];
  });
  assert.ok(apostrophe > 0 && apostrophe < letter * 1.2, `’ is ${apostrophe} px wide, t ${letter}`);
  await page.evaluate(() => Object.assign(document.querySelector("county-chains"), { chart: "facts" }));
  await page.waitForSelector("county-chains blockquote");
  const variant = await page.locator("county-chains blockquote").first().evaluate((quote) => getComputedStyle(quote).fontVariantEastAsian);
  assert.equal(variant, "normal");
});

test("a change of language changes words and the scale of numbers", async (t) => {
  const { page, record } = await drawn(t, '<county-chains chart="tiers" lang="zh-Hans"></county-chains>');
  const expected = {
    "zh-Hans": [/1\.18万亿元/, /4080\.8亿元/, /一类/, /推算/],
    en: [/¥1\.18 trillion/, /¥408\.08 billion/, /Tier 1/, /calculated/],
    "zh-Hant": [/1\.18萬億元/, /4080\.8億元/, /一類/, /推算/],
  };
  for (const lang of ["zh-Hans", "en", "zh-Hant", "en", "zh-Hans"]) {
    await set(page, { lang });
    const words = await page.locator("county-chains [data-tiers]").innerText();
    for (const pattern of expected[lang]) assert.match(words, pattern);
    if (lang === "en") assert.doesNotMatch(words, /[\u4e00-\u9fff]/, "no Chinese is left");
    else assert.doesNotMatch(words, /trillion|billion|Tier/);
    if (lang === "zh-Hant") assert.doesNotMatch(words, /[类县产业链万亿]/, "no simplified form is left");
  }
  silent(record);
});

test("theme auto follows the reader's system, light and dark do not", async (t) => {
  const { page } = await drawn(t, ONE, { colorScheme: "light" });
  const ground = () => page.evaluate(() => getComputedStyle(document.querySelector("county-chains").shadowRoot.querySelector("[data-theme]")).backgroundColor);
  const light = await ground();
  assert.equal((await shown(page)).theme, "light");
  await page.emulateMedia({ colorScheme: "dark" });
  await frames(page);
  assert.equal((await shown(page)).theme, "dark");
  const dark = await ground();
  assert.notEqual(dark, light);
  await set(page, { theme: "light" });
  assert.equal(await ground(), light);
  await page.emulateMedia({ colorScheme: "light" });
  await set(page, { theme: "dark" });
  assert.equal(await ground(), dark);
});
