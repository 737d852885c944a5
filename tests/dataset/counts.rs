//! Counts and sums that the article's own numbers must give.

use std::collections::BTreeSet;

use county_chains::dataset::{FactValue, Measure, Selection};
use county_chains::quantity::Qualifier;
use county_chains::tier::Tier;

use super::support::{dataset, tier_of, tiers};

/// What the article prints of the four tiers, in order.
fn printed(indicator: &str) -> [f64; 4] {
    ["1", "2", "3", "4"].map(tier_of).map(|tier| match dataset().measure(indicator, tier) {
        Measure::Printed { quantity, .. } => quantity.low,
        other => panic!("{indicator} of {tier:?} is not printed: {other:?}"),
    })
}

fn number(id: &str) -> f64 {
    dataset().number(id).unwrap_or_else(|| panic!("no number {id}"))
}

#[test]
fn every_row_of_the_file_is_a_fact_with_an_id_of_its_own() {
    let facts = &dataset().facts;
    let mut rows = csv::Reader::from_reader(&include_bytes!("../../data/facts.csv")[..]);
    let written: Vec<String> = rows.records().map(|row| row.unwrap()[0].to_owned()).collect();
    let read: Vec<&str> = facts.iter().map(|fact| fact.id).collect();
    assert_eq!(read, written);
    let ids: BTreeSet<&str> = read.into_iter().collect();
    assert_eq!(ids.len(), facts.len(), "an id stands twice");
}

#[test]
fn a_figure_has_a_value_unless_the_source_leaves_it_out_and_a_statement_has_none() {
    let missing = |fact: &&county_chains::dataset::Fact| fact.is_figure && fact.value == FactValue::None;
    let ids: Vec<&str> = dataset().facts.iter().filter(missing).map(|fact| fact.id).collect();
    assert_eq!(ids, ["tier1.share", "tier2.growth"]);
    for fact in &dataset().facts {
        let not_given = fact.qualifier == Qualifier::NotGiven;
        assert_eq!(not_given, fact.is_figure && fact.value == FactValue::None, "{}", fact.id);
        if fact.is_figure {
            assert!(dataset().unit(fact.unit).is_some(), "{}", fact.id);
        } else {
            assert!(fact.value == FactValue::None && !fact.statement.is_empty(), "{}", fact.id);
        }
        assert!((1..=79).contains(&fact.paragraph) && !fact.quote.is_empty(), "{}", fact.id);
    }
}

#[test]
fn the_counties_of_the_tiers_add_to_the_stated_83() {
    assert_eq!(printed("counties"), [7.0, 11.0, 46.0, 19.0]);
    assert_eq!(printed("counties").iter().sum::<f64>(), 83.0);
    assert_eq!(number("total.counties"), 83.0);
}

#[test]
fn the_chains_of_the_tiers_add_to_165_and_the_stated_164_stays() {
    assert_eq!(printed("chains"), [24.0, 27.0, 87.0, 27.0]);
    assert_eq!(printed("chains").iter().sum::<f64>(), 165.0);
    assert_eq!(number("total.chains"), 164.0);
}

#[test]
fn gdp_growth_and_shares_are_as_printed() {
    assert_eq!(printed("gdp"), [11_800.0, 10_600.0, 27_800.0, 4_080.8]);
    let sum = Selection::new(dataset(), dataset().all_tiers()).sum("gdp").unwrap();
    assert_eq!((sum.low, sum.high), (54_300.0, 54_300.0), "no finer than its parts");
    for (id, value) in [
        ("tier1.growth", 4.0),
        ("tier3.growth", 2.6),
        ("tier4.growth", 1.8),
        ("tier2.share", 19.6),
        ("tier3.share", 51.1),
        ("tier4.share", 7.5),
        ("tier3.count_share", 55.4),
    ] {
        assert_eq!(number(id), value, "{id}");
    }
}

#[test]
fn tier_2_has_no_growth_and_nothing_fills_the_gap() {
    for tier in tiers() {
        for indicator in &dataset().indicators {
            let missing = matches!(dataset().measure(indicator.id, tier), Measure::Missing);
            assert_eq!(
                missing,
                indicator.id == "growth" && tier == tier_of("2"),
                "{} of {tier:?}",
                indicator.id
            );
        }
    }
    assert!(
        Selection::new(dataset(), dataset().all_tiers()).sum("growth").is_none(),
        "growths must not be added"
    );
}

#[test]
fn the_shares_the_sums_and_the_official_total_agree_within_rounding() {
    /// The provincial GDP of 2023 as the statistical communiqué gives it; it is no fact of the article.
    const OFFICIAL: f64 = 54_355.10;
    let half = |tier: Tier| if tier == tier_of("4") { 0.05 } else { 50.0 };
    let gdp = printed("gdp");
    let mut low = f64::MIN;
    let mut high = f64::MAX;
    for (tier, share) in [
        (tier_of("1"), 100.0 - 19.6 - 51.1 - 7.5),
        (tier_of("2"), number("tier2.share")),
        (tier_of("3"), number("tier3.share")),
        (tier_of("4"), number("tier4.share")),
    ] {
        // What is left of 100 carries the rounding of the three printed shares.
        let rounding = if tier == tier_of("1") { 0.15 } else { 0.05 };
        let value = gdp[tier.index()];
        low = low.max((value - half(tier)) / (share + rounding) * 100.0);
        high = high.min((value + half(tier)) / (share - rounding) * 100.0);
    }
    let sum: f64 = gdp.iter().sum();
    low = low.max(sum - 150.05);
    high = high.min(sum + 150.05);
    assert_eq!((low.round(), high.round()), (54_252.0, 54_431.0));
    assert!(low < OFFICIAL && OFFICIAL < high);
}

#[test]
fn the_printed_share_of_counties_has_83_as_its_whole() {
    let rounded = |whole: f64| (46.0 / whole * 1000.0_f64).round() / 10.0;
    assert_eq!(rounded(83.0), number("tier3.count_share"));
    assert_ne!(rounded(84.0), number("tier3.count_share"));
}

#[test]
fn the_six_ones_are_counted_as_printed() {
    let counts = ["taskforce", "experts", "policy", "plan", "platform", "fund"]
        .map(|one| number(&format!("sixones.{one}")));
    assert_eq!(counts, [83.0, 83.0, 71.0, 62.0, 61.0, 60.0]);
    for fact in dataset().facts.iter().filter(|fact| fact.paragraph == 42 && fact.id.starts_with("sixones."))
    {
        assert_eq!(fact.period, "end 2024-10", "{}", fact.id);
    }
}

#[test]
fn a_printed_measure_is_its_fact_in_its_unit_and_of_its_tier() {
    for tier in tiers() {
        for indicator in &dataset().indicators {
            if let Measure::Printed { quantity, fact } = dataset().measure(indicator.id, tier) {
                assert_eq!(Some(quantity.low), fact.value.number(), "{}", fact.id);
                assert!(quantity.low == quantity.high && !quantity.derived, "{}", fact.id);
                assert_eq!(fact.unit, indicator.unit, "{}", fact.id);
                assert_eq!(fact.tier, Some(tier), "{}", fact.id);
            }
        }
    }
}
