//! A chart's data as a table, in reading order.

use crate::dataset::Indicator;
use crate::language::Language;
use crate::locale::{Locale, render};
use crate::order::sort_by;
use crate::quantity::count_text;
use crate::scene::MarkKey;
use crate::tier::Tier;
use crate::word::{ends_alike, text};

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
    /// The period of its numbers, if it is one of their own; the caption of the table says it too.
    pub period: &'static str,
    /// Whether it holds numbers, set flush right.
    pub numeric: bool,
    /// Whether all its numbers are derived.
    pub derived: bool,
    /// Whether rows can be sorted by it. Times cannot: in words they have another order than in time, and the
    /// rows of a chart stand in the order of time as they are.
    pub sortable: bool,
}

impl Column {
    /// Its name, with what its numbers are.
    pub fn title(&self, locale: &Locale) -> String {
        let measure = self.measure();
        if measure.is_empty() {
            return self.name.clone();
        }
        render(locale.ui.bracketed, &[("name", &self.name), ("unit", &measure)])
    }

    /// What its numbers are: unit and period, as files have them beside the name.
    pub fn measure(&self) -> String {
        let gap = if self.unit.is_empty() || self.period.is_empty() { "" } else { " · " };
        text!("{self.unit}{gap}{self.period}")
    }
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Key of the mark that shows the same.
    pub key: MarkKey<'static>,
    /// The tier whose colour it bears.
    pub tier: Option<Tier>,
    /// Whether the filter keeps it.
    pub kept: bool,
    /// The cells, the row's name first.
    pub cells: Vec<Cell>,
}

impl Row {
    /// A row that the filter keeps, of no tier.
    pub(super) fn new(key: MarkKey<'static>, cells: Vec<Cell>) -> Row {
        Row { key, tier: None, kept: true, cells }
    }
}

/// A figure in a cell: how it reads, and the number behind that.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// How it reads.
    pub text: String,
    /// The number, if it is a single one. `None` for a range, and where words make it more than a number, as in 超60%.
    pub value: Option<f64>,
    /// Where it stands among others: its number whatever words are around that, or the lower end of its range.
    pub place: f64,
}

impl Figure {
    /// A number that reads `text`.
    pub fn new(text: String, value: f64) -> Figure {
        Figure { text, value: Some(value), place: value }
    }

    /// A count in digits.
    pub fn count(count: usize) -> Figure {
        Figure::new(count_text(count), count as f64)
    }

    /// A figure that stands among words.
    pub fn worded(text: String) -> Figure {
        Figure { text, value: None, place: 0.0 }
    }
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words.
    Plain(String),
    /// The source's own words, which are Simplified Chinese.
    Original(String),
    /// A figure that the source prints.
    Printed(Figure),
    /// A figure that we worked out, with its arithmetic.
    Derived {
        /// The figure.
        figure: Figure,
        /// How it was worked out.
        arithmetic: String,
    },
    /// A printed figure that differs from its sibling in the other footer row; a note says why.
    Marked(Figure),
    /// The source does not publish it.
    Missing(String),
    /// There is nothing to say.
    Empty,
}

impl Cell {
    /// Words, if there are any.
    pub fn words(text: &str) -> Cell {
        if text.is_empty() { Cell::Empty } else { Cell::Plain(text.to_owned()) }
    }

    /// A figure that we worked out.
    pub fn derived(figure: Figure, arithmetic: String) -> Cell {
        Cell::Derived { figure, arithmetic }
    }

    /// The figure, if there is one.
    pub fn figure(&self) -> Option<&Figure> {
        match self {
            Cell::Printed(figure) | Cell::Derived { figure, .. } | Cell::Marked(figure) => Some(figure),
            _ => None,
        }
    }

    /// The cell as plain text; nothing for empty cells.
    pub fn text(&self) -> &str {
        match self {
            Cell::Plain(text) | Cell::Original(text) | Cell::Missing(text) => text,
            Cell::Empty => "",
            _ => self.figure().map_or("", |figure| &figure.text),
        }
    }

    /// Where the cell stands among others: by its number, then by its words. What is missing has no place.
    fn place(&self) -> Option<(f64, &str)> {
        match self {
            Cell::Missing(_) | Cell::Empty => None,
            Cell::Plain(text) | Cell::Original(text) => Some((0.0, text)),
            _ => Some((self.figure()?.place, "")),
        }
    }
}

impl Table {
    /// What tells a column from the others: its name. Columns of datasets that are not ours may share one.
    pub fn label(&self, index: usize, locale: &Locale) -> String {
        if locale.is_own() {
            return distinct_label(&self.columns, index, locale);
        }
        self.columns.get(index).map_or_else(String::new, |column| column.name.clone())
    }

    /// Puts the rows in the order of a column, counted from 1; what is missing comes last either way.
    ///
    /// ```
    /// # use county_chains::chart::{ChartContext, ChartKind, Layout};
    /// # use county_chains::{dataset, language::Language, locale::Locale, scene::MarkKey};
    /// let dataset = dataset::embedded();
    /// let context = ChartContext::of(&dataset, Locale::of(Language::En), Layout::whole(760.0));
    /// let mut table = ChartKind::Tiers.chart().table(&context);
    /// table.sort(2, true);
    /// assert_eq!(table.rows.first().map(|row| row.key), Some(MarkKey::Tier("3")));
    /// ```
    pub fn sort(&mut self, column: usize, falling: bool) {
        let Some(index) = column.checked_sub(1).filter(|index| *index < self.columns.len()) else {
            return;
        };
        let order = |one: &Row, other: &Row| {
            let ((number, word), (other_number, other_word)) =
                match [one, other].map(|row| row.cells.get(index).and_then(Cell::place)) {
                    [Some(one), Some(other)] => (one, other),
                    [one, other] => return other.is_some().cmp(&one.is_some()),
                };
            let order = number.total_cmp(&other_number).then(word.cmp(other_word));
            if falling { order.reverse() } else { order }
        };
        sort_by(&mut self.rows, order);
    }
}

impl Column {
    /// A column of words.
    pub(super) fn words(name: &str) -> Column {
        Column {
            name: name.to_owned(),
            unit: String::new(),
            period: "",
            numeric: false,
            derived: false,
            sortable: true,
        }
    }

    /// A column of times, or of figures that cannot be compared.
    pub(super) fn unordered(name: &str) -> Column {
        Column { sortable: false, ..Column::words(name) }
    }

    /// A column of an indicator. A rate without what it is compared with says nothing.
    pub(super) fn of(indicator: &Indicator, unit: &str, language: Language) -> Column {
        let mut column = Column::numbers(indicator.name.get(language), unit);
        if indicator.column_period {
            column.period = indicator.period.get(language);
        }
        column
    }

    /// A column of numbers. Key chains are counted in chains: such a unit is not said again.
    pub(super) fn numbers(name: &str, unit: &str) -> Column {
        let unit = if ends_alike(name, unit) { "" } else { unit };
        Column { unit: unit.to_owned(), numeric: true, ..Column::words(name) }
    }
}

/// The name of a column, with unit and period where another has the same name.
fn distinct_label(columns: &[Column], index: usize, locale: &Locale) -> String {
    let Some(column) = columns.get(index) else { return String::new() };
    let is_shared = columns.iter().filter(|other| other.name == column.name).count() > 1;
    if is_shared { column.title(locale) } else { column.name.clone() }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Column, Figure, Row, Table};
    use crate::scene::MarkKey;

    fn table(cells: &[Cell]) -> Table {
        let row = |cell: &Cell| Row::new(MarkKey::Sum, vec![cell.clone()]);
        let columns = vec![Column::words("n")];
        Table { columns, rows: cells.iter().map(row).collect(), ..Table::default() }
    }

    fn sorted(cells: &[Cell], falling: bool) -> Vec<String> {
        let mut table = table(cells);
        table.sort(1, falling);
        table.rows.iter().map(|row| row.cells[0].text().to_owned()).collect()
    }

    #[test]
    fn numbers_go_by_value_and_what_is_missing_comes_last() {
        let printed = |text: &str, value| Cell::Printed(Figure::new(text.to_owned(), value));
        let range = Figure { text: "21.7～21.8".to_owned(), value: None, place: 21.7 };
        let cells = [
            printed("27", 27.0),
            Cell::Missing("?".to_owned()),
            printed("4,080.8", 4080.8),
            Cell::derived(range, String::new()),
            printed("−3.5", -3.5),
        ];
        assert_eq!(sorted(&cells, false), ["−3.5", "21.7～21.8", "27", "4,080.8", "?"]);
        assert_eq!(sorted(&cells, true), ["4,080.8", "27", "21.7～21.8", "−3.5", "?"]);
    }

    #[test]
    fn words_go_by_their_letters() {
        let cells = ["b", "c", "a"].map(|text| Cell::Plain(text.to_owned()));
        assert_eq!(sorted(&cells, false), ["a", "b", "c"]);
    }

    #[test]
    fn a_column_that_is_not_there_changes_nothing() {
        let mut table = table(&["2", "1"].map(|text| Cell::Plain(text.to_owned())));
        let before = table.clone();
        table.sort(0, false);
        table.sort(2, true);
        assert_eq!(table, before);
    }
}
