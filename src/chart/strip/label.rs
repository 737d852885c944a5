//! The label that says which entity is meant, with a mark at its place: laid over the picture without drawing it anew.

use super::Strip;
use super::frame::{LINE, Size};
use super::spot::Spot;
use super::words::words;
use crate::geometry::{Point, Rect};
use crate::locale::render;
use crate::scene::{Canvas, Face, Fill, Label, Scene, Stop, Stroke};
use crate::theme::Role;

/// Inside the label, beside and above its texts.
const PADDING: (f64, f64) = (9.0, 6.0);
/// Between a label and what it speaks of.
const DISTANCE: f64 = 6.0;
/// Between value and class in one line.
const GAP: f64 = 10.0;
/// Radius of the ring in a shape.
const RING: f64 = 5.0;
/// Half the width of the wedge on the axis, and its height.
const WEDGE: (f64, f64) = (5.0, 6.0);

/// A piece of text in the label.
struct Piece {
    text: String,
    size: Size,
    role: Role,
    at: Point,
}

impl Strip<'_> {
    /// The entity at a spot with its value, as a screen reader says it where no mark has the focus that says it. At a stop,
    /// whose mark says what it is, what is nearest to it.
    pub fn spoken(&self, spot: Spot) -> Option<String> {
        let frame = &self.frame;
        let entity = self.entity(spot)?;
        let words = words(frame.context.locale);
        let template = match spot {
            Spot::Stop(_, Stop::Minimum | Stop::Maximum) => return None,
            Spot::Stop(..) => words.nearest,
            _ if frame.is_dotted => return None,
            _ => words.dot_name,
        };
        let values = [
            ("name", self.name(entity)),
            ("class", frame.lane_name(frame.lane_of(entity))),
            ("value", &*frame.told(entity)),
        ];
        Some(render(template, &values))
    }

    fn name(&self, entity: usize) -> &'static str {
        self.frame.subject.entities.name(entity, self.frame.context.locale.language)
    }

    /// The label of a spot at which there is an entity.
    pub fn label(&self, spot: Spot) -> Option<Scene> {
        let frame = &self.frame;
        let entity = self.entity(spot)?;
        let place = self.place(entity)?;
        let width = frame.context.layout.width;
        let canvas = Canvas::new(width, frame.height());
        let lane = frame.lane_of(entity);
        let radius = if frame.is_dotted { frame.index.axis().column / 2.0 + 1.5 } else { RING };
        canvas.ring(place, radius, Stroke::new(Role::Surface, 5.0));
        if !frame.is_dotted {
            let own = frame.subject.tier(lane).map_or(Role::Axis, Role::Tier);
            canvas.circle(place, radius, Fill::new(own));
        }
        canvas.ring(place, radius, Stroke::new(Role::Ink, 2.0));
        let foot = frame.foot();
        let wedge = [(0.0, 0.0), (-WEDGE.0, -WEDGE.1), (WEDGE.0, -WEDGE.1)];
        canvas.polygon(&wedge.map(|(x, y)| Point::new(place.x + x, foot + y)), Fill::new(Role::Ink));
        let (pieces, size) = self.pieces(spot, entity, lane);
        let left = (place.x - size.width / 2.0).min(width - size.width - 0.5).max(0.5);
        let above = self.band_top(lane).min(place.y - radius) - DISTANCE - size.height;
        let below = place.y + radius + DISTANCE + 4.0;
        let at = Point::new(left, if above >= 0.5 { above } else { below });
        let frame = Rect::new(at.x, at.y, size.width, size.height);
        canvas.rect(frame, Fill::new(Role::Surface).rounded(3.0));
        canvas.outline(frame, Stroke::new(Role::Ink, 1.0).rounded(3.0));
        for Piece { text, size, role, at: inside } in pieces {
            let face = Face { size: size.pixels, bold: size.bold, role };
            canvas.text(Label::new(Point::new(at.x + inside.x, at.y + inside.y), text, face));
        }
        Some(canvas.finish(String::new()))
    }

    fn band_top(&self, lane: usize) -> f64 {
        self.plan(lane).map_or(0.0, |plan| plan.middle - self.frame.band / 2.0)
    }

    /// The texts of a label, each with its place inside of it, and how large it is: the stop, if that is what was asked for, the
    /// name, the value and the class.
    fn pieces(&self, spot: Spot, entity: usize, lane: usize) -> (Vec<Piece>, Rect) {
        let frame = &self.frame;
        let size = frame.context.layout.size.label();
        let (plain, bold) = (Size { pixels: size, bold: false }, Size { pixels: size, bold: true });
        let room = frame.context.layout.width - 2.0 * PADDING.0 - 1.0;
        let room = room.min(30.0 * size);
        let mut lines: Vec<Vec<(String, Size, Role)>> = Vec::new();
        if let Some(stop) = self.stop_line(spot) {
            lines.push(vec![(plain.fitting(&[&stop], room), plain, Role::Ink2)]);
        }
        for line in bold.lines(self.name(entity), room, 2) {
            lines.push(vec![(line, bold, Role::Ink)]);
        }
        let value = plain.fitting(&[&frame.told(entity)], room);
        let role = frame.subject.tier(lane).map_or(Role::Ink2, Role::TierText);
        let class = bold.fitting(&[frame.lane_name(lane)], room);
        let both = plain.width(&value) + GAP + bold.width(&class);
        let (value, class) = ((value, plain, Role::Ink), (class, bold, role));
        if both <= room {
            lines.push(vec![value, class]);
        } else {
            lines.extend([vec![value], vec![class]]);
        }
        let mut widest: f64 = 0.0;
        let mut pieces = Vec::new();
        for (row, line) in lines.iter().enumerate() {
            let mut x = PADDING.0;
            for (text, size, role) in line {
                let at = Point::new(x, PADDING.1 + row as f64 * LINE + 13.0);
                pieces.push(Piece { text: text.clone(), size: *size, role: *role, at });
                x += size.width(text) + GAP;
            }
            widest = widest.max(x - GAP + PADDING.0);
        }
        (pieces, Rect::new(0.0, 0.0, widest.ceil(), lines.len() as f64 * LINE + 2.0 * PADDING.1))
    }

    /// What a stop is called, with its value, if no entity need have that.
    fn stop_line(&self, spot: Spot) -> Option<String> {
        let Spot::Stop(lane, stop) = spot else { return None };
        let words = words(self.frame.context.locale);
        let value = self.frame.figure(&[lane], self.frame.index.quantiles(&[lane])?.at(stop), false);
        let values = [("stop", self.frame.stop_word(stop)), ("value", &value)];
        (!matches!(stop, Stop::Minimum | Stop::Maximum)).then(|| render(words.stop_line, &values))
    }
}
