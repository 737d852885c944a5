//! Which parts of the program have come.

use std::sync::atomic::{AtomicU16, Ordering};

use wasm_bindgen::prelude::*;

use crate::chart::Part;
use crate::widget::State;
use crate::word::{Keyword, joined};

/// A bit for each part that has come.
static HERE: AtomicU16 = AtomicU16::new(1 << Part::Core as u8);

/// Whether a part has come, and all that it builds on: its functions and texts cannot be used before. Parts that are loaded
/// together come in any order.
pub(super) fn is_here(part: Part) -> bool {
    let has_come = HERE.load(Ordering::Relaxed) & 1 << part as u8 != 0;
    has_come && (part == Part::Core || is_here(part.below()))
}

/// The script has joined a part to this instance.
#[wasm_bindgen(js_name = partArrived)]
pub fn part_arrived(name: &str) {
    if let Some(part) = Part::from_word(name) {
        HERE.fetch_or(1 << part as u8, Ordering::Relaxed);
    }
}

/// The names of the parts that have not come, of those that the state's chart needs and of `others`.
pub(super) fn missing(state: &State, others: &[Part]) -> String {
    let chart = state.shown().part();
    let is_needed = |part: Part| chart.needs(part) || others.iter().any(|other| other.needs(part));
    let is_missing = |part: &&Part| !is_here(**part) && is_needed(**part);
    joined(" ", Part::ALL.iter().filter(is_missing).map(|part| part.word()))
}

/// The names of the parts that must come first, for a use of the state: `shown` in the widget, or `exported` by a method.
pub(super) fn missing_for(state: &State, usage: &str) -> String {
    missing(state, if usage == "exported" { &[Part::Export] } else { state.opened_parts() })
}
