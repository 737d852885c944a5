//! The headings and summaries that a dataset brings along, with their figures filled in, to be read over.

use county_chains_package::{Package, Story};

use super::languages;
use crate::chart::ChartKind;
use crate::dataset::Dataset;
use crate::language::Language;
use crate::widget::{Environment, Mode, State, context};
use crate::word::Keyword as _;

/// Each story in each language of the dataset.
pub(super) fn stories(package: &Package) -> String {
    if package.stories.is_empty() {
        return String::new();
    }
    let dataset = crate::own::dataset(package);
    package.stories.iter().map(|story| told(package, &dataset, story)).collect()
}

/// A story as its chart says it with nothing filtered out.
fn told(package: &Package, dataset: &Dataset, story: &Story) -> String {
    let Ok(chart) = ChartKind::parse_offered(dataset, story.chart) else { return String::new() };
    let default = State::of(dataset);
    let indicator = dataset.indicator(story.indicator).map_or(default.indicator, |indicator| indicator.id);
    let state = State { chart, indicator, ..default };
    let about = match story.indicator {
        "" => chart.word().to_owned(),
        indicator => format!("{}, {indicator}", chart.word()),
    };
    let mut text = format!("story of {about}\n");
    for language in languages(&package.languages) {
        let headline = chart.chart().headline(&context(dataset, &state, &environment(language)));
        text += &format!("  {:<7}  {}\n", language.tag(), headline.heading);
        if !headline.summary.is_empty() {
            text += &format!("{:11}{}\n", "", headline.summary);
        }
    }
    text + "\n"
}

fn environment(language: Language) -> Environment {
    Environment {
        width: 760.0,
        dark: false,
        mode: Mode::Static,
        wide_font: false,
        can_share: false,
        language,
        base: String::new(),
        src: String::new(),
        indexes: None,
    }
}
