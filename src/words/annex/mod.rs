//! What a language has to say in the annex: of what a page loads only when a reader opens it.

mod en;
mod facts;
mod zh_hans;
mod zh_hant;

pub use facts::{Facts, Periods};

use county_chains_data::language::Localized;

use crate::texts::{Texts, side_by_side, words};

/// Every text in all languages, in the order in which [`Annex`] goes through them.
pub fn written() -> Vec<Localized> {
    side_by_side([zh_hans::ANNEX, zh_hant::ANNEX, en::ANNEX])
}

words! {
    /// The words of the annex in one language.
    pub struct Annex {
        /// Downloads, and texts to copy.
        pub downloads: Downloads,
        /// Closes a card.
        pub close: &'static str,
        /// A card has opened, `{name}`, or closed.
        pub card: [&'static str; 2],
        /// The card of a county.
        pub county: CountyCard,
        /// The `facts` chart, and what is told of facts elsewhere.
        pub facts: Facts,
        /// The same about datasets that are not ours.
        pub own: InPlace,
    }
}

words! {
    /// Words of downloads, and of texts to copy.
    pub struct Downloads {
        /// Something was copied.
        pub copied: &'static str,
        /// It could not be.
        pub copy_failed: &'static str,
        /// Copies something to the clipboard: `{what}`.
        pub copy: &'static str,
        /// Head of the embed code.
        pub embed: &'static str,
        /// Before the link.
        pub link: &'static str,
        /// Opens the system's own sheet for sharing.
        pub system: &'static str,
        /// What the copied code has that is not shown.
        pub with_twin: &'static str,
        /// Before the code for a frame.
        pub frame: &'static str,
        /// Before the static twin.
        pub static_version: &'static str,
        /// Saves the static twin as a file.
        pub html: &'static str,
        /// Before a citation: `{style}`.
        pub cited: &'static str,
        /// The picture with equal sides.
        pub square: &'static str,
        /// What a picture says to those who do not see it: `{heading}`, `{summary}`.
        pub alternative: &'static str,
        /// The way from a picture or a plain text to the live chart.
        pub open: &'static str,
    }
}

words! {
    /// Words of a county's card.
    pub struct CountyCard {
        /// The article does not speak of this county.
        pub no_facts: &'static str,
        /// Opens the quotes: `{n}`.
        pub quotes: &'static str,
    }
}

words! {
    /// What stands in the place of words that speak of the article, if a dataset is not ours.
    pub struct InPlace {
        /// `county.no_facts`
        pub no_facts: &'static str,
        /// `county.quotes`: `{n}`.
        pub quotes: &'static str,
        /// `facts.paragraph`, which may be a page as well: `{n}`.
        pub place: &'static str,
        /// The head of its column, in `facts.columns`.
        pub place_column: &'static str,
        /// `facts.periods.current`
        pub current: &'static str,
        /// `facts.summary`: `{figures}`, `{gaps}`, `{statements}`.
        pub summary: &'static str,
        /// `facts.part`: `{tiers}`, `{n}`, `{untiered}`.
        pub part: &'static str,
        /// `facts.part_none`: `{untiered}`.
        pub part_none: &'static str,
        /// `facts.search`
        pub search: &'static str,
        /// `facts.count_both`: `{places}`, `{n}`, `{total}`.
        pub count_both: &'static str,
        /// `facts.hidden`: `{n}`.
        pub hidden: &'static str,
        /// `facts.counties`
        pub counties: &'static str,
        /// `facts.nothing`
        pub nothing: &'static str,
    }
}
