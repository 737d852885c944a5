// Heights of the widget, measured and written by `WRITE_HEIGHTS=1 node --test tests/browser/life.test.mjs`.

/** Widths in CSS pixels. Each begins an interval that ends before the next one. */
export const WIDTHS = [0, 340, 400, 560, 600, 760, 1080];

/** The greatest height of each chart in each interval, with all controls, rounded up to tens: in Chinese, in English. */
export const HEIGHTS = {
  __proto__: null,
  tiers: [
    [980, 930, 880, 880, 880, 900, 760],
    [1160, 1080, 980, 1040, 980, 950, 760],
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
    [1190, 1130, 1060, 1150, 1150, 1120, 1050],
    [1320, 1280, 1190, 1240, 1240, 1170, 1090],
  ],
  clusters: [
    [1400, 1310, 1180, 1040, 1040, 1020, 860],
    [1780, 1540, 1430, 1280, 1200, 1180, 910],
  ],
  paths: [
    [1550, 1460, 1340, 1090, 1050, 920, 850],
    [2010, 1740, 1590, 1360, 1290, 1220, 1100],
  ],
  market: [
    [1380, 1300, 1220, 1030, 1010, 960, 830],
    [1720, 1500, 1430, 1210, 1170, 1090, 880],
  ],
  timeline: [
    [1730, 1520, 1440, 1340, 1320, 1190, 1100],
    [2120, 2080, 1830, 1550, 1490, 1420, 1290],
  ],
  facts: [
    [2310, 2060, 1990, 1540, 1430, 1340, 1270],
    [3200, 2740, 2470, 2000, 1900, 1630, 1500],
  ],
};
