//! What the program says in words, in every language: numbers, periods, lists, and templates that are filled in.

mod annex;
mod coverage;
mod figure;
mod number;
mod own;
mod period;
mod size;

pub use county_chains_words::annex::Annex;
pub use county_chains_words::interface::{Interface, Map, Shares, TableWords, Tiers, Ui};

pub(crate) use figure::{DECIMALS, DIGITS, halved_up, seen, share, share_of};
pub(crate) use own::{own_words, to_digits};

use std::ops::Deref;
use std::sync::LazyLock;

use county_chains_words::Texts;

use crate::codec::Decoder;
use crate::dataset::{Dataset, TierRow};
use crate::embedded;
use crate::language::{Language, Localized};
use crate::tier::TierSet;
use crate::word::{joined, text};

/// A language and its words. What [`Interface`] has, a locale has: `locale.ui`.
#[derive(Debug, Clone, Copy)]
pub struct Locale {
    /// Which language.
    pub language: Language,
    /// Whether it is about datasets that are not ours.
    is_own: bool,
    words: Interface,
}

impl Deref for Locale {
    type Target = Interface;

    fn deref(&self) -> &Interface {
        &self.words
    }
}

/// Read once and kept.
static LOCALES: LazyLock<[Locale; 3]> =
    LazyLock::new(|| {
        let [hans, hant, en] = read(embedded::INTERFACE);
        [(Language::ZhHans, hans), (Language::ZhHant, hant), (Language::En, en)]
            .map(|(language, words)| Locale { language, is_own: false, words })
    });

/// The words of a text that the build wrote, in all languages.
pub(crate) fn read<T: Texts>(text: &'static str) -> [T; 3] {
    county_chains_words::read(&mut Decoder::new(text))
}

/// The one in `language` of what there is in all.
pub(crate) fn one_of<T>([hans, hant, en]: &[T; 3], language: Language) -> &T {
    match language {
        Language::ZhHans => hans,
        Language::ZhHant => hant,
        Language::En => en,
    }
}

impl Locale {
    /// The words of `language`.
    pub fn of(language: Language) -> &'static Locale {
        one_of(&LOCALES, language)
    }

    /// The words of `language` about `dataset`.
    pub fn about(dataset: &Dataset, language: Language) -> &'static Locale {
        if dataset.is_own { Locale::own(language) } else { Locale::of(language) }
    }

    /// The words of `language` about datasets that are not ours.
    pub(crate) fn own(language: Language) -> &'static Locale {
        own::locale(language)
    }

    /// Whether the words are about a dataset that is not ours.
    pub fn is_own(&self) -> bool {
        self.is_own
    }

    /// Whether words take little room, as those in Han characters do.
    pub fn is_dense(&self) -> bool {
        self.language != Language::En
    }

    /// The name of a place without the word for its kind, which Chinese puts last as one character.
    pub fn short_place<'a>(&self, name: &'a str) -> &'a str {
        match self.language {
            Language::En => name,
            Language::ZhHans | Language::ZhHant => {
                name.char_indices().next_back().map_or(name, |(end, _)| name.get(..end).unwrap_or(name))
            }
        }
    }

    /// `items` as a list: 甲、乙和丙; A, B and C.
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [most @ .., last] => {
                let most = joined(self.ui.comma, most.iter().map(String::as_str));
                text!("{most}{self.ui.and}{last}")
            }
        }
    }

    /// The tiers of a set as the subject of a sentence: 一类和二类, Tiers 1 and 2.
    pub fn tiers(&self, dataset: &Dataset, tiers: TierSet) -> String {
        let list = |text: fn(&TierRow) -> Localized| {
            let rows = dataset.tiers.iter().filter(|row| tiers.contains(row.tier));
            self.list(&rows.map(|row| text(row).get(self.language).to_owned()).collect::<Vec<_>>())
        };
        let [one, many] = self.ui.tiers;
        let template = if tiers.len() == 1 { one } else { many };
        render(template, &[("names", &list(|row| row.name)), ("short", &list(|row| row.short))])
    }
}

/// `template` with each `{name}` replaced by its value.
///
/// ```
/// # use county_chains::locale::render;
/// assert_eq!(render("{n} of {total}", &[("n", "7"), ("total", "83")]), "7 of 83");
/// ```
pub fn render(template: &str, values: &[(&str, &str)]) -> String {
    render_with(template, &mut |name| {
        values.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
    })
}

/// `template` with each `{name}` replaced by what `value` gives for the name.
pub(crate) fn render_with(template: &str, value: &mut dyn FnMut(&str) -> Option<String>) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (name, tail) = after.split_once('}').unwrap_or((after, ""));
        let value = value(name);
        debug_assert!(value.is_some(), "a text asks for a value that nobody gives it");
        text.push_str(value.as_deref().unwrap_or_default());
        rest = tail;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests;
