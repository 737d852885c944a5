// The texts that the script asks of Rust. All go through one export, since each export weighs in every page. `settings` are those
// of an element with what its page tells, in one text (settings.js). What needs parts of the program that have not come is
// `undefined`.

import { questionText } from "./settings.js";

/** @typedef {import("./loader.js").Core} Core */

const ask = (core, what, detail, settings) => core.textOf(questionText(what, detail, settings));

/** The picture as a self-contained SVG document, as wide as the page tells. @param {Core} core */
export const svgOf = (core, settings) => ask(core, "svg", "", settings);

/** The chart's table as CSV, whole or only what the filter keeps. @param {Core} core @param {"all" | "selection"} scope */
export const csvOf = (core, settings, scope) => ask(core, "csv", scope, settings);

/** The address that restores what is shown. @param {Core} core */
export const linkOf = (core, settings) => ask(core, "link", "", settings);

/** How to cite the dataset in the language that matches a tag best. @param {Core} core */
export const citationOf = (core, settings, tag) => ask(core, "citation", tag, settings);

/**
 * The code to paste: `element` (with the static twin inside), `iframe` or `static`. Its twin is described to search engines or
 * not, which the annex does.
 *
 * @param {Core} core
 */
export const codeOf = (core, settings, kind, isDescribed) => ask(core, isDescribed ? "described-code" : "code", kind, settings);

/**
 * The names of the parts that must come first, with spaces between them: for what is `shown`, or `exported` by a method.
 *
 * @param {Core} core
 */
export const missingOf = (core, settings, usage) => ask(core, "missing", usage, settings);

/** What to say of what the page did: `copied`, `copy-failed`, `not-loaded`. @param {Core} core */
export const messageOf = (core, tags, what) => ask(core, "message", what, tags);
