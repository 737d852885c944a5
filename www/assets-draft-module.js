// The parts of the program for draft.js in the npm package: those of the widget, and one more, which is in a module of its own.

import { bytesOf } from "./assets-inline.js";
import { PARTS } from "./bytes.js";
import { PARTS as MORE } from "./draft-bytes.js";

/** The bytes of a part of the program as a buffer. @param {string} part */
export async function readPart(part) {
  if (!(part in PARTS)) PARTS[part] = MORE[part];
  return bytesOf(part).buffer;
}
