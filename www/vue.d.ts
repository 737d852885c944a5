// `import type {} from "county-chains/vue"` lets TypeScript know the tag in the templates of Vue. Types alone.

import type { DefineComponent, HTMLAttributes } from "vue";
import type { Handlers, OwnAttributes } from "./attributes.js";

/** The attributes of the tag. Vue calls the handler of `@county-chains-change` by `on` and its own spelling. */
export type CountyChainsAttributes = HTMLAttributes & OwnAttributes & HandlersOfVue;

type HandlersOfVue = { [Name in keyof Handlers<""> as `on${Spelt<Name>}`]: Handlers<"">[Name] };

/** `county-chains-change` as `CountyChainsChange`. */
type Spelt<Name extends string> = Name extends `${infer Word}-${infer Rest}` ? `${Capitalize<Word>}${Spelt<Rest>}` : Capitalize<Name>;

declare module "vue" {
  interface GlobalComponents {
    "county-chains": DefineComponent<CountyChainsAttributes>;
  }
}
