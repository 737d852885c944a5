//! Bars of values below zero: they lead to the left, as long as their values say, and lie under no words.

use county_chains::chart::ChartKind;
use county_chains::dataset::Dataset;
use county_chains::geometry::Rect;
use county_chains::language::Language;
use county_chains::own;
use county_chains::scene::Shape;
use county_chains::theme::Role;
use county_chains::tier::TierSet;
use county_chains::widget::State;

use crate::charts::{WIDTHS, drawn, keep_the_laws};
use crate::picture::{Placed, outside, overlaps, placed};
use crate::support::{lines, read};

/// A class for each value, which is `null` for none. The share has a formula, so it stands under the value.
fn classes(values: &[&str], names: &str, unit: &str) -> Dataset {
    let list =
        (0..values.len()).map(|class| format!(r#"{{ "value": "k{class}", "label": "{names} {class}" }}"#));
    let list = list.collect::<Vec<_>>().join(", ");
    let rows = |row: &dyn Fn(usize, &str) -> String| {
        let rows = values.iter().enumerate().map(|(class, value)| row(class, value));
        rows.collect::<Vec<_>>().join(", ")
    };
    let firms = rows(&|class, _| format!(r#"["f{class}", "Firm {class}", "k{class}"]"#));
    let printed = rows(&|class, value| format!(r#"["k{class}", {value}, 400]"#));
    let descriptor = format!(
        r#"{{ "name": "firms", "title": "Firms", "entity": {{ "one": "firm", "many": "firms" }},
        "sources": [{{ "title": "Made up" }}], "licenses": [{{ "name": "CC0-1.0" }}], "units": [{unit}],
        "derived": [{{ "name": "margin", "title": "Margin", "formula": "part profit all", "unit": "percent" }}],
        "resources": [{{ "name": "facts", "data": [["id", "value", "quote"], ["all", 400, "Four hundred in all."]] }},
        {{ "name": "entities", "data": [["code", "name", "kind"], {firms}], "schema": {{ "fields": [
          {{ "name": "code", "type": "string" }}, {{ "name": "name", "type": "string" }},
          {{ "name": "kind", "type": "string", "role": "tier", "categories": [{list}] }}
        ] }} }}, {{ "name": "tiers", "data": [["kind", "profit", "sales"], {printed}], "schema": {{
        "missingValues": [{{ "value": "", "label": "not reported" }}], "fields": [
          {{ "name": "kind", "type": "string", "role": "tier" }},
          {{ "name": "profit", "type": "number", "title": "Profit", "unit": "u", "aggregate": "none" }},
          {{ "name": "sales", "type": "number", "title": "Sales", "unit": "u", "aggregate": "none" }}
        ] }} }}] }}"#
    );
    let report = read(descriptor.as_bytes(), &|_| None);
    own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))))
}

const EUROS: &str = r#"{ "name": "u", "symbol": "€" }"#;
const LONG: &str = r#"{ "name": "u", "one": "person a month", "many": "people a month in all places" }"#;

/// Values below zero in all their company.
fn sets() -> Vec<(&'static str, Vec<&'static str>)> {
    vec![
        ("mixed", vec!["-100.5", "305.2", "-44"]),
        ("one is zero", vec!["0", "-1.25", "-0.05"]),
        ("none is above zero", vec!["-1234.5", "-12", "-999"]),
        ("a gap", vec!["-3", "null", "0", "2", "-250000"]),
        ("a gap before negatives", vec!["null", "-3", "-4"]),
        ("equal", vec!["-7", "-7", "-7"]),
        ("zeros", vec!["0", "0"]),
        ("opposites", vec!["-5000000", "5000000"]),
        ("one below", vec!["12345678", "-0.001"]),
        ("twelve", vec!["-1", "2", "-3", "4", "-5", "6", "-7", "8", "-9", "10", "-11", "null"]),
    ]
}

fn all() -> Vec<(String, Dataset, Vec<&'static str>)> {
    let mut found = Vec::new();
    for (place, (name, values)) in sets().into_iter().enumerate() {
        let kinds = [
            ("", "Kind", EUROS),
            ("long unit", "Kind", LONG),
            ("long names", "Manufacturing and heavy industry of the southern provinces", EUROS),
        ];
        // Every second one has long words too.
        for (kind, names, unit) in kinds.into_iter().take(if place % 2 == 0 { 3 } else { 1 }) {
            found.push((format!("{name} {kind}"), classes(&values, names, unit), values.clone()));
        }
    }
    found
}

#[test]
fn pictures_with_values_below_zero_keep_the_laws_of_all_pictures() {
    let sets = all();
    keep_the_laws(sets.iter().map(|(name, dataset, _)| (&**name, dataset.clone())).collect());
    for (name, dataset, _) in &sets {
        for width in [200.0, 320.0, 480.0, 640.0, 900.0, 2000.0] {
            let scene = drawn(dataset, &State::of(dataset), Language::En, width);
            let faults = [outside(&scene), overlaps(&scene)].concat();
            assert!(faults.is_empty(), "{name} {width}: {faults:#?}");
        }
    }
}

/// The bar of a class, if it has one.
fn bar(shapes: &[Placed], class: usize) -> Option<Rect> {
    let key = format!("tier:k{class}");
    let is_bar = |shape: &&Placed| {
        matches!(&shape.shape, Shape::Rect { ink, .. } if matches!(ink.fill, Some(Role::Tier(_))))
            && shape.key == key
    };
    shapes.iter().find(is_bar).map(Placed::bounds)
}

#[test]
fn bars_lead_from_zero_as_far_as_their_values_and_under_no_words() {
    for (name, dataset, values) in all() {
        for (width, language) in
            WIDTHS.into_iter().flat_map(|width| [(width, Language::En), (width, Language::ZhHans)])
        {
            let shapes = placed(&drawn(&dataset, &State::of(&dataset), language, width));
            let case = format!("{name} {} {width}", language.tag());
            let bars: Vec<(f64, Rect)> = values
                .iter()
                .enumerate()
                .filter_map(|(class, value)| Some((value.parse().ok()?, bar(&shapes, class)?)))
                .collect();
            assert_eq!(bars.len(), values.iter().filter(|value| **value != "null").count(), "{case}");
            // Zero is where each bar begins.
            let begin = |(value, bar): &(f64, Rect)| if *value < 0.0 { bar.right() } else { bar.x };
            let zero = begin(&bars[0]);
            let span = |bars: &[(f64, Rect)]| {
                let longest = bars.iter().map(|(value, _)| value.abs()).fold(0.0, f64::max);
                let width = bars.iter().map(|(_, bar)| bar.width).fold(0.0, f64::max);
                (longest, width)
            };
            let (longest, length) = span(&bars);
            assert!(longest == 0.0 || length >= 24.0, "{case}: {length}");
            for (value, bar) in &bars {
                assert!((begin(&(*value, *bar)) - zero).abs() < 0.2, "{case}: {value} {bar:?} {zero}");
                let part = if longest > 0.0 { value.abs() / longest * length } else { 0.0 };
                assert!((bar.width - part).abs() < 0.2, "{case}: {value} {bar:?} {part}");
                for text in shapes.iter().filter(|shape| shape.label().is_some()) {
                    let words = text.bounds();
                    let across = words.right().min(bar.right()) - words.x.max(bar.x);
                    let down = words.bottom().min(bar.bottom()) - words.y.max(bar.y);
                    assert!(across <= 0.0 || down <= 0.0, "{case}: {} under a bar", text.told());
                }
            }
        }
    }
}

#[test]
fn the_line_of_zero_crosses_no_words() {
    for (name, dataset, _) in all() {
        for width in WIDTHS {
            let shapes = placed(&drawn(&dataset, &State::of(&dataset), Language::En, width));
            let is_upright = |shape: &&Placed| matches!(&shape.shape, Shape::Line { points, .. } if points.len() == 2 && points[0].x == points[1].x);
            let zeros: Vec<Rect> = shapes.iter().filter(is_upright).map(Placed::bounds).collect();
            assert!(!zeros.is_empty(), "{name} {width}");
            for text in shapes.iter().filter(|shape| shape.label().is_some()) {
                let words = text.bounds();
                let is_crossed = |zero: &Rect| {
                    words.x < zero.x
                        && zero.x < words.right()
                        && words.y < zero.bottom()
                        && zero.y < words.bottom()
                };
                assert!(!zeros.iter().any(is_crossed), "{name} {width}: {}", text.told());
            }
        }
    }
}

#[test]
fn a_filter_keeps_the_bars_of_values_below_zero_as_they_are() {
    let dataset = classes(&["-100.5", "305.2", "-44"], "Kind", EUROS);
    for width in WIDTHS {
        let bar_of = |tiers| {
            let state = State { tiers, ..State::of(&dataset) };
            let bar = bar(&placed(&drawn(&dataset, &state, Language::En, width)), 0).unwrap();
            (bar.x, bar.width)
        };
        assert_eq!(bar_of(TierSet::first(1)), bar_of(dataset.all_tiers()), "{width}");
    }
}

#[test]
fn whole_bars_leave_out_what_is_below_zero() {
    let dataset = crate::charts::made_up(&["A".to_owned(), "B".to_owned()], "People");
    assert!(dataset.story("shares", "people").is_some());
    let report = crate::support::read_table(
        r#"{ "name": "people", "type": "number", "aggregate": "sum" }, { "name": "growth", "type": "number", "aggregate": "sum" }"#,
        "",
        b"code,name,class,people,growth\n1,One,x,3,-2\n2,Two,y,4,5\n",
    );
    let dataset = own::dataset(report.package.as_ref().unwrap());
    assert!(dataset.story("shares", "people").is_some());
    assert!(dataset.story("shares", "growth").is_none());
    assert!(ChartKind::offered(&dataset).contains(&ChartKind::Shares));
}
