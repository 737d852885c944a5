//! The static twin as a page of its own: a file that opens by itself and says where its chart can be used.

use super::super::node::{Element, html};
use super::twin::twin;
use crate::theme::LIGHT;
use crate::widget::View;
use crate::word::concat;

/// A whole document with the twin of `view`, and the address that restores it.
#[inline(never)]
pub fn document(view: &View, link: &str) -> String {
    let meta = |name, value| html("meta").with(name, value);
    let head = html("head")
        .child(meta("charset", "utf-8"))
        .child(meta("name", "viewport").with("content", "width=device-width"))
        .child(html("title").text(&view.telling.heading));
    let address: Option<Element> =
        (!link.is_empty()).then(|| html("p").child(html("a").with_text("href", link).text(link)));
    let body = html("body").child(twin(view, &LIGHT)).maybe(address);
    let page = html("html").with("lang", view.locale.language.tag()).child(head).child(body);
    concat(&["<!DOCTYPE html>\n", &page.markup()])
}
