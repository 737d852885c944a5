//! What must hold for any input: each target takes bytes, feeds them to a part of the program, and panics where the outcome
//! is not what it should be.
//!
//! `replay.rs` runs all saved inputs, as part of the usual tests. `tests/fuzz/guided/` lets libFuzzer look for further ones.
//! All inputs are texts that a person can read and write, so that a test in the browser can use them too (`cases.rs`).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "an oracle that finds something panics, and says what"
)]

#[path = "../../support/allowed.rs"]
mod allowed;
pub mod dataset;
mod input;
mod markup;
mod scene;
mod targets;
pub mod view;

pub use input::settings;

/// A part of the program with what must hold of it.
#[derive(Debug)]
pub struct Target {
    /// Its name, which its folders of inputs have too.
    pub name: &'static str,
    /// What it feeds, and what must hold.
    pub about: &'static str,
    /// Runs it.
    pub run: fn(&[u8]),
}

/// All targets.
pub static TARGETS: [Target; 12] = [
    Target {
        name: "dataset",
        about: "the reader of datasets: slices change nothing, each problem has a place, what is read can be drawn",
        run: dataset::run,
    },
    Target {
        name: "csv",
        about: "the reader of CSV: the rows and cells that the crate csv reads",
        run: targets::csv::run,
    },
    Target {
        name: "draft",
        about: "the guess of descriptors: valid JSON, which the reader takes and only wants filled in",
        run: targets::draft::run,
    },
    Target {
        name: "attributes",
        about: "attributes and actions: a bad value changes nothing, a good one comes back as it is",
        run: targets::attributes::run,
    },
    Target {
        name: "link",
        about: "addresses of the page for frames: the link of a state restores it",
        run: targets::link::run,
    },
    Target {
        name: "text",
        about: "text layout: lines fit, break at legal places and lose nothing",
        run: targets::text::run,
    },
    Target {
        name: "numbers",
        about: "reading and writing numbers: as the standard library does",
        run: targets::numbers::run,
    },
    Target {
        name: "search",
        about: "search: marks stand on characters, more words find less, their order and case do not matter",
        run: targets::search::run,
    },
    Target {
        name: "svg",
        about: "pictures: well-formed, only what a picture needs, nothing that runs or loads",
        run: targets::svg::run,
    },
    Target {
        name: "html",
        about: "static version, feed, pages and live widget: read as HTML and as XML they are the same harmless tree",
        run: targets::html::run,
    },
    Target {
        name: "tables",
        about: "CSV and tables for the clipboard: the same cells come back, and none is a formula",
        run: targets::tables::run,
    },
    Target {
        name: "json",
        about: "JSON, data for search engines and code to paste: the same values come back, and none breaks out",
        run: targets::json::run,
    },
];

/// Runs the target with this name.
pub fn run(name: &str, bytes: &[u8]) {
    let target = TARGETS.iter().find(|target| target.name == name).expect("no such target");
    (target.run)(bytes);
}
