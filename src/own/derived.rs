//! Values of classes that are calculated from other values of theirs.

use super::aggregates::with_gap;
use super::survey::Survey;
use super::words::in_all;
use crate::dataset::{
    Coverage, Dataset, LIMIT, Measure, Selection, Step, Term, TierValue, UnitKind, added, part_of, ratio,
};
use crate::locale::{Locale, to_digits};
use crate::package::{Formula, Indicator, Package};
use crate::quantity::{Qualifier, Quantity, rounded};
use crate::tier::{Tier, TierSet};

/// Adds what formulas give. A formula may build on another, so they are tried until none gives anything new.
pub(super) fn derive(package: &Package, survey: &Survey, dataset: &mut Dataset) {
    for _ in &package.indicators {
        let mut found = Vec::new();
        let deriving = Deriving { package, survey, dataset };
        for (place, one) in package.indicators.iter().enumerate() {
            for row in &dataset.tiers {
                if matches!(dataset.measure(one.id, row.tier), Measure::Missing) {
                    found.extend(deriving.derived(place, one, row.tier).map(|value| (row.tier, value)));
                }
            }
        }
        if found.is_empty() {
            return;
        }
        for (tier, value) in found {
            if let Some(row) = dataset.tiers.get_mut(tier.index()) {
                row.values.push(value);
            }
        }
    }
}

/// What formulas build on.
struct Deriving<'a> {
    package: &'a Package,
    survey: &'a Survey,
    dataset: &'a Dataset,
}

impl Deriving<'_> {
    /// What a formula gives for a tier, with its arithmetic.
    fn derived(&self, place: usize, one: &Indicator, tier: Tier) -> Option<TierValue> {
        let (step, times, coverage) = match one.formula? {
            Formula::Ratio(top, bottom) => {
                let ([top, bottom], coverage) = self.both(place, top, bottom, tier)?;
                (rounded_as(ratio(top, bottom)?, one.decimals), 1.0, coverage)
            }
            Formula::Part(part, whole) => {
                let ([part, whole], coverage) = self.both(place, part, whole, tier)?;
                (share(part, whole, one.decimals)?, 100.0, coverage)
            }
            Formula::PartOfWhole(part) | Formula::ResidualOrPart(part) => {
                let terms = (operand(self.dataset, part, tier)?, whole(self.dataset, part)?);
                let step = match one.formula? {
                    Formula::PartOfWhole(_) => share(terms.0, terms.1, one.decimals)?,
                    _ => part_of(terms.0, terms.1)?,
                };
                (step, 100.0, self.dataset.coverage(part, self.dataset.all_tiers()))
            }
            Formula::Product(..) => return None,
        };
        let hedge = step.terms.iter().fold(Qualifier::Exact, |all, (term, _)| all.and(term.qualifier));
        let is_exact = is_exact(&step, times);
        let step = Step { exact: is_exact && hedge == Qualifier::Exact, ..step };
        let origin = in_all(|language| Locale::own(language).step(&step));
        let origin = match coverage.all - coverage.known {
            0 => origin,
            without => with_gap(self.package, origin, without),
        };
        let quantity = Quantity { qualifier: hedge, derived: !is_exact, ..step.result.0 };
        (quantity.high.abs() < LIMIT).then_some(TierValue { indicator: one.id, quantity, origin, coverage })
    }

    /// Both terms of a division, and of how many entities they tell. Where both come of entities, it is of those that have both.
    /// Where only one does, all entities of the class must have it, or the two are not of the same.
    fn both(&self, place: usize, one: &str, other: &str, tier: Tier) -> Option<([Term; 2], Coverage)> {
        let is_counted =
            |id: &str| matches!(self.dataset.measure(id, tier), Measure::Aggregated(..) | Measure::Missing);
        if let Some(pair) = self.survey.pair(place).filter(|_| is_counted(one) && is_counted(other)) {
            let [first, second] = pair.together.get(tier.index())?.as_ref()?;
            let kind = |id: &str| self.dataset.indicator(id).map_or(UnitKind::Count, |found| found.kind);
            let terms = [(first.quantity, kind(one)), (second.quantity, kind(other))];
            let without = pair.missing.get(tier.index()).map_or(0, |few| few.count);
            let known = first.coverage.known;
            return Some((terms, Coverage { known, all: known + without }));
        }
        let [first, second] = [one, other].map(|id| self.dataset.coverage(id, TierSet::only(tier)));
        if first.is_partial() || second.is_partial() {
            return None;
        }
        let terms = [operand(self.dataset, one, tier)?, operand(self.dataset, other, tier)?];
        Some((terms, first.or_less(second)))
    }
}

/// Whether a quotient, which stands so many times in its result, was not rounded.
fn is_exact(step: &Step, times: f64) -> bool {
    let [(top, _), (bottom, _)] = &step.terms[..] else { return step.exact };
    let (product, top) = (step.result.0.low * bottom.low, top.low * times);
    // Floats multiply with an error in the last digit.
    (product - top).abs() <= 4.0 * f64::EPSILON * top.abs()
}

/// The value of an indicator, or the number of a fact.
fn operand(dataset: &Dataset, id: &str, tier: Tier) -> Option<Term> {
    match dataset.indicator(id) {
        Some(indicator) => Some((dataset.measure(id, tier).quantity()?, indicator.kind)),
        None => Some((Quantity::printed(dataset.number(id)?), UnitKind::Count)),
    }
}

/// The sum of an indicator over all tiers, if all of them are known. If one is below zero, the others are no parts of it.
fn whole(dataset: &Dataset, id: &str) -> Option<Term> {
    let tiers = Selection::new(dataset, dataset.all_tiers()).rows();
    let terms: Option<Vec<Term>> = tiers.map(|row| operand(dataset, id, row.tier)).collect();
    let terms = terms?.into_iter().map(|term| (term.0.low >= 0.0).then_some(term)).collect::<Option<_>>();
    let whole = added(terms?, true)?.result;
    (whole.0.low < LIMIT).then_some(whole)
}

/// A share: to the decimals that the dataset wants, else to a tenth, or to the first digit that it differs by from nothing or all.
fn share(part: Term, whole: Term, wanted: Option<u8>) -> Option<Step> {
    let step = part_of(part, whole)?;
    let share = part.0.low / whole.0.low * 100.0;
    let share = match wanted {
        Some(places) => rounded(share, usize::from(places)),
        None if step.result.0.low == 0.0 => to_digits(share, 1),
        None if step.result.0.low == 100.0 => 100.0 - to_digits(100.0 - share, 1),
        None => return Some(step),
    };
    Some(Step { result: (Quantity::derived(share, share), step.result.1), ..step })
}

/// A ratio with the decimals that the dataset wants; without, one that would be nothing as a tenth to two digits.
fn rounded_as(step: Step, wanted: Option<u8>) -> Step {
    let [(top, _), (bottom, _)] = &step.terms[..] else { return step };
    let mean = top.low / bottom.low;
    let mean = match wanted {
        Some(places) => rounded(mean, usize::from(places)),
        None if mean.abs() >= 1.0 || step.result.1 == UnitKind::Money => return step,
        None => to_digits(mean, 2),
    };
    Step { result: (Quantity::derived(mean, mean), step.result.1), ..step }
}
