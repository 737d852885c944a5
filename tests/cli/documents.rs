//! What the documents say of the command: their examples run, and their pictures are what it draws.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use assert_cmd::cargo::cargo_bin;

use super::{bytes, folder, messages};

/// A document of the repository.
fn read(path: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn every_example_of_the_command_runs_and_finds_something() {
    let text = String::from_utf8(read("docs/command.md")).unwrap();
    let examples: Vec<&str> = text.lines().filter(|line| line.starts_with("county-chains ")).collect();
    assert!(examples.len() >= 17, "{} examples", examples.len());
    let folder = folder("documents");
    let program = Path::new(cargo_bin!("county-chains")).parent().unwrap();
    let path = env::join_paths(
        [program.to_owned()].into_iter().chain(env::split_paths(&env::var_os("PATH").unwrap())),
    );
    let path = path.unwrap();
    let own = |name: &str| read(&format!("tests/own/example/{name}"));
    fs::write(folder.join("countries.csv"), own("countries.csv")).unwrap();
    for example in examples {
        // Somebody has filled in what `init` has begun.
        if example.contains("datapackage.json") && !example.contains(" init ") {
            fs::write(folder.join("datapackage.json"), own("datapackage.json")).unwrap();
        }
        // The whole set takes seconds and has tests of its own; one table of it is enough here.
        let command = match example.split_once(" --all") {
            Some((start, rest)) => format!("{start} --all --chart tiers --format csv{rest}"),
            None => example.to_owned(),
        };
        let output =
            Command::new("sh").args(["-c", &command]).current_dir(&folder).env("PATH", &path).output();
        let output = output.unwrap();
        let said = messages(&output);
        // A machine without fonts names the package to install, and draws nothing.
        let lacks_font = command.contains(".png") && said.contains("font");
        assert!(output.status.success() || lacks_font, "{command}: {said}");
        assert!(!said.starts_with("none of"), "{command}: {said}");
    }
}

#[test]
fn the_pictures_of_the_front_pages_are_what_the_command_draws() {
    for (path, language) in [("docs/shares-en.svg", "en"), ("docs/shares-zh.svg", "zh-Hans")] {
        let drawn = bytes(&["render", "--chart", "shares", "--lang", language]);
        let cure = format!("county-chains render --chart shares --lang {language} -o {path}");
        assert!(read(path) == drawn, "{path} is another picture; write it anew: {cure}");
    }
}
