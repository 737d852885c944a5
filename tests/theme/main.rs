//! Colours that can be told apart and read: contrasts, colour-blind safety, and text on what it lies on.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test may stop at the first surprise, and its own colour science leaks into no golden"
)]

#[path = "../support/mod.rs"]
mod support;

mod picture;
mod vision;

use std::collections::BTreeSet;

use county_chains::theme::{DARK, Role, THEMES, Theme};
use county_chains::tier::{MOST_TIERS, Tier, TierSet};

use vision::{NORMAL, VISIONS, ciede2000, contrast, lab, seen};

/// Smallest contrast of text, WCAG 1.4.3.
const TEXT: f64 = 4.5;
/// Smallest contrast of marks, WCAG 1.4.11.
const MARK: f64 = 3.0;
/// Smallest difference, CIEDE2000 in any of the four visions, between any two of the first so many tiers. The more
/// tiers, the closer their colours; beyond four, the short name on each mark is what tells them apart.
const APART: [(usize, f64); 3] = [(4, 18.0), (6, 13.0), (MOST_TIERS, 8.5)];
/// Smallest difference in lightness alone between any two of the first four: on screens and printers without colours.
const GREY: f64 = 7.0;
/// The most chroma of the first four on a dark ground, where vivid colours glare.
const CALM: f64 = 40.0;
/// Smallest difference between a tier and a mark without one.
const KNOWN: f64 = 18.0;

/// As many tiers as a dataset may have.
fn tiers() -> impl Iterator<Item = Tier> {
    TierSet::first(MOST_TIERS).iter()
}

/// Contrasts under `least`, as sentences.
fn too_weak(theme: &Theme, roles: &[Role], grounds: &[Role], least: f64) -> Vec<String> {
    let pairs = roles.iter().flat_map(|role| grounds.iter().map(move |ground| (role, ground)));
    pairs
        .map(|(role, ground)| (role, ground, contrast(theme.color(*role), theme.color(*ground))))
        .filter(|(_, _, ratio)| *ratio < least)
        .map(|(role, ground, ratio)| {
            format!(
                "{}: {} on {} is {ratio:.2}:1, needs {least}",
                theme.name,
                role.named(""),
                ground.named("")
            )
        })
        .collect()
}

const GROUNDS: [Role; 2] = [Role::Surface, Role::Surface2];

#[test]
fn text_stands_out_from_both_grounds() {
    let mut roles = vec![Role::Ink, Role::Ink2, Role::Ink3, Role::Accent, Role::Derived];
    roles.extend(tiers().map(Role::TierText));
    for theme in THEMES {
        let found = too_weak(&theme, &roles, &GROUNDS, TEXT);
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

#[test]
fn text_stands_out_from_the_fills_it_is_set_on() {
    for theme in THEMES {
        let mut found = too_weak(&theme, &[Role::Ink], &[Role::Found, Role::Unknown], TEXT);
        found.extend(too_weak(&theme, &[Role::Ink2], &[Role::Unknown], TEXT));
        for tier in tiers() {
            found.extend(too_weak(&theme, &[Role::OnTier(tier)], &[Role::Tier(tier)], TEXT));
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

#[test]
fn marks_stand_out_from_both_grounds() {
    let mut roles = vec![Role::Axis, Role::Accent, Role::Excluded];
    roles.extend(tiers().map(Role::Tier));
    for theme in THEMES {
        let mut found = too_weak(&theme, &roles, &GROUNDS, MARK);
        found.extend(too_weak(&theme, &[Role::Accent2], &[Role::Surface], MARK));
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

#[test]
fn any_two_tiers_differ_in_every_vision() {
    let mut found = Vec::new();
    for theme in THEMES {
        for (vision, matrix) in &VISIONS {
            let colors: Vec<_> =
                tiers().map(|tier| lab(seen(matrix, theme.color(Role::Tier(tier))))).collect();
            for (index, color) in colors.iter().enumerate() {
                let (_, least) = APART.into_iter().find(|(count, _)| index < *count).unwrap();
                for (other, other_color) in colors[..index].iter().enumerate() {
                    let apart = ciede2000(*color, *other_color);
                    if apart < least {
                        let name = theme.name;
                        found
                            .push(format!("{name} {vision}: tiers {other} and {index} are {apart:.1} apart"));
                    }
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn any_two_of_four_tiers_differ_in_grey() {
    for theme in THEMES {
        let grey = |tier| {
            let [lightness, _, _] = lab(seen(&NORMAL, theme.color(Role::Tier(tier))));
            [lightness, 0.0, 0.0]
        };
        let greys: Vec<_> = TierSet::first(4).iter().map(grey).collect();
        for (index, one) in greys.iter().enumerate() {
            for other in &greys[..index] {
                let apart = ciede2000(*one, *other);
                assert!(apart >= GREY, "{}: two greys are {apart:.1} apart", theme.name);
            }
        }
    }
}

#[test]
fn no_tier_glares_on_a_dark_ground() {
    for tier in TierSet::first(4).iter() {
        let [_, a, b] = lab(seen(&NORMAL, DARK.color(Role::Tier(tier))));
        assert!(a.hypot(b) <= CALM, "{tier:?} has a chroma of {:.1}", a.hypot(b));
    }
}

#[test]
fn every_tier_differs_from_not_disclosed_in_every_vision() {
    for theme in THEMES {
        for (vision, matrix) in &VISIONS {
            let unknown = lab(seen(matrix, theme.color(Role::Unknown)));
            for tier in tiers() {
                let apart = ciede2000(lab(seen(matrix, theme.color(Role::Tier(tier)))), unknown);
                assert!(apart >= KNOWN, "{} {vision}: {tier:?} is {apart:.1} from unknown", theme.name);
            }
        }
    }
}

#[test]
fn every_role_has_a_name_of_its_own() {
    let roles = Role::all(MOST_TIERS);
    let names: BTreeSet<String> = roles.iter().map(|role| role.named("")).collect();
    assert_eq!(names.len(), roles.len());
}
