//! A chart's data as a real table.

use super::super::node::{Element, Node, html};
use super::controls::{button, file, flag};
use super::tier_class;
use crate::chart::{Cell, Column, Figure, Row, Size, Table};
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
    let mut table = table(&view.table, view.locale, (view.mode == Mode::Live).then_some(view));
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
pub(super) fn table(table: &Table, locale: &Locale, widget: Option<&View>) -> Element {
    let rows = [&*table.rows, &table.footer];
    let drawn = Drawn::new(&table.columns, &rows, locale, widget.map(|view| (&view.state, view.size)));
    let lines = |group: &'static str, rows: &[Row]| {
        drawn.group(group).children(rows.iter().map(|row| drawn.line(row).keyed(&row.key.text())))
    };
    // In a widget the caption's words can stay in place while the table scrolls.
    let caption = match widget {
        Some(_) => html("caption").child(html("span").text(&table.caption)),
        None => html("caption").text(&table.caption),
    };
    drawn
        .role(html("table"), "table")
        .child(caption)
        .child(drawn.group("thead").child(drawn.heads()))
        .child(lines("tbody", &table.rows))
        .maybe((!table.footer.is_empty()).then(|| lines("tfoot", &table.footer)))
}

/// How a table is drawn.
pub(super) struct Drawn<'a> {
    columns: &'a [Column],
    locale: &'a Locale,
    /// In a widget, its state.
    state: Option<&'a State>,
    /// Whether rows are cards, each cell with the head of its column: narrow widgets have no room for columns.
    is_cards: bool,
    /// The most decimals that a figure of each column has.
    decimals: Vec<usize>,
}

impl<'a> Drawn<'a> {
    /// `widget` is the state and the size of the widget that the table stands in.
    pub(super) fn new(
        columns: &'a [Column],
        rows: &[&[Row]],
        locale: &'a Locale,
        widget: Option<(&'a State, Size)>,
    ) -> Self {
        let most = |index: usize| {
            let cells = rows.iter().copied().flatten().filter_map(|row| row.cells.get(index));
            cells.map(decimals).max().unwrap_or_default()
        };
        let columns_in_widget = if widget.is_some() { columns.len() } else { 0 };
        Drawn {
            columns,
            locale,
            state: widget.map(|(state, _)| state),
            is_cards: widget.is_some_and(|(_, size)| size.is_narrow()),
            decimals: (0..columns_in_widget).map(most).collect(),
        }
    }

    /// Styles make boxes of what cards consist of, and some browsers then forget what a table is.
    pub(super) fn role(&self, element: Element, role: &'static str) -> Element {
        element.with_if(self.is_cards, "role", role)
    }

    /// Head, body or foot.
    pub(super) fn group(&self, tag: &'static str) -> Element {
        self.role(html(tag), "rowgroup")
    }

    /// The row of heads.
    pub(super) fn heads(&self) -> Element {
        let heads = self.columns.iter().enumerate().map(|(index, column)| self.head(column, index + 1));
        self.role(html("tr"), "row").children(heads)
    }

    fn head(&self, column: &Column, number: usize) -> Element {
        let cell = html("th").with("scope", "col").with_if(column.numeric, "class", "number");
        let cell = self.role(cell, "columnheader");
        let Some(state) = self.state.filter(|_| column.sortable) else {
            return cell.child(apart(self.words(column, html("div"))));
        };
        let sort = state.sort.filter(|sort| sort.column == number);
        let cell = match sort.map(|sort| sort.falling) {
            Some(true) => cell.with("aria-sort", "descending"),
            Some(false) => cell.with("aria-sort", "ascending"),
            None => cell,
        };
        let button = button(&text!("sort:{count_text(number)}")).with("title", self.locale.ui.sort);
        cell.child(self.words(column, button))
    }

    /// `element` with the name of a column, and in a line of its own what its numbers are. Spans and no `small`, which editors
    /// drop together with its words.
    fn words(&self, column: &Column, element: Element) -> Element {
        let element = element.text(&column.name);
        let unit = &column.unit;
        let tag = column.derived.then(|| html("span").class("derived").text(self.locale.ui.derived));
        if unit.is_empty() && tag.is_none() {
            return element;
        }
        let gap = if unit.is_empty() || tag.is_none() { "" } else { " · " };
        element.text(" ").child(html("span").class("unit").text(&text!("{unit}{gap}")).maybe(tag))
    }

    /// A row.
    pub(super) fn line(&self, row: &Row) -> Element {
        let class = if row.kept { tier_class(row.tier) } else { "aside".to_owned() };
        let cells = row.cells.iter().zip(self.columns).enumerate().map(|(index, (content, column))| {
            if index == 0 { self.row_head(row, content) } else { self.cell(content, column, index) }
        });
        let element = self.role(html("tr"), "row").children(cells);
        if class.is_empty() { element } else { element.with_text("class", &class) }
    }

    fn row_head(&self, row: &Row, content: &Cell) -> Element {
        let swatch = row.tier.map(|_| html("i").class("swatch"));
        let head = self.role(html("th").with("scope", "row"), "rowheader");
        let Some(state) = self.state else {
            return head.child(apart(html("div").maybe(swatch).text(content.text())));
        };
        let key = row.key.text();
        let open = state.chosen() == Some(row.key);
        let source = button(&text!("source:{key}")).with("aria-expanded", flag(open)).with_if(
            open,
            "aria-controls",
            super::card::ID,
        );
        head.child(source.with("title", self.locale.ui.sources).maybe(swatch).text(content.text()))
    }

    fn cell(&self, cell: &Cell, column: &Column, index: usize) -> Element {
        let element = self.role(html("td").with_if(column.numeric, "class", "number"), "cell");
        // The head of the column is heard as such.
        let name = || self.words(column, html("span").class("name").with("aria-hidden", "true"));
        let element = element.maybe(self.is_cards.then(name));
        let gap = self.gap(cell, index);
        let figure = |element: Element, figure: &Figure| match gap {
            "" => element.text(&figure.text),
            _ => element.child(html("span").with("data-gap", gap).text(&figure.text)),
        };
        match cell {
            Cell::Plain(text) => element.text(text),
            Cell::Original(text) => super::card::original(element, self.locale).text(text),
            Cell::Printed(printed) => figure(element, printed),
            Cell::Marked(marked) => figure(element, marked).child(html("sup").class("derived").text("*")),
            Cell::Missing(text) => element.child(html("span").class("missing").text(text)),
            Cell::Empty => element.text(self.locale.table.empty),
            Cell::Derived { figure: derived, arithmetic } => {
                let element = figure(element.with_text("title", arithmetic), derived);
                if column.derived {
                    return element;
                }
                let tag = html("span").class("derived").text(self.locale.ui.derived);
                element.text(" ").child(tag)
            }
        }
    }

    /// What a figure lacks of the decimals of its column; styles make room for it, so that points stand below each other.
    fn gap(&self, cell: &Cell, index: usize) -> &'static str {
        let most = self.decimals.get(index).copied().unwrap_or_default();
        let own = decimals(cell);
        let range = if own > 0 { 1..(most + 1).saturating_sub(own) } else { 0..most + usize::from(most > 0) };
        ".000000000000".get(range).unwrap_or_default()
    }
}

/// How many decimals the text of a cell ends with.
fn decimals(cell: &Cell) -> usize {
    let text = cell.text().as_bytes();
    let digits = text.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    match text.len().checked_sub(digits + 1).and_then(|before| text.get(before)) {
        Some(b'.') => digits,
        _ => 0,
    }
}

/// The box of a head's words where nobody styles it: Quill runs heads without one into each other, and the space does not
/// let them run into each other where tags are stripped. Behind the box, wangEditor would take it for all of the cell.
pub(super) fn apart(words: Element) -> Element {
    words.text(" ")
}

/// Puts the card of the chosen row behind it, in a row of its own. Returns the card of anything else.
#[part::of(annex)]
fn open(view: &View, table: &mut Element, card: Element) -> Option<Element> {
    let Some(key) = view.state.chosen().map(MarkKey::text) else { return Some(card) };
    let is_cards = view.size.is_narrow();
    for group in &mut table.children {
        let Node::Element(group) = group else { continue };
        let is_chosen = |node: &Node| matches!(node, Node::Element(row) if row.key == key);
        if let Some(place) = group.children.iter().position(is_chosen) {
            let columns = count_text(view.table.columns.len());
            let cell =
                html("td").with_text("colspan", &columns).with_if(is_cards, "role", "cell").child(card);
            let row = html("tr").class("opened").with_if(is_cards, "role", "row").keyed("opened").child(cell);
            group.children.insert(place + 1, Node::Element(row));
            return None;
        }
    }
    Some(card)
}
