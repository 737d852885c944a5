//! Where every value stands: entities by lane and column of pixels, counted exactly.

use std::ops::{Deref, Range};
use std::sync::Arc;

use super::extent::{Axis, Extent, LaneCount, Quantiles};
use super::values::Values;
use crate::scene::AxisScale;

/// A column of a lane that has more entities holds them by value; others hold them in the order of the file. So nothing has
/// to look through many, and a million entities that are spread over some lanes need not be sorted before they are drawn.
pub(super) const MANY: usize = 4096;

/// The column of a place on the axis.
pub(super) fn column_of(place: f64, axis: &Axis, columns: usize) -> usize {
    // A place that is below the axis is in its first column.
    ((place / axis.column) as usize).min(columns.saturating_sub(1))
}

/// What describes a lane.
#[derive(Debug, Clone, Copy)]
pub(super) struct Described {
    pub(super) quantiles: Option<Quantiles>,
    /// The entities with the smallest and the largest value.
    pub(super) ends: Option<(usize, usize)>,
}

/// All entities by lane and column. A lane holds a class; the last lane holds the entities without one.
#[derive(Clone)]
pub struct Index<'a> {
    pub(super) values: Values<'a>,
    pub(super) counted: Arc<Counted>,
}

/// What an index knows, without the values that it was made of.
pub struct Counted {
    pub(super) classes: usize,
    pub(super) axis: Axis,
    pub(super) extent: Extent,
    pub(super) scale: AxisScale,
    pub(super) columns: usize,
    /// Where in `order` each slot ends. Slots are lanes one after another, in each its columns.
    pub(super) ends: Vec<u32>,
    /// The entities, slot by slot.
    pub(super) order: Vec<u32>,
    /// What describes each lane. Looked for once, since a column may hold nearly all entities.
    pub(super) described: Vec<Described>,
}

impl Deref for Index<'_> {
    type Target = Counted;

    fn deref(&self) -> &Counted {
        &self.counted
    }
}

impl Index<'_> {
    /// How many lanes there are: one for each class, and the last for entities without one.
    pub fn lanes(&self) -> usize {
        self.classes + 1
    }

    /// The smallest and the largest value, and how many entities there are.
    pub fn extent(&self) -> &Extent {
        &self.extent
    }

    /// How many entities a lane has.
    pub fn lane(&self, lane: usize) -> LaneCount {
        self.extent.lanes.get(lane).copied().unwrap_or_default()
    }

    /// The scale of its axis, which begins at 0.
    pub fn scale(&self) -> &AxisScale {
        &self.scale
    }

    /// How the axis lies.
    pub fn axis(&self) -> &Axis {
        &self.axis
    }

    /// How many columns a lane has.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The column of a place on the axis.
    pub fn column_at(&self, place: f64) -> usize {
        column_of(place, &self.axis, self.columns)
    }

    /// The entities of a column of a lane: in the order of the file or, if there are many, by value.
    pub fn entities(&self, lane: usize, column: usize) -> &[u32] {
        if column >= self.columns {
            return &[];
        }
        self.order.get(self.range(lane * self.columns + column)).unwrap_or_default()
    }

    /// How many entities each column of a lane has.
    pub fn counts(&self, lane: usize) -> impl Iterator<Item = usize> {
        (0..self.columns).map(move |column| self.entities(lane, column).len())
    }

    /// The most entities that a column has.
    pub fn fullest(&self) -> usize {
        (0..self.lanes()).flat_map(|lane| self.counts(lane)).max().unwrap_or_default()
    }

    /// The value of an entity of the index.
    pub(in crate::chart) fn value(&self, entity: u32) -> f64 {
        self.values.known(entity)
    }
}

impl Counted {
    /// Where the entities of a slot are in `order`.
    pub(super) fn range(&self, slot: usize) -> Range<usize> {
        let end = |slot: usize| self.ends.get(slot).map_or(0, |end| *end as usize);
        slot.checked_sub(1).map_or(0, end)..end(slot)
    }
}
