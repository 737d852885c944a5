//! Minimum, quartiles, median and maximum, exactly: the index finds the column, and the order of the values in it their place.

use super::columns::{Index, MANY};
use super::extent::Quantiles;
use super::order::{Sorting, key, value_of};
use crate::package::split_at_rank;

impl Index<'_> {
    /// Minimum, quartiles and maximum of some lanes together; `None` if these have no value.
    pub fn quantiles(&self, lanes: &[usize]) -> Option<Quantiles> {
        let single = lanes.first().filter(|_| lanes.len() == 1);
        if let Some(found) = single.and_then(|lane| self.described.get(*lane)) {
            return found.quantiles;
        }
        let count: usize = lanes.iter().map(|lane| self.lane(*lane).with).sum();
        let last = count.checked_sub(1)?;
        // In quarters, so that it is exact.
        let at = |quarters: usize| {
            let (rank, part) = (last * quarters / 4, (last * quarters % 4) as f64 / 4.0);
            let (low, high) = self.ranked(lanes, rank)?;
            Some(if part > 0.0 { low + (high - low) * part } else { low })
        };
        Some(Quantiles { minimum: at(0)?, lower: at(1)?, median: at(2)?, upper: at(3)?, maximum: at(4)? })
    }

    /// How many values of some lanes lie between two values, with those that are equal to one of them.
    pub fn within(&self, lanes: &[usize], [low, high]: [f64; 2]) -> usize {
        let [first, last] = [low, high].map(|value| self.column_at(self.scale().at(value)));
        let slots = lanes.iter().flat_map(|lane| (first..=last).map(move |column| (*lane, column)));
        let count = |(lane, column): (usize, usize)| {
            let slot = self.entities(lane, column);
            let is_end = column == first || column == last;
            // Between them every value is one.
            if is_end { self.up_to(slot, key(high)) - self.below(slot, key(low)) } else { slot.len() }
        };
        slots.map(count).sum()
    }

    /// How many entities of a slot have a key below this one.
    fn below(&self, slot: &[u32], least: u64) -> usize {
        least.checked_sub(1).map_or(0, |most| self.up_to(slot, most))
    }

    /// The value at a place among the sorted values of some lanes, and the one after it; the last is followed by itself.
    fn ranked(&self, lanes: &[usize], mut rank: usize) -> Option<(f64, f64)> {
        let mut low = None;
        for column in 0..self.columns() {
            let slots = || lanes.iter().map(|lane| self.entities(*lane, column));
            let count: usize = slots().map(<[u32]>::len).sum();
            if let Some(low) = low.filter(|_| count > 0) {
                return Some((low, slots().filter_map(|slot| self.least(slot)).min_by(f64::total_cmp)?));
            }
            if rank < count {
                let (found, next) = Ordered::new(self, slots()).ranked(rank);
                if let Some(next) = next {
                    return Some((found, next));
                }
                low = Some(found);
            }
            rank = rank.saturating_sub(count);
        }
        low.map(|low| (low, low))
    }

    /// The smallest value of a slot.
    fn least(&self, slot: &[u32]) -> Option<f64> {
        // A slot that is held by value begins with it.
        let looked_at = if slot.len() > MANY { slot.get(..1)? } else { slot };
        looked_at.iter().map(|entity| self.value(*entity)).min_by(f64::total_cmp)
    }

    fn key(&self, entity: u32) -> u64 {
        key(self.value(entity))
    }

    /// How many entities of a slot have a key up to this one.
    fn up_to(&self, slot: &[u32], most: u64) -> usize {
        let is_in = |entity: &u32| self.key(*entity) <= most;
        if slot.len() > MANY {
            slot.partition_point(is_in)
        } else {
            slot.iter().filter(|entity| is_in(entity)).count()
        }
    }
}

/// What a column of some lanes holds, to be looked up by its order.
struct Ordered<'a> {
    index: &'a Index<'a>,
    /// Slots that are held by value.
    slots: Vec<&'a [u32]>,
    /// The values of the others together.
    values: Vec<f64>,
}

impl<'a> Ordered<'a> {
    fn new(index: &'a Index<'a>, all: impl Iterator<Item = &'a [u32]>) -> Ordered<'a> {
        let (slots, others): (Vec<_>, Vec<_>) = all.partition(|slot| slot.len() > MANY);
        let values = others.into_iter().flatten().map(|entity| index.value(*entity)).collect();
        Ordered { index, slots, values }
    }

    /// The value at a place, and the one after it, if there is any.
    fn ranked(mut self, rank: usize) -> (f64, Option<f64>) {
        if self.slots.is_empty() {
            let (_, found, after) = split_at_rank(&mut self.values, rank);
            return (found, after.iter().copied().min_by(f64::total_cmp));
        }
        let mut sorting = Sorting::begin(self.values.iter().map(|value| (key(*value), 0)));
        while sorting.step() {}
        let keys: Vec<u64> = sorting.keys().collect();
        let up_to = |most: u64| {
            let slots = self.slots.iter().map(|slot| self.index.up_to(slot, most));
            slots.sum::<usize>() + keys.partition_point(|key| *key <= most)
        };
        let key_at = |rank: usize| {
            let (mut low, mut high) = (0, u64::MAX);
            while low < high {
                let middle = low + (high - low) / 2;
                if up_to(middle) > rank {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            low
        };
        let has_next = rank + 1 < up_to(u64::MAX);
        (value_of(key_at(rank)), has_next.then(|| value_of(key_at(rank + 1))))
    }
}
