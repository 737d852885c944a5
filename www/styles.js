// The style sheet of all widgets: one constructed sheet for each document, or a linked file in older browsers.

import { styleAddress } from "./assets-external.js";
import { make } from "./nodes.js";
import css from "./style.css";

/** @type {WeakMap<Document, CSSStyleSheet>} a constructed sheet works only in the document that created it */
const sheets = new WeakMap();

/**
 * Gives `root` its styles. Neither way needs `unsafe-inline`.
 *
 * @param {ShadowRoot} root
 */
export function adoptStyles(root) {
  const page = root.ownerDocument;
  const Sheet = page.defaultView && page.defaultView.CSSStyleSheet;
  if (!Sheet || !("replaceSync" in Sheet.prototype) || !("adoptedStyleSheets" in root)) return linkStyles(root);
  let sheet = sheets.get(page);
  if (!sheet) {
    sheet = new Sheet();
    sheet.replaceSync(css);
    sheets.set(page, sheet);
  }
  root.adoptedStyleSheets = [sheet];
}

/** For browsers before Chromium 73, Firefox 101 and Safari 16.4. @param {ShadowRoot} root */
function linkStyles(root) {
  if (root.querySelector("link")) return;
  const link = make("link");
  link.rel = "stylesheet";
  link.href = styleAddress();
  root.insertBefore(link, root.firstChild);
}
