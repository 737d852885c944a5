//! The dataset: sourced facts, the tiers and their indicators, the counties and where they stand.

pub use county_chains_data::dataset::*;

use self::chart_texts::{chart_texts, marks, statements};
use crate::codec::Decoder;
use crate::embedded::{
    CLUSTERS, FACTS, FIGURES, MAP, MARKET, OUTLINE, PATHS, SHARES, SIX_ONES, TEXTS, TIERS, TIMELINE,
};

/// The dataset that travels inside the program: Fujian, edition 2024, GDP of 2023.
pub fn embedded() -> Dataset {
    let mut whole = outline();
    read_figures(&mut whole);
    read_texts(&mut whole);
    read_charts(&mut whole);
    whole
}

/// The same without the facts that only other charts than those of tiers and counties draw, without what facts say in words, and
/// without what is said of single charts.
pub fn outline() -> Dataset {
    let mut outline = Dataset::EMPTY;
    self::encoding::dataset(&mut Decoder::new(OUTLINE), &mut outline);
    outline
}

/// Adds all facts, with their figures and what these are about.
#[part::of(figures)]
pub fn read_figures(dataset: &mut Dataset) {
    self::texts::figures(&mut Decoder::new(FIGURES), dataset);
}

/// Adds what facts say in words. The figures must have come.
#[part::of(texts)]
pub fn read_texts(dataset: &mut Dataset) {
    self::texts::texts(&mut Decoder::new(TEXTS), dataset);
}

macro_rules! charts {
    ($($(#[$doc:meta])* $read:ident = $word:literal: $text:ident, $part:ident, $more:ident;)*) => {
        $(
            $(#[$doc])*
            #[part::of($part)]
            pub fn $read(dataset: &mut Dataset) {
                $more(&mut read_chart($text, dataset, $word), dataset);
            }
        )*

        /// The same for all charts.
        fn read_charts(dataset: &mut Dataset) {
            $($read(dataset);)*
        }
    };
}

charts! {
    /// Adds what is said of the chart `tiers`.
    read_tiers = "tiers": TIERS, tiers, nothing;
    /// Adds what is said of the chart `shares`.
    read_shares = "shares": SHARES, shares, nothing;
    /// Adds what is said of the chart `six-ones`.
    read_six_ones = "six-ones": SIX_ONES, six_ones, nothing;
    /// Adds what is said of the chart `map`.
    read_map = "map": MAP, map, nothing;
    /// Adds what is said of the chart `clusters`.
    read_clusters = "clusters": CLUSTERS, clusters, nothing;
    /// Adds what is said of the chart `paths`.
    read_paths = "paths": PATHS, paths, statements;
    /// Adds what is said of the chart `market`.
    read_market = "market": MARKET, market, nothing;
    /// Adds what is said of the chart `timeline`.
    read_timeline = "timeline": TIMELINE, timeline, nothing;
    /// Adds what is said of the chart `facts`.
    read_facts = "facts": FACTS, facts, marks;
}

/// The texts of most charts say nothing of facts.
fn nothing(_: &mut Decoder, _: &mut Dataset) {}

#[part::of(core)]
fn read_chart(text: &'static str, dataset: &mut Dataset, word: &'static str) -> Decoder {
    let mut decoder = Decoder::new(text);
    chart_texts(&mut decoder, dataset, word);
    decoder
}
