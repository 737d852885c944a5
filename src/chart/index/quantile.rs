//! Minimum, quartiles, median and maximum, exactly: the index finds the column, and halving the values in it their place.

use super::columns::{Index, MANY};
use super::extent::Quantiles;
use super::order::{key, value_of};

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
                return Some((low, value_of(slots().filter_map(|slot| self.next_key(slot, 0)).min()?)));
            }
            if rank < count {
                let found = self.key_at(slots, rank);
                if slots().map(|slot| self.up_to(slot, found)).sum::<usize>() > rank + 1 {
                    return Some((value_of(found), value_of(found)));
                }
                if let Some(next) = slots().filter_map(|slot| self.next_key(slot, found + 1)).min() {
                    return Some((value_of(found), value_of(next)));
                }
                low = Some(value_of(found));
            }
            rank = rank.saturating_sub(count);
        }
        low.map(|low| (low, low))
    }

    /// The key that would stand at `rank` if those of these slots were sorted: so many are below, whatever slots they are in.
    fn key_at<'b, T: Iterator<Item = &'b [u32]>>(&self, slots: impl Fn() -> T, rank: usize) -> u64 {
        let (mut low, mut high) = (0, u64::MAX);
        while low < high {
            let middle = low + (high - low) / 2;
            if slots().map(|slot| self.up_to(slot, middle)).sum::<usize>() > rank {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }

    /// How many entities of a slot have a key up to this one.
    fn up_to(&self, slot: &[u32], most: u64) -> usize {
        let is_in = |entity: &u32| key(self.value(*entity)) <= most;
        if slot.len() > MANY {
            slot.partition_point(is_in)
        } else {
            slot.iter().filter(|entity| is_in(entity)).count()
        }
    }

    /// The smallest key of a slot from `least` on.
    fn next_key(&self, slot: &[u32], least: u64) -> Option<u64> {
        let own = |entity: &u32| key(self.value(*entity));
        if slot.len() > MANY {
            return slot.get(slot.partition_point(|entity| own(entity) < least)).map(own);
        }
        slot.iter().map(own).filter(|key| *key >= least).min()
    }
}
