import type {} from "county-chains/svelte";
import type { SvelteHTMLElements } from "svelte/elements";

type Tag = SvelteHTMLElements["county-chains"];

export const chart: Tag = {
  chart: "map", tiers: "1 2", lang: "en", class: "wide",
  "on:county-chains-change": ({ detail }) => detail.state.tiers,
  "oncounty-chains-error": ({ detail }) => detail.code,
};
// @ts-expect-error there is no such chart
export const pie: Tag = { chart: "pie" };
