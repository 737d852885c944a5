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
