//! Wrong usage, help, and readers who leave early.

use std::fs;
use std::io::Read as _;
use std::process::Stdio;

use assert_cmd::cargo::cargo_bin;

use super::skip::skipped;
use super::{LANGUAGES, charts, failure, messages, text};

#[test]
fn wrong_usage_names_what_is_allowed() {
    let cases: &[(&[&str], &[&str])] = &[
        (&["render", "--chart", "pie"], &charts()),
        (&["render", "--indicator", "x"], &["gdp", "counties", "chains", "growth", "county-share"]),
        (&["render", "--tiers", ""], &["no tier is named", "all or none"]),
        (&["render", "--tiers", "1,9"], &["\"9\"", "1, 2, 3, 4", "all or none"]),
        (&["render", "--county", "1"], &["GB/T 2260", "350582", "--chart map --format csv"]),
        (&["render", "--county", "Jinjiang"], &["350582"]),
        (&["render", "--county", "晋江市"], &["350582"]),
        (&["render", "--lang", "fr"], &LANGUAGES),
        (&["render", "--theme", "blue"], &["light", "dark"]),
        (&["render", "--format", "gif"], &["svg", "png", "html", "feed", "csv", "json"]),
        (&["render", "--width", "199"], &["200 to 2000"]),
        (&["render", "--width", "2001"], &["200 to 2000"]),
        (&["render", "--width", "wide"], &["--width", "200 to 2000"]),
        (&["render", "-o", "tiers.gif"], &["gif", "svg, png", "--format"]),
        (&["render", "--scale", "9"], &["1..=8"]),
        (&["render", "--all"], &["--output"]),
        (&["render", "--all", "-o", "-"], &["-o DIR"]),
        (&["render", "--format", "feed"], &["--base", "full addresses"]),
        (&["render", "--all", "--format", "feed", "-o", "x"], &["--base", "full addresses"]),
        (
            &["render", "--format", "feed", "--base", "https://example.org/", "--tiers", "1"],
            &["--picture URL", "--format png"],
        ),
        (&["render", "--files", "https://example.org/"], &["--base"]),
        (&["render", "--base", "charts/"], &["https://"]),
        (&["render", "--picture", "a.png"], &["https://"]),
        (&["render", "--all", "--picture", "https://example.org/a.png", "-o", "x"], &["--picture"]),
        (&["render", "--all", "--heading", "x", "-o", "x"], &["--heading"]),
        (&["facts", "--format", "svg"], &["table", "json", "csv"]),
        (&["cite", "--lang", "fr"], &LANGUAGES),
        (&["draw"], &["draw"]),
        (&[], &["render", "validate", "init", "facts", "cite"]),
    ];
    for (arguments, expected) in cases {
        let message = failure(arguments, 2);
        for word in *expected {
            assert!(message.contains(word), "{arguments:?} does not name {word}: {message}");
        }
    }
}

#[test]
fn help_teaches_and_promises_nothing_that_is_not_there() {
    let render = text(&["render", "--help"]);
    for word in charts().iter().chain(&[
        "Examples:",
        "--indicator",
        "gdp-per-county",
        "200 to 2000",
        "CSS pixels",
        "metadata.json",
        "oembed/tiers-en.json",
        "pages/tiers-en.html",
        "JSON-LD",
        "--files <URL>",
        "--picture <URL>",
    ]) {
        assert!(render.contains(word), "{word}");
    }
    let commands = ["validate", "init", "facts", "cite"].map(|command| text(&[command, "--help"]));
    assert!([&render, &commands[2], &commands[3]].iter().all(|help| help.contains("--data <FILE>")));
    let all = [text(&["--help"]), render].concat() + &commands.concat();
    assert!(!all.contains('\u{1B}'), "no colours in a pipe");
    assert!(text(&["--version"]).starts_with("county-chains "));
}

#[test]
fn a_closed_pipe_is_no_error() {
    // More than a pipe holds, so that the command is still writing when its reader leaves.
    let mut child = std::process::Command::new(cargo_bin!("county-chains"))
        .args(["facts", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut [0]).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(messages(&output), "");
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_an_error() {
    let Ok(full) = fs::OpenOptions::new().write(true).open("/dev/full") else {
        return skipped("this system has no /dev/full to write to, so no disk is full");
    };
    for arguments in [&["cite"][..], &["render"], &["--help"], &["render", "--help"], &["--version"]] {
        let output = std::process::Command::new(cargo_bin!("county-chains"))
            .args(arguments)
            .stdout(full.try_clone().unwrap())
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(messages(&output).starts_with("error: stdout: "), "{}", messages(&output));
    }
}
