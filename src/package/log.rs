//! Collects problems, and puts them in order at the end.

use std::cmp::Ordering;

use county_chains_data::quantity::count_text;
use county_chains_data::word::{shortened, text};
use jsonc_parser::ast::Value;

use crate::order::sorted;
use crate::{Code, Problem, Severity, json, limits};

/// Where something stands. Pointers are made at the end, when problems are few and known.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct At {
    /// Index of its file; 0 is the descriptor.
    pub(crate) file: usize,
    /// The line; in the descriptor the byte.
    pub(crate) line: usize,
    /// The number of the field; 0 where it is about no single one.
    pub(crate) column: usize,
    /// The number of the row, plus 1; 0 where it is about no row.
    pub(crate) row: usize,
    /// The name that is not there.
    pub(crate) key: &'static str,
}

/// A problem with what its place is made of.
#[derive(Debug)]
struct Told {
    at: At,
    code: Code,
    found: String,
    allowed: String,
    message: String,
    help: String,
}

/// The problems so far.
#[derive(Debug, Default)]
pub(crate) struct Log {
    /// Names of the files, with the indexes of their resources.
    pub(crate) files: Vec<(String, usize)>,
    problems: Vec<Told>,
    /// How many warnings and errors each file has.
    counts: Vec<[usize; 2]>,
    errors: usize,
    omitted: usize,
}

impl Log {
    /// Adds a file; gives its index.
    pub(crate) fn file(&mut self, name: &str, resource: usize) -> usize {
        self.files.push((name.to_owned(), resource));
        self.counts.push([0; 2]);
        self.files.len() - 1
    }

    /// Adds a problem. In the message `{}` is what is found, or the name that is not there.
    pub(crate) fn tell(&mut self, at: At, code: Code, found: &str, allowed: &str, message: &str, help: &str) {
        let kind = usize::from(code.severity() == Severity::Error);
        self.errors += kind;
        let counts = self.counts.get_mut(at.file);
        let Some(count) = counts.and_then(|counts| counts.get_mut(kind)) else { return };
        *count += 1;
        if *count > limits::PROBLEMS {
            self.omitted += 1;
            return;
        }
        let found = shown(found);
        let subject = if at.key.is_empty() { &*found } else { at.key };
        let message = match message.split_once("{}") {
            Some((before, after)) => [before, subject, after].concat(),
            None => message.to_owned(),
        };
        let (allowed, help) = (allowed.to_owned(), help.to_owned());
        self.problems.push(Told { at, code, found, allowed, message, help });
    }

    /// The name of a file.
    pub(crate) fn name(&self, file: usize) -> &str {
        self.files.get(file).map_or("", |(name, _)| name)
    }

    /// Whether there is an error.
    pub(crate) fn failed(&self) -> bool {
        self.errors > 0
    }

    /// The problems in order, with lines, columns and pointers, and how many are left out. `text` is that of the descriptor,
    /// which is parsed again if it `is_sound`.
    /// Where a file is something else, that stands alone: the others may come of it.
    pub(crate) fn told(mut self, text: &str, is_sound: bool) -> (Vec<Problem>, usize) {
        let is_other = |told: &Told| told.code == Code::SourceType;
        if self.problems.iter().any(is_other) {
            self.problems.retain(is_other);
            self.omitted = 0;
        }
        let key = |index: u32| {
            self.problems.get(index as usize).map(|told| (told.at.file, told.at.line, told.at.column))
        };
        let order = sorted(self.problems.len(), &|one, other| key(one).cmp(&key(other)));
        let is_about_descriptor = self.problems.iter().any(|told| told.at.file == 0);
        let root =
            if is_about_descriptor && is_sound { json::parsed(&mut Log::default(), text) } else { None };
        let has_text = !self.name(0).is_empty();
        let mut lines = Lines { text, byte: 0, line: 1, column: 1 };
        let mut problems = Vec::with_capacity(order.len());
        for index in order {
            let Some(told) = self.problems.get_mut(index as usize) else { continue };
            let at = told.at;
            let mut problem = Problem {
                code: told.code,
                file: String::new(),
                line: at.line,
                column: at.column,
                pointer: String::new(),
                found: std::mem::take(&mut told.found),
                allowed: std::mem::take(&mut told.allowed),
                message: std::mem::take(&mut told.message),
                help: std::mem::take(&mut told.help),
            };
            problem.file.push_str(self.name(at.file));
            problem.pointer = self.pointer(&at, root.as_ref());
            if at.file == 0 {
                (problem.line, problem.column) = if has_text { lines.at(at.line) } else { (0, 0) };
            }
            problems.push(problem);
        }
        (problems, self.omitted)
    }

    /// JSON pointer into the descriptor, as if it had all data inside.
    fn pointer(&self, at: &At, root: Option<&Value>) -> String {
        let mut pointer = String::new();
        if at.file > 0 {
            let resource = self.files.get(at.file).map_or(0, |(_, resource)| *resource);
            pointer = text!("/resources/{count_text(resource)}/data");
        } else if let Some(root) = root {
            json::push_path(root, at.line, &mut pointer);
        }
        if !at.key.is_empty() {
            json::push_key(&mut pointer, at.key);
        }
        if at.row > 0 {
            json::push_key(&mut pointer, &count_text(at.row - 1));
            if at.column > 0 {
                json::push_key(&mut pointer, &count_text(at.column - 1));
            }
        }
        pointer
    }
}

/// Finds lines and columns of bytes that come in ascending order.
struct Lines<'a> {
    text: &'a str,
    byte: usize,
    line: usize,
    column: usize,
}

impl Lines<'_> {
    fn at(&mut self, byte: usize) -> (usize, usize) {
        for character in self.text.get(self.byte..).unwrap_or_default().chars() {
            if self.byte >= byte {
                break;
            }
            self.byte += character.len_utf8();
            self.column += 1;
            if character == '\n' {
                (self.line, self.column) = (self.line + 1, 1);
            }
        }
        (self.line, self.column)
    }
}

/// A text as a problem shows it: at most 80 characters, control characters by their number.
pub(crate) fn shown(text: &str) -> String {
    let short = shortened(text, 80);
    if !short.chars().any(controls) {
        return short;
    }
    let mut result = String::new();
    for character in short.chars() {
        if controls(character) {
            push_code_point(&mut result, character);
        } else {
            result.push(character);
        }
    }
    result
}

/// Whether a character controls the device or the direction of the text.
pub(crate) fn controls(character: char) -> bool {
    matches!(character, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200e}' | '\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// Appends U+XXXX.
fn push_code_point(text: &mut String, character: char) {
    text.push_str("U+");
    for byte in (character as u32).to_be_bytes().into_iter().skip(2) {
        county_chains_data::word::push_hex(text, byte);
    }
}

/// A number of things, in English.
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    let noun = if count == 1 { one } else { many };
    text!("{count_text(count)} {noun}")
}

/// Order of two texts, then of their places.
pub(crate) fn by_text(one: (&str, u32), other: (&str, u32)) -> Ordering {
    one.0.cmp(other.0).then(one.1.cmp(&other.1))
}
