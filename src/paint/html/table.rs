//! A chart's data as a real table.

use super::super::node::{Element, Node, html};
use super::controls::{button, file, flag};
use super::tier_class;
use crate::chart::{Cell, Column, Figure, Row, Table};
use crate::locale::Locale;
use crate::quantity::count_text;
use crate::scene::MarkKey;
use crate::widget::{Mode, State, View, ViewKind};
use crate::word::text;

/// Tables with more rows scroll by themselves, so that what stands below them stays near.
pub(super) const LONG: usize = 24;

/// The table in a region of its own, which scrolls sideways where it must, below its files. In the static mode it stands
/// beside the chart. The card of one of its rows is taken and put behind that row.
pub(super) fn region(view: &View, card: &mut Option<Element>) -> Element {
    let shown = view.is(ViewKind::Table);
    let long = view.table.rows.len() > LONG;
    // Browsers do not paint buttons in a head that they repeat on each sheet.
    let mut table = table(&view.table, view.locale, (view.mode == Mode::Live).then_some(&view.state));
    if view.detail.is_some() {
        *card = card.take().and_then(|card| open(view, &mut table, card));
    }
    let region = html("div")
        .class(if long { "scroll long" } else { "scroll" })
        .with("part", "table")
        .with("role", "region")
        .with_text("aria-label", &view.table.caption)
        .with_if(shown, "aria-description", view.locale.ui.table_keys)
        .with_if(shown, "data-arrows", "table")
        .keyed("scroll")
        .child(table);
    html("div")
        .class(if shown { "table shown" } else { "table" })
        .keyed("table")
        .maybe(shown.then(|| files(view)))
        .child(region)
        // What is in it is drawn as the reader scrolls.
        .maybe(view.listed.then(|| html("div").class("listed").keyed("listed")))
}

/// The files of the table, and the table for a spreadsheet that is open: a single Tab stop, as the table is.
fn files(view: &View) -> Element {
    let ui = &view.locale.ui;
    let entries = [
        ("save:csv-all", ui.csv_all),
        ("save:csv-selection", ui.csv_selection),
        ("save:json", "JSON"),
        ("copy:table", ui.copy_table),
    ];
    html("div")
        .class("files")
        .with("role", "toolbar")
        .with("data-arrows", "row")
        .with("aria-label", ui.download[0])
        // Styles show it.
        .with("aria-description", ui.table_keys)
        .keyed("files")
        .children(entries.map(|(action, word)| file(action, word)))
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
        let source = button(&text!("source:{key}")).with("aria-expanded", flag(open)).with_if(
            open,
            "aria-controls",
            super::card::ID,
        );
        head.child(source.with("title", locale.ui.sources).maybe(swatch).text(content.text()))
    });
    let element = html("tr").children(cells);
    if class.is_empty() { element } else { element.with_text("class", &class) }
}

/// Puts the card of the chosen row behind it, in a row of its own. Returns the card of anything else.
#[part::of(annex)]
fn open(view: &View, table: &mut Element, card: Element) -> Option<Element> {
    let Some(key) = view.state.chosen().map(MarkKey::text) else { return Some(card) };
    for group in &mut table.children {
        let Node::Element(group) = group else { continue };
        let is_chosen = |node: &Node| matches!(node, Node::Element(row) if row.key == key);
        if let Some(place) = group.children.iter().position(is_chosen) {
            let columns = count_text(view.table.columns.len());
            let cell = html("td").with_text("colspan", &columns).child(card);
            let row = html("tr").class("opened").keyed("opened").child(cell);
            group.children.insert(place + 1, Node::Element(row));
            return None;
        }
    }
    Some(card)
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
