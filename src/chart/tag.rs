//! The tag of a derived number in a picture.

use super::ChartContext;
use crate::geometry::Point;
use crate::scene::{Anchor, Canvas, Label};
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
    let content = context.locale.ui.derived.to_owned();
    canvas.text(Label {
        at,
        content,
        size: TAG_SIZE,
        bold: true,
        role: Role::Derived,
        anchor: Anchor::Start,
    });
}
