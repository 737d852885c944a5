// The chart of tiles as a Vega-Lite specification. Filter and words are parameters, so that a change needs no other one.

import { COLORS, COLUMNS, ROWS, TIERS } from "../chart.js";

const range = (count) => Array.from({ length: count }, (_, index) => index);
const place = { x: { field: "column", type: "ordinal", axis: null, scale: { domain: range(COLUMNS) } }, y: { field: "row", type: "ordinal", axis: null, scale: { domain: range(ROWS) } } };

export const spec = {
  params: [{ name: "shown", value: TIERS }, { name: "heading", value: "" }, { name: "tiers", value: [] }],
  title: { text: { expr: "heading" } },
  data: { name: "counties" },
  transform: [{ filter: "indexof(shown, datum.tier) >= 0" }],
  layer: [
    { mark: "rect", encoding: { ...place, color: { field: "tier", type: "nominal", scale: { domain: TIERS, range: COLORS }, legend: { orient: "top", title: null, labelExpr: "tiers[datum.value]" } } } },
    { mark: { type: "text", fontSize: 9 }, encoding: { ...place, text: { field: "name" }, color: { condition: { test: "datum.tier > 0", value: "#fff" }, value: "#000" } } },
  ],
};

/** Vega-Lite takes numbers as sizes alone. */
export const sized = ({ width, height }) => ({ ...spec, width: width - 20, height: height - 110 });

/** A row for each county, as Vega reads them. */
export const rowsOf = (chart, words) => chart.tiers.map((tier, county) => (
  { tier, column: chart.columns[county], row: chart.rows[county], name: words.names[county] }));
