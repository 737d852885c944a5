//! What went wrong, and where.

use std::fmt;

/// An expected failure, with the place a person has to look at.
///
/// The text is lower case and without a full stop, so that it can follow a place
/// (`data/facts.csv:41: unknown tier "9"`) or stand in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    place: String,
    message: String,
}

impl Error {
    /// An error at `place`: a file with its line, an attribute, a path inside a value.
    pub fn at(place: impl Into<String>, message: impl Into<String>) -> Self {
        Error { place: place.into(), message: message.into() }
    }

    /// Where it went wrong.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// What went wrong, without the place.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.place, self.message)
    }
}

impl std::error::Error for Error {}

/// The sentence for a word outside a closed list: what was given and what is allowed.
pub fn not_one_of(what: &str, given: &str, allowed: &[&str]) -> String {
    format!("unknown {what} \"{given}\", expected one of: {}", joined(", ", allowed.iter().copied()))
}

/// The parts with `gap` between them, in a quarter of the code that the standard `join` takes.
pub fn joined<'a>(gap: &str, parts: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for (index, part) in parts.enumerate() {
        text.push_str(if index > 0 { gap } else { "" });
        text.push_str(part);
    }
    text
}
