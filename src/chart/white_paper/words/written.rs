//! The texts as the files of the languages say them, for the build.

use super::{en, zh_hans, zh_hant};
use crate::language::Localized;
use crate::locale::written::in_order;

/// Every text of the charts in all languages, in the order in which it goes through them.
pub(crate) fn written() -> Vec<Localized> {
    in_order([zh_hans::WORDS, zh_hant::WORDS, en::WORDS])
}
