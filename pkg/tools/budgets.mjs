// The most that a page may load for each of these charts, in bytes by brotli.

export const BUDGETS = {
  tiers: 87_300,
  shares: 86_200,
  "six-ones": 99_800,
  map: 87_300,
  clusters: 105_700,
  paths: 102_000,
  market: 104_400,
  timeline: 107_000,
  facts: 130_500,
};
