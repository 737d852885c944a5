//! The rows of squares, and the ticks of the counties that have such clusters.

use std::iter;
use std::ops::Range;

use super::kinds::{Kind, WORD, kinds};
use super::{COVERAGE, COVERED, TOTAL};
use crate::chart::ChartContext;
use crate::chart::flow::{Flow, Piece, around, width};
use crate::chart::phrases::words;
use crate::chart::white_paper::ticks::{draw_hollow, ticks};
use crate::geometry::{Point, Rect};
use crate::locale::render;
use crate::quantity::count_text;
use crate::scene::{Canvas, Fill, Mark, MarkKey, Outline, Scene, Stroke};
use crate::text;
use crate::theme::Role;
use crate::word::text;

/// Between squares.
const AIR: f64 = 4.0;
/// The least that a finger hits.
const LEAST: f64 = 24.0;
/// The widest that a square gets, with the air beside it.
const WIDEST: f64 = 42.0;

pub(super) fn draw(context: &ChartContext<'_>, name: String) -> Scene {
    let mut flow = Flow::new(context);
    draw_legend(&mut flow);
    let kinds = kinds(context);
    let counts: Vec<[String; 2]> = kinds.iter().map(|kind| [kind.stock, kind.new].map(count_text)).collect();
    let ends = kinds.iter().zip(&counts).map(|(kind, counts)| end(&flow, kind, counts));
    let ends: Vec<[Piece<'_>; 5]> = ends.collect();
    // All rows have their counts in the same place.
    let beside = kinds.iter().zip(&ends).all(|(kind, end)| flow.fits(kind.name, end));
    for (kind, end) in kinds.iter().zip(&ends) {
        flow.head(kind.name, end, beside);
        draw_squares(&mut flow, kind);
        draw_named(&mut flow, kind);
        flow.y += 14.0;
    }
    flow.y += 6.0;
    draw_coverage(&mut flow);
    flow.finish(name)
}

/// **16** 其中2024年新增 **5**
fn end<'t>(flow: &Flow<'_>, kind: &Kind, [stock, new]: &'t [String; 2]) -> [Piece<'t>; 5] {
    let words = words(flow.context, WORD);
    let of_these = if kind.counted { words.get("of-these-listed") } else { words.get("of-these-new") };
    let tag = if kind.counted { flow.context.locale.ui.derived } else { "" };
    let [before, count, after] =
        around(of_these, new, flow.plain(Role::Ink2), flow.strong(-1.0, Role::Accent));
    [(stock, flow.strong(5.0, Role::Ink)), before, count, after, (tag, flow.tag())]
}

fn draw_legend(flow: &mut Flow<'_>) {
    let context = flow.context;
    let words = words(context, WORD);
    let [new, earlier] = words.array("legend", ["new", "earlier"]);
    let face = flow.plain(Role::Ink2);
    let derived = (context.locale.ui.derived, flow.tag());
    flow.y += 16.0;
    let mut x = 0.0;
    let entries = [
        (Some(true), &[(new, face)][..]),
        (Some(false), &[(earlier, face), derived][..]),
        (None, &[(words.get("square"), flow.plain(Role::Ink3))][..]),
    ];
    for (is_new, pieces) in entries {
        let indent = if is_new.is_some() { 24.0 } else { 0.0 };
        let room = indent + width(pieces);
        if x > 0.0 && x + room > context.layout.width {
            (x, flow.y) = (0.0, flow.y + 24.0);
        }
        if let Some(is_new) = is_new {
            draw_square(&flow.canvas, Rect::new(x, flow.y - 13.0, 16.0, 16.0), is_new);
        }
        flow.pieces(x + indent, flow.y, pieces);
        x += room + 20.0;
    }
    flow.y += 14.0;
}

fn draw_square(canvas: &Canvas, frame: Rect, is_new: bool) {
    if !is_new {
        canvas.rect(frame, Fill::new(Role::Unknown).rounded(2.0));
        return canvas.outline(frame.grown(-0.5), Stroke::new(Role::Axis, 1.0).rounded(2.0));
    }
    canvas.rect(frame, Fill::new(Role::Accent).rounded(2.0));
    let (arm, weight) = (frame.width * 0.5, 2.0);
    let center = frame.center();
    let bar =
        |width: f64, height: f64| Rect::new(center.x - width / 2.0, center.y - height / 2.0, width, height);
    canvas.rects(&[bar(arm, weight), bar(weight, arm)], Fill::new(Role::Surface));
}

/// The squares of a kind, the earlier ones first.
fn draw_squares(flow: &mut Flow<'_>, kind: &Kind) {
    let room = flow.context.layout.width;
    let wanted = flow.context.layout.size.pick([10.0, 12.0, 18.0, 18.0, 18.0]);
    let columns = f64::min(wanted, (room / LEAST).floor());
    let pitch = ((room + AIR) / columns).min(WIDEST);
    let side = pitch - AIR;
    let top = flow.y + 14.0;
    let columns = columns as usize;
    let square = |index: usize| {
        let (column, line) = ((index % columns) as f64, (index / columns) as f64);
        Rect::new(column * pitch, top + line * pitch, side, side)
    };
    for run in runs(kind) {
        let (first, last) = (run.start, run.end - 1);
        let outline = surrounding(square(first), square(last), columns as f64 * pitch - AIR);
        let frame = if first == last { within_reach(outline.frame, room) } else { outline.frame };
        let context = flow.context;
        let key = MarkKey::Piece(WORD, kind.ids.key, first + 1);
        let own = Rect::new(0.0, 0.0, frame.width, frame.height);
        let mark = context.mark(key, run_name(context, kind, &run), Point::new(frame.x, frame.y), own);
        // A link may lead to any of the squares.
        let is_within = |key: MarkKey<'_>| matches!(key, MarkKey::Piece(WORD, of, number) if of == kind.ids.key && run.contains(&(number.wrapping_sub(1))));
        let mark = Mark {
            group: kind.ids.key,
            notches: outline.notches,
            selected: context.mark.is_some_and(is_within),
            ..mark
        };
        flow.canvas.mark(mark, |canvas| {
            for index in run {
                draw_square(canvas, square(index), index >= kind.earlier());
            }
        });
    }
    flow.y = top + kind.stock.div_ceil(columns) as f64 * pitch - AIR;
}

/// The squares of a kind, one mark each: the earlier ones together, each one that is named, and the other new ones together.
fn runs(kind: &Kind) -> Vec<Range<usize>> {
    let earlier = kind.earlier();
    let named = earlier..(earlier + kind.named.len()).min(kind.stock);
    let others = named.end..kind.stock;
    let each = named.map(|index| index..index + 1);
    iter::once(0..earlier).chain(each).chain([others]).filter(|run| !run.is_empty()).collect()
}

/// What surrounds the squares from `first` to `last`, in lines of this width.
fn surrounding(first: Rect, last: Rect, width: f64) -> Outline {
    let is_line = first.y == last.y;
    let left = if is_line { first.x } else { 0.0 };
    let right = if is_line { last.right() } else { width };
    let frame = Rect::new(left, first.y, right - left, last.bottom() - first.y);
    let notches = [
        Point::new(first.x - left, if first.x > left { first.height + AIR } else { 0.0 }),
        Point::new(right - last.right(), if last.right() < right { last.height + AIR } else { 0.0 }),
    ];
    Outline { frame, notches }
}

/// What a finger hits: the square, or a little more in the picture, whose width is `room`.
fn within_reach(square: Rect, room: f64) -> Rect {
    let frame = square.grown(((LEAST - square.width) / 2.0).max(0.0));
    Rect { x: frame.x.min(room - frame.width).max(0.0), ..frame }
}

/// 国家级中小企业特色产业集群（共16个）：2024年新增1个，福清市化工复合材料（福州市）
fn run_name(context: &ChartContext<'_>, kind: &Kind, run: &Range<usize>) -> String {
    let words = words(context, WORD);
    let [new, earlier] = words.array("legend", ["new", "earlier"]);
    let state =
        if run.start < kind.earlier() { context.tagged(earlier.to_owned(), true) } else { new.to_owned() };
    let name = kind.named_at(run.start).map_or(words.get("unnamed"), |named| &named.full);
    render(
        words.get("mark-name"),
        &[
            ("kind", kind.name),
            ("n", &count_text(run.len())),
            ("stock", &count_text(kind.stock)),
            ("state", &state),
            ("name", name),
        ],
    )
}

/// The new ones that the source names.
fn draw_named(flow: &mut Flow<'_>, kind: &Kind) {
    let (named, gap) = (words(flow.context, WORD).get("named"), flow.context.locale.ui.space);
    let label = text!("{named}{gap}");
    let (faint, face) = (flow.plain(Role::Ink3), flow.plain(Role::Ink2));
    let content = text!("{label}{kind.list(flow.context)}");
    flow.y += 2.0;
    for line in text::wrap_greedy(&content, face.size, face.bold, flow.context.layout.width) {
        flow.y += 20.0;
        let after = line.strip_prefix(label.as_str());
        let indent = after.map_or(0.0, |_| text::width(&label, face.size, face.bold));
        if after.is_some() {
            flow.line(0.0, flow.y, (&label, faint));
        }
        flow.line(indent, flow.y, (after.unwrap_or(&line), face));
    }
}

/// A tick for each county, those with such clusters filled.
fn draw_coverage(flow: &mut Flow<'_>) {
    let context = flow.context;
    let words = words(context, WORD);
    let total = context.dataset.number(TOTAL).unwrap_or_default();
    let covered = context.dataset.number(COVERED).unwrap_or_default();
    let count = context.printed(COVERED);
    let of_all = render(words.get("of-all"), &[("total", &context.printed(TOTAL))]);
    let end = [(count.as_str(), flow.strong(5.0, Role::Ink)), (of_all.as_str(), flow.plain(Role::Ink2))];
    flow.hairline();
    let top = flow.y;
    flow.head(words.get("coverage"), &end, flow.fits(words.get("coverage"), &end));
    let ticks = ticks(context, total, flow.y + 14.0, 20.0);
    flow.y += 40.0;
    let gap = context.locale.ui.space;
    let coverage = words.get("coverage");
    let name = text!("{coverage}{context.locale.ui.colon}{count}{gap}{of_all}");
    let frame = Rect::new(0.0, top, context.layout.width, flow.y - top);
    flow.mark(COVERAGE, name, frame, |flow| {
        let (filled, hollow) = ticks.split_at((covered as usize).min(ticks.len()));
        flow.canvas.rects(filled, Fill::new(Role::Ink));
        draw_hollow(&flow.canvas, hollow);
    });
}
