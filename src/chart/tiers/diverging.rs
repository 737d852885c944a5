//! Bars to both sides of zero, for datasets of others that have values below it; and bars beside values whose nouns leave them
//! no room.

// What is never inlined is called through the core.
part::module!(own);

use super::dots::{self, RADIUS};
use super::labels::{Second, VALUE_GAP, second_line};
use super::rows::{Diverging, Rows, Words};
use crate::chart::tag::{TAG_GAP, draw_tag, tag_width};
use crate::dataset::{Measure, TierRow};
use crate::geometry::{Point, Rect};
use crate::quantity::Quantity;
use crate::scene::{Anchor, Canvas, Face, Fill, Label, Stroke};
use crate::text;
use crate::theme::Role;

/// Room beyond the line of zero where no bar leads there.
const MARGIN: f64 = 8.0;
/// Bars shorter than this part of their room make way for shorter words.
const LEAST: f64 = 0.4;
/// Bars whose values have their nouns are at least so long, where none is below zero.
const SHORTEST: f64 = 48.0;
/// Room that an asterisk takes after a value.
const STAR: f64 = 14.0;

/// How far a row reaches: its bar as a value to the left and to the right of zero, and its words.
struct Reach {
    bar: [f64; 2],
    words: [f64; 2],
}

/// `None` where all bars begin at zero and lead to the right, with room for their values.
fn diverging(rows: &Rows<'_>) -> Option<Diverging> {
    let context = rows.context;
    let tiers = context.dataset.tiers.iter();
    let quantities =
        || tiers.clone().filter_map(|row| context.measure(context.indicator, row.tier).quantity());
    let least = quantities().map(|quantity| quantity.low).fold(f64::INFINITY, f64::min);
    let largest = quantities().map(|quantity| quantity.high).fold(f64::NEG_INFINITY, f64::max);
    if least <= largest && dots::are_places(context) {
        let reaches = tiers.clone().filter_map(|row| reach(rows, row, Words::Right, false));
        let words = reaches.map(|reach| reach.words[1]).fold(0.0, f64::max);
        return Some(dots::scale(rows, [least, largest], words));
    }
    let has_room = rows.narrow || rows.length >= SHORTEST;
    if least > largest || (least >= 0.0 && largest > 0.0 && has_room) {
        return None;
    }
    let is_below = largest <= 0.0 && least < 0.0;
    let span = largest.max(0.0) - least.min(0.0);
    if rows.narrow {
        let before = if least < 0.0 { 0.0 } else { MARGIN };
        let after = if largest > 0.0 { 0.0 } else { MARGIN };
        let unit = if span > 0.0 { (context.layout.width - before - after) / span } else { 0.0 };
        let zero = before - least.min(0.0) * unit;
        return Some(Diverging { zero, unit, is_below, words: Words::Short, has_dots: false });
    }
    let room = context.layout.width - rows.left - MARGIN * 2.0;
    let plan = |words| {
        let reaches: Vec<Reach> = tiers.clone().filter_map(|row| reach(rows, row, words, is_below)).collect();
        let unit = unit(&reaches, room).max(0.0);
        (words, unit, reaches)
    };
    let is_good = |(_, unit, _): &(Words, f64, Vec<Reach>)| span == 0.0 || unit * span >= room * LEAST;
    let ways = [Words::Whole, Words::Short].into_iter().map(plan).find(is_good);
    let (words, unit, reaches) = ways.unwrap_or_else(|| plan(Words::Right));
    let before = reaches.iter().map(|reach| reach.bar[0] * unit + reach.words[0]).fold(0.0, f64::max);
    let zero = (rows.left + MARGIN + before).round() + 0.5;
    Some(Diverging { zero, unit, is_below, words, has_dots: false })
}

/// Pixels of a value of one: as many as the pair of rows allows that needs most room to both sides.
fn unit(reaches: &[Reach], room: f64) -> f64 {
    let of_pair = |before: &Reach, after: &Reach| {
        let bars = before.bar[0] + after.bar[1];
        (bars > 0.0).then(|| (room - before.words[0] - after.words[1]) / bars)
    };
    let pairs =
        reaches.iter().flat_map(|before| reaches.iter().filter_map(move |after| of_pair(before, after)));
    let unit = pairs.fold(f64::INFINITY, f64::min);
    if unit.is_finite() { unit } else { 0.0 }
}

impl Diverging {
    pub(super) fn at(&self, value: f64) -> f64 {
        self.zero + self.unit * value
    }

    /// Whether the words of a value stand to the left of zero.
    fn is_left(&self, quantity: &Quantity) -> bool {
        is_left(quantity, self.words, self.is_below)
    }
}

fn is_left(quantity: &Quantity, words: Words, is_below: bool) -> bool {
    words != Words::Right && (quantity.middle() < 0.0 || is_below)
}

fn reach(rows: &Rows<'_>, row: &TierRow, words: Words, is_below: bool) -> Option<Reach> {
    let context = rows.context;
    let measure = context.measure(context.indicator, row.tier);
    let quantity = measure.quantity()?;
    let size = context.layout.size.value();
    let first = text::width(&value(rows, row, &quantity, words), size, true) + rows.after(&measure);
    let second = second_line(context, row.tier).map_or(0.0, |second| second_width(rows, &second));
    let width = first.max(second) + VALUE_GAP;
    let is_left = is_left(&quantity, words, is_below);
    // Words to the right of zero stand beyond a bar that leads there, and right beside the line if none does.
    let words = if is_left { [width, 0.0] } else { [0.0, width] };
    Some(Reach { bar: [(-quantity.low).max(0.0), quantity.high.max(0.0)], words })
}

/// A value as it stands beside its bar.
fn value(rows: &Rows<'_>, row: &TierRow, quantity: &Quantity, words: Words) -> String {
    let context = rows.context;
    match context.dataset.indicator(context.indicator) {
        Some(indicator) if words != Words::Whole => context.locale.short(quantity, indicator),
        _ => context.value(context.indicator, row.tier),
    }
}

fn second_width(rows: &Rows<'_>, second: &Second) -> f64 {
    let tag = if second.derived { tag_width(rows.context) + TAG_GAP } else { 0.0 };
    rows.context.label_width(&second.text) + tag
}

impl<'a> Rows<'a> {
    /// Makes room to both sides of zero where values are below it.
    #[inline(never)]
    pub(super) fn diverge(&mut self) {
        self.diverging = diverging(self);
        if let Some(diverging) = self.diverging.filter(|diverging| !diverging.has_dots) {
            // The line is as wide as a pixel.
            self.axis = diverging.zero + 0.5;
        }
    }

    /// What a value needs after it for a tag or an asterisk.
    fn after(&self, measure: &Measure<'_>) -> f64 {
        if self.is_tagged(measure) {
            tag_width(self.context) + TAG_GAP
        } else if self.context.is_total_off(self.context.indicator) {
            STAR
        } else {
            0.0
        }
    }

    /// The bar of a row, and in wide designs its words; or its gap.
    #[inline(never)]
    pub(super) fn draw_diverging(&self, canvas: &Canvas, row: &'a TierRow, measure: &Measure<'_>, top: f64) {
        let Some(diverging) = self.diverging else { return };
        let context = self.context;
        let Some(quantity) = measure.quantity() else {
            return self.draw_gap_beside(canvas, row, &diverging, top);
        };
        let ends = if diverging.has_dots {
            dots::draw(self, canvas, row, &quantity, &diverging, top);
            [-RADIUS, RADIUS].map(|radius| diverging.at(quantity.middle()) + radius)
        } else {
            self.draw_both(canvas, row, &quantity, &diverging, top);
            [diverging.at(quantity.low.min(0.0)), diverging.at(quantity.high.max(0.0))]
        };
        let second = second_line(context, row.tier);
        if self.narrow {
            if let Some(second) = second {
                self.draw_second_inside(canvas, &second, ends, top);
            }
            return;
        }
        let middle = top + self.bar / 2.0;
        let content = value(self, row, &quantity, diverging.words);
        let size = context.layout.size;
        let is_left = diverging.is_left(&quantity);
        let start = |width: f64| if is_left { ends[0] - VALUE_GAP - width } else { ends[1] + VALUE_GAP };
        let width = text::width(&content, size.value(), true) + self.after(measure);
        let baseline = if second.is_some() { middle - 4.0 } else { middle + size.value() * 0.36 };
        self.draw_value(canvas, measure, content, Point::new(start(width), baseline), Anchor::Start);
        if let Some(second) = second {
            let at = Point::new(start(second_width(self, &second)), middle + 15.0);
            self.draw_second(canvas, &second, at, context.layout.size.label());
        }
    }

    /// A bar from zero, with the band between the two ends of a range.
    fn draw_both(
        &self,
        canvas: &Canvas,
        row: &TierRow,
        quantity: &Quantity,
        diverging: &Diverging,
        top: f64,
    ) {
        let zero = diverging.zero;
        let bar = |from: f64, to: f64| Rect::new(from, top, to - from, self.bar);
        let ends = [quantity.low, quantity.high].map(|value| diverging.at(value));
        let fill = Fill::new(Role::Tier(row.tier));
        let is_range = quantity.high > quantity.low;
        let whole = if is_range { fill.faded(0.5) } else { fill };
        canvas.rect(bar(ends[0].min(zero), ends[1].max(zero)), whole);
        if is_range && ends[0] > zero {
            canvas.rect(bar(zero, ends[0]), fill);
        } else if is_range && ends[1] < zero {
            canvas.rect(bar(ends[1], zero), fill);
        }
        if self.narrow {
            let ends = [top - 3.0, top + self.bar + 3.0];
            canvas.line(&ends.map(|y| Point::new(zero, y)), Stroke::new(Role::Axis, 1.0));
        }
    }

    /// The gap on the side of zero that has more room, so that the line crosses no words.
    fn draw_gap_beside(&self, canvas: &Canvas, row: &'a TierRow, diverging: &Diverging, top: f64) {
        if diverging.has_dots {
            return self.draw_gap(canvas, row, top);
        }
        let [before, after] = [diverging.zero - self.left, self.context.layout.width - diverging.zero];
        let (left, length) = if after >= before { (diverging.zero, after) } else { (self.left, before) };
        Rows { left, length, ..*self }.draw_gap(canvas, row, top);
    }

    /// The second text of a narrow bar, on whichever side of it there is room; the table has it as well.
    fn draw_second_inside(&self, canvas: &Canvas, second: &Second, ends: [f64; 2], top: f64) {
        const SIZE: f64 = 12.0;
        let tag = if second.derived { tag_width(self.context) + TAG_GAP } else { 0.0 };
        let width = text::width(&second.text, SIZE, false) + tag;
        let y = top + self.bar / 2.0 + 4.5;
        let (before, after) = (ends[0] - 8.0 - width, ends[1] + 8.0);
        if after + width <= self.context.layout.width {
            self.draw_second(canvas, second, Point::new(after, y), SIZE);
        } else if before >= 0.0 {
            self.draw_second(canvas, second, Point::new(before, y), SIZE);
        }
    }

    fn draw_second(&self, canvas: &Canvas, second: &Second, at: Point, size: f64) {
        canvas.text(Label::new(at, second.text.clone(), Face::plain(size, Role::Ink2)));
        if second.derived {
            let x = at.x + text::width(&second.text, size, false) + TAG_GAP;
            draw_tag(canvas, self.context, Point::new(x, at.y));
        }
    }
}
