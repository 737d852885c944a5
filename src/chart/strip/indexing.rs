//! Making an index, slice by slice, so that a million rows do not hold up a page.

use super::extent::{Axis, Extent};
use super::index::{Described, Index, column_of};
use super::values::Values;

/// What is being done with the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pass {
    Measure,
    Count,
    Place,
    Describe,
    Done,
}

/// The slot of an entity without a value.
const NOWHERE: u32 = u32::MAX;

/// An index being made, slice by slice: it goes through the rows three times, then through the lanes.
pub struct Indexing<'a> {
    index: Index<'a>,
    pass: Pass,
    /// The next row of the pass, or the next lane.
    at: usize,
    /// The slot of each entity.
    slots: Vec<u32>,
}

impl<'a> Indexing<'a> {
    /// Begins with the values of entities in so many classes.
    pub fn begin(values: Values<'a>, classes: usize, axis: Axis) -> Indexing<'a> {
        let columns = (axis.length / axis.column).floor().max(0.0) as usize + 1;
        let extent = Extent::new(classes + 1);
        let scale = extent.scale(&axis);
        let (ends, order, described) = (Vec::new(), Vec::new(), Vec::new());
        let index = Index { values, classes, axis, extent, scale, columns, ends, order, described };
        Indexing { index, pass: Pass::Measure, at: 0, slots: Vec::new() }
    }

    /// Goes through the next `rows` rows, or describes the next lane. Says whether more is left.
    pub fn push(&mut self, rows: usize) -> bool {
        let all = self.index.values.values.len();
        if self.pass == Pass::Describe {
            let index = &self.index;
            let found = Described { quantiles: index.quantiles(&[self.at]), ends: index.ends(self.at) };
            self.index.described.push(found);
            self.at += 1;
            if self.at == self.index.lanes() {
                self.pass = Pass::Done;
            }
            return self.pass != Pass::Done;
        }
        let end = self.at.saturating_add(rows.max(1)).min(all);
        for entity in self.at..end {
            match self.pass {
                Pass::Measure => self.measure(entity),
                Pass::Count => self.count(entity),
                Pass::Place => self.place(entity),
                Pass::Describe | Pass::Done => {}
            }
        }
        self.at = end;
        if end == all {
            self.next_pass();
        }
        self.pass != Pass::Done
    }

    fn measure(&mut self, entity: usize) {
        let Index { values, classes, extent, .. } = &mut self.index;
        extent.add(values.lane(entity, *classes), values.value(entity));
    }

    fn count(&mut self, entity: usize) {
        let Index { values, classes, scale, axis, columns, ends, .. } = &mut self.index;
        let slot = values.value(entity).map_or(NOWHERE, |value| {
            (values.lane(entity, *classes) * *columns + column_of(scale.at(value), axis, *columns)) as u32
        });
        self.slots.push(slot);
        if let Some(count) = ends.get_mut(slot as usize) {
            *count += 1;
        }
    }

    fn place(&mut self, entity: usize) {
        let slot = self.slots.get(entity).copied().unwrap_or(NOWHERE);
        let Index { ends, order, .. } = &mut self.index;
        let Some(next) = ends.get_mut(slot as usize) else { return };
        if let Some(place) = order.get_mut(*next as usize) {
            *place = entity as u32;
        }
        *next += 1;
    }

    fn next_pass(&mut self) {
        let index = &mut self.index;
        self.at = 0;
        self.pass = match self.pass {
            Pass::Measure => {
                index.scale = index.extent.scale(&index.axis);
                index.ends = vec![0; index.columns * (index.classes + 1)];
                self.slots.reserve_exact(index.values.values.len());
                Pass::Count
            }
            Pass::Count => {
                // Each count becomes the place of the slot's first entity; placing moves it to that of the next slot.
                let mut sum = 0;
                for count in &mut index.ends {
                    sum += std::mem::replace(count, sum);
                }
                index.order = vec![0; sum as usize];
                Pass::Place
            }
            Pass::Place => {
                self.slots = Vec::new();
                Pass::Describe
            }
            Pass::Describe | Pass::Done => Pass::Done,
        };
    }

    /// The index. What is left is done now.
    pub fn end(mut self) -> Index<'a> {
        while self.push(usize::MAX) {}
        self.index
    }
}

impl<'a> Index<'a> {
    /// The index, made at once.
    pub fn new(values: Values<'a>, classes: usize, axis: Axis) -> Index<'a> {
        Indexing::begin(values, classes, axis).end()
    }
}
