//! Pictures as values: what `tests/support/` checks of them.

#[path = "../../support/mod.rs"]
mod support;

use county_chains::scene::Scene;

/// Panics where a number of the picture is none.
pub(crate) fn assert_finite(scene: &Scene, what: &str) {
    let wrong = support::wrong_numbers(scene);
    assert!(wrong.is_empty(), "{what}: {wrong:?}");
}

/// Panics where something lies outside of the picture. Units of others that are a single word may be too long for any place.
pub(crate) fn assert_inside(scene: &Scene, what: &str) {
    let outside = support::outside(scene);
    assert!(outside.is_empty(), "{what}: {outside:?}");
}
