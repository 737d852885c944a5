//! The parts of the program, which a page loads one by one.

use crate::word::Keyword;

/// A part of the program: a file that a page loads when it needs something in it. `pkg/tools/bundle` cuts them, along the
/// marks in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What every widget needs.
    Core,
    /// The chart `tiers`.
    Tiers,
    /// The chart `shares`.
    Shares,
    /// The chart `six-ones`.
    SixOnes,
    /// The chart `map`.
    Map,
    /// The chart `clusters`.
    Clusters,
    /// The chart `paths`.
    Paths,
    /// The chart `market`.
    Market,
    /// The chart `timeline`.
    Timeline,
    /// The list of facts.
    Facts,
    /// What a page or a reader takes away: pictures, tables, code to paste, the citation.
    Export,
    /// All facts with their figures, and what puts these into words of the reader.
    Figures,
    /// What facts say in words.
    Texts,
    /// What readers open in any chart: cards with quotes, the panels of files and texts, the text about the data.
    Annex,
    /// What only datasets that are not ours need.
    Own,
    /// What guesses a descriptor for a table and warns of what may be mistakes, for whoever prepares a dataset. No widget
    /// needs it.
    Draft,
}

impl Keyword for Part {
    const WHAT: &'static str = "part";
    const ALL: &'static [Self] = &[
        Part::Core,
        Part::Tiers,
        Part::Shares,
        Part::SixOnes,
        Part::Map,
        Part::Clusters,
        Part::Paths,
        Part::Market,
        Part::Timeline,
        Part::Facts,
        Part::Export,
        Part::Figures,
        Part::Texts,
        Part::Annex,
        Part::Own,
        Part::Draft,
    ];

    fn word(self) -> &'static str {
        match self {
            Part::Core => "core",
            Part::Tiers => "tiers",
            Part::Shares => "shares",
            Part::SixOnes => "six-ones",
            Part::Map => "map",
            Part::Clusters => "clusters",
            Part::Paths => "paths",
            Part::Market => "market",
            Part::Timeline => "timeline",
            Part::Facts => "facts",
            Part::Export => "export",
            Part::Figures => "figures",
            Part::Texts => "texts",
            Part::Annex => "annex",
            Part::Own => "own",
            Part::Draft => "draft",
        }
    }
}

impl Part {
    /// The part that it builds on, which must have come as well when its code runs. What several parts use is in the part
    /// that all of them build on.
    pub fn below(self) -> Part {
        match self {
            Part::Annex | Part::Facts => Part::Texts,
            Part::SixOnes | Part::Clusters | Part::Paths | Part::Market | Part::Timeline | Part::Texts => {
                Part::Figures
            }
            Part::Draft => Part::Own,
            _ => Part::Core,
        }
    }

    /// Whether its code runs only when `other` has come.
    pub fn needs(self, other: Part) -> bool {
        self == other || (self != Part::Core && self.below().needs(other))
    }
}

#[cfg(test)]
mod tests {
    use super::Part;
    use crate::word::Keyword;

    #[test]
    fn a_part_needs_itself_and_all_that_it_builds_on() {
        let needed = |part: Part| Part::ALL.iter().copied().filter(move |other| part.needs(*other));
        assert!(needed(Part::Map).eq([Part::Core, Part::Map]));
        assert!(needed(Part::Annex).eq([Part::Core, Part::Figures, Part::Texts, Part::Annex]));
    }
}
