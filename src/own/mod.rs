//! Makes a dataset of the files of somebody else: what they say, what comes of it, and sentences that hold for any data.

part::module!(own);

mod about;
mod aggregates;
mod brought;
mod derived;
mod digits;
mod entities;
mod few;
mod finding;
mod indicators;
mod pairs;
mod phrases;
mod remarks;
mod stories;
mod survey;
mod tiers;
mod whole_bars;
mod words;

use self::survey::Survey;
use crate::dataset::{Category, Dataset, Indicator, LIMIT};
use crate::language::{Language, Localized};
use crate::package::{Package, Topic};
use crate::word::{quoted, text};
use words::same;

/// A list of classes, each by its code, its number or, where that has no blanks, its word in the tables, whatever characters that
/// has: with codes in the place of words.
#[part::of(own)]
pub fn tier_codes(dataset: &Dataset, text: &str) -> String {
    tiers::coded(dataset, text)
}

/// What is said of a code that no entity has.
#[part::of(own)]
pub fn unknown_code(code: &str) -> String {
    text!("unknown code {quoted(code)}, expected a code of the dataset")
}

/// The dataset of a package.
pub fn dataset(package: &Package) -> Dataset {
    let (mut package, mut making) = (package.clone(), Making::default());
    while making.step(&mut package, usize::MAX) {}
    making.end(package)
}

/// A dataset being made of a package, a piece of the work at a time, so that a million rows do not hold up a page.
#[derive(Debug, Default)]
pub struct Making {
    survey: Survey,
}

impl Making {
    /// Goes through about so many entities. Says whether more is left. The package is the same each time.
    pub fn step(&mut self, package: &mut Package, rows: usize) -> bool {
        self.survey.step(package, rows)
    }

    /// The dataset, when no step is left. It takes the entities over, so that this takes as long for a million as for one.
    pub fn end(self, package: Package) -> Dataset {
        made(package, self.survey)
    }
}

fn made(mut package: Package, mut survey: Survey) -> Dataset {
    let are_counted = !package.entities.is_empty() && survey.classless == 0;
    let indicators = indicators::indicators(&package, are_counted);
    let counties = std::mem::take(&mut package.entities);
    let county_order = std::mem::take(&mut package.order);
    let county_values = survey.take_values(&mut package);
    let package = &package;
    // It stands behind those of the files.
    let count = indicators.get(package.indicators.len()).map(|count| count.id);
    let mut dataset = Dataset {
        is_own: true,
        facts: package.facts.clone(),
        units: indicators::units(package),
        tiers: tiers::tiers(package, &survey, count),
        classes: package.classes.title,
        prefectures: entities::groups(package),
        counties,
        shelf: survey.shelf.name(),
        county_order,
        county_tiers: std::mem::take(&mut survey.tiers),
        county_values,
        sources: vec![about::source(package)],
        passages: about::passages(package),
        topics: package.topics.iter().map(topic).collect(),
        tags: tags(package),
        grounds: about::grounds(),
        indicators,
        ..Dataset::EMPTY
    };
    let calculated = derived::derive(package, &survey, &mut dataset);
    // What is added up to more than can be exact has no sum, nor have parts that are rounded.
    let has_sum = |(place, indicator): (usize, &Indicator)| {
        let values =
            dataset.tiers.iter().filter_map(|row| dataset.measure(indicator.id, row.tier).quantity());
        let sum: f64 = values.map(|value| value.high.abs()).sum();
        let formula = package.indicators.get(place).and_then(|one| one.formula);
        let count = calculated.get(place).copied().unwrap_or_default();
        sum < LIMIT && formula.is_none_or(|formula| formula.adds_up(count))
    };
    let have_sums: Vec<bool> = dataset.indicators.iter().enumerate().map(has_sum).collect();
    for (indicator, has_sum) in dataset.indicators.iter_mut().zip(have_sums) {
        indicator.additive &= has_sum;
    }
    // An indicator without a value of any tier is none for charts of tiers.
    let is_known =
        |id: &str| dataset.tiers.iter().any(|row| dataset.measure(id, row.tier).quantity().is_some());
    let known: Vec<bool> = dataset.indicators.iter().map(|indicator| is_known(indicator.id)).collect();
    for (indicator, known) in dataset.indicators.iter_mut().zip(known) {
        if !known {
            indicator.column = 0;
        }
    }
    dataset.stories = stories::stories(package, &survey, &dataset);
    dataset.remarks = remarks::remarks(package, &survey, &dataset);
    dataset
}

fn topic(topic: &Topic) -> Category {
    Category { key: topic.value, name: topic.label, ..Category::EMPTY }
}

/// The caveats that have names in each language.
const TAGS: [&str; 6] = ["plan", "lower-bound", "increment", "cumulative", "target", "claim"];

/// The caveats of facts. Others than these have no names but their words.
fn tags(package: &Package) -> Vec<Category> {
    let mut keys: Vec<&'static str> = package.facts.iter().flat_map(|fact| &fact.tags).copied().collect();
    keys.sort_unstable();
    keys.dedup();
    let name = |key: &'static str| match TAGS.iter().position(|tag| *tag == key) {
        Some(place) => {
            let name = |language| words::words(language).notes.tags.get(place).copied().unwrap_or_default();
            let [zh_hans, zh_hant, en] = Language::ALL.map(name);
            Localized { zh_hans, zh_hant, en }
        }
        None => same(key),
    };
    keys.into_iter().map(|key| Category { key, name: name(key), ..Category::EMPTY }).collect()
}
