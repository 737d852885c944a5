// Bins of values, a row for each class, as a Vega-Lite specification: what its documentation advises for many values.

const CLASSES = 7;

export const spec = {
  width: 800, height: 480,
  params: [{ name: "shown", value: Array.from({ length: CLASSES }, (_, kind) => kind) }],
  data: { name: "places" },
  transform: [{ filter: "datum.value !== null && indexof(shown, datum.kind) >= 0" }],
  mark: "rect",
  encoding: { x: { field: "value", bin: { maxbins: 600 } }, y: { field: "kind", type: "ordinal" }, color: { aggregate: "count" } },
};
