//! The tag of a derived number in a picture.

use super::ChartContext;
use crate::geometry::Point;
use crate::scene::{Canvas, Face, Label};
use crate::text;
use crate::theme::Role;

const TAG_SIZE: f64 = 12.0;
/// Between a value and its tag.
pub(super) const TAG_GAP: f64 = 8.0;

pub(super) fn tag_width(context: &ChartContext<'_>) -> f64 {
    text::width(context.locale.ui.derived, TAG_SIZE, true)
}

/// The tag of a derived number.
pub(super) fn draw_tag(canvas: &Canvas, context: &ChartContext<'_>, at: Point) {
    canvas.text(Label::new(at, context.locale.ui.derived, Face::bold(TAG_SIZE, Role::Derived)));
}
