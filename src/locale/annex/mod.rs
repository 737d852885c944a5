//! The words of the annex: of what a page loads only when a reader opens it.

#[cfg(test)]
mod en;
mod facts;
mod words;
#[cfg(test)]
mod written;
#[cfg(test)]
mod zh_hans;
#[cfg(test)]
mod zh_hant;

pub use words::Annex;
#[cfg(test)]
pub(super) use written::written;

use std::sync::LazyLock;

use super::words::Texts;
use super::{Locale, one_of, read};

/// The texts of all languages as the build wrote them.
pub(crate) const WORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/annex.txt"));

#[part::of(texts)]
fn words_of_all() -> [Annex; 3] {
    read(WORDS, |_| Annex::EMPTY)
}

/// Read once and kept.
static ANNEXES: LazyLock<[Annex; 3]> = LazyLock::new(words_of_all);

impl Locale {
    /// The words of the annex in this language.
    pub fn annex(&self) -> &'static Annex {
        one_of(&ANNEXES, self.language)
    }
}
