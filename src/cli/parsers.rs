//! Words of the command line to values; what is not understood is told with what is.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::DATASET;
use crate::chart::ChartKind;
use crate::dataset::County;
use crate::language::Language;
use crate::theme::{THEMES, Theme};
use crate::tier::TierSet;
use crate::widget::{Environment, Mode, State, context};
use crate::word::{Keyword as _, not_one_of};

/// The words of the charts, each with what it finds.
pub(super) fn chart() -> impl TypedValueParser<Value = ChartKind> {
    let value = |kind: &ChartKind| PossibleValue::new(kind.word()).help(finding(*kind).unwrap_or_default());
    let kinds = ChartKind::offered(&DATASET);
    PossibleValuesParser::new(kinds.iter().map(value))
        .try_map(|word| ChartKind::parse_offered(&DATASET, &word))
}

/// The English heading of a chart with nothing filtered out.
fn finding(kind: ChartKind) -> Option<String> {
    let dataset = &*DATASET;
    let state = State { chart: kind, ..State::of(dataset) };
    let environment = Environment {
        width: 760.0,
        dark: false,
        mode: Mode::Static,
        wide_font: false,
        can_share: false,
        language: Language::En,
        base: String::new(),
    };
    Some(kind.chart().headline(&context(dataset, &state, &environment)).heading)
}

/// The ids of the indicators, each with its title.
pub(super) fn indicator() -> PossibleValuesParser {
    let indicators = &DATASET.indicators;
    PossibleValuesParser::new(
        indicators.iter().map(|indicator| PossibleValue::new(indicator.id).help(indicator.title.en)),
    )
}

/// The names of the themes.
pub(super) fn theme() -> impl TypedValueParser<Value = Theme> {
    PossibleValuesParser::new(THEMES.iter().map(|theme| theme.name)).try_map(|word| {
        let found = THEMES.into_iter().find(|theme| theme.name == word);
        found.ok_or_else(|| not_one_of("theme", &word, &mut THEMES.iter().map(|theme| theme.name)))
    })
}

/// A width that pictures can have.
pub(super) fn width(text: &str) -> Result<u16, String> {
    let width = text.trim().parse().ok().filter(|width| (200..=2000).contains(width));
    width.ok_or_else(|| "expected a whole number of CSS pixels from 200 to 2000".to_owned())
}

/// Tiers separated by commas, or `all`, or `none`.
pub(super) fn tiers(text: &str) -> Result<TierSet, String> {
    // What a script makes of an empty variable shall not become all tiers.
    let parsed =
        if text.trim().is_empty() { Err("no tier is named".to_owned()) } else { DATASET.parse_tiers(text) };
    parsed.map_err(|message| format!("{message}; separate several by commas, or write all or none"))
}

/// A BCP 47 tag to the best match.
pub(super) fn language(tag: &str) -> Result<Language, String> {
    Language::best_match(tag)
        .ok_or_else(|| not_one_of("language", tag, &mut Language::ALL.into_iter().map(Language::tag)))
}

/// The GB/T 2260 code of a county of the dataset. A name is answered with its code.
pub(super) fn county(text: &str) -> Result<String, String> {
    let dataset = &*DATASET;
    if let Some(county) = dataset.county(text.trim()) {
        return Ok(county.code.to_owned());
    }
    let is_called = |county: &&County| {
        Language::ALL.iter().any(|language| county.name.get(*language).eq_ignore_ascii_case(text.trim()))
    };
    let codes: Vec<&str> = dataset.counties.iter().filter(is_called).map(|county| county.code).collect();
    Err(if codes.is_empty() {
        format!(
            "unknown county \"{text}\", expected a GB/T 2260 code such as 350582; `county-chains render --chart map \
             --format csv` lists all {}",
            dataset.counties.len()
        )
    } else {
        format!("\"{text}\" is a name, expected a GB/T 2260 code; try {}", codes.join(" or "))
    })
}

/// The address of a folder, with a slash at its end.
pub(super) fn base(text: &str) -> Result<String, String> {
    address(text).map(|text| format!("{}/", text.trim_end_matches('/')))
}

/// A full address.
pub(super) fn address(text: &str) -> Result<String, String> {
    if !text.starts_with("https://") && !text.starts_with("http://") {
        return Err("expected an address that begins with https:// or http://".to_owned());
    }
    Ok(text.to_owned())
}
