//! What entities have of an indicator, and what the entities of a class have of it together.

use super::indicators::title;
use super::words::{in_all, told, words};
use crate::dataset::TierValue;
use crate::language::Localized;
use crate::locale::{Locale, render, to_digits};
use crate::package::{Aggregate, Formula, Indicator, Origin, Package};
use crate::quantity::{Quantity, rounded, trimmed};

/// The value of every entity: NaN where there is none.
pub(super) fn column<'a>(
    package: &'a Package,
    indicator: &Indicator,
) -> Option<Box<dyn Fn(usize) -> f64 + 'a>> {
    let of = |id| column_of(package, id);
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

/// The same for the indicator with this id.
pub(super) fn column_of<'a>(package: &'a Package, id: &str) -> Option<Box<dyn Fn(usize) -> f64 + 'a>> {
    column(package, package.indicators.iter().find(|indicator| indicator.id == id)?)
}

/// A product, no finer than its rougher factor.
fn product(one: f64, other: f64) -> f64 {
    let digits = |value: f64| trimmed(value.abs(), 6).bytes().filter(u8::is_ascii_digit).count();
    let product = one * other;
    if product.is_finite() { to_digits(product, digits(one).min(digits(other)).max(2)) } else { f64::NAN }
}

/// The values of the entities of a class, each with its weight. Without a weight, it is 1.
#[derive(Debug, Default)]
pub(super) struct Members {
    pub(super) values: Vec<f64>,
    pub(super) weights: Vec<f64>,
    /// How many entities of the class have no value, or no weight.
    pub(super) without: usize,
    /// How many decimals values have at most.
    pub(super) decimals: usize,
}

/// The value of a class that comes of its entities; `None` where it has none of them, or putting them together says nothing.
pub(super) fn together(package: &Package, indicator: &Indicator, members: Members) -> Option<TierValue> {
    let Members { mut values, weights, without, decimals } = members;
    if values.is_empty() {
        return None;
    }
    let n = values.len();
    let places = indicator.decimals.map_or(decimals, usize::from);
    let count = ("n", in_all(|language| Locale::own(language).count(n)));
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

/// The value in the middle; of an even number, the mean of the two in the middle.
fn median(values: &mut [f64]) -> f64 {
    let (is_even, half) = (values.len() % 2 == 0, values.len() / 2);
    let (below, middle, _) = values.select_nth_unstable_by(half, f64::total_cmp);
    let middle = *middle;
    if is_even { (below.iter().copied().fold(f64::MIN, f64::max) + middle) / 2.0 } else { middle }
}
