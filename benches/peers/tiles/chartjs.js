// Chart.js: only what a scatter plot needs is registered; no animation, no parsing, `normalized`; a filter hides datasets and
// updates in the mode "none". Names on tiles are a plugin of a few lines, which is lighter than chartjs-plugin-datalabels.

import { Chart, Legend, LinearScale, PointElement, ScatterController, Title, Tooltip } from "chart.js";
import { COLORS, COLUMNS, ROWS, TIERS, ofTier, sizeOf } from "../chart.js";

Chart.register(Legend, LinearScale, PointElement, ScatterController, Title, Tooltip);

const names = {
  id: "names",
  afterDatasetsDraw(chart) {
    const { ctx } = chart;
    ctx.textAlign = "center";
    ctx.font = `${chart.options.tile / 5}px sans-serif`;
    chart.data.datasets.forEach(({ named }, index) => {
      if (!chart.isDatasetVisible(index)) return;
      ctx.fillStyle = index === 0 ? "#000" : "#fff";
      chart.getDatasetMeta(index).data.forEach((point, place) => ctx.fillText(named[place], point.x, point.y, chart.options.tile));
    });
  },
};

export function draw(box, chart) {
  const { width, height, tile } = sizeOf(box);
  const canvas = box.appendChild(document.createElement("canvas"));
  [canvas.width, canvas.height] = [width, height];
  return new Chart(canvas, {
    type: "scatter",
    data: {
      datasets: TIERS.map((tier) => ({
        label: chart.words.tiers[tier], backgroundColor: COLORS[tier], pointStyle: "rect", radius: (tile - 2) / Math.SQRT2,
        named: ofTier(chart, tier).map((county) => chart.words.names[county]),
        data: ofTier(chart, tier).map((county) => ({ x: chart.columns[county], y: chart.rows[county] })),
      })),
    },
    options: {
      tile, responsive: false, animation: false, parsing: false, normalized: true,
      scales: { x: { display: false, min: -0.6, max: COLUMNS - 0.4 }, y: { display: false, min: -0.6, max: ROWS - 0.4, reverse: true } },
      plugins: { title: { display: true, text: chart.words.title } },
    },
    plugins: [names],
  });
}

export function filter(chart, tiers) {
  for (const tier of TIERS.slice(1)) chart.setDatasetVisibility(tier, tiers.includes(tier));
  chart.update("none");
}

export function language(chart, words, of) {
  chart.options.plugins.title.text = words.title;
  chart.data.datasets.forEach((dataset, tier) => {
    dataset.label = words.tiers[tier];
    dataset.named = ofTier(of, tier).map((county) => words.names[county]);
  });
  chart.update("none");
}
