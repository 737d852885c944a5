//! Problems that are alike, as one.

use std::collections::BTreeMap;

use county_chains_package::{Code, Problem};

/// Problems of one kind in one column of a table, or the same sentence in several places of a descriptor.
pub(super) struct Fold<'a> {
    /// The first of them.
    pub(super) first: &'a Problem,
    /// The others.
    pub(super) rest: Vec<&'a Problem>,
}

/// All problems, each with those that are like it, in the order of the first ones.
pub(super) fn folded(problems: &[Problem]) -> Vec<Fold<'_>> {
    let mut folds: Vec<Fold<'_>> = Vec::new();
    let mut known: BTreeMap<(Code, String), usize> = BTreeMap::new();
    for problem in problems {
        let index = *known.entry((problem.code, key(problem))).or_insert(folds.len());
        match folds.get_mut(index) {
            Some(fold) => fold.rest.push(problem),
            None => folds.push(Fold { first: problem, rest: Vec::new() }),
        }
    }
    folds
}

/// What those that are alike share beside the code.
fn key(problem: &Problem) -> String {
    let file = &problem.file;
    match column(&problem.pointer) {
        Some((table, column)) => format!("{file} {table} {column}"),
        None => format!("{file} {} {}", problem.message, problem.found),
    }
}

/// The table and the column of a pointer to a cell or a row: `/resources/0/data/56/3`.
fn column(pointer: &str) -> Option<(&str, &str)> {
    let (table, cell) = pointer.split_once("/data/")?;
    Some((table, cell.split_once('/').map_or("", |(_, column)| column)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(code: Code, pointer: &str, found: &str) -> Problem {
        Problem {
            code,
            file: "a.csv".to_owned(),
            line: 1,
            column: 1,
            pointer: pointer.to_owned(),
            found: found.to_owned(),
            allowed: String::new(),
            message: "is wrong".to_owned(),
            help: String::new(),
        }
    }

    #[test]
    fn problems_of_one_column_are_one_whatever_they_found() {
        let problems = [
            problem(Code::UnknownCategory, "/resources/0/data/1/3", "a"),
            problem(Code::UnknownCategory, "/resources/0/data/2/4", "a"),
            problem(Code::UnknownCategory, "/resources/0/data/9/3", "b"),
            problem(Code::MissingValue, "/resources/0/data/3/3", ""),
            problem(Code::UnknownUnit, "/resources/0/schema/fields/1/unit", "bed"),
            problem(Code::UnknownUnit, "/resources/0/schema/fields/2/unit", "bed"),
            problem(Code::UnknownUnit, "/resources/0/schema/fields/3/unit", "room"),
        ];
        let rest: Vec<usize> = folded(&problems).iter().map(|fold| fold.rest.len()).collect();
        assert_eq!(rest, [1, 0, 0, 1, 0]);
    }
}
