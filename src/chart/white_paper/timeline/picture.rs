//! The line in the direction for which there is room, and the items without a date under it.

use super::items::{Entry, Look, WORD, entries};
use super::parts::{LINE, draw_lines, lines, named, spoken};
use super::{tall, wide};
use crate::chart::flow::Flow;
use crate::chart::phrases::words;
use crate::chart::{ChartContext, Size};
use crate::geometry::Rect;
use crate::scene::{Anchor, Scene, Stroke};
use crate::theme::Role;

pub(super) fn draw(context: &ChartContext<'_>, name: String) -> Scene {
    let mut flow = Flow::new(context);
    let entries = entries(context);
    let (undated, dated): (Vec<&Entry>, Vec<&Entry>) =
        entries.iter().partition(|entry| entry.look == Look::Undated);
    let is_wide = is_wide(context);
    let draw = if is_wide { wide::draw } else { tall::draw };
    draw(&mut flow, &dated);
    flow.hairline();
    draw_undated(&mut flow, &undated, if is_wide { 2 } else { 1 });
    flow.finish(name)
}

/// Whether the line has room from left to right.
pub(super) fn is_wide(context: &ChartContext<'_>) -> bool {
    context.layout.size >= Size::W760 && wide::fits(&Flow::new(context), &entries(context))
}

/// The items that the source gives no time for, in so many columns.
fn draw_undated(flow: &mut Flow<'_>, entries: &[&Entry], columns: usize) {
    let context = flow.context;
    let undated = words(context, WORD).get("undated");
    flow.head(undated, &[], true);
    flow.y += 8.0;
    let own = (context.layout.width + 24.0) / columns as f64 - 24.0;
    for row in entries.chunks(columns) {
        let mut bottom = flow.y;
        let mut x = 0.0;
        for entry in row {
            let texts = lines(&entry.name, named(flow, entry), own - 22.0);
            let frame = Rect::new(x, flow.y, own, 12.0 + texts.len() as f64 * LINE);
            flow.mark(entry.key(), spoken(context, entry), frame, |flow| {
                let ring = Rect::new(x + 1.0, frame.y + 11.0, 10.0, 10.0);
                flow.canvas.outline(ring, Stroke::new(Role::Axis, 1.0).dashed(2.0).rounded(5.0));
                draw_lines(flow, &texts, x + 22.0, frame.y + 6.0, Anchor::Start);
            });
            bottom = f64::max(bottom, frame.bottom());
            x += own + 24.0;
        }
        flow.y = bottom;
    }
}
