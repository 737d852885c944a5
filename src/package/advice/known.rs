//! Which classes have a value of which indicator: what tables print, what comes of entities, and what formulas give.

use county_chains_data::tier::Tier;

use crate::entities::Entities;
use crate::facts::Facts;
use crate::plan::Plan;
use crate::tiers::Tiers;
use crate::{Aggregate, Column, Formula, Indicator, Origin};

/// What has values. Classes are bits.
pub(super) struct Known<'a> {
    pub(super) plan: &'a Plan,
    entities: Option<&'a Entities>,
    tiers: Option<&'a Tiers>,
    facts: Option<&'a Facts>,
    /// The classes that have a value of each indicator.
    pub(super) classes: Vec<u16>,
}

impl<'a> Known<'a> {
    /// Looks through all tables.
    pub(super) fn new(
        plan: &'a Plan,
        entities: Option<&'a Entities>,
        tiers: Option<&'a Tiers>,
        facts: Option<&'a Facts>,
    ) -> Self {
        let mut known = Known { plan, entities, tiers, facts, classes: Vec::new() };
        known.classes = known.found();
        known
    }

    /// The classes that have a value of an indicator.
    pub(super) fn classes_of(&self, id: &str) -> u16 {
        self.place(id).and_then(|place| self.classes.get(place)).copied().unwrap_or_default()
    }

    /// All classes.
    pub(super) fn all(&self) -> u16 {
        (1 << self.plan.package.classes.list.len()) - 1
    }

    /// Whether an entity of any class has a value of its own.
    pub(super) fn is_of_entities(&self, indicator: &Indicator) -> bool {
        self.where_any(&self.having(indicator)) != 0
    }

    /// Whether classes have parts in their sum: they are added, to something, and none has less than nothing.
    pub(super) fn has_parts(&self, indicator: &Indicator) -> bool {
        let sums = self.sums(indicator);
        self.has_sum(indicator) && sums.iter().sum::<f64>() != 0.0 && sums.iter().all(|sum| *sum >= 0.0)
    }

    /// What all classes add up to.
    fn sum(&self, indicator: &Indicator) -> f64 {
        self.sums(indicator).iter().sum()
    }

    /// What each class adds up to: what a table prints, or what its entities have.
    fn sums(&self, indicator: &Indicator) -> Vec<f64> {
        let mut sums = vec![0.0; self.plan.package.classes.list.len()];
        let mut add = |class: Tier, value: f64| {
            if let Some(sum) = sums.get_mut(class.index()) {
                *sum += value;
            }
        };
        let is_printed = self.printed(indicator.id);
        for printed in self.tiers.iter().flat_map(|tiers| &tiers.list) {
            if printed.indicator == indicator.id {
                add(printed.class, printed.value);
            }
        }
        let entities = self.entities.iter().flat_map(|entities| entities.list.iter().enumerate());
        for (place, entity) in entities {
            let value = self.value_of(indicator, place);
            if let Some(class) =
                entity.tier.filter(|class| is_printed & bit(*class) == 0 && value.is_finite())
            {
                add(class, value);
            }
        }
        sums
    }

    /// Whether the sum of all classes is told: all have a value, and they may be added.
    pub(super) fn has_sum(&self, indicator: &Indicator) -> bool {
        let found = self.classes_of(indicator.id);
        let calculated = (found & !self.given(indicator)).count_ones() as usize;
        let adds_up = indicator.formula.is_none_or(|formula| formula.adds_up(calculated));
        indicator.aggregate == Aggregate::Sum && found == self.all() && adds_up
    }

    fn place(&self, id: &str) -> Option<usize> {
        self.plan.package.indicators.iter().position(|indicator| indicator.id == id)
    }

    fn indicator(&self, id: &str) -> Option<&'a Indicator> {
        self.plan.package.indicators.get(self.place(id)?)
    }

    /// The classes that have a value of each indicator. Formulas may build on others, so they are followed until none gives
    /// anything new.
    fn found(&self) -> Vec<u16> {
        let indicators = &self.plan.package.indicators;
        let mut found: Vec<u16> = indicators.iter().map(|indicator| self.given(indicator)).collect();
        let divided: Vec<u16> = indicators.iter().map(|indicator| self.divided(indicator)).collect();
        let mut is_new = true;
        while is_new {
            is_new = false;
            for (place, indicator) in indicators.iter().enumerate() {
                let Some(formula) = indicator.formula else { continue };
                let possible = divided.get(place).copied().unwrap_or_default();
                let calculated = self.calculated(formula, &found) & possible;
                if let Some(classes) = found.get_mut(place) {
                    is_new |= calculated & !*classes != 0;
                    *classes |= calculated;
                }
            }
        }
        found
    }

    /// The classes for which a table prints a value, or whose entities have some.
    fn given(&self, indicator: &Indicator) -> u16 {
        let of_entities = match indicator.aggregate {
            Aggregate::None => 0,
            _ => self.where_any(&self.having(indicator)),
        };
        self.printed(indicator.id) | of_entities
    }

    fn printed(&self, id: &str) -> u16 {
        let list = self.tiers.map_or(&[][..], |tiers| &tiers.list);
        list.iter().filter(|printed| printed.indicator == id).fold(0, |all, printed| all | bit(printed.class))
    }

    /// What a formula gives of what is found. Facts hold for all classes, if they are numbers.
    fn calculated(&self, formula: Formula, found: &[u16]) -> u16 {
        let all = self.all();
        let fact = |id| {
            let fact = self.facts.and_then(|facts| facts.list.iter().find(|fact| fact.id == id));
            if fact.is_some_and(|fact| fact.value.number().is_none()) { 0 } else { all }
        };
        let value = |id| {
            self.place(id).map_or_else(|| fact(id), |place| found.get(place).copied().unwrap_or_default())
        };
        match formula {
            Formula::Ratio(one, other) | Formula::Part(one, other) => value(one) & value(other),
            // There are no parts of nothing.
            Formula::PartOfWhole(part) | Formula::ResidualOrPart(part)
                if value(part) == all && self.indicator(part).is_some_and(|part| self.sum(part) != 0.0) =>
            {
                all
            }
            Formula::PartOfWhole(_) | Formula::ResidualOrPart(_) | Formula::Product(..) => 0,
        }
    }

    /// The classes for which one value can be divided by another: where both come of entities, one of these must have both.
    fn divided(&self, indicator: &Indicator) -> u16 {
        let Some(Formula::Ratio(one, other) | Formula::Part(one, other)) = indicator.formula else {
            return u16::MAX;
        };
        let both = self.indicator(one).zip(self.indicator(other));
        match both.filter(|(one, other)| self.is_counted(one) && self.is_counted(other)) {
            Some((first, second)) => {
                let is_divided = |entity| {
                    let values = [self.value_of(first, entity), self.value_of(second, entity)];
                    !values.iter().any(|value| value.is_nan()) && values[1] != 0.0
                };
                self.printed(one) | self.printed(other) | self.where_any(&is_divided)
            }
            None => u16::MAX,
        }
    }

    /// Whether values of classes come of values of entities.
    fn is_counted(&self, indicator: &Indicator) -> bool {
        let is_product = matches!(indicator.formula, Some(Formula::Product(..)));
        matches!(indicator.origin, Origin::Entities(_)) || is_product
    }

    fn having(&self, indicator: &Indicator) -> impl Fn(usize) -> bool {
        |entity| !self.value_of(indicator, entity).is_nan()
    }

    /// The value of an entity: NaN where it has none.
    fn value_of(&self, indicator: &Indicator, entity: usize) -> f64 {
        match (indicator.origin, indicator.formula) {
            (Origin::Entities(column), _) => {
                let column: Option<&Column> = self.entities.and_then(|entities| entities.values.get(column));
                column.and_then(|column| column.values.get(entity)).copied().unwrap_or(f64::NAN)
            }
            (Origin::Derived, Some(Formula::Product(one, other))) => {
                let [one, other] = [one, other]
                    .map(|id| self.indicator(id).map_or(f64::NAN, |found| self.value_of(found, entity)));
                one * other
            }
            _ => f64::NAN,
        }
    }

    /// The classes of which an entity is such a one.
    fn where_any(&self, is_such: &dyn Fn(usize) -> bool) -> u16 {
        let list = self.entities.map_or(&[][..], |entities| &entities.list);
        let mut classes = 0;
        for (index, entity) in list.iter().enumerate() {
            let Some(class) = entity.tier else { continue };
            if classes & bit(class) == 0 && is_such(index) {
                classes |= bit(class);
            }
        }
        classes
    }
}

/// The bit of a class.
pub(super) fn bit(class: Tier) -> u16 {
    1 << class.index()
}
