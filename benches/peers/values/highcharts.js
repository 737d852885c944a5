// Highcharts: a scatter plot with its module boost, which draws by WebGL, above a thousand points; no animation.

import Highcharts from "highcharts/esm/highcharts.js";
import "highcharts/esm/modules/boost.js";
import "highcharts/esm/modules/accessibility.js";
import { CLASS_COLORS, byClass, sizeOf } from "../chart.js";

export function draw(box, data) {
  const { width, height } = sizeOf(box);
  return Highcharts.chart(box, {
    chart: { type: "scatter", animation: false, width, height }, title: { text: undefined }, credits: { enabled: false },
    boost: { useGPUTranslations: true },
    xAxis: { min: 0, max: data.highest }, yAxis: { min: -0.6, max: data.classes.length - 0.4, startOnTick: false, endOnTick: false, title: { text: undefined } },
    plotOptions: { series: {
      animation: false, boostThreshold: 1, turboThreshold: 1, enableMouseTracking: false, states: { inactive: { enabled: false } }, marker: { radius: 0.5, symbol: "square" },
    } },
    series: byClass(data).map(([xs, ys], kind) => ({ name: data.classes[kind], color: CLASS_COLORS[kind], data: xs.map((x, index) => [x, ys[index]]) })),
  });
}

export function filter(chart, kind, show) {
  chart.series[kind].setVisible(show, false);
  chart.redraw(false);
}
