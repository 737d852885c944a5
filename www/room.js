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
    [911, 846, 846, 834, 795, 787, 734],
    [969, 908, 889, 889, 835, 868, 734],
  ],
  shares: [
    [1039, 990, 966, 889, 869, 867, 750],
    [1159, 1028, 1009, 973, 973, 887, 750],
  ],
  "six-ones": [
    [1158, 1018, 965, 929, 889, 886, 817],
    [1268, 1076, 1013, 984, 940, 942, 817],
  ],
  map: [
    [1085, 1027, 917, 1069, 1049, 1020, 973],
    [1213, 1167, 1114, 1120, 1120, 1122, 1001],
  ],
  clusters: [
    [1391, 1278, 1155, 1052, 1008, 1030, 875],
    [1645, 1403, 1370, 1156, 1114, 1123, 903],
  ],
  paths: [
    [1534, 1391, 1323, 1057, 1037, 926, 891],
    [1901, 1628, 1535, 1322, 1230, 1122, 1027],
  ],
  market: [
    [1389, 1304, 1192, 1001, 981, 958, 843],
    [1589, 1438, 1377, 1121, 1070, 1044, 916],
  ],
  timeline: [
    [1702, 1438, 1357, 1300, 1240, 1083, 1067],
    [2041, 1866, 1652, 1451, 1399, 1305, 1215],
  ],
  facts: [
    [2346, 2043, 1953, 1480, 1414, 1333, 1240],
    [2896, 2537, 2362, 1797, 1667, 1500, 1409],
  ],
};

/** The height that `element` will have at that width, as a style writes it; nothing where that cannot be told. */
export function roomOf(element, width) {
  // Table and text are known only when they are there.
  const view = element.getAttribute("view");
  if (!width || view === "table" || view === "about") return "";
  const heights = HEIGHTS[element.getAttribute("chart")] || HEIGHTS.tiers;
  let step = 0;
  while (WIDTHS[step + 1] <= width) step++;
  return `${heights[element.matches(":lang(en)") ? 1 : 0][step]}px`;
}
