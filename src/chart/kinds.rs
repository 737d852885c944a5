//! The list of charts, from which the enum, the parser, the choices of the command and the cases of the golden tests
//! come.

use super::contract::Chart;
use super::parts::Part;
use super::{facts, map, shares, strip, tiers, white_paper};
use crate::dataset::Dataset;
use crate::word::{Keyword, not_one_of};

macro_rules! charts {
    ($($(#[$doc:meta])* $variant:ident = $word:literal: $chart:path, $part:ident;)*) => {
        /// The charts, by the word of the `chart` attribute.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub enum ChartKind {
            $($(#[$doc])* #[serde(rename = $word)] $variant,)*
        }

        impl Keyword for ChartKind {
            const WHAT: &'static str = "chart";
            const ALL: &'static [Self] = &[$(ChartKind::$variant),*];

            fn word(self) -> &'static str {
                match self { $(ChartKind::$variant => $word,)* }
            }
        }

        impl ChartKind {
            /// The chart itself.
            pub fn chart(self) -> &'static dyn Chart {
                match self { $(ChartKind::$variant => &$chart,)* }
            }

            /// Whether the dataset has what the chart draws, which must have come.
            pub fn is_supported(self, dataset: &Dataset) -> bool {
                match self { $(ChartKind::$variant => $chart.is_supported(dataset),)* }
            }

            /// The path of its type, by which the build finds it in the wasm.
            pub fn type_name(self) -> &'static str {
                match self { $(ChartKind::$variant => std::any::type_name::<$chart>(),)* }
            }

            /// The part of the program that it is in.
            pub fn part(self) -> Part {
                match self { $(ChartKind::$variant => Part::$part,)* }
            }
        }
    };
}

charts! {
    /// One indicator, a bar for each tier.
    Tiers = "tiers": tiers::Tiers, Tiers;
    /// The shares of the tiers, in whole bars.
    Shares = "shares": shares::Shares, Shares;
    /// Coverage of the "six ones" out of 83.
    SixOnes = "six-ones": white_paper::SixOnes, SixOnes;
    /// A tile for each of the 84 county-level units.
    Map = "map": map::Map, Map;
    /// A square for each industrial cluster, the new ones marked.
    Clusters = "clusters": white_paper::Clusters, Clusters;
    /// The five development paths and what carries each of them.
    Paths = "paths": white_paper::Paths, Paths;
    /// Counties by GDP, and what those with the largest industrial revenue hold.
    Market = "market": white_paper::Market, Market;
    /// What happened from the first white paper to the second.
    Timeline = "timeline": white_paper::Timeline, Timeline;
    /// All facts with their quotes.
    Facts = "facts": facts::Facts, Facts;
    /// How the entities of each class are distributed, for datasets that have values of entities.
    Strip = "strip": strip::Distribution, Own;
}

impl ChartKind {
    /// The charts that the dataset offers: those that it has a story for. The charts themselves may not have loaded, so
    /// that the widget cannot ask them whether the dataset has what they draw; who fills the dataset in gives a story to
    /// those alone that have it.
    pub fn offered(dataset: &Dataset) -> Vec<ChartKind> {
        let mut offered = Vec::new();
        for kind in ChartKind::ALL {
            if kind.is_offered(dataset) {
                offered.push(*kind);
            }
        }
        offered
    }

    /// Whether the dataset offers it.
    fn is_offered(self, dataset: &Dataset) -> bool {
        dataset.story(self.word(), "").is_some()
    }

    /// Reads the word of a chart that the dataset offers.
    ///
    /// # Errors
    /// Names the word and the charts that are offered.
    ///
    /// ```
    /// # use county_chains::{chart::ChartKind, dataset};
    /// let mut dataset = dataset::embedded();
    /// assert_eq!(ChartKind::parse_offered(&dataset, "market"), Ok(ChartKind::Market));
    /// dataset.stories.retain(|story| ["tiers", "map"].contains(&story.chart));
    /// let message = ChartKind::parse_offered(&dataset, "market").unwrap_err();
    /// assert_eq!(message, "unknown chart \"market\", expected one of: tiers, map");
    /// ```
    pub fn parse_offered(dataset: &Dataset, word: &str) -> Result<ChartKind, String> {
        ChartKind::from_word(word).filter(|kind| kind.is_offered(dataset)).ok_or_else(|| {
            let offered = ChartKind::offered(dataset);
            not_one_of(Self::WHAT, word, &mut offered.iter().map(|kind| kind.word()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::ChartKind;
    use crate::dataset::{self, Dataset, FactValue};
    use crate::language::Language;
    use crate::word::Keyword;

    #[test]
    fn the_dataset_names_every_chart() {
        let dataset = dataset::embedded();
        for kind in ChartKind::offered(&dataset) {
            for language in Language::ALL {
                assert_ne!(dataset.chart_name(kind.word(), language), "", "{}", kind.word());
            }
        }
    }

    #[test]
    fn the_dataset_has_what_the_charts_draw_that_it_offers() {
        let dataset = dataset::embedded();
        let ours: Vec<ChartKind> =
            ChartKind::ALL.iter().copied().filter(|kind| *kind != ChartKind::Strip).collect();
        assert_eq!(ChartKind::offered(&dataset), ours);
        let words: Vec<&str> = ours.iter().map(|kind| kind.word()).collect();
        let supported = |dataset: &Dataset| -> Vec<&str> {
            let kinds = ChartKind::ALL.iter().filter(|kind| kind.is_supported(dataset));
            kinds.map(|kind| kind.word()).collect()
        };
        assert_eq!(supported(&dataset), words);
        // Without one of its facts a chart is gone, and none that does not draw it.
        for (charts, fact) in [
            (&["six-ones", "timeline"][..], "sixones.platform"),
            (&["clusters"], "profile.wuping.cluster"),
            (&["paths"], "path4.target"),
            (&["market"], "market.ccid_rank"),
            (&["timeline"], "meetings.venues"),
        ] {
            let mut without = dataset.clone();
            without.facts.retain(|other| other.id != fact);
            let expected: Vec<&str> = words.iter().copied().filter(|word| !charts.contains(word)).collect();
            assert_eq!(supported(&without), expected, "{fact}");
        }
        let mut left_out = dataset.clone();
        for fact in left_out.facts.iter_mut().filter(|fact| fact.id == "market.ccid_count") {
            fact.value = FactValue::None;
        }
        assert!(!supported(&left_out).contains(&"market"));
        assert_eq!(supported(&Dataset::EMPTY), [""; 0]);
        let none = Dataset { facts: Vec::new(), counties: Vec::new(), ..dataset.clone() };
        assert_eq!(supported(&none), ["shares"], "without facts no tier has a value");
    }

    #[test]
    fn stories_and_notes_name_charts_that_there_are() {
        let dataset = dataset::embedded();
        let stories = dataset.stories.iter().map(|story| story.chart).filter(|chart| !chart.is_empty());
        let notes = dataset.remarks.iter().flat_map(|remark| remark.charts.iter().chain(&remark.tables));
        for word in stories.chain(notes.copied()) {
            assert!(ChartKind::from_word(word).is_some(), "{word}");
        }
    }
}
