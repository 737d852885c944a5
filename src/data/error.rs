//! What went wrong, and where.

use std::fmt;

/// An expected failure, with the location a person has to look at.
///
/// The text is lower case and without a full stop, so that it can follow a location
/// (`data/facts.csv:41: unknown tier "9"`) or stand in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    location: String,
    message: String,
}

impl Error {
    /// An error at `location`: a file with its line, an attribute, a path inside a value.
    pub fn at(location: impl Into<String>, message: impl Into<String>) -> Self {
        Error { location: location.into(), message: message.into() }
    }

    /// Where it went wrong.
    pub fn location(&self) -> &str {
        &self.location
    }

    /// What went wrong, without the location.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.location, self.message)
    }
}

impl std::error::Error for Error {}
