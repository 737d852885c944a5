//! Collects problems, and puts them in order at the end.

use std::cmp::Ordering;

use county_chains_data::quantity::count_text;
use county_chains_data::word::{shortened, text};

use crate::order::sorted;
use crate::{Code, Problem, Severity, limits};

/// Where something stands.
#[derive(Debug, Clone, Default)]
pub(crate) struct At {
    /// Index of its file; 0 is the descriptor.
    pub(crate) file: usize,
    /// The line; in the descriptor the byte, until [`Log::told`].
    pub(crate) line: usize,
    /// The number of the field; in the descriptor 0, until [`Log::told`].
    pub(crate) column: usize,
    /// JSON pointer.
    pub(crate) pointer: String,
}

/// The problems so far.
#[derive(Debug, Default)]
pub(crate) struct Log {
    /// Names of the files.
    pub(crate) files: Vec<String>,
    problems: Vec<(usize, Problem)>,
    counts: Vec<usize>,
    errors: usize,
    omitted: usize,
}

impl Log {
    /// Adds a file; gives its index.
    pub(crate) fn file(&mut self, name: &str) -> usize {
        self.files.push(name.to_owned());
        self.counts.push(0);
        self.files.len() - 1
    }

    /// Adds a problem.
    pub(crate) fn tell(&mut self, at: At, code: Code, found: &str, allowed: &str, message: &str, help: &str) {
        self.errors += usize::from(code.severity() == Severity::Error);
        let Some(count) = self.counts.get_mut(at.file) else { return };
        *count += 1;
        if *count > limits::PROBLEMS {
            self.omitted += 1;
            return;
        }
        let problem = Problem {
            code,
            file: self.files.get(at.file).cloned().unwrap_or_default(),
            line: at.line,
            column: at.column,
            pointer: at.pointer,
            found: shown(found),
            allowed: allowed.to_owned(),
            message: message.to_owned(),
            help: help.to_owned(),
        };
        self.problems.push((at.file, problem));
    }

    /// Whether there is an error.
    pub(crate) fn failed(&self) -> bool {
        self.errors > 0
    }

    /// The problems in order, with lines and columns, and how many are left out. `text` is that of the descriptor.
    pub(crate) fn told(mut self, text: &str) -> (Vec<Problem>, usize) {
        let key = |index: u32| {
            let (file, problem) = self.problems.get(index as usize)?;
            Some((*file, problem.line, problem.column))
        };
        let order = sorted(self.problems.len(), &|one, other| key(one).cmp(&key(other)));
        let has_text = self.files.first().is_some_and(|name| !name.is_empty());
        let mut lines = Lines { text, byte: 0, line: 1, column: 1 };
        let mut problems = Vec::with_capacity(order.len());
        for index in order {
            let Some((file, problem)) = self.problems.get_mut(index as usize) else { continue };
            let mut problem = std::mem::replace(problem, NOTHING);
            if *file == 0 {
                (problem.line, problem.column) = if has_text { lines.at(problem.line) } else { (0, 0) };
            }
            problems.push(problem);
        }
        (problems, self.omitted)
    }
}

/// What stands in the place of a problem that was taken out.
const NOTHING: Problem = Problem {
    code: Code::NotFound,
    file: String::new(),
    line: 0,
    column: 0,
    pointer: String::new(),
    found: String::new(),
    allowed: String::new(),
    message: String::new(),
    help: String::new(),
};

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
