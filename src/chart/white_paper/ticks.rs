//! Rows of ticks, one for each county.

use crate::chart::ChartContext;
use crate::geometry::Rect;
use crate::scene::{Canvas, Stroke};
use crate::theme::Role;

/// Ticks side by side over the chart's width, one for each of `total`.
pub(super) fn ticks(context: &ChartContext<'_>, total: f64, top: f64, height: f64) -> Vec<Rect> {
    let pitch = context.layout.width / total;
    let air = if pitch < 5.0 { 1.0 } else { pitch * 0.27 };
    (0..total as usize).map(|index| Rect::new(index as f64 * pitch, top, pitch - air, height)).collect()
}

/// Ticks of those that lack something.
pub(super) fn draw_hollow(canvas: &Canvas, ticks: &[Rect]) {
    let hollow: Vec<Rect> = ticks.iter().map(|tick| tick.grown(-0.5)).collect();
    canvas.outlines(&hollow, Stroke::new(Role::Axis, 1.0));
}
