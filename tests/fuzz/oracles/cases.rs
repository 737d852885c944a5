//! Writes the saved inputs as JSON for the test in the browser: datasets with what the reader says of them, tables with the
//! descriptors that are guessed for them, charts with what decides them, and addresses.

#![allow(clippy::unwrap_used, reason = "a tool of a test may panic, and says why")]

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use county_chains::package::{Reading, Report, Severity, guess};
use county_chains::word::Keyword;
use fuzz_oracles::dataset::{DESCRIPTOR, Files, read_whole};
use fuzz_oracles::view::own_files;
use fuzz_oracles::{TARGETS, settings};
use serde_json::{Value, json};

/// Problems that a page is told.
const TOLD: usize = 100;

fn main() -> io::Result<()> {
    let cases = TARGETS.iter().flat_map(|target| inputs(target.name)).map(|(target, name, bytes)| {
        let content = match target {
            "dataset" => dataset(&Files::of(&bytes)),
            "svg" | "html" | "tables" | "json" | "attributes" => view(&bytes),
            "link" => json!({ "query": String::from_utf8_lossy(&bytes) }),
            "csv" | "draft" => draft(&String::from_utf8_lossy(&bytes)),
            _ => return Value::Null,
        };
        json!({ "target": target, "name": name, "content": content })
    });
    // Layout, numbers and search have no door of their own in a page: charts go through them.
    let cases: Vec<Value> = cases.filter(|case| !case.is_null()).collect();
    io::stdout().lock().write_all(Value::Array(cases).to_string().as_bytes())
}

/// The saved inputs of a target, with their names.
fn inputs(target: &'static str) -> Vec<(&'static str, String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut paths: Vec<PathBuf> = ["corpus", "findings"]
        .into_iter()
        .filter_map(|folder| fs::read_dir(root.join(folder).join(target)).ok())
        .flatten()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.strip_prefix(root).unwrap().display().to_string();
        (target, name, fs::read(&path).unwrap())
    };
    paths.into_iter().map(read).collect()
}

/// A table, and the descriptor that is guessed for it.
fn draft(text: &str) -> Value {
    let guess = guess(text);
    let descriptor = (guess.rows > 0).then(|| guess.descriptor("table.csv", "utf-8"));
    json!({ "text": text, "descriptor": descriptor })
}

/// A dataset as bytes, and what the reader says of it, or nothing where who calls it has to decode files first.
fn dataset(files: &Files) -> Value {
    let wanted = Reading::new(DESCRIPTOR, &files.descriptor).wanted().to_vec();
    let is_utf_8 = |encoding: &str| matches!(encoding.to_ascii_lowercase().as_str(), "utf-8" | "utf8");
    let verdict = wanted.iter().all(|file| is_utf_8(&file.encoding)).then(|| verdict(&read_whole(files)));
    json!({ "descriptor": files.descriptor, "files": files.files, "verdict": verdict })
}

/// Whether it can be shown, how many problems it has, and the codes of those that a page is told where it cannot.
fn verdict(report: &Report) -> Value {
    let errors = report.problems.iter().filter(|one| one.severity() == Severity::Error);
    let codes: Vec<&str> = errors.map(|one| one.code.word()).take(TOLD).collect();
    json!({ "valid": report.package.is_some(), "count": report.problems.len() + report.omitted, "errors": codes })
}

/// A chart: its settings, and the dataset with the texts of strangers, if it is of one.
fn view(bytes: &[u8]) -> Value {
    let settings = settings(bytes);
    let is_own = settings.iter().any(|(name, value)| name == "data" && value == "own");
    json!({ "settings": settings, "dataset": is_own.then(|| dataset(&own_files(&settings))) })
}
