//! Text in pictures, held against what is painted under it.

use std::collections::BTreeSet;

use county_chains::chart::ChartKind;
use county_chains::color::Color;
use county_chains::geometry::{Point, Rect};
use county_chains::language::Language;
use county_chains::scene::{Scene, Shape};
use county_chains::theme::{Role, THEMES, Theme};
use county_chains::widget::State;
use county_chains::word::Keyword;

use super::TEXT;
use super::support::{CHARTS, Placed, indicators, placed, poster_of, state_of, tier_set};
use super::vision::contrast;

/// Whether a filled shape covers `point`.
fn covers(shape: &Shape, point: Point) -> bool {
    let inside = |frame: &Rect| {
        frame.x <= point.x && point.x <= frame.right() && frame.y <= point.y && point.y <= frame.bottom()
    };
    match shape {
        Shape::Rect { frame, .. } => inside(frame),
        Shape::Rects { frames, .. } => frames.iter().any(inside),
        Shape::Circle { center, radius, .. } => {
            let (x, y) = (point.x - center.x, point.y - center.y);
            x * x + y * y <= radius * radius
        }
        Shape::Steps { start, runs, .. } => {
            let mut right = start.x;
            runs.iter().any(|run| {
                right += run.length;
                (right - run.length..=right).contains(&point.x) && (point.y - start.y).abs() <= run.half
            })
        }
        Shape::Polygon { points, .. } => {
            let ends = points.iter().zip(points.iter().cycle().skip(1));
            let crossed = ends.filter(|(a, b)| {
                (a.y > point.y) != (b.y > point.y)
                    && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
            });
            crossed.count() % 2 == 1
        }
        Shape::Line { .. } | Shape::Text(_) => false,
    }
}

/// The colour at `point` after these shapes are painted on the surface.
fn painted(theme: &Theme, shapes: &[Placed], point: Point) -> Color {
    let mut ground = theme.color(Role::Surface);
    for shape in shapes.iter().filter(|shape| !shape.gone && covers(&shape.shape, point)) {
        let (Shape::Rect { ink, .. }
        | Shape::Rects { ink, .. }
        | Shape::Polygon { ink, .. }
        | Shape::Steps { ink, .. }
        | Shape::Circle { ink, .. }) = &shape.shape
        else {
            continue;
        };
        if let Some(role) = ink.fill {
            ground = theme.color(role).over(ground, ink.opacity);
        }
    }
    ground
}

/// Texts that stand out too little from what is painted under their ends or their middle.
fn hard_to_read(theme: &Theme, scene: &Scene) -> Vec<String> {
    let shapes = placed(scene);
    let mut found = Vec::new();
    for (index, shape) in shapes.iter().enumerate() {
        let Some(label) = shape.label().filter(|_| !shape.gone) else {
            continue;
        };
        let bounds = shape.bounds();
        let inset = bounds.width.min(2.0);
        for x in [bounds.x + inset, bounds.center().x, bounds.right() - inset] {
            let ground = painted(theme, &shapes[..index], Point::new(x, bounds.center().y));
            let ratio = contrast(theme.color(label.role), ground);
            if ratio < TEXT {
                found.push(format!("{} {} on {ground} is {ratio:.2}:1", shape.told(), label.role.named("")));
                break;
            }
        }
    }
    found
}

#[test]
fn every_text_of_every_picture_stands_out_from_what_it_lies_on() {
    let mut found = BTreeSet::new();
    for chart in CHARTS.iter() {
        let ids = indicators();
        let ids = if *chart == ChartKind::Tiers { &ids[..] } else { &ids[..1] };
        for indicator in ids {
            for (language, width) in Language::ALL
                .into_iter()
                .flat_map(|language| [280.0, 360.0, 760.0].map(|width| (language, width)))
            {
                for bits in [0b1111, 0b0001, 0b1010, 0b0000] {
                    let state = State { indicator, tiers: tier_set(bits), ..state_of(*chart) };
                    let scene = poster_of(&state, language, width);
                    for theme in THEMES {
                        let case =
                            format!("{} {indicator} {} {width} {}", chart.word(), language.tag(), theme.name);
                        found.extend(
                            hard_to_read(&theme, &scene).into_iter().map(|text| format!("{case}: {text}")),
                        );
                    }
                }
            }
        }
    }
    let list: Vec<&str> = found.iter().map(String::as_str).collect();
    assert!(found.is_empty(), "{} texts:\n{}", found.len(), list.join("\n"));
}
