//! Notes under charts: those of the dataset, and how a selection adds up.

use super::ChartContext;
use crate::dataset::{Formula, Marker, Remark};
use crate::locale::render;

/// A note under the chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What stands before it.
    pub marker: Marker,
    /// The sentence.
    pub text: String,
}

impl Note {
    pub(super) fn new(marker: Marker, text: impl Into<String>) -> Self {
        Note { marker, text: text.into() }
    }
}

/// The notes under the chart with this word.
#[part::of(core)]
pub(super) fn notes(context: &ChartContext<'_>, chart: &str) -> Vec<Note> {
    let mut notes = Vec::new();
    for remark in context.dataset.remarks.iter().filter(|remark| remark.charts.contains(&chart)) {
        if stands(context, remark) {
            notes.push(note(context, remark));
            if remark.of_part {
                notes.extend(sum_of_shares(context));
            }
        }
    }
    notes
}

/// What the table of the chart needs beyond that.
#[part::of(core)]
pub(super) fn table_notes(context: &ChartContext<'_>, chart: &str) -> Vec<Note> {
    let is_new = |remark: &&Remark| {
        remark.tables.contains(&chart) && !(remark.charts.contains(&chart) && stands(context, remark))
    };
    context.dataset.remarks.iter().filter(is_new).map(|remark| note(context, remark)).collect()
}

/// Why the source leaves an indicator out; nothing where nobody knows.
pub(super) fn gap(context: &ChartContext<'_>, indicator: &str) -> String {
    remark_on(context, indicator, |remark| remark.explains_gap)
}

/// The remark that goes with an asterisk of an indicator.
pub(super) fn asterisk(context: &ChartContext<'_>, indicator: &str) -> String {
    remark_on(context, indicator, |remark| remark.marker == Marker::Asterisk)
}

/// The first remark on an indicator that `is` the one that is looked for.
fn remark_on(context: &ChartContext<'_>, indicator: &str, is: fn(&Remark) -> bool) -> String {
    let mut remarks = context.dataset.remarks.iter();
    let found = remarks.find(|remark| is(remark) && remark.indicators.contains(&indicator));
    found.map_or_else(String::new, |remark| context.tell(remark.text, &[]))
}

fn note(context: &ChartContext<'_>, remark: &Remark) -> Note {
    Note::new(remark.marker, context.tell(remark.text, &[]))
}

/// Whether a remark holds for what the context asks.
fn stands(context: &ChartContext<'_>, remark: &Remark) -> bool {
    let is_kept =
        |code: &&str| context.dataset.tier_of(code).is_some_and(|tier| context.tiers.contains(tier));
    (remark.indicators.is_empty() || remark.indicators.contains(&context.indicator))
        && remark.tiers.iter().all(is_kept)
        && (!remark.of_part || context.is_several())
}

/// How a share of several tiers is worked out, which their sums do not say.
fn sum_of_shares(context: &ChartContext<'_>) -> Option<Note> {
    let indicator = context.dataset.indicator(context.indicator)?;
    if matches!(indicator.formula, Formula::None | Formula::Ratio(..)) {
        return None;
    }
    let (name, terms) = (indicator.name.get(context.locale.language), context.terms(indicator.id));
    let values = [("name", name), ("arithmetic", &*terms)];
    Some(Note::new(Marker::Derived, render(context.locale.tiers.share_sum, &values)))
}
