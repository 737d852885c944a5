//! A chart for places that strip everything but plain markup: feeds, newsletters, messengers, cautious systems.
//!
//! One image, words, a table, and a link to the live chart. Only elements and attributes that the usual sanitizers keep,
//! and nothing that needs a style sheet: two styles keep image and table within their column, where they are kept.

use super::super::node::{Element, Node, html};
use super::table::apart;
use super::{heading, note_element};
use crate::chart::{Cell, Column, Row, Table};
use crate::locale::{Locale, render};
use crate::widget::View;
use crate::word::{joined, text};

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

/// The chart of `view` with `image`, block by block. They have no box around them and no link around the image:
/// wangEditor, an editor, would keep their words alone.
pub(super) fn feed(view: &View, image: &Image<'_>) -> Vec<Element> {
    let locale = view.locale;
    let picture = html("img")
        .with_text("src", image.address)
        .with_text("alt", &image.alternative)
        .with_number("width", image.width)
        .with_number("height", image.height)
        // As wide as its column, where no style sheet says so.
        .with("style", "max-width:100%;height:auto");
    let mut blocks = vec![html("p").child(picture), heading(view, 0).text(&view.headline.heading)];
    blocks.extend((!view.headline.summary.is_empty()).then(|| html("p").text(&view.headline.summary)));
    blocks.push(table(&view.table, locale));
    blocks.extend(view.notes.iter().map(|note| plain(note_element(note, locale))));
    blocks.push(html("p").text(&text!("{view.source} {view.edition}")));
    blocks.push(open(view));
    blocks.into_iter().map(|block| block.with("lang", locale.language.tag())).collect()
}

/// The way to the live chart.
pub(super) fn open(view: &View) -> Element {
    html("p").child(html("a").with_text("href", &view.address).text(view.locale.annex().downloads.open))
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
    let heads = heads.map(|column| head_cell("col", &head(column, locale)));
    let lines = |rows: &[Row]| -> Vec<Element> {
        rows.iter().filter(|row| row.kept).map(|row| line(row, &table.columns, locale)).collect()
    };
    let body = |rows: &[Row]| html("tbody").children(lines(rows));
    // Sums are of all rows: they stay as long as none is left out.
    let summed = !table.footer.is_empty() && table.rows.iter().all(|row| row.kept);
    html("table")
        // Wider than its column, it scrolls by itself.
        .with("style", "display:block;max-width:100%;overflow:auto")
        .child(html("caption").text(&table.caption))
        .child(html("thead").child(html("tr").children(heads)))
        .child(body(&table.rows))
        // No foot, which would be repeated on each sheet of paper.
        .maybe(summed.then(|| body(&table.footer)))
}

/// A head of a column or a row.
fn head_cell(scope: &'static str, words: &str) -> Element {
    html("th").with("scope", scope).child(apart(html("div").text(words)))
}

/// A column's name with its unit, and whether it is derived.
fn head(column: &Column, locale: &Locale) -> String {
    let remarks = [&*column.measure(), if column.derived { locale.ui.derived } else { "" }];
    let remarks = joined(locale.ui.comma, remarks.into_iter().filter(|remark| !remark.is_empty()));
    if remarks.is_empty() {
        return column.name.clone();
    }
    render(locale.annex().facts.tagged, &[("said", &column.name), ("tags", &remarks)])
}

fn line(row: &Row, columns: &[Column], locale: &Locale) -> Element {
    let cells = row.cells.iter().zip(columns).enumerate().map(|(index, (cell, column))| {
        let words = content(cell, column, locale);
        if index == 0 { head_cell("row", &words) } else { html("td").text(&words) }
    });
    html("tr").children(cells)
}

fn content(cell: &Cell, column: &Column, locale: &Locale) -> String {
    match cell {
        Cell::Marked(figure) => text!("{figure.text}*"),
        Cell::Derived { figure, .. } if !column.derived => {
            render(locale.tiers.tagged, &[("text", &figure.text)])
        }
        Cell::Empty => locale.table.empty.to_owned(),
        _ => cell.text().to_owned(),
    }
}
