//! The resolved picture: every mark at its final place, with its key and its accessible name.
//!
//! A scene is a value. It holds no callbacks and no handles, every number is finite, and every mark
//! lies inside the frame, so that any painter can turn it into ink without a further decision.

mod axis;
mod canvas;
mod key;
mod logarithm;
mod scale;
mod ticks;

pub use axis::{AxisCoordinate, AxisScale};
pub use canvas::{Canvas, Fill, Stroke};
pub use key::{MarkKey, Stop};
pub use scale::{Scale, UnitScale};

use crate::geometry::{Point, Rect};
use crate::theme::Role;

/// Steps of a pixel: places are recorded at a sixteenth.
const STEPS: f64 = 16.0;

/// `value` pixels in steps.
fn steps(value: f64) -> i32 {
    // The cast would make 0 of what is no number, and the mistake would look like a place.
    debug_assert!(value.is_finite(), "{value} is no place in a picture");
    (value * STEPS).round() as i32
}

/// `value` pixels at the nearest step.
fn snapped(value: f64) -> f64 {
    f64::from(steps(value)) / STEPS
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// What the picture shows, in one sentence.
    pub name: String,
    /// What is drawn, from back to front.
    pub items: Vec<Item>,
}

impl Scene {
    /// The marks that carry a meaning, in reading order.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.items.iter().filter_map(|item| match item {
            Item::Mark(mark) => Some(mark),
            Item::Shape(_) => None,
        })
    }
}

/// A thing in the picture: part of a mark, or mere furniture.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// Furniture: baselines, labels, ribbons.
    Shape(Shape),
    /// A datum.
    Mark(Mark),
}

impl Item {
    /// The item at another place.
    pub fn moved(self, dx: f64, dy: f64) -> Item {
        match self {
            Item::Mark(mut mark) => {
                mark.at = Point::new(mark.at.x + dx, mark.at.y + dy);
                Item::Mark(mark)
            }
            Item::Shape(shape) => Item::Shape(shape.moved(dx, dy)),
        }
    }
}

/// Shapes that belong together because they show one datum.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// What it stands for.
    pub key: MarkKey<'static>,
    /// Label, value, unit and tier in reading form.
    pub name: String,
    /// Where the mark stands; its shapes are relative to this point, so that a row that moves up changes
    /// one number.
    pub at: Point,
    /// What it belongs to together with others: keys lead from group to group. Empty where it has no group.
    pub group: &'static str,
    /// What else it is called, in Latin letters, for readers who type names.
    pub alias: &'static str,
    /// What the pointer may hit and the focus ring surrounds, relative to `at`.
    pub frame: Rect,
    /// What is drawn, from back to front, relative to `at`.
    pub shapes: Vec<Shape>,
    /// Width and height of what its frame lacks at the upper left and at the lower right, where marks interlock.
    pub notches: [Point; 2],
    /// Whether the reader chose it.
    pub selected: bool,
    /// Whether something beside the picture says the same of many such marks at once, so that nobody has to listen to each.
    pub is_summed_up: bool,
    /// Whether the filter took it away. It keeps a place to fold into, but is neither painted in still
    /// pictures nor reachable.
    pub gone: bool,
}

impl Mark {
    /// What a ring around it surrounds, in the scene's own coordinates.
    pub fn outline(&self) -> Outline {
        Outline { frame: self.frame.moved(self.at.x, self.at.y), notches: self.notches }
    }

    /// Whether a lasting ring surrounds it.
    pub fn is_ringed(&self) -> bool {
        self.selected && !self.gone
    }

    /// The lasting ring: ink outside a gap of surface.
    pub fn ring(&self) -> [Shape; 2] {
        [(1.25, Role::Surface), (3.5, Role::Ink)].map(|(margin, role)| {
            let ink = Ink { stroke: Some((role, 2.5)), opacity: 1.0, ..Ink::default() };
            self.outline().shape(margin, 3.0, ink)
        })
    }
}

/// An upright rectangle, or one that lacks its upper left and its lower right corner.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Outline {
    /// The rectangle.
    pub frame: Rect,
    /// Width and height of what it lacks at the upper left and at the lower right.
    pub notches: [Point; 2],
}

impl Outline {
    /// The outline as a shape, `margin` away from what it surrounds, with corners of this radius where nothing is lacking.
    pub fn shape(&self, margin: f64, radius: f64, ink: Ink) -> Shape {
        let frame = self.frame.grown(margin);
        if self.notches == <[Point; 2]>::default() {
            Shape::Rect { frame, corners: Corners::All(radius), ink }
        } else {
            Shape::Polygon { points: notched(frame, self.notches), ink }
        }
    }
}

/// The corners of a rectangle that lacks its upper left and its lower right. Only marks of this chart interlock.
#[part::of(clusters)]
fn notched(frame: Rect, [first, last]: [Point; 2]) -> Vec<Point> {
    let [left, first_right, last_left, right] =
        [frame.x, frame.x + first.x, frame.right() - last.x, frame.right()];
    let [top, first_bottom, last_top, bottom] =
        [frame.y, frame.y + first.y, frame.bottom() - last.y, frame.bottom()];
    let points = [
        (first_right, top),
        (right, top),
        (right, last_top),
        (last_left, last_top),
        (last_left, bottom),
        (left, bottom),
        (left, first_bottom),
        (first_right, first_bottom),
    ];
    points.map(|(x, y)| Point::new(x, y)).to_vec()
}

/// How a shape is inked.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Ink {
    /// Colour of the inside.
    pub fill: Option<Role>,
    /// Colour and width of the outline.
    pub stroke: Option<(Role, f64)>,
    /// Length of dashes and of the gaps between them; 0 for a solid outline.
    pub dash: f64,
    /// 0 (invisible) to 1.
    pub opacity: f64,
    /// Whether the inside is hatched instead of filled.
    pub hatched: bool,
}

/// Which corners of a rectangle are round.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Corners {
    /// All four, by this radius (0 for none).
    All(f64),
    /// The two on the right: the outer end of a bar.
    Right(f64),
}

/// Which point of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// One line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// Where its baseline is anchored.
    pub at: Point,
    /// The text.
    pub content: String,
    /// Font size in pixels.
    pub size: f64,
    /// Weight 700 instead of 400.
    pub bold: bool,
    /// Colour.
    pub role: Role,
    /// Which end stands at `at`.
    pub anchor: Anchor,
}

// Inlined, since the wasm grows if it copies whole labels and faces instead of setting their fields.
impl Label {
    /// A text that begins at `at`.
    #[inline(always)]
    pub fn new(at: Point, content: impl Into<String>, face: Face) -> Label {
        let Face { size, bold, role } = face;
        Label { at, content: content.into(), size, bold, role, anchor: Anchor::Start }
    }

    /// The same, of which `anchor` stands at its place.
    #[inline(always)]
    pub fn anchored(self, anchor: Anchor) -> Label {
        Label { anchor, ..self }
    }
}

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Face {
    /// Font size in pixels.
    pub size: f64,
    /// Weight 700 instead of 400.
    pub bold: bool,
    /// Colour.
    pub role: Role,
}

impl Face {
    /// Letters of the usual weight, `size` pixels high.
    #[inline(always)]
    pub const fn plain(size: f64, role: Role) -> Face {
        Face { size, bold: false, role }
    }

    /// Bold letters, `size` pixels high.
    #[inline(always)]
    pub const fn bold(size: f64, role: Role) -> Face {
        Face { size, bold: true, role }
    }
}

/// A step of a mirrored shape.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Run {
    /// How long it is.
    pub length: f64,
    /// How far it reaches above the line, and below it.
    pub half: f64,
}

/// A primitive.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// An upright rectangle.
    Rect {
        /// Where.
        frame: Rect,
        /// Round corners.
        corners: Corners,
        /// Ink.
        ink: Ink,
    },
    /// Many small rectangles that mean one thing together: a row of ticks, the plates under tiles.
    Rects {
        /// Where.
        frames: Vec<Rect>,
        /// Ink.
        ink: Ink,
    },
    /// A closed polygon.
    Polygon {
        /// Corners in order.
        points: Vec<Point>,
        /// Ink.
        ink: Ink,
    },
    /// An open line.
    Line {
        /// Points in order.
        points: Vec<Point>,
        /// Ink.
        ink: Ink,
    },
    /// A shape that is mirrored at a level line and thick in steps: how many stand at each place.
    Steps {
        /// Where it begins, on the line.
        start: Point,
        /// Its steps from left to right.
        runs: Vec<Run>,
        /// Ink.
        ink: Ink,
    },
    /// A circle.
    Circle {
        /// Its middle.
        center: Point,
        /// Its radius.
        radius: f64,
        /// Ink.
        ink: Ink,
    },
    /// A line of text.
    Text(Label),
}

impl Shape {
    /// The shape at another place.
    pub fn moved(self, dx: f64, dy: f64) -> Shape {
        let to = |point: Point| Point::new(point.x + dx, point.y + dy);
        let all = |points: Vec<Point>| points.into_iter().map(to).collect();
        match self {
            Shape::Rect { frame, corners, ink } => Shape::Rect { frame: frame.moved(dx, dy), corners, ink },
            Shape::Rects { frames, ink } => {
                Shape::Rects { frames: frames.into_iter().map(|frame| frame.moved(dx, dy)).collect(), ink }
            }
            Shape::Polygon { points, ink } => Shape::Polygon { points: all(points), ink },
            Shape::Line { points, ink } => Shape::Line { points: all(points), ink },
            Shape::Steps { start, runs, ink } => Shape::Steps { start: to(start), runs, ink },
            Shape::Circle { center, radius, ink } => Shape::Circle { center: to(center), radius, ink },
            Shape::Text(label) => Shape::Text(Label { at: to(label.at), ..label }),
        }
    }
}

#[cfg(test)]
mod tests;
