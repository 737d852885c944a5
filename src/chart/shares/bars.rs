//! The bars: segments with their labels, ribbons between them, the bracket under the last.

use super::bar::{Bar, WORD, about_tier};
use crate::chart::ChartContext;
use crate::dataset::TierRow;
use crate::geometry::{Point, Rect};
use crate::locale::render;
use crate::scene::{Anchor, Canvas, Face, Fill, Label, Mark, MarkKey, Scale, Stroke};
use crate::text;
use crate::theme::Role;
use crate::tier::Tier;

/// Where the bars stand.
pub(super) struct Bars<'a> {
    pub(super) context: &'a ChartContext<'a>,
    pub(super) bars: Vec<Bar<'a>>,
    pub(super) narrow: bool,
    pub(super) left: f64,
    pub(super) width: f64,
    /// Top of the first bar.
    pub(super) top: f64,
    /// The names of the tiers with swatches, above all, where they have no room over the segments.
    pub(super) legend: Vec<(Tier, Point)>,
    pub(super) bar: f64,
    pub(super) pitch: f64,
    /// The tier the chart speaks of.
    pub(super) emphasised: Tier,
}

/// Room between segments.
const PART: f64 = 2.0;

/// The tier that the heading is about; the first that is selected, where that is another.
fn emphasised(context: &ChartContext<'_>) -> Tier {
    let story = context.dataset.story(WORD, "").filter(|_| context.is_whole());
    let about = story.and_then(|story| context.dataset.tier_of(story.about.first()?));
    about.or(context.tiers.iter().next()).unwrap_or(Tier::at(0))
}

impl<'a> Bars<'a> {
    pub(super) fn new(context: &'a ChartContext<'a>) -> Self {
        let size = context.layout.size;
        let narrow = size.is_narrow();
        let left = size.pick([0.0, 0.0, 100.0, 118.0, 132.0]);
        let mut bars = Bars {
            context,
            bars: Bar::all(context),
            narrow,
            left,
            width: context.layout.width - left,
            top: if narrow { 54.0 } else { 26.0 },
            bar: if narrow { 44.0 } else { 54.0 },
            pitch: if narrow { 108.0 } else { 116.0 },
            emphasised: emphasised(context),
            legend: Vec::new(),
        };
        if context.dataset.is_own {
            make_room(&mut bars);
        }
        bars
    }

    pub(super) fn bar_top(&self, bar: Bar<'_>) -> f64 {
        self.top + bar.index as f64 * self.pitch
    }

    /// Whether nothing stands under the bar but its own labels.
    pub(super) fn is_last_bar(&self, bar: Bar<'_>) -> bool {
        bar.index + 1 == self.bars.len()
    }

    pub(super) fn height(&self) -> f64 {
        let last = self.bars.last().map_or(0.0, |bar| self.bar_top(*bar));
        last + self.bar + if self.narrow { 30.0 } else { self.sentence() + 16.0 }
    }

    /// From the last bar's foot to the sentence under it: below a label that found no room in the bar.
    fn sentence(&self) -> f64 {
        50.0
    }

    /// From percent to pixels, the same for all bars.
    fn scale(&self) -> Scale {
        Scale::linear(0.0..100.0, self.left..self.left + self.width)
    }

    /// Start and end of a tier's segment, in percent.
    fn span(&self, bar: Bar<'_>, tier: Tier) -> (f64, f64) {
        let before = self.context.dataset.tiers.iter().take(tier.index());
        let start: f64 = before.map(|row| bar.length(self.context, row.tier)).sum();
        (start, start + bar.length(self.context, tier))
    }

    /// Whether the bars end with the tier's segments.
    pub(super) fn is_last(&self, tier: Tier) -> bool {
        tier.index() + 1 == self.context.dataset.tiers.len()
    }

    /// Left and right edge of a tier's segment in pixels, without the room between segments.
    pub(super) fn edges(&self, bar: Bar<'_>, tier: Tier) -> (f64, f64) {
        let (start, end) = self.span(bar, tier);
        let scale = self.scale();
        let part = |at: bool| if at { PART / 2.0 } else { 0.0 };
        (scale.at(start) + part(tier.index() > 0), scale.at(end) - part(!self.is_last(tier)))
    }

    pub(super) fn draw(&self, canvas: &Canvas) {
        for (upper, lower) in self.bars.iter().zip(self.bars.iter().skip(1)) {
            for tier in self.context.tiers.iter() {
                self.draw_ribbon(canvas, *upper, *lower, tier);
            }
        }
        self.draw_tier_names(canvas);
        for bar in self.bars.iter().copied() {
            self.draw_bar_name(canvas, bar);
            for row in &self.context.dataset.tiers {
                self.draw_segment(canvas, bar, row.tier);
            }
        }
        let last = self.bars.last().filter(|_| !self.narrow && !self.context.tiers.is_empty());
        if let Some(last) = last {
            self.draw_bracket(canvas, *last);
        }
    }

    fn draw_ribbon(&self, canvas: &Canvas, upper: Bar<'_>, lower: Bar<'_>, tier: Tier) {
        const AIR: f64 = 3.0;
        let (above, below) = (self.edges(upper, tier), self.edges(lower, tier));
        let top = self.bar_top(upper) + self.bar + AIR;
        let bottom = if self.narrow { top + 31.0 } else { self.bar_top(lower) - AIR };
        let opacity = if tier == self.emphasised { 0.30 } else { 0.11 };
        let points = [
            Point::new(above.0, top),
            Point::new(above.1, top),
            Point::new(below.1, bottom),
            Point::new(below.0, bottom),
        ];
        canvas.polygon(&points, Fill::new(Role::Tier(tier)).faded(opacity));
    }

    /// The name of a tier over its segment, which is so wide.
    pub(super) fn tier_label(&self, row: &'a TierRow, width: f64) -> (&'a str, Face) {
        let context = self.context;
        let kept = context.tiers.contains(row.tier);
        let (role, bold) = if kept { (Role::TierText(row.tier), true) } else { (Role::Ink2, false) };
        let size = if self.narrow { 12.0 } else { context.layout.size.label() };
        let name = context.name(row);
        // Where neighbours are too close for "Tier 1", the numeral alone names the segment.
        let is_short = text::width(name, size, bold) > width + 6.0 && !context.locale.is_dense();
        (if is_short { row.short.get(context.locale.language) } else { name }, Face { size, bold, role })
    }

    fn draw_tier_names(&self, canvas: &Canvas) {
        let context = self.context;
        if context.dataset.is_own {
            return draw_own_tier_names(self, canvas);
        }
        let Some(first) = self.bars.first() else { return };
        let mut free = self.left;
        for row in &context.dataset.tiers {
            let (start, end) = self.edges(*first, row.tier);
            let (content, face) = self.tier_label(row, end - start);
            let width = text::width(content, face.size, face.bold);
            let x = start.max(free).min(self.left + self.width - width);
            free = x + width + 4.0;
            let at = Point::new(x, self.top - 8.0);
            canvas.text(Label::new(at, content, face));
        }
    }

    fn draw_bar_name(&self, canvas: &Canvas, bar: Bar<'_>) {
        let context = self.context;
        if context.dataset.is_own {
            return draw_own_bar_name(self, canvas, bar);
        }
        let size = context.layout.size.label() + 1.0;
        let name = bar.story.heading.get(context.locale.language);
        let whole = context.tell(bar.story.beside, &[]);
        let top = self.bar_top(bar);
        let name_at = if !self.narrow {
            Point::new(0.0, top + self.bar / 2.0 - 5.0)
        } else if bar.index == 0 {
            Point::new(0.0, 18.0)
        } else {
            Point::new(0.0, top - 12.0)
        };
        let bold = |at, content: &str, role| Label::new(at, content, Face::bold(size, role));
        canvas.text(bold(name_at, name, Role::Ink));
        let whole_at = if self.narrow {
            Point::new(name_at.x + text::width(name, size, true) + 8.0, name_at.y)
        } else {
            Point::new(0.0, name_at.y + 20.0)
        };
        canvas.text(context.label(whole_at, whole.clone(), Role::Ink2, Anchor::Start));
        if context.is_total_off(bar.indicator.id) {
            // Some browsers set the gaps between scripts a little wider than the table.
            let star = Point::new(whole_at.x + context.label_width(&whole) + 5.0, whole_at.y - 2.0);
            canvas.text(bold(star, "*", Role::Derived));
        }
        if self.narrow && !context.tiers.is_empty() {
            self.draw_row_end(canvas, bar, name_at.y);
        }
    }

    /// The emphasised tier's share at the right end of a bar's name row.
    fn draw_row_end(&self, canvas: &Canvas, bar: Bar<'_>, y: f64) {
        let context = self.context;
        let Some(row) = context.dataset.tier(self.emphasised) else {
            return;
        };
        let role = Role::TierText(self.emphasised);
        let size = context.layout.size.value();
        let share = bar.share(context, self.emphasised);
        let right = context.layout.width;
        let width = text::width(&share, size, true);
        canvas.text(Label::new(Point::new(right, y), share, Face::bold(size, role)).anchored(Anchor::End));
        let at = Point::new(right - width - 12.0, y);
        canvas.text(context.label(at, context.name(row), role, Anchor::End));
    }

    fn draw_segment(&self, canvas: &Canvas, bar: Bar<'_>, tier: Tier) {
        let context = self.context;
        let (start, end) = self.edges(bar, tier);
        let at = Point::new(start, self.bar_top(bar));
        let frame = Rect::new(0.0, 0.0, (end - start).max(0.0), self.bar);
        let kept = context.tiers.contains(tier);
        let mark = self.mark(bar, tier, kept, at, frame);
        canvas.mark(mark, |canvas| {
            let fill = Fill::new(if kept { Role::Tier(tier) } else { Role::Unknown });
            canvas.rect(frame.moved(at.x, at.y), fill);
            self.draw_labels(canvas, bar, tier, frame.moved(at.x, at.y));
        });
    }

    fn mark(&self, bar: Bar<'_>, tier: Tier, kept: bool, at: Point, frame: Rect) -> Mark {
        let context = self.context;
        let words = &context.locale.shares;
        let name = render(
            words.mark_name,
            &[
                ("tier", context.dataset.tier(tier).map_or("", |row| context.name(row))),
                ("bar", bar.story.heading.get(context.locale.language)),
                ("share", &bar.spoken_share(context, tier)),
                ("value", &context.value(bar.indicator.id, tier)),
            ],
        );
        let key = MarkKey::Segment(context.dataset.tier_code(tier), bar.indicator.id);
        Mark { group: bar.indicator.id, ..context.mark(key, context.within(name, kept), at, frame) }
    }

    /// The bracket under the emphasised tier's segment of the last bar, and the sentence it carries.
    fn draw_bracket(&self, canvas: &Canvas, last: Bar<'_>) {
        let context = self.context;
        let tier = self.emphasised;
        let role = Role::TierText(tier);
        let (start, end) = self.edges(last, tier);
        let Some(story) = context.dataset.story(WORD, "") else { return };
        let content = about_tier(context, story.beside, tier);
        let size = context.layout.size.label();
        let latest = self.left + self.width - text::width(&content, size, true) - 8.0;
        // Names may be so long that the sentence has no room. The bars and the table have its figures as well.
        if latest < 0.0 {
            return;
        }
        let y = self.bar_top(last) + self.bar + 5.0;
        let points = [
            Point::new(start + 0.5, y),
            Point::new(start + 0.5, y + 6.0),
            Point::new(end - 0.5, y + 6.0),
            Point::new(end - 0.5, y),
        ];
        canvas.line(&points, Stroke::new(role, 1.5));
        let at = Point::new(start.min(latest), self.bar_top(last) + self.bar + self.sentence());
        canvas.text(Label::new(at, content, Face::bold(size, role)));
    }
}

// These lead through the core to the part that only datasets of others need.

#[part::of(core)]
fn make_room(bars: &mut Bars<'_>) {
    bars.make_room();
}

#[part::of(core)]
fn draw_own_tier_names(bars: &Bars<'_>, canvas: &Canvas) {
    bars.draw_own_tier_names(canvas);
}

#[part::of(core)]
fn draw_own_bar_name(bars: &Bars<'_>, canvas: &Canvas, bar: Bar<'_>) {
    bars.draw_own_bar_name(canvas, bar);
}
