// What Vega-Lite makes of a specification while a page is built, so that the page does without Vega-Lite.

import { compile } from "vega-lite";

/** @param {"tiles" | "values"} folder where the specification is */
export async function compiled(folder) {
  const { spec } = await import(`./${folder}/vega-spec.js`);
  // The view sets these two signals to the size of its box.
  return compile(folder === "tiles" ? { ...spec, width: 700, height: 450 } : spec).spec;
}
