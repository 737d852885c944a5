//! What is said of a guess to whoever has to check it.

use county_chains_data::quantity::count_text;
use county_chains_data::tier::MOST_TIERS;
use county_chains_data::word::{joined, text};

use super::words::CODES;
use super::{Guess, GuessedColumn, GuessedRole, Notation};
use crate::log::counted;

/// A sentence on a guess.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What it is about.
    pub kind: RemarkKind,
    /// The sentence, in lower case and without a full stop.
    pub text: String,
}

/// What a remark is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemarkKind {
    /// We have guessed it.
    Guessed,
    /// Nobody but a person can know it.
    FillIn,
    /// The descriptor leaves it out.
    LeftOut,
}

impl Guess {
    /// What was guessed, what is to be filled in and what was left out, in this order.
    pub fn remarks(&self) -> Vec<Remark> {
        let mut remarks = Vec::new();
        let mut say = |kind: RemarkKind, text: String| remarks.push(Remark { kind, text });
        let separator = if self.delimiter == '\t' { "a tab" } else { &text!("\"{self.sign()}\"") };
        say(RemarkKind::Guessed, text!("separator: {separator}"));
        let languages = joined(", ", self.languages.iter().map(String::as_str));
        say(RemarkKind::Guessed, text!("languages: {languages}; texts without a tag are in the first"));
        for column in &self.columns {
            if let Some(text) = guessed(column) {
                say(RemarkKind::Guessed, text);
            }
        }
        if self.partial {
            let rows = count_text(self.rows);
            say(RemarkKind::Guessed, text!("all this from the first {rows} rows"));
        }
        for text in self.blanks() {
            say(RemarkKind::FillIn, text);
        }
        let left_out = |is: fn(&GuessedRole) -> bool| {
            let columns: Vec<String> =
                self.columns.iter().filter(|column| is(&column.role)).map(GuessedColumn::quoted).collect();
            joined(", ", columns.iter().map(String::as_str))
        };
        for (columns, reason) in [
            (
                left_out(|role| matches!(role, GuessedRole::OtherClass(_))),
                "a class too; one column can be it",
            ),
            (
                left_out(|role| *role == GuessedRole::Other),
                "no figures; a column may have the role group or short",
            ),
        ] {
            if !columns.is_empty() {
                say(RemarkKind::LeftOut, text!("{columns}: {reason}"));
            }
        }
        remarks
    }

    fn sign(&self) -> String {
        String::from(self.delimiter)
    }

    /// What is to be filled in.
    fn blanks(&self) -> Vec<String> {
        let mut blanks = vec![
            "$schema, which the descriptor does not have yet: the address of schema.json among the widget's files, so that \
             editors check what you write"
                .to_owned(),
            "title: what the dataset is called".to_owned(),
            "edition: which edition it is, and of when the figures are".to_owned(),
            "entity: what one row is called, and several".to_owned(),
            "sources: where the figures come from, with the address".to_owned(),
            "licenses: under which terms you may publish them".to_owned(),
        ];
        let has = |is: fn(&GuessedRole) -> bool| self.columns.iter().any(|column| is(&column.role));
        if has(GuessedRole::lacks_unit) {
            let units = "unit of each number: percent, yuan-100m, rank, or one that you declare in units";
            blanks.push(units.to_owned());
        } else if !has(GuessedRole::is_measured) {
            blanks.push("a field of numbers: no column holds any".to_owned());
        }
        if !has(|role| *role == GuessedRole::Code) {
            let found = self.columns.iter().find(|column| column.repeated > 0);
            let why = match found {
                Some(column) => text!("in column {column.quoted()} {repeated(column.repeated)}"),
                None => "no column beside the names holds another identifier in each row".to_owned(),
            };
            blanks.push(text!("the field with the role code: {why}"));
        }
        if !has(|role| *role == GuessedRole::Name) {
            blanks.push("the field with the role name: no column seems to hold names".to_owned());
        }
        if !has(|role| matches!(role, GuessedRole::Class(_))) {
            blanks.push("the field with the role tier: no column has 2 to 12 different words, fewer than there are rows".to_owned());
        }
        blanks
    }
}

impl GuessedColumn {
    fn is_called_code(&self) -> bool {
        CODES.contains(&&*self.name.to_lowercase())
    }

    fn quoted(&self) -> String {
        county_chains_data::word::quoted(&self.name)
    }
}

/// What is guessed of a column.
fn guessed(column: &GuessedColumn) -> Option<String> {
    let what = match &column.role {
        GuessedRole::Code if column.repeated > 0 => {
            let why = if column.is_called_code() { ", by its name" } else { "" };
            text!("code{why}; it must be another in each row, but {repeated(column.repeated)}")
        }
        GuessedRole::Code => "code, which must be another in each row".to_owned(),
        GuessedRole::Name => "name".to_owned(),
        GuessedRole::Class(words) if words.len() > MOST_TIERS => {
            text!("class, more than the {count_text(MOST_TIERS)} that a dataset may have; put some together")
        }
        GuessedRole::Class(words) => {
            let count = count_text(words.len());
            text!(
                "class, {count} in the order in which they appear; put them in theirs, and say whether they have one \
                 (categoriesOrdered)"
            )
        }
        GuessedRole::Row => "row of the grid".to_owned(),
        GuessedRole::Column => "column of the grid".to_owned(),
        GuessedRole::Number(notation) => {
            let wrong = wrong(&column.wrong);
            text!("number{written(*notation)}; the class has its median (aggregate){wrong}")
        }
        GuessedRole::Year(signed) => {
            let signs = if *signed { SIGNS } else { "" };
            let wrong = wrong(&column.wrong);
            text!("year, without a unit{signs}; the class has its median (aggregate){wrong}")
        }
        GuessedRole::Qualifier(of) => text!("how exact {of} is"),
        GuessedRole::Translation(of, tag) => text!("{of} in {tag}"),
        GuessedRole::OtherClass(_) | GuessedRole::Other => return None,
    };
    let missing = joined(", ", column.missing.iter().map(String::as_str));
    let missing = if missing.is_empty() { missing } else { text!("; missing where it says {missing}") };
    Some(text!("column {column.quoted()}: {what}{missing}"))
}

/// The cells of numbers that are none, by the first of them.
fn wrong(cells: &[String]) -> String {
    let Some(first) = cells.first() else { return String::new() };
    let count = counted(cells.len(), "cell is", "cells are");
    let first = county_chains_data::word::quoted(first);
    text!(
        "; {count} no number, such as {first}; correct what is wrong, and list the words for a missing value in missingValues"
    )
}

/// How many rows have no code of their own.
fn repeated(count: usize) -> String {
    counted(
        count,
        "row has no code, or repeats an earlier one",
        "rows have no code, or repeat an earlier one",
    )
}

const SIGNS: &str = ", signs such as > before it";

fn written(notation: Notation) -> String {
    let mut text = String::new();
    if let Some(decimal) = notation.decimal.filter(|decimal| *decimal != '.') {
        text.push_str(&text!(", decimals after \"{String::from(decimal)}\""));
    }
    if let Some(group) = notation.group {
        text.push_str(&text!(", thousands apart by \"{String::from(group)}\""));
    }
    if notation.signed {
        text.push_str(SIGNS);
    }
    if notation.percent {
        text.push_str(", percent signs behind it, so that its unit is percent");
    }
    text
}
