//! The rows: where they stand, their bars and gaps.

use super::labels::{EXAMPLE, Second, VALUE_GAP, bar_length, examples, second_line};
use super::title::own_title;
use crate::chart::tag::{TAG_GAP, draw_tag, tag_width};
use crate::chart::{ChartContext, Layout, Size};
use crate::dataset::{Measure, TierRow};
use crate::geometry::{Point, Rect};
use crate::locale::render;
use crate::quantity::Quantity;
use crate::scene::{Anchor, Canvas, Face, Fill, Label, MarkKey, Scale, Stroke};
use crate::text;
use crate::theme::Role;
use crate::tier::{Tier, TierSet};
use crate::word::text;

/// Where the rows stand and how long the bars may get.
pub(super) struct Rows<'a> {
    pub(super) context: &'a ChartContext<'a>,
    pub(super) narrow: bool,
    pub(super) pitch: f64,
    pub(super) bar: f64,
    /// Left end of the bars.
    pub(super) left: f64,
    /// Room for bars.
    pub(super) length: f64,
    pub(super) largest: f64,
    /// Where the line stands at which wide bars begin.
    pub(super) axis: f64,
    /// Bars to both sides.
    pub(super) diverging: Option<Diverging>,
    /// Whether all values are derived, and heading and note say so: phones have no room to say it of each.
    pub(super) is_said_of_all: bool,
}

/// Where zero stands, and how bars and their words lie around it.
#[derive(Clone, Copy)]
pub(super) struct Diverging {
    pub(super) zero: f64,
    /// Pixels of a value of one.
    pub(super) unit: f64,
    /// Whether some values are below zero and none above.
    pub(super) is_below: bool,
    pub(super) words: Words,
    /// Whether dots stand in place of bars.
    pub(super) has_dots: bool,
}

/// What stands beside the bars.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Words {
    /// Values with their nouns, each at the end of its bar.
    Whole,
    /// Values without their nouns, which the title of the chart has.
    Short,
    /// The same, all to the right of zero.
    Right,
}

impl<'a> Rows<'a> {
    pub(super) fn new(context: &'a ChartContext<'a>) -> Self {
        let size = context.layout.size;
        let narrow = size.is_narrow();
        let left: f64 = size.pick([0.0, 0.0, 150.0, 176.0, 190.0]);
        let tiers = context.dataset.tiers.iter();
        let quantities = tiers.filter_map(|row| context.measure(context.indicator, row.tier).quantity());
        let largest = quantities.map(|quantity| quantity.high).fold(0.0, f64::max);
        let mut rows = Rows {
            context,
            narrow,
            pitch: size.pick([68.0, 70.0, 58.0, 62.0, 66.0]),
            bar: if narrow { 20.0 } else { 38.0 },
            left,
            length: if narrow {
                context.layout.width
            } else {
                bar_length(context, context.layout.width - left, largest)
            },
            largest,
            axis: left,
            diverging: None,
            is_said_of_all: false,
        };
        if context.dataset.is_own {
            make_room(&mut rows);
        }
        rows
    }

    pub(super) fn height(&self) -> f64 {
        let rows = if self.context.tiers.is_empty() { 2 } else { self.context.tiers.len() };
        rows as f64 * self.pitch + if self.narrow { 0.0 } else { 8.0 }
    }

    /// The axis of wide charts, or the word for an empty selection.
    pub(super) fn draw_frame(&self, canvas: &Canvas) {
        let height = self.height();
        if self.context.tiers.is_empty() {
            let at = Point::new(self.context.layout.width / 2.0, height / 2.0 + 5.0);
            let frame = Rect::new(0.5, 0.5, self.context.layout.width - 1.0, height - 1.0);
            canvas.outline(frame, Stroke::new(Role::Axis, 1.0).dashed(4.0).rounded(3.0));
            canvas.text(self.context.label(
                at,
                self.context.locale.ui.none_selected,
                Role::Ink2,
                Anchor::Middle,
            ));
        } else if !self.narrow {
            let x = self.axis - 0.5;
            canvas.line(&[Point::new(x, 0.0), Point::new(x, height)], Stroke::new(Role::Axis, 1.0));
        }
    }

    pub(super) fn draw_row(&self, canvas: &Canvas, row: &'a TierRow, line: u8, kept: bool) {
        let context = self.context;
        // A row that leaves folds into the place of the next one, never below the frame.
        let top = (f64::from(line) * self.pitch).min((self.height() - self.pitch).max(0.0));
        let top = if self.narrow || kept { top } else { top.min(self.height() - self.pitch) };
        let at = Point::new(0.0, top);
        let frame = Rect::new(0.0, 2.0, context.layout.width, self.pitch - 4.0);
        let mut mark = context.mark(MarkKey::Tier(row.code), self.row_name(row), at, frame);
        mark.gone = !kept;
        canvas.mark(mark, |canvas| {
            let measure = context.measure(context.indicator, row.tier);
            if self.narrow {
                self.draw_narrow(canvas, row, &measure, top);
            } else {
                self.draw_wide(canvas, row, &measure, top);
            }
        });
    }

    /// What a screen reader says of a row.
    fn row_name(&self, row: &TierRow) -> String {
        let context = self.context;
        let indicator = context.dataset.indicator(context.indicator);
        let title = match indicator {
            Some(indicator) if context.dataset.is_own => own_title(context, indicator).0,
            _ => indicator.map_or("", |i| i.name.get(context.locale.language)).to_owned(),
        };
        let counties = self.spoken_counties(row);
        let comma = context.locale.ui.comma;
        let derived = context.measure(context.indicator, row.tier).is_derived();
        let value = context.tagged(context.value(context.indicator, row.tier), derived);
        let tier = row.name.get(context.locale.language);
        // A dataset may not say how many there are.
        let after = if counties.is_empty() { "" } else { comma };
        let mut name = text!("{tier}{comma}{counties}{after}{title} {value}");
        // What is heard is whole, however narrow the picture is.
        let roomy = ChartContext { layout: Layout { size: Size::W760, ..context.layout }, ..*context };
        if let Some(second) = second_line(&roomy, row.tier) {
            let second = context.tagged(second.text, second.derived);
            name.push_str(&text!("{comma}{second}"));
        }
        name
    }

    /// How many counties a tier has, with those that the article names, which only wide pictures have room for.
    fn spoken_counties(&self, row: &TierRow) -> String {
        let context = self.context;
        let counties = context.counties_phrase(TierSet::only(row.tier));
        match examples(context, row, f64::INFINITY).first() {
            Some(named) => render(context.locale.ui.bracketed, &[("name", &counties), ("unit", named)]),
            None => counties,
        }
    }

    /// Whether a value carries the tag of derived ones.
    pub(super) fn is_tagged(&self, measure: &Measure<'_>) -> bool {
        measure.is_derived() && !self.is_said_of_all
    }

    pub(super) fn name_face(&self, row: &TierRow) -> Face {
        Face::bold(self.context.layout.size.label() + 2.0, Role::TierText(row.tier))
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

    pub(super) fn draw_gap(&self, canvas: &Canvas, row: &TierRow, top: f64) {
        let context = self.context;
        let frame = Rect::new(self.left + 0.5, top + 0.5, self.length - 1.0, self.bar - 1.0);
        canvas.outline(frame, Stroke::new(Role::Axis, 1.0).dashed(4.0).rounded(3.0));
        let size = if self.narrow { 12.0 } else { context.layout.size.label() };
        let at = Point::new(self.left + 12.0, top + self.bar / 2.0 + size * 0.36);
        let word = context.locale.ui.not_given;
        canvas.text(Label::new(at, word, Face::bold(size, Role::Ink)));
        let Some(story) = super::story(context) else { return };
        let reason = context.tell(story.missing, &[("tier", &context.name_in_text(row))]);
        let start = at.x + text::width(word, size, true) + 12.0;
        if start + text::width(&reason, size, false) < self.left + self.length - 8.0 {
            let at = Point::new(start, at.y);
            canvas.text(Label::new(at, reason, Face::plain(size, Role::Ink2)));
        }
    }

    fn draw_wide(&self, canvas: &Canvas, row: &'a TierRow, measure: &Measure<'_>, top: f64) {
        let context = self.context;
        let size = context.layout.size;
        let (upper, lower) = (top + self.pitch / 2.0 - 5.0, top + self.pitch / 2.0 + 15.0);
        let counties = context.counties_phrase(TierSet::only(row.tier));
        self.draw_examples(canvas, row, &counties, upper);
        let bar_top = top + (self.pitch - self.bar) / 2.0;
        if self.diverging.is_some() {
            return draw_diverging(self, canvas, row, measure, bar_top);
        }
        let Some(quantity) = measure.quantity() else {
            return self.draw_gap(canvas, row, bar_top);
        };
        self.draw_bar(canvas, row, &quantity, bar_top);
        let x = self.left + self.length * quantity.high / self.largest + VALUE_GAP;
        let second = second_line(context, row.tier);
        let baseline =
            if second.is_some() { upper + 1.0 } else { top + self.pitch / 2.0 + size.value() * 0.36 };
        let at = Point::new(x, baseline);
        let content = context.value(context.indicator, row.tier);
        self.draw_value(canvas, measure, content, at, Anchor::Start);
        if let Some(Second { text, derived }) = second {
            canvas.text(context.label(Point::new(x, lower), text.clone(), Role::Ink2, Anchor::Start));
            if derived {
                draw_tag(canvas, context, Point::new(x + context.label_width(&text) + TAG_GAP, lower));
            }
        }
    }

    /// The tier with the number of its counties, and under it those that the article names.
    fn draw_examples(&self, canvas: &Canvas, row: &'a TierRow, counties: &str, upper: f64) {
        let context = self.context;
        if context.dataset.is_own {
            return draw_own_name(self, canvas, row, counties, upper);
        }
        let (size, leading) = EXAMPLE;
        let lines = examples(context, row, self.left - 12.0);
        let top = upper - (lines.len() as f64 - 1.0) * leading / 2.0;
        canvas.text(Label::new(Point::new(0.0, top), context.name(row), self.name_face(row)));
        let beside = text::width(context.name(row), context.layout.size.label() + 2.0, true) + 10.0;
        canvas.text(context.label(Point::new(beside, top), counties, Role::Ink2, Anchor::Start));
        for (index, content) in lines.into_iter().enumerate() {
            let at = Point::new(0.0, top + 17.0 + index as f64 * leading);
            canvas.text(Label::new(at, content, Face::plain(size, Role::Ink3)));
        }
    }

    /// The value, and after it the tag of a derived one.
    pub(super) fn draw_value(
        &self,
        canvas: &Canvas,
        measure: &Measure<'_>,
        content: String,
        at: Point,
        anchor: Anchor,
    ) {
        let context = self.context;
        let starred = context.is_total_off(context.indicator);
        let tag = if self.is_tagged(measure) { tag_width(context) + TAG_GAP } else { 0.0 };
        // Below the narrowest design a value gets smaller before it meets the tier's name.
        let room = context.layout.width - tag - if self.narrow { 56.0 } else { 0.0 };
        let sizes = [context.layout.size.value(), 14.0, 13.0];
        let fits = |size: &f64| text::width(&content, *size, true) <= room;
        let size = sizes.into_iter().find(fits).unwrap_or(12.0);
        let width = text::width(&content, size, true);
        let (at, tag_x) = match anchor {
            Anchor::End => (Point::new(at.x - tag, at.y), at.x - tag + TAG_GAP),
            _ => (at, at.x + width + TAG_GAP),
        };
        canvas.text(Label::new(at, content, Face::bold(size, Role::Ink)).anchored(anchor));
        if self.is_tagged(measure) {
            draw_tag(canvas, context, Point::new(tag_x, at.y));
        } else if starred && anchor == Anchor::Start {
            let at = Point::new(at.x + width + 3.0, at.y - size * 0.2);
            canvas.text(Label::new(at, "*", Face::bold(size, Role::Derived)).anchored(anchor));
        }
    }

    fn draw_narrow(&self, canvas: &Canvas, row: &'a TierRow, measure: &Measure<'_>, top: f64) {
        let context = self.context;
        let width = context.layout.width;
        let baseline = top + 24.0;
        let (end, content) = if context.dataset.is_own {
            draw_own_words(self, canvas, row, measure, baseline)
        } else {
            let (name, face) = (context.name(row), self.name_face(row));
            canvas.text(Label::new(Point::new(0.0, baseline), name, face));
            (text::width(name, face.size, true), context.value(context.indicator, row.tier))
        };
        let beside = end + 10.0;
        let counties = context.counties_phrase(TierSet::only(row.tier));
        let value = text::width(&content, context.layout.size.value(), true);
        let tag = if self.is_tagged(measure) { tag_width(context) + TAG_GAP } else { 0.0 };
        if beside + context.label_width(&counties) + value + tag + 8.0 <= width {
            canvas.text(context.label(Point::new(beside, baseline), counties, Role::Ink2, Anchor::Start));
        }
        let bar_top = top + 32.0;
        let Some(quantity) = measure.quantity() else {
            return self.draw_gap(canvas, row, bar_top);
        };
        self.draw_value(canvas, measure, content, Point::new(width, baseline), Anchor::End);
        canvas.rect(Rect::new(0.0, bar_top, width, self.bar), Fill::new(Role::Surface2).rounded(2.0));
        if self.diverging.is_some() {
            return draw_diverging(self, canvas, row, measure, bar_top);
        }
        self.draw_bar(canvas, row, &quantity, bar_top);
        if let Some(second) = second_line(context, row.tier) {
            self.draw_inside(canvas, row.tier, &second, self.length * quantity.high / self.largest, bar_top);
        }
    }

    /// The second text of a narrow bar: beside it, or inside where it fills the track.
    fn draw_inside(&self, canvas: &Canvas, tier: Tier, second: &Second, end: f64, top: f64) {
        let context = self.context;
        let size = 12.0;
        let width = text::width(&second.text, size, false);
        let tag = if second.derived { tag_width(context) + TAG_GAP } else { 0.0 };
        let y = top + self.bar / 2.0 + 4.5;
        let beside = end + 8.0 + width + tag <= context.layout.width;
        let (x, role, anchor) = if beside {
            (end + 8.0, Role::Ink2, Anchor::Start)
        } else if width + 16.0 <= end && !second.derived {
            (end - 8.0, Role::OnTier(tier), Anchor::End)
        } else {
            // Narrower than the narrowest design, or no room for the tag; the table has the number.
            return;
        };
        canvas.text(
            Label::new(Point::new(x, y), second.text.clone(), Face::plain(size, role)).anchored(anchor),
        );
        if second.derived && beside {
            draw_tag(canvas, context, Point::new(x + width + TAG_GAP, y));
        }
    }
}

// These lead through the core to the part that only datasets of others need.

#[part::of(core)]
fn draw_diverging<'a>(rows: &Rows<'a>, canvas: &Canvas, row: &'a TierRow, measure: &Measure<'_>, top: f64) {
    rows.draw_diverging(canvas, row, measure, top);
}

#[part::of(core)]
fn draw_own_name<'a>(rows: &Rows<'a>, canvas: &Canvas, row: &'a TierRow, counties: &str, upper: f64) {
    rows.draw_own_name(canvas, row, counties, upper);
}

#[part::of(core)]
fn draw_own_words(
    rows: &Rows<'_>,
    canvas: &Canvas,
    row: &TierRow,
    measure: &Measure<'_>,
    baseline: f64,
) -> (f64, String) {
    rows.draw_own_words(canvas, row, measure, baseline)
}

#[part::of(core)]
fn make_room(rows: &mut Rows<'_>) {
    rows.make_room();
}
