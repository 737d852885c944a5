//! The words of the charts of the white paper, one file a language.

#[cfg(test)]
mod en;
mod groups;
#[cfg(test)]
mod written;
#[cfg(test)]
mod zh_hans;
#[cfg(test)]
mod zh_hant;

use std::sync::LazyLock;

use self::groups::WhitePaper;
use crate::locale::words::Texts;
use crate::locale::{Locale, one_of, read};

/// The texts of all languages as the build wrote them.
pub(crate) const TEXTS: &str = include_str!(concat!(env!("OUT_DIR"), "/white-paper.txt"));

#[part::of(charts)]
fn words_of_all() -> [WhitePaper; 3] {
    read(TEXTS, |_| WhitePaper::EMPTY)
}

/// Read once and kept.
static WORDS: LazyLock<[WhitePaper; 3]> = LazyLock::new(words_of_all);

/// The words in the language of `locale`.
pub(super) fn words(locale: &Locale) -> &'static WhitePaper {
    one_of(&WORDS, locale.language)
}

#[cfg(test)]
mod tests {
    use super::words;
    use super::written::written;
    use crate::language::Language;
    use crate::locale::Locale;
    use crate::locale::written::in_order;

    #[test]
    fn the_program_reads_the_words_that_the_files_hold() {
        let read = Language::ALL.map(|language| *words(Locale::of(language)));
        assert_eq!(in_order(read), written());
    }

    #[test]
    fn both_chinese_languages_name_the_same_places_in_every_text() {
        let places = |text: &str| text.matches('{').count();
        for text in written() {
            assert_eq!(places(text.zh_hans), places(text.zh_hant), "{}", text.zh_hans);
        }
    }
}
