//! The words of the annex: of what a page loads only when a reader opens it.

use std::sync::LazyLock;

use county_chains_words::annex::Annex;

use super::{Locale, one_of, read};
use crate::embedded;

#[part::of(figures)]
fn words_of_all() -> [Annex; 3] {
    read(embedded::ANNEX)
}

/// Read once and kept.
static ANNEXES: LazyLock<[Annex; 3]> = LazyLock::new(words_of_all);

/// The same about datasets that are not ours.
static OWN: LazyLock<[Annex; 3]> = LazyLock::new(|| ANNEXES.each_ref().map(in_place));

fn in_place(ours: &Annex) -> Annex {
    let (mut annex, own) = (*ours, &ours.own);
    annex.county.no_facts = own.no_facts;
    annex.county.quotes = own.quotes;
    annex.facts.paragraph = own.place;
    if let Some(column) = annex.facts.columns.get_mut(5) {
        *column = own.place_column;
    }
    annex.facts.periods.current = own.current;
    annex.facts.summary = own.summary;
    annex.facts.part = own.part;
    annex.facts.part_none = own.part_none;
    annex.facts.search = own.search;
    annex.facts.count_both = own.count_both;
    annex.facts.hidden = own.hidden;
    annex.facts.counties = own.counties;
    annex.facts.nothing = own.nothing;
    annex
}

#[part::of(figures)]
fn of(locale: &Locale) -> &'static Annex {
    one_of(if locale.is_own { &OWN } else { &ANNEXES }, locale.language)
}

impl Locale {
    /// The words of the annex in this language.
    pub fn annex(&self) -> &'static Annex {
        of(self)
    }
}
