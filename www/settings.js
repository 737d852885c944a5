// The forms of what can be set: attribute, property, public state, and the list that Rust reads. What that is, the build
// writes from the table in src/widget/attributes.rs.
//
// Pages change what all objects and lists inherit, by libraries and by accident. So tables here inherit nothing, and lists
// are walked by their numbers.

import { DEFAULTS as WRITTEN, LISTS, OPENED, REFLECTED, SETTINGS } from "./attribute-table.js";
import { joined } from "./lists.js";

export { LISTS, REFLECTED, SETTINGS };

/** All parts of the public state. */
export const STATE = joined(SETTINGS, OPENED);

/** Values of properties whose attribute is not there. That of `lang` is as any element has it. */
export const DEFAULTS = { __proto__: null, ...WRITTEN, lang: "", loading: "lazy" };

/** Between the parts of a list as Rust reads it; no part can hold it. */
const SEPARATOR = "\u001f";

/** Characters of a value that Rust gets to see: far more than it takes, so that it cuts or refuses what is longer. */
const SEEN = 1000;

/** Characters of a value that a message quotes. */
const QUOTED = 80;

/** The beginning of a text, with a sign that it goes on. */
const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** A value in a message. */
export const quoted = (value) => `"${cut(String(value), QUOTED)}"`;

/** The form of a value in an attribute: lists with spaces, an empty list as `none`. @throws what `value` throws */
export function written(value) {
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) return String(value);
  let text = "";
  for (let index = 0; index < value.length; index++) text += (index ? " " : "") + String(value[index] ?? "");
  return text || "none";
}

/** What `values` has of its own, each in the form of its attribute. @throws what a value throws */
export function texts(values) {
  const own = { __proto__: null, ...values };
  for (const name in own) {
    if (own[name] === undefined) delete own[name];
    else own[name] = written(own[name]);
  }
  return own;
}

/** The form of a setting in the public state. */
export function plain(name, text) {
  if (!(name in LISTS) || text === null) return text;
  const list = [];
  if (text === "none") return list;
  const words = text.split(/[\s,]+/);
  for (let index = 0; index < words.length; index++) list[index] = LISTS[name](words[index]);
  return list;
}

/** Names and values in turn, in one text; what is not set is left out. @param {object} settings inherits nothing */
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

/** An object that inherits nothing, of names and values in pairs. */
export function named(pairs) {
  const object = { __proto__: null };
  for (let index = 0; index < pairs.length; index++) object[pairs[index][0]] = pairs[index][1];
  return object;
}

/**
 * The state after changes, and what of them is no good: name, value and why.
 *
 * @param {object} state names and values
 * @param {object} changes as `texts` gives them
 */
export function changed(core, state, changes) {
  const list = { __proto__: null };
  // What is taken away is empty there.
  for (const name in changes) list[name] = changes[name] || "";
  const settled = core.setAttributes(flat({ __proto__: null, ...state }), flat(list));
  return { state: named(settled[0]), faults: settled[1] };
}

/** Whether two states say the same. */
export function same(one, other) {
  for (const name in one) if (one[name] !== other[name]) return false;
  return true;
}
