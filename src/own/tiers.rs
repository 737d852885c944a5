//! The classes with their values: what the files print, and what comes of the entities.

use super::indicators::COUNT;
use super::survey::{Members, Survey};
use super::words::{in_all, same, told, words};
use crate::dataset::{TierRow, TierValue};
use crate::language::Localized;
use crate::locale::{Locale, render, to_digits};
use crate::package::{Aggregate, Class, Formula, Indicator, Origin, Package};
use crate::quantity::{Quantity, count_text, rounded, trimmed};
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

/// The value of every entity: NaN where there is none.
pub(super) fn column<'a>(
    package: &'a Package,
    indicator: &Indicator,
) -> Option<Box<dyn Fn(usize) -> f64 + 'a>> {
    let of = |id: &str| {
        let found = package.indicators.iter().find(|indicator| indicator.id == id)?;
        column(package, found)
    };
    match (indicator.origin, indicator.formula) {
        (Origin::Entities(index), _) => {
            let values = &package.columns.get(index)?.values;
            Some(Box::new(|entity| values.get(entity).copied().unwrap_or(f64::NAN)))
        }
        (Origin::Derived, Some(Formula::Product(one, other))) => {
            let (one, other) = (of(one)?, of(other)?);
            Some(Box::new(move |entity| product(one(entity), other(entity))))
        }
        _ => None,
    }
}

/// A product, no finer than its rougher factor.
fn product(one: f64, other: f64) -> f64 {
    let digits = |value: f64| trimmed(value.abs(), 6).bytes().filter(u8::is_ascii_digit).count();
    let product = one * other;
    if product.is_finite() { to_digits(product, digits(one).min(digits(other)).max(2)) } else { f64::NAN }
}

/// The value of a class that comes of its entities; `None` where it has none of them, or putting them together says nothing.
pub(super) fn together(package: &Package, indicator: &Indicator, members: Members) -> Option<TierValue> {
    let Members { mut values, weights, without, decimals } = members;
    if values.is_empty() {
        return None;
    }
    let n = count_text(values.len());
    let places = indicator.decimals.map_or(decimals, usize::from);
    let count = ("n", same(String::leak(n)));
    let (value, origin) = match indicator.aggregate {
        Aggregate::None => return None,
        Aggregate::Sum => (values.iter().sum(), told(|words| words.origins.sum, &[count])),
        Aggregate::Mean(id) => {
            let total: f64 = weights.iter().sum();
            if total == 0.0 {
                return None;
            }
            let sum: f64 = values.iter().zip(&weights).map(|(value, weight)| value * weight).sum();
            (sum / total, told(|words| words.origins.mean, &[count, ("weight", title(package, id))]))
        }
        Aggregate::Median => (median(&mut values), told(|words| words.origins.median, &[count])),
    };
    let quantity = Quantity::printed(rounded(value, places));
    let origin = if without == 0 { origin } else { with_gap(package, origin, without) };
    Some(TierValue { indicator: indicator.id, quantity, origin })
}

fn with_gap(package: &Package, origin: Localized, without: usize) -> Localized {
    in_all(|language| {
        let n = Locale::own(language).counted(without as f64, &package.entity);
        let values = [("origin", origin.get(language)), ("n", &*n)];
        render(words(language).origins.without_value, &values)
    })
}

/// The short name of the indicator with this id.
pub(super) fn title(package: &Package, id: &str) -> Localized {
    package
        .indicators
        .iter()
        .find(|indicator| indicator.id == id)
        .map_or(Localized::EMPTY, |indicator| indicator.short)
}

/// The value in the middle; of an even number, the mean of the two in the middle.
fn median(values: &mut [f64]) -> f64 {
    let (is_even, half) = (values.len() % 2 == 0, values.len() / 2);
    let (below, middle, _) = values.select_nth_unstable_by(half, f64::total_cmp);
    let middle = *middle;
    if is_even { (below.iter().copied().fold(f64::MIN, f64::max) + middle) / 2.0 } else { middle }
}
