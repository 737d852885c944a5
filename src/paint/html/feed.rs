//! A chart for places that strip everything but plain markup: feeds, newsletters, messengers, cautious systems.
//!
//! One image that links to the live chart, then words and a table. Only elements and attributes that the usual
//! sanitizers keep, and nothing that needs a style sheet.

use super::super::node::{Element, Node, html};
use super::note_element;
use crate::chart::{Cell, Column, Row, Table};
use crate::locale::{Locale, fill};
use crate::widget::View;
use crate::word::{concat, joined};

/// A picture that is kept elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Image<'a> {
    /// Its full address.
    pub address: &'a str,
    /// Its width in CSS pixels.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// What it says to those who do not see it.
    pub alternative: String,
}

/// The chart of `view` around `image`.
#[inline(never)]
pub fn feed(view: &View, image: &Image<'_>) -> Element {
    let locale = view.locale;
    let picture = html("img")
        .with_text("src", image.address)
        .with_text("alt", &image.alternative)
        .with_number("width", image.width)
        .with_number("height", image.height);
    html("div")
        .with("lang", locale.language.tag())
        .child(html("p").child(linked(view).child(picture)))
        .child(html("h3").text(&view.telling.heading))
        .maybe((!view.telling.summary.is_empty()).then(|| html("p").text(&view.telling.summary)))
        .child(table(&view.table, locale))
        .children(view.notes.iter().map(|note| plain(note_element(note, locale))))
        .child(html("p").text(&concat(&[&view.source, " ", view.edition])))
        .child(open(view))
}

/// The way to the live chart.
pub(super) fn open(view: &View) -> Element {
    html("p").child(linked(view).text(view.locale.annex().take.open))
}

fn linked(view: &View) -> Element {
    html("a").with_text("href", &view.address)
}

/// A note without the class of its marker, which only style sheets need.
fn plain(mut note: Element) -> Element {
    for child in &mut note.children {
        if let Node::Element(marker) = child {
            marker.attributes.clear();
        }
    }
    note
}

/// What the filter keeps, as a table of words alone.
fn table(table: &Table, locale: &Locale) -> Element {
    let heads = table.columns.iter();
    let heads = heads.map(|column| html("th").with("scope", "col").text(&head(column, locale)));
    let lines = |rows: &[Row]| -> Vec<Element> {
        rows.iter().filter(|row| row.kept).map(|row| line(row, &table.columns, locale)).collect()
    };
    let part = |name: &'static str, rows: &[Row]| html(name).children(lines(rows));
    // Sums are of all rows: they stay as long as none is left out.
    let summed = !table.footer.is_empty() && table.rows.iter().all(|row| row.kept);
    html("table")
        .child(html("caption").text(&table.caption))
        .child(html("thead").child(html("tr").children(heads)))
        .child(part("tbody", &table.rows))
        .maybe(summed.then(|| part("tfoot", &table.footer)))
}

/// A column's name with its unit, and whether it is derived.
fn head(column: &Column, locale: &Locale) -> String {
    let remarks = [&*column.unit, if column.derived { locale.ui.derived } else { "" }];
    let remarks = joined(locale.ui.comma, remarks.into_iter().filter(|remark| !remark.is_empty()));
    if remarks.is_empty() {
        return column.name.clone();
    }
    fill(locale.annex().facts.tagged, &[("said", &column.name), ("tags", &remarks)])
}

fn line(row: &Row, columns: &[Column], locale: &Locale) -> Element {
    let cells = row.cells.iter().zip(columns).enumerate().map(|(index, (cell, column))| {
        let element = if index == 0 { html("th").with("scope", "row") } else { html("td") };
        element.text(&content(cell, column, locale))
    });
    html("tr").children(cells)
}

fn content(cell: &Cell, column: &Column, locale: &Locale) -> String {
    match cell {
        Cell::Marked(text) => concat(&[text, "*"]),
        Cell::Derived { text, .. } if !column.derived => fill(locale.tier_notes.tagged, &[("text", text)]),
        Cell::Empty => locale.table.empty.to_owned(),
        _ => cell.text().to_owned(),
    }
}
