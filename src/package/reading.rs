//! The way through a dataset: the descriptor first, then the files that it wants, then what holds across them.

use crate::{Code, Package, Problem};

/// A file that the descriptor wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Where it is, below the folder of the descriptor.
    pub path: String,
    /// Its encoding; `utf-8` unless another is declared.
    pub encoding: String,
}

/// What came of reading a dataset.
#[derive(Debug)]
pub struct Report {
    /// The dataset; `None` where there is any error. Warnings leave it.
    pub package: Option<Package>,
    /// All problems: the descriptor's first, then file by file, by line and column.
    pub problems: Vec<Problem>,
    /// How many problems are not in the list, which has 1,000 a file at the most.
    pub omitted: usize,
    /// How many files there are: descriptor and tables.
    pub files: usize,
    /// How many rows the tables have, without headers.
    pub rows: usize,
}

/// Reads one dataset. Problems are collected, never thrown.
#[derive(Debug)]
pub struct Reading {
    wanted: Vec<Wanted>,
    problems: Vec<Problem>,
}

impl Reading {
    /// Begins with the descriptor. `name` is what problems call it: `datapackage.json`, or the path as given.
    pub fn new(name: &str, bytes: &[u8]) -> Reading {
        let mut problems = Vec::new();
        if bytes.is_empty() {
            problems.push(Problem {
                code: Code::JsonSyntax,
                file: name.to_owned(),
                line: 1,
                column: 1,
                pointer: String::new(),
                found: "nothing".to_owned(),
                allowed: "an object".to_owned(),
                message: "the descriptor is empty".to_owned(),
                help: String::new(),
            });
        }
        Reading { wanted: Vec::new(), problems }
    }

    /// The files that the descriptor wants, in the order of its resources; data inside of the descriptor wants none.
    pub fn wanted(&self) -> &[Wanted] {
        &self.wanted
    }

    /// The next bytes of the wanted file `index`, of any length, in UTF-8: who calls has decoded another encoding.
    pub fn feed(&mut self, _index: usize, _bytes: &[u8]) {}

    /// The wanted file `index` is not there, or cannot be read or decoded.
    pub fn fail(&mut self, index: usize, code: Code, found: &str) {
        let Some(wanted) = self.wanted.get(index) else { return };
        self.problems.push(Problem {
            code,
            file: wanted.path.clone(),
            line: 0,
            column: 0,
            pointer: String::new(),
            found: found.to_owned(),
            allowed: String::new(),
            message: "the file cannot be read".to_owned(),
            help: String::new(),
        });
    }

    /// Checks across tables and ends. A file that was never fed counts as empty.
    pub fn finish(self) -> Report {
        Report { package: None, files: 1 + self.wanted.len(), rows: 0, problems: self.problems, omitted: 0 }
    }
}
