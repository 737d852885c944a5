// Written by the build from the tables in src/chart/parts.rs and src/chart/kinds.rs.

/** The part of the program that every page loads. */
export const CORE = "core";

/** The parts that a page loads when it needs them. */
export const LATER = ["map", "texts", "annex", "charts"];

/** The parts that charts need beside the core. */
export const OF_CHARTS = { __proto__: null, "six-ones": ["texts", "charts"], "map": ["map"], "clusters": ["texts", "charts"], "paths": ["texts", "charts"], "market": ["texts", "charts"], "timeline": ["texts", "charts"], "facts": ["texts", "charts"] };
