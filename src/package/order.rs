//! The one sort of this crate, for lists of up to a million.

use std::cmp::Ordering;

/// The numbers from 0 up to `count` in `order`; equal ones stay as they are.
pub(crate) fn sorted(count: usize, order: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut from: Vec<u32> = (0..count as u32).collect();
    if from.windows(2).all(|pair| matches!(pair, [one, other] if order(*one, *other) != Ordering::Greater)) {
        return from;
    }
    let mut to = Vec::with_capacity(count);
    let mut width = 1;
    while width < count {
        to.clear();
        for pair in from.chunks(2 * width) {
            let (mut left, mut right) = pair.split_at(width.min(pair.len()));
            while let (Some((one, rest)), Some((other, others))) = (left.split_first(), right.split_first()) {
                if order(*one, *other) == Ordering::Greater {
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
    from
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
