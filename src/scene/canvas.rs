//! What charts draw on. It records shapes into a scene instead of inking them.

use std::cell::Cell;

use super::{Corners, Ink, Item, Label, Mark, Run, Scene, Shape, snapped};
use crate::geometry::{Point, Rect};
use crate::theme::Role;

/// How the inside of a shape is inked.
#[derive(Debug, Clone, Copy)]
pub struct Fill {
    role: Role,
    opacity: f64,
    corners: Corners,
    hatched: bool,
}

impl Fill {
    /// A plain fill.
    pub const fn new(role: Role) -> Self {
        Fill { role, opacity: 1.0, corners: Corners::All(0.0), hatched: false }
    }

    /// The same with all corners rounded by `radius`.
    pub const fn rounded(self, radius: f64) -> Self {
        Fill { corners: Corners::All(radius), ..self }
    }

    /// The same with the two right corners rounded by `radius`.
    pub const fn rounded_right(self, radius: f64) -> Self {
        Fill { corners: Corners::Right(radius), ..self }
    }

    /// The same, let through by `opacity`.
    pub const fn faded(self, opacity: f64) -> Self {
        Fill { opacity, ..self }
    }

    /// The same as a hatch.
    pub const fn hatched(self) -> Self {
        Fill { hatched: true, ..self }
    }

    fn ink(&self) -> Ink {
        Ink { fill: Some(self.role), opacity: self.opacity, hatched: self.hatched, ..Ink::default() }
    }
}

/// How a line or an outline is inked.
#[derive(Debug, Clone, Copy)]
pub struct Stroke {
    role: Role,
    width: f64,
    dash: f64,
    corners: Corners,
}

impl Stroke {
    /// A solid line, `width` pixels wide.
    pub const fn new(role: Role, width: f64) -> Self {
        Stroke { role, width, dash: 0.0, corners: Corners::All(0.0) }
    }

    /// The same, dashed by `dash` pixels.
    pub const fn dashed(self, dash: f64) -> Self {
        Stroke { dash, ..self }
    }

    /// The same with all corners of a rectangle rounded by `radius`.
    pub const fn rounded(self, radius: f64) -> Self {
        Stroke { corners: Corners::All(radius), ..self }
    }

    fn ink(&self) -> Ink {
        let stroke = Some((self.role, snapped(self.width)));
        Ink { stroke, dash: self.dash, opacity: 1.0, ..Ink::default() }
    }
}

/// The picture being drawn. Everything is recorded at a sixteenth of a pixel, so that hairlines and small bars stay
/// even.
pub struct Canvas {
    width: f64,
    height: f64,
    items: Cell<Vec<Item>>,
    /// The mark being drawn.
    open: Cell<Option<Mark>>,
}

impl Canvas {
    /// An empty picture of this size in CSS pixels.
    pub fn new(width: f64, height: f64) -> Self {
        Canvas { width, height, items: Cell::default(), open: Cell::default() }
    }

    /// Width in CSS pixels.
    pub fn width(&self) -> f64 {
        self.width
    }

    /// A filled rectangle.
    pub fn rect(&self, frame: Rect, fill: Fill) {
        self.record(|at| Shape::Rect { frame: at.rect(frame), corners: fill.corners, ink: fill.ink() });
    }

    /// Many filled rectangles that mean one thing together.
    pub fn rects(&self, frames: &[Rect], fill: Fill) {
        self.record_rects(frames, fill.ink());
    }

    /// The outlines of many rectangles that mean one thing together.
    pub fn outlines(&self, frames: &[Rect], stroke: Stroke) {
        self.record_rects(frames, stroke.ink());
    }

    /// The outline of a rectangle.
    pub fn outline(&self, frame: Rect, stroke: Stroke) {
        self.record(|at| Shape::Rect { frame: at.rect(frame), corners: stroke.corners, ink: stroke.ink() });
    }

    /// An open line through `points`.
    pub fn line(&self, points: &[Point], stroke: Stroke) {
        self.record(|at| Shape::Line { points: at.points(points), ink: stroke.ink() });
    }

    /// A filled polygon.
    pub fn polygon(&self, points: &[Point], fill: Fill) {
        self.record(|at| Shape::Polygon { points: at.points(points), ink: fill.ink() });
    }

    /// A filled shape that begins at `start` and is mirrored at the level line through it. Its runs are recorded as they are.
    pub fn steps(&self, start: Point, runs: Vec<Run>, fill: Fill) {
        self.record(|at| Shape::Steps { start: at.point(&start), runs, ink: fill.ink() });
    }

    /// A filled circle.
    pub fn circle(&self, center: Point, radius: f64, fill: Fill) {
        self.record_circle(center, radius, fill.ink());
    }

    /// The outline of a circle.
    pub fn ring(&self, center: Point, radius: f64, stroke: Stroke) {
        self.record_circle(center, radius, stroke.ink());
    }

    /// A line of text.
    pub fn text(&self, label: Label) {
        self.record(|at| Shape::Text(Label { at: at.point(&label.at), ..label }));
    }

    /// Records what `draw` draws as one mark. Marks do not nest.
    pub fn mark(&self, mark: Mark, draw: impl FnOnce(&Canvas)) {
        self.open.set(Some(mark));
        draw(self);
        if let Some(mark) = self.open.take() {
            self.push(Item::Mark(mark));
        }
    }

    /// The finished picture, named `name`.
    pub fn finish(self, name: String) -> Scene {
        Scene { width: self.width, height: self.height, name, items: self.items.take() }
    }

    fn record_rects(&self, frames: &[Rect], ink: Ink) {
        if !frames.is_empty() {
            let frames = |at: Origin| frames.iter().map(|frame| at.rect(*frame)).collect();
            self.record(|at| Shape::Rects { frames: frames(at), ink });
        }
    }

    fn record_circle(&self, center: Point, radius: f64, ink: Ink) {
        self.record(|at| Shape::Circle { center: at.point(&center), radius: snapped(radius), ink });
    }

    /// Records a shape, which is made for the mark that it belongs to.
    fn record(&self, shape: impl FnOnce(Origin) -> Shape) {
        match self.open.take() {
            Some(mut mark) => {
                mark.shapes.push(shape(Origin(mark.at)));
                self.open.set(Some(mark));
            }
            None => self.push(Item::Shape(shape(Origin::default()))),
        }
    }

    fn push(&self, item: Item) {
        let mut items = self.items.take();
        items.push(item);
        self.items.set(items);
    }
}

/// What places are relative to: the mark being drawn, or the picture’s upper left corner.
#[derive(Clone, Copy, Default)]
struct Origin(Point);

impl Origin {
    fn point(self, point: &Point) -> Point {
        Point::new(snapped(point.x) - self.0.x, snapped(point.y) - self.0.y)
    }

    fn points(self, points: &[Point]) -> Vec<Point> {
        points.iter().map(|point| self.point(point)).collect()
    }

    fn rect(self, frame: Rect) -> Rect {
        let from = self.point(&Point::new(frame.x, frame.y));
        let to = self.point(&Point::new(frame.right(), frame.bottom()));
        Rect::new(from.x.min(to.x), from.y.min(to.y), (to.x - from.x).abs(), (to.y - from.y).abs())
    }
}
