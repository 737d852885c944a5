//! What marks and rows stand on.

use county_chains::chart::{ChartKind, FactLocation, Table, card, drawn_at, source_card};
use county_chains::language::Language;
use county_chains::scene::MarkKey;
use county_chains::widget;
use county_chains::word::Keyword;

use super::support::{CHARTS, dataset, environment, state_of};

#[test]
fn the_table_of_every_chart_has_the_rows_that_the_chart_declares() {
    for kind in CHARTS.iter() {
        for language in Language::ALL {
            let state = state_of(*kind);
            let context = widget::context(dataset(), &state, &environment(language, 760.0));
            let Table { rows, footer, .. } = kind.chart().table(&context);
            let shown: Vec<MarkKey<'_>> = rows.iter().chain(&footer).map(|row| row.key).collect();
            let declared: Vec<MarkKey<'_>> = kind.chart().rows(&context).iter().map(|row| row.key).collect();
            assert_eq!(shown, declared, "{} {}", kind.word(), language.tag());
        }
    }
}

#[test]
fn the_card_of_the_mark_that_draws_a_fact_quotes_it() {
    let mut seen = 0;
    for fact in &dataset().facts {
        let Some(FactLocation { chart, county, mark, .. }) = drawn_at(dataset(), fact) else { continue };
        let state = state_of(chart);
        let context = widget::context(dataset(), &state, &environment(Language::ZhHans, 760.0));
        let quoted = match (county, mark) {
            (Some(code), _) => card(&context, code).unwrap().facts.iter().any(|told| told.id == fact.id),
            (None, Some(key)) => chart.chart().provenance(&context, key).unwrap().facts.contains(&fact.id),
            // The tiles of all counties that the fact names.
            (None, None) => chart == ChartKind::Map && fact.counties.len() > 1,
        };
        assert!(quoted, "{}", fact.id);
        seen += 1;
    }
    assert!(seen > 100, "{seen} facts");
}

#[test]
fn every_mark_and_row_of_the_other_charts_tells_the_facts_behind_it() {
    for kind in
        CHARTS.iter().filter(|kind| ![ChartKind::Tiers, ChartKind::Shares, ChartKind::Map].contains(kind))
    {
        for language in Language::ALL {
            let (state, chart) = (state_of(*kind), kind.chart());
            let context = widget::context(dataset(), &state, &environment(language, 760.0));
            let (scene, table) = (chart.draw(&context), chart.table(&context));
            let rows = table.rows.iter().chain(&table.footer).map(|row| row.key);
            for key in scene.marks().map(|mark| mark.key).chain(rows) {
                let text = key.text();
                let provenance = chart.provenance(&context, key).unwrap_or_else(|| panic!("{text}"));
                let count = provenance.facts.len();
                let card = source_card(&context, provenance);
                assert_eq!(card.facts.len(), count, "{text}: a fact that is none");
                assert!(count > 0 && !card.title.is_empty(), "{text}");
                let torn = |text: &str| text.is_empty() || text.contains(['{', '}']);
                assert!(!card.derivations.iter().any(|(name, how)| torn(name) || torn(how)), "{text}");
            }
            assert_eq!(chart.provenance(&context, MarkKey::Row(kind.word(), "no such row")), None);
        }
    }
}
