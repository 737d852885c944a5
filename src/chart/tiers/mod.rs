//! Bars, one for each tier, of one indicator.

mod chart;
mod diverging;
mod dots;
mod labels;
mod own;
mod rows;
mod title;

pub(super) use self::chart::Tiers;
use super::ChartContext;
use crate::dataset::Story;

/// Its word in the dataset.
const WORD: &str = "tiers";

/// What is written of the context's indicator. Without it the tiers are listed with their values.
fn story<'a>(context: &ChartContext<'a>) -> Option<&'a Story> {
    context.dataset.story(WORD, context.indicator)
}

#[cfg(test)]
mod tests;
