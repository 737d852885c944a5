//! The rows: where they stand, their bars and gaps.

use super::labels::{EXAMPLE, Second, VALUE_GAP, bar_length, examples, second_line};
use crate::chart::Brief;
use crate::chart::tag::{TAG_GAP, draw_tag, tag_width};
use crate::dataset::{Measure, TierRow};
use crate::geometry::{Point, Rect};
use crate::quantity::Quantity;
use crate::scene::{Anchor, Canvas, Fill, Label, Scale, Stroke};
use crate::text;
use crate::theme::Role;
use crate::tier::Tier;
use crate::word::concat;

/// Where the rows stand and how long the bars may get.
pub(super) struct Rows<'a> {
    brief: &'a Brief<'a>,
    narrow: bool,
    pitch: f64,
    bar: f64,
    /// Left end of the bars.
    left: f64,
    /// Room for bars.
    length: f64,
    largest: f64,
}

impl<'a> Rows<'a> {
    pub(super) fn new(brief: &'a Brief<'a>) -> Self {
        let size = brief.layout.size;
        let narrow = size.is_narrow();
        let left: f64 = size.pick([0.0, 0.0, 150.0, 176.0, 190.0]);
        let tiers = brief.dataset.tiers.iter();
        let quantities = tiers.filter_map(|row| brief.measure(brief.indicator, row.tier).quantity());
        let largest = quantities.map(|quantity| quantity.high).fold(0.0, f64::max);
        Rows {
            brief,
            narrow,
            pitch: size.pick([68.0, 70.0, 58.0, 62.0, 66.0]),
            bar: if narrow { 20.0 } else { 38.0 },
            left,
            length: if narrow {
                brief.layout.width
            } else {
                bar_length(brief, brief.layout.width - left, largest)
            },
            largest,
        }
    }

    pub(super) fn height(&self) -> f64 {
        let rows = if self.brief.tiers.is_empty() { 2 } else { self.brief.tiers.len() };
        rows as f64 * self.pitch + if self.narrow { 0.0 } else { 8.0 }
    }

    /// The axis of wide charts, or the word for an empty selection.
    pub(super) fn draw_frame(&self, canvas: &Canvas) {
        let height = self.height();
        if self.brief.tiers.is_empty() {
            let at = Point::new(self.brief.layout.width / 2.0, height / 2.0 + 5.0);
            let frame = Rect::new(0.5, 0.5, self.brief.layout.width - 1.0, height - 1.0);
            canvas.outline(frame, Stroke::new(Role::Axis, 1.0).dashed(4.0).rounded(3.0));
            canvas.text(self.brief.label(at, self.brief.locale.ui.none_selected, Role::Ink2, Anchor::Middle));
        } else if !self.narrow {
            let x = self.left - 0.5;
            canvas.line(&[Point::new(x, 0.0), Point::new(x, height)], Stroke::new(Role::Axis, 1.0));
        }
    }

    pub(super) fn draw_row(&self, canvas: &Canvas, row: &'a TierRow, line: u8, kept: bool) {
        let brief = self.brief;
        // A row that leaves folds into the place of the next one, never below the frame.
        let top = (f64::from(line) * self.pitch).min((self.height() - self.pitch).max(0.0));
        let top = if self.narrow || kept { top } else { top.min(self.height() - self.pitch) };
        let at = Point::new(0.0, top);
        let frame = Rect::new(0.0, 2.0, brief.layout.width, self.pitch - 4.0);
        let mut mark = brief.mark(concat(&["tier:", row.code]), self.row_name(row), at, frame);
        mark.gone = !kept;
        canvas.mark(mark, |canvas| {
            let measure = brief.measure(brief.indicator, row.tier);
            if self.narrow {
                self.draw_narrow(canvas, row, &measure, top);
            } else {
                self.draw_wide(canvas, row, &measure, top);
            }
        });
    }

    /// What a screen reader says of a row.
    fn row_name(&self, row: &TierRow) -> String {
        let brief = self.brief;
        let title =
            brief.dataset.indicator(brief.indicator).map_or("", |i| i.name.get(brief.locale.language));
        let counties = brief.counties_phrase(row.tier);
        let comma = brief.locale.ui.comma;
        let value = brief.value(brief.indicator, row.tier);
        let mut name = concat(&[
            row.name.get(brief.locale.language),
            comma,
            &counties,
            comma,
            title,
            " ",
            &brief.tagged(value, brief.measure(brief.indicator, row.tier).is_derived()),
        ]);
        if let Some(second) = second_line(brief, row.tier) {
            name.push_str(&concat(&[comma, &brief.tagged(second.text, second.derived)]));
        }
        name
    }

    fn tier_label(&self, row: &TierRow, at: Point) -> Label {
        let size = self.brief.layout.size.label() + 2.0;
        let content = row.name.get(self.brief.locale.language).to_owned();
        Label { at, content, size, bold: true, role: Role::TierText(row.tier), anchor: Anchor::Start }
    }

    /// Bar, or the band between the two ends of a derived range.
    fn draw_bar(&self, canvas: &Canvas, row: &TierRow, quantity: &Quantity, top: f64) {
        let scale = Scale::linear(0.0..self.largest, self.left..self.left + self.length);
        let bar = |value: f64| Rect::new(self.left, top, scale.at(value) - self.left, self.bar);
        let fill = Fill::new(Role::Tier(row.tier));
        let is_range = quantity.high > quantity.low;
        let whole = if is_range { fill.faded(0.5) } else { fill };
        canvas.rect(bar(quantity.high), whole.rounded_right(3.0));
        if is_range {
            canvas.rect(bar(quantity.low), fill);
        }
    }

    fn draw_gap(&self, canvas: &Canvas, row: &TierRow, top: f64) {
        let brief = self.brief;
        let frame = Rect::new(self.left + 0.5, top + 0.5, self.length - 1.0, self.bar - 1.0);
        canvas.outline(frame, Stroke::new(Role::Axis, 1.0).dashed(4.0).rounded(3.0));
        let size = if self.narrow { 12.0 } else { brief.layout.size.label() };
        let at = Point::new(self.left + 12.0, top + self.bar / 2.0 + size * 0.36);
        let word = brief.locale.ui.not_given;
        canvas.text(Label {
            at,
            content: word.to_owned(),
            size,
            bold: true,
            role: Role::Ink,
            anchor: Anchor::Start,
        });
        let Some(story) = super::story(brief) else { return };
        let reason = brief.tell(story.missing, &[("tier", &brief.name_in_text(row))]);
        let start = at.x + text::width(word, size, true) + 12.0;
        if start + text::width(&reason, size, false) < self.left + self.length - 8.0 {
            let at = Point::new(start, at.y);
            canvas.text(Label {
                at,
                content: reason,
                size,
                bold: false,
                role: Role::Ink2,
                anchor: Anchor::Start,
            });
        }
    }

    fn draw_wide(&self, canvas: &Canvas, row: &'a TierRow, measure: &Measure<'_>, top: f64) {
        let brief = self.brief;
        let size = brief.layout.size;
        let (upper, lower) = (top + self.pitch / 2.0 - 5.0, top + self.pitch / 2.0 + 15.0);
        let counties = brief.counties_phrase(row.tier);
        self.draw_examples(canvas, row, &counties, upper);
        let bar_top = top + (self.pitch - self.bar) / 2.0;
        let Some(quantity) = measure.quantity() else {
            return self.draw_gap(canvas, row, bar_top);
        };
        self.draw_bar(canvas, row, &quantity, bar_top);
        let x = self.left + self.length * quantity.high / self.largest + VALUE_GAP;
        let second = second_line(brief, row.tier);
        let baseline =
            if second.is_some() { upper + 1.0 } else { top + self.pitch / 2.0 + size.value() * 0.36 };
        let at = Point::new(x, baseline);
        self.draw_value(canvas, measure, row.tier, at, Anchor::Start);
        if let Some(Second { text, derived }) = second {
            canvas.text(brief.label(Point::new(x, lower), text.clone(), Role::Ink2, Anchor::Start));
            if derived {
                draw_tag(canvas, brief, Point::new(x + brief.label_width(&text) + TAG_GAP, lower));
            }
        }
    }

    /// The tier with the number of its counties, and under it those that the article names.
    fn draw_examples(&self, canvas: &Canvas, row: &'a TierRow, counties: &str, upper: f64) {
        let brief = self.brief;
        let (size, leading) = EXAMPLE;
        let lines = examples(brief, row, self.left - 12.0);
        let top = upper - (lines.len() as f64 - 1.0) * leading / 2.0;
        canvas.text(self.tier_label(row, Point::new(0.0, top)));
        let beside = text::width(brief.name(row), brief.layout.size.label() + 2.0, true) + 10.0;
        canvas.text(brief.label(Point::new(beside, top), counties, Role::Ink2, Anchor::Start));
        for (index, content) in lines.into_iter().enumerate() {
            let at = Point::new(0.0, top + 17.0 + index as f64 * leading);
            canvas.text(Label { at, content, size, bold: false, role: Role::Ink3, anchor: Anchor::Start });
        }
    }

    /// The value, and after it the tag of a derived one.
    fn draw_value(&self, canvas: &Canvas, measure: &Measure<'_>, tier: Tier, at: Point, anchor: Anchor) {
        let brief = self.brief;
        let content = brief.value(brief.indicator, tier);
        let starred = brief.is_total_off(brief.indicator);
        let tag = if measure.is_derived() { tag_width(brief) + TAG_GAP } else { 0.0 };
        // Below the narrowest design a value gets smaller before it meets the tier's name.
        let room = brief.layout.width - tag - if self.narrow { 56.0 } else { 0.0 };
        let sizes = [brief.layout.size.value(), 14.0, 13.0];
        let fits = |size: &f64| text::width(&content, *size, true) <= room;
        let size = sizes.into_iter().find(fits).unwrap_or(12.0);
        let width = text::width(&content, size, true);
        let (at, tag_x) = match anchor {
            Anchor::End => (Point::new(at.x - tag, at.y), at.x - tag + TAG_GAP),
            _ => (at, at.x + width + TAG_GAP),
        };
        canvas.text(Label { at, content, size, bold: true, role: Role::Ink, anchor });
        if measure.is_derived() {
            draw_tag(canvas, brief, Point::new(tag_x, at.y));
        } else if starred && anchor == Anchor::Start {
            let at = Point::new(at.x + width + 3.0, at.y - size * 0.2);
            canvas.text(Label { at, content: "*".to_owned(), size, bold: true, role: Role::Derived, anchor });
        }
    }

    fn draw_narrow(&self, canvas: &Canvas, row: &'a TierRow, measure: &Measure<'_>, top: f64) {
        let brief = self.brief;
        let width = brief.layout.width;
        let baseline = top + 24.0;
        canvas.text(self.tier_label(row, Point::new(0.0, baseline)));
        let beside = text::width(brief.name(row), brief.layout.size.label() + 2.0, true) + 10.0;
        let counties = brief.counties_phrase(row.tier);
        let value = text::width(&brief.value(brief.indicator, row.tier), brief.layout.size.value(), true);
        let tag = if measure.is_derived() { tag_width(brief) + TAG_GAP } else { 0.0 };
        if beside + brief.label_width(&counties) + value + tag + 8.0 <= width {
            canvas.text(brief.label(Point::new(beside, baseline), counties, Role::Ink2, Anchor::Start));
        }
        let bar_top = top + 32.0;
        let Some(quantity) = measure.quantity() else {
            return self.draw_gap(canvas, row, bar_top);
        };
        self.draw_value(canvas, measure, row.tier, Point::new(width, baseline), Anchor::End);
        canvas.rect(Rect::new(0.0, bar_top, width, self.bar), Fill::new(Role::Surface2).rounded(2.0));
        self.draw_bar(canvas, row, &quantity, bar_top);
        if let Some(second) = second_line(brief, row.tier) {
            self.draw_inside(canvas, row.tier, &second, self.length * quantity.high / self.largest, bar_top);
        }
    }

    /// The second text of a narrow bar: beside it, or inside where it fills the track.
    fn draw_inside(&self, canvas: &Canvas, tier: Tier, second: &Second, end: f64, top: f64) {
        let brief = self.brief;
        let size = 12.0;
        let width = text::width(&second.text, size, false);
        let tag = if second.derived { tag_width(brief) + TAG_GAP } else { 0.0 };
        let y = top + self.bar / 2.0 + 4.5;
        let beside = end + 8.0 + width + tag <= brief.layout.width;
        let (x, role, anchor) = if beside {
            (end + 8.0, Role::Ink2, Anchor::Start)
        } else if width + 16.0 <= end && !second.derived {
            (end - 8.0, Role::OnTier(tier), Anchor::End)
        } else {
            // Narrower than the narrowest design, or no room for the tag; the table has the number.
            return;
        };
        canvas.text(Label {
            at: Point::new(x, y),
            content: second.text.clone(),
            size,
            bold: false,
            role,
            anchor,
        });
        if second.derived && beside {
            draw_tag(canvas, brief, Point::new(x + width + TAG_GAP, y));
        }
    }
}
