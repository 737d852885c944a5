//! What the indicator of classes of other datasets is called over its rows.

use crate::chart::ChartContext;
use crate::chart::own::class_title;
use crate::dataset::Indicator;
use crate::word::text;

/// Its name, and its unit with its period. The way leads through the core to the part that only such datasets need.
#[part::of(core)]
pub(super) fn own_title(context: &ChartContext<'_>, indicator: &Indicator) -> (String, String) {
    title(context, indicator)
}

/// What an indicator of classes is called, its unit and its period.
#[part::of(own)]
fn title(context: &ChartContext<'_>, indicator: &Indicator) -> (String, String) {
    (class_title(context, indicator).to_owned(), period(context, indicator))
}

/// Unit and period of an indicator. The unit stands there, since values on phones may go without.
fn period(context: &ChartContext<'_>, indicator: &Indicator) -> String {
    let period = indicator.period.get(context.locale.language);
    // Some figures carry it even there.
    let unit = context.locale.axis_unit(context.unit_name(indicator), indicator);
    let gap = if unit.is_empty() || period.is_empty() { "" } else { " · " };
    text!("{unit}{gap}{period}")
}
