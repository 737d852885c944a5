//! A chart's data as a table, in reading order.

use std::cmp::Ordering;

use crate::locale::{Locale, fill};
use crate::quantity::decimal;
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
    /// Whether rows can be sorted by it. Times cannot: in words they have another order than in time, and the
    /// rows of a chart stand in the order of time as they are.
    pub sortable: bool,
}

impl Column {
    /// Its name, with the unit where there is one.
    pub fn title(&self, locale: &Locale) -> String {
        if self.unit.is_empty() {
            return self.name.clone();
        }
        fill(locale.ui.bracketed, &[("name", &self.name), ("unit", &self.unit)])
    }
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
    /// The source's own words, which are Simplified Chinese.
    Original(String),
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
    /// The text, unless it says that there is none.
    fn known(&self) -> Option<&str> {
        match self {
            Cell::Missing(_) | Cell::Empty => None,
            _ => Some(self.text()),
        }
    }

    /// The cell as plain text; nothing for empty cells.
    pub fn text(&self) -> &str {
        match self {
            Cell::Plain(text)
            | Cell::Original(text)
            | Cell::Derived { text, .. }
            | Cell::Marked(text)
            | Cell::Missing(text) => text,
            Cell::Empty => "",
        }
    }
}

impl Table {
    /// Puts the rows in the order of a column, counted from 1; what is missing comes last either way.
    pub fn sort(&mut self, column: usize, falling: bool) {
        let Some(index) = column.checked_sub(1).filter(|index| *index < self.columns.len()) else {
            return;
        };
        let numeric = self.columns.get(index).is_some_and(|column| column.numeric);
        let order = |one: &Row, other: &Row| {
            let [one, other] = [one, other].map(|row| row.cells.get(index));
            let (one, other) = match [one.and_then(Cell::known), other.and_then(Cell::known)] {
                [Some(one), Some(other)] => (one, other),
                [one, other] => return other.is_some().cmp(&one.is_some()),
            };
            let order = if numeric { leading(one).total_cmp(&leading(other)) } else { one.cmp(other) };
            if falling { order.reverse() } else { order }
        };
        // The standard sorts weigh more than all of this; tables are short.
        for end in 1..self.rows.len() {
            let mut at = end;
            while let Some([one, other]) = at.checked_sub(1).and_then(|before| self.rows.get(before..=at)) {
                if order(one, other) != Ordering::Greater {
                    break;
                }
                self.rows.swap(at - 1, at);
                at -= 1;
            }
        }
    }
}

/// The number that a cell begins with, for its place among others.
fn leading(text: &str) -> f64 {
    let is_digit = |character: &char| character.is_ascii_digit();
    let from = text.chars().skip_while(|character| !is_digit(character));
    let digits: String = from
        .take_while(|character| is_digit(character) || matches!(character, '.' | ','))
        .filter(|character| *character != ',')
        .collect();
    let number = decimal(digits.trim_end_matches('.')).unwrap_or(0.0);
    if text.starts_with(['-', '−']) { -number } else { number }
}

impl Column {
    /// A column of words.
    pub(super) fn words(name: &str) -> Column {
        Column { name: name.to_owned(), unit: String::new(), numeric: false, derived: false, sortable: true }
    }

    /// A column of times, or of figures that cannot be compared.
    pub(super) fn unordered(name: &str) -> Column {
        Column { sortable: false, ..Column::words(name) }
    }

    /// A column of numbers. Key chains are counted in chains: such a unit is not said again.
    pub(super) fn numbers(name: &str, unit: &str) -> Column {
        let end = name.len().checked_sub(unit.len()).and_then(|start| name.get(start..));
        let unit = if end.is_some_and(|end| end.eq_ignore_ascii_case(unit)) { "" } else { unit };
        Column { unit: unit.to_owned(), numeric: true, ..Column::words(name) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Column, Row, Table, leading};

    fn table(cells: &[Cell], numeric: bool) -> Table {
        let column = if numeric { Column::numbers("n", "") } else { Column::words("n") };
        let row = |cell: &Cell| Row { key: String::new(), tier: None, kept: true, cells: vec![cell.clone()] };
        Table { columns: vec![column], rows: cells.iter().map(row).collect(), ..Table::default() }
    }

    fn sorted(cells: &[Cell], numeric: bool, falling: bool) -> Vec<String> {
        let mut table = table(cells, numeric);
        table.sort(1, falling);
        table.rows.iter().map(|row| row.cells[0].text().to_owned()).collect()
    }

    #[test]
    fn numbers_go_by_value_and_what_is_missing_comes_last() {
        let plain = |text: &str| Cell::Plain(text.to_owned());
        let cells =
            [plain("27"), Cell::Missing("?".to_owned()), plain("4,080.8"), plain("约9"), plain("21.7～21.8")];
        assert_eq!(sorted(&cells, true, false), ["约9", "21.7～21.8", "27", "4,080.8", "?"]);
        assert_eq!(sorted(&cells, true, true), ["4,080.8", "27", "21.7～21.8", "约9", "?"]);
        assert_eq!(sorted(&cells[..1], false, false), ["27"]);
        assert!(leading("−3.5") < leading("-2"));
    }

    #[test]
    fn a_column_that_is_not_there_changes_nothing() {
        let mut table = table(&[Cell::Plain("2".to_owned()), Cell::Plain("1".to_owned())], true);
        let before = table.clone();
        table.sort(0, false);
        table.sort(2, true);
        assert_eq!(table, before);
    }
}
