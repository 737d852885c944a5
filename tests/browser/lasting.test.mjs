// What lasts: faults that no fresh instance mends, elements that are moved all day, pages with many widgets. The page goes on.

import assert from "node:assert/strict";
import { events, listening } from "./element.mjs";
import { assertSame, blank, CHARTS, drawing, drawn, frames, pause, ready, shown, silent, test, until } from "./support.mjs";

const TWIN = "<figure><h3>Twin</h3></figure>";

const widgets = (count, { twin = TWIN, attributes = 'loading="eager"' } = {}) =>
  Array.from({ length: count }, (_, index) => `<county-chains id="w${index}" ${attributes}>${twin}</county-chains>`).join("");

/** Counts instances of the core, and keeps the newest one's memory at hand. */
const counting = (page) => page.addInitScript(() => {
  const { instantiate } = WebAssembly;
  window.instances = 0;
  WebAssembly.instantiate = async (...list) => {
    const made = await instantiate.apply(WebAssembly, list);
    const exports = made.exports ?? made.instance.exports;
    const memory = Object.values(exports).find((value) => value instanceof WebAssembly.Memory);
    if (memory) window.memory = memory;
    window.instances += memory ? 1 : 0;
    return made;
  };
});

const before = async (page) => (await counting(page), await listening(page));

/** How long the page takes to answer, at the most, in the next second and a half. */
const slowest = (page) => page.evaluate(() => new Promise((resolve) => {
  let [longest, last] = [0, performance.now()];
  const end = last + 1500;
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (now < end) setTimeout(tick);
    else resolve(longest);
  };
  setTimeout(tick);
}));

/* Faults that last */

const BREAKS = {
  "no element can be made": () => (Document.prototype.createElementNS = () => { throw new Error("no element"); }),
  "no text can be made": () => (Document.prototype.createTextNode = () => { throw new Error("no text"); }),
  "no attribute can be set": () => (Element.prototype.setAttribute = () => { throw new Error("no attribute"); }),
  "nothing can be put in": () => (Node.prototype.insertBefore = () => { throw new Error("no insertion"); }),
  "no style can be read": () => (window.getComputedStyle = () => { throw new Error("no style"); }),
  "the core throws at every call": () => {
    TextDecoder.prototype.decode = () => { throw new Error("no text from wasm"); };
  },
};

for (const [what, breakPage] of Object.entries(BREAKS)) {
  for (const count of [1, 2, 20]) {
    test(`where ${what}, ${count} of ${count} widgets are given up, each with one event, and the page answers`, async (t) => {
      const { page, record } = await drawn(t, widgets(count), { before });
      await events(page);
      await page.evaluate((source) => {
        // Another chart takes other nodes.
        for (const element of document.querySelectorAll("county-chains")) element.chart = "map";
        new Function(`(${source})()`)();
      }, String(breakPage));
      t.diagnostic(`longest wait ${Math.round(await slowest(page))} ms, ${await page.evaluate(() => window.instances)} instances`);
      const faults = (await events(page)).filter(({ name }) => name === "error");
      assert.equal(faults.length, count, JSON.stringify(faults.map(({ id, detail }) => [id, detail])));
      // Where not even a fresh instance starts, that is the fault.
      assert.ok(faults.every(({ detail }) => ["render", "wasm-invalid"].includes(detail.code)));
      assert.equal(new Set(faults.map(({ id }) => id)).size, count, "one event an element");
      assert.ok((await page.evaluate(() => window.instances)) <= 5, "nobody goes on trying");
      assert.equal(await page.locator("county-chains > figure h3:visible").count(), count, "the twins are back");
      assert.deepEqual(record.errors, []);
      const settled = await page.evaluate(() => window.instances);
      await pause(page, 300);
      assert.equal(await page.evaluate(() => window.instances), settled);
    });
  }
}

/** Broken before our script comes, and whether the widget is drawn all the same. */
const BROKEN_BEFORE = {
  "no element can be made": ["Document.prototype.createElementNS = () => { throw new Error('no element'); }", false],
  "elements are nothing": ["Document.prototype.createElementNS = () => null", false],
  "nothing can be appended": ["Element.prototype.append = () => { throw new Error('no append'); }", false],
  "media cannot be asked for": ["window.matchMedia = () => { throw new Error('no media'); }", false],
  "media are nothing": ["window.matchMedia = () => null", false],
  "attributes cannot be read": ["Element.prototype.getAttribute = () => { throw new Error('no attribute'); }", false],
  "there is no clock": ["delete window.performance; window.performance = undefined", true],
  "no place can be measured": ["Element.prototype.getBoundingClientRect = () => { throw new Error('no place'); }", true],
  "no frame can be asked for": ["window.requestAnimationFrame = () => { throw new Error('no frame'); }", true],
  "frames come at once": ["window.requestAnimationFrame = (work) => (work(0), 1)", true],
  "sight cannot be watched": ["window.IntersectionObserver = function () { throw new Error('no sight'); }", true],
};

for (const [what, [source, isDrawn]] of Object.entries(BROKEN_BEFORE)) {
  test(`where ${what} before the script comes, nothing goes uncaught, and there is a chart or the twin`, async (t) => {
    const broken = async (page) => (await before(page), await page.addInitScript(source));
    const { page, record } = await blank(t, `<div id="one">${widgets(2)}</div>`, { before: broken });
    if (isDrawn) await page.locator("county-chains [data-tiers]").nth(1).waitFor({ state: "attached" });
    else await until(record, ({ events }) => events.length >= 2);
    // A fault that comes late, or a second one, would be seen by then.
    await pause(page, 1200);
    const seen = await page.evaluate(() => [...document.querySelectorAll("county-chains")].map((element) => ({
      isDrawn: Boolean(element.shadowRoot && element.shadowRoot.querySelector("[data-tiers]")), shows: element.innerText.includes("Twin"),
    })));
    const faults = (await events(page)).filter(({ name }) => name === "error").map(({ id, detail }) => [id, detail.code]);
    for (const { isDrawn, shows } of seen) assert.ok(isDrawn !== shows, JSON.stringify(seen));
    assert.deepEqual(seen.map((one) => one.isDrawn), [isDrawn, isDrawn], JSON.stringify(faults));
    assert.deepEqual(faults, seen.every((one) => one.isDrawn) ? [] : [["w0", "render"], ["w1", "render"]]);
    assert.deepEqual(record.errors, []);
  });
}

test("where nothing can be taken out, no chart stands below another", async (t) => {
  const { page, record } = await drawn(t, widgets(2), { before });
  await page.evaluate(() => {
    Node.prototype.removeChild = () => { throw new Error("no removal"); };
    for (const element of document.querySelectorAll("county-chains")) element.chart = "map";
  });
  await until(record, ({ events }) => events.length > 0);
  // A fresh drawing takes nothing out.
  await page.waitForFunction(() => [...document.querySelectorAll("county-chains")].every(({ shadowRoot }) => {
    const [drawing, ...others] = shadowRoot.querySelectorAll("[data-tiers]");
    return drawing.dataset.chart === "map" && !others.length && drawing.querySelectorAll("[part=chart] > svg").length === 1;
  }));
  assert.ok(record.events.every(({ code }) => code === "render"));
  assert.deepEqual(record.errors, []);
});

test("one widget that cannot be drawn is given up, and nineteen go on", async (t) => {
  const { page, record } = await drawn(t, widgets(20), { before });
  await page.evaluate(() => {
    const refuse = (text) => {
      if (text.includes("broken")) throw new Error("no such text");
    };
    const { createTextNode } = Document.prototype;
    const found = Object.getOwnPropertyDescriptor(Node.prototype, "textContent");
    Document.prototype.createTextNode = function (text) {
      refuse(text);
      return createTextNode.call(this, text);
    };
    Object.defineProperty(Node.prototype, "textContent", {
      ...found,
      set(text) {
        refuse(text);
        found.set.call(this, text);
      },
    });
    document.getElementById("w7").heading = "broken";
  });
  await until(record, ({ events }) => events.length > 0);
  await page.locator("#w7 > figure h3").waitFor();
  await page.locator('#w3 [data-tier="2"]').click();
  await page.waitForFunction(() => document.getElementById("w3").shadowRoot.querySelector("[data-tiers]").dataset.tiers === "1 3 4");
  assert.deepEqual(record.events.map(({ code }) => code), ["render"]);
  assert.equal(await page.locator("county-chains > figure h3:visible").count(), 1);
  await page.evaluate(() => (document.getElementById("w7").heading = "whole"));
  await page.waitForFunction(() => document.getElementById("w7").shadowRoot.querySelector("[part=heading]")?.textContent === "whole");
  assert.equal(record.events.length, 1);
  assert.deepEqual(record.errors, []);
});

test("memory that runs out ends in the twins, however many widgets there are", async (t) => {
  // What the allocator asks for and does not get is a trap; a page cannot take memory away, so growing it is refused.
  const refusing = (page) => page.addInitScript(() => {
    const { compile } = WebAssembly;
    WebAssembly.compile = async (bytes) => {
      // The memory section of the core gets its least size as its limit: id, length, one memory, flags, least.
      const view = new Uint8Array(bytes);
      let at = 8;
      const number = () => {
        let [value, shift, byte] = [0, 0, 0];
        do {
          byte = view[at++];
          value |= (byte & 127) << shift;
          shift += 7;
        } while (byte & 128);
        return value;
      };
      while (at < view.length) {
        const [start, id] = [at, view[at++]];
        const length = number();
        const body = at;
        if (id === 5 && number() === 1 && view[at] === 0) {
          at++;
          const least = number() + 2;
          const limited = [5, 4, 1, 1, least, least];
          limited[1] = limited.length - 2;
          return compile(new Uint8Array([...view.slice(0, start), ...limited, ...view.slice(body + length)]));
        }
        at = body + length;
      }
      return compile(bytes);
    };
  });
  for (const count of [1, 2, 20]) {
    const both = async (page) => (await refusing(page), await before(page));
    const { page, record } = await blank(t, widgets(count, { attributes: 'loading="eager" chart="map"' }), { before: both });
    await until(record, ({ events }) => events.length >= count);
    await frames(page);
    const faults = (await events(page)).filter(({ name }) => name === "error");
    assert.equal(new Set(faults.map(({ id }) => id)).size, count);
    assert.equal(faults.length, count, JSON.stringify(faults[0]));
    t.diagnostic(`${count}: ${faults[0].detail.message}`);
    assert.ok((await page.evaluate(() => window.instances)) <= 5, `${await page.evaluate(() => window.instances)} instances`);
    assert.equal(await page.locator("county-chains > figure h3:visible").count(), count, "the twins are back");
    assert.deepEqual(record.errors, []);
    await page.context().close();
  }
});

test("without a twin a sentence stands where nothing can be drawn, and what others have drawn stays", async (t) => {
  const { page } = await drawn(t, widgets(2, { twin: "" }), { before });
  await page.evaluate(() => {
    Document.prototype.createElementNS = () => { throw new Error("no element"); };
    document.getElementById("w0").chart = "map";
  });
  await page.locator("#w0 [lang=en]", { hasText: "The chart could not be shown." }).waitFor();
  assert.equal(await page.locator("#w0 [data-tiers]").count(), 0, "nothing of half a picture");
  assert.equal(await page.locator("#w1 [part=heading]").innerText(), "In 2023, tier 3’s 46 counties accounted for over half of Fujian’s GDP");

  for (const [lang, sentence] of [["zh-Hans", "图表未能显示。"], ["zh-Hant", "圖表未能顯示。"], ["en", "The chart could not be shown."]]) {
    const { page: empty } = await blank(t, widgets(1, { twin: "" }), { lang, before: (page) => page.route("**/county-chains.wasm", (route) => route.abort()) });
    await empty.locator(`county-chains [lang="${lang}"]`, { hasText: sentence }).waitFor();
  }
});

test("a download that stalls ends in an event, and the widget comes at the next try", async (t) => {
  let stalled = true;
  const hold = async (page) => {
    await page.clock.install();
    await page.route("**/county-chains.wasm", (route) => (stalled ? undefined : route.continue()));
    await before(page);
  };
  const { page, record } = await blank(t, widgets(1, { twin: "" }), { before: hold });
  await until(record, ({ requests }) => requests.some((address) => address.endsWith(".wasm")));
  await page.clock.fastForward(59_000);
  assert.deepEqual(record.events, []);
  await page.clock.fastForward(2_000);
  await until(record, ({ events }) => events.length > 0);
  assert.deepEqual(record.events.map(({ code }) => code), ["wasm-fetch"]);
  assert.match(record.events[0].message, /60 seconds/);
  await page.locator("county-chains [lang=en]", { hasText: "could not be shown" }).waitFor();
  stalled = false;
  await page.evaluate(() => document.body.append(document.querySelector("county-chains")));
  await page.clock.resume();
  await ready(page);
  assert.equal((await shown(page)).chart, "tiers");
});

/* Elements that are moved */

/** What the page holds, after all rubbish has been collected. */
async function held(page, session) {
  await pause(page, 600);
  for (let round = 0; round < 3; round++) await session.send("HeapProfiler.collectGarbage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const pages = await page.evaluate(() => window.memory.buffer.byteLength / 65536);
  return { nodes, listeners: jsEventListeners, heap: Math.round(usedSize / 1000), pages };
}

const CHURNS = {
  "moved 4,000 times": [4000, async (rounds) => {
    for (let round = 0; round < rounds; round++) {
      const element = document.querySelector("county-chains");
      element.parentNode.append(element);
      if (round % 40 === 0) await new Promise(requestAnimationFrame);
    }
  }],
  "taken out and put back 1,000 times": [1000, async (rounds) => {
    for (let round = 0; round < rounds; round++) {
      const element = document.querySelector("county-chains");
      element.remove();
      await new Promise((resolve) => (round % 10 ? setTimeout(resolve) : requestAnimationFrame(resolve)));
      document.body.append(element);
      if (round % 10 === 0) await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
  }],
  "told 1,000 times to load at once": [1000, async (rounds) => {
    const element = document.querySelector("county-chains");
    for (let round = 0; round < rounds; round++) {
      element.setAttribute("loading", round % 2 ? "lazy" : "eager");
      if (round % 20 === 0) await new Promise(requestAnimationFrame);
    }
  }],
};

for (const [what, [rounds, churn]] of Object.entries(CHURNS)) {
  test(`nodes, listeners, heap and memory stay level when widgets are ${what}`, async (t) => {
    const { page, record } = await drawn(t, widgets(1, { attributes: 'loading="eager" chart="map"' }), { before });
    const session = await page.context().newCDPSession(page);
    const run = (count) => page.evaluate(([source, count]) => new Function(`return (${source})`)()(count), [String(churn), count]);
    await run(Math.ceil(rounds / 20));
    const start = await held(page, session);
    await run(rounds);
    const end = await held(page, session);
    t.diagnostic(`before ${JSON.stringify(start)}, after ${JSON.stringify(end)}`);
    assert.ok(end.nodes <= start.nodes + 50, `nodes grew from ${start.nodes} to ${end.nodes}`);
    assert.ok(end.listeners <= start.listeners + 5, `listeners grew from ${start.listeners} to ${end.listeners}`);
    assert.ok(end.heap <= start.heap + 300, `the heap grew from ${start.heap} to ${end.heap} kB`);
    assert.equal(end.pages, start.pages, "wasm pages");
    assert.equal(await page.evaluate(() => window.instances), 1);
    await page.waitForFunction(() => [...document.querySelectorAll("county-chains")].every(({ shadowRoot }) => shadowRoot.querySelectorAll("[data-tiers]").length === 1));
    silent(record);
  });
}

test("a widget that is moved keeps its nodes and the reader's focus", async (t) => {
  const { page, record } = await drawn(t, `<div id="one"><county-chains chart="map" loading="eager"></county-chains></div><div id="two"></div>`);
  for (const selector of ['[data-tier="2"]', '[data-key="county:350582"]', "[data-action='view:table']"]) {
    await page.locator(`county-chains ${selector}`).first().focus();
    const kept = await page.evaluate(async (selector) => {
      const element = document.querySelector("county-chains");
      const root = element.shadowRoot.querySelector("[data-tiers]");
      const focused = element.shadowRoot.activeElement;
      document.getElementById(element.parentNode.id === "one" ? "two" : "one").append(element);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return [focused.matches(selector), root === element.shadowRoot.querySelector("[data-tiers]"), focused === element.shadowRoot.activeElement];
    }, selector);
    assert.deepEqual(kept, [true, true, true], selector);
  }
  await page.evaluate(() => document.querySelector("county-chains").setAttribute("loading", "eager"));
  await frames(page);
  assert.ok(await page.evaluate(() => document.querySelector("county-chains").shadowRoot.activeElement), "loading takes no focus away");
  // Who has left the widget is not brought back.
  await page.evaluate(async () => {
    document.activeElement.blur();
    await new Promise(requestAnimationFrame);
    document.getElementById("one").append(document.querySelector("county-chains"));
  });
  assert.equal(await page.evaluate(() => document.activeElement.localName), "body");
  silent(record);
});

test("a widget that is moved into another language is drawn in it", async (t) => {
  const { page, record } = await drawn(t, '<county-chains loading="eager"></county-chains><div lang="zh-Hant"></div>');
  await page.evaluate(() => document.querySelector("div").append(document.querySelector("county-chains")));
  await frames(page);
  assert.equal((await shown(page)).lang, "zh-Hant");
  silent(record);
});

/* Many widgets */

test("a hundred widgets take turns: those in sight answer a group and a language first, and no task is long for all", async (t) => {
  const html = Array.from({ length: 100 }, (_, index) => `<county-chains id="w${index}" group="all" chart="${CHARTS[index % 4]}" loading="eager"></county-chains>`).join("");
  const { page, record } = await drawn(t, html, { before, viewport: { width: 760, height: 900 } });
  const changes = {
    group: () => document.getElementById("w1").shadowRoot.querySelector('[data-tier="1"]').click(),
    language: () => (document.documentElement.lang = "zh-Hant"),
  };
  for (const [name, change] of Object.entries(changes)) {
    const told = name === "group" ? "tiers" : "lang";
    const value = name === "group" ? "2 3 4" : "zh-Hant";
    const drawnAfter = await page.evaluate(async ([source, told, value]) => {
      const roots = [...document.querySelectorAll("county-chains")].map(({ shadowRoot }) => shadowRoot.querySelector("[data-tiers]"));
      const done = () => roots.map((root) => root.dataset[told] === value);
      new Function(`(${source})()`)();
      const counts = [];
      for (let round = 0; round < 600 && !done().every(Boolean); round++) {
        await new Promise(requestAnimationFrame);
        counts.push(done().filter(Boolean).length);
        if (counts.length === 3) window.first = done().findIndex((is) => !is);
      }
      return counts;
    }, [String(change), told, value]);
    t.diagnostic(`${name}: drawn after each frame ${drawnAfter.slice(0, 12).join(" ")} … in ${drawnAfter.length} frames`);
    assert.equal(drawnAfter.at(-1), 100, `${name} reaches all`);
    assert.ok(drawnAfter.length > 3, `${name}: not all in one frame`);
    assert.ok((await page.evaluate(() => window.first)) >= 1, "the first is in sight");
  }
  silent(record);
});

/* Errors of an argument */

test("a wrong argument is the caller's TypeError, and no widget is drawn anew", async (t) => {
  const { page, record } = await drawn(t, widgets(2, { twin: "" }), { before });
  const root = () => page.evaluateHandle(() => document.getElementById("w1").shadowRoot.querySelector("[data-tiers]"));
  const old = await root();
  const wrong = await page.evaluate(async () => {
    const element = document.getElementById("w0");
    const { constructor } = element;
    const odd = { toString: null, valueOf: null };
    const bare = Object.create(null);
    const tries = {
      "cite(symbol)": () => element.cite(Symbol("x")),
      "cite(null)": () => element.cite(null),
      "cite(odd)": () => element.cite(odd),
      "cite(7)": () => element.cite(7),
      "embedCode(symbol)": () => element.embedCode({ kind: Symbol("x") }),
      "embedCode(odd)": () => element.embedCode({ kind: odd }),
      "embedCode(null)": () => element.embedCode({ kind: null }),
      "embedCode(unknown)": () => element.embedCode({ kind: "x".repeat(1000) }),
      "toSVG(odd)": () => element.toSVG({ heading: odd }),
      "toSVG(bare)": () => element.toSVG({ tiers: [bare] }),
      "toSVG(symbol)": () => element.toSVG({ width: Symbol("x") }),
      "toSVG(unknown)": () => element.toSVG({ constructor: 1 }),
      "toCSV(symbol)": () => element.toCSV({ scope: Symbol("x") }),
      "toPNG(odd)": () => element.toPNG({ heading: odd }),
      "toPNG(scale)": () => element.toPNG({ scale: Symbol("x") }),
      "state odd": () => (element.state = { heading: odd }),
      "heading odd": () => (element.heading = odd),
      "base number": () => (constructor.base = 7),
      "base odd": () => (constructor.base = odd),
      "base script": () => (constructor.base = "javascript:alert(1)//"),
      "base user": () => (constructor.base = "https://u:p@example.org/"),
      "base quote": () => (constructor.base = 'https://example.org/"x/'),
      "base query": () => (constructor.base = "https://example.org/?x"),
    };
    const not = {};
    for (const [name, attempt] of Object.entries(tries)) {
      try {
        await attempt();
        not[name] = "nothing thrown";
      } catch (error) {
        if (!(error instanceof TypeError)) not[name] = String(error);
        else if (error.message.length > 300) not[name] = `${error.message.length} characters`;
      }
    }
    return not;
  });
  assert.deepEqual(wrong, {});
  assert.equal(await page.evaluate(() => window.instances), 1);
  assert.ok(await page.evaluate((old) => old === document.getElementById("w1").shadowRoot.querySelector("[data-tiers]"), old));
  silent(record);
  const links = await page.evaluate(() => {
    const { constructor } = document.querySelector("county-chains");
    return [new URL("https://example.org/x/"), "https://example.org/y", "https://example.org", null].map((base) => {
      constructor.base = base;
      return [constructor.base, document.querySelector("county-chains").link.split("embed")[0]];
    });
  });
  assert.deepEqual(links, [
    ["https://example.org/x/", "https://example.org/x/"], ["https://example.org/y/", "https://example.org/y/"],
    ["https://example.org/", "https://example.org/"], ["", ""],
  ]);
  silent(record);
});
