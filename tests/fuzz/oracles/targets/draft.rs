//! The guess of descriptors.

use county_chains::package::{Code, Problem, Reading, Report, Severity, guess};
use county_chains::word::Keyword;
use serde_json::Value;

const NAME: &str = "datapackage.json";

fn read(descriptor: &str, table: &[u8]) -> Report {
    let mut reading = Reading::new(NAME, descriptor.as_bytes());
    let wanted: Vec<String> = reading.wanted().iter().map(|file| file.path.clone()).collect();
    assert_eq!(wanted, ["table.csv"], "the descriptor does not want its table: {descriptor}");
    reading.feed(0, table);
    reading.finish()
}

/// The errors in the descriptor.
fn errors(report: &Report) -> Vec<&Problem> {
    let is_error = |problem: &&Problem| problem.file == NAME && problem.severity() == Severity::Error;
    report.problems.iter().filter(is_error).collect()
}

/// The target.
pub(crate) fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let guess = guess(&text);
    if guess.rows == 0 {
        return;
    }
    let descriptor = guess.descriptor("table.csv", "utf-8");
    let value: Value = serde_json::from_str(&descriptor).expect("no JSON");
    // What only a person can know is missing; what is guessed has no mistake.
    let report = read(&descriptor, text.as_bytes());
    for problem in errors(&report) {
        assert!(
            is_left_to_people(problem.code),
            "{} in a draft: {problem:?}\n{descriptor}",
            problem.code.word()
        );
    }
    let filled = filled(value, &report);
    let report = read(&filled, text.as_bytes());
    for problem in errors(&report) {
        let is_told = problem.code != Code::MissingProperty && is_left_to_people(problem.code);
        assert!(is_told, "{} when filled in: {problem:?}\n{filled}", problem.code.word());
    }
}

/// What a draft may leave: what is to be filled in, and words of the table that no dataset may have.
fn is_left_to_people(code: Code) -> bool {
    let is_missing = matches!(code, Code::MissingProperty | Code::RoleMissing | Code::ClassCount);
    is_missing
        || matches!(code, Code::TextControl | Code::TextTooLong | Code::Identifier | Code::DuplicateLabel)
}

/// The descriptor with a text in each place that is to be filled in.
fn filled(mut descriptor: Value, report: &Report) -> String {
    for problem in report.problems.iter().filter(|problem| problem.code == Code::MissingProperty) {
        let place = &problem.pointer;
        let is_unit = place.ends_with("/unit") || place == "/units/0/name";
        let text = match &**place {
            "/licenses/0/name" => "CC-BY-4.0",
            _ if is_unit => "people",
            // Each class has a label of its own.
            _ if place.contains("/categories/") => place,
            _ => "Filled in",
        };
        if let Some(value) = descriptor.pointer_mut(place) {
            *value = text.into();
        }
    }
    descriptor.to_string()
}
