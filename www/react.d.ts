// `import type {} from "county-chains/react"` lets TypeScript know the tag in JSX. Types alone: nothing of React is loaded.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type {
  ChartName, ControlName, CountyChainsElement, CountyChainsEventMap, IndicatorName, ThemeName, ViewName,
} from "./element.js";

/**
 * The attributes of the tag, lists as text: React 19 sets a list as a property whenever it is a new array, which each
 * rendering makes, and would undo what a reader has chosen.
 */
export interface CountyChainsAttributes extends HTMLAttributes<CountyChainsElement> {
  chart?: ChartName;
  charts?: string;
  indicator?: IndicatorName;
  tiers?: string;
  county?: string;
  view?: ViewName;
  theme?: ThemeName;
  group?: string;
  controls?: ControlName | "none" | (string & {});
  heading?: string;
  loading?: "lazy" | "eager";
  // React 19 listens to events of any name.
  "oncounty-chains-ready"?: (event: CountyChainsEventMap["county-chains-ready"]) => void;
  "oncounty-chains-change"?: (event: CountyChainsEventMap["county-chains-change"]) => void;
  "oncounty-chains-select"?: (event: CountyChainsEventMap["county-chains-select"]) => void;
  "oncounty-chains-error"?: (event: CountyChainsEventMap["county-chains-error"]) => void;
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "county-chains": DetailedHTMLProps<CountyChainsAttributes, CountyChainsElement>;
    }
  }
}
