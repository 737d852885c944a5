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
    pub mod county;
    pub mod model;
    pub mod narration;
    pub mod reader;
    pub mod readings;
    pub mod row;
    pub mod tape;
    pub mod texts;
}

#[path = "src/locale"]
mod locale {
    pub(crate) mod annex {
        mod en;
        mod facts {
            pub(super) mod en;
            pub(super) mod words;
            pub(super) mod zh_hans;
            pub(super) mod zh_hant;
        }
        mod words;
        pub(crate) mod written;
        mod zh_hans;
        mod zh_hant;
    }
    mod en;
    pub(crate) mod words;
    pub(crate) mod written;
    mod zh_hans;
    mod zh_hant;
}

#[path = "src/chart/white_paper/words"]
mod white_paper {
    mod en;
    mod groups;
    pub(crate) mod written;
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
const SOURCES: [&str; 10] = [
    "data",
    "src/chart/white_paper/words",
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
        Ok(mut dataset) => match write(&mut dataset) {
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

/// A tape by name, and what goes over it.
type Part<'a> = (&'static str, Box<dyn FnMut(&mut Writer) + 'a>);

/// Writes the tapes of the dataset and of the words, and the table of characters that all of them need.
fn write(dataset: &mut Dataset) -> io::Result<()> {
    let (mut words, mut annex) = (locale::written::written(), locale::annex::written::written());
    let mut white_paper = white_paper::written::written();
    let mut outline = dataset.clone();
    let mut parts: [Part<'_>; 5] = [
        ("dataset.txt", Box::new(|tape| dataset::tape::dataset(tape, &mut outline))),
        ("texts.txt", Box::new(|tape| dataset::texts::texts(tape, dataset))),
        ("words.txt", Box::new(|tape| list(tape, &mut words))),
        ("annex.txt", Box::new(|tape| list(tape, &mut annex))),
        ("white-paper.txt", Box::new(|tape| list(tape, &mut white_paper))),
    ];
    let mut survey = Writer::default();
    for (_, part) in &mut parts {
        part(&mut survey);
    }
    let folder = env::var_os("OUT_DIR").unwrap_or_default();
    let file = |name: &str| Path::new(&folder).join(name);
    for (name, part) in &mut parts {
        let mut tape = Writer::after(&survey);
        part(&mut tape);
        fs::write(file(name), tape.tape())?;
    }
    fs::write(file("characters.txt"), Writer::after(&survey).table())
}

fn list(tape: &mut Writer, texts: &mut Vec<Localized>) {
    tape.room(texts, || Localized::EMPTY);
    tape.localized_columns(texts, &[|text| text]);
}
