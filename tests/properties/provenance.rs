//! What marks and rows stand on.

use county_chains::chart::{ChartKind, Part, source_card};
use county_chains::language::Language;
use county_chains::widget;
use county_chains::word::Keyword;

use super::support::{dataset, environment, state_of};

#[test]
fn every_mark_and_row_of_the_other_charts_tells_the_facts_behind_it() {
    for kind in ChartKind::ALL.iter().filter(|kind| kind.part() == Part::Charts) {
        for language in Language::ALL {
            let (state, chart) = (state_of(*kind), kind.chart());
            let context = widget::context(dataset(), &state, &environment(language, 760.0));
            let (scene, table) = (chart.draw(&context), chart.table(&context));
            let rows = table.rows.iter().chain(&table.footer).map(|row| &row.key);
            for key in scene.marks().map(|mark| &mark.key).chain(rows) {
                let provenance = chart.provenance(&context, key).unwrap_or_else(|| panic!("{key}"));
                let count = provenance.facts.len();
                let card = source_card(&context, provenance);
                assert_eq!(card.facts.len(), count, "{key}: a fact that is none");
                assert!(count > 0 && !card.title.is_empty(), "{key}");
                let torn = |text: &str| text.is_empty() || text.contains(['{', '}']);
                assert!(!card.derivations.iter().any(|(name, how)| torn(name) || torn(how)), "{key}");
            }
            assert_eq!(chart.provenance(&context, "no such mark"), None);
        }
    }
}
