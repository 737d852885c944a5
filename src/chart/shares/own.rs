//! The words of whole bars of other datasets, whose names may be long and many.

// What is never inlined is called through the core.
part::module!(own);

use super::bar::Bar;
use super::bars::Bars;
use crate::chart::ChartContext;
use crate::geometry::{Point, Rect};
use crate::scene::{Anchor, Canvas, Face, Fill, Label};
use crate::text;
use crate::theme::Role;
use crate::tier::Tier;

/// Height of a line of the legend, size of its words, and the room of a swatch before them.
const LEGEND_LINE: f64 = 20.0;
const LEGEND_SIZE: f64 = 12.0;
const SWATCH: f64 = 17.0;

/// The tiers in lines, each where its swatch begins.
fn legend(context: &ChartContext<'_>) -> Vec<(Tier, Point)> {
    let mut at = Point::default();
    let mut entries = Vec::new();
    for row in &context.dataset.tiers {
        let width = SWATCH + text::width(context.name(row), LEGEND_SIZE, false);
        if at.x > 0.0 && at.x + width > context.layout.width {
            at = Point::new(0.0, at.y + LEGEND_LINE);
        }
        entries.push((row.tier, at));
        at.x += width + 14.0;
    }
    entries
}

/// What stands at the right end of a bar's name row.
struct RowEnd<'a> {
    name: &'a str,
    share: String,
    /// Where the name ends.
    right: f64,
    /// Where other words must end.
    left: f64,
}

impl<'a> Bars<'a> {
    /// Moves the bars down for a legend, if the names of the tiers have no room above them.
    #[inline(never)]
    pub(super) fn make_room(&mut self) {
        if self.tier_labels().is_none() {
            self.legend = legend(self.context);
            let lines = self.legend.last().map_or(0.0, |(_, at)| at.y / LEGEND_LINE + 1.0);
            // The names leave their line.
            self.top += lines * LEGEND_LINE - if self.narrow { 22.0 } else { 10.0 };
        }
    }

    /// Where the names of the tiers stand over the segments of the first bar; `None` where they have no room.
    fn tier_labels(&self) -> Option<Vec<(Point, &'a str, Face)>> {
        let context = self.context;
        let first = self.bars.first()?;
        let mut free = self.left;
        let mut labels = Vec::new();
        for row in &context.dataset.tiers {
            let (start, end) = self.edges(*first, row.tier);
            let (content, face) = self.tier_label(row, end - start);
            let Face { size, bold, .. } = face;
            // Bold for all, so that a filter changes nothing.
            let is_late = free + text::width(content, size, true) > self.left + self.width;
            let width = text::width(content, size, bold);
            let x = start.max(free).min(self.left + self.width - width);
            if is_late || x > end {
                return None;
            }
            free = x + width + 4.0;
            labels.push((Point::new(x, self.top - 8.0), content, face));
        }
        Some(labels)
    }

    #[inline(never)]
    pub(super) fn draw_own_tier_names(&self, canvas: &Canvas) {
        let context = self.context;
        if self.legend.is_empty() {
            for (at, content, face) in self.tier_labels().unwrap_or_default() {
                canvas.text(Label::new(at, content, face));
            }
        }
        for (tier, at) in &self.legend {
            let kept = context.tiers.contains(*tier);
            let fill = Fill::new(if kept { Role::Tier(*tier) } else { Role::Unknown });
            canvas.rect(Rect::new(at.x, at.y + 3.0, 12.0, 12.0), fill.rounded(2.0));
            let name = context.dataset.tier(*tier).map_or("", |row| context.name(row));
            let at = Point::new(at.x + SWATCH, at.y + 13.5);
            canvas.text(Label::new(at, name, Face::plain(LEGEND_SIZE, Role::Ink2)));
        }
    }

    #[inline(never)]
    pub(super) fn draw_own_bar_name(&self, canvas: &Canvas, bar: Bar<'_>) {
        let context = self.context;
        let face = Face::bold(context.layout.size.label() + 1.0, Role::Ink);
        let name = bar.story.heading.get(context.locale.language);
        let whole = context.tell(bar.story.beside, &[]);
        let top = self.bar_top(bar);
        let room = if self.narrow { self.width } else { self.left - 10.0 };
        let names = text::wrap_greedy(name, face.size, true, room);
        let mut at = if !self.narrow {
            Point::new(0.0, top + self.bar / 2.0 - 5.0 - (names.len() as f64 - 1.0) * 9.0)
        } else if bar.index == 0 {
            Point::new(0.0, self.top - if self.legend.is_empty() { 36.0 } else { 12.0 })
        } else {
            Point::new(0.0, top - 12.0)
        };
        let start = text::width(name, face.size, true) + 8.0;
        let end =
            if self.narrow { self.row_end(bar, start).map_or(self.width, |end| end.left) } else { room };
        for name in names {
            canvas.text(Label::new(at, name, face));
            at.y += 18.0;
        }
        let whole_at = if self.narrow { Point::new(start, at.y - 18.0) } else { Point::new(0.0, at.y + 2.0) };
        if whole_at.x + context.label_width(&whole) <= end {
            canvas.text(context.label(whole_at, whole.clone(), Role::Ink2, Anchor::Start));
            if context.is_total_off(bar.indicator.id) {
                // Some browsers set the gaps between scripts a little wider than the table.
                let star = Point::new(whole_at.x + context.label_width(&whole) + 5.0, whole_at.y - 2.0);
                canvas.text(Label::new(star, "*", Face { role: Role::Derived, ..face }));
            }
        }
        if let Some(end) = self.row_end(bar, start).filter(|_| self.narrow) {
            self.draw_own_row_end(canvas, &end, whole_at.y);
        }
    }

    /// The emphasised tier and its share, for the right end of a bar's name row, which has room from `start`.
    fn row_end(&self, bar: Bar<'_>, start: f64) -> Option<RowEnd<'a>> {
        let context = self.context;
        let row = context.dataset.tier(self.emphasised).filter(|_| !context.tiers.is_empty())?;
        let share = bar.share(context, self.emphasised);
        let right = context.layout.width - text::width(&share, context.layout.size.value(), true) - 12.0;
        let is_short = start + context.label_width(context.name(row)) > right;
        let name = if is_short { row.short.get(context.locale.language) } else { context.name(row) };
        Some(RowEnd { name, share, right, left: right - context.label_width(name) - 6.0 })
    }

    fn draw_own_row_end(&self, canvas: &Canvas, end: &RowEnd<'_>, y: f64) {
        let context = self.context;
        let role = Role::TierText(self.emphasised);
        let face = Face::bold(context.layout.size.value(), role);
        let at = Point::new(context.layout.width, y);
        canvas.text(Label::new(at, end.share.clone(), face).anchored(Anchor::End));
        canvas.text(context.label(Point::new(end.right, y), end.name, role, Anchor::End));
    }
}
