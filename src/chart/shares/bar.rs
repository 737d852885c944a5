//! One bar: an indicator as the shares that tiers have of it.

use crate::chart::ChartContext;
use crate::chart::template::rounded;
use crate::dataset::{Indicator, Story};
use crate::language::Localized;
use crate::locale::{render, share};
use crate::quantity::{Quantity, percent};
use crate::tier::Tier;

/// The chart's word in the dataset.
pub(super) const WORD: &str = "shares";

/// A text about one tier.
pub(super) fn about_tier(context: &ChartContext<'_>, text: Localized, tier: Tier) -> String {
    let row = context.dataset.tier(tier);
    let noun = row.map_or("", |row| row.attributive.get(context.locale.language));
    context.tell_of(tier, text, &[("tier", noun)])
}

/// One of the bars: an indicator with what is written of it.
#[derive(Clone, Copy)]
pub(super) struct Bar<'a> {
    pub(super) index: usize,
    pub(super) indicator: &'a Indicator,
    pub(super) story: &'a Story,
}

impl<'a> Bar<'a> {
    /// The bars, in the order of their stories.
    pub(super) fn all(context: &ChartContext<'a>) -> Vec<Bar<'a>> {
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
    pub(super) fn length(self, context: &ChartContext<'_>, tier: Tier) -> f64 {
        let drawn = if self.indicator.share.is_empty() { self.indicator.id } else { self.indicator.share };
        let part = |tier| context.measure(drawn, tier).quantity().map_or(0.0, |part| part.middle());
        let total: f64 = context.dataset.tiers.iter().map(|row| part(row.tier)).sum();
        part(tier) / total * 100.0
    }

    pub(super) fn share(self, context: &ChartContext<'_>, tier: Tier) -> String {
        match self.quantity(context, tier) {
            None => String::new(),
            Some(found) if context.dataset.is_own => share(context.locale, &found),
            Some(found) => context.locale.range(&found, |value| percent(value, 1)),
        }
    }

    /// The share where room is short: a range is rounded.
    pub(super) fn short_share(self, context: &ChartContext<'_>, tier: Tier) -> String {
        match self.quantity(context, tier) {
            Some(share) if share.low < share.high => {
                render(context.locale.shares.about, &[("share", &rounded(&share))])
            }
            _ => self.share(context, tier),
        }
    }

    /// The share as it is spoken, which says whether it is derived.
    pub(super) fn spoken_share(self, context: &ChartContext<'_>, tier: Tier) -> String {
        let derived = self.quantity(context, tier).is_some_and(|share| share.derived);
        context.tagged(self.share(context, tier), derived)
    }

    /// The absolute value in a segment.
    pub(super) fn value(self, context: &ChartContext<'_>, tier: Tier) -> String {
        match context.measure(self.indicator.id, tier).quantity() {
            Some(quantity) => context.locale.short(&quantity, self.indicator),
            None => context.value(self.indicator.id, tier),
        }
    }
}
