//! The texts of charts that are made for their dataset: a text of its own, which a page loads with the first of these charts.

use super::model::Dataset;
use super::narration::Phrase;
use crate::codec::Codec;

/// Reads or writes the phrases.
pub fn phrases<T: Codec>(codec: &mut T, dataset: &mut Dataset) {
    codec.reserve(&mut dataset.phrases, || Phrase::EMPTY);
    let phrases = &mut dataset.phrases[..];
    codec.column(phrases, |codec, phrase| codec.text(&mut phrase.chart));
    codec.column(phrases, |codec, phrase| codec.text(&mut phrase.key));
    codec.column(phrases, |codec, phrase| codec.text(&mut phrase.item));
    codec.localized_columns(phrases, &[|phrase| &mut phrase.text]);
}
