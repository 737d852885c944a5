//! The one sort of this crate, for lists of up to a million.

use std::cmp::Ordering;

/// The numbers from 0 up to `count` in `order`; equal ones stay as they are.
pub(crate) fn sorted(count: usize, order: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut sorting = Sorting::begin(vec![0; count]);
    while sorting.step(order, usize::MAX) {}
    sorting.end()
}

/// Sorts keys and the numbers from 0 that they belong to, a piece of the work at a time: by merging, so that equal ones stay as
/// they are. Where keys are equal, an order of the numbers decides. Keys that lie side by side are compared many times faster
/// than what numbers lead to.
#[derive(Debug, Default)]
pub(crate) struct Sorting {
    from: Vec<(u64, u32)>,
    to: Vec<(u64, u32)>,
    /// How long the parts are that are in order; 0 until it is known that not all is.
    width: usize,
    /// Up to where it is known that all is in order.
    checked: usize,
    /// The two parts that are being merged: what is left of each.
    left: (usize, usize),
    right: (usize, usize),
}

impl Sorting {
    pub(crate) fn begin(keys: Vec<u64>) -> Sorting {
        Sorting { from: keys.into_iter().zip(0..).collect(), ..Sorting::default() }
    }

    /// Does the work for about so many keys. Says whether more is left.
    pub(crate) fn step(&mut self, order: &dyn Fn(u32, u32) -> Ordering, keys: usize) -> bool {
        let is_greater = |one: &(u64, u32), other: &(u64, u32)| {
            one.0 > other.0 || (one.0 == other.0 && order(one.1, other.1) == Ordering::Greater)
        };
        let length = self.from.len();
        let mut left = keys;
        while self.width == 0 {
            let pair = self.from.get(self.checked).zip(self.from.get(self.checked + 1));
            let Some((one, other)) = pair else { return false };
            if is_greater(one, other) {
                self.merge_from(1);
            } else if left == 0 {
                return true;
            }
            self.checked += 1;
            left = left.saturating_sub(1);
        }
        while self.width < length {
            if self.left.0 == self.left.1 && self.right.0 == self.right.1 {
                let start = self.right.1;
                let [middle, end] = [self.width, 2 * self.width].map(|more| (start + more).min(length));
                (self.left, self.right) = ((start, middle), (middle, end));
                if start == length {
                    std::mem::swap(&mut self.from, &mut self.to);
                    self.merge_from(2 * self.width);
                    continue;
                }
            }
            if left == 0 {
                return true;
            }
            let one = self.from.get(self.left.0).filter(|_| self.left.0 < self.left.1);
            let other = self.from.get(self.right.0).filter(|_| self.right.0 < self.right.1);
            let (next, side) = match (one, other) {
                (Some(one), Some(other)) if is_greater(one, other) => (*other, &mut self.right),
                (Some(one), _) => (*one, &mut self.left),
                (None, Some(other)) => (*other, &mut self.right),
                (None, None) => continue,
            };
            self.to.push(next);
            side.0 += 1;
            left -= 1;
        }
        false
    }

    /// Begins to merge parts of this length.
    fn merge_from(&mut self, width: usize) {
        self.width = width;
        (self.left, self.right) = ((0, 0), (0, 0));
        self.to.clear();
        self.to.reserve_exact(self.from.len());
    }

    /// The numbers in their order, when no step is left.
    pub(crate) fn end(self) -> Vec<u32> {
        self.from.into_iter().map(|(_, number)| number).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Sorting, sorted};

    #[test]
    fn equal_ones_stay_and_the_others_come_in_order() {
        for length in 0..40_usize {
            let values: Vec<usize> = (0..length).map(|index| index * 7 % 11).collect();
            let order = sorted(length, &|one, other| values[one as usize].cmp(&values[other as usize]));
            let mut expected: Vec<u32> = (0..length as u32).collect();
            expected.sort_by_key(|index| values[*index as usize]);
            assert_eq!(order, expected);
            for keys in 1..9 {
                let by_index = |one: u32, other: u32| one.cmp(&other);
                let mut sorting = Sorting::begin(values.iter().map(|value| *value as u64).collect());
                let mut steps = 0;
                while sorting.step(&by_index, keys) {
                    steps += 1;
                }
                assert!(steps <= length * 7 / keys + 8, "{steps} steps of {keys} for {length}");
                assert_eq!(sorting.end(), expected);
            }
        }
    }
}
