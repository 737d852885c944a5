//! What a language has to say of datasets that are not ours: sentences that hold for any of them.

mod en;
mod strip;
mod zh_hans;
mod zh_hant;

use county_chains_data::language::Localized;

pub use strip::Strip;

use crate::texts::{Texts, side_by_side, words};

/// Every text in all languages, in the order in which [`Own`] goes through them.
pub fn written() -> Vec<Localized> {
    side_by_side([zh_hans::WORDS, zh_hant::WORDS, en::WORDS])
}

words! {
    /// The words about datasets that are not ours in one language. Most sentences have a colon in place of a verb, so that
    /// no article, plural or case can be wrong.
    pub struct Own {
        /// A value that each of several has: `{value}`.
        pub each: &'static str,
        /// In the place of words of the interface that speak of the article, its counties and tiers.
        pub interface: InPlace,
        /// A number that is about so large, less than that, or not final: `{n}`.
        pub hedges: [&'static str; 3],
        /// Names of the charts.
        pub charts: Charts,
        /// Headings and summaries.
        pub headlines: Headlines,
        /// How values are worked out.
        pub origins: Origins,
        /// Notes under charts.
        pub notes: Notes,
        /// The text about the data.
        pub about: About,
        /// The `strip` chart.
        pub strip: Strip,
    }
}

words! {
    /// Words of the interface, by the names that [`crate::interface`] has for them.
    pub struct InPlace {
        /// `ui.tier`
        pub tier: &'static str,
        /// `ui.filter`
        pub filter: &'static str,
        /// `ui.reset_name`
        pub reset_name: &'static str,
        /// `ui.filter_off`
        pub filter_off: &'static str,
        /// `ui.not_given`
        pub not_given: &'static str,
        /// `ui.none_selected`, also as a heading.
        pub none_selected: &'static str,
        /// `ui.none_summary`
        pub none_summary: &'static str,
        /// `ui.announce_all`
        pub announce_all: &'static str,
        /// `ui.tiers`: `{names}`.
        pub tiers: &'static str,
        /// `ui.tier_counties`: `{tier}`.
        pub tier_counties: &'static str,
        /// `ui.source`: `{title}`, `{licence}`.
        pub source: &'static str,
        /// `tiers.each` and `tiers.each_missing`: `{tier}`, `{value}`.
        pub each_in_list: &'static str,
        /// `tiers.tagged`: `{text}`.
        pub tagged: &'static str,
        /// `ui.derived`
        pub derived: &'static str,
        /// `shares.mark_name`: `{tier}`, `{bar}`, `{value}`, `{share}`.
        pub mark_name: &'static str,
        /// `map.hint`
        pub hint: &'static str,
        /// `table.sum`
        pub sum: &'static str,
        /// `table.stated`
        pub stated: &'static str,
        /// `table.map`
        pub map: [&'static str; 6],
    }
}

words! {
    /// Names of charts.
    pub struct Charts {
        /// The unit `yuan-100m` in the head of a column.
        pub money: &'static str,
        /// The unit `rank` there.
        pub rank: &'static str,
        /// `tiers`
        pub tiers: &'static str,
        /// `shares`
        pub shares: &'static str,
        /// `map`
        pub map: &'static str,
        /// `strip`
        pub strip: &'static str,
        /// `facts`
        pub facts: &'static str,
        /// The number of entities, as an indicator, and where room is short; English names them: `{entities}`, `{Entities}`.
        pub count: [&'static str; 2],
        /// Caption of the table of classes: `{title}`.
        pub by_class: &'static str,
        /// Caption of the table of entities: `{title}`.
        pub listed: &'static str,
    }
}

words! {
    /// Headings and summaries.
    pub struct Headlines {
        /// An indicator with its period: `{title}`, `{period}`.
        pub dated: &'static str,
        /// An indicator whose values of classes are the means of those of their entities, or the medians: `{title}`.
        pub of_classes: [&'static str; 2],
        /// The largest value; of years, the latest: `{title}`, `{tier}`, `{value}`.
        pub highest: [&'static str; 2],
        /// Values that rise or fall with the order of the classes: `{title}`, `{first}`, `{last}`, `{from}`, `{to}`.
        pub ordered: &'static str,
        /// The same where several classes have it: `{title}`, `{tier}`, `{value}`.
        pub highest_tied: [&'static str; 2],
        /// The only class that has a value: `{title}`, `{tier}`, `{value}`.
        pub single: &'static str,
        /// All values are equal: `{title}`, `{value}`.
        pub equal: &'static str,
        /// The same of the classes that have one: `{title}`, `{tier}`, `{value}`.
        pub equal_known: &'static str,
        /// After a finding, the classes without a value: `{text}`, `{tiers}`.
        pub unknown: &'static str,
        /// What is calculated from some of the entities: `{text}`, `{known}` or, with their noun, `{known_entities}`; and
        /// `{all_entities}`.
        pub from_some: &'static str,
        /// The smallest value; of years, the earliest: `{tier}`, `{value}`.
        pub lowest: [&'static str; 2],
        /// The same where several classes have it: `{tier}`, `{value}`.
        pub lowest_tied: [&'static str; 2],
        /// How many entities there are in how many classes: `{n}`, `{classes}`.
        pub size: &'static str,
        /// The same where some have no class: `{n}`, `{classes}`; `{known}`, and `{none}` or with their noun `{unknown}`.
        pub size_known: &'static str,
        /// The same where all have no class: `{n}`.
        pub size_unknown: &'static str,
        /// One class, several: `{n}`.
        pub classes: [&'static str; 2],
        /// Beside a value: its share of the whole: `{share}`.
        pub beside: &'static str,
        /// What is selected with its value: `{tiers}`, `{title}`, `{value}`.
        pub part: &'static str,
        /// What is selected with its number of entities: `{tiers}`, `{n}`.
        pub part_size: &'static str,
        /// All values of what is selected: `{title}`, `{period}`, `{list}`; and without a period.
        pub each: [&'static str; 2],
        /// A class as shares of two wholes: `{tier}`, `{p}`, `{entities}`, `{q}`, `{title}`, `{whole}`.
        pub shares: &'static str,
        /// The same of one whole: `{tier}`, `{q}`, `{title}`, `{whole}`.
        pub share: &'static str,
        /// The same of all entities: `{tier}`, `{p}`, `{entities}`.
        pub share_of_all: &'static str,
        /// What one and several entities are called where the dataset does not say.
        pub nameless: [&'static str; 2],
        /// All entities, and those in a class where others are in none; English names them: `{entities}`.
        pub entities: [&'static str; 2],
        /// The total, and where that is another the sum of the classes.
        pub wholes: [&'static str; 2],
        /// The grid: `{title}`, `{n}`.
        pub map: &'static str,
        /// The same where some entities have no class: `{title}`, `{n}`; `{none}`, or with their noun `{unknown}`.
        pub map_unknown: &'static str,
        /// A class with its number: `{tier}`, `{n}`.
        pub class: &'static str,
        /// The facts: `{title}`, `{total}` stays.
        pub facts: [&'static str; 2],
        /// By what percentages differ: one of it, several.
        pub points: [&'static str; 2],
        /// By what ranks differ.
        pub places: [&'static str; 2],
    }
}

words! {
    /// How a value of a class comes from its entities.
    pub struct Origins {
        /// One value, several: `{n}`.
        pub values: [&'static str; 2],
        /// `{values}`
        pub sum: &'static str,
        /// `{values}`, `{weight}`
        pub mean: &'static str,
        /// `{values}`
        pub median: &'static str,
        /// Entities that were counted.
        pub count: &'static str,
        /// After one of them, those without a value, and those without a value or a weight: `{origin}`, `{n}`.
        pub without_value: [&'static str; 2],
    }
}

words! {
    /// Notes.
    pub struct Notes {
        /// One value divided by another, where some things lack one of them and where none does: `{title}`, `{one}`, `{other}`.
        pub divided: [&'static str; 2],
        /// How a value that is divided came about, sum, mean and median: `{title}`.
        pub ways: [&'static str; 3],
        /// `{title}`
        pub sum: &'static str,
        /// `{title}`, `{weight}`
        pub mean: &'static str,
        /// `{title}`
        pub median: &'static str,
        /// Entities without a value, and those without a value or a weight: `{title}`, `{list}`.
        pub without_value: [&'static str; 2],
        /// The same with a reason: `{title}`, `{reason}`, `{list}`.
        pub reason: &'static str,
        /// The rest of a long list: `{list}`, `{n}`.
        pub more: &'static str,
        /// Classes whose order says nothing.
        pub unordered: &'static str,
        /// Classes that add up to another total than the stated one: `{title}`, `{sum}`, `{total}`.
        pub total: &'static str,
        /// Entities without a place on the grid: `{list}`.
        pub unplaced: &'static str,
        /// Over the tiles of such entities.
        pub shelf: &'static str,
        /// The caveats of facts, in the order of `own::TAGS`.
        pub tags: [&'static str; 6],
    }
}

words! {
    /// The text about the data, head and text of each paragraph.
    pub struct About {
        /// What it is: head.
        pub what: &'static str,
        /// `{title}`, `{edition}`
        pub what_text: &'static str,
        /// How it is worked out.
        pub method: [&'static str; 2],
        /// Head of the sources.
        pub sources: &'static str,
        /// A source: `{publisher}`, `{title}`.
        pub source: &'static str,
        /// The same with its version: `{source}`, `{version}`.
        pub version: &'static str,
        /// The version of the dataset in a citation: `{version}`.
        pub cited_version: &'static str,
        /// Head of the licences.
        pub licenses: &'static str,
        /// Head of the notes.
        pub notes: &'static str,
        /// In place of a class, where an entity has none.
        pub class_not_given: &'static str,
    }
}
