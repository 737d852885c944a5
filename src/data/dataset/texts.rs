//! The facts that charts other than those of tiers and counties draw; and what readers open of the dataset, and how names are read
//! aloud: texts of their own, which a page loads when it needs them.

use super::categories::Category;
use super::encoding::{facts, large, units};
use super::model::Dataset;
use super::narration::Passage;
use crate::codec::Codec;

/// Reads or writes all facts with the figure of each and what it is about, and their units. A dataset that has been read so far has
/// a few of them; see [`super::encoding::outline`].
pub fn figures<T: Codec>(codec: &mut T, dataset: &mut Dataset) {
    facts(codec, &mut dataset.facts);
    units(codec, &mut dataset.units);
    let facts = &mut dataset.facts[..];
    codec.column(facts, |codec, fact| codec.word(&mut fact.is_figure, &[("f", true), ("", false)]));
    codec.column(facts, |codec, fact| codec.text(&mut fact.unit));
    codec.column(facts, |codec, fact| codec.text(&mut fact.period));
    codec.column(facts, |codec, fact| codec.named(&mut fact.qualifier));
    codec.localized_columns(facts, &[|fact| &mut fact.subject]);
}

/// Reads or writes what else cards and lists say of each fact, the texts that readers open, the names of topics and caveats, and the
/// readings of characters. The topics have come without their names.
pub fn texts<T: Codec>(codec: &mut T, dataset: &mut Dataset) {
    let facts = &mut dataset.facts[..];
    codec.column(facts, |codec, fact| codec.words(&mut fact.tags));
    codec.column(facts, |codec, fact| large(codec, &mut fact.paragraph));
    codec.column(facts, |codec, fact| codec.text(&mut fact.quote));
    codec.localized_columns(facts, &[|fact| &mut fact.statement, |fact| &mut fact.note]);
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
