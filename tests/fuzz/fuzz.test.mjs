// Five thousand things that pages, readers and strangers do, chosen by a seed: `FUZZ_SEED=2` does others. Nothing may hang,
// nothing may go uncaught, and the program may never trap.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { drawn, blank, frames, ready, test } from "../browser/support.mjs";

const SEED = Number(process.env.FUZZ_SEED) || 1;
const VALUES = readFileSync(new URL("./values.js", import.meta.url), "utf8");
const ELEMENT_STEPS = 3500;
const MESSAGES = 1400;
const ADDRESSES = 100;
const BATCH = 50;

/** Serves the values as a module, and notes what goes uncaught. */
const prepare = async (page) => {
  await page.route("**/values.js", (route) => route.fulfill({ contentType: "text/javascript", body: VALUES }));
  await page.addInitScript(() => {
    window.uncaught = [];
    addEventListener("error", ({ message }) => window.uncaught.push(message));
    addEventListener("unhandledrejection", ({ reason }) => window.uncaught.push(`rejected: ${reason}`));
    window.faults = [];
    document.addEventListener("county-chains-error", ({ detail }) => window.faults.push(`${detail.code}: ${detail.message}`));
  });
};

/** What must not have happened on a page, in it or in its frames. */
async function assertWhole(page, what) {
  for (const frame of page.frames()) {
    const found = await frame.evaluate(() => ({ uncaught: window.uncaught.splice(0), faults: window.faults.splice(0) }));
    assert.deepEqual(found.uncaught, [], `${what}: uncaught`);
    // Random values are told, and so are addresses that lead to no dataset.
    const told = /^(bad-attribute|dataset-fetch|bad-dataset): /;
    assert.deepEqual(found.faults.filter((fault) => !told.test(fault)), [], `${what}: faults`);
    assert.ok(found.faults.every((fault) => fault.length < 1000), `${what}: a message is too long`);
  }
}

test(`${ELEMENT_STEPS} steps on elements end in no trap, nothing uncaught and no hang (seed ${SEED})`, async (t) => {
  const tags = ["a", "b", "c"].map((id) => `<div><county-chains id="${id}" loading="eager" group="a"></county-chains></div>`).join("");
  const { page } = await drawn(t, tags, { before: prepare });
  // What is opened and saved by clicks goes nowhere.
  page.on("download", (download) => download.cancel());
  const counts = {};
  for (let done = 0; done < ELEMENT_STEPS; done += BATCH) {
    const told = await page.evaluate(async ([seed, steps]) => {
      const { chooser, random } = await import("/values.js");
      const next = random(seed);
      const { one, name, text, value, object } = chooser(next);
      const elements = ["a", "b", "c"].map((id) => document.getElementById(id));
      const boxes = elements.map(({ parentNode }) => parentNode);
      const controls = (element) => [...element.shadowRoot.querySelectorAll("button, select, input, [data-key], summary")];
      const kinds = {
        attribute(element) {
          const of = name();
          // What is no name of an attribute is the page's own fault.
          if (/^[a-z]+$/i.test(of)) element.setAttribute(of, String(text(of)));
        },
        removal: (element) => element.removeAttribute(one(["chart", "tiers", "heading", "view", "lang", "group", "charts"])),
        property: (element) => (element[one(["chart", "charts", "tiers", "heading", "view", "lang", "theme", "county", "controls", "loading"])] = value("chart")),
        state: (element) => (element.state = object()),
        picture: (element) => element.toSVG(object()),
        table: (element) => element.toCSV(object()),
        code: (element) => element.embedCode(next() < 0.5 ? { kind: one(["element", "iframe", "static"]) } : object()),
        citation: (element) => element.cite(value("lang")),
        link: (element) => element.link,
        png: (element) => element.toPNG({ width: 300, scale: 0.5, ...(next() < 0.5 ? {} : object()) }).catch((error) => kinds.judge(error)),
        click: (element) => controls(element).length && one(controls(element)).dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true, cancelable: true })),
        key: (element) => controls(element).length && one(controls(element)).dispatchEvent(new KeyboardEvent("keydown", {
          key: one(["Enter", " ", "Escape", "ArrowLeft", "ArrowDown", "Home", "End", "a", "Tab", "F5", ""]), bubbles: true, composed: true, cancelable: true,
        })),
        typing(element) {
          const field = element.shadowRoot.querySelector("[type=search]");
          if (!field) return;
          field.value = text("search");
          field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
        },
        move: (element) => one(boxes).append(element),
        away(element) {
          element.remove();
          if (next() < 0.5) one(boxes).append(element);
          else setTimeout(() => boxes[0].append(element), 5);
        },
        width: () => (one(boxes).style.width = one(["", "0", "1px", "280px", "360px", "760px", "100%"])),
        language: () => (document.documentElement.lang = text("lang")),
        twin: (element) => (element.textContent = text("heading")),
        base: (element) => (element.constructor.base = value("heading")),
        // An error that is the caller's own, or says what to wait for.
        judge(error) {
          const isCallers = error instanceof TypeError || error instanceof RangeError || /is not ready|more than is loaded/.test(String(error));
          if (!isCallers) window.uncaught.push(`thrown: ${String(error)}`);
        },
      };
      const counts = {};
      for (let step = 0; step < steps; step++) {
        const kind = one(Object.keys(kinds).filter((key) => key !== "judge"));
        counts[kind] = (counts[kind] ?? 0) + 1;
        try {
          await kinds[kind](one(elements));
        } catch (error) {
          kinds.judge(error);
        }
        if (next() < 0.2) await new Promise(requestAnimationFrame);
      }
      for (const element of elements) if (!element.isConnected) boxes[0].append(element);
      for (const box of boxes) box.style.width = "";
      return counts;
    }, [SEED * 100_000 + done, BATCH]);
    for (const [kind, count] of Object.entries(told)) counts[kind] = (counts[kind] ?? 0) + count;
    await assertWhole(page, `steps ${done} to ${done + BATCH}`);
  }
  t.diagnostic(JSON.stringify(counts));
  // They all still work.
  await page.evaluate(() => {
    document.documentElement.lang = "en";
    for (const id of ["a", "b", "c"]) {
      const element = document.getElementById(id);
      for (const { name } of [...element.attributes]) if (!["id", "loading"].includes(name)) element.removeAttribute(name);
      element.state = { chart: "tiers", tiers: [1, 2, 3, 4], view: "chart", mark: null, county: null, search: null, sort: null, expanded: null, topic: null };
    }
  });
  await ready(page);
  await frames(page);
  for (const id of ["a", "b", "c"]) {
    const chip = page.locator(`#${id} [data-tier="2"]`);
    await chip.click();
    await page.locator(`#${id} [data-tiers="1 3 4"]`).waitFor();
    assert.equal(await page.locator(`#${id} [data-tiers]`).count(), 1, "one picture");
  }
  await assertWhole(page, "at the end");
});

test(`${ADDRESSES} addresses and ${MESSAGES} messages of strangers leave the page for frames whole (seed ${SEED})`, async (t) => {
  const { page } = await blank(t, '<iframe width="600" height="900"></iframe>', { before: prepare, head: "" });
  for (let index = 0; index < ADDRESSES; index++) {
    const query = await page.evaluate(async (seed) => {
      const { chooser, random } = await import("/values.js");
      const next = random(seed);
      const { name, text, one } = chooser(next);
      const part = (value) => (next() < 0.1 ? one(["%", "%zz", "%u4e00", "+", "&", "=", "#"]) : encodeURIComponent(value.toWellFormed ? value.toWellFormed() : value));
      const pairs = Array.from({ length: 1 + Math.floor(next() * 5) }, () => {
        const of = name();
        return `${part(of.slice(0, 200))}=${part(text(of).slice(0, 1500))}`;
      });
      return pairs.join("&") + (next() < 0.2 ? `#${part(text("heading").slice(0, 200))}` : "");
    }, SEED * 200_000 + index);
    await page.evaluate((address) => {
      const frame = document.querySelector("iframe");
      return new Promise((resolve) => {
        frame.onload = resolve;
        frame.src = address;
      });
    }, `/county-chains/embed.html?n=${index}&${query}`);
    const frame = page.frames().at(-1);
    await frame.waitForFunction(() => document.querySelector("county-chains")?.shadowRoot?.querySelector("[data-tiers]"));
    await frame.evaluate(async ([seed, count]) => {
      const { chooser, random } = await import("/values.js");
      const next = random(seed);
      const { one, object, text } = chooser(next);
      const kinds = [
        () => object(), () => text("heading"), () => `pym${text("heading")}xPYMx${text("heading")}`, () => `[iFrameSizer]${text("chart")}:${text("sort")}`,
        () => ({ type: "county-chains", message: text("chart"), height: next() * 1e9 }), () => JSON.stringify(GOODS), () => ({ "datawrapper-height": { x: NaN } }),
        () => ({ sentinel: "amp", type: text("chart") }), () => ({ message: "link", secret: text("heading"), value: text("heading") }),
      ];
      const GOODS = { chart: "map", type: "state" };
      for (let left = count; left > 0; left--) {
        try {
          window.postMessage(one(kinds)(), "*");
          window.parent.frames[0].postMessage(one(kinds)(), "*");
        } catch {
          // Not everything can be sent.
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }, [SEED * 300_000 + index, MESSAGES / ADDRESSES / 2]);
    await assertWhole(page, query);
  }
});
