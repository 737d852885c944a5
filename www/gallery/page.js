// Shared by all pages of the gallery: switches between three languages, passes the choice on in links, and copies code.
// The widget does not need it; it is what any page could do around the tag.

import { CHART_NAMES } from "../chart-table.js";
import { WORDS } from "./words.js";

/** The pages are written in the first one, Simplified Chinese. */
export const LANGUAGES = ["zh-Hans", "zh-Hant", "en"];

const root = document.documentElement;
root.classList.add("js");
customElements.whenDefined("county-chains").then(() => root.classList.add("widget"));

/** The names of the charts, as words. */
const chartNames = (lang) => Object.fromEntries(Object.entries(CHART_NAMES[lang]).map(([chart, name]) => [`chart.${chart}`, name]));

const words = Object.fromEntries(LANGUAGES.map((lang) => [lang, { ...WORDS[lang], ...chartNames(lang) }]));
const listeners = [];

/** The Simplified words are the texts and labels that the page contains. */
for (const node of document.querySelectorAll("[data-t]")) words["zh-Hans"][node.dataset.t] = node.textContent;
for (const node of document.querySelectorAll("[data-t-label]")) words["zh-Hans"][node.dataset.tLabel] = node.getAttribute("aria-label");

/** The words for `key` in the page's language. */
export const wordFor = (key) => words[root.lang][key];

/** The language that the address asks for, or that of the page's own words. */
export function requestedLanguage(name = "lang") {
  const lang = new URLSearchParams(location.search).get(name);
  return LANGUAGES.includes(lang) ? lang : "zh-Hans";
}

/** Writes the language into the address, without an entry in the history. */
function keepInAddress(lang) {
  const address = new URL(location.href);
  if (lang === "zh-Hans") address.searchParams.delete("lang");
  else address.searchParams.set("lang", lang);
  history.replaceState(history.state, "", address);
}

/** Calls `listener` with the language, now and after each change. */
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
  // Links pass the language on to the other pages.
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
 * Starts the page: its choice of language and its copy buttons.
 *
 * @param {Record<string, Record<string, string>>} own the page's own words, by language
 * @param {{ first?: string, chosen?: (lang: string) => void }} [options] the first language, and what to do
 *   when the reader chooses another
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

/** Copies the text of `source`, a link as its address, and reports the result in the nearest status. */
async function copy(source) {
  let place = source;
  while (!place.querySelector(".status")) place = place.parentElement;
  const status = place.querySelector(".status");
  try {
    await navigator.clipboard.writeText(source.href || source.textContent);
    status.textContent = wordFor("copied");
  } catch {
    getSelection().selectAllChildren(source);
    status.textContent = wordFor("selected");
  }
}
