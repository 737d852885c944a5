//! What every picture keeps to, however wide it is and whatever it shows.

use std::collections::{BTreeMap, BTreeSet};

use county_chains::chart::{ChartKind, FilterEffect};
use county_chains::language::Language;
use county_chains::scene::{MarkKey, Scene};
use county_chains::widget::State;
use county_chains::word::Keyword;
use proptest::prelude::*;

use super::support::{
    CHARTS, dataset, indicators, outside, overlaps, placed, poster_of, state_of, tier_set, tier_sets,
    view_of, wrong_numbers,
};
use super::{languages, looks, random, widths};

/// The container widths that the design draws.
pub(super) const DESIGN_WIDTHS: [f64; 5] = [280.0, 360.0, 560.0, 760.0, 1080.0];
/// Nothing is set smaller, in any picture.
pub(super) const SMALLEST: f64 = 12.0;

/// The chart on its own and the chart in the widget.
fn both(state: &State, language: Language, width: f64) -> [(&'static str, Scene); 2] {
    [("poster", poster_of(state, language, width)), ("widget", view_of(state, language, width).scene)]
}

proptest! {
    #![proptest_config(random(384))]

    #[test]
    fn nothing_leaves_the_picture(state in looks(), language in languages(), width in widths()) {
        for (kind, scene) in both(&state, language, width) {
            let found = outside(&scene);
            prop_assert!(found.is_empty(), "{kind}:\n{}", found.join("\n"));
        }
    }

    #[test]
    fn every_number_is_finite_and_no_size_negative(
        state in looks(), language in languages(), width in 1.0..=4000.0f64,
    ) {
        for (kind, scene) in both(&state, language, width) {
            let found = wrong_numbers(&scene);
            prop_assert!(found.is_empty(), "{kind}:\n{}", found.join("\n"));
        }
    }

    #[test]
    fn no_text_is_smaller_than_twelve_pixels(
        state in looks(), language in languages(), width in widths(),
    ) {
        for (kind, scene) in both(&state, language, width) {
            for shape in placed(&scene) {
                let size = shape.label().map_or(SMALLEST, |label| label.size);
                prop_assert!(size >= SMALLEST, "{kind}: {} at {size}", shape.told());
            }
        }
    }

    #[test]
    fn every_mark_has_a_key_of_its_own_and_a_name(
        state in looks(), language in languages(), width in widths(),
    ) {
        for (kind, scene) in both(&state, language, width) {
            let mut keys = BTreeSet::new();
            for mark in scene.marks() {
                let key = mark.key.text();
                prop_assert!(keys.insert(key.clone()), "{kind}: {key} twice");
                prop_assert_eq!(MarkKey::parse(&key), Some(mark.key));
                prop_assert!(!mark.name.trim().is_empty(), "{kind}: {key} has no name");
                let torn = mark.name.contains(['{', '}']) || mark.name.contains("NaN");
                prop_assert!(!torn, "{kind}: {key} is named {}", mark.name);
            }
            prop_assert!(!scene.name.trim().is_empty());
        }
    }
}

/// Every chart at the design's widths, in every indicator, unfiltered and filtered.
fn designed(language: Language, mut look: impl FnMut(&str, f64, &Scene)) {
    let sets = [0b1111, 0b0001, 0b0010, 0b0100, 0b1000, 0b0011, 0b0000].map(tier_set);
    for chart in CHARTS.iter() {
        let ids = indicators();
        let ids = if *chart == ChartKind::Tiers { &ids[..] } else { &ids[..1] };
        for id in ids {
            let answers = chart.chart().filter_effect() != FilterEffect::Disabled;
            for tiers in if answers { &sets[..] } else { &sets[..1] } {
                let tiers = *tiers;
                let state = State { indicator: id, tiers, ..state_of(*chart) };
                for width in DESIGN_WIDTHS {
                    for (kind, scene) in both(&state, language, width) {
                        let id = if *chart == ChartKind::Tiers { id } else { "" };
                        look(&format!("{kind} {} {id} {}", chart.word(), language.tag()), width, &scene);
                    }
                }
            }
        }
    }
}

/// Texts of the designed pictures that lie on another, and what leaves its picture: each once, with the widths.
fn faults(language: Language) -> Vec<String> {
    let mut found: BTreeMap<String, BTreeSet<i64>> = BTreeMap::new();
    designed(language, |case, width, scene| {
        let outside = outside(scene).into_iter().map(|shape| format!("outside: {shape}"));
        for fault in overlaps(scene).into_iter().chain(outside) {
            found.entry(format!("{case}: {fault}")).or_default().insert(width as i64);
        }
    });
    found.into_iter().map(|(fault, widths)| format!("at {widths:?} {fault}")).collect()
}

#[test]
fn in_simplified_chinese_no_text_lies_on_another_and_nothing_leaves_the_picture() {
    assert_eq!(faults(Language::ZhHans), [""; 0]);
}

#[test]
fn in_traditional_chinese_no_text_lies_on_another_and_nothing_leaves_the_picture() {
    assert_eq!(faults(Language::ZhHant), [""; 0]);
}

#[test]
fn in_english_no_text_lies_on_another_and_nothing_leaves_the_picture() {
    assert_eq!(faults(Language::En), [""; 0]);
}

#[test]
fn on_the_timeline_no_text_lies_on_another_at_any_width() {
    let state = state_of(ChartKind::Timeline);
    for (width, language) in (200..2000).step_by(15).flat_map(|width| Language::ALL.map(|tag| (width, tag))) {
        for (kind, scene) in both(&state, language, f64::from(width)) {
            let found = overlaps(&scene);
            assert!(found.is_empty(), "{kind} {} at {width}: {found:?}", language.tag());
        }
    }
}

#[test]
fn a_mark_that_the_filter_took_away_is_gone_and_the_others_are_not() {
    for tiers in tier_sets() {
        let state = State { tiers, ..state_of(ChartKind::Tiers) };
        for mark in poster_of(&state, Language::En, 760.0).marks() {
            let MarkKey::Tier(code) = mark.key else { panic!("{:?}", mark.key) };
            let tier = dataset().tier_of(code).unwrap();
            assert_eq!(mark.gone, !tiers.contains(tier), "tier {code} of {tiers:?}");
        }
    }
}

#[test]
fn every_county_has_a_tile_and_every_tier_a_part_in_each_bar() {
    let keys = |chart| -> BTreeSet<String> {
        let scene = poster_of(&state_of(chart), Language::ZhHans, 760.0);
        scene.marks().map(|mark| mark.key.text()).collect()
    };
    let tiles: BTreeSet<String> =
        dataset().counties.iter().map(|county| format!("county:{}", county.code)).collect();
    assert_eq!(keys(ChartKind::Map), tiles);
    let tiers: BTreeSet<String> = dataset().tiers.iter().map(|row| format!("tier:{}", row.code)).collect();
    let bars = ["counties", "chains", "gdp"];
    let parts = tiers.iter().flat_map(|tier| bars.map(|bar| format!("{tier}:{bar}"))).collect();
    assert_eq!(keys(ChartKind::Tiers), tiers);
    assert_eq!(keys(ChartKind::Shares), parts);
}
