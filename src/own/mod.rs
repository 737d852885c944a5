//! Makes a dataset of the files of somebody else: what they say, what comes of it, and sentences that hold for any data.

part::module!(own);

mod about;
mod brought;
mod derived;
mod entities;
mod indicators;
mod remarks;
mod stories;
mod tiers;
mod words;

use crate::dataset::{Category, Dataset};
use crate::package::{Package, Topic};

/// The dataset of a package.
pub fn dataset(package: &Package) -> Dataset {
    let indicators = indicators::indicators(package);
    let is_counted = indicators.iter().any(|indicator| indicator.id == indicators::COUNT);
    let mut dataset = Dataset {
        is_own: true,
        facts: package.facts.clone(),
        units: package.units.clone(),
        tiers: tiers::tiers(package, is_counted),
        classes: package.classes.title,
        prefectures: entities::groups(package),
        counties: entities::entities(package),
        county_tiers: entities::tiers(package),
        county_values: entities::values(package),
        sources: vec![about::source(package)],
        passages: about::passages(package),
        topics: package.topics.iter().map(topic).collect(),
        tags: tags(package),
        grounds: about::grounds(),
        indicators,
        ..Dataset::EMPTY
    };
    derived::derive(package, &mut dataset);
    // An indicator without a value of any tier is none for charts of tiers.
    let is_known =
        |id: &str| dataset.tiers.iter().any(|row| dataset.measure(id, row.tier).quantity().is_some());
    let known: Vec<bool> = dataset.indicators.iter().map(|indicator| is_known(indicator.id)).collect();
    for (indicator, known) in dataset.indicators.iter_mut().zip(known) {
        if !known {
            indicator.column = 0;
        }
    }
    dataset.stories = stories::stories(package, &dataset);
    dataset.remarks = remarks::remarks(package, &dataset);
    dataset
}

fn topic(topic: &Topic) -> Category {
    Category { key: topic.value, name: topic.label, ..Category::EMPTY }
}

/// The caveats of facts, which have no other names than their words.
fn tags(package: &Package) -> Vec<Category> {
    let mut words: Vec<&'static str> = package.facts.iter().flat_map(|fact| &fact.tags).copied().collect();
    words.sort_unstable();
    words.dedup();
    words.into_iter().map(|word| Category { key: word, name: words::same(word), ..Category::EMPTY }).collect()
}
