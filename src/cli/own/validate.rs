//! `county-chains validate`: what is wrong with datasets, and where.

use std::path::Path;

use county_chains_package::Package;

use super::super::terminal::width;
use super::super::{Failure, output, say};
use super::args::{ProblemFormat, ValidateArgs};
use super::files::{Checked, check};
use super::{json, sarif, stories, text};
use crate::error::Error;

/// Checks the datasets that the arguments name and tells the result.
pub(crate) fn validate(args: &ValidateArgs) -> Result<(), Failure> {
    let checked: Vec<Checked> = args.files.iter().map(|path| check(path, args.strict)).collect();
    let told = match args.format {
        ProblemFormat::Text => whole_text(&checked),
        ProblemFormat::Json => {
            json::json(&checked).map_err(|error| Error::at("stdout", error.to_string()))?
        }
        ProblemFormat::Sarif => sarif::sarif(&checked, args.strict),
    };
    match output::to_stdout(told.as_bytes()) {
        // Who closes the pipe has read enough; the datasets are what they are.
        Ok(()) | Err(Failure::Closed) if checked.iter().all(Checked::is_valid) => Ok(()),
        Ok(()) | Err(Failure::Closed) => Err(Failure::Told),
        failed => failed,
    }
}

/// Reads the dataset at `path`, to be drawn. Tells its problems if there is an error among them, else how many warnings.
pub(crate) fn read(path: &Path) -> Result<Package, Failure> {
    let mut checked = check(path, false);
    let Some(package) = checked.report.package.take() else {
        say(whole_text(&[checked]).trim_end());
        return Err(Failure::Told);
    };
    let warnings = checked.report.problems.len();
    if warnings > 0 {
        let shown = path.display();
        say(&format!("note: county-chains validate {shown} has {}", text::counted(warnings, "warning")));
    }
    Ok(package)
}

/// The problems of each dataset and its stories, then what there is in all.
fn whole_text(checked: &[Checked]) -> String {
    let width = width();
    let one = |checked: &Checked| {
        let stories = checked.report.package.as_ref().map(stories::stories).unwrap_or_default();
        text::problems(checked, width) + &stories
    };
    checked.iter().map(one).collect::<String>() + &text::summary(checked)
}
