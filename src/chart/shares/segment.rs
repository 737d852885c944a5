//! What is written in a segment, or under it.

use super::Bar;
use super::bars::Bars;
use crate::geometry::{Point, Rect};
use crate::scene::{Anchor, Canvas, Label};
use crate::text;
use crate::theme::Role;
use crate::tier::Tier;
use crate::word::concat;

impl Bars<'_> {
    /// Percentage over absolute value, as far as they fit; a last segment too small for its percentage
    /// carries it underneath.
    pub(super) fn draw_labels(&self, canvas: &Canvas, bar: Bar, tier: Tier, frame: Rect) {
        let brief = self.brief;
        let kept = brief.tiers.contains(tier);
        let role = if kept { Role::OnTier(tier) } else { Role::Ink2 };
        let size = if self.narrow { 14.0 } else { brief.layout.size.value() - 1.0 };
        let share = bar.share(brief, tier);
        let value = bar.value(brief, tier);
        let inset = if self.narrow { 6.0 } else { 10.0 };
        let fits = |content: &str, size: f64, bold: bool| {
            let least =
                if text::width(content, size, bold) + 2.0 * inset > frame.width { 3.0 } else { inset };
            (text::width(content, size, bold) + 2.0 * least <= frame.width).then_some(least)
        };
        let smaller = |content: &str, bold: bool| {
            [size, 14.0, 13.0, 12.0]
                .into_iter()
                .find_map(|size| fits(content, size, bold).map(|inset| (size, inset)))
        };
        let label = |content: &str, size: f64, inset: f64, y: f64, bold: bool| Label {
            at: Point::new(frame.x + inset, y),
            content: content.to_owned(),
            size,
            bold,
            role,
            anchor: Anchor::Start,
        };
        let middle = frame.center().y;
        let second = if self.narrow { 12.0 } else { brief.layout.size.label() };
        match (smaller(&share, kept), fits(&value, second, false)) {
            (Some((size, inset)), Some(other)) => {
                let inset = inset.min(other);
                canvas.text(label(&share, size, inset, middle - 3.0, kept));
                canvas.text(label(&value, second, inset, middle + second + 2.0, false));
            }
            (Some((size, inset)), None) => {
                canvas.text(label(&share, size, inset, middle + size * 0.36, kept));
            }
            (None, Some(inset)) => canvas.text(label(&value, second, inset, middle + second * 0.36, false)),
            (None, None) => self.draw_dropped(canvas, bar, tier, &share),
        }
    }

    fn draw_dropped(&self, canvas: &Canvas, bar: Bar, tier: Tier, share: &str) {
        let brief = self.brief;
        if tier != Tier::Four || bar != Bar::Gdp {
            return;
        }
        let Some(row) = brief.dataset.tier(tier) else {
            return;
        };
        let gap = if brief.locale.is_chinese() { "" } else { " " };
        let role = if brief.tiers.contains(tier) { Role::TierText(tier) } else { Role::Ink2 };
        let at = Point::new(self.left + self.width, self.bar_top(bar) + self.bar + 18.0);
        canvas.text(brief.label(at, concat(&[brief.name(row), gap, share]), role, Anchor::End));
    }
}
