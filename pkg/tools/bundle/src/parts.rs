//! Which parts the program has.

use county_chains::chart::{ChartKind, Part};
use county_chains::word::Keyword;

use crate::attributes::{constant, object};
use crate::marks::Mark;

/// A part of the program.
pub(crate) struct PartOfProgram {
    /// Its name, in the marks and in the names of files.
    pub(crate) name: &'static str,
    /// The part that it builds on, by its place among all parts. The first part, the core, builds on none.
    pub(crate) below: usize,
}

/// All parts, the core first.
pub(crate) fn parts() -> Vec<PartOfProgram> {
    let part = |part: &Part| PartOfProgram { name: part.word(), below: place(part.below()) };
    Part::ALL.iter().map(part).collect()
}

/// The crate that reads datasets of a page's own, and what in it guesses descriptors and warns; it knows of no parts.
pub(crate) fn reader() -> [Mark; 3] {
    let mark = |path: &str, part| Mark { path: path.to_owned(), part: place(part) };
    [
        mark("county_chains_package", Part::Own),
        mark("county_chains_package::guess", Part::Draft),
        mark("county_chains_package::advice", Part::Draft),
    ]
}

/// The types of the charts, each with the part that the list of charts says.
pub(crate) fn charts() -> Vec<Mark> {
    let mark = |kind: &ChartKind| Mark { path: kind.type_name().to_owned(), part: place(kind.part()) };
    ChartKind::ALL.iter().map(mark).collect()
}

/// The place of a part among all.
fn place(wanted: Part) -> usize {
    Part::ALL.iter().position(|part| *part == wanted).unwrap_or_default()
}

/// What scripts need to know of the parts, as a module.
pub(crate) fn module() -> String {
    let quoted = |parts: &mut dyn Iterator<Item = &Part>| {
        let names = parts.map(|part| format!("{:?}", part.word()));
        names.collect::<Vec<_>>().join(", ")
    };
    let later = || Part::ALL.iter().filter(|part| !matches!(part, Part::Core | Part::Draft));
    let of_chart = |kind: &ChartKind| {
        let needed = quoted(&mut later().filter(|part| kind.part().needs(**part)));
        (!needed.is_empty()).then(|| format!(", {:?}: [{needed}]", kind.word()))
    };
    let of_charts: String = ChartKind::ALL.iter().filter_map(of_chart).collect();
    [
        "// Written by the build from the tables in src/chart/parts.rs and src/chart/kinds.rs.\n".to_owned(),
        constant("The part of the program that every page loads.", "CORE", &quoted(&mut [Part::Core].iter())),
        constant(
            "The parts that a page loads when it needs them.",
            "LATER",
            &format!("[{}]", quoted(&mut later())),
        ),
        constant("The part that methods need.", "EXPORT", &quoted(&mut [Part::Export].iter())),
        constant(
            "The part that only datasets of a page's own need.",
            "OWN",
            &quoted(&mut [Part::Own].iter()),
        ),
        constant(
            "The part that only whoever prepares a dataset needs.",
            "DRAFT",
            &quoted(&mut [Part::Draft].iter()),
        ),
        constant("The parts that charts need beside the core.", "OF_CHARTS", &object(&of_charts)),
    ]
    .concat()
}
