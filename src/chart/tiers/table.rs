//! All indicators of all tiers as a table, shared by the charts that show tiers.

use crate::chart::Brief;
use crate::chart::table::{Cell, Column, Figure, Row, Table};
use crate::dataset::{Formula, Indicator, Measure, Step, TierRow, UnitKind, ratio};
use crate::quantity::Quantity;
use crate::word::concat;

/// The table of all indicators.
pub(in crate::chart) fn table(brief: &Brief<'_>) -> Table {
    let language = brief.locale.language;
    let words = &brief.locale.table;
    let mut columns = vec![Column::words(words.tier)];
    for indicator in columns_of(brief) {
        let unit = brief.dataset.unit(indicator.unit).map_or("", |unit| unit.noun.name.get(language));
        let mut column = Column::numbers(indicator.name.get(language), unit);
        // A rate without what it is compared with says nothing.
        if indicator.column_period {
            column.unit = concat(&[unit, " · ", indicator.period.get(language)]);
        }
        column.derived = brief.is_all_derived(indicator.id);
        columns.push(column);
    }
    let rows = brief.dataset.tiers.iter().map(|row| tier_row(brief, row)).collect();
    let footer = vec![sum_row(brief), stated_row(brief)];
    Table { caption: words.tiers_caption.to_owned(), columns, rows, footer }
}

/// The indicators that have a column, in the order of the columns.
fn columns_of<'a>(brief: &Brief<'a>) -> impl Iterator<Item = &'a Indicator> + use<'a> {
    let indicators = &brief.dataset.indicators;
    (1..=indicators.len())
        .filter_map(|place| indicators.iter().find(|indicator| usize::from(indicator.column) == place))
}

/// A number or a range as cells have it.
fn figure(brief: &Brief<'_>, quantity: &Quantity, kind: UnitKind) -> Figure {
    let text = brief.locale.range(quantity, |value| brief.locale.plain(value, kind));
    Figure { text, range: Some([quantity.low, quantity.high].map(|end| brief.locale.scaled(end, kind))) }
}

fn tier_row(brief: &Brief<'_>, row: &TierRow) -> Row {
    let mut cells = vec![Cell::Plain(row.name.get(brief.locale.language).to_owned())];
    cells.extend(columns_of(brief).map(|indicator| match brief.measure(indicator.id, row.tier) {
        Measure::Printed { quantity, .. } => Cell::Printed(figure(brief, &quantity, indicator.kind)),
        Measure::Derived { quantity, steps } => {
            Cell::derived(figure(brief, &quantity, indicator.kind), brief.locale.arithmetic(&steps))
        }
        Measure::Missing => Cell::Missing(brief.locale.ui.not_given.to_owned()),
    }));
    let key = concat(&["tier:", row.code]);
    Row { key, tier: Some(row.tier), kept: brief.tiers.contains(row.tier), cells }
}

/// Sums of what is printed and may be added, and averages over all tiers. Shares add up to a whole that says nothing.
fn sum_row(brief: &Brief<'_>) -> Row {
    let brief = &brief.whole();
    let derived = |step: Step| {
        let (sum, kind) = step.result;
        Cell::derived(figure(brief, &sum, kind), brief.locale.step(&step))
    };
    let sum = |id: &str| brief.selection().addition(id);
    let cells = columns_of(brief).map(|indicator| {
        let step = match indicator.formula {
            Formula::None if indicator.additive => sum(indicator.id),
            Formula::Ratio(top, bottom) => {
                sum(top).zip(sum(bottom)).and_then(|(top, bottom)| ratio(top.result, bottom.result))
            }
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

/// The totals that the source states; one that differs from the sum of its tiers is marked.
fn stated_row(brief: &Brief<'_>) -> Row {
    let cells = columns_of(brief).map(|indicator| match brief.dataset.number(indicator.total) {
        Some(total) => {
            let figure = figure(brief, &Quantity::printed(total), indicator.kind);
            if brief.is_total_off(indicator.id) { Cell::Marked(figure) } else { Cell::Printed(figure) }
        }
        None => Cell::Empty,
    });
    footer_row("stated", brief.locale.table.stated, cells)
}

fn footer_row(key: &str, name: &str, cells: impl Iterator<Item = Cell>) -> Row {
    let cells = std::iter::once(Cell::Plain(name.to_owned())).chain(cells).collect();
    Row { key: key.to_owned(), tier: None, kept: true, cells }
}
