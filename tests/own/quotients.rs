//! What formulas divide: only what both numbers tell of.

use county_chains::chart::{ChartKind, poster};
use county_chains::dataset::{Dataset, Measure};
use county_chains::language::Language;
use county_chains::own;
use county_chains::widget::{self, State};

use crate::picture::environment;
use crate::support::{lines, read};

/// Schools with the numbers of pupils and teachers, and these calculated indicators. The classes A, B and C may have printed
/// values as well.
fn schools(rows: &str, aggregate: &str, derived: &str, printed: &str) -> Dataset {
    let tiers = if printed.is_empty() {
        String::new()
    } else {
        format!(
            r#", {{ "name": "tiers", "data": [["kind", "pupils"], {printed}], "schema": {{ "fields": [
            {{ "name": "kind", "type": "string", "role": "tier" }},
            {{ "name": "pupils", "type": "number", "aggregate": "sum" }}] }} }}"#
        )
    };
    let descriptor = format!(
        r#"{{ "name": "schools", "title": "Schools", "entity": {{ "one": "school", "many": "schools" }},
        "languages": ["en", "zh-Hans"], "sources": [{{ "title": "Made up" }}], "licenses": [{{ "name": "CC0-1.0" }}],
        "units": [{{ "name": "rate", "many": "pupils per teacher" }}], "derived": [{derived}],
        "resources": [{{ "name": "entities", "path": "schools.csv", "schema": {{ "fields": [
          {{ "name": "code", "type": "string" }}, {{ "name": "name", "type": "string" }},
          {{ "name": "kind", "type": "string", "role": "tier", "categories": ["A", "B", "C"] }},
          {{ "name": "pupils", "type": "number", "title": "Pupils", "aggregate": "{aggregate}" }},
          {{ "name": "teachers", "type": "number", "title": "Teachers", "aggregate": "{aggregate}" }}
        ] }} }}{tiers}] }}"#
    );
    let table = format!("code,name,kind,pupils,teachers\n{rows}");
    let report = read(descriptor.as_bytes(), &|_| Some(table.clone().into_bytes()));
    own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))))
}

const ROWS: &str = "1,One,A,212,11.5\n2,Two,A,1,0.5\n3,Three,B,1204,80\n4,Four,B,960,\n5,Five,C,48,24\n";
const RATE: &str = r#"{ "name": "rate", "title": "Pupils per teacher", "formula": "ratio pupils teachers", "unit": "rate" }"#;

/// The value of each class, with its arithmetic.
fn told(dataset: &Dataset, indicator: &str) -> Vec<String> {
    let told = |row: &county_chains::dataset::TierRow| match dataset.measure(indicator, row.tier) {
        Measure::Aggregated(_, origin) => origin.en.to_owned(),
        Measure::Missing => "no value".to_owned(),
        other => panic!("{other:?}"),
    };
    dataset.tiers.iter().map(told).collect()
}

fn notes(dataset: &Dataset, indicator: &'static str, language: Language) -> Vec<String> {
    let state = State { indicator, ..State::of(dataset) };
    let context = widget::context(dataset, &state, &environment(language, 560.0));
    ChartKind::Tiers.chart().notes(&context).into_iter().map(|note| note.text).collect()
}

#[test]
fn a_ratio_is_of_those_that_have_both_values_and_says_so() {
    let dataset = schools(ROWS, "sum", RATE, "");
    assert_eq!(
        told(&dataset, "rate"),
        ["213 ÷ 12 = 17.75", "1,204 ÷ 80 = 15.05; no value: 1 school", "48 ÷ 24 = 2"]
    );
    let [heading, summary] = {
        let state = State { indicator: "rate", ..State::of(&dataset) };
        let context = widget::context(&dataset, &state, &environment(Language::En, 560.0));
        let headline = state.chart.chart().headline(&context);
        [headline.heading, headline.summary]
    };
    assert!(heading.contains("A, 17.75 pupils per teacher"), "{heading}");
    assert!(summary.starts_with("Lowest: C, 2 pupils per teacher."), "exact: {summary}");
    let said = notes(&dataset, "rate", Language::En);
    assert_eq!(
        said[..2],
        [
            "Pupils per teacher: Pupils (sum) divided by Teachers (sum), only where both are known.",
            "Pupils per teacher, no value: Four."
        ]
    );
    let said = notes(&dataset, "rate", Language::ZhHans);
    assert_eq!(said[0], "Pupils per teacher：Pupils（合计）除以Teachers（合计），只计两项都有数据的。");
    let whole = schools(&ROWS.replace("960,\n", "960,60\n"), "sum", RATE, "");
    assert_eq!(
        notes(&whole, "rate", Language::En)[0],
        "Pupils per teacher: Pupils (sum) divided by Teachers (sum)."
    );
}

#[test]
fn parts_and_products_are_of_those_that_have_both_values() {
    let derived = r#"{ "name": "part", "title": "Part", "formula": "part teachers pupils", "unit": "percent" },
        { "name": "product", "title": "Product", "formula": "product teachers pupils", "aggregate": "sum" }"#;
    let dataset = schools(ROWS, "sum", derived, "");
    assert_eq!(
        told(&dataset, "part"),
        ["12 ÷ 213 ≈ 5.6%", "80 ÷ 1,204 ≈ 6.6%; no value: 1 school", "24 ÷ 48 = 50%"]
    );
    assert_eq!(told(&dataset, "product")[1], "Sum of 1 value; no value: 1 school");
}

#[test]
fn a_ratio_of_medians_takes_the_medians_of_those_that_have_both_and_says_that_they_are_medians() {
    let rows = format!("{ROWS}6,Six,B,100,10\n7,Seven,B,300,20\n");
    let dataset = schools(&rows, "median", RATE, "");
    assert_eq!(told(&dataset, "rate")[1], "300 ÷ 20 = 15; no value: 1 school", "960 is left out");
    assert_eq!(
        notes(&dataset, "rate", Language::En)[0],
        "Pupils per teacher: Pupils (median) divided by Teachers (median), only where both are known."
    );
}

#[test]
fn a_printed_value_is_divided_only_by_one_of_all_its_entities() {
    let printed = r#"["A", 500], ["B", 3000]"#;
    let dataset = schools(ROWS, "sum", RATE, printed);
    assert_eq!(told(&dataset, "rate"), ["500 ÷ 12 ≈ 41.67", "no value", "48 ÷ 24 = 2"]);
}

#[test]
fn what_builds_on_a_ratio_that_leaves_some_out_divides_it_by_none_of_all() {
    let derived = format!(
        r#"{RATE}, {{ "name": "again", "title": "Again", "formula": "ratio rate pupils" }},
        {{ "name": "whole", "title": "Whole", "formula": "part teachers {{whole}}", "unit": "percent" }}"#
    );
    let dataset = schools(ROWS, "sum", &derived, "");
    assert_eq!(told(&dataset, "again"), ["17.75 ÷ 213 ≈ 0.08333", "no value", "2 ÷ 48 ≈ 0.04167"]);
    assert_eq!(told(&dataset, "whole")[0], "12 ÷ 116 ≈ 10.3%; no value: 1 school", "one in another class");
    let state = State { indicator: "whole", ..State::of(&dataset) };
    let context = widget::context(&dataset, &state, &environment(Language::En, 560.0));
    let heading = state.chart.chart().headline(&context).heading;
    assert!(heading.ends_with("(calculated from 4 of 5 schools)"), "{heading}");
    assert!(notes(&dataset, "whole", Language::En).contains(&"Whole, no value: Four.".to_owned()));
}

#[test]
fn a_part_of_another_indicator_is_told_as_no_part_of_all() {
    let derived = r#"{ "name": "part", "title": "Part", "formula": "part teachers pupils", "unit": "percent" },
        { "name": "share", "title": "Share", "formula": "part pupils {whole}", "unit": "percent" }"#;
    let dataset = schools(&ROWS.replace("960,\n", "960,60\n"), "sum", derived, "");
    let share = |id: &str| dataset.indicator(id).unwrap().share;
    assert_eq!([share("teachers"), share("pupils")], ["", "share"]);
    // Segments of a whole bar are parts of all teachers: 140 of 176, where they are 6.5% of the pupils.
    let state = State { chart: ChartKind::Shares, ..State::of(&dataset) };
    let scene = poster(
        ChartKind::Shares,
        &widget::context(&dataset, &state, &environment(Language::En, 760.0)),
        760.0,
        None,
    );
    let segment = scene.marks().find(|mark| mark.key.text() == "tier:B:teachers").unwrap();
    assert!(segment.name.contains("79.5%"), "{}", segment.name);
}

#[test]
fn where_a_class_is_below_zero_the_others_are_no_parts_of_a_whole() {
    let derived =
        r#"{ "name": "share", "title": "Share", "formula": "part pupils {whole}", "unit": "percent" }"#;
    assert_eq!(told(&schools(ROWS, "sum", derived, ""), "share")[2], "48 ÷ 2,425 ≈ 2%");
    let below = schools(&ROWS.replace("48", "-48"), "sum", derived, "");
    assert_eq!(told(&below, "share"), ["no value"; 3]);
}
