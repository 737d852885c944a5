// `import type {} from "county-chains/solid"` lets TypeScript know the tag in JSX. Types alone: nothing of Solid is loaded.

import type { JSX } from "solid-js";
import type { CountyChainsElement, Handlers, OwnAttributes } from "./attributes.js";

/** The attributes of the tag. Solid listens to events of any name by `on:`. */
export type CountyChainsAttributes =
  Omit<JSX.HTMLAttributes<CountyChainsElement>, keyof OwnAttributes> & OwnAttributes & Handlers<"on:">;

declare module "solid-js" {
  namespace JSX {
    interface IntrinsicElements {
      "county-chains": CountyChainsAttributes;
    }
  }
}
