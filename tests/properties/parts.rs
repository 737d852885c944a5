//! What a page that has loaded a single chart shows is what it shows with everything.

use county_chains::chart::{ChartContext, ChartKind, ChartRow, FilterEffect, Layout, Part};
use county_chains::dataset::{self, Dataset};
use county_chains::language::Language;
use county_chains::locale::Locale;
use county_chains::paint::{chart_csv, live};
use county_chains::widget::{self, State, ViewKind};
use county_chains::word::Keyword;

use super::support::{CHARTS, dataset, environment, indicators, state_of, tiers_named};

/// Adds what a part brings.
type Read = fn(&mut Dataset);

/// What the part of each chart brings to the dataset.
const READ: [(ChartKind, Read); 9] = [
    (ChartKind::Tiers, dataset::read_tiers),
    (ChartKind::Shares, dataset::read_shares),
    (ChartKind::SixOnes, dataset::read_six_ones),
    (ChartKind::Map, dataset::read_map),
    (ChartKind::Clusters, dataset::read_clusters),
    (ChartKind::Paths, dataset::read_paths),
    (ChartKind::Market, dataset::read_market),
    (ChartKind::Timeline, dataset::read_timeline),
    (ChartKind::Facts, dataset::read_facts),
];

/// Each chart, and the dataset as far as the parts that it needs bring it.
fn alone() -> impl Iterator<Item = (ChartKind, Dataset)> {
    READ.into_iter().map(|(chart, _)| {
        let mut dataset = dataset::outline();
        if chart.part().needs(Part::Figures) {
            dataset::read_figures(&mut dataset);
        }
        if chart.part().needs(Part::Texts) {
            dataset::read_texts(&mut dataset);
        }
        for (other, read) in READ {
            if chart.part().needs(other.part()) {
                read(&mut dataset);
            }
        }
        (chart, dataset)
    })
}

#[test]
fn each_chart_has_a_part_that_is_called_like_it() {
    for chart in CHARTS.iter() {
        assert_eq!(chart.part().word(), chart.word());
    }
}

/// The list of facts names the chart that draws each, and has not loaded the charts.
#[test]
fn the_data_says_which_mark_draws_each_fact() {
    let context =
        ChartContext::of(dataset(), Locale::about(dataset(), Language::ZhHans), Layout::whole(360.0));
    let made_for_the_report = CHARTS.iter().filter(|chart| chart.part().below() == Part::Figures);
    let rows: Vec<ChartRow> = made_for_the_report.flat_map(|chart| chart.chart().rows(&context)).collect();
    for fact in &dataset().facts {
        let drawing = rows.iter().find(|row| row.facts.contains(&fact.id));
        assert_eq!(fact.mark, drawing.map(|row| row.key.text()).unwrap_or_default(), "{}", fact.id);
    }
}

#[test]
fn a_chart_needs_no_texts_of_other_charts() {
    for (chart, outline) in alone() {
        // What a reader cannot change there changes nothing.
        let some = |is_changed| if is_changed { usize::MAX } else { 1 };
        let filters = some(chart.chart().filter_effect() != FilterEffect::Disabled);
        let shown =
            some(dataset().indicators.iter().any(|indicator| chart.chart().offers(dataset(), indicator)));
        for view in [ViewKind::Chart, ViewKind::Table] {
            for indicator in indicators().into_iter().take(shown) {
                for tiers in ["all", "", "1", "3", "4", "1 2", "2 3 4"].into_iter().take(filters) {
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
