// The chart `strip` in the page: what the pointer means, what keys lead to, what is chosen; and its table, of which only the rows
// in sight are in the page.

import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import { drawn, focused, frames, pause, set, shown, silent, test } from "./support.mjs";
import { things } from "./things.mjs";

const COUNTRIES = "/gallery/datasets/countries-by-income/datapackage.json";
const tag = (attributes) => `<county-chains loading="eager" chart="strip" lang="en" ${attributes}></county-chains>`;

/** A widget with so many things. */
async function withThings(t, count, { attributes = "", ...options } = {}) {
  const before = (page) => page.route("**/things.json", (route) => route.fulfill({ json: things(count) }));
  const opened = await drawn(t, tag(`src="/things.json" ${attributes}`), { before, viewport: { width: 800, height: 900 }, ...options });
  const choices = await opened.page.evaluate(() => document.querySelector("county-chains").shadowRoot.querySelectorAll(".meant").length);
  assert.equal(choices, 0);
  return opened;
}

/** The texts of the label, and whether all of it is inside of the picture. */
const label = (page) => page.evaluate(() => {
  const { shadowRoot } = document.querySelector("county-chains");
  const texts = [...shadowRoot.querySelectorAll(".meant text")];
  if (!texts.length) return null;
  const picture = shadowRoot.querySelector(".chart > svg").getBoundingClientRect();
  const outside = [...shadowRoot.querySelectorAll(".meant *")].filter((node) => {
    const { left, right, top, bottom } = node.getBoundingClientRect();
    return left < picture.left - 1 || right > picture.right + 1 || top < picture.top - 1 || bottom > picture.bottom + 1;
  });
  const sizes = texts.map((text) => parseFloat(getComputedStyle(text).fontSize));
  return { texts: texts.map(({ textContent }) => textContent), outside: outside.length, smallest: Math.min(...sizes) };
});

/** Where a dot, an end or a median is on the screen. */
async function middle(page, key) {
  const mark = page.locator(`county-chains [data-key="${key}"]`).locator("circle, rect[class*=f-ink]").first();
  await mark.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await mark.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

/** What the live region says. */
const said = (page, text) => page.waitForFunction((text) =>
  document.querySelector("county-chains").shadowRoot.querySelector("[role=status]").textContent.includes(text), text);

const record = (page) => page.evaluate(() => {
  window.selected = [];
  document.addEventListener("county-chains-select", ({ detail }) => window.selected.push(detail.county));
});
const selected = (page) => page.evaluate(() => window.selected);
const card = (page) => page.locator("county-chains [part=card]");

test("over a dot the pointer shows its name, value and class, without a redraw, and leaving takes them away", async (t) => {
  const { page, record: complaints } = await drawn(t, tag(`src="${COUNTRIES}" indicator="life_expectancy"`));
  await page.evaluate(() => {
    window.changes = 0;
    const watch = new MutationObserver((records) => {
      window.changes += records.filter(({ target }) => !target.closest?.(".meant, .hover")).filter(({ addedNodes }) => addedNodes[0]?.className?.baseVal !== "meant").length;
    });
    const root = document.querySelector("county-chains").shadowRoot;
    watch.observe(root, { subtree: true, childList: true, attributes: true });
  });
  const { x, y } = await middle(page, "county:NOR");
  await page.mouse.move(x, y);
  assert.deepEqual((await label(page)).texts, ["Norway", "83.0 years", "High income"]);
  assert.equal(await page.locator("county-chains .hover[data-on]").count(), 1);
  await page.mouse.move(x - 60, y + 3);
  assert.notEqual((await label(page)).texts[0], "Norway");
  await page.mouse.move(5, 5);
  assert.equal(await label(page), null);
  assert.equal(await page.evaluate(() => window.changes), 0);
  silent(complaints);
});

test("however quick the keys are, nothing is said of a place that the focus has left", async (t) => {
  const { page, record: complaints } = await withThings(t, 3000);
  await page.locator('county-chains [data-key="tier:large"]').focus();
  const region = () => page.evaluate(() => document.querySelector("county-chains").shadowRoot.querySelector("[role=status]").textContent);
  // A quartile says what is nearby, an end is told by its mark, and so is a class.
  for (const keys of [["ArrowRight", "ArrowRight", "Home"], ["ArrowRight", "Shift+ArrowRight", "Home"], ["Shift+ArrowRight", "Tab"]]) {
    for (const key of keys) await page.keyboard.press(key);
    await pause(page, 900);
    assert.equal(await region(), "", keys.join(", "));
  }
  await page.locator('county-chains [data-key="tier:large"]').focus();
  for (const key of ["ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
  assert.match(await focused(page), /lower-quartile$/);
  await said(page, "Nearby: ");
  silent(complaints);
});

test("in a shape the pointer means the entity whose value is nearest, and a click opens its card", async (t) => {
  const { page, record: complaints } = await withThings(t, 3000);
  await record(page);
  // Where each thing stands is reckoned from the two ends of the lane.
  const ends = await Promise.all(["minimum", "maximum"].map((stop) => middle(page, `strip:middle:${stop}`)));
  const values = things(3000).resources[0].data.slice(1).filter(([, , kind, size]) => kind === "middle" && size !== null);
  values.sort((one, other) => one[3] - other[3]);
  const [low, high] = [values[0][3], values.at(-1)[3]];
  for (const part of [0, 0.31, 0.5, 0.77, 1]) {
    const x = ends[0].x + part * (ends[1].x - ends[0].x);
    await page.mouse.move(x, ends[0].y);
    const { texts } = await label(page);
    const value = values.find(([, name]) => name === texts[0])[3];
    const wanted = low + part * (high - low);
    const nearest = Math.min(...values.map(([, , , size]) => Math.abs(size - wanted)));
    // The mouse stands on whole pixels.
    const pixel = (high - low) / (ends[1].x - ends[0].x);
    assert.ok(Math.abs(value - wanted) <= nearest + pixel, `${texts} at ${wanted}`);
    assert.equal(texts.at(-1), "middle things");
    assert.equal(await page.locator("county-chains .hover[data-on]").count(), 0, "there is no ring around a lane");
  }
  const { texts: [name] } = await label(page);
  await page.mouse.down();
  await page.mouse.up();
  await card(page).waitFor();
  assert.match(await card(page).innerText(), new RegExp(`^${name}\\b[^]*steps[^]*Size`));
  const code = values.find(([, other]) => other === name)[0];
  assert.deepEqual(await selected(page), [code]);
  assert.equal(await page.evaluate(() => document.querySelector("county-chains").county), code);
  assert.equal((await label(page)).texts[0], name, "the label stays over the new drawing");
  silent(complaints);
});

test("beside the values a click on the class filters as before", async (t) => {
  const { page } = await withThings(t, 3000);
  await page.locator("county-chains").getByText("middle things", { exact: true }).last().click({ force: true });
  await frames(page);
  assert.equal((await shown(page)).tiers, "middle", "the pointer passes through words to their mark");
});

test("a tap shows the label and chooses", async (t) => {
  const { page } = await withThings(t, 3000, { hasTouch: true });
  await record(page);
  const { x, y } = await middle(page, "strip:small:median");
  await page.touchscreen.tap(x + 30, y + 10);
  await card(page).waitFor();
  const { texts: [name, , kind] } = await label(page);
  assert.equal(kind, "small things");
  assert.match(await card(page).innerText(), new RegExp(`^${name}\\b`));
  assert.equal((await selected(page)).length, 1);
});

test("keys among dots: each country in turn, and its card", async (t) => {
  const { page, record: complaints } = await drawn(t, tag(`src="${COUNTRIES}" indicator="life_expectancy"`));
  await record(page);
  const names = async (count, key) => {
    const seen = [];
    for (let index = 0; index < count; index++) {
      await page.keyboard.press(key);
      await frames(page);
      const { texts } = await label(page);
      const spoken = await page.evaluate(() => document.querySelector("county-chains").shadowRoot.activeElement.getAttribute("aria-label"));
      assert.ok(spoken.startsWith(`${texts[0]}, High income: `), spoken);
      seen.push(Number(texts[1].replace(" years", "")));
    }
    return seen;
  };
  await page.locator('county-chains [data-key="tier:high_income"]').focus();
  assert.equal(await label(page), null);
  const up = await names(6, "ArrowRight");
  assert.deepEqual(up, [...up].sort((one, other) => one - other));
  assert.deepEqual(await names(5, "ArrowLeft"), up.slice(0, 5).reverse());
  const [highest] = await names(1, "End");
  const [below] = await names(1, "ArrowLeft");
  assert.ok(highest >= below && below > up[5]);
  assert.deepEqual(await names(1, "Home"), [up[0]]);
  await page.keyboard.press("Enter");
  await card(page).waitFor();
  const key = await focused(page);
  assert.deepEqual(await selected(page), [key.replace("county:", "")]);
  assert.equal(await page.locator(`county-chains [data-key="${key}"]`).getAttribute("aria-selected"), "true");
  await page.keyboard.press("Escape");
  await frames(page);
  assert.equal(await card(page).count(), 0);
  assert.equal(await label(page), null);
  assert.equal(await focused(page), key);
  silent(complaints);
});

test("keys in a shape: the stops, then single things, said politely", async (t) => {
  const { page, record: complaints } = await withThings(t, 3000);
  await page.locator('county-chains [data-key="tier:large"]').focus();
  for (const stop of ["minimum", "lower-quartile", "median", "upper-quartile", "maximum"]) {
    await page.keyboard.press("ArrowRight");
    assert.equal(await focused(page), `strip:large:${stop}`);
    await frames(page);
    const { texts } = await label(page);
    assert.equal(/^Near the/.test(texts[0]), !/imum/.test(stop), texts);
  }
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await focused(page), "strip:large:median");
  await frames(page);
  const { texts: [, median] } = await label(page);
  await said(page, `Nearby: ${median}, `);
  await page.keyboard.press("Shift+ArrowRight");
  assert.equal(await focused(page), "strip:large:median");
  const { texts: [next, value] } = await label(page);
  assert.notEqual(next, median);
  await said(page, `${next}, large things: ${value}`);
  await page.keyboard.press("Shift+ArrowLeft");
  assert.equal((await label(page)).texts[0], median);
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await card(page).waitFor();
  assert.match(await card(page).innerText(), new RegExp(`^${next}\\b`));
  // The card closes, and what is meant stays the start of the next step.
  await page.keyboard.press("ArrowDown");
  await frames(page);
  assert.equal(await focused(page), "tier:middle");
  assert.equal((await label(page)).texts.at(-1), "middle things");
  await page.keyboard.press("Escape");
  await frames(page);
  assert.equal(await label(page), null);
  assert.equal(await card(page).count(), 0);
  await page.keyboard.press("Tab");
  silent(complaints);
});

test("the label stays inside of the picture at every width, in both themes and forced colours", async (t) => {
  const { page } = await withThings(t, 3000);
  for (const width of [280, 360, 560, 760]) {
    for (const theme of ["light", "dark"]) {
      await page.evaluate((width) => (document.querySelector("county-chains").style.width = `${width}px`), width);
      await page.emulateMedia({ forcedColors: theme === "dark" ? "active" : "none" });
      await set(page, { theme });
      for (const key of ["strip:large:minimum", "strip:large:maximum", "strip:small:median"]) {
        const { x, y } = await middle(page, key);
        await page.mouse.move(x, y);
        const { outside, smallest } = await label(page);
        assert.equal(outside, 0, `${key} at ${width}`);
        assert.ok(smallest >= 12);
      }
    }
  }
});

/* The table */

const rows = (page) => page.evaluate(() => {
  const { shadowRoot } = document.querySelector("county-chains");
  const box = shadowRoot.querySelector(".window");
  if (!box) return null;
  const all = [...box.querySelectorAll("tr[aria-rowindex]")].slice(1);
  const { top, bottom } = box.getBoundingClientRect();
  const head = box.querySelector("thead th").getBoundingClientRect().bottom;
  const inSight = all.filter((row) => row.getBoundingClientRect().top >= head - 1 && row.getBoundingClientRect().bottom <= bottom + 1);
  const cells = (row) => [...row.cells].map(({ innerText }) => innerText.trim());
  return {
    count: Number(box.querySelector("table").getAttribute("aria-rowcount")),
    drawn: all.length,
    heights: [...new Set(all.map((row) => row.offsetHeight))],
    numbers: inSight.map((row) => Number(row.getAttribute("aria-rowindex"))),
    cells: inSight.map(cells),
    blank: inSight.length ? inSight[0].getBoundingClientRect().top - Math.max(top, head) : NaN,
  };
});

const scrollTo = async (page, top) => {
  await page.evaluate((top) => (document.querySelector("county-chains").shadowRoot.querySelector(".window").scrollTop = top), top);
  await frames(page);
};

const listed = (page) => page.waitForFunction(() => Number(document.querySelector("county-chains").shadowRoot.querySelector(".listed")?.dataset.list) > 0);

/** All things in the order of the file. */
const all = (count) => things(count).resources[0].data.slice(1).map(([code, name, kind, size]) => ({ code, name, kind, size }));

test("only the rows in sight are in the page, and scrolling brings every other", async (t) => {
  const { page, record: complaints } = await withThings(t, 3000, { attributes: 'view="table"' });
  await listed(page);
  const start = await rows(page);
  assert.equal(start.count, 3001);
  assert.ok(start.drawn < 60, `${start.drawn} rows`);
  assert.deepEqual(start.heights, [44]);
  assert.equal(start.numbers[0], 2);
  assert.deepEqual(start.cells[0].slice(0, 3), ["Thing 0", "T0", "large things"]);
  const seen = new Set();
  const height = await page.evaluate(() => document.querySelector("county-chains").shadowRoot.querySelector(".window").scrollHeight);
  for (let top = 0; top < height; top += 8800) {
    await scrollTo(page, top);
    const { numbers, cells, blank } = await rows(page);
    assert.ok(blank < 45, `${blank} pixels are empty at ${top}`);
    numbers.forEach((number, index) => {
      assert.equal(cells[index][1], `T${number - 2}`);
      seen.add(number);
    });
  }
  await scrollTo(page, height);
  assert.equal((await rows(page)).numbers.at(-1), 3001);
  assert.ok(seen.size > 100);
  const summary = page.locator("county-chains .scroll:not(.window) table");
  assert.equal(await summary.locator("tbody tr").count(), 3);
  assert.equal(await summary.locator("thead button").count(), 0);
  silent(complaints);
});

test("the list is sorted by a head, which keeps the focus, and what has no value comes last", async (t) => {
  const { page, record: complaints } = await withThings(t, 3000, { attributes: 'view="table"' });
  await listed(page);
  const head = page.locator("county-chains .window thead th").nth(3);
  await scrollTo(page, 5000);
  const values = all(3000).filter(({ size }) => size !== null).sort((one, other) => one.size - other.size);
  for (const [direction, first] of [["ascending", values[0]], ["descending", values.at(-1)]]) {
    await head.locator("button").click();
    await page.waitForFunction((code) => {
      const box = document.querySelector("county-chains").shadowRoot.querySelector(".window");
      return box.scrollTop === 0 && box.querySelectorAll("tr[aria-rowindex]")[1].cells[1].textContent === code;
    }, first.code);
    assert.equal(await head.getAttribute("aria-sort"), direction);
    assert.equal(await focused(page), "sort:4");
    await scrollTo(page, 1e9);
    const { cells, numbers } = await rows(page);
    assert.equal(numbers.at(-1), 3001);
    assert.equal(cells.at(-1)[3], "no value");
    await scrollTo(page, 0);
  }
  assert.equal(await page.evaluate(() => document.querySelector("county-chains").state.sort), "-4");
  silent(complaints);
});

test("some are found by name or code, and how many is said", async (t) => {
  const { page, record: complaints } = await withThings(t, 3000, { attributes: 'view="table"' });
  await listed(page);
  const field = page.locator("county-chains .listed input[type=search]");
  await field.fill("thing 299");
  const expected = all(3000).filter(({ name }) => name.includes("299"));
  await said(page, `Found: ${expected.length} things`);
  const { count, cells } = await rows(page);
  assert.equal(count, expected.length + 1);
  assert.deepEqual(cells.map(([, code]) => code), expected.slice(0, cells.length).map(({ code }) => code));
  assert.equal(await focused(page), "search");
  await field.fill("nowhere");
  await said(page, "Found: 0 things");
  assert.equal((await rows(page)).count, 1);
  await field.press("Escape");
  await page.waitForFunction(() => document.querySelector("county-chains").shadowRoot.querySelector(".window table").getAttribute("aria-rowcount") === "3001");
  assert.equal(await field.inputValue(), "");
  silent(complaints);
});

test("keys reach all rows, and the focus is not lost with a row", async (t) => {
  const { page, record: complaints } = await withThings(t, 3000, { attributes: 'view="table"' });
  await record(page);
  await listed(page);
  const box = page.locator("county-chains .window");
  const first = async () => (await frames(page), (await rows(page)).numbers[0]);
  await box.focus();
  const settled = async (key, wanted) => {
    await page.keyboard.press(key);
    await page.waitForFunction(([wanted]) => {
      const box = document.querySelector("county-chains").shadowRoot.querySelector(".window");
      return (0, eval)(`(${wanted})`)(box);
    }, [String(wanted)]);
    return first();
  };
  const page1 = await settled("PageDown", (box) => box.scrollTop > 300);
  assert.ok(page1 > 8 && page1 <= 14, `${page1}`);
  await settled("End", (box) => box.scrollTop + box.clientHeight >= box.scrollHeight - 1);
  assert.equal((await rows(page)).numbers.at(-1), 3001);
  assert.equal(await settled("Home", (box) => box.scrollTop === 0), 2);
  const button = page.locator("county-chains .window tbody th button").nth(2);
  await button.click();
  await card(page).waitFor();
  assert.deepEqual(await selected(page), ["T2"]);
  assert.equal(await button.getAttribute("aria-expanded"), "true");
  await button.focus();
  await scrollTo(page, 40000);
  assert.equal(await page.evaluate(() => document.querySelector("county-chains").shadowRoot.activeElement?.className), "scroll window");
  silent(complaints);
});

test("the filter greys what it leaves out, another indicator and language keep the place", async (t) => {
  const { page } = await withThings(t, 3000, { attributes: 'view="table"' });
  await listed(page);
  await scrollTo(page, 44000);
  const before = (await rows(page)).numbers[0];
  await set(page, { tiers: "small" });
  assert.equal((await rows(page)).numbers[0], before);
  const classes = await page.locator("county-chains .window tbody tr[aria-rowindex]").evaluateAll((all) => all.map(({ className, cells }) => [className, cells[2].textContent]));
  for (const [name, kind] of classes) assert.equal(name === "aside", kind !== "small things");
});

test("print has no word of what a reader can do on the screen", async (t) => {
  const hints = ["Select a dot", "Select a place in a shape", "Select at least one class"];
  const summary = (page) => page.locator("county-chains [part=summary]").innerText();
  const cases = [[60, {}, 0], [3000, {}, 1], [60, { tiers: "none" }, 2]];
  for (const [count, attributes, hint] of cases) {
    const { page } = await withThings(t, count);
    await set(page, attributes);
    assert.ok((await summary(page)).includes(hints[hint]), hints[hint]);
    await page.emulateMedia({ media: "print" });
    await frames(page);
    assert.ok(!(await summary(page)).includes("Select"), await summary(page));
    await page.emulateMedia({ media: "screen" });
    await frames(page);
    assert.ok((await summary(page)).includes(hints[hint]), hints[hint]);
  }
});

test("print, the static version and the file: classes, classes, and all entities", async (t) => {
  const { page } = await withThings(t, 3000, { attributes: 'view="table"' });
  await listed(page);
  await page.evaluate(() => document.querySelector("county-chains").complete());
  const { twin, file, selection } = await page.evaluate(() => {
    const element = document.querySelector("county-chains");
    element.tiers = "small";
    return { twin: element.embedCode({ kind: "static" }), file: element.toCSV(), selection: element.toCSV({ scope: "selection" }) };
  });
  assert.equal(twin.match(/<tr/g).length, 4);
  const told = (text) => text.split(/\r?\n/).filter((line) => /^Thing \d+,T\d+,/.test(line));
  assert.equal(told(file).length, 3000);
  assert.equal(told(selection).length, 1000);
  await page.emulateMedia({ media: "print" });
  await frames(page);
  assert.equal(await page.locator("county-chains .listed").count(), 0);
  assert.equal(await page.locator("county-chains table tbody tr").count(), 3);
  await page.emulateMedia({ media: "screen" });
  await listed(page);
  assert.equal((await rows(page)).count, 3001);
});

test("nothing in picture and table is wrong for assistive technology", async (t) => {
  const { page } = await withThings(t, 3000, { attributes: 'view="table"' });
  await listed(page);
  assert.deepEqual(await findings(page, "strip"), []);
  await set(page, { view: null, county: "T5" });
  await card(page).waitFor();
  assert.deepEqual(await findings(page, "strip"), []);
});

test("with forced colours each dot is seen, and only those of chosen classes are filled", async (t) => {
  const { page } = await drawn(t, tag(`src="${COUNTRIES}" tiers="low_income"`), { forcedColors: "active" });
  const found = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("county-chains");
    const ground = getComputedStyle(shadowRoot.querySelector(".root")).backgroundColor;
    return [...shadowRoot.querySelectorAll(".mark circle")].map((dot) => {
      const { fill, stroke, strokeWidth } = getComputedStyle(dot);
      return { isSeen: stroke !== "none" && stroke !== ground && parseFloat(strokeWidth) >= 1, isFilled: fill !== ground };
    });
  });
  assert.ok(found.length > 100 && found.every(({ isSeen }) => isSeen));
  assert.equal(found.filter(({ isFilled }) => isFilled).length, 31);
});
