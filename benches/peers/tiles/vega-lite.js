// Vega-Lite as most pages use it: it compiles its specification in the page.

import { compile } from "vega-lite";
import { sizeOf } from "../chart.js";
import { sized } from "./vega-spec.js";
import { show } from "./vega-view.js";

export { filter, language } from "./vega-view.js";

export const draw = (box, chart) => show(box, chart, compile(sized(sizeOf(box))).spec);
