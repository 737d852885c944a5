// Printed, the twin shows sums once and cuts nothing off, with the style sheet of our own pages and without any.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { launch } from "../browser/support.mjs";
import { cells, twin } from "./support.mjs";

const skip = spawnSync("pdftotext", ["-v"]).error && "no pdftotext here";
const sheet = readFileSync(new URL("../../www/still.css", import.meta.url), "utf8");

test("on A4 and A5 each row stands once, with its last column", { skip }, async (t) => {
  const page = await (await launch()).newPage();
  t.after(() => page.close());
  for (const [chart, lang] of [["tiers", "en"], ["tiers", "zh-Hans"], ["facts", "en"]]) {
    const still = twin(chart, lang).replace("<details>", "<details open>");
    for (const style of chart === "facts" ? [sheet] : [sheet, ""]) {
      await page.setContent(`<!DOCTYPE html><html lang="${lang}"><style>${style}</style><main>${still}</main></html>`);
      for (const format of ["A4", "A5"]) {
        const pdf = await page.pdf({ format, margin: { top: "1cm", bottom: "1cm", left: "1cm", right: "1cm" } });
        const text = execFileSync("pdftotext", ["-raw", "-", "-"], { input: pdf, encoding: "utf8", maxBuffer: 1e8 }).replace(/\s+/g, "");
        const rows = cells(still);
        const said = `${chart} ${lang} ${format}${style ? " styled" : ""}`;
        for (const name of chart === "tiers" ? [rows.at(-1)[0], rows.at(-2)[0]] : []) {
          assert.equal(text.split(name.replace(/\s/g, "")).length - 1, 1, `${said}: ${name}`);
        }
        // Of the facts the last column, ids, and a column before it, quotes.
        for (const row of chart === "facts" ? rows.slice(1, 20) : rows) {
          for (const cell of row.slice(-1)) assert.ok(text.includes(cell.replace(/\s/g, "")), `${said}: ${cell}`);
        }
      }
    }
  }
});
