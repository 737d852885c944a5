//! Datasets of somebody's own: they are checked, begun and drawn.

mod args;
mod encodings;
mod files;
mod folded;
mod init;
mod json;
mod place;
mod sarif;
mod stories;
mod text;
mod validate;

pub(super) use args::{INIT_EXAMPLES, InitArgs, VALIDATE_EXAMPLES, ValidateArgs};
pub(super) use init::init;
pub(super) use validate::{read, validate};

use crate::language::Language;

/// Our languages among the tags of a dataset; English around texts in a language that is not ours.
pub(super) fn languages(tags: &[&str]) -> Vec<Language> {
    let mut languages: Vec<Language> = Vec::new();
    for tag in tags {
        let language = Language::best_match(tag).unwrap_or(Language::En);
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    languages
}
