// Elements of one group on a page, which share tiers and county.

/** @type {Map<string, Set<HTMLElement>>} */
const groups = new Map();

/** Takes `element` into the group `name`. @returns {HTMLElement[]} who was there before, the first first */
export function join(element, name) {
  const members = groups.get(name) || new Set();
  const before = [...members];
  groups.set(name, members.add(element));
  return before;
}

/** Takes `element` out of the group `name`, if it is in it. */
export function leave(element, name) {
  const members = groups.get(name);
  if (members && members.delete(element) && !members.size) groups.delete(name);
}

/** The others of the group `name`. */
export const mates = (element, name) => [...(groups.get(name) || [])].filter((member) => member !== element);
