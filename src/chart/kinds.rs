//! The list of charts, from which the enum, the parser, the choices of the command and the cases of the golden tests
//! come.

use super::contract::Chart;
use super::parts::Part;
use super::{facts, map, shares, tiers, white_paper};
use crate::word::Keyword;

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
    Tiers = "tiers": tiers::Tiers, Core;
    /// The shares of the tiers, in whole bars.
    Shares = "shares": shares::Shares, Core;
    /// Coverage of the "six ones" out of 83.
    SixOnes = "six-ones": white_paper::SixOnes, Charts;
    /// A tile for each of the 84 county-level units.
    Map = "map": map::Map, Map;
    /// A square for each industrial cluster, the new ones marked.
    Clusters = "clusters": white_paper::Clusters, Charts;
    /// The five development paths and what carries each of them.
    Paths = "paths": white_paper::Paths, Charts;
    /// Counties by GDP, and what those with the largest industrial revenue hold.
    Market = "market": white_paper::Market, Charts;
    /// What happened from the first white paper to the second.
    Timeline = "timeline": white_paper::Timeline, Charts;
    /// All facts with their quotes.
    Facts = "facts": facts::Facts, Charts;
}

#[cfg(test)]
mod tests {
    use super::ChartKind;
    use crate::dataset;
    use crate::language::Language;
    use crate::word::Keyword;

    #[test]
    fn the_dataset_names_every_chart() {
        let dataset = dataset::embedded();
        for kind in ChartKind::ALL {
            for language in Language::ALL {
                assert_ne!(dataset.chart_name(kind.word(), language), "", "{}", kind.word());
            }
        }
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
