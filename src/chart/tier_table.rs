//! All indicators of all tiers as a table, and what its rows stand on: shared by the charts that show tiers.

use super::notes::{asterisk, gap};
use super::table::{Cell, Column, Figure, Row, Table};
use super::{Brief, Provenance};
use crate::dataset::{Formula, Indicator, Measure, Step, TierRow, UnitKind, ratio};
use crate::locale::fill;
use crate::quantity::Quantity;
use crate::word::concat;

/// The table of all indicators, with the caption that the chart with this word has.
pub(super) fn table(brief: &Brief<'_>, chart: &str) -> Table {
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
    let caption = brief.dataset.story(chart, "").map_or("", |story| story.caption.get(language)).to_owned();
    Table { caption, columns, rows, footer }
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
            _ if indicator.is_added() => sum(indicator.id),
            Formula::Ratio(top, bottom) => {
                sum(top).zip(sum(bottom)).and_then(|(top, bottom)| ratio(top.result, bottom.result))
            }
            _ => None,
        };
        step.map_or(Cell::Empty, derived)
    });
    footer_row("sum", brief.locale.table.sum, cells)
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

/// What the mark or row `tier:1`, a segment `tier:1:gdp`, the row of sums or that of stated totals stands on.
#[inline(never)]
pub(super) fn provenance(brief: &Brief<'_>, key: &str) -> Option<Provenance> {
    match key {
        "sum" => Some(sums(brief)),
        "stated" => Some(Provenance { facts: totals(brief), ..Provenance::default() }),
        _ => of_tier(brief, key.strip_prefix("tier:")?.split(':').next()?),
    }
}

/// The facts that state totals.
pub(super) fn totals(brief: &Brief<'_>) -> Vec<&'static str> {
    columns_of(brief).map(|indicator| indicator.total).filter(|total| !total.is_empty()).collect()
}

/// Everything that the article says of a tier, and what we worked out.
fn of_tier(brief: &Brief<'_>, code: &str) -> Option<Provenance> {
    let language = brief.locale.language;
    let row = brief.dataset.tier(brief.dataset.tier_of(code)?)?;
    let derivation = |indicator: &Indicator| match brief.measure(indicator.id, row.tier) {
        Measure::Derived { steps, .. } => {
            let unit = brief.dataset.unit(indicator.unit).map_or("", |unit| unit.noun.name.get(language));
            let values = [("name", indicator.title.get(language)), ("unit", unit)];
            Some((fill(brief.locale.ui.bracketed, &values), brief.locale.arithmetic(&steps)))
        }
        _ => None,
    };
    let mut indicators = brief.dataset.indicators.iter();
    let missing = indicators.find(|indicator| brief.measure(indicator.id, row.tier).quantity().is_none());
    let facts = brief.dataset.facts.iter().filter(|fact| fact.tier == Some(row.tier));
    Some(Provenance {
        title: brief.tier_counties(row),
        remark: missing.map_or_else(String::new, |indicator| gap(brief, indicator.id)),
        derivations: brief.dataset.indicators.iter().filter_map(derivation).collect(),
        facts: facts.map(|fact| fact.id).collect(),
    })
}

/// The sums of the tiers, which the source does not print.
fn sums(brief: &Brief<'_>) -> Provenance {
    let brief = &brief.whole();
    let added = || columns_of(brief).filter(|indicator| indicator.is_added());
    let sum = |indicator: &Indicator| {
        (indicator.title.get(brief.locale.language).to_owned(), brief.terms(indicator.id))
    };
    let off = added().find(|indicator| brief.is_total_off(indicator.id));
    Provenance {
        title: brief.locale.table.sum.to_owned(),
        remark: off.map_or_else(String::new, |indicator| asterisk(brief, indicator.id)),
        derivations: added().map(sum).collect(),
        facts: Vec::new(),
    }
}
