//! The four tiers and sets of them.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::word::{Named, joined, listed};

/// One of the four tiers. The order 1 to 4 is the source's; it is no ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// 一类
    One,
    /// 二类
    Two,
    /// 三类
    Three,
    /// 四类, also called 融合发展类
    Four,
}

impl Tier {
    /// The four tiers in order.
    pub const ALL: [Tier; 4] = [Tier::One, Tier::Two, Tier::Three, Tier::Four];

    /// 1 to 4.
    pub const fn number(self) -> u8 {
        match self {
            Tier::One => 1,
            Tier::Two => 2,
            Tier::Three => 3,
            Tier::Four => 4,
        }
    }

    /// The tier with this number.
    pub fn from_number(number: u8) -> Option<Tier> {
        Tier::ALL.into_iter().find(|tier| tier.number() == number)
    }
}

impl Named for Tier {
    const WHAT: &'static str = "tier";
    const ALL: &'static [Self] = &Tier::ALL;

    fn word(self) -> &'static str {
        match self {
            Tier::One => "1",
            Tier::Two => "2",
            Tier::Three => "3",
            Tier::Four => "4",
        }
    }
}

impl Serialize for Tier {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.number())
    }
}

impl<'de> Deserialize<'de> for Tier {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u8::deserialize(deserializer)?;
        Tier::from_number(number).ok_or_else(|| serde::de::Error::custom("expected a tier from 1 to 4"))
    }
}

/// A set of tiers: what the filter keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TierSet(u8);

impl TierSet {
    /// No tier.
    pub const NONE: TierSet = TierSet(0);
    /// All four tiers: no filter.
    pub const ALL: TierSet = TierSet(0b1111);

    const fn bit(tier: Tier) -> u8 {
        1 << (tier.number() - 1)
    }

    /// The set of one tier.
    pub const fn only(tier: Tier) -> TierSet {
        TierSet(TierSet::bit(tier))
    }

    /// Whether `tier` is in the set.
    pub const fn contains(self, tier: Tier) -> bool {
        self.0 & TierSet::bit(tier) != 0
    }

    /// The set with `tier` put in if it was out, taken out if it was in.
    pub const fn toggled(self, tier: Tier) -> TierSet {
        TierSet(self.0 ^ TierSet::bit(tier))
    }

    /// The set with `tier` in it.
    pub const fn with(self, tier: Tier) -> TierSet {
        TierSet(self.0 | TierSet::bit(tier))
    }

    /// The tiers in order.
    pub fn iter(self) -> impl Iterator<Item = Tier> {
        Tier::ALL.into_iter().filter(move |tier| self.contains(*tier))
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

    /// Reads tiers separated by spaces, commas or `~`; `all` and `none` by name. An empty text is all.
    ///
    /// # Errors
    /// Names the first word that is no tier.
    pub fn parse(text: &str) -> Result<TierSet, String> {
        match text.trim() {
            "" | "all" => return Ok(TierSet::ALL),
            "none" => return Ok(TierSet::NONE),
            _ => {}
        }
        let set: Result<TierSet, String> =
            listed(text).map(Tier::parse).try_fold(TierSet::NONE, |set, tier| Ok(set.with(tier?)));
        set.map_err(|message| message + ", none")
    }
}

impl FromIterator<Tier> for TierSet {
    fn from_iter<I: IntoIterator<Item = Tier>>(tiers: I) -> Self {
        tiers.into_iter().fold(TierSet::NONE, TierSet::with)
    }
}

impl TierSet {
    /// `1 2`, or `none`: the form of the attribute.
    pub fn words(self) -> String {
        if self.is_empty() { "none".to_owned() } else { joined(" ", self.iter().map(Tier::word)) }
    }
}

impl fmt::Display for TierSet {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.words())
    }
}

impl Serialize for TierSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for TierSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Vec::<Tier>::deserialize(deserializer)?.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_set_round_trip() {
        for bits in 0..16 {
            let set = TierSet(bits);
            assert_eq!(TierSet::parse(&set.to_string()), Ok(set));
        }
        assert_eq!(TierSet::parse("2,1"), TierSet::parse("1 2"));
        assert_eq!(TierSet::parse("1~2"), TierSet::parse("1 2"));
        assert!(TierSet::parse("1 5").is_err());
    }
}
