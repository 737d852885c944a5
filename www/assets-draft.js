// The parts of the program, fetched from beside draft.js, which takes one more than the element.

import { LoadError, textOf } from "./load-error.js";
import { CORE } from "./parts.js";

/** Fetches a part of the program; its integrity hash makes sure that all files belong to one build. @param {string} part */
export async function readPart(part) {
  const address = new URL(`./county-chains${part === CORE ? "" : `.${part}`}.wasm`, import.meta.url).href;
  try {
    const response = await fetch(address, { integrity: __WASM_INTEGRITY__[part], credentials: "same-origin" });
    return await response.arrayBuffer();
  } catch (error) {
    throw new LoadError("wasm-fetch", `${address} cannot be loaded or is not the file of this version (${textOf(error)})`);
  }
}
