//! Which entities a long table lists, and in which order: found and sorted slice by slice, so that a million rows do not hold up
//! a page.

use std::cmp::Ordering;

use super::subject::Subject;
use super::table::{ListColumn, place_of};
use crate::language::Language;
use crate::order::sort_by;

/// How many rows are put in order at once; longer pieces are merged of these.
const RUN: usize = 16;

/// What is being done with the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pass {
    Find,
    Sort,
    Merge,
    Done,
}

/// A list being made: the entities that are found, in the order of a column.
pub struct Listing {
    /// What is looked for, word by word.
    words: Vec<Vec<char>>,
    column: Option<ListColumn>,
    falling: bool,
    pass: Pass,
    /// The next row of the pass.
    at: usize,
    entities: Vec<u32>,
    /// Entities that have nothing in the column: they come last either way.
    missing: Vec<u32>,
    /// What merging writes.
    merged: Vec<u32>,
    /// The length of the pieces that are in order.
    width: usize,
    /// Where two pieces begin that are merged, and what comes next of each.
    pair: (usize, usize, usize),
}

impl Listing {
    /// Begins a list of what has all words of `search` in its name or its code. `sort` is a column, counted from 1, and whether
    /// the largest comes first; without one the list has the order of the file.
    pub fn begin(search: &str, sort: Option<(usize, bool)>) -> Listing {
        let words = search.split_whitespace().map(|word| word.chars().filter_map(normal).collect());
        let column = sort.and_then(|(column, _)| ListColumn::at(column));
        Listing {
            words: words.filter(|word: &Vec<char>| !word.is_empty()).collect(),
            column,
            falling: sort.is_some_and(|(_, falling)| falling),
            pass: Pass::Find,
            at: 0,
            entities: Vec::new(),
            missing: Vec::new(),
            merged: Vec::new(),
            width: RUN,
            pair: (0, 0, 0),
        }
    }

    /// Goes on by about so many rows; each call gets the same subject. Says whether more is left.
    pub fn push(&mut self, subject: &Subject<'_>, language: Language, rows: usize) -> bool {
        let mut left = rows.max(1);
        while left > 0 && self.pass != Pass::Done {
            let start = self.at;
            let all = if self.pass == Pass::Find { subject.values.values.len() } else { self.entities.len() };
            let end = start.saturating_add(left).min(all);
            match self.pass {
                Pass::Find => self.find(subject, language, end),
                Pass::Sort => self.sort(subject, language, end),
                Pass::Merge => self.merge(subject, language, end),
                Pass::Done => {}
            }
            left = left.saturating_sub((end - start).max(1));
        }
        self.pass != Pass::Done
    }

    /// How many entities are listed.
    pub fn count(&self) -> usize {
        self.entities.len()
    }

    /// The entity of a row, counted from 0.
    pub fn entity(&self, row: usize) -> Option<usize> {
        self.entities.get(row).map(|entity| *entity as usize)
    }

    fn find(&mut self, subject: &Subject<'_>, language: Language, end: usize) {
        for entity in self.at..end {
            let is_found = self.words.is_empty() || {
                let texts = [subject.entities.name(entity, language), subject.entities.code(entity)];
                self.words.iter().all(|word| texts.iter().any(|text| holds(text, word)))
            };
            if is_found {
                let has_place =
                    self.column.is_none_or(|column| place_of(subject, language, column, entity).is_some());
                (if has_place { &mut self.entities } else { &mut self.missing }).push(entity as u32);
            }
        }
        self.at = end;
        if end == subject.values.values.len() {
            self.at = 0;
            self.pass = if self.column.is_some() { Pass::Sort } else { Pass::Done };
        }
    }

    fn sort(&mut self, subject: &Subject<'_>, language: Language, end: usize) {
        // Whole runs.
        let end = (end.div_ceil(RUN) * RUN).min(self.entities.len());
        let order = order(subject, language, self.column, self.falling);
        let piece = self.entities.get_mut(self.at..end).unwrap_or_default();
        for run in piece.chunks_mut(RUN) {
            sort_by(run, |one, other| order(*one, *other));
        }
        self.at = end;
        if end == self.entities.len() {
            self.next_width(RUN);
        }
    }

    fn merge(&mut self, subject: &Subject<'_>, language: Language, end: usize) {
        let order = order(subject, language, self.column, self.falling);
        let (all, width) = (self.entities.len(), self.width);
        let (mut start, mut left, mut right) = self.pair;
        while self.at < end {
            let (middle, last) = ((start + width).min(all), (start + 2 * width).min(all));
            let [one, other] = [(left, middle), (right, last)]
                .map(|(at, end)| if at < end { self.entities.get(at) } else { None });
            let is_left = match (one, other) {
                (Some(one), Some(other)) => order(*one, *other) != Ordering::Greater,
                (one, _) => one.is_some(),
            };
            self.merged.extend(if is_left { one } else { other });
            *(if is_left { &mut left } else { &mut right }) += 1;
            self.at += 1;
            if self.at == last {
                (start, left, right) = (last, last, last + width);
            }
        }
        self.pair = (start, left, right);
        if self.at == all {
            std::mem::swap(&mut self.entities, &mut self.merged);
            self.next_width(2 * width);
        }
    }

    /// All pieces of this length are in order.
    fn next_width(&mut self, width: usize) {
        self.width = width;
        self.at = 0;
        self.pair = (0, 0, width);
        self.merged.clear();
        if width < self.entities.len() {
            self.pass = Pass::Merge;
            return;
        }
        self.merged = Vec::new();
        self.entities.append(&mut self.missing);
        self.pass = Pass::Done;
    }
}

/// The order of two entities that have something in the column.
fn order<'a>(
    subject: &'a Subject<'_>,
    language: Language,
    column: Option<ListColumn>,
    falling: bool,
) -> impl Fn(u32, u32) -> Ordering + 'a {
    move |one, other| {
        let place =
            |entity: u32| column.and_then(|column| place_of(subject, language, column, entity as usize));
        let ((number, word), (other_number, other_word)) =
            (place(one).unwrap_or_default(), place(other).unwrap_or_default());
        let order = number.total_cmp(&other_number).then(word.cmp(other_word));
        if falling { order.reverse() } else { order }
    }
}

/// Whether a text holds a word, as readers write it.
fn holds(text: &str, word: &[char]) -> bool {
    let mut rest = text.chars().filter_map(normal);
    loop {
        let mut here = rest.clone();
        if word.iter().all(|wanted| here.next() == Some(*wanted)) {
            return true;
        }
        if rest.next().is_none() {
            return false;
        }
    }
}

/// A character as it is compared: a small letter of half width; nothing for signs that people leave out. The standard library
/// knows the small letters of all alphabets, in tables that weigh more than this whole chart.
fn normal(character: char) -> Option<char> {
    let plain = match character {
        '\u{FF01}'..='\u{FF5E}' => shifted(character, -0xFEE0),
        'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ω' | 'А'..='Я' => shifted(character, 0x20),
        'Ѐ'..='Џ' => shifted(character, 0x50),
        '−' | '–' => '-',
        other => other.to_ascii_lowercase(),
    };
    (!matches!(plain, ',' | '\'' | '’' | '‘')).then(|| plain.to_ascii_lowercase())
}

fn shifted(character: char, by: i32) -> char {
    u32::from(character).checked_add_signed(by).and_then(char::from_u32).unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::{holds, normal};

    #[test]
    fn a_word_is_found_as_readers_write_it() {
        let finds =
            |text: &str, word: &str| holds(text, &word.chars().filter_map(normal).collect::<Vec<_>>());
        for (text, word) in [
            ("Fu’an", "fuan"),
            ("ＡＢＣ１２", "bc1"),
            ("ÉVREUX", "évr"),
            ("Ёлка Москва", "ёлка м"),
            ("ΑΘΗΝΑ", "θην"),
            ("Stoke-on-Trent", "on–t"),
            ("aaab", "aab"),
            ("晋江市", "晋江"),
            ("any", ""),
        ] {
            assert!(finds(text, word), "{word} in {text}");
        }
        assert!(!finds("aaab", "abb"));
        assert!(!finds("", "a"));
    }
}
