//! What the counties with the largest revenue hold, on tracks from 0 to 100%. Where the source gives a
//! lower bound, a bar's end is open.

use super::{WORD, figure, given, id, mark_key, remark, spoken};
use crate::chart::flow::{Flow, Piece, width};
use crate::chart::phrases::words;
use crate::geometry::{Point, Rect};
use crate::quantity::Qualifier;
use crate::scene::{Canvas, Face, Fill};
use crate::theme::Role;

const HEIGHT: f64 = 34.0;
/// Between bars.
const AIR: f64 = 14.0;
/// Length of an open end: an arrow head and two chevrons that fade.
const OPEN: f64 = 31.0;

struct Bar {
    key: &'static str,
    name: &'static str,
    /// The printed share in percent.
    share: f64,
    /// Whether that is a lower bound.
    open: bool,
    /// 超60%
    value: String,
    /// 原文：超过六成
    note: String,
}

impl Bar {
    /// Length on a track, with the open end.
    fn reach(&self, track: f64) -> f64 {
        track * self.share / 100.0 + if self.open { OPEN } else { 0.0 }
    }
}

fn bars(flow: &Flow<'_>) -> Vec<Bar> {
    let context = flow.context;
    let words = words(context, WORD);
    let bars = ["rev-count-share", "rev-gdp-share", "rev-rev-share"].into_iter().filter_map(|key| {
        let name = words.of("bar", key);
        let note = remark(context, key).unwrap_or_default();
        let fact = context.dataset.fact(id(key))?;
        let open = fact.qualifier == Qualifier::MoreThan;
        Some(Bar { key, name, share: fact.value.number()?, open, value: figure(context, fact.id), note })
    });
    bars.collect()
}

/// The head and the three bars.
pub(super) fn draw(flow: &mut Flow<'_>) {
    let context = flow.context;
    let (words, given) = (words(context, WORD), given(context));
    let (head, about) = (words.tell("shares", &given), words.tell("revenue", &given));
    let end = [(about.as_str(), flow.plain(Role::Ink3))];
    flow.head(&head, &end, flow.fits(&head, &end));
    let narrow = context.layout.size.is_narrow();
    let bars = bars(flow);
    let names = bars.iter().map(|bar| context.label_width(bar.name) + 20.0);
    let left = if narrow { 0.0 } else { names.fold(0.0, f64::max) };
    let track = context.layout.width - left;
    // The source's words stand beside all the values, or under all of them.
    let beside = bars.iter().all(|bar| bar.reach(track) + width(&label(flow, bar)) + 14.0 <= track);
    flow.y += if narrow { 10.0 } else { 18.0 };
    for bar in &bars {
        draw_bar(flow, bar, left, beside);
        flow.y += AIR;
    }
    flow.y -= AIR;
}

/// The value and the source's words.
fn label<'t>(flow: &Flow<'_>, bar: &'t Bar) -> [Piece<'t>; 2] {
    [(&bar.value, flow.strong(0.0, Role::Ink)), (&bar.note, flow.plain(Role::Ink2))]
}

fn draw_bar(flow: &mut Flow<'_>, bar: &Bar, left: f64, beside: bool) {
    let room = flow.context.layout.width;
    let narrow = flow.context.layout.size.is_narrow();
    let (above, below) = if narrow { (24.0, 0.0) } else { (5.0, 5.0) };
    let top = flow.y + if narrow { 28.0 } else { 0.0 };
    let track = Rect::new(left, top, room - left, HEIGHT);
    let frame = Rect::new(0.0, top - above, room, above + HEIGHT + below);
    flow.mark(mark_key(bar.key), spoken(flow.context, bar.key), frame, |flow| {
        let name = (bar.name, flow.plain(Role::Ink));
        let [_, note] = label(flow, bar);
        let middle = track.center().y;
        let baseline = if narrow { top - 9.0 } else { middle + name.1.size * 0.36 };
        flow.line(0.0, baseline, name);
        if narrow && width(&[name, note]) <= room {
            flow.pieces_at_end(baseline, &[note]);
        }
        flow.canvas.rect(track, Fill::new(Role::Surface2));
        let body = Rect { width: track.width * bar.share / 100.0, ..track };
        draw_body(&flow.canvas, body, bar.open);
        let x = left + bar.reach(track.width) + 10.0;
        let [value, note] = label(flow, bar);
        if narrow {
            draw_value(flow, value, x, body);
        } else if beside {
            flow.pieces(x, middle + value.1.size * 0.36, &[value, note]);
        } else {
            flow.line(x, middle - 2.0, value);
            flow.line(x, middle + 13.0, (note.0, Face { size: 12.0, ..note.1 }));
        }
    });
    flow.y = top + HEIGHT;
}

/// A bar that ends at the printed number, and what follows where that is a lower bound.
fn draw_body(canvas: &Canvas, body: Rect, open: bool) {
    const POINT: f64 = 12.0;
    const BAND: f64 = 6.0;
    let fill = Fill::new(Role::Accent);
    if !open {
        return canvas.rect(body, fill);
    }
    let tip = |x: f64| {
        [(x, body.y), (x + POINT, body.center().y), (x, body.bottom())].map(|(x, y)| Point::new(x, y))
    };
    let [upper, point, lower] = tip(body.right());
    let back = [Point::new(body.x, body.bottom()), Point::new(body.x, body.y)];
    canvas.polygon(&[&[upper, point, lower], &back[..]].concat(), fill);
    for (start, opacity) in [(3.5, 0.55), (OPEN - POINT - BAND, 0.3)] {
        let mut inner = tip(body.right() + start);
        inner.reverse();
        canvas.polygon(&[tip(body.right() + start + BAND), inner].concat(), fill.faded(opacity));
    }
}

/// A value behind a bar's end, smaller where it must be; in the narrowest pictures in the bar.
fn draw_value(flow: &Flow<'_>, (value, face): Piece<'_>, x: f64, body: Rect) {
    let room = flow.context.layout.width - x;
    let faces = [face.size, 14.0, 13.0, 12.0].map(|size| Face { size, ..face });
    let middle = body.center().y;
    if let Some(face) = faces.into_iter().find(|face| width(&[(value, *face)]) <= room) {
        return flow.line(x, middle + face.size * 0.36, (value, face));
    }
    let inside = (value, Face::bold(12.0, Role::Surface));
    flow.line(body.right() - 8.0 - width(&[inside]), middle + 4.3, inside);
}
