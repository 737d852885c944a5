//! What the chart is told: an indicator of many entities, with the words for it.

use super::shape::MOST_DOTS;
use super::words::words;
use crate::chart::ChartContext;
use crate::chart::index::Values;
use crate::chart::table::Figure;
use crate::dataset::{CountyValues, Indicator, Noun};
use crate::language::Language;
use crate::locale::Locale;
use crate::tier::{Tier, TierSet};

/// A class, which has a lane of its own.
#[derive(Debug, Clone, Copy)]
pub struct Class<'a> {
    /// Its word in keys.
    pub code: &'static str,
    /// What it is called.
    pub name: &'a str,
}

impl Class<'_> {
    /// The word of the lane that holds the entities without a class. No class can be called so: it is the attribute’s word for
    /// an empty selection.
    pub(super) const NONE: &'static str = "none";
}

/// The entities, by their place in the file.
pub trait Entities {
    /// The code of an entity, by which pages and links know it.
    fn code(&self, entity: usize) -> &'static str;
    /// The entity with a code.
    fn place(&self, code: &str) -> Option<usize>;
    /// Its name.
    fn name(&self, entity: usize, language: Language) -> &'static str;
}

/// The indicator that is asked for with its values; where it has none of entities, the first that has.
pub(super) fn measured<'a>(context: &ChartContext<'a>) -> Option<(&'a Indicator, &'a CountyValues)> {
    let all = &context.dataset.county_values;
    let values = all.iter().find(|values| values.indicator == context.indicator).or(all.first())?;
    Some((context.dataset.indicator(values.indicator)?, values))
}

/// What the values of an indicator are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// Numbers.
    Number,
    /// Ranks, of which the least is the highest.
    Rank,
    /// Years, which are early or late.
    Year,
}

/// An indicator of many entities.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// What is measured: GDP per person.
    pub title: &'a str,
    /// When; empty where it is not said.
    pub period: &'a str,
    /// What stands under the axis; empty where the ticks say it.
    pub unit: &'a str,
    /// The unit in the head of a column.
    pub head: &'a str,
    /// What an entity is called, and several.
    pub noun: Noun,
    /// The classes in their order; the place of a class is that of its tier.
    pub classes: &'a [Class<'a>],
    /// The values.
    pub values: Values<'a>,
    /// The entities.
    pub entities: &'a dyn Entities,
    /// Whether equal ratios are to be equally long.
    pub is_log: bool,
    /// What the values are, which says what their ends are called.
    pub nature: Nature,
    /// A value with its unit.
    pub figure: &'a dyn Fn(f64) -> String,
    /// A value at a tick, and where a figure has no room.
    pub bare: &'a dyn Fn(f64) -> String,
    /// A value in a table whose head names the unit.
    pub cell: &'a dyn Fn(f64) -> Figure,
}

impl<'a> Subject<'a> {
    /// Whether its entities are too many for a table that is in a page as a whole.
    pub(super) fn is_long(&self) -> bool {
        self.values.values.len() > MOST_DOTS
    }

    /// What belongs to the least value and to the greatest, as what belongs to the lowest and to the highest: no. 1 of a ranking
    /// is its highest.
    pub(super) fn ends<T>(&self, [least, greatest]: [T; 2]) -> [T; 2] {
        if self.nature == Nature::Rank { [greatest, least] } else { [least, greatest] }
    }

    /// The name of a lane.
    pub(super) fn lane_name(&self, locale: &Locale, lane: usize) -> &'a str {
        self.classes.get(lane).map_or(words(locale).no_class, |class| class.name)
    }

    /// Whether a filter keeps a lane. Those without a class may be of any.
    pub(super) fn keeps(&self, tiers: TierSet, lane: usize) -> bool {
        self.tier(lane).is_none_or(|tier| tiers.contains(tier))
    }

    /// The tier of a lane; `None` for the lane of those without a class.
    pub(super) fn tier(&self, lane: usize) -> Option<Tier> {
        (lane < self.classes.len()).then(|| Tier::at(lane))
    }
}
