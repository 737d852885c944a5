// What can be drawn, by name. Nothing here needs the types of a page, so that programs on a server have them as well.

/** A chart. */
export type ChartName =
  | "tiers" | "shares" | "six-ones" | "map" | "clusters" | "paths" | "market" | "timeline" | "facts";

/** What the chart `tiers` measures. */
export type IndicatorName =
  | "gdp" | "counties" | "chains" | "growth" | "gdp-share" | "county-share" | "gdp-per-county" | "chains-per-county";

/** A tier. Tiers are kinds of counties, no ranks. */
export type Tier = 1 | 2 | 3 | 4;
