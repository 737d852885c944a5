//! Indicators as whole bars of the tiers' shares, joined by ribbons.

mod bars;
mod segment;

use self::bars::Bars;
use super::headline::{none_selected, part_heading, part_summary};
use super::notes::{notes, table_notes};
use super::table::Table;
use super::template::rounded;
use super::{Chart, ChartContext, FilterEffect, Headline, Note, Provenance, tier_table};
use crate::dataset::{Indicator, Story};
use crate::language::Localized;
use crate::locale::fill;
use crate::quantity::{Quantity, trimmed};
use crate::scene::{Canvas, Scene};
use crate::tier::Tier;
use crate::word::concat;

/// The whole bars.
pub(super) struct Shares;

/// Its word in the dataset.
const WORD: &str = "shares";

impl Chart for Shares {
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

    fn provenance(&self, context: &ChartContext<'_>, key: &str) -> Option<Provenance> {
        tier_table::provenance(context, key)
    }
}

/// The same context for the share that the last bar is made of, which heading and notes of several tiers speak of.
fn last_share<'a>(context: &ChartContext<'a>) -> ChartContext<'a> {
    let share = Bar::all(context).last().map_or("", |bar| bar.indicator.share);
    ChartContext { indicator: share, ..*context }
}

/// A text about one tier.
fn about_tier(context: &ChartContext<'_>, text: Localized, tier: Tier) -> String {
    let row = context.dataset.tier(tier);
    let noun = row.map_or("", |row| row.attributive.get(context.locale.language));
    context.tell_of(tier, text, &[("tier", noun)])
}

/// One of the bars: an indicator with what is written of it.
#[derive(Clone, Copy)]
struct Bar<'a> {
    index: usize,
    indicator: &'a Indicator,
    story: &'a Story,
}

impl<'a> Bar<'a> {
    /// The bars, in the order of their stories.
    fn all(context: &ChartContext<'a>) -> Vec<Bar<'a>> {
        let stories = context.dataset.stories.iter().filter(|story| story.chart == WORD);
        let bars = stories.filter_map(|story| Some((context.dataset.indicator(story.indicator)?, story)));
        bars.enumerate().map(|(index, (indicator, story))| Bar { index, indicator, story }).collect()
    }

    /// A tier's share in percent: the indicator of shares, or without one its part in the sum of all tiers.
    fn quantity(self, context: &ChartContext<'_>, tier: Tier) -> Option<Quantity> {
        match self.indicator.share {
            "" => context.share_of_sum(self.indicator.id, tier),
            share => context.measure(share, tier).quantity(),
        }
    }

    /// The length of a tier's segment, in percent of the bar. Printed shares are rounded and add up to a little more or
    /// less.
    fn length(self, context: &ChartContext<'_>, tier: Tier) -> f64 {
        let drawn = if self.indicator.share.is_empty() { self.indicator.id } else { self.indicator.share };
        let part = |tier| context.measure(drawn, tier).quantity().map_or(0.0, |part| part.middle());
        let total: f64 = context.dataset.tiers.iter().map(|row| part(row.tier)).sum();
        part(tier) / total * 100.0
    }

    fn share(self, context: &ChartContext<'_>, tier: Tier) -> String {
        let share = self.quantity(context, tier);
        share.map_or_else(String::new, |share| {
            context.locale.range(&share, |value| concat(&[&trimmed(value, 1), "%"]))
        })
    }

    /// The share where room is short: a range is rounded.
    fn short_share(self, context: &ChartContext<'_>, tier: Tier) -> String {
        match self.quantity(context, tier) {
            Some(share) if share.low < share.high => {
                fill(context.locale.shares.about, &[("share", &rounded(&share))])
            }
            _ => self.share(context, tier),
        }
    }

    /// The share as it is spoken, which says whether it is derived.
    fn spoken_share(self, context: &ChartContext<'_>, tier: Tier) -> String {
        let derived = self.quantity(context, tier).is_some_and(|share| share.derived);
        context.tagged(self.share(context, tier), derived)
    }

    /// The absolute value in a segment.
    fn value(self, context: &ChartContext<'_>, tier: Tier) -> String {
        match context.measure(self.indicator.id, tier).quantity() {
            Some(quantity) => context.locale.short(&quantity, self.indicator),
            None => context.value(self.indicator.id, tier),
        }
    }
}
