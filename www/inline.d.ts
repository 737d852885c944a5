// `import "county-chains/inline"` registers the element, and exports nothing: the script is a classic one.

import type { CountyChainsElement } from "./element.js";

export {};

declare global {
  interface HTMLElementTagNameMap {
    "county-chains": CountyChainsElement;
  }
}
