//! Ways through the core to what is said of datasets that are not ours.

use super::{ChartContext, Headline, Note, notes, own, own_notes};

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
