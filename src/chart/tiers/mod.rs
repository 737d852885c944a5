//! Bars, one for each tier, of one indicator.

mod labels;
mod rows;

use self::rows::Rows;
use super::headline::{none_selected, part_heading, part_summary};
use super::notes::{notes, table_notes};
use super::table::Table;
use super::{Brief, Chart, FilterEffect, Headline, Note, Provenance, tier_table};
use crate::dataset::Story;
use crate::scene::{Canvas, Scene};
use crate::word::concat;

/// The default chart.
pub(super) struct Tiers;

/// Its word in the dataset.
const WORD: &str = "tiers";

impl Chart for Tiers {
    fn filter_effect(&self) -> FilterEffect {
        FilterEffect::Leaves
    }

    fn shows_gdp(&self) -> bool {
        true
    }

    fn headline(&self, brief: &Brief<'_>) -> Headline {
        if brief.tiers.is_empty() {
            return none_selected(brief);
        }
        let story = story(brief);
        let keeps = |code: &&str| brief.dataset.tier_of(code).is_some_and(|tier| brief.tiers.contains(tier));
        let heading = match story {
            Some(story) if story.about.iter().all(keeps) => brief.tell(story.heading, &[]),
            _ => part_heading(brief, story),
        };
        if !brief.is_whole() {
            return Headline::new(heading, part_summary(brief));
        }
        let Some(story) = story else {
            return Headline::new(heading, String::new());
        };
        let narrow = brief.layout.size.is_narrow();
        let lead = if narrow { String::new() } else { brief.tell(story.lead, &[]) };
        let gap = if lead.is_empty() { "" } else { brief.locale.ui.space };
        Headline::new(heading, concat(&[&lead, gap, &brief.tell(story.summary, &[])]))
    }

    fn title(&self, brief: &Brief<'_>) -> Option<(String, String)> {
        let indicator = brief.dataset.indicator(brief.indicator)?;
        let language = brief.locale.language;
        Some((indicator.title.get(language).to_owned(), indicator.period.get(language).to_owned()))
    }

    fn draw(&self, brief: &Brief<'_>) -> Scene {
        let rows = Rows::new(brief);
        let canvas = Canvas::new(brief.layout.width, rows.height());
        rows.draw_frame(&canvas);
        let mut line = 0;
        for row in &brief.dataset.tiers {
            let kept = brief.tiers.contains(row.tier);
            rows.draw_row(&canvas, row, line, kept);
            line += u8::from(kept);
        }
        canvas.finish(self.headline(brief).heading)
    }

    fn notes(&self, brief: &Brief<'_>) -> Vec<Note> {
        notes(brief, WORD)
    }

    /// The table has all indicators, whichever is drawn.
    fn table_notes(&self, brief: &Brief<'_>) -> Vec<Note> {
        table_notes(brief, WORD)
    }

    fn table(&self, brief: &Brief<'_>) -> Table {
        tier_table::table(brief, WORD)
    }

    fn provenance(&self, brief: &Brief<'_>, key: &str) -> Option<Provenance> {
        tier_table::provenance(brief, key)
    }
}

/// What is written of the brief's indicator. Without it the tiers are listed with their values.
fn story<'a>(brief: &Brief<'a>) -> Option<&'a Story> {
    brief.dataset.story(WORD, brief.indicator)
}

#[cfg(test)]
mod tests;
