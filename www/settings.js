// What can be set, and the forms it takes: attribute, property, public state, and the list that Rust reads.

/** Attributes that set the state, in the order they are documented. */
export const SETTINGS = [
  "chart", "charts", "indicator", "tiers", "county", "view", "lang", "theme", "group", "controls", "heading",
];

/** What a reader may have open or look for: parts of the state that have no attribute. */
const OPENED = ["mark", "search", "topic", "sort", "expanded"];

/** All parts of the public state. */
export const STATE = [...SETTINGS, ...OPENED];

/** Attributes that a reader's actions change. */
export const REFLECTED = ["chart", "indicator", "tiers", "county", "view"];

/** Values of properties whose attribute is not there. That of `lang` is as any element has it. */
export const DEFAULTS = {
  chart: "tiers", indicator: "gdp", tiers: "1 2 3 4", view: "chart", lang: "", theme: "auto", loading: "lazy",
};

/** Settings that the public state shows as lists, and what their parts are. */
const LISTS = { charts: String, tiers: Number, controls: String };

/** Between the parts of a list as Rust reads it; no part can hold it. */
const SEPARATOR = "\u001f";

/** The form of a value in an attribute: lists with spaces, an empty list as `none`. */
export function written(value) {
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? value.join(" ") || "none" : String(value);
}

/** The form of a setting in the public state. */
export function plain(name, text) {
  if (!(name in LISTS) || text === null) return text;
  return text === "none" ? [] : text.split(/[\s,]+/).map(LISTS[name]);
}

/** Names and values in turn, in one text; what is not set is left out. */
export function flat(settings) {
  const set = Object.entries(settings).filter(([, value]) => value !== null);
  return [].concat(...set).map((part) => String(part).split(SEPARATOR).join("")).join(SEPARATOR);
}

/** Names and values as an object, which engines before Chromium 73 do not make of them. */
export const named = (pairs) => pairs.reduce((all, [name, value]) => ({ ...all, [name]: value }), {});

/** The state after changes, in any form that `written` knows, and what of them is no good and why. */
export function changed(core, state, changes) {
  const texts = changes.map(([name, value]) => [name, written(value) || ""]);
  return core.setAttributes(flat(state), flat(named(texts)));
}

export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
