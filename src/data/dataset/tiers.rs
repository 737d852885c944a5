//! The tiers of a dataset: their words in attributes, addresses and files.

use super::{Dataset, TierRow};
use crate::tier::{Tier, TierSet};
use crate::word::{joined, listed, not_one_of};

impl Dataset {
    /// All tiers: no filter.
    pub fn all_tiers(&self) -> TierSet {
        TierSet::first(self.tiers.len())
    }

    /// The row of `tier`; `None` where the dataset has fewer tiers.
    pub fn tier(&self, tier: Tier) -> Option<&TierRow> {
        self.tiers.get(tier.index())
    }

    /// The word of `tier`, such as `1`; empty where the dataset has fewer tiers.
    pub fn tier_code(&self, tier: Tier) -> &'static str {
        self.tier(tier).map_or("", |row| row.code)
    }

    /// The tier with this word.
    pub fn tier_of(&self, code: &str) -> Option<Tier> {
        self.tiers.iter().find(|row| row.code == code).map(|row| row.tier)
    }

    /// Whether all that [`Dataset::tier_codes`] has written of a dataset, maybe of another one, are words of tiers here. A
    /// number stands for a tier only in what somebody has written for this dataset.
    pub fn has_tiers(&self, codes: &str) -> bool {
        codes == "none" || listed(codes).all(|code| self.tier_of(code).is_some())
    }

    /// Reads tiers separated by spaces, commas or `~`, each by its word or number; `all` and `none` by name. An empty text
    /// is all.
    ///
    /// ```
    /// # use county_chains::dataset;
    /// let dataset = dataset::embedded();
    /// let tiers = dataset.parse_tiers("2,1")?;
    /// assert_eq!(dataset.tier_codes(tiers), "1 2");
    /// assert_eq!(dataset.parse_tiers("9").unwrap_err(), "unknown tier \"9\", expected one of: 1, 2, 3, 4, none");
    /// # Ok::<(), String>(())
    /// ```
    ///
    /// # Errors
    /// Names the first word that is no tier, and those that are.
    pub fn parse_tiers(&self, text: &str) -> Result<TierSet, String> {
        match text.trim() {
            "" | "all" => return Ok(self.all_tiers()),
            "none" => return Ok(TierSet::NONE),
            _ => {}
        }
        listed(text).try_fold(TierSet::NONE, |set, word| {
            let codes = || self.tiers.iter().map(|row| row.code);
            let tier = Tier::meant(word, codes());
            tier.map(|tier| set.with(tier))
                .ok_or_else(|| not_one_of("tier", word, &mut codes().chain(["none"])))
        })
    }

    /// The words of a set in order, `1 2`, or `none`: the form of the attribute.
    pub fn tier_codes(&self, tiers: TierSet) -> String {
        if tiers.is_empty() {
            return "none".to_owned();
        }
        joined(" ", tiers.iter().map(|tier| self.tier_code(tier)))
    }
}
