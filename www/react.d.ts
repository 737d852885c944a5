// `import type {} from "county-chains/react"` lets TypeScript know the tag in JSX. Types alone: nothing of React is loaded.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { CountyChainsElement, Handlers, OwnAttributes } from "./attributes.js";

/** The attributes of the tag. React 19 listens to events of any name. */
export interface CountyChainsAttributes extends HTMLAttributes<CountyChainsElement>, OwnAttributes, Handlers<"on"> {}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "county-chains": DetailedHTMLProps<CountyChainsAttributes, CountyChainsElement>;
    }
  }
}
