//! Guesses what a CSV file holds, so that nobody has to begin its descriptor from nothing.
//!
//! Everything here is a guess and is told as one. What only a person can know (title, source, licence, units) stays empty in
//! the descriptor, and is an error until somebody fills it in.

mod columns;
mod descriptor;
mod number;
mod remarks;
mod table;
mod words;

pub use columns::{GuessedColumn, GuessedRole};
pub use number::Notation;
pub use remarks::{Remark, RemarkKind};

use table::Table;

use crate::source;

/// How many rows are looked at. Reading finds out about the others.
const ROWS: usize = 20_000;

/// What a table seems to be.
#[derive(Debug, Clone)]
pub struct Guess {
    /// What separates its cells.
    pub delimiter: char,
    /// The tags of its languages: that of texts without a tag, then those that columns name.
    pub languages: Vec<String>,
    /// Its columns, in their order.
    pub columns: Vec<GuessedColumn>,
    /// How many rows were looked at.
    pub rows: usize,
    /// Whether there are more rows than that.
    pub partial: bool,
    /// What the text is if it is no table, and what to do then. Nothing is guessed of it.
    pub other: Option<(&'static str, &'static str)>,
}

/// Guesses what the table with this text holds.
pub fn guess(text: &str) -> Guess {
    let text = text.trim_start_matches('\u{FEFF}');
    let other = source::kind(text.as_bytes());
    let table = Table::read(if other.is_some() { "" } else { text }, ROWS);
    let columns = columns::columns(&table);
    let languages = columns::languages(&table, &columns);
    let (delimiter, rows, partial) = (table.delimiter, table.rows.len(), table.partial);
    Guess { delimiter, languages, columns, rows, partial, other }
}

#[cfg(test)]
mod tests;
