//! What a language has to say: the words of the interface, by where they are used.

mod en;
mod zh_hans;
mod zh_hant;

use county_chains_data::language::Localized;

use crate::texts::{Texts, side_by_side, words};

/// Every text in all languages, in the order in which [`Interface`] goes through them.
pub fn written() -> Vec<Localized> {
    side_by_side([zh_hans::INTERFACE, zh_hant::INTERFACE, en::INTERFACE])
}

words! {
    /// The words of the interface in one language.
    pub struct Interface {
        /// Controls, states and tags.
        pub ui: Ui,
        /// Sentences about tiers.
        pub tiers: Tiers,
        /// The `shares` chart.
        pub shares: Shares,
        /// The `map` chart.
        pub map: Map,
        /// Column heads and captions of the tables.
        pub table: TableWords,
    }
}

words! {
    /// Words of controls, states and tags.
    pub struct Ui {
        /// Name of the picker.
        pub picker: &'static str,
        /// Label before the tier chips.
        pub tier: &'static str,
        /// Name of the group of chips.
        pub filter: &'static str,
        /// The button that brings all tiers back.
        pub reset: &'static str,
        /// The same, spoken.
        pub reset_name: &'static str,
        /// Why there are no chips.
        pub filter_off: &'static str,
        /// Label of the indicator switch.
        pub indicator: &'static str,
        /// An option of the switch: `{title}`, `{period}`.
        pub indicator_option: &'static str,
        /// Tag of a derived number.
        pub derived: &'static str,
        /// Word for a missing value.
        pub not_given: &'static str,
        /// What the frame says when no tier is selected, and the heading.
        pub none_selected: &'static str,
        /// Summary when no tier is selected.
        pub none_summary: &'static str,
        /// Action labels, full and short: table, download, share, about, back to the chart.
        pub table: [&'static str; 2],
        /// See `table`.
        pub download: [&'static str; 2],
        /// See `table`.
        pub share: [&'static str; 2],
        /// See `table`.
        pub about: [&'static str; 2],
        /// Heads of a file's credits: title, source, edition, link, note.
        pub credits: [&'static str; 5],
        /// A part of the program could not be loaded.
        pub not_loaded: &'static str,
        /// CSV of everything.
        pub csv_all: &'static str,
        /// CSV of the selection.
        pub csv_selection: &'static str,
        /// Copies the table for a spreadsheet.
        pub copy_table: &'static str,
        /// Name of a column's head as a control.
        pub sort: &'static str,
        /// How the table is sorted: `{column}`; rising, falling.
        pub sorted: [&'static str; 2],
        /// Name of a row's head as a control.
        pub sources: &'static str,
        /// What a tier's numbers stand on: `{tier}`.
        pub tier_sources: &'static str,
        /// Name of the list of marks.
        pub marks: &'static str,
        /// What choosing a mark does: filter, or show what it stands on.
        pub choose: [&'static str; 2],
        /// Said of a mark that the filter dims.
        pub outside: &'static str,
        /// How to operate the chart by keyboard.
        pub keys: &'static str,
        /// How to move in a table, and among its files, by keyboard.
        pub table_keys: &'static str,
        /// Announced after a filter change: `{tiers}`, `{count}`.
        pub announce_filter: &'static str,
        /// Announced when the filter is off.
        pub announce_all: &'static str,
        /// Between two sentences, and between a number and its unit.
        pub space: &'static str,
        /// At the end of a sentence.
        pub stop: &'static str,
        /// Between items of a list.
        pub comma: &'static str,
        /// Between calculations.
        pub semicolon: &'static str,
        /// Before the last item of a list.
        pub and: &'static str,
        /// Closes an open list: `{list}`.
        pub and_others: &'static str,
        /// A name with its unit: `{name}`, `{unit}`.
        pub bracketed: &'static str,
        /// One tier as the subject of a sentence, and several: `{names}` or `{short}`.
        pub tiers: [&'static str; 2],
        /// `{tier}`: the counties of one tier as a noun.
        pub tier_counties: &'static str,
        /// The source line: `{publisher}`, `{title}`, `{basis}`.
        pub source: &'static str,
        /// Colon with its space.
        pub colon: &'static str,
        /// Title of a frame: `{title}` of the dataset, `{name}` of the chart.
        pub region: &'static str,
    }
}

words! {
    /// Sentences about tiers and their values.
    pub struct Tiers {
        /// One of several tiers with its value: `{tier}`, `{value}`.
        pub each: &'static str,
        /// The same where the article does not give the value.
        pub each_missing: &'static str,
        /// Something that is worked out: `{text}`.
        pub tagged: &'static str,
        /// Several things that are worked out: `{text}`.
        pub all_tagged: &'static str,
        /// Note on a sum of shares: `{name}`, `{arithmetic}`.
        pub share_sum: &'static str,
    }
}

words! {
    /// Words of the `shares` chart.
    pub struct Shares {
        /// A segment's spoken name: `{tier}`, `{bar}`, `{share}`, `{value}`.
        pub mark_name: &'static str,
        /// About, before a rounded share: `{share}`.
        pub about: &'static str,
        /// A share in a sentence, printed or rounded: `{share}`.
        pub parts: [&'static str; 2],
    }
}

words! {
    /// Words of the `map` chart.
    pub struct Map {
        /// What to do.
        pub hint: &'static str,
        /// A tile's spoken name: `{county}`, `{city}`, `{tier}`.
        pub mark_name: &'static str,
        /// The full name of a county: `{name}`, `{kind}`.
        pub full_name: &'static str,
        /// Of how many counties of a tier the tier is known: `{known}`, `{all}`.
        pub known: &'static str,
        /// Lists the counties of which the picture says one thing only: `{all}`, `{what}`.
        pub rest: &'static str,
    }
}

words! {
    /// Column heads and captions.
    pub struct TableWords {
        /// First column of the tiers' table.
        pub tier: &'static str,
        /// Footer: sum of the tiers.
        pub sum: &'static str,
        /// Footer: the source's own total.
        pub stated: &'static str,
        /// Columns of the map's table: county, city, tier, ground, roles, code.
        pub map: [&'static str; 6],
        /// A cell without meaning.
        pub empty: &'static str,
    }
}
