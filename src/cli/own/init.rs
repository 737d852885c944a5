//! `county-chains init`: a descriptor to begin with.

use std::fs;
use std::path::{Component, Path, PathBuf};

use county_chains_package::{RemarkKind, guess, path_fault};

use super::super::{Failure, output, say};
use super::args::InitArgs;
use super::encodings::detected;
use super::text;
use crate::error::Error;

/// Writes a descriptor for the table that the arguments name.
pub(crate) fn init(args: &InitArgs) -> Result<(), Failure> {
    let file = args.output.as_deref().filter(|path| path.as_os_str() != "-");
    let told = |path: &Path, message: &str| Failure::from(Error::at(path.display().to_string(), message));
    if let Some(file) = file.filter(|file| file.exists()) {
        return Err(told(file, "is there already; remove it, or name another file"));
    }
    let bytes = fs::read(&args.file).map_err(|error| told(&args.file, &output::reason(&error)))?;
    let path = path_from(file, &args.file)?;
    if let Some(fault) = path_fault(&path) {
        return Err(Failure::Usage(format!(
            "{}: {}; expected {}; {}",
            text::printable(&args.file.display().to_string()),
            fault.message,
            fault.allowed,
            fault.help
        )));
    }
    let (encoding, table) = detected(&bytes);
    let guess = guess(&table);
    if let Some((found, help)) = guess.other {
        return Err(told(&args.file, &format!("is {found}, not CSV; {help}")));
    }
    if table.contains('\0') {
        return Err(told(&args.file, "is no text; open it in its program and save it as CSV"));
    }
    if guess.rows == 0 {
        return Err(told(&args.file, "has no rows below a header"));
    }
    let descriptor = guess.descriptor(&path, encoding);
    match file {
        Some(file) => output::to_file(file, descriptor.as_bytes())?,
        None => output::to_stdout(descriptor.as_bytes())?,
    }
    if encoding != "UTF-8" {
        say(&format!("guessed   encoding: {encoding}, since the bytes are no UTF-8"));
    }
    for remark in guess.remarks() {
        let kind = match remark.kind {
            RemarkKind::Guessed => "guessed  ",
            RemarkKind::FillIn => "fill in  ",
            RemarkKind::LeftOut => "left out ",
        };
        say(&format!("{kind} {}", remark.text));
    }
    let next = file.unwrap_or(Path::new("datapackage.json")).display();
    say(&format!("then check it: county-chains validate {next}"));
    Ok(())
}

/// The path of the table from the folder of its descriptor, with slashes. Without a descriptor's path that is the folder of
/// the table.
fn path_from(descriptor: Option<&Path>, table: &Path) -> Result<String, Failure> {
    let folder = match descriptor {
        Some(path) => path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")),
        None => return Ok(table.file_name().unwrap_or_default().to_string_lossy().into_owned()),
    };
    let real = |path: &Path| -> Result<PathBuf, Failure> {
        let failed = |error| Error::at(path.display().to_string(), output::reason(&error));
        Ok(fs::canonicalize(path).map_err(failed)?)
    };
    let table = real(table)?;
    let below = table.strip_prefix(real(folder)?).map_err(|_| {
        Failure::Usage(format!(
            "a dataset reads nothing outside of its folder: the descriptor must be in the folder of {} or above it",
            table.display()
        ))
    })?;
    let parts = below.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    Ok(parts.collect::<Vec<_>>().join("/"))
}
