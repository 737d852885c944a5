// Changes of the state that a page has made and Rust has not seen yet, in their order.

import { applyChanges } from "./settings.js";

/**
 * Adds a change. Changes of single attributes are merged, and the last value counts. A state is an entry of its own, and is
 * applied completely or not at all.
 *
 * @param {{ values: Record<string, string | null>, isAtomic: boolean }[]} pendingChanges
 */
export function addPending(pendingChanges, values, isAtomic) {
  const last = pendingChanges[pendingChanges.length - 1];
  if (last && !last.isAtomic && !isAtomic) for (const name in values) last.values[name] = values[name];
  else pendingChanges[pendingChanges.length] = { values, isAtomic };
}

/** The last pending value of this name, or `known` if there is none. */
export function pendingValue(pendingChanges, name, known) {
  for (let index = pendingChanges.length - 1; index >= 0; index--) if (name in pendingChanges[index].values) return pendingChanges[index].values[name];
  return known;
}

/** What names things of a dataset, and so has to wait for one that is under way. */
const OF_DATASET = { __proto__: null, chart: 1, charts: 1, indicator: 1, tiers: 1, county: 1, mark: 1, topic: 1, sort: 1 };

/**
 * Moves the changes that name things of a dataset to those that wait, and returns the others. A state stays whole.
 */
export function setAside(pendingChanges, waitingChanges) {
  const rest = [];
  for (let index = 0; index < pendingChanges.length; index++) {
    const { values, isAtomic } = pendingChanges[index];
    let waits = false;
    for (const name in values) waits = waits || name in OF_DATASET;
    if (isAtomic) addPending(waits ? waitingChanges : rest, values, true);
    else for (const name in values) addPending(name in OF_DATASET ? waitingChanges : rest, { __proto__: null, [name]: values[name] }, false);
  }
  return rest;
}

/** Drops from the changes that wait what has another value by now: it has been chosen later. */
export function dropWaiting(waitingChanges, before, after) {
  for (let index = 0; index < waitingChanges.length; index++) {
    for (const name in after) if (after[name] !== before[name]) delete waitingChanges[index].values[name];
  }
}

/**
 * Applies the changes in order. Returns the new state, the rejected values as name, value and reason, and the values that
 * were accepted or came from an attribute of the page.
 *
 * @param {number} dataset its number
 * @param {import("./settings.js").Snapshot | undefined} state
 */
export function applyPending(core, dataset, state, pendingChanges) {
  const applied = { state, faults: [], taken: { __proto__: null } };
  for (let index = 0; index < pendingChanges.length; index++) {
    const { values, isAtomic } = pendingChanges[index];
    const next = applyChanges(core, dataset, applied.state, values);
    for (let fault = 0; fault < next.faults.length; fault++) applied.faults[applied.faults.length] = next.faults[fault];
    if (isAtomic && next.faults.length) continue;
    applied.state = next.state;
    for (const name in values) applied.taken[name] = values[name];
  }
  return applied;
}
