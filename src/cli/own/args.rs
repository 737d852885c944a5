//! The arguments of what is done with own datasets, and the help that teaches them.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

pub(crate) const VALIDATE_EXAMPLES: &str = "\
Examples:
  county-chains validate datapackage.json
  county-chains validate data/countries data/hospitals
  county-chains validate --strict --format sarif data/*/datapackage.json > county-chains.sarif
  county-chains validate --format json datapackage.json | jq -r '.problems[].code'

Formats:
  text   each problem with its line; those that are alike stand together, with the first five places;
         then the stories of the dataset with their figures filled in
  json   valid, files, rows; problems, each with code, severity, file, line, column, pointer, found,
         allowed, message, help; omitted, how many more there are than the list holds (1,000 errors and
         1,000 warnings a file); datasets, one for each FILE, with path, valid, files, rows, omitted.
         A problem names by dataset the path in that list; its file is the name that the descriptor
         gives. In a table column is the number of the cell, in JSON that of the character; 0 means none
  sarif  SARIF 2.1.0 for code scanning: a rule for each code, paths from the current folder

Tables are read below the folder of their descriptor only. An encoding other than UTF-8 is read if the
descriptor declares it.

Exit codes: 0 no error (warnings may be there, which --strict makes errors), 1 any error, 2 wrong usage.";

/// Which datasets to check and how to tell the result.
#[derive(Debug, Args)]
pub(crate) struct ValidateArgs {
    /// A datapackage.json, a folder that holds one, or a file with its data inside.
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,

    /// How to tell the result.
    #[arg(long, value_enum, default_value_t = ProblemFormat::Text)]
    pub(super) format: ProblemFormat,

    /// Take warnings for errors.
    #[arg(long)]
    pub(super) strict: bool,
}

/// How problems are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ProblemFormat {
    /// For people
    Text,
    /// For programs
    Json,
    /// For code scanning
    Sarif,
}

pub(crate) const INIT_EXAMPLES: &str = "\
Examples:
  county-chains init countries.csv -o datapackage.json
  county-chains validate datapackage.json

Separator, encoding, the roles of columns and how numbers are written are guessed; stderr says each guess,
so that you can correct it. What only you can know is left empty: title, source, licence, units. Until it
is filled in, `county-chains validate` reports each of these places, and nothing draws the dataset.

Exit codes: 0 done, 1 failed, 2 wrong usage.";

/// Which table to describe and where.
#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    /// The table: a row for each entity, a header with the names of its columns.
    #[arg(value_name = "FILE.csv")]
    pub(super) file: PathBuf,

    /// File to write instead of stdout. It must not exist yet, and FILE.csv must be in its folder or below.
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}
