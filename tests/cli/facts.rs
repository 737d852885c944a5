//! Facts and citation.

use std::fs;
use std::path::Path;

use super::{bytes, json, messages, records, run, text};

/// How many rows a file of the data has.
fn rows(name: &str) -> usize {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name).with_extension("csv");
    let file = fs::read(path).unwrap();
    csv::Reader::from_reader(&file[..]).records().map(Result::unwrap).count()
}

fn facts() -> usize {
    rows("facts")
}

#[test]
fn facts_as_json_are_the_whole_dataset() {
    let dataset = json(&["facts", "--format", "json"]);
    assert_eq!(dataset["facts"].as_array().unwrap().len(), facts());
    assert_eq!(dataset["tiers"].as_array().unwrap().len(), rows("tiers"));
    assert_eq!(dataset["counties"].as_array().unwrap().len(), rows("counties"));
    assert!(!dataset["sources"].as_array().unwrap().is_empty());
}

#[test]
fn facts_are_found_by_id_words_of_any_language_and_quote() {
    let count = |search: &str| {
        let dataset = json(&["facts", "--format", "json", "--search", search]);
        assert_eq!(dataset["tiers"].as_array().unwrap().len(), 4, "the shape stays");
        dataset["facts"].as_array().unwrap().len()
    };
    assert_eq!(count("TIER1.GDP"), 1);
    assert!(count("晋江") > 0);
    assert_eq!(count("JINJIANG"), count("jinjiang"));
    assert!(count("縣域") > 0);
    assert_eq!(count("no such thing"), 0);
    let csv = records(&bytes(&["facts", "--format", "csv", "--search", "tier1.gdp"]));
    assert_eq!((csv.len(), csv[1][0].as_str()), (2, "tier1.gdp"));
}

#[test]
fn facts_as_csv_have_a_byte_order_mark_and_a_record_each() {
    let csv = records(&bytes(&["facts", "--format", "csv"]));
    assert_eq!(csv.len(), 1 + facts());
    assert_eq!(csv[0][0], "id");
}

#[test]
fn facts_as_a_table_are_a_whole_line_each_in_a_pipe() {
    let table = text(&["facts", "--lang", "en"]);
    assert_eq!(table.lines().count(), 1 + facts());
    assert!(!table.contains('…'), "nothing is cut");
    let line = table.lines().find(|line| line.starts_with("tier1.gdp ")).unwrap();
    assert!(line.contains("2023") && line.contains("¶37") && line.contains("¥1.18 trillion"), "{line}");
}

#[test]
fn a_search_without_hit_says_so_and_succeeds() {
    let output = run(&["facts", "--search", "no such thing"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stdout.is_empty());
    assert!(messages(&output).contains(&format!("none of the {} facts", facts())), "{}", messages(&output));
}

#[test]
fn the_citation_follows_the_language() {
    assert!(text(&["cite"]).contains("福建省工业和信息化厅"));
    assert!(text(&["cite", "--lang", "zh-TW"]).contains("福建省工業和信息化廳"));
    assert!(text(&["cite", "--lang", "en-GB"]).contains("White Paper"));
}
