// Observable Plot: bins, as its documentation advises for many values, a row for each class. A filter makes another plot.

import * as Plot from "@observablehq/plot";
import { sizeOf } from "../chart.js";

function plotOf({ box, data, shown }) {
  const { width, height } = sizeOf(box);
  return Plot.plot({
    width, height, x: { domain: [0, data.highest] }, y: { domain: data.classes.map((_, kind) => kind), tickFormat: (kind) => data.classes[kind] },
    marks: [Plot.rect(data.values, Plot.binX({ fill: "count" }, {
      x: data.values, y: data.kinds, thresholds: 600, inset: 0, filter: (_, index) => data.values[index] !== null && shown[data.kinds[index]],
    }))],
  });
}

export function draw(box, data) {
  const chart = { box, data, shown: data.classes.map(() => true) };
  chart.plot = box.appendChild(plotOf(chart));
  return chart;
}

export function filter(chart, kind, show) {
  chart.shown[kind] = show;
  const plot = plotOf(chart);
  chart.plot.replaceWith(plot);
  chart.plot = plot;
}
