//! The values of a county, where the dataset has any.

use super::super::ChartContext;
use super::super::table::{Cell, Column, Figure};
use crate::dataset::{County, CountyValues, Indicator};
use crate::quantity::Quantity;

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

/// Everything that is measured of a county.
pub(super) fn values(context: &ChartContext<'_>, county: &County) -> Vec<CountyValue> {
    let language = context.locale.language;
    let Some(place) = context.dataset.counties.iter().position(|other| other.code == county.code) else {
        return Vec::new();
    };
    let value = |(indicator, values): (&Indicator, &CountyValues)| CountyValue {
        name: indicator.title.get(language),
        said: match values.get(place) {
            Some((value, qualifier)) => {
                let said = context.locale.quantity(&Quantity::printed(value), indicator);
                context.locale.hedged(qualifier, &said)
            }
            None => context.locale.ui.not_given.to_owned(),
        },
        period: indicator.period.get(language),
        origin: values.origin.get(language),
    };
    series(context).map(value).collect()
}

/// The columns of a table of counties with all that is measured of them.
pub(in crate::chart) fn columns(context: &ChartContext<'_>) -> Vec<Column> {
    let language = context.locale.language;
    let column = |(indicator, values): (&Indicator, &CountyValues)| Column {
        derived: !values.origin.is_empty(),
        ..Column::numbers(indicator.name.get(language), context.unit_name(indicator))
    };
    series(context).map(column).collect()
}

/// The cells of these columns for the county at this place.
pub(in crate::chart) fn cells(context: &ChartContext<'_>, county: usize) -> Vec<Cell> {
    let cell = |(indicator, values): (&Indicator, &CountyValues)| {
        let Some((value, qualifier)) = values.get(county) else {
            return Cell::Missing(context.locale.ui.not_given.to_owned());
        };
        let plain = context.locale.plain(value, indicator.kind);
        let hedged = context.locale.hedged(qualifier, &plain);
        let figure = if hedged == plain {
            Figure::new(plain, context.locale.scaled(value, indicator.kind))
        } else {
            Figure::worded(hedged)
        };
        match values.origin.get(context.locale.language) {
            "" => Cell::Printed(figure),
            origin => Cell::derived(figure, origin.to_owned()),
        }
    };
    series(context).map(cell).collect()
}
