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
    /// A decoder at the start of `text`.
    pub fn new(text: &'static str) -> Self {
        let (table, rest) = characters(text);
        Decoder { rest, table: table.collect() }
    }
}

/// The table of characters that a text begins with, in two lines, Simplified and Traditional; and the rest of it.
fn characters(text: &str) -> (impl Iterator<Item = (char, char)>, &str) {
    let (from, rest) = text.split_once('\n').unwrap_or_default();
    let (to, rest) = rest.split_once('\n').unwrap_or_default();
    (from.chars().zip(to.chars()), rest)
}

/// Simplified characters in the place of Traditional ones, where the data's texts tell them.
pub struct Simplified {
    table: Characters,
}

impl Simplified {
    /// Turns the tables round that the texts begin with.
    pub fn new(texts: &[&str]) -> Self {
        let all = texts.iter().flat_map(|text| characters(text).0);
        let mut table: Characters = all.map(|(simplified, traditional)| (traditional, simplified)).collect();
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
