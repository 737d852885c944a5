//! The words about datasets that are not ours: those of the interface, with others in the place of what speaks of the article.

use std::sync::LazyLock;

use county_chains_words::own::Own;

use super::{LOCALES, Locale, one_of, read, render};
use crate::embedded;
use crate::language::Language;
use crate::quantity::{Qualifier, rounded};

/// Read once and kept.
static WORDS: LazyLock<[Own; 3]> = LazyLock::new(words);

/// The words of all languages.
static OWN: LazyLock<[Locale; 3]> = LazyLock::new(|| LOCALES.each_ref().map(in_place));

#[part::of(own)]
fn words() -> [Own; 3] {
    read(embedded::OWN)
}

/// The sentences about such datasets.
pub(crate) fn own_words(language: Language) -> &'static Own {
    one_of(&WORDS, language)
}

/// The words of the interface.
#[part::of(own)]
pub(super) fn locale(language: Language) -> &'static Locale {
    one_of(&OWN, language)
}

/// A number that is about so large, less, or not final. Code of several parts writes numbers, so the way to its part leads
/// through the core.
#[part::of(core)]
pub(super) fn hedged(language: Language, qualifier: Qualifier, number: &str) -> String {
    hedge(language, qualifier, number)
}

#[part::of(own)]
fn hedge(language: Language, qualifier: Qualifier, number: &str) -> String {
    let [about, less_than, provisional] = own_words(language).hedges;
    let template = match qualifier {
        Qualifier::About => about,
        Qualifier::LessThan => less_than,
        _ => provisional,
    };
    render(template, &[("n", number)])
}

fn in_place(ours: &Locale) -> Locale {
    let own = &own_words(ours.language).interface;
    let mut locale = Locale { is_own: true, ..*ours };
    let words = &mut locale.words;
    words.ui.tier = own.tier;
    words.ui.filter = own.filter;
    words.ui.reset_name = own.reset_name;
    words.ui.filter_off = own.filter_off;
    words.ui.not_given = own.not_given;
    words.ui.none_selected = own.none_selected;
    words.ui.none_summary = own.none_summary;
    words.ui.announce_all = own.announce_all;
    words.ui.tiers = [own.tiers; 2];
    words.ui.tier_counties = own.tier_counties;
    words.ui.source = own.source;
    words.ui.derived = own.derived;
    words.tiers.each = own.each_in_list;
    words.tiers.each_missing = own.each_in_list;
    words.tiers.tagged = own.tagged;
    words.shares.mark_name = own.mark_name;
    words.map.hint = own.hint;
    words.table.tier = own.tier;
    words.table.sum = own.sum;
    words.table.stated = own.stated;
    words.table.map = own.map;
    locale
}

/// Nobody reads more decimals than these.
const MOST_DECIMALS: usize = 14;

/// `value` to so many digits; a whole number keeps none behind the point.
#[part::of(own)]
pub(crate) fn to_digits(value: f64, digits: usize) -> f64 {
    let limit = power(digits);
    let (mut scale, size) = (1.0, value.abs());
    while size / scale >= limit {
        scale *= 10.0;
    }
    if scale > 1.0 {
        return (value / scale).round() * scale;
    }
    let is_enough = |places: &usize| size * power(places + 1) >= limit || rounded(size, *places) == size;
    rounded(value, (0..MOST_DECIMALS).find(is_enough).unwrap_or(MOST_DECIMALS))
}

/// 10 to the power of `exponent`.
fn power(exponent: usize) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * 10.0)
}

#[cfg(test)]
mod tests {
    use super::to_digits;

    #[test]
    fn a_number_is_rounded_to_its_first_digits() {
        for (value, expected) in [
            (36_749_906.0, 36_750_000.0),
            (90_086.4, 90_090.0),
            (1_999.96, 2_000.0),
            (83.94, 83.94),
            (0.012_345, 0.012_35),
            (0.000_000_2, 0.000_000_2),
            (12.345_6, 12.35),
            (-1_234.5, -1_235.0),
            (0.0, 0.0),
            (7.0, 7.0),
        ] {
            assert_eq!(to_digits(value, 4), expected, "{value}");
        }
    }
}
