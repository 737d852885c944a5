//! A tree of elements: the one thing that both the text output and the live page understand.

use std::borrow::Cow;
use std::ops::{Deref, DerefMut};

use super::path::px;
use crate::word::push_hex;

/// Which kind of element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Space {
    /// HTML.
    Html,
    /// SVG.
    Svg,
}

/// An element or a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text, not yet escaped.
    Text(String),
}

/// An element with its attributes in the order they are written. Boxed, so that building a tree by value
/// moves a pointer and not its parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Element(Box<Parts>);

/// What an element consists of.
#[derive(Debug, Clone, PartialEq)]
pub struct Parts {
    /// Tag name.
    pub tag: &'static str,
    /// HTML or SVG.
    pub space: Space,
    /// Who it is among its siblings, so that a redraw finds it again; empty where its position tells.
    pub key: String,
    /// Attributes.
    pub attributes: Vec<(&'static str, Cow<'static, str>)>,
    /// Children.
    pub children: Vec<Node>,
}

impl Deref for Element {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl DerefMut for Element {
    fn deref_mut(&mut self) -> &mut Parts {
        &mut self.0
    }
}

fn element(tag: &'static str, space: Space) -> Element {
    Element(Box::new(Parts { tag, space, key: String::new(), attributes: Vec::new(), children: Vec::new() }))
}

/// An HTML element.
pub fn html(tag: &'static str) -> Element {
    element(tag, Space::Html)
}

/// An SVG element.
pub fn svg(tag: &'static str) -> Element {
    element(tag, Space::Svg)
}

impl Element {
    // None of these is generic: a drawing calls them by the hundred, and each place would get its own copy.

    /// The same with an attribute.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &'static str) -> Self {
        self.attributes.push((name, Cow::Borrowed(value)));
        self
    }

    /// The same with an attribute if `condition` holds.
    #[must_use]
    pub fn with_if(self, condition: bool, name: &'static str, value: &'static str) -> Self {
        if condition { self.with(name, value) } else { self }
    }

    /// The same with an attribute that is made for this drawing.
    #[must_use]
    pub fn with_text(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push((name, Cow::Owned(value.to_owned())));
        self
    }

    /// The same with a number of pixels.
    #[must_use]
    pub fn with_number(mut self, name: &'static str, value: f64) -> Self {
        self.attributes.push((name, Cow::Owned(px(value))));
        self
    }

    /// The same with a class.
    #[must_use]
    pub fn class(self, name: &'static str) -> Self {
        self.with("class", name)
    }

    /// The same, known to its siblings as `key`.
    #[must_use]
    pub fn keyed(mut self, key: &str) -> Self {
        self.key = key.to_owned();
        self
    }

    /// The same with a child.
    #[must_use]
    pub fn child(mut self, child: Element) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    /// The same with a child, if there is one.
    #[must_use]
    pub fn maybe(self, child: Option<Element>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// The same with more children.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// The same with text.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        if !text.is_empty() {
            self.children.push(Node::Text(text.to_owned()));
        }
        self
    }

    /// The markup. Well-formed both as HTML and as XML: void elements are closed with a slash.
    pub fn markup(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.tag);
        for (name, value) in &self.attributes {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            escape(value, Within::Quotes, out);
            out.push('"');
        }
        let void = matches!(self.tag, "img" | "input" | "link" | "meta");
        if void || (self.space == Space::Svg && self.children.is_empty()) {
            out.push_str("/>");
            return;
        }
        out.push('>');
        for child in &self.children {
            match child {
                Node::Element(element) => element.write(out),
                Node::Text(text) => escape(text, Within::Element, out),
            }
        }
        out.push_str("</");
        out.push_str(self.tag);
        out.push('>');
        if self.is_apart() {
            out.push('\n');
        }
    }

    /// Whether it is more than a part of a line. What is gets a line break after it, which shows nothing, so that its
    /// words and figures stay apart from the next where a reader of the markup drops all tags. Not the parts of a table,
    /// nor heads in it, which keep theirs apart themselves: Quill, an editor, takes what is between them for text.
    fn is_apart(&self) -> bool {
        match self.space {
            Space::Svg => self.tag != "tspan",
            Space::Html => matches!(
                self.tag,
                "figure"
                    | "table"
                    | "tr"
                    | "td"
                    | "caption"
                    | "p"
                    | "figcaption"
                    | "h1"
                    | "h3"
                    | "ul"
                    | "li"
                    | "details"
                    | "summary"
                    | "title"
            ),
        }
    }
}

/// What a text stands within.
#[derive(Clone, Copy, PartialEq)]
enum Within {
    /// An element.
    Element,
    /// The quotes of an attribute.
    Quotes,
    /// The quotes of a JSON string in a block of data, where markup has no entities.
    Json,
}

/// Appends `text` to a JSON string: what could end the string or the block, or is a sign of Markdown, stands by its
/// number.
pub(super) fn push_json(text: &str, out: &mut String) {
    escape(text, Within::Json, out);
}

/// Writes `text` so that it is text in markup; characters that XML forbids are left out.
fn escape(text: &str, within: Within, out: &mut String) {
    for character in text.chars() {
        match character {
            '\u{0}'..='\u{1F}' | '"' | '\\' | '<' | '>' | '&' | '*' if within == Within::Json => {
                out.push_str("\\u00");
                push_hex(out, character as u8);
            }
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if within == Within::Quotes => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(character),
            '\u{0}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            _ => out.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        let markup = html("p").with("title", "\"<&>").text("</p><script>\u{1}").markup();
        assert_eq!(markup, "<p title=\"&quot;&lt;&amp;&gt;\">&lt;/p&gt;&lt;script&gt;</p>\n");
    }
}
