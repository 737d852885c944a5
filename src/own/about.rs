//! What is said of the data as a whole: source, citation, licence, method.

use super::words::{in_all, same, told, words};
use crate::dataset::{Category, Passage, Source};
use crate::language::{Language, Localized};
use crate::locale::{Locale, render};
use crate::package::{self, License, Package};
use crate::text::is_wide;
use crate::word::{ends_alike, joined, text};

/// What the dataset is cited as: all its sources in a line.
pub(super) fn source(package: &Package) -> Source {
    let list = |language: Language| {
        let sources: Vec<String> = package.sources.iter().map(|source| line(source, language)).collect();
        joined(Locale::own(language).ui.semicolon, sources.iter().map(String::as_str))
    };
    let first = package.sources.first();
    let terms = in_all(|language| names_of(&package.licenses, language));
    // Machines are told the first address alone.
    let address = package.licenses.iter().map(|license| license.path).find(|path| !path.is_empty());
    Source {
        id: package.name,
        name: package.title,
        edition: package.edition,
        edition_short: package.edition,
        publisher: first.map_or(Localized::EMPTY, |source| source.publisher),
        title: in_all(list),
        citation: in_all(|language| citation(package, language)),
        licence: terms.en,
        terms,
        licence_address: address.unwrap_or_default(),
        address: first.map_or("", |source| source.path),
        ..Source::EMPTY
    }
}

/// The title of a source; one without is called by its address.
fn title_of(source: &package::Source, language: Language) -> &'static str {
    if source.title.is_empty() { source.path } else { source.title.get(language) }
}

/// Publisher and title of a source.
fn line(source: &package::Source, language: Language) -> String {
    let (publisher, title) = (source.publisher.get(language), title_of(source, language));
    if publisher.is_empty() {
        return title.to_owned();
    }
    render(words(language).about.source, &[("publisher", publisher), ("title", title)])
}

/// The dataset by its first source, as APA wants it in English and GB/T 7714 in Chinese: publisher, year, title, version, title of
/// the source and address, as far as they are there.
fn citation(package: &Package, language: Language) -> String {
    let Some(source) = package.sources.first() else {
        return String::new();
    };
    let title = match package.title.get(language) {
        "" => title_of(source, language),
        title => title,
    };
    let path = if title == source.path { "" } else { source.path };
    // The names of some offices end with a full stop of their own.
    let publisher = source.publisher.get(language).trim_end_matches('.');
    let origin = source.title.get(language).trim_end_matches('.');
    let origin = if origin.len() == title.len() && ends_alike(origin, title) { "" } else { origin };
    let (year, version) = year_and_version(package, language);
    let bracketed = |text: &str| if text.is_empty() { String::new() } else { text!("({text})") };
    let mut parts = vec![publisher.to_owned()];
    if language == Language::En {
        let gap = if version.is_empty() { "" } else { " " };
        let version = bracketed(&version);
        let title = text!("{title}{gap}{version} [Data set]");
        let year = bracketed(if year.is_empty() { "n.d." } else { year });
        // The year is second, also where the title takes the place of the publisher.
        parts.extend(if publisher.is_empty() { [title, year] } else { [year, title] });
    } else {
        let kind = if path.is_empty() { "[DS]" } else { "[DS/OL]" };
        parts.extend([text!("{title}{kind}"), version, bracketed(year)]);
    }
    parts.extend([origin, path].map(str::to_owned));
    let parts = joined(". ", parts.iter().map(String::as_str).filter(|part| !part.is_empty()));
    // An address that ends with a full stop would lead elsewhere.
    let stop = if path.is_empty() { "." } else { "" };
    text!("{parts}{stop}")
}

/// The year of the dataset, if its version or its edition is one, and the words for a version that is none.
fn year_and_version(package: &Package, language: Language) -> (&'static str, String) {
    if let Some(year) = year_of(package.version) {
        return (year, String::new());
    }
    let year = Language::ALL.into_iter().find_map(|language| year_of(package.edition.get(language)));
    let version = if package.version.starts_with(|first: char| first.is_ascii_digit()) {
        render(words(language).about.cited_version, &[("version", package.version)])
    } else {
        // A word says itself what it is.
        package.version.to_owned()
    };
    (year.unwrap_or_default(), version)
}

/// The year that a text is: 2024, in Chinese with a sign behind it.
fn year_of(text: &'static str) -> Option<&'static str> {
    let (year, sign) = text.split_at_checked(4)?;
    let is_year = year.starts_with(['1', '2']) && year.bytes().all(|byte| byte.is_ascii_digit());
    let is_alone = sign.chars().count() <= 1 && sign.chars().all(is_wide);
    (is_year && is_alone).then_some(year)
}

/// The words for whether a class is given.
pub(super) fn grounds() -> Vec<Category> {
    let given = Category { key: "named", ..Category::EMPTY };
    let unknown = told(|words| words.about.class_not_given, &[]);
    let implied = Category { key: "implied", ..Category::EMPTY };
    let not_given = Category { key: "not given", name: unknown, ..Category::EMPTY };
    vec![given, implied, not_given, Category { key: "not included", ..Category::EMPTY }]
}

/// The texts that readers open.
pub(super) fn passages(package: &Package) -> Vec<Passage> {
    let about = |head, text| Passage { key: "about", head, text };
    let mut passages = vec![
        about(told(|words| words.about.what, &[]), what(package)),
        about(told(|words| words.about.method[0], &[]), told(|words| words.about.method[1], &[])),
    ];
    for source in &package.sources {
        let text = in_all(|language| {
            let mut line = line(source, language);
            if !source.version.is_empty() {
                let values = [("source", &*line), ("version", source.version)];
                line = render(words(language).about.version, &values);
            }
            if source.path.is_empty() || source.title.is_empty() {
                return line;
            }
            text!("{line}{Locale::own(language).ui.comma}{source.path}")
        });
        passages.push(about(told(|words| words.about.sources, &[]), text));
    }
    for license in &package.licenses {
        passages.push(about(told(|words| words.about.licenses, &[]), terms(license)));
    }
    passages.extend(package.notes.iter().map(|note| about(told(|words| words.about.notes, &[]), *note)));
    let total = [("title", package.title), ("total", same("{total}"))];
    let facts = if package.facts.len() == 1 {
        told(|words| words.headlines.facts[0], &total)
    } else {
        told(|words| words.headlines.facts[1], &total)
    };
    passages.extend(["facts-heading", "facts-caption"].map(|key| Passage {
        key,
        text: facts,
        ..Passage::EMPTY
    }));
    passages
}

fn what(package: &Package) -> Localized {
    if package.edition.is_empty() {
        return package.title;
    }
    told(|words| words.about.what_text, &[("title", package.title), ("edition", package.edition)])
}

/// What all licences are called beside the source, each once.
fn names_of(licenses: &[License], language: Language) -> String {
    let mut names: Vec<&str> = Vec::new();
    for name in licenses.iter().map(|license| name_of(license).get(language)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    joined(Locale::own(language).ui.semicolon, names.into_iter())
}

/// What a licence is called where there is room for a word. Names that begin with `other` say nothing.
fn name_of(license: &License) -> Localized {
    let name = if license.name.starts_with("other") { "" } else { license.name };
    let names = [same(name), same(license.path), license.title, same(license.name)];
    names.into_iter().find(|name| !name.is_empty()).unwrap_or_default()
}

/// Name and address of a licence.
fn terms(license: &License) -> Localized {
    in_all(|language| {
        let title = license.title.get(language);
        let title = if title.is_empty() { license.name } else { title };
        let gap = if license.path.is_empty() { "" } else { Locale::own(language).ui.comma };
        text!("{title}{gap}{license.path}")
    })
}
