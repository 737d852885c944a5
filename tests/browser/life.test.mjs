// When the element loads, which boxes it fits, and how it lives in a page that moves, copies and removes it.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { WIDTHS } from "../../www/reserved-heights.js";
import { events, listening, ONE } from "./element.mjs";
import { assertSame, blank, CHARTS, drawing, drawn, frames, pause, ready, set, shown, silent, test } from "./support.mjs";

const HEIGHTS = fileURLToPath(new URL("../../www/reserved-heights.js", import.meta.url));
const WASM = /county-chains\.wasm$/;
const wasmRequests = ({ requests }) => requests.filter((address) => WASM.test(address)).length;

/* Loading and sizes */

test("a lazy widget asks for the wasm only when it comes near, an eager one at once", async (t) => {
  const far = '<div style="height:6000px"></div>';
  const { page, record } = await blank(t, `${far}<county-chains></county-chains>`, { viewport: { width: 800, height: 600 } });
  await page.evaluate(() => customElements.whenDefined("county-chains").then(() => 0));
  await frames(page);
  await pause(page, 300);
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
  await pause(page, 300);
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

/** Widths at which what is reserved is compared with what is drawn. */
const SAMPLES = [280, 300, 320, 340, 360, 390, 400, 440, 480, 520, 559, 560, 600, 680, 720, 760, 900, 1080];
/** Widths at which heights are measured anew: from 280, which is as narrow as a phone, to the last of `WIDTHS`. */
const ALL_WIDTHS = Array.from({ length: 81 }, (_, step) => 280 + 10 * step);

/** Draws a chart at each width: how high the tag was before it was drawn, and how high it is now. */
const measure = (page, lang, chart, widths) => page.evaluate(async ([lang, chart, widths]) => {
  const measured = [];
  for (const width of widths) {
    const box = Object.assign(document.createElement("div"), { style: `width: ${width}px` });
    const element = document.createElement("county-chains");
    Object.assign(element, { chart, lang, loading: "eager" });
    box.append(element);
    document.body.append(box);
    const reserved = element.offsetHeight;
    await element.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    // What is reserved stays until the reader uses the widget.
    element.shadowRoot.querySelector(".frame > div").style.minHeight = "";
    measured.push({ width, reserved, height: element.offsetHeight });
    box.remove();
  }
  return measured;
}, [lang, chart, widths]);

/** Measures all heights anew and writes them where the widget looks them up. */
async function writeHeights(page) {
  const rows = [];
  for (const chart of CHARTS) {
    const languages = [];
    for (const lang of ["zh-Hans", "en"]) {
      const measured = await measure(page, lang, chart, ALL_WIDTHS);
      const within = (index) => measured.filter(({ width }) => width >= WIDTHS[index] && width < (WIDTHS[index + 1] ?? Infinity));
      // An estimate: tens compress better than single pixels.
      languages.push(WIDTHS.map((_, index) => Math.ceil(Math.max(...within(index).map(({ height }) => height)) / 10) * 10));
    }
    const name = chart.includes("-") ? `"${chart}"` : chart;
    rows.push(`  ${name}: [\n${languages.map((heights) => `    [${heights.join(", ")}],\n`).join("")}  ],\n`);
  }
  const text = await readFile(HEIGHTS, "utf8");
  await writeFile(HEIGHTS, text.replace(/(__proto__: null,\n)[\s\S]*(?=\};\n)/, (_, start) => start + rows.join("")));
}

test("a tag without twin reserves the height that its widget takes, at any width", async (t) => {
  const { page, record } = await blank(t, "");
  if (process.env.WRITE_HEIGHTS) return writeHeights(page);
  for (const lang of ["zh-Hans", "en"]) {
    for (const chart of CHARTS) {
      const measured = await measure(page, lang, chart, SAMPLES);
      // A line of text may come out longer in another font.
      const low = measured.filter(({ reserved, height }) => reserved < 300 || height - reserved > 24);
      assert.deepEqual(low, [], `${chart} in ${lang}: too low; run WRITE_HEIGHTS=1 node --test tests/browser/life.test.mjs`);
    }
  }
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
  const all = (elements) => elements.every(({ shadowRoot }) => shadowRoot?.querySelector("[data-tiers]"));
  await page.waitForFunction(`(${all})([...document.querySelectorAll("county-chains")])`).catch(async () => {
    assert.deepEqual(await empty(), [], "nothing is drawn in these boxes");
  });
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
  await pause(page, 200);
  const first = await heights();
  await pause(page, 200);
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
  if (!(await page.evaluate(() => "moveBefore" in Element.prototype))) return t.skip("this Chromium has no moveBefore");
  const kept = await page.evaluate(async () => {
    const element = document.querySelector("county-chains");
    const root = element.shadowRoot.querySelector("[data-tiers]");
    element.shadowRoot.querySelector('[data-tier="2"]').focus();
    document.getElementById("two").moveBefore(element, null);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return [root === element.shadowRoot.querySelector("[data-tiers]"), element.shadowRoot.activeElement?.dataset.tier];
  });
  assert.deepEqual(kept, [true, "2"]);
  silent(record);
});

test("in another document and back the widget keeps its styles", async (t) => {
  const { page, record } = await drawn(t, `${ONE}<iframe></iframe>`);
  const look = await page.evaluate(async () => {
    const element = document.querySelector("county-chains");
    const frame = document.querySelector("iframe");
    const seen = [];
    const look = async () => {
      while (!element.shadowRoot.querySelector("[data-tiers]")) await new Promise((resolve) => setTimeout(resolve, 20));
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

/** Keeps what each instance exports, those of the core apart: all other parts stand on its memory and have none of their own. */
const watchInstances = (page) => page.addInitScript(() => {
  window.made = { cores: [], parts: [] };
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...list) => {
    const instance = await instantiate.apply(WebAssembly, list);
    window.made[instance.exports.memory ? "cores" : "parts"].push(instance.exports);
    return instance;
  };
});

/** The bytes of the newest core's memory. */
const memoryOf = (page) => page.evaluate(() => window.made.cores.at(-1).memory.buffer.byteLength);

test("twenty widgets share one instance and stay independent", async (t) => {
  const html = Array.from({ length: 20 }, (_, index) => `<county-chains id="w${index}" chart="${["tiers", "shares", "map"][index % 3]}" loading="eager"></county-chains>`).join("");
  const { page, record } = await drawn(t, html, { before: watchInstances });
  assert.deepEqual(await page.evaluate(() => [window.made.cores.length, window.made.parts.length]), [1, 4], "the core, three charts and what methods need");
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
  const { page, record } = await blank(t, "", { before: watchInstances });
  const session = await page.context().newCDPSession(page);
  const cycles = (count) => page.evaluate(async ([count, charts]) => {
    await customElements.whenDefined("county-chains");
    for (let round = 0; round < count; round++) {
      const element = document.createElement("county-chains");
      Object.assign(element, { chart: charts[round % charts.length], loading: "eager", tiers: "1 2", group: `g${round}` });
      document.body.append(element);
      await element.ready;
      // Where the filter does nothing there are no chips.
      const pressed = element.shadowRoot.querySelector("[data-tier]") || element.shadowRoot.querySelector("[data-key]");
      pressed.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
      element.remove();
    }
  }, [count, CHARTS]);
  const measure = async () => {
    // Timers of the voice and of the frame end first.
    await pause(page, 600);
    for (let round = 0; round < 3; round++) await session.send("HeapProfiler.collectGarbage");
    await frames(page);
    await session.send("HeapProfiler.collectGarbage");
    const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
    return { nodes, jsEventListeners, memory: await memoryOf(page) };
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

test("redrawing one widget five thousand times does not grow the wasm memory", async (t) => {
  const { page, record } = await drawn(t, '<county-chains chart="tiers"></county-chains>', { before: watchInstances });
  // Hundreds in one task, and not thousands: the browser gathers what each has changed, and takes ever longer.
  const churn = async (tasks) => {
    for (let task = 0; task < tasks; task++) {
      await page.evaluate(() => {
        const { shadowRoot } = document.querySelector("county-chains");
        for (let round = 0; round < 250; round++) shadowRoot.querySelector(`[data-tier="${(round % 4) + 1}"]`).click();
      });
    }
  };
  // The heap has its size after the first redraws; a loss of 13 bytes in each would make it a page of 64 kB larger.
  await churn(2);
  const warm = await memoryOf(page);
  await churn(20);
  assert.equal(await memoryOf(page), warm);
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

test("in a box that is as wide as what is in it, the widget takes the room there is, and no more than it needs", async (t) => {
  const boxes = {
    cell: "<table><tr><td>TAG</td></tr></table>",
    row: '<div style="display:flex">TAG</div>',
    float: '<div style="float:left">TAG</div>',
    inline: '<div style="display:inline-block">TAG</div>',
    grid: '<div style="display:grid;justify-items:center">TAG</div>',
  };
  for (const [window, least, most] of [[360, 330, 360], [1000, 760, 760]]) {
    const { page, record } = await blank(t, "", { viewport: { width: window, height: 800 } });
    for (const [name, html] of Object.entries(boxes)) {
      const [width, room] = await page.evaluate(async (html) => {
        document.body.style.margin = 0;
        document.body.innerHTML = html;
        const element = document.querySelector("county-chains");
        await element.ready;
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        return [element.offsetWidth, document.documentElement.scrollWidth];
      }, html.replace("TAG", "<county-chains loading=eager></county-chains>"));
      assert.ok(width >= least && width <= most, `${name} in ${window}: ${width}`);
      assert.equal(room, window, name);
    }
    silent(record);
  }
});

test("a twin many times as high as the widget leaves no blank page behind", async (t) => {
  const twin = `<figure><h3>High</h3><div style="height:6000px"></div></figure>`;
  const viewport = { width: 360, height: 700 };
  const { page, record } = await drawn(t, `<county-chains>${twin}</county-chains><p id="below">Below.</p>`, { viewport });
  const height = () => page.evaluate(() => document.querySelector("county-chains").offsetHeight);
  assert.ok(await height() < 1200, "what is below is out of sight before and after");

  // Where the reader has what is below in sight, it stays there until that is scrolled away.
  const low = `<county-chains>${twin.replace("6000", "2000")}</county-chains><p id="below">Below.</p><div style="height:3000px"></div>`;
  const { page: wide, record: quiet } = await drawn(t, low, { viewport: { width: 360, height: 3000 } });
  const kept = await wide.evaluate(() => document.querySelector("county-chains").offsetHeight);
  assert.ok(kept > 2000, `${kept}`);
  await wide.setViewportSize(viewport);
  await wide.evaluate(() => scrollTo(0, 1));
  await wide.waitForFunction(() => document.querySelector("county-chains").offsetHeight < 1200);
  silent(record);
  silent(quiet);
});
