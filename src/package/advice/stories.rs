//! Warns of places in stories for which there is no value. The text they stand in is not shown.

use std::cell::RefCell;

use jsonc_parser::ast::Value;

use crate::entities::Entities;
use crate::facts::Facts;
use crate::fields::slug;
use crate::log::Log;
use crate::plan::Plan;
use crate::stories::pieces;
use crate::tiers::Tiers;
use crate::walk::Members;
use crate::{Aggregate, Code, Formula, Indicator, Origin, json};
use county_chains_data::tier::Tier;

/// What values come from.
pub(super) struct Sources<'a> {
    pub(super) plan: &'a Plan,
    pub(super) entities: Option<&'a Entities>,
    pub(super) facts: Option<&'a Facts>,
    pub(super) tiers: Option<&'a Tiers>,
}

/// Looks through the stories of the descriptor.
pub(super) fn check(log: &mut Log, root: &Value, sources: &Sources) {
    let stories = root.as_object().and_then(|object| Members { object }.get("stories"));
    let stories = stories.and_then(|node| node.value.as_array()).map_or(&[][..], |array| &array.elements);
    let known = Known { sources, values: RefCell::new(Vec::new()) };
    for story in stories.iter().filter_map(Value::as_object) {
        let members = Members { object: story };
        let named = members.get("indicator").and_then(|node| node.text()).map(slug);
        let is_meant = |one: &&Indicator| named.as_ref().is_none_or(|id| one.id == id);
        let meant: Vec<&Indicator> = sources.plan.package.indicators.iter().filter(is_meant).collect();
        for property in &story.properties {
            let base = property.name.as_str().split('@').next().unwrap_or_default();
            let text = property.value.as_string_lit().filter(|_| matches!(base, "heading" | "summary"));
            let Some(text) = text else { continue };
            for (_, place) in pieces(&text.value) {
                let inner = place.trim_start_matches('{').trim_end_matches('}');
                if place.is_empty() || meant.iter().any(|indicator| known.fills(indicator, inner)) {
                    continue;
                }
                let (at, help) = (json::at(text.range.start), "the general sentence stands in its place");
                log.tell(at, Code::StoryValue, place, "a place with a value", "no value for {}", help);
            }
        }
    }
}

/// The values of classes, each looked for once.
struct Known<'a> {
    sources: &'a Sources<'a>,
    values: RefCell<Vec<(&'static str, Tier, Option<f64>)>>,
}

impl Known<'_> {
    /// Whether a place has a figure of an indicator.
    fn fills(&self, indicator: &Indicator, place: &str) -> bool {
        let classes = &self.sources.plan.package.classes;
        let has = |tier: Tier| self.value(indicator.id, tier).is_some();
        if let Some(pair) = place.strip_prefix("gap:") {
            return classes.pair(pair).is_some_and(|(one, other)| has(one) && has(other));
        }
        match place {
            "max" | "min" => self.tiers().any(has),
            "sum" => self.sum(indicator).is_some(),
            "total" => self.sources.facts.is_some_and(|facts| {
                let totals = facts.totals(&self.sources.plan.package.indicators);
                totals.iter().any(|(of, _)| *of == indicator.id)
            }),
            "n" => true,
            _ => {
                let Some((kind, class)) = place.split_at_checked(1) else { return true };
                let class = classes.meant(class.strip_prefix(':').unwrap_or(class));
                match (kind, class) {
                    ("v", Some(tier)) => has(tier),
                    ("s", Some(_)) => self.sum(indicator).is_some_and(|sum| sum != 0.0),
                    _ => true,
                }
            }
        }
    }

    fn tiers(&self) -> impl Iterator<Item = Tier> + use<> {
        (0..self.sources.plan.package.classes.list.len()).map(Tier::at)
    }

    /// The sum of all classes, where each has a value and they may be added.
    fn sum(&self, indicator: &Indicator) -> Option<f64> {
        let is_added = indicator.aggregate == Aggregate::Sum;
        self.whole(indicator.id).filter(|_| is_added)
    }

    fn whole(&self, id: &str) -> Option<f64> {
        self.tiers().map(|tier| self.value(id, tier)).sum()
    }

    /// The value of a class: what a table prints, what comes of its entities, or what a formula gives.
    fn value(&self, id: &str, tier: Tier) -> Option<f64> {
        let indicator = self.sources.plan.package.indicators.iter().find(|one| one.id == id);
        let Some(indicator) = indicator else {
            let facts = self.sources.facts?;
            return facts.list.iter().find(|fact| fact.id == id)?.value.number();
        };
        let is_it = |known: &&(&'static str, Tier, Option<f64>)| known.0 == indicator.id && known.1 == tier;
        let known = self.values.borrow().iter().find(is_it).map(|known| known.2);
        known.unwrap_or_else(|| {
            // A formula that names itself has no value.
            self.values.borrow_mut().push((indicator.id, tier, None));
            let value = self.found(indicator, tier);
            if let Some(known) = self.values.borrow_mut().iter_mut().find(|known| is_it(&&**known)) {
                known.2 = value;
            }
            value
        })
    }

    fn found(&self, indicator: &Indicator, tier: Tier) -> Option<f64> {
        let mut printed = self.sources.tiers.iter().flat_map(|tiers| &tiers.list);
        let printed = printed.find(|cell| cell.indicator == indicator.id && cell.class == tier);
        if let Some(printed) = printed {
            return Some(printed.value);
        }
        self.of_entities(indicator, tier).or_else(|| match indicator.formula? {
            Formula::Ratio(top, bottom) | Formula::Part(top, bottom) => {
                quotient(self.value(top, tier)?, self.value(bottom, tier)?)
            }
            Formula::PartOfWhole(part) | Formula::ResidualOrPart(part) => {
                quotient(self.value(part, tier)?, self.whole(part)?)
            }
            Formula::Product(..) => None,
        })
    }

    /// What comes of the entities of a class; of a mean or a median it is enough that there is one.
    fn of_entities(&self, indicator: &Indicator, tier: Tier) -> Option<f64> {
        let entities = self.sources.entities?;
        let weight = match indicator.aggregate {
            Aggregate::None => return None,
            Aggregate::Mean(weight) => Some(weight),
            Aggregate::Sum | Aggregate::Median => None,
        };
        let members = entities.list.iter().enumerate().filter(|(_, entity)| entity.class == Some(tier));
        let (mut sum, mut weights, mut count) = (0.0, 0.0, 0_usize);
        for (place, _) in members {
            let value = self.of_entity(indicator.id, place);
            let weight = weight.map_or(1.0, |weight| self.of_entity(weight, place));
            if value.is_finite() && weight.is_finite() {
                (sum, weights, count) = (sum + value, weights + weight, count + 1);
            }
        }
        (count > 0 && weights != 0.0).then_some(sum)
    }

    fn of_entity(&self, id: &str, place: usize) -> f64 {
        let indicator = self.sources.plan.package.indicators.iter().find(|one| one.id == id);
        let value = indicator.and_then(|indicator| match (indicator.origin, indicator.formula) {
            (Origin::Entities(column), _) => {
                self.sources.entities?.values.get(column)?.values.get(place).copied()
            }
            (_, Some(Formula::Product(one, other))) => {
                Some(self.of_entity(one, place) * self.of_entity(other, place))
            }
            _ => None,
        });
        value.unwrap_or(f64::NAN)
    }
}

fn quotient(top: f64, bottom: f64) -> Option<f64> {
    (bottom != 0.0).then_some(top / bottom)
}
