//! The outlines of shapes as path data, which SVG and the canvas both read.

use crate::geometry::{Point, Rect};
use crate::quantity::trimmed;
use crate::scene::{Corners, Ink, Shape};
use crate::theme::Role;

/// A number of pixels: two decimals at most.
pub(super) fn px(value: f64) -> String {
    trimmed(value, 2)
}

/// The outline of a shape, or the lines of its hatch; nothing for texts.
pub fn outline(shape: &Shape) -> String {
    match shape {
        Shape::Rect { frame, ink, .. } if ink.hatched => hatch(*frame),
        Shape::Rect { frame, corners: Corners::Right(radius), .. } => right_rounded(*frame, *radius),
        Shape::Rect { frame, corners: Corners::All(radius), .. } => rounded(*frame, *radius),
        Shape::Rects { frames, .. } => frames.iter().map(|frame| rounded(*frame, 0.0)).collect(),
        Shape::Polygon { points, .. } => line(points) + "Z",
        Shape::Line { points, .. } => line(points),
        Shape::Circle { center, radius, .. } => {
            let square = Rect::new(center.x - radius, center.y - radius, 2.0 * radius, 2.0 * radius);
            rounded(square, *radius)
        }
        Shape::Text(_) => String::new(),
    }
}

/// The ink that an outline is drawn in: a hatch is lines in the colour of its inside.
pub fn drawn(ink: &Ink) -> Ink {
    if !ink.hatched {
        return *ink;
    }
    Ink { fill: None, stroke: ink.fill.map(|role: Role| (role, 1.5)), hatched: false, ..*ink }
}

fn line(points: &[Point]) -> String {
    let mut text = String::new();
    for (index, point) in points.iter().enumerate() {
        text.push(if index == 0 { 'M' } else { 'L' });
        text.push_str(&format!("{} {}", px(point.x), px(point.y)));
    }
    text
}

fn rounded(frame: Rect, radius: f64) -> String {
    let Rect { x, y, width, height } = frame;
    if radius <= 0.0 {
        return format!("M{} {}h{}v{}h{}z", px(x), px(y), px(width), px(height), px(-width));
    }
    let (r, back) = (px(radius), px(-radius));
    let (across, down) = (width - 2.0 * radius, height - 2.0 * radius);
    format!(
        "M{} {}h{}a{r} {r} 0 0 1 {r} {r}v{}a{r} {r} 0 0 1 {back} {r}h{}a{r} {r} 0 0 1 {back} {back}v{}a{r} {r} 0 0 1 {r} {back}z",
        px(x + radius),
        px(y),
        px(across),
        px(down),
        px(-across),
        px(-down)
    )
}

fn right_rounded(frame: Rect, radius: f64) -> String {
    let Rect { x, y, width, height } = frame;
    let r = radius.min(width).min(height / 2.0);
    format!(
        "M{} {}h{}q{} 0 {} {}v{}q0 {} {} {}h{}z",
        px(x),
        px(y),
        px(width - r),
        px(r),
        px(r),
        px(r),
        px(height - 2.0 * r),
        px(r),
        px(-r),
        px(r),
        px(r - width)
    )
}

/// Lines at 45° across `frame`, written out instead of a pattern: a pattern would need an id, and ids
/// clash when many pictures stand on one page.
fn hatch(frame: Rect) -> String {
    const PITCH: f64 = 6.0;
    let mut lines = String::new();
    let mut start = PITCH / 2.0;
    while start < frame.width + frame.height {
        let from = Point::new(frame.x + start.min(frame.width), frame.y + (start - frame.width).max(0.0));
        let to = Point::new(frame.x + (start - frame.height).max(0.0), frame.y + start.min(frame.height));
        lines.push_str(&line(&[from, to]));
        start += PITCH;
    }
    lines
}
