// What a page has asked of the state and Rust has not seen yet, in the order in which it came.

import { changed } from "./settings.js";

/**
 * Adds what the page asks for. What comes attribute by attribute is one wish, whose later values count; a state is a wish
 * of its own, which is taken whole or not at all.
 *
 * @param {{ values: Record<string, string | null>, isWhole: boolean }[]} wishes
 */
export function addPending(pendingChanges, values, isAtomic) {
  const last = pendingChanges[pendingChanges.length - 1];
  if (last && !last.isAtomic && !isAtomic) for (const name in values) last.values[name] = values[name];
  else pendingChanges[pendingChanges.length] = { values, isAtomic };
}

/** What was last asked for by this name; `known` if nothing was. */
export function pendingValue(pendingChanges, name, known) {
  for (let index = pendingChanges.length - 1; index >= 0; index--) if (name in pendingChanges[index].values) return pendingChanges[index].values[name];
  return known;
}

/**
 * Grants the wishes, one after the other: the state that comes of them, what of them is no good (name, value and why),
 * and what was taken or stands as the page's own attribute.
 */
export function applyPending(core, state, pendingChanges) {
  const applied = { state, faults: [], taken: { __proto__: null } };
  for (let index = 0; index < pendingChanges.length; index++) {
    const { values, isAtomic } = pendingChanges[index];
    const next = changed(core, applied.state, values);
    for (let fault = 0; fault < next.faults.length; fault++) applied.faults[applied.faults.length] = next.faults[fault];
    if (isAtomic && next.faults.length) continue;
    applied.state = next.state;
    for (const name in values) applied.taken[name] = values[name];
  }
  return applied;
}
