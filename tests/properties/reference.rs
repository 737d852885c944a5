//! The reference and the types say of each attribute what the table of attributes says.
//!
//! `UPDATE_REFERENCE=1 cargo test --test properties reference` writes the tables of `docs/reference.md` anew.

use std::fs;
use std::path::{Path, PathBuf};

use county_chains::widget::{
    ATTRIBUTES, Attribute, Controls, List, Place, ThemeChoice, ViewKind, default_of,
};
use county_chains::word::Keyword;

use super::support::{dataset, indicators};

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn read(name: &str) -> String {
    fs::read_to_string(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What a page can set at such a place.
fn set_at(place: Place) -> impl Iterator<Item = &'static Attribute> {
    ATTRIBUTES.iter().filter(move |attribute| attribute.place == place)
}

/// Words as the reference writes them.
fn codes(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(" ")
}

fn value(attribute: &Attribute) -> String {
    let about = attribute.about.value.replace("{indicators}", &codes(&indicators()));
    about.replace("{views}", &codes(&ViewKind::words())).replace("{controls}", &codes(&Controls::WORDS))
}

/// The row of an attribute in the first table, or of another part of the state in the second.
fn row(attribute: &Attribute) -> String {
    let Attribute { name, about, .. } = attribute;
    let value = value(attribute);
    if attribute.place == Place::State {
        return format!("| `{name}` | {value} |\n");
    }
    let default = default_of(attribute, dataset()).map(|default| format!("`{default}`"));
    let default = if about.default.is_empty() { default.unwrap() } else { about.default.to_owned() };
    format!("| `{name}` | {value} | {default} |\n")
}

/// `text` with the rows that begin with the names of `place` written anew; they stand together.
fn written(text: &str, place: Place) -> String {
    let first = set_at(place).next().unwrap();
    let head = if place == Place::Tag {
        "| attribute | value | default |\n|---|---|---|\n"
    } else {
        "| part of `state` | |\n|---|---|\n"
    };
    let (before, rest) = text.split_once(head).unwrap_or_else(|| panic!("no table with `{}`", first.name));
    // What only the script knows stands below.
    let end = rest
        .find("| `loading` |")
        .filter(|_| place == Place::Tag)
        .or_else(|| rest.find("\n\n").map(|end| end + 1));
    let rows: String = set_at(place).map(row).collect();
    [before, head, &rows, &rest[end.unwrap()..]].concat()
}

#[test]
fn the_reference_says_what_the_table_of_attributes_says() {
    let before = read("docs/reference.md");
    let after = written(&written(&before, Place::Tag), Place::State);
    let mut reflected: Vec<String> = Vec::new();
    for attribute in ATTRIBUTES.iter().filter(|attribute| attribute.is_reflected) {
        reflected.push(format!("`{}`", attribute.name));
    }
    let last = reflected.pop().unwrap();
    let sentence = format!("it updates the attributes {} and {last}.", reflected.join(", "));
    assert!(after.contains(&sentence), "docs/reference.md does not say {sentence:?}");
    if std::env::var_os("UPDATE_REFERENCE").is_some() {
        fs::write(path("docs/reference.md"), after).unwrap();
    } else {
        let cure = "UPDATE_REFERENCE=1 cargo test --test properties reference";
        assert!(before == after, "docs/reference.md has other attributes; write them anew: {cure}");
    }
}

/// The interface or class of this name in a declaration.
fn declared<'a>(types: &'a str, head: &str) -> &'a str {
    let (_, rest) = types.split_once(head).unwrap_or_else(|| panic!("no {head}"));
    rest.split_once("\n}\n").unwrap().0
}

#[test]
fn the_types_have_the_attributes_the_parts_of_the_state_and_their_defaults() {
    let (element, tag) = (read("www/element.d.ts"), read("www/attributes.d.ts"));
    let state = declared(&element, "export interface CountyChainsState {\n");
    let class = declared(&element, "export declare class CountyChainsElement");
    let own = declared(&tag, "export interface OwnAttributes {\n");
    for attribute in set_at(Place::Tag).chain(set_at(Place::State)) {
        let name = attribute.name;
        // As the types write the name of a part, and of the property.
        let (part, property) = match name.split_once('-') {
            Some((first, rest)) => {
                let (initial, rest) = rest.split_at(1);
                (format!("\"{name}\""), format!("{first}{}{rest}", initial.to_uppercase()))
            }
            None => (name.to_owned(), name.to_owned()),
        };
        assert!(
            state.contains(&format!("\n  {part}: ")) || state.starts_with(&format!("  {part}: ")),
            "state: {name}"
        );
        if attribute.place == Place::State {
            continue;
        }
        // Elements of every kind have `lang`.
        assert!(name == "lang" || own.contains(&format!("  {part}?: ")), "attributes.d.ts: {name}");
        let (before, _) =
            class.split_once(&format!("\n  get {property}(): ")).unwrap_or_else(|| panic!("class: {name}"));
        let note = before.lines().last().unwrap();
        // All words there are need no names.
        let default = default_of(attribute, dataset()).filter(|_| attribute.list != Some(List::Words));
        match default {
            Some(default) => assert!(note.ends_with(&format!("@default \"{default}\" */")), "{name}: {note}"),
            None => assert!(!note.contains("@default"), "{name}: {note}"),
        }
    }
    let members = state.lines().filter(|line| !line.trim_start().starts_with('/')).count();
    let parts = set_at(Place::Tag).chain(set_at(Place::State)).count();
    assert_eq!(members, parts, "parts of the state");
}

#[test]
fn the_types_name_every_word_of_a_closed_list() {
    let types = read("www/element.d.ts");
    let lists = [
        ("ViewName", ViewKind::words()),
        ("ThemeName", ThemeChoice::words()),
        ("ControlName", Controls::WORDS.to_vec()),
    ];
    for (name, words) in lists {
        let (_, rest) =
            types.split_once(&format!("export type {name} =")).unwrap_or_else(|| panic!("no {name}"));
        let named: Vec<&str> = rest.split(';').next().unwrap().split('"').skip(1).step_by(2).collect();
        assert_eq!(named, words, "{name}");
    }
}
