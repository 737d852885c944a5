//! What a mark stands for.

use crate::quantity::{count_text, decimal};
use crate::word::{Keyword, joined};

/// What a mark, or a row of a table, stands for. Pages, links and files know it by its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKey<'a> {
    /// A tier, by its code: `tier:1`.
    Tier(&'a str),
    /// What a tier has of an indicator: `tier:1:gdp`.
    Segment(&'a str, &'a str),
    /// A county, by its code: `county:350582`.
    County(&'a str),
    /// A fact, by its id: `fact:total.chains`.
    Fact(&'a str),
    /// What the tiers add up to: `sum`.
    Sum,
    /// The totals that the source states: `stated`.
    Stated,
    /// A row of a chart, by the words of both: `market:over-10bn`.
    Row(&'a str, &'a str),
    /// One of the equal things in a row, counted from 1: `clusters:national-sme:12`.
    Piece(&'a str, &'a str, usize),
    /// A value that tells where those of a tier lie: `strip:2:median`.
    Stop(&'a str, Stop),
}

/// A value that tells where many values lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The smallest.
    Minimum,
    /// A quarter is below it.
    LowerQuartile,
    /// Half is below it.
    Median,
    /// Three quarters are below it.
    UpperQuartile,
    /// The largest.
    Maximum,
}

impl Keyword for Stop {
    const WHAT: &'static str = "stop";
    const ALL: &'static [Self] =
        &[Self::Minimum, Self::LowerQuartile, Self::Median, Self::UpperQuartile, Self::Maximum];

    fn word(self) -> &'static str {
        match self {
            Stop::Minimum => "minimum",
            Stop::LowerQuartile => "lower-quartile",
            Stop::Median => "median",
            Stop::UpperQuartile => "upper-quartile",
            Stop::Maximum => "maximum",
        }
    }
}

/// The chart whose marks are stops.
const STRIP: &str = "strip";

impl<'a> MarkKey<'a> {
    /// Reads what [`MarkKey::text`] writes. Whether there is such a mark is for its chart to say.
    ///
    /// ```
    /// # use county_chains::scene::MarkKey;
    /// let key = MarkKey::parse("tier:1:gdp");
    /// assert_eq!(key, Some(MarkKey::Segment("1", "gdp")));
    /// assert_eq!(key.map(MarkKey::text).as_deref(), Some("tier:1:gdp"));
    /// assert_eq!(MarkKey::parse("nothing"), None);
    /// ```
    pub fn parse(text: &'a str) -> Option<MarkKey<'a>> {
        let (kind, rest) = text.split_once(':').unwrap_or((text, ""));
        let (name, last) = rest.split_once(':').unwrap_or((rest, ""));
        Some(match (kind, last) {
            ("sum", _) if rest.is_empty() => MarkKey::Sum,
            ("stated", _) if rest.is_empty() => MarkKey::Stated,
            _ if name.is_empty() => return None,
            ("tier", "") => MarkKey::Tier(name),
            ("tier", indicator) => MarkKey::Segment(name, indicator),
            ("county", "") => MarkKey::County(name),
            ("fact", "") => MarkKey::Fact(name),
            (chart, "") => MarkKey::Row(chart, name),
            (STRIP, stop) => MarkKey::Stop(name, Stop::from_word(stop)?),
            (chart, number) => MarkKey::Piece(chart, name, decimal(number)? as usize),
        })
    }

    /// The key as text.
    pub fn text(self) -> String {
        let number;
        let parts = match self {
            MarkKey::Tier(code) => ["tier", code, ""],
            MarkKey::Segment(code, indicator) => ["tier", code, indicator],
            MarkKey::County(code) => ["county", code, ""],
            MarkKey::Fact(id) => ["fact", id, ""],
            MarkKey::Sum => ["sum", "", ""],
            MarkKey::Stated => ["stated", "", ""],
            MarkKey::Row(chart, row) => [chart, row, ""],
            MarkKey::Stop(code, stop) => [STRIP, code, stop.word()],
            MarkKey::Piece(chart, row, piece) => {
                number = count_text(piece);
                [chart, row, &number]
            }
        };
        joined(":", parts.into_iter().filter(|part| !part.is_empty()))
    }
}

#[cfg(test)]
mod tests {
    use super::{MarkKey, Stop};

    #[test]
    fn every_key_is_read_from_its_text() {
        let keys = [
            MarkKey::Tier("1"),
            MarkKey::Segment("12", "gdp-share"),
            MarkKey::County("350582"),
            MarkKey::Fact("total.chains"),
            MarkKey::Sum,
            MarkKey::Stated,
            MarkKey::Row("market", "over-10bn"),
            MarkKey::Piece("clusters", "national-sme", 12),
            MarkKey::Row("strip", "none"),
            MarkKey::Stop("2", Stop::UpperQuartile),
        ];
        for key in keys {
            assert_eq!(MarkKey::parse(&key.text()), Some(key));
        }
    }

    #[test]
    fn what_no_key_says_is_none() {
        for text in [
            "",
            "total",
            "tier",
            "county:",
            "clusters:new:x",
            "clusters:new:1:2",
            "strip:2:mean",
            "strip:2:1",
        ] {
            assert_eq!(MarkKey::parse(text), None, "{text}");
        }
    }
}
