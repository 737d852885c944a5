// The most that a page may load for each of these charts, in bytes by brotli.

export const BUDGETS = {
  tiers: 87_300,
  shares: 86_200,
  "six-ones": 117_800,
  map: 87_300,
  clusters: 123_700,
  paths: 119_000,
  market: 122_300,
  timeline: 125_000,
  facts: 170_000,
};
