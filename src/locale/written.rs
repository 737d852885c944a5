//! The texts as the files of the languages say them, for the build.

use super::words::Texts;
use super::{en, zh_hans, zh_hant};
use crate::language::Localized;

/// Every text of a [`super::words::Locale`] in all languages, in the order in which it goes through them.
pub(crate) fn written() -> Vec<Localized> {
    in_order([zh_hans::LOCALE, zh_hant::LOCALE, en::LOCALE])
}

/// The texts of the three languages, side by side.
pub(crate) fn in_order<T: Texts>(languages: [T; 3]) -> Vec<Localized> {
    let texts = |mut words: T| {
        let mut texts = Vec::new();
        words.each(&mut |text| texts.push(*text));
        texts
    };
    let [hans, hant, en] = languages.map(texts);
    let chinese = hans.into_iter().zip(hant);
    chinese.zip(en).map(|((zh_hans, zh_hant), en)| Localized { zh_hans, zh_hant, en }).collect()
}
