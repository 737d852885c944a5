//! Runs every saved input: the corpus, with which libFuzzer begins, and the findings, which were once wrong.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails may panic, and says why")]

use std::fs;
use std::panic;
use std::path::{Path, PathBuf};

use fuzz_oracles::{TARGETS, run};

/// The folders with inputs of a target.
fn folders(target: &str) -> [PathBuf; 2] {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned();
    ["corpus", "findings"].map(|name| root.join(name).join(target))
}

fn inputs(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// Runs all inputs of a target; panics with the names of those that fail.
fn replay(target: &str) {
    let [corpus, findings] = folders(target).map(|folder| inputs(&folder));
    assert!(!corpus.is_empty(), "{target} has no corpus");
    let fails = |path: &&PathBuf| {
        let bytes = fs::read(path).unwrap();
        panic::catch_unwind(|| run(target, &bytes)).is_err()
    };
    let failed: Vec<&PathBuf> = corpus.iter().chain(&findings).filter(fails).collect();
    assert!(failed.is_empty(), "{target} fails for {failed:#?}");
}

macro_rules! replays {
    ($($(#[$doc:meta])* $test:ident: $target:literal,)*) => {
        $(
            #[test]
            fn $test() {
                replay($target);
            }
        )*

        const REPLAYED: &[&str] = &[$($target),*];
    };
}

// A test for each, so that they run at the same time.
replays! {
    datasets_hold: "dataset",
    csv_holds: "csv",
    drafts_hold: "draft",
    attributes_hold: "attributes",
    links_hold: "link",
    text_layout_holds: "text",
    numbers_hold: "numbers",
    search_holds: "search",
    pictures_hold: "svg",
    html_holds: "html",
    tables_hold: "tables",
    json_holds: "json",
}

#[test]
fn every_target_is_replayed_and_fuzzed() {
    let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
    assert_eq!(names, REPLAYED);
    let guided = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("guided/targets");
    for name in &names {
        let text = fs::read_to_string(guided.join(format!("{name}.rs"))).unwrap();
        assert!(text.contains(&format!("fuzz_oracles::run(\"{name}\", bytes)")), "{name}");
    }
    assert_eq!(inputs(&guided).len(), names.len());
}
