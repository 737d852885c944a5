// What a project may write, and after each @ts-expect-error what it may not. Checked by types.test.mjs, never run.

import { CountyChainsElement, type CountyChainsState, type Tier } from "county-chains";
import { CountyChainsElement as Class } from "county-chains/element";
import { type DatasetCheck, checkDataset, draftDataset } from "county-chains/draft";
import { renderCSV, renderHTML, renderSVG } from "county-chains/static";

const chart = document.querySelector("county-chains");
if (chart) {
  chart.chart = "map";
  chart.tiers = [1, 2];
  chart.tiers = "none";
  chart.county = null;
  chart.state = { tiers: [1], lang: "en" };
  const tiers: Tier[] = chart.state.tiers;
  const state: CountyChainsState = chart.state;
  const ready: Promise<CountyChainsElement> = chart.ready;
  const svg: string = chart.toSVG({ width: 400, theme: "dark", tiers });
  const blob: Promise<Blob> = chart.toPNG({ scale: 3 });
  chart.toCSV({ scope: "selection" }) + chart.cite("en") + chart.embedCode({ kind: "iframe" }) + chart.link;
  chart.addEventListener("county-chains-change", ({ detail }) => detail.state.tiers.length);
  chart.addEventListener("county-chains-error", ({ detail }) => detail.code === "wasm-blocked");
  chart.addEventListener("click", (event) => event.clientX);
  document.addEventListener("county-chains-select", ({ detail }) => detail.county);
  window.addEventListener("county-chains-ready", ({ target }) => target);
  void [state, ready, svg, blob];

  // @ts-expect-error a list holds tiers, by numbers or words
  chart.state = { tiers: [true] };
  // @ts-expect-error there is no such scope
  chart.toCSV({ scope: "some" });
  // @ts-expect-error a promise is no blob
  const wrong: Blob = chart.toPNG();
  // @ts-expect-error only the widget sets it
  chart.ready = Promise.resolve(chart);
  void wrong;
}

Class.base = "https://example.org/county-chains/1.0.0/";
customElements.define("other-name", class extends Class {});
const version: string = CountyChainsElement.version;

const texts: string[] = [renderSVG(), renderHTML({ chart: "shares", tiers: [1, 2], lang: "en" }), renderCSV({ chart: "map" })];
// @ts-expect-error there is no such chart
renderSVG({ chart: "pie" });
// @ts-expect-error there is no such theme
renderHTML({ theme: "sepia" });
void [version, texts];

const begun: Promise<string | null> = draftDataset(new Uint8Array(), "beds.csv");
const checked: Promise<DatasetCheck> = checkDataset("{}", { "beds.csv": "code,name\n" });
checked.then(({ valid, problems }) => valid || problems.map(({ severity, line, pointer }) => [severity === "error", line * 2, pointer.length]));
// @ts-expect-error a descriptor is a text, or bytes
checkDataset({ name: "beds" });
// @ts-expect-error there may be nothing to begin with
const wrongly: Promise<string> = draftDataset("code,name\n");
void [begun, wrongly];
