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
    pub mod encoding;
    pub mod model;
    pub mod narration;
    pub mod reader;
    pub mod readings;
    pub mod references;
    pub mod row;
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

#[path = "src/codec"]
mod codec {
    mod encoder;
    mod fields;
    pub(crate) use encoder::Encoder;
    pub(crate) use fields::Codec;
}

use codec::{Codec, Encoder};
use dataset::model::Dataset;
use language::Localized;

/// What the texts are made from.
const SOURCES: [&str; 10] = [
    "data",
    "src/codec",
    "src/chart/white_paper/words",
    "src/dataset",
    "src/error.rs",
    "src/language.rs",
    "src/locale",
    "src/quantity.rs",
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
            Err(error) => vec![format!("cannot write the texts: {error}")],
        },
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    };
    for problem in problems {
        println!("cargo::error={problem}");
    }
    ExitCode::FAILURE
}

/// A file by name, and what is written into it.
type Part<'a> = (&'static str, Box<dyn FnMut(&mut Encoder) + 'a>);

/// Writes the texts of the dataset and of the words, and the table of characters that all of them need.
fn write(dataset: &mut Dataset) -> io::Result<()> {
    let (mut words, mut annex) = (locale::written::written(), locale::annex::written::written());
    let mut white_paper = white_paper::written::written();
    let mut outline = dataset.clone();
    let mut parts: [Part<'_>; 5] = [
        ("dataset.txt", Box::new(|encoder| dataset::encoding::dataset(encoder, &mut outline))),
        ("texts.txt", Box::new(|encoder| dataset::texts::texts(encoder, dataset))),
        ("words.txt", Box::new(|encoder| list(encoder, &mut words))),
        ("annex.txt", Box::new(|encoder| list(encoder, &mut annex))),
        ("white-paper.txt", Box::new(|encoder| list(encoder, &mut white_paper))),
    ];
    let mut first = Encoder::default();
    for (_, part) in &mut parts {
        part(&mut first);
    }
    let folder = env::var_os("OUT_DIR").unwrap_or_default();
    let file = |name: &str| Path::new(&folder).join(name);
    for (name, part) in &mut parts {
        let mut encoder = Encoder::after(&first);
        part(&mut encoder);
        fs::write(file(name), encoder.text())?;
    }
    fs::write(file("characters.txt"), Encoder::after(&first).table())
}

fn list(encoder: &mut Encoder, texts: &mut Vec<Localized>) {
    encoder.reserve(texts, || Localized::EMPTY);
    encoder.localized_columns(texts, &[|text| text]);
}
