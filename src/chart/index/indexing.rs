//! Making an index, slice by slice, so that a million rows do not hold up a page.

use std::sync::Arc;

use super::columns::{Counted, Described, Index, MANY, column_of};
use super::extent::{Axis, Extent};
use super::order::{Sorting, key};
use super::values::Values;

/// What is being done with the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pass {
    Measure,
    Count,
    Place,
    Sort,
    Describe,
    Done,
}

/// The slot of an entity without a value.
const NOWHERE: u32 = u32::MAX;

/// An index being made, slice by slice: it goes through the rows three times, then through full columns, then through the
/// lanes.
pub struct Indexing<'a> {
    values: Values<'a>,
    counting: Counting,
}

impl<'a> Indexing<'a> {
    /// Begins with the values of entities in so many classes.
    pub fn begin(values: Values<'a>, classes: usize, axis: Axis) -> Indexing<'a> {
        Indexing { values, counting: Counting::begin(classes, axis) }
    }

    /// Does work for about so many rows. Says whether more is left.
    pub fn push(&mut self, rows: usize) -> bool {
        self.counting.push(self.values, rows)
    }

    /// The index. What is left is done now.
    pub fn end(self) -> Index<'a> {
        Index { values: self.values, counted: self.counting.end(self.values) }
    }
}

impl<'a> Index<'a> {
    /// The index, made at once.
    pub fn new(values: Values<'a>, classes: usize, axis: Axis) -> Index<'a> {
        Indexing::begin(values, classes, axis).end()
    }
}

/// The same without the values: each call gets the same ones.
pub(super) struct Counting {
    counted: Arc<Counted>,
    pass: Pass,
    /// The next row of the pass, the next slot, or the next lane.
    at: usize,
    /// The slot of each entity.
    slots: Vec<u32>,
    /// The slot that is being sorted.
    sorting: Option<Sorting>,
}

impl Counting {
    pub(super) fn begin(classes: usize, axis: Axis) -> Counting {
        let columns = (axis.length / axis.column).floor().max(0.0) as usize + 1;
        let extent = Extent::new(classes + 1);
        let scale = extent.scale(&axis);
        let (ends, order, described) = (Vec::new(), Vec::new(), Vec::new());
        let counted = Arc::new(Counted { classes, axis, extent, scale, columns, ends, order, described });
        Counting { counted, pass: Pass::Measure, at: 0, slots: Vec::new(), sorting: None }
    }

    pub(super) fn push(&mut self, values: Values<'_>, rows: usize) -> bool {
        let all = values.values.len();
        let last = match self.pass {
            Pass::Measure | Pass::Count | Pass::Place => all,
            Pass::Sort => self.counted.ends.len(),
            Pass::Describe | Pass::Done => self.counted.classes + 1,
        };
        let end = self.at.saturating_add(rows.max(1)).min(last);
        match self.pass {
            Pass::Measure => self.measure(values, end),
            Pass::Count => self.count(values, end),
            Pass::Place => self.place(end),
            Pass::Sort => self.sort(values, rows),
            Pass::Describe => self.describe(values),
            Pass::Done => {}
        }
        if self.at == last {
            self.next_pass(all);
        }
        self.pass != Pass::Done
    }

    /// What is being made; nobody else holds it.
    fn counted(&mut self) -> Option<&mut Counted> {
        Arc::get_mut(&mut self.counted)
    }

    fn measure(&mut self, values: Values<'_>, end: usize) {
        let start = std::mem::replace(&mut self.at, end);
        let Some(Counted { classes, extent, .. }) = self.counted() else { return };
        for entity in start..end {
            extent.add(values.lane(entity, *classes), values.value(entity));
        }
    }

    fn count(&mut self, values: Values<'_>, end: usize) {
        let start = std::mem::replace(&mut self.at, end);
        let Some(counted) = Arc::get_mut(&mut self.counted) else { return };
        let Counted { classes, scale, axis, columns, ends, .. } = counted;
        for entity in start..end {
            let slot = values.value(entity).map_or(NOWHERE, |value| {
                (values.lane(entity, *classes) * *columns + column_of(scale.at(value), axis, *columns)) as u32
            });
            self.slots.push(slot);
            if let Some(count) = ends.get_mut(slot as usize) {
                *count += 1;
            }
        }
    }

    fn place(&mut self, end: usize) {
        let start = std::mem::replace(&mut self.at, end);
        let Some(Counted { ends, order, .. }) = Arc::get_mut(&mut self.counted) else { return };
        for (entity, slot) in self.slots.iter().enumerate().take(end).skip(start) {
            let Some(next) = ends.get_mut(*slot as usize) else { continue };
            if let Some(place) = order.get_mut(*next as usize) {
                *place = entity as u32;
            }
            *next += 1;
        }
    }

    /// Sorts what full columns hold. A step of one goes through all that is in it.
    fn sort(&mut self, values: Values<'_>, rows: usize) {
        let mut done = 0;
        while done < rows.max(1) && self.at < self.counted.ends.len() {
            let range = self.counted.range(self.at);
            let Some(sorting) = &mut self.sorting else {
                if range.len() > MANY {
                    done += range.len();
                    let entities = self.counted.order.get(range).unwrap_or_default().iter();
                    let pair = |entity: &u32| (key(values.known(*entity)), *entity);
                    self.sorting = Some(Sorting::begin(entities.map(pair)));
                } else {
                    self.at += 1;
                }
                continue;
            };
            done += sorting.len();
            if sorting.step() {
                continue;
            }
            if let Some(place) =
                Arc::get_mut(&mut self.counted).and_then(|counted| counted.order.get_mut(range))
            {
                for (place, entity) in place.iter_mut().zip(sorting.sorted()) {
                    *place = entity;
                }
            }
            self.sorting = None;
            self.at += 1;
        }
    }

    fn describe(&mut self, values: Values<'_>) {
        let index = Index { values, counted: Arc::clone(&self.counted) };
        let found = Described { quantiles: index.quantiles(&[self.at]), ends: index.ends(self.at) };
        drop(index);
        if let Some(counted) = self.counted() {
            counted.described.push(found);
        }
        self.at += 1;
    }

    fn next_pass(&mut self, rows: usize) {
        self.at = 0;
        let Some(counted) = Arc::get_mut(&mut self.counted) else { return };
        self.pass = match self.pass {
            Pass::Measure => {
                counted.scale = counted.extent.scale(&counted.axis);
                counted.ends = vec![0; counted.columns * (counted.classes + 1)];
                self.slots.reserve_exact(rows);
                Pass::Count
            }
            Pass::Count => {
                // Each count becomes the place of the slot's first entity; placing moves it to that of the next slot.
                let mut sum = 0;
                for count in &mut counted.ends {
                    sum += std::mem::replace(count, sum);
                }
                counted.order = vec![0; sum as usize];
                Pass::Place
            }
            Pass::Place => {
                self.slots = Vec::new();
                Pass::Sort
            }
            Pass::Sort => Pass::Describe,
            Pass::Describe | Pass::Done => Pass::Done,
        };
    }

    /// What it knows in the end. What is left is done now.
    pub(super) fn end(mut self, values: Values<'_>) -> Arc<Counted> {
        while self.push(values, usize::MAX) {}
        self.counted
    }
}
