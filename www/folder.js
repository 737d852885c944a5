// Addresses of the folder that holds the widget's files.

import { quoted } from "./settings.js";

/** The folder of a script. Empty if `address` is no http(s) address, or if its file has another name, as in a bundle. */
export function folderOf(address, name) {
  const [, folder, file] = /^(https?:[^?#]*\/)([^?#]*)/.exec(address) || [];
  return file === name ? folder : "";
}

/**
 * Checks the address of a folder and adds the slash at its end. Empty for an empty value.
 *
 * @param {string | URL | null | undefined} address
 * @throws {TypeError} if it is no http(s) address
 */
export function checkedFolder(address) {
  if (address === "" || address === null || address === undefined) return "";
  const text = String(address);
  // Refuses characters that browsers and servers read in different ways, or that would end an attribute.
  if (/^https?:\/\/[^/?#@\\\s"'<>`]+(\/[^?#\\\s"'<>`]*)?$/.test(text)) return text.replace(/[^/]$/, "$&/");
  throw new TypeError(`base ${quoted(text)} is no http(s) address of a folder`);
}
