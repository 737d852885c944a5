//! A chart with everything that decides its look, and what is written of it.

use super::args::{Format, RenderArgs};
use super::choice::{Choice, first_chart};
use super::data::Data;
use super::fonts::Fonts;
use super::png;
use crate::chart::{ChartKind, poster};
use crate::dataset::Dataset;
use crate::error::Error;
use crate::language::Language;
use crate::locale::Locale;
use crate::paint::{self, Image};
use crate::scene::Scene;
use crate::theme::{LIGHT, Theme};
use crate::widget::{self, Credits, Environment, Mode, State, ThemeChoice, View};
use crate::word::Keyword;

/// Width of pictures, in CSS pixels.
const WIDTH: u16 = 760;
/// Width of the picture inside the static twin: that of the narrowest phones, where it must be readable.
const TWIN_WIDTH: u16 = 280;
/// Pixels for each CSS pixel.
const SCALE: u8 = 2;

/// A chart with everything that decides its look.
#[derive(Debug, Clone)]
pub(super) struct Picture {
    pub(super) state: State,
    pub(super) language: Language,
    /// The theme that was asked for; without one pictures are light, and links leave the choice to the reader.
    pub(super) theme: Option<Theme>,
    width: Option<u16>,
    pub(super) scale: u8,
    /// Whether the twin tells search engines what its table is.
    described: bool,
    /// Whether tables hold only the rows that the filter keeps.
    selected: bool,
    /// Address of the folder that holds the widget's files; empty if there is none.
    pub(super) base: String,
    /// Full address of the png that a feed shows.
    pub(super) image: String,
}

impl Picture {
    /// The picture that the arguments ask for.
    pub(super) fn new(data: &Data, choice: Choice, args: &RenderArgs) -> Picture {
        let default = State::of(data.dataset);
        let heading = args.heading.as_deref().map(str::trim).filter(|text| !text.is_empty());
        Picture {
            state: State {
                chart: choice.chart.unwrap_or_else(|| first_chart(data.dataset)),
                indicator: choice.indicator.unwrap_or(default.indicator),
                tiers: choice.tiers.unwrap_or(default.tiers),
                county: choice.county,
                heading: heading.map(str::to_owned),
                heading_level: args.heading_level.map_or(default.heading_level, usize::from),
                theme: choice_of(args.theme),
                ..default
            },
            language: data.language(args.lang),
            theme: args.theme,
            width: args.width,
            scale: args.scale.unwrap_or(SCALE),
            described: !args.no_json_ld,
            selected: choice.tiers.is_some(),
            base: args.base.clone().unwrap_or_default(),
            image: args.picture.clone().unwrap_or_default(),
        }
    }

    /// The same of another chart in another language and theme.
    pub(super) fn of(&self, chart: ChartKind, language: Language, theme: Option<Theme>) -> Picture {
        let state = State { chart, theme: choice_of(theme), ..self.state.clone() };
        Picture { state, language, theme, ..self.clone() }
    }

    /// What is written of it in `format`.
    pub(super) fn content(&self, dataset: &Dataset, format: Format, fonts: &Fonts) -> Result<Vec<u8>, Error> {
        let text = match format {
            Format::Svg => self.svg(dataset),
            Format::Png => return png::png(&self.svg(dataset), self.scale, self.language, fonts),
            Format::Html => {
                paint::twin_code(&self.view(dataset, format), &self.drawn_theme(), self.described)
            }
            Format::Feed => self.feed(dataset),
            Format::Csv => self.csv(dataset),
            Format::Json => paint::chart_json(&self.view(dataset, format), &self.credits(dataset, format)),
        };
        Ok(text.into_bytes())
    }

    /// The theme that it is drawn in.
    pub(super) fn drawn_theme(&self) -> Theme {
        self.theme.unwrap_or(LIGHT)
    }

    pub(super) fn locale(&self, dataset: &Dataset) -> &'static Locale {
        Locale::about(dataset, self.language)
    }

    /// What a file of this format says of itself.
    pub(super) fn credits(&self, dataset: &Dataset, format: Format) -> Credits {
        let environment = self.environment(format);
        widget::credits(&widget::context(dataset, &self.state, &environment), &self.state, &environment)
    }

    /// What the widget shows in the static mode.
    pub(super) fn view(&self, dataset: &Dataset, format: Format) -> View {
        widget::view(dataset, self.state.clone(), &self.environment(format))
    }

    /// Width and height of the picture in whole CSS pixels.
    pub(super) fn size(&self, dataset: &Dataset) -> [f64; 2] {
        let scene = self.scene(dataset);
        // To the nearest, as the png is drawn.
        [scene.width.round(), scene.height.round()]
    }

    pub(super) fn environment(&self, format: Format) -> Environment {
        let width = if format == Format::Html { TWIN_WIDTH } else { WIDTH };
        Environment {
            mode: Mode::Static,
            wide_font: false,
            can_share: false,
            width: f64::from(self.width.unwrap_or(width)),
            dark: false,
            language: self.language,
            base: self.base.clone(),
            src: String::new(),
            indexes: None,
        }
    }

    fn scene(&self, dataset: &Dataset) -> Scene {
        let environment = self.environment(Format::Svg);
        let context = widget::context(dataset, &self.state, &environment);
        poster(self.state.chart, &context, environment.width, self.state.heading.as_deref())
    }

    fn svg(&self, dataset: &Dataset) -> String {
        let credits = self.credits(dataset, Format::Svg);
        paint::static_svg(&self.scene(dataset), &self.drawn_theme(), self.locale(dataset), &credits)
    }

    fn feed(&self, dataset: &Dataset) -> String {
        let [width, height] = self.size(dataset);
        let alternative = self.credits(dataset, Format::Feed).alternative(self.locale(dataset));
        let image = Image { address: &self.image, width, height, alternative };
        paint::feed_code(&self.view(dataset, Format::Feed), &image)
    }

    fn csv(&self, dataset: &Dataset) -> String {
        let environment = self.environment(Format::Csv);
        let context = widget::context(dataset, &self.state, &environment);
        paint::chart_csv(self.state.chart, &context, self.selected, &self.credits(dataset, Format::Csv))
    }
}

/// The choice of the widget that `theme` is.
fn choice_of(theme: Option<Theme>) -> ThemeChoice {
    theme.and_then(|theme| ThemeChoice::from_word(theme.name)).unwrap_or_default()
}
