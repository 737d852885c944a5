// What every page of the gallery does: it speaks three languages, hands the choice on by its links, and copies code.
// Nothing here is needed by the widget; it only does what any page could do with the tag.

import { WORDS } from "./words.js";

/** Simplified Chinese is what the pages are written in. */
export const LANGUAGES = ["zh-Hans", "zh-Hant", "en"];

const root = document.documentElement;
root.classList.add("js");
customElements.whenDefined("county-chains").then(() => root.classList.add("widget"));

const words = Object.fromEntries(LANGUAGES.map((lang) => [lang, { ...WORDS[lang] }]));
const listeners = [];

/** What stands on the page, and its label, are the Simplified words. */
for (const node of document.querySelectorAll("[data-t]")) words["zh-Hans"][node.dataset.t] = node.textContent;
for (const node of document.querySelectorAll("[data-t-label]")) words["zh-Hans"][node.dataset.tLabel] = node.getAttribute("aria-label");

/** The words for `key` in the page's language. */
export const wordFor = (key) => words[root.lang][key];

/** The language of the page that the address asks for, or that of its words. */
export function requestedLanguage(name = "lang") {
  const lang = new URLSearchParams(location.search).get(name);
  return LANGUAGES.includes(lang) ? lang : "zh-Hans";
}

/** Puts a part of the address, or takes it away, without a step of history. */
function keepInAddress(lang) {
  const address = new URL(location.href);
  if (lang === "zh-Hans") address.searchParams.delete("lang");
  else address.searchParams.set("lang", lang);
  history.replaceState(history.state, "", address);
}

/** Calls `listener` with the language now and whenever the page has changed it. */
export function onLanguage(listener) {
  listeners.push(listener);
  listener(root.lang);
}

/** Writes all words of the page in `lang`. */
export function setLanguage(lang) {
  root.lang = lang;
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = wordFor(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-label]")) node.setAttribute("aria-label", wordFor(node.dataset.tLabel));
  for (const button of document.querySelectorAll("[data-lang]")) {
    button.setAttribute("aria-pressed", String(button.dataset.lang === lang));
  }
  // The other pages go on in the same language.
  for (const link of document.querySelectorAll("a[data-page]")) {
    const address = new URL(link.href);
    if (lang === "zh-Hans") address.searchParams.delete("lang");
    else address.searchParams.set("lang", lang);
    link.href = address.href;
  }
  for (const status of document.querySelectorAll(".status")) status.textContent = "";
  for (const listener of listeners) listener(lang);
}

/**
 * Gives the page its languages and its buttons that copy.
 *
 * @param {Record<string, Record<string, string>>} own the page's own words, by language
 * @param {{ first?: string, chosen?: (lang: string) => void }} [options] the language to begin with, and what follows
 *   when the reader chooses one
 */
export function startPage(own, { first = requestedLanguage(), chosen = keepInAddress } = {}) {
  for (const lang of LANGUAGES) Object.assign(words[lang], own[lang]);
  for (const button of document.querySelectorAll("[data-lang]")) {
    button.addEventListener("click", () => {
      setLanguage(button.dataset.lang);
      chosen(button.dataset.lang);
    });
  }
  for (const button of document.querySelectorAll(".copy[data-copy]")) {
    button.addEventListener("click", () => copy(document.getElementById(button.dataset.copy)));
  }
  setLanguage(first);
}

/** Copies the text of `source`, and says so in the status beside it. */
async function copy(source) {
  const status = source.parentElement.querySelector(".status");
  try {
    await navigator.clipboard.writeText(source.textContent);
    status.textContent = wordFor("copied");
  } catch {
    getSelection().selectAllChildren(source);
    status.textContent = wordFor("selected");
  }
}
