//! What a language has to say in the annex.

use crate::locale::words::{Texts, words};

words! {
    /// The words of the annex in one language.
    pub struct Annex {
        /// What is not.
        pub nothing: &'static str,
    }
}
