//! From the first white paper to the edition of 2024: what happened when, as far as the source says.

mod items;
mod picture;
mod tall;
mod wide;

use self::items::{Look, entries, months, told};
use super::table::{Cell, Column, Row, Table};
use super::{Brief, Chart, FilterEffect, Marker, Note, Provenance, Telling};
use crate::locale::{Locale, fill};
use crate::quantity::trimmed;
use crate::scene::Scene;
use crate::word::concat;

/// The line of months with what stands on it.
pub(super) struct Timeline;

/// Key of the row that says how long it took.
const LENGTH: &str = "timeline:months";
/// Ids of the facts that date the two editions.
const EDITIONS: [&str; 2] = ["wp2023.first", "wp2024.release"];

impl Chart for Timeline {
    fn filter_effect(&self) -> FilterEffect {
        FilterEffect::Disabled
    }

    fn filter_off(&self, locale: &Locale) -> &'static str {
        locale.annex().timeline.filter_off
    }

    fn telling(&self, brief: &Brief<'_>) -> Telling {
        let words = &brief.locale.annex().timeline;
        let (length, _) = length(brief);
        Telling::new(fill(words.heading, &[("n", &length)]), told(brief, words.summary))
    }

    fn draw(&self, brief: &Brief<'_>) -> Scene {
        picture::draw(brief, self.telling(brief).heading)
    }

    fn notes(&self, brief: &Brief<'_>) -> Vec<Note> {
        let (length, arithmetic) = length(brief);
        let markers = [Marker::Derived, Marker::None, Marker::None, Marker::None];
        let notes = markers.into_iter().zip(brief.locale.annex().timeline.notes);
        let notes = notes.map(|(marker, note)| {
            let note = fill(note, &[("n", &length), ("arithmetic", &arithmetic)]);
            Note::new(marker, note)
        });
        notes.collect()
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
        let (length, arithmetic) = length(brief);
        let text = fill(words.length, &[("n", &length)]);
        let cells =
            vec![Cell::Plain(words.between.to_owned()), Cell::Derived { text, arithmetic }, Cell::Empty];
        Table {
            caption: words.caption.to_owned(),
            columns: words.columns.iter().map(|name| Column::words(name)).collect(),
            rows: rows.collect(),
            footer: vec![Row { key: LENGTH.to_owned(), tier: None, kept: true, cells }],
        }
    }

    fn provenance(&self, brief: &Brief<'_>, key: &str) -> Option<Provenance> {
        let words = &brief.locale.annex().timeline;
        if key == LENGTH {
            let (_, arithmetic) = length(brief);
            return Some(Provenance {
                title: words.between.to_owned(),
                derivations: vec![(words.months.to_owned(), arithmetic)],
                ..Provenance::of(&EDITIONS)
            });
        }
        let entry = entries(brief).into_iter().find(|entry| entry.key() == key)?;
        Some(Provenance { title: entry.subject(brief), ..Provenance::of(entry.item.2) })
    }
}

/// How many months lie between the months of the two editions, and the arithmetic.
fn length(brief: &Brief<'_>) -> (String, String) {
    let month = |id| {
        let span = brief.dataset.fact(id).and_then(|fact| months(fact.period));
        // The month that ends at the end of a month is the one before.
        span.map_or(0.0, |span| if span.start == span.end { span.end - 1.0 } else { span.start })
    };
    let [first, last] = EDITIONS.map(month);
    let year = |month: f64| trimmed((month / 12.0).floor(), 0);
    let of_year = |month: f64| trimmed(month % 12.0 + 1.0, 0);
    let length = trimmed(last - first, 0);
    let years = ["(", &year(last), " − ", &year(first), ") × 12"].concat();
    let terms = [&years, " + ", &of_year(last), " − ", &of_year(first), " = ", &length];
    (length.clone(), concat(&terms))
}

#[cfg(test)]
mod tests;
