// Creates and reads nodes through the methods of prototypes. A form or an image named `createElement` would hide the method
// of the document.

const HTML = "http://www.w3.org/1999/xhtml";

/** Creates nodes for Rust. It has the interface of a document. */
export const maker = {
  __proto__: null,
  createElementNS: (space, tag) => Document.prototype.createElementNS.call(document, space, tag),
  createTextNode: (text) => Document.prototype.createTextNode.call(document, text),
};

/** Creates an HTML element. @param {string} tag */
export const make = (tag) => maker.createElementNS(HTML, tag);

/** Reads a property that a form's fields may hide. In documents outside browsers it may not be on this prototype. */
function read(type, name, node) {
  const property = Object.getOwnPropertyDescriptor(type.prototype, name);
  return property ? property.get.call(node) : node[name];
}

/** The page's root element. */
export const rootElement = () => read(Document, "documentElement", document);

/** The parent of a node; for a shadow root, its host. */
export const parentOf = (node) => read(Node, "parentNode", node) || (node.nodeType === 11 ? node.host : null);

/** An attribute of a node; null if the node is no element. */
export const attributeOf = (node, name) => (node instanceof Element ? Element.prototype.getAttribute.call(node, name) : null);
