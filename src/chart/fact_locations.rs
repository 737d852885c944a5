//! Where a fact is drawn: the chart and the mark that stand on it.

use super::facts::{FactList, fact_list};
use super::{ChartContext, ChartKind, ChartRow, Layout, tier_table};
use crate::dataset::{Dataset, Fact, Indicator};
use crate::language::Language;
use crate::locale::Locale;
use crate::scene::MarkKey;
use crate::word::Keyword;

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
    pub mark: Option<MarkKey<'static>>,
}

/// Where the facts are drawn: each with the chart and the row that draw it, in the order of the charts.
pub(super) struct FactLocations<'a> {
    dataset: &'a Dataset,
    rows: Vec<(&'static str, ChartKind, MarkKey<'static>)>,
}

impl<'a> FactLocations<'a> {
    pub(super) fn new(context: &ChartContext<'a>) -> FactLocations<'a> {
        let whole = context.unfiltered();
        let mut rows = Vec::new();
        for kind in ChartKind::offered(context.dataset) {
            match kind {
                // The list of all facts is where readers come from.
                ChartKind::Facts => {}
                // Its rows may not have loaded: each county, with what is said of it alone.
                ChartKind::Map => {
                    let alone = context.dataset.facts.iter().filter(|fact| fact.counties.len() == 1);
                    let counties = alone.flat_map(|fact| fact.counties.iter().map(|code| (fact.id, *code)));
                    rows.extend(counties.map(|(fact, code)| (fact, kind, MarkKey::County(code))));
                }
                // Nor may these have loaded. The data says which facts they draw.
                ChartKind::SixOnes
                | ChartKind::Clusters
                | ChartKind::Paths
                | ChartKind::Market
                | ChartKind::Timeline => {
                    let drawn = |fact: &Fact| match MarkKey::parse(fact.mark)? {
                        key @ MarkKey::Row(chart, _) if chart == kind.word() => Some((fact.id, kind, key)),
                        _ => None,
                    };
                    rows.extend(context.dataset.facts.iter().filter_map(drawn));
                }
                _ => {
                    // The rows of these two may not have loaded either. Both have those of the table of the tiers.
                    let of_tiers = [ChartKind::Tiers, ChartKind::Shares].contains(&kind);
                    let all = if of_tiers { tier_table::rows(&whole) } else { kind.chart().rows(&whole) };
                    for ChartRow { key, facts } in all {
                        let facts = facts.into_iter().filter(|fact| {
                            // The totals in the table of `tiers` are in no picture of it; `shares` has those of its bars
                            // beside them.
                            let has_bar =
                                |total: &Indicator| whole.dataset.story("shares", total.id).is_some();
                            key != MarkKey::Stated
                                || (kind == ChartKind::Shares
                                    && total(whole.dataset, fact).is_some_and(has_bar))
                        });
                        rows.extend(facts.map(|fact| (fact, kind, key)));
                    }
                }
            }
        }
        FactLocations { dataset: context.dataset, rows }
    }

    /// Where the fact is drawn, if it is.
    pub(super) fn of(&self, fact: &Fact) -> Option<FactLocation> {
        let Some((_, chart, key)) = self.rows.iter().find(|(id, ..)| *id == fact.id) else {
            let shown = |chart, indicator| FactLocation { chart, indicator, county: None, mark: None };
            let is_offered =
                |chart: ChartKind, indicator| self.dataset.story(chart.word(), indicator).is_some();
            // Counties that are named together have their tiles.
            if !fact.counties.is_empty() {
                return is_offered(ChartKind::Map, "").then(|| shown(ChartKind::Map, None));
            }
            // A total that has no bar is that of the tiers.
            let of = total(self.dataset, fact.id)?.id;
            return is_offered(ChartKind::Tiers, of).then(|| shown(ChartKind::Tiers, Some(of)));
        };
        let (county, mark) = match *key {
            MarkKey::County(code) => (Some(code), None),
            key => (None, Some(key)),
        };
        Some(FactLocation { chart: *chart, indicator: self.indicator(fact), county, mark })
    }

    /// The indicator that the fact prints for a tier.
    fn indicator(&self, fact: &Fact) -> Option<&'static str> {
        let mut printed = self.dataset.tiers.iter().flat_map(|row| &row.facts);
        printed.find(|(_, id)| *id == fact.id).map(|(indicator, _)| *indicator)
    }
}

/// The indicator whose total the fact with this id states.
fn total<'a>(dataset: &'a Dataset, fact: &str) -> Option<&'a Indicator> {
    dataset.indicators.iter().find(|indicator| indicator.total == fact)
}

/// The list of the context's facts, each with the chart that draws it.
#[part::of(facts)]
pub fn located_fact_list(context: &ChartContext<'_>) -> FactList {
    let locations = FactLocations::new(context);
    let language = context.locale.language;
    fact_list(context, &|fact| Some(context.dataset.chart_name(locations.of(fact)?.chart.word(), language)))
}

/// Where a fact of the dataset is drawn.
#[part::of(facts)]
pub fn drawn_at(dataset: &Dataset, fact: &Fact) -> Option<FactLocation> {
    let context = ChartContext::of(dataset, Locale::about(dataset, Language::ZhHans), Layout::whole(360.0));
    FactLocations::new(&context).of(fact)
}
