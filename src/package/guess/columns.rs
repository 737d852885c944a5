//! What the columns of a table are.

use std::collections::BTreeSet;

use county_chains_data::tier::MOST_TIERS;

use super::number::{Notation, Numbers, STYLES, is_year, notation};
use super::table::Table;
use super::words::{
    CLASSES, CODES, COLUMNS, MISSING, NAMES, PLACES, ROLES, ROWS, SIMPLIFIED, TRADITIONAL, TRUTHS, YEARS,
};
use crate::languages::{are_same, is_tag};
use crate::limits;

/// As many rows of a column of codes may have none of their own, if it is not called one.
const FEW_CODES: usize = 2;
/// Fewer rows than these say nothing of years.
const FEWEST_YEARS: usize = 3;

/// A column, and what it seems to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuessedColumn {
    /// Its name in the header.
    pub name: String,
    /// What it seems to be.
    pub role: GuessedRole,
    /// What stands in its cells where a value is missing, beside nothing.
    pub missing: Vec<String>,
    /// If it is called a code: how many rows have no code in it, or repeat an earlier one.
    pub repeated: usize,
    /// If it holds numbers: the cells that are none.
    pub wrong: Vec<String>,
}

/// What a column seems to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GuessedRole {
    /// A code, another in each row.
    Code,
    /// What entities are called.
    Name,
    /// The class, with its words in the order in which they appear.
    Class(Vec<String>),
    /// It could be the class too, but another column is it.
    OtherClass(usize),
    /// The row of the grid.
    Row,
    /// The column of the grid.
    Column,
    /// Numbers.
    Number(Notation),
    /// Years, and whether signs such as 约 stand before some.
    Year(bool),
    /// How exact the numbers of another column are.
    Qualifier(String),
    /// The texts of another column in a language.
    Translation(String, String),
    /// Nothing that we can draw.
    Other,
}

/// What all columns of a table seem to be.
pub(super) fn columns(table: &Table) -> Vec<GuessedColumn> {
    let looks: Vec<Look> =
        table.header.iter().enumerate().map(|(index, name)| Look::at(table, index, name)).collect();
    let styles = preferred(table, &looks);
    let mut columns: Vec<GuessedColumn> =
        looks.iter().enumerate().map(|(index, look)| companion(table, &looks, index, look)).collect();
    set_grid(table, &mut columns);
    let numbers: Vec<Option<Numbers>> =
        looks.iter().enumerate().map(|(index, look)| numbers(table, index, look, &styles)).collect();
    // What is called like a role has it, whatever is in it: then the reader tells the cells that are wrong.
    let called = |role: &str| {
        let is_called =
            |index: &usize| looks.get(*index).is_some_and(|look| look.is_named && look.lower == role);
        // Letter by letter the reader goes by it: no other column may have the role then.
        let exactly = table.header.iter().position(|name| name.trim() == role);
        exactly.filter(is_called).or((0..looks.len()).find(is_called))
    };
    let free = |columns: &[GuessedColumn], index: usize| {
        columns.get(index).is_some_and(|column| {
            column.role == GuessedRole::Other && !ROLES.contains(&&*column.name.to_lowercase())
        })
    };
    let number = |index: usize| numbers.get(index).and_then(Option::as_ref);
    let rows = table.rows.len();
    let is_name = |columns: &[GuessedColumn], index: usize, look: &Look| {
        free(columns, index) && look.is_words && !look.is_class(rows) && look.is_full
    };
    let mut names = looks.iter().enumerate().filter(|(index, look)| is_name(&columns, *index, look));
    // The only column that can hold the names holds them, though it could be the code too.
    let only_name = match (called("name"), names.next(), names.next()) {
        (None, Some((index, _)), None) => Some(index),
        _ => None,
    };
    let likely = best(&looks, |index, look| {
        let named = rank(&look.lower, &CODES);
        // One that stands twice is a mistake, which is told at its cell.
        let is_nearly = look.repeated <= FEW_CODES && look.repeated * 5 < rows && !look.is_class(rows);
        let fits = look.is_unique || named == 2 || is_nearly;
        let fits = fits && look.is_identifier && free(&columns, index);
        let fits = fits && (named > 0 || only_name != Some(index));
        // A number is a code where it is called one, or begins the row.
        let fits = fits && (named > 0 || number(index).is_none() || (index == 0 && look.is_unique));
        fits.then_some(2 * named + usize::from(look.is_unique))
    });
    let code = called("code").or(likely);
    set(&mut columns, code, GuessedRole::Code);
    let likely = best(&looks, |index, look| {
        let named = rank(&look.lower, &CLASSES);
        let is_number = number(index).is_some();
        let is_share = number(index).is_some_and(|numbers| numbers.notation.percent);
        let is_figure = is_share || (is_number && named == 0);
        let fits = look.is_class(rows) && free(&columns, index) && !is_figure;
        fits.then_some(4 * named + usize::from(!is_number) + usize::from(!look.is_truth()))
    });
    let class = called("tier").or(likely);
    let words = class.and_then(|index| looks.get(index)).map(|look| look.words.clone()).unwrap_or_default();
    set(&mut columns, class, GuessedRole::Class(words));
    let likely = best(&looks, |index, look| {
        let named = rank(&look.lower, &NAMES).max(usize::from(look.lower.contains("name")));
        is_name(&columns, index, look).then_some(2 * named + usize::from(look.is_unique))
    });
    set(&mut columns, called("name").or(likely), GuessedRole::Name);
    for (index, (column, look)) in columns.iter_mut().zip(&looks).enumerate() {
        if rank(&look.lower, &CODES) == 2 || column.role == GuessedRole::Code {
            column.repeated = look.repeated;
        }
        let is_measured = column.role == GuessedRole::Other || matches!(column.role, GuessedRole::Class(_));
        if is_measured {
            column.missing = look.missing.clone();
        }
        if column.role == GuessedRole::Other {
            // What is called a code is one, of something else.
            column.role = match number(index).filter(|_| rank(&look.lower, &CODES) == 0) {
                Some(numbers) => {
                    column.wrong = numbers.wrong.clone();
                    measured(table, index, look, numbers)
                }
                None if look.is_class(rows) => GuessedRole::OtherClass(look.words.len()),
                None => GuessedRole::Other,
            };
        }
    }
    limit(&mut columns);
    columns
}

/// What numbers are: years, where the column is called so, or holds nothing else in at least three rows.
fn measured(table: &Table, index: usize, look: &Look, numbers: &Numbers) -> GuessedRole {
    let cells: Vec<&str> = table.cells(index).filter(|cell| is_value(cell, look)).collect();
    let is_wrong = |cell: &&str| numbers.wrong.iter().any(|wrong| wrong == cell);
    let are_years = cells.iter().filter(|cell| !is_wrong(cell)).all(|cell| is_year(cell));
    let is_called = YEARS.iter().any(|word| look.lower.contains(word));
    let is_all = numbers.wrong.is_empty() && cells.len() >= FEWEST_YEARS;
    if are_years && (is_called || is_all) {
        GuessedRole::Year(numbers.notation.signed)
    } else {
        GuessedRole::Number(numbers.notation)
    }
}

impl GuessedRole {
    /// Whether it is an indicator.
    pub(super) fn is_measured(&self) -> bool {
        matches!(self, GuessedRole::Number(_) | GuessedRole::Year(_))
    }
}

/// No more numbers than a dataset may have.
fn limit(columns: &mut [GuessedColumn]) {
    let numbers = columns.iter_mut().filter(|column| column.role.is_measured());
    numbers.skip(limits::INDICATORS).for_each(|column| column.role = GuessedRole::Other);
}

/// How a column looks by itself.
struct Look {
    /// Its name in lower case.
    lower: String,
    /// Different words, missing ones left out; no more than one beyond what classes may have.
    words: Vec<String>,
    /// What stands for missing values.
    missing: Vec<String>,
    is_unique: bool,
    /// How many rows have nothing in it, or what a row before has.
    repeated: usize,
    /// Whether all cells that are not empty can be codes.
    is_identifier: bool,
    /// Whether no cell is empty.
    is_full: bool,
    /// Whether there are letters in each cell.
    is_words: bool,
    /// Whether the name is there and no column before has it.
    is_named: bool,
}

impl Look {
    fn at(table: &Table, index: usize, name: &str) -> Look {
        let mut seen = BTreeSet::new();
        let (mut words, mut missing): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        let (mut is_identifier, mut is_full, mut is_words) = (true, true, true);
        for cell in table.cells(index) {
            is_full &= !cell.is_empty();
            is_words &= cell.chars().any(char::is_alphabetic);
            is_identifier &= cell.is_empty() || is_code(cell);
            let is_new = seen.insert(cell) && !cell.is_empty();
            if is_new && MISSING.contains(&cell) {
                missing.push(cell.to_owned());
            } else if is_new && words.len() <= MOST_TIERS {
                words.push(cell.to_owned());
            }
        }
        let is_named =
            !name.trim().is_empty() && table.header.iter().position(|other| other == name) == Some(index);
        let repeated = table.rows.len() - (seen.len() - usize::from(seen.contains("")));
        let is_unique = repeated == 0 && !table.rows.is_empty();
        Look {
            lower: name.trim().to_lowercase(),
            words,
            missing,
            is_unique,
            repeated,
            is_identifier,
            is_full,
            is_words,
            is_named,
        }
    }

    /// Whether a few words stand in it, some of them again; where it is called a class, each may stand once.
    fn is_class(&self, rows: usize) -> bool {
        let count = self.words.len();
        let is_called = rank(&self.lower, &CLASSES) == 2;
        (limits::CLASSES_MIN..=MOST_TIERS).contains(&count) && (count < rows || (count == rows && is_called))
    }

    /// Whether it only says yes or no.
    fn is_truth(&self) -> bool {
        self.words.iter().all(|word| TRUTHS.contains(&&*word.to_lowercase()))
    }
}

fn is_code(cell: &str) -> bool {
    let fits =
        |character: char| character.is_ascii_alphanumeric() || matches!(character, '.' | '_' | '-' | ':');
    !cell.is_empty() && cell.chars().count() <= limits::CODE && cell.chars().all(fits)
}

/// 2 where a name is one of these, 1 where it ends or begins with one, else 0.
fn rank(name: &str, words: &[&str]) -> usize {
    let part = |word: &&str| name.starts_with(word) || name.ends_with(word);
    if words.contains(&name) { 2 } else { usize::from(words.iter().any(part)) }
}

/// The column with the highest rank, the first of equals.
fn best(looks: &[Look], rank: impl Fn(usize, &Look) -> Option<usize>) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (index, look) in looks.iter().enumerate().filter(|(_, look)| look.is_named) {
        if let Some(found) = rank(index, look).filter(|found| best.is_none_or(|(_, most)| *found > most)) {
            best = Some((index, found));
        }
    }
    best.map(|(index, _)| index)
}

fn set(columns: &mut [GuessedColumn], index: Option<usize>, role: GuessedRole) {
    if let Some(column) = index.and_then(|index| columns.get_mut(index)) {
        column.role = role;
    }
}

/// A column whose name says that it belongs to another one, or one of which nothing is known yet.
fn companion(table: &Table, looks: &[Look], index: usize, look: &Look) -> GuessedColumn {
    let name = table.header.get(index).map(|name| name.trim().to_owned()).unwrap_or_default();
    let is_there = |other: &str| looks.iter().any(|look| look.is_named && look.lower == other.to_lowercase());
    let role = match (name.strip_suffix(".qualifier"), name.rsplit_once('@')) {
        (Some(of), _) if is_there(of) => GuessedRole::Qualifier(of.to_owned()),
        (_, Some((of, tag))) if is_there(of) && is_tag(tag) => {
            GuessedRole::Translation(of.to_owned(), tag.to_owned())
        }
        _ => GuessedRole::Other,
    };
    let role = if look.is_named { role } else { GuessedRole::Other };
    GuessedColumn { name, role, missing: Vec::new(), repeated: 0, wrong: Vec::new() }
}

/// The two columns of a grid, if both are there, and are called as the reader calls them or hold nothing else.
fn set_grid(table: &Table, columns: &mut [GuessedColumn]) {
    let place = |names: &[&str]| {
        let is_place = |index: &usize| {
            let mut cells = table.cells(*index).filter(|cell| !cell.is_empty()).peekable();
            cells.peek().is_some()
                && cells.all(|cell| cell.parse().is_ok_and(|place: usize| place < limits::GRID))
        };
        let named = columns.iter().position(|column| names.contains(&&*column.name.to_lowercase()));
        let is_called =
            |index: &usize| columns.get(*index).is_some_and(|column| PLACES.contains(&&*column.name));
        named.filter(|index| is_called(index) || is_place(index))
    };
    if let (Some(row), Some(column)) = (place(&ROWS), place(&COLUMNS)) {
        set(columns, Some(row), GuessedRole::Row);
        set(columns, Some(column), GuessedRole::Column);
    }
}

/// The styles of numbers, those that fit the most columns first.
fn preferred(table: &Table, looks: &[Look]) -> Vec<(char, Option<char>)> {
    let mut styles: Vec<((char, Option<char>), usize)> = Vec::new();
    for style in STYLES {
        let fits = |index: &usize| {
            values(table, *index, looks).any(|_| true) && {
                values(table, *index, looks).all(|cell| notation(cell, style).is_some())
            }
        };
        styles.push((style, (0..looks.len()).filter(fits).count()));
    }
    styles.sort_by_key(|(_, count)| usize::MAX - count);
    styles.into_iter().map(|(style, _)| style).collect()
}

/// The cells of a column that are not missing.
fn values<'a>(table: &'a Table, index: usize, looks: &'a [Look]) -> impl Iterator<Item = &'a str> {
    let look = looks.get(index);
    table.cells(index).filter(move |cell| look.is_some_and(|look| is_value(cell, look)))
}

/// Whether a cell of a column is not missing.
fn is_value(cell: &str, look: &Look) -> bool {
    !cell.is_empty() && !look.missing.iter().any(|word| word == cell)
}

/// The numbers of a column, if it holds little else.
fn numbers(table: &Table, index: usize, look: &Look, styles: &[(char, Option<char>)]) -> Option<Numbers> {
    let cells: Vec<&str> =
        table.cells(index).filter(|cell| is_value(cell, look)).filter(|_| look.is_named).collect();
    let found = styles.iter().filter_map(|style| Numbers::of(&cells, *style));
    let fewest = found.min_by_key(|numbers| numbers.wrong.len())?;
    // A few words that stand again and again are rather classes, some of which are called by numbers.
    let is_measured = look.words.len() > MOST_TIERS || look.words.len() * 4 >= cells.len() * 3;
    (fewest.wrong.is_empty() || is_measured).then_some(fewest)
}

/// The languages: a guess for texts without a tag, then what columns say.
pub(super) fn languages(table: &Table, columns: &[GuessedColumn]) -> Vec<String> {
    let names = columns.iter().position(|column| column.role == GuessedRole::Name);
    let text: Vec<&str> = names.map(|index| table.cells(index).collect()).unwrap_or_default();
    let mut languages = vec![language(&text).to_owned()];
    for column in columns {
        if let GuessedRole::Translation(_, tag) = &column.role {
            // A dataset has each language once, whatever columns call it.
            if !languages.iter().any(|other| are_same(other, tag)) {
                languages.push(tag.clone());
            }
        }
    }
    languages
}

/// The language that names seem to be in.
fn language(names: &[&str]) -> &'static str {
    let has =
        |letters: &str| names.iter().flat_map(|name| name.chars()).any(|letter| letters.contains(letter));
    let han =
        names.iter().filter(|name| name.chars().any(|letter| ('\u{4E00}'..='\u{9FFF}').contains(&letter)));
    match han.count() * 2 > names.len() {
        true if has(TRADITIONAL) && !has(SIMPLIFIED) => "zh-Hant",
        true => "zh-Hans",
        false => "en",
    }
}
