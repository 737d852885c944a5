//! All indicators of all tiers as a table, and what its rows stand on: shared by the charts that show tiers.

use super::notes::{asterisk, gap};
use super::table::{Cell, Column, Figure, Row, Table};
use super::{ChartContext, ChartRow, Provenance, told};
use crate::dataset::{Formula, Indicator, Measure, Step, TierRow, ratio};
use crate::locale::render;
use crate::quantity::Quantity;
use crate::scene::MarkKey;
use crate::word::text;

/// The table of all indicators, with the caption that the chart with this word has.
pub(super) fn table(context: &ChartContext<'_>, chart: &str) -> Table {
    let language = context.locale.language;
    let words = &context.locale.table;
    let mut columns = vec![Column::words(words.tier)];
    for indicator in columns_of(context) {
        let mut column = Column::of(indicator, context.unit_name(indicator), language);
        column.derived = context.is_all_derived(indicator.id);
        columns.push(column);
    }
    let caption = context.dataset.story(chart, "").map_or("", |story| story.caption.get(language));
    let periods =
        if context.dataset.is_own { told::name_columns(context, &mut columns) } else { String::new() };
    let rows = context.dataset.tiers.iter().map(|row| tier_row(context, row)).collect();
    let mut footer = vec![sum_row(context)];
    if columns_of(context).any(|indicator| !indicator.total.is_empty()) {
        footer.push(stated_row(context));
    }
    Table { caption: text!("{caption}{periods}"), columns, rows, footer }
}

/// The indicators that have a column, in the order of the columns.
fn columns_of<'a>(context: &ChartContext<'a>) -> impl Iterator<Item = &'a Indicator> + use<'a> {
    let indicators = &context.dataset.indicators;
    (1..=indicators.len())
        .filter_map(|place| indicators.iter().find(|indicator| usize::from(indicator.column) == place))
}

/// A number or a range as cells have it.
fn figure(context: &ChartContext<'_>, quantity: &Quantity, indicator: &Indicator) -> Figure {
    if context.dataset.is_own {
        return told::own_figure(context, quantity, indicator);
    }
    let kind = indicator.kind;
    let text = context.locale.range(quantity, |value| context.locale.plain(value, kind));
    let [low, high] = [quantity.low, quantity.high].map(|end| context.locale.scaled(end, kind));
    Figure { text, value: (low == high).then_some(low), place: low }
}

fn tier_row(context: &ChartContext<'_>, row: &TierRow) -> Row {
    let mut cells = vec![Cell::Plain(row.name.get(context.locale.language).to_owned())];
    cells.extend(columns_of(context).map(|indicator| match context.measure(indicator.id, row.tier) {
        Measure::Printed { quantity, .. } | Measure::Tabled(quantity) => {
            Cell::Printed(figure(context, &quantity, indicator))
        }
        Measure::Aggregated(quantity, origin) => {
            let origin = origin.get(context.locale.language).to_owned();
            Cell::derived(figure(context, &quantity, indicator), origin)
        }
        Measure::Derived { quantity, steps } => {
            Cell::derived(figure(context, &quantity, indicator), context.locale.arithmetic(&steps))
        }
        Measure::Missing => Cell::Missing(context.locale.ui.not_given.to_owned()),
    }));
    Row { key: MarkKey::Tier(row.code), tier: Some(row.tier), kept: context.tiers.contains(row.tier), cells }
}

/// Sums of what is printed and may be added, and averages over all tiers. Shares add up to a whole that says nothing.
fn sum_row(context: &ChartContext<'_>) -> Row {
    let context = &context.unfiltered();
    let sum = |id: &str| context.selection().addition(id);
    let cells = columns_of(context).map(|indicator| {
        let step = match indicator.formula {
            _ if indicator.is_added() => sum(indicator.id),
            Formula::Ratio(top, bottom) => {
                sum(top).zip(sum(bottom)).and_then(|(top, bottom)| ratio(top.result, bottom.result))
            }
            _ => None,
        };
        let derived = |step: Step| {
            Cell::derived(figure(context, &step.result.0, indicator), context.locale.step(&step))
        };
        step.map_or(Cell::Empty, derived)
    });
    footer_row(MarkKey::Sum, context.locale.table.sum, cells)
}

/// The totals that the source states; one that differs from the sum of its tiers is marked.
fn stated_row(context: &ChartContext<'_>) -> Row {
    let cells = columns_of(context).map(|indicator| match context.dataset.stated(indicator) {
        Some(total) => {
            let figure = figure(context, &total, indicator);
            if context.is_total_off(indicator.id) { Cell::Marked(figure) } else { Cell::Printed(figure) }
        }
        None => Cell::Empty,
    });
    footer_row(MarkKey::Stated, context.locale.table.stated, cells)
}

fn footer_row(key: MarkKey<'static>, name: &str, cells: impl Iterator<Item = Cell>) -> Row {
    let cells = std::iter::once(Cell::Plain(name.to_owned())).chain(cells).collect();
    Row::new(key, cells)
}

/// What a tier's mark or row, a segment, the row of sums or that of stated totals stands on. Charts of several parts ask for
/// it, so the way to its part leads through the core.
#[part::of(core)]
pub(super) fn provenance(context: &ChartContext<'_>, key: MarkKey<'_>) -> Option<Provenance> {
    told(context, key)
}

#[part::of(annex)]
fn told(context: &ChartContext<'_>, key: MarkKey<'_>) -> Option<Provenance> {
    match key {
        MarkKey::Sum => Some(sums(context)),
        MarkKey::Stated => Provenance::of_row(rows_with_facts(context), key),
        MarkKey::Tier(code) | MarkKey::Segment(code, _) => of_tier(context, code),
        _ => None,
    }
}

/// The rows of the table, with the facts that print their cells. The way to them leads through the core as well.
#[part::of(core)]
pub(super) fn rows(context: &ChartContext<'_>) -> Vec<ChartRow> {
    rows_with_facts(context)
}

#[part::of(texts)]
fn rows_with_facts(context: &ChartContext<'_>) -> Vec<ChartRow> {
    let tiers = context.dataset.tiers.iter();
    let tiers = tiers.map(|row| {
        let facts = row.facts.iter().map(|(_, fact)| *fact).collect();
        ChartRow { key: MarkKey::Tier(row.code), facts }
    });
    let totals = columns_of(context).map(|indicator| indicator.total).filter(|total| !total.is_empty());
    let stated = ChartRow { key: MarkKey::Stated, facts: totals.collect() };
    let stated = Some(stated).filter(|row| !row.facts.is_empty());
    tiers.chain([ChartRow::new(MarkKey::Sum, &[])]).chain(stated).collect()
}

/// Everything that the article says of a tier, and what we worked out.
fn of_tier(context: &ChartContext<'_>, code: &str) -> Option<Provenance> {
    let language = context.locale.language;
    let row = context.dataset.tier(context.dataset.tier_of(code)?)?;
    let derivation = |indicator: &Indicator| {
        let how = match context.measure(indicator.id, row.tier) {
            Measure::Derived { steps, .. } => context.locale.arithmetic(&steps),
            Measure::Aggregated(_, origin) => origin.get(language).to_owned(),
            _ => return None,
        };
        let (name, unit) = (indicator.title.get(language), context.unit_name(indicator));
        if unit.is_empty() {
            return Some((name.to_owned(), how));
        }
        Some((render(context.locale.ui.bracketed, &[("name", name), ("unit", unit)]), how))
    };
    let mut indicators = context.dataset.indicators.iter();
    let missing = indicators.find(|indicator| context.measure(indicator.id, row.tier).quantity().is_none());
    let facts = context.dataset.facts.iter().filter(|fact| fact.tier == Some(row.tier));
    Some(Provenance {
        title: context.tier_counties(row),
        remark: missing.map_or_else(String::new, |indicator| gap(context, indicator.id)),
        derivations: context.dataset.indicators.iter().filter_map(derivation).collect(),
        facts: facts.map(|fact| fact.id).collect(),
    })
}

/// The sums of the tiers, which the source does not print.
fn sums(context: &ChartContext<'_>) -> Provenance {
    let context = &context.unfiltered();
    let added = || columns_of(context).filter(|indicator| indicator.is_added());
    let sum = |indicator: &Indicator| {
        (indicator.title.get(context.locale.language).to_owned(), context.terms(indicator.id))
    };
    let off = added().find(|indicator| context.is_total_off(indicator.id));
    Provenance {
        title: context.locale.table.sum.to_owned(),
        remark: off.map_or_else(String::new, |indicator| asterisk(context, indicator.id)),
        derivations: added().map(sum).collect(),
        facts: Vec::new(),
    }
}
