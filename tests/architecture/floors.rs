//! Floors: a module names lower floors and its own folder, nothing else; and in a folder no two modules need each other,
//! be it by a way round.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{Modules, Source};
use super::{hold, sources};

/// Every module right under the crate's root, from the ground up. Beside the first stand crates of their own.
const FLOORS: [&[&str]; 6] = [
    &["embedded", "geometry", "color"],
    &["dataset", "locale", "theme", "text", "scene", "search"],
    &["chart", "own"],
    &["widget"],
    &["paint"],
    &["web", "cli"],
];

/// Who may name a module of its own floor, and why.
const NEIGHBOURS: [(&str, &str, &str); 4] = [
    ("locale", "dataset", "figures, units and tiers are put into words from their rows"),
    ("search", "dataset", "facts and counties are what is found"),
    ("search", "locale", "figures and periods are found as they are written"),
    ("scene", "theme", "shapes name the role of a colour; only painters turn it into one"),
];

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

/// The files of the program, each with the module right under the root that it belongs to.
fn program() -> Vec<(String, Source)> {
    let sources = sources()
        .into_iter()
        .filter(|source| !source.is_in(&["data/", "package/", "reader/", "text_macro/", "words/"]));
    sources.filter_map(|source| Some((source.module().first()?.clone(), source))).collect()
}

#[test]
fn a_module_names_only_lower_floors_and_its_own_folder() {
    let mut breaches = Vec::new();
    let mut used: BTreeSet<&(&str, &str, &str)> = BTreeSet::new();
    for (module, source) in program() {
        let Some(own) = floor(&module) else {
            breaches.push(format!(
                "src/{} stands on no floor: name it above and in ARCHITECTURE.md",
                source.path
            ));
            continue;
        };
        for (line, path) in source.paths() {
            let other = path.get(1).filter(|other| path[0] == "crate" && **other != module);
            let Some((other, floor)) = other.and_then(|other| Some((other, floor(other)?))) else { continue };
            let neighbour = NEIGHBOURS.iter().find(|(from, to, _)| *from == module && to == other);
            used.extend(neighbour);
            if floor >= own && neighbour.is_none() {
                breaches.push(format!(
                    "{}: {module} (floor {own}) names {other} (floor {floor})",
                    source.at(line)
                ));
            }
        }
    }
    hold("a module names lower floors and its own folder, nothing else", &breaches);
    let unused = NEIGHBOURS.iter().filter(|neighbour| !used.contains(neighbour));
    let unused: Vec<String> = unused.map(|(from, to, _)| format!("{from} no longer names {to}")).collect();
    hold("an exception that nobody needs is taken off the list", &unused);
}

/// Who names whom among the modules of one folder, each with all that is in it. A folder's own file counts for none.
fn names_in(folder: &[String], sources: &[Source]) -> BTreeMap<String, BTreeSet<String>> {
    let modules = Modules::of(sources);
    let below = |module: &[String]| module.strip_prefix(folder)?.first().cloned();
    let mut names: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in sources {
        let Some(own) = below(&source.module()) else { continue };
        let others = source.paths().into_iter().filter(|(_, path)| path[0] == "crate");
        let others = others.filter_map(|(_, path)| below(&modules.home(&path[1..])));
        names.entry(own.clone()).or_default().extend(others.filter(|other| *other != own));
    }
    names
}

/// What is left when those are taken away, again and again, that name none of the rest or that none of the rest names.
fn circles(mut names: BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    loop {
        let rest: BTreeSet<String> = names.keys().cloned().collect();
        names.values_mut().for_each(|others| others.retain(|other| rest.contains(other)));
        let named: BTreeSet<String> = names.values().flatten().cloned().collect();
        names.retain(|own, others| named.contains(own) && !others.is_empty());
        if names.len() == rest.len() {
            return names.iter().map(|(own, others)| format!("{own} names {others:?}")).collect();
        }
    }
}

#[test]
fn the_modules_of_a_folder_name_each_other_in_no_circle() {
    let sources: Vec<Source> = program().into_iter().map(|(_, source)| source).collect();
    let folders = sources.iter().filter(|source| source.path.ends_with("/mod.rs")).map(Source::module);
    for folder in folders {
        let found = circles(names_in(&folder, &sources));
        hold(&format!("no circle in src/{}", folder.join("/")), &found);
    }
}

#[test]
fn a_circle_is_found_through_what_a_folder_passes_on() {
    let file = |path: &str, text: &str| Source::new(format!("chart/{path}"), text.to_owned());
    let mut sources = vec![
        file("mod.rs", "pub use kinds::{Kind, all};\npub use one::*;"),
        file("kinds.rs", "use super::{one, two};"),
        file("one.rs", "use super::two::Two;"),
        file("two/mod.rs", "use super::super::text;"),
        file("two/parts.rs", "use crate::text::width;"),
    ];
    let folder = ["chart".to_owned()];
    assert_eq!(circles(names_in(&folder, &sources)), [""; 0]);
    sources[4] = file("two/parts.rs", "use crate::chart::Kind;");
    let expected = [r#"kinds names {"one", "two"}"#, r#"one names {"two"}"#, r#"two names {"kinds"}"#];
    assert_eq!(circles(names_in(&folder, &sources)), expected);
}
