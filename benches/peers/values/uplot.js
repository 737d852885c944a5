// uPlot: a facet for each class, a filled rectangle for each point; one path for all of them takes longer when there are many.

import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { CLASS_COLORS, byClass, sizeOf } from "../chart.js";

const points = (plot, series) => {
  const [xs, ys] = plot.data[series];
  const { ctx, bbox } = plot;
  const [fromX, fromY] = [plot.valToPos(0, "x", true), plot.valToPos(0, "y", true)];
  const [perX, perY] = [plot.valToPos(1, "x", true) - fromX, plot.valToPos(1, "y", true) - fromY];
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.fillStyle = CLASS_COLORS[series - 1];
  for (let index = 0; index < xs.length; index++) ctx.fillRect(fromX + xs[index] * perX, fromY + ys[index] * perY, 1, 1);
  ctx.restore();
  return null;
};

export function draw(box, data) {
  const { width, height } = sizeOf(box);
  return new uPlot({
    mode: 2, width, height: height - 70, cursor: { show: false }, legend: { live: false },
    scales: { x: { time: false, range: [0, data.highest] }, y: { dir: -1, range: [-0.6, data.classes.length - 0.4] } },
    series: [null, ...data.classes.map((label, kind) => ({
      label, fill: CLASS_COLORS[kind], stroke: CLASS_COLORS[kind], paths: points, facets: [{ scale: "x", auto: false }, { scale: "y", auto: false }],
    }))],
  }, [null, ...byClass(data)], box);
}

export const filter = (plot, kind, show) => plot.setSeries(kind + 1, { show });
