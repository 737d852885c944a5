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
}

/// Guesses what the table with this text holds.
pub fn guess(text: &str) -> Guess {
    let table = Table::read(text.trim_start_matches('\u{FEFF}'), ROWS);
    let columns = columns::columns(&table);
    let languages = columns::languages(&table, &columns);
    Guess { delimiter: table.delimiter, languages, columns, rows: table.rows.len(), partial: table.partial }
}

#[cfg(test)]
mod tests;
