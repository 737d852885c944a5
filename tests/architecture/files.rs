//! How a file looks: introduced, and named after what it holds.

use super::{hold, sources};

#[test]
fn the_facade_and_the_entry_are_short() {
    for (file, limit) in [("lib.rs", 100), ("main.rs", 30)] {
        let source = sources().into_iter().find(|source| source.path == file).unwrap();
        let lines = source.text.lines().count();
        assert!(
            lines <= limit,
            "src/{file} has {lines} lines; it only names what lies elsewhere, in at most {limit}"
        );
    }
}

#[test]
fn every_file_says_first_what_it_is() {
    let found: Vec<String> = sources()
        .iter()
        .filter(|source| !source.text.starts_with("//! "))
        .map(|source| format!("src/{}", source.path))
        .collect();
    hold("every file begins with //! and a sentence that says what it is", &found);
}

#[test]
fn no_module_is_named_after_nothing() {
    let nothing = ["util", "utils", "common", "helper", "helpers", "manager", "misc"];
    let found: Vec<String> = sources()
        .iter()
        .filter(|source| source.path.trim_end_matches(".rs").split('/').any(|part| nothing.contains(&part)))
        .map(|source| format!("src/{}", source.path))
        .collect();
    hold("a module is named after what it holds: no util, common, helpers, manager", &found);
}

#[test]
fn an_allowed_lint_gives_its_reason() {
    let mut found = Vec::new();
    for source in sources() {
        for (index, _) in source.text.match_indices("allow(") {
            let is_attribute = source.text[..index].ends_with("#[") || source.text[..index].ends_with("#![");
            let end = source.text[index..].find(")]").map_or(source.text.len(), |end| index + end);
            if is_attribute && !source.text[index..end].contains("reason") {
                let line = source.text[..index].lines().count();
                found.push(source.at(line));
            }
        }
    }
    hold("a lint is allowed with a reason", &found);
}
