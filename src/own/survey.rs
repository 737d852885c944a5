//! Goes through the entities of a package once for all that is to be told of them, a piece of the work at a time.

use super::aggregates::{Members, column, column_of, is_unweighted, qualifiers, together};
use super::entities::{self, Shelf};
use super::few::{Few, LeftOut};
use super::pairs::Pair;
use crate::dataset::{CountyValues, TierValue};
use crate::package::{Aggregate, Origin, Package};
use crate::tier::MOST_TIERS;

/// What entities have of one indicator.
#[derive(Debug, Default)]
pub(super) struct Measured {
    /// The value of each where they are calculated; what the files give is there already.
    values: Vec<f64>,
    /// Those without a value or, where values have weights, without one.
    pub(super) missing: LeftOut,
    /// What they become together, class by class.
    pub(super) together: Vec<Option<TierValue>>,
}

/// What is known of the entities.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// How many entities each class has, and how many are in none.
    pub(super) counts: [usize; MOST_TIERS],
    pub(super) classless: usize,
    /// How many have a place in the grid, and those that have none.
    pub(super) placed: usize,
    pub(super) unplaced: Few,
    /// The place of the class of each.
    pub(super) tiers: Vec<u8>,
    /// For each indicator of the package; `None` where entities have no values of it.
    pub(super) measured: Vec<Option<Measured>>,
    /// For each indicator of the package, what its formula takes of two others; `None` where it does not.
    pub(super) pairs: Vec<Option<Pair>>,
    pub(super) shelf: Shelf,
    /// The values of the indicator that is looked at, class by class.
    members: Vec<Members>,
    stage: Stage,
    /// The next entity.
    at: usize,
}

/// What is looked at.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Stage {
    #[default]
    Places,
    /// The values of the indicator with this place.
    Values(usize),
    /// What they become together.
    Together(usize),
    /// Entities without a place in the grid.
    Shelf,
    Done,
}

impl Survey {
    /// Goes through about so many entities. Says whether more is left. The package is the same each time.
    pub(super) fn step(&mut self, package: &mut Package, rows: usize) -> bool {
        let count = package.entities.len();
        let end = self.at.saturating_add(rows.max(1)).min(count);
        match self.stage {
            Stage::Places => self.look(package, end),
            Stage::Values(place) => self.measure(package, place, end),
            Stage::Together(place) => self.put_together(package, place),
            Stage::Shelf => {
                let rest = package.entities.get_mut(self.at..end).unwrap_or_default();
                rest.iter_mut().for_each(|entity| self.shelf.take(entity));
            }
            Stage::Done => return false,
        }
        self.at = end;
        if end == count || matches!(self.stage, Stage::Together(_)) {
            self.at = 0;
            // Where no entity has a place, there is no shelf for the others.
            let last = if self.placed > 0 { Stage::Shelf } else { Stage::Done };
            let values = |place| if place < package.indicators.len() { Stage::Values(place) } else { last };
            self.stage = match self.stage {
                Stage::Places => values(0),
                Stage::Values(place) => Stage::Together(place),
                Stage::Together(place) => values(place + 1),
                Stage::Shelf | Stage::Done => Stage::Done,
            };
        }
        self.stage != Stage::Done
    }

    /// Looks at classes and places.
    fn look(&mut self, package: &Package, end: usize) {
        if self.at == 0 {
            self.tiers.reserve_exact(package.entities.len());
        }
        for (index, entity) in package.entities.iter().enumerate().take(end).skip(self.at) {
            let tier = entity.tier.map(|tier| tier.index());
            match tier.and_then(|tier| self.counts.get_mut(tier)) {
                Some(count) => *count += 1,
                None => self.classless += 1,
            }
            self.tiers.push(tier.and_then(|tier| u8::try_from(tier).ok()).unwrap_or(entities::NO_TIER));
            match entity.place() {
                Some(place) => {
                    self.placed += 1;
                    self.shelf.leave(place);
                }
                None => self.unplaced.add(index),
            }
        }
    }

    /// Looks at the values of the indicator with this place.
    fn measure(&mut self, package: &Package, place: usize, end: usize) {
        if let Some(indicator) = package.indicators.get(place) {
            if self.at == 0 {
                self.pairs.push(Pair::of(package, indicator));
            }
            if let Some(Some(pair)) = self.pairs.last_mut() {
                pair.look(package, indicator, &self.tiers, self.at..end);
            }
        }
        let Some((indicator, value)) =
            package.indicators.get(place).and_then(|found| Some((found, column(package, found)?)))
        else {
            return if self.at == 0 {
                self.measured.push(None)
            };
        };
        let weights = match indicator.aggregate {
            Aggregate::Mean(id) => column_of(package, id),
            _ => None,
        };
        let hedges = qualifiers(package, indicator);
        let is_derived = !matches!(indicator.origin, Origin::Entities(_));
        let is_weighted = matches!(indicator.aggregate, Aggregate::Mean(_));
        let is_told = indicator.aggregate != Aggregate::None && is_weighted == weights.is_some();
        if self.at == 0 {
            let mut measured = Measured::default();
            if is_derived {
                measured.values.reserve_exact(package.entities.len());
            }
            measured.missing = LeftOut::new(package.classes.list.len());
            self.measured.push(Some(measured));
            self.members =
                package.classes.list.iter().filter(|_| is_told).map(|_| Members::default()).collect();
        }
        let Some(Some(measured)) = self.measured.last_mut() else { return };
        for (index, tier) in self.tiers.iter().enumerate().take(end).skip(self.at) {
            let value = value(index);
            if is_derived {
                measured.values.push(value);
            }
            let weight = weights.as_ref().map(|weight| weight(index));
            let is_unweighted = is_unweighted(value, weight);
            if value.is_nan() || is_unweighted {
                measured.missing.add(usize::from(*tier), index, is_unweighted);
            }
            let Some(members) = self.members.get_mut(usize::from(*tier)) else { continue };
            if value.is_finite() && !is_unweighted {
                members.add(value, weight, hedges(index));
            } else {
                members.without += 1;
            }
        }
    }

    fn put_together(&mut self, package: &Package, place: usize) {
        if let (Some(indicator), Some(Some(pair))) = (package.indicators.get(place), self.pairs.last_mut()) {
            pair.put_together(package, indicator);
        }
        let members = std::mem::take(&mut self.members);
        let (Some(indicator), Some(Some(measured))) =
            (package.indicators.get(place), self.measured.last_mut())
        else {
            return;
        };
        measured.together = together(package, indicator, members, measured.missing.is_unweighted);
    }

    /// Takes the values of the indicators that entities have.
    pub(super) fn take_values(&mut self, package: &mut Package) -> Vec<CountyValues> {
        let mut taken = Vec::new();
        for (place, measured) in self.measured.iter_mut().enumerate() {
            let (Some(indicator), Some(measured)) = (package.indicators.get(place), measured) else {
                continue;
            };
            let values = match indicator.origin {
                Origin::Entities(column) => package.columns.get_mut(column).map(|column| &mut column.values),
                _ => Some(&mut measured.values),
            };
            let values = values.map(std::mem::take).unwrap_or_default();
            taken.push(entities::values(package, indicator, values));
        }
        taken
    }

    /// How many entities are in a class.
    pub(super) fn classed(&self) -> usize {
        self.counts.iter().sum()
    }

    /// What the formula of the indicator with this place takes of two others.
    pub(super) fn pair(&self, place: usize) -> Option<&Pair> {
        self.pairs.get(place)?.as_ref()
    }

    /// What entities have of the indicator with this place.
    pub(super) fn of(&self, place: usize) -> Option<&Measured> {
        self.measured.get(place)?.as_ref()
    }
}
