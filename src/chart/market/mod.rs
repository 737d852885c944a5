//! Counties by GDP, and what those with the largest industrial revenue hold of the province.

mod bars;
mod picture;

use super::table::{Cell, Column, Figure, Row, Table};
use super::{Brief, Chart, FilterEffect, Headline, Marker, Note, Provenance};
use crate::dataset::Noun;
use crate::locale::{Locale, fill};
use crate::quantity::trimmed;
use crate::scene::Scene;
use crate::tier::Tier;
use crate::word::concat;

/// The ticks, the three bars and the two figures.
pub(super) struct Market;

/// Key of the unit that counts counties.
const COUNTIES: &str = "counties";
/// Id of the fact that counts all counties.
const TOTAL: &str = "total.counties";
/// Id of the share of counties with a GDP above ¥10 billion.
const OVER_10BN: &str = "market.over_10bn_share";
/// Id of the number of counties with a GDP above ¥100 billion.
const OVER_100BN: &str = "market.over_100bn";
/// Id of the number of counties with the largest revenue.
const LARGEST: &str = "market.rev_over_100bn";
/// Id of the place in the CCID list.
const RANK: &str = "market.ccid_rank";

/// The rows of the table in reading order: key, and the facts behind it, its own first. Most are marks.
const ITEMS: [(&str, &[&str]); 10] = [
    ("over-10bn", &[OVER_10BN, TOTAL]),
    ("over-100bn", &[OVER_100BN]),
    ("rest", &[OVER_10BN, TOTAL]),
    ("rev-count", &[LARGEST, "market.rev_named"]),
    ("rev-count-share", &["market.rev_count_share", LARGEST, TOTAL]),
    ("rev-gdp-share", &["market.rev_gdp_share", LARGEST]),
    ("rev-rev-share", &["market.rev_rev_share", LARGEST]),
    ("ccid", &["market.ccid_count", RANK]),
    ("ccid-rank", &[RANK]),
    ("net-firms", &["market.net_firms"]),
];

impl Chart for Market {
    fn filter_effect(&self) -> FilterEffect {
        FilterEffect::Disabled
    }

    fn filter_off(&self, locale: &Locale) -> &'static str {
        locale.annex().market.filter_off
    }

    fn headline(&self, brief: &Brief<'_>) -> Headline {
        let words = &brief.locale.annex().market;
        Headline::new(told(brief, words.heading), told(brief, words.summary))
    }

    fn draw(&self, brief: &Brief<'_>) -> Scene {
        picture::draw(brief, self.headline(brief).heading)
    }

    fn notes(&self, brief: &Brief<'_>) -> Vec<Note> {
        let markers = [Marker::Derived, Marker::None, Marker::None, Marker::None];
        let notes = brief.locale.annex().market.notes;
        markers.into_iter().zip(notes).map(|(marker, note)| Note::new(marker, told(brief, note))).collect()
    }

    fn table(&self, brief: &Brief<'_>) -> Table {
        let words = &brief.locale.annex().market;
        let [item, printed, worked_out, period] = words.columns;
        // Shares, counts and ranks stand among each other: no order of their numbers means anything.
        let mixed = |name| Column { sortable: false, ..Column::numbers(name, "") };
        let derived = Column { derived: true, ..mixed(worked_out) };
        Table {
            caption: words.caption.to_owned(),
            columns: vec![Column::words(item), mixed(printed), derived, Column::unordered(period)],
            rows: ITEMS.iter().map(|(key, _)| table_row(brief, key)).collect(),
            footer: Vec::new(),
        }
    }

    fn provenance(&self, brief: &Brief<'_>, key: &str) -> Option<Provenance> {
        let (key, facts) = ITEMS.iter().find(|(item, _)| mark_key(item) == key)?;
        let words = &brief.locale.annex().market;
        let title = if *key == "rest" { words.rest_name } else { "" };
        let derivations = derived(brief, key).map(|derived| (derived.name.to_owned(), derived.arithmetic));
        Some(Provenance {
            title: title.to_owned(),
            derivations: derivations.into_iter().collect(),
            ..Provenance::of(facts)
        })
    }
}

/// `market:over-10bn`
fn mark_key(key: &str) -> String {
    concat(&["market:", key])
}

/// Id of a row's own fact.
fn id(key: &str) -> &'static str {
    let item = ITEMS.iter().find(|(item, _)| *item == key);
    item.and_then(|(_, facts)| facts.first()).copied().unwrap_or_default()
}

/// The figure of a fact as the source gives it.
fn figure(brief: &Brief<'_>, id: &str) -> String {
    let fact = brief.dataset.fact(id);
    fact.and_then(|fact| brief.locale.figure(brief.dataset, fact)).unwrap_or_default()
}

/// When a fact holds.
fn period(brief: &Brief<'_>, id: &str) -> String {
    brief.dataset.fact(id).map_or_else(String::new, |fact| brief.locale.period_of(fact))
}

/// What a fact is about.
fn subject(brief: &Brief<'_>, id: &str) -> &'static str {
    brief.dataset.fact(id).map_or("", |fact| fact.subject.get(brief.locale.language))
}

/// A number of counties.
fn counties(brief: &Brief<'_>, count: f64) -> String {
    let noun = brief.dataset.unit(COUNTIES).map_or(Noun::EMPTY, |unit| unit.noun);
    brief.locale.counted(count, &noun)
}

/// How many counties have a GDP above ¥10 billion: the one whole number that gives the printed share.
fn over_10bn(brief: &Brief<'_>) -> f64 {
    let number = |id| brief.dataset.number(id).unwrap_or_default();
    (number(TOTAL) * number(OVER_10BN) / 100.0).round()
}

/// What is worked out for a row.
struct Derived {
    name: &'static str,
    text: String,
    arithmetic: String,
}

fn derived(brief: &Brief<'_>, key: &str) -> Option<Derived> {
    let [count, share] = brief.locale.annex().market.derived;
    let total = brief.dataset.number(TOTAL)?;
    let all = trimmed(total, 0);
    let over = over_10bn(brief);
    let (name, text, arithmetic) = match key {
        "over-10bn" => {
            let exact = trimmed(total * brief.dataset.number(OVER_10BN)? / 100.0, 2);
            let share = brief.printed(OVER_10BN);
            let terms = [&all, " × ", &share, "% = ", &exact, " ≈ ", &trimmed(over, 0)];
            (count, counties(brief, over), concat(&terms))
        }
        "rest" => {
            let rest = trimmed(total - over, 0);
            let terms = [&all, " − ", &trimmed(over, 0), " = ", &rest];
            (count, counties(brief, total - over), concat(&terms))
        }
        "rev-count-share" => {
            let largest = brief.dataset.number(LARGEST)?;
            let part = concat(&[&trimmed(largest / total * 100.0, 1), "%"]);
            let arithmetic = concat(&[&trimmed(largest, 0), " ÷ ", &all, " ≈ ", &part]);
            (share, part, arithmetic)
        }
        _ => return None,
    };
    Some(Derived { name, text, arithmetic })
}

/// A template with the numbers that the chart speaks of.
fn told(brief: &Brief<'_>, template: &str) -> String {
    let over = over_10bn(brief);
    let total = brief.dataset.number(TOTAL).unwrap_or_default();
    let tiers = [Tier::at(0), Tier::at(1)].map(|tier| brief.measure("counties", tier).quantity());
    let tiers: f64 = tiers.into_iter().flatten().map(|counties| counties.low).sum();
    fill(
        template,
        &[
            ("total", &brief.printed(TOTAL)),
            ("over_10bn", &figure(brief, OVER_10BN)),
            ("over_100bn", &brief.printed(OVER_100BN)),
            ("over", &trimmed(over, 0)),
            ("rest", &trimmed(total - over, 0)),
            ("n", &brief.printed(LARGEST)),
            ("count", &figure(brief, "market.rev_count_share")),
            ("gdp", &figure(brief, "market.rev_gdp_share")),
            ("share", &figure(brief, "market.rev_rev_share")),
            ("tiers", &trimmed(tiers, 0)),
            ("rank", &figure(brief, RANK)),
            ("period", &period(brief, LARGEST)),
        ],
    )
}

fn table_row(brief: &Brief<'_>, key: &str) -> Row {
    let id = id(key);
    let is_rest = key == "rest";
    let name = if is_rest { brief.locale.annex().market.rest_name } else { subject(brief, id) };
    let printed = if is_rest {
        Cell::Missing(brief.locale.ui.not_given.to_owned())
    } else {
        Cell::Printed(Figure::worded(figure(brief, id)))
    };
    let derived = derived(brief, key)
        .map_or(Cell::Empty, |derived| Cell::derived(Figure::worded(derived.text), derived.arithmetic));
    let cells = vec![Cell::Plain(name.to_owned()), printed, derived, Cell::Plain(period(brief, id))];
    Row { key: mark_key(key), tier: None, kept: true, cells }
}

#[cfg(test)]
mod tests;
