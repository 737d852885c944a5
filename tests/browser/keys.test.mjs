// Keys belong to one: what is typed into the widget, and what it has used, does not reach the shortcuts of the page.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { state } from "./element.mjs";
import { drawn, focused, frames, silent, test } from "./support.mjs";

const HOTKEYS = (page) => page.addInitScript(() => {
  window.heard = [];
  for (const type of ["keydown", "keypress", "keyup", "input", "paste"]) {
    document.addEventListener(type, (event) => {
      heard.push(`${type} ${event.key ?? ""}`.trim());
      if (["s", "/", " ", "Escape"].includes(event.key)) event.preventDefault();
    });
  }
});
const heard = (page) => page.evaluate(() => heard.splice(0));
const inside = (page, selector) => page.locator(`county-chains ${selector}`).first();

test("what is typed into the search stays there, and keys that it does not use go on", async (t) => {
  const { page, record } = await drawn(t, '<county-chains chart="facts" lang="en"></county-chains>', { before: HOTKEYS });
  const field = inside(page, "[type=search]");
  await field.click();
  await heard(page);
  await page.keyboard.type("s/ steel");
  for (const key of ["ArrowLeft", "Home", "End", "Backspace", "Control+a", "Control+c", "Control+v"]) await page.keyboard.press(key);
  await page.keyboard.press("ArrowRight");
  assert.equal(await field.inputValue(), "s/ stee");
  assert.deepEqual((await heard(page)).filter((line) => !line.endsWith(" Control")), []);
  for (const key of ["F2", "Control+k"]) await page.keyboard.press(key);
  assert.deepEqual((await heard(page)).filter((line) => line.startsWith("keydown")), ["keydown F2", "keydown Control", "keydown k"]);
  await page.keyboard.press("Tab");
  assert.ok((await heard(page)).includes("keydown Tab"));
  silent(record);
});

test("a letter in a list of choices chooses there and nowhere else", async (t) => {
  const { page } = await drawn(t, '<county-chains chart="tiers" lang="en"></county-chains>', { before: HOTKEYS, viewport: { width: 360, height: 800 } });
  await inside(page, "select").focus();
  await page.keyboard.press("s");
  await page.keyboard.press("ArrowDown");
  assert.deepEqual(await heard(page), []);
});

test("keys that marks, tabs, buttons and scrolled parts use end there, others go on", async (t) => {
  const { page, record } = await drawn(t, '<county-chains chart="map" lang="en"></county-chains>', { before: HOTKEYS });
  const press = async (selector, keys) => {
    for (const key of keys) {
      await inside(page, selector).focus();
      await page.keyboard.press(key);
      await frames(page);
    }
    return heard(page);
  };
  assert.deepEqual(await press("[data-key][tabindex='0']", ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "End", "Home", "Enter", " "]), []);
  assert.deepEqual(await press("[data-action='toggle:1']", ["Enter", " "]), []);
  assert.equal((await state(page)).tiers.length, 4, "both have been pressed");
  assert.deepEqual(await press("[role=tab][tabindex='0']", ["ArrowRight", "ArrowLeft", "End", "Home", " "]), []);
  await page.evaluate(() => Object.assign(document.querySelector("county-chains"), { chart: "map", view: "table" }));
  await frames(page);
  assert.deepEqual(await press(".scroll tbody button", ["ArrowDown", "ArrowRight", "PageDown", "End", " "]), []);
  const others = ["x", "/", "PageUp", "Control+s"];
  const gone = (await press("[data-action='toggle:1']", others)).filter((line) => line.startsWith("keydown"));
  assert.deepEqual(gone, ["keydown x", "keydown /", "keydown PageUp", "keydown Control", "keydown s"]);
  silent(record);
});

test("in slides of reveal.js the search can be used and arrows move one thing", async (t) => {
  const slides = (widget) => `<div class="reveal"><div class="slides"><section>${widget}</section><section>two</section></div></div>`;
  for (const [chart, work] of [
    ["facts", async (page) => {
      await inside(page, "[type=search]").focus();
      await page.keyboard.type("GDP growth bn");
      assert.equal(await inside(page, "[type=search]").inputValue(), "GDP growth bn");
    }],
    ["map", async (page) => {
      await inside(page, "[data-key][tabindex='0']").focus();
      const before = await focused(page);
      await page.keyboard.press("ArrowRight");
      assert.notEqual(await focused(page), before);
    }],
  ]) {
    const { page } = await drawn(t, slides(`<county-chains chart="${chart}" lang="en" loading="eager"></county-chains>`), { viewport: { width: 1000, height: 900 } });
    await page.addScriptTag({ path: fileURLToPath(new URL("./node_modules/reveal.js/dist/reveal.js", import.meta.url)) });
    await page.evaluate(() => Reveal.initialize({ transition: "none", hash: false }));
    await work(page);
    assert.deepEqual(await page.evaluate(() => [Reveal.getIndices().h, Reveal.isPaused(), Reveal.isOverview()]), [0, false, false], chart);
    await page.evaluate(() => document.querySelector("county-chains").blur());
  }
});

/* Escape */

for (const [around, isOpen] of [["dialog", "open"], ["div popover", "matches(':popover-open')"]]) {
  test(`Escape in a ${around} closes what is open in the widget, one thing at a time, and then the ${around}`, async (t) => {
    const html = `<${around} id="around" style="width:80%;height:80%;overflow:auto"><county-chains chart="map" county="350582" lang="en" loading="eager"></county-chains></${around.split(" ")[0]}>`;
    const { page } = await drawn(t, html, { before: async (page) => {
      await HOTKEYS(page);
      await page.addInitScript(() => addEventListener("DOMContentLoaded", () => {
        const around = document.getElementById("around");
        (around.showModal ?? around.showPopover).call(around);
      }));
    } });
    const open = () => page.evaluate(`document.getElementById("around").${isOpen}`);
    const escape = async () => {
      await page.keyboard.press("Escape");
      await frames(page);
      const { county, search, expanded } = await state(page);
      const panel = await page.locator("county-chains .panel").count();
      return [Boolean(county), panel, search ?? "", Boolean(expanded), (await heard(page)).length];
    };
    await inside(page, "[data-action='panel:download']").click();
    await frames(page);
    await heard(page);
    assert.deepEqual(await escape(), [true, 0, "", false, 0], "the panel, which opened last");
    await inside(page, "[data-action=clear]").focus();
    assert.deepEqual(await escape(), [false, 0, "", false, 0], "the card");
    assert.equal(await open(), true);

    await page.evaluate(() => (document.querySelector("county-chains").state = { chart: "facts", search: "GDP" }));
    await frames(page);
    await inside(page, "[type=search]").focus();
    assert.deepEqual(await escape(), [false, 0, "", false, 0], "what was looked for");
    assert.equal(await inside(page, "[type=search]").inputValue(), "");
    await page.evaluate(() => (document.querySelector("county-chains").state = { expanded: true }));
    await frames(page);
    await inside(page, "[role=tab][tabindex='0']").focus();
    assert.deepEqual(await escape(), [false, 0, "", false, 0], "the long list");
    assert.equal(await open(), true);
    await page.evaluate(() => document.addEventListener("keydown", (event) => event.stopImmediatePropagation(), true));
    await page.keyboard.press("Escape");
    assert.equal(await open(), false, "nothing was open any more");
  });
}

test("Escape with nothing open goes on to the page", async (t) => {
  const { page } = await drawn(t, '<county-chains chart="map" lang="en"></county-chains>', { before: HOTKEYS });
  for (const selector of ["[data-key][tabindex='0']", "[role=tab][tabindex='0']", "[data-action='toggle:1']"]) {
    await inside(page, selector).focus();
    await page.keyboard.press("Escape");
    assert.deepEqual(await heard(page), ["keydown Escape", "keyup Escape"], selector);
  }
});
