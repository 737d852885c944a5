//! A scene on a canvas: how a picture becomes a PNG under policies that forbid images made of text.

use wasm_bindgen::JsValue;
use web_sys::CanvasRenderingContext2d as Context;

use crate::geometry::{Point, Rect};
use crate::locale::Locale;
use crate::paint::font_family;
use crate::quantity::trimmed;
use crate::scene::{Anchor, Corners, Ink, Item, Label, Scene, Shape};
use crate::text::{SCRIPT_GAP, runs, width};
use crate::theme::{Role, Theme};

/// Paints `scene` at `scale`.
pub(super) fn paint(context: &Context, scene: &Scene, theme: &Theme, locale: &Locale, scale: f64) {
    let pen = Pen { context, theme, family: font_family(locale.language) };
    let _ = context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0);
    for item in &scene.items {
        match item {
            Item::Shape(shape) => pen.shape(shape),
            Item::Mark(mark) if mark.gone => {}
            Item::Mark(mark) => {
                for shape in &mark.shapes {
                    pen.shape(&shape.clone().moved(mark.at.x, mark.at.y));
                }
            }
        }
    }
    for mark in scene.marks().filter(|mark| mark.selected && !mark.gone) {
        for (grown, role) in [(1.25, Role::Surface), (3.5, Role::Ink)] {
            let ink = Ink { stroke: Some((role, 2.5)), opacity: 1.0, ..Ink::default() };
            pen.rect(mark.outline().grown(grown), 0.0, &ink);
        }
    }
}

struct Pen<'a> {
    context: &'a Context,
    theme: &'a Theme,
    family: &'static str,
}

impl Pen<'_> {
    fn shape(&self, shape: &Shape) {
        match shape {
            Shape::Rect { frame, ink, .. } if ink.hatched => self.hatch(*frame, ink),
            Shape::Rect { frame, corners, ink } => {
                let radius = match corners {
                    Corners::All(radius) | Corners::Right(radius) => *radius,
                };
                self.rect(*frame, if matches!(corners, Corners::Right(_)) { 0.0 } else { radius }, ink);
            }
            Shape::Rects { frames, ink } => frames.iter().for_each(|frame| self.rect(*frame, 0.0, ink)),
            Shape::Polygon { points, ink } => self.path(points, true, ink),
            Shape::Line { points, ink } => self.path(points, false, ink),
            Shape::Circle { center, radius, ink } => {
                self.context.begin_path();
                let _ = self.context.arc(center.x, center.y, *radius, 0.0, std::f64::consts::TAU);
                self.ink(ink);
            }
            Shape::Text(label) => self.text(label),
        }
    }

    fn rect(&self, frame: Rect, radius: f64, ink: &Ink) {
        let context = self.context;
        let Rect { x, y, .. } = frame;
        let (right, bottom) = (frame.right(), frame.bottom());
        context.begin_path();
        context.move_to(x + radius, y);
        for (corner, end) in [
            (Point::new(right, y), Point::new(right, bottom)),
            (Point::new(right, bottom), Point::new(x, bottom)),
            (Point::new(x, bottom), Point::new(x, y)),
            (Point::new(x, y), Point::new(right, y)),
        ] {
            let _ = context.arc_to(corner.x, corner.y, end.x, end.y, radius);
        }
        context.close_path();
        self.ink(ink);
    }

    fn path(&self, points: &[Point], closed: bool, ink: &Ink) {
        self.context.begin_path();
        for (index, point) in points.iter().enumerate() {
            if index == 0 {
                self.context.move_to(point.x, point.y);
            } else {
                self.context.line_to(point.x, point.y);
            }
        }
        if closed {
            self.context.close_path();
        }
        self.ink(ink);
    }

    /// Lines at 45° across the frame.
    fn hatch(&self, frame: Rect, ink: &Ink) {
        let line = Ink { fill: None, stroke: ink.fill.map(|role| (role, 1.5)), hatched: false, ..*ink };
        for [from, to] in crate::paint::hatch_lines(frame) {
            self.path(&[from, to], false, &line);
        }
    }

    fn ink(&self, ink: &Ink) {
        self.context.set_global_alpha(ink.opacity);
        if let Some(role) = ink.fill {
            self.context.set_fill_style_str(&self.theme.color(role).to_string());
            self.context.fill();
        }
        if let Some((role, width)) = ink.stroke {
            let dash = js_sys::Array::new();
            if ink.dash > 0.0 {
                dash.push(&JsValue::from_f64(ink.dash));
            }
            let _ = self.context.set_line_dash(&dash);
            self.context.set_line_width(width);
            self.context.set_stroke_style_str(&self.theme.color(role).to_string());
            self.context.stroke();
        }
        self.context.set_global_alpha(1.0);
    }

    fn text(&self, label: &Label) {
        let context = self.context;
        let weight = if label.bold { "bold" } else { "normal" };
        context.set_font(&format!("{weight} {}px {}", trimmed(label.size, 2), self.family));
        context.set_fill_style_str(&self.theme.color(label.role).to_string());
        // The canvas measures with the reader's own font; the table is the answer where it cannot.
        let advance = |run: &str| {
            context.measure_text(run).map_or_else(|_| width(run, label.size, label.bold), |size| size.width())
        };
        let gap = label.size * SCRIPT_GAP;
        let pieces = runs(&label.content);
        let total: f64 = pieces.iter().map(|run| advance(run) + gap).sum::<f64>() - gap;
        let mut x = match label.anchor {
            Anchor::Start => label.at.x,
            Anchor::Middle => label.at.x - total / 2.0,
            Anchor::End => label.at.x - total,
        };
        for run in pieces {
            let _ = context.fill_text(run, x, label.at.y);
            x += advance(run) + gap;
        }
    }
}
