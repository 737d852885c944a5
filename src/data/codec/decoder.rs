//! Reads what the build wrote.

use super::fields::{CONVERTED, Characters, Codec, converted, converted_character, kept};
use crate::language::Localized;
use crate::order::sort_by;

/// Reads values.
pub struct Decoder {
    rest: &'static str,
    table: Characters,
}

impl Decoder {
    /// A decoder at the start of `text`, with the table of characters that the encoder left texts out by.
    pub fn new(text: &'static str, characters: &str) -> Self {
        Decoder { rest: text, table: table(characters).collect() }
    }
}

/// The table of characters: two lines, Simplified and Traditional.
fn table(characters: &str) -> impl Iterator<Item = (char, char)> {
    let (from, to) = characters.split_once('\n').unwrap_or_default();
    from.chars().zip(to.chars())
}

/// Simplified characters in the place of Traditional ones, where the data's texts tell them.
pub struct Simplified {
    table: Characters,
}

impl Simplified {
    /// Turns the table of characters round.
    pub fn new(characters: &str) -> Self {
        let mut table: Characters =
            table(characters).map(|(simplified, traditional)| (traditional, simplified)).collect();
        sort_by(&mut table, Ord::cmp);
        Simplified { table }
    }

    /// The Simplified form of a character, or itself.
    pub fn of(&self, character: char) -> char {
        converted_character(character, &self.table)
    }
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
