// For readers of every kind: axe, sizes, no text over text, zoom, forced colours, still pictures.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { table } from "../goldens.mjs";
import { findings } from "./axe.mjs";
import { layoutFaults } from "./layout.mjs";
import { blank, CHARTS, drawn, frames, INDICATORS, LANGUAGES, PICTURED, set, silent, test, THEMES, twins, UNFILTERED } from "./support.mjs";

const WIDTHS = [280, 360, 560, 760, 1080];
const GROUND = { light: "#ffffff", dark: "#12181f" };

/** At most a handful of lines, and how many there are. */
function none(faults, what) {
  assert.equal(faults.length, 0, `${what}: ${faults.length}\n${faults.slice(0, 60).join("\n")}`);
}

const page = (width, theme) => `<style>body{margin:0;background:${GROUND[theme]}}main{width:${width}px}</style>`;

/* axe */

for (const theme of THEMES) {
  for (const lang of LANGUAGES) {
    // Colours are the same in all languages, so two of them are enough in the dark. All states are looked at in `states.test.mjs`.
    if (theme === "dark" && lang === "zh-Hant") continue;
    test(`axe finds nothing in any chart, table, card or panel (${lang}, ${theme})`, async (t) => {
      const found = [];
      for (const width of [360, 760]) {
        const attributes = `lang="${lang}" theme="${theme}" loading="eager"`;
        const widgets = [
          ...CHARTS.map((chart) => `chart="${chart}"`), 'chart="map" county="350582"', 'chart="tiers" view="table"', 'chart="shares" tiers="1"',
        ].map((own) => `<county-chains ${own} ${attributes}></county-chains>`).join("");
        const { page: opened, record } = await drawn(t, `${page(width, theme)}<main>${widgets}</main>`, { lang, viewport: { width: 800, height: 900 } });
        await opened.evaluate(() => {
          for (const summary of document.querySelectorAll("county-chains")) {
            for (const details of summary.shadowRoot.querySelectorAll("details")) details.open = true;
          }
        });
        await opened.locator('county-chains >> nth=0 >> [data-action="panel:share"]').click();
        await opened.locator('county-chains >> nth=1 >> [data-action="panel:download"]').click();
        await frames(opened);
        found.push(...(await findings(opened, `${width} px`)));
        silent(record);
        await opened.context().close();
      }
      none(found, "rules broken");
    });

    test(`axe finds nothing in the twins (${lang}, ${theme} page)`, async (t) => {
      const figures = await twins(t, CHARTS.map((chart) => ({ chart, lang })));
      const found = [];
      for (const width of [360, 760]) {
        // The twin brings no colours for its words: it reads as the page does. Its picture is made for a light ground.
        const html = `<style>body{margin:0}main{width:${width}px}</style><main>${figures.map((twin) => `<county-chains>${twin}</county-chains>`).join("")}</main>`;
        const { page: opened } = await blank(t, html, { lang, head: "", colorScheme: theme });
        found.push(...(await findings(opened, `${width} px`)));
        await opened.context().close();
      }
      none(found, "rules broken");
    });
  }
}

test("axe would find something: a broken widget does not pass", async (t) => {
  const { page: opened } = await drawn(t, "<main><county-chains chart=map></county-chains></main>");
  await opened.evaluate(() => {
    const root = document.querySelector("county-chains").shadowRoot;
    root.querySelector("[data-tier]").removeAttribute("aria-label");
    root.querySelector("[part=summary]").style.color = "#ddd";
  });
  const rules = (await findings(opened, "x")).map((line) => line.split(" ")[1]);
  for (const rule of ["color-contrast", "button-name"]) assert.ok(rules.includes(rule), `${rule} is not in ${rules}`);
});

test("SVG text and marks have contrast, which axe cannot judge", async (t) => {
  for (const theme of THEMES) {
    const { page: opened } = await drawn(t, `${page(760, theme)}<main><county-chains theme="${theme}" lang="en"></county-chains></main>`, { viewport: { width: 800, height: 1200 } });
    const weak = [];
    for (const chart of CHARTS) {
      for (const tiers of ["1 2 3 4", "2"]) {
        await set(opened, { chart, tiers });
        weak.push(...(await opened.evaluate(([chart, tiers]) => {
          const root = document.querySelector("county-chains").shadowRoot;
          const linear = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
          const parse = (colour) => colour.match(/[\d.]+/g).map(Number);
          const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
          const ratio = (one, two) => {
            const [a, b] = [light(one), light(two)].sort((x, y) => y - x);
            return (a + 0.05) / (b + 0.05);
          };
          const ground = parse(getComputedStyle(root.querySelector("[data-tiers]")).backgroundColor);
          const shapes = [...root.querySelectorAll("[part=chart] svg :is(rect, path, circle):not(.hit)")].filter((node) => !node.closest(".focus, .hover, .gone"));
          const bad = [];
          for (const text of root.querySelectorAll("[part=chart] svg text")) {
            if (text.closest(".gone")) continue;
            const box = text.getBoundingClientRect();
            const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
            let under = ground;
            for (const shape of shapes) {
              const { left, right, top, bottom } = shape.getBoundingClientRect();
              const { fill } = getComputedStyle(shape);
              if (left <= x && x <= right && top <= y && y <= bottom && fill !== "none" && shape.compareDocumentPosition(text) & 4) {
                const inside = new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse());
                const alpha = parse(fill)[3] ?? 1;
                const opacity = Number(getComputedStyle(shape).opacity) * alpha;
                if (shape.isPointInFill(inside)) under = parse(fill).slice(0, 3).map((value, at) => value * opacity + under[at] * (1 - opacity));
              }
            }
            const found = ratio(parse(getComputedStyle(text).fill), under);
            const { fontSize, fontWeight } = getComputedStyle(text);
            const needed = parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && fontWeight >= 700) ? 3 : 4.5;
            if (found < needed) bad.push(`${chart} ${tiers}: "${text.textContent}" has ${found.toFixed(2)}`);
          }
          return bad;
        }, [chart, tiers])));
      }
    }
    assert.deepEqual(weak.map((line) => `${theme} ${line}`), []);
  }
});

/* Layout with the real fonts */

/** What pages are set in. Latin letters of Arial are as wide as the widget's own table has them, of DejaVu wider. */
const FONTS = {
  Arial: "Arial, 'Liberation Sans', 'Noto Sans CJK SC', sans-serif",
  "Noto Sans": "'Noto Sans CJK SC', sans-serif",
  Times: "'Times New Roman', 'Liberation Serif', 'Noto Serif CJK SC', serif",
  DejaVu: "'DejaVu Sans', 'Noto Sans CJK SC', sans-serif",
};

/** Lays the widget out in all ways of a language and font, and gathers what `check` (in the page) complains about. */
async function everyLayout(t, lang, font, check) {
  const html = `<style>body{margin:0;font-family:${FONTS[font]}}</style><div id="box"><county-chains lang="${lang}" loading="eager"></county-chains></div>`;
  const { page: opened, record } = await drawn(t, html, { viewport: { width: 1180, height: 900 }, reducedMotion: "reduce" });
  const faults = new Set();
  for (const width of WIDTHS) {
    await opened.evaluate((width) => (document.getElementById("box").style.width = `${width}px`), width);
    await frames(opened);
    const cases = [
      ...INDICATORS.map((indicator) => ({ chart: "tiers", indicator })),
      ...CHARTS.slice(1).map((chart) => ({ chart, indicator: null })),
    ].flatMap((own) => (UNFILTERED.includes(own.chart) ? [null] : [null, "1", "2 4", "none"]).map((tiers) => ({ ...own, tiers })));
    cases.push({ chart: "map", county: "350582", indicator: null, tiers: null }, { chart: "map", county: "350527", indicator: null, tiers: null });
    for (const own of cases) {
      await set(opened, { county: null, ...own });
      const where = `${width} px ${own.chart} ${own.indicator ?? ""}`;
      // The same fault under other filters is one fault.
      for (const fault of await opened.evaluate(check)) faults.add(`${where}: ${fault}`);
    }
  }
  silent(record);
  return [...faults];
}

for (const lang of LANGUAGES) {
  for (const font of Object.keys(FONTS)) {
    // One language is tried in every font, the others in the one that the widget reckons with and in the widest.
    if (lang !== "zh-Hans" && !["Arial", "DejaVu"].includes(font)) continue;
    test(`at any width no text is cut, covered, outside its picture or under 12 px, and nothing scrolls sideways (${lang}, ${font})`, async (t) => {
      none(await everyLayout(t, lang, font, layoutFaults), "faults");
    });
  }

  test(`no text of the widget is under 12 px, in any view (${lang})`, async (t) => {
    const { page: opened } = await drawn(t, `<style>body{margin:0}</style><div id="box"><county-chains lang="${lang}"></county-chains></div>`, { viewport: { width: 1180, height: 900 } });
    const small = new Set();
    for (const width of WIDTHS) {
      await opened.evaluate((width) => (document.getElementById("box").style.width = `${width}px`), width);
      for (const own of [...CHARTS.map((chart) => ({ chart, view: "chart" })), { chart: "map", view: "chart", county: "350582" }, { chart: "tiers", view: "table" }, { chart: "map", view: "table" }, { view: "about" }]) {
        await set(opened, { county: null, ...own });
        const found = await opened.evaluate(() => {
          const root = document.querySelector("county-chains").shadowRoot;
          const walker = document.createTreeWalker(root.querySelector("[data-tiers]"), NodeFilter.SHOW_TEXT);
          const found = [];
          while (walker.nextNode()) {
            const { parentElement: parent, data } = walker.currentNode;
            const size = parseFloat(getComputedStyle(parent).fontSize);
            if (data.trim() && parent.checkVisibility() && size < 12) found.push(`${parent.localName}.${parent.className} "${data.slice(0, 12)}" ${size} px`);
          }
          return found;
        });
        for (const line of found) small.add(line);
      }
    }
    assert.deepEqual([...small], []);
  });
}

test("the table of every chart scrolls in its own region where it must", async (t) => {
  for (const lang of LANGUAGES) {
    const { page: opened, record } = await drawn(t, `<style>body{margin:0}</style><county-chains lang="${lang}" view="table"></county-chains>`, { viewport: { width: 320, height: 256 } });
    for (const chart of CHARTS) {
      await set(opened, { chart });
      const seen = await opened.evaluate(() => {
        const region = document.querySelector("county-chains").shadowRoot.querySelector("[part=table]");
        return { page: document.documentElement.scrollWidth <= innerWidth, region: region.getAttribute("role"), name: region.getAttribute("aria-label"), stops: region.querySelectorAll("button[tabindex='0']").length, overflow: getComputedStyle(region).overflowX };
      });
      assert.ok(seen.page, `${chart} ${lang}: the page scrolls sideways`);
      assert.deepEqual([seen.region, seen.stops, seen.overflow], ["region", 1, "auto"]);
      assert.ok(seen.name);
    }
    silent(record);
  }
});

/* Names, structure, table */

test("every chart is a named figure with heading, summary, notes and source, and marks with names in words", async (t) => {
  for (const lang of LANGUAGES) {
    const { page: opened } = await drawn(t, `<county-chains lang="${lang}"></county-chains>`);
    for (const chart of PICTURED) {
      await set(opened, { chart });
      const seen = await opened.evaluate(() => {
        const root = document.querySelector("county-chains").shadowRoot;
        const text = (part) => root.querySelector(`[part="${part}"]`)?.textContent.trim() ?? "";
        const marks = [...root.querySelectorAll("[data-key]")].map((node) => node.getAttribute("aria-label"));
        return { parts: ["heading", "summary", "notes", "source"].map(text), svg: root.querySelector("[part=chart] svg").getAttribute("aria-label"), role: root.querySelector("[part=chart] svg").getAttribute("role"), marks };
      });
      for (const part of seen.parts) assert.ok(part.length > 4, `${chart} ${lang}: ${JSON.stringify(seen.parts)}`);
      assert.ok(seen.svg?.length > 4);
      assert.notEqual(seen.role, "img", "marks inside an image would not be heard");
      assert.equal(new Set(seen.marks).size, seen.marks.length, `${chart} ${lang}: names tell marks apart`);
      for (const name of seen.marks) {
        assert.ok(name?.length > 3);
        assert.doesNotMatch(name, /\d{6,}|undefined|NaN|null/, "numbers are written for people");
        if (lang !== "en") assert.match(name, /[\u4e00-\u9fff]/);
        else assert.doesNotMatch(name, /[\u4e00-\u9fff]/);
      }
    }
  }
});

/** How many rows a chart's table has, by the golden file that readers download; that of the facts is the data. */
async function rowsOf(chart) {
  if (chart === "facts") return JSON.parse(await readFile(new URL("../../pkg/dist/data.json", import.meta.url), "utf8")).facts.length;
  const records = (await table(`${chart}-en`)).split("\r\n");
  // An empty record ends the table, the head begins it.
  return records.findIndex((record) => /^,+$/.test(record)) - 1;
}

test("every chart has a real table: caption, heads with scope, a cell for each head, and the numbers of the marks", async (t) => {
  const { page: opened } = await drawn(t, '<county-chains lang="en"></county-chains>');
  for (const chart of CHARTS) {
    for (const media of ["screen", "print"]) {
      await opened.emulateMedia({ media });
      await set(opened, { chart, view: media === "print" ? "chart" : "table" });
      const table = await opened.evaluate(() => {
        const table = document.querySelector("county-chains").shadowRoot.querySelector("table");
        return {
          caption: table.caption?.textContent ?? "",
          heads: [...table.tHead.rows[0].cells].map((cell) => [cell.localName, cell.scope, cell.textContent.trim().length > 0]),
          rows: [...table.tBodies[0].rows].map((row) => [row.cells[0].localName, row.cells[0].scope, row.cells.length]),
          sums: table.tFoot?.rows.length ?? 0,
          text: table.textContent,
        };
      });
      assert.ok(table.caption.length > 10, chart);
      for (const head of table.heads) assert.deepEqual(head, ["th", "col", true]);
      for (const row of table.rows) assert.deepEqual(row, ["th", "row", table.heads.length]);
      assert.equal(table.rows.length + table.sums, await rowsOf(chart), chart);
      if (chart === "tiers") assert.match(table.text, /not in the article/, "a gap is said, not zero");
    }
  }
});

test("ids are unique in every root, and headings are no h1", async (t) => {
  const { page: opened } = await drawn(t, CHARTS.map((chart) => `<county-chains chart="${chart}" county="350582" loading="eager"></county-chains>`).join(""));
  const seen = await opened.evaluate(() => [...document.querySelectorAll("county-chains")].map(({ shadowRoot }) => {
    const ids = [...shadowRoot.querySelectorAll("[id]")].map(({ id }) => id);
    const lost = [...shadowRoot.querySelectorAll("[aria-controls], [aria-labelledby], [aria-describedby]")]
      .flatMap((node) => ["aria-controls", "aria-labelledby", "aria-describedby"].flatMap((name) => (node.getAttribute(name) ?? "").split(" ").filter(Boolean)))
      .filter((id) => !ids.includes(id));
    return { twice: ids.length - new Set(ids).size, lost, h1: shadowRoot.querySelectorAll("h1, h2").length };
  }));
  for (const root of seen) assert.deepEqual(root, { twice: 0, lost: [], h1: 0 });
});

/* Targets */

test("controls are at least 24 px, and 44 px under a finger; marks at least 24 px or have an equal", async (t) => {
  for (const [least, options] of [[24, { viewport: { width: 1000, height: 900 } }], [44, { viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true }]]) {
    for (const lang of LANGUAGES) {
      const { page: opened } = await drawn(t, `<style>body{margin:0}</style><county-chains lang="${lang}"></county-chains>`, options);
      for (const own of [...CHARTS.map((chart) => ({ chart })), { chart: "tiers", tiers: "1" }, { chart: "map", tiers: null, county: "350582" }]) {
        await set(opened, { tiers: null, county: null, ...own });
        const small = await opened.evaluate((least) => {
          const root = document.querySelector("county-chains").shadowRoot;
          return [...root.querySelectorAll("button, label:has(select), summary")].filter((node) => node.checkVisibility() && !node.disabled).map((node) => {
            const { width, height } = node.getBoundingClientRect();
            return [node.dataset.action ?? node.localName, width, height];
          }).filter(([, width, height]) => width < least - 0.5 || height < least - 0.5)
            .map(([name, width, height]) => `${name} ${width.toFixed(0)} × ${height.toFixed(0)}`);
        }, least);
        assert.deepEqual(small, [], `${lang} ${JSON.stringify(own)}, at least ${least} px`);
      }
      if (least === 24) {
        const marks = await opened.evaluate(() => [...document.querySelector("county-chains").shadowRoot.querySelectorAll("[data-key] .hit")].map((node) => node.getBoundingClientRect()).filter(({ width, height }) => width < 24 || height < 24).length);
        assert.equal(marks, 0);
      }
      await opened.context().close();
    }
  }
});

test("under a finger choices and links to charts are 44 px high on tablets too", async (t) => {
  const { page: opened } = await drawn(t, "<county-chains lang=en></county-chains>", { viewport: { width: 800, height: 1000 }, hasTouch: true, isMobile: true });
  for (const chart of ["tiers", "facts"]) {
    await set(opened, { chart });
    const small = await opened.evaluate(() => [...document.querySelector("county-chains").shadowRoot.querySelectorAll("[data-tiers] button")]
      .filter((button) => button.checkVisibility() && button.offsetHeight < 44).map((button) => `${button.dataset.action} ${button.offsetHeight}`));
    assert.deepEqual(small, [], chart);
  }
});

/* Media and zoom */

test("with forced colours no colour of ours is left", async (t) => {
  const { page: opened } = await drawn(t, '<county-chains lang="en" county="350582"></county-chains>', { forcedColors: "active", viewport: { width: 800, height: 1200 } });
  assert.ok(await opened.evaluate(() => matchMedia("(forced-colors: active)").matches));
  for (const theme of THEMES) {
    for (const own of [...CHARTS.map((chart) => ({ chart })), { chart: "map", tiers: "1" }, { chart: "tiers", view: "table" }]) {
      await set(opened, { tiers: null, view: null, theme, ...own });
      const strange = await opened.evaluate(() => {
        const probe = document.createElement("i");
        document.body.append(probe);
        const system = new Set(["Canvas", "CanvasText", "LinkText", "VisitedText", "ActiveText", "ButtonFace", "ButtonText", "ButtonBorder", "Field", "FieldText", "Highlight", "HighlightText", "GrayText", "Mark", "MarkText", "SelectedItem", "SelectedItemText"].map((name) => {
          probe.style.color = name;
          return getComputedStyle(probe).color;
        }));
        probe.remove();
        const found = new Set();
        for (const node of document.querySelector("county-chains").shadowRoot.querySelectorAll("[data-tiers], [data-tiers] *")) {
          if (node.checkVisibility && !node.checkVisibility({ visibilityProperty: true })) continue;
          const style = getComputedStyle(node);
          const svg = node instanceof SVGElement;
          for (const name of svg ? ["fill", "stroke"] : ["color", "backgroundColor"]) {
            // Of a pattern, its ground and its lines are asked for, and what is there if it is not found.
            const [, id, value] = /^(?:url\("#(\w+)"\) )?(.*)$/.exec(style[name]);
            const pattern = id && node.getRootNode().getElementById(id);
            for (const [part, of] of pattern ? [["rect", "fill"], ["path", "stroke"]] : []) {
              const color = getComputedStyle(pattern.querySelector(part))[of];
              if (!system.has(color)) found.add(`${id} ${of} ${color}`);
            }
            if (value === "none" || /^rgba\(.*, 0\)$/.test(value) || system.has(value) || (svg && node.localName === "g") || node.localName === "title") continue;
            found.add(`${node.localName}.${node.getAttribute("class") ?? ""} ${name} ${value}`);
          }
        }
        return [...found];
      });
      assert.deepEqual(strange, [], JSON.stringify({ theme, ...own }));
    }
  }
});

test("with forced colours shapes keep an edge and the pressed chips differ from the others", async (t) => {
  const { page: opened } = await drawn(t, '<county-chains lang="en" chart="map" tiers="1"></county-chains>', { forcedColors: "active", viewport: { width: 800, height: 1200 } });
  const seen = await opened.evaluate(() => {
    const root = document.querySelector("county-chains").shadowRoot;
    const edges = [...root.querySelectorAll("[data-key]")].map((mark) => [...mark.querySelectorAll("rect:not(.hit), path")].some((node) => getComputedStyle(node).stroke !== "none"));
    const chip = (tier) => getComputedStyle(root.querySelector(`[data-tier="${tier}"]`), "::before");
    return { bare: edges.filter((edge) => !edge).length, pressed: chip(1).borderTopWidth + chip(1).borderTopColor, other: chip(2).borderTopWidth + chip(2).borderTopColor };
  });
  assert.equal(seen.bare, 0);
  assert.notEqual(seen.pressed, seen.other);
});

test("with forced colours what is chosen differs by more than its weight, and its words are seen", async (t) => {
  const { page: opened } = await drawn(t, '<county-chains lang="en"></county-chains>', { forcedColors: "active", viewport: { width: 800, height: 1200 } });
  await opened.evaluate(() => document.querySelector("county-chains").complete());
  const look = (chosen, other) => opened.evaluate(([chosen, other]) => {
    const { shadowRoot } = document.querySelector("county-chains");
    const edges = (selector) => {
      const { backgroundColor, borderBottomWidth } = getComputedStyle(shadowRoot.querySelector(selector));
      return `${backgroundColor} ${borderBottomWidth}`;
    };
    const inside = shadowRoot.querySelector(chosen);
    // Browsers put the page's colour behind words, unless an element takes care of its colours itself.
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = "Canvas";
    const canvas = getComputedStyle(probe).color;
    probe.remove();
    const words = [inside, ...inside.querySelectorAll("*")].map((node) => getComputedStyle(node));
    return { differs: edges(chosen) !== edges(other), hidden: words.filter(({ color, forcedColorAdjust }) => color === canvas && forcedColorAdjust !== "none").length };
  }, [chosen, other]);
  const good = { differs: true, hidden: 0 };
  assert.deepEqual(await look('.pills [aria-checked="true"]', '.pills [aria-checked="false"]'), good, "indicators");
  assert.deepEqual(await look('[role=tab][aria-selected="true"]', '[role=tab][aria-selected="false"]'), good, "charts");
  await set(opened, { view: "table" });
  assert.deepEqual(await look('.actions [aria-pressed="true"]', '.actions [aria-pressed="false"]'), good, "views");
  await opened.locator('county-chains [data-action="panel:share"]').click();
  await frames(opened);
  assert.deepEqual(await look('.actions [aria-expanded="true"]', '.actions [aria-expanded="false"]'), good, "panels");
  await set(opened, { chart: "facts", view: null });
  await opened.locator("county-chains .pills button").nth(2).click();
  await frames(opened);
  assert.deepEqual(await look('.pills [aria-checked="true"]', '.pills [aria-checked="false"]'), good, "topics");
});

test("motion runs for those who want it, and not for those who do not", async (t) => {
  for (const [reducedMotion, moves] of [["no-preference", true], ["reduce", false]]) {
    let ran = 0;
    for (const chart of ["tiers", "shares", "map"]) {
      const { page: opened } = await drawn(t, `<county-chains chart="${chart}" lang="en"></county-chains>`, { reducedMotion, viewport: { width: 800, height: 1200 } });
      await opened.evaluate(() => document.querySelector("county-chains").shadowRoot.querySelector('[data-tier="2"]').click());
      ran += await opened.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(
        document.querySelector("county-chains").shadowRoot.querySelector("[data-tiers]").getAnimations({ subtree: true }).length,
      ))));
      const long = await opened.evaluate(() => [...document.querySelector("county-chains").shadowRoot.querySelectorAll("*")].flatMap((node) => getComputedStyle(node).transitionDuration.split(", ")).filter((time) => parseFloat(time) > 0.2));
      assert.deepEqual(long, [], "nothing takes more than 200 ms");
    }
    assert.equal(ran > 0, moves, `${ran} animations with ${reducedMotion}`);
  }
});

test("nothing moves by itself when the page opens", async (t) => {
  const { page: opened } = await drawn(t, CHARTS.map((chart) => `<county-chains chart="${chart}" loading="eager"></county-chains>`).join(""));
  assert.equal(await opened.evaluate(() => [...document.querySelectorAll("county-chains")].reduce((sum, { shadowRoot }) => sum + shadowRoot.querySelector("[data-tiers]").getAnimations({ subtree: true }).length, 0)), 0);
});

test("more contrast is given where it is asked for", async (t) => {
  const colours = async (contrast) => {
    const { page: opened } = await drawn(t, '<county-chains lang="en"></county-chains>', { contrast });
    return opened.evaluate(() => {
      const root = document.querySelector("county-chains").shadowRoot;
      return ["[part=source]", "[part=summary]", "[part=heading]"].map((selector) => getComputedStyle(root.querySelector(selector)).color);
    });
  };
  const [source, summary, heading] = await colours("more");
  assert.deepEqual([source, summary], [heading, heading]);
  assert.notEqual((await colours("no-preference"))[0], heading);
});

test("a window of 320 × 256 px, that is 400 % zoom, needs no scrolling sideways", async (t) => {
  for (const lang of LANGUAGES) {
    const { page: opened, record } = await drawn(t, `<style>body{margin:0}</style><county-chains lang="${lang}"></county-chains>`, { viewport: { width: 320, height: 256 } });
    for (const chart of CHARTS) {
      for (const view of ["chart", "table", "about"]) {
        await set(opened, { chart, view });
        assert.ok(await opened.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${lang} ${chart} ${view}`);
      }
    }
    silent(record);
  }
});

test("the reader's own text spacing is taken without anything cut off", async (t) => {
  for (const lang of LANGUAGES) {
    for (const width of [360, 760]) {
      const { page: opened } = await drawn(t, `<style>body{margin:0}</style><county-chains lang="${lang}"></county-chains>`, { viewport: { width, height: 900 } });
      const found = [];
      for (const chart of CHARTS) {
        await set(opened, { chart });
        found.push(...(await opened.evaluate((chart) => {
          const host = document.querySelector("county-chains");
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(":not(svg *){line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}");
          host.shadowRoot.adoptedStyleSheets = [...host.shadowRoot.adoptedStyleSheets.slice(0, 1), sheet];
          const frame = host.getBoundingClientRect();
          return [...host.shadowRoot.querySelectorAll("button, h3, p, select")].filter((node) => node.checkVisibility() && !node.closest(".tabs")).filter((node) => {
            const { left, right } = node.getBoundingClientRect();
            return node.scrollWidth > node.clientWidth + 1 || right > frame.right + 0.5 || left < frame.left - 0.5;
          }).map((node) => `${chart}: ${node.localName} "${node.textContent.slice(0, 24)}" ${node.scrollWidth} > ${node.clientWidth}`);
        }, chart)));
      }
      assert.deepEqual(found, [], `${lang} at ${width} px`);
    }
  }
});
