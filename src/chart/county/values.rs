//! The values of a county. Only datasets that are not ours have any.

use super::super::ChartContext;
use super::super::table::{Cell, Column, Figure, Row, Table};
use super::{basis_text, city_name, tier_text};
use crate::dataset::{County, CountyValues, Indicator};
use crate::locale::render;
use crate::quantity::{Qualifier, Quantity};
use crate::scene::MarkKey;

/// A value with what it is of.
#[derive(Debug, Clone, PartialEq)]
pub struct CountyValue {
    /// Name of the indicator.
    pub name: &'static str,
    /// The value with its unit and hedge, or the word for none.
    pub said: String,
    /// When it holds.
    pub period: &'static str,
    /// How it is calculated; empty where the source has it.
    pub origin: &'static str,
}

/// The indicators that counties have values of, with the values.
fn series<'a>(
    context: &ChartContext<'a>,
) -> impl Iterator<Item = (&'a Indicator, &'a CountyValues)> + use<'a> {
    let dataset = context.dataset;
    dataset.county_values.iter().filter_map(|values| Some((dataset.indicator(values.indicator)?, values)))
}

/// Everything that is measured of a county. The annex asks this of a part that it does not build on, so the question goes
/// through the core.
#[part::of(core)]
pub(super) fn values(context: &ChartContext<'_>, county: &County) -> Vec<CountyValue> {
    if context.dataset.county_values.is_empty() { Vec::new() } else { measured(context, county) }
}

#[part::of(own)]
fn measured(context: &ChartContext<'_>, county: &County) -> Vec<CountyValue> {
    let language = context.locale.language;
    let Some(place) = context.dataset.county_place(county.code) else {
        return Vec::new();
    };
    let value = |(indicator, values): (&Indicator, &CountyValues)| CountyValue {
        name: indicator.title.get(language),
        said: match values.get(place) {
            Some((value, qualifier)) => {
                let said = context.locale.quantity(&Quantity::printed(value), indicator);
                context.locale.hedged(qualifier, &said)
            }
            None => gap(context, values, place),
        },
        period: indicator.period.get(language),
        origin: values.origin.get(language),
    };
    series(context).map(value).collect()
}

/// What stands in the place of a value that is not there, with the reason where the source says it.
#[part::of(own)]
pub(in crate::chart) fn gap(context: &ChartContext<'_>, values: &CountyValues, place: usize) -> String {
    let (ui, language) = (&context.locale.ui, context.locale.language);
    match values.reason(place) {
        Some(reason) => render(ui.bracketed, &[("name", ui.not_given), ("unit", reason.get(language))]),
        None => ui.not_given.to_owned(),
    }
}

/// The table of counties with all that is measured of them, in the order of `rows`: places in the dataset.
#[part::of(core)]
pub(in crate::chart) fn table(context: &ChartContext<'_>, caption: String, places: &[usize]) -> Table {
    own_table(context, caption, places)
}

#[part::of(own)]
fn own_table(context: &ChartContext<'_>, caption: String, places: &[usize]) -> Table {
    let rows =
        places.iter().filter_map(|place| Some(row(context, *place, context.dataset.counties.get(*place)?)));
    Table { caption, columns: columns(context), rows: rows.collect(), footer: Vec::new() }
}

/// Name, group, class, what is measured, and code.
fn columns(context: &ChartContext<'_>) -> Vec<Column> {
    let language = context.locale.language;
    let [name, group, class, .., code] = context.locale.table.map;
    let class =
        Some(context.dataset.classes.get(language)).filter(|title| !title.is_empty()).unwrap_or(class);
    let mut columns = vec![Column::words(name)];
    if !context.dataset.prefectures.is_empty() {
        columns.push(Column::words(group));
    }
    columns.push(Column::words(class));
    columns.extend(series(context).map(|(indicator, values)| Column {
        derived: !values.origin.is_empty(),
        ..Column::of(indicator, context.unit_name(indicator), language)
    }));
    columns.push(Column::words(code));
    columns
}

fn row(context: &ChartContext<'_>, place: usize, county: &County) -> Row {
    let mut cells = vec![Cell::words(county.name.get(context.locale.language))];
    if !context.dataset.prefectures.is_empty() {
        cells.push(Cell::words(city_name(context, county)));
    }
    cells.push(match tier_text(context, county) {
        Some(text) => Cell::Plain(text),
        None => Cell::Missing(basis_text(context, county.basis).to_owned()),
    });
    cells.extend(series(context).map(|(indicator, values)| cell(context, indicator, values, place)));
    cells.push(Cell::words(county.code));
    let kept = context.selection().keeps(county);
    Row { key: MarkKey::County(county.code), tier: county.tier, kept, cells }
}

fn cell(context: &ChartContext<'_>, indicator: &Indicator, values: &CountyValues, place: usize) -> Cell {
    let Some((value, qualifier)) = values.get(place) else {
        return Cell::Missing(gap(context, values, place));
    };
    let quantity = Quantity { qualifier, ..Quantity::printed(value) };
    let figure = own_figure(context, &quantity, indicator);
    match values.origin.get(context.locale.language) {
        "" => Cell::Printed(figure),
        origin => Cell::derived(figure, origin.to_owned()),
    }
}

/// A value in a table, without its unit: a number, or words where it is given with a hedge.
#[part::of(own)]
pub(in crate::chart) fn own_figure(
    context: &ChartContext<'_>,
    quantity: &Quantity,
    indicator: &Indicator,
) -> Figure {
    let [low, high] = [quantity.low, quantity.high].map(|end| context.locale.scaled(end, indicator.kind));
    let is_number = low == high && quantity.qualifier == Qualifier::Exact;
    Figure { text: context.locale.cell(quantity, indicator), value: is_number.then_some(low), place: low }
}
