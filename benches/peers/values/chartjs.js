// Chart.js: a scatter plot without animation and parsing, `normalized`, its points of one pixel. Its decimation is for lines alone.

import { Chart, Legend, LinearScale, PointElement, ScatterController, Title, Tooltip } from "chart.js";
import { CLASS_COLORS, byClass, sizeOf } from "../chart.js";

Chart.register(Legend, LinearScale, PointElement, ScatterController, Title, Tooltip);

export function draw(box, data) {
  const { width, height } = sizeOf(box);
  const canvas = box.appendChild(document.createElement("canvas"));
  [canvas.width, canvas.height] = [width, height];
  return new Chart(canvas, {
    type: "scatter",
    data: {
      datasets: byClass(data).map(([xs, ys], kind) => ({
        label: data.classes[kind], backgroundColor: CLASS_COLORS[kind], borderWidth: 0, pointStyle: "rect", radius: 1, hitRadius: 0,
        data: xs.map((x, index) => ({ x, y: ys[index] })),
      })),
    },
    options: {
      responsive: false, animation: false, parsing: false, normalized: true,
      scales: { x: { min: 0, max: data.highest }, y: { min: -0.6, max: data.classes.length - 0.4, reverse: true } },
    },
  });
}

export function filter(chart, kind, show) {
  chart.setDatasetVisibility(kind, show);
  chart.update("none");
}
