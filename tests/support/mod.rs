//! What several suites need: the dataset, a way to ask for a picture in words, and every shape of a
//! picture at its place.

#![allow(dead_code, reason = "each suite uses a part of it")]

use std::sync::LazyLock;

use county_chains::chart::{ChartKind, poster};
use county_chains::dataset::{self, Dataset};
use county_chains::geometry::{Point, Rect};
use county_chains::language::Language;
use county_chains::scene::{Anchor, Item, Label, Scene, Shape};
use county_chains::text;
use county_chains::tier::{Tier, TierSet};
use county_chains::widget::{self, Environment, Mode, State, View};

static DATASET: LazyLock<Dataset> = LazyLock::new(dataset::embedded);

/// The embedded dataset, read once a suite.
pub(crate) fn dataset() -> &'static Dataset {
    &DATASET
}

/// The charts that the dataset offers.
pub(crate) static CHARTS: LazyLock<Vec<ChartKind>> = LazyLock::new(|| ChartKind::offered(dataset()));

/// The tiers of the dataset in order.
pub(crate) fn tiers() -> Vec<Tier> {
    dataset().tiers.iter().map(|row| row.tier).collect()
}

/// The tier with this word.
pub(crate) fn tier_of(code: &str) -> Tier {
    dataset().tier_of(code).unwrap()
}

/// Every set of tiers.
pub(crate) fn tier_sets() -> impl Iterator<Item = TierSet> {
    (0..1u16 << tiers().len()).map(tier_set)
}

/// The set of the tiers whose bits are set.
pub(crate) fn tier_set(bits: u16) -> TierSet {
    tiers().into_iter().filter(|tier| bits & (1 << tier.index()) != 0).collect()
}

/// The tiers that these words name.
pub(crate) fn tiers_named(words: &str) -> TierSet {
    dataset().parse_tiers(words).unwrap()
}

/// The ids of the indicators.
pub(crate) fn indicators() -> Vec<&'static str> {
    dataset().indicators.iter().map(|indicator| indicator.id).collect()
}

/// The default state with another chart.
pub(crate) fn state_of(chart: ChartKind) -> State {
    State { chart, ..State::of(dataset()) }
}

/// A container of this width on a page in this language.
pub(crate) fn environment(language: Language, width: f64) -> Environment {
    Environment {
        width,
        dark: false,
        mode: Mode::Static,
        wide_font: false,
        can_share: false,
        language,
        base: "https://example.org/".to_owned(),
        src: String::new(),
        indexes: None,
    }
}

/// The chart as a picture on its own.
pub(crate) fn poster_of(state: &State, language: Language, width: f64) -> Scene {
    let environment = environment(language, width);
    let context = widget::context(dataset(), state, &environment);
    poster(state.chart, &context, width, state.heading.as_deref())
}

/// The chart as the widget shows it.
pub(crate) fn view_of(state: &State, language: Language, width: f64) -> View {
    widget::view(dataset(), state.clone(), &environment(language, width))
}

/// A shape in the picture's own coordinates, with the mark it belongs to.
pub(crate) struct Placed {
    /// Key of its mark; empty for furniture.
    pub(crate) key: String,
    /// Whether the filter took its mark away.
    pub(crate) gone: bool,
    /// The shape.
    pub(crate) shape: Shape,
}

impl Placed {
    /// The mark's key, and the text if it is one.
    pub(crate) fn told(&self) -> String {
        let key = if self.key.is_empty() { "furniture" } else { &self.key };
        match &self.shape {
            Shape::Text(label) => format!("{key} “{}”", label.content),
            Shape::Rect { .. } => format!("{key} rect"),
            Shape::Rects { .. } => format!("{key} rects"),
            Shape::Polygon { .. } => format!("{key} polygon"),
            Shape::Line { .. } => format!("{key} line"),
            Shape::Steps { .. } => format!("{key} steps"),
            Shape::Circle { .. } => format!("{key} circle"),
        }
    }

    /// What it covers.
    pub(crate) fn bounds(&self) -> Rect {
        match &self.shape {
            Shape::Rect { frame, .. } => *frame,
            Shape::Rects { frames, .. } => {
                around(frames.iter().flat_map(|frame| {
                    [Point::new(frame.x, frame.y), Point::new(frame.right(), frame.bottom())]
                }))
            }
            Shape::Polygon { points, .. } | Shape::Line { points, .. } => around(points.iter().copied()),
            Shape::Steps { start, runs, .. } => {
                let half = runs.iter().map(|run| run.half).fold(0.0, f64::max);
                let length = runs.iter().map(|run| run.length).sum();
                Rect::new(start.x, start.y - half, length, 2.0 * half)
            }
            Shape::Circle { center, radius, .. } => {
                Rect::new(center.x - radius, center.y - radius, radius * 2.0, radius * 2.0)
            }
            Shape::Text(label) => text_box(label),
        }
    }

    /// The text, if it is one.
    pub(crate) fn label(&self) -> Option<&Label> {
        match &self.shape {
            Shape::Text(label) => Some(label),
            _ => None,
        }
    }
}

fn around(points: impl Iterator<Item = Point>) -> Rect {
    let mut low = Point::new(f64::INFINITY, f64::INFINITY);
    let mut high = Point::new(f64::NEG_INFINITY, f64::NEG_INFINITY);
    for point in points {
        low = Point::new(low.x.min(point.x), low.y.min(point.y));
        high = Point::new(high.x.max(point.x), high.y.max(point.y));
    }
    Rect::new(low.x, low.y, high.x - low.x, high.y - low.y)
}

/// What a line of text covers: its measured width, and its size from 0.86 above the baseline to 0.14 below.
pub(crate) fn text_box(label: &Label) -> Rect {
    let width = text::width(&label.content, label.size, label.bold);
    let left = match label.anchor {
        Anchor::Start => label.at.x,
        Anchor::Middle => label.at.x - width / 2.0,
        Anchor::End => label.at.x - width,
    };
    Rect::new(left, label.at.y - label.size * 0.86, width, label.size)
}

/// Every shape of a picture at its place, from back to front.
pub(crate) fn placed(scene: &Scene) -> Vec<Placed> {
    let mut found = Vec::new();
    for item in &scene.items {
        match item {
            Item::Shape(shape) => {
                found.push(Placed { key: String::new(), gone: false, shape: shape.clone() })
            }
            Item::Mark(mark) => found.extend(mark.shapes.iter().map(|shape| Placed {
                key: mark.key.text(),
                gone: mark.gone,
                shape: shape.clone().moved(mark.at.x, mark.at.y),
            })),
        }
    }
    found
}

/// Numbers that are none, and sizes below zero.
pub(crate) fn wrong_numbers(scene: &Scene) -> Vec<String> {
    let mut found = Vec::new();
    let mut check = |name: &str, numbers: &[f64], sizes: &[f64]| {
        let wrong = numbers.iter().chain(sizes).any(|number| !number.is_finite());
        if wrong || sizes.iter().any(|size| *size < 0.0) {
            found.push(format!("{name}: {numbers:?} {sizes:?}"));
        }
    };
    let split = |rect: &Rect| ([rect.x, rect.y], [rect.width, rect.height]);
    check("the picture", &[], &[scene.width, scene.height]);
    for mark in scene.marks() {
        let outline = mark.outline();
        let (numbers, sizes) = split(&outline.frame);
        check(&mark.key.text(), &numbers, &sizes);
        for notch in outline.notches {
            // What is left is wide enough for both notches.
            let rest = [outline.frame.width - notch.x, outline.frame.height - notch.y];
            check(&mark.key.text(), &[], &[notch.x, notch.y, rest[0], rest[1]]);
        }
    }
    for placed in placed(scene) {
        let name = placed.told();
        if let Shape::Rect { ink, .. }
        | Shape::Rects { ink, .. }
        | Shape::Polygon { ink, .. }
        | Shape::Line { ink, .. }
        | Shape::Steps { ink, .. }
        | Shape::Circle { ink, .. } = &placed.shape
        {
            check(
                &name,
                &[],
                &[ink.dash, ink.opacity, 1.0 - ink.opacity, ink.stroke.map_or(0.0, |(_, width)| width)],
            );
        }
        match &placed.shape {
            Shape::Rect { frame, .. } => {
                let (numbers, sizes) = split(frame);
                check(&name, &numbers, &sizes);
            }
            Shape::Rects { frames, .. } => {
                for (numbers, sizes) in frames.iter().map(split) {
                    check(&name, &numbers, &sizes);
                }
            }
            Shape::Polygon { points, .. } | Shape::Line { points, .. } => {
                for point in points {
                    check(&name, &[point.x, point.y], &[]);
                }
            }
            Shape::Steps { start, runs, .. } => {
                check(&name, &[start.x, start.y], &[]);
                runs.iter().for_each(|run| check(&name, &[], &[run.length, run.half]));
            }
            Shape::Circle { center, radius, .. } => check(&name, &[center.x, center.y], &[*radius]),
            Shape::Text(label) => check(&name, &[label.at.x, label.at.y], &[label.size]),
        }
    }
    found
}

/// Shapes and outlines of marks that leave the picture by more than half a pixel.
pub(crate) fn outside(scene: &Scene) -> Vec<String> {
    let frame = Rect::new(0.0, 0.0, scene.width, scene.height);
    let shapes = placed(scene).into_iter().map(|shape| (shape.told(), shape.bounds()));
    let outlines =
        scene.marks().map(|mark| (format!("outline of {}", mark.key.text()), mark.outline().frame));
    shapes
        .chain(outlines)
        .filter(|(_, bounds)| !frame.contains(bounds))
        .map(|(name, bounds)| {
            format!(
                "{name}: {:.1}…{:.1} × {:.1}…{:.1} in {:.1} × {:.1}",
                bounds.x,
                bounds.right(),
                bounds.y,
                bounds.bottom(),
                scene.width,
                scene.height
            )
        })
        .collect()
}

/// Pairs of texts that lie on one another by more than half a pixel both ways.
pub(crate) fn overlaps(scene: &Scene) -> Vec<String> {
    let texts: Vec<(Placed, Rect)> = placed(scene)
        .into_iter()
        .filter(|shape| !shape.gone && shape.label().is_some_and(|label| !label.content.trim().is_empty()))
        .map(|shape| {
            let bounds = shape.bounds();
            (shape, bounds)
        })
        .collect();
    let mut found = Vec::new();
    for (index, (one, a)) in texts.iter().enumerate() {
        for (other, b) in texts.iter().skip(index + 1) {
            let across = a.right().min(b.right()) - a.x.max(b.x);
            let down = a.bottom().min(b.bottom()) - a.y.max(b.y);
            if across > 0.5 && down > 0.5 {
                found.push(format!("{} over {} by {across:.1} × {down:.1}", one.told(), other.told()));
            }
        }
    }
    found
}
