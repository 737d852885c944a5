// Groups: elements on a page that share tiers and county.

import { add, without } from "./lists.js";

/** Members by group, in the order in which they joined. It inherits nothing, since a group may have any name. */
const groups = { __proto__: null };

/** Adds `element` to the group `name`. @returns {HTMLElement[]} its earlier members, in order */
export function join(element, name) {
  const before = mates(element, name);
  add(groups[name] || (groups[name] = []), element);
  return before;
}

/** Removes `element` from the group `name`, if it is a member. */
export function leave(element, name) {
  const rest = mates(element, name);
  if (rest.length) groups[name] = rest;
  else delete groups[name];
}

/** The other members of the group `name`. */
export const mates = (element, name) => without(groups[name] || [], element);
