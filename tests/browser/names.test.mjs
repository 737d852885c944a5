// Names of controls: each has one, it holds the words that are seen, and no two of a panel are the same.

import assert from "node:assert/strict";
import { CHARTS, LANGUAGES, drawn, focused, frames, silent, test } from "./support.mjs";

/** States in which all kinds of controls are shown. */
const STATES = [{}, { view: "table" }, { tiers: ["1"] }, { tiers: [] }, {}, {}];
/** What is pressed in the last two. */
const PRESSED = ["panel:share", "panel:download"];
const start = { view: "chart", tiers: ["1", "2", "3", "4"] };

for (const [width, lang] of [[360, "en"], [760, "en"], [360, "zh-Hans"], [760, "zh-Hant"]]) {
  test(`the name of every control holds the words that are seen (${lang}, ${width} px)`, async (t) => {
    const { page, record } = await drawn(t, `<county-chains lang="${lang}"></county-chains>`, { viewport: { width: width + 16, height: 900 } });
    const session = await page.context().newCDPSession(page);
    const wrong = new Set();
    for (const chart of CHARTS) {
      for (const [place, state] of STATES.entries()) {
        await page.evaluate((state) => (document.querySelector("county-chains").state = state), { ...start, ...state, chart });
        await frames(page);
        const pressed = PRESSED[place - STATES.length + PRESSED.length];
        if (pressed) await page.locator(`county-chains [data-action="${pressed}"][aria-expanded=false]`).click();
        await frames(page);
        const seen = await page.evaluate(() => {
          const root = document.querySelector("county-chains").shadowRoot;
          // Rows of a table are all alike.
          window.controls = [...root.querySelectorAll("button, input, select, summary")]
            .filter((node) => node.getClientRects().length && getComputedStyle(node).visibility !== "hidden" && !node.closest("tr:nth-child(n + 4)"));
          return window.controls.map((node) => [node.matches("select") ? "" : node.innerText, node.dataset.action ?? node.localName]);
        });
        const { result } = await session.send("Runtime.evaluate", { expression: "window.controls" });
        const { result: controls } = await session.send("Runtime.getProperties", { objectId: result.objectId, ownProperties: true });
        for (const [at, [text, action]] of seen.entries()) {
          const { nodes } = await session.send("Accessibility.getPartialAXTree", { objectId: controls.find(({ name }) => name === String(at)).value.objectId, fetchRelatives: false });
          const name = nodes[0]?.name?.value ?? "";
          const plain = (words) => words.toLowerCase().replace(/[\s\u200b]+/g, "");
          if (!name || !plain(name).includes(plain(text))) wrong.add(`${chart} ${action}: "${name}" and not "${text}"`);
        }
      }
    }
    assert.deepEqual([...wrong], []);
    silent(record);
  });
}

test("each button of a panel says what it does, and the panel is a group that follows its button", async (t) => {
  for (const lang of LANGUAGES) {
    const { page } = await drawn(t, `<county-chains lang="${lang}"></county-chains>`, { viewport: { width: 800, height: 900 } });
    for (const which of ["download", "share"]) {
      const opener = page.locator(`county-chains [data-action="panel:${which}"]`);
      assert.equal(await opener.getAttribute("aria-controls"), null);
      await opener.click();
      const panel = page.locator("county-chains .panel");
      await panel.waitFor();
      assert.equal(await opener.getAttribute("aria-controls"), await panel.getAttribute("id"));
      assert.equal(await panel.getAttribute("role"), "group");
      assert.equal(await panel.getAttribute("aria-label"), (await opener.innerText()).trim());
      const names = await panel.locator("button").allInnerTexts();
      assert.equal(new Set(names).size, names.length, `${names}`);
      await opener.focus();
      await page.keyboard.press("Tab");
      assert.equal(await focused(page), await panel.locator("button").first().getAttribute("data-action"), "the next stop is in the panel");
      await page.keyboard.press("Shift+Tab");
      assert.equal(await focused(page), `panel:${which}`);
      // Its box stands below all actions.
      const [below, bar] = await Promise.all([panel.boundingBox(), page.locator('county-chains [data-action="view:about"]').boundingBox()]);
      assert.ok(below.y >= bar.y + bar.height - 1, `${below.y} and ${bar.y + bar.height}`);
      await opener.click();
    }
  }
});

test("a search field has a label that stays while something is in it", async (t) => {
  for (const [lang, label] of [["en", "Search"], ["zh-Hans", "搜索"], ["zh-Hant", "搜索"]]) {
    const { page } = await drawn(t, `<county-chains lang="${lang}" chart="facts"></county-chains>`);
    const field = page.locator("county-chains input[type=search]");
    await field.fill("1");
    assert.ok(await page.locator("county-chains .search").getByText(label, { exact: true }).isVisible());
    assert.ok((await field.getAttribute("aria-label")).includes(label));
  }
});

test("arrows up and down on the row of tabs scroll the page and choose nothing", async (t) => {
  const { page } = await drawn(t, '<county-chains lang="en"></county-chains><div style="height:3000px"></div>', { viewport: { width: 800, height: 400 } });
  const tab = page.locator("county-chains [role=tab][aria-selected=true]");
  await tab.focus();
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => scrollY > 0);
  assert.equal(await focused(page), "chart:tiers");
  await page.keyboard.press("ArrowUp");
  await page.waitForFunction(() => scrollY === 0);
  assert.equal(await focused(page), "chart:tiers");
  await page.keyboard.press("ArrowRight");
  await frames(page);
  assert.equal(await focused(page), "chart:shares");
});

test("the widget is one figure, and the name of its data is heard once", async (t) => {
  const title = { en: "Fujian’s key county industrial chains", "zh-Hans": "福建县域重点产业链", "zh-Hant": "福建縣域重點產業鏈" };
  for (const lang of LANGUAGES) {
    const { page } = await drawn(t, `<county-chains lang="${lang}"></county-chains>`, { viewport: { width: 800, height: 900 } });
    const session = await page.context().newCDPSession(page);
    const heard = async () => (await session.send("Accessibility.getFullAXTree")).nodes.filter(({ ignored }) => !ignored);
    for (const chart of CHARTS) {
      for (const view of ["chart", "table"]) {
        await page.evaluate((state) => (document.querySelector("county-chains").state = state), { ...start, chart, view });
        await frames(page);
        const nodes = await heard();
        const figures = nodes.filter(({ role }) => role?.value === "figure");
        assert.deepEqual(figures.map(({ name }) => name.value), [title[lang]], `${chart} ${lang}`);
        const named = nodes.filter(({ role, name }) => name?.value?.includes(title[lang]) && !/RootWebArea|figure/.test(role.value) && /^(StaticText|button|toolbar|tabpanel|listbox|group)$/.test(role.value));
        // Headings may speak of it.
        const kicker = named.filter(({ name }) => name.value === title[lang] || name.value.startsWith(`${title[lang]}:`) || name.value.startsWith(`${title[lang]}：`));
        const headings = nodes.filter(({ role }) => role?.value === "heading").map(({ name }) => name.value);
        assert.deepEqual(kicker.map(({ name }) => name.value).filter((name) => !headings.some((heading) => heading.startsWith(name))), [], `${chart} ${view} ${lang}`);
      }
    }
  }
});

/** The words of each mark and its name, without gaps between words. */
const marks = (page) => page.evaluate(() => {
  const plain = (text) => text.toLowerCase().replace(/[\s\u200b]+/g, "");
  const { shadowRoot } = document.querySelector("county-chains");
  return [...shadowRoot.querySelectorAll(".chart [role=option]")].map((mark) => {
    const words = mark.nextElementSibling?.matches(".words") ? [...mark.nextElementSibling.querySelectorAll("text")] : [];
    return { name: mark.getAttribute("aria-label"), plain: plain(mark.getAttribute("aria-label")), words: words.map((text) => plain(text.textContent)) };
  });
});

for (const lang of LANGUAGES) {
  test(`names of marks hold what stands at the marks, with units, and no signs that say nothing to the ear (${lang})`, async (t) => {
    for (const width of [360, 800]) {
      const { page } = await drawn(t, `<county-chains lang="${lang}"></county-chains>`, { viewport: { width, height: 900 } });
      for (const chart of ["tiers", "market", "timeline", "six-ones"]) {
        await page.evaluate((chart) => (document.querySelector("county-chains").state = { chart }), chart);
        await frames(page);
        const lacking = [];
        for (const { name, plain, words } of await marks(page)) {
          assert.doesNotMatch(name, /[,，、：:]\s*$|undefined|\(\)|（）|→|•|[.。][,，、]/, name);
          // Two things are said otherwise: what we worked out, and on phones that a share of GDP is one of Fujian’s.
          const said = (word) => (word === "calculated" ? "ourcalculation" : word.replace("ofgdp", "offujian"));
          for (const word of words) if (!plain.includes(said(word))) lacking.push(`${name}: ${word}`);
        }
        assert.deepEqual(lacking, [], `${chart} at ${width}`);
      }
    }
  });
}
