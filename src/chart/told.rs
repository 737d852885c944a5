//! Notes of any dataset: ours has its own, others have those that hold for any.

use super::{ChartContext, Note, notes, own_notes};

/// The notes under the chart with this word.
#[part::of(core)]
pub(super) fn notes(context: &ChartContext<'_>, chart: &str) -> Vec<Note> {
    if context.dataset.is_own { own_notes::notes(context, chart) } else { notes::notes(context, chart) }
}
