//! The reader of CSV, with the crate `csv` beside it. Both stand on csv-core; but ours takes rows without quotation marks
//! by a way of its own, and reads bytes that come in pieces.

use ::csv::{ReaderBuilder, StringRecord};
use county_chains::package::{Code, Reading, Report};

use crate::input::Choices;

/// A dataset whose facts are in a file: their words may be nearly anything.
const DESCRIPTOR: &str = r#"{"name": "t", "title": "T", "languages": ["en"], "sources": [{"title": "S"}],
"licenses": [{"name": "CC0-1.0"}], "resources": [{"name": "entities", "data": "code,name,class\n1,A,x\n2,B,y\n",
"schema": {"fieldsMatch": "subset", "fields": [{"name": "code", "type": "string"}, {"name": "name", "type": "string"},
{"name": "class", "type": "string", "role": "tier", "categories": ["x", "y"]}]}},
{"name": "facts", "path": "facts.csv"}]}"#;
/// Rows of its entities.
const ENTITIES: usize = 2;

fn read(pieces: &[&[u8]]) -> Report {
    let mut reading = Reading::new("datapackage.json", DESCRIPTOR.as_bytes());
    pieces.iter().for_each(|piece| reading.feed(0, piece));
    reading.finish()
}

/// The records as the crate reads them; `None` where the bytes are no text.
fn records(bytes: &[u8]) -> Option<Vec<StringRecord>> {
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    reader.records().collect::<Result<_, _>>().ok()
}

/// The target.
pub(crate) fn run(bytes: &[u8]) {
    let report = read(&[bytes]);
    let mut choices = Choices::of(bytes);
    let (before, after) = bytes.split_at(choices.below(bytes.len() + 1));
    let (middle, after) = after.split_at(choices.below(after.len() + 1));
    let pieces = read(&[before, middle, after]);
    assert_eq!(report.problems, pieces.problems, "pieces change the problems");
    assert_eq!(format!("{:?}", report.package), format!("{:?}", pieces.package), "pieces change the facts");
    let Some(records) = records(bytes) else {
        assert!(report.package.is_none(), "what is no text is read");
        return;
    };
    // Where we read no further, the crate goes on.
    let stops = [Code::StrayQuote, Code::UnclosedQuote, Code::SourceType, Code::Delimiter, Code::TitleRow];
    let broken = |code: Code| stops.contains(&code) || is_about_the_header(code);
    if report.problems.iter().any(|problem| broken(problem.code)) || report.omitted > 0 {
        return;
    }
    let Some((head, rows)) = records.split_first() else { return };
    assert_eq!(report.rows, ENTITIES + rows.len(), "rows");
    let Some(package) = &report.package else { return };
    let column = |name: &str| head.iter().position(|label| label.trim_ascii() == name);
    let cell = |row: &StringRecord, name: &str| {
        let text = column(name).and_then(|column| row.get(column)).unwrap_or_default().trim_ascii();
        if text.trim().is_empty() { String::new() } else { text.to_owned() }
    };
    let is_blank = |row: &&StringRecord| row.iter().all(|cell| cell.trim().is_empty());
    let expected: Vec<[String; 2]> =
        rows.iter().filter(|row| !is_blank(row)).map(|row| [cell(row, "id"), cell(row, "quote")]).collect();
    let found: Vec<[String; 2]> =
        package.facts.iter().map(|fact| [fact.id.to_owned(), fact.quote.to_owned()]).collect();
    assert_eq!(found, expected, "cells");
}

fn is_about_the_header(code: Code) -> bool {
    matches!(
        code,
        Code::MissingLabel
            | Code::DuplicateLabel
            | Code::BlankLabel
            | Code::NoRows
            | Code::Encoding
            | Code::TooLarge
            | Code::TooManyRows
            | Code::TextControl
    )
}
