//! What the counts look like: a step shape, or a dot for each entity.

use crate::chart::index::Index;
use crate::scene::Run;

/// Steps of a thickness: such halves have two decimals, so that a path of many steps ends exactly where it should.
const QUARTER: f64 = 0.25;
/// Half of the least thickness: one entity is seen as well.
const LEAST: f64 = 0.5;

/// A lane as a shape that is as thick as its columns are full, from its first value to its last.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// Where it begins on the axis.
    pub start: f64,
    /// Its steps from left to right; equal ones are one.
    pub runs: Vec<Run>,
}

/// The outline of a lane: a column of `fullest` entities is `height` thick.
pub fn outline(index: &Index<'_>, lane: usize, fullest: usize, height: f64) -> Outline {
    let width = index.axis().column;
    let mut outline = Outline { start: 0.0, runs: Vec::new() };
    for (column, count) in index.counts(lane).enumerate() {
        let half = half(count, fullest, height);
        match outline.runs.last_mut() {
            None if half == 0.0 => {}
            None => {
                outline.start = column as f64 * width;
                outline.runs.push(Run { length: width, half });
            }
            Some(run) if run.half == half => run.length += width,
            Some(_) => outline.runs.push(Run { length: width, half }),
        }
    }
    if outline.runs.last().is_some_and(|run| run.half == 0.0) {
        outline.runs.pop();
    }
    // The last column may begin at the very end of the axis.
    let length: f64 = outline.runs.iter().map(|run| run.length).sum();
    if let Some(run) = outline.runs.last_mut() {
        run.length -= (outline.start + length - index.axis().length - width).max(0.0);
    }
    outline
}

fn half(count: usize, fullest: usize, height: f64) -> f64 {
    if count == 0 || fullest == 0 {
        return 0.0;
    }
    let half = count as f64 / fullest as f64 * height / 2.0;
    ((half / QUARTER).round() * QUARTER).max(LEAST)
}

/// The most entities that are drawn one by one; the most rows of a table that lists them.
pub const MOST_DOTS: usize = 500;
/// From dot to dot, the largest that fits being taken.
const PITCHES: [f64; 4] = [8.0, 7.0, 6.0, 5.0];

/// The largest pitch at which every entity can be a dot, equal ones stacked up to `height`; `None` if there is none.
/// `index` makes the index with columns of a width.
pub(super) fn dots<'a>(height: f64, index: impl FnMut(f64) -> Index<'a>) -> Option<Index<'a>> {
    let fits = |index: &Index<'_>| index.fullest() as f64 * index.axis().column <= height;
    PITCHES.into_iter().map(index).find(fits)
}

/// Where the dots of a lane stand, by entity: the middle of its column, and how far above or below the middle of the lane.
pub(super) fn places(index: &Index<'_>, lane: usize) -> impl Iterator<Item = (usize, f64, f64)> {
    let pitch = index.axis().column;
    (0..index.columns()).flat_map(move |column| {
        let entities = index.entities(lane, column);
        let top = (entities.len() as f64 - 1.0) / 2.0;
        let place = move |(row, entity): (usize, &u32)| {
            (*entity as usize, (column as f64 + 0.5) * pitch, (row as f64 - top) * pitch)
        };
        entities.iter().enumerate().map(place)
    })
}
