// The element as a page editor and a script meet it: attributes, properties, state, events.

import assert from "node:assert/strict";
import { events, listening, ONE, state } from "./element.mjs";
import { assertSame, blank, CHARTS, drawing, drawn, frames, INDICATORS, ready, set, shown, silent, test } from "./support.mjs";

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

/** Presses on the tab of the map while the part of the shares, which the reader has chosen before, is on its way. */
async function pressWhileLoading(t, before) {
  let release;
  const gate = new Promise((resolve) => (release = resolve));
  const gated = async (page) => {
    await page.route("**/county-chains.shares.wasm", async (route) => (await gate, route.continue()));
    await before?.(page);
  };
  const tags = '<county-chains lang="en" loading="eager"></county-chains><county-chains id="other" chart="shares" lang="en" loading="eager"></county-chains>';
  const { page, record } = await blank(t, tags, { before: gated, viewport: { width: 1000, height: 900 } });
  await page.locator("county-chains [data-tiers]").first().waitFor();
  const tab = (chart) => page.locator(`county-chains [role=tab][data-chart=${chart}]`).first();
  await tab("shares").click();
  const { x, y, width } = await tab("map").boundingBox();
  await page.mouse.move(x + width / 2, y + 4);
  await page.mouse.down();
  release();
  await page.locator("#other [data-tiers]").waitFor();
  return { page, record, top: y, tab };
}

test("a press that has begun on a tab is a click on it, though a drawing that moves the tab has come meanwhile", async (t) => {
  // However slow the machine is, the press is a short one.
  const { page, record, top, tab } = await pressWhileLoading(t, (page) => page.addInitScript(() => {
    const { setTimeout } = window;
    window.setTimeout = (work, wait, ...values) => (wait === 500 ? 0 : setTimeout(work, wait, ...values));
  }));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.mouse.up();
  await page.locator("county-chains [data-chart=map][data-tiers]").waitFor();
  await tab("shares").click();
  await page.locator("county-chains:not([id]) [data-chart=shares][data-tiers]").waitFor();
  assert.ok((await tab("map").boundingBox()).y > top + 4, "the tab would have left the pointer");
  silent(record);
});

test("no drawing waits for the end of a long press", async (t) => {
  const { page, record } = await pressWhileLoading(t);
  await page.locator("county-chains:not([id]) [data-chart=shares][data-tiers]").waitFor();
  await page.mouse.up();
  await frames(page);
  assert.equal((await shown(page)).chart, "shares");
  silent(record);
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

test("a sort column that the chart lacks is told, also where nothing has been opened", async (t) => {
  const { page, record } = await drawn(t, '<county-chains chart="paths"></county-chains>');
  await page.evaluate(() => (document.querySelector("county-chains").state = { sort: 99 }));
  await frames(page);
  assert.equal((await state(page)).sort, null);
  assert.match(record.events.map(({ message }) => message).join(), /sort="99" is ignored: expected a column from 1 to 5/);
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
