// Highcharts: core and its accessibility module, no animation; a filter shows and hides series, with one redraw at the end.

import Highcharts from "highcharts/esm/highcharts.js";
import "highcharts/esm/modules/accessibility.js";
import { COLORS, COLUMNS, ROWS, TIERS, ofTier, sizeOf } from "../chart.js";

const pointsOf = (chart, tier, words) => ofTier(chart, tier).map((county) => ({ x: chart.columns[county], y: chart.rows[county], name: words.names[county] }));

export function draw(box, chart) {
  const { width, height, tile } = sizeOf(box);
  return Highcharts.chart(box, {
    chart: { type: "scatter", animation: false, width, height },
    title: { text: chart.words.title }, credits: { enabled: false },
    xAxis: { visible: false, min: -0.6, max: COLUMNS - 0.4 },
    yAxis: { visible: false, reversed: true, min: -0.6, max: ROWS - 0.4, startOnTick: false, endOnTick: false },
    plotOptions: { series: {
      animation: false, states: { inactive: { enabled: false } }, marker: { symbol: "square", radius: tile / 2 - 1 },
      dataLabels: { enabled: true, format: "{point.name}", verticalAlign: "middle", y: 0, allowOverlap: true, style: { fontSize: `${tile / 5}px`, textOutline: "none" } },
    } },
    series: TIERS.map((tier) => ({
      name: chart.words.tiers[tier], color: COLORS[tier], data: pointsOf(chart, tier, chart.words), dataLabels: { color: tier === 0 ? "#000" : "#fff" },
    })),
  });
}

export function filter(chart, tiers) {
  for (const tier of TIERS.slice(1)) if (chart.series[tier].visible !== tiers.includes(tier)) chart.series[tier].setVisible(tiers.includes(tier), false);
  chart.redraw(false);
}

export function language(shown, words, chart) {
  shown.title.update({ text: words.title }, false);
  for (const tier of TIERS) shown.series[tier].update({ name: words.tiers[tier], data: pointsOf(chart, tier, words) }, false);
  shown.redraw(false);
}
