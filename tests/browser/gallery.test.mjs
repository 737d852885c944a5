// The page that a visitor sees: it is whole, its playground works, and it prints.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { inflateSync } from "node:zlib";
import { blank, CHARTS, drawn, frames, look, page, ready, shown, silent, test } from "./support.mjs";

const SAMPLE = "#sample";

/** Opens the gallery and looks at all of it. */
async function gallery(t, options = {}) {
  const opened = await page(t, options.path ?? "/", { viewport: { width: 1280, height: 900 }, ...options });
  await look(opened.page);
  return opened;
}

const choose = async (page, name, value) => {
  await page.locator(`#controls [name="${name}"][value="${value}"]`).evaluate((input) => input.click());
  await frames(page);
};
const code = (page) => page.locator("#snippet").innerText();

for (const [where, options] of [["a wide screen", {}], ["a phone", { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }], ["a dark one", { colorScheme: "dark" }]]) {
  test(`on ${where} the gallery opens without a complaint, and every widget is drawn and fits`, async (t) => {
    const { page: opened, record } = await gallery(t, options);
    silent(record);
    const widgets = await opened.evaluate(() => [...document.querySelectorAll("county-chains")].map((element) => ({
      id: element.id, chart: element.shadowRoot.querySelector("[data-tiers]")?.dataset.chart, marks: element.shadowRoot.querySelectorAll("[data-key]").length,
      fits: element.scrollWidth <= element.clientWidth,
    })));
    assert.ok(widgets.length >= 8);
    for (const { id, chart, marks, fits } of widgets) assert.ok(chart && marks >= 4 && fits, `${id}: ${chart}, ${marks} marks, fits: ${fits}`);
    assert.deepEqual([...new Set(widgets.map(({ chart }) => chart))].sort(), ["map", "shares", "six-ones", "tiers"]);
    assert.ok(await opened.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page does not scroll sideways");
    const strangers = record.requests.filter((address) => new URL(address).origin !== new URL(opened.url()).origin);
    assert.deepEqual(strangers, []);
    for (const file of ["county-chains.wasm", "county-chains.tiers.wasm"]) {
      assert.equal(record.requests.filter((address) => address.endsWith(`/${file}`)).length, 1, `the preload and the widget share one request for ${file}`);
    }
  });
}

test("the article reads without script: every widget has its words", async (t) => {
  const { page: still } = await page(t, "/", { javaScriptEnabled: false });
  const words = await still.locator("county-chains").allInnerTexts();
  assert.ok(words.length >= 7);
  for (const text of words) assert.match(text, /来源|來源|Source/);
});

// The builder has the other controls; its tests ask for them.
test("every control of the playground drives the widget and its code", async (t) => {
  const { page: opened, record } = await gallery(t);
  for (const chart of [...CHARTS.filter((chart) => chart !== "tiers"), "tiers"]) {
    await choose(opened, "chart", chart);
    assert.equal((await shown(opened, SAMPLE)).chart, chart);
    assert.match(await code(opened), new RegExp(`chart="${chart}"`));
  }
  await choose(opened, "tiers", "2");
  assert.equal((await shown(opened, SAMPLE)).tiers, "1 3 4");
  assert.match(await code(opened), /tiers="1 3 4"/);
  for (const [lang, pattern] of [["en", /Tier 1/], ["zh-Hant", /一類/], ["zh-Hans", /一类/]]) {
    await opened.locator(`button[data-lang="${lang}"]`).click();
    await frames(opened);
    assert.equal((await shown(opened, SAMPLE)).lang, lang);
    assert.match(await opened.locator(`${SAMPLE} [data-tiers]`).innerText(), pattern);
    assert.match(await code(opened), new RegExp(`lang="${lang}"`));
  }
  await opened.locator("#controls [name=width]").evaluate((input) => {
    input.value = "360";
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await frames(opened);
  await frames(opened);
  assert.equal((await shown(opened, SAMPLE)).size, "360");
  silent(record);
});

test("what is done in the chart comes back to the form, the code and the list of events", async (t) => {
  const { page: opened, record } = await gallery(t);
  await opened.locator(`${SAMPLE} [data-tier="1"]`).click();
  await opened.locator(`${SAMPLE} [role=tab][data-chart="map"]`).click();
  await frames(opened);
  const form = await opened.evaluate(() => {
    const { elements } = document.getElementById("controls");
    return [elements.chart.value, [...elements.tiers].filter(({ checked }) => checked).map(({ value }) => value).join(" ")];
  });
  assert.deepEqual(form, ["map", "2 3 4"]);
  assert.match(await code(opened), /chart="map".*tiers="2 3 4"/);
  await opened.locator(`${SAMPLE} [data-key="county:350582"]`).click();
  await frames(opened);
  const listed = await opened.locator("#events li").allInnerTexts();
  assert.ok(listed.some((line) => line.includes("county-chains-select") && line.includes("350582")), `${listed}`);
  silent(record);
});

test("the code of the playground, pasted, is the widget of the playground", async (t) => {
  const { page: opened } = await gallery(t);
  await choose(opened, "chart", "map");
  await choose(opened, "tiers", "4");
  await opened.locator('button[data-lang="en"]').click();
  await frames(opened);
  const { page: pasted } = await drawn(t, await code(opened));
  assert.deepEqual(await pasted.evaluate(() => document.querySelector("county-chains").state), await opened.evaluate(() => document.getElementById("sample").state));
});

test("copying says that it has copied, and the clipboard holds the code", async (t) => {
  const { page: opened } = await gallery(t, { permissions: ["clipboard-read", "clipboard-write"] });
  const button = opened.locator("button.copy").first();
  const source = await button.getAttribute("data-copy");
  await button.click();
  assert.equal(await opened.evaluate(() => navigator.clipboard.readText()), await opened.locator(`#${source}`).evaluate((node) => node.textContent));
});

test("the page speaks the language that is chosen, and the address keeps it", async (t) => {
  const { page: opened, record } = await gallery(t);
  await opened.locator('button[data-lang="en"]').click();
  await frames(opened);
  assert.equal(await opened.evaluate(() => document.documentElement.lang), "en");
  assert.match(await opened.title(), /county-chains/);
  assert.doesNotMatch(await opened.locator("#try-title, #settings-title, #paste-title").first().innerText(), /[\u4e00-\u9fff]/);
  assert.match(await opened.evaluate(() => location.href), /lang=en/);
  const { page: again } = await gallery(t, { path: "/?lang=en" });
  assert.equal(await again.evaluate(() => document.documentElement.lang), "en");
  const left = await opened.evaluate(() => [...document.querySelectorAll("[data-t]")].filter((node) => /[\u4e00-\u9fff]/.test(node.textContent)).map(({ dataset }) => dataset.t));
  assert.deepEqual(left, [], "no Chinese is left in what is translated");
  silent(record);
});

test("the sentences of the article work their charts", async (t) => {
  const { page: opened, record } = await gallery(t, { reducedMotion: "reduce" });
  const buttons = opened.locator("button.act");
  assert.ok((await buttons.count()) >= 2);
  for (let index = 0; index < (await buttons.count()); index++) {
    const button = buttons.nth(index);
    const [target, wanted] = await button.evaluate(({ dataset }) => [dataset.for, dataset.set]);
    await button.click();
    await frames(opened);
    const state = await opened.evaluate((id) => document.getElementById(id).state, target);
    for (const pair of wanted.split(" ")) {
      const [name, value] = pair.split("=");
      if (value === "all") continue;
      assert.equal(String(state[name]), value, `${target}: ${name}`);
    }
    assert.ok(await opened.locator(`#${target}`).isVisible());
  }
  silent(record);
});

test("every link of the gallery leads somewhere", async (t) => {
  const { page: opened } = await gallery(t);
  const broken = await opened.evaluate(async () => {
    const found = [];
    for (const link of document.querySelectorAll("a[href], link[href], script[src]")) {
      const address = new URL(link.href || link.src);
      if (address.pathname === location.pathname) {
        if (address.hash && !document.getElementById(address.hash.slice(1))) found.push(address.hash);
      } else if (!(await fetch(address)).ok) found.push(address.href);
    }
    return found;
  });
  assert.deepEqual(broken, []);
});

/* Print */

test("print shows chart and table, and no control", async (t) => {
  const { page: opened, record } = await drawn(t, '<county-chains chart="shares" lang="en"></county-chains>', { viewport: { width: 760, height: 900 } });
  await opened.emulateMedia({ media: "print" });
  await frames(opened);
  const widget = opened.locator("county-chains");
  for (const part of ["chart", "table", "heading", "summary", "notes", "source"]) assert.ok(await widget.locator(`[part=${part}]`).isVisible(), part);
  for (const part of ["picker", "filter", "actions"]) assert.ok(!(await widget.locator(`[part=${part}]`).isVisible()), part);
  silent(record);
});

test("a PDF holds the words of chart, table, notes and source, on paper of any size", async (t) => {
  const { page: opened } = await drawn(t, '<county-chains chart="tiers" lang="en"></county-chains>', { viewport: { width: 1100, height: 900 } });
  await opened.emulateMedia({ media: "print" });
  await frames(opened);
  const words = await opened.evaluate(() => {
    const root = document.querySelector("county-chains").shadowRoot;
    const text = (selector) => [...root.querySelectorAll(selector)].map((node) => node.textContent.trim()).filter(Boolean);
    return [...text("[part=heading]"), ...text("table tbody th"), ...text("table tbody td"), ...text("table caption"), ...text("[part=source]"), ...text("[part=chart] svg text:not(.gone *)")];
  });
  assert.ok(words.length > 50, "the words of the table are among them");
  await opened.emulateMedia({ media: null });
  await frames(opened);
  for (const format of ["A4", "A5", "Letter"]) {
    const found = textOf(await opened.pdf({ format })).replace(/\s+/g, "");
    const lost = words.filter((word) => !found.includes(word.replace(/\s+/g, "")));
    assert.deepEqual(lost, [], `${format}: ${found.length} letters in the file`);
  }
});

test("a table of many pages is printed whole, straight from the screen", async (t) => {
  const { page: opened } = await drawn(t, '<county-chains chart="facts" lang="zh-Hans"></county-chains>', { viewport: { width: 760, height: 900 } });
  // Fonts set fi and ff as one letter.
  const found = textOf(await opened.pdf({ format: "A4" })).normalize("NFKC").replace(/\s+/g, "");
  const { facts } = JSON.parse(await readFile(new URL("../../pkg/dist/data.json", import.meta.url), "utf8"));
  const lost = facts.filter(({ id }) => !found.includes(id));
  assert.deepEqual(lost.map(({ id }) => id), []);
  assert.ok(found.split("数字或内容").length > 5, "each sheet repeats the head");
  assert.ok(found.includes("embed.html?chart=facts"), "and the address that restores the view");
  // Back on the screen, the table is gone again.
  await frames(opened);
  assert.equal(await opened.locator("county-chains table").count(), 0);
});

test("in print nothing is wider than the paper", async (t) => {
  for (const chart of CHARTS) {
    for (const lang of ["en", "zh-Hans"]) {
      const { page: opened } = await drawn(t, `<style>body{margin:0}</style><county-chains chart="${chart}" lang="${lang}"></county-chains>`, { viewport: { width: 1200, height: 900 } });
      await opened.emulateMedia({ media: "print" });
      // A4 within margins of 1 cm. On smaller paper browsers shrink what is too wide.
      await opened.setViewportSize({ width: 718, height: 1047 });
      await frames(opened);
      const wide = await opened.evaluate(() => {
        const root = document.querySelector("county-chains").shadowRoot;
        return [...root.querySelectorAll("svg, table, p, h3")].filter((node) => node.checkVisibility() && node.getBoundingClientRect().right > innerWidth + 1).map((node) => `${node.localName} ${node.getBoundingClientRect().right}`);
      });
      assert.deepEqual(wide, [], `${chart} ${lang}`);
    }
  }
});

test("a widget that was never near the screen is printed as its twin", async (t) => {
  const html = '<county-chains id="near"></county-chains><div style="height:9000px"></div><county-chains><p>The twin far below.</p></county-chains>';
  const { page: opened } = await blank(t, html);
  await ready(opened, "#near");
  assert.ok(textOf(await opened.pdf()).replace(/\s+/g, "").includes("Thetwinfarbelow."));
});

/** The text of a PDF as Chromium writes it: glyphs in hexadecimal, and for each font a map to Unicode. */
function textOf(pdf) {
  const source = pdf.toString("latin1");
  const objects = new Map();
  for (const [, id, body] of source.matchAll(/(?:^|\n)(\d+) 0 obj\n?([\s\S]*?)\nendobj/g)) objects.set(id, body);
  const stream = (body) => {
    const start = body.indexOf("stream\n") + 7;
    const bytes = Buffer.from(body.slice(start, body.lastIndexOf("\nendstream")), "latin1");
    return /FlateDecode/.test(body.slice(0, start)) ? inflateSync(bytes).toString("latin1") : bytes.toString("latin1");
  };
  const maps = new Map();
  const mapOf = (id) => {
    if (maps.has(id)) return maps.get(id);
    const map = new Map();
    const toUnicode = objects.get(id)?.match(/\/ToUnicode (\d+) 0 R/)?.[1];
    const letters = (hex) => Buffer.from(hex, "hex").swap16().toString("utf16le");
    const text = toUnicode ? stream(objects.get(toUnicode)) : "";
    for (const [, block] of text.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)) {
      for (const [, glyph, unicode] of block.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/gi)) map.set(parseInt(glyph, 16), letters(unicode));
    }
    for (const [, block] of text.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g)) {
      for (const [, first, last, unicode] of block.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>/gi)) {
        for (let glyph = parseInt(first, 16); glyph <= parseInt(last, 16); glyph++) {
          map.set(glyph, String.fromCodePoint(parseInt(unicode, 16) + glyph - parseInt(first, 16)));
        }
      }
    }
    maps.set(id, map);
    return map;
  };
  let all = "";
  const read = (body, resources) => {
    const fonts = new Map([...(resources.match(/\/Font <<([\s\S]*?)>>/)?.[1] ?? "").matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name, id]) => [name, id]));
    let map = new Map();
    for (const [, font, hex, name] of stream(body).matchAll(/\/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|\/(X\d+) Do/g)) {
      if (font) map = mapOf(fonts.get(font));
      else if (hex) for (let at = 0; at < hex.length; at += 4) all += map.get(parseInt(hex.slice(at, at + 4), 16)) ?? "";
      else if (name) {
        const form = objects.get(resources.match(new RegExp(`/${name} (\\d+) 0 R`))?.[1]);
        if (form && /\/Subtype \/Form/.test(form)) read(form, form);
      }
    }
  };
  for (const body of objects.values()) {
    if (!/\/Type \/Page\b/.test(body)) continue;
    const content = objects.get(body.match(/\/Contents (\d+) 0 R/)[1]);
    read(content, body);
  }
  return all;
}
