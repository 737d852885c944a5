// The element as a page editor and a script meet it: attributes, properties, events, methods, life in the page.

import assert from "node:assert/strict";
import { assertSame, blank, CHARTS, drawing, drawn, frames, INDICATORS, ready, set, shown, silent, test, until } from "./support.mjs";

const ONE = "<county-chains></county-chains>";
const WASM = /county-chains\.wasm$/;

/** Collects the element's events in `window.events`, as they arrive at the document. */
const listening = (page) => page.addInitScript(() => {
  window.events = [];
  for (const name of ["ready", "change", "select", "error"]) {
    document.addEventListener(`county-chains-${name}`, ({ target, detail }) => {
      window.events.push({ id: target.id, name, detail });
    });
  }
});
const events = (page) => page.evaluate(() => window.events.splice(0));
const state = (page, selector = "county-chains") => page.evaluate((selector) => document.querySelector(selector).state, selector);
const text = (page, part, selector = "county-chains") => page.locator(`${selector} [part="${part}"]`).first().innerText();
const wasmRequests = ({ requests }) => requests.filter((address) => WASM.test(address)).length;

/* Attributes and properties */

const VALUES = {
  chart: CHARTS,
  indicator: INDICATORS,
  tiers: ["1", "2 4", "none", "1 2 3 4"],
  county: ["350582", "350212"],
  view: ["table", "about", "chart"],
  lang: ["zh-Hant", "en", "zh-Hans"],
  theme: ["light", "dark", "auto"],
  heading: ["Own heading <b>&amp;", "另一个"],
  group: ["one"],
  controls: ["filter table", "none", "filter picker table download share about"],
  charts: ["tiers map", "shares"],
};

test("every attribute is live: a change shows, and its removal brings the default back", async (t) => {
  const { page, record } = await drawn(t, '<county-chains chart="map"></county-chains>');
  const start = await drawing(page);
  for (const [name, values] of Object.entries(VALUES)) {
    // What an attribute shows depends on the chart.
    const chart = name === "indicator" ? "tiers" : "map";
    if (name !== "chart") await set(page, { chart });
    let before = (await drawing(page)).join();
    for (const value of values) {
      await set(page, { [name]: value });
      const now = (await drawing(page)).join();
      if (name !== "group") assert.ok(now !== before || value === values[0], `${name}="${value}" changes the picture`);
      before = now;
    }
    await set(page, { [name]: null });
    if (name === "chart") assert.equal((await shown(page)).chart, "tiers");
    await set(page, { chart: "map" });
    assertSame(await drawing(page), start, `without ${name} all is as before`);
  }
  silent(record);
});

test("attributes and properties reflect each other", async (t) => {
  const { page, record } = await drawn(t, ONE);
  for (const [name, values] of Object.entries(VALUES)) {
    for (const value of values) {
      const [attribute, property] = await page.evaluate(([name, value]) => {
        const element = document.querySelector("county-chains");
        element[name] = value;
        const attribute = element.getAttribute(name);
        element[name] = null;
        element.setAttribute(name, value);
        return [attribute, element[name]];
      }, [name, value]);
      assert.equal(attribute, value);
      assert.equal(property, value);
    }
    await set(page, { [name]: null });
  }
  const defaults = await page.evaluate(() => {
    const { chart, indicator, tiers, county, view, theme, group, heading, loading } = document.querySelector("county-chains");
    return { chart, indicator, tiers, county, view, theme, group, heading, loading };
  });
  assert.deepEqual(defaults, {
    chart: "tiers", indicator: "gdp", tiers: "1 2 3 4", county: null, view: "chart", theme: "auto", group: null, heading: null,
    loading: "lazy",
  });
  silent(record);
});

test("what a reader does is reflected in the attributes", async (t) => {
  const { page } = await drawn(t, ONE, { before: listening });
  const attributes = () => page.evaluate(() => {
    const element = document.querySelector("county-chains");
    return Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
  });
  await page.locator('county-chains [data-tier="2"]').click();
  assert.deepEqual(await attributes(), { tiers: "1 3 4" });
  await page.locator('county-chains [data-chart="map"]').last().click();
  await page.locator('county-chains [data-key="county:350582"]').click();
  assert.deepEqual(await attributes(), { tiers: "1 3 4", chart: "map", county: "350582" });
  for (const tier of [1, 3, 4]) await page.locator(`county-chains [data-tier="${tier}"]`).click();
  assert.equal((await attributes()).tiers, "none");
  await page.locator("county-chains [data-action=reset]").first().click();
  assert.deepEqual(await attributes(), { chart: "map", county: "350582" });
});

test("the filter is written with spaces, commas, or none, and counts what it keeps", async (t) => {
  const { page, record } = await drawn(t, ONE);
  for (const [written, tiers] of [["1,2", "1 2"], ["4 1", "1 4"], ["  3 ", "3"], ["none", ""], ["1, 2, 3, 4", "1 2 3 4"], ["all", "1 2 3 4"]]) {
    await set(page, { tiers: written });
    const root = await shown(page);
    assert.ok([tiers, tiers || "none"].includes(root.tiers), `${written}: ${root.tiers}`);
    const pressed = await page.locator("county-chains [data-tier][aria-pressed=true]").count();
    assert.equal(pressed, tiers ? tiers.split(" ").length : 0);
  }
  silent(record);
});

for (const [name, bad, allowed] of [
  ["chart", "pie", "map"],
  ["charts", "tiers pie", "map"],
  ["indicator", "money", "gdp-per-county"],
  ["tiers", "5", "none"],
  ["county", "999999", "350582"],
  ["view", "grid", "table"],
  ["lang", "xx", "zh-Hant"],
  ["theme", "sepia", "dark"],
  ["controls", "wheel", "picker"],
  ["loading", "soon", "eager"],
]) {
  test(`a bad ${name} is ignored, named once, and told with what is allowed`, async (t) => {
    const { page, record } = await drawn(t, '<county-chains chart="map" tiers="1 2" county="350582"></county-chains>');
    const [before, known] = [await drawing(page), await state(page)];
    await set(page, { [name]: bad });
    await set(page, { theme: "light" });
    await set(page, { theme: null });
    assert.deepEqual(record.events.map(({ code }) => code), ["bad-attribute"]);
    assert.deepEqual(record.console.length, 1, "one line on the console");
    const wrong = bad.split(" ").at(-1);
    for (const line of [record.events[0].message, record.console[0]]) {
      assert.ok(line.includes(name) && line.includes(wrong) && line.includes(allowed), line);
    }
    assertSame(await drawing(page), before, "the picture has changed");
    assert.deepEqual(await state(page), known);
    await set(page, { [name]: null });
    assert.equal(record.events.length, 1);
  });
}

test("a bad value in the markup leaves the default and does not stop the drawing", async (t) => {
  const { page, record } = await drawn(t, '<county-chains chart="pie" tiers="1"></county-chains>');
  assert.equal((await shown(page)).chart, "tiers");
  assert.equal((await shown(page)).tiers, "1");
  assert.deepEqual(record.events.map(({ code }) => code), ["bad-attribute"]);
});

test("properties that were set before the script came are honoured", async (t) => {
  const { page, record } = await blank(t, "<county-chains></county-chains><county-chains></county-chains>", { head: "" });
  await page.evaluate(() => {
    const [one, two] = document.querySelectorAll("county-chains");
    Object.assign(one, { chart: "map", tiers: [1, 3], county: "350582", lang: "en", heading: "Mine" });
    two.state = { chart: "shares", tiers: [2], theme: "dark" };
    const script = document.createElement("script");
    Object.assign(script, { type: "module", src: "/county-chains/county-chains.js" });
    document.head.append(script);
  });
  await ready(page);
  const [one, two] = await page.evaluate(() => [...document.querySelectorAll("county-chains")].map(({ state }) => state));
  assert.deepEqual([one.chart, one.tiers, one.county, one.lang, one.heading], ["map", [1, 3], "350582", "en", "Mine"]);
  assert.deepEqual([two.chart, two.tiers, two.theme], ["shares", [2], "dark"]);
  await page.evaluate(() => (document.querySelector("county-chains").chart = "tiers"));
  await frames(page);
  assert.equal((await shown(page)).chart, "tiers", "the accessor is back");
  silent(record);
});

test("an element made by script, with attributes set before it is inserted, draws them", async (t) => {
  const { page, record } = await blank(t, "");
  await page.evaluate(async () => {
    await customElements.whenDefined("county-chains");
    const element = document.createElement("county-chains");
    element.setAttribute("chart", "map");
    element.tiers = "2";
    document.body.append(element);
  });
  await ready(page);
  assert.deepEqual([(await shown(page)).chart, (await shown(page)).tiers], ["map", "2"]);
  silent(record);
});

/* State */

test("state is plain JSON, and a part of it changes only what it names", async (t) => {
  const { page, record } = await drawn(t, '<county-chains chart="map" tiers="1 2" lang="en"></county-chains>');
  const before = await page.evaluate(() => {
    const { state } = document.querySelector("county-chains");
    return [state, JSON.parse(JSON.stringify(state))];
  });
  assert.deepEqual(before[0], before[1]);
  await page.evaluate(() => (document.querySelector("county-chains").state = { county: "350582", view: "table" }));
  assert.deepEqual(await state(page), { ...before[0], county: "350582", view: "table" });
  await frames(page);
  assert.equal((await shown(page)).view, "table");
  await page.evaluate((all) => (document.querySelector("county-chains").state = all), before[0]);
  assert.deepEqual(await state(page), before[0], "a state that was read can be set again");
  silent(record);
});

test("the state that is handed out is a copy", async (t) => {
  const { page } = await drawn(t, ONE);
  const tiers = await page.evaluate(() => {
    const element = document.querySelector("county-chains");
    element.state.tiers.push(9);
    element.state.chart = "map";
    return [element.state.tiers, element.state.chart];
  });
  assert.deepEqual(tiers, [[1, 2, 3, 4], "tiers"]);
});

test("what does not belong into the state is named, and pollutes nothing", async (t) => {
  const { page, record } = await drawn(t, ONE);
  const before = await state(page);
  await page.evaluate(() => {
    document.querySelector("county-chains").state = JSON.parse('{"colour":"red","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
  });
  await frames(page);
  assert.equal(await page.evaluate(() => ({}).polluted), undefined);
  assert.deepEqual(await state(page), before);
  assert.ok(record.events.every(({ code }) => code === "bad-attribute"));
  assert.ok(record.events.some(({ message }) => message.includes("colour")));
});

/* Events */

test("events bubble out of shadow roots with plain JSON", async (t) => {
  const before = async (page) => {
    await listening(page);
    await page.addInitScript(() => {
      window.flags = {};
      for (const name of ["ready", "change", "select", "error"]) {
        document.addEventListener(`county-chains-${name}`, ({ bubbles, composed, detail }) => {
          window.flags[name] = [bubbles, composed, JSON.stringify(JSON.parse(JSON.stringify(detail))) === JSON.stringify(detail), Object.getPrototypeOf(detail) === Object.prototype];
        });
      }
    });
  };
  const { page } = await blank(t, '<div id="host"></div>', { before });
  await page.evaluate(async () => {
    await customElements.whenDefined("county-chains");
    const root = document.getElementById("host").attachShadow({ mode: "open" });
    const element = document.createElement("county-chains");
    element.setAttribute("chart", "map");
    root.append(element);
    await element.ready;
    window.element = element;
  });
  await page.locator('[data-key="county:350582"]').click();
  await page.evaluate(() => window.element.setAttribute("chart", "pie"));
  await frames(page);
  const plain = [true, true, true, true];
  assert.deepEqual(await page.evaluate(() => window.flags), { ready: plain, change: plain, select: plain, error: plain });
});

test("ready comes once and its promise gives the element", async (t) => {
  const { page } = await drawn(t, ONE, { before: listening });
  assert.ok(await page.evaluate(async () => {
    const element = document.querySelector("county-chains");
    return (await element.ready) === element;
  }));
  await set(page, { chart: "map" });
  await page.evaluate(() => {
    const element = document.querySelector("county-chains");
    element.remove();
    document.body.append(element);
  });
  await frames(page);
  assert.equal((await events(page)).filter(({ name }) => name === "ready").length, 1);
});

test("a chip, a tile and a script's change each give one change, with the state as it now is", async (t) => {
  const { page } = await drawn(t, '<county-chains chart="map" lang="en"></county-chains>', { before: listening });
  await events(page);
  await page.locator('county-chains [data-tier="1"]').click();
  await frames(page);
  let said = await events(page);
  assert.deepEqual(said.map(({ name }) => name), ["change"]);
  assert.deepEqual(said[0].detail.state, await state(page));
  assert.deepEqual(said[0].detail.state.tiers, [2, 3, 4]);

  await page.locator('county-chains [data-key="county:350582"]').click();
  await frames(page);
  said = await events(page);
  assert.deepEqual(said.map(({ name }) => name).sort(), ["change", "select"]);
  assert.deepEqual(said.find(({ name }) => name === "select").detail, { county: "350582", mark: "county:350582" });
  assert.equal(said.find(({ name }) => name === "change").detail.state.county, "350582");

  await page.locator('county-chains [data-key="county:350582"]').click();
  await frames(page);
  said = await events(page);
  assert.deepEqual(said.find(({ name }) => name === "select").detail, { county: null, mark: null });

  await page.evaluate(() => Object.assign(document.querySelector("county-chains"), { chart: "tiers", tiers: "4", indicator: "chains" }));
  await frames(page);
  said = await events(page);
  assert.deepEqual(said.map(({ name }) => name), ["change"], "three changes in one frame are one");
  assert.deepEqual([said[0].detail.state.chart, said[0].detail.state.tiers, said[0].detail.state.indicator], ["tiers", [4], "chains"]);

  await page.evaluate(() => (document.querySelector("county-chains").state = { tiers: [4], chart: "tiers" }));
  await set(page, { tiers: "4" });
  assert.deepEqual(await events(page), [], "no change, no event");
});

test("reading a property right after setting one does not swallow the change", async (t) => {
  const { page } = await drawn(t, '<county-chains id="a" group="g"></county-chains><county-chains id="b" group="g"></county-chains>', {
    before: listening,
  });
  await events(page);
  await page.evaluate(() => {
    const element = document.getElementById("a");
    element.tiers = "1";
    return [element.tiers, element.state];
  });
  await frames(page);
  const said = await events(page);
  assert.deepEqual(said.filter(({ id }) => id === "a").map(({ name }) => name), ["change"]);
  assert.equal((await shown(page, "#b")).tiers, "1", "the group follows");
});

test("a mark that is no county is selected with its key", async (t) => {
  const { page } = await drawn(t, '<county-chains chart="six-ones"></county-chains>', { before: listening });
  await events(page);
  const key = await page.locator("county-chains [part=chart] [data-key]").first().getAttribute("data-key");
  assert.match(key, /^six-ones:/);
  await page.locator(`county-chains [data-key="${key}"]`).click();
  await frames(page);
  const select = (await events(page)).find(({ name }) => name === "select");
  assert.deepEqual(select.detail, { county: null, mark: key });
  assert.ok(await page.locator("county-chains [part=card] [data-fact]").count());
});

/* Methods */

test("toSVG gives a well-formed picture of what is asked and changes nothing", async (t) => {
  const { page, record } = await drawn(t, '<county-chains chart="tiers" lang="en"></county-chains>', { before: listening });
  await events(page);
  const pictures = await page.evaluate(() => {
    const element = document.querySelector("county-chains");
    return [{}, { width: 400 }, { chart: "map", lang: "zh-Hant", theme: "dark", county: "350582" }, { chart: "shares", tiers: [1] }, { chart: "pie" }].map((options) => {
      const svg = element.toSVG(options);
      const { documentElement: root } = new DOMParser().parseFromString(svg, "image/svg+xml");
      const strangers = [...root.querySelectorAll("script, foreignObject, style, image, use, a, parsererror, [style], [href], [onload], [id]")].map(({ nodeName }) => nodeName);
      return { name: root.nodeName, width: root.getAttribute("width"), lang: root.getAttribute("lang"), text: root.textContent, strangers };
    });
  });
  assert.deepEqual(pictures.map(({ name }) => name), Array(5).fill("svg"));
  assert.deepEqual(pictures.flatMap(({ strangers }) => strangers), []);
  assert.deepEqual(pictures.map(({ width }) => width), ["760", "400", "760", "760", "760"]);
  assert.deepEqual(pictures.map(({ lang }) => lang), ["en", "en", "zh-Hant", "en", "en"]);
  assert.match(pictures[0].text, /trillion/);
  assert.match(pictures[2].text, /晉江/);
  assert.equal(pictures[4].text, pictures[0].text, "a bad option is ignored");
  assert.match(pictures[0].text, /Source: /, "the picture carries its source");
  assert.deepEqual(await events(page), []);
  assert.equal((await state(page)).chart, "tiers");
  silent(record);
});

test("toCSV gives all rows, or those of the selection", async (t) => {
  const { page } = await drawn(t, '<county-chains chart="tiers" tiers="1 2" lang="en"></county-chains>');
  const [all, one, selection] = await page.evaluate(() => {
    const element = document.querySelector("county-chains");
    return [element.toCSV(), element.toCSV({ scope: "all" }), element.toCSV({ scope: "selection" })];
  });
  assert.equal(all, one);
  const rows = (csv) => csv.split("\r\n").map((line) => line.split(",")[0]);
  for (const tier of ["1", "2", "3", "4"]) assert.ok(rows(all).some((head) => head.includes(tier)), `tier ${tier} in all`);
  assert.ok(rows(selection).length < rows(all).length);
  assert.ok(!selection.includes("Tier 3"));
});

test("cite speaks the language that is asked, or the widget's own", async (t) => {
  const { page } = await drawn(t, '<county-chains lang="en"></county-chains>');
  const [own, english, simplified, traditional] = await page.evaluate(() => {
    const element = document.querySelector("county-chains");
    return [element.cite(), element.cite("en-GB"), element.cite("zh-CN"), element.cite("zh-TW")];
  });
  assert.equal(own, english);
  assert.match(english, /White Paper/i);
  assert.match(simplified, /白皮书.*\[R\]/s);
  assert.match(traditional, /白皮書/);
  for (const citation of [english, simplified, traditional]) assert.match(citation, /2024/);
});

test("the embed code of each kind, pasted, shows the same again", async (t) => {
  const attributes = 'chart="shares" tiers="1 4" lang="zh-Hant" theme="dark" controls="filter table" heading="A &quot;&lt;b&gt;"';
  const { page } = await drawn(t, `<county-chains ${attributes}></county-chains>`);
  const [plain, element, frame, still] = await page.evaluate(() => {
    const widget = document.querySelector("county-chains");
    return [widget.embedCode(), ...["element", "iframe", "static"].map((kind) => widget.embedCode({ kind }))];
  });
  assert.equal(plain, element);
  const { page: pasted, record } = await drawn(t, element, { head: "" });
  const lively = (state) => ({ ...state, controls: [...state.controls] });
  assert.deepEqual(lively(await state(pasted)), lively(await state(page)));
  assert.ok(await pasted.evaluate(() => document.querySelector("county-chains > figure svg") !== null), "with the twin inside");
  silent(record);

  const address = await page.evaluate((frame) => {
    const { body } = new DOMParser().parseFromString(frame, "text/html");
    const found = body.querySelector("iframe");
    return { src: found.src, title: found.title, sandbox: found.getAttribute("sandbox"), others: body.children.length };
  }, frame);
  const query = new URL(address.src).searchParams;
  assert.deepEqual([query.get("chart"), query.get("tiers"), query.get("lang"), query.get("theme"), query.get("controls")], ["shares", "1~4", "zh-Hant", "dark", "filter~table"]);
  assert.ok(address.title.length > 3);
  assert.equal(address.sandbox, "allow-scripts allow-downloads allow-popups");
  assert.equal(address.others, 1);

  assert.match(still, /^<figure[\s>]/);
  assert.doesNotMatch(still, /<script|\sstyle=|\son[a-z]+=/i);
  const message = await page.evaluate(() => {
    try {
      return document.querySelector("county-chains").embedCode({ kind: "poster" });
    } catch (error) {
      return error.message;
    }
  });
  assert.match(message, /poster.*element, iframe, static/);
});

test("methods called too early say what to wait for", async (t) => {
  const { page } = await blank(t, '<div style="height:9000px"></div><county-chains></county-chains>');
  const messages = await page.evaluate(async () => {
    await customElements.whenDefined("county-chains");
    const element = document.querySelector("county-chains");
    return ["toSVG", "toCSV", "cite", "embedCode", "toPNG"].map((name) => {
      try {
        element[name]();
        return "no error";
      } catch (error) {
        return error.message;
      }
    });
  });
  for (const message of messages) assert.match(message, /ready/);
});

test("methods keep working while the element is out of the page", async (t) => {
  const { page, record } = await drawn(t, '<county-chains lang="en"></county-chains>');
  const svg = await page.evaluate(() => {
    const element = document.querySelector("county-chains");
    element.remove();
    element.chart = "map";
    return [element.toSVG(), element.state.chart];
  });
  assert.match(svg[0], /^<svg/);
  assert.equal(svg[1], "map");
  silent(record);
});

/* Language and theme */

test("the language is the best match of the attribute, else of the closest lang, else Simplified Chinese", async (t) => {
  const { page, record } = await drawn(t, ONE, { lang: "en-GB" });
  assert.equal((await shown(page)).lang, "en", "from the page");
  for (const [tag, lang] of Object.entries({
    "zh-CN": "zh-Hans", zh: "zh-Hans", "zh-SG": "zh-Hans", "zh-Hans-HK": "zh-Hans", "zh-TW": "zh-Hant", "zh-HK": "zh-Hant",
    "zh-MO": "zh-Hant", "zh-Hant-CN": "zh-Hant", "EN-us": "en", "en-Latn-CA": "en",
  })) {
    await set(page, { lang: tag });
    assert.equal((await shown(page)).lang, lang, tag);
    assert.equal(await page.evaluate(() => document.querySelector("county-chains").shadowRoot.querySelector("[data-lang]").lang), lang);
  }
  silent(record);
  for (const [html, lang] of [
    [`<section lang="zh-TW"><p>${ONE}</p></section>`, "zh-Hant"],
    [`<section lang="fr"><p>${ONE}</p></section>`, "zh-Hans"],
    [`<section lang="zh-TW"><div lang="">${ONE}</div></section>`, "zh-Hant"],
  ]) {
    const { page: placed } = await drawn(t, html);
    assert.equal((await shown(placed)).lang, lang, html);
  }
  const { page: nowhere } = await drawn(t, ONE, { lang: "" });
  assert.equal((await shown(nowhere)).lang, "zh-Hans");
});

test("the closest lang is found beyond a shadow root", async (t) => {
  const { page } = await blank(t, '<section lang="zh-HK"><div id="host"></div></section>');
  const lang = await page.evaluate(async () => {
    await customElements.whenDefined("county-chains");
    const root = document.getElementById("host").attachShadow({ mode: "open" });
    const element = document.createElement("county-chains");
    root.append(element);
    await element.ready;
    return element.shadowRoot.querySelector("[data-lang]").dataset.lang;
  });
  assert.equal(lang, "zh-Hant");
});

test("a change of language changes words and the scale of numbers", async (t) => {
  const { page, record } = await drawn(t, '<county-chains chart="tiers" lang="zh-Hans"></county-chains>');
  const expected = {
    "zh-Hans": [/1\.18万亿元/, /4080\.8亿元/, /一类/, /推算/],
    en: [/¥1\.18 trillion/, /¥408\.08 billion/, /Tier 1/, /derived/],
    "zh-Hant": [/1\.18萬億元/, /4080\.8億元/, /一類/, /推算/],
  };
  for (const lang of ["zh-Hans", "en", "zh-Hant", "en", "zh-Hans"]) {
    await set(page, { lang });
    const words = await page.locator("county-chains [data-tiers]").innerText();
    for (const pattern of expected[lang]) assert.match(words, pattern);
    if (lang === "en") assert.doesNotMatch(words, /[\u4e00-\u9fff]/, "no Chinese is left");
    else assert.doesNotMatch(words, /trillion|billion|Tier/);
    if (lang === "zh-Hant") assert.doesNotMatch(words, /[类县产业链万亿]/, "no simplified form is left");
  }
  silent(record);
});

test("theme auto follows the reader's system, light and dark do not", async (t) => {
  const { page } = await drawn(t, ONE, { colorScheme: "light" });
  const ground = () => page.evaluate(() => getComputedStyle(document.querySelector("county-chains").shadowRoot.querySelector("[data-theme]")).backgroundColor);
  const light = await ground();
  assert.equal((await shown(page)).theme, "light");
  await page.emulateMedia({ colorScheme: "dark" });
  await frames(page);
  assert.equal((await shown(page)).theme, "dark");
  const dark = await ground();
  assert.notEqual(dark, light);
  await set(page, { theme: "light" });
  assert.equal(await ground(), light);
  await page.emulateMedia({ colorScheme: "light" });
  await set(page, { theme: "dark" });
  assert.equal(await ground(), dark);
});

/* Loading and sizes */

test("a lazy widget asks for the wasm only when it comes near, an eager one at once", async (t) => {
  const far = '<div style="height:6000px"></div>';
  const { page, record } = await blank(t, `${far}<county-chains></county-chains>`, { viewport: { width: 800, height: 600 } });
  await page.evaluate(() => customElements.whenDefined("county-chains").then(() => 0));
  await frames(page);
  await page.waitForTimeout(300);
  assert.equal(wasmRequests(record), 0);
  await page.evaluate(() => scrollTo(0, 5000));
  await ready(page);
  assert.equal(wasmRequests(record), 1);

  const { page: eager, record: requests } = await drawn(t, `${far}<county-chains loading="eager"></county-chains>`);
  assert.equal(wasmRequests(requests), 1);
  assert.equal(await eager.evaluate(() => scrollY), 0);

  const { page: turned } = await blank(t, `${far}<county-chains></county-chains>`);
  await turned.evaluate(() => customElements.whenDefined("county-chains").then(() => document.querySelector("county-chains").setAttribute("loading", "eager")));
  await ready(turned);
});

test("a widget that starts hidden is drawn at its true width when it is shown", async (t) => {
  const { page, record } = await blank(t, '<div id="tab" style="width:600px;display:none"><county-chains></county-chains><county-chains loading="eager"></county-chains></div>');
  await page.evaluate(() => customElements.whenDefined("county-chains").then(() => 0));
  await frames(page);
  await page.waitForTimeout(300);
  const roots = () => page.evaluate(() => [...document.querySelectorAll("county-chains")].map(({ shadowRoot }) => shadowRoot.querySelectorAll("[data-tiers]").length));
  assert.deepEqual(await roots(), [0, 0]);
  await page.evaluate(() => (document.getElementById("tab").style.display = ""));
  await ready(page);
  assert.deepEqual(await roots(), [1, 1]);
  assert.equal((await shown(page)).size, "560");
  await page.evaluate(() => (document.getElementById("tab").style.display = "none"));
  await set(page, { chart: "map" });
  await page.evaluate(() => (document.getElementById("tab").style.display = ""));
  await frames(page);
  assert.equal((await shown(page)).chart, "map");
  assert.equal((await shown(page)).size, "560");
  silent(record);
});

test("no width, and widths that are hardly one, give no error and no broken number", async (t) => {
  const { page, record } = await blank(t, '<div id="box" style="width:0;overflow:hidden"><county-chains loading="eager"></county-chains></div>');
  await page.evaluate(() => customElements.whenDefined("county-chains").then(() => 0));
  await frames(page);
  for (const width of [1, 40, 120, 0, 300, 0, 2500]) {
    await page.evaluate((width) => (document.getElementById("box").style.width = `${width}px`), width);
    for (const chart of CHARTS) {
      await set(page, { chart });
      await frames(page);
      const found = await page.evaluate(() => document.querySelector("county-chains").shadowRoot.querySelector("[data-tiers]")?.outerHTML ?? "");
      assert.doesNotMatch(found, /NaN|Infinity|undefined|"null"|="-?[\d.]+e-?\d/, `${chart} at ${width}`);
      assert.doesNotMatch(found, /(width|height|r)="-/, `${chart} at ${width}: negative size`);
    }
  }
  await ready(page);
  silent(record);
});

const boxed = (styles) => styles.map((style) => `<div style="${style}"><county-chains loading="eager"></county-chains></div>`).join("");

test("a box that takes its width from what is in it still shows a chart", async (t) => {
  const boxes = [
    "display:flex", "display:inline-block", "float:left", "display:grid;justify-items:start", "display:grid;grid-template-columns:auto 1fr",
    "position:absolute", "width:fit-content", "writing-mode:vertical-rl;width:600px;height:600px",
  ];
  const { page, record } = await blank(t, boxed(boxes));
  const empty = () => page.evaluate(() => [...document.querySelectorAll("county-chains")]
    .filter(({ shadowRoot }) => !shadowRoot?.querySelector("[data-tiers]")).map(({ parentNode }) => parentNode.getAttribute("style")));
  for (let tries = 0; tries < 20 && (await empty()).length > 0; tries++) await page.waitForTimeout(100);
  assert.deepEqual(await empty(), [], "nothing is drawn in these boxes");
  silent(record);
});

test("strange boxes make no loop: fixed height, flex, scale, vertical writing, right to left", async (t) => {
  const boxes = [
    "height:100px", "transform:scale(.5)", "zoom:1.5", "direction:rtl",
    "display:grid;grid-template-columns:1fr 1fr", "columns:2", "position:absolute;width:50%", "width:min-content;min-width:300px",
  ];
  const { page, record } = await drawn(t, boxed(boxes), {
    before: (page) => page.addInitScript(() => {
      window.complaints = [];
      addEventListener("error", ({ message }) => window.complaints.push(message));
    }),
  });
  const heights = () => page.evaluate(() => [...document.querySelectorAll("county-chains")].map(({ offsetHeight }) => offsetHeight));
  await page.waitForTimeout(200);
  const first = await heights();
  await page.waitForTimeout(200);
  assert.deepEqual(await heights(), first, "heights come to rest");
  assert.deepEqual(await page.evaluate(() => window.complaints), []);
  silent(record);
});

/* Life in the page */

test("a widget that is taken out and put back is the same", async (t) => {
  const { page, record } = await drawn(t, '<div id="one"><county-chains chart="map" tiers="1 2" lang="en"></county-chains></div><div id="two"></div>');
  await page.locator('county-chains [data-key="county:350582"]').click();
  await frames(page);
  const before = await drawing(page);
  for (let round = 0; round < 10; round++) {
    await page.evaluate((round) => {
      const element = document.querySelector("county-chains");
      if (round % 2) element.remove();
      document.getElementById(round % 4 < 2 ? "two" : "one").append(element);
    }, round);
    await page.waitForFunction(() => document.querySelector("county-chains").shadowRoot.querySelector("[data-tiers]"));
  }
  await frames(page);
  assertSame(await drawing(page), before, "the picture is another one");
  await page.locator('county-chains [data-tier="2"]').click();
  assert.equal((await shown(page)).tiers, "1", "one click is one action after ten moves");
  assert.equal(await page.evaluate(() => document.querySelector("county-chains").shadowRoot.adoptedStyleSheets.length), 1);
  silent(record);
});

test("attributes that change while the element is out are drawn when it is back", async (t) => {
  const { page, record } = await drawn(t, ONE);
  await page.evaluate(() => {
    const element = document.querySelector("county-chains");
    element.remove();
    element.setAttribute("chart", "shares");
    document.body.append(element);
  });
  await page.waitForFunction(() => document.querySelector("county-chains").shadowRoot.querySelector("[data-tiers]")?.dataset.chart === "shares");
  silent(record);
});

test("moveBefore keeps the nodes, the focus and the picture", async (t) => {
  const { page, record } = await drawn(t, '<div id="one"><county-chains chart="map"></county-chains></div><div id="two"></div>');
  const kept = await page.evaluate(async () => {
    if (!("moveBefore" in Element.prototype)) return "absent";
    const element = document.querySelector("county-chains");
    const root = element.shadowRoot.querySelector("[data-tiers]");
    element.shadowRoot.querySelector('[data-tier="2"]').focus();
    document.getElementById("two").moveBefore(element, null);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return [root === element.shadowRoot.querySelector("[data-tiers]"), element.shadowRoot.activeElement?.dataset.tier];
  });
  if (kept !== "absent") assert.deepEqual(kept, [true, "2"]);
  silent(record);
});

test("in another document and back the widget keeps its styles", async (t) => {
  const { page, record } = await drawn(t, `${ONE}<iframe></iframe>`);
  const look = await page.evaluate(async () => {
    const element = document.querySelector("county-chains");
    const frame = document.querySelector("iframe");
    const seen = [];
    const look = async () => {
      for (let tries = 0; tries < 100 && !element.shadowRoot.querySelector("[data-tiers]"); tries++) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      const root = element.shadowRoot.querySelector("[data-tiers]");
      seen.push([element.shadowRoot.adoptedStyleSheets.length, root && element.ownerDocument.defaultView.getComputedStyle(root).maxWidth]);
    };
    await look();
    frame.contentDocument.body.append(element);
    await look();
    document.body.append(element);
    await look();
    return seen;
  });
  assert.deepEqual(look, [[1, "1180px"], [1, "1180px"], [1, "1180px"]]);
  silent(record);
});

test("twenty widgets share one instance and stay independent", async (t) => {
  const before = (page) => page.addInitScript(() => {
    window.made = { instances: 0, memories: 0 };
    const { instantiate, Memory } = WebAssembly;
    WebAssembly.instantiate = (...list) => (window.made.instances++, instantiate.apply(WebAssembly, list));
    WebAssembly.Memory = new Proxy(Memory, { construct: (...list) => (window.made.memories++, Reflect.construct(...list)) });
  });
  const html = Array.from({ length: 20 }, (_, index) => `<county-chains id="w${index}" chart="${CHARTS[index % 4]}" loading="eager"></county-chains>`).join("");
  const { page, record } = await drawn(t, html, { before });
  const made = await page.evaluate(() => window.made);
  assert.equal(made.instances, 1);
  assert.ok(made.memories <= 1);
  assert.equal(wasmRequests(record), 1);
  await page.locator('#w3 [data-tier="2"]').click();
  await set(page, { tiers: "4" }, "#w8");
  const tiers = await page.evaluate(() => [...document.querySelectorAll("county-chains")].map(({ tiers }) => tiers));
  const expected = Array(20).fill("1 2 3 4");
  expected[3] = "1 3 4";
  expected[8] = "4";
  assert.deepEqual(tiers, expected);
  silent(record);
});

test("a hundred widgets that come and go leave nothing behind", async (t) => {
  const before = (page) => page.addInitScript(() => {
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...list) => {
      const made = await instantiate.apply(WebAssembly, list);
      const exports = made.exports ?? made.instance.exports;
      // The annex stands on the core's memory and has none of its own.
      if (exports.memory) window.wasm = exports;
      return made;
    };
  });
  const { page, record } = await blank(t, "", { before });
  const session = await page.context().newCDPSession(page);
  const cycles = (count) => page.evaluate(async ([count, charts]) => {
    await customElements.whenDefined("county-chains");
    for (let round = 0; round < count; round++) {
      const element = document.createElement("county-chains");
      Object.assign(element, { chart: charts[round % charts.length], loading: "eager", tiers: "1 2", group: `g${round}` });
      document.body.append(element);
      await element.ready;
      element.shadowRoot.querySelector("[data-tier]").click();
      element.remove();
    }
  }, [count, CHARTS]);
  const measure = async () => {
    // Timers of the voice and of the frame end first.
    await page.waitForTimeout(600);
    for (let round = 0; round < 3; round++) await session.send("HeapProfiler.collectGarbage");
    await frames(page);
    await session.send("HeapProfiler.collectGarbage");
    const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
    const memory = await page.evaluate(() => Object.values(window.wasm).find((value) => value instanceof WebAssembly.Memory).buffer.byteLength);
    return { nodes, jsEventListeners, memory };
  };
  await cycles(20);
  const warm = await measure();
  await cycles(100);
  const after = await measure();
  assert.equal(after.memory, warm.memory, "wasm memory");
  assert.ok(after.nodes <= warm.nodes + 50, `DOM nodes grew from ${warm.nodes} to ${after.nodes}`);
  assert.ok(after.jsEventListeners <= warm.jsEventListeners + 5, `listeners grew from ${warm.jsEventListeners} to ${after.jsEventListeners}`);
  silent(record);
});

test("redrawing one widget a thousand times does not grow the wasm memory", async (t) => {
  const before = (page) => page.addInitScript(() => {
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...list) => (window.made = await instantiate.apply(WebAssembly, list));
  });
  const { page, record } = await drawn(t, '<county-chains chart="map"></county-chains>', { before });
  const bytes = () => page.evaluate(() => Object.values((window.made.instance ?? window.made).exports).find((value) => value instanceof WebAssembly.Memory).buffer.byteLength);
  const churn = (count) => page.evaluate((count) => {
    const element = document.querySelector("county-chains");
    for (let round = 0; round < count; round++) element.shadowRoot.querySelector(`[data-tier="${(round % 4) + 1}"]`).click();
  }, count);
  // The heap finds its size after some two thousand redraws (one page of 64 kB) and stays there: seen flat for 24,000.
  await churn(3000);
  const warm = await bytes();
  await churn(1500);
  assert.equal(await bytes(), warm);
  silent(record);
});

test("a clone starts from the attributes, with a life of its own", async (t) => {
  const { page, record } = await drawn(t, '<county-chains id="a" chart="map" lang="en"><p>Twin</p></county-chains>');
  await page.locator('#a [data-tier="1"]').click();
  await page.evaluate(() => {
    const clone = document.getElementById("a").cloneNode(true);
    clone.id = "b";
    document.body.append(clone);
  });
  await ready(page);
  assertSame(await drawing(page, "#b"), await drawing(page, "#a"), "the clone looks different");
  assert.equal(await page.locator("#b > p").textContent(), "Twin");
  await page.locator('#b [data-tier="2"]').click();
  assert.deepEqual([(await shown(page, "#a")).tiers, (await shown(page, "#b")).tiers], ["2 3 4", "3 4"]);
  silent(record);
});

test("a thousand attribute changes in one tick end in one picture and one event", async (t) => {
  const { page, record } = await drawn(t, ONE, { before: listening });
  await events(page);
  await page.evaluate(() => {
    const element = document.querySelector("county-chains");
    for (let round = 0; round < 1000; round++) element.setAttribute("tiers", String((round % 4) + 1));
    element.setAttribute("chart", "map");
  });
  await frames(page);
  assert.deepEqual([(await shown(page)).tiers, (await shown(page)).chart], ["4", "map"]);
  assert.deepEqual((await events(page)).map(({ name }) => name), ["change"]);
  silent(record);
});

test("attributes, properties and picture agree after a listener has changed the element", async (t) => {
  const { page, record } = await drawn(t, ONE);
  await page.evaluate(() => {
    const element = document.querySelector("county-chains");
    element.addEventListener("county-chains-change", () => (element.tiers = "2 3"), { once: true });
  });
  await page.locator('county-chains [data-tier="1"]').click();
  await frames(page);
  const [attribute, property] = await page.evaluate(() => {
    const element = document.querySelector("county-chains");
    return [element.getAttribute("tiers"), element.tiers];
  });
  assert.deepEqual([attribute, property, (await shown(page)).tiers], ["2 3", "2 3", "2 3"]);
  silent(record);
});

test("a click in the same tick as a script's change loses neither and leaves attribute and picture agreed", async (t) => {
  const { page, record } = await drawn(t, ONE);
  await page.evaluate(() => {
    const element = document.querySelector("county-chains");
    element.setAttribute("tiers", "1 2");
    element.shadowRoot.querySelector('[data-tier="3"]').click();
  });
  await frames(page);
  const seen = (await shown(page)).tiers;
  assert.deepEqual([await page.evaluate(() => document.querySelector("county-chains").getAttribute("tiers")), seen], ["1 2 3", "1 2 3"]);
  silent(record);
});

/* Groups */

const GROUPS = '<county-chains id="a" group="g" chart="tiers"></county-chains><county-chains id="b" group="g" chart="map"></county-chains>' +
  '<county-chains id="c" group="h" chart="map"></county-chains><county-chains id="d" chart="shares"></county-chains>';

test("a group shares tiers and county, one event each, and nothing leaks to others", async (t) => {
  const { page, record } = await drawn(t, GROUPS.replaceAll(" group", ' loading="eager" group').replace('id="d"', 'id="d" loading="eager"'), { before: listening });
  await events(page);
  const tiers = () => page.evaluate(() => [...document.querySelectorAll("county-chains")].map(({ shadowRoot }) => shadowRoot.querySelector("[data-tiers]").dataset.tiers));
  await page.locator('#a [data-tier="1"]').click();
  await frames(page);
  assert.deepEqual(await tiers(), ["2 3 4", "2 3 4", "1 2 3 4", "1 2 3 4"]);
  assert.deepEqual((await events(page)).map(({ id, name }) => `${id} ${name}`).sort(), ["a change", "b change"]);
  assert.equal(await page.evaluate(() => document.getElementById("b").getAttribute("tiers")), "2 3 4");

  await page.locator('#b [data-key="county:350582"]').click();
  await frames(page);
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("county-chains")].map(({ county }) => county)), ["350582", "350582", null, null]);
  assert.deepEqual((await events(page)).filter(({ name }) => name === "change").map(({ id }) => id).sort(), ["a", "b"]);

  await set(page, { tiers: "4" }, "#b");
  await frames(page);
  assert.deepEqual(await tiers(), ["4", "4", "1 2 3 4", "1 2 3 4"]);
  assert.deepEqual((await events(page)).map(({ id, name }) => `${id} ${name}`).sort(), ["a change", "b change"]);
  assert.equal((await shown(page, "#b")).chart, "map", "the chart is each one's own");

  await set(page, { group: null }, "#b");
  await page.locator('#a [data-tier="1"]').click();
  await frames(page);
  assert.deepEqual(await tiers(), ["1 4", "4", "1 2 3 4", "1 2 3 4"], "who has left the group is left alone");
  silent(record);
});

test("two of one group that answer each other come to rest", async (t) => {
  const { page, record } = await drawn(t, '<county-chains id="a" group="g"></county-chains><county-chains id="b" group="g"></county-chains>', { before: listening });
  await page.evaluate(() => {
    for (const id of ["a", "b"]) document.getElementById(id).addEventListener("county-chains-change", ({ target }) => (target.tiers = "1"));
  });
  await events(page);
  await set(page, { tiers: "2" }, "#a");
  await page.waitForTimeout(300);
  const said = await events(page);
  assert.ok(said.length <= 6, `${said.length} events`);
  assert.deepEqual([(await shown(page, "#a")).tiers, (await shown(page, "#b")).tiers], ["1", "1"]);
  silent(record);
});

test("who joins a group late, or is drawn late, shows what the group shows", async (t) => {
  const { page } = await drawn(t, '<county-chains id="a" group="g"></county-chains><div style="height:6000px"></div>');
  await page.evaluate(() => {
    const late = document.createElement("county-chains");
    Object.assign(late, { id: "b", group: "g", chart: "shares" });
    document.body.append(late);
  });
  await page.locator('#a [data-tier="1"]').click();
  await page.evaluate(() => scrollTo(0, 6000));
  await ready(page);
  await frames(page);
  assert.equal((await shown(page, "#b")).tiers, "2 3 4");
});

/* Hosts */

const HOSTILE = `
  svg { max-width: 50%; height: auto; display: inline; }
  table { display: block; } button { all: unset; } h3, p { font-size: 40px; margin: 3em; }
  * { letter-spacing: 1em !important; word-spacing: 2em !important; text-transform: uppercase !important; text-indent: 4em !important;
      line-height: 0 !important; white-space: pre !important; text-align: right !important; word-break: break-all !important;
      font-variant: small-caps !important; font-size: 40px !important; font-style: italic !important; font-weight: 900 !important;
      direction: rtl !important; visibility: visible; box-sizing: content-box !important; cursor: wait !important; }`;

test("a hostile style sheet of the host changes nothing inside", async (t) => {
  const html = CHARTS.map((chart) => `<div style="width:600px"><county-chains chart="${chart}" lang="en" loading="eager" county="350582"></county-chains></div>`).join("");
  const head = (css) => `<style>div{margin:0;padding:0}${css}</style><script type="module" src="/county-chains/county-chains.js"></script>`;
  const measure = async (css) => {
    const { page, record } = await drawn(t, html, { head: head(css) });
    const boxes = await page.evaluate(() => [...document.querySelectorAll("county-chains")].map((element) => {
      const origin = element.getBoundingClientRect();
      return [...element.shadowRoot.querySelectorAll("[data-tiers], [data-tiers] *")].map((node) => {
        const { x, y, width, height } = node.getBoundingClientRect();
        return [`${node.localName}.${node.getAttribute("class") ?? ""}`, ...[x - origin.x, y - origin.y, width, height].map(Math.round)].join(" ");
      });
    }));
    silent(record);
    return boxes;
  };
  const clean = await measure("");
  const hostile = await measure(HOSTILE);
  for (const [index, chart] of CHARTS.entries()) {
    const different = hostile[index].filter((box, at) => box !== clean[index][at]);
    assert.deepEqual(different.slice(0, 8), [], `${chart}: ${different.length} of ${clean[index].length} boxes differ`);
  }
});

test("the host's font and variables come through, and parts can be styled", async (t) => {
  const head = `<style>county-chains{font-family:monospace}county-chains::part(heading){color:rgb(1,2,3)}</style>
    <script type="module" src="/county-chains/county-chains.js"></script>`;
  const { page } = await drawn(t, '<county-chains chart="map" county="350582" lang="en"></county-chains>', { head });
  const seen = await page.evaluate(() => {
    const root = document.querySelector("county-chains").shadowRoot;
    const style = (selector) => getComputedStyle(root.querySelector(selector));
    return [style("[part=summary]").fontFamily, style("[part=chart] text").fontFamily, style("[part=heading]").color];
  });
  assert.deepEqual(seen, ["monospace", "monospace", "rgb(1, 2, 3)"]);
  const lost = (parts) => page.evaluate((parts) => {
    const root = document.querySelector("county-chains").shadowRoot;
    return parts.filter((part) => !root.querySelector(`[part~="${part}"]`));
  }, parts);
  assert.deepEqual(await lost(["heading", "summary", "filter", "picker", "chart", "notes", "source", "actions", "card"]), []);
  await set(page, { view: "table" });
  assert.deepEqual(await lost(["table"]), []);
});

test("named things of the host do not get in the way", async (t) => {
  const names = ["customElements", "WebAssembly", "document", "fetch", "matchMedia", "ResizeObserver", "URL", "Map"];
  const html = names.map((name) => `<a id="${name}"></a><form name="${name}"></form>`).join("") + ONE;
  const { page, record } = await drawn(t, html);
  assert.equal((await shown(page)).chart, "tiers");
  silent(record);
});

test("a second copy of the script warns once and changes nothing", async (t) => {
  const { page, record } = await drawn(t, ONE);
  await page.evaluate(async () => {
    for (const version of [2, 3]) {
      window.before = customElements.get("county-chains");
      await import(`/county-chains/county-chains.js?v=${version}`);
      if (version === 2) window.same = window.before === customElements.get("county-chains");
      if (version === 2) break;
    }
  });
  assert.equal(await page.evaluate(() => window.same), true);
  assert.equal(record.console.length, 1);
  assert.match(record.console[0], /^county-chains: .*already/);
  await page.evaluate(() => {
    const script = document.createElement("script");
    Object.assign(script, { type: "module", src: "/county-chains/county-chains.js" });
    document.head.append(script);
    return new Promise((resolve) => (script.onload = resolve));
  });
  assert.equal(record.console.length, 1, "the same address again is no second copy");
  await page.locator('county-chains [data-tier="1"]').click();
  assert.equal((await shown(page)).tiers, "2 3 4");
  assert.deepEqual([record.errors, record.events], [[], []]);
});

for (const [where, build] of Object.entries({
  "in the head": (script) => [script(""), ONE],
  "async in the head": (script) => [script("async"), ONE],
  "at the end": (script) => ["", ONE + script("")],
  "before the element in the body": (script) => ["", script("") + ONE],
  "twice": (script) => [script(""), ONE + script("")],
})) {
  test(`the script works ${where}`, async (t) => {
    const script = (word) => `<script type="module" ${word} src="/county-chains/county-chains.js"></script>`;
    const [head, html] = build(script);
    const { page, record } = await drawn(t, html, { head });
    assert.equal((await shown(page)).chart, "tiers");
    silent(record);
  });
}

test("controls that are not asked for are not there", async (t) => {
  const { page, record } = await drawn(t, '<county-chains controls="none"></county-chains>');
  assert.equal(await page.locator("county-chains [data-tiers] button").count(), 0);
  await set(page, { controls: "filter" });
  assert.equal(await page.locator("county-chains [data-tier]").count(), 4);
  assert.equal(await page.locator("county-chains [role=tab]").count(), 0);
  await set(page, { controls: "picker table" });
  assert.equal(await page.locator("county-chains [role=tab]").count(), CHARTS.length);
  assert.deepEqual(await page.locator("county-chains [part=actions] button").evaluateAll((all) => all.map(({ dataset }) => dataset.action)), ["view:table"]);
  await set(page, { controls: null, charts: "tiers map" });
  assert.deepEqual(await page.locator("county-chains [role=tab]").evaluateAll((all) => all.map(({ dataset }) => dataset.chart)), ["tiers", "map"]);
  await set(page, { charts: "map", chart: "map" });
  assert.equal(await page.locator("county-chains [role=tab]").count(), 0, "one chart needs no picker");
  silent(record);
});

test("an own heading is text, whatever it looks like", async (t) => {
  const { page, record } = await drawn(t, ONE);
  await set(page, { heading: '<img src=x onerror="window.hit=1">' });
  assert.equal(await text(page, "heading"), '<img src=x onerror="window.hit=1">');
  assert.equal(await page.evaluate(() => document.querySelector("county-chains").shadowRoot.querySelectorAll("img").length), 0);
  assert.equal(await page.evaluate(() => window.hit), undefined);
  await set(page, { heading: null });
  assert.doesNotMatch(await text(page, "heading"), /img/);
  await until(record, () => true);
  silent(record);
});
