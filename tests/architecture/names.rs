//! Names and texts that may stand only in certain places, each with the sentence that says so.

use std::collections::BTreeSet;

use county_chains::dataset;

use super::{hold, sources};

/// A crate or a part of the standard library, where it may be named, and the rule.
const PATHS: [(&str, &[&str], &str); 18] = [
    ("web_sys", &["web/"], "the browser is named only in src/web"),
    ("js_sys", &["web/"], "the browser is named only in src/web"),
    ("wasm_bindgen", &["web/"], "the browser is named only in src/web"),
    ("serde_wasm_bindgen", &["web/"], "the browser is named only in src/web"),
    ("clap", &["cli/"], "the command line is named only in src/cli"),
    ("encoding_rs", &["cli/"], "other encodings than UTF-8 are read only in src/cli"),
    ("resvg", &["cli/"], "PNG for the terminal is drawn only in src/cli"),
    ("sha2", &["cli/"], "files are hashed only in src/cli"),
    ("indicatif", &["cli/"], "progress is shown only in src/cli"),
    ("rustix", &["cli/"], "files are locked only in src/cli"),
    ("std::fs", &["cli/"], "files are touched only in src/cli"),
    ("std::env", &["cli/"], "the environment is read only in src/cli"),
    ("std::process", &["cli/", "main.rs"], "processes are known only to src/cli"),
    ("std::time", &["cli/"], "only src/cli knows the time"),
    ("std::thread", &["cli/"], "only src/cli starts threads"),
    ("std::net", &[], "nothing of ours speaks to the network"),
    ("plotters", &["scene/scale.rs", "scene/axis.rs"], "plotters is named only by the scales of src/scene"),
    ("serde_json", &["paint/json.rs", "cli/"], "JSON is written by src/paint/json.rs"),
];

#[test]
fn platforms_and_libraries_are_named_only_in_their_place() {
    let mut found = Vec::new();
    for source in sources() {
        for (line, path) in source.paths() {
            let path = path.join("::");
            let is = |name: &str| path == name || path.starts_with(&format!("{name}::"));
            let rule = PATHS.iter().find(|(name, places, _)| is(name) && !source.is_in(places));
            found.extend(rule.map(|(_, _, rule)| format!("{}: {path} ({rule})", source.at(line))));
        }
    }
    hold("some names stand only in one place", &found);
}

/// The lines outside these places that such a thing stands in.
fn hold_outside(places: &[&str], rule: &str, is: impl Fn(&str) -> bool) {
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| !source.is_in(places)) {
        let lines = source.code.iter().enumerate().filter(|(_, line)| is(line));
        found.extend(lines.map(|(line, text)| format!("{}: {}", source.at(line), text.trim())));
    }
    hold(rule, &found);
}

#[test]
fn texts_are_formatted_only_where_the_wasm_has_none_of_it() {
    hold_outside(
        &["cli/", "reader/", "text_macro/", "data/codec/encoder.rs", "theme.rs"],
        "the wasm carries no formatting (pkg/tools/bundle/src/unused.rs): use word::text! and quantity",
        |line| ["format!", "format_args!", "to_string("].iter().any(|word| line.contains(word)),
    );
}

#[test]
fn colours_are_written_only_in_theme_and_color() {
    let digits = |text: &str| text.chars().take_while(char::is_ascii_hexdigit).count();
    let ends = |text: &str, at: usize| text.chars().nth(at).is_none_or(|next| !next.is_alphanumeric());
    let is = |line: &str| {
        let after = |sign: &str, lengths: &[usize]| {
            line.split(sign).skip(1).any(|rest| lengths.contains(&digits(rest)) && ends(rest, digits(rest)))
        };
        after("#", &[3, 6]) || after("0x", &[6])
    };
    hold_outside(&["theme.rs", "color.rs"], "a colour stands only in theme and color: name a role", is);
}

#[test]
fn chinese_words_stand_only_in_words_and_locale() {
    let is_han = |character: char| matches!(u32::from(character), 0x3400..=0x9FFF);
    hold_outside(
        // The help of the command shows an example search; columns of tables are known by their names.
        &["words/", "locale/", "cli/args.rs", "package/guess/words.rs"],
        "a sentence that a reader sees stands in src/words or in data: give it a name there",
        |line| line.split('"').skip(1).step_by(2).any(|text| text.contains(is_han)),
    );
}

/// Fails where one of the ids stands as a text outside of these places and of the white paper's charts.
fn hold_ids(places: &[&str], rule: &str, ids: &BTreeSet<&str>) {
    let places = [&["chart/white_paper/"], places].concat();
    hold_outside(&places, rule, |line| line.split('"').skip(1).step_by(2).any(|text| ids.contains(text)));
}

#[test]
fn a_facts_id_stands_only_in_data_and_in_the_charts_of_the_white_paper() {
    let dataset = dataset::embedded();
    let ids = dataset.facts.iter().map(|fact| fact.id).collect();
    hold_ids(&[], "a fact's id stands in data and in the charts of the white paper", &ids);
}

#[test]
fn an_indicators_id_stands_only_in_data_and_in_the_charts_of_the_white_paper() {
    let dataset = dataset::embedded();
    let ids = dataset.indicators.iter().map(|indicator| indicator.id).collect();
    // The command shows examples, and a column of facts.csv is called counties.
    let rule = "an indicator's id stands in data and in the charts of the white paper";
    hold_ids(&["cli/", "reader/lib.rs"], rule, &ids);
}

#[test]
fn every_file_says_first_what_it_is() {
    let sources = sources();
    let silent = sources.iter().filter(|source| !source.text.starts_with("//! "));
    let found: Vec<String> = silent.map(|source| format!("src/{}", source.path)).collect();
    hold("every file begins with //! and a sentence that says what it is", &found);
}

#[test]
fn no_module_is_named_after_nothing() {
    let nothing = ["util", "utils", "common", "helper", "helpers", "manager", "misc"];
    let sources = sources();
    let found = sources.iter().filter(|source| source.module().iter().any(|part| nothing.contains(&&**part)));
    let found: Vec<String> = found.map(|source| format!("src/{}", source.path)).collect();
    hold("a module is named after what it holds: no util, common, helpers, manager", &found);
}
