//! Reads what the build wrote.

use std::sync::OnceLock;

use super::fields::{CONVERTED, Characters, Codec, converted, converted_character, kept};
use crate::language::Localized;
use crate::order::sort_by;

/// The table of characters: two lines, Simplified and Traditional.
const CHARACTERS: &str = include_str!(concat!(env!("OUT_DIR"), "/characters.txt"));

/// Reads values.
pub(crate) struct Decoder {
    rest: &'static str,
    table: Characters,
}

impl Decoder {
    /// A decoder at the start of `text`.
    pub(crate) fn new(text: &'static str) -> Self {
        Decoder { rest: text, table: table().collect() }
    }
}

fn table() -> impl Iterator<Item = (char, char)> {
    let (from, to) = CHARACTERS.split_once('\n').unwrap_or_default();
    from.chars().zip(to.chars())
}

/// The Simplified character in the place of a Traditional one, where the data's texts tell it.
pub(crate) fn simplified(character: char) -> char {
    static TABLE: OnceLock<Characters> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut turned: Characters =
            table().map(|(simplified, traditional)| (traditional, simplified)).collect();
        sort_by(&mut turned, Ord::cmp);
        turned
    });
    converted_character(character, table)
}

impl Codec for Decoder {
    fn field(&mut self, _given: impl FnOnce() -> String) -> &'static str {
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
