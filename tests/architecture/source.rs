//! Source files: their tokens outside test modules, and the paths they name.

use std::fs;
use std::path::Path;

use super::token::{Token, tokens, without_tests};

/// A source file.
pub(crate) struct Source {
    /// Its path below `src/`, with slashes.
    pub(crate) path: String,
    /// What it says, whole.
    pub(crate) text: String,
    /// Its tokens outside test modules, each with its line.
    pub(crate) tokens: Vec<(usize, Token)>,
}

/// All files below `src/`, by path.
pub(crate) fn read() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&root, &root, &mut found);
    found.sort_by(|a: &Source, b: &Source| a.path.cmp(&b.path));
    found
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(root, &path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            let text = fs::read_to_string(&path).unwrap();
            found.push(Source::new(name, text));
        }
    }
}

impl Source {
    /// A file with its text taken apart.
    pub(crate) fn new(path: String, text: String) -> Source {
        let is_test = path.ends_with("/tests.rs");
        let tokens = if is_test { Vec::new() } else { without_tests(tokens(&text)) };
        Source { path, text, tokens }
    }

    /// The module right under the crate's root that the file belongs to; empty for lib.rs and main.rs.
    pub(crate) fn module(&self) -> &str {
        match self.path.split_once('/') {
            Some((folder, _)) => folder,
            None => Some(self.path.trim_end_matches(".rs"))
                .filter(|name| !matches!(*name, "lib" | "main"))
                .unwrap_or(""),
        }
    }

    /// Whether the file is one of these files or lies in one of these folders (`web/`).
    pub(crate) fn is_in(&self, places: &[&str]) -> bool {
        places.iter().any(|place| {
            if place.ends_with('/') { self.path.starts_with(place) } else { self.path == *place }
        })
    }

    /// Where something stands, for a message.
    pub(crate) fn at(&self, line: usize) -> String {
        format!("src/{}:{line}", self.path)
    }

    /// Every path of at least two parts, `use` groups written out: `std::fs`, `crate::tier::Tier`. A path
    /// that begins with `super` is written from the crate's root.
    pub(crate) fn paths(&self) -> Vec<(usize, Vec<String>)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let Token::Word(word) = &self.tokens[at].1 else {
                at += 1;
                continue;
            };
            // `$name::x` in a macro names nothing; `$crate::x` does.
            let is_hole = word != "crate" && at > 0 && self.tokens[at - 1].1 == Token::Sign("$");
            let begins =
                !is_hole && self.tokens.get(at + 1).is_some_and(|(_, token)| *token == Token::Sign("::"));
            if begins {
                at = self.path_from(at, &[], &mut found);
            } else {
                at += 1;
            }
        }
        found.into_iter().map(|(line, parts)| (line, self.rooted(parts))).collect()
    }

    /// Reads one path that begins at `at`, adds what it names, and tells where it ends.
    fn path_from(&self, mut at: usize, before: &[String], found: &mut Vec<(usize, Vec<String>)>) -> usize {
        let mut parts = before.to_vec();
        let line = self.tokens[at].0;
        while let Some((_, Token::Word(word))) = self.tokens.get(at) {
            parts.push(word.clone());
            at += 1;
            if self.tokens.get(at).is_none_or(|(_, token)| *token != Token::Sign("::")) {
                found.push((line, parts));
                return at;
            }
            at += 1;
        }
        if self.tokens.get(at).is_some_and(|(_, token)| *token == Token::Sign("{")) {
            at += 1;
            while self.tokens.get(at).is_some_and(|(_, token)| *token != Token::Sign("}")) {
                let is_word = matches!(self.tokens[at].1, Token::Word(_));
                at = if is_word { self.path_from(at, &parts, found) } else { at + 1 };
            }
            return at + 1;
        }
        // A glob, or the generic part of an expression, which tells nothing when it hangs on a method.
        let is_generic = self.tokens.get(at).is_some_and(|(_, token)| *token == Token::Sign("<"));
        if parts.len() > 1 || !is_generic {
            found.push((line, parts));
        }
        at
    }

    fn rooted(&self, parts: Vec<String>) -> Vec<String> {
        let ups = parts.iter().take_while(|part| *part == "super").count();
        if ups == 0 {
            return parts;
        }
        let mut place: Vec<String> =
            self.path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
        if place.last().is_some_and(|name| name == "mod") {
            place.pop();
        }
        place.truncate(place.len().saturating_sub(ups));
        let mut whole = vec!["crate".to_owned()];
        whole.extend(place);
        whole.extend(parts.into_iter().skip(ups).filter(|part| part != "self"));
        whole
    }
}

#[test]
fn a_source_is_read_as_the_compiler_reads_it() {
    let text = r##"
        // use crate::web;
        use super::{a::B, c::{self, d}};
        use std::{env, fs::File};
        /* HashMap */ const S: &str = "plotters::x \" 县"; const C: char = '县'; let r = r#"0xFFFFFF"#; let n = 0xFFFFFF;
        fn f<'a>(x: &'a str) { crate::tier::Tier::parse(x); x.parse::<u8>(); $name::all(); $crate::color::Color; }
        use plotters::*;
        #[cfg(test)]
        mod tests { use clap::Parser; fn g() { {} } }
        #[cfg(test)]
        mod more;
        use crate::error::Error;
    "##;
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
            "crate::color::Color",
            "plotters",
            "crate::error::Error",
        ]
    );
    let texts: Vec<&Token> = source
        .tokens
        .iter()
        .map(|(_, token)| token)
        .filter(|token| matches!(token, Token::Text(_)))
        .collect();
    assert_eq!(texts, [&Token::Text("plotters::x \\\" 县".to_owned()), &Token::Text("0xFFFFFF".to_owned())]);
    assert!(
        source
            .tokens
            .iter()
            .any(|(line, token)| *line == 5 && *token == Token::Number("0xFFFFFF".to_owned()))
    );
    assert_eq!(source.tokens.iter().filter(|(_, token)| *token == Token::Character).count(), 1);
}
