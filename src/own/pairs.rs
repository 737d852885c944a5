//! What a formula takes of two indicators: only of entities that have both.

use std::ops::Range;

use super::aggregates::{Members, column, column_of, is_unweighted, qualifiers, together};
use super::few::LeftOut;
use crate::dataset::TierValue;
use crate::package::{Aggregate, Formula, Indicator, Package};
use crate::quantity::Qualifier;

/// Both indicators of a formula, and what the entities that have both make of them, class by class.
#[derive(Debug, Default)]
pub(super) struct Pair {
    members: Vec<[Members; 2]>,
    /// Those that lack one, or the weight of one.
    pub(super) missing: LeftOut,
    pub(super) together: Vec<Option<[TierValue; 2]>>,
}

/// The two indicators that a formula divides; `None` where classes do not have both of their entities.
pub(super) fn operands<'a>(package: &'a Package, indicator: &Indicator) -> Option<[&'a Indicator; 2]> {
    let (Formula::Ratio(one, other) | Formula::Part(one, other)) = indicator.formula? else { return None };
    let counted = |id: &str| {
        let found = package.indicators.iter().find(|indicator| indicator.id == id)?;
        (found.aggregate != Aggregate::None && column(package, found).is_some()).then_some(found)
    };
    Some([counted(one)?, counted(other)?])
}

/// The value of an entity, its weight where values have any, and how exactly it is given. What is missing is NaN.
type Weighted<'a> = Box<dyn Fn(usize) -> (f64, Option<f64>, Qualifier) + 'a>;

fn weighted<'a>(package: &'a Package, indicator: &Indicator) -> Option<Weighted<'a>> {
    let value = column(package, indicator)?;
    let hedges = qualifiers(package, indicator);
    let weights = match indicator.aggregate {
        Aggregate::Mean(id) => Some(column_of(package, id)?),
        _ => None,
    };
    Some(Box::new(move |entity| {
        (value(entity), weights.as_ref().map(|weight| weight(entity)), hedges(entity))
    }))
}

impl Pair {
    /// `None` where there is none.
    pub(super) fn of(package: &Package, indicator: &Indicator) -> Option<Pair> {
        operands(package, indicator)?;
        let classes = || package.classes.list.iter();
        let members = classes().map(|_| Default::default()).collect();
        Some(Pair { members, missing: LeftOut::new(classes().len()), together: Vec::new() })
    }

    /// Looks at some entities, each with the place of its class.
    pub(super) fn look(
        &mut self,
        package: &Package,
        indicator: &Indicator,
        tiers: &[u8],
        entities: Range<usize>,
    ) {
        let Some(both) = operands(package, indicator) else { return };
        let [Some(first), Some(second)] = both.map(|one| weighted(package, one)) else { return };
        for entity in entities {
            let tier = tiers.get(entity).map_or(usize::MAX, |tier| usize::from(*tier));
            let found = [first(entity), second(entity)];
            let is_valueless = found.iter().any(|(value, ..)| value.is_nan());
            let is_unweighted = found.iter().any(|(value, weight, _)| is_unweighted(*value, *weight));
            if is_valueless || is_unweighted {
                self.missing.add(tier, entity, !is_valueless);
                continue;
            }
            let Some(members) = self.members.get_mut(tier) else { continue };
            for (members, (value, weight, hedge)) in members.iter_mut().zip(found) {
                members.add(value, weight, hedge);
            }
        }
    }

    /// Puts together what has been looked at.
    pub(super) fn put_together(&mut self, package: &Package, indicator: &Indicator) {
        let Some([one, other]) = operands(package, indicator) else { return };
        let members = std::mem::take(&mut self.members).into_iter();
        let (first, second) = members.map(|[first, second]| (first, second)).unzip();
        let is_unweighted = self.missing.is_unweighted;
        let [first, second] = [(one, first), (other, second)]
            .map(|(indicator, members)| together(package, indicator, members, is_unweighted));
        let both = |(first, second): (Option<TierValue>, Option<TierValue>)| Some([first?, second?]);
        self.together = first.into_iter().zip(second).map(both).collect();
    }
}
