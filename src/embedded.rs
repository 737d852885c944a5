//! What the build wrote for the program, see `build.rs`: the dataset and the words of the languages as texts.
//! Each begins with the characters by which Traditional texts are made of Simplified ones.

use std::sync::OnceLock;

use crate::codec::Simplified;

macro_rules! written {
    ($file:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $file))
    };
}

/// What the charts of tiers and counties draw from, without what is said of single charts.
pub(crate) const OUTLINE: &str = written!("dataset.txt");
/// All facts, with their figures and what these are about.
pub(crate) const FIGURES: &str = written!("figures.txt");
/// What facts say in words.
pub(crate) const TEXTS: &str = written!("texts.txt");
/// The words of the interface.
pub(crate) const INTERFACE: &str = written!("words.txt");
/// The words of the annex.
pub(crate) const ANNEX: &str = written!("annex.txt");
/// What is said of the chart `tiers`.
pub(crate) const TIERS: &str = written!("chart-tiers.txt");
/// What is said of the chart `shares`.
pub(crate) const SHARES: &str = written!("chart-shares.txt");
/// What is said of the chart `six-ones`.
pub(crate) const SIX_ONES: &str = written!("chart-six-ones.txt");
/// What is said of the chart `map`.
pub(crate) const MAP: &str = written!("chart-map.txt");
/// What is said of the chart `clusters`.
pub(crate) const CLUSTERS: &str = written!("chart-clusters.txt");
/// What is said of the chart `paths`.
pub(crate) const PATHS: &str = written!("chart-paths.txt");
/// What is said of the chart `market`.
pub(crate) const MARKET: &str = written!("chart-market.txt");
/// What is said of the chart `timeline`.
pub(crate) const TIMELINE: &str = written!("chart-timeline.txt");
/// What is said of the chart `facts`.
pub(crate) const FACTS: &str = written!("chart-facts.txt");
/// The words about datasets that are not ours.
pub(crate) const OWN: &str = written!("own.txt");

/// The Simplified character in the place of a Traditional one, where the texts tell it.
pub(crate) fn simplified(character: char) -> char {
    static TABLE: OnceLock<Simplified> = OnceLock::new();
    TABLE.get_or_init(|| Simplified::new(&[OUTLINE, FIGURES, TEXTS, FACTS])).of(character)
}
