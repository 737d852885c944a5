// The pages on which the contestants stand: the same text around them, and the same script at the top, which notes when a frame
// is painted, the longest task and how far the page has moved.

import { readFileSync } from "node:fs";
import { titleOf } from "../own-data.mjs";

/** Notes the memories of wasm. It has to run before the widget. */
export const MEMORIES = `
window.memories = [];
for (const name of ["instantiate", "instantiateStreaming", "Instance"]) {
  const real = WebAssembly[name];
  const note = (made) => { const { memory } = (made.instance || made).exports; if (memory) memories.push(memory); return made; };
  WebAssembly[name] = name === "Instance"
    ? new Proxy(real, { construct: (target, list) => note(new target(...list)) })
    : (...list) => real.apply(WebAssembly, list).then(note);
}`;

/** Runs in each page before all else. */
const WATCH = `
window.times = {};
// What a browser does not tell of stays undefined.
const seen = (type, name, note) => {
  if (!(PerformanceObserver.supportedEntryTypes || []).includes(type)) return;
  window[name] = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window[name] = note(entry, window[name]); })).observe({ type, buffered: true });
};
seen("layout-shift", "moved", (entry, before) => before + (entry.hadRecentInput ? 0 : entry.value));
seen("longtask", "longest", (entry, before) => Math.max(before, entry.duration));
// The milliseconds from the beginning of some work to the frame that shows it. The work has a task of its own, and is not begun in
// a microtask: Chromium counts neither what it is told to evaluate nor all that follows it.
window.timed = (work) => new Promise((resolve, reject) => setTimeout(() => {
  const begin = performance.now();
  new Promise((done) => done(work())).then(() => painted("change")).then(() => resolve(performance.now() - begin), reject);
}, 0));
// A message that is sent in a frame comes after that frame has been painted. What a contestant draws in a frame is painted by it,
// and by the next one otherwise.
let isInFrame = false;
const nextFrame = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (work) => nextFrame((time) => {
  isInFrame = true;
  try { work(time); } finally { isInFrame = false; }
});
window.painted = (name) => new Promise((resolve) => {
  const send = () => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(window.times[name] = performance.now());
    channel.port2.postMessage("");
  };
  if (isInFrame) send();
  else nextFrame(send);
});
${MEMORIES}
document.addEventListener("county-chains-error", ({ detail }) => { window.failed = detail.message; });`;

const page = (head, body) => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>A page</title>
<link rel="icon" href="data:,"><script>${WATCH}</script>
<style>body { font-family: Arial, sans-serif; margin: 16px auto; max-width: 760px; padding: 0 16px } .box { height: 560px }</style>
${head}</head><body><h1>Key industrial chains</h1><p>Fujian sorts its counties into four tiers, and the chart below shows which.</p>
${body}<p>What stands below the chart must not move when it comes.</p></body></html>`;

/** What our README says to paste for a chart at the top of a page, for another chart than there: what goes into the head, and the tag. */
function snippet(chart) {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const [, script, tag] = /```html\n([^]*?)(<county-chains [^]*?)```/.exec(readme);
  const [, early] = /```html\n((?:<link rel="preload".*\n)+)```/.exec(readme);
  return [early + script, tag].map((code) => code.replaceAll("shares", chart));
}

/** The page of a contestant with one chart, as its users write it. `twin` is the static version of ours. */
export function firstPage({ id, chart }, files, twin) {
  if (chart) {
    const [head, tag] = snippet(chart);
    const live = `<script>document.addEventListener("county-chains-ready", () => painted("live"), { once: true });</script>`;
    return page(live + head, `${tag.replace("</county-chains>", (end) => twin + end)}<script>painted("twin")</script>`);
  }
  return page(linked(`/peers/${id}.first`, files), `<div class="box" id="box"></div>`);
}

/** A page on which `count` charts are drawn when `lab.start()` is called, and the first of them changed. */
export function labPage({ id, chart }, files, count) {
  if (chart) return page(SCRIPT, `<div id="boxes"></div><script>${OWN_LAB(chart, count)}</script>`);
  return page(linked(`/peers/${id}.lab`, files), `<div class="box"></div>`.repeat(count));
}

/** A page on which `lab.load(address)` draws a file of values. */
export function valuesPage({ id, chart }, files) {
  if (chart) return page(SCRIPT, `<div id="boxes"></div><script>${OWN_VALUES}</script>`);
  return page(linked(`/peers/${id}.values`, files), `<div class="box"></div>`);
}

/** The page on which nothing changes: what the measuring itself takes. */
export const emptyPage = () => page("", `<script>window.lab = { start() {}, filter() {}, language() {} }</script>`);

const linked = (path, files) =>
  `${files.has(`${path}.css`) ? `<link rel="stylesheet" href="${path}.css">` : ""}<script defer src="${path}.js"></script>`;

const SCRIPT = `<script type="module" src="/county-chains/county-chains.js"></script>`;

/** Waits, a task at a time, until something holds. */
const UNTIL = `const until = async (holds) => {
  while (!holds()) {
    if (window.failed) throw new Error(window.failed);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
};`;

const OWN_LAB = (chart, count) => `${UNTIL}
const boxes = document.querySelector("#boxes");
let ready = 0;
document.addEventListener("county-chains-ready", () => ready++);
window.lab = {
  async start() {
    for (let index = 0; index < ${count}; index++) {
      const widget = document.createElement("county-chains");
      for (const [name, value] of Object.entries({ chart: "${chart}", lang: "en", loading: "eager", group: "${count > 20 ? "one" : ""}" })) if (value) widget.setAttribute(name, value);
      boxes.append(widget);
    }
    await until(() => ready === ${count});
  },
  async filter(tier) {
    const chip = boxes.lastChild.shadowRoot.querySelector('button[data-tier="' + tier + '"]');
    const before = chip.getAttribute("aria-pressed");
    boxes.firstChild.shadowRoot.querySelector('button[data-tier="' + tier + '"]').click();
    await until(() => chip.getAttribute("aria-pressed") !== before);
  },
  async language(language) {
    boxes.firstChild.setAttribute("lang", language);
    await until(() => boxes.firstChild.shadowRoot.querySelector("[data-lang]").dataset.lang === language);
  },
};`;

const OWN_VALUES = `${UNTIL}
const widget = document.createElement("county-chains");
for (const [name, value] of Object.entries({ chart: "strip", lang: "en", loading: "eager", src: "/values/100/datapackage.json" })) widget.setAttribute(name, value);
document.querySelector("#boxes").append(widget);
const shows = (title) => () => widget.shadowRoot && widget.shadowRoot.querySelector("[data-chart=strip] svg") && widget.shadowRoot.textContent.includes(title);
window.lab = {
  start: () => until(shows("${titleOf(100)}")),
  async load(address, title) {
    widget.setAttribute("src", address);
    await until(shows(title));
  },
  async filter() {
    const chip = () => widget.shadowRoot.querySelectorAll("button[data-tier]")[3];
    const before = chip().getAttribute("aria-pressed");
    chip().click();
    await until(() => chip().getAttribute("aria-pressed") !== before);
  },
};`;
