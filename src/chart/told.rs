//! Ways through the core to what is said of datasets that are not ours.

use super::table::{Column, Figure};
use super::{ChartContext, Headline, Note, county, notes, own, own_notes};
use crate::dataset::Indicator;
use crate::quantity::Quantity;

/// The notes under the chart with this word.
#[part::of(core)]
pub(super) fn notes(context: &ChartContext<'_>, chart: &str) -> Vec<Note> {
    if context.dataset.is_own { own_notes::notes(context, chart) } else { notes::notes(context, chart) }
}

/// Heading and summary of a part of the tiers of a dataset that is not ours.
#[part::of(core)]
pub(super) fn own_part(context: &ChartContext<'_>, chart: &str) -> Headline {
    own::part_headline(context, chart)
}

/// Names the columns of the table of its classes, and returns what the caption says of their periods.
#[part::of(core)]
pub(super) fn name_columns(context: &ChartContext<'_>, columns: &mut [Column]) -> String {
    own::name_columns(context, columns)
}

/// A value of its in a table.
#[part::of(core)]
pub(super) fn own_figure(context: &ChartContext<'_>, quantity: &Quantity, indicator: &Indicator) -> Figure {
    county::own_figure(context, quantity, indicator)
}
