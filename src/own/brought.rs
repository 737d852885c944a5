//! Headings and summaries that the dataset brings along, with its figures in their places.

use std::cell::Cell;

use county_chains_words::own::Own;

use super::phrases::printed_count;
use super::words::{in_all, words};
use crate::dataset::{Dataset, Indicator, Noun, Selection, Story, UnitKind};
use crate::language::{Language, Localized};
use crate::locale::{Locale, render_with, share, share_of};
use crate::package::{self, Classes, Package};
use crate::quantity::{Quantity, rounded};
use crate::tier::Tier;

/// Puts what the dataset says in the place of our own sentences. It is about all tiers, so a filter brings ours back. A text that
/// asks for a figure that there is not leaves ours where it is.
pub(super) fn tell(package: &Package, dataset: &Dataset, own: &package::Story, story: &mut Story) {
    let indicator = match story.indicator {
        "" if !own.indicator.is_empty() => dataset.indicator(own.indicator),
        "" => dataset.indicators.first(),
        id => dataset.indicator(id),
    };
    let Some(indicator) = indicator else { return };
    let listed = Some(dataset.counties.len() as f64).filter(|count| *count > 0.0);
    let entities = printed_count(package, dataset).or(listed);
    for (text, place) in [(own.heading, &mut story.heading), (own.summary, &mut story.summary)] {
        let is_whole = Cell::new(!text.is_empty());
        let told = in_all(|language| {
            let (classes, locale) = (&package.classes, Locale::own(language));
            let figures = Figures { classes, entities, dataset, indicator, locale };
            render_with(text.get(language), &mut |name| {
                let figure = figures.of(name);
                is_whole.set(is_whole.get() && figure.is_some());
                Some(figure.unwrap_or_default())
            })
        });
        if is_whole.get() {
            *place = told;
        }
    }
}

/// What fills the places of a text.
struct Figures<'a> {
    classes: &'a Classes,
    /// How many entities there are, in classes and in none.
    entities: Option<f64>,
    dataset: &'a Dataset,
    indicator: &'a Indicator,
    locale: &'a Locale,
}

impl Figures<'_> {
    /// What a place asks for: `v:CLASS` its value, `c:CLASS` its number of entities, `s:CLASS` its share of the sum, each also
    /// without the colon; `gap:A:B` the difference of two values, `max`, `min`, `sum`, `total` that the source states, `n` the
    /// number of all entities.
    fn of(&self, name: &str) -> Option<String> {
        let Figures { classes, entities, dataset, indicator, locale } = self;
        let whole = Selection::new(dataset, dataset.all_tiers());
        let written = |quantity: Quantity| Some(locale.quantity(&quantity, indicator));
        let of = |tier: Tier| dataset.measure(indicator.id, tier).quantity();
        let all = || dataset.tiers.iter().filter_map(|row| of(row.tier));
        let in_order = |a: &Quantity, b: &Quantity| {
            a.middle().total_cmp(&b.middle()).then(a.qualifier.side().cmp(&b.qualifier.side()))
        };
        let count = dataset.counting_indicator();
        match name {
            "max" => written(all().max_by(in_order)?),
            "min" => written(all().min_by(in_order)?),
            "sum" => Some(locale.sum(&whole.sum(indicator.id)?, indicator)),
            "total" => written(dataset.stated(indicator)?),
            "n" => Some(locale.number((*entities)?)),
            _ => match name.strip_prefix("gap:") {
                Some(pair) => {
                    let (one, other) = classes.pair(pair)?;
                    let (one, other) = (of(one)?, of(other)?);
                    let gap = (one.middle() - other.middle()).abs();
                    let qualifier = one.qualifier.and(other.qualifier);
                    let gap = Quantity { qualifier, ..Quantity::printed(rounded(gap, 6)) };
                    Some(locale.quantity(&gap, &difference(indicator)))
                }
                None => {
                    let (kind, class) = name.split_at_checked(1)?;
                    let tier = classes.meant(class.strip_prefix(':').unwrap_or(class))?;
                    match kind {
                        "v" => written(of(tier)?),
                        "c" => Some(locale.number(dataset.measure(count?.id, tier).quantity()?.low)),
                        // Of a whole in which something is below zero, nothing is a part.
                        "s" if all().any(|value| value.low < 0.0) => None,
                        "s" => Some(share(locale, &share_of(of(tier)?, whole.sum(indicator.id)?)?)),
                        _ => None,
                    }
                }
            },
        }
    }
}

/// The indicator, as the difference of two of its values is told: percentages differ by points, and ranks by places.
fn difference(indicator: &Indicator) -> Indicator {
    let pick: fn(&Own) -> [&'static str; 2] = match indicator.kind {
        UnitKind::Percent => |words| words.headlines.points,
        UnitKind::Rank => |words| words.headlines.places,
        UnitKind::Money | UnitKind::Count => return indicator.clone(),
    };
    let [zh_hans, zh_hant, en] = Language::ALL.map(|language| pick(words(language)));
    let name = Localized { zh_hans: zh_hans[1], zh_hant: zh_hant[1], en: en[1] };
    let noun = Noun { name, en_one: en[0], symbol: "" };
    Indicator { kind: UnitKind::Count, noun, ..indicator.clone() }
}
