//! What entities have of an indicator, and what the entities of a class have of it together.

use super::digits::{self, clean, more};
use super::indicators::title;
use super::words::{entity, in_all, told, words};
use crate::dataset::{Coverage, LIMIT, TierValue};
use crate::language::Localized;
use crate::locale::{Locale, render};
use crate::package::{Aggregate, Formula, Indicator, Origin, Package};
use crate::quantity::{Qualifier, Quantity, decimals, kept_decimals, rounded};

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

/// How exactly the value of every entity is given.
pub(super) fn qualifiers<'a>(
    package: &'a Package,
    indicator: &Indicator,
) -> Box<dyn Fn(usize) -> Qualifier + 'a> {
    let of = |id: &str| package.indicators.iter().find(|indicator| indicator.id == id);
    match (indicator.origin, indicator.formula) {
        (Origin::Entities(index), _) => {
            let given = package.columns.get(index).map_or(&[][..], |column| &column.qualifiers);
            Box::new(|entity| given.get(entity).copied().unwrap_or(Qualifier::Exact))
        }
        (Origin::Derived, Some(Formula::Product(one, other))) => match (of(one), of(other)) {
            (Some(one), Some(other)) => {
                let (one, other) = (qualifiers(package, one), qualifiers(package, other));
                Box::new(move |entity| one(entity).and(other(entity)))
            }
            _ => Box::new(|_| Qualifier::Exact),
        },
        _ => Box::new(|_| Qualifier::Exact),
    }
}

/// A product, with all digits.
fn product(one: f64, other: f64) -> f64 {
    let product = one * other;
    if product.abs() < LIMIT { clean(product) } else { f64::NAN }
}

/// Whether a value counts for nothing, since it has no weight where values have any.
pub(super) fn is_unweighted(value: f64, weight: Option<f64>) -> bool {
    value.is_finite() && weight.is_some_and(f64::is_nan)
}

/// The values of the entities of a class, each with its weight. Without a weight, it is 1.
#[derive(Debug, Default)]
pub(super) struct Members {
    values: Vec<f64>,
    weights: Vec<f64>,
    /// How exactly the values are given together.
    qualifier: Qualifier,
    /// How many entities of the class have no value, or no weight.
    pub(super) without: usize,
    /// How many decimals values have at most.
    decimals: usize,
}

impl Members {
    /// Adds a value, its weight where values have any, and how exactly it is given. A single one keeps its own hedge.
    pub(super) fn add(&mut self, value: f64, weight: Option<f64>, qualifier: Qualifier) {
        let is_first = self.values.is_empty();
        self.qualifier = if is_first { qualifier } else { self.qualifier.and(qualifier) };
        self.values.push(value);
        self.weights.extend(weight);
        // Most values have no more decimals than those before.
        if rounded(value, self.decimals) != value {
            self.decimals = self.decimals.max(decimals(value));
        }
    }
}

/// The values of the classes that come of their entities; `None` for one that has none of them, or where putting them together
/// says nothing. `is_unweighted` says whether some lack a weight alone.
pub(super) fn together(
    package: &Package,
    indicator: &Indicator,
    mut members: Vec<Members>,
    is_unweighted: bool,
) -> Vec<Option<TierValue>> {
    let exact: Vec<f64> = members.iter_mut().map(|members| combined(indicator, members)).collect();
    let kept = |place: usize, more| match (exact.get(place), members.get(place)) {
        (Some(value), Some(members)) => kept(indicator, members, *value, more),
        _ => f64::NAN,
    };
    let more = more(&exact, kept);
    members
        .iter()
        .enumerate()
        .map(|(place, found)| told_of(package, indicator, found, kept(place, more), is_unweighted))
        .collect()
}

/// What values become together; NaN where there is nothing.
fn combined(indicator: &Indicator, members: &mut Members) -> f64 {
    let value = indicator.aggregate.of(&mut members.values, &members.weights);
    match indicator.aggregate {
        Aggregate::Mean(_) if value.is_finite() => clean(value),
        _ => value,
    }
}

/// The same in the digits that are kept: those of the values, and of a mean as many as readers see.
fn kept(indicator: &Indicator, members: &Members, value: f64, more: usize) -> f64 {
    let given = kept_decimals(members.decimals);
    match indicator.aggregate {
        Aggregate::Mean(_) => {
            digits::kept(value, (given + 1).max(digits::places(value)) + more, indicator.decimals)
        }
        // The middle of two values may have one decimal more than these.
        Aggregate::Median => rounded(value, given + 1),
        Aggregate::Sum | Aggregate::None => rounded(value, given),
    }
}

/// A value of a class, with how it comes about.
fn told_of(
    package: &Package,
    indicator: &Indicator,
    members: &Members,
    value: f64,
    is_unweighted: bool,
) -> Option<TierValue> {
    if value.is_nan() || value.abs() >= LIMIT {
        return None;
    }
    let n = members.values.len();
    let count = in_all(|language| {
        let [one, several] = words(language).origins.values;
        render(if n == 1 { one } else { several }, &[("n", &Locale::own(language).count(n))])
    });
    let count = ("values", count);
    let origin = match indicator.aggregate {
        Aggregate::None => return None,
        Aggregate::Sum => told(|words| words.origins.sum, &[count]),
        Aggregate::Mean(id) => told(|words| words.origins.mean, &[count, ("weight", title(package, id))]),
        Aggregate::Median => told(|words| words.origins.median, &[count]),
    };
    let quantity = Quantity { qualifier: members.qualifier, ..Quantity::printed(value) };
    let without = members.without;
    let origin = if without == 0 { origin } else { with_gap(package, origin, without, is_unweighted) };
    let coverage = Coverage { known: n, all: n + without };
    Some(TierValue { indicator: indicator.id, quantity, origin, coverage })
}

/// How a value comes about, with how many entities it leaves out; `is_unweighted` as in [`together`].
pub(super) fn with_gap(
    package: &Package,
    origin: Localized,
    without: usize,
    is_unweighted: bool,
) -> Localized {
    in_all(|language| {
        let n = Locale::own(language).counted(without as f64, &entity(package));
        let values = [("origin", origin.get(language)), ("n", &*n)];
        let [valueless, weightless] = words(language).origins.without_value;
        render(if is_unweighted { weightless } else { valueless }, &values)
    })
}
