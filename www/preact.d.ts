// `import type {} from "county-chains/preact"` lets TypeScript know the tag in JSX. Types alone: nothing of Preact is loaded.

import type { HTMLAttributes } from "preact";
import type { CountyChainsElement, Handlers, OwnAttributes } from "./attributes.js";

/** The attributes of the tag. Preact listens to events of any name. */
export type CountyChainsAttributes =
  Omit<HTMLAttributes<CountyChainsElement>, keyof OwnAttributes> & OwnAttributes & Handlers<"on">;

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "county-chains": CountyChainsAttributes;
    }
  }
}
