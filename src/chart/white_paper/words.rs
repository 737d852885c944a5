//! The words of the charts of the white paper.

use std::sync::LazyLock;

use county_chains_words::white_paper::WhitePaper;

use crate::embedded;
use crate::locale::{Locale, one_of, read};

#[part::of(charts)]
fn words_of_all() -> [WhitePaper; 3] {
    read(embedded::WHITE_PAPER)
}

/// Read once and kept.
static WORDS: LazyLock<[WhitePaper; 3]> = LazyLock::new(words_of_all);

/// The words in the language of `locale`.
pub(super) fn words(locale: &Locale) -> &'static WhitePaper {
    one_of(&WORDS, locale.language)
}

#[cfg(test)]
mod tests {
    use county_chains_words::side_by_side;
    use county_chains_words::white_paper::written;

    use super::words;
    use crate::language::Language;
    use crate::locale::Locale;

    #[test]
    fn the_program_reads_the_words_that_the_files_hold() {
        let read = Language::ALL.map(|language| *words(Locale::of(language)));
        assert_eq!(side_by_side(read), written());
    }

    #[test]
    fn both_chinese_languages_name_the_same_places_in_every_text() {
        let places = |text: &str| text.matches('{').count();
        for text in written() {
            assert_eq!(places(text.zh_hans), places(text.zh_hant), "{}", text.zh_hans);
        }
    }
}
