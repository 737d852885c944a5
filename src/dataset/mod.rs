//! The dataset: sourced facts, the tiers and their indicators, the counties and where they stand.

mod measure;
mod model;
mod reader;
mod selection;

pub use measure::Measure;
pub use model::{
    County, CountyKind, Fact, FactValue, Indicator, Prefecture, Role, Source, TierBasis, TierRow, Unit,
};
pub use selection::Selection;

use crate::error::Error;
use crate::tier::Tier;

/// Everything the widget knows, read once and never changed.
#[derive(Debug, Clone)]
pub struct Dataset {
    /// Sourced figures and statements, in the article's order.
    pub facts: Vec<Fact>,
    /// Units of the figures.
    pub units: Vec<Unit>,
    /// The four tiers.
    pub tiers: Vec<TierRow>,
    /// What is measured of a tier.
    pub indicators: Vec<Indicator>,
    /// Prefecture-level cities, by code.
    pub prefectures: Vec<Prefecture>,
    /// County-level units, by code; also the one that the white paper leaves out.
    pub counties: Vec<County>,
    /// What the dataset is cited as; the first is the main one.
    pub sources: Vec<Source>,
}

impl Dataset {
    /// The dataset that travels inside the program: Fujian, edition 2024, GDP of 2023.
    ///
    /// # Errors
    /// All problems of the data files, each with file and line. A release has none: the tests see to it.
    pub fn embedded() -> Result<Dataset, Vec<Error>> {
        reader::read(&reader::EMBEDDED)
    }

    /// The fact with this id.
    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == id)
    }

    /// The number of the fact with this id, if the source prints one.
    pub fn number(&self, id: &str) -> Option<f64> {
        self.fact(id)?.value.number()
    }

    /// The row of `tier`.
    pub fn tier(&self, tier: Tier) -> Option<&TierRow> {
        self.tiers.iter().find(|row| row.tier == tier)
    }

    /// The indicator with this id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// The county with this GB/T 2260 code.
    pub fn county(&self, code: &str) -> Option<&County> {
        self.counties.iter().find(|county| county.code == code)
    }

    /// The prefecture-level city of `county`.
    pub fn prefecture_of(&self, county: &County) -> Option<&Prefecture> {
        self.prefectures
            .iter()
            .find(|prefecture| prefecture.code == county.prefecture)
    }

    /// The facts that speak of the county with this code.
    pub fn facts_of<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a Fact> {
        self.facts
            .iter()
            .filter(move |fact| fact.counties.iter().any(|c| c == code))
    }

    /// The unit with this key.
    pub fn unit(&self, key: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.key == key)
    }

    /// The source the dataset is cited as.
    pub fn main_source(&self) -> Option<&Source> {
        self.sources.first()
    }
}
