//! The texts as the files of the languages say them, for the build.

use super::words::{Locale, Texts};
use super::{en, zh_hans, zh_hant};
use crate::language::Localized;

/// Every text in all languages, in the order in which a [`Locale`] goes through them.
pub(crate) fn written() -> Vec<Localized> {
    let texts = |mut locale: Locale| {
        let mut texts = Vec::new();
        locale.each(&mut |text| texts.push(*text));
        texts
    };
    let [hans, hant, en] = [zh_hans::LOCALE, zh_hant::LOCALE, en::LOCALE].map(texts);
    let chinese = hans.into_iter().zip(hant);
    chinese.zip(en).map(|((zh_hans, zh_hant), en)| Localized { zh_hans, zh_hant, en }).collect()
}
