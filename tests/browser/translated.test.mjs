// The widget in pages that translators change: the language they are given, and the nodes that take the place of texts.

import assert from "node:assert/strict";
import { assertSame, blank, drawn, frames, ready, set, shown, silent, test } from "./support.mjs";

/* Language */

test("a page whose language becomes one that is not spoken here keeps the one that was shown", async (t) => {
  const { page, record } = await drawn(t, '<section lang="zh-TW"><county-chains id="placed"></county-chains></section><county-chains id="free"></county-chains>', { lang: "en" });
  const langs = () => page.evaluate(() => [...document.querySelectorAll("county-chains")].map(({ shadowRoot }) => shadowRoot.querySelector("[data-lang]").dataset.lang));
  const translated = (lang) => page.evaluate((lang) => {
    document.documentElement.lang = lang;
    document.documentElement.classList.add("translated-ltr");
    document.querySelector("section").lang = lang;
  }, lang);
  for (const lang of ["fr", "", "x-unknown", "de-AT"]) {
    await translated(lang);
    await frames(page);
    assert.deepEqual(await langs(), ["zh-Hant", "en"], lang);
    await set(page, { chart: "map" });
    await set(page, { chart: null });
    assert.deepEqual(await langs(), ["zh-Hant", "en"], `${lang}, redrawn`);
    assert.match(await page.evaluate(() => document.getElementById("free").cite()), /Fujian/);
  }
  await translated("zh-CN");
  await frames(page);
  assert.deepEqual(await langs(), ["zh-Hans", "zh-Hans"], "one that is spoken here is taken");
  await set(page, { lang: "en" }, "#free");
  await translated("ru");
  await set(page, { lang: "ja" }, "#free");
  assert.deepEqual(await langs(), ["zh-Hans", "en"]);
  await set(page, { lang: null }, "#free");
  await frames(page);
  assert.deepEqual(record.errors, []);
});

test("a page translated before the widget was drawn gets the language it had", async (t) => {
  const { page, record } = await blank(t, '<div style="height:5000px"></div><county-chains></county-chains>', { lang: "en" });
  await page.evaluate(() => customElements.whenDefined("county-chains"));
  await page.evaluate(() => (document.documentElement.lang = "fr"));
  await page.evaluate(() => document.querySelector("county-chains").scrollIntoView());
  await ready(page);
  assert.equal((await shown(page)).lang, "en");
  silent(record);
});

test("what is said to screen readers has the language it is written in", async (t) => {
  const { page } = await drawn(t, '<county-chains lang=""></county-chains>', { lang: "fr" });
  const said = () => page.waitForFunction(() => {
    const { lang, textContent } = document.querySelector("county-chains").shadowRoot.querySelector("[role=status]");
    return textContent && lang;
  }).then((handle) => handle.jsonValue());
  await page.locator('county-chains [data-tier="1"]').click();
  assert.equal(await said(), "zh-Hans");
});

/* Texts */

/** Does to the widget's texts what translators do: replaces, wraps, splits or joins the nodes. */
const translate = (page, way) => page.evaluate((way) => {
  const root = document.querySelector("county-chains").shadowRoot.querySelector("[data-tiers]");
  if (way === "join") return root.normalize();
  const texts = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    if (way === "split") {
      text.splitText(Math.floor(text.length / 2));
      continue;
    }
    const font = document.createElement("font");
    const inner = font.appendChild(document.createElement("font"));
    font.style.verticalAlign = "inherit";
    inner.textContent = text.data.toUpperCase() || "…";
    if (way === "replace") text.replaceWith(font);
    if (way === "wrap") (text.replaceWith(font), inner.replaceChildren(text));
    if (way === "beside") text.after(font);
  }
}, way);

/** The elements of a widget with their texts, wherever one text node ends and the next begins. */
const words = (page) => page.evaluate(() => {
  const lines = [];
  const write = (element, depth) => {
    lines.push(" ".repeat(depth) + element.localName);
    let text = "";
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) text += child.data;
      else (lines.push(text), (text = ""), write(child, depth + 1));
    }
    lines.push(text);
  };
  write(document.querySelector("county-chains").shadowRoot.querySelector("[data-tiers]"), 0);
  return lines;
});

test("after a translator has put its own nodes in the place of texts, a new drawing leaves nothing of them", async (t) => {
  const states = [{ chart: "shares", tiers: "1" }, { lang: "zh-Hans" }, { chart: "facts", lang: "en" }, { view: "table", chart: "tiers", tiers: "2 3" }, { chart: "map", view: null, county: "350582", lang: "zh-Hant" }];
  const last = { chart: "tiers", tiers: null, view: null, county: null, lang: "en" };
  const { page: clean } = await drawn(t, "<county-chains></county-chains>");
  const { page, record } = await drawn(t, "<county-chains></county-chains>");
  for (const way of ["replace", "wrap", "split", "join", "beside"]) {
    for (const state of [...states, last]) {
      await translate(page, way);
      // Everything that the page has not translated is drawn anew: in another language all of it is.
      for (const one of [page, clean]) {
        await set(one, { lang: state.lang === "zh-Hans" ? "en" : "zh-Hans" });
        await set(one, state);
      }
      assertSame(await words(page), await words(clean), `${way}: ${JSON.stringify(state)}`);
    }
  }
  silent(record);
});

test("the focus and what was typed outlive a translator", async (t) => {
  const { page } = await drawn(t, '<county-chains chart="facts" lang="en"></county-chains>');
  const field = page.locator("county-chains [type=search]");
  await field.click();
  await page.keyboard.type("ste");
  await translate(page, "replace");
  await page.keyboard.type("el");
  await frames(page);
  assert.equal(await field.inputValue(), "steel");
  assert.equal(await page.evaluate(() => document.querySelector("county-chains").shadowRoot.activeElement.type), "search");
});
