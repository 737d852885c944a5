// Keys in a table: from its heads, which stand beside each other, and its rows they lead to others.

const ALONG = { __proto__: null, ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };
const DOWN = { __proto__: null, ArrowUp: -1, ArrowDown: 1, PageUp: -10, PageDown: 10, Home: -Infinity, End: Infinity };

/**
 * Where a key leads from a place among so many places, of which the first are heads beside each other and the others rows below
 * them. Nothing if the key does not move the focus: in rows, the browser scrolls the table sideways.
 *
 * @param {string} key
 * @param {number} place
 * @param {number} heads
 * @param {number} places
 */
export function placeAfter(key, place, heads, places) {
  const isHead = place < heads;
  if (isHead && key in ALONG) return Math.min(Math.max(place + ALONG[key], 0), heads - 1);
  if (!(key in DOWN) || heads === places) return undefined;
  const row = Math.max(place - heads, -1) + DOWN[key];
  if (row >= 0) return Math.min(heads + row, places - 1);
  if (isHead) return place;
  return key === "ArrowUp" ? 0 : heads;
}

/** Gives a button the focus. @param {HTMLElement} stop */
export function focusStop(stop) {
  stop.focus();
  // Browsers leave a head where it is if they see a part of it, and do not know what the first column covers.
  if (stop.closest("thead")) stop.scrollIntoView({ block: "nearest", inline: "nearest" });
}
