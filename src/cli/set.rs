//! Which files the set of all charts has.

use super::args::{Format, RenderArgs};
use super::choice::Choice;
use super::data::Data;
use super::parsers::charts_of;
use super::picture::Picture;
use super::urls::{Urls, oembed, page, stem};
use crate::theme::{THEMES, Theme};

/// What is written of a chart unless a format is chosen. Feeds, pages and answers of oEmbed need an address.
const FORMATS: [What; 4] =
    [What::Chart(Format::Svg), What::Chart(Format::Png), What::Chart(Format::Html), What::Chart(Format::Csv)];
const WITH_ADDRESS: [What; 3] = [What::Chart(Format::Feed), What::Page, What::Oembed];

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// What can be had of a single chart as well.
    Chart(Format),
    /// A page with the chart, to be linked to.
    Page,
    /// The answer of oEmbed for the page.
    Oembed,
}

impl What {
    /// The format whose width and words it has.
    pub(super) const fn format(self) -> Format {
        match self {
            What::Chart(format) => format,
            What::Page | What::Oembed => Format::Html,
        }
    }

    pub(super) const fn word(self) -> &'static str {
        match self {
            What::Chart(format) => format.word(),
            What::Page => "page",
            What::Oembed => "oembed",
        }
    }

    pub(super) const fn media_type(self) -> &'static str {
        match self {
            What::Chart(format) => format.media_type(),
            What::Page => "text/html",
            What::Oembed => "application/json",
        }
    }

    /// Whether there is one for each theme.
    pub(super) const fn is_coloured(self) -> bool {
        matches!(self, What::Chart(format) if format.is_coloured())
    }
}

/// One file to write.
pub(super) struct Job {
    pub(super) name: String,
    pub(super) picture: Picture,
    pub(super) what: What,
}

/// The files that the arguments leave open, chart by chart.
pub(super) fn jobs(data: &Data, choice: Choice, args: &RenderArgs, urls: Option<&Urls>) -> Vec<Job> {
    let charts = choice.chart.map_or_else(|| charts_of(data.dataset), |chart| vec![chart]);
    let languages = args.lang.map_or_else(|| data.languages.clone(), |language| vec![language]);
    let mut kinds = args.format.map_or(FORMATS.to_vec(), |format| vec![What::Chart(format)]);
    if args.format.is_none() && urls.is_some() {
        kinds.extend(WITH_ADDRESS);
    }
    let template = Picture::new(data, choice, args);
    let mut jobs = Vec::new();
    for chart in charts {
        for language in &languages {
            let picture = template.of(chart, *language, args.theme);
            jobs.extend(kinds.iter().flat_map(|what| of_chart(&picture, *what, urls)));
        }
    }
    jobs
}

/// The files of this kind: one a theme where the theme changes anything, unless one was chosen.
fn of_chart(picture: &Picture, what: What, urls: Option<&Urls>) -> Vec<Job> {
    let ending = what.format().ending();
    if what.is_coloured() {
        let themes = picture.theme.map_or(THEMES.to_vec(), |theme| vec![theme]);
        let job = |theme: Theme| {
            let picture = picture.of(picture.state.chart, picture.language, Some(theme));
            Job { name: format!("{}-{}.{ending}", stem(&picture), theme.name), picture, what }
        };
        return themes.into_iter().map(job).collect();
    }
    let mut picture = picture.clone();
    picture.image = urls.map_or_else(String::new, |urls| urls.image(&picture));
    let name = match what {
        What::Chart(_) => format!("{}.{ending}", stem(&picture)),
        What::Page => page(&picture, picture.language),
        What::Oembed => oembed(&picture),
    };
    vec![Job { name, picture, what }]
}
