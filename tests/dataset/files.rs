//! What travels inside the program is what the files of `data/` say, cell by cell.

use std::collections::BTreeMap;
use std::path::Path;

use county_chains::dataset::{FactValue, TierBasis};
use county_chains::language::Localized;
use county_chains::word::Keyword;

use super::support::dataset;

type Row = BTreeMap<String, String>;

/// The rows of a file, each cell under its column's name.
fn rows(file: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(file);
    csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect()
}

fn assert_texts(row: &Row, stem: &str, text: Localized) {
    for (ending, expected) in [("zh_hans", text.zh_hans), ("zh_hant", text.zh_hant), ("en", text.en)] {
        assert_eq!(row[&format!("{stem}_{ending}")], expected, "{row:#?}");
    }
}

#[test]
fn every_fact_is_its_row() {
    let rows = rows("facts.csv");
    assert_eq!(rows.len(), dataset().facts.len());
    for (row, fact) in rows.iter().zip(&dataset().facts) {
        let value = match &fact.value {
            FactValue::Number(_) | FactValue::None => String::new(),
            FactValue::Text(text) => (*text).to_owned(),
        };
        match &fact.value {
            FactValue::Number(number) => assert_eq!(row["value"].parse(), Ok(*number), "{}", fact.id),
            _ => assert_eq!(row["value"], value, "{}", fact.id),
        }
        for (column, cell) in [
            ("id", fact.id.to_owned()),
            ("theme", fact.topic.to_owned()),
            ("kind", if fact.is_figure { "figure" } else { "statement" }.to_owned()),
            ("tier", fact.tier.map_or(String::new(), |tier| dataset().tier_code(tier).to_owned())),
            ("counties", fact.counties.join(" ")),
            ("unit", fact.unit.to_owned()),
            ("period", fact.period.to_owned()),
            ("qualifier", fact.qualifier.word().to_owned()),
            ("tags", fact.tags.join(" ")),
            ("paragraph", fact.paragraph.to_string()),
            ("quote", fact.quote.to_owned()),
        ] {
            assert_eq!(row[column], cell, "{column} of {}", fact.id);
        }
        for (stem, text) in [("subject", fact.subject), ("statement", fact.statement), ("note", fact.note)] {
            assert_texts(row, stem, text);
        }
    }
}

#[test]
fn every_county_is_its_row() {
    let rows = rows("counties.csv");
    assert_eq!(rows.len(), dataset().counties.len());
    for row in &rows {
        let county = dataset().county(&row["code"]).unwrap();
        assert_texts(row, "name", county.name);
        let basis = match county.basis {
            TierBasis::Named => "named",
            TierBasis::Implied => "implied",
            TierBasis::NotGiven => "not in the article",
            TierBasis::NotIncluded => "not included",
        };
        for (column, cell) in [
            ("kind", county.kind.to_owned()),
            ("prefecture", county.prefecture.to_owned()),
            ("tier", county.tier.map_or(String::new(), |tier| dataset().tier_code(tier).to_owned())),
            ("tier_basis", basis.to_owned()),
            ("roles", county.roles.join(" ")),
            ("column", county.column.to_string()),
            ("row", county.row.to_string()),
        ] {
            assert_eq!(row[column], cell, "{column} of {}", county.code);
        }
    }
}

#[test]
fn every_category_is_its_row() {
    let data = dataset();
    let lists = [
        ("topic", &data.topics),
        ("tag", &data.tags),
        ("kind", &data.kinds),
        ("role", &data.roles),
        ("basis", &data.grounds),
    ];
    let read = lists.iter().flat_map(|(list, categories)| categories.iter().map(move |row| (*list, row)));
    let rows = rows("categories.csv");
    assert_eq!(rows.len(), read.clone().count());
    for (row, (list, category)) in rows.iter().zip(read) {
        assert_eq!([&row["list"], &row["key"], &row["facts"]], [list, category.key, category.facts]);
        for (stem, text) in [("name", category.name), ("legend", category.legend), ("short", category.short)]
        {
            assert_texts(row, stem, text);
        }
    }
}

#[test]
fn every_phrase_is_its_row() {
    let rows = rows("phrases.csv");
    assert_eq!(rows.len(), dataset().phrases.len());
    for (row, phrase) in rows.iter().zip(&dataset().phrases) {
        assert_eq!([&row["chart"], &row["key"], &row["item"]], [phrase.chart, phrase.key, phrase.item]);
        assert_texts(row, "text", phrase.text);
    }
}

#[test]
fn units_tiers_indicators_prefectures_and_sources_are_their_rows() {
    for (row, unit) in rows("units.csv").iter().zip(&dataset().units) {
        assert_eq!(
            [&row["key"], &row["en_one"], &row["en_many"]],
            [unit.key, unit.noun.en_one, unit.noun.name.en]
        );
        assert_eq!([&row["zh_hans"], &row["zh_hant"]], [unit.noun.name.zh_hans, unit.noun.name.zh_hant]);
    }
    for (row, tier) in rows("tiers.csv").iter().zip(&dataset().tiers) {
        assert_texts(row, "name", tier.name);
        assert_eq!(row["tier"], tier.code);
        assert_texts(row, "short", tier.short);
        assert_texts(row, "attributive", tier.attributive);
        for (indicator, fact) in &tier.facts {
            assert_eq!(row[*indicator], *fact);
        }
    }
    for (row, indicator) in rows("indicators.csv").iter().zip(&dataset().indicators) {
        assert_eq!(
            [&row["id"], &row["unit"], &row["formula"]],
            [indicator.id, indicator.unit, &*indicator.formula.text()]
        );
        assert_eq!(row["sum"] == "yes", indicator.additive);
        for (stem, text) in
            [("name", indicator.name), ("title", indicator.title), ("period", indicator.period)]
        {
            assert_texts(row, stem, text);
        }
    }
    for (row, city) in rows("prefectures.csv").iter().zip(&dataset().prefectures) {
        assert_eq!(row["code"], city.code);
        assert_texts(row, "name", city.name);
    }
    for (row, source) in rows("sources.csv").iter().zip(&dataset().sources) {
        assert_eq!([&row["id"], &row["licence"]], [source.id, source.licence]);
        assert_eq!(row["year"], source.year.to_string());
        for (stem, text) in [
            ("name", source.name),
            ("edition", source.edition),
            ("edition_short", source.edition_short),
            ("publisher", source.publisher),
            ("title", source.title),
            ("basis", source.basis),
        ] {
            assert_texts(row, stem, text);
        }
    }
    let lengths = ["units", "tiers", "indicators", "prefectures", "sources"]
        .map(|name| rows(&format!("{name}.csv")).len());
    let data = dataset();
    let expected = [
        data.units.len(),
        data.tiers.len(),
        data.indicators.len(),
        data.prefectures.len(),
        data.sources.len(),
    ];
    assert_eq!(lengths, expected);
}
