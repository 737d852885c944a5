//! The reader of datasets.
//!
//! An input is a descriptor, and after it each file behind a line `--- NAME`.

use county_chains::chart::{ChartKind, poster};
use county_chains::dataset::Dataset;
use county_chains::language::Language;
use county_chains::own::{self, Making};
use county_chains::package::{Code, Problem, Reading, Report};
use county_chains::widget::{State, context};
use county_chains::word::Keyword;

use crate::input::Choices;
use crate::scene::assert_finite;
use crate::view::environment;

/// What problems call the descriptor.
pub const DESCRIPTOR: &str = "datapackage.json";

/// A dataset as its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Files {
    /// The descriptor.
    pub descriptor: Vec<u8>,
    /// Names and contents of the others.
    pub files: Vec<(String, Vec<u8>)>,
}

impl Files {
    /// The files of an input.
    pub fn of(bytes: &[u8]) -> Files {
        const MARK: &[u8] = b"--- ";
        let mut files: Vec<(String, Vec<u8>)> = Vec::new();
        let mut descriptor = Vec::new();
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            if let Some(name) = line.strip_prefix(MARK) {
                let name = String::from_utf8_lossy(name.trim_ascii()).into_owned();
                files.push((name, Vec::new()));
            } else {
                files.last_mut().map_or(&mut descriptor, |(_, content)| content).extend(line);
            }
        }
        Files { descriptor, files }
    }

    fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.iter().find(|(name, _)| name == path).map(|(_, content)| &**content)
    }
}

/// Reads a dataset whose files come in pieces that end at these bytes, and checks so many rows at a time.
fn read(files: &Files, cuts: &[usize], rows: usize, advises: bool) -> Report {
    let mut reading = Reading::new(DESCRIPTOR, &files.descriptor);
    for (index, wanted) in reading.wanted().to_vec().iter().enumerate() {
        let Some(bytes) = files.get(&wanted.path) else {
            reading.fail(index, Code::NotFound, "nothing");
            continue;
        };
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut % (bytes.len() + 1)).collect();
        cuts.extend([0, bytes.len()]);
        cuts.sort_unstable();
        for pair in cuts.windows(2) {
            reading.feed(index, &bytes[pair[0]..pair[1]]);
        }
    }
    while reading.check(rows) {}
    if advises {
        reading.advise();
    }
    reading.finish()
}

/// Reads a dataset as a page does: at once, and without advice.
pub fn read_whole(files: &Files) -> Report {
    read(files, &[], usize::MAX, false)
}

/// The target.
pub fn run(bytes: &[u8]) {
    let files = Files::of(bytes);
    let mut choices = Choices::of(bytes);
    let cuts: Vec<usize> = (0..choices.below(40)).map(|_| choices.below(1 << 20)).collect();
    let rows = 1 + choices.below(300);
    let report = read(&files, &cuts, rows, true);
    for problem in &report.problems {
        assert_in_place(problem, &files);
    }
    let whole = read(&files, &[], usize::MAX, true);
    assert_eq!(report.problems, whole.problems, "pieces change the problems");
    let [pieces, whole] = [&report, &whole].map(|report| format!("{:?}", report.package));
    assert_eq!(pieces, whole, "pieces change the dataset");
    let Some(package) = &report.package else {
        assert!(report.problems.iter().any(is_error), "neither a dataset nor an error");
        return;
    };
    assert!(!report.problems.iter().any(is_error), "a dataset with an error");
    let (mut taken, mut making) = (package.clone(), Making::default());
    while making.step(&mut taken, rows) {}
    let dataset = making.end(taken);
    assert_eq!(format!("{dataset:?}"), format!("{:?}", own::dataset(package)), "slices change what is made");
    draw(&dataset, &mut choices);
}

fn is_error(problem: &Problem) -> bool {
    problem.severity() == county_chains::package::Severity::Error
}

/// Draws one of the charts that the dataset offers.
fn draw(dataset: &Dataset, choices: &mut Choices) {
    let offered = ChartKind::offered(dataset);
    for kind in &offered {
        assert!(kind.is_supported(dataset), "{} is offered and cannot be drawn", kind.word());
    }
    let Some(first) = offered.first() else { return };
    let chart = *offered.get(choices.below(offered.len())).unwrap_or(first);
    let ids: Vec<&'static str> = dataset.indicators.iter().map(|indicator| indicator.id).collect();
    let indicator = if ids.is_empty() { dataset.first_indicator() } else { choices.one(&ids) };
    let width = 200.0 + choices.below(900) as f64;
    let page = environment(choices.one(&Language::ALL), width);
    let state = State { chart, indicator, ..State::of(dataset) };
    let scene = poster(chart, &context(dataset, &state, &page), width, None);
    assert_finite(&scene, &format!("{} of {indicator} at {width} in {}", chart.word(), page.language.tag()));
}

/// Panics where a problem does not point into its file: to a line that there is, and to a character of it or its end.
fn assert_in_place(problem: &Problem, files: &Files) {
    let is_descriptor = problem.file == DESCRIPTOR;
    let found = if is_descriptor { Some(&*files.descriptor) } else { files.get(&problem.file) };
    let Some(bytes) = found else {
        assert!(problem.code == Code::NotFound || problem.line <= 1, "in no file: {problem:?}");
        return;
    };
    let text = String::from_utf8_lossy(bytes);
    // A return alone ends a line of CSV, but not one of JSON.
    let lines =
        if is_descriptor { text.into_owned() } else { text.replace("\r\n", "\n").replace('\r', "\n") };
    let line = lines.split('\n').nth(problem.line.wrapping_sub(1));
    let is_inside = line.is_some_and(|line| !is_descriptor || problem.column <= line.chars().count() + 1);
    assert!(is_inside, "outside of its file: {problem:?}");
    assert!(problem.found.chars().count() <= 600, "too much is quoted: {problem:?}");
    assert!(!problem.message.is_empty() && !problem.code.word().is_empty(), "nothing is said: {problem:?}");
}
