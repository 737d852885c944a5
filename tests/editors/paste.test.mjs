// Script, tag and twin come out as one chart of what others make of the code to paste.

import assert from "node:assert/strict";
import { test } from "node:test";
import { autop } from "@wordpress/autop";
import MarkdownIt from "markdown-it";
import { marked } from "marked";
import { code, parsed, pythonMarkdown, require, twin } from "./support.mjs";

const showdown = require("showdown");

const SYSTEMS = {
  "WordPress (wpautop)": autop,
  showdown: (text) => new showdown.Converter().makeHtml(text),
  marked: (text) => marked(text),
  "markdown-it": (text) => new MarkdownIt({ html: true }).render(text),
  "Python-Markdown": pythonMarkdown(),
  "none, but the browser's parser": (text) => text,
};

const indented = (text, by) => text.replace(/^(?=.)/gm, " ".repeat(by));

/** Where people paste it. Four spaces before it, outside a list, make it code to be shown: that is what Markdown means. */
const PLACES = {
  "between paragraphs": (pasted) => `Before.\n\n${pasted}\nAfter.`,
  "between lines": (pasted) => `Before.\n${pasted}After.`,
  "in a paragraph of HTML": (pasted) => `<p>${pasted}</p>\n<p>After.</p>`,
  "in a box, indented": (pasted) => `<div class="box">\n${indented(pasted, 8)}</div>\n\nAfter.`,
  "in a list": (pasted) => `- one\n\n  ${pasted}\n- After.`,
  "as an item of a list": (pasted) => `- ${pasted}- After.`,
  "in a quotation": (pasted) => `> Before.\n>\n> ${pasted}\n\nAfter.`,
};

const SHAPES = ["svg *", "tr", "th, td", "h3", "figcaption p", "strong", "em", "br", "pre, code", "figure figure"];
const counts = (place) => Object.fromEntries(SHAPES.map((shape) => [shape, place.querySelectorAll(shape).length]));
const words = (node) => node.textContent.replace(/\s+/g, "");

for (const [system, convert] of Object.entries(SYSTEMS)) {
  test(`${system}: tag and twin stay one chart, wherever they are pasted`, { skip: !convert && "python3 has no module markdown here" }, () => {
    for (const [chart, lang] of [["tiers", "zh-Hans"], ["shares", "en"]]) {
      const still = twin(chart, lang, "--no-json-ld");
      const whole = parsed(still).querySelector("figure");
      for (const [place, put] of Object.entries(PLACES)) {
        for (const [pasted, isWithTag] of [[code(chart, lang), true], [still, false]]) {
          const document = parsed(convert(put(pasted)));
          const said = `${chart} ${place}, ${isWithTag ? "tag and twin" : "twin"}`;
          const figures = document.querySelectorAll("figure");
          assert.equal(figures.length, 1, said);
          assert.equal(document.querySelectorAll("county-chains").length, isWithTag ? 1 : 0, said);
          const box = isWithTag ? document.querySelector("county-chains") : figures[0];
          assert.ok(box.contains(figures[0]), `${said}: the twin is outside its tag`);
          assert.deepEqual(counts(figures[0]), counts(whole), said);
          assert.equal(words(figures[0]), words(whole), said);
          assert.ok(words(document.body).endsWith("After."), said);
        }
      }
    }
  });
}

test("the code to paste is one line, without a star that Markdown would take for emphasis", () => {
  for (const chart of ["tiers", "map", "facts"]) {
    for (const markup of [code(chart, "en"), twin(chart, "en")]) {
      assert.equal(markup.indexOf("\n"), markup.length - 1, chart);
      assert.ok(!markup.includes("*"), chart);
    }
  }
});
