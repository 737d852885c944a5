//! Where a fact is drawn: the chart and the mark that stand on it.

use super::facts::{FactList, fact_list};
use super::tier_table::totals;
use super::{ChartContext, ChartKind, Layout};
use crate::dataset::{Dataset, Fact};
use crate::language::Language;
use crate::locale::Locale;
use crate::word::{Keyword, concat};

/// A mark of a chart, and what must be chosen to see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactLocation {
    /// The chart.
    pub chart: ChartKind,
    /// The indicator, for charts that show one.
    pub indicator: Option<&'static str>,
    /// The county, for the map.
    pub county: Option<&'static str>,
    /// Key of the mark.
    pub mark: Option<String>,
}

/// Where the facts are drawn.
pub(super) struct FactLocations<'a> {
    dataset: &'a Dataset,
    /// What the source states of all tiers together.
    totals: Vec<&'static str>,
    /// Facts under the rows of charts whose marks are no tiers and no counties.
    rows: Vec<(&'static str, ChartKind, String)>,
}

/// Charts whose rows stand on facts of their own, in the order in which they are asked.
const CHARTS: [ChartKind; 5] =
    [ChartKind::SixOnes, ChartKind::Clusters, ChartKind::Market, ChartKind::Paths, ChartKind::Timeline];

impl<'a> FactLocations<'a> {
    pub(super) fn new(context: &ChartContext<'a>) -> FactLocations<'a> {
        let whole = context.unfiltered();
        let mut rows = Vec::new();
        for kind in CHARTS {
            let table = kind.chart().table(&whole);
            for row in table.rows.into_iter().chain(table.footer) {
                let provenance = kind.chart().provenance(&whole, &row.key).unwrap_or_default();
                rows.extend(provenance.facts.into_iter().map(|fact| (fact, kind, row.key.clone())));
            }
        }
        FactLocations { dataset: context.dataset, totals: totals(context), rows }
    }

    /// Where the fact is drawn, if it is.
    pub(super) fn of(&self, fact: &Fact) -> Option<FactLocation> {
        let tiers = self.dataset.tiers.iter();
        let cells = tiers.flat_map(|row| row.facts.iter().map(move |(indicator, id)| (row, *indicator, *id)));
        if let Some((row, indicator, _)) = cells.into_iter().find(|(.., id)| *id == fact.id) {
            let mark = Some(concat(&["tier:", row.code]));
            return Some(FactLocation {
                chart: ChartKind::Tiers,
                indicator: Some(indicator),
                county: None,
                mark,
            });
        }
        // The totals stand beside the bars that they are the whole of.
        if self.totals.contains(&fact.id) {
            let mark = Some("stated".to_owned());
            return Some(FactLocation { chart: ChartKind::Shares, indicator: None, county: None, mark });
        }
        // What is said of one county alone is told on its card.
        if let [county] = fact.counties[..] {
            return Some(FactLocation {
                chart: ChartKind::Map,
                indicator: None,
                county: Some(county),
                mark: None,
            });
        }
        if let Some((_, chart, key)) = self.rows.iter().find(|(id, ..)| *id == fact.id) {
            return Some(FactLocation {
                chart: *chart,
                indicator: None,
                county: None,
                mark: Some(key.clone()),
            });
        }
        // Counties that are named together have their tiles.
        let named = !fact.counties.is_empty();
        named.then_some(FactLocation { chart: ChartKind::Map, indicator: None, county: None, mark: None })
    }
}

/// The list of the context's facts, each with the chart that draws it.
#[part::of(charts)]
pub fn located_fact_list(context: &ChartContext<'_>) -> FactList {
    let locations = FactLocations::new(context);
    let language = context.locale.language;
    fact_list(context, &|fact| Some(context.dataset.chart_name(locations.of(fact)?.chart.word(), language)))
}

/// Where a fact of the dataset is drawn.
#[part::of(charts)]
pub fn drawn_at(dataset: &Dataset, fact: &Fact) -> Option<FactLocation> {
    let context = ChartContext::of(dataset, Locale::of(Language::ZhHans), Layout::whole(360.0));
    FactLocations::new(&context).of(fact)
}
