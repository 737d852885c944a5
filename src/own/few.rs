//! Lists of entities that may be long.

/// Of a list of entities, so many are named.
const NAMED: usize = 12;

/// Entities of which only the first are named, by their places in the file, and how many there are.
#[derive(Debug, Default)]
pub(super) struct Few {
    pub(super) first: Vec<usize>,
    pub(super) count: usize,
}

impl Few {
    pub(super) fn add(&mut self, entity: usize) {
        if self.count < NAMED {
            self.first.push(entity);
        }
        self.count += 1;
    }
}
