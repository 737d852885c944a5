//! Warns of facts that say another value than what comes of entities, or than another fact.

use county_chains_data::dataset::{Fact, FactValue};
use county_chains_data::quantity::{decimals, trimmed};
use county_chains_data::tier::Tier;
use county_chains_data::word::text;

use crate::entities::Entities;
use crate::facts::{Facts, Link};
use crate::log::Log;
use crate::plan::{Kind, Plan};
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
        let places = sums.places(&link.found, *stated);
        // A median and a mean may have more decimals than the source prints.
        let half = match indicator.aggregate {
            Aggregate::Sum => 0.0,
            _ => (0..places).fold(0.5, |half, _| half / 10.0),
        };
        let differs = |value: &f64| (value - stated).abs() > half + stated.abs() * 1e-9;
        if let Some(value) = sums.of(indicator, fact.tier).filter(differs) {
            let value = trimmed(value, places.max(4));
            tell_value(log, link, &value, indicator.aggregate, fact.tier.is_some());
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

/// Tells a fact that says another value than the sum, the median or the mean.
fn tell_value(log: &mut Log, link: &Link, value: &str, aggregate: Aggregate, is_of_class: bool) {
    let (message, help) = match aggregate {
        _ if !is_of_class => {
            ("the classes add up to another total than the fact states", "charts state both")
        }
        Aggregate::Median => (
            "the entities of the class have another median than the fact states",
            "charts state the median; a value that the source prints for the class belongs in the table tiers",
        ),
        Aggregate::Mean(_) => (
            "the entities of the class have another mean than the fact states",
            "charts state the mean; a value that the source prints for the class belongs in the table tiers",
        ),
        Aggregate::Sum | Aggregate::None => (
            "the entities of the class add up to another value than the fact states",
            "charts state the sum; a value that the source prints for the class belongs in the table tiers",
        ),
    };
    log.tell(link.value, Code::SumDiffers, &link.found, value, message, help);
}

impl Sums<'_> {
    /// How many decimals a fact states, zeros at the end too.
    fn places(&self, found: &str, stated: f64) -> usize {
        let mut fields =
            self.plan.tables.iter().filter(|table| table.kind == Kind::Facts).flat_map(|table| &table.fields);
        let decimal = fields.find(|field| field.name == "value").map_or('.', |field| field.format.decimal);
        let part = found.rsplit_once(decimal).map_or("", |(_, part)| part);
        let written = part.chars().take_while(char::is_ascii_digit).count();
        written.max(decimals(stated))
    }

    /// What comes of the entities of a class, or what all classes add up to; `None` where nothing does, or a class has no value.
    fn of(&self, indicator: &Indicator, class: Option<Tier>) -> Option<f64> {
        if let Some(class) = class {
            return self.combined(indicator, class);
        }
        if indicator.aggregate != Aggregate::Sum {
            return None;
        }
        let classes = 0..self.plan.package.classes.list.len();
        let sums = classes
            .map(Tier::at)
            .map(|class| self.printed(indicator, class).or_else(|| self.combined(indicator, class)));
        sums.sum()
    }

    /// The value that the table of classes prints.
    fn printed(&self, indicator: &Indicator, class: Tier) -> Option<f64> {
        let list = self.tiers.map_or(&[][..], |tiers| &tiers.list);
        let printed = list.iter().find(|cell| cell.indicator == indicator.id && cell.class == class)?;
        Some(printed.value)
    }

    /// What the values of the entities of a class become together; `None` where none has a value, or a weight.
    fn combined(&self, indicator: &Indicator, class: Tier) -> Option<f64> {
        let values = self.column(indicator)?;
        let weights = match indicator.aggregate {
            Aggregate::Mean(id) => {
                let indicators = &self.plan.package.indicators;
                Some(self.column(indicators.iter().find(|weight| weight.id == id)?)?)
            }
            _ => None,
        };
        let (mut kept, mut weighed) = (Vec::new(), Vec::new());
        for (place, entity) in self.entities?.list.iter().enumerate() {
            let value = values.get(place).copied().unwrap_or(f64::NAN);
            let weight = weights.map_or(1.0, |weights| weights.get(place).copied().unwrap_or(f64::NAN));
            if entity.tier == Some(class) && !value.is_nan() && !weight.is_nan() {
                kept.push(value);
                weighed.push(weight);
            }
        }
        let value = indicator.aggregate.of(&mut kept, &weighed);
        (!value.is_nan()).then_some(value)
    }

    /// The values of entities.
    fn column(&self, indicator: &Indicator) -> Option<&[f64]> {
        let (Origin::Entities(column), Some(entities)) = (indicator.origin, self.entities) else {
            return None;
        };
        Some(&entities.values.get(column)?.values)
    }
}
