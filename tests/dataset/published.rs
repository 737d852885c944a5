//! What the package and the command publish is the dataset.

use county_chains::dataset::{FactValue, Measure};
use county_chains::language::Language;
use county_chains::locale::Locale;
use county_chains::paint::dataset_json;
use county_chains::word::Keyword;
use serde_json::Value;

use super::support::{dataset, tiers};

#[test]
fn the_published_json_holds_facts_tiers_counties_and_sources() {
    let json = dataset_json(dataset());
    let length = |name: &str| json[name].as_array().map_or(0, Vec::len);
    let read = [dataset().facts.len(), tiers().len(), dataset().counties.len(), dataset().sources.len()];
    assert_eq!(["facts", "tiers", "counties", "sources"].map(length), read);
    assert!(!dataset().sources.is_empty());
}

#[test]
fn every_published_fact_says_what_the_contract_names() {
    for (published, fact) in dataset_json(dataset())["facts"].as_array().unwrap().iter().zip(&dataset().facts)
    {
        for name in ["id", "value", "unit", "period", "qualifier", "derived", "quote", "paragraph", "subject"]
        {
            assert!(published.get(name).is_some(), "{} has no {name}", fact.id);
        }
        assert_eq!(published["id"], fact.id);
        assert_eq!(published["quote"], fact.quote);
        assert_eq!(published["paragraph"], fact.paragraph);
        assert_eq!(published["derived"], false, "{} is the source's own", fact.id);
        assert_eq!(published["qualifier"], fact.qualifier.word());
        for (tag, text) in
            [("zh-Hans", fact.subject.zh_hans), ("zh-Hant", fact.subject.zh_hant), ("en", fact.subject.en)]
        {
            assert_eq!(published["subject"][tag], text);
            assert!(!text.is_empty(), "{}", fact.id);
        }
        match &fact.value {
            FactValue::Number(value) => assert_eq!(published["value"].as_f64(), Some(*value)),
            FactValue::Text(text) => assert_eq!(published["value"], *text),
            FactValue::None => assert_eq!(published["value"], Value::Null),
        }
        let tier = published.get("tier").and_then(Value::as_u64);
        assert_eq!(tier, fact.tier.map(|tier| tier.index() as u64 + 1));
    }
}

#[test]
fn published_indicators_are_the_measures_and_derived_ones_show_their_arithmetic() {
    let json = dataset_json(dataset());
    for (published, tier) in json["tiers"].as_array().unwrap().iter().zip(tiers()) {
        for indicator in &dataset().indicators {
            let one = &published["indicators"][indicator.id];
            match dataset().measure(indicator.id, tier) {
                Measure::Printed { quantity, fact } => {
                    assert_eq!(one["value"].as_f64(), Some(quantity.low));
                    assert_eq!((&one["derived"], &one["fact"]), (&Value::Bool(false), &Value::from(fact.id)));
                }
                Measure::Derived { quantity, steps } => {
                    let arithmetic = Locale::of(Language::ZhHans).arithmetic(&steps).replace('；', "; ");
                    assert_eq!(one["low"].as_f64(), Some(quantity.low));
                    assert_eq!(one["high"].as_f64(), Some(quantity.high));
                    assert_eq!(
                        (&one["derived"], &one["arithmetic"]),
                        (&Value::Bool(true), &Value::from(arithmetic))
                    );
                }
                Measure::Missing => assert_eq!(one["value"], Value::Null),
                Measure::Tabled(_) | Measure::Aggregated(..) => {
                    panic!("every figure here is a fact, or calculated")
                }
            }
        }
    }
}

#[test]
fn published_counties_carry_code_names_tier_and_its_ground() {
    let json = dataset_json(dataset());
    for (published, county) in json["counties"].as_array().unwrap().iter().zip(&dataset().counties) {
        assert_eq!(published["code"], county.code);
        assert_eq!(published["name"]["zh-Hans"], county.name.zh_hans);
        assert_eq!(published["tier"].as_u64(), county.tier.map(|tier| tier.index() as u64 + 1));
        assert!(published["tierBasis"].is_string() && published["city"]["en"].is_string());
    }
    assert_eq!(
        json["counties"].as_array().unwrap().iter().filter(|county| county["tier"].is_u64()).count(),
        15
    );
}
