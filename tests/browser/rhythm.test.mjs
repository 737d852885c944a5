// The distances from head to controls to chart are the same in all charts, so that nothing jumps when a reader goes from one to another.

import assert from "node:assert/strict";
import { CHARTS, drawn, frames, set, silent, test } from "./support.mjs";

/** Where the blocks of a widget are, and where the chart itself begins: the highest of its words and shapes. */
function blocks() {
  const root = document.querySelector("county-chains").shadowRoot;
  const seen = (node) => node && node.checkVisibility({ checkVisibilityCSS: true });
  const edges = (selector) => {
    const node = root.querySelector(selector);
    return seen(node) ? node.getBoundingClientRect() : undefined;
  };
  const [summary, picker, filter] = [".summary", ".picker", ".filter"].map(edges);
  const controls = Math.max(...[".filter", ".pills", ".select"].map((name) => edges(`.root > ${name}`)?.bottom ?? 0));
  const first = edges(".title") ?? edges(".search");
  const shapes = [...root.querySelectorAll(".chart svg text, .chart svg rect:not(.hit), .chart svg path, .chart svg circle")];
  const tops = shapes.filter((shape) => seen(shape) && !shape.closest("pattern, .hover, .focus")).map((shape) => shape.getBoundingClientRect().top);
  return { head: picker.top - summary.bottom, row: filter.top - picker.bottom, begins: Math.round((first ? first.top : Math.min(...tops)) - controls) };
}

for (const lang of ["zh-Hans", "en"]) {
  test(`head, controls and chart keep their distances in all charts (${lang})`, async (t) => {
    for (const width of [280, 360, 560, 760]) {
      const { page, record } = await drawn(t, `<county-chains lang="${lang}" loading="eager"></county-chains>`, { viewport: { width, height: 900 } });
      const found = [];
      for (const chart of CHARTS) {
        await set(page, { chart });
        await frames(page);
        found.push({ chart, ...(await page.evaluate(blocks)) });
      }
      const uneven = found.filter(({ head, row, begins }) => head !== found[0].head || row !== 8 || begins < 10 || begins > 18);
      assert.deepEqual(uneven, [], `${width} px`);
      silent(record);
    }
  });
}
