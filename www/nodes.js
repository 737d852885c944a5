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

/** What a property of all nodes says, whatever a form's fields are called. Some documents without a browser have it elsewhere. */
function read(type, name, node) {
  const property = Object.getOwnPropertyDescriptor(type.prototype, name);
  return property ? property.get.call(node) : node[name];
}

/** The page's root element. */
export const rootElement = () => read(Document, "documentElement", document);

/** What a node stands in; of a shadow root, its host. */
export const parentOf = (node) => read(Node, "parentNode", node) || (node.nodeType === 11 ? node.host : null);

/** An attribute of a node; nothing of what has none. */
export const attributeOf = (node, name) => (node instanceof Element ? Element.prototype.getAttribute.call(node, name) : null);
