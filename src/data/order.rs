//! One sort for the whole program. The sorts of the standard library weigh more than a chart, and our lists are short.

use std::cmp::Ordering;

/// Puts `items` in `order`, by insertion; equal ones keep theirs. Takes a time that grows with the square of their number:
/// for lists of some hundreds.
pub fn sort_by<T>(items: &mut [T], order: impl Fn(&T, &T) -> Ordering) {
    for end in 1..items.len() {
        let mut at = end;
        while let Some([one, other]) = at.checked_sub(1).and_then(|before| items.get(before..=at)) {
            if order(one, other) != Ordering::Greater {
                break;
            }
            items.swap(at - 1, at);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sort_by;

    #[test]
    fn items_come_in_order_and_equal_ones_keep_theirs() {
        let mut items = [(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd'), (1, 'e')];
        sort_by(&mut items, |one, other| one.0.cmp(&other.0));
        assert_eq!(items, [(1, 'b'), (1, 'e'), (2, 'd'), (3, 'a'), (3, 'c')]);
        sort_by::<u8>(&mut [], u8::cmp);
    }
}
