//! A chart with everything that decides what is written of it.
//!
//! An input has lines `name=value`: attributes, and `data` (nothing for our data, `countries`, or `own`), `width`, `page` (its
//! language), `base`, `src`, `do` for what a reader does. `@slot=value` puts a text into a dataset that is otherwise sound:
//! this is how the words of strangers reach the files that others take away.

use std::sync::LazyLock;

#[cfg(test)]
use county_chains::chart::ChartKind;
use county_chains::dataset::{Dataset, embedded};
use county_chains::language::Language;
use county_chains::own;
use county_chains::widget::{Action, Environment, Mode, State, apply, drop_unknown, set_attribute};
use county_chains::word::Keyword;
use serde_json::json;

use crate::dataset::{Files, read_whole};
use crate::input::settings;

/// Where the files of the widget lie.
const BASE: &str = "https://example.org/1.0.0/";

static OURS: LazyLock<Dataset> = LazyLock::new(embedded);
static COUNTRIES: LazyLock<Dataset> = LazyLock::new(|| {
    let package = read_whole(&countries()).package.expect("the countries have errors");
    own::dataset(&package)
});

/// The first rows of a dataset of the gallery. All of them take too long for thousands of inputs.
fn countries() -> Files {
    const ROWS: usize = 40;
    const DESCRIPTOR: &[u8] =
        include_bytes!("../../../www/gallery/datasets/countries-by-income/datapackage.json");
    const TABLE: &[u8] = include_bytes!("../../../www/gallery/datasets/countries-by-income/countries.csv");
    let lines = TABLE.split_inclusive(|byte| *byte == b'\n').take(1 + ROWS);
    let (descriptor, table) = (DESCRIPTOR.to_vec(), lines.flatten().copied().collect());
    Files { descriptor, files: vec![("countries.csv".to_owned(), table)] }
}

/// A dataset that does not depend on the input.
pub fn dataset_named(name: &str) -> &'static Dataset {
    if name == "countries" { &COUNTRIES } else { &OURS }
}

/// A page in this language, on which a widget is so wide.
pub(crate) fn environment(language: Language, width: f64) -> Environment {
    Environment {
        width,
        dark: false,
        mode: Mode::Static,
        wide_font: false,
        can_share: true,
        language,
        base: BASE.to_owned(),
        src: String::new(),
        indexes: None,
    }
}

/// A chart, and where it is drawn.
#[derive(Debug)]
pub struct Case {
    own: Option<Box<Dataset>>,
    name: String,
    /// What it is set to.
    pub state: State,
    /// What the page tells.
    pub page: Environment,
}

impl Case {
    /// That of an input; `None` where its dataset has errors, since nothing is drawn then.
    pub fn of(bytes: &[u8]) -> Option<Case> {
        let settings = settings(bytes);
        let value = |name: &str| {
            let found = settings.iter().find(|(other, _)| other == name);
            found.map_or("", |(_, value)| value.as_str())
        };
        let name = value("data").to_owned();
        let own = match &*name {
            "own" => Some(Box::new(own::dataset(&read_whole(&own_files(&settings)).package?))),
            _ => None,
        };
        let dataset = own.as_deref().unwrap_or(dataset_named(&name));
        let language = Language::best_match(value("page")).unwrap_or(Language::En);
        let width = value("width").parse::<f64>().ok().filter(|width| width.is_finite()).unwrap_or(360.0);
        let page = Environment {
            dark: !value("dark").is_empty(),
            wide_font: !value("wide").is_empty(),
            base: if value("base") == "none" { String::new() } else { BASE.to_owned() },
            src: value("src").to_owned(),
            ..environment(language, width.clamp(200.0, 2000.0))
        };
        let mut state = State::of(dataset);
        for (name, value) in &settings {
            if name == "do" {
                if let Some(action) = Action::parse(value) {
                    state = apply(state, dataset, &action);
                }
            } else {
                let _ = set_attribute(&mut state, dataset, name, Some(value));
            }
        }
        drop_unknown(&mut state, dataset);
        Some(Case { own, name, state, page })
    }

    /// Its dataset.
    pub fn dataset(&self) -> &Dataset {
        self.own.as_deref().unwrap_or(dataset_named(&self.name))
    }

    /// The language in which it is shown.
    pub fn language(&self) -> Language {
        self.state.lang.unwrap_or(self.page.language)
    }

    /// What it is, for a message.
    pub(crate) fn told(&self) -> String {
        format!("{} of {:?} in {}", self.state.chart.word(), self.name, self.language().tag())
    }
}

/// A dataset with the texts of an input in it.
pub fn own_files(settings: &[(String, String)]) -> Files {
    let slot = |name: &str, usual: &str| -> String {
        let found = settings.iter().find(|(other, _)| other.strip_prefix('@') == Some(name));
        found.map_or(usual, |(_, value)| value).to_owned()
    };
    let descriptor = json!({
        "name": "own", "title": slot("title", "Places"), "title@zh-Hans": slot("title-zh", "地方"),
        "languages": ["en", "zh-Hans"], "version": slot("version", "1"), "edition": slot("edition", "2024"),
        "entity": { "one": slot("one", "place"), "many": slot("many", "places"), "many@zh-Hans": slot("many-zh", "个地方") },
        "sources": [{
            "title": slot("source", "A source"), "publisher": slot("publisher", "A publisher"),
            "path": slot("address", "https://example.org/source"), "version": slot("source-version", "2"),
        }],
        "licenses": [{
            "name": slot("licence", "CC-BY-4.0"), "title": slot("licence-title", "Terms"),
            "path": slot("licence-address", "https://example.org/terms"),
        }],
        "notes": [slot("note", "A note.")],
        "units": [{
            "name": "people", "one": slot("unit-one", "person"), "many": slot("unit", "people"),
            "symbol": slot("symbol", "#"),
        }],
        "stories": [{
            "chart": "tiers", "indicator": "size",
            "heading": slot("heading-story", "A heading"), "summary": slot("summary", "A summary."),
        }],
        "resources": [
            {
                "name": "entities", "path": "entities.csv",
                "schema": { "fieldsMatch": "subset", "fields": [
                    { "name": "code", "type": "string" }, { "name": "name", "type": "string" },
                    {
                        "name": "class", "type": "string", "role": "tier", "title": slot("class-title", "Class"),
                        "categoriesOrdered": true,
                        "categories": [
                            { "value": slot("class", "a"), "label": slot("label", "First"), "short": slot("short", "F") },
                            { "value": "b", "label": "Second" },
                        ],
                    },
                    { "name": "group", "type": "string", "role": "group" },
                    {
                        "name": "size", "type": "number", "title": slot("column", "Size"), "unit": "people",
                        "aggregate": "sum", "period": slot("period", "2024"),
                    },
                    { "name": "rate", "type": "number", "title": slot("rate", "Rate"), "unit": "percent", "aggregate": "median" },
                ] },
            },
            { "name": "facts", "path": "facts.csv" },
        ],
    });
    let entities = [
        "code,name,class,group,size,rate,row,col".split(',').map(str::to_owned).collect(),
        vec![
            slot("code", "A1"),
            slot("name", "Alpha"),
            slot("class", "a"),
            slot("group", "North"),
            slot("value", "12"),
            slot("share", "7.5"),
            "1".to_owned(),
            "1".to_owned(),
        ],
        "A2,Beta,b,South,30,2,1,2".split(',').map(str::to_owned).collect(),
        "A3,Gamma,b,South,5,,2,1".split(',').map(str::to_owned).collect(),
    ];
    let facts = [
        "id,topic,entities,value,unit,period,qualifier,tags,place,subject,statement,note,quote"
            .split(',')
            .map(str::to_owned)
            .collect(),
        vec![
            slot("id", "f1"),
            slot("topic", "size"),
            slot("code", "A1"),
            slot("fact-value", "12"),
            slot("fact-unit", "people"),
            slot("fact-period", "2024"),
            slot("qualifier", "about"),
            slot("tags", "claim"),
            slot("place", "3"),
            slot("subject", "A subject"),
            slot("statement", "A statement."),
            slot("fact-note", "A note on it."),
            slot("quote", "“Words”"),
        ],
    ];
    let files = vec![("entities.csv".to_owned(), table(&entities)), ("facts.csv".to_owned(), table(&facts))];
    Files { descriptor: descriptor.to_string().into_bytes(), files }
}

fn table(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).expect("a row"));
    writer.into_inner().expect("a table")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dataset_for_texts_of_strangers_is_sound_without_them() {
        let report = read_whole(&own_files(&[]));
        assert!(report.problems.is_empty(), "{:#?}", report.problems);
        let dataset = own::dataset(&report.package.unwrap());
        let offered: Vec<&str> = ChartKind::offered(&dataset).into_iter().map(Keyword::word).collect();
        assert_eq!(offered, ["tiers", "shares", "map", "facts", "strip"]);
    }
}
