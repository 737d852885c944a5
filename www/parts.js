// Written by the build from the tables in src/chart/parts.rs and src/chart/kinds.rs.

/** The part of the program that every page loads. */
export const CORE = "core";

/** The parts that a page loads when it needs them. */
export const LATER = ["map", "annex", "charts"];

/** The parts that charts need beside the core. */
export const OF_CHARTS = { __proto__: null, "six-ones": ["annex", "charts"], "map": ["map"], "clusters": ["annex", "charts"], "paths": ["annex", "charts"], "market": ["annex", "charts"], "timeline": ["annex", "charts"], "facts": ["annex", "charts"] };
