//! Which paths lead to a file below the folder of the descriptor.

use county_chains_data::quantity::count_text;
use county_chains_data::word::text;

use crate::{limits, log};

/// Why a path is none that a dataset can have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathFault {
    /// What is wrong, in a sentence without a full stop.
    pub message: &'static str,
    /// What is allowed.
    pub allowed: String,
    /// What to do.
    pub help: String,
}

/// What is wrong with the path of a table, which is an address as well, if anything is.
pub fn path_fault(path: &str) -> Option<PathFault> {
    let fault = |message, allowed: &str, help: &str| {
        Some(PathFault { message, allowed: allowed.to_owned(), help: help.to_owned() })
    };
    let is_elsewhere = |step: &str| step.is_empty() || step == "..";
    if path.contains("://") || path.starts_with("data:") || path.split('/').any(is_elsewhere) {
        let allowed = "a path below the folder of datapackage.json";
        return fault("a path leads elsewhere", allowed, "put the file beside the descriptor");
    }
    if path.strip_prefix("./").is_some_and(|rest| path_fault(rest).is_none()) {
        return fault("a path begins with “./”", "a path without “./”", "leave out “./”");
    }
    if let Some(character) = path.chars().find(|character| is_barred(*character)) {
        let sign = log::shown(character.encode_utf8(&mut [0; 4]));
        let allowed = text!("a path without “{sign}”");
        let help =
            if character == '\\' { "write / behind a folder, or rename the file" } else { "rename the file" };
        return fault("a path has a character that an address cannot carry", &allowed, help);
    }
    if path.split('/').any(|step| step.trim() != step) {
        let allowed = "names that neither begin nor end with a blank";
        return fault("a name in a path begins or ends with a blank", allowed, "rename the file");
    }
    if path.split('/').any(|step| step.bytes().all(|byte| byte == b'.')) {
        return fault("a name in a path has only dots", "a path to a file", "rename the file");
    }
    if path.chars().count() > limits::NAME {
        let allowed = text!("{count_text(limits::NAME)} characters");
        return fault("a path is too long", &allowed, "rename the file");
    }
    None
}

/// Whether addresses or systems take a character for something else than a part of a name.
fn is_barred(character: char) -> bool {
    character.is_control() || log::controls(character) || matches!(character, ':' | '\\' | '?' | '#' | '%')
}

#[cfg(test)]
mod tests {
    use super::path_fault;

    #[test]
    fn what_is_wrong_with_a_path_is_named() {
        for path in ["e.csv", "data/2024.v1/e.csv", "表 格.csv", ".e.csv", "a+b&c.csv"] {
            assert_eq!(path_fault(path), None, "{path}");
        }
        for (path, allowed, help) in [
            ("a%20.csv", "without “%”", "rename the file"),
            ("a#1.csv", "without “#”", "rename the file"),
            ("tables/a?.csv", "without “?”", "rename the file"),
            ("a:b.csv", "without “:”", "rename the file"),
            ("tables\\a.csv", "without “\\”", "write / behind"),
            ("a\u{202E}b.csv", "without “U+202E”", "rename the file"),
            ("a\u{7}.csv", "without “U+0007”", "rename the file"),
            (" lead.csv", "with a blank", "rename the file"),
            ("tables /e.csv", "with a blank", "rename the file"),
            ("./beds.csv", "without “./”", "leave out"),
            ("./a%.csv", "without “%”", "rename the file"),
            ("../e.csv", "below the folder", "put the file"),
            ("https://example.org/e.csv", "below the folder", "put the file"),
            ("/e.csv", "below the folder", "put the file"),
            ("a/.../e.csv", "to a file", "rename"),
        ] {
            let fault = path_fault(path).unwrap();
            assert!(fault.allowed.contains(allowed) && fault.help.contains(help), "{path}: {fault:?}");
        }
        assert!(path_fault(&"a".repeat(201)).unwrap().allowed.contains("200 characters"));
    }
}
