// The widget's files, fetched from beside its script. Builds with everything inside use assets-module.js or assets-classic.js
// instead.

import { folderOf } from "./folder.js";
import { LoadError, textOf } from "./load-error.js";
import { CORE } from "./parts.js";

/** Where the parts of the program are. Bundlers search for exactly these expressions to copy the files. */
const ADDRESSES = {
  __proto__: null,
  core: () => new URL("./county-chains.wasm", import.meta.url),
  tiers: () => new URL("./county-chains.tiers.wasm", import.meta.url),
  shares: () => new URL("./county-chains.shares.wasm", import.meta.url),
  "six-ones": () => new URL("./county-chains.six-ones.wasm", import.meta.url),
  map: () => new URL("./county-chains.map.wasm", import.meta.url),
  clusters: () => new URL("./county-chains.clusters.wasm", import.meta.url),
  paths: () => new URL("./county-chains.paths.wasm", import.meta.url),
  market: () => new URL("./county-chains.market.wasm", import.meta.url),
  timeline: () => new URL("./county-chains.timeline.wasm", import.meta.url),
  facts: () => new URL("./county-chains.facts.wasm", import.meta.url),
  export: () => new URL("./county-chains.export.wasm", import.meta.url),
  figures: () => new URL("./county-chains.figures.wasm", import.meta.url),
  texts: () => new URL("./county-chains.texts.wasm", import.meta.url),
  annex: () => new URL("./county-chains.annex.wasm", import.meta.url),
  own: () => new URL("./county-chains.own.wasm", import.meta.url),
};

/** What only datasets of a page's own need of scripts. Bundlers search for this expression as well. */
export const readOwn = () => import("./county-chains.own.js");

/** Milliseconds after which a download counts as stalled. Slow networks need half as long. */
const PATIENCE = 60_000;

/** The address of the style sheet, for browsers without constructed style sheets. */
export const styleAddress = () => new URL("./county-chains.css", import.meta.url).href;

/**
 * The address of the folder of the files, for links and code to paste. It is empty in a bundle, whose script has another
 * name: bundlers do not copy embed.html, which the links need.
 */
export function base() {
  return folderOf(import.meta.url, "county-chains.js");
}

/**
 * Fetches a part of the program. Its integrity hash makes sure that all files belong to one build. It also refuses error and
 * login pages, of which the browser then reports no details. @param {string} part
 */
export async function readPart(part) {
  let address = "";
  try {
    // In a bundle that is no module this throws. Some pages replace the global URL.
    address = ADDRESSES[part]().href || import.meta.url.replace(/[^/]*$/, `county-chains${part === CORE ? "" : `.${part}`}.wasm`);
    return await fetched(address, part);
  } catch (error) {
    const reason = `${address || "the wasm"} cannot be loaded or is not the file of this version (${textOf(error)})`;
    throw new LoadError("wasm-fetch", reason);
  }
}

/** The bytes at an address. Rejects if they take too long. */
function fetched(address, part) {
  const stop = typeof AbortController === "undefined" ? undefined : new AbortController();
  // Cookies go to the page's own host, since some widgets are behind a login, and never to another host.
  const request = { __proto__: null, integrity: __WASM_INTEGRITY__[part], credentials: "same-origin", signal: stop && stop.signal };
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error(`it has not come in ${PATIENCE / 1000} seconds`));
      if (stop) stop.abort();
    }, PATIENCE);
    const bytes = fetch(address, request).then((response) => response.arrayBuffer());
    bytes.then(resolve, reject).then(() => clearTimeout(late));
  });
}
