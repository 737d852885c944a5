//! What the chart tells and draws. The modules beside it draw its pictures for datasets of others too.

part::module!(tiers);

use super::rows::Rows;
use super::title::own_title;
use super::{WORD, story};
use crate::chart::headline::{none_selected, part_heading, part_summary};
use crate::chart::notes::table_notes;
use crate::chart::table::Table;
use crate::chart::told::{notes, own_part};
use crate::chart::{Chart, ChartContext, ChartRow, FilterEffect, Headline, Note, Provenance, tier_table};
use crate::dataset::{Dataset, Indicator};
use crate::scene::{Canvas, MarkKey, Scene};
use crate::word::text;

/// The default chart.
pub(in crate::chart) struct Tiers;

impl Chart for Tiers {
    fn is_supported(&self, dataset: &Dataset) -> bool {
        let has_value =
            |id: &str| dataset.tiers.iter().any(|row| dataset.measure(id, row.tier).quantity().is_some());
        dataset.indicators.iter().any(|indicator| has_value(indicator.id))
    }

    fn offers(&self, _dataset: &Dataset, indicator: &Indicator) -> bool {
        indicator.column > 0
    }

    fn filter_effect(&self) -> FilterEffect {
        FilterEffect::Leaves
    }

    fn shows_gdp(&self) -> bool {
        true
    }

    fn headline(&self, context: &ChartContext<'_>) -> Headline {
        if context.tiers.is_empty() {
            return none_selected(context);
        }
        if context.dataset.is_own && !context.is_whole() {
            return own_part(context, WORD);
        }
        let story = story(context);
        let keeps =
            |code: &&str| context.dataset.tier_of(code).is_some_and(|tier| context.tiers.contains(tier));
        let heading = match story {
            Some(story) if story.about.iter().all(keeps) => context.tell(story.heading, &[]),
            _ => part_heading(context, story),
        };
        if !context.is_whole() {
            return Headline::new(heading, part_summary(context));
        }
        let Some(story) = story else {
            return Headline::new(heading, String::new());
        };
        let narrow = context.layout.size.is_narrow();
        let lead = if narrow { String::new() } else { context.tell(story.lead, &[]) };
        let gap = if lead.is_empty() { "" } else { context.locale.ui.space };
        Headline::new(heading, text!("{lead}{gap}{context.tell(story.summary, &[])}"))
    }

    fn title(&self, context: &ChartContext<'_>) -> Option<(String, String)> {
        let indicator = context.dataset.indicator(context.indicator)?;
        let language = context.locale.language;
        if context.dataset.is_own {
            return Some(own_title(context, indicator));
        }
        Some((indicator.title.get(language).to_owned(), indicator.period.get(language).to_owned()))
    }

    fn draw(&self, context: &ChartContext<'_>) -> Scene {
        let rows = Rows::new(context);
        let canvas = Canvas::new(context.layout.width, rows.height());
        rows.draw_frame(&canvas);
        let mut line = 0;
        for row in &context.dataset.tiers {
            let kept = context.tiers.contains(row.tier);
            rows.draw_row(&canvas, row, line, kept);
            line += u8::from(kept);
        }
        canvas.finish(self.headline(context).heading)
    }

    fn notes(&self, context: &ChartContext<'_>) -> Vec<Note> {
        notes(context, WORD)
    }

    /// The table has all indicators, whichever is drawn.
    fn table_notes(&self, context: &ChartContext<'_>) -> Vec<Note> {
        table_notes(context, WORD)
    }

    fn table(&self, context: &ChartContext<'_>) -> Table {
        tier_table::table(context, WORD)
    }

    fn rows(&self, context: &ChartContext<'_>) -> Vec<ChartRow> {
        tier_table::rows(context)
    }

    fn provenance(&self, context: &ChartContext<'_>, key: MarkKey<'_>) -> Option<Provenance> {
        tier_table::provenance(context, key)
    }
}
