// Whether a script is the one that is published, and where that is.

import { quoted } from "./settings.js";

/** The folder of a script; empty if `address` is none of the web or its file has another name, as in a bundle. */
export function folderOf(address, name) {
  const [, folder, file] = /^(https?:[^?#]*\/)([^?#]*)/.exec(address) || [];
  return file === name ? folder : "";
}

/**
 * The address of a folder of the web, which ends with a slash; empty for nothing.
 *
 * @param {string | URL | null | undefined} address
 * @throws {TypeError} for anything else
 */
export function checkedFolder(address) {
  if (address === "" || address === null || address === undefined) return "";
  const text = String(address);
  // What browsers and servers read in two ways, and what would end an attribute, is in no address that we write.
  if (/^https?:\/\/[^/?#@\\\s"'<>`]+(\/[^?#\\\s"'<>`]*)?$/.test(text)) return text.replace(/[^/]$/, "$&/");
  throw new TypeError(`base ${quoted(text)} is no http(s) address of a folder`);
}
