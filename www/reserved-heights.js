// Heights of the widget, measured and written by `WRITE_HEIGHTS=1 node --test tests/browser/life.test.mjs`.

/** Widths in CSS pixels. Each begins an interval that ends before the next one. */
export const WIDTHS = [0, 340, 400, 560, 600, 760, 1080];

/** The greatest height of each chart in each interval, with all controls, rounded up to tens: in Chinese, in English. */
export const HEIGHTS = {
  __proto__: null,
  tiers: [
    [970, 930, 870, 880, 880, 900, 760],
    [1150, 1080, 980, 1040, 980, 950, 760],
  ],
  shares: [
    [1100, 1050, 950, 970, 970, 950, 800],
    [1300, 1210, 1060, 1030, 1030, 990, 840],
  ],
  "six-ones": [
    [1190, 1080, 1050, 990, 970, 930, 800],
    [1480, 1280, 1210, 1100, 1050, 1010, 840],
  ],
  map: [
    [1190, 1130, 1060, 1150, 1150, 980, 1050],
    [1340, 1280, 1190, 1240, 1240, 1170, 1090],
  ],
  clusters: [
    [1400, 1310, 1180, 1040, 1040, 1020, 860],
    [1780, 1540, 1430, 1280, 1200, 1180, 910],
  ],
  paths: [
    [1540, 1450, 1340, 1090, 1050, 920, 840],
    [1990, 1730, 1580, 1350, 1290, 1220, 1090],
  ],
  market: [
    [1380, 1290, 1210, 1020, 1000, 960, 820],
    [1710, 1500, 1420, 1200, 1160, 1080, 870],
  ],
  timeline: [
    [1730, 1510, 1430, 1330, 1310, 1190, 1100],
    [2120, 2080, 1820, 1550, 1490, 1420, 1290],
  ],
  facts: [
    [1520, 1330, 1290, 1540, 1430, 1340, 1270],
    [2060, 1730, 1590, 2000, 1900, 1630, 1500],
  ],
};
