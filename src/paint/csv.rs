//! Tables and facts as CSV.

use crate::chart::{Cell, Chart, ChartContext, ChartKind, Column, Row, Table};
use crate::dataset::{Dataset, FactValue};
use crate::language::Language;
use crate::locale::Locale;
use crate::quantity::{count_text, decimal, exact};
use crate::widget::Credits;
use crate::word::{Keyword, joined, text};

/// Lets spreadsheets read the file as UTF-8.
const BOM: &str = "\u{FEFF}";
/// Rows of a long table that are made at once.
const PIECE: usize = 1000;

/// A chart's table, with heads in the table's own language. `selected` leaves out rows that the filter
/// sets aside.
pub fn table_csv(table: &Table, selected: bool, locale: &Locale, credits: &Credits) -> String {
    let mut out = String::from(BOM);
    records(table, selected, locale, credits).into_iter().for_each(|record| line(&mut out, record));
    out
}

/// The same for the clipboard, as spreadsheets take it: cells parted by tabs. Nothing in it is run as a formula.
pub fn table_text(table: &Table, locale: &Locale, credits: &Credits) -> String {
    let mut out = String::new();
    records(table, false, locale, credits).into_iter().for_each(|record| tabbed(&mut out, record));
    out
}

/// The table of a chart as CSV, with all rows even where that is long.
pub fn chart_csv(kind: ChartKind, context: &ChartContext<'_>, selected: bool, credits: &Credits) -> String {
    let mut out = String::from(BOM);
    write_all(kind, context, selected, credits, &mut |record| line(&mut out, record));
    out
}

/// The same for the clipboard.
pub fn chart_text(kind: ChartKind, context: &ChartContext<'_>, credits: &Credits) -> String {
    let mut out = String::new();
    write_all(kind, context, false, credits, &mut |record| tabbed(&mut out, record));
    out
}

fn write_all(
    kind: ChartKind,
    context: &ChartContext<'_>,
    selected: bool,
    credits: &Credits,
    write: &mut dyn FnMut(Vec<String>),
) {
    let (chart, locale) = (kind.chart(), context.locale);
    match chart.listed(context, 0..0) {
        Some(head) => {
            let around = records(&head, selected, locale, credits);
            write_long(&around, &head.columns, chart, context, selected, write);
        }
        None => records(&chart.table(context), selected, locale, credits).into_iter().for_each(write),
    }
}

/// A table that is made piece by piece, since it takes much more memory than the text of it: between the head and the credits,
/// which `around` has.
fn write_long(
    around: &[Vec<String>],
    columns: &[Column],
    chart: &dyn Chart,
    context: &ChartContext<'_>,
    selected: bool,
    write: &mut dyn FnMut(Vec<String>),
) {
    let Some((head, credits)) = around.split_first() else { return };
    let derived: Vec<bool> = columns.iter().map(|column| column.derived).collect();
    write(head.clone());
    for start in (0..).step_by(PIECE) {
        let rows = chart.listed(context, start..start + PIECE).map(|table| table.rows).unwrap_or_default();
        let is_last = rows.len() < PIECE;
        rows.iter().filter(|row| row.kept || !selected).for_each(|row| write(record(row, &derived)));
        if is_last {
            break;
        }
    }
    credits.iter().cloned().for_each(write);
}

/// Appends a record for the clipboard.
fn tabbed(out: &mut String, record: Vec<String>) {
    let cells: Vec<String> = record.iter().map(|cell| harmless(&cell.replace(['\t', '\n'], " "))).collect();
    out.push_str(&joined("\t", cells.iter().map(String::as_str)));
    out.push('\n');
}

/// Head, rows, and after an empty row the credits. A column in which anything is worked out is followed by one
/// that says how, so that numbers stay numbers and none goes without its arithmetic.
fn records(table: &Table, selected: bool, locale: &Locale, credits: &Credits) -> Vec<Vec<String>> {
    let mut head = Vec::new();
    let mut derived = Vec::new();
    for (index, column) in table.columns.iter().enumerate() {
        let is_derived = |row: &Row| matches!(row.cells.get(index), Some(Cell::Derived { .. }));
        head.push(column.title(locale));
        // A long table has no rows yet.
        derived.push(column.derived || table.rows.iter().chain(&table.footer).any(is_derived));
        if derived.last() == Some(&true) {
            let label = table.label(index, locale);
            head.push(text!("{label}{locale.ui.colon}{locale.ui.derived}"));
        }
    }
    // Every record has as many cells as the head, so that strict readers take the file.
    let width = head.len();
    let mut records = vec![head];
    for row in &table.rows {
        if row.kept || !selected {
            records.push(record(row, &derived));
        }
    }
    // Sums are of all rows: they stay as long as none is left out.
    if !selected || table.rows.iter().all(|row| row.kept) {
        for row in &table.footer {
            records.push(record(row, &derived));
        }
    }
    let [title, source, edition, link, note] = locale.ui.credits;
    let mut pair = |head: &str, text: &str| {
        if head.is_empty() || !text.is_empty() {
            let mut cells = vec![head.to_owned(), text.to_owned()];
            cells.resize(width, String::new());
            records.push(cells);
        }
    };
    pair("", "");
    pair(title, &table.caption);
    pair(source, &credits.source);
    pair(edition, credits.edition);
    pair(link, &credits.link);
    for text in &credits.notes {
        pair(note, text);
    }
    records
}

/// The cells of a row, numbers as programs read them, those of `derived` columns with their arithmetic.
fn record(row: &Row, derived: &[bool]) -> Vec<String> {
    let mut cells = Vec::new();
    for (cell, derived) in row.cells.iter().zip(derived) {
        let number = cell.figure().and_then(|figure| figure.value);
        cells.push(number.map_or_else(|| cell.text().to_owned(), exact));
        if *derived {
            cells.push(match cell {
                Cell::Derived { arithmetic, .. } => arithmetic.clone(),
                _ => String::new(),
            });
        }
    }
    cells
}

/// All facts, one a line, subjects in the three languages.
pub fn facts_csv(dataset: &Dataset) -> String {
    let mut out = String::from(BOM);
    let heads = [
        "id",
        "theme",
        "tier",
        "value",
        "unit",
        "period",
        "qualifier",
        "tags",
        "derived",
        "paragraph",
        "subject zh-Hans",
        "subject zh-Hant",
        "subject en",
        "statement zh-Hans",
        "statement zh-Hant",
        "statement en",
        "note zh-Hans",
        "note zh-Hant",
        "note en",
        "quote",
    ];
    line(&mut out, heads.map(str::to_owned));
    for fact in &dataset.facts {
        let value = match &fact.value {
            FactValue::Number(number) => exact(*number),
            FactValue::Text(text) => (*text).to_owned(),
            FactValue::None => String::new(),
        };
        let tier = fact.tier.map_or("", |tier| dataset.tier_code(tier)).to_owned();
        let tags = joined(" ", fact.tags.iter().copied());
        let start = [fact.id, fact.topic, &tier, &value, fact.unit, fact.period];
        let start = start.into_iter().chain([fact.qualifier.word(), &tags, "false"]);
        let texts = [&fact.subject, &fact.statement, &fact.note];
        let texts = texts.iter().flat_map(|text| Language::ALL.iter().map(|language| text.get(*language)));
        let paragraph = if fact.paragraph > 0 { count_text(fact.paragraph as usize) } else { String::new() };
        let cells = start.chain([paragraph.as_str()]).chain(texts).chain([fact.quote]);
        line(&mut out, cells.map(str::to_owned));
    }
    out
}

/// One record of RFC 4180.
fn line(out: &mut String, cells: impl IntoIterator<Item = String>) {
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        out.push_str(&quoted(&harmless(&cell)));
    }
    out.push_str("\r\n");
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        let doubled = cell.replace('"', "\"\"");
        return text!(r#""{doubled}""#);
    }
    cell.to_owned()
}

/// A cell that a spreadsheet would run as a formula is marked as text; numbers are left alone.
fn harmless(cell: &str) -> String {
    let risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']);
    if risky && decimal(cell).is_none() { text!("'{cell}") } else { cell.to_owned() }
}

/// The name of a downloaded file: plain ASCII whatever the data.
pub fn file_name(chart: &str, locale: &Locale, ending: &str) -> String {
    text!("county-chains-{chart}-{locale.language.tag()}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_text_and_numbers_are_numbers() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("@sum", "'@sum"),
            ("-3.5", "-3.5"),
            ("-3+4", "'-3+4"),
            ("a,b", "\"a,b\""),
            ("say \"x\"", "\"say \"\"x\"\"\""),
        ] {
            assert_eq!(quoted(&harmless(cell)), expected);
        }
    }
}
