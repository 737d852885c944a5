//! What the build wrote for the program, see `build.rs`: the dataset and the words of the languages as texts.

use std::sync::OnceLock;

use crate::codec::{Decoder, Simplified};

macro_rules! written {
    ($file:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $file))
    };
}

/// The dataset, without what facts say in words.
pub(crate) const OUTLINE: &str = written!("dataset.txt");
/// What facts say in words.
pub(crate) const TEXTS: &str = written!("texts.txt");
/// The words of the interface.
pub(crate) const INTERFACE: &str = written!("words.txt");
/// The words of the annex.
pub(crate) const ANNEX: &str = written!("annex.txt");
/// The texts of the charts that no other dataset can fill.
pub(crate) const PHRASES: &str = written!("phrases.txt");
/// The words about datasets that are not ours.
pub(crate) const OWN: &str = written!("own.txt");
/// The table of characters that all of them need.
const CHARACTERS: &str = written!("characters.txt");

/// A decoder at the start of one of the texts.
pub(crate) fn decoder(text: &'static str) -> Decoder {
    Decoder::new(text, CHARACTERS)
}

/// The Simplified character in the place of a Traditional one, where the texts tell it.
pub(crate) fn simplified(character: char) -> char {
    static TABLE: OnceLock<Simplified> = OnceLock::new();
    TABLE.get_or_init(|| Simplified::new(CHARACTERS)).of(character)
}
