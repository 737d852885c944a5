//! Files and folders.

use std::fs;

use super::{bytes, failure, folder, messages, names, run, text};

#[test]
fn the_ending_of_the_file_decides_the_format_and_an_option_overrules_it() {
    let folder = folder("ending");
    let write = |name: &str, more: &[&str]| {
        let path = folder.join(name);
        let start = ["render", "-o", path.to_str().unwrap()];
        assert!(bytes(&[&start, more].concat()).is_empty(), "nothing goes to stdout");
        fs::read(path).unwrap()
    };
    assert!(write("a.CSV", &[]).starts_with(b"\xEF\xBB\xBF"));
    assert!(write("a.html", &[]).starts_with(b"<figure"));
    assert!(write("a.feed.html", &["--base", "https://example.org/"]).starts_with(b"<p"));
    assert!(write("a.json", &[]).starts_with(b"{"));
    assert!(write("a", &[]).starts_with(b"<svg"));
    assert!(write("a.html", &["--format", "svg"]).starts_with(b"<svg"));
    assert_eq!(
        names(&folder),
        ["a", "a.CSV", "a.feed.html", "a.html", "a.json"],
        "and no other file is left"
    );
    assert_eq!(text(&["render", "-o", "-"]), text(&["render"]));
}

#[test]
fn a_folder_or_a_path_without_folder_fails_with_its_name() {
    let folder = folder("places");
    let missing = folder.join("no/a.svg");
    let message = failure(&["render", "-o", folder.to_str().unwrap()], 1);
    assert!(message.contains("is a folder") && message.contains("places"), "{message}");
    let message = failure(&["render", "-o", missing.to_str().unwrap()], 1);
    assert!(message.contains("there is no folder"), "{message}");
    assert!(names(&folder).is_empty(), "nothing was made");
}

#[test]
fn an_option_without_effect_is_told_and_no_error() {
    for (arguments, option) in [
        (["render", "--chart", "map", "--indicator", "gdp"], "--indicator"),
        (["render", "--chart", "six-ones", "--tiers", "1"], "--tiers"),
        (["render", "--chart", "tiers", "--county", "350582"], "--county"),
        (["render", "--chart", "tiers", "--scale", "3"], "--scale"),
        (["render", "--chart", "tiers", "--picture", "https://example.org/a.png"], "--picture"),
    ] {
        let output = run(&arguments);
        assert_eq!(output.status.code(), Some(0));
        assert!(messages(&output).starts_with(&format!("note: {option} changes nothing")), "{arguments:?}");
    }
}
