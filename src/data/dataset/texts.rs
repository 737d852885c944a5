//! What readers open of the dataset, and how names are read aloud: a text of its own, which a page loads when a reader
//! opens the first of it.

use super::categories::Category;
use super::encoding::{facts, large, units};
use super::model::Dataset;
use super::narration::Passage;
use crate::codec::Codec;

/// Reads or writes all facts with what cards and lists say of each, their units, the texts that readers open, the names of topics
/// and caveats, and the readings of characters. A dataset that has been read so far has a few of the facts and units, and the
/// topics without their names; see [`super::encoding::outline`].
pub fn texts<T: Codec>(codec: &mut T, dataset: &mut Dataset) {
    facts(codec, &mut dataset.facts);
    units(codec, &mut dataset.units);
    let facts = &mut dataset.facts[..];
    codec.column(facts, |codec, fact| codec.word(&mut fact.is_figure, &[("f", true), ("", false)]));
    codec.column(facts, |codec, fact| codec.text(&mut fact.unit));
    codec.column(facts, |codec, fact| codec.text(&mut fact.period));
    codec.column(facts, |codec, fact| codec.named(&mut fact.qualifier));
    codec.column(facts, |codec, fact| codec.words(&mut fact.tags));
    codec.column(facts, |codec, fact| large(codec, &mut fact.paragraph));
    codec.column(facts, |codec, fact| codec.text(&mut fact.quote));
    codec.localized_columns(
        facts,
        &[|fact| &mut fact.subject, |fact| &mut fact.statement, |fact| &mut fact.note],
    );
    codec.list(
        &mut dataset.passages,
        || Passage::EMPTY,
        |codec, passage| {
            codec.text(&mut passage.key);
            codec.localized(&mut passage.head);
            codec.localized(&mut passage.text);
        },
    );
    codec.column(&mut dataset.topics, |codec, topic| codec.localized(&mut topic.name));
    codec.list(
        &mut dataset.tags,
        || Category::EMPTY,
        |codec, tag| {
            codec.text(&mut tag.key);
            codec.localized(&mut tag.name);
        },
    );
    codec.list(
        &mut dataset.readings,
        || ("", ""),
        |codec, (syllable, characters)| {
            codec.text(syllable);
            codec.text(characters);
        },
    );
}
