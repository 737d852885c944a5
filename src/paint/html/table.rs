//! A chart's data as a real table.

use super::super::node::{Element, html};
use super::controls::{button, file, flag};
use super::tier_class;
use crate::chart::{Cell, Column, Figure, Row, Table};
use crate::locale::Locale;
use crate::quantity::count_text;
use crate::widget::{Mode, State, View, ViewKind};
use crate::word::text;

/// Tables with more rows scroll by themselves, so that what stands below them stays near.
pub(super) const LONG: usize = 24;

/// The table in a region of its own, which scrolls sideways where it must, and its files below. In the static mode
/// it stands beside the chart.
pub(super) fn region(view: &View) -> Element {
    let shown = view.is(ViewKind::Table);
    let long = view.table.rows.len() > LONG;
    let region = html("div")
        .class(if long { "scroll long" } else { "scroll" })
        .with("part", "table")
        .with("role", "region")
        .with_text("aria-label", &view.table.caption)
        .with_if(shown, "tabindex", "0")
        .keyed("scroll")
        // Browsers do not paint buttons in a head that they repeat on each sheet.
        .child(table(&view.table, view.locale, (view.mode == Mode::Live).then_some(&view.state)));
    html("div")
        .class(if shown { "table shown" } else { "table" })
        .keyed("table")
        .child(region)
        // What is in it is drawn as the reader scrolls.
        .maybe(view.listed.then(|| html("div").class("listed").keyed("listed")))
        .maybe(shown.then(|| files(view)))
}

/// The files of the table, and the table for a spreadsheet that is open.
fn files(view: &View) -> Element {
    let ui = &view.locale.ui;
    let entries = [
        ("save:csv-all", ui.csv_all),
        ("save:csv-selection", ui.csv_selection),
        ("save:json", "JSON"),
        ("copy:table", ui.copy_table),
    ];
    html("div").class("files").keyed("files").children(entries.map(|(action, word)| file(action, word)))
}

/// The table alone; in a widget it can be sorted, and each row tells what it stands on.
pub(super) fn table(table: &Table, locale: &Locale, widget: Option<&State>) -> Element {
    let heads = table.columns.iter().enumerate();
    let head = html("tr").children(heads.map(|(index, column)| heading(column, index + 1, locale, widget)));
    let rows = |rows: &[Row]| -> Vec<Element> {
        rows.iter().map(|row| line(row, &table.columns, locale, widget).keyed(&row.key.text())).collect()
    };
    let body = html("tbody").children(rows(&table.rows));
    let footer = (!table.footer.is_empty()).then(|| html("tfoot").children(rows(&table.footer)));
    html("table").child(caption(table, widget)).child(html("thead").child(head)).child(body).maybe(footer)
}

/// In a widget the caption's words can stay in place while the table scrolls.
fn caption(table: &Table, widget: Option<&State>) -> Element {
    let caption = html("caption");
    match widget {
        Some(_) => caption.child(html("span").text(&table.caption)),
        None => caption.text(&table.caption),
    }
}

pub(super) fn heading(column: &Column, number: usize, locale: &Locale, widget: Option<&State>) -> Element {
    let cell = html("th").with("scope", "col").with_if(column.numeric, "class", "number");
    // Spans and no `small`, which editors drop together with its words.
    let remarks = |element: Element| {
        let element = element.text(&column.name);
        let element = if column.unit.is_empty() {
            element
        } else {
            element.text(" ").child(html("span").class("unit").text(&column.unit))
        };
        if column.derived {
            element.text(" ").child(html("span").class("derived").text(locale.ui.derived))
        } else {
            element
        }
    };
    let Some(state) = widget.filter(|_| column.sortable) else {
        return cell.child(apart(remarks(html("div"))));
    };
    let sort = state.sort.filter(|sort| sort.column == number);
    let cell = match sort.map(|sort| sort.falling) {
        Some(true) => cell.with("aria-sort", "descending"),
        Some(false) => cell.with("aria-sort", "ascending"),
        None => cell,
    };
    cell.child(remarks(button(&text!("sort:{count_text(number)}")).with("title", locale.ui.sort)))
}

/// The box of a head's words where nobody styles it: Quill runs heads without one into each other, and the space does not
/// let them run into each other where tags are stripped. Behind the box, wangEditor would take it for all of the cell.
pub(super) fn apart(words: Element) -> Element {
    words.text(" ")
}

pub(super) fn line(row: &Row, columns: &[Column], locale: &Locale, widget: Option<&State>) -> Element {
    let class = if row.kept { tier_class(row.tier) } else { "aside".to_owned() };
    let cells = row.cells.iter().zip(columns).enumerate().map(|(index, (content, column))| {
        if index > 0 {
            return cell(content, column, locale);
        }
        let swatch = row.tier.map(|_| html("i").class("swatch"));
        let head = html("th").with("scope", "row");
        let Some(state) = widget else {
            return head.child(apart(html("div").maybe(swatch).text(content.text())));
        };
        let key = row.key.text();
        let open = state.chosen() == Some(row.key);
        let source = button(&text!("source:{key}")).with("aria-expanded", flag(open));
        head.child(source.with("title", locale.ui.sources).maybe(swatch).text(content.text()))
    });
    let element = html("tr").children(cells);
    if class.is_empty() { element } else { element.with_text("class", &class) }
}

fn cell(cell: &Cell, column: &Column, locale: &Locale) -> Element {
    let element = html("td").with_if(column.numeric, "class", "number");
    match cell {
        Cell::Plain(text) => element.text(text),
        Cell::Original(text) => super::card::original(element, locale).text(text),
        Cell::Printed(figure) => element.text(&figure.text),
        Cell::Marked(figure) => element.text(&figure.text).child(html("sup").class("derived").text("*")),
        Cell::Missing(text) => element.child(html("span").class("missing").text(text)),
        Cell::Empty => element.text(locale.table.empty),
        Cell::Derived { figure: Figure { text, .. }, arithmetic } => {
            let element = element.with_text("title", arithmetic);
            if column.derived {
                return element.text(text);
            }
            let tag = html("span").class("derived").text(locale.ui.derived);
            element.text(&text!("{text} ")).child(tag)
        }
    }
}
