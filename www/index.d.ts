// `import "county-chains"` registers the element.

import type { CountyChainsElement } from "./element.js";

export * from "./element.js";

declare global {
  interface HTMLElementTagNameMap {
    "county-chains": CountyChainsElement;
  }
}
