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
const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** A value in a message. */
export const quoted = (value) => `"${cut(String(value), QUOTED)}"`;

/** A value as an attribute: a list is joined with spaces, an empty list is `none`. @throws what `value` throws */
export function written(value) {
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) return String(value);
  let text = "";
  for (let index = 0; index < value.length; index++) text += (index ? " " : "") + String(value[index] ?? "");
  return text || "none";
}

/** The own properties of `values`, each as an attribute. @throws what a value throws */
export function texts(values) {
  const own = { __proto__: null, ...values };
  for (const name in own) {
    if (own[name] === undefined) delete own[name];
    else own[name] = written(own[name]);
  }
  return own;
}

/** A setting as it is in the public state. */
export function plain(name, text) {
  if (!(name in LISTS) || text === null) return text;
  const list = [];
  if (text === "none") return list;
  const words = text.split(/[\s,]+/);
  for (let index = 0; index < words.length; index++) list[index] = LISTS[name](words[index]);
  return list;
}

/** Names and values in turn, joined into one text, without those that are not set. @param {object} settings inherits nothing */
export function flat(settings) {
  let list = "";
  for (const name in settings) {
    const value = settings[name];
    if (value === null || value === undefined) continue;
    const text = cut(String(value), SEEN).replace(/\u001f/g, "");
    list += (list && SEPARATOR) + name.replace(/\u001f/g, "") + SEPARATOR + text;
  }
  return list;
}

/** An object of pairs of names and values. It inherits nothing. */
export function named(pairs) {
  const object = { __proto__: null };
  for (let index = 0; index < pairs.length; index++) object[pairs[index][0]] = pairs[index][1];
  return object;
}

/**
 * The state after changes, and the rejected values as name, value and reason.
 *
 * @param {object} state names and values
 * @param {object} changes as `texts` gives them
 */
export function changed(core, state, changes) {
  const list = { __proto__: null };
  // Rust reads an empty value as a removed attribute.
  for (const name in changes) list[name] = changes[name] || "";
  const settled = core.setAttributes(flat({ __proto__: null, ...state }), flat(list));
  return { state: named(settled[0]), faults: settled[1] };
}

/** Whether two states are equal. */
export function same(one, other) {
  for (const name in one) if (one[name] !== other[name]) return false;
  return true;
}
