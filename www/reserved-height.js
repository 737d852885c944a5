// The room that a widget takes, known before it is drawn.

/** Widths in pixels from which a height holds. */
const WIDTHS = [0, 340, 400, 560, 600, 760, 1080];

/**
 * Heights in pixels of each chart with all its controls, the greatest from one width to the next: in Chinese, in
 * English. Too much is seen as room below the widget until it is used; too little would move what is below.
 */
const HEIGHTS = {
  __proto__: null,
  tiers: [
    [949, 903, 846, 853, 854, 867, 733],
    [1129, 1052, 951, 1009, 948, 923, 733],
  ],
  shares: [
    [1069, 1024, 923, 939, 939, 921, 768],
    [1270, 1182, 1033, 999, 999, 961, 808],
  ],
  "six-ones": [
    [1246, 1089, 1065, 1003, 983, 945, 816],
    [1535, 1298, 1225, 1118, 1067, 1025, 856],
  ],
  map: [
    [1131, 1080, 1008, 1099, 1099, 1063, 996],
    [1270, 1225, 1138, 1183, 1183, 1119, 1036],
  ],
  clusters: [
    [1462, 1325, 1197, 1051, 1051, 1033, 889],
    [1834, 1552, 1446, 1291, 1211, 1191, 922],
  ],
  paths: [
    [1608, 1469, 1357, 1107, 1067, 935, 862],
    [2071, 1749, 1603, 1372, 1307, 1237, 1114],
  ],
  market: [
    [1440, 1313, 1230, 1044, 1020, 977, 842],
    [1776, 1518, 1439, 1224, 1184, 1099, 891],
  ],
  timeline: [
    [1792, 1534, 1450, 1350, 1330, 1208, 1114],
    [2181, 2096, 1842, 1566, 1506, 1430, 1302],
  ],
  facts: [
    [2349, 2077, 2009, 1539, 1453, 1332, 1263],
    [3197, 2737, 2469, 1995, 1894, 1625, 1497],
  ],
};

/** The height that `element` will have at that width, as a style writes it; nothing where that cannot be told. */
export function reservedHeight(element, width) {
  // Table and text are known only when they are there.
  const view = element.getAttribute("view");
  if (!width || view === "table" || view === "about") return "";
  const heights = HEIGHTS[element.getAttribute("chart")] || HEIGHTS.tiers;
  let step = 0;
  while (WIDTHS[step + 1] <= width) step++;
  return `${heights[element.matches(":lang(en)") ? 1 : 0][step]}px`;
}
