//! Problems for programs.

use county_chains_data::word::Keyword as _;
use county_chains_package::Problem;
use serde::Serialize;

use super::files::Checked;
use super::text::word;

/// All of it.
#[derive(Serialize)]
struct Outcome<'a> {
    valid: bool,
    files: usize,
    rows: usize,
    omitted: usize,
    datasets: Vec<OneDataset>,
    problems: Vec<OneProblem<'a>>,
}

/// One of the datasets.
#[derive(Serialize)]
struct OneDataset {
    path: String,
    valid: bool,
    files: usize,
    rows: usize,
    omitted: usize,
}

/// A problem of one of them.
#[derive(Serialize)]
struct OneProblem<'a> {
    dataset: String,
    code: &'static str,
    severity: &'static str,
    file: &'a str,
    line: usize,
    column: usize,
    pointer: &'a str,
    found: &'a str,
    allowed: &'a str,
    message: &'a str,
    help: &'a str,
}

/// The outcome of checking the datasets.
pub(super) fn json(checked: &[Checked]) -> serde_json::Result<String> {
    let datasets: Vec<OneDataset> = checked.iter().map(dataset).collect();
    let outcome = Outcome {
        valid: datasets.iter().all(|one| one.valid),
        files: datasets.iter().map(|one| one.files).sum(),
        rows: datasets.iter().map(|one| one.rows).sum(),
        omitted: datasets.iter().map(|one| one.omitted).sum(),
        datasets,
        problems: checked.iter().flat_map(problems).collect(),
    };
    Ok(serde_json::to_string_pretty(&outcome)? + "\n")
}

fn dataset(checked: &Checked) -> OneDataset {
    let report = &checked.report;
    OneDataset {
        path: checked.path.display().to_string(),
        valid: checked.is_valid(),
        files: report.files,
        rows: report.rows,
        omitted: report.omitted,
    }
}

fn problems(checked: &Checked) -> Vec<OneProblem<'_>> {
    checked.report.problems.iter().map(|one| problem(checked, one)).collect()
}

fn problem<'a>(checked: &Checked, problem: &'a Problem) -> OneProblem<'a> {
    OneProblem {
        dataset: checked.path.display().to_string(),
        code: problem.code.word(),
        severity: word(checked.severity(problem)),
        file: &problem.file,
        line: problem.line,
        column: problem.column,
        pointer: &problem.pointer,
        found: &problem.found,
        allowed: &problem.allowed,
        message: &problem.message,
        help: &problem.help,
    }
}
