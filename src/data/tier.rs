//! Tiers, the classes that a dataset sorts its counties into, and sets of them.
//!
//! What a tier is called stands in the dataset; here it is known by its place among the tiers alone.

use crate::quantity::count_text;

/// The most tiers that a dataset may have: for so many there are colours.
pub const MOST_TIERS: usize = 12;

/// A tier, by its place in the dataset's order of tiers. That order is the source's and no ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tier(u8);

impl Tier {
    /// The tier at `index`, from 0; from [`MOST_TIERS`] on the last that there can be.
    pub const fn at(index: usize) -> Tier {
        Tier(if index < MOST_TIERS { index as u8 } else { MOST_TIERS as u8 - 1 })
    }

    /// Its place, from 0.
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The tier that somebody means: by its word among `words`, those of all tiers in order, or by its number from 1 where
    /// no tier has this word.
    ///
    /// ```
    /// # use county_chains::tier::Tier;
    /// let found = |word| Tier::meant(word, ["low", "1"].into_iter());
    /// assert_eq!([found("low"), found("1"), found("2")], [0, 1, 1].map(|place| Some(Tier::at(place))));
    /// assert_eq!([found("0"), found("3"), found("02"), found("")], [None; 4]);
    /// ```
    pub fn meant<'a>(word: &str, words: impl Iterator<Item = &'a str>) -> Option<Tier> {
        let mut numbered = None;
        for (index, other) in words.enumerate() {
            if other == word {
                return Some(Tier::at(index));
            }
            if count_text(index + 1) == word {
                numbered = Some(Tier::at(index));
            }
        }
        numbered
    }
}

/// A set of tiers: what the filter keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TierSet(u16);

impl TierSet {
    /// No tier.
    pub const NONE: TierSet = TierSet(0);

    /// The first `count` tiers: all of a dataset that has so many, [`MOST_TIERS`] at the most.
    ///
    /// ```
    /// # use county_chains::tier::{Tier, TierSet};
    /// let three = TierSet::first(3);
    /// assert_eq!(three.toggled(Tier::at(2)), TierSet::first(2));
    /// assert_eq!(TierSet::first(1).single(), Some(Tier::at(0)));
    /// ```
    pub const fn first(count: usize) -> TierSet {
        TierSet((1 << if count < MOST_TIERS { count } else { MOST_TIERS }) - 1)
    }

    /// The set of one tier.
    pub const fn only(tier: Tier) -> TierSet {
        TierSet(1 << tier.0)
    }

    /// Whether `tier` is in the set.
    pub const fn contains(self, tier: Tier) -> bool {
        self.0 & TierSet::only(tier).0 != 0
    }

    /// The set with `tier` put in if it was out, taken out if it was in.
    pub const fn toggled(self, tier: Tier) -> TierSet {
        TierSet(self.0 ^ TierSet::only(tier).0)
    }

    /// The set with `tier` in it.
    pub const fn with(self, tier: Tier) -> TierSet {
        TierSet(self.0 | TierSet::only(tier).0)
    }

    /// The tiers in order.
    pub fn iter(self) -> impl Iterator<Item = Tier> {
        (0..MOST_TIERS).map(Tier::at).filter(move |tier| self.contains(*tier))
    }

    /// How many tiers are in the set.
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether no tier is in the set.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The only tier of a set of one.
    pub fn single(self) -> Option<Tier> {
        if self.len() == 1 { self.iter().next() } else { None }
    }
}

impl FromIterator<Tier> for TierSet {
    fn from_iter<I: IntoIterator<Item = Tier>>(tiers: I) -> Self {
        tiers.into_iter().fold(TierSet::NONE, TierSet::with)
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_TIERS, Tier, TierSet};

    #[test]
    fn a_set_holds_what_was_put_in_and_no_more() {
        let all = TierSet::first(MOST_TIERS);
        assert_eq!(all.iter().map(Tier::index).collect::<Vec<_>>(), (0..MOST_TIERS).collect::<Vec<_>>());
        assert_eq!(TierSet::first(99), all);
        let fifth = Tier::at(4);
        assert!(!TierSet::first(4).contains(fifth));
        assert_eq!(TierSet::first(4).with(fifth), TierSet::first(5));
        assert_eq!(TierSet::first(5).toggled(fifth), TierSet::first(4));
        assert_eq!((TierSet::only(fifth).single(), TierSet::first(2).single()), (Some(fifth), None));
        assert_eq!(TierSet::NONE.iter().count(), 0);
    }
}
