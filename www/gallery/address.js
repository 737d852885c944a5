// The address of the builder: the state under the names that embed.html reads, and what is the builder's own.

import { DEFAULTS, LISTS, plain } from "../settings.js";

/** Parameters of the builder: width of the preview, kind of code, and the page's language where it is not the chart's. */
const OWN = ["width", "kind", "page"];

/** Parameters that embed.html leaves to the scripts around its frame. */
const OF_THE_FRAME = ["id", "childId", "initialWidth", "parentTitle", "parentUrl"];

/**
 * Reads the query of an address.
 *
 * @param {string} search
 * @param {string[]} parts the names of all parts of a state
 * @returns {{ state: object, own: object, ignored: string[] }} `ignored` are the names that mean nothing
 */
export function read(search, parts) {
  const state = {};
  const own = {};
  const ignored = [];
  for (const [name, value] of new URLSearchParams(search)) {
    if (OWN.includes(name)) own[name] = value;
    else if (parts.includes(name)) state[name] = name in LISTS ? value.replace(/~/g, " ") : value;
    else if (!OF_THE_FRAME.includes(name)) ignored.push(name);
  }
  return { state, own, ignored };
}

/**
 * Writes a query that `read` takes; it parts lists by ~. What is the default is left out, but for the chart.
 *
 * @param {object} state as the element gives it
 * @param {Record<string, string | null>} own the builder's own parts, null for what need not be said
 * @param {{ charts: string[], controls: string[] }} all what these lists are when nothing was chosen
 */
export function write(state, own, all) {
  const defaultOf = (name) => all[name] ?? plain(name, DEFAULTS[name] ?? null);
  const query = [];
  for (const [name, value] of [...Object.entries(state), ...Object.entries(own)]) {
    const isDefault = name !== "chart" && JSON.stringify(value) === JSON.stringify(defaultOf(name));
    if (value === null || isDefault) continue;
    if (name === "indicator" && state.chart !== "tiers") continue;
    const text = Array.isArray(value) ? value.join("~") || "none" : String(value);
    query.push(`${name}=${encodeURIComponent(text)}`);
  }
  return `?${query.join("&")}`;
}
