// The address of the builder: the state under the names that embed.html reads, and the builder's own parameters.

import { DEFAULTS, LISTS, publicValue } from "../settings.js";

/** Parameters of the builder: width of the preview, kind of code, and the page's language where it is not the chart's. */
const OWN = ["width", "kind", "page"];

/** Parameters of embed.html that concern the frame and not the widget. */
const OF_THE_FRAME = ["id", "childId", "initialWidth", "parentTitle", "parentUrl"];

/**
 * Reads the query of an address.
 *
 * @param {string} search
 * @param {string[]} parts the names of all parts of a state
 * @returns {{ state: object, own: object, ignored: string[] }} `ignored` are the unknown names
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
 * Writes a query for `read`. Default values are left out, except the chart.
 *
 * @param {object} state as the element gives it
 * @param {Record<string, string | null>} own the builder's own parameters; null leaves one out
 * @param {{ charts: string[], controls: string[] }} all the default values of these lists
 */
export function write(state, own, all) {
  const defaultOf = (name) => all[name] ?? publicValue(name, DEFAULTS[name] ?? null);
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
