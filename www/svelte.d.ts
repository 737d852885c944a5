// `import type {} from "county-chains/svelte"` lets TypeScript know the tag in the markup of Svelte. Types alone.

import type { HTMLAttributes } from "svelte/elements";
import type { CountyChainsElement, Handlers, OwnAttributes } from "./attributes.js";

/** The attributes of the tag. Svelte 5 listens to events of any name, Svelte 4 by `on:`. */
export type CountyChainsAttributes =
  Omit<HTMLAttributes<CountyChainsElement>, keyof OwnAttributes> & OwnAttributes & Handlers<"on"> & Handlers<"on:">;

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "county-chains": CountyChainsAttributes;
  }
}
