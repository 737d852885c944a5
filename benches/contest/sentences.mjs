// What the figures say: the sentences on who is ahead, and tables.

import { COUNT } from "./contestants.mjs";
import { placed } from "./figures.mjs";

/** The sentences on who is ahead, from the figures of Chromium. */
export function sentences({ contestants, found, rows }) {
  const figures = found.Chromium ?? {};
  const names = Object.fromEntries(contestants.flatMap(({ id, name }) => [[id, name], [`${id} twin`, `${name}, static version`]]));
  const namesOfValues = { ...names, ...Object.fromEntries(contestants.flatMap(({ id, ofValues }) => (ofValues ? [[id, ofValues]] : []))) };
  const peers = contestants.filter(({ chart }) => !chart).map(({ id }) => id);
  /** Ours against all peers, without our other entries. */
  const line = (what, measure, mine, unit, named = names) => {
    const of = figures[measure];
    if (!of?.[mine]) return [];
    return [placed(`${what}, ${unit}`, mine, [mine, ...peers].filter((id) => of[id] !== undefined).map((id) => ({ id, values: of[id] })), named)];
  };
  return [
    ...["desktop", "phone"].flatMap((profile) => ["map twin", "map", "tiers twin", "tiers"].flatMap((mine) => line(`First chart, ${profile}`, `first ${profile}`, mine, "ms"))),
    ...["map", "tiers"].flatMap((mine) => [
      ...line("Bytes to the first chart", "bytes", mine, "bytes"),
      ...line("Work of a filter change", "filter task", mine, "ms"),
      ...line("Script of a filter change", "filter script", mine, "ms"),
      ...line("Work of a language change", "language task", mine, "ms"),
      ...line(`${COUNT} charts painted`, "many", mine, "ms"),
      ...line(`Memory of ${COUNT} charts`, "many memory", mine, "MB"),
    ]),
    ...rows.flatMap((count) => [
      ...line(`${count.toLocaleString("en")} values drawn`, `values ${count}`, "map", "ms", namesOfValues),
      ...line(`Work of a filter of ${count.toLocaleString("en")} values`, `values filter task ${count}`, "map", "ms", namesOfValues),
    ]),
  ];
}

/** A Markdown table. */
export function table(heads, rows) {
  return [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
