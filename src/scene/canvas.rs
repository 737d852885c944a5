//! What charts draw on: plotters' areas, coordinates and elements over the recording backend.

use std::ops::Range;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Polygon, Rectangle};
use plotters::style::ShapeStyle;

use super::backend::{Pen, Recorder, SceneBackend, ink_color, place, steps};
use super::{Corners, Label, Mark, Scene, Shape};
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

    fn style(&self) -> ShapeStyle {
        ShapeStyle { color: ink_color(self.role, self.opacity), filled: true, stroke_width: 0 }
    }

    fn pen(&self) -> Pen {
        Pen { corners: self.corners, hatched: self.hatched, ..Pen::PLAIN }
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

    fn style(&self) -> ShapeStyle {
        let width = steps(self.width).unsigned_abs();
        ShapeStyle { color: ink_color(self.role, 1.0), filled: false, stroke_width: width }
    }

    fn pen(&self) -> Pen {
        Pen { corners: self.corners, dash: self.dash, ..Pen::PLAIN }
    }
}

type Plot = DrawingArea<SceneBackend, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// The picture being drawn.
pub struct Canvas {
    recorder: Rc<Recorder>,
    width: f64,
    height: f64,
    backend: SceneBackend,
}

impl Canvas {
    /// An empty picture of this size in CSS pixels.
    pub fn new(width: f64, height: f64) -> Self {
        let recorder = Rc::new(Recorder::default());
        let backend = SceneBackend { recorder: Rc::clone(&recorder), width, height };
        Canvas { recorder, width, height, backend }
    }

    /// Width in CSS pixels.
    pub fn width(&self) -> f64 {
        self.width
    }

    fn area(&self) -> DrawingArea<SceneBackend, Shift> {
        self.backend.clone().into_drawing_area()
    }

    /// Draws one plotters element with what its style has no words for.
    fn draw<E>(&self, pen: Pen, element: &E)
    where
        for<'e> &'e E: PointCollection<'e, (i32, i32)>,
        E: Drawable<SceneBackend>,
    {
        self.recorder.pen.set(pen);
        // The backend's error type is `Infallible`; an element outside the area is clipped, not refused.
        let _ = self.area().draw(element);
        self.recorder.pen.set(Pen::PLAIN);
    }

    /// An area over `frame` whose horizontal coordinate is data in `domain`, and whose vertical one is
    /// `frame`'s own height, from 0 at the top.
    pub fn plot(&self, frame: Rect, domain: Range<f64>) -> Band {
        let pixels = (steps(frame.x)..steps(frame.right()), steps(frame.y)..steps(frame.bottom()));
        let coordinates = Cartesian2d::new(domain, 0.0..frame.height, pixels);
        Band { plot: self.area().apply_coord_spec(coordinates), recorder: Rc::clone(&self.recorder) }
    }

    /// A filled rectangle.
    pub fn rect(&self, frame: Rect, fill: Fill) {
        self.draw(fill.pen(), &Rectangle::new(corners_of(frame), fill.style()));
    }

    /// Many filled rectangles that mean one thing together.
    pub fn rects(&self, frames: &[Rect], fill: Fill) {
        for frame in frames {
            let pen = Pen { joined: true, ..fill.pen() };
            self.draw(pen, &Rectangle::new(corners_of(*frame), fill.style()));
        }
    }

    /// The outlines of many rectangles that mean one thing together.
    pub fn outlines(&self, frames: &[Rect], stroke: Stroke) {
        for frame in frames {
            let pen = Pen { joined: true, ..stroke.pen() };
            self.draw(pen, &Rectangle::new(corners_of(*frame), stroke.style()));
        }
    }

    /// The outline of a rectangle.
    pub fn outline(&self, frame: Rect, stroke: Stroke) {
        self.draw(stroke.pen(), &Rectangle::new(corners_of(frame), stroke.style()));
    }

    /// An open line through `points`.
    pub fn line(&self, points: &[Point], stroke: Stroke) {
        let points: Vec<(i32, i32)> = points.iter().map(whole).collect();
        self.draw(stroke.pen(), &PathElement::new(points, stroke.style()));
    }

    /// A filled polygon.
    pub fn polygon(&self, points: &[Point], fill: Fill) {
        let points: Vec<(i32, i32)> = points.iter().map(whole).collect();
        self.draw(fill.pen(), &Polygon::new(points, fill.style()));
    }

    /// A filled circle.
    pub fn circle(&self, center: Point, radius: f64, fill: Fill) {
        self.draw(fill.pen(), &Circle::new(whole(&center), steps(radius), fill.style()));
    }

    /// The outline of a circle.
    pub fn ring(&self, center: Point, radius: f64, stroke: Stroke) {
        self.draw(stroke.pen(), &Circle::new(whole(&center), steps(radius), stroke.style()));
    }

    /// A line of text. It takes no way through plotters, whose fonts and measures are not ours, but stands
    /// on the same steps of a pixel as everything else.
    pub fn text(&self, label: Label) {
        let at = whole(&label.at);
        self.recorder.record(|origin| Shape::Text(Label { at: place(at, origin), ..label }));
    }

    /// Records what `draw` draws as one mark. Marks do not nest.
    pub fn mark(&self, mark: Mark, draw: impl FnOnce(&Canvas)) {
        self.recorder.open(mark);
        draw(self);
        self.recorder.close();
    }

    /// The finished picture, named `name`.
    pub fn finish(self, name: String) -> Scene {
        Scene { width: self.width, height: self.height, name, items: self.recorder.finish() }
    }
}

/// An area whose horizontal coordinate is data.
pub struct Band {
    plot: Plot,
    recorder: Rc<Recorder>,
}

impl Band {
    /// A bar over `range` of the data, from `top` to `bottom` of the area's height.
    pub fn bar(&self, range: Range<f64>, top: f64, bottom: f64, fill: Fill) {
        self.recorder.pen.set(fill.pen());
        // Cannot fail: the backend's error type is `Infallible`.
        let _ = self.plot.draw(&Rectangle::new([(range.start, top), (range.end, bottom)], fill.style()));
        self.recorder.pen.set(Pen::PLAIN);
    }

    /// Where `value` stands, in pixels from the picture's left edge.
    pub fn x(&self, value: f64) -> f64 {
        f64::from(self.plot.map_coordinate(&(value, 0.0)).0) / super::backend::STEPS
    }
}

fn whole(point: &Point) -> (i32, i32) {
    (steps(point.x), steps(point.y))
}

fn corners_of(frame: Rect) -> [(i32, i32); 2] {
    [(steps(frame.x), steps(frame.y)), (steps(frame.right()), steps(frame.bottom()))]
}
