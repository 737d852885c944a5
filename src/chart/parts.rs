//! The parts of the program, which a page loads one by one.

use crate::word::Keyword;

/// A part of the program: a file that a page loads when it needs something in it. `pkg/tools/bundle` cuts them, along the
/// marks in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What every widget needs.
    Core,
    /// What some readers open.
    Annex,
}

impl Keyword for Part {
    const WHAT: &'static str = "part";
    const ALL: &'static [Self] = &[Part::Core, Part::Annex];

    fn word(self) -> &'static str {
        match self {
            Part::Core => "core",
            Part::Annex => "annex",
        }
    }
}

impl Part {
    /// The part that it builds on, which must have come as well when its code runs. What several parts use is in the part
    /// that all of them build on.
    pub fn below(self) -> Part {
        match self {
            Part::Core | Part::Annex => Part::Core,
        }
    }

    /// Whether its code runs only when `other` has come.
    pub fn needs(self, other: Part) -> bool {
        self == other || (self != Part::Core && self.below().needs(other))
    }
}
