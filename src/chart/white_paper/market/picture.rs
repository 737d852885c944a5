//! Ticks by GDP with their bracket, the bars, and two figures.

use super::{OVER_10BN, OVER_100BN, TOTAL, WORD, bars};
use super::{about, figure, given, id, mark_key, over_10bn, period, spoken};
use crate::chart::ChartContext;
use crate::chart::flow::{Flow, around, width};
use crate::chart::phrases::words;
use crate::chart::white_paper::ticks::{draw_hollow, ticks};
use crate::geometry::{Point, Rect};
use crate::locale::render;
use crate::scene::{Canvas, Fill, Scene, Stroke};
use crate::text;
use crate::theme::Role;

/// Height of the tall ticks and of the others.
const TALL: f64 = 30.0;
const LOW: f64 = 22.0;
/// The least that a finger hits.
const LEAST: f64 = 24.0;

pub(super) fn draw(context: &ChartContext<'_>, name: String) -> Scene {
    let mut flow = Flow::new(context);
    draw_ticks(&mut flow);
    flow.y += 18.0;
    flow.hairline();
    bars::draw(&mut flow);
    flow.y += 18.0;
    flow.hairline();
    draw_figures(&mut flow);
    flow.finish(name)
}

fn draw_ticks(flow: &mut Flow<'_>) {
    let context = flow.context;
    let words = words(context, WORD);
    let date = period(context, OVER_10BN);
    let head = words.tell("by-gdp", &given(context));
    let end = [(date.as_str(), flow.plain(Role::Ink3))];
    flow.head(&head, &end, flow.fits(&head, &end));
    let (plain, strong) = (flow.plain(Role::Ink2), flow.strong(0.0, Role::Ink));
    let count = render(words.get("figure"), &[("n", &context.printed(OVER_100BN))]);
    flow.y += 28.0;
    flow.pieces(0.0, flow.y, &around(words.get("over-100bn"), &count, plain, strong));
    let top = flow.y + 8.0;
    draw_marks(flow, top);
    flow.y = top + TALL + 12.0;
    draw_under(flow);
}

/// The three groups of ticks as marks, and the bracket under those above ¥10 billion.
fn draw_marks(flow: &Flow<'_>, top: f64) {
    let context = flow.context;
    let room = context.layout.width;
    let number = |id| context.dataset.number(id).unwrap_or_default();
    let ticks = ticks(context, number(TOTAL), top, TALL);
    let (over, hollow) = ticks.split_at((over_10bn(context) as usize).min(ticks.len()));
    let (tall, low) = over.split_at((number(OVER_100BN) as usize).min(over.len()));
    let lowered = |ticks: &[Rect]| -> Vec<Rect> {
        ticks.iter().map(|tick| Rect { y: top + TALL - LOW, height: LOW, ..*tick }).collect()
    };
    let end = |ticks: &[Rect]| ticks.last().map_or(0.0, Rect::right);
    let mark = |key: &'static str, frame: Rect, draw: &dyn Fn(&Canvas)| {
        flow.mark(mark_key(key), spoken(context, key), frame, |flow| draw(&flow.canvas));
    };
    let foot = top + TALL + 4.0;
    mark("over-10bn", Rect::new(0.0, top, end(over), TALL + 12.0), &|canvas| {
        canvas.rects(&lowered(low), Fill::new(Role::Accent2));
        let (left, right) = (0.5, end(over) - 0.5);
        let bracket = [(left, foot), (left, foot + 7.0), (right, foot + 7.0), (right, foot)];
        canvas.line(&bracket.map(|(x, y)| Point::new(x, y)), Stroke::new(Role::Axis, 1.0));
    });
    // Over the mark that holds them as well.
    mark("over-100bn", Rect::new(0.0, top, end(tall), TALL), &|canvas| {
        canvas.rects(tall, Fill::new(Role::Accent));
    });
    let width = (room - end(over)).max(LEAST);
    mark("rest", Rect::new(room - width, top, width, TALL), &|canvas| draw_hollow(canvas, &lowered(hollow)));
}

/// What stands under the ticks: the bracket's share, and the rest at its right or on the next line.
fn draw_under(flow: &mut Flow<'_>) {
    let context = flow.context;
    let words = words(context, WORD);
    let (plain, strong) = (flow.plain(Role::Ink2), flow.strong(0.0, Role::Ink));
    let (share, rest) = (figure(context, OVER_10BN), words.tell("rest", &given(context)));
    let own = around(words.get("over-10bn"), &share, plain, strong);
    let others = [(rest.as_str(), plain), (context.locale.ui.derived, flow.tag())];
    let room = context.layout.width;
    flow.y += 22.0;
    flow.pieces(0.0, flow.y, &own);
    if width(&own) + 16.0 + width(&others) > room {
        flow.y += 22.0;
    }
    flow.pieces_at_end(flow.y, &others);
}

/// The two figures: the number, and what it counts.
fn draw_figures(flow: &mut Flow<'_>) {
    let context = flow.context;
    let words = words(context, WORD);
    let figures = ["ccid", "net-firms"].map(|key| (key, about(context, key).unwrap_or_default()));
    let (narrow, room) = (context.layout.size.is_narrow(), context.layout.width);
    let own = if narrow { room } else { (room - 24.0) / 2.0 };
    let (strong, plain) = (flow.strong(10.0, Role::Ink), flow.plain(Role::Ink2));
    let (mut x, top) = (0.0, flow.y);
    let mut bottom = top;
    for (key, about) in &figures {
        let count = render(words.get("figure"), &[("n", &context.printed(id(key)))]);
        let lines = text::wrap(about, plain.size, false, own);
        let start = if narrow { bottom } else { top };
        let frame = Rect::new(x, start, own, 42.0 + lines.len() as f64 * 21.0);
        flow.mark(mark_key(key), spoken(context, key), frame, |flow| {
            flow.line(x, start + 32.0, (&count, strong));
            for (index, line) in lines.iter().enumerate() {
                flow.line(x, start + 54.0 + index as f64 * 21.0, (line, plain));
            }
        });
        bottom = f64::max(bottom, frame.bottom());
        x += if narrow { 0.0 } else { own + 24.0 };
    }
    flow.y = bottom;
}
