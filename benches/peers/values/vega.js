// Vega-Lite, compiled ahead, on a canvas; a filter sets a signal.

import { View, parse } from "vega";
import compiled from "compiled:vega-spec";

export async function draw(box, { classes, values, kinds }) {
  const view = new View(parse(compiled), { renderer: "canvas", container: box, hover: false });
  await view.data("places", values.map((value, index) => ({ value, kind: kinds[index] }))).runAsync();
  return { view, shown: new Set(classes.keys()) };
}

export function filter({ view, shown }, kind, show) {
  shown[show ? "add" : "delete"](kind);
  return view.signal("shown", [...shown]).runAsync();
}
