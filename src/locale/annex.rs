//! The words of the annex: of what a page loads only when a reader opens it.

use std::sync::LazyLock;

use county_chains_words::annex::Annex;

use super::{Locale, one_of, own, read};
use crate::embedded;

#[part::of(texts)]
fn words_of_all() -> [Annex; 3] {
    read(embedded::ANNEX)
}

/// Read once and kept.
static ANNEXES: LazyLock<[Annex; 3]> = LazyLock::new(words_of_all);

impl Locale {
    /// The words of the annex in this language.
    pub fn annex(&self) -> &'static Annex {
        if self.is_own { own::annex(self.language) } else { one_of(&ANNEXES, self.language) }
    }
}
