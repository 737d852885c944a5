// The widget without a mouse: where Tab stops, what keys do, where the focus stays, what is said.

import assert from "node:assert/strict";
import { golden } from "../goldens.mjs";
import { CHARTS, PICTURED, compare, drawn, focused, frames, pause, set, shown, silent, stops, test, THEMES, UNFILTERED } from "./support.mjs";

/** A widget between two buttons of the host. */
const between = (attributes) => `<button id="before">before</button><county-chains ${attributes}></county-chains><button id="after">after</button>`;
const WIDE = { viewport: { width: 800, height: 900 } };
const NARROW = { viewport: { width: 360, height: 800 } };
/** Keys of marks. */
const OF_MARKS = new RegExp(`^(tier|county|${PICTURED.join("|")}):`);

const control = (page, action) => page.locator(`county-chains [data-action="${action}"]`);
const mark = (page, key) => page.locator(`county-chains [data-key="${key}"]`);

/* Tab stops */

for (const [size, options] of [["wide", WIDE], ["narrow", NARROW]]) {
  for (const chart of PICTURED) {
    test(`Tab stops once at the ${size} ${chart} chart and once at each control, in the order of the eye, and goes back the same way`, async (t) => {
      const { page, record } = await drawn(t, between(`chart="${chart}" lang="en"`), options);
      const places = await stops(page);
      const keys = places.filter((place) => OF_MARKS.test(place));
      assert.equal(keys.length, 1, `one stop for the chart: ${places}`);
      assert.equal(places[0], `chart:${chart}`, "the picker comes first");
      assert.equal(places.filter((place) => place.startsWith("chart:")).length, 1, "the picker is one stop");
      if (!UNFILTERED.includes(chart)) assert.deepEqual(places.slice(1, 5), [1, 2, 3, 4].map((tier) => `toggle:${tier}`));
      assert.equal(places.at(-1), "view:table");
      assert.equal(places.filter((place) => /^(view|panel):/.test(place)).length, 1, "the actions are one stop");
      assert.equal(new Set(places).size, places.length, "no place twice");
      assert.deepEqual(await stops(page, "Shift+Tab", "after", "before"), [...places].reverse());

      const tops = await page.evaluate((places) => places.map((place) => {
        const root = document.querySelector("county-chains").shadowRoot;
        const { top, bottom } = root.querySelector(`[data-action="${place}"], [data-key="${place}"]`).getBoundingClientRect();
        return [top, bottom];
      }), places);
      for (const [index, [top]] of tops.entries()) {
        if (index > 0) assert.ok(tops[index - 1][0] < top + 24, `${places[index - 1]} stands below ${places[index]}`);
      }
      silent(record);
    });
  }
}

test("no control that a reader can see is left out of the Tab order", async (t) => {
  const { page } = await drawn(t, between('chart="tiers" tiers="1" lang="en"'), WIDE);
  await control(page, "panel:share").click();
  const places = await stops(page);
  const visible = await page.evaluate(() => [...document.querySelector("county-chains").shadowRoot.querySelectorAll("button:not([role=tab]), select, summary")]
    .filter((node) => node.checkVisibility() && !node.disabled)
    .map((node) => node.dataset.action ?? node.localName));
  // What is no stop itself stands in a group that is one.
  const groups = await page.evaluate(() => [...document.querySelector("county-chains").shadowRoot.querySelectorAll("[data-arrows]")]
    .map((group) => [...group.querySelectorAll("button")].map(({ dataset }) => dataset.action)));
  const reached = groups.filter((group) => group.some((place) => places.includes(place))).flat();
  assert.deepEqual(visible.filter((place) => !places.includes(place) && !reached.includes(place)), []);
  assert.ok(places.includes("reset"));
  await page.evaluate(() => (document.querySelector("county-chains").tiers = null));
  await frames(page);
  assert.ok(!(await stops(page)).includes("reset"), "there is no filter to take back");
  // What is to be read needs no stop, as long as all of it is in sight.
  const cut = await page.evaluate(() => [...document.querySelector("county-chains").shadowRoot.querySelectorAll("pre")]
    .filter((node) => node.scrollWidth > node.clientWidth || node.scrollHeight > node.clientHeight || node.tabIndex === 0).length);
  assert.equal(cut, 0);
});

test("the table that scrolls sideways is scrolled by keys from the stop in it, and has a name", async (t) => {
  const { page } = await drawn(t, between('chart="tiers" view="table" lang="en"'), { viewport: { width: 600, height: 800 } });
  assert.deepEqual((await stops(page)).slice(-2), ["save:csv-all", "sort:1"]);
  const region = page.locator("county-chains [part=table]");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(page), "source:tier:1");
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.querySelector("county-chains").shadowRoot.querySelector("[part=table]").scrollLeft > 0);
  assert.ok((await region.getAttribute("aria-label")).length > 5);
});

/* Inside the chart */

/** The marks with their middles, in the order of the page. */
const marks = (page) => page.evaluate(() => [...document.querySelector("county-chains").shadowRoot.querySelectorAll("[data-key]")].map((node) => {
  const { x, y, width, height } = node.querySelector(".hit").getBoundingClientRect();
  return { key: node.dataset.key, x: x + width / 2, y: y + height / 2 };
}));

test("arrow keys move over the map in the direction they point, Home and End to its ends", async (t) => {
  const { page, record } = await drawn(t, between('chart="map" lang="en"'), WIDE);
  const all = await marks(page);
  let current;
  const press = async (key) => {
    await page.keyboard.press(key);
    current = await focused(page);
    return all.find((place) => place.key === current);
  };
  const inside = "county:350524";
  const start = all.find(({ key }) => key === inside);
  for (const [key, back, axis, sign] of [["ArrowRight", "ArrowLeft", "x", 1], ["ArrowLeft", "ArrowRight", "x", -1], ["ArrowDown", "ArrowUp", "y", 1], ["ArrowUp", "ArrowDown", "y", -1]]) {
    await mark(page, inside).focus();
    const there = await press(key);
    assert.ok((there[axis] - start[axis]) * sign > 5, `${key} leads from ${start.key} to ${there.key}`);
    const other = axis === "x" ? "y" : "x";
    assert.ok(Math.abs(there[other] - start[other]) < 2, `${key} goes aside`);
    assert.equal((await press(back)).key, start.key, `${back} leads back`);
  }
  await press("Home");
  assert.equal(current, all[0].key);
  await press("End");
  assert.equal(current, all.at(-1).key);
  silent(record);
});

for (const chart of PICTURED) {
  test(`each arrow key alone leads to all marks of the ${chart} chart, in an order that the other one undoes`, async (t) => {
    const { page, record } = await drawn(t, between(`chart="${chart}" lang="zh-Hans"`), WIDE);
    const order = (await marks(page)).map(({ key }) => key);
    await mark(page, order[0]).focus();
    for (const [on, back] of [["ArrowRight", "ArrowLeft"], ["ArrowDown", "ArrowUp"]]) {
      const walked = [];
      for (let step = 0; step < order.length; step++) {
        walked.push(await focused(page));
        await page.keyboard.press(on);
      }
      assert.equal(await focused(page), order[0], `${on} comes round`);
      if (on === "ArrowRight") assert.deepEqual(walked, order, "in reading order");
      else assert.deepEqual([...walked].sort(), [...order].sort());
      await page.keyboard.press(back);
      assert.equal(await focused(page), walked.at(-1), `${back} goes back`);
      await page.keyboard.press(on);
    }
    silent(record);
  });
}

test("Page Down and Page Up lead from group to group", async (t) => {
  for (const [chart, lands] of [
    ["map", ["350782", "350921", "350430", "350181"]],
    ["shares", ["tier:1:counties", "tier:1:chains", "tier:1:gdp"]],
    ["clusters", ["clusters:national-advanced:1", "clusters:national-sme:1", "clusters:provincial-sme:1", "clusters:coverage"]],
  ]) {
    const { page } = await drawn(t, between(`chart="${chart}" lang="en"`), WIDE);
    const all = await page.evaluate(() => [...document.querySelector("county-chains").shadowRoot.querySelectorAll("[data-key]")].map(({ dataset }) => [dataset.key, dataset.group]));
    const firsts = all.filter(([, group], index) => all.findIndex(([, other]) => other === group) === index).map(([key]) => key);
    assert.ok(firsts.length >= lands.length, chart);
    await mark(page, firsts[0]).focus();
    for (const key of [...firsts.slice(1), firsts[0]]) {
      await page.keyboard.press("PageDown");
      assert.equal(await focused(page), key, chart);
    }
    await page.keyboard.press("PageUp");
    assert.equal(await focused(page), firsts.at(-1), chart);
  }
});

test("letters lead to names, in Latin letters in any language", async (t) => {
  for (const lang of ["en", "zh-Hans", "zh-Hant"]) {
    const { page, record } = await drawn(t, between(`chart="map" lang="${lang}"`), WIDE);
    await page.locator('county-chains [data-key][tabindex="0"]').focus();
    for (const letter of "jinj") await page.keyboard.press(letter);
    assert.equal(await focused(page), "county:350582", lang);
    await page.keyboard.press("Enter");
    await frames(page);
    assert.equal(await page.evaluate(() => document.querySelector("county-chains").county), "350582", lang);
    assert.ok(await page.locator("county-chains [part=card] blockquote").first().textContent());
    await page.keyboard.press("Escape");
    await frames(page);
    assert.equal(await focused(page), "county:350582", "back at the same place");
    // After a pause a new word begins. The same letter again leads on.
    await pause(page, 1100);
    const visited = new Set();
    for (let count = 0; count < 3; count++) {
      await page.keyboard.press("x");
      visited.add(await focused(page));
    }
    assert.equal(visited.size, 3, lang);
    silent(record);
  }
});

test("a mark of a chart that filters is chosen as long as its tier alone is kept, and Escape takes that back", async (t) => {
  for (const [chart, key, own] of [["tiers", "tier:2", 1], ["shares", "tier:2:gdp", 3]]) {
    const { page } = await drawn(t, between(`chart="${chart}" lang="en"`), WIDE);
    const chosen = () => page.locator("county-chains [role=option][aria-selected=true]").evaluateAll((marks) => marks.map(({ dataset }) => dataset.key));
    assert.deepEqual(await chosen(), []);
    await mark(page, key).focus();
    await page.keyboard.press("Enter");
    await frames(page);
    assert.equal((await shown(page)).tiers, "2");
    assert.equal((await chosen()).length, own);
    assert.ok((await chosen()).every((one) => one.startsWith("tier:2")));
    assert.equal(await page.locator("county-chains [role=listbox]").getAttribute("aria-multiselectable"), own > 1 ? "true" : null);
    await page.keyboard.press("Escape");
    await frames(page);
    assert.equal((await shown(page)).tiers, "1 2 3 4");
    assert.equal(await focused(page), key);
    await page.evaluate(() => (document.querySelector("county-chains").tiers = "3"));
    await frames(page);
    assert.ok((await chosen()).every((one) => one.startsWith("tier:3")), "set by the page");
  }
});

test("names of marks say what the filter does to them", async (t) => {
  for (const [chart, kept, dimmed] of [["map", "county:350582", "county:350823"], ["shares", "tier:1:gdp", "tier:4:gdp"]]) {
    const { page } = await drawn(t, between(`chart="${chart}" tiers="1" lang="en"`), WIDE);
    const name = (key) => mark(page, key).getAttribute("aria-label");
    assert.doesNotMatch(await name(kept), /filter/);
    assert.match(await name(dimmed), /, outside the filter$/);
  }
});

test("who comes by keys reads how to use them, others what a choice does", async (t) => {
  const { page } = await drawn(t, between('chart="tiers" lang="en"'), WIDE);
  const hint = page.locator("county-chains .hint");
  const keys = await page.locator("county-chains [role=listbox]").evaluate((node) => node.getRootNode().getElementById(node.getAttribute("aria-describedby")).textContent);
  assert.match(keys, /Arrow keys .* Escape/);
  assert.equal(await hint.innerText(), "Select a bar to filter by it.");
  await mark(page, "tier:1").click();
  await frames(page);
  assert.equal(await hint.innerText(), "Select a bar to filter by it.", "by pointer");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  assert.equal(await hint.innerText(), keys);
  await page.keyboard.press("Tab");
  assert.equal(await hint.innerText(), "Select a bar to filter by it.");
});

test("tiles that say the same are heard once, are listed on demand, and can all be reached", async (t) => {
  const { page, record } = await drawn(t, between('chart="map" lang="en"'), WIDE);
  const hidden = page.locator("county-chains [data-key][aria-hidden=true]");
  assert.equal(await hidden.count(), 60);
  const more = page.locator("county-chains [part=chart] [data-action=expand]");
  assert.equal(await more.innerText(), "List the 68 counties: tier not in the article");
  await more.press("Enter");
  await frames(page);
  assert.equal(await more.getAttribute("aria-expanded"), "true");
  const listed = page.locator('county-chains [data-action^="source:county:"]');
  assert.equal(await listed.count(), 68);
  assert.equal(await listed.evaluateAll((buttons) => buttons.filter(({ tabIndex }) => tabIndex === 0).length), 1, "one stop");
  await listed.nth(3).press("Enter");
  await frames(page);
  const code = (await listed.nth(3).getAttribute("data-action")).split(":").pop();
  assert.equal(await page.evaluate(() => document.querySelector("county-chains").county), code);
  assert.equal(await mark(page, `county:${code}`).getAttribute("aria-hidden"), null, "what is chosen is heard");
  assert.equal(await mark(page, `county:${code}`).getAttribute("aria-selected"), "true");
  // What the keys lead to is heard as well.
  const first = await hidden.first().getAttribute("data-key");
  await page.locator('county-chains [data-key][tabindex="0"]').focus();
  await page.keyboard.press("Home");
  for (let step = 0; step < 84 && (await focused(page)) !== first; step++) await page.keyboard.press("ArrowRight");
  assert.equal(await focused(page), first);
  assert.equal(await mark(page, first).getAttribute("aria-hidden"), null);
  silent(record);
});

test("no view of a chart has more than twelve stops", async (t) => {
  for (const lang of ["en", "zh-Hans"]) {
    for (const chart of CHARTS) {
      const { page } = await drawn(t, between(`chart="${chart}" lang="${lang}"`), WIDE);
      const places = await stops(page);
      assert.ok(places.length <= 12, `${chart} (${lang}): ${places.join(", ")}`);
      await page.context().close();
    }
  }
});

/** The keys of the marks of a chart, as its golden picture has them. */
async function goldenMarks(chart) {
  const keys = [...(await golden(`${chart}-en-light`)).matchAll(/ data-key="([^"]+)"/g)].map(([, key]) => key);
  assert.ok(keys.length > 3, `the golden of ${chart} has only ${keys.length} marks`);
  return keys;
}

for (const chart of PICTURED) {
  test(`every mark of the ${chart} chart can be reached with arrow keys`, async (t) => {
    const { page, record } = await drawn(t, between(`chart="${chart}" lang="en"`), WIDE);
    const lost = await page.evaluate(() => {
      const root = document.querySelector("county-chains").shadowRoot;
      const all = [...root.querySelectorAll("[data-key]")].map(({ dataset }) => dataset.key);
      const reached = new Set([all[0]]);
      for (const key of reached) {
        for (const arrow of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) {
          const node = root.querySelector(`[data-key="${key}"]`);
          node.focus();
          node.dispatchEvent(new KeyboardEvent("keydown", { key: arrow, bubbles: true, composed: true, cancelable: true }));
          reached.add(root.activeElement.dataset.key);
        }
      }
      return { lost: all.filter((key) => !reached.has(key)), all, twice: all.length - new Set(all).size };
    });
    assert.deepEqual(lost.lost, []);
    assert.equal(lost.twice, 0, "no key stands twice");
    assert.deepEqual(lost.all, await goldenMarks(chart), "the marks are those of the golden picture");
    silent(record);
  });
}

test("Enter and Space select a tile, the same again or Escape clears it, and the focus stays", async (t) => {
  // High enough for the card, which would be scrolled to, on a page that could be scrolled.
  const html = `${between('chart="map" lang="en"')}<div style="height: 3000px"></div>`;
  const { page, record } = await drawn(t, html, { viewport: { width: 1200, height: 1600 } });
  const county = () => page.evaluate(() => document.querySelector("county-chains").county);
  const key = "county:350582";
  await mark(page, key).focus();
  for (const [pressed, selected] of [["Enter", "350582"], ["Enter", null], ["Space", "350582"], ["Escape", null], ["Escape", null]]) {
    await page.keyboard.press(pressed);
    await frames(page);
    assert.equal(await county(), selected, pressed);
    assert.equal(await focused(page), key, pressed);
    assert.equal(await mark(page, key).getAttribute("aria-selected"), String(selected !== null));
    assert.equal(await page.locator("county-chains [part=card][data-county]").count(), selected ? 1 : 0);
  }
  assert.equal(await page.evaluate(() => scrollY), 0, "Space does not scroll the page");
  silent(record);
});

test("Enter on a tier's bar filters by it, and again shows all", async (t) => {
  const { page } = await drawn(t, between('chart="tiers" lang="en"'), WIDE);
  await mark(page, "tier:2").focus();
  for (const tiers of ["2", "1 2 3 4"]) {
    await page.keyboard.press("Enter");
    await frames(page);
    assert.equal((await shown(page)).tiers, tiers);
    assert.equal(await focused(page), "tier:2");
  }
});

test("what a key does a click does too", async (t) => {
  const { page } = await drawn(t, between('chart="six-ones" lang="en"'), WIDE);
  const seen = () => page.evaluate(() => document.querySelector("county-chains").shadowRoot.querySelector("[part=card]")?.textContent ?? "");
  await mark(page, "six-ones:fund").or(page.locator('county-chains [data-key*="fund"]')).first().click();
  await frames(page);
  const clicked = await seen();
  assert.ok(clicked.length > 20);
  await page.keyboard.press("Escape");
  await frames(page);
  assert.equal(await seen(), "");
  await page.keyboard.press("Enter");
  await frames(page);
  assert.equal(await seen(), clicked);
});

test("closing the card brings the focus back to its tile", async (t) => {
  const { page, record } = await drawn(t, between('chart="map" lang="en"'), WIDE);
  for (const close of ["button", "Escape"]) {
    await mark(page, "county:350582").focus();
    await page.keyboard.press("Enter");
    await frames(page);
    const card = page.locator("county-chains [part=card]");
    if (close === "button") await card.locator("button").focus();
    else await card.locator("summary").focus();
    await page.keyboard.press(close === "button" ? "Enter" : "Escape");
    await frames(page);
    assert.equal(await page.locator("county-chains [part=card][data-county]").count(), 0);
    assert.equal(await focused(page), "county:350582", close);
  }
  silent(record);
});

/* The controls */

test("arrow keys move along the tabs and choose, around the ends as well", async (t) => {
  const { page, record } = await drawn(t, between('chart="tiers" lang="en"'), WIDE);
  await page.locator('county-chains [role=tab][data-chart="tiers"]').focus();
  for (const [key, chart] of [["ArrowRight", "shares"], ["ArrowRight", "six-ones"], ["End", "facts"], ["ArrowRight", "tiers"], ["ArrowLeft", "facts"], ["Home", "tiers"]]) {
    await page.keyboard.press(key);
    await frames(page);
    assert.equal((await shown(page)).chart, chart, key);
    assert.equal(await focused(page), `chart:${chart}`, key);
    const selected = await page.locator("county-chains [role=tab][aria-selected=true]").evaluateAll((tabs) => tabs.map(({ dataset, tabIndex }) => [dataset.chart, tabIndex]));
    assert.deepEqual(selected, [[chart, 0]]);
  }
  silent(record);
});

test("chips answer to Space and to Enter and keep the focus", async (t) => {
  const { page, record } = await drawn(t, between('chart="map" lang="en"'), WIDE);
  await page.locator('county-chains [data-tier="2"]').focus();
  for (const [key, pressed] of [["Space", "false"], ["Enter", "true"], ["Enter", "false"], ["Space", "true"]]) {
    await page.keyboard.press(key);
    await frames(page);
    assert.equal(await page.locator('county-chains [data-tier="2"]').getAttribute("aria-pressed"), pressed);
    assert.equal(await focused(page), "toggle:2");
  }
  silent(record);
});

test("all and none can be reached with the keyboard, and none says how to come back", async (t) => {
  for (const chart of ["tiers", "shares", "map"]) {
    const { page, record } = await drawn(t, between(`chart="${chart}" lang="en"`), WIDE);
    for (const tier of [1, 2, 3, 4]) {
      await page.locator(`county-chains [data-tier="${tier}"]`).focus();
      await page.keyboard.press("Space");
      await frames(page);
    }
    assert.match(await page.locator("county-chains [data-tiers]").innerText(), /No tier selected/, chart);
    const again = page.locator("county-chains [part=chart] [data-action=reset]");
    await again.focus();
    await page.keyboard.press("Enter");
    await frames(page);
    assert.equal((await shown(page)).tiers, "1 2 3 4", chart);
    assert.notEqual(await focused(page), null, "the focus is not lost with the button");
    silent(record);
  }
});

test("the native select of a narrow widget works with the keyboard and keeps the focus", async (t) => {
  const { page, record } = await drawn(t, between('chart="tiers" lang="en"'), NARROW);
  await page.locator("county-chains select").focus();
  await page.keyboard.press("ArrowDown");
  await frames(page);
  assert.equal(await page.evaluate(() => document.querySelector("county-chains").indicator), "counties");
  assert.equal(await focused(page), "indicator");
  silent(record);
});

for (const action of ["view:table", "view:about", "panel:download", "panel:share"]) {
  test(`the button ${action} keeps the focus when it opens and closes`, async (t) => {
    const { page, record } = await drawn(t, between('lang="en"'), WIDE);
    for (const chart of PICTURED) {
      await set(page, { chart });
      await control(page, action).focus();
      for (const pressed of ["true", "false"]) {
        await page.keyboard.press("Enter");
        await frames(page);
        const open = action.startsWith("panel:") ? "aria-expanded" : "aria-pressed";
        assert.equal(await control(page, action).getAttribute(open), pressed, chart);
        assert.equal(await focused(page), action, chart);
      }
    }
    silent(record);
  });
}

/* Focus and redraw */

test("the focus on a mark survives every redraw, and its position with it", async (t) => {
  const { page, record } = await drawn(t, `<div id="box">${between('chart="map" lang="en"')}</div>`, { viewport: { width: 1200, height: 900 } });
  await mark(page, "county:350582").focus();
  for (const change of [{ lang: "zh-Hant" }, { lang: "en" }, { theme: "dark" }, { tiers: "1 2" }, { tiers: "none" }, { tiers: null }, { county: "350212" }, { heading: "Mine" }, { controls: "filter" }, { controls: null }]) {
    await set(page, change);
    assert.equal(await focused(page), "county:350582", JSON.stringify(change));
  }
  for (const width of [1000, 600, 360, 280, 760]) {
    await page.evaluate((width) => (document.getElementById("box").style.width = `${width}px`), width);
    await frames(page);
    await frames(page);
    assert.equal(await focused(page), "county:350582", `${width} px`);
  }
  await page.keyboard.press("ArrowLeft");
  assert.match(await focused(page), /^county:(?!350582)/);
  silent(record);
});

test("the focus on a control survives a change of language, theme, chart and width", async (t) => {
  for (const action of ["toggle:3", "chart:tiers", "view:table", "panel:share"]) {
    const { page, record } = await drawn(t, `<div id="box">${between('chart="tiers" lang="en"')}</div>`, { viewport: { width: 1200, height: 900 } });
    await control(page, action).focus();
    for (const change of [{ lang: "zh-Hans" }, { theme: "dark" }, { chart: "map" }, { tiers: "3" }, { chart: "tiers" }, { view: "table" }, { view: "chart" }]) {
      await set(page, change);
      assert.equal(await focused(page), action, JSON.stringify(change));
    }
    for (const width of [360, 560, 1100]) {
      await page.evaluate((width) => (document.getElementById("box").style.width = `${width}px`), width);
      await frames(page);
      await frames(page);
      assert.equal(await focused(page), action, `${width} px`);
    }
    silent(record);
  }
});

test("Tab comes back to the mark where the reader was", async (t) => {
  const { page } = await drawn(t, between('chart="map" lang="en"'), WIDE);
  await mark(page, "county:350582").focus();
  await page.keyboard.press("ArrowLeft");
  const place = await focused(page);
  await page.keyboard.press("Shift+Tab");
  assert.notEqual(await focused(page), place);
  await set(page, { lang: "zh-Hans" });
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), place);
});

/* What is not ours */

test("keys typed elsewhere on the page stay the page's, and keys with modifiers stay the browser's", async (t) => {
  const { page, record } = await drawn(t, `<input id="field"><textarea id="long"></textarea>${between('chart="map" lang="en"')}`, WIDE);
  await page.evaluate(() => {
    window.prevented = [];
    addEventListener("keydown", (event) => event.defaultPrevented && window.prevented.push(event.key));
  });
  const state = () => page.evaluate(() => JSON.stringify(document.querySelector("county-chains").state));
  const before = await state();
  for (const field of ["field", "long"]) {
    await page.focus(`#${field}`);
    await page.keyboard.type("o?h1234/nesw ");
    for (const key of ["ArrowLeft", "Home", "End", "Enter", "Escape", "Space"]) await page.keyboard.press(key);
    assert.match(await page.inputValue(`#${field}`), /o\?h1234\/nesw/);
  }
  assert.deepEqual(await page.evaluate(() => window.prevented), []);
  assert.equal(await state(), before);
  await mark(page, "county:350582").focus();
  await page.keyboard.type("o?h1234/nesw");
  for (const key of ["Alt+ArrowUp", "Control+Home", "Meta+Enter", "PageDown", "F6"]) await page.keyboard.press(key);
  assert.deepEqual(await page.evaluate(() => window.prevented), []);
  assert.equal(await state(), before);
  silent(record);
});

test("a widget that has gone leaves no listener on document, window or media", async (t) => {
  const before = (page) => page.addInitScript(() => {
    window.kept = [];
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (type, listener, ...rest) {
      const target = this ?? window;
      const where = target === window ? "window" : target === document ? "document" : target instanceof MediaQueryList ? "media" : null;
      // The tests listen as well.
      if (where && new Error().stack.includes("county-chains.js")) window.kept.push({ target, name: `${where} ${type}`, listener });
      return addEventListener.call(target, type, listener, ...rest);
    };
    EventTarget.prototype.removeEventListener = function (type, listener, ...rest) {
      const target = this ?? window;
      const at = window.kept.findIndex((kept) => kept.target === target && kept.name.endsWith(` ${type}`) && kept.listener === listener);
      if (at >= 0) window.kept.splice(at, 1);
      return removeEventListener.call(target, type, listener, ...rest);
    };
  });
  const kept = () => page.evaluate(() => window.kept.map(({ name }) => name));
  const { page } = await drawn(t, PICTURED.map((chart) => `<county-chains chart="${chart}" loading="eager"></county-chains>`).join(""), { before });
  await page.locator('county-chains >> nth=3 >> [data-key="county:350582"]').click();
  // While parts for the card are loading, the loader listens for policies that refuse them.
  await frames(page);
  const during = await kept();
  assert.ok(during.length >= 4, "the count counts");
  const allowed = ["media change", "window beforeprint", "window afterprint"];
  assert.deepEqual(during.filter((name) => !allowed.includes(name)), [], "no input outside the widget is listened to");
  await page.evaluate(() => document.querySelectorAll("county-chains").forEach((element) => element.remove()));
  assert.deepEqual(await kept(), []);
});

test("the page's own wheel and touch scrolling are left alone", async (t) => {
  const { page } = await drawn(t, between('chart="map" lang="en"'), WIDE);
  const taken = await page.evaluate(() => {
    const svg = document.querySelector("county-chains").shadowRoot.querySelector("[part=chart] svg");
    return ["wheel", "touchstart", "touchmove"].filter((type) => !svg.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true })));
  });
  assert.deepEqual(taken, []);
  await page.locator('county-chains [data-key="county:350582"]').hover();
  await page.mouse.wheel(0, 200);
  await page.waitForFunction(() => scrollY > 0);
});

test("a press that slides off a control does nothing", async (t) => {
  const { page } = await drawn(t, between('chart="map" lang="en"'), WIDE);
  for (const target of ['[data-tier="1"]', '[data-key="county:350582"]', '[role=tab][data-chart="tiers"]']) {
    const box = await page.locator(`county-chains ${target}`).first().boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(790, 5);
    await page.mouse.up();
    await frames(page);
  }
  const { chart, tiers } = await shown(page);
  assert.deepEqual([chart, tiers, await page.evaluate(() => document.querySelector("county-chains").county)], ["map", "1 2 3 4", null]);
});

/* The ring */

for (const theme of THEMES) {
  test(`the focus is plain to see on every kind of control and mark (${theme})`, async (t) => {
    const { page } = await drawn(t, `<style>body{margin:0;background:${theme === "dark" ? "#111" : "#fff"}}</style>${between(`chart="map" lang="en" theme="${theme}"`)}`, {
      viewport: { width: 800, height: 1100 }, reducedMotion: "reduce",
    });
    const places = [
      ["map", '[data-key="county:350582"]', "a tile with a tier"], ["map", '[data-key="county:350527"]', "Kinmen"], ["map", '[data-key="county:350782"]', "a grey tile"],
      ["map", '[data-tier="1"]', "a chip"], ["map", '[role=tab][data-chart="map"]', "a tab"], ["map", '[data-action="view:table"]', "an action"],
      ["tiers", '[data-key="tier:1"]', "a bar"], ["tiers", '[data-action="indicator:chains"]', "a pill"], ["tiers", '[data-action="indicator:gdp"]', "the pressed pill"],
      ["shares", "[data-key]", "a share"], ["six-ones", "[data-key]", "a row"], ["tiers", ".reset", "reset"],
    ];
    const weak = [];
    for (const [chart, selector, name] of places) {
      await set(page, { chart });
      const target = page.locator(`county-chains ${selector}`).first();
      await page.focus("#before");
      await target.scrollIntoViewIfNeeded();
      const whole = await page.screenshot();
      // Keyboard focus: the last thing that the reader did was to press a key.
      await page.keyboard.press("Shift");
      await target.evaluate((node) => node.focus({ preventScroll: true }));
      await frames(page);
      const after = await page.screenshot();
      const box = await target.evaluate((node) => {
        const { width, height } = (node.querySelector(".hit") ?? node).getBoundingClientRect();
        return { width, height };
      });
      const { changed, strong } = await compare(whole, after, 3);
      const around = 2 * (box.width + box.height);
      if (strong < around || changed < 1.8 * around) weak.push(`${name}: of ${changed} px ${strong} change by 3:1, around it are ${Math.round(around)}`);
    }
    assert.deepEqual(weak, []);
  });
}

test("a mouse leaves no focus ring behind", async (t) => {
  const { page } = await drawn(t, between('chart="map" lang="en"'), WIDE);
  await page.locator('county-chains [data-key="county:350582"]').click();
  assert.equal(await page.locator("county-chains g.focus[data-on]").count(), 0);
  await page.keyboard.press("ArrowLeft");
  assert.equal(await page.locator("county-chains g.focus[data-on]").count(), 1);
});

/* What is said */

/** Collects what the live region says in `window.said`. */
const listen = (page) => page.evaluate(() => {
  window.said = [];
  const region = document.querySelector("county-chains").shadowRoot.querySelector("[role=status]");
  new MutationObserver(() => region.textContent && window.said.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
});

test("of twenty quick changes few are said, the last one is true, and it is cleared", async (t) => {
  const { page, record } = await drawn(t, between('chart="map" lang="en"'), WIDE);
  await listen(page);
  for (let count = 0; count < 20; count++) {
    await page.evaluate((tier) => document.querySelector("county-chains").shadowRoot.querySelector(`[data-tier="${tier}"]`).click(), count === 19 ? 1 : (count % 4) + 1);
    await pause(page, 20);
  }
  await page.waitForFunction(() => window.said.length > 0);
  await pause(page, 700);
  const said = await page.evaluate(() => window.said);
  assert.ok(said.length <= 3, `${said.length} messages`);
  const [, named] = said.at(-1).match(/^Tiers? (.*?) selected:/);
  assert.deepEqual(named.match(/[1-4]/g), (await shown(page)).tiers.split(" "), said.at(-1));
  await page.waitForFunction(() => document.querySelector("county-chains").shadowRoot.querySelector("[role=status]").textContent === "");
  silent(record);
});

test("changes of filter, chart and language are said politely, in the widget's language", async (t) => {
  const { page } = await drawn(t, between('chart="tiers" lang="en"'), WIDE);
  await listen(page);
  const next = async (what) => {
    await page.waitForFunction(() => window.said.length > 0).catch(() => assert.fail(`nothing is said of ${what}`));
    return page.evaluate(() => window.said.splice(0).at(-1));
  };
  const region = await page.evaluate(() => {
    const { role, ariaLive, localName } = document.querySelector("county-chains").shadowRoot.querySelector("[role=status]");
    return [role, ariaLive, localName];
  });
  assert.deepEqual(region.slice(0, 2), ["status", "polite"]);
  await page.locator('county-chains [data-tier="1"]').click();
  assert.match(await next("a chip"), /^Tiers 2, 3 and 4 selected: 76 counties/);
  await page.locator("county-chains [data-action=reset]").first().click();
  assert.match(await next("reset"), /all|four/i);
  await set(page, { tiers: "none" });
  assert.match(await next("an empty selection"), /No tier/);
  await set(page, { tiers: null, lang: "zh-Hans" });
  assert.match(await next("the language"), /[\u4e00-\u9fff]/);
  const lang = await page.evaluate(() => document.querySelector("county-chains").shadowRoot.querySelector("[role=status]").closest("[lang]")?.lang ?? "none of the widget");
  assert.equal(lang, "zh-Hans", "the region names its language");
});

test("a change of chart and a selected county are said as well", async (t) => {
  const { page } = await drawn(t, between('chart="tiers" lang="en"'), WIDE);
  await listen(page);
  await page.locator('county-chains [role=tab][data-chart="map"]').click();
  await page.waitForFunction(() => window.said.length > 0).catch(() => assert.fail("nothing is said of the new chart"));
});

test("how to operate the chart is said where it is entered", async (t) => {
  const { page } = await drawn(t, between('chart="map" lang="en"'), WIDE);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const hints = nodes.map(({ description }) => description?.value ?? "").filter((text) => /Arrow keys/.test(text));
  assert.ok(hints.length >= 1, "the browser exposes the hint");
});
