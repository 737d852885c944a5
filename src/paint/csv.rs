//! Tables and facts as CSV.

use crate::chart::{Cell, Table};
use crate::dataset::{Dataset, FactValue};
use crate::language::Language;
use crate::locale::Locale;
use crate::quantity::{decimal, trimmed, whole};
use crate::tier::Tier;
use crate::widget::Credits;
use crate::word::{Named, concat, joined};

/// Lets spreadsheets read the file as UTF-8.
const BOM: &str = "\u{FEFF}";

/// A chart's table, with heads in the table's own language. `selected` leaves out rows that the filter
/// sets aside. What is worked out is called so: with the head where a whole column is, with the cell
/// elsewhere. The credits follow after an empty row.
pub fn table_csv(table: &Table, selected: bool, locale: &Locale, credits: &Credits) -> String {
    let derived = locale.ui.derived;
    let mut out = String::from(BOM);
    let head = table.columns.iter().map(|column| {
        let gap = if column.derived && !column.unit.is_empty() { ", " } else { "" };
        let word = if column.derived { derived } else { "" };
        match concat(&[&column.unit, gap, word]) {
            none if none.is_empty() => column.name.clone(),
            remark => concat(&[&column.name, " (", &remark, ")"]),
        }
    });
    line(&mut out, head);
    let rows = table.rows.iter().filter(|row| row.kept || !selected);
    let footer = table.footer.iter().filter(|_| !selected);
    for row in rows.chain(footer) {
        let cells = row.cells.iter().zip(&table.columns);
        line(
            &mut out,
            cells.map(|(cell, column)| match cell {
                Cell::Derived { text, .. } if !column.derived => concat(&[text, " ", derived]),
                _ => cell.text().to_owned(),
            }),
        );
    }
    // Every record has as many cells as the head, so that strict readers take the file.
    let filled = |cells: [&str; 2]| {
        let cells = cells.map(str::to_owned).into_iter().chain(std::iter::repeat(String::new()));
        cells.take(table.columns.len()).collect::<Vec<String>>()
    };
    line(&mut out, filled(["", ""]));
    let [title, source, edition, link] = locale.ui.credits;
    for (head, text) in [
        (title, &table.caption),
        (source, &credits.source),
        (edition, &credits.edition),
        (link, &credits.link),
    ] {
        if !text.is_empty() {
            line(&mut out, filled([head, text]));
        }
    }
    out
}

/// The table for the clipboard, as spreadsheets take it: cells parted by tabs. Nothing in it is run as a formula.
pub fn table_text(table: &Table) -> String {
    let mut out = String::new();
    let heads: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    out.push_str(&joined("\t", heads.into_iter()));
    for row in table.rows.iter().chain(&table.footer) {
        let cells: Vec<String> =
            row.cells.iter().map(|cell| harmless(&cell.text().replace(['\t', '\n'], " "))).collect();
        out.push('\n');
        out.push_str(&joined("\t", cells.iter().map(String::as_str)));
    }
    out
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
        "derived",
        "paragraph",
        "subject zh-Hans",
        "subject zh-Hant",
        "subject en",
        "statement zh-Hans",
        "statement zh-Hant",
        "statement en",
        "quote",
    ];
    line(&mut out, heads.map(str::to_owned));
    for fact in &dataset.facts {
        let value = match &fact.value {
            FactValue::Number(number) => trimmed(*number, 6),
            FactValue::Text(text) => (*text).to_owned(),
            FactValue::None => String::new(),
        };
        let tier = fact.tier.map_or("", Tier::word).to_owned();
        let start =
            [fact.id, fact.theme, &tier, &value, fact.unit, fact.period, fact.qualifier.word(), "false"];
        let texts = Language::ALL.iter().map(|language| fact.subject.get(*language));
        let texts = texts.chain(Language::ALL.iter().map(|language| fact.statement.get(*language)));
        let paragraph = whole(fact.paragraph as usize);
        let cells = start.into_iter().chain([paragraph.as_str()]).chain(texts).chain([fact.quote]);
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
        return concat(&["\"", &cell.replace('"', "\"\""), "\""]);
    }
    cell.to_owned()
}

/// A cell that a spreadsheet would run as a formula is marked as text; numbers are left alone.
fn harmless(cell: &str) -> String {
    let risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']);
    if risky && decimal(cell).is_none() { concat(&["'", cell]) } else { cell.to_owned() }
}

/// The name of a downloaded file: plain ASCII whatever the data.
pub fn file_name(chart: &str, locale: &Locale, ending: &str) -> String {
    concat(&["county-chains-", chart, "-", locale.language.tag(), ".", ending])
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
