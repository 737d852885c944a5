//! A chart's data as a real table.

use super::super::node::{Element, html};
use crate::chart::{Cell, Column, Row, Table};
use crate::locale::Locale;
use crate::widget::{View, ViewKind};
use crate::word::concat;

/// The table in a region of its own, which scrolls sideways where it must. On paper it stands beside
/// the chart.
pub(super) fn region(view: &View) -> Element {
    let shown = view.is(ViewKind::Table);
    html("div")
        .class(if shown { "table shown" } else { "table" })
        .with("part", "table")
        .with("role", "region")
        .with_text("aria-label", &view.table.caption)
        .with_if(shown, "tabindex", "0")
        .keyed("table")
        .child(table(&view.table, view.locale))
}

/// The table alone.
pub(super) fn table(table: &Table, locale: &Locale) -> Element {
    let head = html("tr").children(table.columns.iter().map(|column| heading(column, locale)));
    let columns = &table.columns;
    let body =
        html("tbody").children(table.rows.iter().map(|row| line(row, columns, locale).keyed(&row.key)));
    let footer = (!table.footer.is_empty()).then(|| {
        html("tfoot").children(table.footer.iter().map(|row| line(row, columns, locale).keyed(&row.key)))
    });
    html("table")
        .child(html("caption").text(&table.caption))
        .child(html("thead").child(head))
        .child(body)
        .maybe(footer)
}

fn heading(column: &Column, locale: &Locale) -> Element {
    let cell = html("th").with("scope", "col").with_if(column.numeric, "class", "number").text(&column.name);
    let cell =
        if column.unit.is_empty() { cell } else { cell.text(" ").child(html("small").text(&column.unit)) };
    if column.derived {
        cell.text(" ").child(html("small").class("derived").text(locale.ui.derived))
    } else {
        cell
    }
}

fn line(row: &Row, columns: &[Column], locale: &Locale) -> Element {
    let class = match (row.tier.map(|tier| tier.number()), row.kept) {
        (_, false) => "aside",
        (Some(1), _) => "t1",
        (Some(2), _) => "t2",
        (Some(3), _) => "t3",
        (Some(_), _) => "t4",
        (None, true) => "",
    };
    let cells = row.cells.iter().zip(columns).enumerate().map(|(index, (content, column))| {
        if index > 0 {
            return cell(content, column, locale);
        }
        let swatch = row.tier.map(|_| html("i").class("swatch"));
        html("th").with("scope", "row").maybe(swatch).text(content.text())
    });
    html("tr").with_if(!class.is_empty(), "class", class).children(cells)
}

fn cell(cell: &Cell, column: &Column, locale: &Locale) -> Element {
    let element = html("td").with_if(column.numeric, "class", "number");
    match cell {
        Cell::Plain(text) => element.text(text),
        Cell::Marked(text) => element.text(text).child(html("sup").class("derived").text("*")),
        Cell::Missing(text) => element.child(html("span").class("missing").text(text)),
        Cell::Empty => element.text(locale.table.empty),
        Cell::Derived { text, arithmetic } => {
            let element = element.with_text("title", arithmetic);
            let tag = (!column.derived).then(|| html("small").class("derived").text(locale.ui.derived));
            let gap = if column.derived { "" } else { " " };
            element.maybe(tag).text(&concat(&[gap, text]))
        }
    }
}
