//! What a filter keeps of a dataset: the question's answer, as rows.

use super::measure::{Step, added, part_of};
use super::{County, Dataset, Formula, Measure, TierRow, UnitKind};
use crate::quantity::Quantity;
use crate::tier::TierSet;

/// The rows of a dataset that a set of tiers keeps.
#[derive(Debug, Clone, Copy)]
pub struct Selection<'a> {
    dataset: &'a Dataset,
    tiers: TierSet,
}

impl<'a> Selection<'a> {
    /// The rows of `dataset` in `tiers`.
    pub fn new(dataset: &'a Dataset, tiers: TierSet) -> Self {
        Selection { dataset, tiers }
    }

    /// The set that was asked for.
    pub fn tiers(&self) -> TierSet {
        self.tiers
    }

    /// Whether nothing is filtered out.
    pub fn is_whole(&self) -> bool {
        self.tiers == self.dataset.all_tiers()
    }

    /// The tiers kept, in order.
    pub fn rows(&self) -> impl Iterator<Item = &'a TierRow> + use<'a> {
        let tiers = self.tiers;
        self.dataset.tiers.iter().filter(move |row| tiers.contains(row.tier))
    }

    /// Whether the filter leaves `county` as it is. A county whose tier is not known may be in any
    /// tier, so no filter can set it aside.
    pub fn keeps(&self, county: &County) -> bool {
        county.tier.is_none_or(|tier| self.tiers.contains(tier))
    }

    /// The sum of an additive indicator over the kept tiers; `None` where a part is missing, nothing is
    /// kept, or adding would mean nothing.
    ///
    /// ```
    /// # use county_chains::dataset::{self, Selection};
    /// let dataset = dataset::embedded();
    /// let tiers = dataset.parse_tiers("1 2")?;
    /// let selection = Selection::new(&dataset, tiers);
    /// assert_eq!(selection.sum("counties").map(|sum| sum.low), Some(18.0));
    /// assert_eq!(selection.sum("growth"), None);
    /// # Ok::<(), String>(())
    /// ```
    pub fn sum(&self, indicator: &str) -> Option<Quantity> {
        let found = self.dataset.indicator(indicator)?;
        if self.tiers.is_empty() || !found.additive {
            return None;
        }
        match self.tiers.single() {
            Some(tier) => self.dataset.measure(indicator, tier).quantity(),
            None => Some(self.addition(indicator)?.result.0),
        }
    }

    /// How the sum of an indicator over the kept tiers is worked out; `None` where a part is missing.
    pub fn addition(&self, indicator: &str) -> Option<Step> {
        let found = self.dataset.indicator(indicator)?;
        // Printed shares are rounded: those of several tiers come from what they are shares of.
        if let Formula::Part(part, whole) = found.formula {
            let whole = Quantity::printed(self.dataset.number(whole)?);
            return part_of((self.sum(part)?, UnitKind::Count), (whole, UnitKind::Count));
        }
        let mut terms = Vec::new();
        for row in self.rows() {
            terms.push((self.dataset.measure(indicator, row.tier).quantity()?, found.kind));
        }
        added(terms, self.dataset.is_own)
    }

    /// The indicator of each kept tier.
    pub fn measures(&self, indicator: &'a str) -> impl Iterator<Item = (&'a TierRow, Measure<'a>)> + use<'a> {
        let dataset = self.dataset;
        self.rows().map(move |row| (row, dataset.measure(indicator, row.tier)))
    }
}
