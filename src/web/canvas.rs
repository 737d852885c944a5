//! A scene on a canvas: how a picture becomes a PNG under policies that forbid images made of text.

use wasm_bindgen::JsValue;
use web_sys::{CanvasRenderingContext2d as Context, Path2d};

use crate::locale::Locale;
use crate::paint::{drawn, font_family, outline};
use crate::quantity::trimmed;
use crate::scene::{Anchor, Ink, Item, Label, Scene, Shape};
use crate::text::{SCRIPT_GAP, runs, width};
use crate::theme::Theme;
use crate::word::text;

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
    for mark in scene.marks().filter(|mark| mark.is_ringed()) {
        for shape in mark.ring() {
            pen.shape(&shape);
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
            Shape::Rect { ink, .. }
            | Shape::Rects { ink, .. }
            | Shape::Polygon { ink, .. }
            | Shape::Steps { ink, .. }
            | Shape::Line { ink, .. }
            | Shape::Circle { ink, .. } => self.ink(&outline(shape), &drawn(ink)),
            Shape::Text(label) => self.text(label),
        }
    }

    fn ink(&self, path: &str, ink: &Ink) {
        let Ok(path) = Path2d::new_with_path_string(path) else {
            return;
        };
        let context = self.context;
        context.set_global_alpha(ink.opacity);
        if let Some(role) = ink.fill {
            context.set_fill_style_str(&self.theme.color(role).css());
            context.fill_with_path_2d(&path);
        }
        if let Some((role, width)) = ink.stroke {
            let dash = js_sys::Array::new();
            if ink.dash > 0.0 {
                dash.set(0, JsValue::from_f64(ink.dash));
            }
            let _ = context.set_line_dash(&dash);
            context.set_line_width(width);
            context.set_stroke_style_str(&self.theme.color(role).css());
            context.stroke_with_path(&path);
        }
        context.set_global_alpha(1.0);
    }

    fn text(&self, label: &Label) {
        let context = self.context;
        let weight = if label.bold { "bold" } else { "normal" };
        context.set_font(&text!("{weight} {trimmed(label.size, 2)}px {self.family}"));
        context.set_fill_style_str(&self.theme.color(label.role).css());
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
