// What IBM's engine finds on a page. It runs in the page, and asks the network for nothing.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const ace = await readFile(createRequire(import.meta.url).resolve("accessibility-checker-engine/ace.js"), "utf8");

/** Where the engine is wrong. docs/accessibility.md says the same to readers. */
const WRONG = [
  {
    rule: "aria_attribute_allowed", message: /^The attribute\(s\) 'aria-description' /, snippet: /^/,
    reason: "aria-description is of ARIA 1.3, which the engine does not know; browsers do, and it holds hints alone",
  },
  {
    rule: "label_name_visible", message: /^/, snippet: /^<input [^>]*\btype="search"/,
    reason: "it takes the placeholder for the label; the label is the word beside the field, and the name holds it",
  },
];

/**
 * A line for each rule of WCAG 2.2 that is broken, with how many places and the first of them: of the whole page, or of the part of
 * the first widget that matches. What the engine leaves to a person is left out, and where it is wrong.
 */
export async function findings(page, where, { part } = {}) {
  if (!(await page.evaluate(() => "ace" in window))) await page.evaluate(`${ace};window.ace = ace`);
  const failures = await page.evaluate(async (part) => {
    const place = part ? document.querySelector("county-chains").shadowRoot.querySelector(part) : document;
    const { results } = await new window.ace.Checker().check(place, ["WCAG_2_2"]);
    return results.filter(({ value: [, verdict] }) => verdict === "FAIL").map(({ ruleId, message, snippet }) => ({ rule: ruleId, message, snippet }));
  }, part);
  const broken = new Map();
  for (const found of failures) {
    if (WRONG.some(({ rule, message, snippet }) => rule === found.rule && message.test(found.message) && snippet.test(found.snippet))) continue;
    if (!broken.has(found.rule)) broken.set(found.rule, []);
    broken.get(found.rule).push(`\n    ${found.snippet.slice(0, 160)}: ${found.message}`);
  }
  return [...broken].map(([rule, places]) => `${where} ${rule} in ${places.length} places:${places.slice(0, 6).join("")}`);
}
