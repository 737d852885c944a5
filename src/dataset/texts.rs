//! What a reader is told of facts, and how it is read aloud, over a tape of its own: a page loads it when a reader
//! opens the first of them.

use super::model::Dataset;
use super::narration::Passage;
use super::tape::large;
use crate::tape::Tape;

/// Takes what cards and lists tell of each fact over the tape, the texts that readers open, and the readings of characters. The facts themselves
/// are there, with what the charts of tiers and counties draw.
#[inline(never)]
pub(crate) fn texts<T: Tape>(tape: &mut T, dataset: &mut Dataset) {
    let facts = &mut dataset.facts[..];
    tape.column(facts, |tape, fact| tape.word(&mut fact.is_figure, &[("f", true), ("", false)]));
    tape.column(facts, |tape, fact| tape.text(&mut fact.unit));
    tape.column(facts, |tape, fact| tape.text(&mut fact.period));
    tape.column(facts, |tape, fact| tape.named(&mut fact.qualifier));
    tape.column(facts, |tape, fact| tape.words(&mut fact.tags));
    tape.column(facts, |tape, fact| large(tape, &mut fact.paragraph));
    tape.column(facts, |tape, fact| tape.text(&mut fact.quote));
    tape.localized_columns(
        facts,
        &[|fact| &mut fact.subject, |fact| &mut fact.statement, |fact| &mut fact.note],
    );
    tape.list(
        &mut dataset.passages,
        || Passage::EMPTY,
        |tape, passage| {
            tape.text(&mut passage.key);
            tape.localized(&mut passage.head);
            tape.localized(&mut passage.text);
        },
    );
    tape.list(
        &mut dataset.readings,
        || ("", ""),
        |tape, (syllable, characters)| {
            tape.text(syllable);
            tape.text(characters);
        },
    );
}
