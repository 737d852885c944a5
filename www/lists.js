// Lists, without array methods or iterators: old libraries on a page may have changed Array.prototype.

/** Whether `list` has `item`. */
export function has(list, item) {
  for (let index = 0; index < list.length; index++) if (list[index] === item) return true;
  return false;
}

/** Appends `item` unless it is there. */
export function add(list, item) {
  if (!has(list, item)) list[list.length] = item;
}

/** A copy of `list` without `item`. */
export function without(list, item) {
  const rest = [];
  for (let index = 0; index < list.length; index++) if (list[index] !== item) rest[rest.length] = list[index];
  return rest;
}

/** A new list of the items of both. */
export function joined(one, other) {
  const list = [];
  for (let index = 0; index < one.length; index++) list[index] = one[index];
  for (let index = 0; index < other.length; index++) list[list.length] = other[index];
  return list;
}
