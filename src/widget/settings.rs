//! Attributes to state and back.

use super::state::{Controls, Panel, Sort, State, ThemeChoice, ViewKind};
use crate::chart::ChartKind;
use crate::dataset::Dataset;
use crate::error::Error;
use crate::language::Language;
use crate::word::{Named, concat, joined, listed, not_one_of, quoted, shortened};

/// The attributes that set the state, in the order they are documented.
pub const ATTRIBUTES: [&str; 11] = [
    "chart",
    "charts",
    "indicator",
    "tiers",
    "county",
    "view",
    "lang",
    "theme",
    "group",
    "controls",
    "heading",
];

/// Characters of a text that the page or a reader sets. What is longer is cut, and shows it.
const LONGEST: usize = 200;

/// Sets what the attribute `name` says; `None` brings its default back. A bad value changes nothing.
///
/// # Errors
/// Names the attribute, the value and what is allowed.
pub fn set_attribute(
    state: &mut State,
    dataset: &Dataset,
    name: &str,
    value: Option<&str>,
) -> Result<(), Error> {
    let trimmed = value.map(str::trim).filter(|value| !value.is_empty());
    set(state, dataset, name, trimmed).map_err(|message| Error::at(name, message))
}

/// `value` is trimmed and not empty.
fn set(state: &mut State, dataset: &Dataset, name: &str, value: Option<&str>) -> Result<(), String> {
    let text = value.map(|value| shortened(value, LONGEST));
    match name {
        "chart" => state.chart = ChartKind::parse(value.unwrap_or("tiers"))?,
        "charts" => state.charts = charts(value.unwrap_or_default())?,
        "indicator" => {
            state.indicator = value.map_or(Ok(dataset.first_indicator()), |word| indicator(dataset, word))?
        }
        "tiers" => state.tiers = dataset.parse_tiers(value.unwrap_or("all"))?,
        "county" => state.county = value.map(|code| county(dataset, code)).transpose()?,
        "view" => state.view = ViewKind::parse(value.unwrap_or("chart"))?,
        "lang" => state.lang = value.map(language).transpose()?,
        "theme" => state.theme = ThemeChoice::parse(value.unwrap_or("auto"))?,
        "controls" => state.controls = Controls::parse(value.unwrap_or("all"))?,
        "mark" => state.mark = text,
        "panel" => state.panel = value.map(Panel::parse).transpose()?,
        "group" => state.group = text,
        "heading" => state.heading = text,
        "search" => state.search = text.unwrap_or_default(),
        "topic" => state.topic = topic(dataset, value.unwrap_or_default())?,
        "expanded" => state.expanded = value.is_some(),
        "sort" => state.sort = value.map(sort).transpose()?,
        _ => return Err("unknown attribute".to_owned()),
    }
    Ok(())
}

/// The whole state, each part in the form of its attribute; `None` for what is not set.
pub fn settings(state: &State, dataset: &Dataset) -> [(&'static str, Option<String>); 17] {
    let charts = joined(" ", state.charts.iter().map(|kind| kind.word()));
    [
        ("chart", Some(state.chart.word().to_owned())),
        ("charts", Some(charts)),
        ("indicator", Some(state.indicator.to_owned())),
        ("tiers", Some(dataset.tier_codes(state.tiers))),
        ("county", state.county.map(str::to_owned)),
        ("view", Some(state.view.word().to_owned())),
        ("lang", state.lang.map(|language| language.tag().to_owned())),
        ("theme", Some(state.theme.word().to_owned())),
        ("group", state.group.clone()),
        ("controls", Some(state.controls.words())),
        ("heading", state.heading.clone()),
        ("mark", state.mark.clone()),
        ("panel", state.panel.map(|panel| panel.word().to_owned())),
        ("search", Some(state.search.clone()).filter(|text| !text.is_empty())),
        ("topic", Some(state.topic.to_owned()).filter(|topic| !topic.is_empty())),
        ("expanded", state.expanded.then(|| "true".to_owned())),
        ("sort", state.sort.map(Sort::word)),
    ]
}

/// Charts in the order given, each once; all if none is.
fn charts(words: &str) -> Result<Vec<ChartKind>, String> {
    let mut found = Vec::new();
    for word in listed(words) {
        let kind = ChartKind::parse(word)?;
        if !found.contains(&kind) {
            found.push(kind);
        }
    }
    Ok(if found.is_empty() { ChartKind::ALL.to_vec() } else { found })
}

fn indicator(dataset: &Dataset, word: &str) -> Result<&'static str, String> {
    if let Some(indicator) = dataset.indicator(word) {
        return Ok(indicator.id);
    }
    let ids: Vec<&str> = dataset.indicators.iter().map(|indicator| indicator.id).collect();
    Err(not_one_of("indicator", word, &ids))
}

fn county(dataset: &Dataset, code: &str) -> Result<&'static str, String> {
    match dataset.county(code) {
        Some(county) => Ok(county.code),
        None => {
            Err(concat(&["unknown county ", &quoted(code), ", expected a GB/T 2260 code such as 350582"]))
        }
    }
}

/// A theme of facts; all where none is named.
fn topic(dataset: &Dataset, word: &str) -> Result<&'static str, String> {
    let mut themes: Vec<&str> = Vec::new();
    for fact in &dataset.facts {
        if !themes.contains(&fact.theme) {
            themes.push(fact.theme);
        }
    }
    match dataset.facts.iter().find(|fact| fact.theme == word) {
        Some(fact) => Ok(fact.theme),
        None if word.is_empty() => Ok(""),
        None => Err(not_one_of("topic", word, &themes)),
    }
}

fn sort(word: &str) -> Result<Sort, String> {
    Sort::parse(word)
        .ok_or_else(|| concat(&["unknown sort ", &quoted(word), ", expected a column such as 2 or -2"]))
}

fn language(tag: &str) -> Result<Language, String> {
    let tags = Language::ALL.map(Language::tag);
    Language::best_match(tag).ok_or_else(|| not_one_of("language", tag, &tags))
}
