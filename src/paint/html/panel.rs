//! What opens under the actions: files to save, and texts to pass on.

use super::super::node::{Element, html};
use super::controls::file;
use super::heading;
use crate::locale::render;
use crate::widget::{Panel, Sharing, View, other_language};
use crate::word::{Keyword, lower_first, text};

/// The open panel, named as the button that opens it, unless its control is not shown.
#[part::of(annex)]
pub(super) fn panel(view: &View, panel: Panel) -> Option<Element> {
    let ui = &view.locale.ui;
    let ([name, _], content) = match (panel, &view.sharing) {
        (Panel::Download, _) => (ui.download, files(view)),
        (Panel::Share, Some(sharing)) => (ui.share, texts(view, sharing)),
        (Panel::Share, None) => return None,
    };
    let panel_box = html("div").class("panel").with("id", "panel").keyed("panel");
    let named = panel_box.with("role", "group").with("aria-label", name);
    view.shows(panel.word()).then(|| named.child(content))
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
    let [own, other] = &sharing.citations;
    let cited = |style| render(words.cited, &[("style", style)]);
    let is_there = |text: &String| !text.is_empty();
    let link = || {
        let system = sharing.can_share.then(|| file("share", words.system));
        code(view, words.link, [Some(text("link", &sharing.link)), None], "copy:link", system)
    };
    let embed = || {
        // What is copied holds the static twin as well, which is too long to be read here.
        let twin = html("p").class("muted").text(words.with_twin);
        code(view, words.embed, [Some(text("embed", &sharing.element)), Some(twin)], "copy:element", None)
    };
    let frame = || code(view, words.frame, [Some(text("frame", &sharing.frame)), None], "copy:iframe", None);
    let saved = Some(file("save:html", words.html));
    let foreign = other_language(view.locale.language).tag();
    html("div")
        .class("codes")
        .maybe(is_there(&sharing.link).then(link))
        .maybe(is_there(&sharing.element).then(embed))
        .maybe(is_there(&sharing.frame).then(frame))
        .child(code(view, words.static_version, [None, None], "copy:static", saved))
        .child(code(view, &cited(own.0), [Some(text("citation", &own.1)), None], "copy:citation", None))
        .child(code(
            view,
            &cited(other.0),
            [Some(text("citation-other", &other.1).with("lang", foreign)), None],
            "copy:citation-other",
            None,
        ))
}

/// Something to copy: its name, what there is to read of it, the button that copies it, and another one.
fn code(
    view: &View,
    name: &str,
    shown: [Option<Element>; 2],
    action: &'static str,
    also: Option<Element>,
) -> Element {
    let what = lower_first(name);
    let copy = render(view.locale.annex().downloads.copy, &[("what", &what)]);
    html("div")
        .class("code")
        .keyed(name)
        .child(heading(view, 1).class("name").text(name))
        .children(shown.into_iter().flatten())
        .child(html("div").class("files").child(file(action, &copy)).maybe(also))
}

/// Text to copy: readable in place, so that it can be taken by hand where copying is not allowed.
fn text(which: &'static str, text: &str) -> Element {
    html("pre").with("data-code", which).text(text)
}
