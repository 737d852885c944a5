/** @jsxImportSource solid-js */
import type {} from "county-chains/solid";

export const chart = (
  <county-chains
    chart="map" tiers="1 2" lang="en" class="wide"
    ref={(element) => { element.cite(); }}
    onClick={({ currentTarget }) => currentTarget.cite()}
    on:county-chains-change={({ detail }) => detail.state.tiers}
  >
    <figure />
  </county-chains>
);
// @ts-expect-error there is no such chart
export const pie = <county-chains chart="pie" />;
// @ts-expect-error a list is written as text
export const list = <county-chains tiers={[1]} />;
