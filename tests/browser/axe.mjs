// What axe finds on a page.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/**
 * A line for each rule that is broken, with how many places and the first of them: the rules of WCAG, unless others are named; on
 * the whole page, or in the part of the first widget that matches.
 */
export async function findings(page, where, { rules, part } = {}) {
  await page.evaluate(axe);
  return page.evaluate(async ([runOnly, where, part]) => {
    const place = part ? { fromShadowDom: ["county-chains", part] } : document;
    const { violations } = await window.axe.run(place, { runOnly, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => {
      const places = nodes.slice(0, 6).map(({ target, failureSummary }) => `\n    ${target.flat().join(" > ")}: ${failureSummary.split("\n")[1]?.trim()}`);
      return `${where} ${id} in ${nodes.length} places:${places.join("")}`;
    });
  }, [rules ? { type: "rule", values: rules } : { type: "tag", values: TAGS }, where, part]);
}
