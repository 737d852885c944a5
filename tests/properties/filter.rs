//! What filters may do and what they may not.

use county_chains::chart::{ChartKind, FilterEffect};
use county_chains::dataset::Selection;
use county_chains::language::Language;
use county_chains::quantity::Quantity;
use county_chains::scene::{MarkKey, Scene, Shape};
use county_chains::theme::Role;
use county_chains::tier::{Tier, TierSet};
use county_chains::widget::{Action, State, apply};
use proptest::prelude::*;
use proptest::sample::select;

use super::support::{
    dataset, indicators, poster_of, state_of, tier_sets as all_tier_sets, tiers as all_tiers, tiers_named,
    view_of,
};
use super::{charts, languages, looks, random, tier_sets, widths};

/// A tier, and its word.
fn tiers() -> impl Strategy<Value = (Tier, String)> {
    select(all_tiers()).prop_map(|tier| (tier, dataset().tier_code(tier).to_owned()))
}

proptest! {
    #![proptest_config(random(256))]

    #[test]
    fn a_tier_toggled_twice_leaves_the_state_as_it_was(state in looks(), (_, code) in tiers()) {
        let once = apply(state.clone(), dataset(), &Action::Toggle(code.clone()));
        let twice = apply(once.clone(), dataset(), &Action::Toggle(code));
        prop_assert_eq!(&twice, &state);
        let filters = state.chart.chart().filter_effect() != FilterEffect::Disabled;
        prop_assert_eq!(once.tiers != state.tiers, filters);
    }

    #[test]
    fn toggles_may_come_in_any_order(state in looks(), (_, one) in tiers(), (_, other) in tiers()) {
        let after = |first: &String, second: &String| {
            let state = apply(state.clone(), dataset(), &Action::Toggle(first.clone()));
            apply(state, dataset(), &Action::Toggle(second.clone()))
        };
        prop_assert_eq!(after(&one, &other), after(&other, &one));
    }

    #[test]
    fn only_keeps_one_tier_and_again_brings_all_back(state in looks(), (tier, code) in tiers()) {
        let filters = state.chart.chart().filter_effect() != FilterEffect::Disabled;
        prop_assume!(filters && state.tiers != TierSet::only(tier));
        let once = apply(state.clone(), dataset(), &Action::Only(code.clone()));
        prop_assert_eq!(once.tiers, TierSet::only(tier));
        prop_assert_eq!(apply(once.clone(), dataset(), &Action::Only(code.clone())).tiers, dataset().all_tiers());
    }

    #[test]
    fn reset_forgets_every_filter_and_nothing_else(state in looks()) {
        let expected = State { tiers: dataset().all_tiers(), ..state.clone() };
        prop_assert_eq!(apply(state.clone(), dataset(), &Action::Reset), expected);
    }

    #[test]
    fn a_set_selects_what_its_tiers_select_one_by_one(set in tier_sets()) {
        let selection = Selection::new(dataset(), set);
        let rows: Vec<Tier> = selection.rows().map(|row| row.tier).collect();
        let one_by_one = |tier| Selection::new(dataset(), TierSet::only(tier)).rows();
        let singles: Vec<Tier> = set.iter().flat_map(one_by_one).map(|row| row.tier).collect();
        prop_assert_eq!(rows, singles);
        for county in &dataset().counties {
            let expected = match county.tier {
                Some(_) => set.iter().any(|tier| Selection::new(dataset(), TierSet::only(tier)).keeps(county)),
                // A county without a known tier may belong to any, so no filter may take it away.
                None => true,
            };
            prop_assert_eq!(selection.keeps(county), expected, "{}", county.code);
        }
    }

    #[test]
    fn sums_of_sets_without_a_common_tier_add(one in tier_sets(), other in tier_sets()) {
        let common = one.iter().any(|tier| other.contains(tier));
        prop_assume!(!common && !one.is_empty() && !other.is_empty());
        let both: TierSet = one.iter().chain(other.iter()).collect();
        for id in indicators() {
            let sum = |set| Selection::new(dataset(), set).sum(id);
            let additive = dataset().indicator(id).unwrap().additive;
            match (sum(one), sum(other), sum(both)) {
                (Some(a), Some(b), Some(whole)) => {
                    prop_assert!(additive, "{} is not to be added", id);
                    // Each of the three is rounded: a share to a tenth, money as its roughest part.
                    let room = match id {
                        "county-share" => 0.15 + 1e-9,
                        "gdp" => 150.0,
                        _ => 1e-9 * whole.high.max(1.0),
                    };
                    let near = |x: f64, y: f64| (x - y).abs() <= room;
                    prop_assert!(near(a.low + b.low, whole.low) && near(a.high + b.high, whole.high), "{}", id);
                    prop_assert!(whole.derived, "a sum of two numbers is worked out: {}", id);
                }
                (a, b, whole) => {
                    prop_assert!(whole.is_none() && (a.is_none() || b.is_none()), "{}", id);
                }
            }
        }
    }

}

proptest! {
    // Each of these draws all sixteen filters.
    #![proptest_config(random(32))]

    #[test]
    fn a_kept_tiers_bar_is_as_long_under_every_filter(
        width in widths(),
        language in languages(),
        indicator in select(indicators()),
    ) {
        let state = |tiers| State { indicator, tiers, ..state_of(ChartKind::Tiers) };
        let whole = poster_of(&state(dataset().all_tiers()), language, width);
        for set in all_tier_sets() {
            let part = poster_of(&state(set), language, width);
            for tier in set.iter() {
                prop_assert_eq!(bar_length(&part, tier), bar_length(&whole, tier), "{:?} of {:?}", tier, set);
            }
        }
    }

    #[test]
    fn where_a_filter_dims_no_mark_moves(width in widths(), language in languages(), chart in charts()) {
        prop_assume!(chart.chart().filter_effect() != FilterEffect::Leaves);
        let outlines = |tiers| -> Vec<_> {
            let scene = view_of(&State { tiers, ..state_of(chart) }, language, width).scene;
            scene.marks().map(|mark| (mark.key, mark.gone, mark.outline())).collect()
        };
        let whole = outlines(dataset().all_tiers());
        for set in all_tier_sets() {
            prop_assert_eq!(&outlines(set), &whole, "{:?}", set);
        }
    }
}

/// How far the bars of a tier reach from end to end; none where the value is missing.
fn bar_length(scene: &Scene, tier: Tier) -> Option<f64> {
    let key = MarkKey::Tier(dataset().tier_code(tier));
    let mark = scene.marks().find(|mark| mark.key == key).unwrap();
    let bars = mark.shapes.iter().filter_map(|shape| match shape {
        Shape::Rect { frame, ink, .. } if ink.fill == Some(Role::Tier(tier)) => Some(frame.width),
        _ => None,
    });
    bars.reduce(f64::max)
}

#[test]
fn every_tier_with_a_value_has_a_bar_and_the_missing_one_has_none() {
    for id in indicators() {
        let state = State { indicator: id, ..state_of(ChartKind::Tiers) };
        let scene = poster_of(&state, Language::ZhHans, 760.0);
        for tier in all_tiers() {
            let measure = dataset().measure(id, tier);
            let length = bar_length(&scene, tier);
            assert_eq!(length.is_some(), measure.quantity().is_some(), "{id}, {tier:?}");
        }
        let lengths: Vec<(f64, f64)> = all_tiers()
            .into_iter()
            .filter_map(|tier| {
                Some((dataset().measure(id, tier).quantity()?.high, bar_length(&scene, tier)?))
            })
            .collect();
        // Bars start at zero: lengths stand to one another as values do.
        let (value, length) = lengths[0];
        for (other, other_length) in &lengths {
            assert!((other_length / length - other / value).abs() < 0.01, "{id}: {lengths:?}");
        }
    }
}

#[test]
fn the_share_of_several_tiers_is_that_of_their_counties() {
    // The story of tiers 1 and 3 gives the share of each; the sum stands in the note alone.
    for (tiers, share, arithmetic) in [
        ("2 3 4", "91.6%", "76 ÷ 83 ≈ 91.6%"),
        ("2 4", "36.1%", "30 ÷ 83 ≈ 36.1%"),
        ("1 3", "55.4%", "53 ÷ 83 ≈ 63.9%"),
    ] {
        let state =
            State { indicator: "county-share", tiers: tiers_named(tiers), ..state_of(ChartKind::Tiers) };
        let view = view_of(&state, Language::En, 760.0);
        let told = [view.headline.heading.as_str(), &view.headline.summary].concat();
        assert!(told.contains(share), "{told}");
        assert!(view.notes.iter().any(|note| note.text.contains(arithmetic)), "{:?}", view.notes);
    }
}

#[test]
fn a_headline_of_a_part_speaks_of_it_alone() {
    for (chart, indicator, tiers, heading) in [
        (
            ChartKind::Shares,
            "gdp",
            "2 3",
            "Fujian’s tiers 2 and 3: 70.7% of the province’s GDP in 2023 (our calculation)",
        ),
        (
            ChartKind::Tiers,
            "growth",
            "2",
            "GDP growth in Fujian (2023 over 2022, like-for-like): no figure in the article for tier 2",
        ),
        (
            ChartKind::Tiers,
            "growth",
            "1 2",
            "GDP growth in Fujian (2023 over 2022, like-for-like): 4% in tier 1, no figure in the article for tier 2",
        ),
        (ChartKind::Tiers, "counties", "1 2", "Fujian’s tiers 1 and 2: 18 counties (our calculation)"),
    ] {
        let state = State { indicator, tiers: tiers_named(tiers), ..state_of(chart) };
        assert_eq!(view_of(&state, Language::En, 760.0).headline.heading, heading);
    }
}

#[test]
fn nothing_selected_sums_to_nothing() {
    for id in indicators() {
        assert_eq!(Selection::new(dataset(), TierSet::NONE).sum(id), None::<Quantity>, "{id}");
    }
    assert_eq!(Selection::new(dataset(), TierSet::NONE).rows().count(), 0);
}
