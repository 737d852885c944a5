// Pages that have changed what all scripts share, or that name things as the language does: neither decides whether the
// element works.

import assert from "node:assert/strict";
import { events, listening } from "./element.mjs";
import { blank, drawn, frames, PATIENCE, ready, set, shown, silent, test, until } from "./support.mjs";

/* Names and values of the page are no keys of ours */

const INHERITED = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "__defineGetter__", "isPrototypeOf"];
const NAMED = ["chart", "charts", "indicator", "tiers", "county", "view", "lang", "theme", "controls", "loading"];

test("what all objects inherit is a bad value like any other, in every attribute", async (t) => {
  const tags = NAMED.flatMap((name) => INHERITED.slice(0, 3).map((value) => `<county-chains ${name}="${value}"><p>Twin</p></county-chains>`));
  const { page, record } = await drawn(t, tags.join(""), { before: listening, viewport: { width: 760, height: 40_000 } });
  const faults = (await events(page)).filter(({ name }) => name === "error");
  assert.deepEqual(faults.map(({ detail }) => detail.code), Array(tags.length).fill("bad-attribute"));
  assert.deepEqual(record.errors, []);
  assert.ok(await page.evaluate(() => [...document.querySelectorAll("county-chains")].every(({ chart, view }) => chart === "tiers" && view === "chart")));
});

test("what all objects inherit is no part of a state, no option, and a group like any other", async (t) => {
  const { page, record } = await drawn(t, '<county-chains id="a" group="__proto__" loading="eager"></county-chains><county-chains id="b" group="constructor" loading="eager"></county-chains><county-chains id="c" group="__proto__" loading="eager"></county-chains>', { before: listening });
  await page.locator('#a [data-tier="1"]').click();
  await frames(page);
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("county-chains")].map(({ tiers }) => tiers)), ["2 3 4", "1 2 3 4", "2 3 4"]);
  silent(record);
  await events(page);
  for (const name of INHERITED) {
    const told = await page.evaluate((name) => {
      const element = document.getElementById("a");
      let thrown = "";
      try {
        element.toSVG(JSON.parse(`{"${name}": "x"}`));
      } catch (error) {
        thrown = error.name;
      }
      element.state = JSON.parse(`{"${name}": "x", "chart": "map"}`);
      return [thrown, element.chart];
    }, name);
    assert.deepEqual(told, ["TypeError", "tiers"], name);
    assert.deepEqual((await events(page)).map(({ detail }) => detail.code), ["bad-attribute"], name);
  }
});

test("names and values of a link are no keys of ours", async (t) => {
  for (const name of INHERITED) {
    const { page, record } = await blank(t, `<iframe src="/county-chains/embed.html?chart=${name}&${name}=1&tiers=${name}" width="600" height="1200"></iframe>`);
    const frame = page.frameLocator("iframe");
    await frame.locator("county-chains [data-tiers]").waitFor();
    assert.equal(await frame.locator("county-chains [data-tiers]").getAttribute("data-chart"), "tiers");
    assert.deepEqual(record.errors, []);
    await page.context().close();
  }
});

/* A state is taken whole or not at all */

test("a state is taken whole or, where any part of it is no good, not at all", async (t) => {
  for (const early of [true, false]) {
    const html = '<div style="height:4000px"></div><county-chains chart="shares" tiers="1 2"></county-chains>';
    const { page, record } = early ? await blank(t, html, { before: listening }) : await drawn(t, html.slice(html.indexOf("<c")), { before: listening });
    await page.evaluate(() => customElements.whenDefined("county-chains").then(() => 0));
    for (const bad of [{ chart: "map", tiers: [9] }, { lang: "xx", chart: "map" }, { chart: "map", theme: "dark", view: "no" }, { chart: "map", nothing: 1 }]) {
      await page.evaluate((bad) => (document.querySelector("county-chains").state = bad), bad);
    }
    // Two good ones between, one of which a bad one overlaps.
    await page.evaluate(() => {
      const element = document.querySelector("county-chains");
      element.state = { theme: "dark", county: "350582" };
      element.state = { theme: "light", tiers: "nonsense" };
    });
    if (early) await page.evaluate(() => scrollTo(0, 4000));
    await ready(page);
    await frames(page);
    const { chart, tiers, theme } = await shown(page);
    assert.deepEqual({ chart, tiers, theme }, { chart: "shares", tiers: "1 2", theme: "dark" }, early ? "before it is drawn" : "after");
    assert.deepEqual(
      await page.evaluate(() => ["chart", "tiers", "theme", "lang", "view", "county"].map((name) => document.querySelector("county-chains").getAttribute(name))),
      ["shares", "1 2", "dark", null, null, "350582"],
    );
    const codes = (await events(page)).filter(({ name }) => name === "error").map(({ detail }) => detail.code);
    assert.deepEqual(codes, Array(5).fill("bad-attribute"));
    assert.deepEqual(record.errors, []);
  }
});

/* Long texts */

test("a heading and a search have a limit and are cut visibly, and messages quote little", async (t) => {
  const { page, record } = await drawn(t, '<county-chains chart="facts" lang="en"></county-chains>', { before: listening });
  for (const length of [201, 100_000, 10_000_000]) {
    await page.evaluate((length) => {
      const element = document.querySelector("county-chains");
      element.heading = "a ".repeat(length / 2 + 1);
      element.state = { search: "x".repeat(length) };
    }, length);
    await frames(page);
    const heading = await page.locator("county-chains [part=heading]").innerText();
    assert.ok(heading.length === 200 && heading.endsWith("…"), `${heading.length} characters, ${heading.slice(-3)}`);
    const found = await page.evaluate(() => document.querySelector("county-chains").state);
    assert.deepEqual([found.heading.length, found.search.length, found.search.at(-1)], [200, 200, "…"]);
  }
  await page.evaluate(() => {
    const element = document.querySelector("county-chains");
    element.heading = "县".repeat(200);
    element.state = { search: "" };
  });
  await frames(page);
  assert.equal((await page.locator("county-chains [part=heading]").innerText()).length, 200, "what is just long enough is whole");
  silent(record);
  for (const name of [...NAMED, "state"]) {
    await page.evaluate((name) => {
      const element = document.querySelector("county-chains");
      const long = "县x".repeat(500_000);
      if (name === "state") element.state = { [long]: 1 };
      else element.setAttribute(name, long);
    }, name);
    await frames(page);
    const [{ detail }] = (await events(page)).filter((event) => event.name === "error");
    // The value may stand in it twice, once as the attribute and once as what is wrong with it.
    assert.ok(detail.message.length < 500, `${name}: ${detail.message.length}`);
    assert.ok((detail.message.match(/县/g) ?? []).length <= 80, name);
  }
});

/* What the page has changed */

/** Changes that a page may have made before our script came, each by itself. */
const POLLUTIONS = {
  ...Object.fromEntries(["value", "get", "set", "root", "signal", "once", "capture", "slotAssignment", "delegatesFocus", "mode", "body", "method", "headers", "type", "endings", "threshold", "childList", "detail", "cancelable", "chart", "tiers", "extends", "base", "width"].map((name) => [
    `Object.prototype.${name}`, `Object.prototype.${name} = function () {}`,
  ])),
  "getters on Object.prototype": `for (const name of ["chart", "lang", "error", "value"]) Object.defineProperty(Object.prototype, name, { configurable: true, get() { return 1; }, set() {} })`,
  "Array.prototype.toJSON": "Array.prototype.toJSON = function () { return 'broken'; }",
  "no JSON": "window.JSON = { parse() { throw 1; }, stringify() { throw 1; } }",
  ...Object.fromEntries([
    "at", "concat", "entries", "every", "fill", "filter", "find", "findIndex", "flat", "flatMap", "forEach", "includes", "indexOf", "join", "keys",
    "map", "pop", "push", "reduce", "reverse", "shift", "slice", "some", "sort", "splice", "unshift", "values",
  ].map((name) => [`Array.prototype.${name}`, `Array.prototype.${name} = function () { throw new Error("the page's own ${name}"); }`])),
  ...Object.fromEntries(["from", "of"].map((name) => [`Array.${name}`, `Array.${name} = () => { throw new Error("Array.${name}"); }`])),
  ...Object.fromEntries(["assign", "entries", "fromEntries", "keys", "values", "freeze"].map((name) => [
    `Object.${name}`, `Object.${name} = () => { throw new Error("Object.${name}"); }`,
  ])),
  ...Object.fromEntries(["Map", "Set", "URL", "URLSearchParams", "Event", "Node", "Range", "Image", "Text", "Comment", "Option", "Intl", "Symbol", "Proxy", "Reflect"].map((name) => [
    `a ${name} of the page's own`, `window.${name} = function () { this.of = "the page"; }`,
  ])),
  ...Object.fromEntries(["bind", "toString"].map((name) => [
    `Function.prototype.${name}`, `Function.prototype.${name} = function () { throw new Error("Function.prototype.${name}"); }`,
  ])),
  ...Object.fromEntries(["includes", "startsWith", "endsWith", "trim", "padStart", "repeat", "match", "search", "substr"].map((name) => [
    `String.prototype.${name}`, `String.prototype.${name} = function () { throw new Error("String.prototype.${name}"); }`,
  ])),
  ...Object.fromEntries(["remove", "closest", "matches", "toggleAttribute"].map((name) => [
    `an old Element.prototype.${name}`, `{ const { ${name} } = Element.prototype; Element.prototype.${name} = function (...list) { return ${name}.apply(this, list); } }`,
  ])),
};

test("a page that has changed what all scripts share gets its chart all the same", async (t) => {
  const { page } = await blank(t, "");
  const address = new URL("/blank.html", page.url()).href;
  const broken = {};
  for (const [name, source] of Object.entries(POLLUTIONS)) {
    const found = await page.evaluate(async ([source, address, patience]) => {
      // A document of its own for each, without a browser context for each.
      const frame = document.createElement("iframe");
      frame.width = 600;
      frame.height = 900;
      document.body.append(frame);
      const { contentWindow: inside, contentDocument: own } = frame;
      const said = [];
      const late = new Promise((resolve) => setTimeout(() => resolve("not drawn"), patience));
      own.open();
      own.write(`<!DOCTYPE html><html lang="en"><base href="${address}"><body><county-chains chart="map" loading="eager" group="g"><p>Twin</p></county-chains></body></html>`);
      own.close();
      inside.addEventListener("error", ({ message }) => said.push(message));
      inside.addEventListener("unhandledrejection", ({ reason }) => said.push(String(reason)));
      own.addEventListener("county-chains-error", ({ detail }) => said.push(`${detail.code}: ${detail.message}`));
      inside.eval(source);
      const script = own.createElement("script");
      script.type = "module";
      script.src = "/county-chains/county-chains.js";
      own.body.appendChild(script);
      const widget = own.querySelector("county-chains");
      const work = async () => {
        while (!widget.ready) await new Promise((resolve) => setTimeout(resolve, 5));
        await widget.ready;
        // A quarter for each of the four turns, so that their own words come before "not drawn".
        const turn = async (done) => {
          for (const end = performance.now() + patience / 4; performance.now() < end; ) {
            if (done()) return true;
            await new Promise((resolve) => setTimeout(resolve, 16));
          }
          return false;
        };
        const root = () => widget.shadowRoot.querySelector("[data-tiers]");
        widget.shadowRoot.querySelector('[data-tier="1"]').click();
        if (!(await turn(() => root().dataset.tiers === "2 3 4"))) return "the filter does nothing";
        widget.chart = "shares";
        if (!(await turn(() => root().dataset.chart === "shares"))) return "another chart is not drawn";
        widget.state = { tiers: inside.eval("[1, 2]"), theme: "dark" };
        if (!(await turn(() => root().dataset.theme === "dark" && root().dataset.tiers === "1 2"))) return "a state is not taken";
        if (widget.state.tiers.length !== 2) return "the state is not said";
        if (!widget.toSVG({ width: 400 }).includes("</svg>") || !widget.toCSV() || !widget.cite() || !widget.embedCode()) return "no picture, table or code";
        widget.chart = "facts";
        if (!(await turn(() => root().dataset.chart === "facts"))) return "the annex does not come";
        return "";
      };
      const result = await Promise.race([work().catch(String), late]);
      frame.remove();
      return result || said.length ? [result, ...said] : null;
    }, [source, address, PATIENCE]);
    if (found) broken[name] = found;
  }
  assert.deepEqual(broken, {});
});

test("fields of a form around the widget may be called as the language calls what a node has", async (t) => {
  const names = ["parentNode", "getAttribute", "host", "nodeType", "lang", "closest", "matches", "getRootNode", "parentElement", "firstElementChild", "addEventListener", "append"];
  const forms = names.map((name) => `<form><input name="${name}"><county-chains loading="eager"></county-chains></form>`).join("");
  const { page, record } = await blank(t, `<form name="host"></form>${forms}`, { before: listening, lang: "" });
  await page.waitForFunction((count) => [...document.querySelectorAll("county-chains")].filter(({ shadowRoot }) => shadowRoot?.querySelector("[data-tiers]")).length === count, names.length);
  assert.deepEqual([record.errors, record.events], [[], []]);
});

test("what lists and options inherit is no option", async (t) => {
  const source = 'for (const name of ["0", "1", "kind", "scope", "width", "scale", "shape", "jsonLd"]) Object.prototype[name] = "evil"';
  const { page, record } = await blank(t, '<county-chains chart="facts" loading="eager"></county-chains>', { head: `<script>${source}</script><script type="module" src="/county-chains/county-chains.js"></script>` });
  await page.locator('county-chains [data-chart="facts"][data-tiers]').waitFor();
  const told = await page.evaluate(async () => {
    const element = document.querySelector("county-chains");
    await element.ready;
    return [element.embedCode().slice(0, 12), element.embedCode({ kind: "iframe" }).slice(0, 7), element.toCSV().length > 100, element.toSVG().includes('width="760"')];
  });
  assert.deepEqual(told, ["<div><script", "<iframe", true, true]);
  assert.deepEqual(record.errors, []);
});

test("forms and images whose names shadow what a document has do no harm", async (t) => {
  const names = [
    "createElement", "createElementNS", "createTextNode", "documentElement", "head", "body", "title", "fonts", "querySelector", "getElementById",
    "defaultView", "activeElement", "addEventListener", "removeEventListener", "styleSheets", "adoptedStyleSheets", "baseURI", "currentScript", "cookie",
    "execCommand", "getSelection", "createRange", "customElements", "WebAssembly", "ResizeObserver", "fetch", "URL", "name", "hidden", "visibilityState",
  ];
  const html = names.map((name) => `<form name="${name}" id="${name}"></form><img name="${name}" alt="">`).join("");
  const { page, record } = await blank(t, `${html}<county-chains chart="tiers" loading="eager"></county-chains>`, { before: listening });
  await page.locator("county-chains [data-tiers]").waitFor();
  await page.locator('county-chains [data-tier="1"]').click();
  await page.locator('county-chains [data-tiers="2 3 4"]').waitFor();
  await page.locator('county-chains [role=tab][data-chart="facts"]').click();
  await page.locator("county-chains [type=search]").fill("steel");
  await page.locator("county-chains article").first().waitFor();
  const saved = page.waitForEvent("download");
  await page.locator('county-chains [data-action="panel:download"]').click();
  await page.locator('county-chains [data-action^="save:"]').first().click();
  await saved;
  await page.locator('county-chains [data-action="panel:share"]').click();
  await page.locator('county-chains [data-action^="copy:"]').first().click();
  await page.locator("county-chains").evaluate((element) => element.toPNG().then((blob) => blob.size));
  assert.deepEqual([record.errors, record.events], [[], []]);
});
