// Registers <county-chains>. Loading this file twice, or two versions of it, is harmless: the first wins.

import { CountyChainsElement } from "./element.js";

if (typeof customElements !== "undefined") {
  if (customElements.get("county-chains")) {
    console.warn("county-chains: the element is already defined on this page; the first script stays in use.");
  } else {
    customElements.define("county-chains", CountyChainsElement);
  }
}

export { CountyChainsElement };
