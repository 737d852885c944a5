//! A row for each path: its picture and its name, and what carries it as chips.

use super::{FIRMS, Path, WORD, glyphs, paths};
use crate::chart::ChartContext;
use crate::chart::flow::{Flow, width};
use crate::chart::phrases::words;
use crate::geometry::{Point, Rect};
use crate::scene::{Face, Fill, Scene, Stroke};
use crate::text;
use crate::theme::Role;

/// From the left edge to a name.
const INDENT: f64 = glyphs::SIDE + 14.0;
/// The widest that a name gets beside its carriers, and the room after it.
const NAME: f64 = 150.0;
const AFTER: f64 = 32.0;
/// Height of a name's line, and of one in the size of labels.
const NAME_LINE: f64 = 22.0;
const LINE: f64 = 20.0;
/// Height of a chip of one line, the air in it and the air between chips.
const CHIP: f64 = 26.0;
const INSIDE: f64 = 9.0;
const AIR: f64 = 8.0;

pub(super) fn draw(context: &ChartContext<'_>, name: String) -> Scene {
    let mut flow = Flow::new(context);
    let paths = paths(context);
    let names = paths.iter().flat_map(|path| name_lines(path, NAME));
    let widest = names.map(|line| width(&[(&line, name_face())])).fold(0.0, f64::max);
    let left = if context.layout.size.is_narrow() { 0.0 } else { INDENT + widest + AFTER };
    for (index, path) in paths.iter().enumerate() {
        if index > 0 {
            flow.hairline();
        }
        draw_path(&mut flow, index, path, left);
    }
    // The room under the last path is that of what follows.
    flow.y -= AIR;
    flow.finish(name)
}

fn name_face() -> Face {
    Face::bold(17.0, Role::Ink)
}

fn name_lines(path: &Path, limit: f64) -> Vec<String> {
    text::wrap(path.name, name_face().size, true, limit)
}

/// A path as a mark, its carriers at `left`: beside its name, or at 0 under it.
fn draw_path(flow: &mut Flow<'_>, index: usize, path: &Path, left: f64) {
    let (context, room) = (flow.context, flow.context.layout.width);
    let beside = left > 0.0;
    let name = name_lines(path, if beside { NAME } else { room - INDENT });
    let name_height = name.len() as f64 * NAME_LINE;
    let head = f64::max(glyphs::SIDE, name_height);
    let carriers = Carriers::new(flow, path, room - left);
    let height = if beside { f64::max(head, carriers.height) } else { head + AIR + carriers.height };
    let frame = Rect::new(0.0, flow.y, room, height + 2.0 * AIR);
    flow.mark(path.key, path.spoken(context), frame, |flow| {
        let top = frame.y + AIR;
        let block = if beside { height } else { head };
        let middle = top + block / 2.0;
        glyphs::draw(&flow.canvas, index, Point::new(glyphs::SIDE / 2.0, middle));
        let mut y = middle - name_height / 2.0 - 5.0;
        for line in &name {
            y += NAME_LINE;
            flow.line(INDENT, y, (line, name_face()));
        }
        let top = if beside { middle - carriers.height / 2.0 } else { top + head + AIR };
        carriers.draw(flow, path, left, top);
    });
    flow.y = frame.bottom() + AIR;
}

/// What carries a path: its kind, the chips and what follows them in the last line, a remark.
struct Carriers {
    /// Places under the kind, and lines of text.
    chips: Vec<(Rect, Vec<String>)>,
    remark: Vec<String>,
    height: f64,
}

impl Carriers {
    fn new(flow: &Flow<'_>, path: &Path, room: f64) -> Carriers {
        let face = flow.plain(Role::Ink);
        let open = if path.open { words(flow.context, WORD).get("open") } else { "" };
        let after = if path.open { AIR + width(&[(open, face)]) } else { 0.0 };
        let remark = text::wrap(&path.remark, face.size, false, room);
        let (mut chips, mut x, mut y, mut bottom) = (Vec::new(), 0.0, LINE + 4.0, 0.0);
        let last = path.carriers.len();
        for (index, word) in path.carriers.iter().chain(path.open.then_some(&open)).enumerate() {
            let inside = if index < last { INSIDE } else { 0.0 };
            let lines = text::wrap(word, face.size, false, room - 2.0 * inside);
            let widest = lines.iter().map(|line| width(&[(line, face)])).fold(0.0, f64::max);
            let own = widest + 2.0 * inside;
            // What closes the list stays with its last chip.
            let needed = own + if index + 1 == last { after } else { 0.0 };
            if x > 0.0 && x + needed > room {
                (x, y) = (0.0, bottom + AIR);
            }
            let height = CHIP + lines.len().saturating_sub(1) as f64 * LINE;
            chips.push((Rect::new(x, y, own, height), lines));
            bottom = f64::max(bottom, y + height);
            x += own + AIR;
        }
        let below = if remark.is_empty() { 0.0 } else { 6.0 + remark.len() as f64 * LINE };
        Carriers { chips, remark, height: bottom + below }
    }

    fn draw(&self, flow: &Flow<'_>, path: &Path, x: f64, top: f64) {
        let [plain, faint] = [Role::Ink, Role::Ink3].map(|role| flow.plain(role));
        let is_firm = path.facts.contains(&FIRMS);
        flow.line(x, top + 14.0, (path.kind, faint));
        for (index, (place, lines)) in self.chips.iter().enumerate() {
            let frame = place.moved(x, top);
            let is_chip = index < path.carriers.len();
            let (inside, face) = if is_chip { (INSIDE, plain) } else { (0.0, faint) };
            if is_chip && is_firm {
                flow.canvas.outline(frame.grown(-0.5), Stroke::new(Role::Axis, 1.0).rounded(4.0));
            } else if is_chip {
                flow.canvas.rect(frame, Fill::new(Role::Surface2).rounded(4.0));
            }
            for (line, content) in lines.iter().enumerate() {
                let y = frame.y + CHIP / 2.0 + face.size * 0.36 + line as f64 * LINE;
                flow.line(frame.x + inside, y, (content, face));
            }
        }
        let first = top + self.height - self.remark.len() as f64 * LINE;
        for (line, content) in self.remark.iter().enumerate() {
            flow.line(x, first + 15.0 + line as f64 * LINE, (content, faint));
        }
    }
}
