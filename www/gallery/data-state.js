// What the page for data of one's own has at the moment, and what it says of it above.

import { make } from "./data-dom.js";
import { wordFor } from "./page.js";

export const id = (name) => document.getElementById(name);
export const preview = id("preview");

export const state = {
  /** @type {import("./data-package.js").Dataset | undefined} */
  dataset: undefined,
  /** Whether the form can show it. */
  isDescribed: false,
  /** What the last reading has told. */
  report: { valid: false, count: 0, problems: [] },
  /** The table that is shown, by its path. */
  shownPath: "",
  /** Whether all changes have been saved. */
  isSaved: true,
};

/** What is said above. */
let notices = [];

/** Says something above, in the language of the page. */
export const tell = (key, ...more) => tellAll([[key, more]]);

/** Says several things: each a word with a list, or what makes its words. @param {([string, string[]?] | (() => string))[]} all */
export function tellAll(all) {
  notices = all;
  const words = ([key, list = []]) => wordFor(key) + list.join(wordFor("comma"));
  id("notice").replaceChildren(...all.map((one) => make("span", {}, typeof one === "function" ? one() : words(one))));
}

/** Says it once more, in another language. */
export const tellAgain = () => tellAll(notices);

/** What came of it, or nothing where the program cannot run. */
export async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    tell("no-program", ` ${error.message}`);
    return undefined;
  }
}
