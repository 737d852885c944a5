//! The static twin: figure, table, notes and source that stand without script and without styles.

use super::super::node::{Element, Node, html, svg};
use super::super::path::{numbers, px};
use super::super::svg::{rect_element, static_picture};
use super::linked::linked;
use super::{note_element, table};
use crate::chart::{Cell, Column, Table};
use crate::geometry::Rect;
use crate::locale::Locale;
use crate::text::{width, wrap_greedy};
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
                .child(html("h3").text(&view.headline.heading))
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

/// Width of a phone's page between the margins that browsers give page and figure, less the one on the right, into which
/// a table may reach.
const ROOM: f64 = 232.0;

/// The table. One that would make a narrow page scroll sideways is folded, and so is a long one: the twin shall not be many
/// times as high as the widget in its place.
fn data(view: &View) -> Element {
    let mut table = table::table(&view.table, view.locale, None);
    // Browsers repeat a foot on each sheet; where no style sheet forbids it, sums are rows like others.
    if let Some(Node::Element(last)) = table.children.last_mut() {
        last.tag = "tbody";
    }
    if view.table.rows.len() <= table::LONG && least_width(&view.table, view.locale) <= ROOM {
        return table;
    }
    html("details").child(html("summary").text(&view.table.caption)).child(table)
}

/// How narrow browsers can set a table without styles: each column as wide as its widest word.
fn least_width(table: &Table, locale: &Locale) -> f64 {
    let rows = || table.rows.iter().chain(&table.footer);
    let column = |(index, column): (usize, &Column)| {
        let heads = [&*column.name, &column.unit].map(|words| widest_word(words, true));
        let cells = rows().filter_map(|row| row.cells.get(index));
        let tagged = column.derived || cells.clone().any(|cell| matches!(cell, Cell::Derived { .. }));
        let tag = if tagged { widest_word(locale.ui.derived, column.derived) } else { 0.0 };
        let cells = cells.map(|cell| widest_word(cell.text(), index == 0));
        // The padding of a cell and the space between two.
        heads.into_iter().chain(cells).fold(tag, f64::max) + 4.0
    };
    table.columns.iter().enumerate().map(column).sum()
}

/// Width of the widest word in the size that pages begin with. Chinese breaks between characters.
fn widest_word(words: &str, bold: bool) -> f64 {
    wrap_greedy(words, 16.0, bold, 0.0).iter().map(|word| width(word, 16.0, bold)).fold(0.0, f64::max)
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
    // A view box of its own would let the page scale the picture.
    picture.attributes.retain(|(name, _)| *name != "viewBox");
    for (name, value) in &mut picture.attributes {
        match *name {
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
        .with_text("viewBox", &numbers(&[frame.x, frame.y, frame.width, frame.height]))
        .with("preserveAspectRatio", "xMidYMin");
    picture.with("overflow", "visible").child(middle.child(drawing))
}
