/** @jsxImportSource preact */
import type {} from "county-chains/preact";

export const chart = (
  <county-chains
    chart="map" tiers="1 2" lang="en" class="wide" key="map"
    ref={(element) => { element?.cite(); }}
    onClick={({ currentTarget }) => currentTarget.cite()}
    oncounty-chains-change={({ detail }) => detail.state.tiers}
  >
    <figure />
  </county-chains>
);
// @ts-expect-error there is no such chart
export const pie = <county-chains chart="pie" />;
// @ts-expect-error a list is written as text
export const list = <county-chains tiers={[1]} />;
