//! A chart's data as JSON: what it says, its table, and what the reader must know.

use crate::chart::{Cell, Column, Note, Row};
use crate::quantity::{decimal, exact};
use crate::scene::MarkKey;
use crate::widget::{Credits, View};
use crate::word::Keyword;

/// A JSON value.
enum Json<'a> {
    Null,
    True(bool),
    Number(f64),
    Text(&'a str),
    Key(MarkKey<'static>),
    List(Vec<Json<'a>>),
    Map(Vec<(&'a str, Json<'a>)>),
}

/// The chart of `view`, indented, with a line break at the end. `render --help` tells its shape.
pub fn chart_json(view: &View, credits: &Credits) -> String {
    let table = &view.table;
    let labels: Vec<String> = (0..table.columns.len()).map(|index| table.label(index, view.locale)).collect();
    let measures: Vec<String> = table.columns.iter().map(Column::measure).collect();
    let kept = view.chips.iter().filter(|chip| chip.pressed || view.filter_disabled);
    let tiers = kept.map(|chip| code(chip.code)).collect();
    let mut entries = vec![("chart", Json::Text(view.state.chart.word()))];
    if !view.indicators.is_empty() {
        entries.push(("indicator", Json::Text(view.state.indicator)));
    }
    entries.extend([("lang", Json::Text(view.locale.language.tag())), ("tiers", Json::List(tiers))]);
    entries.extend(view.state.county.map(|code| ("county", Json::Text(code))));
    entries.extend([
        ("heading", Json::Text(&view.headline.heading)),
        ("summary", Json::Text(&view.headline.summary)),
        ("caption", Json::Text(&table.caption)),
        ("columns", Json::List(table.columns.iter().zip(&measures).map(column).collect())),
        ("rows", rows(view, &labels, &table.rows)),
        ("footer", rows(view, &labels, &table.footer)),
        ("notes", Json::List(view.notes.iter().map(|note: &Note| Json::Text(&note.text)).collect())),
        ("source", Json::Text(&credits.source)),
        ("edition", Json::Text(credits.edition)),
    ]);
    if !credits.link.is_empty() {
        entries.push(("link", Json::Text(&credits.link)));
    }
    let mut out = String::new();
    Json::Map(entries).write(&mut out, 0);
    out.push('\n');
    out
}

/// The word of a tier; a number where it is one.
fn code(code: &str) -> Json<'_> {
    decimal(code).map_or(Json::Text(code), Json::Number)
}

fn column<'a>((column, measure): (&'a Column, &'a String)) -> Json<'a> {
    let mut entries = vec![("name", Json::Text(&column.name))];
    if !measure.is_empty() {
        entries.push(("unit", Json::Text(measure)));
    }
    Json::Map(entries)
}

fn rows<'a>(view: &'a View, labels: &'a [String], rows: &'a [Row]) -> Json<'a> {
    Json::List(rows.iter().map(|line| row(view, labels, line)).collect())
}

/// `values` has one entry a column: a number, a text, or null where the source gives nothing. What is derived or
/// missing is told by the column's name, with its unit where another column has the same.
fn row<'a>(view: &'a View, labels: &'a [String], row: &'a Row) -> Json<'a> {
    let cells = || row.cells.iter().zip(labels);
    let named = |pick: fn(&'a Cell) -> Option<&'a str>| -> Vec<(&'a str, Json<'a>)> {
        cells().filter_map(|(cell, label)| Some((&**label, Json::Text(pick(cell)?)))).collect()
    };
    let derived = named(|cell| match cell {
        Cell::Derived { arithmetic, .. } => Some(arithmetic),
        _ => None,
    });
    let missing = named(|cell| match cell {
        Cell::Missing(word) => Some(word),
        _ => None,
    });
    let mut entries = vec![("key", Json::Key(row.key))];
    let tier = view.chips.iter().find(|chip| Some(chip.tier) == row.tier);
    entries.extend(tier.map(|chip| ("tier", code(chip.code))));
    entries.push(("selected", Json::True(row.kept)));
    entries.push(("values", Json::List(row.cells.iter().map(value).collect())));
    entries.extend(
        [("derived", derived), ("missing", missing)]
            .into_iter()
            .filter_map(|(name, named)| (!named.is_empty()).then_some((name, Json::Map(named)))),
    );
    Json::Map(entries)
}

/// A single number becomes a number; a range, and what is printed with words, stays text.
fn value(cell: &Cell) -> Json<'_> {
    match cell {
        Cell::Empty | Cell::Missing(_) => Json::Null,
        _ => cell.figure().and_then(|figure| figure.value).map_or(Json::Text(cell.text()), Json::Number),
    }
}

impl Json<'_> {
    fn write(&self, out: &mut String, depth: usize) {
        match self {
            Json::Null => out.push_str("null"),
            Json::True(yes) => out.push_str(if *yes { "true" } else { "false" }),
            Json::Number(number) => out.push_str(&exact(*number)),
            Json::Text(text) => write_text(text, out),
            Json::Key(key) => write_text(&key.text(), out),
            Json::List(items) if items.iter().all(Json::is_plain) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    out.push_str(if index > 0 { ", " } else { "" });
                    item.write(out, depth);
                }
                out.push(']');
            }
            Json::List(items) => {
                write_lines(out, depth, ['[', ']'], items.iter().map(|item| ("", item)));
            }
            Json::Map(entries) => {
                write_lines(out, depth, ['{', '}'], entries.iter().map(|(name, value)| (*name, value)));
            }
        }
    }

    fn is_plain(&self) -> bool {
        !matches!(self, Json::List(_) | Json::Map(_))
    }
}

/// Entries a line each, indented by two spaces.
fn write_lines<'a, 'b: 'a>(
    out: &mut String,
    depth: usize,
    [open, close]: [char; 2],
    entries: impl Iterator<Item = (&'a str, &'a Json<'b>)>,
) {
    let line = |out: &mut String, depth: usize| {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", depth));
    };
    out.push(open);
    let mut count = 0;
    for (name, value) in entries {
        out.push_str(if count > 0 { "," } else { "" });
        line(out, depth + 1);
        if open == '{' {
            write_text(name, out);
            out.push_str(": ");
        }
        value.write(out, depth + 1);
        count += 1;
    }
    if count > 0 {
        line(out, depth);
    }
    out.push(close);
}

fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            // No text of ours holds another control character; in JSON none may stand.
            '\0'..='\u{1F}' => {}
            _ => out.push(character),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::Json;

    #[test]
    fn a_value_is_written_as_json_has_it() {
        let entries = vec![
            ("a\"b", Json::Text("1\\2\n")),
            ("list", Json::List(vec![Json::Number(19.6), Json::Null, Json::True(true)])),
            ("rows", Json::List(vec![Json::Map(Vec::new())])),
        ];
        let mut out = String::new();
        Json::Map(entries).write(&mut out, 0);
        let expected =
            "{\n  \"a\\\"b\": \"1\\\\2\\n\",\n  \"list\": [19.6, null, true],\n  \"rows\": [\n    {}\n  ]\n}";
        assert_eq!(out, expected);
    }
}
