//! The outlines of shapes as path data, which SVG and the canvas both read.

use crate::geometry::{Point, Rect};
use crate::quantity::{push_trimmed, trimmed};
use crate::scene::{Corners, Ink, Run, Shape};

/// A number of pixels: two decimals at most.
pub(super) fn px(value: f64) -> String {
    trimmed(value, 2)
}

/// Numbers of pixels in a row.
pub(super) fn numbers(values: &[f64]) -> String {
    let mut text = String::new();
    push_numbers(&mut text, values);
    text
}

fn push_numbers(text: &mut String, values: &[f64]) {
    for (index, value) in values.iter().enumerate() {
        if index > 0 {
            text.push(' ');
        }
        push_trimmed(text, *value, 2);
    }
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
        Shape::Steps { start, runs, .. } => steps(*start, runs),
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
    Ink { fill: None, stroke: ink.fill.map(|role| (role, 1.5)), hatched: false, ..*ink }
}

/// Path data from commands, each with its numbers.
fn path(steps: &[(char, &[f64])]) -> String {
    let mut text = String::new();
    for (command, values) in steps {
        text.push(*command);
        push_numbers(&mut text, values);
    }
    text
}

fn line(points: &[Point]) -> String {
    let mut text = String::new();
    for (index, point) in points.iter().enumerate() {
        text.push(if index == 0 { 'M' } else { 'L' });
        push_numbers(&mut text, &[point.x, point.y]);
    }
    text
}

/// The upper edge from left to right, and the lower one back. Where the shape has no thickness, both run along its line.
#[part::of(own)]
fn steps(start: Point, runs: &[Run]) -> String {
    let mut text = path(&[('M', &[start.x, start.y])]);
    let mut push = |command, value| {
        text.push(command);
        push_trimmed(&mut text, value, 2);
    };
    let mut last = 0.0;
    for Run { length, half } in runs {
        push('v', last - half);
        push('h', *length);
        last = *half;
    }
    push('v', 2.0 * last);
    for (run, next) in runs.iter().rev().zip(runs.iter().rev().skip(1).map(|run| run.half).chain([0.0])) {
        push('h', -run.length);
        push('v', next - run.half);
    }
    text.push('z');
    text
}

fn rounded(frame: Rect, radius: f64) -> String {
    let Rect { x, y, width, height } = frame;
    if radius <= 0.0 {
        return path(&[('M', &[x, y]), ('h', &[width]), ('v', &[height]), ('h', &[-width]), ('z', &[])]);
    }
    let r = radius;
    let (across, down) = (width - 2.0 * r, height - 2.0 * r);
    path(&[
        ('M', &[x + r, y]),
        ('h', &[across]),
        ('a', &[r, r, 0.0, 0.0, 1.0, r, r]),
        ('v', &[down]),
        ('a', &[r, r, 0.0, 0.0, 1.0, -r, r]),
        ('h', &[-across]),
        ('a', &[r, r, 0.0, 0.0, 1.0, -r, -r]),
        ('v', &[-down]),
        ('a', &[r, r, 0.0, 0.0, 1.0, r, -r]),
        ('z', &[]),
    ])
}

fn right_rounded(frame: Rect, radius: f64) -> String {
    let Rect { x, y, width, height } = frame;
    let r = radius.min(width).min(height / 2.0);
    path(&[
        ('M', &[x, y]),
        ('h', &[width - r]),
        ('q', &[r, 0.0, r, r]),
        ('v', &[height - 2.0 * r]),
        ('q', &[0.0, r, -r, r]),
        ('h', &[r - width]),
        ('z', &[]),
    ])
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

#[cfg(test)]
mod tests {
    use super::outline;
    use crate::geometry::Point;
    use crate::scene::{Ink, Run, Shape};

    #[test]
    fn steps_go_along_the_upper_edge_and_back_along_the_lower_one() {
        let run = |length, half| Run { length, half };
        let runs = vec![run(4.0, 1.0), run(2.0, 2.5), run(6.0, 0.0), run(2.0, 0.5)];
        let shape = Shape::Steps { start: Point::new(10.0, 20.0), runs, ink: Ink::default() };
        assert_eq!(outline(&shape), "M10 20v-1h4v-1.5h2v2.5h6v-0.5h2v1h-2v-0.5h-6v2.5h-2v-1.5h-4v-1z");
    }
}
