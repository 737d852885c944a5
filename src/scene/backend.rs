//! The one drawing backend: it records primitives into a scene instead of drawing them.
//!
//! plotters' coordinates are whole numbers. They are taken at a sixteenth of a pixel, so hairlines and
//! small bars stay even, and divided when recorded. Colours carry a role instead of a colour (see
//! [`ink_color`]), because a scene does not know its theme. Text is measured with our own table, so the
//! same chart gets the same places on every platform.

use std::cell::Cell;
use std::convert::Infallible;
use std::rc::Rc;

use plotters::style::RGBAColor;
use plotters_backend::text_anchor::{HPos, Pos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use super::{Anchor, Corners, Ink, Item, Label, Mark, Shape};
use crate::geometry::{Point, Rect};
use crate::text;
use crate::theme::Role;

/// Steps of a pixel that plotters' whole-number coordinates can tell apart.
pub(super) const STEPS: f64 = 16.0;

/// `value` pixels in plotters' coordinates.
pub(super) fn steps(value: f64) -> i32 {
    (value * STEPS).round() as i32
}

/// What plotters' styles have no words for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pen {
    pub(super) corners: Corners,
    pub(super) dash: f64,
    pub(super) hatched: bool,
    /// Whether rectangles join the ones just drawn.
    pub(super) joined: bool,
}

impl Pen {
    pub(super) const PLAIN: Pen =
        Pen { corners: Corners::All(0.0), dash: 0.0, hatched: false, joined: false };
}

impl Default for Pen {
    fn default() -> Self {
        Pen::PLAIN
    }
}

/// What has been recorded so far, and the mark being recorded. Canvas and backend share it.
#[derive(Default)]
pub(super) struct Recorder {
    items: Cell<Vec<Item>>,
    open: Cell<Option<Mark>>,
    pub(super) pen: Cell<Pen>,
}

impl Recorder {
    /// Begins a mark: what is recorded from now on belongs to it.
    pub(super) fn open(&self, mark: Mark) {
        self.open.set(Some(mark));
    }

    /// Ends the mark that was begun.
    pub(super) fn close(&self) {
        if let Some(mark) = self.open.take() {
            self.change(|items| items.push(Item::Mark(mark)));
        }
    }

    /// All that was recorded, from back to front.
    pub(super) fn finish(&self) -> Vec<Item> {
        self.items.take()
    }

    /// Records a shape, made for the place that it is relative to.
    pub(super) fn record(&self, shape: impl FnOnce(Point) -> Shape) {
        match self.open.take() {
            Some(mut mark) => {
                mark.shapes.push(shape(mark.at));
                self.open.set(Some(mark));
            }
            None => self.change(|items| items.push(Item::Shape(shape(Point::default())))),
        }
    }

    /// Records a rectangle in the group just drawn in the same ink, or begins one.
    fn join(&self, frame: impl Fn(Point) -> Rect, new: Ink) {
        let mut open = self.open.take();
        let mut items = self.items.take();
        let (last, origin) = match (&mut open, items.last_mut()) {
            (Some(mark), _) => (mark.shapes.last_mut(), mark.at),
            (None, Some(Item::Shape(shape))) => (Some(shape), Point::default()),
            (None, _) => (None, Point::default()),
        };
        let joined = match last {
            Some(Shape::Rects { frames, ink }) if *ink == new => {
                frames.push(frame(origin));
                true
            }
            _ => false,
        };
        self.open.set(open);
        self.items.set(items);
        if !joined {
            self.record(|origin| Shape::Rects { frames: vec![frame(origin)], ink: new });
        }
    }

    fn change(&self, change: impl FnOnce(&mut Vec<Item>)) {
        let mut items = self.items.take();
        change(&mut items);
        self.items.set(items);
    }
}

/// A plotters colour that carries `role`; its alpha is the opacity.
pub(super) fn ink_color(role: Role, opacity: f64) -> RGBAColor {
    let index = Role::ALL.iter().position(|other| *other == role).unwrap_or_default();
    RGBAColor(u8::try_from(index).unwrap_or_default(), 0, 0, opacity)
}

fn role_of(color: BackendColor) -> Role {
    Role::ALL.get(usize::from(color.rgb.0)).copied().unwrap_or(Role::Ink)
}

/// plotters' side of a recorder that the canvas shares.
#[derive(Clone)]
pub(super) struct SceneBackend {
    pub(super) recorder: Rc<Recorder>,
    pub(super) width: f64,
    pub(super) height: f64,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl SceneBackend {
    fn ink<S: BackendStyle>(&self, style: &S, filled: bool) -> Ink {
        let pen = self.recorder.pen.get();
        let color = style.color();
        let role = role_of(color);
        Ink {
            fill: filled.then_some(role),
            stroke: (!filled).then(|| (role, f64::from(style.stroke_width()) / STEPS)),
            dash: pen.dash,
            opacity: color.alpha,
            hatched: filled && pen.hatched,
        }
    }

    fn record(&self, shape: impl FnOnce(Point) -> Shape) -> Drawn {
        self.recorder.record(shape);
        Ok(())
    }
}

/// A recorded place, relative to the open mark.
pub(super) fn place((x, y): BackendCoord, origin: Point) -> Point {
    Point::new(f64::from(x) / STEPS - origin.x, f64::from(y) / STEPS - origin.y)
}

fn places<I: IntoIterator<Item = BackendCoord>>(path: I, origin: Point) -> Vec<Point> {
    path.into_iter().map(|point| place(point, origin)).collect()
}

impl DrawingBackend for SceneBackend {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (steps(self.width).unsigned_abs(), steps(self.height).unsigned_abs())
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let ink = self.ink(style, fill);
        let Pen { corners, joined, .. } = self.recorder.pen.get();
        let frame = |origin| {
            let (from, to) = (place(upper_left, origin), place(bottom_right, origin));
            let (x, y) = (from.x.min(to.x), from.y.min(to.y));
            Rect::new(x, y, (to.x - from.x).abs(), (to.y - from.y).abs())
        };
        if joined {
            self.recorder.join(frame, ink);
            return Ok(());
        }
        self.record(|origin| Shape::Rect { frame: frame(origin), corners, ink })
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let ink = self.ink(style, false);
        self.record(|origin| Shape::Line { points: places(path, origin), ink })
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let ink = self.ink(style, fill);
        self.record(|origin| Shape::Circle {
            center: place(center, origin),
            radius: f64::from(radius) / STEPS,
            ink,
        })
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let ink = self.ink(style, true);
        self.record(|origin| Shape::Polygon { points: places(corners, origin), ink })
    }

    // For what plotters letters by itself, such as the ticks of a mesh.
    fn draw_text<S: BackendTextStyle>(&mut self, content: &str, style: &S, at: BackendCoord) -> Drawn {
        let Pos { h_pos, .. } = style.anchor();
        let label = |origin| {
            Shape::Text(Label {
                at: place(at, origin),
                content: content.to_owned(),
                size: style.size(),
                bold: matches!(style.style(), FontStyle::Bold),
                role: role_of(style.color()),
                anchor: match h_pos {
                    HPos::Left => Anchor::Start,
                    HPos::Center => Anchor::Middle,
                    HPos::Right => Anchor::End,
                },
            })
        };
        self.record(label)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        content: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        let width = text::width(content, style.size(), bold);
        Ok((steps(width).unsigned_abs(), steps(style.size()).unsigned_abs()))
    }
}
