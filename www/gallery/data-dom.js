// Nodes, and the entries of a form that knows where in the descriptor each one stands.

import { LANGUAGES, wordFor } from "./page.js";

/** A node. Functions among the attributes listen, `null` and `false` leave an attribute out. */
export function make(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(key, value);
    else if (value === true) node.setAttribute(key, "");
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** A path as a JSON pointer. */
export const pointerTo = (path) => path.map((name) => `/${String(name).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");

/** What a language is called in itself. */
const NAMES = { "zh-Hans": "简体", "zh-Hant": "繁體", en: "English" };
export const languageName = (tag) => NAMES[tag] ?? tag;
export { LANGUAGES };

/** The value at a path. */
export const valueAt = (root, path) => path.reduce((value, name) => value?.[name], root);

/** Sets the value at a path, and makes what is missing on the way; `undefined` takes it out, with the objects that it leaves empty. */
export function setAt(root, path, value) {
  const [name, ...rest] = path;
  if (!rest.length) {
    if (value === undefined) delete root[name];
    else root[name] = value;
    return;
  }
  if (typeof root[name] !== "object" || !root[name]) {
    if (value === undefined) return;
    root[name] = typeof rest[0] === "number" ? [] : {};
  }
  setAt(root[name], rest, value);
  const isEmpty = value === undefined && !Array.isArray(root) && Object.keys(root[name]).length === 0;
  if (isEmpty) delete root[name];
}

/** The entries of a form that sets a descriptor. */
export class Entries {
  /**
   * @param {object} descriptor
   * @param {() => void} changed
   */
  constructor(descriptor, changed) {
    this.descriptor = descriptor;
    this.changed = changed;
  }

  get languages() {
    const { languages } = this.descriptor;
    return Array.isArray(languages) && languages.length ? languages : ["en"];
  }

  /** A control with its label, and room for what is wrong with it. */
  entry(path, label, control, hint) {
    const pointer = pointerTo(path);
    control.id = `at:${pointer}`;
    control.dataset.at = pointer;
    const about = hint ? make("p", { class: "hint", id: `hint:${pointer}` }, hint) : null;
    const told = make("p", { class: "told", id: `told:${pointer}` });
    control.setAttribute("aria-describedby", [about?.id, told.id].filter(Boolean).join(" "));
    return make("div", { class: "entry" }, make("label", { for: control.id }, label), control, about, told);
  }

  /** A text. One that is asked for stays when it is empty, so that the reader says so. */
  text(path, label, { hint, isAsked = false, lang, type = "text", ...attributes } = {}) {
    const value = valueAt(this.descriptor, path);
    const input = make("input", {
      type, lang, maxlength: 2000, spellcheck: "false", ...attributes,
      value: value === undefined || value === null ? "" : String(value),
      input: () => {
        const given = type === "number" && input.value !== "" ? Number(input.value) : input.value;
        setAt(this.descriptor, path, given === "" && !isAsked ? undefined : given);
        this.changed();
      },
    });
    return this.entry(path, label, input, hint);
  }

  /** A text in each language of the dataset, or in those that have singulars. */
  texts(path, label, { isSingular = false, hint, isAsked, ...options } = {}) {
    const { languages } = this;
    const shown = languages.filter((tag) => !isSingular || !/^zh\b/i.test(tag));
    const named = (tag) => (languages.length > 1 ? make("span", {}, `${label} `, make("span", { class: "tag", lang: tag }, languageName(tag))) : label);
    const entry = (tag, index) => {
      const place = tag === languages[0] ? path : [...path.slice(0, -1), `${path.at(-1)}@${tag}`];
      return this.text(place, named(tag), { ...options, lang: tag, hint: index ? null : hint, isAsked: isAsked && tag === languages[0] });
    };
    return shown.map(entry);
  }

  /** A choice; `options` are values with their words, `chosen` does more than to set the value. */
  choice(path, label, options, { hint, value = valueAt(this.descriptor, path) ?? "", chosen } = {}) {
    const select = make("select", {
      change: () => {
        if (chosen) chosen(select.value);
        else setAt(this.descriptor, path, select.value || undefined);
        this.changed();
      },
    }, ...options.map(([option, words]) => make("option", { value: option, selected: option === value }, words)));
    return this.entry(path, label, select, hint);
  }
}

/** A button; its id lets the focus come back to it when the form is made anew. */
export const button = (words, click, attributes = {}) => make("button", { type: "button", class: "button", click, ...attributes }, words);

/** A group of entries under a heading. */
export const part = (key, ...children) => make("section", { class: "about" }, make("h3", {}, wordFor(key)), ...children);

/** Gives the focus to the first of these controls that there is: the one that had it has gone. @param {string[]} ids */
export function focusOn(...ids) {
  const there = ids.map((id) => document.getElementById(id)).find((node) => node && !node.disabled);
  there?.focus();
}
