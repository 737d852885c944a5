//! Reads the descriptor: languages, names, sources, terms, units; then the tables, what is derived, and the stories.

use county_chains_data::dataset::{Noun, Unit, UnitKind};
use county_chains_data::language::Localized;
use county_chains_data::word::text;
use jsonc_parser::ast::Value;

use crate::languages::{Languages, is_tag};
use crate::plan::Plan;
use crate::walk::{Members, NAME, Node, SENTENCE, SHORT, Walk};
use crate::{Classes, Code, License, Package, Source, limits, resource, stories, suggest};

/// The units that need not be declared.
pub(crate) const RESERVED: [&str; 3] = ["percent", "yuan-100m", "rank"];

/// Reads the descriptor. Gives the data that it holds itself, with the indexes of their tables.
pub(crate) fn read<'a>(walk: &mut Walk<'_, 'a>, root: &Node<'a>) -> Option<(Plan, Vec<(usize, Node<'a>)>)> {
    let members = walk.members(root)?;
    walk.languages = languages(walk, &members);
    let mut plan = Plan {
        package: package(walk, &members),
        languages: Languages::default(),
        units: units(walk, &members),
        kinds: Vec::new(),
        tables: Vec::new(),
        groups: Vec::new(),
        classes_at: Vec::new(),
        indicators_at: Vec::new(),
        weights: Vec::new(),
        operands: Vec::new(),
    };
    let data = resource::read(walk, &members, &mut plan);
    stories::read(walk, &members, &mut plan);
    plan.languages = std::mem::take(&mut walk.languages);
    Some((plan, data))
}

fn languages<'a>(walk: &mut Walk<'_, 'a>, members: &Members<'a>) -> Languages {
    let mut languages = Languages::default();
    if members
        .get("languages")
        .is_some_and(|node| node.value.as_array().is_some_and(|list| list.elements.is_empty()))
    {
        walk.missing(members, "languages", "a BCP 47 tag");
    }
    for node in walk.list(members, "languages") {
        match node.text() {
            Some(tag) if is_tag(tag) => match languages.same(tag) {
                Some(other) => {
                    let message = "a language stands twice in “languages”";
                    let allowed = text!("each language once (also {other})");
                    walk.log.tell(node.at(), Code::LanguageTag, tag, &allowed, message, "");
                }
                None => languages.add(walk.texts.keep(tag), node.at().line),
            },
            Some(tag) => {
                let help = "write en, zh-Hans, zh-Hant, fr …";
                let message = "this is no tag of a language";
                walk.log.tell(node.at(), Code::LanguageTag, tag, "a BCP 47 tag", message, help);
            }
            None => walk.wrong(&node, "a text"),
        }
    }
    if languages.tags.is_empty() {
        languages.add("en", 0);
    }
    languages
}

fn package<'a>(walk: &mut Walk<'_, 'a>, members: &Members<'a>) -> Package {
    let name = walk.kept(members, "name", SHORT);
    Package {
        name,
        version: walk.kept(members, "version", SHORT),
        languages: walk.languages.tags.clone(),
        title: walk.localized_or(members, "title", NAME, name),
        edition: walk.localized(members, "edition", SHORT),
        entity: entity(walk, members),
        sources: sources(walk, members),
        licenses: licenses(walk, members),
        notes: notes(walk, members),
        units: Vec::new(),
        classes: Classes { title: Localized::EMPTY, ordered: false, list: Vec::new() },
        indicators: Vec::new(),
        groups: Vec::new(),
        entities: Vec::new(),
        columns: Vec::new(),
        printed: Vec::new(),
        order: Vec::new(),
        facts: Vec::new(),
        totals: Vec::new(),
        topics: Vec::new(),
        stories: Vec::new(),
    }
}

fn entity<'a>(walk: &mut Walk<'_, 'a>, members: &Members<'a>) -> Noun {
    let Some(entity) = members.get("entity").and_then(|node| walk.members(&node)) else { return Noun::EMPTY };
    noun(walk, &entity)
}

/// The words of `one` and `many`. Only English needs the first.
fn noun<'a>(walk: &mut Walk<'_, 'a>, members: &Members<'a>) -> Noun {
    let name = walk.localized(members, "many", NAME);
    let [first, _, _, en, _] = walk.given(members, "one", SHORT);
    let one = if en.is_empty() && walk.languages.is_english() { first } else { en };
    Noun { name, en_one: if one.is_empty() { name.en } else { one }, symbol: "" }
}

/// The list that must be there and have something in it.
fn required<'a>(
    walk: &mut Walk<'_, 'a>,
    members: &Members<'a>,
    key: &'static str,
    allowed: &str,
) -> Vec<Members<'a>> {
    let is_empty = match members.get(key) {
        None => true,
        Some(node) => matches!(node.value, Value::Array(array) if array.elements.is_empty()),
    };
    if is_empty {
        walk.missing(members, key, allowed);
    }
    walk.objects(members, key)
}

fn sources<'a>(walk: &mut Walk<'_, 'a>, members: &Members<'a>) -> Vec<Source> {
    let allowed = "a list with at least one source: title, publisher, path";
    let list = required(walk, members, "sources", allowed);
    let mut sources = Vec::new();
    for source in list {
        let path = address(walk, &source);
        let title = walk.localized(&source, "title", SHORT);
        if title.is_empty() && path.is_empty() && source.get("title").is_none() {
            walk.missing(&source, "title", "the name of the document");
        }
        sources.push(Source {
            title,
            publisher: walk.localized(&source, "publisher", SHORT),
            path,
            version: walk.kept(&source, "version", SHORT),
        });
    }
    sources
}

fn licenses<'a>(walk: &mut Walk<'_, 'a>, members: &Members<'a>) -> Vec<License> {
    let allowed = "a list with at least one licence: name, path, title";
    let list = required(walk, members, "licenses", allowed);
    let mut licenses = Vec::new();
    for license in list {
        if license.get("name").is_none() && license.get("path").is_none() {
            walk.missing(&license, "name", "its identifier, such as CC-BY-4.0, or “path”");
        }
        licenses.push(License {
            name: walk.kept(&license, "name", SHORT),
            title: walk.localized(&license, "title", SHORT),
            path: address(walk, &license),
        });
    }
    licenses
}

/// The address in `path`: of the web, since readers follow it; or a path beside the descriptor, which says nothing to them.
fn address<'a>(walk: &mut Walk<'_, 'a>, members: &Members<'a>) -> &'static str {
    let Some((path, node)) = walk.text(members, "path") else { return "" };
    let is_web = path.starts_with("https://") || path.starts_with("http://");
    let is_bad =
        |character: char| character.is_whitespace() || matches!(character, '"' | '<' | '>' | '\\' | '`');
    if path.chars().count() > limits::TEXT || path.chars().any(is_bad) || (!is_web && path.contains(':')) {
        let message = "this is no address that readers could follow";
        walk.log.tell(node.at(), Code::BadPath, path, "an address that begins with https://", message, "");
        return "";
    }
    if is_web { walk.texts.keep(path) } else { "" }
}

/// `notes` is a list; those of another language are in a list of its own, in the same order.
fn notes<'a>(walk: &mut Walk<'_, 'a>, members: &Members<'a>) -> Vec<Localized> {
    let mut notes = Vec::new();
    let first = walk.list(members, "notes");
    for (index, node) in first.iter().enumerate() {
        let mut given = crate::languages::Given::default();
        for at in 0..walk.languages.tags.len() {
            let tag = walk.languages.tags.get(at).copied().unwrap_or_default();
            let key = text!("notes@{tag}");
            let place = walk.languages.places.get(at).copied().unwrap_or_default();
            let other = members.get(&key).filter(|list| list.value.as_array().is_some());
            let other = other.and_then(|list| walk.elements(&list).into_iter().nth(index));
            let node = other.as_ref().or(if at == 0 { Some(node) } else { None });
            let Some(node) = node else { continue };
            let Some(text) = node.text() else {
                walk.wrong(node, "a text");
                continue;
            };
            let is_good = crate::walk::check_text(walk.log, node.at(), text, SENTENCE);
            if let (Some(given), true) = (given.get_mut(place), is_good) {
                *given = walk.texts.keep(text);
            }
        }
        notes.push(walk.languages.counted(&given));
    }
    notes
}

fn units<'a>(walk: &mut Walk<'_, 'a>, members: &Members<'a>) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for unit in walk.objects(members, "units") {
        let Some((name, node)) = walk.text(&unit, "name") else {
            if unit.get("name").is_none() {
                walk.missing(&unit, "name", "the word by which fields name it");
            }
            continue;
        };
        if !name.is_empty() && units.iter().any(|other| other.key == name) {
            let message = "two units have one name";
            walk.log.tell(node.at(), Code::UnknownUnit, name, "a name of its own", message, "");
            continue;
        }
        let key = walk.kept(&unit, "name", SHORT);
        let symbol = walk.kept(&unit, "symbol", SHORT);
        let mut noun = Noun { symbol, ..noun(walk, &unit) };
        if noun.name.is_empty() && symbol.is_empty() && !RESERVED.contains(&key) {
            noun = Noun { name: Localized { zh_hans: key, zh_hant: key, en: key }, en_one: key, symbol };
        }
        units.push(Unit { key, kind: kind(key), noun });
    }
    units
}

/// How values of a unit are written.
fn kind(key: &str) -> UnitKind {
    match key {
        "percent" => UnitKind::Percent,
        "yuan-100m" => UnitKind::Money,
        "rank" => UnitKind::Rank,
        _ => UnitKind::Count,
    }
}

/// The unit that `unit` names; the key is empty where there is none.
pub(crate) fn unit<'a>(walk: &mut Walk<'_, 'a>, members: &Members<'a>, units: &[Unit]) -> Unit {
    let unit = |key| Unit { key, kind: kind(key), noun: Noun::EMPTY };
    let Some((name, node)) = walk.text(members, "unit") else { return unit("") };
    if walk.is_blank(&node, "unit") {
        return unit("");
    }
    if let Some(unit) = units.iter().find(|unit| unit.key == name) {
        return unit.clone();
    }
    match RESERVED.iter().find(|reserved| **reserved == name) {
        Some(reserved) => unit(reserved),
        None => {
            unknown_unit(walk.log, node.at(), name, units);
            unit("")
        }
    }
}

/// Tells a unit that is not declared.
pub(crate) fn unknown_unit(log: &mut crate::log::Log, at: crate::log::At, name: &str, units: &[Unit]) {
    let mut names: Vec<&str> = units.iter().map(|unit| unit.key).collect();
    names.extend(RESERVED);
    let message = "this unit is not declared in “units”";
    log.tell(at, Code::UnknownUnit, name, &suggest::one_of(name, &names), message, "");
}
