// ECharts: a scatter plot with typed arrays in its `large` mode, no animation, no `progressive` steps; a filter is the legend's
// action. `flush` draws at once.

import * as echarts from "echarts/core";
import { ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";
import { CLASS_COLORS, byClass } from "../chart.js";

echarts.use([AriaComponent, CanvasRenderer, GridComponent, LegendComponent, ScatterChart, TitleComponent, TooltipComponent]);

export function draw(box, data) {
  const chart = echarts.init(box);
  chart.setOption({
    animation: false, legend: { data: data.classes }, grid: { top: 50 },
    xAxis: { type: "value", min: 0, max: data.highest }, yAxis: { type: "value", inverse: true, min: -0.6, max: data.classes.length - 0.4 },
    series: byClass(data).map(([xs, ys], kind) => {
      const pairs = new Float64Array(2 * xs.length);
      for (let index = 0; index < xs.length; index++) [pairs[2 * index], pairs[2 * index + 1]] = [xs[index], ys[index]];
      return { type: "scatter", name: data.classes[kind], large: true, largeThreshold: 1, progressive: 0, symbolSize: 1, itemStyle: { color: CLASS_COLORS[kind] }, data: pairs };
    }),
  });
  chart.getZr().flush();
  return { chart, classes: data.classes };
}

export function filter({ chart, classes }, kind, show) {
  chart.dispatchAction({ type: show ? "legendSelect" : "legendUnSelect", name: classes[kind] });
  chart.getZr().flush();
}
