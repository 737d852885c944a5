//! Which entity is meant: the nearest one to the pointer, and the next one for the keyboard.

use std::cmp::Ordering;

use super::columns::{Index, MANY};

/// So many of the entities that have one value are told by name.
const FEW: usize = 3;

/// Where an entity stands among all: in its lane by value, equal ones in the order of the file.
type Rank = (f64, u32);

fn order(one: &Rank, other: &Rank) -> Ordering {
    one.0.total_cmp(&other.0).then(one.1.cmp(&other.1))
}

impl Index<'_> {
    /// The entity of a lane whose place on the axis is nearest to `place`; of several the first in the file.
    pub fn nearest(&self, lane: usize, place: f64) -> Option<usize> {
        let width = self.axis().column;
        let column = self.column_at(place.max(0.0));
        let mut best: Option<(f64, u32)> = None;
        for ring in 0..self.columns() {
            let columns = [column.checked_sub(ring), Some(column + ring).filter(|_| ring > 0)];
            let slots = columns.into_iter().flatten().map(|column| self.entities(lane, column));
            for entity in slots.flat_map(|slot| self.near(slot, place)) {
                let distance = (self.scale().at(self.value(*entity)) - place).abs();
                let is_nearer = best.is_none_or(|best| order(&(distance, *entity), &best).is_lt());
                best = if is_nearer { Some((distance, *entity)) } else { best };
            }
            // What stands beyond the ring is at least so many columns away.
            if best.is_some_and(|(distance, _)| distance < ring as f64 * width) {
                break;
            }
        }
        best.map(|(_, entity)| entity as usize)
    }

    /// Those of a slot that may be nearest to `place`: all, or the ones on both sides.
    fn near<'b>(&self, slot: &'b [u32], place: f64) -> impl Iterator<Item = &'b u32> {
        if slot.len() <= MANY {
            return slot.iter().chain(&[]);
        }
        let after = slot.partition_point(|entity| self.scale().at(self.value(*entity)) < place);
        let below =
            after.checked_sub(1).and_then(|before| slot.get(before)).map(|entity| self.value(*entity));
        // Of equal ones the first.
        let before = below.map_or(after, |below| slot.partition_point(|entity| self.value(*entity) < below));
        let one = |at: usize| slot.get(at..).unwrap_or_default().get(..1).unwrap_or_default();
        one(before).iter().chain(one(after))
    }

    /// The entities of a lane with the smallest and the largest value; of several the first and the last in the file.
    pub fn ends(&self, lane: usize) -> Option<(usize, usize)> {
        if let Some(found) = self.described.get(lane) {
            return found.ends;
        }
        let first = self.first_of(lane, 0..self.columns(), |_| true)?;
        let last = self.last_of(lane, 0..self.columns(), |_| true)?;
        Some((first, last))
    }

    /// How many entities of some lanes have this value, and the first few of them: lane by lane, in the order of the file.
    pub fn tied(&self, lanes: &[usize], value: f64) -> (usize, Vec<usize>) {
        let column = self.column_at(self.scale().at(value));
        let (mut count, mut first) = (0, Vec::new());
        for lane in lanes {
            let slot = self.entities(*lane, column);
            let is_it = |entity: &&u32| self.value(**entity) == value;
            let mut add = |tied: &mut dyn Iterator<Item = &u32>| {
                first.extend(tied.take(FEW - first.len().min(FEW)).map(|entity| *entity as usize));
            };
            if slot.len() > MANY {
                let start = slot.partition_point(|entity| self.value(*entity) < value);
                let end = slot.partition_point(|entity| self.value(*entity) <= value);
                count += end - start;
                add(&mut slot.get(start..end).unwrap_or_default().iter());
            } else {
                count += slot.iter().filter(is_it).count();
                add(&mut slot.iter().filter(is_it));
            }
        }
        (count, first)
    }

    /// The next entity of its lane upwards.
    pub fn after(&self, entity: usize) -> Option<usize> {
        let (lane, column, own) = self.rank(entity)?;
        let is_after = |rank: &Rank| order(rank, &own).is_gt();
        self.first_of(lane, column..self.columns(), is_after)
    }

    /// The next entity of its lane downwards.
    pub fn before(&self, entity: usize) -> Option<usize> {
        let (lane, column, own) = self.rank(entity)?;
        let is_before = |rank: &Rank| order(rank, &own).is_lt();
        self.last_of(lane, 0..column + 1, is_before)
    }

    /// Lane, column and rank of an entity that has a value.
    fn rank(&self, entity: usize) -> Option<(usize, usize, Rank)> {
        let value = self.values.value(entity)?;
        let lane = self.values.lane(entity, self.lanes() - 1);
        Some((lane, self.column_at(self.scale().at(value)), (value, entity as u32)))
    }

    fn ranks(&self, lane: usize, column: usize) -> impl Iterator<Item = Rank> {
        self.entities(lane, column).iter().map(|entity| self.rank_in(*entity))
    }

    fn rank_in(&self, entity: u32) -> Rank {
        (self.value(entity), entity)
    }

    /// The first of a lane that `is` holds for; it holds for all that come after.
    fn first_of(
        &self,
        lane: usize,
        mut columns: std::ops::Range<usize>,
        is: impl Fn(&Rank) -> bool,
    ) -> Option<usize> {
        let found = columns.find_map(|column| {
            let slot = self.entities(lane, column);
            if slot.len() > MANY {
                return slot
                    .get(slot.partition_point(|entity| !is(&self.rank_in(*entity))))
                    .map(|entity| self.rank_in(*entity));
            }
            self.ranks(lane, column).filter(&is).min_by(order)
        });
        found.map(|(_, entity)| entity as usize)
    }

    /// The last of a lane that `is` holds for; it holds for all that come before.
    fn last_of(
        &self,
        lane: usize,
        columns: std::ops::Range<usize>,
        is: impl Fn(&Rank) -> bool,
    ) -> Option<usize> {
        let found = columns.rev().find_map(|column| {
            let slot = self.entities(lane, column);
            if slot.len() > MANY {
                let last = slot.partition_point(|entity| is(&self.rank_in(*entity))).checked_sub(1)?;
                return slot.get(last).map(|entity| self.rank_in(*entity));
            }
            self.ranks(lane, column).filter(&is).max_by(order)
        });
        found.map(|(_, entity)| entity as usize)
    }
}
