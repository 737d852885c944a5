// The most that a page may load for each of these charts, in bytes by brotli.

export const BUDGETS = { tiers: 86_750, shares: 85_700, map: 86_750 };
