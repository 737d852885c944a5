// Where new nodes come from. A form or an image named createElement would stand in the place of the document's method, so
// that is taken from where all documents have it.

const HTML = "http://www.w3.org/1999/xhtml";

/** What makes nodes for Rust, by the methods of a document. */
export const maker = {
  __proto__: null,
  createElementNS: (space, tag) => Document.prototype.createElementNS.call(document, space, tag),
  createTextNode: (text) => Document.prototype.createTextNode.call(document, text),
};

/** A new element of HTML. @param {string} tag */
export const make = (tag) => maker.createElementNS(HTML, tag);

/** The page's root element. */
export const rootElement = () => Object.getOwnPropertyDescriptor(Document.prototype, "documentElement").get.call(document);
