// Where the widget's files are: beside its script. Builds that carry everything inside take inside.js instead.

import { CORE } from "./halves.js";
import { LoadError, textOf } from "./load-error.js";

/** The style sheet, for browsers that cannot share one with a script. */
export const styleAddress = () => new URL("./county-chains.css", import.meta.url).href;

/**
 * The folder of the files, as links and code to paste name it; empty if it is not known. Bundlers give files that they
 * copy along other names, and the page for links is not among them.
 */
export function base() {
  try {
    return /^(https?:.*\/)county-chains\.css$/.exec(styleAddress())[1];
  } catch (error) {
    return "";
  }
}

/** Fetches a half. Integrity makes sure that all files belong to one build. @param {number} half */
export async function readHalf(half) {
  let address, response, bytes;
  try {
    // These very expressions are what bundlers look for to copy the files along. In a bundle that is no module they fail.
    address =
      half === CORE
        ? new URL("./county-chains.wasm", import.meta.url)
        : new URL("./county-chains.annex.wasm", import.meta.url);
    // Cookies go to the page's own host, since widgets stand behind logins; never to another one.
    response = await fetch(address.href, { integrity: __WASM_INTEGRITY__[half], credentials: "same-origin" });
    bytes = await response.arrayBuffer();
  } catch (error) {
    const reason = `${address || "the wasm"} cannot be loaded or is not the file of this version (${textOf(error)})`;
    throw new LoadError("wasm-fetch", reason);
  }
  if (!response.ok) throw new LoadError("wasm-fetch", `${address.href} answers ${response.status}`);
  const [nul, a, s, m] = new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength));
  if (nul !== 0 || a !== 0x61 || s !== 0x73 || m !== 0x6d) {
    throw new LoadError("wasm-fetch", `${address.href} is not wasm but perhaps a web page (a login, an error)`);
  }
  return bytes;
}
