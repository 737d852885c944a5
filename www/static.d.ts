// `county-chains/static`: charts without a browser, by the same wasm and with the same bytes as the command.

import type { ChartName, IndicatorName, Tier } from "./names.js";

/** One or more words, as a list or separated by spaces. */
type Words = readonly string[] | string;

/** What is drawn. All options are optional: the default is the chart `tiers` of all tiers, in Simplified Chinese and light. */
export interface RenderOptions {
  chart?: ChartName;
  /** For the chart `tiers`. */
  indicator?: IndicatorName;
  /** All if not set; an empty list or `"none"` selects none. */
  tiers?: readonly Tier[] | string;
  /** GB/T 2260 code, for the chart `map`. */
  county?: string;
  /** BCP 47; finds the closest of `zh-Hans`, `zh-Hant` and `en`. */
  lang?: string;
  /** `auto` is light here, since the preference of the reader is unknown. */
  theme?: "auto" | "light" | "dark";
  /** CSS pixels, 200 to 2000. 760 if not set; the picture of a twin has 280, so that it can be read on phones. */
  width?: number;
  /** A heading in place of the chart's own. */
  heading?: string;
  /** The level of the heading: 3 if not set. */
  "heading-level"?: number | string;
  /** The charts that a picker would offer. If `chart` is not among them, the first one is drawn. */
  charts?: Words;
  /** An attribute of the element. Without effect here: the static version has chart and table. */
  view?: "chart" | "table" | "about";
  /** An attribute of the element, without effect here. */
  controls?: Words;
  /** An attribute of the element, without effect here. */
  group?: string;
  /** The address of the folder that holds the widget's files, with a slash at its end: files then name the link that restores the view. */
  base?: string;
  /**
   * Whether a twin describes its table to search engines as JSON-LD; it does if not set. `false` is for code that goes
   * through an editor: those that drop scripts and keep what stands in them show it as text.
   */
  jsonLd?: boolean;
}

/**
 * The chart with heading, notes and source as a self-contained SVG document.
 *
 * @throws {TypeError} if an option is not understood; the message says what is allowed
 */
export declare function renderSVG(options?: RenderOptions): string;

/**
 * The static twin: a `<figure>` with heading, picture, table, notes and source, for the markup of a page.
 *
 * @throws {TypeError} if an option is not understood; the message says what is allowed
 */
export declare function renderHTML(options?: RenderOptions): string;

/**
 * The chart's table as CSV, UTF-8 with a byte order mark; with `tiers`, only their rows.
 *
 * @throws {TypeError} if an option is not understood; the message says what is allowed
 */
export declare function renderCSV(options?: RenderOptions): string;
