//! A file while it is being written: under a name of its own, locked, so that a later run can tell whether anybody
//! still writes it.

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// How the names of drafts begin and end; between them are the process and a number. They are short: the names of
/// finished files may be as long as the system allows.
const NAME: [&str; 2] = [".county-chains-", ".tmp"];

/// Writes `bytes` as `target`, in one step for whoever reads it. A file that is replaced leaves its mode and, where
/// the system allows that, its owner to the new one.
pub(super) fn write(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let old = match OpenOptions::new().write(true).open(target) {
        Ok(file) => Some(file.metadata()?),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let folder = target.parent().unwrap_or(Path::new(""));
    clear_once(folder);
    let (mut file, path) = open(folder, old.is_some())?;
    let written = file
        .write_all(bytes)
        .and_then(|()| old.map_or(Ok(()), |old| inherit(&file, &old)))
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::rename(&path, target));
    written.inspect_err(|_| {
        let _ = fs::remove_file(&path);
    })
}

/// A new draft, locked. Nobody else may read it if it replaces a file that perhaps nobody else may read.
fn open(folder: &Path, is_private: bool) -> io::Result<(File, PathBuf)> {
    static NEXT: AtomicUsize = AtomicUsize::new(1);
    let [start, end] = NAME;
    loop {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!("{start}{}-{number}{end}", std::process::id()));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        if is_private {
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        }
        match options.open(&path) {
            // A run that clears the folder may have come between the two.
            Ok(file) if is_locked_by_us(&file) && path.exists() => return Ok((file, path)),
            Ok(_) => {}
            // A process of the same number on another machine, or a dead one whose drafts are not ours to remove.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
}

/// Gives a file the owner and the mode of the one that it replaces.
fn inherit(file: &File, old: &Metadata) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt as _, fchown};
        // Only root may give files away; the group is in the hands of its members.
        let _ = fchown(file, Some(old.uid()), None);
        let _ = fchown(file, None, Some(old.gid()));
    }
    file.set_permissions(old.permissions())
}

/// Removes what killed runs have left in a folder, once in this run.
fn clear_once(folder: &Path) {
    static CLEARED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
    let is_new = CLEARED.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.to_path_buf());
    if !is_new {
        return;
    }
    // An empty path is the folder in which the command runs.
    let listed = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    for entry in fs::read_dir(listed).into_iter().flatten().flatten() {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_file && entry.file_name().to_str().is_some_and(is_name) && is_left(&entry.path()) {
            // Without the right to do so it stays, and harms nobody.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether a file has the name of a draft.
fn is_name(name: &str) -> bool {
    let [start, end] = NAME;
    let numbers = name.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    numbers.and_then(|text| text.split_once('-')).is_some_and(|(one, two)| is_number(one) && is_number(two))
}

/// Whether nobody writes a draft any more: the system gives up the locks of a process that ends, however it ends.
#[cfg(unix)]
fn is_left(path: &Path) -> bool {
    File::open(path).is_ok_and(|file| lock(&file).is_ok())
}

/// Elsewhere nobody can tell, so that everything stays.
#[cfg(not(unix))]
fn is_left(_: &Path) -> bool {
    false
}

/// Whether a new draft is locked, or cannot be, since the file system knows no locks; then no other run gets one either.
#[cfg(unix)]
fn is_locked_by_us(file: &File) -> bool {
    lock(file) != Err(rustix::io::Errno::WOULDBLOCK)
}

#[cfg(not(unix))]
fn is_locked_by_us(_: &File) -> bool {
    true
}

#[cfg(unix)]
fn lock(file: &File) -> rustix::io::Result<()> {
    rustix::fs::flock(file, rustix::fs::FlockOperation::NonBlockingLockExclusive)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_drafts_are_names_of_drafts() {
        assert!(is_name(".county-chains-4711-1.tmp"));
        for name in [
            "county-chains-4711-1.tmp",
            ".county-chains-4711.tmp",
            ".county-chains-4711-.tmp",
            ".county-chains-4711-1.tmp~",
            ".county-chains-a-1.tmp",
            ".county-chains--1.tmp",
            ".a.svg.4711.tmp",
        ] {
            assert!(!is_name(name), "{name}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_draft_that_is_being_written_is_not_left() {
        let folder = std::env::temp_dir().join(format!("county-chains-draft-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (file, path) = open(&folder, false).unwrap();
        assert!(!is_left(&path));
        drop(file);
        assert!(is_left(&path));
        fs::remove_dir_all(folder).unwrap();
    }
}
