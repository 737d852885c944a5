//! Indicators of a tier: printed, worked out with their arithmetic, or missing.

use super::{Dataset, Fact, Indicator, TierRow};
use crate::quantity::{Quantity, trimmed};
use crate::tier::Tier;
use crate::word::{concat, joined};

/// One indicator of one tier.
#[derive(Debug, Clone)]
pub enum Measure<'a> {
    /// The source prints it.
    Printed {
        /// The number.
        quantity: Quantity,
        /// The fact that says so.
        fact: &'a Fact,
    },
    /// We worked it out.
    Derived {
        /// The number, or both ends of the range.
        quantity: Quantity,
        /// How, with the numbers: `11800 ÷ 7 ≈ 1685.71`.
        arithmetic: String,
    },
    /// The source leaves it out and it cannot be worked out.
    Missing,
}

impl Measure<'_> {
    /// The number, unless it is missing.
    pub fn quantity(&self) -> Option<Quantity> {
        match self {
            Measure::Printed { quantity, .. } | Measure::Derived { quantity, .. } => Some(*quantity),
            Measure::Missing => None,
        }
    }

    /// Whether we worked it out.
    pub fn is_derived(&self) -> bool {
        matches!(self, Measure::Derived { .. })
    }
}

impl Dataset {
    /// The indicator with this id, of `tier`.
    pub fn measure(&self, indicator: &str, tier: Tier) -> Measure<'_> {
        let (Some(row), Some(indicator)) = (self.tier(tier), self.indicator(indicator)) else {
            return Measure::Missing;
        };
        if let Some((fact, value)) = self.printed(row, indicator.id) {
            return Measure::Printed { quantity: Quantity::printed(value), fact };
        }
        self.derive(indicator, row).unwrap_or(Measure::Missing)
    }

    fn printed(&self, row: &TierRow, indicator: &str) -> Option<(&Fact, f64)> {
        let (_, id) = row.facts.iter().find(|(name, _)| *name == indicator)?;
        let fact = self.fact(id)?;
        Some((fact, fact.value.number()?))
    }

    /// Works out what is not printed, by the formula of `data/indicators.csv`.
    fn derive(&self, indicator: &Indicator, row: &TierRow) -> Option<Measure<'_>> {
        let mut words = indicator.formula.split(' ');
        match (words.next()?, words.next(), words.next()) {
            ("ratio", Some(top), Some(bottom)) => {
                self.quotient(self.operand(row, top)?, self.operand(row, bottom)?, 1.0)
            }
            ("part", Some(part), Some(whole)) => {
                self.quotient(self.operand(row, part)?, self.operand(row, whole)?, 100.0)
            }
            ("residual-or-part", Some(part), None) => self.residual_or_part(indicator, row, part),
            _ => None,
        }
    }

    fn operand(&self, row: &TierRow, word: &str) -> Option<f64> {
        self.printed(row, word).map(|(_, value)| value).or_else(|| self.number(word))
    }

    fn quotient(&self, top: f64, bottom: f64, scale: f64) -> Option<Measure<'_>> {
        if bottom == 0.0 {
            return None;
        }
        let value = top / bottom * scale;
        let percent = if scale == 1.0 { "" } else { "%" };
        let arithmetic =
            concat(&[&trimmed(top, 4), " ÷ ", &trimmed(bottom, 4), " ≈ ", &trimmed(value, 2), percent]);
        Some(Measure::Derived { quantity: Quantity::derived(value, value), arithmetic })
    }

    /// A share that one tier lacks can be had in two ways, which differ by rounding: what the other
    /// shares leave of 100, and the tier's part in the sum of all tiers.
    fn residual_or_part(&self, indicator: &Indicator, row: &TierRow, part: &str) -> Option<Measure<'_>> {
        let others = self.tiers.iter().filter(|other| other.tier != row.tier);
        let shares: Vec<f64> = others
            .map(|other| self.printed(other, indicator.id).map(|(_, value)| value))
            .collect::<Option<_>>()?;
        let parts: Vec<f64> = self.tiers.iter().map(|row| self.operand(row, part)).collect::<Option<_>>()?;
        let own = self.operand(row, part)?;
        let sum: f64 = parts.iter().sum();
        let left = tenth(100.0 - shares.iter().sum::<f64>());
        let of_sum = tenth(own / sum * 100.0);
        let terms: Vec<String> = shares.iter().map(|share| trimmed(*share, 4)).collect();
        let terms = joined(" − ", terms.iter().map(String::as_str));
        let arithmetic = concat(&[
            "100 − ",
            &terms,
            " = ",
            &trimmed(left, 1),
            "%; ",
            &trimmed(own, 4),
            " ÷ ",
            &trimmed(sum, 4),
            " ≈ ",
            &trimmed(of_sum, 1),
            "%",
        ]);
        let quantity = Quantity::derived(left.min(of_sum), left.max(of_sum));
        Some(Measure::Derived { quantity, arithmetic })
    }
}

/// Rounded to one decimal, the precision of the printed shares.
fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
