//! Indicators as whole bars of the tiers' shares, joined by ribbons.

mod bars;
mod segment;

use self::bars::Bars;
use super::headline::{none_selected, part_heading, part_summary};
use super::notes::{notes, table_notes};
use super::table::Table;
use super::template::rounded;
use super::{Brief, Chart, FilterEffect, Headline, Note, Provenance, tier_table};
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

    fn headline(&self, brief: &Brief<'_>) -> Headline {
        if brief.tiers.is_empty() {
            return none_selected(brief);
        }
        let Some(story) = brief.dataset.story(WORD, "") else {
            return Headline::new(String::new(), String::new());
        };
        let is_about = |tier| brief.dataset.tier(tier).is_some_and(|row| story.about.contains(&row.code));
        let heading = match brief.tiers.single() {
            Some(tier) if !is_about(tier) => about_tier(brief, story.part, tier),
            None if !brief.is_whole() => {
                let brief = last_share(brief);
                part_heading(&brief, brief.dataset.story("tiers", brief.indicator))
            }
            _ => brief.tell(story.heading, &[]),
        };
        let summary = if brief.is_whole() { brief.tell(story.summary, &[]) } else { part_summary(brief) };
        Headline::new(heading, summary)
    }

    fn draw(&self, brief: &Brief<'_>) -> Scene {
        let bars = Bars::new(brief);
        let canvas = Canvas::new(brief.layout.width, bars.height());
        bars.draw(&canvas);
        canvas.finish(self.headline(brief).heading)
    }

    fn notes(&self, brief: &Brief<'_>) -> Vec<Note> {
        notes(&last_share(brief), WORD)
    }

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

/// The same brief for the share that the last bar is made of, which heading and notes of several tiers speak of.
fn last_share<'a>(brief: &Brief<'a>) -> Brief<'a> {
    let share = Bar::all(brief).last().map_or("", |bar| bar.indicator.share);
    Brief { indicator: share, ..*brief }
}

/// A text about one tier.
fn about_tier(brief: &Brief<'_>, text: Localized, tier: Tier) -> String {
    let row = brief.dataset.tier(tier);
    let noun = row.map_or("", |row| row.attributive.get(brief.locale.language));
    brief.tell_of(tier, text, &[("tier", noun)])
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
    fn all(brief: &Brief<'a>) -> Vec<Bar<'a>> {
        let stories = brief.dataset.stories.iter().filter(|story| story.chart == WORD);
        let bars = stories.filter_map(|story| Some((brief.dataset.indicator(story.indicator)?, story)));
        bars.enumerate().map(|(index, (indicator, story))| Bar { index, indicator, story }).collect()
    }

    /// A tier's share in percent: the indicator of shares, or without one its part in the sum of all tiers.
    fn quantity(self, brief: &Brief<'_>, tier: Tier) -> Option<Quantity> {
        match self.indicator.share {
            "" => brief.share_of_sum(self.indicator.id, tier),
            share => brief.measure(share, tier).quantity(),
        }
    }

    /// The length of a tier's segment, in percent of the bar. Printed shares are rounded and add up to a little more or
    /// less.
    fn length(self, brief: &Brief<'_>, tier: Tier) -> f64 {
        let drawn = if self.indicator.share.is_empty() { self.indicator.id } else { self.indicator.share };
        let part = |tier| brief.measure(drawn, tier).quantity().map_or(0.0, |part| part.middle());
        let total: f64 = brief.dataset.tiers.iter().map(|row| part(row.tier)).sum();
        part(tier) / total * 100.0
    }

    fn share(self, brief: &Brief<'_>, tier: Tier) -> String {
        let share = self.quantity(brief, tier);
        share.map_or_else(String::new, |share| {
            brief.locale.range(&share, |value| concat(&[&trimmed(value, 1), "%"]))
        })
    }

    /// The share where room is short: a range is rounded.
    fn short_share(self, brief: &Brief<'_>, tier: Tier) -> String {
        match self.quantity(brief, tier) {
            Some(share) if share.low < share.high => {
                fill(brief.locale.shares.about, &[("share", &rounded(&share))])
            }
            _ => self.share(brief, tier),
        }
    }

    /// The share as it is spoken, which says whether it is derived.
    fn spoken_share(self, brief: &Brief<'_>, tier: Tier) -> String {
        let derived = self.quantity(brief, tier).is_some_and(|share| share.derived);
        brief.tagged(self.share(brief, tier), derived)
    }

    /// The absolute value in a segment.
    fn value(self, brief: &Brief<'_>, tier: Tier) -> String {
        match brief.measure(self.indicator.id, tier).quantity() {
            Some(quantity) => brief.locale.short(&quantity, self.indicator),
            None => brief.value(self.indicator.id, tier),
        }
    }
}
