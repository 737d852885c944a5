//! Problems for code scanning: SARIF 2.1.0.

use std::path::{Component, Path};

use county_chains_data::word::Keyword as _;
use county_chains_package::{Code, Problem, Severity};
use serde_json::{Value, json};

use super::files::Checked;
use super::text::word;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The log of one run over all datasets. A rule is a kind of problem; all are listed, so that their numbers stay the same.
pub(super) fn sarif(checked: &[Checked], is_strict: bool) -> String {
    let rule = |code: &Code| {
        json!({
            "id": code.word(),
            "shortDescription": { "text": code.meaning() },
            "defaultConfiguration": { "level": word(if is_strict { Severity::Error } else { code.severity() }) },
        })
    };
    let results =
        checked.iter().flat_map(|one| one.report.problems.iter().map(|problem| result(one, problem)));
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "county-chains",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": Code::ALL.iter().map(rule).collect::<Vec<Value>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<Value>>(),
        }],
    });
    format!("{log:#}\n")
}

fn result(checked: &Checked, problem: &Problem) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": address(&checked.path_of(&problem.file)) } });
    if let (Some(region), Value::Object(place)) = (region(checked, problem), &mut physical) {
        place.insert("region".to_owned(), region);
    }
    let mut location = json!({ "physicalLocation": physical });
    if let (false, Value::Object(location)) = (problem.pointer.is_empty(), &mut location) {
        let logical = json!([{ "fullyQualifiedName": problem.pointer }]);
        location.insert("logicalLocations".to_owned(), logical);
    }
    json!({
        "ruleId": problem.code.word(),
        "ruleIndex": Code::ALL.iter().position(|code| *code == problem.code),
        "level": word(checked.severity(problem)),
        "message": { "text": message(problem) },
        "locations": [location],
    })
}

/// A sentence with what is expected and what to do.
fn message(problem: &Problem) -> String {
    let mut text = problem.message.clone();
    if !problem.allowed.is_empty() {
        text += &format!("; expected {}", problem.allowed);
    }
    if !problem.help.is_empty() {
        text += &format!("; {}", problem.help);
    }
    text
}

/// The characters that a problem is about. A cell is counted in characters of its line here, as everything in SARIF.
fn region(checked: &Checked, problem: &Problem) -> Option<Value> {
    let line = Some(problem.line).filter(|line| *line > 0)?;
    let span = checked.place(problem).and_then(|place| place.span);
    Some(match span {
        Some(span) => json!({
            "startLine": line,
            "startColumn": span.start + 1,
            "endColumn": span.end + 1,
        }),
        None => json!({ "startLine": line }),
    })
}

/// The address of a file: relative to the current folder, or a full one where the path is.
fn address(path: &Path) -> String {
    let mut parts = Vec::new();
    for part in path.components() {
        match part {
            Component::Normal(name) => parts.push(escaped(&name.to_string_lossy())),
            Component::ParentDir => parts.push("..".to_owned()),
            Component::Prefix(prefix) => parts.push(prefix.as_os_str().to_string_lossy().into_owned()),
            Component::CurDir | Component::RootDir => {}
        }
    }
    let start = if path.is_absolute() { "file:///" } else { "" };
    format!("{start}{}", parts.join("/"))
}

/// A name as it stands in an address.
fn escaped(name: &str) -> String {
    let mut text = String::new();
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                text.push(char::from(byte))
            }
            _ => text += &format!("%{byte:02X}"),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_hold_no_blanks_and_no_characters_beyond_ascii() {
        assert_eq!(address(Path::new("./my data/县.csv")), "my%20data/%E5%8E%BF.csv");
        assert_eq!(address(Path::new("../a.csv")), "../a.csv");
        #[cfg(unix)]
        assert_eq!(address(Path::new("/data/a.csv")), "file:///data/a.csv");
    }
}
