//! What the chart tells and draws. The modules beside it draw its pictures for datasets of others too.

part::module!(shares);

use super::bar::{Bar, WORD, about_tier};
use super::bars::Bars;
use crate::chart::headline::{none_selected, part_heading, part_summary};
use crate::chart::notes::table_notes;
use crate::chart::table::Table;
use crate::chart::told::{notes, own_part};
use crate::chart::{Chart, ChartContext, ChartRow, FilterEffect, Headline, Note, Provenance, tier_table};
use crate::dataset::Dataset;
use crate::scene::{Canvas, MarkKey, Scene};

/// The whole bars.
pub(in crate::chart) struct Shares;

impl Chart for Shares {
    fn is_supported(&self, dataset: &Dataset) -> bool {
        dataset.indicators.iter().any(|indicator| indicator.is_added())
    }

    fn filter_effect(&self) -> FilterEffect {
        FilterEffect::Dims
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
        let Some(story) = context.dataset.story(WORD, "") else {
            return Headline::new(String::new(), String::new());
        };
        let is_about = |tier| context.dataset.tier(tier).is_some_and(|row| story.about.contains(&row.code));
        let heading = match context.tiers.single() {
            Some(tier) if !is_about(tier) => about_tier(context, story.part, tier),
            None if !context.is_whole() => {
                let context = last_share(context);
                part_heading(&context, context.dataset.story("tiers", context.indicator))
            }
            _ => context.tell(story.heading, &[]),
        };
        let summary =
            if context.is_whole() { context.tell(story.summary, &[]) } else { part_summary(context) };
        Headline::new(heading, summary)
    }

    fn draw(&self, context: &ChartContext<'_>) -> Scene {
        let bars = Bars::new(context);
        let canvas = Canvas::new(context.layout.width, bars.height());
        bars.draw(&canvas);
        canvas.finish(self.headline(context).heading)
    }

    fn notes(&self, context: &ChartContext<'_>) -> Vec<Note> {
        notes(&last_share(context), WORD)
    }

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

/// The same context for the share that the last bar is made of, which heading and notes of several tiers speak of.
fn last_share<'a>(context: &ChartContext<'a>) -> ChartContext<'a> {
    let share = Bar::all(context).last().map_or("", |bar| bar.indicator.share);
    ChartContext { indicator: share, ..*context }
}
