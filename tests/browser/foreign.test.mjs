// Words of another language are marked with it, so that they are read with the right voice: Han characters in English widgets and
// static versions, and English citations in Chinese ones.

import assert from "node:assert/strict";
import { CHARTS, drawn, frames, set, silent, test, twins } from "./support.mjs";

const WIDE = { viewport: { width: 800, height: 900 } };

/** Texts with Han characters that are not in an element of a Chinese language, and attributes with them, which can have none. */
const unmarked = (page, selector) => page.evaluate((selector) => {
  const HAN = /[\u3400-\u9fff]/;
  const host = document.querySelector(selector);
  const root = host.shadowRoot ? host.shadowRoot.querySelector("[data-tiers]") : host;
  /** Attributes that are read. */
  const READ = ["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "title", "alt", "placeholder"];
  const isChinese = (element) => /^zh/.test(element.closest("[lang]").lang || element.closest("[lang]").getAttribute("lang"));
  const found = [];
  for (const element of [root, ...root.querySelectorAll("*")]) {
    // What is hidden, and what a picture is made of that is one image with a name, is not read.
    if (isChinese(element) || (host.shadowRoot && !element.getClientRects().length) || element.parentElement.closest("svg[role=img]")) continue;
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE && HAN.test(node.data)) found.push(`${element.localName}.${element.className}: ${node.data}`);
    for (const name of READ) if (HAN.test(element.getAttribute(name) || "")) found.push(`${element.localName} ${name}: ${element.getAttribute(name)}`);
  }
  return found;
}, selector);

const control = (page, action) => page.locator(`county-chains [data-action="${action}"]`);

test("no Han character stands in an English widget without its language, in any view, card or panel", async (t) => {
  const { page, record } = await drawn(t, '<county-chains lang="en"></county-chains>', WIDE);
  const found = new Set();
  const look = async (what) => {
    for (const text of await unmarked(page, "county-chains")) found.add(`${what}: ${text}`);
  };
  for (const chart of CHARTS) {
    await set(page, { chart, view: "chart", tiers: null });
    await look(chart);
    const keys = await page.evaluate(() => [...document.querySelector("county-chains").shadowRoot.querySelectorAll("[data-key]")].map(({ dataset }) => dataset.key));
    for (const key of keys.filter((_, at) => keys.length < 20 || at % 9 === 0)) {
      await page.evaluate((key) => (document.querySelector("county-chains").state = key.startsWith("county:") ? { county: key.slice(7) } : { mark: key }), key);
      await frames(page);
      await look(`${chart} ${key}`);
      await page.evaluate(() => (document.querySelector("county-chains").state = { county: null, mark: null }));
    }
    for (const view of ["table", "about"]) {
      await set(page, { chart, view });
      await look(`${chart} ${view}`);
    }
    await set(page, { chart, view: "chart" });
    for (const panel of ["panel:share", "panel:download"]) {
      await control(page, panel).click();
      await page.locator("county-chains .panel").waitFor();
      await look(`${chart} ${panel}`);
      await control(page, panel).click();
    }
  }
  await set(page, { chart: "facts", view: "chart" });
  await control(page, "expand").click();
  await frames(page);
  await look("all facts");
  for (const text of ["jinjiang", "晋江", "zzzz"]) {
    await page.locator("county-chains input[type=search]").fill(text);
    await frames(page);
    await look(`search ${text}`);
  }
  assert.deepEqual([...found], []);
  silent(record);
});

test("the citation of the other language has that language, in each", async (t) => {
  for (const [lang, own, other] of [["en", "en", "zh-Hans"], ["zh-Hans", "zh-Hans", "en"], ["zh-Hant", "zh-Hant", "en"]]) {
    const { page } = await drawn(t, `<county-chains lang="${lang}"></county-chains>`, WIDE);
    await control(page, "panel:share").click();
    const language = (which) => page.locator(`county-chains pre[data-code="${which}"]`).evaluate((node) => node.closest("[lang]").lang);
    assert.deepEqual([await language("citation"), await language("citation-other")], [own, other]);
  }
});

test("no Han character stands in an English static version without its language", async (t) => {
  const figures = await twins(t, CHARTS.map((chart) => ({ chart, lang: "en" })));
  for (const [index, figure] of figures.entries()) {
    const { page } = await drawn(t, "<div id=twin></div>", { lang: "en", ...WIDE });
    await page.evaluate((figure) => (document.getElementById("twin").innerHTML = figure), figure);
    assert.deepEqual(await unmarked(page, "#twin"), [], CHARTS[index]);
    await page.context().close();
  }
});
