//! The classes with their values: what the files print, and what comes of the entities.

use super::survey::Survey;
use super::words::told;
use crate::dataset::{Coverage, Dataset, TierRow, TierValue};
use crate::language::Localized;
use crate::package::{Class, Package};
use crate::quantity::{Quantity, count_text};
use crate::tier::Tier;

/// The classes in their order. `count` is the indicator of the number of entities, where that is counted here.
pub(super) fn tiers(package: &Package, survey: &Survey, count: Option<&'static str>) -> Vec<TierRow> {
    let list = package.classes.list.iter().enumerate();
    list.map(|(index, class)| row(package, survey, Tier::at(index), class, count)).collect()
}

fn row(
    package: &Package,
    survey: &Survey,
    tier: Tier,
    class: &Class,
    count: Option<&'static str>,
) -> TierRow {
    let printed = || package.printed.iter().filter(|printed| printed.class == tier);
    let mut values: Vec<TierValue> = Vec::new();
    for printed in printed().filter(|printed| printed.fact.is_empty()) {
        let quantity = Quantity { qualifier: printed.qualifier, ..Quantity::printed(printed.value) };
        let (origin, coverage) = (Localized::EMPTY, Coverage::default());
        values.push(TierValue { indicator: printed.indicator, quantity, origin, coverage });
    }
    for (place, indicator) in package.indicators.iter().enumerate() {
        if !printed().any(|printed| printed.indicator == indicator.id) {
            values.extend(survey.of(place).and_then(|found| *found.together.get(tier.index())?));
        }
    }
    if let Some(indicator) = count {
        let count = survey.counts.get(tier.index()).copied().unwrap_or_default();
        let origin = told(|words| words.origins.count, &[]);
        let (quantity, coverage) = (Quantity::printed(count as f64), Coverage::default());
        values.push(TierValue { indicator, quantity, origin, coverage });
    }
    TierRow {
        tier,
        code: code(package, tier, class.value),
        value: class.value,
        short: class.short,
        name: class.label,
        attributive: class.label,
        facts: printed()
            .filter(|found| !found.fact.is_empty())
            .map(|found| (found.indicator, found.fact))
            .collect(),
        values,
        ..TierRow::EMPTY
    }
}

/// Whether a character separates words in a list.
fn separates(character: char) -> bool {
    [' ', ',', '~', '\t', '\n'].contains(&character)
}

/// What means something else: in attributes, then in the places of our own sentences.
const RESERVED: [&str; 7] = ["all", "none", "it", "sum", "part", "terms", "derived"];

/// The word of a class in attributes and addresses: its own, or its number where its own has characters that these cannot
/// carry, or a meaning there. Where another class has this number for its word, a stop tells the two apart.
fn code(package: &Package, tier: Tier, value: &'static str) -> &'static str {
    let carried = |character: char| character.is_alphanumeric() || "._-".contains(character);
    if !value.is_empty() && value.chars().all(carried) && !RESERVED.contains(&value) {
        return value;
    }
    let mut number = count_text(tier.index() + 1);
    while package.classes.list.iter().any(|class| class.value == number) {
        number.push('.');
    }
    String::leak(number)
}

/// A list of classes with their codes in the place of their own words. These may have commas and tildes, which also separate
/// them; blanks always do.
pub(crate) fn coded(dataset: &Dataset, text: &str) -> String {
    let is_end = |rest: &str| rest.starts_with(separates) || rest.is_empty();
    let mut list = String::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(separates);
        if rest.is_empty() {
            return list;
        }
        let is_meant = |row: &&TierRow| {
            let is_word = !row.value.is_empty() && !row.value.contains(char::is_whitespace);
            is_word
                && row.value != "all"
                && row.value != "none"
                && rest.strip_prefix(row.value).is_some_and(is_end)
        };
        let meant = dataset.tiers.iter().filter(is_meant).max_by_key(|row| row.value.len());
        let end = meant.map_or(rest.find(separates).unwrap_or(rest.len()), |row| row.value.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        list.push_str(if list.is_empty() { "" } else { " " });
        list.push_str(meant.map_or(word, |row| row.code));
    }
}
