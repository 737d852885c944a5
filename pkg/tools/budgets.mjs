// The most that a page may load for each of these charts, in bytes by brotli.

export const BUDGETS = { tiers: 87_000, shares: 85_950, map: 90_500 };
