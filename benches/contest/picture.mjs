// The main figures as a dataset of this project’s own format, whose classes are the contestants, so that the project draws them.

import { median } from "./figures.mjs";

/** The pictures of RESULTS.md: what each shows, and which figures of Chromium these are. */
export const PICTURES = [
  { file: "results.svg", indicator: "phone", measure: "first phone", decimals: 0, title: "First chart on a phone", heading: "From the address to the first chart, on a phone", alt: "Bars: milliseconds from the address to the first chart on a phone, for each contestant" },
  { file: "results-filter.svg", indicator: "filter", measure: "filter task", decimals: 1, title: "Work of a filter change", heading: "What the page works for a change of the filter", alt: "Bars: milliseconds of work of the main thread for a change of the filter, for each contestant" },
];

/** The most classes that a dataset may have. */
const MOST = 12;

/** Our map, static and live, and the peers that have a figure. */
function bars({ contestants, found }, measure, decimals) {
  const entries = contestants.filter(({ chart }) => !chart || chart === "map").flatMap(({ id, name, chart }) => (
    chart ? [[`${id} twin`, "county-chains, static"], [id, "county-chains, live"]] : [[id, name]]));
  return entries.map(([id, name]) => [name, found.Chromium[measure][id]]).filter(([, values]) => Array.isArray(values))
    .map(([name, values]) => [name, Number(median(values).toFixed(decimals))]).slice(0, MOST);
}

/**
 * The dataset of a picture.
 *
 * @param {object} run what was measured
 * @param {PICTURES[number]} picture
 */
export function picture(run, { indicator, measure, decimals, title, heading }) {
  const rows = bars(run, measure, decimals);
  return {
    name: `results-${indicator}`,
    title: "county-chains and its peers",
    edition: `Chromium ${run.versions.Chromium}, median of ${run.runs} runs`,
    languages: ["en"],
    entity: { one: "contestant", many: "contestants" },
    sources: [{ title: "Measured by make bench" }],
    licenses: [{ name: "CC0-1.0" }],
    units: [{ name: "ms" }],
    stories: [{ chart: "tiers", indicator, heading, summary: "Median of all runs, in milliseconds. Less is better." }],
    resources: [{
      name: "tiers",
      type: "table",
      schema: {
        fields: [
          { name: "who", type: "string", role: "tier", categories: rows.map(([name]) => name) },
          { name: indicator, type: "number", title, unit: "ms", decimals },
        ],
      },
      data: [["who", indicator], ...rows],
    }],
  };
}
