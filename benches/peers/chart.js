// What all peers draw alike: sizes, colours, and how places are put into series. A chart of tiles is
// `{ columns, rows, tiers, words: { title, names, tiers } }`: a column, a row, a tier (0 where it is not given) and a name for
// each county. A chart of values is `{ classes, values, kinds }`: a class and a value for each of many places.

/** For tier 0, which the article does not give, and the four tiers: the colours of the widget. */
export const COLORS = ["#c9cdd2", "#0c2b6c", "#14818a", "#c07d30", "#862839"];
/** For classes of made-up places. */
export const CLASS_COLORS = ["#0c2b6c", "#14818a", "#c07d30", "#862839", "#ab6cfc", "#6c00ea", "#bd0000"];
export const COLUMNS = 10;
export const ROWS = 12;
export const TIERS = [0, 1, 2, 3, 4];

/** The size of a chart in its box, and the side of a tile in it. */
export function sizeOf(box) {
  const [width, height] = [box.clientWidth, box.clientHeight];
  return { width, height, tile: Math.floor(Math.min(width / (COLUMNS + 1), (height - 90) / (ROWS + 1))) };
}

/** The numbers of the counties of a tier. */
export const ofTier = (chart, tier) => chart.tiers.flatMap((one, index) => (one === tier ? [index] : []));

/** The same numbers for the same place: how far its point is from the middle of its class, from -0.4 to 0.4. */
export const spread = (index) => ((index * 7919) % 1009) / 1261 - 0.4;

/** Columns of the values of each class, and of where their points lie. */
export function byClass({ classes, values, kinds }) {
  const found = classes.map(() => [[], []]);
  for (let index = 0; index < values.length; index++) {
    if (values[index] === null) continue;
    const [xs, ys] = found[kinds[index]];
    xs.push(values[index]);
    ys.push(kinds[index] + spread(index));
  }
  return found;
}
