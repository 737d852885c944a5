//! What is worked out of a dataset and said of it, by a small made-up one.

use county_chains::chart::ChartKind;
use county_chains::dataset::{Dataset, Measure};
use county_chains::language::Language;
use county_chains::own;
use county_chains::tier::TierSet;
use county_chains::widget::{self, State, citation};

use crate::picture::environment;
use crate::support::{lines, read};

const DESCRIPTOR: &str = r#"{
  "name": "made-up", "title": "Made-up wards", "title@zh-Hans": "虚构病区", "edition": "2031", "languages": ["en", "zh-Hans"],
  "version": "3", "entity": { "one": "ward", "many": "wards", "many@zh-Hans": "个病区" },
  "sources": [{ "title": "Nowhere yearbook", "publisher": "Nobody", "path": "https://example.org/yearbook" }],
  "licenses": [{ "name": "CC0-1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/" }],
  "units": [{ "name": "beds", "one": "bed", "many": "beds", "many@zh-Hans": "张" }],
  "derived": [{ "name": "share", "title": "Share of beds", "unit": "percent", "formula": "part beds {whole}" }],
  "stories": [{ "chart": "tiers", "indicator": "beds", "heading": "{v:B} of {sum} are in B, {gap:A:B} more than in A" }],
  "resources": [{ "name": "entities", "path": "wards.csv", "schema": { "fields": [
    { "name": "code", "type": "string" }, { "name": "name", "type": "string" },
    { "name": "kind", "type": "string", "role": "tier", "title": "Kind", "categories": ["A", "B"] },
    { "name": "beds", "type": "integer", "title": "Beds", "unit": "beds", "aggregate": "sum" },
    { "name": "stay", "type": "number", "title": "Stay", "aggregate": { "mean": "beds" }, "decimals": 1 },
    { "name": "age", "type": "number", "title": "Age" }
  ], "missingValues": ["", "n/a"] } }]
}"#;

const WARDS: &str = "code,name,kind,beds,stay,age\n\
    1,One,A,10,3,40\n2,Two,A,30,5,41\n3,Three,A,20,n/a,50\n4,Four,B,70,2,60\n5,Five,B,30,4,62\n6,Six,,5,1,9\n";

fn dataset() -> Dataset {
    let report = read(DESCRIPTOR.as_bytes(), &|_| Some(WARDS.as_bytes().to_vec()));
    own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))))
}

/// The values of both classes.
fn values(dataset: &Dataset, indicator: &str) -> Vec<f64> {
    let value =
        |row: &county_chains::dataset::TierRow| dataset.measure(indicator, row.tier).quantity().unwrap().low;
    dataset.tiers.iter().map(value).collect()
}

#[test]
fn classes_have_what_comes_of_their_entities() {
    let dataset = dataset();
    assert_eq!(values(&dataset, "beds"), [60.0, 100.0]);
    // 10 × 3 + 30 × 5 over 40 beds; the ward without a stay counts for nothing.
    assert_eq!(values(&dataset, "stay"), [4.5, 2.6]);
    assert_eq!(values(&dataset, "age"), [41.0, 61.0], "the middle one, and between two");
    assert_eq!(values(&dataset, "entities"), [3.0, 2.0]);
    assert_eq!(values(&dataset, "share"), [37.5, 62.5], "60 and 100 of 160");
    let how = |indicator| match dataset.measure(indicator, dataset.tiers[0].tier) {
        Measure::Aggregated(_, origin) => origin.en,
        other => panic!("{other:?}"),
    };
    assert_eq!(how("beds"), "Sum of 3 values");
    assert_eq!(how("stay"), "Mean of 2 values, weighted by Beds; no value: 1 ward");
    assert_eq!(how("age"), "Median of 3 values");
    assert_eq!(how("share"), "60 ÷ 160 ≈ 37.5%");
}

fn told(dataset: &Dataset, state: &State) -> [String; 2] {
    let context = widget::context(dataset, state, &environment(Language::En, 560.0));
    let headline = state.chart.chart().headline(&context);
    [headline.heading, headline.summary]
}

#[test]
fn headings_hold_under_every_filter() {
    let dataset = dataset();
    let of = |indicator, tiers| State { indicator, tiers, ..State::of(&dataset) };
    let [all, first] = [dataset.all_tiers(), TierSet::first(1)];
    assert_eq!(
        told(&dataset, &of("beds", all)),
        [
            "100 beds of 160 beds are in B, 40 beds more than in A",
            "Lowest: A, 60 beds. 5 wards in 2 classes. No class: 1 ward."
        ]
    );
    assert_eq!(told(&dataset, &of("beds", first)), ["A: Beds (2031), 60 beds (calculated)", "A: 3 wards."]);
    assert_eq!(told(&dataset, &of("stay", all))[0], "Stay (2031): highest in A, 4.5 (calculated)");
    let shares = State { chart: ChartKind::Shares, ..State::of(&dataset) };
    let said = ["A: 60% of wards, 37.5% of Beds (calculated)", "B: 40% of wards, 62.5% of Beds (calculated)"];
    assert!(said.contains(&&*told(&dataset, &shares)[0]), "{:?}", told(&dataset, &shares));
}

#[test]
fn a_dataset_without_places_and_facts_offers_neither_map_nor_facts() {
    let dataset = dataset();
    assert_eq!(ChartKind::offered(&dataset), [ChartKind::Tiers, ChartKind::Shares, ChartKind::Strip]);
    for kind in ChartKind::offered(&dataset) {
        assert!(kind.is_supported(&dataset));
    }
}

#[test]
fn it_is_cited_by_its_own_source() {
    assert_eq!(
        citation(&dataset(), Language::En),
        "Nobody. (3). Nowhere yearbook [Data set]. https://example.org/yearbook"
    );
    let cited = citation(&dataset(), Language::ZhHans);
    assert_eq!(cited, "Nobody. Nowhere yearbook[DS]. 3. https://example.org/yearbook");
}
