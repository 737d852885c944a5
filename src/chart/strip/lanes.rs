//! A lane for each class: its name, its values as a shape or as dots, median and quartiles.

use super::axis::BRACKET;
use super::frame::{Frame, LINE, LanePlan, SMALL, Size};
use super::shape::{outline, places};
use super::subject::Class;
use super::words::words;
use crate::chart::index::Quantiles;
use crate::geometry::{Point, Rect};
use crate::locale::render;
use crate::scene::{Anchor, Canvas, Face, Fill, Label, Mark, MarkKey, Stop};
use crate::text;
use crate::theme::Role;

/// Between the value at an end of a lane and the name of its entity.
const GAP: f64 = 5.0;
/// Radius of the dots at the ends of a shape.
const TIP: f64 = 2.5;

/// A lane being drawn.
pub(super) struct Lane<'a> {
    frame: &'a Frame<'a>,
    plan: &'a LanePlan,
    lane: usize,
    /// The level line of its values.
    middle: f64,
    quantiles: Option<Quantiles>,
    kept: bool,
}

impl<'a> Lane<'a> {
    pub(super) fn new(frame: &'a Frame<'a>, plan: &'a LanePlan) -> Self {
        let lane = plan.lane;
        let (quantiles, kept) = (frame.index.quantiles(&[lane]), frame.keeps(lane));
        Lane { frame, plan, lane, middle: plan.middle, quantiles, kept }
    }

    pub(super) fn draw(&self, canvas: &Canvas) {
        let (context, frame) = (self.frame.context, self.frame);
        let bounds = Rect::new(0.0, 0.0, context.layout.width, self.plan.height - 4.0);
        let mark = self.mark(self.key(), self.name(), Point::new(0.0, self.plan.top), bounds);
        canvas.mark(mark, |canvas| {
            self.draw_texts(canvas);
            if !frame.is_dotted {
                self.draw_shape(canvas);
            }
        });
        let Some(quantiles) = self.quantiles else { return };
        if frame.is_dotted {
            // The line of the median is behind the dots, so that all are seen.
            self.draw_stops(canvas, &quantiles);
            self.draw_dots(canvas);
        } else {
            self.draw_end_of_shape(canvas, Stop::Minimum, quantiles.minimum);
            self.draw_stops(canvas, &quantiles);
            self.draw_end_of_shape(canvas, Stop::Maximum, quantiles.maximum);
            self.draw_chosen(canvas);
        }
    }

    fn key(&self) -> MarkKey<'static> {
        match self.frame.subject.classes.get(self.lane) {
            Some(class) => MarkKey::Tier(class.code),
            None => MarkKey::Row("strip", Class::NONE),
        }
    }

    fn stop_key(&self, stop: Stop) -> MarkKey<'static> {
        let class = self.frame.subject.classes.get(self.lane);
        MarkKey::Stop(class.map_or(Class::NONE, |class| class.code), stop)
    }

    /// What a screen reader says of the lane.
    fn name(&self) -> String {
        let (frame, words) = (self.frame, words(self.frame.context.locale));
        let class = frame.lane_name(self.lane);
        let Some(found) = self.quantiles else {
            let all = frame.counted(frame.index.lane(self.lane).without);
            return render(words.empty_name, &[("class", class), ("n", &all)]);
        };
        let count = frame.index.lane(self.lane).with;
        let figure = |value, is_held| frame.figure(&[self.lane], value, is_held);
        let [low, high] = [found.lower, found.upper].map(|value| figure(value, false));
        let ends = [found.minimum, found.maximum].map(|value| figure(value, true));
        let [minimum, maximum] = frame.subject.ends(ends);
        let values = [
            ("class", class),
            ("n", &*frame.counted(count)),
            ("median", &*figure(found.median, false)),
            ("spread", &*frame.spread(&[self.lane], &found, [&low, &high])),
            ("minimum", &*minimum),
            ("maximum", &*maximum),
        ];
        render(words.lane_name, &values)
    }

    fn ink(&self, kept: Role, dimmed: Role) -> Role {
        if self.kept { kept } else { dimmed }
    }

    /// The colour of values.
    fn fill(&self) -> Fill {
        let own = self.frame.subject.tier(self.lane).map_or(Role::Axis, Role::Tier);
        Fill::new(self.ink(own, Role::Unknown))
    }

    fn draw_texts(&self, canvas: &Canvas) {
        let (frame, context) = (self.frame, self.frame.context);
        let own = frame.subject.tier(self.lane).map_or(Role::Ink2, Role::TierText);
        let name = Face::bold(frame.name_size(), self.ink(own, Role::Ink2));
        let height = self.plan.texts_height(frame.narrow);
        let top = if frame.narrow { self.plan.top } else { self.middle - height / 2.0 };
        let mut y = top + 14.0;
        let count = |at, anchor| canvas.text(context.label(at, &*self.plan.count, Role::Ink2, anchor));
        if frame.narrow && self.quantiles.is_some() {
            count(Point::new(context.layout.width, y), Anchor::End);
        }
        for line in &self.plan.name {
            canvas.text(Label::new(Point::new(0.0, y), &**line, name));
            y += LINE;
        }
        if !frame.narrow && self.quantiles.is_some() {
            count(Point::new(0.0, y), Anchor::Start);
            y += LINE;
        }
        let face = Face::plain(SMALL, Role::Ink3);
        canvas.text(Label::new(Point::new(0.0, y), &*self.plan.without, face));
        if self.quantiles.is_none() {
            let at = Point::new(frame.left, self.middle + 4.0);
            let content = words(context.locale).no_value;
            canvas.text(context.label(at, content, Role::Ink2, Anchor::Start));
        }
    }

    fn mark(&self, key: MarkKey<'static>, name: String, at: Point, bounds: Rect) -> Mark {
        let context = self.frame.context;
        context.mark(key, context.within(name, self.kept), at, bounds)
    }

    fn draw_shape(&self, canvas: &Canvas) {
        let frame = self.frame;
        let outline = outline(&frame.index, self.lane, frame.fullest, frame.band);
        if !outline.runs.is_empty() {
            let start = Point::new(frame.left + outline.start, self.middle);
            canvas.steps(start, outline.runs, self.fill());
        }
    }

    fn draw_dots(&self, canvas: &Canvas) {
        let frame = self.frame;
        let pitch = frame.index.axis().column;
        for (entity, x, y) in places(&frame.index, self.lane) {
            let at = Point::new(frame.left + x, self.middle + y);
            let bounds = Rect::new(-pitch / 2.0, -pitch / 2.0, pitch, pitch);
            canvas.mark(self.entity_mark(entity, at, bounds), |canvas| {
                canvas.circle(at, (pitch - 1.0) / 2.0, self.fill());
                if let Some(side) = self.side(entity) {
                    self.draw_end(canvas, entity, at.x, pitch / 2.0, side);
                }
            });
        }
    }

    fn entity_mark(&self, entity: usize, at: Point, bounds: Rect) -> Mark {
        let code = self.frame.subject.entities.code(entity);
        let name = self.entity_name(entity);
        let mark = self.mark(MarkKey::County(code), name, at, bounds);
        Mark { selected: self.frame.chosen_code() == Some(code), ..mark }
    }

    /// What a screen reader says of an entity.
    fn entity_name(&self, entity: usize) -> String {
        let (frame, context) = (self.frame, self.frame.context);
        let value = frame.told(entity);
        let values = [
            ("name", frame.subject.entities.name(entity, context.locale.language)),
            ("class", frame.lane_name(self.lane)),
            ("value", &*value),
        ];
        render(words(context.locale).dot_name, &values)
    }

    /// The entity that the reader chose, in its place in the shape.
    fn draw_chosen(&self, canvas: &Canvas) {
        let frame = self.frame;
        let Some(entity) = frame.chosen.filter(|entity| frame.lane_of(*entity) == self.lane) else { return };
        let at = Point::new(frame.x(frame.index.value(entity as u32)), self.middle);
        let bounds = Rect::new(-TIP, -TIP, 2.0 * TIP, 2.0 * TIP);
        canvas.mark(self.entity_mark(entity, at, bounds), |canvas| canvas.circle(at, TIP, self.fill()));
    }

    /// An end of a shape, which is thin there, with the name of its entity.
    fn draw_end_of_shape(&self, canvas: &Canvas, stop: Stop, value: f64) {
        let frame = self.frame;
        let Some((first, last)) = frame.index.ends(self.lane) else { return };
        let (entity, side) = if stop == Stop::Minimum { (first, -1.0) } else { (last, 1.0) };
        let at = Point::new(frame.x(value), self.middle);
        let bounds = self.reach(at.x, -12.0, 24.0);
        let name = self.stop_name(stop, value);
        canvas.mark(self.mark(self.stop_key(stop), name, at, bounds), |canvas| {
            canvas.circle(at, TIP, self.fill());
            if self.side(entity) == Some(side) {
                self.draw_end(canvas, entity, at.x, TIP, side);
            }
        });
    }

    /// The side of the lane at whose end the entity is, -1 or 1. Where all have one value, one end tells them.
    fn side(&self, entity: usize) -> Option<f64> {
        let index = &self.frame.index;
        let (first, last) = index.ends(self.lane)?;
        let is_lowest = entity == first && index.value(first as u32) < index.value(last as u32);
        if entity == last { Some(1.0) } else { is_lowest.then_some(-1.0) }
    }

    /// The name of the entity at an end, beyond its value or, where that is near the edge, between it and the next: where there
    /// is room.
    fn draw_end(&self, canvas: &Canvas, entity: usize, x: f64, radius: f64, side: f64) {
        let (frame, context, index) = (self.frame, self.frame.context, &self.frame.index);
        // What stands at an end is read as the lowest or the highest, so it names all that are.
        let name = frame.holders(&[self.lane], index.value(entity as u32));
        let width = text::width(&name, SMALL, false);
        let gap = radius + GAP;
        let edge = if side > 0.0 { context.layout.width - x } else { x - self.texts_end() };
        let room_inside = || {
            let next = if side < 0.0 { index.after(entity) } else { index.before(entity) };
            let next = next.map(|next| (frame.x(index.value(next as u32)) - x).abs());
            next.unwrap_or_default() - 2.0 * gap - 4.0
        };
        let outwards = if gap + width <= edge { side } else { -side };
        if outwards != side && width > room_inside() {
            return;
        }
        let anchor = if outwards < 0.0 { Anchor::End } else { Anchor::Start };
        let at = Point::new(x + outwards * gap, self.middle + 4.0);
        let face = Face::plain(SMALL, self.ink(Role::Ink2, Role::Ink3));
        let left = if outwards < 0.0 { at.x - width } else { at.x };
        draw_clear(canvas, left, width, at.y);
        canvas.text(Label::new(at, name, face).anchored(anchor));
    }

    /// Where the texts beside the lane end.
    fn texts_end(&self) -> f64 {
        let (frame, plan) = (self.frame, self.plan);
        if frame.narrow {
            return 0.0;
        }
        let names = plan.name.iter().map(|line| text::width(line, frame.name_size(), true));
        let others = [frame.context.label_width(&plan.count), text::width(&plan.without, SMALL, false)];
        names.chain(others).fold(0.0, f64::max) + 12.0
    }

    fn stop_name(&self, stop: Stop, value: f64) -> String {
        let (frame, words) = (self.frame, words(self.frame.context.locale));
        let is_end = matches!(stop, Stop::Minimum | Stop::Maximum);
        let values = [
            ("class", frame.lane_name(self.lane)),
            ("stop", frame.stop_word(stop)),
            ("name", &*if is_end { frame.holders(&[self.lane], value) } else { String::new() }),
            (
                "value",
                &*if is_end {
                    frame.held(&[self.lane], value, false)
                } else {
                    frame.figure(&[self.lane], value, false)
                },
            ),
        ];
        render(if is_end { words.end_name } else { words.stop_name }, &values)
    }

    /// The median as a line with its value above, and a bracket from quartile to quartile where there are any.
    fn draw_stops(&self, canvas: &Canvas, found: &Quantiles) {
        let quartile = |stop, value| {
            if self.frame.has_stop(self.lane, stop) {
                self.draw_quartile(canvas, stop, value, found.median);
            }
        };
        quartile(Stop::LowerQuartile, found.lower);
        self.draw_median(canvas, found.median);
        quartile(Stop::UpperQuartile, found.upper);
    }

    /// Where the pointer finds a stop at `x`: in a shape it need not be exact, dots beside a stop are marks of their own.
    fn reach(&self, x: f64, top: f64, height: f64) -> Rect {
        let reach: f64 = if self.frame.is_dotted { 3.0 } else { 12.0 };
        let (left, right) = (reach.min(x), reach.min(self.frame.context.layout.width - x));
        Rect::new(-left, top, left + right, height)
    }

    /// Where a stop stands: where entities have its value, at the middle of their dots, which stand in columns.
    fn stop_x(&self, value: f64) -> f64 {
        let (frame, index) = (self.frame, &self.frame.index);
        if !frame.is_dotted {
            return frame.x(value);
        }
        let dot = places(index, self.lane).find(|(entity, ..)| index.value(*entity as u32) == value);
        dot.map_or_else(|| frame.x(value), |(_, x, _)| frame.left + x)
    }

    fn draw_quartile(&self, canvas: &Canvas, stop: Stop, value: f64, median: f64) {
        let frame = self.frame;
        let at = Point::new(self.stop_x(value), self.middle + frame.band / 2.0 + 2.0);
        let bounds = self.reach(at.x, -3.0, 12.0);
        let mark = self.mark(self.stop_key(stop), self.stop_name(stop, value), at, bounds);
        canvas.mark(mark, |canvas| {
            let fill = Fill::new(self.ink(Role::Ink2, Role::Axis));
            canvas.rect(Rect::new(at.x - BRACKET / 2.0, at.y, BRACKET, 6.0), fill);
            canvas.rect(Rect::new(at.x, at.y + 4.5, self.stop_x(median) - at.x, BRACKET), fill);
        });
    }

    fn draw_median(&self, canvas: &Canvas, median: f64) {
        let frame = self.frame;
        let at = Point::new(self.stop_x(median), self.middle - frame.band / 2.0);
        let bounds = self.reach(at.x, 0.0, frame.band);
        let name = self.stop_name(Stop::Median, median);
        canvas.mark(self.mark(self.stop_key(Stop::Median), name, at, bounds), |canvas| {
            if !frame.is_dotted {
                // A gap keeps the line apart from a shape of any colour.
                canvas.rect(Rect::new(at.x - 2.0, at.y, 4.0, frame.band), Fill::new(Role::Surface));
            }
            let fill = Fill::new(self.ink(Role::Ink, Role::Axis));
            canvas.rect(Rect::new(at.x - 1.0, at.y - 3.0, 2.0, frame.band + 11.0), fill);
            self.draw_median_value(canvas, median, at.y - 7.0);
        });
    }

    fn draw_median_value(&self, canvas: &Canvas, median: f64, y: f64) {
        let (frame, context) = (self.frame, self.frame.context);
        let size = context.layout.size.label();
        let bold = Size { pixels: size, bold: true };
        let hedge = frame.hedge(&[self.lane], median, false);
        let [figure, bare] = [frame.subject.figure, frame.subject.bare]
            .map(|text| context.locale.hedged(hedge, &text(median)));
        let value = bold.fitting(&[&figure, &bare], frame.length() / 2.0);
        let half = bold.width(&value) / 2.0;
        let left = if frame.narrow { 0.0 } else { frame.left - 8.0 };
        let x = self.stop_x(median).min(context.layout.width - half).max(left + half);
        let face = Face::bold(size, self.ink(Role::Ink, Role::Ink2));
        draw_clear(canvas, x - half, 2.0 * half, y);
        canvas.text(Label::new(Point::new(x, y), value, face).anchored(Anchor::Middle));
    }
}

/// Keeps the grid away from a text.
fn draw_clear(canvas: &Canvas, left: f64, width: f64, baseline: f64) {
    let (left, right) = ((left - 2.0).max(0.0), (left + width + 2.0).min(canvas.width()));
    canvas.rect(Rect::new(left, baseline - 12.0, right - left, 15.0), Fill::new(Role::Surface));
}
