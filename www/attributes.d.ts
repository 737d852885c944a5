// The tag as frameworks know it: its attributes, and its events by name. The entries of the frameworks are made of these.

import type {
  ChartName, ControlName, CountyChainsElement, CountyChainsEventMap, IndicatorName, ThemeName, ViewName,
} from "./element.js";

export type { CountyChainsElement, CountyChainsEventMap };

/**
 * The attributes of the tag beyond those of every element, lists as text: a framework sets a list as a property whenever
 * it is a new array, which each rendering makes, and would undo what a reader has chosen.
 */
export interface OwnAttributes {
  chart?: ChartName | undefined;
  charts?: string | undefined;
  indicator?: IndicatorName | undefined;
  tiers?: string | undefined;
  county?: string | undefined;
  view?: ViewName | undefined;
  theme?: ThemeName | undefined;
  group?: string | undefined;
  controls?: ControlName | "none" | (string & {}) | undefined;
  heading?: string | undefined;
  loading?: "lazy" | "eager" | undefined;
}

/** Handlers of the events, under the names that a framework gives them, such as `on` before that of the event. */
export type Handlers<Prefix extends string> = {
  [Name in keyof CountyChainsEventMap as `${Prefix}${Name}`]?: ((event: CountyChainsEventMap[Name]) => void) | undefined;
};
