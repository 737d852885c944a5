//! Every word a reader sees that is not data, one file a language.
//!
//! Texts are templates with named places, `{total}`; [`fill`] puts the numbers in. A language that lacks
//! a text does not compile, and a test holds that all languages name the same places.

mod en;
mod number;
mod period;
mod zh_hans;
mod zh_hant;

use crate::dataset::Dataset;
use crate::error::joined;
use crate::language::Language;
use crate::tier::TierSet;

/// The words of one language.
#[derive(Debug)]
pub struct Locale {
    /// Which language.
    pub language: Language,
    /// Controls, states and tags.
    pub ui: Ui,
    /// The `tiers` chart: one story for each indicator, by the indicator's id.
    pub tiers: &'static [(&'static str, Story)],
    /// Notes of the `tiers` chart.
    pub tier_notes: TierNotes,
    /// The `shares` chart.
    pub shares: Shares,
    /// The `six-ones` chart.
    pub six_ones: SixOnes,
    /// The `map` chart.
    pub map: Map,
    /// Column heads and captions of the tables.
    pub table: TableWords,
    /// The paragraphs of the about view.
    pub about: &'static [(&'static str, &'static str)],
    /// Caveats of facts, by tag.
    pub tags: &'static [(&'static str, &'static str)],
    /// Months and the shapes of periods.
    pub periods: Periods,
}

/// A heading and the summary under it.
#[derive(Debug, Clone, Copy)]
pub struct Story {
    /// The finding.
    pub heading: &'static str,
    /// One or two sentences.
    pub summary: &'static str,
}

/// Words of controls, states and tags.
#[derive(Debug)]
pub struct Ui {
    /// Names of the charts in the picker, by the chart's word.
    pub charts: &'static [(&'static str, &'static str)],
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
    /// Why the chips are disabled.
    pub filter_off: &'static str,
    /// Label of the indicator switch.
    pub indicator: &'static str,
    /// An option of the switch: `{title}`, `{period}`.
    pub indicator_option: &'static str,
    /// Tag of a derived number.
    pub derived: &'static str,
    /// Word for a missing value.
    pub not_published: &'static str,
    /// What the frame says when no tier is selected.
    pub none_selected: &'static str,
    /// Heading when no tier is selected.
    pub none_heading: &'static str,
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
    /// See `table`.
    pub chart: [&'static str; 2],
    /// Copies to the clipboard.
    pub copy: &'static str,
    /// Said after copying.
    pub copied: &'static str,
    /// Said when copying is not possible here.
    pub copy_failed: &'static str,
    /// Head of the embed code.
    pub embed: &'static str,
    /// Head of the citation.
    pub cite: &'static str,
    /// The address of this view.
    pub link: &'static str,
    /// CSV of everything.
    pub csv_all: &'static str,
    /// CSV of the selection.
    pub csv_selection: &'static str,
    /// Closes a card.
    pub close: &'static str,
    /// How to operate the chart by keyboard.
    pub keys: &'static str,
    /// Announced after a filter change: `{tiers}`, `{counties}`.
    pub announce_filter: &'static str,
    /// Announced when the filter is empty.
    pub announce_none: &'static str,
    /// Announced when the filter is off.
    pub announce_all: &'static str,
    /// Between items of a list.
    pub comma: &'static str,
    /// Before the last item of a list.
    pub and: &'static str,
    /// Closes an open list: `{list}`.
    pub and_others: &'static str,
    /// `{n}`: a count of counties with its noun.
    pub counties: &'static str,
    /// `{n}`: a count of chains with its noun.
    pub chains: &'static str,
    /// `{tier}`: counties of one tier.
    pub tier_counties: &'static str,
    /// `{tiers}`: one or several tiers as the subject of a heading.
    pub tiers_subject: &'static str,
    /// The source line: `{publisher}`, `{title}`, `{basis}`.
    pub source: &'static str,
    /// The source line of narrow widgets, which says the year of GDP.
    pub source_narrow: &'static str,
    /// A paragraph of the source: `{n}`.
    pub paragraph: &'static str,
    /// The arithmetic of a derived number: `{arithmetic}`.
    pub arithmetic: &'static str,
    /// Colon with its space.
    pub colon: &'static str,
    /// Semicolon with its space.
    pub semicolon: &'static str,
    /// Name of the notes.
    pub notes: &'static str,
    /// Name of the whole widget for assistive technology: `{name}`.
    pub region: &'static str,
    /// Shown when drawing failed and the last good picture stays.
    pub failed: &'static str,
}

/// Words of the `tiers` chart beyond its stories.
#[derive(Debug)]
pub struct TierNotes {
    /// Lead-in of the whole view on wide screens: `{total}`.
    pub lead: &'static str,
    /// Heading of a part whose values add up: `{tiers}`, `{name}`, `{value}`.
    pub part_sum: &'static str,
    /// Heading of one tier: `{tiers}`, `{name}`, `{value}`.
    pub part_one: &'static str,
    /// Heading of a part whose values do not add up: `{tiers}`, `{name}`.
    pub part_many: &'static str,
    /// Summary of a part: `{tiers}`, `{counties}`, `{chains}`, `{gdp}`.
    pub part_summary: &'static str,
    /// Second line of a GDP bar: `{share}`.
    pub of_province: &'static str,
    /// The same where room is short.
    pub of_province_short: &'static str,
    /// Why tier 2's growth is missing.
    pub growth_missing: &'static str,
    /// Note on tier 1's derived share: `{residual}`, `{direct}`.
    pub share_derived: &'static str,
    /// Note: tiers are no ranking.
    pub no_ranking: &'static str,
    /// Note: the gap is left empty.
    pub growth_gap: &'static str,
    /// Note: nominal or real is not stated.
    pub growth_as_printed: &'static str,
    /// Note: 164 against 165: `{stated}`, `{sum}`.
    pub chains_differ: &'static str,
    /// Note: which county shares are derived: `{printed}`.
    pub county_share_derived: &'static str,
    /// Note: how the averages are worked out.
    pub ratio_derived: &'static str,
    /// Note: Kinmen is left out.
    pub excluded: &'static str,
}

/// Words of the `shares` chart.
#[derive(Debug)]
pub struct Shares {
    /// The whole: `{total}`, `{count}`, `{share}`.
    pub heading: &'static str,
    /// One tier: `{count}`, `{tier}`, `{county_share}`, `{gdp_share}`.
    pub heading_one: &'static str,
    /// The whole: `{county_share}`, `{chain_share}`, `{gdp_share}`, `{county_share_4}`, `{gdp_share_4}`.
    pub summary: &'static str,
    /// Names of the three bars: counties, chains, GDP.
    pub bars: [&'static str; 3],
    /// What each bar is the whole of: `{n}` counties; `{n}` chains; the year.
    pub wholes: [&'static str; 3],
    /// The bracket where the share of GDP exceeds that of counties.
    pub bracket_more: &'static str,
    /// The bracket otherwise: `{count}`, `{tier}`, `{county_share}`, `{gdp_share}`.
    pub bracket_less: &'static str,
    /// Note on the chains: `{stated}`, `{sum}`.
    pub chains_note: &'static str,
    /// Note on tier 1's share: `{range}`, `{rounded}`.
    pub share_note: &'static str,
    /// Note: the GDP bar is not the official total.
    pub whole_note: &'static str,
    /// Note: county shares from counts: `{list}`.
    pub county_note: &'static str,
    /// A segment's spoken name: `{tier}`, `{bar}`, `{share}`, `{value}`.
    pub mark_name: &'static str,
    /// About, before a rounded share: `{share}`.
    pub about: &'static str,
}

/// Words of the `six-ones` chart.
#[derive(Debug)]
pub struct SixOnes {
    /// `{total}`, `{fund}`, `{gap}`.
    pub heading: &'static str,
    /// What the six are.
    pub summary: &'static str,
    /// Names of the six rows, by the fact's id.
    pub rows: &'static [(&'static str, &'static str)],
    /// Legend of a filled tick.
    pub has: &'static str,
    /// Legend of a hollow tick.
    pub lacks: &'static str,
    /// All have it: `{n}`.
    pub all: &'static str,
    /// So many lack it: `{n}`.
    pub without: &'static str,
    /// A row's spoken name: `{row}`, `{n}`, `{total}`, `{gap}`.
    pub mark_name: &'static str,
    /// Why the filter does not apply.
    pub filter_off: &'static str,
    /// Notes.
    pub notes: &'static [&'static str],
}

/// Words of the `map` chart.
#[derive(Debug)]
pub struct Map {
    /// `{known}`, `{named}`, `{implied}`, `{unknown}`.
    pub heading: &'static str,
    /// The same places.
    pub summary: &'static str,
    /// What to do.
    pub hint: &'static str,
    /// What the filter does here: `{unknown}`.
    pub filter_note: &'static str,
    /// Summary of a part: `{tiers}`, `{known}`, `{total}`.
    pub part_summary: &'static str,
    /// Legend, full and short: not disclosed, not included, pilot, profile, speciality.
    pub legend: [[&'static str; 2]; 5],
    /// Beside the tile that is not included.
    pub excluded: &'static str,
    /// Words of the card for the four grounds on which a tier is known (or not).
    pub named: &'static str,
    /// See `named`.
    pub implied: &'static str,
    /// See `named`.
    pub not_published: &'static str,
    /// See `named`.
    pub not_included: &'static str,
    /// Roles in the card, with what they mean: pilot, profile, speciality.
    pub roles: [[&'static str; 2]; 3],
    /// What no card can tell.
    pub no_figures: &'static str,
    /// The source does not speak of this county.
    pub no_facts: &'static str,
    /// Opens the quotes: `{n}`.
    pub quotes: &'static str,
    /// A tile's spoken name: `{county}`, `{city}`, `{tier}`.
    pub mark_name: &'static str,
    /// Words of kinds: district, city, county (appended to the English name).
    pub kinds: [&'static str; 3],
    /// Notes.
    pub notes: &'static [&'static str],
}

/// Column heads and captions.
#[derive(Debug)]
pub struct TableWords {
    /// Caption of the tiers' table.
    pub tiers_caption: &'static str,
    /// Caption of the six ones' table.
    pub six_ones_caption: &'static str,
    /// Caption of the map's table.
    pub map_caption: &'static str,
    /// First column of the tiers' table.
    pub tier: &'static str,
    /// Footer: sum of the tiers.
    pub sum: &'static str,
    /// Footer: the source's own total.
    pub stated: &'static str,
    /// Columns of the six ones' table: item, has, lacks, share.
    pub six_ones: [&'static str; 4],
    /// Columns of the map's table: county, city, tier, ground, roles, code.
    pub map: [&'static str; 6],
    /// A cell without meaning.
    pub empty: &'static str,
    /// Column with the source's words.
    pub quote: &'static str,
}

/// How periods are written.
#[derive(Debug)]
pub struct Periods {
    /// `{year}`
    pub year: &'static str,
    /// `{year}`, `{month}`
    pub month: &'static str,
    /// `{year}`, `{from}`, `{to}`
    pub months: &'static str,
    /// `{year}`, `{month}`
    pub month_end: &'static str,
    /// `{year}`, `{base}`
    pub against: &'static str,
    /// `{year}`
    pub edition: &'static str,
    /// `{year}`
    pub list: &'static str,
    /// 目前
    pub current: &'static str,
    /// A plan for later.
    pub outlook: &'static str,
    /// No date given.
    pub undated: &'static str,
    /// Names of the months.
    pub names: [&'static str; 12],
}

impl Locale {
    /// The words of `language`.
    pub fn of(language: Language) -> &'static Locale {
        match language {
            Language::ZhHans => &zh_hans::LOCALE,
            Language::ZhHant => &zh_hant::LOCALE,
            Language::En => &en::LOCALE,
        }
    }

    /// Whether this is Chinese, which scales by 万 and 亿.
    pub fn is_chinese(&self) -> bool {
        self.language != Language::En
    }

    /// `items` as a list: 甲、乙和丙; A, B and C.
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [most @ .., last] => {
                let most = joined(self.ui.comma, most.iter().map(String::as_str));
                format!("{most}{}{last}", self.ui.and)
            }
        }
    }

    /// The tiers of a set as the subject of a sentence: 一类和二类, Tiers 1 and 2.
    pub fn tiers(&self, dataset: &Dataset, tiers: TierSet) -> String {
        let rows = dataset.tiers.iter().filter(|row| tiers.contains(row.tier));
        if self.is_chinese() {
            return self.list(&rows.map(|row| row.name.get(self.language).to_owned()).collect::<Vec<_>>());
        }
        let numbers: Vec<String> = rows.map(|row| row.numeral_en.to_owned()).collect();
        fill(if tiers.len() == 1 { "Tier {list}" } else { "Tiers {list}" }, &[("list", &self.list(&numbers))])
    }

    /// The word under `key` in a list of words, or the key itself.
    pub fn word(words: &[(&'static str, &'static str)], key: &str) -> &'static str {
        words.iter().find(|(name, _)| *name == key).map_or("", |(_, word)| *word)
    }
}

/// `template` with each `{name}` replaced by its value.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (name, tail) = after.split_once('}').unwrap_or((after, ""));
        let value = values.iter().find(|(key, _)| *key == name);
        text.push_str(value.map_or("", |(_, value)| *value));
        rest = tail;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests;
