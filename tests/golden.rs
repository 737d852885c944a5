//! Every picture, byte for byte: chart × language, and the cases where a chart looks different. And every table, as the
//! CSV of each chart and language. What follows by a law from another picture has no golden: `properties/static_pictures.rs`.
//!
//! The goldens are ordinary SVG and CSV files, there to be looked at. `UPDATE_GOLDENS=1 cargo test --test golden`
//! writes them anew. `golden/cases.json` says of each which attributes and which width make it, so that
//! browser tests can ask the wasm for the same bytes.
//!
//! The program writes few line breaks. A golden has more, so that a diff shows what changed: [`lines`] sets them here,
//! `tests/goldens.mjs` for browsers.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use county_chains::chart::{ChartKind, FilterEffect, poster};
use county_chains::language::Language;
use county_chains::locale::Locale;
use county_chains::paint::{static_svg, table_csv};
use county_chains::theme::{DARK, LIGHT, THEMES};
use county_chains::widget::{self, State, set_attribute};
use county_chains::word::Keyword;
use serde_json::{Value, json};

use support::{CHARTS, dataset, environment, indicators};

/// Width of the pictures that the command and the download draw.
const WIDE: u16 = 760;
/// Width of a phone.
const PHONE: u16 = 360;

/// One picture: the attributes that ask for it, and what only the state can say.
struct Case {
    name: String,
    attributes: Vec<(&'static str, String)>,
    mark: Option<&'static str>,
    width: u16,
}

impl Case {
    /// A chart as it is before a reader does anything.
    fn new(chart: ChartKind, language: Language, theme: &str, width: u16) -> Case {
        let (chart, lang) = (chart.word(), language.tag());
        Case {
            name: format!("{chart}-{lang}-{theme}"),
            attributes: vec![
                ("chart", chart.to_owned()),
                ("lang", lang.to_owned()),
                ("theme", theme.to_owned()),
            ],
            mark: None,
            width,
        }
    }

    /// The chart in the default language and theme, named after what is special about it.
    fn special(chart: ChartKind, what: &str) -> Case {
        Case { name: format!("{}-{what}", chart.word()), ..Case::new(chart, Language::ZhHans, "light", WIDE) }
    }

    fn with(mut self, name: &'static str, value: &str) -> Case {
        self.attributes.push((name, value.to_owned()));
        self
    }

    /// The state that the attributes make, as the element makes it.
    fn state(&self) -> State {
        let mut state = State::of(dataset());
        for (name, value) in &self.attributes {
            set_attribute(&mut state, dataset(), name, Some(value)).unwrap();
        }
        State { mark: self.mark.map(str::to_owned), ..state }
    }

    /// The picture, drawn as the element's `toSVG` draws it.
    fn picture(&self) -> String {
        let state = self.state();
        let language = state.lang.unwrap();
        let width = f64::from(self.width);
        let environment = environment(language, width);
        let context = widget::context(dataset(), &state, &environment);
        let theme = THEMES.iter().find(|theme| theme.name == state.theme.word()).unwrap();
        let credits = widget::credits(&context, &state, &environment);
        static_svg(&poster(state.chart, &context, width, None), theme, Locale::of(language), &credits)
    }

    /// The chart's whole table, as the element's `toCSV` writes it.
    fn table(&self) -> String {
        let state = self.state();
        let language = state.lang.unwrap();
        let environment = environment(language, f64::from(self.width));
        let context = widget::context(dataset(), &state, &environment);
        let credits = widget::credits(&context, &state, &environment);
        table_csv(&state.chart.chart().table(&context), false, Locale::of(language), &credits)
    }

    fn json(&self) -> Value {
        let attributes: serde_json::Map<String, Value> =
            self.attributes.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
        match self.mark {
            None => json!({ "name": self.name, "attributes": attributes, "width": self.width }),
            Some(mark) => json!({
                "name": self.name, "attributes": attributes, "state": { "mark": mark }, "width": self.width,
            }),
        }
    }
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for chart in CHARTS.iter() {
        for language in Language::ALL {
            cases.push(Case::new(*chart, language, LIGHT.name, WIDE));
        }
    }
    // The others follow by a law. These two have fills, names and texts of tiers, whose roles share colours when light.
    cases.push(Case::new(ChartKind::Tiers, Language::En, DARK.name, WIDE));
    cases.push(Case::new(ChartKind::Map, Language::ZhHant, DARK.name, WIDE));
    for indicator in indicators().into_iter().skip(1) {
        cases.push(Case::special(ChartKind::Tiers, indicator).with("indicator", indicator));
    }
    for chart in CHARTS.iter() {
        cases.push(Case { width: PHONE, ..Case::special(*chart, "360") });
        if chart.chart().filter_effect() != FilterEffect::Disabled {
            cases.push(Case::special(*chart, "tiers-1-2").with("tiers", "1 2"));
            cases.push(Case::special(*chart, "tiers-none").with("tiers", "none"));
        }
    }
    cases.push(Case::special(ChartKind::Map, "county-350524").with("county", "350524"));
    cases.push(Case { mark: Some("six-ones:fund"), ..Case::special(ChartKind::SixOnes, "mark-fund") });
    cases
}

/// A picture with a line for each element and each part of a path. An added break is followed by a blank, and what was
/// drawn has no line that begins with one, so both have the same bytes but for these. Inside a text nothing is added: it
/// would be seen.
fn lines(svg: &str) -> String {
    svg.replace("><", ">\n <")
        .replace(">\n <tspan", "><tspan")
        .replace(">\n </text", "></text")
        .replace("zM", "z\n M")
}

/// What may be asked of the wasm, one case a line.
fn list(cases: &[Case]) -> String {
    let lines: Vec<String> = cases.iter().map(|case| case.json().to_string()).collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// Every file of the folder with what should stand in it: pictures, tables, and the list of the pictures.
fn expected() -> Vec<(String, String)> {
    let cases = cases();
    let mut files: Vec<(String, String)> =
        cases.iter().map(|case| (format!("{}.svg", case.name), lines(&case.picture()))).collect();
    // The table of the facts is `data/facts.csv` over again.
    for chart in CHARTS.iter().filter(|chart| **chart != ChartKind::Facts) {
        for language in Language::ALL {
            let case = Case::new(*chart, language, "light", WIDE);
            files.push((format!("{}-{}.csv", chart.word(), language.tag()), case.table()));
        }
    }
    files.push(("cases.json".to_owned(), list(&cases)));
    files
}

fn names_in(folder: &Path) -> BTreeSet<String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return BTreeSet::new();
    };
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// Where two texts part, as a sentence.
fn first_difference(golden: &str, actual: &str) -> String {
    let mut lines = golden.lines().zip(actual.lines()).enumerate();
    match lines.find(|(_, (golden, actual))| golden != actual) {
        Some((index, (golden, actual))) => {
            let same = golden.chars().zip(actual.chars()).take_while(|(a, b)| a == b).count();
            let start = same.saturating_sub(20);
            let part = |line: &str| line.chars().skip(start).take(160).collect::<String>();
            format!(
                "line {}, character {}\n    golden: {}\n    actual: {}",
                index + 1,
                same + 1,
                part(golden),
                part(actual)
            )
        }
        None => format!(
            "one is a part of the other: golden {} bytes, actual {} bytes",
            golden.len(),
            actual.len()
        ),
    }
}

#[test]
fn every_picture_and_table_is_the_golden_one() {
    let (folder, files) = (folder(), expected());
    let wanted: BTreeSet<String> = files.iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(wanted.len(), files.len(), "two cases share a name");
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        fs::create_dir_all(&folder).unwrap();
        for stale in names_in(&folder).difference(&wanted) {
            fs::remove_file(folder.join(stale)).unwrap();
        }
        for (name, content) in &files {
            fs::write(folder.join(name), content).unwrap();
        }
        return;
    }
    let actual_folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/golden-actual");
    let _ = fs::remove_dir_all(&actual_folder);
    let mut problems: Vec<String> = names_in(&folder)
        .difference(&wanted)
        .map(|name| format!("tests/golden/{name} is stale: no case makes it"))
        .collect();
    for (name, content) in &files {
        let golden = fs::read_to_string(folder.join(name));
        if golden.as_ref().is_ok_and(|golden| golden == content) {
            continue;
        }
        fs::create_dir_all(&actual_folder).unwrap();
        fs::write(actual_folder.join(name), content).unwrap();
        let what = match golden {
            Ok(golden) => format!("differ in {}", first_difference(&golden, content)),
            Err(_) => "differ: the golden is missing".to_owned(),
        };
        problems.push(format!("tests/golden/{name} and target/golden-actual/{name} {what}"));
    }
    assert!(
        problems.is_empty(),
        "{} of {} goldens are not as drawn. Look at both; if the new picture is right, run\n\
         UPDATE_GOLDENS=1 cargo test --test golden\n\n{}",
        problems.len(),
        files.len(),
        problems.join("\n")
    );
}

/// Longest line, in characters: what a reader of a diff still takes in. The longest today is the hatch of a map's tile.
const LONGEST: usize = 500;

#[test]
fn a_diff_of_a_golden_can_be_read() {
    let too_long: Vec<String> = expected()
        .iter()
        .flat_map(|(name, content)| content.lines().map(move |line| (name, line.chars().count())))
        .filter(|(_, length)| *length > LONGEST)
        .map(|(name, length)| format!("{name} has a line of {length} characters"))
        .collect();
    assert!(too_long.is_empty(), "{}", too_long.join("\n"));
}
