//! Reads datasets from folders and from texts.

use std::fs;
use std::path::{Path, PathBuf};

use county_chains::package::{Code, Problem, Reading, Report, Severity};
use county_chains::word::Keyword;

/// A folder beside this file.
pub(crate) fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/own").join(name)
}

/// Reads the dataset of a folder.
pub(crate) fn read_folder(name: &str) -> Report {
    let folder = folder(name);
    let descriptor = fs::read(folder.join("datapackage.json")).unwrap();
    read(&descriptor, &|path| fs::read(folder.join(path)).ok())
}

/// Reads a dataset; `file` gives the bytes of a wanted file.
pub(crate) fn read(descriptor: &[u8], file: &dyn Fn(&str) -> Option<Vec<u8>>) -> Report {
    let mut reading = Reading::new("datapackage.json", descriptor);
    for (index, wanted) in reading.wanted().to_vec().into_iter().enumerate() {
        match file(&wanted.path) {
            Some(bytes) => reading.feed(index, &bytes),
            None => reading.fail(index, Code::NotFound, "nothing"),
        }
    }
    reading.advise();
    reading.finish()
}

/// The errors.
pub(crate) fn errors(report: &Report) -> Vec<&Problem> {
    report.problems.iter().filter(|problem| problem.severity() == Severity::Error).collect()
}

/// One line for a problem.
pub(crate) fn line(problem: &Problem) -> String {
    let Problem { code, file, line, column, found, allowed, .. } = problem;
    format!("{} {file}:{line}:{column} {found} | {allowed}", code.word())
}

/// The lines of all problems.
pub(crate) fn lines(report: &Report) -> Vec<String> {
    report.problems.iter().map(line).collect()
}

/// A descriptor with a table of entities that has these fields after code, name and class, and these properties.
pub(crate) fn descriptor(fields: &str, properties: &str) -> String {
    let separator = if fields.is_empty() { "" } else { "," };
    format!(
        r#"{{"name":"test","title":"Test","languages":["en","zh-Hans"],
"sources":[{{"title":"Source"}}],"licenses":[{{"name":"CC0-1.0"}}],
"resources":[{{"name":"entities","path":"e.csv"{properties},"schema":{{"fieldsMatch":"subset","fields":[
{{"name":"code","type":"string"}},{{"name":"name","type":"string"}},
{{"name":"class","type":"string","role":"tier","categories":[{{"value":"x","label":"X"}},"y"]}}{separator}
{fields}]}}}}]}}"#
    )
}

/// Reads such a dataset with this table.
pub(crate) fn read_table(fields: &str, properties: &str, table: &[u8]) -> Report {
    read(descriptor(fields, properties).as_bytes(), &|_| Some(table.to_vec()))
}

/// The codes of errors with their lines and columns.
pub(crate) fn faults(report: &Report) -> Vec<String> {
    errors(report).iter().map(|one| format!("{} {}:{}", one.code.word(), one.line, one.column)).collect()
}
