//! What facts say in words, and how it is read aloud, over a tape of its own: a page loads it when a reader opens the
//! first of them.

use super::model::Dataset;
use crate::tape::Tape;

/// Takes subject, statement, note and quote of each fact over the tape, and the readings of characters. The facts
/// themselves are there.
#[inline(never)]
pub(crate) fn texts<T: Tape>(tape: &mut T, dataset: &mut Dataset) {
    let facts = &mut dataset.facts[..];
    tape.column(facts, |tape, fact| tape.text(&mut fact.quote));
    tape.localized_columns(
        facts,
        &[|fact| &mut fact.subject, |fact| &mut fact.statement, |fact| &mut fact.note],
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
