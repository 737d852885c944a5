//! Reads the data files strictly and hands the program a finished dataset: a bad cell stops the build
//! with file and line, and neither the wasm nor the command carries a CSV reader.

#![allow(dead_code, missing_docs, unreachable_pub, reason = "the program uses what the build does not")]

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

#[path = "src/error.rs"]
mod error;
#[path = "src/language.rs"]
mod language;
#[path = "src/quantity.rs"]
mod quantity;
#[path = "src/tier.rs"]
mod tier;

#[path = "src/dataset"]
mod dataset {
    pub mod model;
    pub mod place;
    pub mod reader;
    pub mod row;
    pub mod tape;
    pub mod writer;
}

fn main() -> ExitCode {
    for watched in
        ["data", "src/dataset", "src/error.rs", "src/language.rs", "src/quantity.rs", "src/tier.rs"]
    {
        println!("cargo::rerun-if-changed={watched}");
    }
    match dataset::reader::read(&dataset::reader::FILES) {
        Ok(dataset) => write(&dataset),
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn write(dataset: &dataset::model::Dataset) -> ExitCode {
    let file = Path::new(&env::var_os("OUT_DIR").unwrap_or_default()).join("dataset.txt");
    match fs::write(file, dataset::writer::Writer::write(dataset)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error=cannot write the dataset: {error}");
            ExitCode::FAILURE
        }
    }
}
