//! Minimum, quartiles, median and maximum, exactly: the index finds the column, and only its values are looked through.

use super::extent::Quantiles;
use super::index::Index;

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

    /// The value at a place among the sorted values of some lanes, and the one after it; the last is followed by itself.
    fn ranked(&self, lanes: &[usize], mut rank: usize) -> Option<(f64, f64)> {
        let mut low = None;
        for column in 0..self.columns() {
            let entities = || lanes.iter().map(|lane| self.entities(*lane, column));
            let values = || entities().flatten().map(|entity| self.value(*entity));
            let count: usize = entities().map(<[u32]>::len).sum();
            if let Some(low) = low.filter(|_| count > 0) {
                return Some((low, values().fold(f64::INFINITY, f64::min)));
            }
            if rank < count {
                let (found, next) = select(&mut values().collect::<Vec<f64>>(), rank)?;
                if let Some(next) = next {
                    return Some((found, next));
                }
                low = Some(found);
            }
            rank = rank.saturating_sub(count);
        }
        low.map(|low| (low, low))
    }
}

/// The value that would stand at `rank` if `values` were sorted, and the one after it. They get into another order. Hoare's
/// way: only the part with the rank is looked at again.
fn select(mut values: &mut [f64], mut rank: usize) -> Option<(f64, Option<f64>)> {
    // The smallest of those that were set aside as larger.
    let mut above: Option<f64> = None;
    loop {
        let pivot = middle(values)?;
        // Smaller ones to the left of `less`, larger ones from `more` on.
        let (mut less, mut at, mut more) = (0, 0, values.len());
        while at < more {
            match values.get(at)?.total_cmp(&pivot) {
                std::cmp::Ordering::Less => {
                    values.swap(less, at);
                    less += 1;
                    at += 1;
                }
                std::cmp::Ordering::Equal => at += 1,
                std::cmp::Ordering::Greater => {
                    more -= 1;
                    values.swap(at, more);
                }
            }
        }
        let least = |values: &[f64]| values.iter().copied().reduce(f64::min);
        if (less..more).contains(&rank) {
            let after = values.get(more..).and_then(least).or(above);
            return Some((pivot, if rank + 1 < more { Some(pivot) } else { after }));
        }
        let (left, right) = values.split_at_mut(if rank < less { less } else { more });
        if rank < less {
            above = Some(pivot);
            values = left;
        } else {
            values = right;
            rank -= more;
        }
    }
}

/// The middle one of the first, the last and the one between.
fn middle(values: &[f64]) -> Option<f64> {
    let (first, last, between) = (*values.first()?, *values.last()?, *values.get(values.len() / 2)?);
    Some(first.min(last).max(between.min(first.max(last))))
}

#[cfg(test)]
mod tests {
    use super::select;

    #[test]
    fn every_rank_is_found_whatever_the_order() {
        let mut values: Vec<f64> = (0..257u32).map(|index| f64::from(index * 97 % 61)).collect();
        let mut sorted = values.clone();
        sorted.sort_by(f64::total_cmp);
        for (rank, expected) in sorted.iter().enumerate() {
            let after = sorted.get(rank + 1).copied();
            assert_eq!(select(&mut values, rank), Some((*expected, after)), "{rank}");
        }
        assert_eq!(select(&mut values, 257), None);
        assert_eq!(select(&mut [], 0), None);
        assert_eq!(select(&mut [0.0, -0.0, 1.0], 2), Some((1.0, None)));
    }
}
