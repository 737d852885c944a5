//! The words of whole bars of other datasets, whose names may be long and many.

// What is never inlined is called through the core.
part::module!(own);

use super::bar::Bar;
use super::bars::Bars;
use crate::chart::ChartContext;
use crate::dataset::TierRow;
use crate::geometry::{Point, Rect};
use crate::scene::{Anchor, Canvas, Face, Fill, Label};
use crate::text;
use crate::theme::Role;
use crate::tier::Tier;
use crate::word::{ends_alike, text};

/// Height of a line of the legend, size of its words, and the room of a swatch before them.
const LEGEND_LINE: f64 = 20.0;
const LEGEND_SIZE: f64 = 12.0;
const SWATCH: f64 = 17.0;

/// So many lines the name of a bar has beside it, the same with its whole, and the name of a tier in the legend.
const BAR_LINES: usize = 4;
const BESIDE_LINES: usize = 6;
const LEGEND_LINES: usize = 2;

/// The tiers in lines, each where its swatch begins; and the height of all.
fn legend(context: &ChartContext<'_>) -> (Vec<(Tier, Point)>, f64) {
    let mut at = Point::default();
    let mut entries = Vec::new();
    let mut height = 0.0;
    for row in &context.dataset.tiers {
        let lines = legend_lines(context, row);
        let widest = lines.iter().map(|line| text::width(line, LEGEND_SIZE, false)).fold(0.0, f64::max);
        let width = SWATCH + widest;
        if at.x > 0.0 && at.x + width > context.layout.width {
            at = Point::new(0.0, height);
        }
        entries.push((row.tier, at));
        at.x += width + 14.0;
        height = height.max(at.y + lines.len() as f64 * LEGEND_LINE);
    }
    (entries, height)
}

fn legend_lines(context: &ChartContext<'_>, row: &TierRow) -> Vec<String> {
    let room = context.layout.width - SWATCH;
    text::wrap_cut(context.name(row), LEGEND_SIZE, false, room, LEGEND_LINES)
}

/// What stands at the right end of a bar's name row.
struct RowEnd {
    name: String,
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
            let height;
            (self.legend, height) = legend(self.context);
            // The names leave their line.
            self.top += height - if self.narrow { 22.0 } else { 10.0 };
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
            if content != context.name(row) && content != context.given_short_name(row) {
                return None;
            }
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
            let lines = context.dataset.tier(*tier).map_or(Vec::new(), |row| legend_lines(context, row));
            let mut at = Point::new(at.x + SWATCH, at.y + 13.5);
            for line in lines {
                canvas.text(Label::new(at, line, Face::plain(LEGEND_SIZE, Role::Ink2)));
                at.y += LEGEND_LINE;
            }
        }
    }

    #[inline(never)]
    pub(super) fn draw_own_bar_name(&self, canvas: &Canvas, bar: Bar<'_>) {
        let context = self.context;
        let face = Face::bold(context.layout.size.label() + 1.0, Role::Ink);
        let name = bar.story.heading.get(context.locale.language);
        let top = self.bar_top(bar);
        // On phones the share of a tier stands at the end of the line.
        let (room, lines) = if self.narrow {
            (self.share_left(bar).unwrap_or(self.width) - 8.0, 1)
        } else {
            (self.left - 10.0, BAR_LINES)
        };
        let names = text::wrap_cut(name, face.size, true, room, lines);
        let start = names.last().map_or(0.0, |last| text::width(last, face.size, true)) + 8.0;
        let free = BESIDE_LINES - names.len();
        let mut at = if !self.narrow {
            Point::new(0.0, top + self.bar / 2.0 - 5.0 - (names.len() as f64 - 1.0) * 9.0)
        } else if bar.index == 0 {
            Point::new(0.0, self.top - if self.legend.is_empty() { 36.0 } else { 12.0 })
        } else {
            Point::new(0.0, top - 12.0)
        };
        for name in names {
            canvas.text(Label::new(at, name, face));
            at.y += 18.0;
        }
        if self.narrow {
            self.draw_beside(canvas, bar, Point::new(start, at.y - 18.0));
        } else {
            self.draw_below(canvas, bar, Point::new(0.0, at.y + 2.0), room, free);
        }
    }

    /// The whole of a bar, and its unit alone, for where that has no room: the figures in the bars have none.
    fn whole(&self, bar: Bar<'_>) -> [String; 2] {
        let unit = if bar.indicator.counts_counties { "" } else { self.context.unit_name(bar.indicator) };
        [self.context.tell(bar.story.beside, &[]), unit.to_owned()]
    }

    /// The unit for where it stands without a number: not where the name ends with it, as key chains are counted in chains.
    fn unit_alone<'u>(&self, bar: Bar<'_>, unit: &'u str) -> &'u str {
        let name = bar.story.heading.get(self.context.locale.language);
        if ends_alike(name, unit) { "" } else { unit }
    }

    /// The whole or the unit in the lines below a bar's name, `most` of them.
    fn draw_below(&self, canvas: &Canvas, bar: Bar<'_>, mut at: Point, room: f64, most: usize) {
        let context = self.context;
        let [whole, unit] = self.whole(bar);
        let in_lines = |words: &str| {
            let size = context.layout.size.label();
            let mut lines = text::wrap_greedy(words, size, false, room);
            // Better before the unit than within it.
            if let Some(figure) = words.strip_suffix(&*unit).filter(|_| lines.len() == 2 && !unit.is_empty())
            {
                lines = vec![figure.trim_end().to_owned(), unit.clone()];
            }
            let fits = lines.iter().all(|line| context.label_width(line) <= room);
            (fits && lines.len() <= most).then_some(lines)
        };
        let whole = in_lines(&whole);
        if let Some(lines) = &whole {
            let end = lines.last().map_or(0.0, |last| context.label_width(last));
            let below = 18.0 * lines.len().saturating_sub(1) as f64;
            self.draw_star(canvas, bar, Point::new(at.x + end, at.y + below));
        }
        for line in whole.or_else(|| in_lines(self.unit_alone(bar, &unit))).unwrap_or_default() {
            canvas.text(context.label(at, line, Role::Ink2, Anchor::Start));
            at.y += 18.0;
        }
    }

    /// The whole or the unit beside a bar's name, and the emphasised tier's share at the end of the line.
    fn draw_beside(&self, canvas: &Canvas, bar: Bar<'_>, at: Point) {
        let context = self.context;
        let [whole, unit] = self.whole(bar);
        // A dot parts it from the name, as it does from the period over other charts.
        let unit = match self.unit_alone(bar, &unit) {
            "" => String::new(),
            unit => text!("· {unit}"),
        };
        let has_room = |words: &str, end: &Option<RowEnd>| {
            at.x + context.label_width(words) <= end.as_ref().map_or(self.width, |end| end.left)
        };
        let alone = self.row_end(bar, at.x);
        let after_unit = self.row_end(bar, at.x + context.label_width(&unit) + 6.0);
        let row_end = if has_room(&whole, &alone) {
            self.draw_star(canvas, bar, Point::new(at.x + context.label_width(&whole), at.y));
            canvas.text(context.label(at, whole, Role::Ink2, Anchor::Start));
            alone
        } else if !unit.is_empty() && has_room(&unit, &after_unit) {
            canvas.text(context.label(at, unit, Role::Ink2, Anchor::Start));
            after_unit
        } else {
            alone
        };
        if let Some(end) = row_end {
            self.draw_own_row_end(canvas, end, at.y);
        }
    }

    /// The star of a sum that differs from the total in the source, after a text that ends at `end`.
    fn draw_star(&self, canvas: &Canvas, bar: Bar<'_>, end: Point) {
        if self.context.is_total_off(bar.indicator.id) {
            // Some browsers set the gaps between scripts a little wider than the table.
            let at = Point::new(end.x + 5.0, end.y - 2.0);
            canvas.text(Label::new(
                at,
                "*",
                Face::bold(self.context.layout.size.label() + 1.0, Role::Derived),
            ));
        }
    }

    /// Where the emphasised tier's share begins at the right end of a bar's name row.
    fn share_left(&self, bar: Bar<'_>) -> Option<f64> {
        let context = self.context;
        context.dataset.tier(self.emphasised).filter(|_| !context.tiers.is_empty())?;
        let share = bar.share(context, self.emphasised);
        Some(context.layout.width - text::width(&share, context.layout.size.value(), true))
    }

    /// The emphasised tier and its share, for the right end of a bar's name row, which has room from `start`.
    fn row_end(&self, bar: Bar<'_>, start: f64) -> Option<RowEnd> {
        let context = self.context;
        let right = self.share_left(bar)? - 12.0;
        let row = context.dataset.tier(self.emphasised)?;
        let names = [context.name(row), context.given_short_name(row)];
        // Where neither has room, the colour alone says whose share it is.
        let fits = |name: &&str| start + context.label_width(name) <= right;
        let name = names.into_iter().find(fits).unwrap_or_default().to_owned();
        let left = right - context.label_width(&name) - 6.0;
        Some(RowEnd { name, share: bar.share(context, self.emphasised), right, left })
    }

    fn draw_own_row_end(&self, canvas: &Canvas, end: RowEnd, y: f64) {
        let context = self.context;
        let role = Role::TierText(self.emphasised);
        let face = Face::bold(context.layout.size.value(), role);
        let at = Point::new(context.layout.width, y);
        canvas.text(Label::new(at, end.share, face).anchored(Anchor::End));
        canvas.text(context.label(Point::new(end.right, y), end.name, role, Anchor::End));
    }
}
