//! A chart's data as JSON: what it says, its table, and what the reader must know.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use crate::chart::{Cell, Column, Row};
use crate::error::Error;
use crate::tier::{Tier, TierSet};
use crate::widget::View;
use crate::word::Named;

/// A chart as published; `render --help` tells its shape.
#[derive(Serialize)]
struct PublishedChart<'a> {
    chart: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    indicator: Option<&'a str>,
    lang: &'static str,
    tiers: TierSet,
    heading: &'a str,
    summary: &'a str,
    caption: &'a str,
    columns: Vec<PublishedColumn<'a>>,
    rows: Vec<PublishedRow<'a>>,
    footer: Vec<PublishedRow<'a>>,
    notes: Vec<&'a str>,
    source: String,
}

#[derive(Serialize)]
struct PublishedColumn<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    unit: &'a str,
}

/// `values` has one entry a column: a number, a text, or null where the source gives nothing. What is
/// derived or missing is told by the column's name.
#[derive(Serialize)]
struct PublishedRow<'a> {
    key: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    tier: Option<Tier>,
    selected: bool,
    values: Vec<Value>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    derived: BTreeMap<&'a str, &'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    missing: BTreeMap<&'a str, &'a str>,
}

/// The chart of `view`, indented, with a line break at the end.
pub(super) fn chart_json<'a>(view: &'a View) -> Result<String, Error> {
    let table = &view.table;
    let rows = |lines: &'a [Row]| lines.iter().map(|line| row(line, &table.columns)).collect();
    let chart = PublishedChart {
        chart: view.state.chart.word(),
        indicator: (!view.indicators.is_empty()).then_some(view.state.indicator),
        lang: view.locale.language.tag(),
        tiers: if view.filter_disabled { TierSet::ALL } else { view.state.tiers },
        heading: &view.telling.heading,
        summary: &view.telling.summary,
        caption: &table.caption,
        columns: table
            .columns
            .iter()
            .map(|column| PublishedColumn { name: &column.name, unit: &column.unit })
            .collect(),
        rows: rows(&table.rows),
        footer: rows(&table.footer),
        notes: view.notes.iter().map(|note| note.text.as_str()).collect(),
        source: format!("{} {}", view.source, view.edition),
    };
    match serde_json::to_string_pretty(&chart) {
        Ok(text) => Ok(text + "\n"),
        Err(error) => Err(Error::at("json", error.to_string())),
    }
}

fn row<'a>(row: &'a Row, columns: &'a [Column]) -> PublishedRow<'a> {
    let named = |pick: fn(&'a Cell) -> Option<&'a str>| {
        let pairs = row.cells.iter().zip(columns);
        pairs.filter_map(|(cell, column)| Some((column.name.as_str(), pick(cell)?))).collect()
    };
    let derived = named(|cell| match cell {
        Cell::Derived { arithmetic, .. } => Some(arithmetic),
        _ => None,
    });
    let missing = named(|cell| match cell {
        Cell::Missing(word) => Some(word),
        _ => None,
    });
    let values = row.cells.iter().zip(columns).map(|(cell, column)| value(cell, column)).collect();
    PublishedRow { key: &row.key, tier: row.tier, selected: row.kept, values, derived, missing }
}

/// A number in a column of numbers becomes a number; what is printed with words stays text.
fn value(cell: &Cell, column: &Column) -> Value {
    let text = match cell {
        Cell::Empty | Cell::Missing(_) => return Value::Null,
        _ => cell.text(),
    };
    let digits = text.replace(',', "");
    match digits.parse::<f64>() {
        Ok(number) if column.numeric && number.fract() == 0.0 && number.abs() < 9e15 => json!(number as i64),
        Ok(number) if column.numeric && number.is_finite() => json!(number),
        _ => json!(text),
    }
}
