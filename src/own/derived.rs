//! Values of classes that are calculated from other values of theirs.

use super::words::in_all;
use crate::dataset::{
    Coverage, Dataset, LIMIT, Measure, Selection, Step, Term, TierValue, UnitKind, added, part_of, ratio,
};
use crate::locale::{Locale, to_digits};
use crate::package::{Formula, Indicator, Package};
use crate::quantity::{Qualifier, Quantity, decimals, rounded};
use crate::tier::{Tier, TierSet};

/// Adds what formulas give. A formula may build on another, so they are tried until none gives anything new.
pub(super) fn derive(package: &Package, dataset: &mut Dataset) {
    for _ in &package.indicators {
        let mut found = Vec::new();
        for one in &package.indicators {
            for row in &dataset.tiers {
                if matches!(dataset.measure(one.id, row.tier), Measure::Missing) {
                    found.extend(derived(dataset, one, row.tier).map(|value| (row.tier, value)));
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

/// What a formula gives for a tier, with its arithmetic.
fn derived(dataset: &Dataset, one: &Indicator, tier: Tier) -> Option<TierValue> {
    let operand = |id: &str| operand(dataset, id, tier);
    let step = match one.formula? {
        Formula::Ratio(top, bottom) => rounded_as(ratio(operand(top)?, operand(bottom)?)?, one.decimals),
        Formula::Part(part, whole) => share(operand(part)?, operand(whole)?, one.decimals)?,
        Formula::PartOfWhole(part) => share(operand(part)?, whole(dataset, part)?, one.decimals)?,
        Formula::ResidualOrPart(part) => part_of(operand(part)?, whole(dataset, part)?)?,
        Formula::Product(..) => return None,
    };
    let origin = in_all(|language| Locale::own(language).step(&step));
    let hedge = step.terms.iter().fold(Qualifier::Exact, |all, (term, _)| all.and(term.qualifier));
    let quantity = Quantity { qualifier: hedge, ..step.result.0 };
    let of = |id: &str| dataset.coverage(id, TierSet::only(tier));
    let coverage = match one.formula? {
        Formula::Ratio(top, bottom) | Formula::Part(top, bottom) => of(top).or_less(of(bottom)),
        Formula::PartOfWhole(part) | Formula::ResidualOrPart(part) => {
            dataset.coverage(part, dataset.all_tiers())
        }
        Formula::Product(..) => Coverage::default(),
    };
    (quantity.high.abs() < LIMIT).then_some(TierValue { indicator: one.id, quantity, origin, coverage })
}

/// The value of an indicator, or the number of a fact.
fn operand(dataset: &Dataset, id: &str, tier: Tier) -> Option<Term> {
    match dataset.indicator(id) {
        Some(indicator) => Some((dataset.measure(id, tier).quantity()?, indicator.kind)),
        None => Some((Quantity::printed(dataset.number(id)?), UnitKind::Count)),
    }
}

/// The sum of an indicator over all tiers, if all of them are known.
fn whole(dataset: &Dataset, id: &str) -> Option<Term> {
    let tiers = Selection::new(dataset, dataset.all_tiers()).rows();
    let terms: Option<Vec<Term>> = tiers.map(|row| operand(dataset, id, row.tier)).collect();
    Some(added(terms?, true)?.result)
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
    let exact = decimals(mean) < 6 && mean * bottom.low == top.low;
    Step { result: (Quantity::derived(mean, mean), step.result.1), exact, ..step }
}
