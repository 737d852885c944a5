//! Floors: a module names lower floors and its own folder, nothing else.

use std::collections::BTreeSet;

use super::{hold, sources};

/// Every module right under the crate's root, from the ground up.
const FLOORS: [&[&str]; 6] = [
    &["error", "geometry", "color", "quantity", "language", "order", "tier", "codec", "word"],
    &["dataset", "locale", "theme", "text", "scene", "search"],
    &["chart"],
    &["widget"],
    &["paint"],
    &["web", "cli"],
];

/// Who may name a module of its own floor, and why.
const NEIGHBOURS: [(&str, &str, &str); 10] = [
    ("quantity", "word", "qualifiers are named by words"),
    ("codec", "language", "texts in three languages share a table of characters"),
    ("codec", "order", "the table of characters is put in the order of Traditional ones"),
    ("codec", "quantity", "counts are written and read as decimals are"),
    ("codec", "word", "values of closed lists go through the codec by their words"),
    ("codec", "tier", "a tier goes through the codec by its place"),
    ("locale", "dataset", "figures, units and tiers are put into words from their rows"),
    ("search", "dataset", "facts and counties are what is found"),
    ("search", "locale", "figures and periods are found as they are written"),
    ("scene", "theme", "shapes name the role of a colour; only painters turn it into one"),
];

/// Crates that the floors below the shells may name, and where.
const CRATES: [(&str, &[&str], &str); 7] = [
    ("std", &[""], "the standard library is everyone's"),
    ("part", &[""], "marks what a page loads later, wherever it stands"),
    ("serde", &[""], "rows are published as JSON by derived code"),
    ("serde_json", &["paint/json.rs"], "the dataset is published as JSON there"),
    ("csv", &["dataset/row.rs"], "the build reads the data files with it; the program does not"),
    ("pinyin", &["dataset/readings.rs"], "the build asks it for readings; the program does not"),
    ("plotters", &["scene/scale.rs"], "scales and ticks"),
];

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

#[test]
fn every_module_stands_on_a_floor() {
    let breaches: Vec<String> = sources()
        .iter()
        .filter(|source| !source.module().is_empty() && floor(source.module()).is_none())
        .map(|source| format!("src/{}", source.path))
        .collect();
    hold(
        "every module stands on a floor: name it in ARCHITECTURE.md and in tests/architecture/floors.rs",
        &breaches,
    );
}

#[test]
fn a_module_names_only_lower_floors_and_its_own_folder() {
    let mut breaches = Vec::new();
    let mut used = BTreeSet::new();
    for source in sources() {
        let Some(own) = floor(source.module()) else {
            continue;
        };
        for (line, path) in source.paths() {
            let [root, other, ..] = &path[..] else {
                continue;
            };
            if root != "crate" || other == source.module() {
                continue;
            }
            let neighbour =
                NEIGHBOURS.iter().position(|(from, to, _)| *from == source.module() && to == other);
            used.extend(neighbour);
            match floor(other) {
                Some(floor) if floor < own || neighbour.is_some() => {}
                Some(floor) => breaches.push(format!(
                    "{}: {} (floor {own}) names {other} (floor {floor})",
                    source.at(line),
                    source.module()
                )),
                None => breaches.push(format!("{}: {} stands on no floor", source.at(line), path.join("::"))),
            }
        }
    }
    hold("a module names lower floors and its own folder, nothing else", &breaches);
    let unused: Vec<String> = NEIGHBOURS
        .iter()
        .enumerate()
        .filter(|(index, _)| !used.contains(index))
        .map(|(_, (from, to, _))| format!("{from} no longer names {to}"))
        .collect();
    hold("an exception that nobody needs is taken off the list", &unused);
}

#[test]
fn the_core_names_only_the_crates_that_bought_their_place() {
    let mut breaches = Vec::new();
    let modules: BTreeSet<&str> = FLOORS.concat().into_iter().collect();
    for source in sources() {
        if source.is_in(&["web/", "cli/", "lib.rs", "main.rs"]) {
            continue;
        }
        for (line, path) in source.paths() {
            let Some(root) = path.first().filter(|_| is_crate(&path)) else {
                continue;
            };
            let places = CRATES.iter().find(|(name, ..)| name == root).map(|(_, places, _)| *places);
            let allowed = places.is_some_and(|places| places.contains(&"") || source.is_in(places));
            if !allowed && !modules.contains(&root.as_str()) && !is_own(&source.text, root) {
                breaches.push(format!("{}: {}", source.at(line), path.join("::")));
            }
        }
    }
    hold(
        "below the shells a crate is named only where its line in tests/architecture/floors.rs says",
        &breaches,
    );
}

/// Whether a path may begin with a crate's name: no type, no keyword.
fn is_crate(path: &[String]) -> bool {
    let root = path.first().map_or("", String::as_str);
    let is_type = root.starts_with(|first: char| first.is_ascii_uppercase());
    !is_type
        && !matches!(
            root,
            "crate" | "super" | "self" | "core" | "f64" | "u8" | "u32" | "usize" | "char" | "str"
        )
}

/// Whether a name is a child module of the file, or was brought in by a `use`.
fn is_own(text: &str, name: &str) -> bool {
    let declared = [format!("mod {name};"), format!("mod {name} {{")];
    if declared.iter().any(|declaration| text.contains(declaration)) {
        return true;
    }
    let brought = [
        format!("::{name};"),
        format!("::{name},"),
        format!("{{{name},"),
        format!(" {name},"),
        format!("{name}}};"),
    ];
    let uses = text.split("\nuse ").skip(1).filter_map(|rest| rest.split(';').next());
    uses.into_iter().any(|line| {
        let line = format!("{line};");
        brought.iter().any(|ending| line.contains(ending.as_str()))
    })
}
