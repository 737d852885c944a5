// Where the widget's files are: inside this script. So bundlers need no settings, and pages open from a disk.
// Builds with files beside them take assets-external.js.

import { annex, core } from "./bytes.js";
import { folderOf } from "./folder.js";
import { CORE } from "./halves.js";
import css from "./style.css";

/** Only while it runs for the first time a classic script can tell its address. */
const script = typeof document !== "undefined" && document.currentScript;
const folder = script ? folderOf(script.src, "county-chains.inline.js") : "";

/** The folder of the files, as links and code to paste name it; empty if it is not known. */
export const base = () => folder;

/** The style sheet, for browsers that cannot share one with a script. */
export const styleAddress = () => `data:text/css;charset=utf-8,${encodeURIComponent(css)}`;

/** @param {number} half */
export const readHalf = async (half) => bytesOf(half).buffer;

/** The bytes of a half. @param {number} half */
export function bytesOf(half) {
  const text = atob(half === CORE ? core : annex);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}
