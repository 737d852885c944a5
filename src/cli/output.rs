//! Where output goes: stdout, or a file that appears whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, IsTerminal as _, Write};
use std::path::{Path, PathBuf};

use super::Failure;
use super::args::Format;
use crate::error::Error;

/// Writes a chart to stdout or, if there is one, to `file`.
pub(super) fn deliver(bytes: &[u8], format: Format, file: Option<&Path>) -> Result<(), Failure> {
    match file {
        Some(path) => Ok(to_file(path, bytes)?),
        None if format == Format::Png && io::stdout().is_terminal() => Err(Failure::Usage(
            "a png would garble the terminal; name a file with -o FILE, or redirect with > FILE".to_owned(),
        )),
        None => to_stdout(bytes),
    }
}

/// Writes to stdout; a closed pipe is told apart from other trouble.
pub(super) fn to_stdout(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(Failure::Closed),
        Err(error) => Err(Error::at("stdout", reason(&error)).into()),
    }
}

/// Writes `path` by way of a neighbour that takes its name once it is complete, so that nobody ever
/// reads half a file and a failure leaves the old one.
pub(super) fn to_file(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let failed = |error: &io::Error| Error::at(path.display().to_string(), reason(error));
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => {
            return Err(Error::at(
                path.display().to_string(),
                "is a folder, expected a file; only --all writes into a folder",
            ));
        }
        // Devices and pipes are written to, never replaced.
        Ok(found) if !found.is_file() => {
            let device = OpenOptions::new().write(true).open(path);
            return device.and_then(|mut device| device.write_all(bytes)).map_err(|error| failed(&error));
        }
        _ => {}
    }
    // The file behind a link is replaced, not the link.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    check_folder(&target)?;
    let neighbour = neighbour(&target);
    let written = File::create_new(&neighbour)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&neighbour, &target));
    written.map_err(|error| {
        let _ = fs::remove_file(&neighbour);
        failed(&error)
    })
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

/// A hidden name in the same folder, so that taking the final name is one step of the file system.
fn neighbour(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.tmp", std::process::id()));
    path.with_file_name(name)
}

/// The system's reason in lower case, without the number that Rust adds.
fn reason(error: &io::Error) -> String {
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
    fn a_link_stays_a_link_and_a_device_stays_a_device() {
        let folder = folder("linked");
        let (path, link) = (folder.join("a.svg"), folder.join("link.svg"));
        fs::write(&path, "old").unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        to_file(&link, b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&path).unwrap(), b"new");
        to_file(Path::new("/dev/null"), b"gone").unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
        fs::remove_dir_all(folder).unwrap();
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
