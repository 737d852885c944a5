// Heights of the widget, measured and written by `WRITE_HEIGHTS=1 node --test tests/browser/life.test.mjs`.

/** Widths in CSS pixels. Each begins an interval that ends before the next one. */
export const WIDTHS = [0, 340, 400, 560, 600, 760, 1080];

/** The greatest height of each chart in each interval, with all controls, rounded up to tens: in Chinese, in English. */
export const HEIGHTS = {
  __proto__: null,
  tiers: [
    [950, 910, 850, 860, 860, 870, 740],
    [1130, 1060, 960, 1010, 950, 930, 740],
  ],
  shares: [
    [1070, 1030, 930, 940, 940, 930, 770],
    [1270, 1190, 1040, 1000, 1000, 970, 810],
  ],
  "six-ones": [
    [1250, 1090, 1070, 1010, 990, 950, 820],
    [1540, 1300, 1230, 1120, 1070, 1030, 860],
  ],
  map: [
    [1140, 1080, 1010, 1100, 1100, 1070, 1000],
    [1270, 1230, 1140, 1190, 1190, 1120, 1040],
  ],
  clusters: [
    [1470, 1330, 1200, 1060, 1060, 1040, 880],
    [1840, 1560, 1450, 1300, 1220, 1200, 930],
  ],
  paths: [
    [1610, 1470, 1360, 1110, 1070, 940, 870],
    [2080, 1750, 1610, 1380, 1310, 1240, 1120],
  ],
  market: [
    [1440, 1320, 1230, 1050, 1020, 980, 850],
    [1780, 1520, 1440, 1230, 1190, 1100, 900],
  ],
  timeline: [
    [1800, 1540, 1450, 1350, 1330, 1210, 1120],
    [2190, 2100, 1850, 1570, 1510, 1430, 1310],
  ],
  facts: [
    [2310, 2060, 1990, 1540, 1430, 1340, 1270],
    [3200, 2740, 2470, 2000, 1900, 1630, 1500],
  ],
};
