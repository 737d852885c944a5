//! A chart's data as a table, in reading order.

use crate::tier::Tier;

/// A table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// What it holds, with unit and year.
    pub caption: String,
    /// Column heads; the first heads the rows' names.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Rows under the line: sums and stated totals.
    pub footer: Vec<Row>,
}

/// A column head.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// The unit of its numbers.
    pub unit: String,
    /// Whether it holds numbers, set flush right.
    pub numeric: bool,
    /// Whether all its numbers are derived.
    pub derived: bool,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Key of the mark that shows the same.
    pub key: String,
    /// The tier whose colour it bears.
    pub tier: Option<Tier>,
    /// Whether the filter keeps it.
    pub kept: bool,
    /// The cells, the row's name first.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Text or a printed number.
    Plain(String),
    /// A derived number with its arithmetic.
    Derived {
        /// The number.
        text: String,
        /// How it was worked out.
        arithmetic: String,
    },
    /// A number that differs from its sibling in the other footer row; a note says why.
    Marked(String),
    /// The source does not publish it.
    Missing(String),
    /// There is nothing to say.
    Empty,
}

impl Cell {
    /// The cell as plain text; nothing for empty cells.
    pub fn text(&self) -> &str {
        match self {
            Cell::Plain(text) | Cell::Derived { text, .. } | Cell::Marked(text) | Cell::Missing(text) => text,
            Cell::Empty => "",
        }
    }
}

impl Column {
    /// A column of words.
    pub(super) fn words(name: &str) -> Column {
        Column { name: name.to_owned(), unit: String::new(), numeric: false, derived: false }
    }

    /// A column of numbers.
    pub(super) fn numbers(name: &str, unit: &str) -> Column {
        Column { name: name.to_owned(), unit: unit.to_owned(), numeric: true, derived: false }
    }
}
