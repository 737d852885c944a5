//! Warns of facts that say another value than what entities add up to, or than another fact.

use county_chains_data::dataset::{Fact, FactValue};
use county_chains_data::quantity::trimmed;
use county_chains_data::tier::Tier;
use county_chains_data::word::text;

use crate::entities::Entities;
use crate::facts::{Facts, Link};
use crate::log::Log;
use crate::plan::Plan;
use crate::tiers::Tiers;
use crate::{Aggregate, Code, Indicator, Origin};

/// What facts are compared with.
pub(super) struct Sums<'a> {
    pub(super) plan: &'a Plan,
    pub(super) entities: Option<&'a Entities>,
    pub(super) tiers: Option<&'a Tiers>,
}

/// Warns where facts about classes and totals differ from what is calculated, and from each other.
pub(super) fn check(log: &mut Log, sums: &Sums, facts: &Facts) {
    let mut seen: Vec<(usize, &Fact, f64)> = Vec::new();
    for (fact, link) in facts.list.iter().zip(&facts.links) {
        let (Some(index), FactValue::Number(stated), true, false) =
            (link.indicator, &fact.value, fact.counties.is_empty(), link.is_broken)
        else {
            continue;
        };
        let Some(indicator) = sums.plan.package.indicators.get(index) else { continue };
        if fact.tier.is_some_and(|class| sums.printed(indicator, class).is_some()) {
            continue;
        }
        match seen.iter().find(|(other, first, _)| *other == index && first.tier == fact.tier) {
            Some((_, first, before)) if before != stated => tell_other(log, link, first, *before),
            Some(_) => {}
            None => seen.push((index, fact, *stated)),
        }
        if let Some(sum) =
            sums.of(indicator, fact.tier).filter(|sum| (sum - stated).abs() > stated.abs() * 1e-9)
        {
            tell_sum(log, link, sum, fact.tier.is_some());
        }
    }
}

/// Tells a fact that says another value than one before it.
fn tell_other(log: &mut Log, link: &Link, first: &Fact, before: f64) {
    let allowed = text!("{trimmed(before, 9)}, which the fact {first.id} says");
    let message = "two facts say different values of one indicator";
    let help = "charts state the first; if the other is of another time, leave out its indicator";
    log.tell(link.value, Code::FactsDiffer, &link.found, &allowed, message, help);
}

/// Tells a fact that says another value than the sum.
fn tell_sum(log: &mut Log, link: &Link, sum: f64, is_of_class: bool) {
    let (message, help) = match is_of_class {
        true => (
            "the entities of the class add up to another value than the fact states",
            "charts state the sum; a value that the source prints for the class belongs in the table tiers",
        ),
        false => ("the classes add up to another total than the fact states", "charts state both"),
    };
    log.tell(link.value, Code::SumDiffers, &link.found, &trimmed(sum, 4), message, help);
}

impl Sums<'_> {
    /// What a class adds up to, or all classes; `None` where nothing is added, or a class has no value.
    fn of(&self, indicator: &Indicator, class: Option<Tier>) -> Option<f64> {
        if indicator.aggregate != Aggregate::Sum {
            return None;
        }
        if let Some(class) = class {
            return self.counted(indicator, class);
        }
        let classes = 0..self.plan.package.classes.list.len();
        let sums = classes
            .map(Tier::at)
            .map(|class| self.printed(indicator, class).or_else(|| self.counted(indicator, class)));
        sums.sum()
    }

    /// The value that the table of classes prints.
    fn printed(&self, indicator: &Indicator, class: Tier) -> Option<f64> {
        let list = self.tiers.map_or(&[][..], |tiers| &tiers.list);
        let printed = list.iter().find(|cell| cell.indicator == indicator.id && cell.class == class)?;
        Some(printed.value)
    }

    /// What the entities of a class have together; `None` where none has a value.
    fn counted(&self, indicator: &Indicator, class: Tier) -> Option<f64> {
        let (Origin::Entities(column), Some(entities)) = (indicator.origin, self.entities) else {
            return None;
        };
        let values = &entities.values.get(column)?.values;
        let of_class = values
            .iter()
            .zip(&entities.list)
            .filter(|(value, entity)| entity.class == Some(class) && !value.is_nan());
        of_class.fold(None, |sum, (value, _)| Some(sum.unwrap_or_default() + value))
    }
}
