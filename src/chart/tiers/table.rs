//! All indicators of all tiers as a table, shared by the charts that show tiers.

use crate::chart::Brief;
use crate::chart::table::{Cell, Column, Row, Table};
use crate::dataset::{FactValue, Measure, Step, TierRow, ratio};
use crate::quantity::trimmed;
use crate::word::concat;

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
        column.derived = brief.is_all_derived(indicator.id);
        columns.push(column);
    }
    let rows = brief.dataset.tiers.iter().map(|row| tier_row(brief, row)).collect();
    let footer = vec![sum_row(brief), stated_row(brief)];
    Table { caption: words.tiers_caption.to_owned(), columns, rows, footer }
}

fn tier_row(brief: &Brief<'_>, row: &TierRow) -> Row {
    let mut cells = vec![Cell::Plain(row.name.get(brief.locale.language).to_owned())];
    cells.extend(TABLE_INDICATORS.iter().map(|id| match brief.measure(id, row.tier) {
        Measure::Printed { quantity, .. } => Cell::Plain(brief.locale.plain(quantity.low, brief.unit(id))),
        Measure::Derived { quantity, steps } => {
            let text = brief.locale.range(&quantity, |value| brief.locale.plain(value, brief.unit(id)));
            Cell::Derived { text, arithmetic: brief.locale.arithmetic(&steps) }
        }
        Measure::Missing => Cell::Missing(brief.locale.ui.not_given.to_owned()),
    }));
    let key = concat(&["tier:", row.code]);
    Row { key, tier: Some(row.tier), kept: brief.tiers.contains(row.tier), cells }
}

fn sum_row(brief: &Brief<'_>) -> Row {
    let brief = &brief.whole();
    let derived = |step: Step| {
        let text = brief.locale.plain(step.result.0.low, step.result.1);
        Cell::Derived { text, arithmetic: brief.locale.step(&step) }
    };
    let sum = |id: &str| brief.selection().addition(id);
    let mean = |id: &str| ratio(sum(id)?.result, sum("counties")?.result);
    let cells = TABLE_INDICATORS.iter().map(|id| {
        let step = match *id {
            "counties" | "chains" | "gdp" => sum(id),
            "gdp-per-county" => mean("gdp"),
            "chains-per-county" => mean("chains"),
            _ => None,
        };
        step.map_or(Cell::Empty, derived)
    });
    footer_row("sum", brief.locale.table.sum, cells)
}

/// How the sum of an indicator over the brief's tiers is worked out: `7 + 11 + 46 + 19 = 83`.
pub(super) fn sum_arithmetic(brief: &Brief<'_>, indicator: &str) -> String {
    brief.selection().addition(indicator).map_or_else(String::new, |step| brief.locale.step(&step))
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
