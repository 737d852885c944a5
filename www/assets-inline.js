// The widget's files, contained in this script. Bundlers then need no settings, and pages work from a disk.
// Builds with separate files use assets-external.js. What only datasets of a page's own need is inside in one of the builds with
// everything inside (assets-module.js) and not in the other (assets-classic.js).

import { PARTS } from "./bytes.js";
import { folderOf } from "./folder.js";
import css from "./all.css";

/** A classic script can read its own address only while it runs for the first time. */
const script = typeof document !== "undefined" && document.currentScript;
const folder = script ? folderOf(script.src, "county-chains.inline.js") : "";

/** The address of the folder of the files, for links and code to paste; empty if it is unknown. */
export const base = () => folder;

/** The style sheet as an address, for browsers without constructed style sheets. */
export const styleAddress = () => `data:text/css;charset=utf-8,${encodeURIComponent(css)}`;

/** The bytes of a part of the program as a buffer. @param {string} part */
export const readPart = async (part) => bytesOf(part).buffer;

/** The bytes of a part. @param {string} part */
export function bytesOf(part) {
  const text = atob(PARTS[part]);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}
