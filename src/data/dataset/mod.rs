//! The dataset: sourced facts, the tiers and their indicators, the counties and where they stand.

mod categories;
pub mod chart_texts;
mod county;
mod coverage;
pub mod encoding;
mod measure;
mod model;
mod narration;
mod selection;
pub mod texts;
mod tiers;

pub use categories::{Category, name_of};
pub use coverage::Coverage;
pub use measure::{LIMIT, Measure, Step, Term, added, addition, part_of, ratio};
pub use model::{
    County, CountyValues, Dataset, Digits, Fact, FactValue, Formula, Indicator, Noun, Prefecture, Source,
    TierBasis, TierRow, TierValue, Unit, UnitKind,
};
pub use narration::{Form, Marker, Operand, Passage, Phrase, Placeholder, Remark, Story};
pub use selection::Selection;

use crate::language::{Language, Localized};

impl Dataset {
    /// What is written of an indicator in a chart; of the chart itself where the indicator is empty, of all charts where
    /// the chart is empty too.
    pub fn story(&self, chart: &str, indicator: &str) -> Option<&Story> {
        self.stories.iter().find(|story| story.chart == chart && story.indicator == indicator)
    }

    /// The texts with this key, in order.
    pub fn passages<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a Passage> {
        self.passages.iter().filter(move |passage| passage.key == key)
    }

    /// The only text with this key.
    pub fn passage(&self, key: &str) -> Localized {
        self.passages(key).next().map_or(Localized::EMPTY, |passage| passage.text)
    }

    /// The name of the chart with this word.
    ///
    /// ```
    /// # use county_chains::dataset;
    /// # use county_chains::language::Language;
    /// let dataset = dataset::embedded();
    /// assert_eq!(dataset.chart_name("map", Language::En), "Map");
    /// assert_eq!(dataset.chart_name("no such chart", Language::En), "");
    /// ```
    pub fn chart_name(&self, chart: &str, language: Language) -> &'static str {
        self.story(chart, "").map_or("", |story| story.name.get(language))
    }

    /// The indicator that counts the counties of a tier.
    pub fn counting_indicator(&self) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.counts_counties)
    }

    /// The id of the indicator that is shown where none is asked for: the first.
    pub fn first_indicator(&self) -> &'static str {
        self.indicators.first().map_or("", |indicator| indicator.id)
    }

    /// The facts that speak of the county with this code.
    pub fn facts_of<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a Fact> {
        self.facts.iter().filter(move |fact| fact.counties.contains(&code))
    }

    /// The source the dataset is cited as.
    pub fn main_source(&self) -> Option<&Source> {
        self.sources.first()
    }
}
