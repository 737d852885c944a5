//! The data against its origin: the project's reference copy where it stands beside the repository, and
//! a checksum of the quotes everywhere.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use county_chains::paint::dataset_json;
use serde_json::Value;

use super::skip::skipped;
use super::support::dataset;

/// FNV-1a over `id`, tab, `quote`, line feed of every fact in order. A quote that is corrected on purpose,
/// against the article, changes it; nothing else may.
const QUOTES: u64 = 0x6338_379b_45ec_f0b8;

/// Facts that stand in the article and not in the reference.
const LATER: [&str; 8] = [
    "sixones.set_by",
    "tech.special_envoys",
    "brand.one_county_one_speciality",
    "next.ai",
    "next.land",
    "next.park_funds",
    "next.finance_services",
    "path3.county_firms",
];

/// The reference copy, if it is there. A clone elsewhere has none, and says so.
fn reference(file: &str) -> Option<String> {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(file);
    let text = fs::read_to_string(&path).ok();
    if text.is_none() {
        let folder = path.with_file_name("");
        skipped(&format!(
            "{} is not there to compare with; the checksum of the quotes is held all the same",
            folder.display()
        ));
    }
    text
}

#[test]
fn every_quote_is_as_it_was_when_it_was_checked_against_the_article() {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for fact in &dataset().facts {
        for byte in format!("{}\t{}\n", fact.id, fact.quote).bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    assert_eq!(hash, QUOTES, "a quote or an id has changed; the hash is now {hash:#018x}");
}

#[test]
fn ids_paragraphs_quotes_and_values_are_those_of_the_reference() {
    let Some(text) = reference("facts.json") else {
        return;
    };
    let expected: Vec<Value> = serde_json::from_str(&text).unwrap();
    let published = dataset_json(dataset());
    // The reference has the facts of the first reading; those found later are statements.
    let is_known = |fact: &&Value| expected.iter().any(|known| known["id"] == fact["id"]);
    let (known, later): (Vec<&Value>, Vec<&Value>) =
        published["facts"].as_array().unwrap().iter().partition(is_known);
    assert_eq!((known.len(), later.len()), (expected.len(), LATER.len()));
    for (fact, id) in later.into_iter().zip(LATER) {
        assert_eq!((&fact["id"], &fact["kind"]), (&Value::from(id), &Value::from("statement")));
    }
    let mut figures = 0;
    for (fact, expected) in known.into_iter().zip(&expected) {
        let id = &expected["id"];
        for name in ["id", "paragraph", "quote"] {
            assert_eq!(fact[name], expected[name], "{name} of {id}");
        }
        let is_figure = expected["kind"] == "num";
        assert_eq!(fact["kind"] == "figure", is_figure, "{id}");
        if is_figure {
            figures += 1;
            let same = match (fact["value"].as_f64(), expected["value"].as_f64()) {
                (Some(value), Some(expected)) => value == expected,
                _ => fact["value"] == expected["value"],
            };
            assert!(same, "value of {id}: {} instead of {}", fact["value"], expected["value"]);
        }
    }
    assert_eq!(figures, 87);
}

#[test]
fn every_quote_stands_in_its_paragraph_of_the_article() {
    let Some(text) = reference("article.txt") else {
        return;
    };
    let paragraphs: BTreeMap<u32, &str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("[P")?.split_once("] "))
        .map(|(number, paragraph)| (number.parse().unwrap(), paragraph))
        .collect();
    assert_eq!(paragraphs.len(), 79);
    for fact in &dataset().facts {
        assert!(paragraphs[&fact.paragraph].contains(fact.quote), "{}: {}", fact.id, fact.quote);
    }
}

#[test]
fn codes_names_tiers_and_tiles_are_those_of_the_reference() {
    let Some(text) = reference("counties.csv") else {
        return;
    };
    let mut count = 0;
    for line in text.lines().skip(1) {
        count += 1;
        // Only the column of roles, between the tier's source and the tile, holds commas of its own.
        let cells: Vec<&str> = line.split(',').collect();
        let [code, hans, hant, en, kind, city, _, _, tier] = cells[..9] else {
            panic!("{line}");
        };
        let [.., column, row] = cells[..] else {
            panic!("{line}");
        };
        let county = dataset().county(code).unwrap();
        // Both forms of 台 are in use; the texts here have one of them throughout.
        assert_eq!((county.name.zh_hans, county.name.zh_hant), (hans, &*hant.replace('臺', "台")));
        let english = en.replace('\'', "’");
        assert_eq!(english.strip_suffix(kind).unwrap().trim_end(), county.name.en);
        assert_eq!(county.kind, kind.to_lowercase(), "{code}");
        assert_eq!(county.prefecture, city);
        let known = county.tier.map_or(String::new(), |tier| dataset().tier_code(tier).to_owned());
        assert_eq!(tier.replace("excluded", "").trim_end_matches(" (implied)"), known, "{code}");
        assert_eq!((county.column.to_string(), county.row.to_string()), (column.to_owned(), row.to_owned()));
    }
    assert_eq!(count, 84);
}
