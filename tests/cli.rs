//! The command as a reader of its help would use it: what it writes, where, and how it fails.
// A test that meets the unexpected should stop where it does.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]
#![cfg(feature = "cli")]

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use assert_cmd::cargo::cargo_bin;
use county_chains::chart::ChartKind;
use county_chains::word::Keyword;
use serde_json::Value;

#[path = "cli/data.rs"]
mod data;
#[path = "cli/documents.rs"]
mod documents;
#[path = "cli/facts.rs"]
mod facts;
#[path = "cli/feed.rs"]
mod feed;
#[path = "cli/files.rs"]
mod files;
#[path = "cli/init.rs"]
mod init;
#[path = "cli/pages.rs"]
mod pages;
#[path = "cli/pictures.rs"]
mod pictures;
#[path = "cli/replaced.rs"]
mod replaced;
#[path = "cli/set.rs"]
mod set;
#[path = "support/skip.rs"]
mod skip;
#[path = "cli/usage.rs"]
mod usage;
#[path = "cli/validate.rs"]
mod validate;

fn charts() -> Vec<&'static str> {
    let offered = ChartKind::offered(&county_chains::dataset::embedded());
    offered.iter().map(|kind| kind.word()).collect()
}
const LANGUAGES: [&str; 3] = ["zh-Hans", "zh-Hant", "en"];

fn run(arguments: &[&str]) -> Output {
    assert_cmd::Command::new(cargo_bin!("county-chains")).args(arguments).output().unwrap()
}

/// What is written to stdout by a command that must succeed.
fn bytes(arguments: &[&str]) -> Vec<u8> {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", messages(&output));
    output.stdout
}

fn text(arguments: &[&str]) -> String {
    String::from_utf8(bytes(arguments)).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&text(arguments)).unwrap()
}

fn messages(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The message of a command that must fail with `code`.
fn failure(arguments: &[&str], code: i32) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", messages(&output));
    assert!(output.stdout.is_empty(), "{arguments:?} wrote to stdout");
    messages(&output)
}

/// An empty folder of this test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn names(folder: &PathBuf) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn records(csv: &[u8]) -> Vec<Vec<String>> {
    let text = csv.strip_prefix(b"\xEF\xBB\xBF").expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}
