//! What both directions of the line and the items without a date share: dots, texts, brackets.

use super::items::{Entry, Look};
use crate::chart::ChartContext;
use crate::chart::flow::Flow;
use crate::geometry::Point;
use crate::scene::{Anchor, Canvas, Face, Fill, Stroke};
use crate::text;
use crate::theme::Role;
use crate::word::text;

/// From line to line.
pub(super) const LINE: f64 = 20.0;
/// Radius of an edition's dot.
pub(super) const LARGE: f64 = 8.0;
const SMALL: f64 = 5.0;

/// A line of text and how it is set.
pub(super) type Line = (String, Face);

/// What a screen reader says: when, and what, in the words of the picture.
pub(super) fn spoken(context: &ChartContext<'_>, entry: &Entry) -> String {
    text!("{entry.date}{context.locale.ui.colon}{entry.name}")
}

/// The face of dates.
pub(super) fn dated(flow: &Flow<'_>) -> Face {
    flow.plain(Role::Ink3)
}

/// The face of an item's name.
pub(super) fn named(flow: &Flow<'_>, entry: &Entry) -> Face {
    Face { bold: entry.look == Look::Edition, ..flow.plain(Role::Ink) }
}

/// A text in lines of at most `room` pixels.
pub(super) fn lines(content: &str, face: Face, room: f64) -> Vec<Line> {
    text::wrap(content, face.size, face.bold, room).into_iter().map(|line| (line, face)).collect()
}

/// The date, and the name under it.
pub(super) fn block(flow: &Flow<'_>, entry: &Entry, room: f64) -> Vec<Line> {
    let mut block = lines(&entry.date, dated(flow), room);
    block.extend(lines(&entry.name, named(flow, entry), room));
    block
}

/// The width of the widest line.
pub(super) fn widest(lines: &[Line]) -> f64 {
    lines.iter().map(|(line, face)| text::width(line, face.size, face.bold)).fold(0.0, f64::max)
}

/// Lines at `x`, the first of them under `top`.
pub(super) fn draw_lines(flow: &Flow<'_>, lines: &[Line], x: f64, top: f64, anchor: Anchor) {
    for (index, (line, face)) in lines.iter().enumerate() {
        flow.set(x, top + 15.0 + index as f64 * LINE, (line, *face), anchor);
    }
}

/// A dot: large and filled for an edition, otherwise small and hollow.
pub(super) fn draw_dot(canvas: &Canvas, center: Point, look: Look) {
    let accent = Fill::new(Role::Accent);
    if look == Look::Edition {
        return canvas.circle(center, LARGE, accent);
    }
    canvas.circle(center, SMALL, accent);
    canvas.circle(center, SMALL - 2.0, Fill::new(Role::Surface));
}

/// A bracket whose long side is dashed: where within it is not said.
pub(super) fn draw_bracket(canvas: &Canvas, corners: [(f64, f64); 4]) {
    let [start, from, to, end] = corners.map(|(x, y)| Point::new(x, y));
    let stroke = Stroke::new(Role::Accent, 1.5);
    canvas.line(&[start, from], stroke);
    canvas.line(&[from, to], stroke.dashed(4.0));
    canvas.line(&[to, end], stroke);
}
