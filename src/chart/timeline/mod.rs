//! From the first white paper to the edition of 2024: what happened when, as far as the source says.

mod items;
mod picture;
mod tall;
mod wide;

use self::items::{EDITIONS, Look, entries, length, told};
use super::table::{Cell, Column, Figure, Row, Table};
use super::{Brief, Chart, FilterEffect, Headline, Marker, Note, Provenance};
use crate::locale::Locale;
use crate::scene::Scene;

/// The line of months with what stands on it.
pub(super) struct Timeline;

/// Key of the row that says how long it took.
const LENGTH: &str = "timeline:months";

impl Chart for Timeline {
    fn filter_effect(&self) -> FilterEffect {
        FilterEffect::Disabled
    }

    fn filter_off(&self, locale: &Locale) -> &'static str {
        locale.annex().timeline.filter_off
    }

    fn headline(&self, brief: &Brief<'_>) -> Headline {
        let words = &brief.locale.annex().timeline;
        Headline::new(told(brief, words.heading), told(brief, words.summary))
    }

    fn draw(&self, brief: &Brief<'_>) -> Scene {
        picture::draw(brief, self.headline(brief).heading)
    }

    fn notes(&self, brief: &Brief<'_>) -> Vec<Note> {
        let words = &brief.locale.annex().timeline;
        let [to_scale, in_order] = words.scale;
        let scale = if picture::is_wide(brief) { to_scale } else { in_order };
        let [length, meetings, planned] = words.notes;
        let notes = [(Marker::Derived, length), (Marker::None, scale)];
        let others = [meetings, planned].map(|note| (Marker::None, note));
        notes.into_iter().chain(others).map(|(marker, note)| Note::new(marker, told(brief, note))).collect()
    }

    fn table(&self, brief: &Brief<'_>) -> Table {
        let words = &brief.locale.annex().timeline;
        let rows = entries(brief).into_iter().map(|entry| {
            let key = entry.key();
            let subject = Cell::Plain(entry.subject(brief));
            let date = if entry.look() == Look::Undated { Cell::Missing } else { Cell::Plain };
            let cells = vec![date(entry.date), Cell::Plain(entry.name), subject];
            Row { key, tier: None, kept: true, cells }
        });
        let [time, item, subject] = words.columns;
        let derived = Cell::derived(Figure::worded(told(brief, words.length)), length(brief).1);
        Table {
            caption: told(brief, words.caption),
            columns: vec![Column::unordered(time), Column::words(item), Column::words(subject)],
            rows: rows.collect(),
            footer: vec![Row {
                key: LENGTH.to_owned(),
                tier: None,
                kept: true,
                cells: vec![Cell::Plain(words.between.to_owned()), derived, Cell::Empty],
            }],
        }
    }

    fn provenance(&self, brief: &Brief<'_>, key: &str) -> Option<Provenance> {
        let words = &brief.locale.annex().timeline;
        if key == LENGTH {
            return Some(Provenance {
                title: words.between.to_owned(),
                derivations: vec![(words.months.to_owned(), length(brief).1)],
                ..Provenance::of(&EDITIONS)
            });
        }
        let entry = entries(brief).into_iter().find(|entry| entry.key() == key)?;
        Some(Provenance { title: entry.subject(brief), ..Provenance::of(entry.item.2) })
    }
}

#[cfg(test)]
mod tests;
