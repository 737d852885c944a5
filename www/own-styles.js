// The further style sheet of widgets that may show a dataset of the page's own. The first one is in styles.js.

import css from "./own.css";

/** @type {WeakMap<Document, CSSStyleSheet>} a constructed sheet works only in the document that created it */
const sheets = new WeakMap();

/**
 * Gives `root` the further styles, unless it has them. Before it has the first ones, nothing happens.
 *
 * @param {ShadowRoot} root
 */
export function adoptOwnStyles(root) {
  const page = root.ownerDocument;
  const Sheet = page.defaultView && page.defaultView.CSSStyleSheet;
  if (!Sheet || !("replaceSync" in Sheet.prototype) || !("adoptedStyleSheets" in root)) return lengthenLink(root);
  const adopted = root.adoptedStyleSheets;
  if (!adopted.length) return;
  let sheet = sheets.get(page);
  if (!sheet) {
    sheet = new Sheet();
    sheet.replaceSync(css);
    sheets.set(page, sheet);
  }
  for (let index = 0; index < adopted.length; index++) if (adopted[index] === sheet) return;
  root.adoptedStyleSheets = [adopted[0], sheet];
}

/** A linked file has all styles. An address that is the sheet itself has only the first ones. @param {ShadowRoot} root */
function lengthenLink(root) {
  const link = root.querySelector("link");
  const further = encodeURIComponent(css);
  if (link && /^data:/.test(link.href) && link.href.slice(-further.length) !== further) link.href += further;
}
