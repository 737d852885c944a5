//! From the first white paper to the edition of 2024: what happened when, as far as the source says.

mod items;
mod parts;
mod picture;
mod tall;
mod wide;

use self::items::{EDITIONS, ITEMS, Look, WORD, entries, length, render_words};
use crate::chart::table::{Cell, Column, Figure, Row, Table};
use crate::chart::white_paper::words::words;
use crate::chart::{Chart, ChartContext, ChartRow, FilterEffect, Headline, Marker, Note, Provenance};
use crate::locale::Locale;
use crate::scene::{MarkKey, Scene};

/// The line of months with what stands on it.
pub(in crate::chart) struct Timeline;

/// Key of the row that says how long it took.
const LENGTH: MarkKey<'static> = MarkKey::Row(WORD, "months");

impl Chart for Timeline {
    fn filter_effect(&self) -> FilterEffect {
        FilterEffect::Disabled
    }

    fn filter_off(&self, locale: &Locale) -> &'static str {
        words(locale).timeline.filter_off
    }

    fn headline(&self, context: &ChartContext<'_>) -> Headline {
        let words = &words(context.locale).timeline;
        Headline::new(render_words(context, words.heading), render_words(context, words.summary))
    }

    fn draw(&self, context: &ChartContext<'_>) -> Scene {
        picture::draw(context, self.headline(context).heading)
    }

    fn notes(&self, context: &ChartContext<'_>) -> Vec<Note> {
        let words = &words(context.locale).timeline;
        let [to_scale, in_order] = words.scale;
        let scale = if picture::is_wide(context) { to_scale } else { in_order };
        let [length, meetings, planned] = words.notes;
        let notes = [(Marker::Derived, length), (Marker::None, scale)];
        let others = [meetings, planned].map(|note| (Marker::None, note));
        notes
            .into_iter()
            .chain(others)
            .map(|(marker, note)| Note::new(marker, render_words(context, note)))
            .collect()
    }

    fn table(&self, context: &ChartContext<'_>) -> Table {
        let words = &words(context.locale).timeline;
        let rows = entries(context).into_iter().map(|entry| {
            let key = entry.key();
            let subject = Cell::Plain(entry.subject(context));
            let date = if entry.look() == Look::Undated { Cell::Missing } else { Cell::Plain };
            let cells = vec![date(entry.date), Cell::Plain(entry.name), subject];
            Row::new(key, cells)
        });
        let [time, item, subject] = words.columns;
        let derived = Cell::derived(Figure::worded(render_words(context, words.length)), length(context).1);
        Table {
            caption: render_words(context, words.caption),
            columns: vec![Column::unordered(time), Column::words(item), Column::words(subject)],
            rows: rows.collect(),
            footer: vec![Row::new(LENGTH, vec![Cell::Plain(words.between.to_owned()), derived, Cell::Empty])],
        }
    }

    fn rows(&self, _context: &ChartContext<'_>) -> Vec<ChartRow> {
        let items = ITEMS.iter().map(|(item, _, facts)| ChartRow::new(MarkKey::Row(WORD, item), facts));
        items.chain([ChartRow::new(LENGTH, &EDITIONS)]).collect()
    }

    fn provenance(&self, context: &ChartContext<'_>, key: MarkKey<'_>) -> Option<Provenance> {
        let words = &words(context.locale).timeline;
        let provenance = Provenance::of_row(self.rows(context), key)?;
        if key == LENGTH {
            let derivations = vec![(words.months.to_owned(), length(context).1)];
            return Some(Provenance { title: words.between.to_owned(), derivations, ..provenance });
        }
        let entry = entries(context).into_iter().find(|entry| entry.key() == key)?;
        Some(Provenance { title: entry.subject(context), ..provenance })
    }
}

#[cfg(test)]
mod tests;
