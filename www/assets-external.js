// Where the widget's files are: beside its script. Builds that carry everything inside take assets-inline.js instead.

import { folderOf } from "./folder.js";
import { CORE } from "./halves.js";
import { LoadError, textOf } from "./load-error.js";

/** Milliseconds after which a download has stalled: slow networks need half of it. */
const PATIENCE = 60_000;

/** The style sheet, for browsers that cannot share one with a script. */
export const styleAddress = () => new URL("./county-chains.css", import.meta.url).href;

/**
 * The folder of the files, as links and code to paste name it; empty if it is not known. In a bundle the script has
 * another name, and the page for links is not copied along.
 */
export function base() {
  return folderOf(import.meta.url, "county-chains.js");
}

/**
 * Fetches a half. Integrity makes sure that all files belong to one build; it also refuses pages of errors and logins,
 * about which the browser then tells no more. @param {number} half
 */
export async function readHalf(half) {
  let address = "";
  try {
    // These very expressions are what bundlers look for to copy the files along. In a bundle that is no module they fail.
    const { href } =
      half === CORE
        ? new URL("./county-chains.wasm", import.meta.url)
        : new URL("./county-chains.annex.wasm", import.meta.url);
    // Some pages have a URL of their own.
    address = href || import.meta.url.replace(/[^/]*$/, half === CORE ? "county-chains.wasm" : "county-chains.annex.wasm");
    return await fetched(address, half);
  } catch (error) {
    const reason = `${address || "the wasm"} cannot be loaded or is not the file of this version (${textOf(error)})`;
    throw new LoadError("wasm-fetch", reason);
  }
}

/** The bytes at an address, unless they take too long. */
function fetched(address, half) {
  const stop = typeof AbortController === "undefined" ? undefined : new AbortController();
  // Cookies go to the page's own host, since widgets stand behind logins; never to another one.
  const request = { __proto__: null, integrity: __WASM_INTEGRITY__[half], credentials: "same-origin", signal: stop && stop.signal };
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error(`it has not come in ${PATIENCE / 1000} seconds`));
      if (stop) stop.abort();
    }, PATIENCE);
    const bytes = fetch(address, request).then((response) => response.arrayBuffer());
    bytes.then(resolve, reject).then(() => clearTimeout(late));
  });
}
