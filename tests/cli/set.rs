//! The whole set: which files there are, and what is told of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::OnceLock;

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::skip::skipped;
use super::{LANGUAGES, bytes, charts, folder, json, messages, names, run, text};

pub(crate) const BASE: &str = "https://example.org/cc/";

/// A set of one chart that was written once for all tests, and what the command said.
pub(crate) struct Set {
    pub(crate) folder: PathBuf,
    output: Output,
}

/// The set of the chart `shares`. Nothing on a machine without Chinese fonts, where the command must say what to
/// install.
pub(crate) fn set() -> Option<&'static Set> {
    static SET: OnceLock<Set> = OnceLock::new();
    let set = SET.get_or_init(|| {
        let folder = folder("set").join("made");
        let path = folder.to_str().unwrap();
        let output = run(&["render", "--chart", "shares", "--all", "--base", BASE, "-o", path]);
        Set { folder, output }
    });
    if set.output.status.code() == Some(1) {
        let messages = messages(&set.output);
        assert!(messages.contains("shares-") && messages.contains("fonts-noto"), "{messages}");
        skipped(&format!("this machine has no font for the pictures of the set: {}", messages.trim_end()));
        return None;
    }
    assert_eq!(set.output.status.code(), Some(0), "{}", messages(&set.output));
    Some(set)
}

/// The names of all files under a folder.
pub(crate) fn tree(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for name in names(&folder.to_path_buf()) {
        let path = folder.join(&name);
        if path.is_dir() {
            found.extend(tree(&path).iter().map(|inner| format!("{name}/{inner}")));
        } else {
            found.insert(name);
        }
    }
    found
}

fn entries(folder: &Path) -> Vec<Value> {
    let metadata: Value = serde_json::from_slice(&fs::read(folder.join("metadata.json")).unwrap()).unwrap();
    metadata["files"].as_array().unwrap().clone()
}

#[test]
fn the_set_of_a_chart_has_these_files_and_no_others() {
    let Some(set) = set() else { return };
    let mut expected = BTreeSet::from(["metadata.json".to_owned()]);
    for lang in LANGUAGES {
        for theme in ["light", "dark"] {
            expected.extend(["svg", "png", "html"].map(|ending| format!("shares-{lang}-{theme}.{ending}")));
        }
        expected.extend(["csv", "feed.html"].map(|ending| format!("shares-{lang}.{ending}")));
        expected.insert(format!("pages/shares-{lang}.html"));
        expected.insert(format!("oembed/shares-{lang}.json"));
    }
    assert_eq!(tree(&set.folder), expected);
    assert!(set.output.stdout.is_empty());
    let messages = messages(&set.output);
    let lines: Vec<&str> = messages.lines().collect();
    assert_eq!(lines.len(), 10, "a line for each tenth, and the last: {messages}");
    assert_eq!(lines[0], "3 of 30 files");
    assert!(lines[9].starts_with("wrote 31 files to "), "{messages}");
}

#[test]
fn the_set_holds_what_the_command_writes_of_each() {
    let Some(set) = set() else { return };
    let start = ["render", "--chart", "shares", "--lang", "en", "--base", BASE];
    for (file, more) in [
        ("shares-en-dark.svg", &["--theme", "dark"][..]),
        ("shares-en-light.png", &["--theme", "light", "--format", "png"]),
        ("shares-en-dark.html", &["--theme", "dark", "--format", "html"]),
        ("shares-en.csv", &["--format", "csv"]),
        ("shares-en.feed.html", &["--format", "feed"]),
    ] {
        assert!(fs::read(set.folder.join(file)).unwrap() == bytes(&[&start, more].concat()), "{file}");
    }
}

#[test]
fn the_metadata_agrees_with_the_files() {
    let Some(set) = set() else { return };
    let entries = entries(&set.folder);
    let mut listed: BTreeSet<String> =
        entries.iter().map(|entry| entry["file"].as_str().unwrap().to_owned()).collect();
    assert_eq!(listed.len(), entries.len());
    listed.insert("metadata.json".to_owned());
    assert_eq!(listed, tree(&set.folder));
    for entry in &entries {
        let said = |name: &str| entry[name].as_str().unwrap_or_else(|| panic!("no {name} in {entry}"));
        let content = fs::read(set.folder.join(said("file"))).unwrap();
        assert_eq!(entry["bytes"], content.len());
        let hash: String = Sha256::digest(&content).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(said("sha256"), hash);
        let parts = said("file").rsplit('/').next().unwrap();
        assert!(parts.starts_with(&format!("{}-{}", said("chart"), said("language"))), "{parts}");
        assert_eq!(entry["theme"].is_string(), ["svg", "png", "html"].contains(&said("format")));
        let told = json(&["render", "--chart", "shares", "--lang", said("language"), "--format", "json"]);
        assert_eq!(entry["title"], told["heading"]);
        assert!(said("description").starts_with(said("title")));
        assert!(said("description").ends_with(told["summary"].as_str().unwrap()));
        assert_eq!(entry["edition"], told["edition"]);
        assert!(
            !said("source").is_empty() && entry["notes"].as_array().is_some_and(|notes| !notes.is_empty())
        );
        assert!(said("link").starts_with(&format!("{BASE}embed.html?chart=shares&")));
        assert_eq!(size_told(entry), size_of(said("mediaType"), &content), "{}", said("file"));
    }
}

fn size_told(entry: &Value) -> [Option<u64>; 2] {
    ["width", "height"].map(|side| entry[side].as_u64())
}

/// The size that a picture has by itself.
fn size_of(media_type: &str, content: &[u8]) -> [Option<u64>; 2] {
    match media_type {
        "image/png" => {
            [16, 20].map(|at| Some(u64::from(u32::from_be_bytes(content[at..at + 4].try_into().unwrap()))))
        }
        "image/svg+xml" => {
            let svg = std::str::from_utf8(content).unwrap();
            let document = roxmltree::Document::parse(svg).unwrap();
            let side = |name| document.root_element().attribute(name)?.parse::<f64>().ok();
            ["width", "height"].map(|name| side(name).map(|side: f64| side.round() as u64))
        }
        _ => {
            assert!(["text/html", "text/csv", "application/json"].contains(&media_type), "{media_type}");
            [None, None]
        }
    }
}

#[test]
fn all_writes_every_chart_language_and_theme() {
    let folder = folder("all");
    let path = folder.to_str().unwrap();
    bytes(&["render", "--all", "--format", "svg", "-o", path]);
    let mut expected = BTreeSet::from(["metadata.json".to_owned()]);
    for chart in charts() {
        for lang in LANGUAGES {
            expected.extend(["light", "dark"].map(|theme| format!("{chart}-{lang}-{theme}.svg")));
        }
    }
    assert_eq!(tree(&folder), expected);
    let svg = fs::read_to_string(folder.join("map-en-dark.svg")).unwrap();
    assert_eq!(svg, text(&["render", "--chart", "map", "--lang", "en", "--theme", "dark"]));
}

#[test]
fn all_keeps_to_what_is_chosen() {
    let folder = folder("chosen");
    let path = folder.to_str().unwrap();
    bytes(&["render", "--all", "--lang", "en", "--theme", "dark", "--format", "html", "-o", path]);
    let expected = charts().into_iter().map(|chart| format!("{chart}-en-dark.html"));
    assert_eq!(tree(&folder), expected.chain(["metadata.json".to_owned()]).collect());
}

#[test]
fn without_an_address_nothing_names_one() {
    let folder = folder("nowhere");
    let path = folder.to_str().unwrap();
    for format in ["svg", "html", "csv", "json"] {
        bytes(&["render", "--all", "--chart", "map", "--lang", "en", "--format", format, "-o", path]);
        for name in tree(&folder) {
            let text = fs::read_to_string(folder.join(&name)).unwrap();
            for address in ["href=", "src=", "embed.html", "\"link\"", "\"url\"", "contentUrl", "charts/"] {
                assert!(!text.contains(address), "{name} has {address}");
            }
        }
    }
    assert_eq!(tree(&folder).iter().filter(|name| name.contains('/')).count(), 0, "no pages");
}

#[test]
fn a_file_that_cannot_be_written_is_named_and_the_others_are_whole() {
    let folder = folder("broken");
    let blocked = folder.join("map-en-dark.html");
    fs::create_dir(&blocked).unwrap();
    fs::write(folder.join("old.txt"), "old").unwrap();
    let path = folder.to_str().unwrap();
    let output = run(&["render", "--all", "--chart", "map", "--format", "html", "-o", path]);
    assert_eq!(output.status.code(), Some(1));
    let message = messages(&output);
    assert!(message.contains("map-en-dark.html") && message.contains("is a folder"), "{message}");
    let names = names(&folder);
    assert!(names.contains(&"old.txt".to_owned()), "nothing is deleted");
    assert!(!names.contains(&"metadata.json".to_owned()), "a set that is not whole is not listed");
    for name in names.iter().filter(|name| name.ends_with(".html") && *name != "map-en-dark.html") {
        let html = fs::read_to_string(folder.join(name)).unwrap();
        assert!(html.starts_with("<figure") && html.trim_end().ends_with("</figure>"), "{name}");
    }
    assert!(!names.iter().any(|name| name.ends_with(".tmp")), "{names:?}");
}

/// Its charts are some fraction of a pixel high.
#[test]
fn sizes_are_told_as_the_pictures_have_them() {
    if set().is_none() {
        return;
    }
    let folder = folder("fractions");
    let path = folder.to_str().unwrap();
    bytes(&["render", "--chart", "clusters", "--all", "--theme", "light", "--base", BASE, "-o", path]);
    let pictures = entries(&folder).into_iter().filter(|entry| entry["format"] == "png");
    let mut count = 0;
    for entry in pictures {
        let content = fs::read(folder.join(entry["file"].as_str().unwrap())).unwrap();
        assert_eq!(size_told(&entry), size_of("image/png", &content), "{}", entry["file"]);
        count += 1;
    }
    assert_eq!(count, LANGUAGES.len());
}
