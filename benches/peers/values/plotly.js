// Plotly: the basic bundle draws points as SVG; WebGL is in larger bundles. A filter is `Plotly.restyle`.

import Plotly from "plotly.js-basic-dist-min";
import { CLASS_COLORS, byClass, sizeOf } from "../chart.js";

export async function draw(box, data) {
  const { width, height } = sizeOf(box);
  await Plotly.newPlot(box, byClass(data).map(([x, y], kind) => ({
    type: "scatter", mode: "markers", name: data.classes[kind], x, y, hoverinfo: "skip", marker: { size: 1, color: CLASS_COLORS[kind] },
  })), { width, height, xaxis: { range: [0, data.highest] }, yaxis: { range: [data.classes.length - 0.4, -0.6] } }, { displayModeBar: false });
  return box;
}

export const filter = (box, kind, show) => Plotly.restyle(box, { visible: show }, [kind]);
