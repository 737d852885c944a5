//! How many digits are kept of a value that does not come out even.

use crate::locale::{DECIMALS, DIGITS, halved_up, seen};
use crate::quantity::{decimal, exact, rounded};

/// More decimals than these are noise of arithmetic.
const MOST_DECIMALS: usize = 14;

/// So many digits beyond the least can tell values apart.
const MOST_MORE: usize = 8;

/// A value without what arithmetic leaves behind the digits that a number can have.
pub(super) fn clean(value: f64) -> f64 {
    match decimal(&exact(value)) {
        Some(clean) if clean != 0.0 => clean,
        _ => value,
    }
}

/// How many decimals the digits need that readers see.
pub(super) fn places(value: f64) -> usize {
    let (mut places, mut scaled, mut least) = (DECIMALS, value.abs(), 1.0);
    for _ in 0..DECIMALS {
        scaled *= 10.0;
    }
    for _ in 1..DIGITS {
        least *= 10.0;
    }
    while scaled > 0.0 && scaled < least && places < MOST_DECIMALS {
        scaled *= 10.0;
        places += 1;
    }
    places
}

/// A value to at least so many decimals: to more where readers would see another one than of the value itself.
pub(super) fn kept(value: f64, least: usize, wanted: Option<u8>) -> f64 {
    let shown = |value: f64| match wanted {
        Some(places) => rounded(value, places.into()),
        None => seen(value),
    };
    let kept = |places| rounded(halved_up(value), places);
    (least..MOST_DECIMALS).map(kept).find(|kept| shown(*kept) == shown(value)).unwrap_or(value)
}

/// How many more digits than the least values need, so that those which differ are not kept as the same. `kept` gives what is
/// kept of the value with this place.
pub(super) fn more(values: &[f64], kept: impl Fn(usize, usize) -> f64) -> usize {
    let is_told = |more: &usize| {
        let mut places = values.iter().enumerate();
        places.all(|(place, value)| {
            let mut others = values.iter().enumerate().take(place);
            !others
                .any(|(at, other)| !is_same(*value, *other) && is_same(kept(place, *more), kept(at, *more)))
        })
    };
    (0..MOST_MORE).find(is_told).unwrap_or(MOST_MORE)
}

/// Whether two values are equal but for what arithmetic leaves: 0.1 + 0.2 is 0.3.
pub(super) fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs())
}
