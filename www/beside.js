// Where the widget's files are: beside its script. Builds that carry everything inside take inside.js instead.

import { folderOf } from "./folder.js";
import { CORE } from "./halves.js";
import { LoadError, textOf } from "./load-error.js";

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
  let address;
  try {
    // These very expressions are what bundlers look for to copy the files along. In a bundle that is no module they fail.
    address =
      half === CORE
        ? new URL("./county-chains.wasm", import.meta.url)
        : new URL("./county-chains.annex.wasm", import.meta.url);
    // Cookies go to the page's own host, since widgets stand behind logins; never to another one.
    const response = await fetch(address.href, { integrity: __WASM_INTEGRITY__[half], credentials: "same-origin" });
    return await response.arrayBuffer();
  } catch (error) {
    const reason = `${address || "the wasm"} cannot be loaded or is not the file of this version (${textOf(error)})`;
    throw new LoadError("wasm-fetch", reason);
  }
}
