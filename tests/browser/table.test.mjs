// The table in place of the chart: one Tab stop however long it is, keys that walk it, nothing that hides the focus, and the card
// of a row behind that row.

import assert from "node:assert/strict";
import { CHARTS, LANGUAGES, drawn, focused, frames, set, silent, stops, test } from "./support.mjs";
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

/** Waits until another dataset is shown, in this chart. */
const ownShown = (page, chart) =>
  page.waitForFunction((chart) => document.querySelector("county-chains").shadowRoot.querySelector(`.root.own[data-chart="${chart}"]`), chart);

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
  const { page } = await opened(t, 'chart="tiers" lang="en"', [600, 640]);
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

test("a head to sort by is 24 pixels wide and high", async (t) => {
  for (const lang of LANGUAGES) {
    const { page } = await opened(t, `lang="${lang}"`, [560, 900]);
    for (const chart of CHARTS) {
      await set(page, { chart });
      const boxes = await inTable(page, "thead button").evaluateAll((all) => all.map((button) => [button.dataset.action, button.getBoundingClientRect().width, button.getBoundingClientRect().height]));
      assert.deepEqual(boxes.filter(([, width, height]) => width < 24 || height < 24), [], chart);
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
            // The card of a wide table stays in place as the table scrolls, and needs no scrolling itself.
            isStill: row.closest(".scroll").scrollLeft === 0,
          };
        }, place);
        assert.deepEqual(found, { columns: 0, isOpen: ["true", true], isWithin: true, isStill: true }, chart);
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

/* What heads and figures look like */

for (const lang of LANGUAGES) {
  test(`a head has at most two lines: the name, and what the numbers are (${lang})`, async (t) => {
    for (const width of [560, 760, 1080]) {
      const { page } = await opened(t, `lang="${lang}"`, [width, 800]);
      for (const attributes of [...CHARTS.map((chart) => ({ chart })), { src: COUNTRIES, chart: "tiers" }]) {
        await set(page, attributes);
        if (attributes.src) await ownShown(page, attributes.chart);
        const high = await inTable(page, "thead th > *").evaluateAll((all) => all.map((head) => {
          const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(head);
          return [head.textContent, (head.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom)) / parseFloat(lineHeight)];
        }).filter(([, lines]) => lines > 2.1));
        assert.deepEqual(high, [], `${attributes.chart} at ${width}`);
      }
    }
  });
}

test("the period of a column is said in the caption and not in its head", async (t) => {
  for (const [lang, period] of [["en", "2023 over 2022, like-for-like"], ["zh-Hans", "2023年比2022年，同口径"], ["zh-Hant", "2023年比2022年，同口徑"]]) {
    for (const width of [360, 800]) {
      const { page } = await opened(t, `chart="tiers" lang="${lang}"`, [width, 800]);
      assert.equal((await inTable(page, "table").textContent()).split(period).length, 2, "once");
      assert.ok((await inTable(page, "caption").textContent()).includes(period));
    }
  }
});

test("a table that fits does not scroll sideways, and the arrow of its last head is seen whole", async (t) => {
  for (const font of ["Arial, 'Liberation Sans', 'Noto Sans CJK SC'", "'Noto Sans CJK SC'"]) {
    for (const [lang, chart] of [["zh-Hans", "tiers"], ["en", "six-ones"]]) {
      const { page } = await opened(t, `style="font-family:${font.replaceAll('"', "")}" lang="${lang}" chart="${chart}"`, [800, 900]);
      const heads = inTable(page, "thead th button");
      await heads.last().focus();
      await press(page, "Enter");
      assert.match(await heads.last().evaluate((head) => getComputedStyle(head, "::after").content), /[↑↓]/);
      const over = await inTable(page, ".scroll").evaluate((region) => region.scrollWidth - region.clientWidth);
      assert.equal(over, 0, `${lang} ${chart} ${font}`);
    }
  }
});

test("no head covers the arrow of the one before it", async (t) => {
  for (const lang of LANGUAGES) {
    const { page } = await opened(t, `lang="${lang}"`, SIZES[0]);
    const heads = inTable(page, "thead th button");
    for (const column of [1, 2]) {
      await heads.nth(column).focus();
      await press(page, "Enter");
      await heads.nth(0).focus();
      const covered = await heads.nth(column).evaluate((head) => {
        const { right } = head.parentElement.getBoundingClientRect();
        const { bottom } = head.getBoundingClientRect();
        const { paddingBottom, lineHeight } = getComputedStyle(head);
        const over = head.getRootNode().elementFromPoint(right + 4, bottom - parseFloat(paddingBottom) - parseFloat(lineHeight) / 2);
        return over === head ? "" : over.textContent;
      });
      assert.equal(covered, "", `${lang}, column ${column}`);
    }
  }
});

/** Where the whole part of each figure ends, column by column; what has no decimals of a column that has some. */
const points = (page) => inTable(page, "table").evaluateAll(([table]) => {
  const columns = {};
  for (const cell of table.querySelectorAll("td.number")) {
    const node = [...cell.childNodes].map((child) => (child.dataset?.gap ? child.firstChild : child)).find((child) => child.nodeType === 3 && /\d$/.test(child.data));
    if (!node) continue;
    const range = document.createRange();
    range.setStart(node, 0);
    const decimals = /\.\d+$/.exec(node.data);
    range.setEnd(node, decimals ? decimals.index : node.length);
    (columns[cell.cellIndex] ??= []).push(range.getBoundingClientRect().right);
  }
  return Object.values(columns);
});

test("the points of a column stand below each other, and what is copied is the figure alone", async (t) => {
  const { page } = await opened(t, 'lang="en"');
  for (const chart of ["tiers", "shares", "six-ones"]) {
    await set(page, { chart });
    const columns = await points(page);
    assert.ok(columns.length >= 3 && columns.every((column) => column.length >= 2), chart);
    for (const column of columns) assert.ok(Math.max(...column) - Math.min(...column) < 0.6, `${chart}: ${column}`);
  }
  await set(page, { chart: "tiers" });
  const gaps = inTable(page, "[data-gap]");
  assert.ok((await gaps.count()) > 3);
  assert.deepEqual(await inTable(page, "tbody td:nth-child(4)").allInnerTexts(), ["1,180", "1,060", "2,780", "408.08"]);
  for (const text of await gaps.allTextContents()) assert.match(text, /^[\d.,–]+$/);
});

/* Cards */

const PHONES = [[280, 640], [360, 640], [480, 700]];

for (const [width, height] of PHONES) {
  test(`on a phone rows are cards: nothing is cut, and each figure has its column's name beside it (${width} px)`, async (t) => {
    for (const lang of ["en", "zh-Hans"]) {
      const { page, record } = await opened(t, `lang="${lang}"`, [width, height]);
      for (const attributes of [...CHARTS.map((chart) => ({ chart })), { src: COUNTRIES, chart: "tiers" }, { src: COUNTRIES, chart: "strip" }]) {
        await set(page, attributes);
        if (attributes.src) await ownShown(page, attributes.chart);
        const wrong = await inTable(page, ".scroll").first().evaluate((region) => {
          const wrong = [];
          const { left, right } = region.getBoundingClientRect();
          const heads = [...region.querySelectorAll("thead th")].map((head) => head.textContent.trim());
          for (const row of region.querySelectorAll("tbody tr, tfoot tr")) {
            const name = row.cells[0].getBoundingClientRect();
            for (const cell of [...row.cells].slice(1)) {
              const label = cell.querySelector(".name");
              const words = label.textContent.trim();
              const range = document.createRange();
              range.setStartAfter(label);
              range.setEndAfter(cell.lastChild);
              const value = range.getBoundingClientRect();
              const box = label.getBoundingClientRect();
              if (words !== heads[cell.cellIndex]) wrong.push(`“${words}” is not the head “${heads[cell.cellIndex]}”`);
              if (label.getAttribute("aria-hidden") !== "true") wrong.push(`“${words}” is heard twice`);
              if (box.top < name.bottom - 1) wrong.push(`“${words}” stands before the name`);
              if (value.left < left || value.right > right + 0.5 || box.left < left - 0.5 || box.right > right) wrong.push(`“${cell.textContent}” is cut`);
              if (!value.width || box.top > value.bottom || box.bottom < value.top - 4) wrong.push(`“${cell.textContent}” is not beside its name`);
            }
          }
          if (region.scrollWidth > region.clientWidth) wrong.push("it scrolls sideways");
          return wrong;
        });
        assert.deepEqual([...new Set(wrong)], [], `${attributes.chart} ${lang}`);
      }
      silent(record);
    }
  });
}

for (const [width, height] of PHONES) {
  test(`an open card is as wide as the row that it belongs to, and rows stay where they are (${width} px)`, async (t) => {
    const { page } = await opened(t, 'lang="en"', [width, height], { reducedMotion: "reduce" });
    for (const chart of CHARTS) {
      await set(page, { chart });
      await inTable(page, "tbody th button").nth(1).focus();
      assert.equal(await press(page, "Enter"), "clear", chart);
      const { card, row, scrolled } = await inTable(page, ".scroll").evaluate((region) => {
        const sides = (node) => { const { left, right } = node.getBoundingClientRect(); return [Math.round(left), Math.round(right)]; };
        const card = region.querySelector(".opened .card");
        return { card: sides(card), row: sides(card.closest("tr").previousElementSibling), scrolled: region.scrollWidth - region.clientWidth };
      });
      assert.deepEqual([card, scrolled], [row, 0], chart);
      await press(page, "Escape");
    }
  });
}

test("cards are a table to those who hear them, with the heads of its columns", async (t) => {
  const { page } = await opened(t, 'chart="tiers" lang="en"', SIZES[1]);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const heard = nodes.filter(({ ignored }) => !ignored);
  const names = (role) => heard.filter((node) => node.role?.value === role).map((node) => node.name?.value ?? "");
  const children = (node) => node.childIds.map((id) => nodes.find(({ nodeId }) => nodeId === id)).flatMap((child) => (child.ignored ? children(child) : [child]));
  const of = (node, ...roles) => children(node).filter(({ role }) => roles.includes(role.value));
  const table = heard.find(({ role }) => role?.value === "table");
  assert.equal(names("table").length, 1);
  assert.equal(names("columnheader").length, 9);
  assert.deepEqual(names("rowheader"), ["Tier 1", "Tier 2", "Tier 3", "Tier 4", "Sum or average", "Total in the article"]);
  const rows = of(table, "rowgroup").flatMap((group) => of(group, "row"));
  assert.equal(rows.length, 7);
  for (const row of rows.slice(1)) assert.equal(of(row, "cell", "gridcell").length, 8);
  assert.deepEqual(of(rows[1], "cell", "gridcell").slice(0, 3).map(({ name }) => name.value.trim()), ["7", "24", "1,180"], "no cell is called by its column");
  // The card of a row is a row as well.
  await inTable(page, "tbody th button").first().click();
  await inTable(page, ".card").waitFor();
  assert.deepEqual(await inTable(page, ".opened").evaluate((row) => [row.getAttribute("role"), row.cells[0].getAttribute("role")]), ["row", "cell"]);
});

test("wide tables have the roles of their elements alone", async (t) => {
  const { page } = await opened(t, 'chart="tiers" lang="en"');
  assert.equal(await inTable(page, "table[role], table [role], table .name").count(), 0);
});

test("cards are sorted by the buttons above them, which are seen and 44 pixels high", async (t) => {
  const { page, record } = await opened(t, 'chart="tiers" lang="en"', SIZES[1]);
  const first = () => inTable(page, "tbody th").allInnerTexts();
  const heads = inTable(page, "thead button");
  await heads.first().focus();
  for (let index = 0; index < 9; index++) {
    assert.ok((await seen(page)) > 0.9, `${await focused(page)}: ${await seen(page)}`);
    const { width, height } = await heads.nth(index).boundingBox();
    assert.ok(width >= 44 && height >= 44, `${width} × ${height}`);
    await page.keyboard.press("ArrowRight");
  }
  await press(page, "Home", "ArrowRight", "Enter");
  const ascending = await first();
  await press(page, "Enter");
  assert.deepEqual(await first(), [...ascending].reverse());
  assert.equal(await heads.nth(1).evaluate((head) => head.parentElement.getAttribute("aria-sort")), "descending");
  assert.match(await heads.nth(1).evaluate((head) => getComputedStyle(head, "::after").content), /↓/);
  silent(record);
});

test("a long list has rows of two lines on a phone, which hold name, class, code and value, and keys walk them", async (t) => {
  const { page, record } = await opened(t, 'lang="en"', SIZES[1], { count: 3000 });
  await listed(page);
  const row = await inTable(page, ".window [aria-rowindex='3']").evaluate((row) => {
    const region = row.closest(".window");
    const inside = ({ left, right, top, bottom }, box) => left >= box.left - 0.5 && right <= box.right + 0.5 && top >= box.top - 0.5 && bottom <= box.bottom + 0.5;
    return {
      height: row.offsetHeight,
      isCut: region.scrollWidth > region.clientWidth,
      inside: [...row.cells].map((cell) => inside(cell.getBoundingClientRect(), row.getBoundingClientRect())),
      texts: [...row.cells].map((cell) => cell.innerText.replace(/\s+/g, " ").trim()),
      clear: row.cells[3].getBoundingClientRect().left >= row.cells[0].getBoundingClientRect().right - 0.5,
      button: row.querySelector("button").offsetHeight,
    };
  });
  assert.deepEqual(row, {
    height: 44, isCut: false, inside: [true, true, true, true], clear: true, button: 44,
    texts: ["Thing 1", "T1", "middle things", row.texts[3]],
  });
  assert.match(row.texts[3], /^Size \(2024\) steps [\d.,]+$/);
  await inTable(page, ".window thead button").first().focus();
  for (const [key, number] of [["ArrowDown", 2], ["PageDown", 12], ["End", 3001], ["ArrowUp", 3000], ["Home", 2]]) {
    await press(page, key);
    const at = await page.evaluate(() => Number(document.querySelector("county-chains").shadowRoot.activeElement.closest("tr").getAttribute("aria-rowindex")));
    assert.deepEqual([at, await seen(page) > 0.6], [number, true], key);
  }
  silent(record);
});

test("long names of a long list end before what stands beside them, and no figure is cut", async (t) => {
  const before = (page) => page.route("**/things.json", (route) => {
    const dataset = things(600);
    for (const row of dataset.resources[0].data.slice(1)) row[1] += " of the valley in the far north, with its villages";
    return route.fulfill({ json: dataset });
  });
  for (const [width, size] of [[280, 16], [360, 16], [360, 32], [600, 16], [800, 16]]) {
    const tag = `<style>body{margin:0;font-size:${size}px}</style><county-chains src="/things.json" chart="strip" view="table" lang="en" loading="eager"></county-chains>`;
    const { page } = await drawn(t, tag, { before, viewport: { width, height: 800 } });
    await listed(page);
    const row = await inTable(page, ".window [aria-rowindex='3']").evaluate((row) => {
      const region = row.closest(".window").getBoundingClientRect();
      const [name, code, , value] = row.cells;
      const label = value.querySelector(".name");
      const { left, right } = value.querySelector("[data-gap]").getBoundingClientRect();
      const button = name.querySelector("button").getBoundingClientRect();
      return {
        isCard: Boolean(label), isClear: button.right - 5 <= (label ?? code).getBoundingClientRect().left + 0.5, isSeen: button.width > 60,
        isWhole: value.scrollWidth <= value.clientWidth && left >= button.right - 5.5 && right <= region.right + 0.5,
      };
    });
    assert.deepEqual(row, { isCard: width < 560, isClear: true, isSeen: true, isWhole: true }, `${width} px, text of ${size} px`);
  }
});

test("on paper cards are a table", async (t) => {
  const { page } = await opened(t, 'chart="tiers" lang="en"', SIZES[1]);
  await page.emulateMedia({ media: "print" });
  const displays = (selector) => inTable(page, selector).first().evaluate((node) => getComputedStyle(node).display);
  assert.deepEqual(await Promise.all(["table", "thead", "tbody tr", "tbody td"].map(displays)), ["table", "table-header-group", "table-row", "table-cell"]);
  assert.equal(await inTable(page, ".name:visible").count(), 0);
});

test("in forced colours the edges of sort buttons and cards are seen", async (t) => {
  const { page } = await opened(t, 'chart="tiers" lang="en"', SIZES[1], { forcedColors: "active" });
  const edges = await Promise.all([["thead button", "borderTopWidth"], ["tbody tr", "borderTopWidth"]].map(([selector, property]) =>
    inTable(page, selector).first().evaluate((node, property) => [parseFloat(getComputedStyle(node)[property]) >= 1, getComputedStyle(node).borderTopStyle], property)));
  assert.deepEqual(edges, [[true, "solid"], [true, "solid"]]);
});
