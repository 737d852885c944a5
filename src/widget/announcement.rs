//! What a screen reader may be told of a view.

use super::state::{State, ViewKind};
use crate::chart::{ChartContext, FilterEffect};
use crate::locale::render;

/// What a screen reader may be told, part by part: the filter, the finding, what is chosen, what is shown
/// instead of the chart.
pub(super) fn announcement(context: &ChartContext<'_>, state: &State, view: [&str; 3]) -> [String; 4] {
    let ui = &context.locale.ui;
    let [heading, mark, caption] = view;
    let filter = if state.chart.chart().filter_effect() == FilterEffect::Disabled {
        String::new()
    } else if context.tiers.is_empty() {
        ui.announce_none.to_owned()
    } else if context.is_whole() {
        ui.announce_all.to_owned()
    } else {
        let count = context.counties_phrase(context.tiers);
        render(ui.announce_filter, &[("tiers", &context.tiers_subject()), ("count", &count)])
    };
    let shown = match state.view {
        ViewKind::Chart => "",
        ViewKind::Table => caption,
        ViewKind::About => ui.about[0],
    };
    // The heading of an empty selection says the same as its filter.
    let heading = if context.tiers.is_empty() { "" } else { heading };
    [&filter, heading, mark, shown].map(str::to_owned)
}
