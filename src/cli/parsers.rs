//! Words of the command line to values; what is not understood is told with what is.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, PossibleValuesParser, StringValueParser, TypedValueParser};
use clap::{Arg, Command};

use super::data::DATASET;
use crate::chart::ChartKind;
use crate::dataset::{County, Dataset, Indicator};
use crate::language::Language;
use crate::own;
use crate::theme::{THEMES, Theme};
use crate::tier::TierSet;
use crate::widget::{Environment, Mode, State, context};
use crate::word::{Keyword as _, not_one_of};

/// Any word, with those in help that fit the dataset inside the program. `--data` may bring others, so that the word is
/// checked once the dataset is known.
#[derive(Clone)]
pub(super) struct Listed(Vec<PossibleValue>);

impl TypedValueParser for Listed {
    type Value = String;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.0.iter().cloned()))
    }
}

/// Any word; help lists the charts.
pub(super) fn charts() -> Listed {
    Listed(chart_values(&DATASET))
}

/// Any word; help lists the indicators.
pub(super) fn indicators() -> Listed {
    Listed(DATASET.indicators.iter().map(indicator_value).collect())
}

/// The words of the charts that the dataset offers.
pub(super) fn chart(dataset: &'static Dataset) -> impl TypedValueParser<Value = ChartKind> {
    PossibleValuesParser::new(chart_values(dataset)).try_map(|word| ChartKind::parse_offered(dataset, &word))
}

/// The ids of the indicators that one of these charts shows; all where they show what they show.
#[derive(Clone)]
pub(super) struct Shown {
    pub(super) dataset: &'static Dataset,
    pub(super) charts: Vec<ChartKind>,
}

impl TypedValueParser for Shown {
    type Value = &'static str;

    fn parse_ref(
        &self,
        command: &Command,
        arg: Option<&Arg>,
        value: &OsStr,
    ) -> Result<&'static str, clap::Error> {
        let shown = || {
            let shown = shown_by(self.dataset, &self.charts);
            if shown.is_empty() { self.dataset.indicators.iter().collect() } else { shown }
        };
        let is_meant = |indicator: &&Indicator| value == indicator.id;
        let has = |chart: &ChartKind| shown_by(self.dataset, &[*chart]).iter().any(is_meant);
        let others: Vec<&str> =
            charts_of(self.dataset).into_iter().filter(has).map(ChartKind::word).collect();
        if !others.is_empty() && !shown().iter().any(is_meant) {
            let ids =
                not_one_of("indicator", &value.to_string_lossy(), &mut shown().iter().map(|one| one.id));
            let message = format!("{ids}; --chart {} has this one", others.join(" or "));
            let parser = StringValueParser::new().try_map(move |_| Err::<&str, String>(message.clone()));
            return parser.parse_ref(command, arg, value);
        }
        let parser = PossibleValuesParser::new(shown().into_iter().map(indicator_value));
        let word = parser.parse_ref(command, arg, value)?;
        Ok(shown().iter().find(|indicator| indicator.id == word).map_or("", |indicator| indicator.id))
    }
}

/// The indicators that a reader of one of these charts can choose.
fn shown_by(dataset: &'static Dataset, charts: &[ChartKind]) -> Vec<&'static Indicator> {
    let is_shown = |one: &&Indicator| charts.iter().any(|chart| chart.chart().offers(dataset, one));
    dataset.indicators.iter().filter(is_shown).collect()
}

/// The charts that a dataset offers and has the data of. The page goes by the offer, since the part of a chart may be missing
/// there.
pub(super) fn charts_of(dataset: &Dataset) -> Vec<ChartKind> {
    ChartKind::offered(dataset).into_iter().filter(|kind| kind.is_supported(dataset)).collect()
}

/// The words of the charts, each with what it finds.
fn chart_values(dataset: &Dataset) -> Vec<PossibleValue> {
    let help = |kind: ChartKind| finding(dataset, kind).unwrap_or_default();
    let value = |kind: &ChartKind| PossibleValue::new(kind.word()).help(help(*kind));
    charts_of(dataset).iter().map(value).collect()
}

/// The id of an indicator, with its title.
fn indicator_value(indicator: &Indicator) -> PossibleValue {
    PossibleValue::new(indicator.id).help(indicator.title.en)
}

/// The English heading of a chart with nothing filtered out.
fn finding(dataset: &Dataset, kind: ChartKind) -> Option<String> {
    let state = State { chart: kind, ..State::of(dataset) };
    let environment = Environment {
        width: 760.0,
        dark: false,
        mode: Mode::Static,
        wide_font: false,
        can_share: false,
        language: Language::En,
        base: String::new(),
        src: String::new(),
        indexes: None,
    };
    Some(kind.chart().headline(&context(dataset, &state, &environment)).heading)
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
pub(super) fn tiers(dataset: &Dataset, text: &str) -> Result<TierSet, String> {
    // What a script makes of an empty variable shall not become all tiers.
    let parsed = match text.trim() {
        "" => Err("no tier is named".to_owned()),
        text if dataset.is_own => dataset.parse_tiers(&own::tier_codes(dataset, text)),
        text => dataset.parse_tiers(text),
    };
    parsed.map_err(|message| format!("{message}; separate several by commas, or write all or none"))
}

/// A BCP 47 tag to the best match.
pub(super) fn language(tag: &str) -> Result<Language, String> {
    Language::best_match(tag)
        .ok_or_else(|| not_one_of("language", tag, &mut Language::ALL.into_iter().map(Language::tag)))
}

/// The code of a county of the dataset. A name is answered with its code.
pub(super) fn county(dataset: &'static Dataset, text: &str) -> Result<&'static str, String> {
    if let Some(county) = dataset.county(text.trim()) {
        return Ok(county.code);
    }
    let is_called = |county: &&County| {
        Language::ALL.iter().any(|language| county.name.get(*language).eq_ignore_ascii_case(text.trim()))
    };
    let codes: Vec<&str> = dataset.counties.iter().filter(is_called).map(|county| county.code).collect();
    let example = dataset.counties.first().map_or("", |county| county.code);
    let (what, code, like, data) = match dataset.is_own {
        true => ("code", "its code", format!("a code such as {example}"), " --data FILE"),
        false => ("county", "a GB/T 2260 code", "a GB/T 2260 code such as 350582".to_owned(), ""),
    };
    if !codes.is_empty() {
        return Err(format!("\"{text}\" is a name, expected {code}; try {}", codes.join(" or ")));
    }
    if dataset.counties.is_empty() {
        return Err(format!("unknown {what} \"{text}\"; the dataset has no table of entities"));
    }
    let has_list = |chart: &ChartKind| matches!(chart, ChartKind::Map | ChartKind::Strip);
    let list = charts_of(dataset).into_iter().find(has_list).map_or_else(String::new, |chart| {
        let (chart, count) = (chart.word(), dataset.counties.len());
        format!("; `county-chains render{data} --chart {chart} --format csv` lists all {count}")
    });
    Err(format!("unknown {what} \"{text}\", expected {like}{list}"))
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
