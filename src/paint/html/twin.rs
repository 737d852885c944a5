//! The static twin: figure, table, notes and source that stand without script and without styles.

use super::super::node::{Element, Node, html, svg};
use super::super::path::{numbers, px};
use super::super::svg::{rect_element, static_picture};
use super::linked::linked;
use super::{heading, note_element, table};
use crate::geometry::Rect;
use crate::theme::{Role, Theme};
use crate::widget::View;
use crate::word::{Keyword, text};

/// The twin of a view, for the page's own markup. It carries no style, and no script that runs; `described`, it tells
/// search engines what its table is.
pub fn twin(view: &View, theme: &Theme, described: bool) -> Element {
    html("figure")
        .with("lang", view.locale.language.tag())
        .with("data-chart", view.state.chart.word())
        .child(
            html("figcaption")
                .child(heading(view, 0).text(&view.headline.heading))
                .maybe((!view.headline.summary.is_empty()).then(|| html("p").text(&view.headline.summary))),
        )
        .child(picture(view, theme))
        .maybe(chosen(view))
        .child(data(view))
        .children(view.notes.iter().map(|note| note_element(note, view.locale)))
        .child(html("p").text(&text!("{view.source} {view.edition}")))
        .maybe(described.then(|| linked(view)))
}

/// The county that is selected, of which the picture has only a frame.
fn chosen(view: &View) -> Option<Element> {
    view.state.county?;
    let mark = view.scene.marks().find(|mark| mark.selected)?;
    Some(html("p").child(html("strong").text(&mark.name)))
}

/// The table. Most are folded: a word takes no less room than its letters, so a page without styles would scroll sideways on
/// a phone; and a long one would make the twin many times as high as the widget in its place. Chinese breaks between its
/// characters, so a few columns of it always fit; in the tables of others, its cells may hold words of letters.
fn data(view: &View) -> Element {
    let mut table = table::table(&view.table, view.locale, None);
    // Browsers repeat a foot on each sheet; where no style sheet forbids it, sums are rows like others.
    if let Some(Node::Element(last)) = table.children.last_mut() {
        last.tag = "tbody";
    }
    let is_narrow = view.locale.is_dense() && !view.locale.is_own() && view.table.columns.len() <= 5;
    if is_narrow && view.table.rows.len() <= table::LONG {
        return table;
    }
    html("details").child(html("summary").text(&view.table.caption)).child(table)
}

/// Ground around the drawing, in pixels.
const EDGE: f64 = 4.0;

/// What a page may say of all its text, or of every `svg`, goes no further than to the drawing: each as a picture has it
/// that stands alone.
const PLAIN: [(&str, &str); 7] = [
    ("direction", "ltr"),
    ("text-anchor", "start"),
    ("font-weight", "400"),
    ("letter-spacing", "0"),
    ("word-spacing", "0"),
    ("stroke", "none"),
    ("stroke-width", "1"),
];

/// The widest picture that a phone's page has room for with nothing but its own margin at each side.
const NARROW: f64 = 264.0;

/// The picture brings its own ground, since the page may have another.
///
/// A narrow one never shrinks, so its texts stay readable: the drawing stands in the middle of a box that is twice as wide
/// as the figure, and so reaches evenly into the margins on both sides of a figure with less room. One that was asked for
/// wider keeps its size on wide pages and shrinks on narrow ones.
fn picture(view: &View, theme: &Theme) -> Element {
    let frame = Rect::new(0.0, 0.0, view.scene.width, view.scene.height).grown(EDGE);
    let [left, width] = if frame.width > NARROW { ["0", "100%"] } else { ["-50%", "200%"] };
    let mut picture = static_picture(&view.scene, theme, view.locale);
    let mut drawing = svg("g");
    drawing.attributes.extend(PLAIN.map(|(name, value)| (name, value.into())));
    for (name, value) in &mut picture.attributes {
        match *name {
            // With a view box it would shrink with the page.
            "viewBox" => (*name, *value) = ("overflow", "visible".into()),
            "width" => *value = "100%".into(),
            "height" => *value = px(frame.height).into(),
            "font-family" => drawing.attributes.push((name, value.clone())),
            _ => {}
        }
    }
    let ground = rect_element(frame, 0.0).with_text("fill", &theme.color(Role::Surface).css());
    drawing = drawing.child(ground);
    // The title stays first.
    drawing.children.extend(picture.children.drain(1..));
    let middle = svg("svg")
        .with("x", left)
        .with("width", width)
        .with_number("height", frame.height)
        .with_text("viewBox", &numbers(&[frame.x, frame.y, frame.width, frame.height]));
    picture.child(middle.child(drawing))
}
