//! A table that is too long for a page: the rows in sight, with room in the place of the others, and a field to find some.

use super::super::node::{Element, html};
use super::table::Drawn;
use crate::chart::strip::Window;
use crate::chart::{Size, Table};
use crate::locale::Locale;
use crate::paint::path::px;
use crate::quantity::count_text;
use crate::widget::State;

/// What is drawn of a long table.
pub struct List<'a> {
    /// The rows in sight.
    pub table: &'a Table,
    /// Where they stand.
    pub window: Window,
    /// How many rows there are in all.
    pub rows: usize,
    /// How many that is, in words.
    pub count: &'a str,
    /// The size of the widget.
    pub size: Size,
    /// The name of the field.
    pub search: &'static str,
}

/// The table.
#[part::of(own)]
pub fn list(list: &List<'_>, locale: &Locale, state: &State) -> Element {
    let input = html("input")
        .keyed("input")
        .with("type", "search")
        .with("data-action", "search")
        .with("maxlength", "200")
        .with("autocomplete", "off")
        .with("autocapitalize", "off")
        .with("spellcheck", "false");
    let region = html("div")
        .class("scroll window")
        .with("role", "region")
        .with_text("aria-label", &list.table.caption)
        .with("aria-description", locale.ui.table_keys)
        .with("data-arrows", "table-window")
        // The focus waits here when its row goes out of the page.
        .with("tabindex", "-1")
        .keyed("scroll")
        .child(table(list, locale, state));
    html("div")
        .child(
            html("label")
                .class("search")
                .keyed("search")
                .child(html("span").class("label").text(list.search))
                .child(input),
        )
        .child(html("p").class("count").keyed("count").text(list.count))
        .child(region)
}

fn table(list: &List<'_>, locale: &Locale, state: &State) -> Element {
    let List { table, window, .. } = list;
    let drawn = Drawn::new(&table.columns, &[&table.rows], locale, Some((state, list.size)));
    let numbered = |row: Element, number: usize| row.with_text("aria-rowindex", &count_text(number));
    let rows = table
        .rows
        .iter()
        .enumerate()
        .map(|(index, row)| numbered(drawn.line(row).keyed(&row.key.text()), window.first + index + 2));
    drawn
        .role(html("table"), "table")
        .with_text("aria-rowcount", &count_text(list.rows + 1))
        .child(html("caption").child(html("span").text(&table.caption)))
        .child(drawn.group("thead").child(numbered(drawn.heads(), 1)))
        .child(space("above", window.above))
        .child(drawn.group("tbody").keyed("rows").children(rows))
        .child(space("below", window.below))
}

/// Room in the place of rows. Policies forbid styles in markup.
fn space(key: &str, height: f64) -> Element {
    let cell = html("td").with_text("height", &px(height));
    html("tbody").keyed(key).with("aria-hidden", "true").child(html("tr").child(cell))
}
