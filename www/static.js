// Renders charts without a browser: on a server, while a site is built, in a terminal. It uses the wasm of the page, so it
// writes the same bytes as the command.

import { createBindings } from "../target/bindgen/county_chains.js";
import { codeOf, csvOf, svgOf } from "./core-texts.js";
import { checkedFolder } from "./folder.js";
import { bytesOf } from "./assets-inline.js";
import { CORE, LATER } from "./parts.js";
import { SETTINGS, applyChanges, attributeTexts, quoted, settingsText } from "./settings.js";

/** Options that are no attributes: width in CSS pixels, folder of the widget's files, whether the twin contains JSON-LD. */
const OWN = ["width", "base", "jsonLd"];
/** The least and greatest width, the same as for the command. */
const NARROWEST = 200;
const WIDEST = 2000;

/** @type {import("./loader.js").Core | undefined} the instance in use, started by the first call */
let running;

/** The chart as a self-contained SVG document. @param {import("./static").RenderOptions} [options] */
export const renderSVG = (options) => render(options, 760, svgOf);

/** The static twin: figure, table and text for a page's markup. @param {import("./static").RenderOptions} [options] */
export const renderHTML = (options = {}) => render(options, 280, (core, list) => codeOf(core, list, "static", options.jsonLd !== false));

/** The chart's table as CSV; with `tiers`, only theirs. @param {import("./static").RenderOptions} [options] */
export const renderCSV = (options = {}) => render(options, 760, (core, list) => csvOf(core, list, options.tiers ? "selection" : "all"));

/** Calls the running core. After a trap it is discarded, and the next call starts a fresh one. */
function render(options = {}, width, work) {
  const core = running || (running = start());
  try {
    return work(core, list(core, options, width));
  } catch (error) {
    if (!(error instanceof TypeError)) running = undefined;
    throw error;
  }
}

/** Compiles synchronously, which a server may do and a page may not. */
function start() {
  const bindings = createBindings();
  const instance = (part, imports) => new WebAssembly.Instance(new WebAssembly.Module(bytesOf(part)), imports);
  const core = bindings.start(instance(CORE, bindings.imports));
  for (const part of LATER) {
    instance(part, core.partImports);
    core.partArrived(part);
  }
  return core;
}

/** The options as Rust reads them. @throws {TypeError} that names what is invalid and what is allowed */
function list(core, options, usual) {
  const { width: wanted, base, jsonLd = true, ...attributes } = checked(options);
  const width = wanted ?? usual;
  if (!(width >= NARROWEST && width <= WIDEST)) {
    throw new TypeError(`width ${width} is not between ${NARROWEST} and ${WIDEST} pixels`);
  }
  const folder = checkedFolder(base);
  if (typeof jsonLd !== "boolean") throw new TypeError("jsonLd must be true or false");
  const { state, faults } = applyChanges(core, 0, undefined, attributeTexts(attributes));
  if (faults.length) throw new TypeError(`${faults[0][0]}: ${faults[0][2]}`);
  const [isDark, hasWideFont, isStatic, canShare, language] = [false, false, true, false, ""];
  return settingsText(0, state, [width, isDark, hasWideFont, isStatic, canShare, language, folder, ""]);
}

/** Checks that the options are an object with known names only. */
function checked(options) {
  if (typeof options !== "object" || options === null || Array.isArray(options)) throw new TypeError("options must be an object");
  for (const [name, value] of Object.entries(options)) {
    if (![...SETTINGS, ...OWN].includes(name)) {
      throw new TypeError(`unknown option ${quoted(name)}, expected one of: ${[...SETTINGS, ...OWN].join(", ")}`);
    }
    // An empty text may be an empty list, joined. It must not select all tiers.
    if (name === "tiers" && value === "") throw new TypeError('tiers: no tier is named, write "all" or "none"');
    const isEmpty = (item) => item === null || item === undefined || item === "";
    if (Array.isArray(value) && value.some(isEmpty)) throw new TypeError(`${name}: an item of the list is empty`);
  }
  return options;
}
