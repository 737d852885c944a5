//! The line from left to right, months to scale: above it what happened, under it what was counted and what took
//! months.

use super::items::{Entry, Look};
use super::parts::{
    LARGE, LINE, Line, block, dated, draw_bracket, draw_dot, draw_lines, named, spoken, widest,
};
use crate::chart::flow::{Flow, Piece, width};
use crate::geometry::{Point, Rect};
use crate::quantity::count_text;
use crate::scene::{Anchor, Face, Fill, Stroke, UnitScale};
use crate::theme::Role;

/// Between a stem and its text, and between a text and the next stem.
const AIR: f64 = 8.0;

/// Whether each text has its room: those on stems between these, those that were counted before their date.
pub(super) fn fits(flow: &Flow<'_>, entries: &[Entry]) -> bool {
    let entries: Vec<&Entry> = entries.iter().filter(|entry| entry.span.is_some()).collect();
    let scale = scale(flow, &entries);
    let flags = Flags::new(flow, &of(&entries, &FLAGS), &scale).flags;
    let counts = of(&entries, &[Look::Count]);
    flags.iter().all(|flag| widest(&flag.texts) + AIR <= flag.room)
        && counts.iter().all(|entry| count_start(flow, entry, scale.at(entry.place())) >= 0.0)
}

/// What hangs on stems above the line.
const FLAGS: [Look; 2] = [Look::Edition, Look::Event];

fn of<'a>(entries: &[&'a Entry], looks: &[Look]) -> Vec<&'a Entry> {
    entries.iter().copied().filter(|entry| looks.contains(&entry.look)).collect()
}

/// Months from the first to the last. The last dot stands at the end of the last month and keeps its room.
fn scale(flow: &Flow<'_>, entries: &[&Entry]) -> UnitScale {
    let spans = || entries.iter().filter_map(|entry| entry.span.clone());
    let start = spans().map(|span| span.start).fold(f64::INFINITY, f64::min);
    let end = spans().map(|span| span.end).fold(0.0, f64::max);
    UnitScale::units(start..end, 0.0..flow.context.layout.width - LARGE)
}

pub(super) fn draw(flow: &mut Flow<'_>, entries: &[&Entry]) {
    let scale = scale(flow, entries);
    let flags = Flags::new(flow, &of(entries, &FLAGS), &scale);
    draw_axis(flow, &scale, flags.axis);
    flags.draw(flow);
    flow.y = flags.axis + 48.0;
    for entry in of(entries, &[Look::Count]) {
        draw_count(flow, entry, scale.at(entry.place()), flags.axis);
    }
    flow.y += 4.0;
    draw_spans(flow, &of(entries, &[Look::Span, Look::Bracket]), &scale);
    flow.y += 18.0;
}

/// What happened, as flags on stems in two lanes.
struct Flags<'a> {
    flags: Vec<Flag<'a>>,
    /// Where the lower lane begins.
    lower: f64,
    /// Where the line lies.
    axis: f64,
}

struct Flag<'a> {
    entry: &'a Entry,
    x: f64,
    texts: Vec<Line>,
    /// How wide they may be, with the air before and after them.
    room: f64,
    is_high: bool,
    /// The last one hangs at the left of its stem.
    is_last: bool,
}

impl<'a> Flags<'a> {
    /// Every other flag is in the upper lane. In the lower one a text ends before the next stem, in the upper one
    /// before the next flag.
    fn new(flow: &Flow<'_>, entries: &[&'a Entry], scale: &UnitScale) -> Self {
        let xs: Vec<f64> = entries.iter().map(|entry| scale.at(entry.place())).collect();
        let last = entries.len().saturating_sub(1);
        let distance = |from: usize, to: usize| match (xs.get(from), xs.get(to)) {
            (Some(from), Some(to)) => to - from,
            _ => 0.0,
        };
        let flags = entries.iter().zip(&xs).enumerate().map(|(index, (entry, x))| {
            let is_high = index % 2 == 1;
            let is_last = index == last;
            let room = if is_last {
                distance(index.saturating_sub(2), index) / 2.0
            } else if is_high && index + 2 == last {
                distance(index, last) / 2.0
            } else {
                distance(index, index + if is_high { 2 } else { 1 })
            };
            let texts = block(flow, entry, room - 2.0 * AIR);
            Flag { entry, x: *x, texts, room, is_high, is_last }
        });
        let flags: Vec<Flag<'_>> = flags.collect();
        let height = |is_high: bool| {
            let lane = flags.iter().filter(|flag| flag.is_high == is_high);
            lane.map(|flag| flag.texts.len()).max().unwrap_or(0) as f64 * LINE
        };
        let lower = height(true) + 10.0;
        let axis = lower + height(false) + 16.0;
        Flags { flags, lower, axis }
    }

    fn draw(&self, flow: &Flow<'_>) {
        for flag in &self.flags {
            let Flag { entry, x, ref texts, is_high, is_last, .. } = *flag;
            let own = widest(texts) + AIR;
            let top = if is_high { 0.0 } else { self.lower };
            let bottom = if is_high { self.lower - 4.0 } else { self.axis + LARGE };
            let left = if is_last { x - own } else { (x - LARGE).max(0.0) };
            let frame = Rect::new(left, top, own + LARGE, bottom - top);
            flow.mark(entry.key(), spoken(flow.context, entry), frame, |flow| {
                stem(flow, x, top + 3.0, self.axis);
                draw_dot(&flow.canvas, Point::new(x, self.axis), entry.look);
                let (x, anchor) = if is_last { (x - AIR, Anchor::End) } else { (x + AIR, Anchor::Start) };
                draw_lines(flow, texts, x, top, anchor);
            });
        }
    }
}

fn stem(flow: &Flow<'_>, x: f64, from: f64, to: f64) {
    flow.canvas.line(&[Point::new(x, from), Point::new(x, to)], Stroke::new(Role::Axis, 1.0));
}

/// 9月, Sep
fn short_month(name: &str) -> &str {
    let end = name.char_indices().nth(3).map_or(name.len(), |(end, _)| end);
    name.get(..end).unwrap_or_default()
}

/// The line, its months and its years.
fn draw_axis(flow: &Flow<'_>, scale: &UnitScale, y: f64) {
    let locale = flow.context.locale;
    let (plain, strong) = (Face::plain(12.0, Role::Ink3), Face::bold(12.0, Role::Ink2));
    let ticks: Vec<(f64, usize)> =
        scale.ticks(usize::MAX).into_iter().map(|month| (scale.at(month), month as usize)).collect();
    let (Some((left, first)), Some((right, _))) = (ticks.first(), ticks.last()) else { return };
    flow.canvas.rect(Rect::new(*left, y - 1.0, right - left, 2.0), Fill::new(Role::Axis));
    let months = locale.annex().facts.periods.names.map(short_month);
    let widest = months.iter().map(|name| width(&[(name, plain)])).fold(0.0, f64::max);
    // Where the months of a long time are narrow, the first of each quarter has its name.
    let named = if widest <= (right - left) / (ticks.len() - 1) as f64 { 1 } else { 3 };
    for ((x, month), (next, _)) in ticks.iter().zip(ticks.iter().skip(1)) {
        let begins = month % 12 == 0;
        stem(flow, *x, y, y + if begins { 40.0 } else { LARGE });
        if month % named == 0 {
            let name = months.get(month % 12).copied().unwrap_or_default();
            flow.set((x + next) / 2.0, y + 19.0, (name, plain), Anchor::Middle);
        }
        if begins || month == first {
            let year = locale.period(&count_text(month / 12));
            flow.line(x + if begins { 6.0 } else { 0.0 }, y + 38.0, (&year, strong));
        }
    }
}

/// Where the text begins of what was counted at `x`.
fn count_start(flow: &Flow<'_>, entry: &Entry, x: f64) -> f64 {
    x - width(&pieces(flow, entry)) - 14.0
}

/// What was counted as of a date hangs under it.
fn draw_count(flow: &mut Flow<'_>, entry: &Entry, x: f64, axis: f64) {
    const HEIGHT: f64 = 26.0;
    let pieces = pieces(flow, entry);
    let own = width(&pieces);
    let middle = flow.y + HEIGHT / 2.0;
    let left = count_start(flow, entry, x);
    let frame = Rect::new(left, flow.y, own + 14.0 + LARGE, HEIGHT);
    flow.mark(entry.key(), spoken(flow.context, entry), frame, |flow| {
        stem(flow, x, axis + LARGE, middle);
        draw_dot(&flow.canvas, Point::new(x, middle), entry.look);
        flow.pieces(left, middle + 5.0, &pieces);
    });
    flow.y += HEIGHT;
}

/// What took months: their texts, each with a bar or a bracket under it.
fn draw_spans(flow: &mut Flow<'_>, entries: &[&Entry], scale: &UnitScale) {
    let left = |entry: &Entry| entry.span.as_ref().map_or(0.0, |span| scale.at(span.start));
    let room = flow.context.layout.width;
    // All dates stand before their names, or all above them.
    let in_one = entries.iter().all(|entry| left(entry) + width(&pieces(flow, entry)) <= room);
    for entry in entries {
        draw_span(flow, entry, scale, in_one);
    }
}

fn draw_span(flow: &mut Flow<'_>, entry: &Entry, scale: &UnitScale, in_one: bool) {
    let Some(span) = &entry.span else { return };
    let (left, right) = (scale.at(span.start), scale.at(span.end));
    let pieces = pieces(flow, entry);
    let texts = if in_one { Vec::new() } else { block(flow, entry, flow.context.layout.width - left) };
    let own = if in_one { width(&pieces) } else { widest(&texts) };
    let top = flow.y;
    let foot = top + 12.0 + texts.len().max(1) as f64 * LINE;
    let frame = Rect::new(left, top + 4.0, own.max(right - left), foot + 10.0 - top);
    flow.mark(entry.key(), spoken(flow.context, entry), frame, |flow| {
        if in_one {
            flow.pieces(left, top + 21.0, &pieces);
        }
        draw_lines(flow, &texts, left, top + 6.0, Anchor::Start);
        if entry.look == Look::Span {
            let bar = Rect::new(left, foot, right - left, 6.0);
            return flow.canvas.rect(bar, Fill::new(Role::Accent2).rounded(3.0));
        }
        let (left, right, low) = (left + 0.5, right - 0.5, foot + 7.0);
        draw_bracket(&flow.canvas, [(left, foot), (left, low), (right, low), (right, foot)]);
    });
    flow.y = foot + 12.0;
}

/// The date and the name in one line.
fn pieces<'t>(flow: &Flow<'_>, entry: &'t Entry) -> [Piece<'t>; 2] {
    [(&entry.date, dated(flow)), (&entry.name, named(flow, entry))]
}
