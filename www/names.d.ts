// Written by the build from the list in src/chart/kinds.rs and from the data.
// They need no DOM types, so that programs on a server can use them too.

/** A chart. */
export type ChartName = "tiers" | "shares" | "six-ones" | "map" | "clusters" | "paths" | "market" | "timeline" | "facts";

/** What the chart `tiers` compares. */
export type IndicatorName = "gdp" | "counties" | "chains" | "growth" | "gdp-share" | "county-share" | "gdp-per-county" | "chains-per-county";

/** A tier. Tiers are categories of counties and no ranking. */
export type Tier = 1 | 2 | 3 | 4;
