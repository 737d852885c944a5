//! The five development paths, each with what carries it: industries, firms, a target, a formula.

part::module!(paths);

mod glyphs;
mod picture;

use crate::chart::phrases::{has_facts, words};
use crate::chart::table::{Cell, Column, Row, Table};
use crate::chart::{Chart, ChartContext, ChartRow, FilterEffect, Headline, Note, Provenance};
use crate::dataset::Dataset;
use crate::locale::render;
use crate::scene::{MarkKey, Scene};

/// The five rows.
pub(in crate::chart) struct Paths;

/// Its word, with which its keys begin.
const WORD: &str = "paths";
/// Items of the phrases for the columns of the table.
const COLUMNS: [&str; 5] = ["path", "approach", "kind", "carriers", "remark"];
/// Id of the fact that names firms.
const FIRMS: &str = "path3.firms";
/// Id of the only fact that speaks of one of them together with a county.
const COUNTY: &str = "brand.guangze";

/// Each path in its key, with its facts: its slogan, what carries it, what another passage adds.
const PATHS: [(&str, &[&str]); 5] = [
    ("1", &["path1.name", "path1.industries"]),
    ("2", &["path2.name", "path2.industries"]),
    ("3", &["path3.name", FIRMS, "path3.county_firms", COUNTY]),
    ("4", &["path4.name", "path4.target"]),
    ("5", &["path5.name", "path5.formula"]),
];

impl Chart for Paths {
    fn is_supported(&self, dataset: &Dataset) -> bool {
        PATHS.iter().all(|(_, facts)| has_facts(dataset, facts))
    }

    fn filter_effect(&self) -> FilterEffect {
        FilterEffect::Disabled
    }

    fn filter_off(&self, context: &ChartContext<'_>) -> &'static str {
        words(context, WORD).get("filter-off")
    }

    fn headline(&self, context: &ChartContext<'_>) -> Headline {
        let words = words(context, WORD);
        Headline::new(words.tell("heading", &[]), words.tell("summary", &[]))
    }

    fn draw(&self, context: &ChartContext<'_>) -> Scene {
        picture::draw(context, self.headline(context).heading)
    }

    fn notes(&self, context: &ChartContext<'_>) -> Vec<Note> {
        words(context, WORD).notes(&[])
    }

    fn table(&self, context: &ChartContext<'_>) -> Table {
        let words = words(context, WORD);
        Table {
            caption: words.get("caption").to_owned(),
            columns: words.array("column", COLUMNS).into_iter().map(Column::words).collect(),
            rows: paths(context).iter().map(Path::row).collect(),
            footer: Vec::new(),
        }
    }

    fn rows(&self, _context: &ChartContext<'_>) -> Vec<ChartRow> {
        PATHS.iter().map(|(path, facts)| ChartRow::new(mark_key(path), facts)).collect()
    }

    fn provenance(&self, context: &ChartContext<'_>, key: MarkKey<'_>) -> Option<Provenance> {
        let provenance = Provenance::of_row(self.rows(context), key)?;
        let open = paths(context).iter().any(|path| path.key == key && path.open);
        let remark = if open { words(context, WORD).get("open-remark") } else { "" };
        Some(Provenance { remark: remark.to_owned(), ..provenance })
    }
}

/// `paths:1`
fn mark_key(path: &'static str) -> MarkKey<'static> {
    MarkKey::Row(WORD, path)
}

/// A path as the facts and the words tell it.
struct Path {
    key: MarkKey<'static>,
    facts: &'static [&'static str],
    name: &'static str,
    slogan: &'static str,
    kind: &'static str,
    /// The carriers one by one, and as a sentence.
    carriers: Vec<&'static str>,
    told: &'static str,
    /// Whether the source closes them with 等.
    open: bool,
    remark: String,
}

/// The paths in the order of the source.
fn paths(context: &ChartContext<'_>) -> Vec<Path> {
    PATHS.iter().filter_map(|(key, facts)| path(context, key, facts)).collect()
}

fn path(context: &ChartContext<'_>, key: &'static str, facts: &'static [&'static str]) -> Option<Path> {
    let words = words(context, WORD);
    let language = context.locale.language;
    let [slogan, carriers, ..] = facts else { return None };
    let (slogan, carriers) = (context.dataset.fact(slogan)?, context.dataset.fact(carriers)?);
    let county = context.dataset.county(context.dataset.fact(COUNTY)?.counties.first()?)?;
    Some(Path {
        key: mark_key(key),
        facts,
        name: words.of("name", key),
        slogan: slogan.statement.get(language),
        kind: words.of("kind", key),
        carriers: words.each("carrier").filter(|(path, _)| *path == key).map(|(_, word)| word).collect(),
        told: carriers.statement.get(language),
        open: carriers.quote.chars().any(|character| character == '等'),
        remark: render(
            words.find("remark", key).unwrap_or_default(),
            &[("county", county.name.get(language))],
        ),
    })
}

impl Path {
    /// What a screen reader says of it.
    fn spoken(&self, context: &ChartContext<'_>) -> String {
        let values =
            [("name", self.name), ("kind", self.kind), ("list", self.told), ("remark", &self.remark)];
        render(words(context, WORD).get("mark-name"), &values).trim_end().to_owned()
    }

    /// The path's row of the table.
    fn row(&self) -> Row {
        let cells = [self.name, self.slogan, self.kind, self.told].map(|text| Cell::Plain(text.to_owned()));
        let mut cells = cells.to_vec();
        cells.push(Cell::words(&self.remark));
        Row::new(self.key, cells)
    }
}

#[cfg(test)]
mod tests;
