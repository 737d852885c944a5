import type {} from "county-chains/vue";
import type { GlobalComponents } from "vue";

type Tag = InstanceType<GlobalComponents["county-chains"]>["$props"];

export const chart: Tag = {
  chart: "map", tiers: "1 2", lang: "en", class: "wide",
  onCountyChainsChange: ({ detail }) => detail.state.tiers,
};
// @ts-expect-error there is no such chart
export const pie: Tag = { chart: "pie" };
