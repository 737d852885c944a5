//! Reads what the build wrote.

use super::head::{CONVERTED, Characters, Tape, converted, kept};
use crate::language::Localized;

/// The table of characters: two lines, Simplified and Traditional.
const CHARACTERS: &str = include_str!(concat!(env!("OUT_DIR"), "/characters.txt"));

/// Reads a tape.
pub(crate) struct Reader {
    rest: &'static str,
    table: Characters,
}

impl Reader {
    /// A reader at the start of `tape`.
    pub(crate) fn new(tape: &'static str) -> Self {
        let (from, to) = CHARACTERS.split_once('\n').unwrap_or_default();
        Reader { rest: tape, table: from.chars().zip(to.chars()).collect() }
    }
}

impl Tape for Reader {
    fn pass(&mut self, _given: impl FnOnce() -> String) -> &'static str {
        let (text, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
        self.rest = rest;
        text
    }

    fn traditional(&mut self, text: &mut Localized) {
        self.text(&mut text.zh_hant);
        if text.zh_hant == CONVERTED {
            text.zh_hant = kept(converted(text.zh_hans, &self.table));
        }
    }
}
