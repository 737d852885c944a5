// Which crates the code of the wasm comes from.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CHARTS } from "../../www/chart-table.js";
import { CORE, OWN } from "../../www/parts.js";
import { bodiesOf } from "./order.mjs";

/** The rows of the table: crates, and the names that their functions begin with. Functions of no such name count as `OTHERS`. */
const NAMES = {
  "county-chains": ["county_chains"],
  "its dataset": ["county_chains_data"],
  "its words": ["county_chains_words"],
  "its reader of datasets": ["county_chains_package"],
  "standard library": ["core", "alloc", "std", "hashbrown", "char", "str", "u8", "u32", "__rustc", "compiler_builtins"],
  "wasm-bindgen, web-sys, js-sys": ["wasm_bindgen", "web_sys", "js_sys"],
  "serde, serde-wasm-bindgen": ["serde", "serde_core", "serde_wasm_bindgen"],
  plotters: ["plotters", "plotters_backend"],
  rlsf: ["rlsf"],
  "csv-core, jsonc-parser": ["csv_core", "jsonc_parser"],
};
const OTHERS = "all others";
const CRATES = [...Object.keys(NAMES), OTHERS];

/** The columns of the table: groups of parts. */
export const GROUPS = { core: [CORE], charts: CHARTS, opened: ["export", "figures", "texts", "annex"], "own data": [OWN] };

/** Functions that the compiler and the bundle add. Other functions without a crate in their names are those that the script calls. */
const OF_COMPILER = /^(__|mem|(copy|fill) memory$|round$|fmin$|fmax$|\d+$)/;

/**
 * How many bytes of code come from each crate in each group, before compression. A function belongs to the crate that defines it: a
 * generic one of the standard library is told there, though it was made for types of ours.
 *
 * @returns {[string, number[]][]} crates with a number for each group
 */
export function codeByCrate() {
  const groups = Object.values(GROUPS).map((parts) => parts.map(codeOfPart));
  return CRATES.map((crate) => [crate, groups.map((parts) => parts.reduce((all, part) => all + (part[crate] ?? 0), 0))]);
}

/** The code of a part by crates. wasm-opt has written the names of its functions beside it, imports first. */
function codeOfPart(part) {
  const path = (end) => fileURLToPath(new URL(`../../target/bindgen/${part}.${end}`, import.meta.url));
  const sizes = bodiesOf(readFileSync(path("lowered.wasm"))).map((body) => body.length);
  const names = readFileSync(path("symbols"), "utf8").trim().split("\n").slice(-sizes.length);
  const found = {};
  for (const [index, line] of names.entries()) {
    const crate = crateOf(line.slice(line.indexOf(":") + 1));
    found[crate] = (found[crate] ?? 0) + sizes[index];
  }
  return found;
}

/** The crate that defines a function. */
function crateOf(name) {
  // Binaryen names what it has merged after one of the functions. A method of a trait begins with its type, or with that of the
  // trait if it is for any type.
  const path = name.replace(/^byn\$[^$]*\$/, "").replace(/^([<&[(]|mut |dyn |\*const |\*mut )*([A-Z] as )?/, "");
  const [, first] = /^(\w+)(?:\[\w+\])?\]?>*::/.exec(path) ?? [];
  if (!first) return OF_COMPILER.test(path) ? "standard library" : "county-chains";
  return CRATES.find((crate) => NAMES[crate]?.includes(first)) ?? OTHERS;
}
