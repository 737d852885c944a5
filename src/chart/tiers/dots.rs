//! Dots for values that are places on a scale, as years and ranks are: the length of a bar from zero says nothing of them.

use super::rows::{Diverging, Rows, Words};
use crate::chart::ChartContext;
use crate::dataset::{Digits, TierRow, UnitKind};
use crate::geometry::Point;
use crate::quantity::Quantity;
use crate::scene::{Canvas, Fill, Stroke};
use crate::theme::Role;

/// Radius of a dot.
pub(super) const RADIUS: f64 = 7.0;
/// Room before the first dot and behind the last one.
const MARGIN: f64 = 8.0;

/// Whether the values of what is drawn are places on a scale.
#[part::of(own)]
pub(super) fn are_places(context: &ChartContext<'_>) -> bool {
    let indicator = context.dataset.indicator(context.indicator);
    indicator.is_some_and(|one| one.kind == UnitKind::Rank || one.digits == Digits::Year)
}

/// The scale from the least value to the largest, with room for the words after the dots, which are at most so wide.
#[part::of(own)]
pub(super) fn scale(rows: &Rows<'_>, [least, largest]: [f64; 2], words: f64) -> Diverging {
    let (before, after) = if rows.narrow { (0.0, 0.0) } else { (rows.left, words) };
    let start = before + MARGIN + RADIUS;
    let length = (rows.context.layout.width - after - MARGIN - RADIUS - start).max(0.0);
    let span = largest - least;
    let unit = if span > 0.0 { length / span } else { 0.0 };
    let zero = if span > 0.0 { start - least * unit } else { start + length / 2.0 };
    Diverging { zero, unit, is_below: false, words: Words::Right, has_dots: true }
}

/// A dot on a line across its row.
#[part::of(own)]
pub(super) fn draw(
    rows: &Rows<'_>,
    canvas: &Canvas,
    row: &TierRow,
    quantity: &Quantity,
    scale: &Diverging,
    top: f64,
) {
    let middle = top + rows.bar / 2.0;
    if !rows.narrow {
        let ends = [rows.left, scale.at(quantity.middle())];
        canvas.line(&ends.map(|x| Point::new(x, middle)), Stroke::new(Role::Axis, 1.0).dashed(2.0));
    }
    canvas.circle(Point::new(scale.at(quantity.middle()), middle), RADIUS, Fill::new(Role::Tier(row.tier)));
}
