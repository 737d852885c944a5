// What the reader's screen, system and paper are like.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { find } from "../drivers/processes.mjs";
import { ONE } from "../words.mjs";

/** How light a colour of the first widget is, from 0 to 1. */
const lightness = (page, property) => page.evaluate((property) => {
  const root = document.querySelector("county-chains").shadowRoot.querySelector("[data-tiers]");
  const [red, green, blue] = getComputedStyle(root)[property].match(/[\d.]+/g).map(Number);
  return (red + green + blue) / 765;
}, property);

export default {
  async "where the system prefers dark the widget is dark, unless its theme says light"({ open }) {
    const page = await open(ONE, { dark: true });
    assert.ok((await lightness(page, "backgroundColor")) < 0.2);
    assert.ok((await lightness(page, "color")) > 0.8);
    await page.set({ theme: "light" });
    assert.ok((await lightness(page, "backgroundColor")) > 0.9);
    await page.set({ theme: null });
    assert.ok((await lightness(page, "backgroundColor")) < 0.2);
    await page.silent();
  },

  async "at 360 px no page of the gallery scrolls sideways"({ open }) {
    for (const path of ["/", "/story.html", "/charts.html", "/datasets.html", "/builder.html"]) {
      const page = await open(path, { width: 360, height: 740 });
      await page.look();
      assert.equal(await page.evaluate(() => innerWidth), 360);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path);
    }
  },

  async "when the page gets narrower the chart is drawn anew, as wide as there is room"({ open }) {
    const page = await open('<div id="box"><county-chains loading="eager"></county-chains></div>');
    for (const width of [760, 360, 280, 560]) {
      await page.evaluate((width) => (document.getElementById("box").style.width = `${width}px`), width);
      await page.until((width) => {
        const element = document.querySelector("county-chains");
        const root = element.shadowRoot.querySelector("[data-tiers]");
        return root.dataset.size === String(width) && element.scrollWidth <= width && root.querySelector("[part=chart] svg").clientWidth > width / 2;
      }, width);
    }
    await page.silent();
  },

  async "where the text of the page is twice as large, so is the widget, laid out for half the width"({ open }) {
    const page = await open('<div id="box" style="width:760px"><county-chains loading="eager"></county-chains></div>');
    const seen = () => page.evaluate(() => {
      const element = document.querySelector("county-chains");
      const root = element.shadowRoot.querySelector("[data-tiers]");
      const svg = root.querySelector("[part=chart] svg");
      const { offsetWidth, offsetHeight } = root.parentNode.parentNode;
      return {
        size: root.dataset.size, width: root.offsetWidth, around: offsetWidth, growth: Math.round((offsetHeight / root.offsetHeight) * 100) / 100,
        picture: svg.clientWidth < root.offsetWidth && svg.clientWidth > root.offsetWidth / 2, fits: element.scrollWidth <= 760,
      };
    });
    const usual = { size: "760", width: 760, around: 760, growth: 1, picture: true, fits: true };
    assert.deepEqual(await seen(), usual);
    const set = (size) => page.evaluate((size) => (document.getElementById("box").style.fontSize = size), size);
    await set("32px");
    await page.until(() => document.querySelector("county-chains").shadowRoot.querySelector("[data-tiers]").dataset.size === "360");
    assert.deepEqual(await seen(), { ...usual, size: "360", width: 380, growth: 2 });
    await set("");
    await page.until(() => document.querySelector("county-chains").shadowRoot.querySelector("[data-tiers]").dataset.size === "760");
    assert.deepEqual(await seen(), usual);
    await page.silent();
  },

  async "on paper there are heading, source and link of a chart, its whole table, and no control"({ open, skip, engine }) {
    const page = await open(ONE);
    if (!page.print) return skip(`the driver of ${engine.name} cannot print`);
    if (!find("pdftotext")) return skip("no pdftotext (Debian: poppler-utils) on this machine");
    const plain = (text) => text.normalize("NFKC").replace(/\s+/g, "");
    for (const chart of ["tiers", "map", "timeline"]) {
      // On the screen the table is not there until it is asked for; paper has it all the same.
      await page.set({ chart, view: "table" });
      const words = (await Promise.all(["[part=heading]", "[part=source]", "[part=table] tbody th"].map((part) => page.words(part)))).flat();
      assert.ok(words.length >= 6, `${chart}: ${words}`);
      await page.set({ view: null });
      const paper = plain(execFileSync("pdftotext", ["-", "-"], { input: await page.print(), maxBuffer: 1 << 26 }).toString());
      for (const text of [...words, `embed.html?chart=${chart}`]) assert.ok(paper.includes(plain(text)), `${chart}: ${text}`);
      for (const control of ["Download", "About the data", "Reset"]) assert.ok(!paper.includes(plain(control)), `${chart}: ${control}`);
    }
    await page.silent();
  },
};
