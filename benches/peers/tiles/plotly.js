// Plotly: the basic bundle as it is published, without its bar of buttons; a filter and a language are `Plotly.react`.

import Plotly from "plotly.js-basic-dist-min";
import { COLORS, COLUMNS, ROWS, TIERS, ofTier, sizeOf } from "../chart.js";

const CONFIG = { displayModeBar: false };

function figure({ chart, words, tiers, size: { width, height, tile } }) {
  return [TIERS.map((tier) => ({
    type: "scatter", mode: "markers+text", name: words.tiers[tier], visible: tiers.includes(tier) ? true : "legendonly",
    x: ofTier(chart, tier).map((county) => chart.columns[county]), y: ofTier(chart, tier).map((county) => chart.rows[county]),
    text: ofTier(chart, tier).map((county) => words.names[county]), textfont: { color: tier === 0 ? "#000" : "#fff", size: tile / 5 },
    marker: { symbol: "square", size: tile - 2, color: COLORS[tier], opacity: 1 },
  })), {
    width, height, title: { text: words.title }, margin: { t: 90, l: 10, r: 10, b: 10 }, legend: { orientation: "h", y: 1.05 }, showlegend: true,
    xaxis: { visible: false, range: [-0.6, COLUMNS - 0.4] }, yaxis: { visible: false, range: [ROWS - 0.4, -0.6] },
  }, CONFIG];
}

export async function draw(box, chart) {
  const shown = { box, chart, words: chart.words, tiers: TIERS, size: sizeOf(box) };
  await Plotly.newPlot(box, ...figure(shown));
  return shown;
}

const react = (shown, change) => Plotly.react(shown.box, ...figure(Object.assign(shown, change)));
export const filter = (shown, tiers) => react(shown, { tiers: [0, ...tiers] });
export const language = (shown, words) => react(shown, { words });
