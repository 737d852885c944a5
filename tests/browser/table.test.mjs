// The table in place of the chart: one Tab stop however long it is, keys that walk it, nothing that hides the focus, and the card
// of a row behind that row.

import assert from "node:assert/strict";
import { CHARTS, drawn, focused, frames, set, silent, test } from "./support.mjs";
import { things } from "./things.mjs";

const COUNTRIES = "/gallery/datasets/countries-by-income/datapackage.json";
const SIZES = [[800, 900], [360, 640], [320, 256]];

const between = (attributes) =>
  `<style>body{margin:0}</style><button id="before">before</button><county-chains loading="eager" view="table" ${attributes}></county-chains><button id="after">after</button>`;

/** Opens a table; of things, there are so many. */
function opened(t, attributes, [width, height] = SIZES[0], { count = 0, ...options } = {}) {
  const before = (page) => page.route("**/things.json", (route) => route.fulfill({ json: things(count) }));
  const own = count ? 'src="/things.json" chart="strip"' : "";
  return drawn(t, between(`${own} ${attributes}`), { before, viewport: { width, height }, ...options });
}

/** Waits until the list of all entities is there. */
const listed = (page) => page.waitForFunction(() => Number(document.querySelector("county-chains").shadowRoot.querySelector(".listed")?.dataset.list) > 0);

/** Where Tab stops on its way through the widget. */
async function stops(page, key = "Tab", from = "before", to = "after") {
  await page.focus(`#${from}`);
  const found = [];
  for (let count = 0; count < 40; count++) {
    await page.keyboard.press(key);
    const place = await focused(page);
    if (place === to) return found;
    found.push(place);
  }
  throw new Error(`Tab does not come out: ${found}`);
}

async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
  await frames(page);
  return focused(page);
}

/** How much of what has the focus can be seen, from 0 to 1, at twelve by twelve places. */
const seen = (page) => page.evaluate(() => {
  const root = document.querySelector("county-chains").shadowRoot;
  const { activeElement } = root;
  const { left, top, width, height } = activeElement.getBoundingClientRect();
  let hits = 0;
  for (let index = 0; index < 144; index++) {
    const x = left + (width * ((index % 12) + 0.5)) / 12;
    const y = top + (height * (Math.floor(index / 12) + 0.5)) / 12;
    const hit = root.elementFromPoint(x, y);
    if (hit && (hit === activeElement || activeElement.contains(hit))) hits++;
  }
  return hits / 144;
});

const inTable = (page, selector) => page.locator(`county-chains .table ${selector}`);

/* Tab stops */

test("a table is one Tab stop, in every chart and however many rows it has", async (t) => {
  for (const size of SIZES.slice(0, 2)) {
    const { page, record } = await opened(t, 'lang="en"', size);
    for (const chart of CHARTS) {
      await set(page, { chart });
      const places = await stops(page);
      assert.ok(places.length <= 12, `${chart}: ${places}`);
      assert.equal(places.filter((place) => /^(sort|source):/.test(place)).length, 1, `${chart}: ${places}`);
      assert.equal(new Set(places).size, places.length, "no place twice");
      assert.deepEqual(await stops(page, "Shift+Tab", "after", "before"), [...places].reverse(), chart);
    }
    silent(record);
  }
  const { page: own } = await opened(t, `src="${COUNTRIES}" lang="en"`);
  for (const chart of ["tiers", "strip"]) {
    await set(own, { chart });
    assert.ok((await stops(own)).length <= 12, chart);
  }
});

test("a list of a thousand rows adds its search and one stop", async (t) => {
  const { page, record } = await opened(t, 'lang="en"', SIZES[1], { count: 1000 });
  await listed(page);
  const places = await stops(page);
  assert.ok(places.length <= 12, `${places}`);
  assert.deepEqual(places.slice(-2), ["search", "sort:1"]);
  await set(page, { charts: "strip" });
  assert.deepEqual((await stops(page)).slice(-2), ["search", "sort:1"]);
  silent(record);
});

test("the button that leaves the table and the files stand before it, for the eye as for Tab", async (t) => {
  const { page } = await opened(t, 'lang="en"');
  const places = await stops(page);
  assert.deepEqual(places.slice(-3), ["view:table", "save:csv-all", "sort:1"]);
  const tops = await page.evaluate((places) => places.map((place) =>
    document.querySelector("county-chains").shadowRoot.querySelector(`[data-action="${place}"]`).getBoundingClientRect().top), places);
  assert.deepEqual(tops, [...tops].sort((one, other) => one - other));
});

test("Tab comes back to the button where the reader was", async (t) => {
  const { page } = await opened(t, 'chart="map" lang="en"');
  await inTable(page, "th button").first().focus();
  const place = await press(page, "ArrowDown", "ArrowDown", "ArrowDown");
  assert.match(place, /^source:county:/);
  await press(page, "Shift+Tab");
  await set(page, { lang: "zh-Hans", tiers: "1" });
  assert.equal(await press(page, "Tab"), place);
  await press(page, "Shift+Tab");
  await set(page, { chart: "tiers" });
  assert.equal(await press(page, "Tab"), "sort:1", "another table begins at its beginning");
});

/* Opening and closing */

for (const size of SIZES) {
  test(`the button keeps the focus and is seen when it opens the table and closes it, and so is the table (${size})`, async (t) => {
    const { page, record } = await opened(t, 'lang="en"', size, { reducedMotion: "reduce" });
    const button = page.locator('county-chains [data-action="view:table"]');
    for (const chart of CHARTS) {
      await set(page, { chart, view: "chart" });
      await button.focus();
      for (const place of ["table", "chart"]) {
        assert.equal(await press(page, "Enter"), "view:table", chart);
        assert.ok((await seen(page)) > 0.9, `${chart}: the button is seen with the ${place}`);
        if (place === "chart") continue;
        const { top, bottom } = await inTable(page, "> *").first().evaluate((node) => node.parentElement.getBoundingClientRect().toJSON());
        assert.ok(top >= 0 && top < size[1] - 20 && bottom > 20, `${chart}: the table is seen, ${top} to ${bottom}`);
      }
    }
    silent(record);
  });
}

/* Keys */

test("arrow keys walk heads and rows, and files; keys with Shift do not", async (t) => {
  const { page, record } = await opened(t, 'chart="map" lang="en"');
  const rows = await inTable(page, "tbody th button").evaluateAll((all) => all.map(({ dataset }) => dataset.action));
  await inTable(page, "thead button").first().focus();
  const steps = [
    ["ArrowLeft", "sort:1"], ["ArrowRight", "sort:2"], ["End", "sort:6"], ["ArrowRight", "sort:6"], ["ArrowUp", "sort:6"], ["PageUp", "sort:6"], ["Home", "sort:1"],
    ["ArrowRight", "sort:2"], ["ArrowDown", rows[0]], ["ArrowDown", rows[1]], ["PageDown", rows[11]], ["PageUp", rows[1]], ["PageUp", rows[0]], ["Home", rows[0]],
    ["Shift+ArrowDown", rows[0]], ["End", rows.at(-1)], ["ArrowDown", rows.at(-1)], ["PageDown", rows.at(-1)], ["Home", rows[0]], ["ArrowUp", "sort:1"], ["PageDown", rows[9]],
  ];
  for (const [index, [key, place]] of steps.entries()) assert.equal(await press(page, key), place, `step ${index}, ${key}`);
  await inTable(page, ".file").first().focus();
  const files = ["save:csv-selection", "save:json", "copy:table", "save:csv-all"];
  for (const place of files) assert.equal(await press(page, "ArrowRight"), place);
  assert.equal(await press(page, "End"), "copy:table");
  assert.equal(await press(page, "Home"), "save:csv-all");
  silent(record);
});

test("sums below the table are reached as rows are, and left and right scroll a table that is too wide", async (t) => {
  const { page } = await opened(t, 'chart="tiers" lang="en"', SIZES[1]);
  await inTable(page, "tbody button").first().focus();
  assert.equal(await press(page, "End"), "source:stated");
  assert.equal(await press(page, "ArrowUp"), "source:sum");
  const left = () => page.evaluate(() => document.querySelector("county-chains").shadowRoot.querySelector(".scroll").scrollLeft);
  assert.equal(await left(), 0);
  await press(page, "ArrowRight");
  await page.waitForFunction(() => document.querySelector("county-chains").shadowRoot.querySelector(".scroll").scrollLeft > 20);
  assert.equal(await focused(page), "source:sum");
  const before = await left();
  await press(page, "ArrowUp");
  assert.ok((await left()) >= before, "going up a row does not scroll back");
});

test("how to move is seen while the focus is in the table, and is its description", async (t) => {
  for (const [lang, words] of [["en", "Use the arrow keys to move."], ["zh-Hans", "用方向键移动。"], ["zh-Hant", "用方向鍵移動。"]]) {
    const { page } = await opened(t, `lang="${lang}"`);
    const hint = () => page.evaluate(() => {
      const { content, visibility, height } = getComputedStyle(document.querySelector("county-chains").shadowRoot.querySelector(".table .files"), "::after");
      return { content, visibility, height };
    });
    const away = await hint();
    assert.equal(away.visibility, "hidden");
    await inTable(page, "thead button").first().focus();
    assert.deepEqual(await hint(), { content: `"${words}"`, visibility: "visible", height: away.height });
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    assert.ok(nodes.some(({ role, description }) => role?.value === "region" && description?.value === words), lang);
  }
});

test("keys walk a list of which only some rows are drawn", async (t) => {
  const { page, record } = await opened(t, 'lang="en"', SIZES[0], { count: 3000 });
  await listed(page);
  const row = async (...keys) => {
    await press(page, ...keys);
    const number = await page.evaluate(() => {
      const { activeElement } = document.querySelector("county-chains").shadowRoot;
      return Number(activeElement.closest("tr")?.getAttribute("aria-rowindex"));
    });
    assert.equal(await seen(page), 1, `row ${number} is seen`);
    return number;
  };
  await inTable(page, ".window thead button").first().focus();
  assert.equal(await row("ArrowDown"), 2);
  assert.equal(await row("ArrowDown"), 3);
  assert.equal(await row("PageDown", "PageDown", "PageDown"), 33);
  assert.equal(await row("ArrowUp"), 32);
  assert.equal(await row("End"), 3001);
  assert.equal(await row("ArrowDown"), 3001);
  assert.equal(await row("PageUp"), 2991);
  for (let number = 2990; number > 2970; number--) assert.equal(await row("ArrowUp"), number);
  assert.equal(await row("Home"), 2);
  for (let number = 3; number < 30; number++) assert.equal(await row("ArrowDown"), number);
  assert.equal(await press(page, "Home", "ArrowUp"), "sort:1");
  assert.equal(await press(page, "End"), "sort:4");
  assert.equal(await row("ArrowDown"), 2);
  silent(record);
});

/* The focus is seen */

const OWN = `src="${COUNTRIES}" chart="strip"`;
for (const [lang, size] of ["en", "zh-Hans"].flatMap((lang) => SIZES.map((size) => [lang, size]))) {
  test(`nothing covers what has the focus in a table (${lang}, ${size})`, async (t) => {
    const { page, record } = await opened(t, `lang="${lang}"`, size);
    for (const attributes of [...["map", "tiers", "shares", "facts"].map((chart) => ({ chart })), { src: COUNTRIES, chart: "strip" }]) {
      await set(page, attributes);
      if (attributes.src) await page.waitForFunction(() => document.querySelector("county-chains").shadowRoot.querySelector("[data-chart=strip]"));
      const where = async () => `${attributes.chart}: ${await focused(page)}`;
      // Back and forth by Tab, with the card of a row open.
      await inTable(page, "tbody th button").nth(2).focus();
      await press(page, "Enter");
      for (const [key, from, to] of [["Tab", "before", "after"], ["Shift+Tab", "after", "before"]]) {
        await page.focus(`#${from}`);
        for (;;) {
          await page.keyboard.press(key);
          if ((await focused(page)) === to) break;
          assert.ok((await seen(page)) > 0.6, `${await where()} by ${key}: ${await seen(page)}`);
        }
      }
      await inTable(page, ".close").focus();
      await press(page, "Enter");
      // Down all rows and up again; along the heads and back.
      const rows = Math.min(await inTable(page, "tbody th button, .table tfoot th button").count(), 60);
      const heads = await inTable(page, "thead button").count();
      await inTable(page, "thead button").first().focus();
      for (const [key, count] of [["ArrowDown", rows], ["ArrowUp", rows], ["ArrowRight", heads], ["ArrowLeft", heads]]) {
        for (let index = 0; index < count; index++) {
          await page.keyboard.press(key);
          assert.ok((await seen(page)) > 0.6, `${await where()} by ${key}: ${await seen(page)}`);
        }
      }
    }
    silent(record);
  });
}

test("the ring of a button in a table is whole", async (t) => {
  for (const [width, height] of SIZES) {
    const { page } = await opened(t, 'chart="map" lang="en"', [width, height]);
    for (const selector of ["thead button", "tbody th button"]) {
      await inTable(page, selector).first().focus();
      await page.keyboard.press("Shift");
      const outside = await page.evaluate(() => {
        const { activeElement } = document.querySelector("county-chains").shadowRoot;
        const { outlineWidth, outlineOffset, outlineStyle } = getComputedStyle(activeElement);
        const grown = parseFloat(outlineWidth) + parseFloat(outlineOffset);
        const box = activeElement.getBoundingClientRect();
        const region = activeElement.closest(".scroll").getBoundingClientRect();
        return [outlineStyle, grown <= 0, box.left >= region.left, box.top >= region.top, box.right <= region.right];
      });
      assert.deepEqual(outside, ["solid", true, true, true, true], `${selector} at ${width}`);
    }
  }
});

/* Fingers */

for (const lang of ["en", "zh-Hans"]) {
  test(`under a finger each control of a table is 44 pixels wide and high (${lang})`, async (t) => {
    const { page } = await opened(t, `lang="${lang}"`, SIZES[1], { hasTouch: true, isMobile: true });
    const small = (page) => page.evaluate(() => {
      if (!matchMedia("(pointer: coarse)").matches) return ["no finger"];
      const controls = [...document.querySelector("county-chains").shadowRoot.querySelectorAll(".table button, .table input, .table summary")];
      return controls.map((control) => [control.dataset.action, control.getBoundingClientRect()])
        .filter(([, { width, height }]) => width < 44 || height < 44).map(([action, { width, height }]) => `${action} ${width} × ${height}`);
    });
    for (const chart of CHARTS) {
      await set(page, { chart });
      assert.deepEqual(await small(page), [], chart);
    }
    const { page: own } = await opened(t, `lang="${lang}"`, SIZES[1], { count: 1000, hasTouch: true, isMobile: true });
    await listed(own);
    assert.deepEqual(await small(own), []);
    const rows = await own.locator("county-chains .window th button").evaluateAll((all) => all.map((button) => button.getBoundingClientRect().toJSON()));
    assert.ok(rows.length > 10 && rows.every(({ width, height }) => width >= 44 && height >= 44));
  });
}

/* The card of a row */

for (const size of SIZES) {
  test(`Enter on a row opens its card behind it and goes there, Escape and the cross go back (${size})`, async (t) => {
    const { page, record } = await opened(t, 'lang="en"', size, { reducedMotion: "reduce" });
    for (const chart of CHARTS) {
      await set(page, { chart });
      const button = inTable(page, "tbody th button").nth(1);
      const place = await button.getAttribute("data-action");
      for (const [index, closing] of ["Escape", "Enter"].entries()) {
        await button.focus();
        assert.equal(await press(page, "Enter"), "clear", chart);
        assert.equal(await inTable(page, ".card").count(), 1, chart);
        assert.ok((await seen(page)) > 0.9, `${chart}: the cross is seen`);
        const found = await page.evaluate((place) => {
          const root = document.querySelector("county-chains").shadowRoot;
          const button = root.querySelector(`[data-action="${place}"]`);
          const row = button.closest("tr");
          const card = row.nextElementSibling.querySelector("td[colspan] > .card");
          const box = card.getBoundingClientRect();
          const region = row.closest(".scroll").getBoundingClientRect();
          return {
            columns: row.nextElementSibling.cells[0].colSpan - row.cells.length,
            isOpen: [button.getAttribute("aria-expanded"), root.getElementById(button.getAttribute("aria-controls")) === card],
            isWithin: box.left >= region.left - 0.5 && box.right <= region.right + 0.5 && box.width >= region.width - 14,
          };
        }, place);
        assert.deepEqual(found, { columns: 0, isOpen: ["true", true], isWithin: true }, chart);
        assert.equal(await press(page, closing), place, `${chart}: back by ${index ? "the cross" : "Escape"}`);
        assert.equal(await page.locator("county-chains .card").count(), 0, chart);
        assert.deepEqual(await button.evaluate((node) => [node.getAttribute("aria-expanded"), node.getAttribute("aria-controls")]), ["false", null]);
        assert.ok((await seen(page)) > 0.9, `${chart}: the row is seen`);
      }
    }
    silent(record);
  });
}

test("an open card does not change how wide the columns are", async (t) => {
  for (const [width, height] of [[280, 700], ...SIZES, [1200, 900]]) {
    const { page } = await opened(t, 'lang="en"', [width, height]);
    for (const chart of ["tiers", "map", "market", "timeline", "facts"]) {
      await set(page, { chart });
      const widths = () => inTable(page, "thead th").evaluateAll((all) => all.map((cell) => Math.round(cell.getBoundingClientRect().width)));
      const before = await widths();
      await inTable(page, "tbody th button").first().click();
      await inTable(page, ".card").waitFor();
      const after = await widths();
      after.forEach((now, index) => assert.ok(Math.abs(now - before[index]) <= 1, `${chart} at ${width}: ${before} and ${after}`));
      await page.keyboard.press("Escape");
      await frames(page);
    }
  }
});

test("the card of a list that is drawn in part opens below it, and the focus comes back to the row", async (t) => {
  const { page, record } = await opened(t, 'lang="en"', SIZES[0], { count: 1000 });
  await listed(page);
  await inTable(page, ".window thead button").first().focus();
  const place = await press(page, "ArrowDown", "PageDown");
  assert.equal(place, "source:county:T10");
  for (const closing of ["Escape", "Enter"]) {
    assert.equal(await press(page, "Enter"), "clear");
    const after = await page.evaluate(() => {
      const root = document.querySelector("county-chains").shadowRoot;
      const card = root.querySelector(".card");
      return [root.querySelector(".window").compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING, root.querySelectorAll(".window .card").length];
    });
    assert.deepEqual(after, [4, 0]);
    assert.equal(await press(page, closing), place);
  }
  silent(record);
});
