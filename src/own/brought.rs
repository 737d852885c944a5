//! Headings and summaries that the dataset brings along, with its figures in their places.

use super::words::in_all;
use crate::dataset::{Dataset, Indicator, Selection, Story};
use crate::language::{Language, Localized};
use crate::locale::{Locale, render_with};
use crate::package;
use crate::quantity::{Quantity, percent, rounded};
use crate::tier::Tier;
use crate::word::text;

/// Puts what the dataset says in the place of our own sentences. It is about all tiers, so a filter brings ours back.
pub(super) fn tell(dataset: &Dataset, own: &package::Story, story: &mut Story) {
    let indicator = match story.indicator {
        "" => dataset.indicators.first(),
        id => dataset.indicator(id),
    };
    let Some(indicator) = indicator else { return };
    story.about = dataset.tiers.iter().map(|row| row.code).collect();
    for (text, place) in [(own.heading, &mut story.heading), (own.summary, &mut story.summary)] {
        if !text.is_empty() {
            *place = filled(dataset, indicator, text);
        }
    }
}

/// The text with its figures.
fn filled(dataset: &Dataset, indicator: &Indicator, text: Localized) -> Localized {
    in_all(|language| render_with(text.get(language), &mut |name| figure(dataset, indicator, language, name)))
}

/// What a place asks for: `v:CLASS` its value, `c:CLASS` its number of entities, `s:CLASS` its share of the sum, `gap:A:B`
/// the difference of two values, `max`, `min`, `sum`, `total` that the source states, `n` the number of all entities.
fn figure(dataset: &Dataset, indicator: &Indicator, language: Language, name: &str) -> Option<String> {
    let locale = Locale::own(language);
    let whole = Selection::new(dataset, dataset.all_tiers());
    let written = |quantity: Quantity| Some(locale.quantity(&quantity, indicator));
    let of = |class: &str| dataset.measure(indicator.id, tier(dataset, class)?).quantity();
    let all = || dataset.tiers.iter().filter_map(|row| dataset.measure(indicator.id, row.tier).quantity());
    let in_order = |a: &Quantity, b: &Quantity| a.middle().total_cmp(&b.middle());
    let count = dataset.counting_indicator();
    match name.split_once(':').unwrap_or((name, "")) {
        ("v", class) => written(of(class)?),
        ("c", class) => {
            let count = count?;
            Some(locale.number(dataset.measure(count.id, tier(dataset, class)?).quantity()?.low))
        }
        ("s", class) => Some(percent(of(class)?.middle() / whole.sum(indicator.id)?.middle() * 100.0, 1)),
        ("gap", classes) => {
            let (one, other) = classes.split_once(':')?;
            let gap = (of(one)?.middle() - of(other)?.middle()).abs();
            written(Quantity::printed(rounded(gap, 6)))
        }
        ("max", "") => written(all().max_by(in_order)?),
        ("min", "") => written(all().min_by(in_order)?),
        ("sum", "") => Some(locale.sum(&whole.sum(indicator.id)?, indicator)),
        ("total", "") => written(Quantity::printed(dataset.number(indicator.total)?)),
        ("n", "") => Some(locale.number(whole.sum(count?.id)?.low)),
        // The first letter with a number: `v1`.
        _ => {
            let (kind, number) = name.split_at_checked(1)?;
            let number = number.parse::<usize>().ok().filter(|_| ["v", "c", "s"].contains(&kind))?;
            let code = dataset.tiers.get(number.checked_sub(1)?)?.code;
            figure(dataset, indicator, language, &text!("{kind}:{code}"))
        }
    }
}

/// The tier of a class: by its word, or by its number.
fn tier(dataset: &Dataset, class: &str) -> Option<Tier> {
    dataset.tier_of(class).or_else(|| {
        let number = class.parse::<usize>().ok()?;
        Some(dataset.tiers.get(number.checked_sub(1)?)?.tier)
    })
}
