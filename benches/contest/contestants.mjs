// Who is measured: this widget with two of its charts, and its peers. Each says what comes with its bytes, and which fast mode it
// is measured in, since bytes and times mean nothing without that.

import { readFileSync } from "node:fs";

/**
 * @typedef {object} Contestant
 * @property {string} id
 * @property {string} name as the tables name it
 * @property {string} [ofValues] the same where many values are drawn, if another chart draws them
 * @property {string} [chart] for this widget: the chart that its tag asks for
 * @property {string} [package] for a peer: its npm package
 * @property {string} [runs] the package that it runs on
 * @property {string} inside what its bytes hold beside the drawing
 * @property {string} [tiles] for a peer: how its chart of tiles is drawn and changed
 * @property {string} [values] for a peer: how its chart of many values is drawn and changed; without it, it has none
 */

/** How many charts a page with many has, of each contestant and of this widget alone. */
export const COUNT = 20;
export const HUNDRED = 100;

const OURS = "data with sources, table, keyboard, screen reader, notes, filter, English, Simplified and Traditional Chinese";

/** @type {Contestant[]} */
export const CONTESTANTS = [
  { id: "map", name: "county-chains `map`", ofValues: "county-chains `strip`", chart: "map", inside: OURS },
  { id: "tiers", name: "county-chains `tiers`", chart: "tiers", inside: OURS },
  { id: "uplot", name: "uPlot", package: "uplot", inside: "names in one language, legend", tiles: "canvas; `setSeries` in one `batch`", values: "canvas; a filled rectangle for each value; `setSeries`" },
  { id: "chartjs", name: "Chart.js", package: "chart.js", inside: "names in one language, legend, tooltips", tiles: "canvas; only what is needed registered, no animation, `parsing: false`, `normalized`, `update(\"none\")`", values: "the same; its decimation is for lines alone" },
  { id: "plot", name: "Observable Plot", package: "@observablehq/plot", inside: "names in one language, legend", tiles: "SVG; makes a new plot, since it changes none", values: "SVG; `binX`, a count in each of 600 columns" },
  { id: "echarts", name: "ECharts", package: "echarts", inside: "names in one language, legend, tooltips, a text for screen readers", tiles: "canvas; core and what is needed, no animation, `aria`, actions of the legend, `flush`", values: "the same with `large`, typed arrays and no `progressive` steps" },
  { id: "vega", name: "compiled Vega-Lite", package: "vega-lite", runs: "vega", inside: "names in one language, legend", tiles: "canvas; the compiled specification, signals, `change`", values: "canvas; `bin`, a count in each column; signals" },
  { id: "vega-lite", name: "Vega-Lite in the page", package: "vega-lite", runs: "vega", inside: "names in one language, legend", tiles: "the same, with Vega-Lite in the page" },
  { id: "highcharts", name: "Highcharts", package: "highcharts", inside: "names in one language, legend, tooltips, keyboard, screen reader (its accessibility module)", tiles: "SVG; no animation, `setVisible` and one `redraw`", values: "its module `boost` (WebGL); no mouse tracking" },
  { id: "plotly", name: "Plotly basic", package: "plotly.js-basic-dist-min", inside: "names in one language, legend, tooltips", tiles: "SVG; `react`", values: "SVG, since WebGL is in larger bundles; `restyle`" },
  { id: "uplot-counted", name: "uPlot of counts", package: "uplot", inside: "", values: "canvas; a loop of the page counts the values in 600 columns, uPlot draws lines" },
];

/** Those that the environment names (`PEERS=map,uplot`), or all. */
export function asked(named = process.env.PEERS) {
  if (!named) return CONTESTANTS;
  const ids = named.split(",");
  const unknown = ids.filter((id) => !CONTESTANTS.some((one) => one.id === id));
  if (unknown.length > 0) throw new Error(`PEERS: no ${unknown.join(", ")}; there are ${CONTESTANTS.map(({ id }) => id).join(", ")}`);
  return CONTESTANTS.filter(({ id }) => ids.includes(id));
}

/** Those that draw the counties, and those that draw any number of values. */
export const withTiles = (contestants) => contestants.filter(({ chart, tiles }) => chart || tiles);
export const withValues = (contestants) => contestants.filter(({ chart, values }) => chart === "map" || values);

/** The version of a peer that is installed, and of what it runs on. */
export const versionOf = ({ package: name, runs }) => installed(name) + (runs ? ` on ${runs} ${installed(runs)}` : "");

const installed = (name) => JSON.parse(readFileSync(new URL(`../peers/node_modules/${name}/package.json`, import.meta.url), "utf8")).version;
