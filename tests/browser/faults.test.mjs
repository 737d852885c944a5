// What can go wrong: the wasm does not come, may not run, or gives up. The reader always keeps a chart.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { assertSame, assertTwin, blank, CHARTS, drawing, drawn, frames, LANGUAGES, page, pause, ready, set, shown, silent, test, twins, until } from "./support.mjs";

const WASM = "**/county-chains.wasm";
const built = () => readFile(fileURLToPath(new URL("../../pkg/dist/county-chains.wasm", import.meta.url)));

/** A page with a widget that has its twin, and something below. */
async function withTwin(t, options = {}) {
  const { attributes = { chart: "tiers", lang: "en" }, ...rest } = options;
  const [twin] = await twins(t, [attributes]);
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`).join("");
  return blank(t, `<county-chains loading="eager"${written}>\n${twin}</county-chains>\n<p id="below">Below.</p>`, rest);
}

/** Asserts one event, one line on the console, and the twin. */
async function assertFault({ page, record }, code, cure) {
  await until(record, ({ events }) => events.length > 0);
  await frames(page);
  assert.deepEqual(record.events.map((event) => event.code), [code]);
  const lines = record.console.filter((line) => line.startsWith("county-chains:"));
  assert.equal(lines.length, 1, `one line on the console, not ${JSON.stringify(lines)}`);
  assert.match(lines[0], cure);
  assert.deepEqual(record.errors, []);
  await assertTwin(page);
}

test("the pages under policies carry the twin that the widget writes today", async (t) => {
  const [written] = await twins(t, [{ chart: "tiers", lang: "en" }]);
  // Wherever the pages are served, the widget is there as well.
  const twin = written.replace(/http:\/\/[^/]+(?=\/county-chains\/)/g, "");
  for (const name of ["strict", "blocked"]) {
    const file = fileURLToPath(new URL(`../../www/policies/${name}.html`, import.meta.url));
    const text = await readFile(file, "utf8");
    const fresh = text.replace(/(<county-chains[^>]*>\n)[\s\S]*(<\/county-chains>)/, (all, open, close) => open + twin + close);
    if (process.env.WRITE_TWINS) await writeFile(file, fresh);
    else assert.ok(text === fresh, `${name}.html is stale: run WRITE_TWINS=1 node --test tests/browser/faults.test.mjs`);
  }
});

test("a policy without wasm: one violation, one event, and the twin stays whole", async (t) => {
  const blocked = await page(t, "/policies/blocked.html");
  await assertFault(blocked, "wasm-blocked", /'wasm-unsafe-eval'/);
  assert.deepEqual(blocked.record.violations, ["script-src wasm-eval"]);
});

test("a policy without wasm is not asked again by a second widget", async (t) => {
  const { page: blocked, record } = await page(t, "/policies/blocked.html");
  await until(record, ({ events }) => events.length > 0);
  await blocked.evaluate(() => {
    const element = document.querySelector("county-chains");
    element.after(element.cloneNode(true));
  });
  await until(record, ({ events }) => events.length > 1);
  assert.deepEqual(record.violations, ["script-src wasm-eval"]);
  assert.deepEqual(record.events.map(({ code }) => code), ["wasm-blocked", "wasm-blocked"]);
});

for (const [what, answer, code, cure] of [
  ["is not there", (route) => route.fulfill({ status: 404, body: "Not found" }), "wasm-fetch", /Serve all files county-chains/],
  ["fails on the server", (route) => route.fulfill({ status: 500, body: "" }), "wasm-fetch", /Serve all files county-chains/],
  ["is cut off by the network", (route) => route.abort("connectionreset"), "wasm-fetch", /Serve all files county-chains/],
  [
    "is a login page instead", (route) => route.fulfill({ contentType: "text/html", body: "<!DOCTYPE html><title>Log in</title>" }),
    "wasm-fetch", /county-chains\.wasm/,
  ],
  [
    "is only half there", async (route) => route.fulfill({ contentType: "application/wasm", body: (await built()).subarray(0, 100_000) }),
    "wasm-fetch", /not the file of this version/,
  ],
  [
    "has one wrong bit",
    async (route) => {
      const body = await built();
      body[body.length - 100] ^= 1;
      await route.fulfill({ contentType: "application/wasm", body });
    },
    "wasm-fetch", /not the file of this version/,
  ],
]) {
  test(`the twin stays and the fault has a name when the wasm ${what}`, async (t) => {
    const opened = await withTwin(t, { before: (page) => page.route(WASM, answer) });
    await assertFault({ ...opened, record: withoutNetworkLines(opened.record) }, code, cure);
  });
}

test("what cannot be loaded is said and taken back, and the next try succeeds", async (t) => {
  let broken = true;
  const before = (page) =>
    page.route("**/county-chains.annex.wasm", (route) => (broken ? route.abort("connectionreset") : route.continue()));
  const { page: opened, record } = await drawn(t, '<county-chains chart="map" lang="en"></county-chains>', { before });
  const jinjiang = opened.locator('county-chains [data-key="county:350582"]');
  await jinjiang.click();
  await until(record, ({ events }) => events.length > 0);
  assert.deepEqual(record.events.map(({ code }) => code), ["wasm-fetch"]);
  await opened.locator("county-chains .status.shown").filter({ hasText: "could not be loaded" }).waitFor();
  assert.equal(await opened.evaluate(() => document.querySelector("county-chains").county), null, "the choice is taken back");
  assert.equal(await opened.locator("county-chains [part=card] h4").count(), 0);
  broken = false;
  await jinjiang.click();
  await opened.locator("county-chains [part=card] h4").filter({ hasText: "Jinjiang" }).waitFor();
  assert.equal(record.events.length, 1);
});

test("a chart whose file does not come leaves the one before, and comes when it is chosen again", async (t) => {
  let broken = true;
  const before = (page) =>
    page.route("**/county-chains.map.wasm", (route) => (broken ? route.abort("connectionreset") : route.continue()));
  const { page: opened, record } = await drawn(t, '<county-chains lang="en"></county-chains>', { before });
  const tab = opened.locator('county-chains [role="tab"][data-chart="map"]');
  await tab.click();
  await opened.locator("county-chains .status.shown").filter({ hasText: "could not be loaded" }).waitFor();
  assert.deepEqual(record.events.map(({ code }) => code), ["wasm-fetch"]);
  assert.equal((await shown(opened)).chart, "tiers");
  assert.equal(await opened.evaluate(() => document.querySelector("county-chains").chart), "tiers");
  broken = false;
  await tab.click();
  await opened.locator('county-chains [data-key="county:350582"]').waitFor();
  assert.equal(record.events.length, 1);
});

for (const next of ["facts", "shares"]) {
  test(`a chart whose file does not come takes nothing back when ${next} has been chosen since`, async (t) => {
    let fail;
    const gate = new Promise((resolve) => (fail = resolve));
    const before = (page) => page.route("**/county-chains.map.wasm", async (route) => (await gate, route.abort("connectionreset")));
    const { page: opened, record } = await drawn(t, '<county-chains lang="en"></county-chains>', { before });
    for (const chart of ["map", next]) await opened.locator(`county-chains [role="tab"][data-chart="${chart}"]`).click();
    fail();
    await opened.locator(`county-chains [data-chart="${next}"][data-tiers]`).waitFor();
    await until(record, ({ events }) => events.length > 0);
    await frames(opened);
    assert.equal((await shown(opened)).chart, next);
    assert.equal(await opened.locator("county-chains .status.shown").count(), 0, "nothing is said of a chart that is not shown");
    assert.deepEqual(record.events.map(({ code }) => code), ["wasm-fetch"]);
  });
}

test("a tag's chart whose file does not come stays static, with one event", async (t) => {
  const before = (page) => page.route("**/county-chains.map.wasm", (route) => route.abort("connectionreset"));
  const opened = await withTwin(t, { attributes: { chart: "map", lang: "en" }, before });
  await assertFault({ ...opened, record: withoutNetworkLines(opened.record) }, "wasm-fetch", /county-chains\.map\.wasm cannot be loaded/);
});

test("what a tag's chart needs is asked for beside the core", async (t) => {
  let release;
  const gate = new Promise((resolve) => (release = resolve));
  const before = (page) => page.route(WASM, async (route) => (await gate, route.continue()));
  const { page: opened, record } = await blank(t, '<county-chains loading="eager" chart="timeline" lang="en"></county-chains>', { before });
  const asked = (part) => record.requests.some((address) => address.endsWith(`/county-chains.${part}.wasm`));
  await until(asked, () => asked("figures") && asked("timeline"));
  assert.ok(!asked("map") && !asked("texts") && !asked("annex"), "nothing else");
  release();
  await ready(opened);
  silent(record);
});

test("a part that comes before the one that it builds on waits for it, and so do the widgets beside it", async (t) => {
  let release;
  const gate = new Promise((resolve) => (release = resolve));
  const before = (page) => page.route("**/county-chains.texts.wasm", async (route) => (await gate, route.continue()));
  const tags = ["facts", "tiers"].map((chart) => `<county-chains loading="eager" chart="${chart}" lang="en"></county-chains>`).join("");
  const { page: opened, record } = await blank(t, tags, { before });
  const facts = () => record.requests.some((address) => address.endsWith("/county-chains.facts.wasm"));
  await until(record, facts);
  await pause(opened, 500);
  await opened.locator("county-chains").nth(1).evaluate((element) => (element.tiers = ["1"]));
  await pause(opened, 200);
  release();
  await ready(opened);
  silent(record);
});

test("a button that needs what cannot be loaded says so, and works when it is pressed again", async (t) => {
  let broken = true;
  const before = (page) =>
    page.route("**/county-chains.annex.wasm", (route) => (broken ? route.abort("connectionreset") : route.continue()));
  const { page: opened, record } = await drawn(t, '<county-chains view="table" lang="en"></county-chains>', { before });
  const button = opened.locator('county-chains [data-action="save:csv-all"]');
  await button.click();
  await opened.locator("county-chains .status.shown").filter({ hasText: "could not be loaded" }).waitFor();
  assert.deepEqual(record.events.map(({ code }) => code), ["wasm-fetch"]);
  broken = false;
  const saved = opened.waitForEvent("download");
  await button.click();
  assert.match((await saved).suggestedFilename(), /\.csv$/);
  assert.equal(record.events.length, 1);
});

test("the twin of a chosen county is made of what is there, without the card that is not", async (t) => {
  const before = (page) => page.route("**/county-chains.annex.wasm", (route) => route.abort("connectionreset"));
  const { page: opened } = await drawn(t, '<county-chains chart="map" lang="en"></county-chains>', { before });
  const twin = await opened.evaluate(() => {
    const widget = document.querySelector("county-chains");
    widget.county = "350582";
    return widget.embedCode({ kind: "static" });
  });
  assert.ok(twin.startsWith('<figure lang="en" data-chart="map">'), twin.slice(0, 80));
  assert.ok(twin.trimEnd().endsWith("</figure>"), twin.slice(-80));
});

/** The browser's own lines about addresses that fail are not ours. */
function withoutNetworkLines(record) {
  return { ...record, get console() { return record.console.filter((line) => !/^Failed (to load resource|to find a valid digest)/.test(line)); } };
}

// The last is how programs come that have a document without a layout.
for (const lacking of [["ResizeObserver"], ["matchMedia"], ["ResizeObserver", "requestAnimationFrame"]]) {
  test(`a browser without ${lacking.join(" and ")} keeps the twin, also when the element is moved and removed`, async (t) => {
    const { page: old, record } = await withTwin(t, { before: (page) => page.addInitScript((names) => names.forEach((name) => delete window[name]), lacking) });
    await old.evaluate(() => {
      const element = document.querySelector("county-chains");
      element.chart = "map";
      document.body.append(element);
      element.remove();
      document.body.prepend(element);
    });
    await pause(old, 50);
    await assertTwin(old);
    silent(record);
  });
}

test("a browser whose media queries tell of no change, as Safari 13, keeps the twin", async (t) => {
  const hide = () => (MediaQueryList.prototype.addEventListener = undefined);
  const { page: old, record } = await withTwin(t, { before: (page) => page.addInitScript(hide) });
  await old.evaluate(() => document.body.append(document.querySelector("county-chains")));
  await pause(old, 50);
  await assertTwin(old);
  silent(record);
});

test("a wasm that is served as octet-stream works all the same", async (t) => {
  const before = (page) => page.route(WASM, async (route) => {
    await route.fulfill({ contentType: "application/octet-stream", body: await built() });
  });
  const { page: served, record } = await withTwin(t, { before });
  await ready(served);
  assert.equal((await shown(served)).chart, "tiers");
  silent(record);
});

test("a browser without WebAssembly keeps the twin and is told so", async (t) => {
  const opened = await withTwin(t, { before: (page) => page.addInitScript(() => delete window.WebAssembly) });
  await assertFault(opened, "wasm-blocked", /no WebAssembly/);
  assert.ok(!opened.record.requests.some((address) => address.endsWith(".wasm")), "what cannot run is not fetched");
});

test("without script every chart's twin is a whole figure with nothing empty and nothing asked for", async (t) => {
  const attributes = CHARTS.map((chart, index) => ({ chart, lang: LANGUAGES[index % 3] }));
  const figures = await twins(t, attributes);
  for (const [index, twin] of figures.entries()) {
    const { page: still, record } = await blank(t, `<county-chains chart=${CHARTS[index]}>${twin}</county-chains>`, {
      javaScriptEnabled: false,
    });
    await assertTwin(still);
    const text = await still.locator("county-chains").innerText();
    assert.doesNotMatch(text, /javascript|script|启用|啟用/i, "no plea to switch scripts on");
    assert.equal(record.requests.filter((address) => /\.wasm|\.css|\.svg/.test(address)).length, 0);
  }
});

/** What stands in the tag, and around it. */
const KINDS = [["with its twin", true, "p"], ["with its twin, alone", true, "div"], ["empty", false, "p"]];

for (const width of [360, 760]) {
  for (const lang of ["zh-Hans", "en"]) {
    test(`a late wasm shows the twin meanwhile and moves nothing when it comes (${width} px, ${lang})`, async (t) => {
      const figures = await twins(t, CHARTS.map((chart) => ({ chart, lang })));
      const jumps = [];
      for (const [index, chart] of CHARTS.entries()) {
        const { upgraded, moved, shift } = await jump(t, { width, lang, chart, twin: figures[index] });
        for (const [column, [kind, hasTwin]] of KINDS.entries()) {
          // An empty element has its room from the moment at which the script knows it, no sooner.
          if (hasTwin && Math.abs(upgraded[column]) >= 1) jumps.push(`${chart} ${kind}: ${upgraded[column]} px when the script comes`);
          if (Math.abs(moved[column]) >= 1) jumps.push(`${chart} ${kind}: ${moved[column]} px when the wasm comes`);
        }
        if (shift > 0) jumps.push(`${chart}: layout shift ${shift.toFixed(4)} when the wasm comes`);
      }
      assert.deepEqual(jumps, [], "what is below the widget moved");
    });
  }
}

/**
 * Holds script and wasm back, lets them come one after the other, and tells by how much what lies below the widgets of
 * each kind moved. They stand side by side, each in a column of its own.
 */
async function jump(t, { width, lang, chart, twin }) {
  const gates = {};
  const before = async (page) => {
    for (const name of ["js", "wasm"]) {
      const held = new Promise((resolve) => (gates[name] = resolve));
      await page.route(`**/county-chains.${name}`, async (route) => {
        await held;
        await route.continue();
      });
    }
    await page.addInitScript(() => {
      window.shifts = [];
      window.watch = new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value)));
      window.watch.observe({ type: "layout-shift", buffered: true });
    });
  };
  const column = ([, hasTwin, neighbours], index) => `<div style="position:absolute;top:0;left:${index * width}px;width:${width}px">` +
    `<${neighbours}>Above.</${neighbours}><county-chains loading="eager" chart="${chart}" lang="${lang}">${hasTwin ? twin : ""}</county-chains>` +
    `<${neighbours} class="below">Below.</${neighbours}></div>`;
  // Nothing that blocks: the page shows its twin before the script is there.
  const script = '<script>addEventListener("DOMContentLoaded", () => import("/county-chains/county-chains.js"))</script>';
  const viewport = { width: width * KINDS.length, height: 3000 };
  const { page: late, record } = await blank(t, KINDS.map(column).join(""), { before, head: `<style>body{margin:0}</style>${script}`, viewport });
  await frames(late);
  // A long table is folded; the widget is as high as the twin that shows it.
  await late.locator("details").evaluateAll((all) => all.forEach((details) => (details.open = true)));
  await assertTwin(late);
  const tops = () => late.evaluate(() => [...document.querySelectorAll(".below")].map((below) => below.getBoundingClientRect().top));
  const start = await tops();
  gates.js();
  await late.evaluate(() => customElements.whenDefined("county-chains").then(() => 0));
  await frames(late);
  await assertTwin(late);
  const known = await tops();
  await late.evaluate(() => {
    window.watch.takeRecords();
    window.shifts.length = 0;
  });
  gates.wasm();
  await ready(late);
  await frames(late);
  assert.equal((await shown(late)).chart, chart);
  const end = await tops();
  const shift = await late.evaluate(() => window.shifts.reduce((sum, value) => sum + value, 0));
  silent(record);
  await late.context().close();
  const between = (one, other) => one.map((top, index) => other[index] - top);
  return { upgraded: between(start, known), moved: between(known, end), shift };
}

test("what is below moves up only when the widget is used or out of sight", async (t) => {
  const { page: used } = await withTwin(t, { viewport: { width: 760, height: 3000 } });
  await ready(used);
  const height = () => used.evaluate(() => document.querySelector("county-chains").offsetHeight);
  const held = await height();
  await used.locator('county-chains [data-tier="2"]').click();
  await frames(used);
  assert.ok((await height()) < held, "the room that was kept for the twin is given back");
});

test("a wasm that comes after its element has gone does nothing, and the element may come back", async (t) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const before = (page) => page.route(WASM, async (route) => {
    await held;
    await route.continue();
  });
  const { page: gone, record } = await withTwin(t, { before });
  await until(record, ({ requests }) => requests.some((address) => address.endsWith(".wasm")));
  await gone.evaluate(() => {
    window.element = document.querySelector("county-chains");
    window.element.addEventListener("county-chains-ready", () => (window.early = !window.element.isConnected));
    window.element.remove();
  });
  const answered = gone.waitForResponse(WASM);
  release();
  await (await answered).finished();
  await frames(gone);
  await pause(gone, 300);
  assert.equal(await gone.evaluate(() => window.element.shadowRoot.querySelectorAll("[data-chart]").length), 0);
  silent(record);
  await gone.evaluate(() => document.body.prepend(window.element));
  await ready(gone);
  assert.equal(await gone.evaluate(() => window.early), false);
  assert.equal((await shown(gone)).chart, "tiers");
  silent(record);
});

/* The running instance gives up */

const FOUR = ["a", "b", "c", "d"].map((id, index) => `<county-chains id="${id}" chart="${CHARTS[index === 2 ? 1 : index]}"></county-chains>`).join("");
const HEAD = '<style>county-chains{display:block;width:500px}</style><script type="module" src="/county-chains/county-chains.js"></script>';

/** Four widgets, and a page function `breakOnce(name)` that makes a DOM primitive throw once. */
async function four(t) {
  const before = (page) => page.addInitScript(() => {
    const { instantiate, compile } = WebAssembly;
    window.instances = 0;
    window.compiled = 0;
    WebAssembly.instantiate = async (...list) => {
      const instance = await instantiate.apply(WebAssembly, list);
      // The map stands on the core's memory and has none of its own.
      if (instance.exports.memory) window.instances++;
      return instance;
    };
    WebAssembly.compile = (...list) => (window.compiled++, compile.apply(WebAssembly, list));
    window.breakOnce = (owner, name) => {
      const found = Object.getOwnPropertyDescriptor(owner, name);
      const method = found.set ? "set" : "value";
      Object.defineProperty(owner, name, {
        ...found,
        [method]() {
          Object.defineProperty(owner, name, found);
          throw new Error(`${name} broke`);
        },
      });
    };
  });
  const opened = await drawn(t, FOUR, { before, head: HEAD, viewport: { width: 600, height: 4000 } });
  silent(opened.record);
  return opened;
}

const PRIMITIVES = {
  createElementNS: "Document.prototype",
  createTextNode: "Document.prototype",
  textContent: "Node.prototype",
};

/** Makes a change to `a` during which the primitive throws once. */
async function trap({ page, record }, primitive) {
  await page.evaluate(([owner, name]) => {
    window.breakOnce(owner.split(".").reduce((object, key) => object[key], window), name);
    document.getElementById("a").setAttribute("chart", "map");
  }, [PRIMITIVES[primitive], primitive]);
  await until(record, ({ events }) => events.length > 0);
  await frames(page);
}

for (const primitive of Object.keys(PRIMITIVES)) {
  test(`a trap in ${primitive} is told once, and the next change is drawn by a fresh instance`, async (t) => {
    const opened = await four(t);
    const { page: trapped, record } = opened;
    await trap(opened, primitive);
    assert.deepEqual(record.events.map(({ code }) => code), ["render"]);
    assert.match(record.events[0].message, /broke/);
    assert.deepEqual(record.errors, []);
    await set(trapped, { chart: "shares", lang: "en" }, "#a");
    await trapped.waitForFunction(() => document.getElementById("a").shadowRoot.querySelector("[data-tiers]")?.dataset.chart === "shares");
    assert.deepEqual(await trapped.evaluate(() => [window.instances, window.compiled]), [2, 5], "a fresh instance of the core; core, tiers, shares, map and what methods need compiled once");
    await trapped.evaluate(() => {
      const other = document.createElement("county-chains");
      Object.assign(other, { id: "e", chart: "shares", lang: "en" });
      document.body.append(other);
      return other.ready.then(() => 0);
    });
    await frames(trapped);
    assertSame(await drawing(trapped, "#a"), await drawing(trapped, "#e"), "the picture is not whole again");
    assert.equal(record.events.length, 1);
  });
}

test("after a trap the picture that the reader sees is whole, not half of another", async (t) => {
  const opened = await four(t);
  const picture = (id) => opened.page.evaluate((id) => {
    const root = document.getElementById(id).shadowRoot.querySelector("[data-tiers]");
    return [root.dataset.chart, root.querySelector("[part=heading]").textContent, root.querySelectorAll("[data-key]").length];
  }, id);
  const old = await picture("a");
  await trap(opened, "createTextNode");
  await pause(opened.page, 500);
  const seen = await picture("a");
  await opened.page.evaluate(() => document.getElementById("b").setAttribute("chart", "map"));
  await opened.page.waitForFunction(() => document.getElementById("b").shadowRoot.querySelector("[data-tiers]").dataset.chart === "map");
  const fresh = await picture("b");
  assert.ok([old, fresh].some((whole) => JSON.stringify(whole) === JSON.stringify(seen)), `${seen} is neither ${old} nor ${fresh}`);
});

test("after a trap in one widget the chips of all others still filter, and its own", async (t) => {
  const opened = await four(t);
  const { page: trapped, record } = opened;
  await trap(opened, "createElementNS");
  for (const id of ["b", "c", "d"]) {
    await trapped.locator(`#${id} [data-tier="1"]`).click();
    await trapped.waitForFunction((id) => {
      return document.getElementById(id).shadowRoot.querySelector("[data-tiers]").dataset.tiers === "2 3 4";
    }, id);
  }
  await trapped.locator('#a [role=tab][data-chart="map"]').click();
  await trapped.waitForFunction(() => document.getElementById("a").shadowRoot.querySelector("[data-tiers]").dataset.chart === "map");
  assert.deepEqual(record.events.map(({ code }) => code), ["render"]);
});

test("a listener that changes the element while it speaks does no harm", async (t) => {
  const { page: eager, record } = await drawn(t, "<county-chains></county-chains><county-chains chart=map></county-chains>");
  await eager.evaluate(() => {
    const [one, two] = document.querySelectorAll("county-chains");
    let left = 5;
    for (const name of ["ready", "change", "select"]) {
      document.addEventListener(`county-chains-${name}`, () => {
        if (left-- <= 0) return;
        one.state = { tiers: [1 + (left % 4)], chart: left % 2 ? "map" : "shares" };
        two.toSVG();
        void two.state;
      });
    }
  });
  await eager.locator('county-chains >> nth=0 >> [data-tier="3"]').click();
  await frames(eager);
  await frames(eager);
  silent(record);
});
