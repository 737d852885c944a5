//! The dataset that a command works on: ours, or the one that `--data` names.

use std::path::Path;
use std::sync::LazyLock;

use super::{Failure, own};
use crate::dataset::{self, Dataset};
use crate::language::Language;

/// Read once: both the parsers of arguments and the commands ask it.
pub(super) static DATASET: LazyLock<Dataset> = LazyLock::new(dataset::embedded);

/// A dataset, and the languages that it has.
pub(super) struct Data {
    pub(super) dataset: &'static Dataset,
    /// The first is the one that is written unless another is asked for.
    pub(super) languages: Vec<Language>,
}

impl Data {
    /// The dataset at this path; ours if there is none.
    pub(super) fn new(path: Option<&Path>) -> Result<Data, Failure> {
        let Some(path) = path else {
            return Ok(Data { dataset: &DATASET, languages: Language::ALL.to_vec() });
        };
        let package = own::read(path)?;
        // Its texts live as long as the program, so it may as well.
        let dataset = Box::leak(Box::new(crate::own::dataset(&package)));
        Ok(Data { dataset, languages: own::languages(&package.languages) })
    }

    /// The language that is asked for, or the first.
    pub(super) fn language(&self, asked: Option<Language>) -> Language {
        asked.or(self.languages.first().copied()).unwrap_or(Language::ZhHans)
    }
}
