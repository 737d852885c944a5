//! How much of some tiers a value stands on.

use super::Dataset;
use crate::tier::TierSet;

/// How many entities a value comes from, of how many. Both are 0 where it does not come from entities.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Those that have what it takes.
    pub known: usize,
    /// All.
    pub all: usize,
}

impl Coverage {
    /// Whether some are left out.
    pub fn is_partial(self) -> bool {
        self.known < self.all
    }

    /// That of two which leaves out the larger part.
    #[must_use]
    pub fn or_less(self, other: Coverage) -> Coverage {
        let is_less = other.known as f64 * (self.all.max(1) as f64) < self.known as f64 * other.all as f64;
        if self.all == 0 || (other.all > 0 && is_less) { other } else { self }
    }
}

impl Dataset {
    /// Whether an indicator is the share that tiers have of all there is.
    pub fn is_of_whole(&self, indicator: &str) -> bool {
        self.indicators.iter().any(|one| one.share == indicator)
    }

    /// What the values of an indicator in these tiers come from.
    pub fn coverage(&self, indicator: &str, tiers: TierSet) -> Coverage {
        let rows = self.tiers.iter().filter(|row| tiers.contains(row.tier));
        let values = rows.filter_map(|row| row.values.iter().find(|value| value.indicator == indicator));
        // Each share of a whole stands on all tiers already.
        values.fold(Coverage::default(), |sum, value| match self.is_of_whole(indicator) {
            true => sum.or_less(value.coverage),
            false => Coverage { known: sum.known + value.coverage.known, all: sum.all + value.coverage.all },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Coverage;

    #[test]
    fn of_two_values_the_one_that_leaves_out_more_counts() {
        let of = |known, all| Coverage { known, all };
        let (none, half, most, whole) = (Coverage::default(), of(2, 4), of(5, 6), of(3, 3));
        for (one, other, less) in [
            (none, half, half),
            (half, none, half),
            (most, half, half),
            (whole, most, most),
            (most, whole, most),
        ] {
            assert_eq!(one.or_less(other), less);
        }
        assert!(half.is_partial() && !whole.is_partial() && !none.is_partial());
    }
}
