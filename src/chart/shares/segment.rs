//! What is written in a segment, or under it.

use super::bar::Bar;
use super::bars::Bars;
use crate::geometry::{Point, Rect};
use crate::scene::{Anchor, Canvas, Face, Label};
use crate::text;
use crate::theme::Role;
use crate::tier::Tier;
use crate::word::{joined, text};

impl Bars<'_> {
    /// Percentage over absolute value, as far as they fit; what the last segment of the last bar is too small for stands
    /// underneath.
    pub(super) fn draw_labels(&self, canvas: &Canvas, bar: Bar<'_>, tier: Tier, frame: Rect) {
        let context = self.context;
        let kept = context.tiers.contains(tier);
        let role = if kept { Role::OnTier(tier) } else { Role::Ink2 };
        let size = if self.narrow { 14.0 } else { context.layout.size.value() - 1.0 };
        let shares = [bar.share(context, tier), bar.short_share(context, tier)];
        let value = bar.value(context, tier);
        let inset = if self.narrow { 6.0 } else { 10.0 };
        let fits = |content: &str, size: f64, bold: bool| {
            let least =
                if text::width(content, size, bold) + 2.0 * inset > frame.width { 3.0 } else { inset };
            (text::width(content, size, bold) + 2.0 * least <= frame.width).then_some(least)
        };
        let smaller = |content: &str| {
            [size, 14.0, 13.0, 12.0]
                .into_iter()
                .find_map(|size| fits(content, size, kept).map(|inset| (size, inset)))
        };
        let share = shares.iter().find(|share| smaller(share).is_some()).unwrap_or(&shares[1]);
        let label = |content: &str, size: f64, inset: f64, y: f64, bold: bool| {
            Label::new(Point::new(frame.x + inset, y), content, Face { size, bold, role })
        };
        let middle = frame.center().y;
        let second = if self.narrow { 12.0 } else { context.layout.size.label() };
        match (smaller(share), fits(&value, second, false)) {
            (Some((size, inset)), Some(other)) => {
                let inset = inset.min(other);
                canvas.text(label(share, size, inset, middle - 3.0, kept));
                canvas.text(label(&value, second, inset, middle + second + 2.0, false));
            }
            (Some((size, inset)), None) => {
                canvas.text(label(share, size, inset, middle + size * 0.36, kept));
                self.draw_dropped(canvas, bar, tier, &[&value]);
            }
            (None, Some(inset)) => canvas.text(label(&value, second, inset, middle + second * 0.36, false)),
            (None, None) => self.draw_dropped(canvas, bar, tier, &[share, &value]),
        }
    }

    /// Under the last segment of the last bar, what did not fit into it.
    fn draw_dropped(&self, canvas: &Canvas, bar: Bar<'_>, tier: Tier, dropped: &[&str]) {
        let context = self.context;
        if !self.is_last(tier) || !self.is_last_bar(bar) {
            return;
        }
        let Some(row) = context.dataset.tier(tier) else {
            return;
        };
        let gap = context.locale.ui.space;
        let dropped = joined(context.locale.ui.comma, dropped.iter().copied());
        let role = if context.tiers.contains(tier) { Role::TierText(tier) } else { Role::Ink2 };
        let names = [context.name(row), context.given_short_name(row)].into_iter();
        // Figures without the name of their tier would say nothing.
        let mut words = names.map(|name| text!("{name}{gap}{dropped}"));
        let Some(words) = words.find(|words| context.label_width(words) <= self.width) else { return };
        // The bracket of the emphasised tier may stand there, too.
        let left = self.left + self.width - context.label_width(&words);
        let is_free = self.narrow || self.edges(bar, self.emphasised).1 < left;
        let below = if is_free { 18.0 } else { 26.0 };
        let at = Point::new(self.left + self.width, self.bar_top(bar) + self.bar + below);
        canvas.text(context.label(at, words, role, Anchor::End));
    }
}
