//! What a screen reader is told when a view changes: one message, of what is new and is not said otherwise.
//!
//! A control that has the focus says itself that it is pressed or expanded, so nothing is said of panels. What the focus
//! moves to is read as well. What is left is told here: what the filter keeps, what stands in the main place, a card, which opens
//! elsewhere, and the order of the table.

use super::state::{Sort, State, ViewKind};
use crate::chart::{ChartContext, ChartKind, Column};
use crate::locale::{Locale, render};
use crate::word::text;

/// What may be told of a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    /// Where it is true.
    place: (ChartKind, ViewKind),
    /// What is said of the filter, the main place, the card and the order; empty where there is nothing to say.
    pub parts: [String; 4],
    /// What is said of each once it is gone.
    gone: [&'static str; 4],
}

/// What may be told of a view, with what stands in its main place, the name of its card and the columns of its table.
pub(super) fn announcement(
    context: &ChartContext<'_>,
    state: &State,
    main: &str,
    card: Option<&str>,
    columns: &[Column],
) -> Announcement {
    let locale = context.locale;
    let ui = &locale.ui;
    let filter = if context.is_whole() {
        String::new()
    } else if context.tiers.is_empty() {
        sentence(locale, ui.none_selected)
    } else {
        let count = context.counties_phrase(context.tiers);
        render(ui.announce_filter, &[("tiers", &context.tiers_subject()), ("count", &count)])
    };
    let main = if state.view == ViewKind::About { ui.about[0] } else { main };
    // The heading of an empty selection says the same as its filter.
    let main = if main == ui.none_selected { "" } else { main };
    let (card, closed) = card.map_or_else(Default::default, |name| named(locale, name));
    Announcement {
        place: (state.chart, state.view),
        parts: [
            filter,
            sentence(locale, main),
            card,
            state.sort.map_or_else(String::new, |sort| order(locale, columns, sort)),
        ],
        gone: [ui.announce_all, "", closed, ui.reset],
    }
}

#[part::of(annex)]
fn named(locale: &Locale, name: &str) -> (String, &'static str) {
    let [opened, closed] = locale.annex().card;
    (render(opened, &[("name", name)]), closed)
}

/// How a table with these columns is sorted; nothing where there is no table.
pub fn order(locale: &Locale, columns: &[Column], sort: Sort) -> String {
    let [rising, falling] = locale.ui.sorted;
    let template = if sort.falling { falling } else { rising };
    let column = columns.get(sort.column - 1);
    column.map_or_else(String::new, |column| render(template, &[("column", &column.name)]))
}

/// The text with a stop at its end, so that it does not run into the next one.
pub fn sentence(locale: &Locale, text: &str) -> String {
    let stop = if text.is_empty() || text.ends_with(locale.ui.stop) { "" } else { locale.ui.stop };
    text!("{text}{stop}")
}

impl Announcement {
    /// What is new since another view; with a chart or a view that is new, nothing of what has gone with the old one.
    pub fn since(&self, before: &Announcement, space: &str) -> String {
        let stays = self.place == before.place;
        let mut said = String::new();
        for ((now, before), gone) in self.parts.iter().zip(&before.parts).zip(before.gone) {
            let new = if now == before {
                ""
            } else if now.is_empty() && stays {
                gone
            } else {
                now
            };
            if !said.is_empty() && !new.is_empty() {
                said.push_str(space);
            }
            said.push_str(new);
        }
        said
    }
}
