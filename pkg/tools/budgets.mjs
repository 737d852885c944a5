// The most that a page may load for each of these charts, in bytes by brotli. Before the element could show datasets of a page's
// own it was 96 kB, and 102 kB with the map.

export const BUDGETS = { tiers: 96_550, shares: 95_700, map: 98_950 };
