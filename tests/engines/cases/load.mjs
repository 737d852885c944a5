// What is drawn when a page opens: every widget of the gallery, all charts, the same picture in every engine.

import assert from "node:assert/strict";
import * as goldens from "../../goldens.mjs";
import { CHARTS, ONE } from "../words.mjs";

/** Faults of the layout that can be seen in boxes, in the first widget. Runs in the page. */
function faultsOfLayout() {
  const host = document.querySelector("county-chains");
  const root = host.shadowRoot;
  const found = [];
  const frames = [...root.querySelectorAll("[part=chart] svg")].filter((svg) => svg.querySelector("text"));
  for (const svg of frames) {
    const frame = svg.getBoundingClientRect();
    const boxes = [...svg.querySelectorAll("text")].filter((text) => !text.closest(".gone") && text.textContent.trim()).map((text) => {
      // Firefox adds a pixel to each side of a box, and WebKitGTK tells where letters stood before they were fitted.
      const place = (point) => point.matrixTransform(text.getScreenCTM());
      const last = Math.min(text.getNumberOfChars(), text.textContent.replace(/\s+$/, "").length) - 1;
      const [start, end] = [place(text.getStartPositionOfChar(0)), place(text.getEndPositionOfChar(last))];
      const { left, right, top, bottom } = text.getBoundingClientRect();
      // The box of a line is higher than its letters, which fill about the size of the type.
      const [middle, half] = [(top + bottom) / 2, parseFloat(getComputedStyle(text).fontSize) / 2];
      return { left: Math.max(left, start.x), right: Math.min(right, end.x), top: Math.max(top, middle - half), bottom: Math.min(bottom, middle + half), words: text.textContent };
    });
    for (const [index, box] of boxes.entries()) {
      const out = Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom);
      if (out > 1.05) found.push(`"${box.words}" stands ${out.toFixed(1)} px outside the picture`);
      for (const other of boxes.slice(index + 1)) {
        const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
        const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
        if (across > 1.05 && down > 1.05) found.push(`"${box.words}" and "${other.words}" overlap by ${across.toFixed(1)} × ${down.toFixed(1)} px`);
      }
    }
  }
  if (host.scrollWidth > host.clientWidth) found.push(`the widget is ${host.scrollWidth} px wide in ${host.clientWidth}`);
  const place = host.getBoundingClientRect();
  for (const node of root.querySelector("[data-tiers]").querySelectorAll("h3, p, button, select, li, dt, dd, label")) {
    const { left, right, width } = node.getBoundingClientRect();
    if (!width || node.closest(".table, .tabs")) continue;
    if (left < place.left - 0.5 || right > place.right + 0.5) found.push(`${node.localName} "${node.textContent.slice(0, 20)}" reaches to ${right.toFixed(0)} of ${place.right}`);
    if (node.localName !== "select" && getComputedStyle(node).display !== "inline" && node.scrollWidth > node.clientWidth + 1) {
      found.push(`${node.localName} "${node.textContent.slice(0, 20)}" is ${node.scrollWidth} px wide in ${node.clientWidth}`);
    }
  }
  return found;
}

const cases = {};

for (const path of ["/", "/story.html", "/charts.html", "/datasets.html", "/builder.html"]) {
  cases[`the page ${path} draws every widget that is on it and has nothing to complain about`] = async ({ open }) => {
    const page = await open(path);
    await page.look();
    const drawn = await page.evaluate(() => [...document.querySelectorAll("county-chains")].map(({ chart, shadowRoot }) => {
      const root = shadowRoot.querySelector("[data-tiers]");
      return { asked: chart, shown: root && root.dataset.chart, marks: shadowRoot.querySelectorAll("[part=chart] [data-key], [part=chart] [data-fact]").length };
    }));
    assert.ok(drawn.length >= 1);
    for (const { asked, shown, marks } of drawn) assert.ok(shown === asked && marks >= 4, `${asked}: ${shown} with ${marks} marks`);
    await page.silent();
  };
}

for (const width of [360, 760]) {
  cases[`every chart is drawn at ${width} px in both scripts, and no text is cut, covered or outside its picture`] = async ({ open }) => {
    const faults = [];
    for (const lang of ["zh-Hans", "en"]) {
      const page = await open(ONE, { width, lang });
      for (const chart of CHARTS) {
        await page.set({ chart });
        assert.deepEqual(await page.attributes("[data-tiers]", "data-chart", "lang"), [chart, lang]);
        faults.push(...(await page.evaluate(faultsOfLayout)).map((fault) => `${chart} ${lang}: ${fault}`));
      }
      await page.silent();
    }
    assert.deepEqual(faults, []);
  };
}

cases["the pictures are the goldens, byte for byte"] = async ({ open }) => {
  // Marks that are neither tier nor county are chosen by a reader; tests/browser sees to those pictures.
  const plain = (await goldens.cases()).filter(({ state }) => !state);
  assert.ok(plain.length >= 3 * CHARTS.length, "every chart in every language at least");
  const page = await open(ONE);
  const { base, made } = await page.evaluate(async (list) => {
    const element = document.querySelector("county-chains");
    await element.complete();
    return {
      base: new URL("./", element.link).href,
      made: list.map(({ width, attributes }) => element.toSVG({ width, ...attributes })),
    };
  }, plain);
  const different = [];
  for (const [index, { name }] of plain.entries()) {
    if (goldens.lines(made[index], base) !== (await goldens.golden(name))) different.push(name);
  }
  assert.deepEqual(different, []);
  await page.silent();
};

export default cases;
