//! Indexes of one dataset that serve again: for all that one drawing asks of a strip, and for the next ones.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::columns::{Counted, Index};
use super::extent::Axis;
use super::indexing::Counting;
use super::values::Values;

/// So many are kept, for widgets and pictures of different widths: at a million rows each takes 4 MB.
const KEPT: usize = 4;

/// Which index it is: of which indicator, for which axis.
type Key = (&'static str, Axis);

/// Indexes of one dataset, by indicator and axis. What they say depends on nothing else, so keeping them changes no picture.
#[derive(Default)]
pub struct Indexes {
    made: Mutex<Vec<(Key, Arc<Counted>)>>,
    begun: Mutex<Vec<(Key, Counting)>>,
}

impl fmt::Debug for Indexes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Indexes")
    }
}

impl Indexes {
    /// None yet.
    pub const fn new() -> Indexes {
        Indexes { made: Mutex::new(Vec::new()), begun: Mutex::new(Vec::new()) }
    }

    /// The index of an indicator with these values for an axis. What is not there is made.
    pub(in crate::chart) fn index<'a>(
        &self,
        indicator: &'static str,
        values: Values<'a>,
        classes: usize,
        axis: Axis,
    ) -> Index<'a> {
        let key = (indicator, axis);
        let counted = self.found(key).unwrap_or_else(|| {
            let begun = taken(&mut locked(&self.begun), key);
            self.keep(key, begun.unwrap_or_else(|| Counting::begin(classes, axis)).end(values))
        });
        Index { values, counted }
    }

    /// Goes on making an index, by about so many rows. Says whether more is left.
    pub(in crate::chart) fn prepare(
        &self,
        indicator: &'static str,
        values: Values<'_>,
        classes: usize,
        axis: Axis,
        rows: usize,
    ) -> bool {
        let key = (indicator, axis);
        if self.found(key).is_some() {
            return false;
        }
        let mut begun = locked(&self.begun);
        let mut counting = taken(&mut begun, key).unwrap_or_else(|| Counting::begin(classes, axis));
        if counting.push(values, rows) {
            push(&mut begun, (key, counting));
            return true;
        }
        self.keep(key, counting.end(values));
        false
    }

    fn found(&self, key: Key) -> Option<Arc<Counted>> {
        let mut made = locked(&self.made);
        let counted = taken(&mut made, key)?;
        // What was asked for last stays longest.
        made.push((key, Arc::clone(&counted)));
        Some(counted)
    }

    fn keep(&self, key: Key, counted: Arc<Counted>) -> Arc<Counted> {
        push(&mut locked(&self.made), (key, Arc::clone(&counted)));
        counted
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn taken<T>(list: &mut Vec<(Key, T)>, key: Key) -> Option<T> {
    let at = list.iter().position(|(other, _)| *other == key)?;
    Some(list.remove(at).1)
}

/// Adds to a list that is never long.
fn push<T>(list: &mut Vec<(Key, T)>, entry: (Key, T)) {
    if list.len() >= KEPT {
        list.remove(0);
    }
    list.push(entry);
}
