//! Laws that hold for any filter, width, language and state.
//!
//! Random cases come from a fixed seed, so that a failure is a change and never chance; more of them come
//! with `PROPTEST_CASES=10000`, others with `PROPTEST_RNG_SEED=1`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

#[path = "../support/allowed.rs"]
mod allowed;
#[path = "../support/mod.rs"]
mod support;

mod edition;
mod filter;
mod linked;
mod markup;
mod parts;
mod picture;
mod provenance;
mod readers;
mod reference;
mod settings;
mod static_pictures;

use county_chains::chart::ChartKind;
use county_chains::language::Language;
use county_chains::tier::TierSet;
use county_chains::widget::State;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngSeed};

use support::{CHARTS, dataset, indicators};

/// Enough random cases to meet every chart in every language many times, and few enough for seconds.
fn random(cases: u32) -> Config {
    let default = Config::default();
    Config {
        cases: if std::env::var_os("PROPTEST_CASES").is_some() { default.cases } else { cases },
        rng_seed: match default.rng_seed {
            RngSeed::Random => RngSeed::Fixed(2024),
            fixed => fixed,
        },
        failure_persistence: None,
        ..default
    }
}

fn charts() -> impl Strategy<Value = ChartKind> {
    select(CHARTS.clone())
}

fn languages() -> impl Strategy<Value = Language> {
    select(&Language::ALL[..])
}

/// Widths of pictures, the narrow ones as often as the wide ones: there is less room for mistakes.
fn widths() -> impl Strategy<Value = f64> {
    prop_oneof![200.0..=340.0f64, 340.0..=2000.0f64]
}

fn tier_sets() -> impl Strategy<Value = TierSet> {
    select(support::tier_sets().collect::<Vec<_>>())
}

fn counties() -> impl Strategy<Value = Option<&'static str>> {
    let codes: Vec<&str> = dataset().counties.iter().map(|county| county.code).collect();
    proptest::option::of(select(codes))
}

fn marks() -> impl Strategy<Value = Option<String>> {
    let keys = [
        "six-ones:fund",
        "six-ones:taskforce",
        "tier:1",
        "county:350582",
        "clusters:national-sme:12",
        "paths:3",
        "market:rest",
        "timeline:meetings",
        "no such mark",
    ];
    proptest::option::of(select(keys.to_vec()).prop_map(str::to_owned))
}

/// What decides the look of a chart, the rest as it is by default.
fn looks() -> impl Strategy<Value = State> {
    (charts(), select(indicators()), tier_sets(), counties(), marks()).prop_map(
        |(chart, indicator, tiers, county, mark)| State {
            chart,
            indicator,
            tiers,
            county,
            mark,
            ..State::of(dataset())
        },
    )
}
