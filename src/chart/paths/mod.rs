//! The five development paths, each with what carries it: industries, firms, a target, a formula.

mod glyphs;
mod picture;

use super::table::{Cell, Column, Row, Table};
use super::{Brief, Chart, FilterEffect, Marker, Note, Provenance, Telling};
use crate::locale::{Locale, fill};
use crate::quantity::whole;
use crate::scene::Scene;
use crate::word::{concat, joined};

/// The five rows.
pub(super) struct Paths;

/// Id of the fact that names firms.
const FIRMS: &str = "path3.firms";
/// Id of the only fact that speaks of one of them together with a county.
const COUNTY: &str = "brand.guangze";

/// Facts of each path: its slogan, what carries it, what another passage adds.
const PATHS: [&[&str]; 5] = [
    &["path1.name", "path1.industries"],
    &["path2.name", "path2.industries"],
    &["path3.name", FIRMS, COUNTY],
    &["path4.name", "path4.target"],
    &["path5.name", "path5.formula"],
];

impl Chart for Paths {
    fn filter_effect(&self) -> FilterEffect {
        FilterEffect::Disabled
    }

    fn filter_off(&self, locale: &Locale) -> &'static str {
        locale.annex().paths.filter_off
    }

    fn telling(&self, brief: &Brief<'_>) -> Telling {
        let words = &brief.locale.annex().paths;
        Telling::new(words.heading.to_owned(), words.summary.to_owned())
    }

    fn draw(&self, brief: &Brief<'_>) -> Scene {
        picture::draw(brief, self.telling(brief).heading)
    }

    fn notes(&self, brief: &Brief<'_>) -> Vec<Note> {
        brief.locale.annex().paths.notes.iter().map(|text| Note::new(Marker::None, *text)).collect()
    }

    fn table(&self, brief: &Brief<'_>) -> Table {
        let words = &brief.locale.annex().paths;
        Table {
            caption: words.caption.to_owned(),
            columns: words.columns.into_iter().map(Column::words).collect(),
            rows: paths(brief).iter().map(|path| path.row(brief)).collect(),
            footer: Vec::new(),
        }
    }

    fn provenance(&self, brief: &Brief<'_>, key: &str) -> Option<Provenance> {
        let path = paths(brief).into_iter().find(|path| path.key == key)?;
        let remark = if path.open { brief.locale.annex().paths.open_remark } else { "" };
        Some(Provenance { remark: remark.to_owned(), ..Provenance::of(path.facts) })
    }
}

/// A path as the facts and the words tell it.
struct Path {
    key: String,
    facts: &'static [&'static str],
    name: &'static str,
    /// The source’s name, where the reader's language has another.
    original: &'static str,
    kind: &'static str,
    carriers: Vec<&'static str>,
    /// Whether the source closes the carriers with 等.
    open: bool,
    remark: String,
}

/// The paths in the order of the source.
fn paths(brief: &Brief<'_>) -> Vec<Path> {
    let words = &brief.locale.annex().paths;
    let rows = PATHS.into_iter().zip(words.names).zip(words.kinds).zip(words.carriers).zip(words.remarks);
    let county = brief.dataset.fact(COUNTY).and_then(|fact| brief.dataset.county(fact.counties.first()?));
    let county = county.map_or("", |county| county.name.get(brief.locale.language));
    let quote = |id: Option<&&str>| id.and_then(|id| brief.dataset.fact(id)).map_or("", |fact| fact.quote);
    let path = |(index, ((((facts, name), kind), carriers), remark)): (
        usize,
        ((((&'static [&'static str], _), _), [&'static str; 6]), &str),
    )| Path {
        key: concat(&["paths:", &whole(index + 1)]),
        facts,
        name,
        original: if brief.locale.is_chinese() { "" } else { original(quote(facts.first())) },
        kind,
        carriers: carriers.into_iter().filter(|word| !word.is_empty()).collect(),
        open: quote(facts.get(1)).chars().any(|character| character == '等'),
        remark: fill(remark, &[("county", county)]),
    };
    rows.enumerate().map(path).collect()
}

/// A path's name in the source: what stands before the slogan.
fn original(quote: &'static str) -> &'static str {
    quote.split_once(':').map_or("", |(name, _)| name)
}

impl Path {
    /// The carriers as a list, open where the source leaves it open.
    fn list(&self, brief: &Brief<'_>) -> String {
        let ui = &brief.locale.ui;
        let list = joined(ui.comma, self.carriers.iter().copied());
        if self.open { fill(ui.and_others, &[("list", &list)]) } else { list }
    }

    /// What a screen reader says of it.
    fn spoken(&self, brief: &Brief<'_>) -> String {
        let list = self.list(brief);
        let values = [("name", self.name), ("kind", self.kind), ("list", &list), ("remark", &self.remark)];
        fill(brief.locale.annex().paths.mark_name, &values).trim_end().to_owned()
    }

    /// The path's row of the table.
    fn row(&self, brief: &Brief<'_>) -> Row {
        let words = &brief.locale.annex().paths;
        let slogan = self.facts.first().and_then(|id| brief.dataset.fact(id));
        let slogan = slogan.map_or("", |fact| fact.statement.get(brief.locale.language));
        let remark = if self.remark.is_empty() { Cell::Empty } else { Cell::Plain(self.remark.clone()) };
        let cells = vec![
            Cell::Plain(fill(words.named, &[("name", self.name), ("original", self.original)])),
            Cell::Plain(slogan.to_owned()),
            Cell::Plain(self.kind.to_owned()),
            Cell::Plain(self.list(brief)),
            remark,
        ];
        Row { key: self.key.clone(), tier: None, kept: true, cells }
    }
}
