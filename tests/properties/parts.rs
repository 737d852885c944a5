//! What a page that has loaded a single chart shows is what it shows with everything.

use county_chains::chart::{ChartKind, Part};
use county_chains::dataset::chart_texts::{ALONE, is_together};
use county_chains::dataset::{self, Dataset};
use county_chains::language::Language;
use county_chains::paint::{chart_csv, live};
use county_chains::widget::{self, State, ViewKind};
use county_chains::word::Keyword;

use super::support::{CHARTS, dataset, environment, indicators, state_of, tiers_named};

/// Each chart with a part of its own, and the dataset as far as that part brings it.
fn alone() -> [(ChartKind, Dataset); 3] {
    let read = |chart, read: fn(&mut Dataset)| {
        let mut dataset = dataset::outline();
        read(&mut dataset);
        (chart, dataset)
    };
    [
        read(ChartKind::Tiers, dataset::read_tiers),
        read(ChartKind::Shares, dataset::read_shares),
        read(ChartKind::Map, dataset::read_map),
    ]
}

#[test]
fn charts_have_the_part_that_brings_their_texts() {
    for chart in CHARTS.iter() {
        let word = chart.word();
        assert_eq!(ALONE.contains(&word).then_some(word), alone_in(chart.part()), "{word}");
        assert_eq!(is_together(word), chart.part() == Part::Charts, "{word}");
    }
}

/// The chart that a part is for, if it is for one.
fn alone_in(part: Part) -> Option<&'static str> {
    ALONE.into_iter().find(|word| *word == part.word())
}

#[test]
fn a_chart_needs_no_texts_of_other_charts() {
    for (chart, outline) in alone() {
        for view in [ViewKind::Chart, ViewKind::Table] {
            for indicator in indicators() {
                for tiers in ["", "1", "3", "4", "1 2", "2 3 4", "all"] {
                    let tiers = tiers_named(tiers);
                    let state = State { view, indicator, tiers, ..state_of(chart) };
                    for language in Language::ALL {
                        let written = |dataset: &Dataset| shown_and_saved(dataset, &state, language);
                        assert_eq!(written(&outline), written(dataset()), "{} {indicator}", chart.word());
                    }
                }
            }
        }
    }
}

/// The widget, and the table that readers save.
fn shown_and_saved(dataset: &Dataset, state: &State, language: Language) -> [String; 2] {
    let environment = environment(language, 560.0);
    let view = widget::view(dataset, state.clone(), &environment);
    let context = widget::context(dataset, state, &environment);
    let credits = widget::credits(&context, state, &environment);
    [live(&view, None).markup(), chart_csv(state.chart, &context, false, &credits)]
}
