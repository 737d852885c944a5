//! How values spread around their median, in words that are true of few values too.

use super::frame::Frame;
use super::words::words;
use crate::chart::index::Quantiles;
use crate::locale::{Locale, render};
use crate::scene::Stop;

/// From so many values on they have quartiles.
const QUARTERED: usize = 4;

/// Among so many values, those between the quartiles are about half of all, whatever is left over.
const MANY: usize = 20;

/// Between which values half of `count` values lie, or what their quartiles are; nothing where they are too few. `within` of them
/// lie between the quartiles.
fn spread(locale: &Locale, count: usize, within: usize, [low, high]: [&str; 2]) -> String {
    if count < QUARTERED {
        return String::new();
    }
    let [half, about_half, quartiles] = words(locale).spread;
    let last = count - 1;
    let between = last * 3 / 4 + 1 - last.div_ceil(4);
    // Where many are equal to a quartile, far more than half may lie there.
    let (part, of) = if count < MANY { (3, 5) } else { (11, 20) };
    let template = match count {
        _ if within * of > count * part => quartiles,
        _ if between * 2 >= count => half,
        MANY.. => about_half,
        _ => quartiles,
    };
    render(template, &[("low", low), ("high", high)])
}

impl Frame<'_> {
    /// How the values of some lanes spread around their median, between quartiles that are written so; nothing where these are
    /// equal.
    pub(super) fn spread(&self, lanes: &[usize], found: &Quantiles, written: [&str; 2]) -> String {
        if found.lower == found.upper {
            return String::new();
        }
        let count = lanes.iter().map(|lane| self.index.lane(*lane).with).sum();
        let within = self.index.within(lanes, [found.lower, found.upper]);
        spread(self.context.locale, count, within, written)
    }

    /// Whether a lane has enough values for quartiles.
    pub(super) fn is_quartered(&self, lane: usize) -> bool {
        self.index.lane(lane).with >= QUARTERED
    }

    /// Whether a stop of a lane is drawn.
    pub(super) fn has_stop(&self, lane: usize, stop: Stop) -> bool {
        self.is_quartered(lane) || !matches!(stop, Stop::LowerQuartile | Stop::UpperQuartile)
    }
}

#[cfg(test)]
mod tests {
    use super::spread;
    use crate::language::Language;
    use crate::locale::Locale;

    #[test]
    fn half_is_told_where_at_least_half_of_the_values_lie_between_the_quartiles() {
        for count in 0..60_usize {
            // The places of the quartiles by definition 7, counted in quarters.
            let (low, high) = (count.saturating_sub(1), 3 * count.saturating_sub(1));
            let between = (0..count).filter(|place| (low..=high).contains(&(4 * place))).count();
            let told = spread(Locale::own(Language::En), count, between, ["1", "2"]);
            let is_half = count >= 4 && 2 * between >= count;
            assert_eq!(told == ", half between 1 and 2", is_half, "{count}: {told}");
            assert_eq!(told.is_empty(), count < 4, "{count}: {told}");
            assert_eq!(
                told == ", quartiles 1 and 2",
                (4..20).contains(&count) && !is_half,
                "{count}: {told}"
            );
        }
    }

    #[test]
    fn what_is_more_than_half_for_equal_values_is_not_called_half() {
        for (count, within, told) in [
            (12, 7, ", half between 1 and 2"),
            (12, 8, ", quartiles 1 and 2"),
            (200, 100, ", half between 1 and 2"),
            (200, 110, ", half between 1 and 2"),
            (200, 111, ", quartiles 1 and 2"),
        ] {
            assert_eq!(
                spread(Locale::own(Language::En), count, within, ["1", "2"]),
                told,
                "{within} of {count}"
            );
        }
    }
}
