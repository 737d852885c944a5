//! The words of the annex: of what a page loads only when a reader opens it.

use std::sync::OnceLock;

use county_chains_words::annex::Annex;

use super::{Locale, one_of, read};
use crate::embedded;

impl Locale {
    /// The words of the annex in this language.
    pub fn annex(&self) -> &'static Annex {
        // Read once and kept. The function of a LazyLock would be in the core, whatever module it is of.
        static ANNEXES: OnceLock<[Annex; 3]> = OnceLock::new();
        one_of(ANNEXES.get_or_init(|| read(embedded::ANNEX)), self.language)
    }
}
