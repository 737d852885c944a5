//! Reads the data files strictly and hands the program a finished dataset: a bad cell stops the build
//! with file and line, and neither the wasm nor the command carries a CSV reader. The words of all
//! languages go the same way, so that no program carries them as tables of pointers.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use county_chains_data::codec::Encoder;
use county_chains_data::dataset::chart_texts::{chart_texts, of_facts};
use county_chains_data::dataset::{Dataset, encoding, texts};
use county_chains_reader::{FILES, read};
use county_chains_words::{annex, interface, own};

fn main() -> ExitCode {
    // Data and words are part of the crates that this program is made from; if they change, cargo makes and runs it again.
    println!("cargo::rerun-if-changed=build.rs");
    let problems = match read(&FILES) {
        Ok(dataset) => match write(&dataset) {
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
type Part<'a> = (String, Box<dyn FnMut(&mut Encoder) + 'a>);

/// Writes the texts of the dataset and of the words.
fn write(dataset: &Dataset) -> io::Result<()> {
    let words = county_chains_words::texts::<Encoder>;
    let (mut interface, mut annex, mut own) = (interface::written(), annex::written(), own::written());
    let (mut outline, mut figures, mut facts) =
        (encoding::outline(dataset), dataset.clone(), dataset.clone());
    let mut parts: Vec<Part<'_>> = vec![
        ("dataset".to_owned(), Box::new(|encoder| encoding::dataset(encoder, &mut outline))),
        ("words".to_owned(), Box::new(|encoder| words(encoder, &mut interface))),
        ("figures".to_owned(), Box::new(|encoder| texts::figures(encoder, &mut figures))),
        ("texts".to_owned(), Box::new(|encoder| texts::texts(encoder, &mut facts))),
        ("annex".to_owned(), Box::new(|encoder| words(encoder, &mut annex))),
        ("own".to_owned(), Box::new(|encoder| words(encoder, &mut own))),
    ];
    let charts: BTreeSet<&'static str> =
        dataset.stories.iter().map(|story| story.chart).filter(|word| !word.is_empty()).collect();
    for word in charts {
        let mut dataset = dataset.clone();
        let write = move |encoder: &mut Encoder| {
            chart_texts(encoder, &mut dataset, word);
            if let Some(more) = of_facts(word) {
                more(encoder, &mut dataset);
            }
        };
        parts.push((format!("chart-{word}"), Box::new(write)));
    }
    // Which form a character has is decided by all texts together.
    let mut all = Encoder::default();
    parts.iter_mut().for_each(|(_, part)| part(&mut all));
    let folder = env::var_os("OUT_DIR").unwrap_or_default();
    for (name, part) in &mut parts {
        let mut encoder = Encoder::after(&all);
        part(&mut encoder);
        fs::write(Path::new(&folder).join(name).with_extension("txt"), encoder.text())?;
    }
    Ok(())
}
