//! What becomes of the files that are there already.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown, symlink};
use std::path::Path;

use super::{bytes, failure, folder, names};

fn write(path: &Path) {
    assert!(bytes(&["render", "-o", path.to_str().unwrap(), "--format", "svg"]).is_empty());
}

fn is_chart(path: &Path) -> bool {
    fs::read(path).unwrap().starts_with(b"<svg")
}

#[test]
fn a_file_that_is_replaced_keeps_its_mode_and_its_owner() {
    let folder = folder("mode");
    for mode in [0o600, 0o640, 0o666, 0o755] {
        let path = folder.join(format!("{mode:o}.svg"));
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        // Only root can give a file to somebody else; the others keep what is theirs.
        let owner = if chown(&path, Some(4711), Some(4711)).is_ok() {
            4711
        } else {
            fs::metadata(&path).unwrap().uid()
        };
        write(&path);
        let found = fs::metadata(&path).unwrap();
        assert!(is_chart(&path));
        assert_eq!(format!("{:o}", found.mode() & 0o7777), format!("{mode:o}"));
        assert_eq!(found.uid(), owner);
    }
}

#[test]
fn a_file_that_is_read_only_is_left_alone() {
    let path = folder("read-only").join("a.svg");
    fs::write(&path, "old").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    let message = failure(&["render", "-o", path.to_str().unwrap()], 1);
    assert!(message.contains("a.svg: is read-only"), "{message}");
    assert_eq!(fs::read(&path).unwrap(), b"old");
}

#[test]
fn links_stay_links_and_the_file_behind_them_is_written_there_or_not() {
    let folder = folder("links");
    fs::create_dir(folder.join("there")).unwrap();
    fs::write(folder.join("there/old.svg"), "old").unwrap();
    for (link, to) in [
        ("old.svg", "there/old.svg"),
        ("dangling.svg", "there/new.svg"),
        ("twice.svg", "dangling.svg"),
        ("folder", "there"),
        ("there/up.svg", "../beside.svg"),
    ] {
        symlink(to, folder.join(link)).unwrap();
    }
    let full = folder.join("there/full.svg");
    symlink(&full, folder.join("full.svg")).unwrap();
    for (link, file) in [
        ("old.svg", "there/old.svg"),
        ("twice.svg", "there/new.svg"),
        ("dangling.svg", "there/new.svg"),
        ("folder/up.svg", "beside.svg"),
        ("full.svg", "there/full.svg"),
    ] {
        write(&folder.join(link));
        assert!(fs::symlink_metadata(folder.join(link)).unwrap().is_symlink(), "{link}");
        assert!(is_chart(&folder.join(file)), "{link}");
    }
}

#[test]
fn a_link_to_nowhere_is_an_error_and_stays() {
    let folder = folder("nowhere");
    symlink("two.svg", folder.join("one.svg")).unwrap();
    symlink("one.svg", folder.join("two.svg")).unwrap();
    symlink("no/file.svg", folder.join("three.svg")).unwrap();
    for (link, reason) in [("one.svg", "too many links"), ("three.svg", "there is no folder")] {
        let message = failure(&["render", "-o", folder.join(link).to_str().unwrap()], 1);
        assert!(message.contains(reason), "{message}");
        assert!(fs::symlink_metadata(folder.join(link)).unwrap().is_symlink());
    }
    assert_eq!(names(&folder), ["one.svg", "three.svg", "two.svg"]);
}

#[test]
fn names_may_be_as_long_as_the_system_allows() {
    let folder = folder("long");
    for name in ["a".repeat(255), "文".repeat(85), format!("{}.svg", "b".repeat(251))] {
        write(&folder.join(&name));
        assert!(is_chart(&folder.join(&name)));
    }
    let message = failure(&["render", "-o", folder.join("a".repeat(256)).to_str().unwrap()], 1);
    assert!(message.contains("file name too long"), "{message}");
    assert_eq!(names(&folder).len(), 3);
}

#[test]
fn what_a_killed_run_has_left_is_removed_by_the_next_one_and_nothing_else() {
    let folder = folder("left");
    let foreign = [".a.svg.tmp", ".county-chains-x-1.tmp", "county-chains-1-1.tmp"];
    for name in foreign.iter().chain(&[".county-chains-1-1.tmp", ".county-chains-4194305-60.tmp"]) {
        fs::write(folder.join(name), "half a file").unwrap();
    }
    symlink(".a.svg.tmp", folder.join(".county-chains-2-2.tmp")).unwrap();
    fs::create_dir(folder.join(".county-chains-3-3.tmp")).unwrap();
    write(&folder.join("a.svg"));
    let mut expected = foreign.to_vec();
    expected.extend([".county-chains-2-2.tmp", ".county-chains-3-3.tmp", "a.svg"]);
    expected.sort_unstable();
    assert_eq!(names(&folder), expected);
}

#[test]
fn the_set_may_go_into_a_folder_behind_a_link() {
    let folder = folder("linked-set");
    fs::create_dir(folder.join("there")).unwrap();
    fs::write(folder.join("there/.county-chains-1-1.tmp"), "half a file").unwrap();
    symlink("there", folder.join("link")).unwrap();
    let link = folder.join("link");
    bytes(&[
        "render",
        "--all",
        "--chart",
        "tiers",
        "--lang",
        "en",
        "--format",
        "svg",
        "-o",
        link.to_str().unwrap(),
    ]);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(names(&folder.join("there")), ["metadata.json", "tiers-en-dark.svg", "tiers-en-light.svg"]);
}
