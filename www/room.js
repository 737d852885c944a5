// The room that a widget takes, known before it is drawn.

/** Widths in pixels from which a height holds. */
const WIDTHS = [0, 320, 340, 360, 400, 480, 560, 600, 680, 760, 1080];

/**
 * Heights in pixels of each chart with all its controls, the greatest from one width to the next: in Chinese, in
 * English. Too much is seen as room below the widget until it is used; too little would move what is below.
 */
const HEIGHTS = {
  tiers: [
    [911, 911, 846, 846, 846, 798, 834, 795, 795, 787, 734],
    [969, 949, 908, 908, 889, 846, 889, 834, 835, 868, 734],
  ],
  shares: [
    [1039, 1015, 966, 966, 966, 856, 889, 869, 869, 867, 750],
    [1135, 1096, 1004, 985, 985, 956, 949, 949, 909, 887, 750],
  ],
  "six-ones": [
    [1158, 1139, 1018, 994, 965, 965, 929, 889, 869, 886, 817],
    [1268, 1197, 1076, 1037, 1013, 1013, 984, 940, 940, 942, 817],
  ],
  map: [
    [1066, 1066, 1008, 965, 917, 917, 1069, 1029, 1005, 1020, 973],
    [1194, 1174, 1143, 1143, 1095, 1028, 1120, 1120, 1100, 1122, 1001],
  ],
  clusters: [
    [1306, 1296, 1193, 1163, 1069, 1089, 1008, 955, 982, 1006, 875],
    [1501, 1421, 1318, 1284, 1286, 1282, 1077, 1070, 1013, 1053, 875],
  ],
  paths: [
    [1534, 1462, 1391, 1391, 1323, 1265, 1057, 1037, 943, 926, 891],
    [1901, 1711, 1628, 1594, 1535, 1492, 1322, 1230, 1139, 1122, 1027],
  ],
  market: [
    [1389, 1343, 1304, 1232, 1192, 1119, 1001, 981, 941, 958, 843],
    [1589, 1487, 1438, 1393, 1377, 1256, 1121, 1070, 1046, 1044, 916],
  ],
  timeline: [
    [1678, 1572, 1438, 1377, 1333, 1302, 1276, 1216, 1204, 1083, 1067],
    [2017, 1887, 1866, 1732, 1652, 1505, 1451, 1399, 1312, 1305, 1215],
  ],
  facts: [
    [2346, 2164, 2043, 2043, 1953, 1871, 1480, 1414, 1316, 1307, 1212],
    [2849, 2538, 2489, 2448, 2338, 2184, 1774, 1644, 1525, 1500, 1409],
  ],
};

/** The height that `element` will have at that width, as a style writes it; nothing where it has no width. */
export function roomOf(element, width) {
  if (!width) return "";
  const [chinese, english] = HEIGHTS[element.getAttribute("chart")] || HEIGHTS.tiers;
  const step = WIDTHS.filter((least) => least <= width).length - 1;
  return `${(element.matches(":lang(en)") ? english : chinese)[step]}px`;
}
