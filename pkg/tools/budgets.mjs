// The most that a page may load for each of these charts, in bytes by brotli. Before the element could show datasets of a page's
// own it was 96 kB, and 102 kB with the map.

export const BUDGETS = { tiers: 98_500, shares: 98_600, map: 102_100 };
