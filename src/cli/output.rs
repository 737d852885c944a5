//! Where output goes: stdout, or a file that appears whole or not at all.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, IsTerminal as _, Write};
use std::path::{Path, PathBuf};

use super::{Failure, draft};
use crate::error::Error;

/// Writes a chart to stdout or, if there is one, to `file`.
pub(super) fn deliver(bytes: &[u8], is_text: bool, file: Option<&Path>) -> Result<(), Failure> {
    match file {
        Some(path) => Ok(to_file(path, bytes)?),
        None if !is_text && io::stdout().is_terminal() => Err(Failure::Usage(
            "a png would garble the terminal; name a file with -o FILE, or redirect with > FILE".to_owned(),
        )),
        None => to_stdout(bytes),
    }
}

/// Writes to stdout.
pub(super) fn to_stdout(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(|error| untold(&error))
}

/// Why stdout took nothing more: a reader who closes the pipe has read enough.
pub(super) fn untold(error: &io::Error) -> Failure {
    match error.kind() {
        ErrorKind::BrokenPipe => Failure::Closed,
        _ => Error::at("stdout", reason(error)).into(),
    }
}

/// Writes `path` by way of a draft beside it that takes its name once it is complete, so that nobody ever
/// reads half a file and a failure leaves the old one.
pub(super) fn to_file(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let told = |reason: &str| Error::at(path.display().to_string(), reason);
    let failed = |error: io::Error| told(&reason(&error));
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => {
            return Err(told("is a folder, expected a file; only --all writes into a folder"));
        }
        // Devices and pipes are written to, never replaced.
        Ok(found) if !found.is_file() => {
            let device = OpenOptions::new().write(true).open(path);
            return device.and_then(|mut device| device.write_all(bytes)).map_err(failed);
        }
        Ok(found) if found.permissions().readonly() => return Err(told("is read-only")),
        _ => {}
    }
    // The file behind a link is replaced, not the link.
    let target = behind_links(path).map_err(failed)?;
    check_folder(&target)?;
    draft::write(&target, bytes).map_err(failed)
}

/// Where a file is, or will be, that is named by way of links.
fn behind_links(path: &Path) -> io::Result<PathBuf> {
    /// As many in a row as Linux follows.
    const LINKS: usize = 40;
    let mut target = path.to_path_buf();
    for _ in 0..=LINKS {
        match fs::read_link(&target) {
            // From where the link stands; a full path replaces that.
            Ok(next) => target = target.parent().unwrap_or(Path::new("")).join(next),
            Err(_) => return Ok(target),
        }
    }
    Err(io::Error::other("too many links, one to the other"))
}

/// A single file makes no folders: a slip of the pen should not leave a tree behind.
fn check_folder(path: &Path) -> Result<(), Error> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => {
            let name = folder.display();
            Err(Error::at(
                path.display().to_string(),
                format!("there is no folder \"{name}\"; make it first"),
            ))
        }
        _ => Ok(()),
    }
}

/// The system's reason in lower case, without the number that Rust adds.
pub(super) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or(&text);
    text.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("county-chains-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = folder("replaced");
        let path = folder.join("a.svg");
        fs::write(&path, "old and longer").unwrap();
        to_file(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        fs::remove_dir_all(folder).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_device_stays_a_device() {
        to_file(Path::new("/dev/null"), b"gone").unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }

    #[test]
    fn a_missing_folder_is_named_and_not_made() {
        let folder = folder("missing");
        let error = to_file(&folder.join("no/a.svg"), b"x").unwrap_err();
        assert!(error.message().starts_with("there is no folder"), "{error}");
        assert!(!folder.join("no").exists());
        fs::remove_dir_all(folder).unwrap();
    }
}
