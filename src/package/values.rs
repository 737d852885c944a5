//! Reads values with their qualifiers, words of closed lists, and texts in several languages out of cells.

use county_chains_data::language::Localized;
use county_chains_data::quantity::Qualifier;
use county_chains_data::word::{Keyword, text};

use crate::cell::{self, Format};
use crate::csv::{Row, is_tight};
use crate::header::{Header, TextColumns};
use crate::languages::{Given, Languages};
use crate::log::{At, Log};
use crate::notation::Notation;
use crate::plan::{Field, Plan, Table};
use crate::texts::Texts;
use crate::walk::{Rule, check_text};
use crate::{Class, Code, limits, suggest};

/// What rows are read with.
pub(crate) struct Context<'a> {
    pub(crate) log: &'a mut Log,
    pub(crate) texts: &'a mut Texts,
    pub(crate) plan: &'a Plan,
    pub(crate) table: &'a Table,
    /// The languages, with the texts that they lack.
    pub(crate) languages: &'a mut Languages,
}

/// A row that is being read, with the names of its columns.
#[derive(Clone, Copy)]
pub(crate) struct Cells<'a> {
    pub(crate) row: Row<'a>,
    pub(crate) header: &'a Header,
}

impl Cells<'_> {
    /// The text in a column; empty where there is no such column.
    pub(crate) fn get(&self, column: Option<usize>) -> &str {
        column.map_or("", |column| self.row.get(column))
    }

    /// The text of a number in a column, also without blanks that keep a line together, which nobody sees.
    pub(crate) fn number(&self, column: usize) -> &str {
        let text = self.row.get(column);
        if is_tight(text) { text } else { text.trim() }
    }

    /// How the number in a column is written, where its field says `format`.
    pub(crate) fn format(&self, column: usize, format: Format) -> Format {
        if self.row.is_number(column) { Format { integer: format.integer, ..Format::PLAIN } } else { format }
    }
}

impl Context<'_> {
    /// The place of a cell.
    pub(crate) fn at(&self, cells: &Cells, column: usize) -> At {
        self.table.cell_at(&cells.row, column)
    }

    /// Tells a problem of a cell.
    #[cold]
    #[inline(never)]
    pub(crate) fn tell(&mut self, cells: &Cells, column: usize, code: Code, allowed: &str, message: &str) {
        let at = self.at(cells, column);
        self.log.tell(at, code, cells.row.get(column), allowed, message, help(code));
    }

    /// A text that is shown, in the languages.
    pub(crate) fn localized(&mut self, cells: &Cells, columns: &TextColumns, rule: Rule) -> Localized {
        let mut given = Given::default();
        for (column, place) in columns.iter().zip(&mut given) {
            let Some(column) = column else { continue };
            let text = cells.row.get(*column);
            if self.is_good(cells, *column, text, rule) {
                *place = self.texts.keep(text);
            }
        }
        if rule.counted { self.languages.counted(&given) } else { self.languages.spread(&given) }
    }

    /// A text that is shown.
    pub(crate) fn text(&mut self, cells: &Cells, column: Option<usize>, rule: Rule) -> &'static str {
        let text = cells.get(column);
        match column {
            Some(column) if self.is_good(cells, column, text, rule) => self.texts.keep(text),
            _ => "",
        }
    }

    fn is_good(&mut self, cells: &Cells, column: usize, text: &str, rule: Rule) -> bool {
        let is_plain = |byte: u8| matches!(byte, b' '..=b'z');
        if text.len() <= rule.most && text.bytes().all(is_plain) {
            return true;
        }
        self.is_allowed(cells, column, text, rule)
    }

    /// The same for texts that are not plain.
    #[inline(never)]
    fn is_allowed(&mut self, cells: &Cells, column: usize, text: &str, rule: Rule) -> bool {
        check_text(self.log, self.at(cells, column), text, rule)
    }

    /// A code: what addresses and attributes can carry. `None` where the cell is empty or has none.
    pub(crate) fn code(&mut self, cells: &Cells, column: usize, what: &str) -> Option<&'static str> {
        let code = cells.row.get(column);
        if code.is_empty() {
            self.tell(cells, column, Code::MissingValue, what, "a cell is empty that must not be");
            return None;
        }
        if !is_identifier(code) {
            let message = match code.chars().count() > limits::CODE {
                true => "a code is too long",
                false => "a code has characters that addresses cannot carry",
            };
            self.tell(cells, column, Code::Identifier, "letters, digits, . _ - : at most 64", message);
        }
        Some(self.texts.keep(code))
    }

    /// The index of the class that a cell names.
    pub(crate) fn class(&mut self, cells: &Cells, column: usize, code: Code) -> Option<usize> {
        let word = cells.row.get(column);
        let index = self.plan.package.classes.list.iter().position(|class| class.value == word);
        if index.is_none() && !word.is_empty() {
            self.no_class(cells, column, code);
        }
        index
    }

    /// Tells a cell that names no class. Where the classes cannot be read, that has been told.
    #[cold]
    #[inline(never)]
    fn no_class(&mut self, cells: &Cells, column: usize, code: Code) {
        let word = cells.row.get(column);
        let classes: &[Class] = &self.plan.package.classes.list;
        if classes.is_empty() {
            return;
        }
        let words: Vec<&str> = classes.iter().map(|class| class.value).collect();
        let near = suggest::nearest(word, &words);
        let help = near.map_or(String::new(), |near| text!("did you mean {near}?"));
        let message = "“{}” is no class";
        let at = self.at(cells, column);
        self.log.tell(at, code, word, &crate::classes::class_words(classes), message, &help);
    }

    /// A value with its qualifier. `Err` where the cell has a problem, which is told.
    pub(crate) fn value(
        &mut self,
        cells: &Cells,
        column: usize,
        field: &Reading,
    ) -> Result<(Value, Qualifier), ()> {
        let text = cells.number(column);
        let format = cells.format(column, field.format);
        let value = match field.missing(text) {
            Some(value) => value,
            None => match cell::hedged(text, &format) {
                Ok((number, qualifier)) => Value::Number(number, qualifier),
                Err(code) => {
                    self.no_number(cells, column, code, &format);
                    return Err(());
                }
            },
        };
        let has_value = matches!(value, Value::Number(..));
        let qualifier = match field.qualifier {
            Some(column) => self.qualifier(cells, column, has_value)?,
            None => None,
        };
        Ok(match value {
            Value::Number(_, sign) => (value, qualifier.unwrap_or(sign)),
            _ => (value, qualifier.unwrap_or(Qualifier::Exact)),
        })
    }

    /// Tells a cell that is no number.
    #[cold]
    #[inline(never)]
    pub(crate) fn no_number(&mut self, cells: &Cells, column: usize, code: Code, format: &Format) {
        let text = cells.number(column);
        let notation = Notation::of(text, format).filter(|notation| notation.code() == code);
        let (other, advice) = notation.map(|notation| notation.advice(text, format)).unwrap_or_default();
        let (allowed, message) = match code {
            Code::NumberRange => {
                let is_number = text.bytes().any(|byte| byte.is_ascii_digit());
                let allowed = if is_number { "below 1e15" } else { "a finite number" };
                (allowed.to_owned(), "a number is too large, or none")
            }
            Code::GroupCharacter => (other, "a number has separators of thousands that are not declared"),
            Code::DecimalCharacter => (other, "a number has a decimal sign that is not declared"),
            Code::SpreadsheetError => {
                ("a number or nothing".to_owned(), "a spreadsheet wrote this in place of a value")
            }
            Code::SpreadsheetDate => {
                ("a number".to_owned(), "this looks like a date, which a spreadsheet may have made")
            }
            _ if format.integer && cell::number(text, &Format { integer: false, ..*format }).is_ok() => {
                ("a whole number".to_owned(), "this is no whole number")
            }
            _ if cell::without_percent(text).is_some_and(|rest| cell::number(rest, format).is_ok()) => {
                let at = self.at(cells, column);
                let message = "a percent sign stands behind a number";
                return self.log.tell(at, code, text, "a number", message, PERCENT);
            }
            _ => ("a number".to_owned(), "this is no number"),
        };
        let at = self.at(cells, column);
        let help = if advice.is_empty() { help(code) } else { &advice };
        self.log.tell(at, code, text, &allowed, message, help);
    }

    /// The qualifier in a column; `None` where the cell is empty.
    pub(crate) fn qualifier(
        &mut self,
        cells: &Cells,
        column: usize,
        has_value: bool,
    ) -> Result<Option<Qualifier>, ()> {
        let word = cells.row.get(column);
        if word.is_empty() {
            return Ok(None);
        }
        let Some(qualifier) = Qualifier::from_word(word) else {
            let allowed = suggest::one_of(word, &Qualifier::words());
            self.tell(cells, column, Code::UnknownQualifier, &allowed, "there is no such qualifier");
            return Err(());
        };
        let allowed = match (has_value, qualifier) {
            (true, Qualifier::NotGiven) => "no value, or another qualifier",
            (false, Qualifier::NotGiven) | (true, _) => return Ok(Some(qualifier)),
            (false, _) => "not given, as there is no value",
        };
        let message = "the qualifier does not go with the value";
        self.tell(cells, column, Code::QualifierContradicts, allowed, message);
        Err(())
    }
}

/// What a cell with a value holds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Value {
    /// A number, with the qualifier that a sign before it gives.
    Number(f64, Qualifier),
    /// Nothing; the index of the reason in the missing values of the field.
    Missing(Option<u8>),
}

/// How the values of a column are read.
#[derive(Debug)]
pub(crate) struct Reading<'a> {
    pub(crate) format: Format,
    pub(crate) reasons: &'a [crate::Missing],
    /// The column of its qualifiers.
    pub(crate) qualifier: Option<usize>,
}

impl<'a> Reading<'a> {
    /// Of a declared field.
    pub(crate) fn of(field: &'a Field, header: &Header) -> Reading<'a> {
        let qualifier = header.column(&text!("{field.name}.qualifier"));
        Reading { format: field.format, reasons: &field.missing, qualifier }
    }

    /// Why there is no value; `None` where there may be one.
    pub(crate) fn missing(&self, text: &str) -> Option<Value> {
        let reason = self.reasons.iter().position(|reason| reason.value == text);
        let says =
            reason.and_then(|index| self.reasons.get(index)).is_some_and(|reason| !reason.label.is_empty());
        match reason {
            Some(index) => Some(Value::Missing(says.then_some(index as u8))),
            None if text.is_empty() => Some(Value::Missing(None)),
            None => None,
        }
    }
}

/// What helps where percent signs stand in cells.
const PERCENT: &str = r#"write "unit": "percent" and "bareNumber": false in the field"#;

/// What helps with a cell of this kind.
fn help(code: Code) -> &'static str {
    match code {
        Code::SpreadsheetError => "repair the formula, or leave the cell empty",
        Code::SpreadsheetDate => "format the column as text before typing, and type the value again",
        _ => "",
    }
}

/// Whether a code can stand in addresses and attributes.
pub(crate) fn is_identifier(code: &str) -> bool {
    let is_sign = |character: char| character.is_alphanumeric() || matches!(character, '.' | '_' | '-' | ':');
    let is_ascii = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b':');
    let is_plain = code.len() <= limits::CODE && code.bytes().all(is_ascii);
    (is_plain || (code.chars().all(is_sign) && code.chars().count() <= limits::CODE)) && code != "__proto__"
}
