//! Markup as two readers see it: a strict one of XML, and one of HTML that mends what it reads, as browsers do.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, QualName, local_name, ns, parse_document, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use roxmltree::{Document, Node};

/// An element with attributes in the order of their names, a text, or the end of an element. Texts of blanks alone are left out:
/// readers of HTML drop some of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    Open(String, Vec<(String, String)>),
    Text(String),
    Close,
}

/// The markup as XML. Panics where it is not well-formed.
pub(crate) fn xml(markup: &str) -> Document<'_> {
    Document::parse(markup).unwrap_or_else(|error| panic!("{error} in:\n{markup}"))
}

/// What a reader of XML sees.
pub(crate) fn pieces_of_xml(document: &Document<'_>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    push_xml(document.root_element(), &mut pieces);
    merged(pieces)
}

fn push_xml(node: Node<'_, '_>, pieces: &mut Vec<Piece>) {
    if node.is_text() {
        return pieces.push(Piece::Text(node.text().unwrap_or_default().to_owned()));
    }
    assert!(node.is_element(), "neither an element nor a text: {node:?}");
    let attributes = node.attributes().map(|one| (one.name().to_owned(), one.value().to_owned()));
    pieces.push(opened(node.tag_name().name(), attributes));
    node.children().for_each(|child| push_xml(child, pieces));
    pieces.push(Piece::Close);
}

/// What a browser sees of a part of a page.
pub(crate) fn pieces_of_fragment(markup: &str) -> Vec<Piece> {
    let context = QualName::new(None, ns!(html), local_name!("body"));
    let dom = parse_fragment(RcDom::default(), ParseOpts::default(), context, Vec::new(), true).one(markup);
    let root = dom.document.children.borrow()[0].clone();
    children(&root)
}

/// What a browser sees of a page.
pub(crate) fn pieces_of_page(markup: &str) -> Vec<Piece> {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(markup);
    children(&dom.document)
}

fn children(parent: &Handle) -> Vec<Piece> {
    let mut pieces = Vec::new();
    parent.children.borrow().iter().for_each(|child| push_html(child, &mut pieces));
    merged(pieces)
}

fn push_html(node: &Handle, pieces: &mut Vec<Piece>) {
    match &node.data {
        NodeData::Text { contents } => pieces.push(Piece::Text(contents.borrow().to_string())),
        NodeData::Element { name, attrs, .. } => {
            let attributes = attrs.borrow();
            let attributes = attributes
                .iter()
                .filter(|one| !one.name.local.starts_with("xmlns"))
                .map(|one| (one.name.local.to_string(), one.value.to_string()));
            pieces.push(opened(&name.local, attributes));
            node.children.borrow().iter().for_each(|child| push_html(child, pieces));
            pieces.push(Piece::Close);
        }
        NodeData::Doctype { .. } => {}
        other => panic!("neither an element nor a text: {other:?}"),
    }
}

/// Readers of XML take line ends and tabs in attributes for blanks.
fn opened(name: &str, attributes: impl Iterator<Item = (String, String)>) -> Piece {
    let plain = |value: String| value.replace(['\n', '\t', '\r'], " ");
    let mut attributes: Vec<_> = attributes.map(|(name, value)| (name, plain(value))).collect();
    attributes.sort();
    Piece::Open(name.to_owned(), attributes)
}

/// Texts that stand beside each other as one, and none of blanks alone.
fn merged(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (found.last_mut(), piece) {
            (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
            (_, piece) => found.push(piece),
        }
    }
    found.retain(|piece| !matches!(piece, Piece::Text(text) if text.trim_ascii().is_empty()));
    found
}

/// Panics where two readers see different trees.
pub(crate) fn assert_same(html: &[Piece], xml: &[Piece], what: &str) {
    let place = html.iter().zip(xml).position(|(one, other)| one != other);
    let end = html.len().min(xml.len());
    let place = place.unwrap_or(end);
    let around = |pieces: &[Piece]| {
        format!("{:?}", pieces.get(place.saturating_sub(2)..(place + 2).min(pieces.len())))
    };
    assert!(place == html.len() && place == xml.len(), "{what}: HTML {}\nXML {}", around(html), around(xml));
}

/// Panics where something could run or load: scripts but blocks of data, handlers, frames, addresses but those of `is_known`.
pub(crate) fn assert_harmless(pieces: &[Piece], is_known: &dyn Fn(&str) -> bool, what: &str) {
    const RUNNING: [&str; 14] = [
        "style",
        "foreignobject",
        "iframe",
        "object",
        "embed",
        "use",
        "base",
        "form",
        "applet",
        "frame",
        "animate",
        "set",
        "image",
        "template",
    ];
    for piece in pieces {
        let Piece::Open(tag, attributes) = piece else { continue };
        let tag = tag.to_ascii_lowercase();
        assert!(!RUNNING.contains(&&*tag), "{what}: <{tag}>");
        let data = ("type".to_owned(), "application/ld+json".to_owned());
        assert!(tag != "script" || attributes == &[data], "{what}: a script that runs: {attributes:?}");
        for (name, value) in attributes {
            let name = name.to_ascii_lowercase();
            assert!(!name.starts_with("on"), "{what}: <{tag} {name}>");
            let leads =
                ["href", "src", "srcset", "action", "formaction", "data", "poster", "ping", "background"];
            if leads.contains(&&*name) {
                assert!(is_known(value), "{what}: <{tag} {name}={value:?}>");
                continue;
            }
            let is_words =
                ["aria-label", "title", "content", "alt", "value", "placeholder"].contains(&&*name);
            let text = value.to_ascii_lowercase();
            assert!(
                is_words || !(text.contains("url(") || text.contains("javascript:")),
                "{what}: <{tag} {name}={value:?}>"
            );
        }
    }
}

/// The text of the first element with this name.
pub(crate) fn text_in(pieces: &[Piece], tag: &str) -> Option<String> {
    let start = pieces.iter().position(|piece| matches!(piece, Piece::Open(name, _) if name == tag))?;
    let mut depth = 0;
    let mut text = String::new();
    for piece in &pieces[start..] {
        match piece {
            Piece::Open(..) => depth += 1,
            Piece::Close => depth -= 1,
            Piece::Text(words) => text.push_str(words),
        }
        if depth == 0 {
            break;
        }
    }
    Some(text)
}
