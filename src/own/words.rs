//! The words about datasets that are not ours.

use county_chains_words::own::Own;

use crate::dataset::Noun;
use crate::language::{Language, Localized};
pub(super) use crate::locale::own_words as words;
use crate::locale::render;
use crate::package::Package;

/// What an entity is called; every sentence needs a noun.
pub(super) fn entity(package: &Package) -> Noun {
    if !package.entity.name.is_empty() {
        return package.entity;
    }
    let [zh_hans, zh_hant, en] = Language::ALL.map(|language| words(language).headlines.nameless[1]);
    let [en_one, _] = words(Language::En).headlines.nameless;
    Noun { name: Localized { zh_hans, zh_hant, en }, en_one, symbol: "" }
}

/// A sentence in all languages: the template that `pick` finds, filled with the values of each language.
pub(super) fn told(pick: fn(&Own) -> &'static str, values: &[(&str, Localized)]) -> Localized {
    in_all(|language| {
        let values: Vec<(&str, &str)> =
            values.iter().map(|(name, text)| (*name, text.get(language))).collect();
        render(pick(words(language)), &values)
    })
}

/// The text that `tell` gives for each language, kept as long as the program.
pub(super) fn in_all(tell: impl Fn(Language) -> String) -> Localized {
    let [zh_hans, zh_hant, en] = Language::ALL.map(|language| &*String::leak(tell(language)));
    Localized { zh_hans, zh_hant, en }
}

/// The same text in all languages.
pub(super) fn same(text: &'static str) -> Localized {
    Localized { zh_hans: text, zh_hant: text, en: text }
}

#[cfg(test)]
mod tests {
    use county_chains_words::own::written;
    use county_chains_words::side_by_side;

    use super::words;
    use crate::language::Language;

    #[test]
    fn the_program_reads_the_words_that_the_files_hold() {
        assert_eq!(side_by_side(Language::ALL.map(|language| *words(language))), written());
    }

    #[test]
    fn all_languages_name_places_that_they_are_given() {
        let places = |text: &str| {
            let mut found: Vec<String> =
                text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect();
            found.sort();
            found
        };
        for text in written() {
            assert_eq!(places(text.zh_hans), places(text.zh_hant), "{}", text.zh_hans);
        }
    }
}
