//! The dataset as one text, a value a line: written by the build, read by the program.
//!
//! One description of the order serves both directions. Traditional Chinese is mostly Simplified in
//! other characters, so the text holds a table of characters and only those texts that differ otherwise.

use super::model::{
    County, CountyKind, Dataset, Fact, FactValue, Indicator, Prefecture, Role, Source, TierBasis, TierRow,
    Unit,
};
use crate::language::Localized;
use crate::quantity::{Qualifier, decimal, trimmed};
use crate::tier::Tier;

/// Stands for a Traditional text that the table of characters gives.
pub(super) const CONVERTED: &str = "=";

/// A tape under a head that either reads or writes.
pub(crate) trait Tape {
    /// The next value's text; `given` makes the one to be written.
    fn pass(&mut self, given: impl FnOnce() -> String) -> &'static str;
    /// The next text in three languages.
    fn localized(&mut self, text: &mut Localized);

    /// The next text.
    fn text(&mut self, text: &mut &'static str) {
        *text = self.pass(|| (*text).to_owned());
    }

    /// The next whole number.
    fn count(&mut self, count: &mut usize) {
        *count = decimal(self.pass(|| count.to_string())).map_or(0, |number| number as usize);
    }

    /// The next word of a closed list.
    fn word<T: Copy + PartialEq>(&mut self, value: &mut T, words: &[(&'static str, T)]) {
        let given = || words.iter().find(|(_, other)| other == value).map_or("", |(word, _)| *word);
        let word = self.pass(|| given().to_owned());
        if let Some((_, found)) = words.iter().find(|(other, _)| *other == word) {
            *value = *found;
        }
    }

    /// The next words of an open list.
    fn words(&mut self, list: &mut Vec<&'static str>) {
        let text = self.pass(|| list.join(" "));
        *list = text.split(' ').filter(|word| !word.is_empty()).collect();
    }

    /// The next tier, if any.
    fn tier(&mut self, tier: &mut Option<Tier>) {
        let given = || tier.map_or("", Tier::word).to_owned();
        *tier = Tier::from_word(self.pass(given));
    }

    /// The next things, each taken over the tape by `each`.
    fn list<T>(&mut self, list: &mut Vec<T>, empty: fn() -> T, each: impl Fn(&mut Self, &mut T)) {
        let mut count = list.len();
        self.count(&mut count);
        while list.len() < count {
            list.push(empty());
        }
        for thing in list {
            each(self, thing);
        }
    }
}

/// A text that stays: the dataset is read once and kept.
pub(super) fn kept(text: String) -> &'static str {
    String::leak(text)
}

/// Takes a whole dataset over the tape.
pub(crate) fn dataset<T: Tape>(tape: &mut T, dataset: &mut Dataset) {
    tape.list(&mut dataset.facts, || Fact::EMPTY, fact);
    tape.list(
        &mut dataset.units,
        || Unit::EMPTY,
        |tape, unit| {
            tape.text(&mut unit.key);
            tape.localized(&mut unit.name);
            tape.text(&mut unit.en_one);
        },
    );
    tape.list(&mut dataset.tiers, || TierRow::EMPTY, tier_row);
    tape.list(&mut dataset.indicators, || Indicator::EMPTY, indicator);
    tape.list(
        &mut dataset.prefectures,
        || Prefecture::EMPTY,
        |tape, prefecture| {
            tape.text(&mut prefecture.code);
            tape.localized(&mut prefecture.name);
            small(tape, &mut prefecture.label_column);
            small(tape, &mut prefecture.label_row);
        },
    );
    tape.list(&mut dataset.counties, || County::EMPTY, county);
    tape.list(&mut dataset.sources, || Source::EMPTY, source);
}

fn small<T: Tape>(tape: &mut T, number: &mut u8) {
    let mut count = usize::from(*number);
    tape.count(&mut count);
    *number = u8::try_from(count).unwrap_or_default();
}

fn large<T: Tape>(tape: &mut T, number: &mut u32) {
    let mut count = usize::try_from(*number).unwrap_or_default();
    tape.count(&mut count);
    *number = u32::try_from(count).unwrap_or_default();
}

fn fact<T: Tape>(tape: &mut T, fact: &mut Fact) {
    tape.text(&mut fact.id);
    tape.text(&mut fact.theme);
    tape.word(&mut fact.is_figure, &[("f", true), ("", false)]);
    tape.tier(&mut fact.tier);
    tape.words(&mut fact.counties);
    value(tape, &mut fact.value);
    tape.text(&mut fact.unit);
    tape.text(&mut fact.period);
    tape.word(&mut fact.qualifier, &Qualifier::ALL.map(|qualifier| (qualifier.word(), qualifier)));
    tape.words(&mut fact.tags);
    large(tape, &mut fact.paragraph);
    tape.localized(&mut fact.subject);
    tape.localized(&mut fact.statement);
    tape.localized(&mut fact.note);
    tape.text(&mut fact.quote);
}

fn value<T: Tape>(tape: &mut T, value: &mut FactValue) {
    let text = tape.pass(|| match value {
        FactValue::Number(number) => trimmed(*number, 6),
        FactValue::Text(text) => (*text).to_owned(),
        FactValue::None => String::new(),
    });
    *value = match decimal(text) {
        _ if text.is_empty() => FactValue::None,
        Some(number) => FactValue::Number(number),
        None => FactValue::Text(text),
    };
}

fn tier_row<T: Tape>(tape: &mut T, row: &mut TierRow) {
    let mut tier = Some(row.tier);
    tape.tier(&mut tier);
    row.tier = tier.unwrap_or(row.tier);
    tape.text(&mut row.numeral_zh);
    tape.text(&mut row.numeral_en);
    tape.localized(&mut row.name);
    tape.list(
        &mut row.facts,
        || ("", ""),
        |tape, (indicator, fact)| {
            tape.text(indicator);
            tape.text(fact);
        },
    );
}

fn indicator<T: Tape>(tape: &mut T, indicator: &mut Indicator) {
    tape.text(&mut indicator.id);
    tape.text(&mut indicator.unit);
    tape.text(&mut indicator.formula);
    tape.word(&mut indicator.additive, &[("+", true), ("", false)]);
    tape.localized(&mut indicator.name);
    tape.localized(&mut indicator.title);
    tape.localized(&mut indicator.period);
}

fn county<T: Tape>(tape: &mut T, county: &mut County) {
    tape.text(&mut county.code);
    tape.localized(&mut county.name);
    tape.word(&mut county.kind, &CountyKind::WORDS);
    tape.text(&mut county.prefecture);
    tape.tier(&mut county.tier);
    tape.word(&mut county.basis, &TierBasis::WORDS);
    tape.list(&mut county.roles, || Role::Pilot, |tape, role| tape.word(role, &Role::WORDS));
    small(tape, &mut county.column);
    small(tape, &mut county.row);
}

fn source<T: Tape>(tape: &mut T, source: &mut Source) {
    tape.text(&mut source.id);
    tape.localized(&mut source.name);
    tape.localized(&mut source.edition);
    tape.localized(&mut source.edition_short);
    tape.localized(&mut source.publisher);
    tape.localized(&mut source.title);
    tape.localized(&mut source.basis);
    large(tape, &mut source.year);
    tape.text(&mut source.licence);
}

/// Simplified characters and the Traditional ones that stand for them, in the order of the former.
pub(super) type Characters = Vec<(char, char)>;

pub(super) fn converted(text: &str, table: &Characters) -> String {
    let other = |character: char| {
        let found = table.binary_search_by_key(&character, |(from, _)| *from);
        found.ok().and_then(|index| table.get(index)).map_or(character, |(_, to)| *to)
    };
    text.chars().map(other).collect()
}

/// Reads what the build wrote.
pub(crate) struct Reader {
    rest: &'static str,
    table: Characters,
}

impl Reader {
    /// A reader at the start of `tape`.
    pub(crate) fn new(tape: &'static str) -> Self {
        let mut reader = Reader { rest: tape, table: Vec::new() };
        let (mut from, mut to) = ("", "");
        reader.text(&mut from);
        reader.text(&mut to);
        reader.table = from.chars().zip(to.chars()).collect();
        reader
    }
}

impl Tape for Reader {
    fn pass(&mut self, _given: impl FnOnce() -> String) -> &'static str {
        let (text, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
        self.rest = rest;
        text
    }

    fn localized(&mut self, text: &mut Localized) {
        self.text(&mut text.zh_hans);
        self.text(&mut text.zh_hant);
        self.text(&mut text.en);
        if text.zh_hant == CONVERTED {
            text.zh_hant = kept(converted(text.zh_hans, &self.table));
        }
    }
}
