// Registers <county-chains>. Loading this file twice, or two versions of it, is harmless: the first wins.

import { CountyChainsElement } from "./element.js";

if (typeof customElements !== "undefined") {
  const first = customElements.get("county-chains");
  if (first) {
    const version = first.version || "an older version";
    console.warn(`county-chains: ${version} is already on this page and stays in use, not this ${CountyChainsElement.version}. Load one.`);
  } else {
    customElements.define("county-chains", CountyChainsElement);
  }
}

export { CountyChainsElement };
