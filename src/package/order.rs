//! The one sort of this crate, for lists of up to a million.

use std::cmp::Ordering;

/// The numbers from 0 up to `count` in `order`; equal ones stay as they are.
pub(crate) fn sorted(count: usize, order: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    sorted_by(vec![0; count], order)
}

/// The indexes of the keys in the order of these; where they are equal, in `order`. Keys that lie side by side are compared
/// many times faster than what indexes lead to.
pub(crate) fn sorted_by(keys: Vec<u64>, order: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let is_greater = |one: &(u64, u32), other: &(u64, u32)| {
        one.0 > other.0 || (one.0 == other.0 && order(one.1, other.1) == Ordering::Greater)
    };
    let mut from: Vec<(u64, u32)> = keys.into_iter().zip(0..).collect();
    let is_sorted = from.windows(2).all(|pair| matches!(pair, [one, other] if !is_greater(one, other)));
    let mut to = Vec::new();
    let mut width = if is_sorted { from.len() } else { 1 };
    while width < from.len() {
        to.clear();
        to.reserve_exact(from.len());
        for pair in from.chunks(2 * width) {
            let (mut left, mut right) = pair.split_at(width.min(pair.len()));
            while let (Some((one, rest)), Some((other, others))) = (left.split_first(), right.split_first()) {
                if is_greater(one, other) {
                    to.push(*other);
                    right = others;
                } else {
                    to.push(*one);
                    left = rest;
                }
            }
            to.extend_from_slice(left);
            to.extend_from_slice(right);
        }
        std::mem::swap(&mut from, &mut to);
        width *= 2;
    }
    from.into_iter().map(|(_, index)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::sorted;

    #[test]
    fn equal_ones_stay_and_the_others_come_in_order() {
        for length in 0..40_usize {
            let values: Vec<usize> = (0..length).map(|index| index * 7 % 11).collect();
            let order = sorted(length, &|one, other| values[one as usize].cmp(&values[other as usize]));
            let mut expected: Vec<u32> = (0..length as u32).collect();
            expected.sort_by_key(|index| values[*index as usize]);
            assert_eq!(order, expected);
        }
    }
}
