//! Reads the data files strictly and hands the program a finished dataset: a bad cell stops the build
//! with file and line, and neither the wasm nor the command carries a CSV reader. The words of all
//! languages go the same way, so that no program carries them as tables of pointers.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use county_chains_data::codec::Encoder;
use county_chains_data::dataset::{Dataset, encoding, phrases, texts};
use county_chains_reader::{FILES, read};
use county_chains_words::{annex, interface, own};

fn main() -> ExitCode {
    // Data and words are part of the crates that this program is made from; if they change, cargo makes and runs it again.
    println!("cargo::rerun-if-changed=build.rs");
    let problems = match read(&FILES) {
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
    let words = county_chains_words::texts::<Encoder>;
    let (mut interface, mut annex) = (interface::written(), annex::written());
    let (mut outline, mut whole, mut own) = (dataset.clone(), dataset.clone(), own::written());
    let mut parts: [Part<'_>; 6] = [
        ("dataset.txt", Box::new(|encoder| encoding::dataset(encoder, &mut outline))),
        ("texts.txt", Box::new(|encoder| texts::texts(encoder, dataset))),
        ("words.txt", Box::new(|encoder| words(encoder, &mut interface))),
        ("annex.txt", Box::new(|encoder| words(encoder, &mut annex))),
        ("phrases.txt", Box::new(|encoder| phrases::phrases(encoder, &mut whole))),
        ("own.txt", Box::new(|encoder| words(encoder, &mut own))),
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
