// What editors, sanitizers and reader views of others keep of the feed form and of the twin.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Readability } from "@mozilla/readability";
import { convert } from "html-to-text";
import { JSDOM } from "jsdom";
import sanitizeHtml from "sanitize-html";
import TurndownService from "turndown";
import { launch } from "../browser/support.mjs";
import { cells, feed, parsed, require, through, twin } from "./support.mjs";

const xss = require("xss");

const CHARTS = [["tiers", "en"], ["tiers", "zh-Hans"], ["six-ones", "zh-Hans"]];

for (const [editor, how] of [["quill", "set"], ["quill", "paste"], ["wangEditor", "set"], ["wangEditor", "paste"], ["ckeditor", "set"], ["ckeditor", "paste"]]) {
  test(`the feed form keeps image, heads and cells in ${editor} (${how})`, async () => {
    for (const [chart, lang] of CHARTS) {
      const pasted = feed(chart, lang);
      const kept = await through(editor, pasted, how);
      const [before, after] = [parsed(pasted), parsed(kept)];
      assert.equal(after.querySelectorAll("table").length, 1, `${chart} ${lang}: one table`);
      assert.deepEqual(cells(kept), cells(pasted), `${chart} ${lang}`);
      const image = (document) => ["src", "alt"].map((name) => document.querySelector("img")?.getAttribute(name));
      assert.deepEqual(image(after), image(before));
      assert.equal(after.querySelector("a:last-of-type").getAttribute("href"), before.querySelector("a").getAttribute("href"));
    }
  });
}

test("units and marks of derived values survive where the twin is pasted into wangEditor and CKEditor 5", async () => {
  const pasted = twin("tiers", "zh-Hans", "--no-json-ld");
  const marks = (markup) => cells(markup).flat().filter((cell) => /亿元|推算/.test(cell));
  assert.ok(marks(pasted).length > 7);
  for (const editor of ["wangEditor", "ckeditor"]) assert.deepEqual(marks(await through(editor, pasted, "paste")), marks(pasted), editor);
});

/** Those that drop tags and keep what stands in them. */
const STRIPPERS = {
  "strip_tags of PHP": (markup) => markup.replace(/<[^>]*>/g, ""),
  "html-to-text": (markup) => convert(markup),
  "sanitize-html without tags": (markup) => sanitizeHtml(markup, { allowedTags: [] }),
  "js-xss": (markup) => xss(markup, { whiteList: {}, stripIgnoreTag: true }),
  turndown: (markup) => new TurndownService().turndown(markup).replace(/\\/g, ""),
};

for (const [name, strip] of Object.entries(STRIPPERS)) {
  test(`${name} leaves white space between the cells of feed and twin`, () => {
    for (const [chart, lang] of CHARTS) {
      const table = (markup) => markup.match(/<table.*<\/table>/)[0];
      for (const markup of [feed(chart, lang), table(twin(chart, lang))]) {
        const text = strip(markup).replace(/&amp;/g, "&").replace(/&#42;/g, "*").replace(/\s+/g, " ");
        for (const row of cells(markup)) {
          assert.ok(text.includes(` ${row.join(" ")} `) || text.endsWith(` ${row.join(" ")}`), `${chart} ${lang}: ${row} in ${text.slice(-600)}`);
        }
      }
    }
  });
}

test("with --no-json-ld no editor and no sanitizer shows data for machines", async () => {
  const [quiet, full] = [twin("tiers", "en", "--no-json-ld"), twin("tiers", "en")];
  const shown = async (markup) => {
    const texts = [];
    for (const editor of ["quill", "wangEditor", "ckeditor", "dompurify"]) texts.push(parsed(await through(editor, markup)).body.textContent);
    return [...texts, ...Object.values(STRIPPERS).map((strip) => strip(markup)), xss(markup)];
  };
  for (const text of await shown(quiet)) assert.doesNotMatch(text, /@context|schema\.org/);
  assert.ok((await shown(full)).some((text) => text.includes("@context")), "the test sees what it looks for");
});

test("image and table of a feed stay within their column", async (t) => {
  const page = await (await launch()).newPage();
  t.after(() => page.close());
  // An image that does not load is as wide as its alternative text.
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="1520" height="1000"/>';
  await page.route("**/*", (route) => route.fulfill({ contentType: "image/svg+xml", body: picture }));
  for (const [chart, lang] of [["tiers", "en"], ["map", "zh-Hans"], ["market", "en"]]) {
    for (const width of [342, 650]) {
      await page.setViewportSize({ width: width + 40, height: 800 });
      await page.setContent(`<!DOCTYPE html><body style="margin:0 20px">${feed(chart, lang)}</body>`);
      const wide = await page.evaluate(() => [document.documentElement.scrollWidth - innerWidth, document.querySelector("img").offsetWidth]);
      assert.deepEqual([wide[0] <= 0, wide[1] > width / 2 && wide[1] <= width], [true, true], `${chart} ${lang} at ${width}: ${wide}`);
    }
  }
});

test("a reader view keeps article, heading, heads and source of a short article with the map", () => {
  const paragraph = "The department sorted the counties of the province into four tiers, by location, industrial direction and scale. ".repeat(4);
  for (const still of [twin("map", "en"), feed("map", "en"), twin("map", "zh-Hans"), twin("tiers", "en")]) {
    const page = new JSDOM(`<!DOCTYPE html><title>A short article</title><body><article><h1>A short article</h1><p>First. ${paragraph}</p>${still}<p>Last. ${paragraph}</p></article></body>`, { url: "https://example.org/" });
    const whole = parsed(still);
    const read = new Readability(page.window.document).parse().textContent.replace(/\s+/g, " ");
    for (const part of ["First.", "Last."]) assert.ok(read.includes(part), part);
    const heads = [...whole.querySelectorAll("thead th")].map((head) => head.textContent.trim().replace(/\s+/g, " "));
    const source = [...whole.querySelectorAll("p")].map((line) => line.textContent).find((line) => /^Source|^来源/.test(line));
    for (const part of [...heads, source]) assert.ok(read.includes(part), part);
  }
});
