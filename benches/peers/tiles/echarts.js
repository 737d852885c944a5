// ECharts: core, canvas and the components that the chart needs, no animation; `aria` on, which gives the canvas a text; a filter
// is the legend's action. It draws in the next frame: `flush` draws at once.

import * as echarts from "echarts/core";
import { ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";
import { COLORS, COLUMNS, ROWS, TIERS, ofTier, sizeOf } from "../chart.js";

echarts.use([AriaComponent, CanvasRenderer, GridComponent, LegendComponent, ScatterChart, TitleComponent, TooltipComponent]);

const seriesOf = (chart, words) => TIERS.map((tier) => ({
  id: String(tier), name: words.tiers[tier],
  data: ofTier(chart, tier).map((county) => ({ value: [chart.columns[county], chart.rows[county]], name: words.names[county] })),
}));

export function draw(box, chart) {
  const { tile } = sizeOf(box);
  const shown = echarts.init(box);
  const look = (tier) => ({
    type: "scatter", symbol: "rect", symbolSize: tile - 2, itemStyle: { color: COLORS[tier] },
    label: { show: true, formatter: "{b}", fontSize: tile / 5, color: tier === 0 ? "#000" : "#fff" },
  });
  shown.setOption({
    animation: false, aria: { enabled: true }, title: { text: chart.words.title, left: "center", textStyle: { fontSize: 14 } },
    legend: { top: 30, data: chart.words.tiers }, tooltip: {}, grid: { top: 80, left: 10, right: 10, bottom: 10 },
    xAxis: { type: "value", show: false, min: -0.6, max: COLUMNS - 0.4 },
    yAxis: { type: "value", show: false, inverse: true, min: -0.6, max: ROWS - 0.4 },
    series: seriesOf(chart, chart.words).map((series, tier) => ({ ...look(tier), ...series })),
  });
  shown.getZr().flush();
  return { shown, names: chart.words.tiers, selected: new Set(TIERS) };
}

export function filter({ shown, names, selected }, tiers) {
  for (const tier of TIERS.slice(1).filter((tier) => selected.has(tier) !== tiers.includes(tier))) {
    selected[tiers.includes(tier) ? "add" : "delete"](tier);
    shown.dispatchAction({ type: "legendToggleSelect", name: names[tier] });
  }
  shown.getZr().flush();
}

export function language(chart, words, of) {
  chart.names = words.tiers;
  chart.shown.setOption({ title: { text: words.title }, legend: { data: words.tiers }, series: seriesOf(of, words) });
  chart.shown.getZr().flush();
}
