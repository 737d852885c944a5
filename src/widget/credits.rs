//! What a downloaded file says about itself: what it shows, where that comes from, and the link back.

use super::environment::Environment;
use super::share::link;
use super::state::State;
use crate::chart::{ChartContext, edition_line, source_line};
use crate::locale::{Locale, render};

/// The credits of a chart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Credits {
    /// The finding.
    pub title: String,
    /// One or two sentences.
    pub description: String,
    /// Who published the source.
    pub publisher: &'static str,
    /// The source line.
    pub source: String,
    /// The edition line.
    pub edition: &'static str,
    /// The address that restores the view; empty where no page has given an address.
    pub link: String,
    /// What must be known of the chart and its table.
    pub notes: Vec<String>,
}

/// The credits of a state.
pub fn credits(context: &ChartContext<'_>, state: &State, environment: &Environment) -> Credits {
    let language = context.locale.language;
    let chart = state.chart.chart();
    let headline = chart.headline(context);
    let mut notes = chart.notes(context);
    notes.extend(chart.table_notes(context));
    let publisher = context.dataset.main_source().map_or("", |source| source.publisher.get(language));
    Credits {
        title: state.heading.clone().unwrap_or(headline.heading),
        description: headline.summary,
        publisher,
        source: source_line(state.chart, context),
        edition: edition_line(state.chart, context, false),
        link: link(context.dataset, state, language, environment),
        notes: notes.into_iter().map(|note| note.text).collect(),
    }
}

impl Credits {
    /// What the picture says to those who do not see it: the finding and the numbers it stands on.
    pub fn alternative(&self, locale: &Locale) -> String {
        let heading = self.title.trim_end_matches(['.', '。']);
        if self.description.is_empty() {
            return heading.to_owned();
        }
        let values = [("heading", heading), ("summary", &*self.description)];
        render(locale.annex().downloads.alternative, &values)
    }
}
