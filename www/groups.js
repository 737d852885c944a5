// Elements of one group on a page, which share tiers and county.

import { add, without } from "./lists.js";

/** Members by the name of their group, the first first. It inherits nothing: pages name groups as they like. */
const groups = { __proto__: null };

/** Takes `element` into the group `name`. @returns {HTMLElement[]} who was there before, the first first */
export function join(element, name) {
  const before = mates(element, name);
  add(groups[name] || (groups[name] = []), element);
  return before;
}

/** Takes `element` out of the group `name`, if it is in it. */
export function leave(element, name) {
  const rest = mates(element, name);
  if (rest.length) groups[name] = rest;
  else delete groups[name];
}

/** The others of the group `name`. */
export const mates = (element, name) => without(groups[name] || [], element);
