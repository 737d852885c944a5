// Medians, spreads and ranks of what was measured.

/** The value in the middle; of two in the middle, the mean. Undefined if there is none. */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : sorted.length === 0 ? undefined : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A number with as many digits as say something. */
export function short(value) {
  if (Math.abs(value) >= 9.95) return Math.round(value).toLocaleString("en");
  return Number(value.toFixed(Math.abs(value) < 0.095 ? 3 : Math.abs(value) < 0.995 ? 2 : 1)).toString();
}

/** The median, with the smallest and the largest; a text says why there is no value. */
export function told(values) {
  if (values === undefined || values.length === 0) return "–";
  if (typeof values === "string") return values;
  const [least, most] = [short(Math.min(...values)), short(Math.max(...values))];
  return least === most ? least : `${short(median(values))} (${least}–${most})`;
}

/**
 * Who comes where, by medians; who has none comes after all others.
 *
 * @param {{ id: string, values: number[] | string | undefined }[]} entries
 * @returns {{ id: string, median: number | undefined }[]} the smallest first
 */
export function ranked(entries) {
  return entries.map(({ id, values }) => ({ id, median: Array.isArray(values) ? median(values) : undefined }))
    .sort((one, other) => (one.median ?? Infinity) - (other.median ?? Infinity));
}

/**
 * The sentence that says who is ahead of one of them, from the figures alone.
 *
 * @param {string} what what was measured
 * @param {string} id whose place is told
 * @param {Record<string, string>} names
 */
export function placed(what, id, entries, names) {
  const order = ranked(entries);
  const mine = order.find((one) => one.id === id);
  if (mine?.median === undefined) return `${what}: ${names[id]} has no figure.`;
  const [others, without] = [order.filter((one) => one.id !== id && one.median !== undefined), order.filter((one) => one.median === undefined)];
  const list = (some) => some.map((one) => `${names[one.id]} (${short(one.median)})`).join(", ");
  const [ahead, level] = [others.filter((one) => one.median < mine.median), others.filter((one) => one.median === mine.median)];
  const place = [
    ahead.length > 0 ? `${ordinal(ahead.length + 1)} of ${others.length + 1}, behind ${list(ahead)}` : level.length === 0 && `ahead of all ${others.length}`,
    level.length > 0 && `level with ${list(level)}`,
  ].filter(Boolean).join(", ");
  return `${what}: ${names[id]} (${short(mine.median)}) is ${place}${without.map((one) => `; ${names[one.id]} has no figure`).join("")}.`;
}

const ordinal = (place) => `${place}${place % 100 > 10 && place % 100 < 14 ? "th" : ["th", "st", "nd", "rd"][place % 10] ?? "th"}`;
