// Vega-Lite, compiled ahead: the page loads Vega and the specification that Vega-Lite has made of ours while the page was built.

import compiled from "compiled:vega-spec";
import { sizeOf } from "../chart.js";
import { show } from "./vega-view.js";

export { filter, language } from "./vega-view.js";

export function draw(box, chart) {
  const { width, height } = sizeOf(box);
  return show(box, chart, compiled, { width: width - 20, height: height - 110 });
}
