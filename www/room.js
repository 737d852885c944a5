// The room that a widget takes, known before it is drawn.

/** Widths in pixels from which a height holds. */
const WIDTHS = [0, 340, 400, 560, 600, 760, 1080];

/**
 * Heights in pixels of each chart with all its controls, the greatest from one width to the next: in Chinese, in
 * English. Too much is seen as room below the widget until it is used; too little would move what is below.
 */
const HEIGHTS = {
  tiers: [
    [911, 846, 846, 834, 795, 787, 734],
    [969, 908, 889, 889, 835, 868, 734],
  ],
  shares: [
    [1039, 966, 966, 889, 869, 867, 750],
    [1135, 1004, 985, 949, 949, 887, 750],
  ],
  "six-ones": [
    [1158, 1018, 965, 929, 889, 886, 817],
    [1268, 1076, 1013, 984, 940, 942, 817],
  ],
  map: [
    [1066, 1008, 917, 1069, 1029, 1020, 973],
    [1194, 1143, 1095, 1120, 1120, 1122, 1001],
  ],
  clusters: [
    [1306, 1193, 1089, 1008, 982, 1006, 875],
    [1501, 1318, 1286, 1077, 1070, 1053, 875],
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
    [1678, 1438, 1333, 1276, 1216, 1083, 1067],
    [2017, 1866, 1652, 1451, 1399, 1305, 1215],
  ],
  facts: [
    [2346, 2043, 1953, 1480, 1414, 1307, 1212],
    [2849, 2489, 2338, 1774, 1644, 1500, 1409],
  ],
};

/** The height that `element` will have at that width, as a style writes it; nothing where that cannot be told. */
export function roomOf(element, width) {
  // Table and text are known only when they are there.
  if (!width || ["table", "about"].includes(element.getAttribute("view"))) return "";
  const [chinese, english] = HEIGHTS[element.getAttribute("chart")] || HEIGHTS.tiers;
  const step = WIDTHS.filter((least) => least <= width).length - 1;
  return `${(element.matches(":lang(en)") ? english : chinese)[step]}px`;
}
