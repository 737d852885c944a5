//! The static twin as a page of its own: a file that opens by itself and says where its chart can be used.

use super::super::node::{Element, Node, html};
use super::feed::{Image, open};
use super::twin::twin;
use crate::language::Language;
use crate::theme::LIGHT;
use crate::widget::View;
use crate::word::text;

/// A whole document with the twin of `view`, and the address that restores it.
#[part::of(export)]
pub fn document(view: &View, link: &str) -> String {
    let address = (!link.is_empty()).then(|| html("p").child(html("a").with_text("href", link).text(link)));
    whole_document(view, Vec::new(), address)
}

/// What a page in its place on the web says of itself to those who link to it.
#[derive(Debug, Clone, PartialEq)]
pub struct About<'a> {
    /// Its own address.
    pub address: &'a str,
    /// What it may load.
    pub policy: &'a str,
    /// What the chart shows, in a few sentences.
    pub description: &'a str,
    /// The picture of the chart, in pixels.
    pub image: Image<'a>,
    /// Where the answer of oEmbed stands.
    pub oembed: &'a str,
    /// The same page in every language.
    pub languages: Vec<(Language, String)>,
}

/// A whole document with the twin of `view`, for readers, search engines and those who preview or embed links.
pub fn page(view: &View, about: &About<'_>) -> String {
    let link = |rel, address: &str| html("link").with("rel", rel).with_text("href", address);
    let mut head = vec![
        // Before all that it governs.
        html("meta").with("http-equiv", "Content-Security-Policy").with_text("content", about.policy),
        // The picture has the colours of a light page.
        html("meta").with("name", "color-scheme").with("content", "light"),
        html("meta").with("name", "description").with_text("content", about.description),
        link("canonical", about.address),
        // It reads without them too: they lie with the widget's files.
        link("stylesheet", &text!("{view.base}still.css")),
    ];
    head.extend(
        about
            .languages
            .iter()
            .map(|(language, address)| link("alternate", address).with("hreflang", language.tag())),
    );
    head.push(
        link("alternate", about.oembed)
            .with("type", "application/json+oembed")
            .with_text("title", &view.headline.heading),
    );
    head.extend(previews(view, about));
    whole_document(view, head, Some(open(view)))
}

/// What previews of links are made of, in the words of Open Graph, and of the one word that others want besides.
fn previews(view: &View, about: &About<'_>) -> Vec<Element> {
    let image = &about.image;
    let property = |name, value: &str| html("meta").with("property", name).with_text("content", value);
    let number = |name, value| html("meta").with("property", name).with_number("content", value);
    vec![
        property("og:type", "article"),
        property("og:site_name", view.kicker),
        property("og:title", &view.headline.heading),
        property("og:description", about.description),
        property("og:url", about.address),
        property("og:locale", place(view.locale.language)),
        property("og:image", image.address),
        property("og:image:type", "image/png"),
        number("og:image:width", image.width),
        number("og:image:height", image.height),
        property("og:image:alt", &image.alternative),
        html("meta").with("name", "twitter:card").with("content", "summary_large_image"),
    ]
}

/// A language as Open Graph writes it, with a place where it is used.
fn place(language: Language) -> &'static str {
    match language {
        Language::ZhHans => "zh_CN",
        Language::ZhHant => "zh_TW",
        Language::En => "en_GB",
    }
}

/// The twin with its heading as that of the page.
fn headed(mut twin: Element) -> Element {
    let caption = twin.children.first_mut().and_then(element);
    if let Some(heading) = caption.and_then(|caption| caption.children.first_mut()).and_then(element) {
        heading.tag = "h1";
    }
    twin
}

fn element(node: &mut Node) -> Option<&mut Element> {
    match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    }
}

/// The document: `head` after what every page has, `foot` after the twin.
fn whole_document(view: &View, head: Vec<Element>, foot: Option<Element>) -> String {
    let head = html("head")
        .child(html("meta").with("charset", "utf-8"))
        .child(html("meta").with("name", "viewport").with("content", "width=device-width"))
        .child(html("title").text(&view.headline.heading))
        .children(head);
    let body = html("body").child(html("main").child(headed(twin(view, &LIGHT, true))).maybe(foot));
    let page = html("html").with("lang", view.locale.language.tag()).child(head).child(body);
    text!("<!DOCTYPE html>\n{page.markup()}")
}
