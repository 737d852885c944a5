//! One chart in one format.

use std::path::Path;

use clap::ValueEnum;

use super::DATASET;
use super::args::{Format, RenderArgs};
use super::fonts::Fonts;
use super::{Failure, output, png, say};
use crate::chart::{ChartKind, FilterEffect, poster};
use crate::dataset::Dataset;
use crate::error::Error;
use crate::language::Language;
use crate::paint;
use crate::theme::{LIGHT, Theme};
use crate::widget::{self, Environment, State};
use crate::word::{Named, not_one_of};

/// Width of pictures, in CSS pixels.
const WIDTH: u16 = 760;
/// Width of the picture inside the static twin: text in it stays readable where it shrinks to a phone.
const TWIN_WIDTH: u16 = 360;
/// Pixels for each CSS pixel.
const SCALE: u8 = 2;

/// A chart with everything that decides its look.
#[derive(Debug, Clone)]
pub(super) struct Picture {
    state: State,
    language: Language,
    theme: Theme,
    width: Option<u16>,
    scale: u8,
    /// Whether tables hold only the rows that the filter keeps.
    selected: bool,
    /// Address of the folder that holds the widget's files; empty if there is none.
    base: String,
}

impl Picture {
    /// The picture that the arguments ask for.
    pub(super) fn new(args: &RenderArgs) -> Picture {
        let default = State::default();
        let heading = args.heading.as_deref().map(str::trim).filter(|text| !text.is_empty());
        Picture {
            state: State {
                chart: args.chart.unwrap_or(default.chart),
                indicator: args
                    .indicator
                    .as_deref()
                    .and_then(|id| DATASET.indicator(id))
                    .map_or(default.indicator, |indicator| indicator.id),
                tiers: args.tiers.unwrap_or(default.tiers),
                county: args
                    .county
                    .as_deref()
                    .and_then(|code| DATASET.county(code))
                    .map(|county| county.code),
                heading: heading.map(str::to_owned),
                ..default
            },
            language: args.lang.unwrap_or(Language::ZhHans),
            theme: args.theme.unwrap_or(LIGHT),
            width: args.width,
            scale: args.scale.unwrap_or(SCALE),
            selected: args.tiers.is_some(),
            base: args.base.clone().unwrap_or_default(),
        }
    }

    /// The same of another chart in another language and theme.
    pub(super) fn of(&self, chart: ChartKind, language: Language, theme: Theme) -> Picture {
        Picture { state: State { chart, ..self.state.clone() }, language, theme, ..self.clone() }
    }

    /// What is written of it in `format`.
    pub(super) fn content(&self, dataset: &Dataset, format: Format, fonts: &Fonts) -> Result<Vec<u8>, Error> {
        let environment = self.environment(if format == Format::Html { TWIN_WIDTH } else { WIDTH });
        let text = match format {
            Format::Svg => self.svg(dataset, &environment),
            Format::Png => {
                return png::png(&self.svg(dataset, &environment), self.scale, self.language, fonts);
            }
            Format::Html => {
                paint::twin(&widget::view(dataset, self.state.clone(), &environment), &self.theme).markup()
            }
            Format::Csv => {
                let brief = widget::brief(dataset, &self.state, &environment);
                let credits = widget::credits(&brief, &self.state, &environment);
                let table = self.state.chart.chart().table(&brief);
                paint::table_csv(&table, self.selected, brief.locale, &credits)
            }
            Format::Json => {
                let credits = widget::credits(
                    &widget::brief(dataset, &self.state, &environment),
                    &self.state,
                    &environment,
                );
                paint::chart_json(&widget::view(dataset, self.state.clone(), &environment), &credits)
            }
        };
        Ok(text.into_bytes())
    }

    fn environment(&self, width: u16) -> Environment {
        Environment {
            paper: true,
            wide_font: false,
            sheet: false,
            width: f64::from(self.width.unwrap_or(width)),
            dark: false,
            language: self.language,
            base: self.base.clone(),
        }
    }

    fn svg(&self, dataset: &Dataset, environment: &Environment) -> String {
        let brief = widget::brief(dataset, &self.state, environment);
        let heading = self.state.heading.as_deref();
        let scene = poster(self.state.chart, &brief, environment.width, heading);
        let credits = widget::credits(&brief, &self.state, environment);
        paint::still_svg(&scene, &self.theme, brief.locale, &credits)
    }
}

/// Writes one chart.
pub(super) fn render(dataset: &Dataset, args: &RenderArgs) -> Result<(), Failure> {
    let file = args.output.as_deref().filter(|path| path.as_os_str() != "-");
    let format = args.format.map_or_else(|| format_of(file), Ok)?;
    let picture = Picture::new(args);
    for note in without_effect(args, picture.state.chart, format) {
        say(&format!("note: {note}"));
    }
    let content = picture.content(dataset, format, &Fonts::default())?;
    output::deliver(&content, format, file)
}

/// The format that a file's ending names; svg where nothing is named.
fn format_of(file: Option<&Path>) -> Result<Format, Failure> {
    let Some(ending) = file.and_then(|path| path.extension()) else {
        return Ok(Format::Svg);
    };
    let ending = ending.to_string_lossy();
    Format::of_ending(&ending).ok_or_else(|| {
        let known: Vec<&str> = Format::value_variants().iter().map(|format| format.ending()).collect();
        Failure::Usage(format!(
            "{}; or say with --format what the file is to hold",
            not_one_of("ending", &ending, &known)
        ))
    })
}

/// Sentences on arguments that change nothing here: no mistake, but perhaps a misunderstanding.
fn without_effect(args: &RenderArgs, chart: ChartKind, format: Format) -> Vec<String> {
    let word = chart.word();
    let filtered = chart.chart().filter_effect() != FilterEffect::Disabled;
    let candidates = [
        (
            args.indicator.is_some() && chart != ChartKind::Tiers,
            format!("--indicator changes nothing, the chart \"{word}\" has its own measures"),
        ),
        (
            args.tiers.is_some() && !filtered,
            format!("--tiers changes nothing, the source does not break \"{word}\" down by tier"),
        ),
        (
            args.county.is_some() && chart != ChartKind::Map,
            format!("--county changes nothing, the chart \"{word}\" shows no counties"),
        ),
        (
            args.scale.is_some() && format != Format::Png,
            format!("--scale changes nothing, {} has no pixels", format.ending()),
        ),
    ];
    candidates.into_iter().filter(|(applies, _)| *applies).map(|(_, note)| note).collect()
}
