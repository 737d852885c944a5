//! Reads the data files strictly and hands the program a finished dataset: a bad cell stops the build
//! with file and line, and neither the wasm nor the command carries a CSV reader. The words of all
//! languages go the same way, so that no program carries them as tables of pointers.

#![allow(dead_code, missing_docs, unreachable_pub, reason = "the program uses what the build does not")]

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

#[path = "src/error.rs"]
mod error;
#[path = "src/language.rs"]
mod language;
#[path = "src/quantity.rs"]
mod quantity;
#[path = "src/tier.rs"]
mod tier;
#[path = "src/word.rs"]
mod word;

#[path = "src/dataset"]
mod dataset {
    pub mod model;
    pub mod place;
    pub mod reader;
    pub mod row;
    pub mod tape;
}

#[path = "src/locale"]
mod locale {
    mod en;
    mod words;
    pub mod written;
    mod zh_hans;
    mod zh_hant;
}

#[path = "src/tape"]
mod tape {
    mod head;
    mod writer;
    pub(crate) use head::Tape;
    pub(crate) use writer::Writer;
}

use dataset::model::Dataset;
use language::Localized;
use tape::{Tape, Writer};

/// What the tapes are made from.
const SOURCES: [&str; 9] = [
    "data",
    "src/dataset",
    "src/error.rs",
    "src/language.rs",
    "src/locale",
    "src/quantity.rs",
    "src/tape",
    "src/tier.rs",
    "src/word.rs",
];

fn main() -> ExitCode {
    for watched in SOURCES {
        println!("cargo::rerun-if-changed={watched}");
    }
    let problems = match dataset::reader::read(&dataset::reader::FILES) {
        Ok(mut dataset) => match write(&mut dataset, &mut locale::written::written()) {
            Ok(()) => return ExitCode::SUCCESS,
            Err(error) => vec![format!("cannot write the tapes: {error}")],
        },
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    };
    for problem in problems {
        println!("cargo::error={problem}");
    }
    ExitCode::FAILURE
}

/// Writes the tapes of the dataset and of the words, and the table of characters that both need.
fn write(dataset: &mut Dataset, words: &mut Vec<Localized>) -> io::Result<()> {
    let mut survey = Writer::default();
    dataset::tape::dataset(&mut survey, dataset);
    survey.localized_columns(words, &[|text| text]);
    let (mut facts, mut texts) = (Writer::after(&survey), Writer::after(&survey));
    dataset::tape::dataset(&mut facts, dataset);
    texts.room(words, || Localized::EMPTY);
    texts.localized_columns(words, &[|text| text]);
    let folder = env::var_os("OUT_DIR").unwrap_or_default();
    let file = |name: &str| Path::new(&folder).join(name);
    fs::write(file("characters.txt"), facts.table())?;
    fs::write(file("dataset.txt"), facts.tape())?;
    fs::write(file("words.txt"), texts.tape())
}
