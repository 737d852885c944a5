//! The dataset with 38 mistakes of many kinds.

use county_chains::package::Severity;
use county_chains::word::Keyword;
use serde_json::Value;

use crate::support::{errors, folder, lines, read_folder};

/// A problem as `expected.json` has it: code, file, line, column, pointer, found. A column that stands in no CSV file is not in
/// it, a pointer that does not lead into the descriptor neither.
fn expected() -> Vec<[String; 6]> {
    let text = std::fs::read_to_string(folder("planted/expected.json")).unwrap();
    let expected: Value = serde_json::from_str(&text).unwrap();
    let text = |problem: &Value, key: &str| match &problem[key] {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let problems = expected["problems"].as_array().unwrap().iter();
    let mut list: Vec<_> = problems
        .map(|problem| ["code", "file", "line", "column", "pointer", "found"].map(|key| text(problem, key)))
        .collect();
    list.sort();
    list
}

#[test]
fn every_mistake_is_told_once_with_its_place() {
    let report = read_folder("planted");
    let mut told: Vec<[String; 6]> = errors(&report)
        .iter()
        .map(|problem| {
            let is_json = problem.file == "datapackage.json";
            let column = if is_json { String::new() } else { problem.column.to_string() };
            let pointer = if is_json { problem.pointer.clone() } else { String::new() };
            [
                problem.code.word().into(),
                problem.file.clone(),
                problem.line.to_string(),
                column,
                pointer,
                problem.found.clone(),
            ]
        })
        .collect();
    told.sort();
    let expected = expected();
    for missing in expected.iter().filter(|one| !told.contains(one)) {
        eprintln!("missing {missing:?}");
    }
    for more in told.iter().filter(|one| !expected.contains(one)) {
        eprintln!("more    {more:?}");
    }
    assert_eq!(told.len(), 38);
    assert_eq!(told, expected);
    assert!(report.package.is_none());
    assert_eq!((report.files, report.rows), (3, 26));
}

#[test]
fn warnings_about_it_are_few() {
    let report = read_folder("planted");
    let warnings: Vec<_> =
        report.problems.iter().filter(|problem| problem.severity() == Severity::Warning).collect();
    assert_eq!(warnings.len(), 0, "{:#?}", lines(&report));
}
