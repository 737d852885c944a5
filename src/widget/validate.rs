//! Clears what a state names and its chart does not have.

use super::state::State;
use crate::chart::{ChartContext, Layout};
use crate::dataset::Dataset;
use crate::language::Language;
use crate::locale::Locale;
use crate::quantity::count_text;
use crate::scene::MarkKey;
use crate::word::{Keyword, text};

/// Clears `mark` and `sort` if the chart has no such mark or column. Returns the name, the value and the reason of each.
/// The part of the chart must have come; if a mark is set, the annex too.
#[part::of(figures)]
pub fn drop_unknown(state: &mut State, dataset: &Dataset) -> Vec<(&'static str, String, String)> {
    let kind = state.shown();
    let context = ChartContext::of(dataset, Locale::about(dataset, Language::ZhHans), Layout::whole(360.0));
    let mut dropped = Vec::new();
    let lacks = |text: &String| {
        let provenance = MarkKey::parse(text).and_then(|key| kind.chart().provenance(&context, key));
        provenance.is_none()
    };
    if let Some(key) = state.mark.take_if(|key| lacks(key)) {
        dropped.push(("mark", key, text!("expected the key of a mark of the chart {kind.word()}")));
    }
    if let Some(sort) = state.sort {
        let columns = kind.chart().table(&context).columns.len();
        if sort.column > columns {
            state.sort = None;
            let why = text!("expected a column from 1 to {count_text(columns)}");
            dropped.push(("sort", sort.word(), why));
        }
    }
    dropped
}

#[cfg(test)]
mod tests {
    use super::drop_unknown;
    use crate::chart::ChartKind;
    use crate::dataset;
    use crate::widget::{Sort, State};

    #[test]
    fn what_the_chart_has_stays_and_what_it_has_not_goes() {
        let dataset = dataset::embedded();
        let state = |mark: &str, column| State {
            chart: ChartKind::Market,
            mark: Some(mark.to_owned()),
            sort: Some(Sort { column, falling: true }),
            ..State::of(&dataset)
        };
        let mut good = state("market:over-100bn", 1);
        assert!(drop_unknown(&mut good, &dataset).is_empty());
        assert_eq!(good, state("market:over-100bn", 1));
        let mut bad = state("market:nope", 99);
        let told: Vec<&str> = drop_unknown(&mut bad, &dataset).iter().map(|(name, ..)| *name).collect();
        assert_eq!((told, bad.mark, bad.sort), (vec!["mark", "sort"], None, None));
    }
}
