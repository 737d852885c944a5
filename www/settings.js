// The settings and their forms: attribute, property, public state, and the list that Rust reads. The build writes which
// settings there are, from the table in src/widget/attributes.rs.
//
// Libraries on a page may have changed Object.prototype or Array.prototype. So the tables here inherit nothing, and lists are
// read by index.

import { DEFAULTS as WRITTEN, LISTS, OPENED, REFLECTED, SETTINGS } from "./attribute-table.js";
import { joined } from "./lists.js";

export { LISTS, REFLECTED, SETTINGS };

/** All parts of the public state. */
export const STATE = joined(SETTINGS, OPENED);

/** Values of properties whose attribute is not there. That of `lang` is as any element has it. */
export const DEFAULTS = { __proto__: null, ...WRITTEN, lang: "", loading: "lazy" };

/** Separates the parts of a list for Rust. No part may contain it. */
const SEPARATOR = "\u001f";

/** Characters of a value that are passed to Rust: far more than it accepts, so that it still sees a longer value as too long. */
const SEEN = 1000;

/** Characters of a value that a message quotes. */
const QUOTED = 80;

/** A text cut to a length, with an ellipsis. */
const shortened = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** A value in a message. */
export const quoted = (value) => `"${shortened(String(value), QUOTED)}"`;

/** A value as an attribute: a list is joined with spaces, an empty list is `none`. @throws what `value` throws */
export function attributeText(value) {
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) return String(value);
  let text = "";
  for (let index = 0; index < value.length; index++) text += (index ? " " : "") + String(value[index] ?? "");
  return text || "none";
}

/** The own properties of `values`, each as an attribute. @throws what a value throws */
export function attributeTexts(values) {
  const own = { __proto__: null, ...values };
  for (const name in own) {
    if (own[name] === undefined) delete own[name];
    else own[name] = attributeText(own[name]);
  }
  return own;
}

/** A setting as it is in the public state. */
export function publicValue(name, text) {
  if (!(name in LISTS) || text === null) return text;
  const list = [];
  if (text === "none") return list;
  const words = text.split(/[\s,]+/);
  for (let index = 0; index < words.length; index++) {
    const item = LISTS[name](words[index]);
    // A class of a dataset of the page's own may have a name in place of a number.
    list[index] = item === item ? item : words[index];
  }
  return list;
}

/** A text of the page as it is passed to Rust. */
const textForRust = (text) => shortened(String(text), SEEN).replace(/\u001f/g, "");

/**
 * A state: `text` is all of it, for Rust alone; `values` are its public parts, each as its attribute.
 *
 * @typedef {{ text: string, values: Record<string, string | null> }} Snapshot
 */

/** A state as Rust hands it over: the values in the order of the table, and last the text. @returns {Snapshot} */
export function snapshot(list) {
  const values = { __proto__: null };
  for (let index = 0; index < STATE.length; index++) values[STATE[index]] = list[index];
  return { text: list[list.length - 1], values };
}

/**
 * A state and its environment as Rust reads them.
 *
 * @param {number} dataset its number
 * @param {Snapshot} state
 * @param {unknown[]} environment width, whether the page is dark, whether its font is wide, whether everything is laid out
 * at once, whether the system can share, the languages, the address of the folder, and that of the dataset
 */
export function settingsText(dataset, state, environment) {
  let text = dataset + SEPARATOR + state.text;
  for (let index = 0; index < environment.length; index++) text += textForRust(environment[index]) + SEPARATOR;
  return text;
}

/**
 * A question to Rust as it reads one: all in one text, since each text costs a call, and code of the glue.
 *
 * @param {string} what
 * @param {unknown} detail
 * @param {string} settings as `settingsText` gives them
 */
export const questionText = (what, detail, settings) => what + SEPARATOR + textForRust(detail) + SEPARATOR + settings;

/**
 * The state after changes, and the rejected values as name, value and reason.
 *
 * @param {number} dataset its number: 0 is the one inside the program
 * @param {Snapshot | undefined} state
 * @param {object} changes as `attributeTexts` gives them
 * @param {boolean} [isCarried] whether they are values of a state with another dataset
 */
export function applyChanges(core, dataset, state, changes, isCarried) {
  let list = "";
  // Rust reads an empty value as a removed attribute.
  for (const name in changes) list += textForRust(name) + SEPARATOR + textForRust(changes[name] || "") + SEPARATOR;
  const settled = core.setAttributes(dataset + SEPARATOR + (state ? state.text : ""), list, isCarried);
  return { state: snapshot(settled[0]), faults: settled[1] };
}

/** Whether two lists of values are equal. */
export function areEqual(one, other) {
  for (const name in one) if (one[name] !== other[name]) return false;
  return true;
}
