// The attributes and events of the tag for frameworks. The declarations of each framework are built from these.

import type {
  ChartName, ControlName, CountyChainsElement, CountyChainsEventMap, HeadingLevel, IndicatorName, ThemeName, ViewName,
} from "./element.js";

export type { CountyChainsElement, CountyChainsEventMap };

/**
 * The attributes of the tag beyond those of every element. Lists are texts: each rendering would create a new array, the
 * framework would set it as a property, and so undo what a reader has chosen.
 */
export interface OwnAttributes {
  chart?: ChartName | undefined;
  charts?: string | undefined;
  indicator?: IndicatorName | (string & {}) | undefined;
  tiers?: string | undefined;
  county?: string | undefined;
  view?: ViewName | undefined;
  theme?: ThemeName | undefined;
  group?: string | undefined;
  controls?: ControlName | "none" | (string & {}) | undefined;
  heading?: string | undefined;
  "heading-level"?: HeadingLevel | 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  src?: string | undefined;
  loading?: "lazy" | "eager" | undefined;
}

/** Handlers of the events, named as a framework does, such as with the prefix `on`. */
export type Handlers<Prefix extends string> = {
  [Name in keyof CountyChainsEventMap as `${Prefix}${Name}`]?: ((event: CountyChainsEventMap[Name]) => void) | undefined;
};
