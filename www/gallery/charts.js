// The list of charts for the pages, and the shortest tag for a widget.

import { CHARTS, UNFILTERED } from "../chart-table.js";
import { DEFAULTS, SETTINGS } from "../settings.js";

export { CHARTS, UNFILTERED };

/**
 * Adds a radio button or checkbox with a label for each chart.
 *
 * @param {Element} place
 * @param {{ type: "radio" | "checkbox", name: string }} what
 */
export function offer(place, { type, name }) {
  const labels = CHARTS.map((chart) => {
    const label = document.createElement("label");
    const input = document.createElement("input");
    const words = document.createElement("span");
    Object.assign(input, { type, name, value: chart });
    words.dataset.t = `chart.${chart}`;
    label.append(input, words);
    return label;
  });
  place.replaceChildren(...labels);
}

/** Escapes text for an attribute or an element. */
export const escaped = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

/** The charts that show one indicator. */
const OF_INDICATOR = ["tiers", "strip"];

/** The shortest tag for a widget: without its twin, without default values and without the group that its page gave it. */
export function tag(widget) {
  const pairs = ["src", ...SETTINGS].flatMap((name) => {
    const value = widget.getAttribute(name);
    if (value === null || name === "group" || (name !== "chart" && value === DEFAULTS[name])) return [];
    if (name === "indicator" && !OF_INDICATOR.includes(widget.chart)) return [];
    return `${name}="${escaped(value)}"`;
  });
  return `<county-chains ${pairs.join(" ")}></county-chains>`;
}
