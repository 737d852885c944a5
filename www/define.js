// Registers <county-chains>. A page may load this file twice, or two versions of it: the first one stays in use.

import { CountyChainsElement } from "./element.js";

const first = typeof customElements !== "undefined" && customElements.get("county-chains");
if (first && first !== CountyChainsElement) {
  const version = first.version || "an older version";
  console.warn(`county-chains: ${version} is already on this page and stays in use, not this ${CountyChainsElement.version}. Load one.`);
} else if (!first && typeof customElements !== "undefined") {
  customElements.define("county-chains", CountyChainsElement);
}

/** The class in use, which another copy of this script may have registered. */
const Registered = first || CountyChainsElement;
export { Registered as CountyChainsElement };
