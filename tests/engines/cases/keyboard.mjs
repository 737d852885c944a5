// A reader without a pointer, at a real keyboard.

import assert from "node:assert/strict";
import { between } from "../words.mjs";

/** Whether the ring of the focus can be seen at what has it. */
const ring = (page) => page.evaluate(() => {
  const root = document.querySelector("county-chains").shadowRoot;
  const active = root.activeElement;
  if (!active) return "nothing of the widget has the focus";
  if (active.dataset.key) return root.querySelectorAll(".focus[data-on]").length === 1 && getComputedStyle(root.querySelector(".focus[data-on]")).visibility;
  return ["", "::before", "::after"].some((part) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(active, part || null);
    // The browser’s own ring is thicker than it says.
    return outlineStyle === "auto" || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2);
  });
});

/** Presses Tab until the focus is at `to`; tells where it stopped, and whether its ring was seen everywhere. */
async function walk(page, key, to) {
  const stops = [];
  const unseen = [];
  for (let count = 0; count < 40; count++) {
    await page.press(key);
    const place = await page.focused();
    if (place === to) return { stops, unseen };
    stops.push(place);
    if (![true, "visible"].includes(await ring(page))) unseen.push(place);
  }
  throw new Error(`${key} does not come to ${to}: ${stops}`);
}

export default {
  async "Tab stops at picker, chips, chart and actions in that order, each time with a ring, and goes back the same way"({ open }) {
    const page = await open(between('chart="map" lang="en"'));
    await page.click("#before");
    const there = await walk(page, "Tab", "after");
    assert.deepEqual(there.unseen, []);
    assert.equal(there.stops[0], "chart:map");
    assert.deepEqual(there.stops.slice(1, 5), [1, 2, 3, 4].map((tier) => `toggle:${tier}`));
    assert.equal(there.stops.filter((place) => place.startsWith("county:")).length, 1, "the chart is one stop");
    assert.equal(there.stops[there.stops.length - 1], "view:table", "the actions are one stop");
    const back = await walk(page, "Shift+Tab", "before");
    assert.deepEqual(back.stops, [...there.stops].reverse());
    await page.press(...there.stops.map(() => "Tab"));
    const actions = [];
    for (let count = 0; count < 4; count++) {
      actions.push(await page.focused());
      assert.ok([true, "visible"].includes(await ring(page)), actions[count]);
      await page.press("ArrowRight");
    }
    assert.deepEqual(actions, ["view:table", "panel:download", "panel:share", "view:about"]);
    await page.silent();
  },

  async "arrow keys move over the marks, Enter chooses, Escape lets go"({ open }) {
    const page = await open(between('chart="map" lang="en"'));
    const county = () => page.evaluate(() => document.querySelector("county-chains").county);
    await page.evaluate(() => document.querySelector("county-chains").shadowRoot.querySelector("[data-key='county:350582']").focus());
    await page.press("ArrowLeft");
    const left = await page.focused();
    assert.match(left, /^county:(?!350582)/);
    assert.equal(await ring(page), "visible");
    await page.press("ArrowRight");
    assert.equal(await page.focused(), "county:350582");
    await page.press("Enter");
    await page.until(() => document.querySelector("county-chains").county === "350582");
    await page.press("Escape");
    assert.equal(await county(), null);
    assert.equal(await page.focused(), "county:350582");
    await page.press("Home");
    const first = await page.focused();
    await page.press("End");
    assert.notEqual(await page.focused(), first);
    await page.silent();
  },

  async "the space bar presses a chip, and arrow keys turn the tabs"({ open }) {
    const page = await open(between('chart="tiers" lang="en"'));
    await page.click("#before");
    await page.press("Tab", "Tab", " ");
    assert.deepEqual(await page.attributes("[data-tier='1']", "aria-pressed"), ["false"]);
    assert.equal(await page.focused(), "toggle:1");
    await page.press("Shift+Tab", "ArrowRight");
    assert.deepEqual(await page.attributes("[data-tiers]", "data-chart"), ["shares"]);
    assert.equal(await page.focused(), "chart:shares");
    await page.silent();
  },

  async "what is typed into the search finds facts, by letters of pinyin as well"({ open }) {
    const page = await open('<county-chains loading="eager" chart="facts" lang="en"></county-chains>');
    await page.click("input[type=search]");
    await page.press("j", "j", "s");
    await page.until(() => [...document.querySelector("county-chains").shadowRoot.querySelectorAll(".hits, article")].some(({ textContent }) => textContent.includes("Jinjiang")));
    assert.equal(await page.evaluate(() => document.querySelector("county-chains").shadowRoot.querySelector("input[type=search]").value), "jjs");
    await page.silent();
  },
};
