//! What facts say in words, over a tape of its own: a page loads it when a reader opens the first of them.

use super::model::Fact;
use crate::tape::Tape;

/// Takes subject, statement, note and quote of each fact over the tape. The facts themselves are there.
pub(crate) fn texts<T: Tape>(tape: &mut T, facts: &mut [Fact]) {
    tape.column(facts, |tape, fact| tape.text(&mut fact.quote));
    tape.localized_columns(
        facts,
        &[|fact| &mut fact.subject, |fact| &mut fact.statement, |fact| &mut fact.note],
    );
}
