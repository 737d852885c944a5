// What the reader tells of a problem beside its kind, in the language of the page.

import { ALLOWED, FOUND } from "./data-details-words.js";
import { LANGUAGES, wordFor } from "./page.js";

/** Kinds of which the reader tells in words what it has found. Of the others it shows what stands there. */
const WORDED = [
  "chart-not-offered", "class-count", "delimiter", "encoding", "extra-cell", "json-depth", "json-duplicate-key", "json-syntax", "missing-cell", "missing-label",
  "missing-property", "missing-translation", "no-rows", "role-missing", "source-type", "text-too-long", "too-large", "too-many-rows",
  "type-error", "where",
];

/** A sentence with places as a pattern. */
function pattern(words) {
  const plain = words.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${plain.replace(/\{\}/g, "(.*)").replace(/#/g, "(\\d+)")}$`, "s");
}

const compiled = (table) => table.map(([words, ...others]) => [pattern(words), others]);
const [allowedWords, foundWords] = [ALLOWED, FOUND].map(compiled);

/** Words of the reader in the language of the page; names and values as they are. */
function inWords(text, table) {
  const language = LANGUAGES.indexOf(document.documentElement.lang);
  for (const [words, others] of table) {
    const parts = words.exec(text);
    if (!parts || !(language in others)) continue;
    return others[language].replace(/\{(role\.)?(\d)\}/g, (_, kind, index) => {
      const part = parts[Number(index) + 1];
      // Roles are called as the form calls them.
      return kind ? wordFor(kind + part) ?? part : inWords(part, table);
    });
  }
  return text;
}

/** What is allowed or what helps. */
export const allowedInWords = (text) => inWords(text, allowedWords);

/** Whether a problem is about a cell of the wrong type: what was found is the cell, unless it is none, or its row. */
const isWrongCell = ({ code, pointer, message }) =>
  code === "type-error" && /^\/resources\/\d+\/data\//.test(pointer) && !/^a (row|cell) has another type$/.test(message);

/** What was found. */
export const foundInWords = (problem) => (WORDED.includes(problem.code) && !isWrongCell(problem) ? inWords(problem.found, foundWords) : problem.found);

/** A sentence of its own: the reader's begin with a small letter and have no full stop. */
export const sentence = (text) => text[0].toUpperCase() + text.slice(1) + (/[.。?？…]$/.test(text) ? "" : wordFor("stop"));

/** The kind of a problem in words; in English the reader's own sentence says it. */
export const kind = ({ code, message }) => wordFor(`problem.${code}`) ?? sentence(message);

/** That a file is something else, and what to do. @param {object} problem of the kind `source-type` */
export function otherInWords(problem) {
  const words = wordFor("refused.other").replace("{found}", () => foundInWords(problem));
  return [words, sentence(allowedInWords(problem.help))].join(wordFor("between"));
}

/** What was found, what is expected and what helps. */
export function detail(problem) {
  const sentences = [];
  if (problem.found) sentences.push(wordFor("found").replace("{found}", () => foundInWords(problem)));
  if (problem.allowed) sentences.push(wordFor("expected").replace("{allowed}", () => allowedInWords(problem.allowed)));
  if (problem.help) sentences.push(allowedInWords(problem.help));
  return sentences.map(sentence).join(wordFor("between"));
}
