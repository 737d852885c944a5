//! Values of classes that are calculated from other values of theirs.

use super::aggregates::with_gap;
use super::digits::{clean, kept, more, places};
use super::survey::Survey;
use super::words::in_all;
use crate::dataset::{
    Coverage, Dataset, LIMIT, Measure, Selection, Step, Term, TierValue, UnitKind, added, part_of, ratio,
};
use crate::locale::{Locale, halved_up, to_digits};
use crate::package::{Formula, Indicator, Package};
use crate::quantity::{Qualifier, Quantity, decimals, kept_decimals, rounded};
use crate::tier::{Tier, TierSet};

/// Adds what formulas give, and says for how many classes each indicator's formula gives a value. A formula may build on another,
/// so they are tried until none gives anything new.
pub(super) fn derive(package: &Package, survey: &Survey, dataset: &mut Dataset) -> Vec<usize> {
    let mut counts = vec![0; package.indicators.len()];
    for _ in &package.indicators {
        let deriving = Deriving { package, survey, dataset };
        let indicators = package.indicators.iter().enumerate();
        let found: Vec<_> = indicators.map(|(place, one)| deriving.of_classes(place, one)).collect();
        if found.iter().all(Vec::is_empty) {
            break;
        }
        for (values, count) in found.into_iter().zip(&mut counts) {
            *count += values.len();
            for (tier, value) in values {
                if let Some(row) = dataset.tiers.get_mut(tier.index()) {
                    row.values.push(value);
                }
            }
        }
    }
    counts
}

/// What formulas build on.
struct Deriving<'a> {
    package: &'a Package,
    survey: &'a Survey,
    dataset: &'a Dataset,
}

/// A division, before its result is rounded.
struct Division {
    step: Step,
    /// The result with all its digits.
    exact: f64,
    rounding: Rounding,
    coverage: Coverage,
    /// What else is told with it.
    rest: Option<Step>,
}

/// How many digits a division keeps.
#[derive(Clone, Copy)]
enum Rounding {
    /// A share: to a tenth, or to the first digit that it differs by from nothing or all.
    Share,
    /// What figures of whole classes give: as the article has it, so no finer than they are printed, and to two digits at least.
    Printed,
    /// What comes of entities: the digits that readers see.
    Counted,
}

impl Deriving<'_> {
    /// What a formula gives for the classes that lack a value. Values that differ keep so many digits that they are told apart.
    fn of_classes(&self, place: usize, one: &Indicator) -> Vec<(Tier, TierValue)> {
        let (mut found, mut exact) = (Vec::new(), Vec::new());
        let mut given = Vec::new();
        for row in &self.dataset.tiers {
            match self.dataset.measure(one.id, row.tier) {
                // Facts that leave one share open give a range without more ado, but not how exactly.
                Measure::Missing | Measure::Derived { .. } => {
                    if let Some(division) = self.division(place, one, row.tier) {
                        exact.push(division.exact);
                        found.push((row.tier, division));
                    }
                }
                measure => given.extend(measure.quantity().map(|quantity| quantity.low)),
            }
        }
        exact.extend(&given);
        let kept = |at: usize, more| match found.get(at) {
            Some((_, division)) => division.kept(one.decimals, more),
            None => exact.get(at).copied().unwrap_or_default(),
        };
        let more = more(&exact, kept);
        let is_unweighted = self.survey.pair(place).is_some_and(|pair| pair.missing.is_unweighted);
        let value = |(at, (tier, division)): (usize, &(Tier, Division))| {
            Some((*tier, self.value(one, division, kept(at, more), is_unweighted)?))
        };
        found.iter().enumerate().filter_map(value).collect()
    }

    /// What a formula divides for a tier.
    fn division(&self, place: usize, one: &Indicator, tier: Tier) -> Option<Division> {
        let shared = |step: Step, coverage, rest| {
            let exact = quotient(&step, 100.0)?;
            Some(Division { step, exact, rounding: Rounding::Share, coverage, rest })
        };
        match one.formula? {
            Formula::Ratio(top, bottom) => {
                let is_printed = [top, bottom].iter().all(|id| self.is_printed(id, tier));
                let ([top, bottom], coverage) = self.both(place, top, bottom, tier)?;
                let step = ratio(top, bottom)?;
                let rounding = if is_printed { Rounding::Printed } else { Rounding::Counted };
                Some(Division { exact: quotient(&step, 1.0)?, step, rounding, coverage, rest: None })
            }
            Formula::Part(part, whole) => {
                let ([part, whole], coverage) = self.both(place, part, whole, tier)?;
                shared(part_of(part, whole)?, coverage, None)
            }
            Formula::PartOfWhole(part) | Formula::ResidualOrPart(part) => {
                let step = part_of(operand(self.dataset, part, tier)?, whole(self.dataset, part)?)?;
                let rest = match one.formula? {
                    Formula::ResidualOrPart(_) => self.rest(one.id, tier),
                    _ => None,
                };
                shared(step, self.dataset.coverage(part, self.dataset.all_tiers()), rest)
            }
            Formula::Product(..) => None,
        }
    }

    /// What a division gives, with its arithmetic. `is_unweighted` says whether some entities lack a weight alone.
    fn value(
        &self,
        one: &Indicator,
        division: &Division,
        kept: f64,
        is_unweighted: bool,
    ) -> Option<TierValue> {
        let Division { step, rounding, coverage, rest, .. } = division;
        let (kind, times) = match rounding {
            Rounding::Share => (UnitKind::Percent, 100.0),
            Rounding::Printed | Rounding::Counted => (one.kind, 1.0),
        };
        let result = (Quantity::derived(kept, kept), kind);
        let is_share = matches!(rounding, Rounding::Share);
        let step = in_one_scale(Step { result, ..step.clone() }, is_share);
        let is_exact = is_exact(&step, times);
        let step = Step { exact: is_exact && hedge(&step) == Qualifier::Exact, ..step };
        let (mut low, mut high, mut qualifier) = (kept, kept, hedge(&step));
        let mut steps = vec![step];
        if let Some(rest) = rest {
            let left = rest.result.0.low;
            (low, high, qualifier) = (left.min(low), left.max(high), qualifier.and(hedge(rest)));
            steps.insert(0, rest.clone());
        }
        let origin = in_all(|language| Locale::own(language).arithmetic(&steps));
        let origin = match coverage.all - coverage.known {
            0 => origin,
            without => with_gap(self.package, origin, without, is_unweighted),
        };
        let quantity = Quantity { low, high, qualifier, derived: !is_exact };
        (high.abs() < LIMIT).then_some(TierValue { indicator: one.id, quantity, origin, coverage: *coverage })
    }

    /// What the shares of the other classes leave of 100; `None` where one of them is not given.
    fn rest(&self, id: &str, tier: Tier) -> Option<Step> {
        let (mut left, mut places) = (100.0, 1);
        let mut terms = vec![(Quantity::printed(left), UnitKind::Count)];
        for row in self.dataset.tiers.iter().filter(|row| row.tier != tier) {
            let share = match self.dataset.measure(id, row.tier) {
                Measure::Printed { quantity, .. } | Measure::Tabled(quantity) => quantity,
                _ => return None,
            };
            left -= share.low;
            places = places.max(decimals(share.low));
            terms.push((share, UnitKind::Count));
        }
        let left = rounded(left, kept_decimals(places));
        let step = Step {
            terms,
            sign: " − ",
            result: (Quantity::derived(left, left), UnitKind::Percent),
            exact: true,
        };
        Some(Step { exact: hedge(&step) == Qualifier::Exact, ..step })
    }

    /// Whether the source prints a number for the whole class, or in a fact.
    fn is_printed(&self, id: &str, tier: Tier) -> bool {
        self.dataset.indicator(id).is_none()
            || matches!(self.dataset.measure(id, tier), Measure::Printed { .. } | Measure::Tabled(_))
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
            let without = pair.missing.classes.get(tier.index()).map_or(0, |few| few.count);
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
        None => {
            let fact = dataset.fact(id)?;
            let kind = dataset.unit(fact.unit).map_or(UnitKind::Count, |unit| unit.kind);
            let quantity = Quantity::printed(fact.value.number()?);
            Some((Quantity { qualifier: fact.qualifier, ..quantity }, kind))
        }
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

impl Division {
    /// What is kept of the result, with so many digits more than the least. The dataset may want more decimals; that it wants
    /// fewer changes what is shown alone.
    fn kept(&self, wanted: Option<u8>, more: usize) -> f64 {
        let (exact, least) = (self.exact, wanted.map_or(0, usize::from));
        let Step { terms, result, .. } = &self.step;
        let is_money = terms.first().is_some_and(|(_, kind)| *kind == UnitKind::Money);
        match self.rounding {
            Rounding::Share => share(exact, least.max(1) + more, wanted, more),
            Rounding::Printed if wanted.is_none() || (is_money && least == 0) => match more {
                0 => nearer(exact, result.0.low),
                more => to_digits(exact, 2 + more),
            },
            Rounding::Printed if least == 0 => kept(exact, 1 + more, wanted),
            Rounding::Printed | Rounding::Counted => kept(exact, places(exact).max(least) + more, wanted),
        }
    }
}

/// A share to so many decimals, or to the first digits that it differs by from nothing or all.
fn share(exact: f64, least: usize, wanted: Option<u8>, more: usize) -> f64 {
    let share = if wanted.is_some() { kept(exact, least, wanted) } else { rounded(halved_up(exact), least) };
    match share {
        0.0 => to_digits(exact, 1 + more),
        100.0 => 100.0 - to_digits(100.0 - exact, 1 + more),
        share => share,
    }
}

/// A quotient as rough as the figures that are divided, unless its two first digits say more.
fn nearer(exact: f64, rough: f64) -> f64 {
    let two = to_digits(exact, 2);
    if (rough - exact).abs() <= (two - exact).abs() { rough } else { two }
}

/// What both terms of a division give so many times, with all digits.
fn quotient(step: &Step, times: f64) -> Option<f64> {
    let [(top, _), (bottom, _)] = &step.terms[..] else { return None };
    Some(top.low / bottom.low * times).filter(|quotient| quotient.abs() < LIMIT).map(clean)
}

/// How exactly the terms of a step are given together.
fn hedge(step: &Step) -> Qualifier {
    step.terms.iter().fold(Qualifier::Exact, |all, (term, _)| all.and(term.qualifier))
}

/// Sums of money are written in another unit in English, and percentages have a sign. A division is true with them where both
/// sides change by the same; elsewhere numbers are written as they are. A share has its sign anyway.
fn in_one_scale(mut step: Step, is_share: bool) -> Step {
    for unit in [UnitKind::Money, UnitKind::Percent] {
        let [(_, top), (_, bottom)] = &step.terms[..] else { return step };
        let is_apart = is_share && unit == UnitKind::Percent;
        let [top, bottom, result] = [*top, *bottom, step.result.1].map(|kind| kind == unit);
        let is_true = match (top, bottom) {
            (true, false) => result && !is_apart,
            (false, true) => false,
            _ => !result || is_apart,
        };
        if is_true {
            continue;
        }
        let result = (!is_apart).then_some(&mut step.result);
        for (_, kind) in step.terms.iter_mut().chain(result) {
            if *kind == unit {
                *kind = UnitKind::Count;
            }
        }
    }
    step
}
