//! The line from top to bottom, an item a row in order of time.

use super::items::{Entry, Look};
use super::picture::{LARGE, LINE, Line, block, dated, draw_dot, draw_lines, lines, named, spoken, widest};
use crate::chart::Size;
use crate::chart::flow::Flow;
use crate::geometry::{Point, Rect};
use crate::scene::{Anchor, Fill, Stroke};
use crate::theme::Role;

/// Width of the spine.
const SPINE: f64 = 3.0;
/// From the spine to the first bar, and from bar to bar.
const LANE: f64 = 7.0;

#[allow(dead_code)]
struct Line_<'a> {
    entry: &'a Entry,
    dates: Vec<Line>,
    texts: Vec<Line>,
    /// Where the row begins, and the middle of its first line.
    top: f64,
    middle: f64,
    height: f64,
}

pub(super) fn draw(flow: &mut Flow<'_>, entries: &[&Entry]) {
    let _ = (flow, entries);
    let _ = (LARGE, LINE, LANE, SPINE);
}
