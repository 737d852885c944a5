//! Elements and attributes that our markup may have, and how a reader of it sees a text.

use roxmltree::{Document, Node};

/// Elements of a picture.
pub(crate) const SVG_TAGS: [&str; 8] = ["svg", "title", "g", "rect", "path", "circle", "text", "tspan"];
/// Elements with which a picture says where it comes from.
pub(crate) const CREDITS_TAGS: [&str; 9] =
    ["desc", "metadata", "RDF", "Description", "publisher", "source", "coverage", "identifier", "language"];
/// Attributes of a picture: where, how big, in which ink, and what it is called.
pub(crate) const SVG_ATTRIBUTES: [&str; 29] = [
    "viewBox",
    "width",
    "height",
    "role",
    "aria-label",
    "lang",
    "font-family",
    "data-key",
    "transform",
    "x",
    "y",
    "rx",
    "d",
    "cx",
    "cy",
    "r",
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-opacity",
    "opacity",
    "font-size",
    "font-weight",
    "text-anchor",
    "dx",
    "overflow",
    "aria-hidden",
];
/// Elements that the static twin adds.
pub(crate) const TWIN_TAGS: [&str; 19] = [
    "details",
    "summary",
    "figure",
    "figcaption",
    "h3",
    "p",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "div",
    "strong",
    "sup",
    "span",
    "i",
    "script",
];
/// Attributes that the static twin adds.
pub(crate) const TWIN_ATTRIBUTES: [&str; 9] =
    ["data-chart", "scope", "class", "title", "lang", "type", "direction", "letter-spacing", "word-spacing"];

/// Elements and attributes outside the lists.
pub(crate) fn strangers(document: &Document<'_>, tags: &[&[&str]], attributes: &[&[&str]]) -> Vec<String> {
    let mut found = Vec::new();
    for node in document.descendants().filter(Node::is_element) {
        let tag = node.tag_name().name();
        if !tags.iter().any(|list| list.contains(&tag)) {
            found.push(format!("<{tag}>"));
        }
        for attribute in node.attributes() {
            if !attributes.iter().any(|list| list.contains(&attribute.name())) {
                found.push(format!("<{tag} {}>", attribute.name()));
            }
            let value = attribute.value().to_ascii_lowercase();
            if !matches!(attribute.name(), "aria-label" | "title")
                && (value.contains("url(") || value.contains("javascript:"))
            {
                found.push(format!("<{tag} {}={value:?}>", attribute.name()));
            }
        }
    }
    found
}

/// What a reader of the markup sees of a text: characters that XML forbids are left out, and it does not
/// matter how a line ends.
pub(crate) fn as_read(text: &str) -> String {
    let allowed = |character: &char| !matches!(character, '\u{0}'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}');
    let kept: String = text.chars().filter(allowed).collect();
    kept.replace("\r\n", "\n").replace('\r', "\n")
}
