// Observable Plot: cells and texts. It has no call that changes a plot: a filter and a language make another one, as its
// documentation says.

import * as Plot from "@observablehq/plot";
import { COLORS, COLUMNS, ROWS, TIERS, sizeOf } from "../chart.js";

const range = (count) => Array.from({ length: count }, (_, index) => index);

function plotOf({ box, chart, words, tiers }) {
  const { width, height } = sizeOf(box);
  const counties = range(chart.tiers.length).filter((county) => tiers.includes(chart.tiers[county]));
  const place = { x: (county) => chart.columns[county], y: (county) => chart.rows[county] };
  return Plot.plot({
    width, height: height - 90, title: words.title,
    x: { axis: null, domain: range(COLUMNS) }, y: { axis: null, domain: range(ROWS) },
    color: { type: "ordinal", domain: TIERS, range: COLORS, legend: true, tickFormat: (tier) => words.tiers[tier] },
    marks: [
      Plot.cell(counties, { ...place, fill: (county) => chart.tiers[county], inset: 1 }),
      Plot.text(counties, { ...place, text: (county) => words.names[county], fill: (county) => (chart.tiers[county] ? "#fff" : "#000"), fontSize: 9 }),
    ],
  });
}

function redraw(shown, change) {
  Object.assign(shown, change);
  const plot = plotOf(shown);
  if (shown.plot) shown.plot.replaceWith(plot);
  else shown.box.append(plot);
  shown.plot = plot;
  return shown;
}

export const draw = (box, chart) => redraw({ box, chart }, { words: chart.words, tiers: TIERS });
export const filter = (shown, tiers) => redraw(shown, { tiers: [0, ...tiers] });
export const language = (shown, words) => redraw(shown, { words });
