//! CSV, and tables for the clipboard.

use ::csv::{ReaderBuilder, StringRecord};
use county_chains::chart::{Cell, Row, Table};
use county_chains::paint::{chart_csv, chart_text, facts_csv};
use county_chains::quantity::exact;
use county_chains::widget::{context, credits};

use crate::view::Case;

/// Rows of a long table that are compared.
const LONG: usize = 1000;

/// The target.
pub(crate) fn run(bytes: &[u8]) {
    let Some(case) = Case::of(bytes) else { return };
    let told = case.told();
    let context = context(case.dataset(), &case.state, &case.page);
    let credits = credits(&context, &case.state, &case.page);
    let chart = case.state.chart.chart();
    let table = chart.listed(&context, 0..LONG).unwrap_or_else(|| chart.table(&context));
    for selected in [false, true] {
        let written = chart_csv(case.state.chart, &context, selected, &credits);
        let records = records(&written, b',');
        check(&table, selected, &records, &told);
        let title = &records[records.len() - last_of(&credits)..][0];
        assert_eq!(title.get(1).map(unmarked), Some(&*table.caption), "{told}: the caption");
    }
    let written = chart_text(case.state.chart, &context, &credits);
    let width = table_width(&written);
    for line in written.trim_end_matches('\n').split('\n') {
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!(cells.len(), width, "{told}: {line:?}");
        cells.into_iter().for_each(|cell| assert_no_formula(cell, &told));
    }
    let facts = records(&facts_csv(case.dataset()), b',');
    assert_eq!(facts.len(), 1 + case.dataset().facts.len(), "{told}: facts");
    for (record, fact) in facts.iter().skip(1).zip(&case.dataset().facts) {
        record.iter().for_each(|cell| assert_no_formula(cell, &told));
        let quote = record.get(record.len() - 1).map(unmarked);
        assert_eq!(quote, Some(fact.quote), "{told}: a quotation");
    }
}

/// How many records say where the data come from: title, source, edition, link and notes.
fn last_of(credits: &county_chains::widget::Credits) -> usize {
    let some = [true, !credits.source.is_empty(), !credits.edition.is_empty(), !credits.link.is_empty()];
    some.iter().filter(|is_there| **is_there).count()
        + credits.notes.iter().filter(|note| !note.is_empty()).count()
}

fn table_width(written: &str) -> usize {
    written.split('\n').next().unwrap_or_default().split('\t').count()
}

/// The records that a strict reader finds, all as long as the first.
fn records(text: &str, delimiter: u8) -> Vec<StringRecord> {
    let text = text.strip_prefix('\u{FEFF}').expect("no mark of the byte order");
    let mut reader =
        ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap_or_else(|error| panic!("{error} in:\n{text}"))).collect()
}

fn check(table: &Table, selected: bool, records: &[StringRecord], told: &str) {
    for record in records {
        record.iter().for_each(|cell| assert_no_formula(cell, told));
    }
    let rows = table.rows.iter().filter(|row| row.kept || !selected);
    for (row, record) in rows.zip(records.iter().skip(1)) {
        let mut cells = record.iter().map(unmarked);
        for written in written(row, table) {
            assert_eq!(cells.next(), Some(&*written), "{told}: {record:?}");
        }
        assert_eq!(cells.next(), None, "{told}: {record:?}");
    }
}

/// The cells of a row as the file has them: numbers for programs, and arithmetic behind what is worked out.
fn written(row: &Row, table: &Table) -> Vec<String> {
    let is_derived = |index: usize| {
        let has = |row: &Row| matches!(row.cells.get(index), Some(Cell::Derived { .. }));
        table.columns[index].derived || table.rows.iter().chain(&table.footer).any(has)
    };
    let mut cells = Vec::new();
    for (index, cell) in row.cells.iter().enumerate() {
        let number = cell.figure().and_then(|figure| figure.value);
        cells.push(number.map_or_else(|| cell.text().to_owned(), exact));
        if is_derived(index) {
            let Cell::Derived { arithmetic, .. } = cell else {
                cells.push(String::new());
                continue;
            };
            cells.push(arithmetic.clone());
        }
    }
    cells
}

/// A cell without the mark that makes a text of what looks like a formula.
fn unmarked(cell: &str) -> &str {
    let rest = cell.strip_prefix('\'').unwrap_or(cell);
    if rest.starts_with(['=', '+', '-', '@', '\t', '\r']) { rest } else { cell }
}

/// Panics where a spreadsheet would calculate the cell.
fn assert_no_formula(cell: &str, told: &str) {
    let is_risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let is_number = cell.parse::<f64>().is_ok() && !cell.starts_with('+');
    assert!(!is_risky || is_number, "{told}: {cell:?} is a formula");
}
