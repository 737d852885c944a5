// The public interface of <county-chains>. custom-elements.json is built from this file.

import type { ChartName, IndicatorName, Tier } from "./names.js";

export type { ChartName, IndicatorName, Tier };

/** A control that a reader can be offered. */
export type ControlName = "filter" | "picker" | "table" | "download" | "share" | "about";

export type ViewName = "chart" | "table" | "about";

export type ThemeName = "auto" | "light" | "dark";

/** The level of a heading, as in `<h3>`. */
export type HeadingLevel = "1" | "2" | "3" | "4" | "5" | "6";

/** The whole state of a widget as plain JSON. A part that is not set is `null`. */
export interface CountyChainsState {
  chart: ChartName;
  /** `null` means all that the dataset supports. */
  charts: ChartName[] | null;
  /** As the dataset names it. */
  indicator: IndicatorName | (string & {});
  /** An empty list selects nothing. A dataset of the page's own may name its classes by words. */
  tiers: Tier[];
  /** GB/T 2260 code, six digits; in a dataset of the page's own a code of it. */
  county: string | null;
  view: ViewName;
  /** BCP 47. `null` means the language of the page. */
  lang: string | null;
  theme: ThemeName;
  group: string | null;
  /** `null` means all. */
  controls: ControlName[] | null;
  heading: string | null;
  /** `null` means 3. */
  "heading-level": HeadingLevel | null;
  /** Key of the mark whose source is open, such as `tier:1`. */
  mark: string | null;
  /** The text in the search of facts. */
  search: string | null;
  /** The topic whose facts alone are shown. */
  topic: string | null;
  /** The number of the column by which the table is sorted, from 1; negative for descending order. */
  sort: string | null;
  /** Whether a long list is shown completely. */
  expanded: string | null;
}

/** How a picture may differ from the widget: in any attribute, and in its size. */
export interface PictureOptions extends Partial<Omit<CountyChainsState, "mark" | "search" | "topic" | "sort" | "expanded">> {
  /** CSS pixels, 200 to 2000; 760 if not given. */
  width?: number;
}

/** How a PNG may differ. */
export interface PNGOptions extends PictureOptions {
  /** Pixels for each CSS pixel, 0.5 to 8; 2 if not given. */
  scale?: number;
  /** 1080 pixels each way. */
  shape?: "square";
}

/** Why something was ignored or failed. */
export type ErrorCode = "bad-attribute" | "bad-dataset" | "dataset-fetch" | "wasm-blocked" | "wasm-fetch" | "wasm-invalid" | "render";

/** A mistake in a dataset, with its place. */
export interface DatasetProblem {
  /** What kind of mistake it is; programs may rely on it. */
  code: string;
  severity: "error" | "warning";
  /** The file as the descriptor names it. */
  file: string;
  /** From 1; 0 where there is no text, as in an object. */
  line: number;
  /** In JSON the character in its line, in CSV the number of the field, both from 1; 0 where it is about no single one. */
  column: number;
  /** JSON pointer into the descriptor, with its data inside. */
  pointer: string;
  found: string;
  allowed: string;
  message: string;
  help: string;
}

/** The events of the element. All bubble and cross shadow roots. */
export interface CountyChainsEventMap {
  "county-chains-ready": CustomEvent<Record<string, never>>;
  "county-chains-change": CustomEvent<{ state: CountyChainsState }>;
  "county-chains-select": CustomEvent<{ county: string | null; mark: string | null }>;
  "county-chains-error": CustomEvent<{ code: ErrorCode; message: string; problems?: DatasetProblem[] }>;
}

/**
 * Charts of Fujian's county key industrial chains, with the data inside. What stands inside the tag is the static
 * twin: it is shown until the widget has been drawn, and where the widget cannot run.
 *
 * @tag county-chains
 *
 * @slot - The static twin, written by `renderHTML` of `county-chains/static` or by `county-chains render --format html`.
 *
 * @fires {CustomEvent<{}>} county-chains-ready - Drawn for the first time.
 * @fires {CustomEvent<{ state: CountyChainsState }>} county-chains-change - The state changed, by a reader, an attribute or the group.
 * @fires {CustomEvent<{ county: string | null, mark: string | null }>} county-chains-select - A reader chose a county, another mark or the source of a row, or let go of it.
 * @fires {CustomEvent<{ code: ErrorCode, message: string, problems?: DatasetProblem[] }>} county-chains-error - Something was ignored or failed.
 *
 * @csspart heading - The finding, as a heading.
 * @csspart summary - One or two sentences, and what the reader can do.
 * @csspart picker - The choice of charts.
 * @csspart filter - The chips of the tiers.
 * @csspart chart - The picture with its title.
 * @csspart table - The data table.
 * @csspart card - A county, or the source of a mark or row.
 * @csspart notes - Notes on the figures.
 * @csspart source - The source line.
 * @csspart actions - Table, download, share, about.
 *
 * @cssprop --county-chains-surface - The background.
 * @cssprop --county-chains-surface-2 - Tracks and cards on the background.
 * @cssprop --county-chains-ink - Primary text.
 * @cssprop --county-chains-ink-2 - Secondary text.
 * @cssprop --county-chains-ink-3 - Tertiary text.
 * @cssprop --county-chains-axis - Borders of controls, and axes.
 * @cssprop --county-chains-line - Hairlines.
 * @cssprop --county-chains-accent - Links, focus and marks without a tier.
 * @cssprop --county-chains-accent-2 - The second step of the accent.
 * @cssprop --county-chains-derived - The tag and the signs of derived numbers.
 * @cssprop --county-chains-found - The background of search hits.
 * @cssprop --county-chains-unknown - Tiers that are not published, and dimmed marks.
 * @cssprop --county-chains-excluded - The hatch of what the source leaves out.
 * @cssprop --county-chains-tier-1 - Marks of tier 1.
 * @cssprop --county-chains-tier-2 - Marks of tier 2.
 * @cssprop --county-chains-tier-3 - Marks of tier 3.
 * @cssprop --county-chains-tier-4 - Marks of tier 4.
 * @cssprop --county-chains-tier-5 - Marks of tier 5.
 * @cssprop --county-chains-tier-6 - Marks of tier 6.
 * @cssprop --county-chains-tier-7 - Marks of tier 7.
 * @cssprop --county-chains-tier-8 - Marks of tier 8.
 * @cssprop --county-chains-tier-9 - Marks of tier 9.
 * @cssprop --county-chains-tier-10 - Marks of tier 10.
 * @cssprop --county-chains-tier-11 - Marks of tier 11.
 * @cssprop --county-chains-tier-12 - Marks of tier 12.
 * @cssprop --county-chains-on-tier-1 - Text on marks of tier 1.
 * @cssprop --county-chains-on-tier-2 - Text on marks of tier 2.
 * @cssprop --county-chains-on-tier-3 - Text on marks of tier 3.
 * @cssprop --county-chains-on-tier-4 - Text on marks of tier 4.
 * @cssprop --county-chains-on-tier-5 - Text on marks of tier 5.
 * @cssprop --county-chains-on-tier-6 - Text on marks of tier 6.
 * @cssprop --county-chains-on-tier-7 - Text on marks of tier 7.
 * @cssprop --county-chains-on-tier-8 - Text on marks of tier 8.
 * @cssprop --county-chains-on-tier-9 - Text on marks of tier 9.
 * @cssprop --county-chains-on-tier-10 - Text on marks of tier 10.
 * @cssprop --county-chains-on-tier-11 - Text on marks of tier 11.
 * @cssprop --county-chains-on-tier-12 - Text on marks of tier 12.
 * @cssprop --county-chains-tier-text-1 - The name of tier 1 as text on the ground.
 * @cssprop --county-chains-tier-text-2 - The name of tier 2 as text on the ground.
 * @cssprop --county-chains-tier-text-3 - The name of tier 3 as text on the ground.
 * @cssprop --county-chains-tier-text-4 - The name of tier 4 as text on the ground.
 * @cssprop --county-chains-tier-text-5 - The name of tier 5 as text on the ground.
 * @cssprop --county-chains-tier-text-6 - The name of tier 6 as text on the ground.
 * @cssprop --county-chains-tier-text-7 - The name of tier 7 as text on the ground.
 * @cssprop --county-chains-tier-text-8 - The name of tier 8 as text on the ground.
 * @cssprop --county-chains-tier-text-9 - The name of tier 9 as text on the ground.
 * @cssprop --county-chains-tier-text-10 - The name of tier 10 as text on the ground.
 * @cssprop --county-chains-tier-text-11 - The name of tier 11 as text on the ground.
 * @cssprop --county-chains-tier-text-12 - The name of tier 12 as text on the ground.
 */
export declare class CountyChainsElement extends HTMLElement {
  /** The attributes that are live. */
  static readonly observedAttributes: string[];

  /** The version of the widget. */
  static readonly version: string;

  /**
   * The address of the folder that holds the widget's files, with a slash at its end, for links and code that readers
   * take away. `county-chains.js` knows it; an application that has the widget bundled sets it, or no link is offered.
   */
  static base: string;

  /** The chart that is shown. @attr @reflect @default "tiers" */
  get chart(): ChartName;
  set chart(value: ChartName | (string & {}) | null);

  /** The charts that the picker offers; a single one needs no picker. All if not set. @attr @reflect */
  get charts(): string | null;
  set charts(value: string | readonly ChartName[] | null);

  /** What the chart `tiers` measures. @attr @reflect @default "gdp" */
  get indicator(): IndicatorName;
  set indicator(value: IndicatorName | (string & {}) | null);

  /** The tiers selected, separated by spaces or commas; `none` selects none. All if not set. @attr @reflect @default "1 2 3 4" */
  get tiers(): string;
  set tiers(value: string | readonly Tier[] | null);

  /** GB/T 2260 code of the county selected on the map. @attr @reflect */
  get county(): string | null;
  set county(value: string | null);

  /** Chart, table, or the text about the data. @attr @reflect @default "chart" */
  get view(): ViewName;
  set view(value: ViewName | (string & {}) | null);

  /** BCP 47; `zh-Hans`, `zh-Hant` and `en` are spoken, others find the closest. That of the page around if not set. @attr @reflect */
  get lang(): string;
  set lang(value: string);

  /** Light or dark; `auto` is what the reader's system prefers. @attr @reflect @default "auto" */
  get theme(): ThemeName;
  set theme(value: ThemeName | (string & {}) | null);

  /** Elements of one group on a page share tiers and county. @attr @reflect */
  get group(): string | null;
  set group(value: string | null);

  /** Which controls are shown, separated by spaces: `filter` `picker` `table` `download` `share` `about`; or `none`. All if not set. @attr @reflect */
  get controls(): string | null;
  set controls(value: string | readonly ControlName[] | null);

  /** A heading in place of the chart's own. @attr @reflect */
  get heading(): string | null;
  set heading(value: string | null);
  /** The level of the heading: one below the heading that the element stands under. 3 if it is not set. @attr heading-level @reflect */
  get headingLevel(): HeadingLevel | null;
  set headingLevel(value: HeadingLevel | number | null);

  /** The address of a dataset of the page's own, a `datapackage.json`. It is fetched without cookies. The one inside if not set. @attr @reflect */
  get src(): string | null;
  set src(value: string | null);

  /**
   * The data attributes of the tag, as every element has them. What is set is a dataset: an object like the file of `src`,
   * with its data inside, which is read at once and not kept; `null` returns to what the tag says.
   */
  get dataset(): DOMStringMap;
  set dataset(value: object | null);

  /** `lazy`: the wasm waits until the element is near the screen; or `eager`. @attr @reflect @default "lazy" */
  get loading(): "lazy" | "eager";
  set loading(value: "lazy" | "eager" | (string & {}) | null);

  /** Fulfilled when the widget has been drawn for the first time and its methods can be called, for which it loads what they need. */
  readonly ready: Promise<this>;

  /** Everything the widget is set to. Setting a part changes only what it names. */
  get state(): CountyChainsState;
  set state(value: Partial<CountyChainsState>);

  /** The address that restores what is shown, on the page `embed.html`; empty before the widget is ready, and if `base` is empty. */
  readonly link: string;

  /** Loads the rest of the program, so that the methods work at once for every chart. */
  complete(): Promise<void>;

  /**
   * The picture with heading, notes and source as an SVG document.
   *
   * @throws {TypeError} if an option is not understood; the message says what is allowed
   */
  toSVG(options?: PictureOptions): string;

  /** The same as a PNG. Loads what draws it, if that is not there yet. */
  toPNG(options?: PNGOptions): Promise<Blob>;

  /** The chart's table as CSV: all rows, or those that the filter keeps. */
  toCSV(options?: { scope?: "all" | "selection" }): string;

  /** How to cite the dataset. */
  cite(lang?: string): string;

  /**
   * The code to paste elsewhere, in one line. With `jsonLd` its twin describes the table to search engines; it does not if not
   * set, since editors that drop scripts and keep what stands in them would show that as text.
   */
  embedCode(options?: { kind?: "element" | "iframe" | "static"; jsonLd?: boolean }): string;
}

declare global {
  interface HTMLElementEventMap extends CountyChainsEventMap {}
  interface DocumentEventMap extends CountyChainsEventMap {}
  interface WindowEventMap extends CountyChainsEventMap {}
}
