//! The line from top to bottom, an item a row in order of time.

use super::items::{Entry, Look};
use super::parts::{
    LARGE, LINE, Line, block, dated, draw_bracket, draw_dot, draw_lines, lines, named, spoken, widest,
};
use crate::chart::Size;
use crate::chart::flow::Flow;
use crate::geometry::{Point, Rect};
use crate::scene::{Anchor, Fill};
use crate::theme::Role;

/// From bar to bar, beside the line.
const LANE: f64 = 7.0;
/// Between rows.
const AIR: f64 = 16.0;

/// An item's row.
struct EntryRow<'a> {
    entry: &'a Entry,
    /// At the left of the line; nothing where dates stand above the names.
    dates: Vec<Line>,
    texts: Vec<Line>,
    top: f64,
    height: f64,
}

impl EntryRow<'_> {
    /// The middle of the first line, where the dot is.
    fn middle(&self) -> f64 {
        self.top + AIR / 2.0 + 10.5
    }
}

pub(super) fn draw(flow: &mut Flow<'_>, entries: &[&Entry]) {
    let dates = dates(flow, entries);
    let column = column(&dates);
    let line = if column > 0.0 { column + 20.0 } else { LARGE };
    let spans = entries.iter().filter(|entry| is_long(entry)).count();
    let left = line + LARGE + LANE * spans as f64 + 8.0;
    let rows = rows(flow, entries, dates, left);
    let [first, last] = [rows.first(), rows.last()].map(|row| row.map_or(0.0, EntryRow::middle));
    flow.canvas.rect(Rect::new(line - 1.5, first, 3.0, last - first), Fill::new(Role::Axis));
    let mut lane = line + 4.0;
    for row in &rows {
        if is_long(row.entry) {
            lane += LANE;
        }
        draw_row(flow, row, &rows, if is_long(row.entry) { lane } else { line }, [line, left]);
    }
    flow.y = rows.last().map_or(0.0, |row| row.top + row.height) + 10.0;
}

fn is_long(entry: &Entry) -> bool {
    matches!(entry.look, Look::Span | Look::Bracket)
}

/// The dates for the column at the left of the line; empty where there is no room for it.
fn dates(flow: &Flow<'_>, entries: &[&Entry]) -> Vec<Vec<Line>> {
    let face = dated(flow);
    let within = |room: f64| -> Vec<Vec<Line>> {
        entries.iter().map(|entry| lines(&entry.date, face, room)).collect()
    };
    match flow.context.layout.size {
        Size::W280 => vec![Vec::new(); entries.len()],
        // As wide as the longest word among them needs, which gives the others fewer lines.
        Size::W360 => within(column(&within(92.0))),
        _ => within(f64::INFINITY),
    }
}

/// The width of all of them.
fn column(dates: &[Vec<Line>]) -> f64 {
    dates.iter().map(|lines| widest(lines)).fold(0.0, f64::max)
}

fn rows<'a>(flow: &Flow<'_>, entries: &[&'a Entry], dates: Vec<Vec<Line>>, left: f64) -> Vec<EntryRow<'a>> {
    let room = flow.context.layout.width - left;
    let mut top = 0.0;
    let rows = entries.iter().zip(dates).map(|(entry, dates)| {
        let texts = match dates.is_empty() {
            true => block(flow, entry, room),
            false => lines(&entry.name, named(flow, entry), room),
        };
        let height = f64::max(28.0, texts.len().max(dates.len()) as f64 * LINE) + AIR;
        let row = EntryRow { entry, dates, texts, top, height };
        top += height;
        row
    });
    rows.collect()
}

fn draw_row(flow: &Flow<'_>, row: &EntryRow<'_>, rows: &[EntryRow<'_>], x: f64, [line, left]: [f64; 2]) {
    let start = if row.dates.is_empty() { 0.0 } else { line - 12.0 - widest(&row.dates) };
    let right = left + widest(&row.texts);
    let frame = Rect::new(start, row.top, right - start, row.height);
    flow.mark(row.entry.key(), spoken(flow.context, row.entry), frame, |flow| {
        let middle = row.middle();
        let end = row.entry.span.as_ref().map_or(middle, |span| depth(rows, span.end));
        match row.entry.look {
            Look::Span => {
                let bar = Rect::new(x - 2.0, middle, 4.0, end - middle);
                flow.canvas.rect(bar, Fill::new(Role::Accent2).rounded(2.0));
            }
            Look::Bracket => {
                draw_bracket(&flow.canvas, [(x - 4.0, middle), (x, middle), (x, end), (x - 4.0, end)]);
            }
            look => draw_dot(&flow.canvas, Point::new(x, middle), look),
        }
        let top = row.top + AIR / 2.0;
        draw_lines(flow, &row.dates, line - 12.0, top, Anchor::End);
        draw_lines(flow, &row.texts, left, top, Anchor::Start);
    });
}

/// How far down a moment is: between the rows of what stands on the line before and after it.
fn depth(rows: &[EntryRow<'_>], moment: f64) -> f64 {
    let mut before: Option<(f64, f64)> = None;
    for row in rows.iter().filter(|row| !is_long(row.entry)) {
        let (place, middle) = (row.entry.place(), row.middle());
        match before {
            Some((earlier, above)) if place >= moment => {
                return above + (middle - above) * (moment - earlier) / (place - earlier);
            }
            _ => before = Some((place, middle)),
        }
    }
    before.map_or(0.0, |(_, middle)| middle)
}
