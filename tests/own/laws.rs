//! What holds for any bytes: nothing panics, places lie inside of the files, pieces change nothing.

use std::fs;

use county_chains::own::{self, Making};
use county_chains::package::{Problem, Reading, Report};
use proptest::prelude::*;

use crate::support::folder;

/// The descriptor of a dataset, and its files by their paths.
type Files = (Vec<u8>, Vec<(String, Vec<u8>)>);

fn files(name: &str) -> Files {
    let folder = folder(name);
    let file = |name: &str| (name.to_owned(), fs::read(folder.join(name)).unwrap());
    let mut files: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".csv"))
        .map(|name| file(&name))
        .collect();
    files.sort();
    (file("datapackage.json").1, files)
}

/// Reads, with files in pieces that end at these bytes, and checks so many rows at a time.
fn read((descriptor, files): &Files, cuts: &[usize], rows: usize) -> Report {
    let mut reading = Reading::new("datapackage.json", descriptor);
    for (index, wanted) in reading.wanted().to_vec().iter().enumerate() {
        let Some((_, bytes)) = files.iter().find(|(path, _)| *path == wanted.path) else { continue };
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut % (bytes.len() + 1)).collect();
        cuts.extend([0, bytes.len()]);
        cuts.sort_unstable();
        for pair in cuts.windows(2) {
            reading.feed(index, &bytes[pair[0]..pair[1]]);
        }
    }
    while reading.check(rows) {}
    reading.advise();
    reading.finish()
}

#[test]
fn csv_inside_of_a_descriptor_is_read_in_slices() {
    let mut csv = "code,name,size,income\\n".to_owned();
    for row in 0..2_000 {
        csv.push_str(&format!(
            "P{row},Place {row},{},{row}.5\\n",
            if row % 2 == 0 { "small" } else { "large" }
        ));
    }
    // The table as a text in the descriptor, and as a file beside it.
    let [inside, beside] = [format!(r#""data": "{csv}""#), r#""path": "places.csv""#.to_owned()].map(|table| {
        let descriptor = format!(
            r#"{{"name": "places", "title": "Places", "languages": ["en"], "entity": {{"one": "place", "many": "places"}},
            "sources": [{{"title": "Made up"}}], "licenses": [{{"name": "CC0-1.0"}}], "resources": [{{"name": "entities",
            "type": "table", {table}, "schema": {{"fields": [{{"name": "code", "type": "string"}},
            {{"name": "name", "type": "string"}}, {{"name": "size", "type": "string", "role": "tier",
            "categories": ["small", "large"]}}, {{"name": "income", "type": "number", "title": "Income"}}]}}}}]}}"#
        );
        let mut reading = Reading::new("datapackage.json", descriptor.as_bytes());
        if !reading.wanted().is_empty() {
            reading.feed(0, csv.replace("\\n", "\n").as_bytes());
        }
        let mut steps = 0;
        while reading.check(100) {
            steps += 1;
        }
        (reading.finish(), steps)
    });
    for (report, _) in [&inside, &beside] {
        assert_eq!((report.problems.as_slice(), report.rows), (&[][..], 2_000));
        let package = report.package.as_ref().unwrap();
        let last = package.entities.last().unwrap();
        assert_eq!(
            (package.entities.len(), last.code, package.columns[0].values[1_999]),
            (2_000, "P1999", 1_999.5)
        );
    }
    let steps = inside.1 - beside.1;
    assert!(steps > csv.len() / 1_000, "{steps} steps for {} bytes", csv.len());
}

/// Whether a problem points into its file: a line that there is, and a character or the end of the line.
fn is_inside(problem: &Problem, (descriptor, files): &Files) -> bool {
    let is_json = problem.file == "datapackage.json";
    let file = files.iter().find(|(path, _)| *path == problem.file).map(|(_, bytes)| bytes);
    let bytes = if is_json { Some(descriptor) } else { file };
    let Some(bytes) = bytes else { return true };
    let text = String::from_utf8_lossy(bytes);
    // A return alone ends a line of CSV, but not one of JSON.
    let lines = if is_json { text.into_owned() } else { text.replace("\r\n", "\n").replace('\r', "\n") };
    let line = lines.split('\n').nth(problem.line.wrapping_sub(1));
    line.is_some_and(
        |line| if is_json { problem.column <= line.chars().count() + 1 } else { problem.column < 100 },
    )
}

/// What to change: at which byte, how many bytes go, what comes.
fn change() -> impl Strategy<Value = (usize, usize, Vec<u8>)> {
    let text = prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..4),
        proptest::sample::select(vec![
            "\"", ",", "\n", "\r\n", "{", "}", "[", "]", "null", "1e999", "\\ud800", "\u{202e}", "\u{feff}",
            "县", "-", "<", "\t", "\"a\":", "true", "0",
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
    ];
    (any::<usize>(), 0_usize..6, text)
}

fn changed(bytes: &mut Vec<u8>, (at, count, text): &(usize, usize, Vec<u8>)) {
    let start = at % (bytes.len() + 1);
    let end = (start + count).min(bytes.len());
    bytes.splice(start..end, text.iter().copied());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics_and_places_lie_inside(
        name in proptest::sample::select(vec!["planted", "example", "fujian"]),
        of_descriptor in proptest::collection::vec(change(), 0..4),
        of_tables in proptest::collection::vec(change(), 0..4),
        cuts in proptest::collection::vec(any::<usize>(), 0..64),
        rows in 1..300_usize,
    ) {
        let mut files = files(name);
        of_descriptor.iter().for_each(|change| changed(&mut files.0, change));
        for (_, bytes) in &mut files.1 {
            of_tables.iter().for_each(|change| changed(bytes, change));
        }
        let report = read(&files, &cuts, rows);
        for problem in &report.problems {
            prop_assert!(is_inside(problem, &files), "{problem:?}");
        }
        let whole = read(&files, &[], usize::MAX);
        prop_assert_eq!(&report.problems, &whole.problems);
        prop_assert_eq!(format!("{:?}", report.package), format!("{:?}", whole.package));
        if let Some(package) = &report.package {
            let mut making = Making::default();
            let mut taken = package.clone();
            while making.step(&mut taken, rows) {}
            prop_assert_eq!(format!("{:?}", making.end(taken)), format!("{:?}", own::dataset(package)));
        }
    }
}
