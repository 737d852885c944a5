// A Vega view of the chart of tiles, on a canvas: a filter sets a signal, other names are other rows.

import { View, changeset, parse } from "vega";
import { TIERS } from "../chart.js";
import { rowsOf } from "./vega-spec.js";

/** @param {object} compiled the specification that Vega-Lite has made */
export async function show(box, chart, compiled, sizes = {}) {
  const view = new View(parse(compiled), { renderer: "canvas", container: box, hover: false });
  for (const [name, value] of Object.entries(sizes)) view.signal(name, value);
  view.signal("heading", chart.words.title).signal("tiers", chart.words.tiers).data("counties", rowsOf(chart, chart.words));
  await view.runAsync();
  return view;
}

export const filter = (view, tiers) => view.signal("shown", [TIERS[0], ...tiers]).runAsync();

export const language = (view, words, chart) => view.signal("heading", words.title).signal("tiers", words.tiers)
  .change("counties", changeset().remove(() => true).insert(rowsOf(chart, words))).runAsync();
