//! The dataset as published JSON: `data.json` of the package and `facts --format json`.

use serde::Serialize;
use serde_json::{Value, json};

use crate::dataset::{County, Dataset, Fact, FactValue, Measure, Source};
use crate::language::{Language, Localized};
use crate::locale::Locale;
use crate::quantity::{Qualifier, decimal};
use crate::tier::Tier;
use crate::word::Keyword;

/// A fact as published.
#[derive(Serialize)]
struct PublishedFact<'a> {
    id: &'a str,
    theme: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    tier: Option<Value>,
    #[serde(skip_serializing_if = "<[&str]>::is_empty")]
    counties: &'a [&'static str],
    value: Value,
    unit: Value,
    period: &'a str,
    qualifier: &'static str,
    derived: bool,
    #[serde(skip_serializing_if = "<[&str]>::is_empty")]
    tags: &'a [&'static str],
    paragraph: Option<u32>,
    subject: &'a Localized,
    #[serde(skip_serializing_if = "Localized::is_empty")]
    statement: &'a Localized,
    #[serde(skip_serializing_if = "Localized::is_empty")]
    note: &'a Localized,
    quote: &'a str,
}

/// The dataset as published.
#[derive(Serialize)]
struct PublishedDataset<'a> {
    facts: Vec<Value>,
    tiers: Vec<Value>,
    counties: Vec<Value>,
    sources: &'a [Source],
}

/// The whole dataset.
pub fn dataset_json(dataset: &Dataset) -> Value {
    json!(PublishedDataset {
        facts: dataset.facts.iter().map(|fact| published(dataset, fact)).collect(),
        tiers: dataset
            .tiers
            .iter()
            .map(|row| json!({
                "tier": code(row.code),
                "name": row.name,
                "indicators": indicators(dataset, row.tier),
            }))
            .collect(),
        counties: dataset
            .counties
            .iter()
            .map(|county| json!({
                "code": county.code,
                "name": county.name,
                "kind": county.kind,
                "prefecture": county.prefecture,
                "city": dataset.prefecture_of(county).map(|city| &city.name),
                "tier": county.tier.map(|tier| code(dataset.tier_code(tier))),
                "tierBasis": county.basis,
                "roles": county.roles,
                "column": place(dataset, county).map(|(column, _)| column),
                "row": place(dataset, county).map(|(_, row)| row),
            }))
            .collect(),
        sources: &dataset.sources,
    })
}

/// Column and row of a county on the map; nothing for one without a place, which stands on a shelf below it, or nowhere.
fn place(dataset: &Dataset, county: &County) -> Option<(u8, u8)> {
    let end = dataset.shelf.map_or(u8::MAX, |(row, _)| row);
    (county.row < end).then_some((county.column, county.row))
}

/// The word of a tier; a number where it is one.
fn code(code: &str) -> Value {
    decimal(code).map_or_else(|| json!(code), number)
}

/// A whole number is written without a decimal point, as in the source.
fn number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 9e15 { json!(value as i64) } else { json!(value) }
}

fn published(dataset: &Dataset, fact: &Fact) -> Value {
    let value = match &fact.value {
        FactValue::Number(value) => number(*value),
        FactValue::Text(text) => json!(text),
        FactValue::None => Value::Null,
    };
    let unit = dataset.unit(fact.unit).map_or(Value::Null, |unit| {
        json!({ "key": unit.key, "zh-Hans": unit.noun.name.zh_hans, "zh-Hant": unit.noun.name.zh_hant, "en": unit.noun.name.en })
    });
    json!(PublishedFact {
        id: fact.id,
        theme: fact.topic,
        kind: if fact.is_figure { "figure" } else { "statement" },
        tier: fact.tier.map(|tier| code(dataset.tier_code(tier))),
        counties: &fact.counties,
        value,
        unit,
        period: fact.period,
        qualifier: fact.qualifier.word(),
        derived: false,
        tags: &fact.tags,
        paragraph: (fact.paragraph > 0).then_some(fact.paragraph),
        subject: &fact.subject,
        statement: &fact.statement,
        note: &fact.note,
        quote: fact.quote,
    })
}

fn indicators(dataset: &Dataset, tier: Tier) -> Value {
    let one = |measure: Measure<'_>| {
        let hedge = measure.quantity().map_or(Qualifier::Exact, |quantity| quantity.qualifier);
        let mut value = one(measure);
        if let Some(members) = value.as_object_mut().filter(|_| hedge != Qualifier::Exact) {
            members.insert("qualifier".to_owned(), json!(hedge.word()));
        }
        value
    };
    let pairs = dataset
        .indicators
        .iter()
        .map(|indicator| (indicator.id.to_owned(), one(dataset.measure(indicator.id, tier))));
    Value::Object(pairs.collect())
}

/// The value of an indicator, with its fact or its arithmetic.
fn one(measure: Measure<'_>) -> Value {
    match measure {
        Measure::Printed { quantity, fact } => {
            json!({ "value": number(quantity.low), "derived": false, "fact": fact.id })
        }
        Measure::Tabled(quantity) => json!({ "value": number(quantity.low), "derived": false }),
        Measure::Aggregated(quantity, origin) => {
            json!({ "low": quantity.low, "high": quantity.high, "derived": true, "arithmetic": origin })
        }
        Measure::Derived { quantity, steps } => {
            // In the units of the data, which are those of Chinese.
            let locale = Locale::of(Language::ZhHans);
            let steps: Vec<String> = steps.iter().map(|step| locale.step(step)).collect();
            let arithmetic = steps.join("; ");
            json!({ "low": quantity.low, "high": quantity.high, "derived": true, "arithmetic": arithmetic })
        }
        Measure::Missing => json!({ "value": null, "derived": false }),
    }
}
