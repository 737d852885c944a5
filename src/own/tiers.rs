//! The classes with their values: what the files print, and what comes of the entities.

use super::indicators::COUNT;
use super::survey::Survey;
use super::words::told;
use crate::dataset::{TierRow, TierValue};
use crate::language::Localized;
use crate::package::{Class, Package};
use crate::quantity::{Quantity, count_text};
use crate::tier::Tier;

/// The classes in their order. `counts_entities` says whether the number of entities is counted here.
pub(super) fn tiers(package: &Package, survey: &Survey, counts_entities: bool) -> Vec<TierRow> {
    let list = package.classes.list.iter().enumerate();
    list.map(|(index, class)| row(package, survey, Tier::at(index), class, counts_entities)).collect()
}

fn row(package: &Package, survey: &Survey, tier: Tier, class: &Class, counts_entities: bool) -> TierRow {
    let printed = || package.printed.iter().filter(|printed| printed.class == tier);
    let mut values: Vec<TierValue> = Vec::new();
    for printed in printed().filter(|printed| printed.fact.is_empty()) {
        let quantity = Quantity::printed(printed.value);
        values.push(TierValue { indicator: printed.indicator, quantity, origin: Localized::EMPTY });
    }
    for (place, indicator) in package.indicators.iter().enumerate() {
        if !printed().any(|printed| printed.indicator == indicator.id) {
            values.extend(survey.of(place).and_then(|found| *found.together.get(tier.index())?));
        }
    }
    if counts_entities {
        let count = survey.counts.get(tier.index()).copied().unwrap_or_default();
        let origin = told(|words| words.origins.count, &[]);
        values.push(TierValue { indicator: COUNT, quantity: Quantity::printed(count as f64), origin });
    }
    TierRow {
        tier,
        code: code(package, tier, class.value),
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

/// The word of a class in attributes and addresses: its own, or its number where its own has characters that these cannot
/// carry, or a meaning there. Where another class has this number for its word, a stop tells the two apart.
fn code(package: &Package, tier: Tier, value: &'static str) -> &'static str {
    let carried = |character: char| character.is_alphanumeric() || "._-".contains(character);
    if !value.is_empty() && value.chars().all(carried) && !["all", "none"].contains(&value) {
        return value;
    }
    let mut number = count_text(tier.index() + 1);
    while package.classes.list.iter().any(|class| class.value == number) {
        number.push('.');
    }
    String::leak(number)
}
