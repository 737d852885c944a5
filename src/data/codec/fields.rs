//! The kinds of values, each read or written by the same call.

use crate::language::Localized;
use crate::quantity::{count_text, decimal};
use crate::tier::Tier;
use crate::word::Keyword;

/// Stands for a Traditional text that the table of characters gives.
pub(super) const CONVERTED: &str = "=";

/// Reads values into their places, or writes them.
pub trait Codec {
    /// The text of the next value. An encoder writes what `given` makes; a decoder ignores it.
    fn field(&mut self, given: impl FnOnce() -> String) -> &'static str;

    /// Reads or writes the Traditional text; the Simplified one must already be in `text`.
    fn traditional(&mut self, text: &mut Localized);

    /// The next text.
    fn text(&mut self, text: &mut &'static str) {
        *text = self.field(|| (*text).to_owned());
    }

    /// The next text in three languages.
    fn localized(&mut self, text: &mut Localized) {
        self.text(&mut text.zh_hans);
        self.traditional(text);
        self.text(&mut text.en);
    }

    /// Texts of each row in three languages, text by text, a language at a time: what reads alike compresses
    /// better.
    fn localized_columns<T>(&mut self, rows: &mut [T], texts: &[fn(&mut T) -> &mut Localized]) {
        for text in texts {
            rows.iter_mut().for_each(|row| self.text(&mut text(row).zh_hans));
        }
        for text in texts {
            rows.iter_mut().for_each(|row| self.traditional(text(row)));
        }
        for text in texts {
            rows.iter_mut().for_each(|row| self.text(&mut text(row).en));
        }
    }

    /// A value of each row, for the same reason.
    fn column<T>(&mut self, rows: &mut [T], value: fn(&mut Self, &mut T)) {
        for row in rows {
            value(self, row);
        }
    }

    /// The next whole number.
    fn count(&mut self, count: &mut usize) {
        *count = decimal(self.field(|| count_text(*count))).map_or(0, |number| number as usize);
    }

    /// The next word of a closed list.
    fn word<T: Copy + PartialEq>(&mut self, value: &mut T, words: &[(&'static str, T)]) {
        let given = || words.iter().find(|(_, other)| other == value).map_or("", |(word, _)| *word);
        let word = self.field(|| given().to_owned());
        if let Some((_, found)) = words.iter().find(|(other, _)| *other == word) {
            *value = *found;
        }
    }

    /// The next value that is named by a word.
    fn named<T: Keyword>(&mut self, value: &mut T) {
        let given = value.word();
        *value = T::from_word(self.field(|| given.to_owned())).unwrap_or(*value);
    }

    /// The next words of an open list.
    fn words(&mut self, list: &mut Vec<&'static str>) {
        let text = self.field(|| list.join(" "));
        *list = text.split(' ').filter(|word| !word.is_empty()).collect();
    }

    /// The next tier, if any.
    fn tier(&mut self, tier: &mut Option<Tier>) {
        let given = || tier.map_or_else(String::new, |tier| count_text(tier.index()));
        *tier = decimal(self.field(given)).map(|index| Tier::at(index as usize));
    }

    /// The length of the list that follows. A decoder fills the list with empty items.
    fn reserve<T>(&mut self, list: &mut Vec<T>, empty: fn() -> T) {
        let mut count = list.len();
        self.count(&mut count);
        while list.len() < count {
            list.push(empty());
        }
    }

    /// The next list; `each` reads or writes one item.
    fn list<T>(&mut self, list: &mut Vec<T>, empty: fn() -> T, each: impl Fn(&mut Self, &mut T)) {
        self.reserve(list, empty);
        for thing in list {
            each(self, thing);
        }
    }
}

/// A text that stays: what is read is read once and kept.
pub(super) fn kept(text: String) -> &'static str {
    String::leak(text)
}

/// Simplified characters and the Traditional ones that stand for them, in the order of the former.
pub(super) type Characters = Vec<(char, char)>;

pub(super) fn converted(text: &str, table: &Characters) -> String {
    text.chars().map(|character| converted_character(character, table)).collect()
}

/// The other form of a character, or itself. The table is in the order of what it is asked for.
pub(super) fn converted_character(character: char, table: &Characters) -> char {
    let found = table.binary_search_by_key(&character, |(from, _)| *from);
    found.ok().and_then(|index| table.get(index)).map_or(character, |(_, to)| *to)
}
