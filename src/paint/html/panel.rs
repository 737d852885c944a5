//! What opens under the actions: files to save, and texts to pass on.

use super::super::node::{Element, html};
use super::controls::file;
use crate::locale::render;
use crate::widget::{Panel, Sharing, View};
use crate::word::{Keyword, text};

/// The open panel, unless its control is not shown.
#[part::of(annex)]
pub(super) fn panel(view: &View, panel: Panel) -> Option<Element> {
    let content = match (panel, &view.sharing) {
        (Panel::Download, _) => files(view),
        (Panel::Share, Some(sharing)) => texts(view, sharing),
        (Panel::Share, None) => return None,
    };
    view.shows(panel.word()).then(|| html("div").class("panel").keyed("panel").child(content))
}

fn files(view: &View) -> Element {
    let ui = &view.locale.ui;
    let square = text!("PNG {view.locale.annex().downloads.square}");
    html("div").class("files").children([
        file("save:csv-all", ui.csv_all),
        file("save:csv-selection", ui.csv_selection),
        file("save:json", "JSON"),
        file("save:svg", "SVG"),
        file("save:png", "PNG 1×"),
        file("save:png-double", "PNG 2×"),
        file("save:png-square", &square),
    ])
}

fn texts(view: &View, sharing: &Sharing) -> Element {
    let words = &view.locale.annex().downloads;
    let copy = |action| file(action, words.copy);
    let system = sharing.can_share.then(|| file("share", words.system));
    let [own, other] = &sharing.citations;
    let cited = |style| render(words.cited, &[("style", style)]);
    let is_there = |text: &String| !text.is_empty();
    html("div")
        .class("codes")
        .maybe(is_there(&sharing.link).then(|| {
            text(words.link, "link", &sharing.link).child(buttons([Some(copy("copy:link")), system]))
        }))
        // What is copied holds the static twin as well, which is too long to be read here.
        .maybe(is_there(&sharing.element).then(|| {
            text(words.embed, "embed", &sharing.element)
                .child(html("p").class("muted").text(words.with_twin))
                .child(buttons([Some(copy("copy:element")), None]))
        }))
        .maybe(is_there(&sharing.frame).then(|| {
            text(words.frame, "frame", &sharing.frame).child(buttons([Some(copy("copy:iframe")), None]))
        }))
        .child(
            head(words.static_version)
                .child(buttons([Some(copy("copy:static")), Some(file("save:html", words.html))])),
        )
        .child(text(&cited(own.0), "citation", &own.1).child(buttons([Some(copy("copy:citation")), None])))
        .child(
            text(&cited(other.0), "citation-other", &other.1)
                .child(buttons([Some(copy("copy:citation-other")), None])),
        )
}

fn head(head: &str) -> Element {
    html("div").class("code").keyed(head).child(html("strong").text(head))
}

/// Text to copy: readable in place, so that it can be taken by hand where copying is not allowed.
fn text(name: &str, which: &'static str, text: &str) -> Element {
    head(name).child(html("pre").with("data-code", which).with("tabindex", "0").text(text))
}

fn buttons(buttons: [Option<Element>; 2]) -> Element {
    html("div").class("files").children(buttons.into_iter().flatten())
}
