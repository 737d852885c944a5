//! Source files, and the paths that they name. This reads lines and no more of the language than it needs: a path in a
//! string would count as one, and a macro may hide one.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A source file.
pub(crate) struct Source {
    /// Its path below `src/`, with slashes.
    pub(crate) path: String,
    /// What it says, whole.
    pub(crate) text: String,
    /// Its lines without comments, up to its tests.
    pub(crate) code: Vec<String>,
}

/// A path that a file names, part by part.
pub(crate) type Named = Vec<String>;

/// All files below `src/`, by path.
pub(crate) fn read() -> Vec<Source> {
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut found);
    found.sort_by(|a: &Source, b: &Source| a.path.cmp(&b.path));
    found
}

fn walk(folder: &Path, below: &str, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{below}{}", entry.file_name().to_str().unwrap());
        if entry.path().is_dir() {
            walk(&entry.path(), &format!("{path}/"), found);
        } else if path.ends_with(".rs") {
            found.push(Source::new(path, fs::read_to_string(entry.path()).unwrap()));
        }
    }
}

impl Source {
    pub(crate) fn new(path: String, text: String) -> Source {
        let lines: Vec<&str> = text.lines().collect();
        let begins =
            |two: &[&str]| two[0] == "#[cfg(test)]" && two[1].starts_with("mod ") && two[1].ends_with('{');
        let end = lines.windows(2).position(begins).unwrap_or(lines.len());
        let end = if path.ends_with("tests.rs") { 0 } else { end };
        let code = lines[..end].iter().map(|line| without_comment(line).to_owned()).collect();
        Source { path, code, text }
    }

    /// Whether the file is one of these files or lies in one of these folders (`web/`).
    pub(crate) fn is_in(&self, places: &[&str]) -> bool {
        places.iter().any(|place| {
            if place.ends_with('/') { self.path.starts_with(place) } else { self.path == *place }
        })
    }

    /// Where a line stands, for a message.
    pub(crate) fn at(&self, index: usize) -> String {
        format!("src/{}:{}", self.path, index + 1)
    }

    /// The module that the file is, from the root of the crate.
    pub(crate) fn module(&self) -> Named {
        let parts = self.path.trim_end_matches(".rs").split('/').map(str::to_owned);
        parts.filter(|part| !matches!(&**part, "mod" | "lib" | "main")).collect()
    }

    /// Every path of at least two parts with the index of its line, groups of `use` written out: `std::fs`,
    /// `crate::tier::Tier`. One that begins with `super` or `self` is written from the root.
    pub(crate) fn paths(&self) -> Vec<(usize, Named)> {
        let mut found = Vec::new();
        let mut lines = self.code.iter().enumerate();
        while let Some((index, line)) = lines.next() {
            let Some((_, tree)) = line.split_once("use ").filter(|(before, _)| is_before_use(before)) else {
                let is_path = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':');
                let paths = line.split(|c| !is_path(c)).filter(|word| word.contains("::"));
                found.extend(paths.map(|path| (index, path.to_owned())));
                continue;
            };
            let mut tree = tree.to_owned();
            while !tree.ends_with(';') {
                let Some((_, line)) = lines.next() else { break };
                tree.push_str(line.trim());
            }
            found.extend(written_out(tree.trim_end_matches(';')).into_iter().map(|path| (index, path)));
        }
        found.into_iter().map(|(index, path)| (index, self.rooted(&path))).collect()
    }

    fn rooted(&self, path: &str) -> Named {
        let mut parts: Named = path.split("::").map(|part| part.trim().to_owned()).collect();
        let ups = parts.iter().take_while(|part| *part == "super").count();
        if ups > 0 || parts[0] == "self" {
            let module = self.module();
            let rest = parts.split_off(ups.max(1));
            parts = vec!["crate".to_owned()];
            parts.extend_from_slice(&module[..module.len() - ups.min(module.len())]);
            parts.extend(rest);
        }
        parts
    }
}

fn without_comment(line: &str) -> &str {
    let begins = line.match_indices("//").find(|(at, _)| !line[..*at].ends_with(':'));
    begins.map_or(line, |(at, _)| &line[..at]).trim_end()
}

fn is_before_use(before: &str) -> bool {
    let before = before.trim();
    before.is_empty() || before.starts_with("pub")
}

/// `a::{b, c::{self, D}}` as `a::b`, `a::c` and `a::c::D`.
fn written_out(tree: &str) -> Vec<String> {
    let Some((head, group)) = tree.split_once('{') else {
        return vec![tree.split(" as ").next().unwrap().trim().trim_end_matches("::self").to_owned()];
    };
    let group = group.rsplit_once('}').map_or(group, |(group, _)| group);
    let (mut depth, mut found) = (0, Vec::new());
    let parts = group.split(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    });
    for part in parts.filter(|part| !part.trim().is_empty()) {
        found.extend(written_out(&format!("{head}{}", part.trim())));
    }
    found
}

/// The modules of the program, and what their folders pass on under names of their own.
pub(crate) struct Modules {
    passed_on: BTreeMap<Named, Named>,
    modules: Vec<Named>,
}

impl Modules {
    pub(crate) fn of(sources: &[Source]) -> Modules {
        let modules: Vec<Named> = sources.iter().map(Source::module).collect();
        let mut passed_on = BTreeMap::new();
        for source in sources.iter().filter(|source| source.path.ends_with("/mod.rs")) {
            for (_, path) in source.paths() {
                let own = source.module();
                let whole = if path[0] == "crate" { path[1..].to_vec() } else { [&own[..], &path].concat() };
                let name = [&own[..], &path[path.len() - 1..]].concat();
                if whole != name {
                    passed_on.insert(name, whole);
                }
            }
        }
        Modules { passed_on, modules }
    }

    /// The module that a path from the root ends in.
    pub(crate) fn home(&self, path: &[String]) -> Named {
        let mut home = Named::new();
        for part in path {
            let next = [&home[..], std::slice::from_ref(part)].concat();
            if self.modules.contains(&next) {
                home = next;
            } else {
                return self.passed_on.get(&next).map_or(home, |whole| self.home(whole));
            }
        }
        home
    }
}

#[test]
fn paths_are_read_as_the_compiler_reads_them() {
    let text = "
        // use crate::web;
        use super::{a::B, c::{self, d}};
        pub(crate) use std::{env,
            fs::File};
        const S: &str = \"https://x.example\"; // std::time
        fn f<'a>(x: &'a str) { crate::tier::Tier::parse(x); super::super::text::width(self::g()); }
        use crate::error::Error as Other;
#[cfg(test)]
mod tests {
        use clap::Parser;
";
    let source = Source::new("chart/map/tile.rs".to_owned(), text.to_owned());
    let paths: Vec<String> = source.paths().into_iter().map(|(_, parts)| parts.join("::")).collect();
    assert_eq!(
        paths,
        [
            "crate::chart::map::a::B",
            "crate::chart::map::c",
            "crate::chart::map::c::d",
            "std::env",
            "std::fs::File",
            "crate::tier::Tier::parse",
            "crate::chart::text::width",
            "crate::chart::map::tile::g",
            "crate::error::Error",
        ]
    );
}
