// Where the widget's files are: beside its script. Builds that carry everything inside take inside.js instead.

import { CORE } from "./halves.js";
import { LoadError, textOf } from "./load-error.js";

/** The folder of the files, as links and code to paste name it. */
export const base = () => new URL("./", import.meta.url).href;

/** The style sheet, for browsers that cannot share one with a script. */
export const styleAddress = () => new URL("./county-chains.css", import.meta.url).href;

/** Fetches a half. Integrity makes sure that all files belong to one build. @param {number} half */
export async function readHalf(half) {
  // These very expressions are what bundlers look for to copy the files along.
  const address =
    half === CORE
      ? new URL("./county-chains.wasm", import.meta.url)
      : new URL("./county-chains.annex.wasm", import.meta.url);
  let response, bytes;
  try {
    // Cookies go to the page's own host, since widgets stand behind logins; never to another one.
    response = await fetch(address.href, { integrity: __WASM_INTEGRITY__[half], credentials: "same-origin" });
    bytes = await response.arrayBuffer();
  } catch (error) {
    const reason = `${address.href} cannot be loaded or is not the file of this version (${textOf(error)})`;
    throw new LoadError("wasm-fetch", reason);
  }
  if (!response.ok) throw new LoadError("wasm-fetch", `${address.href} answers ${response.status}`);
  const [nul, a, s, m] = new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength));
  if (nul !== 0 || a !== 0x61 || s !== 0x73 || m !== 0x6d) {
    throw new LoadError("wasm-fetch", `${address.href} is not wasm but perhaps a web page (a login, an error)`);
  }
  return bytes;
}
