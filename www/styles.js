// The style sheet of all widgets: one constructed sheet for each document, or a linked file in older browsers.

import { styleAddress } from "./assets-external.js";
import { broughtStyles } from "./brought-styles.js";
import last from "./last.css";
import { make } from "./nodes.js";
import first from "./style.css";

/** @type {WeakMap<Document, { sheet: CSSStyleSheet, text?: string }>} a constructed sheet works only in the document that created it */
const sheets = new WeakMap();

/**
 * Gives `root` its styles, as far as they have come: before each drawing, it may need more. Neither way needs `unsafe-inline`.
 *
 * @param {ShadowRoot} root
 */
export function adoptStyles(root) {
  const page = root.ownerDocument;
  const Sheet = page.defaultView && page.defaultView.CSSStyleSheet;
  if (!Sheet || !("replaceSync" in Sheet.prototype) || !("adoptedStyleSheets" in root)) return linkStyles(root);
  if (!sheets.has(page)) sheets.set(page, { __proto__: null, sheet: new Sheet() });
  const made = sheets.get(page);
  const text = first + broughtStyles() + last;
  if (made.text !== text) made.sheet.replaceSync((made.text = text));
  if (root.adoptedStyleSheets[0] !== made.sheet) root.adoptedStyleSheets = [made.sheet];
}

/** For browsers before Chromium 73, Firefox 101 and Safari 16.4. The file has all styles. @param {ShadowRoot} root */
function linkStyles(root) {
  if (root.querySelector("link")) return;
  const link = make("link");
  link.rel = "stylesheet";
  link.href = styleAddress();
  root.insertBefore(link, root.firstChild);
}
