//! All indicators of all tiers as a table, shared by the charts that show tiers.

use super::sum_of_tiers;
use crate::chart::Brief;
use crate::chart::table::{Cell, Column, Row, Table};
use crate::dataset::{FactValue, Measure, TierRow};
use crate::quantity::{Quantity, trimmed};
use crate::tier::Tier;
use crate::word::{Named, concat, joined};

const TABLE_INDICATORS: [&str; 8] = [
    "counties",
    "chains",
    "gdp",
    "growth",
    "gdp-share",
    "gdp-per-county",
    "county-share",
    "chains-per-county",
];

/// The table of all indicators.
pub(in crate::chart) fn table(brief: &Brief<'_>) -> Table {
    let language = brief.locale.language;
    let words = &brief.locale.table;
    let indicators = TABLE_INDICATORS.iter().filter_map(|id| brief.dataset.indicator(id));
    let mut columns = vec![Column::words(words.tier)];
    for indicator in indicators {
        let unit = brief.dataset.unit(indicator.unit).map_or("", |unit| unit.name.get(language));
        let mut column = Column::numbers(indicator.name.get(language), unit);
        // A rate without what it is compared with says nothing.
        if indicator.id == "growth" {
            column.unit = concat(&[unit, " · ", indicator.period.get(language)]);
        }
        column.derived = Tier::ALL.iter().all(|tier| brief.measure(indicator.id, *tier).is_derived());
        columns.push(column);
    }
    let rows = brief.dataset.tiers.iter().map(|row| tier_row(brief, row)).collect();
    let footer = vec![sum_row(brief), stated_row(brief)];
    Table { caption: words.tiers_caption.to_owned(), columns, rows, footer }
}

fn tier_row(brief: &Brief<'_>, row: &TierRow) -> Row {
    let mut cells = vec![Cell::Plain(row.name.get(brief.locale.language).to_owned())];
    cells.extend(TABLE_INDICATORS.iter().map(|id| match brief.measure(id, row.tier) {
        Measure::Printed { quantity, .. } => Cell::Plain(trimmed(quantity.low, 4)),
        Measure::Derived { quantity, arithmetic } => {
            Cell::Derived { text: digits(&quantity, id), arithmetic }
        }
        Measure::Missing => Cell::Missing(brief.locale.ui.not_published.to_owned()),
    }));
    let key = concat(&["tier:", row.tier.word()]);
    Row { key, tier: Some(row.tier), kept: brief.tiers.contains(row.tier), cells }
}

/// The digits of a number in a table and its arithmetic: those of its printed neighbours.
fn digits(quantity: &Quantity, indicator: &str) -> String {
    let decimals = match indicator {
        "gdp-per-county" => 0,
        "chains-per-county" => 2,
        _ => 1,
    };
    let (low, high) = (trimmed(quantity.low, decimals), trimmed(quantity.high, decimals));
    if low == high { low } else { concat(&[&low, "–", &high]) }
}

fn sum_row(brief: &Brief<'_>) -> Row {
    let brief = &brief.whole();
    let counties = sum_of_tiers(brief, "counties");
    let sum = |indicator: &str| Cell::Derived {
        text: trimmed(sum_of_tiers(brief, indicator), 1),
        arithmetic: addition(brief, indicator),
    };
    let ratio = |indicator: &str, decimals: usize| {
        let top = sum_of_tiers(brief, indicator);
        let text = trimmed(top / counties, decimals);
        let arithmetic = concat(&[&trimmed(top, 4), " ÷ ", &trimmed(counties, 0), " ≈ ", &text]);
        Cell::Derived { text, arithmetic }
    };
    let cells = TABLE_INDICATORS.iter().map(|id| match *id {
        "counties" | "chains" | "gdp" => sum(id),
        "gdp-per-county" => ratio("gdp", 0),
        "chains-per-county" => ratio("chains", 2),
        _ => Cell::Empty,
    });
    footer_row("sum", brief.locale.table.sum, cells)
}

/// How the sum of an indicator over the brief's tiers is worked out: `7 + 11 + 46 + 19 = 83`. What is known as a
/// range alone stands as one.
pub(super) fn addition(brief: &Brief<'_>, indicator: &str) -> String {
    let parts = brief.tiers.iter().filter_map(|tier| brief.measure(indicator, tier).quantity());
    let parts: Vec<String> = parts.map(|quantity| digits(&quantity, indicator)).collect();
    let parts = joined(" + ", parts.iter().map(String::as_str));
    let sum = brief.selection().sum(indicator).map_or_else(String::new, |sum| digits(&sum, indicator));
    concat(&[&parts, " = ", &sum])
}

fn stated_row(brief: &Brief<'_>) -> Row {
    let stated = |id: &str| match brief.dataset.fact(id).map(|fact| &fact.value) {
        Some(FactValue::Number(value)) => trimmed(*value, 0),
        _ => String::new(),
    };
    let cells = TABLE_INDICATORS.iter().map(|id| match *id {
        "counties" => Cell::Plain(stated("total.counties")),
        "chains" => Cell::Marked(stated("total.chains")),
        _ => Cell::Empty,
    });
    footer_row("stated", brief.locale.table.stated, cells)
}

fn footer_row(key: &str, name: &str, cells: impl Iterator<Item = Cell>) -> Row {
    let cells = std::iter::once(Cell::Plain(name.to_owned())).chain(cells).collect();
    Row { key: key.to_owned(), tier: None, kept: true, cells }
}
