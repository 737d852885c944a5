// Why a dataset of a page's own cannot be shown, with the places of its mistakes.

import { quoted } from "./settings.js";

/**
 * @typedef {import("./element").DatasetProblem} Problem
 */

/** A problem as Rust tells it: its parts in the order of `Told` in src/web/own.rs. @returns {Problem} */
export const problemFrom = (parts) => ({
  code: parts[0],
  severity: parts[1],
  file: parts[2],
  line: parts[3],
  column: parts[4],
  pointer: parts[5],
  found: parts[6],
  allowed: parts[7],
  message: parts[8],
  help: parts[9],
});

/** A problem that Rust does not see: the dataset is too large, or no JSON. @returns {Problem} */
export const problem = (code, message, allowed) => problemFrom([code, "error", "", 0, 0, "", "", allowed, message, ""]);

/** A dataset cannot be shown; `code` is one of the codes of `county-chains-error`, and `detail` is what that event says beside it. */
export class DataError extends Error {
  /**
   * @param {"bad-dataset" | "dataset-fetch"} code
   * @param {Problem[] | string} reason what is wrong, or why it did not come
   * @param {number} count how many problems there are; the list may be shorter
   */
  constructor(code, reason, count = 1) {
    super(typeof reason === "string" ? reason : sentence(firstError(reason), count));
    this.name = "DataError";
    this.code = code;
    this.detail = typeof reason === "string" ? undefined : { problems: reason };
  }
}

/** The first error; else the first problem. @param {Problem[]} problems at least one */
function firstError(problems) {
  for (let index = 0; index < problems.length; index++) {
    if (problems[index].severity === "error") return problems[index];
  }
  return problems[0];
}

/** A problem in a sentence, and how many more there are. @param {Problem} problem */
function sentence({ file, line, column, pointer, found, allowed, message, help }, count) {
  const place = line ? `${file}:${line}${column ? `:${column}` : ""}` : file || pointer;
  const parts = [message];
  if (found) parts[parts.length] = `found ${quoted(found)}`;
  if (allowed || help) parts[parts.length] = allowed ? `expected ${allowed}` : help;
  const more = count > 1 ? ` (and ${count - 1} more)` : "";
  return `the dataset is ignored: ${place ? `${place}: ` : ""}${parts.join(", ")}${more}`;
}
