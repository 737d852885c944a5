// What a page has asked of the state and Rust has not seen yet, in the order in which it came.

import { changed } from "./settings.js";

/**
 * Adds what the page asks for. What comes attribute by attribute is one wish, whose later values count; a state is a wish
 * of its own, which is taken whole or not at all.
 *
 * @param {{ values: Record<string, string | null>, isWhole: boolean }[]} wishes
 */
export function wish(wishes, values, isWhole) {
  const last = wishes[wishes.length - 1];
  if (last && !last.isWhole && !isWhole) for (const name in values) last.values[name] = values[name];
  else wishes[wishes.length] = { values, isWhole };
}

/** What was last asked for by this name; `known` if nothing was. */
export function wished(wishes, name, known) {
  for (let index = wishes.length - 1; index >= 0; index--) if (name in wishes[index].values) return wishes[index].values[name];
  return known;
}

/**
 * Grants the wishes, one after the other: the state that comes of them, what of them is no good (name, value and why),
 * and what was taken or stands as the page's own attribute.
 */
export function grant(core, state, wishes) {
  const granted = { state, faults: [], taken: { __proto__: null } };
  for (let index = 0; index < wishes.length; index++) {
    const { values, isWhole } = wishes[index];
    const next = changed(core, granted.state, values);
    for (let fault = 0; fault < next.faults.length; fault++) granted.faults[granted.faults.length] = next.faults[fault];
    if (isWhole && next.faults.length) continue;
    granted.state = next.state;
    for (const name in values) granted.taken[name] = values[name];
  }
  return granted;
}
