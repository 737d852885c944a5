//! From the first white paper to the edition of 2024: what happened when, as far as the source says.

part::module!(timeline);

mod items;
mod parts;
mod picture;
mod tall;
mod wide;

use self::items::{EDITIONS, ITEMS, Look, WORD, entries, facts, given, length};
use crate::chart::phrases::{has_facts, words};
use crate::chart::table::{Cell, Column, Figure, Row, Table};
use crate::chart::{Chart, ChartContext, ChartRow, FilterEffect, Headline, Marker, Note, Provenance};
use crate::dataset::Dataset;
use crate::scene::{MarkKey, Scene};

/// The line of months with what stands on it.
pub(in crate::chart) struct Timeline;

/// Key of the row that says how long it took.
const LENGTH: MarkKey<'static> = MarkKey::Row(WORD, "months");

impl Chart for Timeline {
    fn is_supported(&self, dataset: &Dataset) -> bool {
        ITEMS.iter().all(|item| has_facts(dataset, &facts(item, dataset)))
    }

    fn filter_effect(&self) -> FilterEffect {
        FilterEffect::Disabled
    }

    fn filter_off(&self, context: &ChartContext<'_>) -> &'static str {
        words(context, WORD).get("filter-off")
    }

    fn headline(&self, context: &ChartContext<'_>) -> Headline {
        let words = words(context, WORD);
        let given = given(context);
        Headline::new(words.tell("heading", &given), words.tell("summary", &given))
    }

    fn draw(&self, context: &ChartContext<'_>) -> Scene {
        picture::draw(context, self.headline(context).heading)
    }

    fn notes(&self, context: &ChartContext<'_>) -> Vec<Note> {
        let words = words(context, WORD);
        let scale = words.of("scale", if picture::is_wide(context) { "wide" } else { "tall" });
        let mut notes = words.notes(&given(context));
        notes.insert(notes.len().min(1), Note::new(Marker::None, scale));
        notes
    }

    fn table(&self, context: &ChartContext<'_>) -> Table {
        let words = words(context, WORD);
        let rows = entries(context).into_iter().map(|entry| {
            let key = entry.key();
            let subject = Cell::Plain(entry.subject(context));
            let date = if entry.look == Look::Undated { Cell::Missing } else { Cell::Plain };
            let cells = vec![date(entry.date), Cell::Plain(entry.name), subject];
            Row::new(key, cells)
        });
        let [time, item, subject] = words.array("column", ["date", "item", "subject"]);
        let given = given(context);
        let derived = Cell::derived(Figure::worded(words.tell("length", &given)), length(context).1);
        Table {
            caption: words.tell("caption", &given),
            columns: vec![Column::unordered(time), Column::words(item), Column::words(subject)],
            rows: rows.collect(),
            footer: vec![Row::new(
                LENGTH,
                vec![Cell::Plain(words.get("between").to_owned()), derived, Cell::Empty],
            )],
        }
    }

    fn rows(&self, context: &ChartContext<'_>) -> Vec<ChartRow> {
        let entries = entries(context).into_iter();
        let items = entries.map(|entry| ChartRow::new(entry.key(), &entry.facts(context.dataset)));
        items.chain([ChartRow::new(LENGTH, &EDITIONS)]).collect()
    }

    fn provenance(&self, context: &ChartContext<'_>, key: MarkKey<'_>) -> Option<Provenance> {
        let words = words(context, WORD);
        let provenance = Provenance::of_row(self.rows(context), key)?;
        if key == LENGTH {
            let derivations = vec![(words.get("months").to_owned(), length(context).1)];
            return Some(Provenance { title: words.get("between").to_owned(), derivations, ..provenance });
        }
        let entry = entries(context).into_iter().find(|entry| entry.key() == key)?;
        Some(Provenance { title: entry.subject(context), ..provenance })
    }
}

#[cfg(test)]
mod tests;
