//! The words about datasets that are not ours: those of the interface, with others in the place of what speaks of the article.

use std::sync::LazyLock;

use county_chains_words::annex::Annex;
use county_chains_words::own::Own;

use super::{LOCALES, Locale, one_of, read};
use crate::embedded;
use crate::language::Language;

/// Read once and kept.
static WORDS: LazyLock<[Own; 3]> = LazyLock::new(|| read(embedded::OWN));

/// The words of all languages.
static OWN: LazyLock<[Locale; 3]> = LazyLock::new(|| LOCALES.each_ref().map(in_place));

/// The annex of all languages.
static ANNEXES: LazyLock<[Annex; 3]> = LazyLock::new(|| LOCALES.each_ref().map(annex_in_place));

/// The sentences about such datasets.
pub(crate) fn own_words(language: Language) -> &'static Own {
    one_of(&WORDS, language)
}

pub(super) fn locale(language: Language) -> &'static Locale {
    one_of(&OWN, language)
}

pub(super) fn annex(language: Language) -> &'static Annex {
    one_of(&ANNEXES, language)
}

fn in_place(ours: &Locale) -> Locale {
    let own = &own_words(ours.language).interface;
    let mut locale = Locale { is_own: true, ..*ours };
    let words = &mut locale.words;
    words.ui.tier = own.tier;
    words.ui.filter = own.filter;
    words.ui.reset_name = own.reset_name;
    words.ui.filter_off = own.filter_off;
    words.ui.not_given = own.not_given;
    words.ui.none_selected = own.none_selected;
    words.ui.none_heading = own.none_selected;
    words.ui.none_summary = own.none_summary;
    words.ui.announce_none = own.announce_none;
    words.ui.announce_all = own.announce_all;
    words.ui.tiers = [own.tiers; 2];
    words.ui.tier_counties = own.tier_counties;
    words.ui.source = own.source;
    words.ui.derived = own.derived;
    words.tiers.each_missing = own.each_missing;
    words.tiers.tagged = own.tagged;
    words.tiers.all_tagged = own.all_tagged;
    words.shares.mark_name = own.mark_name;
    words.map.hint = own.hint;
    words.table.tier = own.tier;
    words.table.stated = own.stated;
    words.table.map = own.map;
    locale
}

fn annex_in_place(ours: &Locale) -> Annex {
    let own = &own_words(ours.language).facts;
    let mut annex = *ours.annex();
    annex.county.no_facts = own.no_facts;
    annex.county.quotes = own.quotes;
    annex.facts.summary = own.summary;
    annex.facts.part = own.part;
    annex.facts.part_none = own.part_none;
    annex.facts.search = own.search;
    annex.facts.count_both = own.count_both;
    annex.facts.hidden = own.hidden;
    annex.facts.counties = own.counties;
    annex.facts.nothing = own.nothing;
    annex.facts.notes = [own.note, "", ""];
    annex
}
