//! Indicators of a tier: printed, worked out with their arithmetic, or missing.

use super::{Dataset, Fact, Formula, Indicator, TierRow, UnitKind};
use crate::language::Localized;
use crate::quantity::{Qualifier, Quantity, decimals, grain, kept_decimals, rounded, tenth, to_grain};
use crate::tier::Tier;

/// One indicator of one tier.
#[derive(Debug, Clone)]
pub enum Measure<'a> {
    /// The article gives it.
    Printed {
        /// The number.
        quantity: Quantity,
        /// The fact that says so.
        fact: &'a Fact,
    },
    /// A table of the source has it.
    Tabled(Quantity),
    /// It comes from the entities of the tier, in the way that the words say.
    Aggregated(Quantity, Localized),
    /// We worked it out.
    Derived {
        /// The number, or both ends of the range.
        quantity: Quantity,
        /// How, with the numbers.
        steps: Vec<Step>,
    },
    /// The article leaves it out and it cannot be worked out.
    Missing,
}

/// Values are smaller than this: beyond it, not every whole number can be told from the next.
pub const LIMIT: f64 = 1e15;

/// A number to calculate with, and how it is written.
pub type Term = (Quantity, UnitKind);

/// A calculation of ours: `11800 ÷ 7 ≈ 1690`.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What is calculated with. Terms that are percentages are written without the sign.
    pub terms: Vec<Term>,
    /// The sign between the terms.
    pub sign: &'static str,
    /// What comes of it, rounded to what its parts allow.
    pub result: Term,
    /// Whether nothing was rounded.
    pub exact: bool,
}

impl Measure<'_> {
    /// The number, unless it is missing.
    pub fn quantity(&self) -> Option<Quantity> {
        match self {
            Measure::Printed { quantity, .. }
            | Measure::Tabled(quantity)
            | Measure::Aggregated(quantity, _)
            | Measure::Derived { quantity, .. } => Some(*quantity),
            Measure::Missing => None,
        }
    }

    /// Whether we worked it out.
    pub fn is_derived(&self) -> bool {
        matches!(self, Measure::Aggregated(..) | Measure::Derived { .. })
    }
}

impl Dataset {
    /// The indicator with this id, of `tier`.
    ///
    /// ```
    /// # use county_chains::dataset::{self, Measure};
    /// let dataset = dataset::embedded();
    /// let tier = dataset.tier_of("2").unwrap();
    /// assert!(matches!(dataset.measure("growth", tier), Measure::Missing));
    /// assert!(dataset.measure("gdp-per-county", tier).is_derived());
    /// assert!(matches!(dataset.measure("no such indicator", tier), Measure::Missing));
    /// ```
    pub fn measure(&self, indicator: &str, tier: Tier) -> Measure<'_> {
        let (Some(row), Some(indicator)) = (self.tier(tier), self.indicator(indicator)) else {
            return Measure::Missing;
        };
        if let Some((fact, value)) = self.printed(row, indicator.id) {
            let qualifier = if self.is_own { fact.qualifier } else { Qualifier::Exact };
            return Measure::Printed { quantity: Quantity { qualifier, ..Quantity::printed(value) }, fact };
        }
        if let Some(found) = row.values.iter().find(|found| found.indicator == indicator.id) {
            return match found.origin.is_empty() {
                true => Measure::Tabled(found.quantity),
                false => Measure::Aggregated(found.quantity, found.origin),
            };
        }
        self.derive(indicator, row).unwrap_or(Measure::Missing)
    }

    fn printed(&self, row: &TierRow, indicator: &str) -> Option<(&Fact, f64)> {
        let (_, id) = row.facts.iter().find(|(name, _)| *name == indicator)?;
        let fact = self.fact(id)?;
        Some((fact, fact.value.number()?))
    }

    /// Works out what is not printed, by the indicator's formula.
    fn derive(&self, indicator: &Indicator, row: &TierRow) -> Option<Measure<'_>> {
        let step = match indicator.formula {
            Formula::None => None,
            Formula::Ratio(top, bottom) => ratio(self.operand(row, top)?, self.operand(row, bottom)?),
            Formula::Part(part, whole) => part_of(self.operand(row, part)?, self.operand(row, whole)?),
            Formula::ResidualOrPart(part) => return self.residual_or_part(indicator, row, part),
        }?;
        Some(Measure::Derived { quantity: step.result.0, steps: vec![step] })
    }

    /// An indicator of the tier, or a fact.
    fn operand(&self, row: &TierRow, word: &str) -> Option<Term> {
        let kind = self.indicator(word).map_or(UnitKind::Count, |indicator| indicator.kind);
        let value = self.printed(row, word).map(|(_, value)| value).or_else(|| self.number(word))?;
        Some((Quantity::printed(value), kind))
    }

    /// A share that one tier lacks can be had in two ways, which differ by rounding: what the other
    /// shares leave of 100, and the tier's part in the sum of all tiers.
    fn residual_or_part(&self, indicator: &Indicator, row: &TierRow, part: &str) -> Option<Measure<'_>> {
        let mut left = 100.0;
        let mut terms = vec![(Quantity::printed(left), UnitKind::Count)];
        let mut parts = Vec::new();
        for other in &self.tiers {
            parts.push(self.operand(other, part)?);
            if other.tier != row.tier {
                let share = self.operand(other, indicator.id)?.0;
                left -= share.low;
                terms.push((share, UnitKind::Count));
            }
        }
        let left = tenth(left);
        let rest = (Quantity::derived(left, left), UnitKind::Percent);
        let of_sum = part_of(self.operand(row, part)?, added(parts, self.is_own)?.result)?;
        let low = of_sum.result.0.low;
        let steps = vec![Step { terms, sign: " − ", result: rest, exact: true }, of_sum];
        Some(Measure::Derived { quantity: Quantity::derived(left.min(low), left.max(low)), steps })
    }
}

/// An average: of money as exact as what is divided, of counts to a tenth. There is none of nothing.
pub fn ratio(top: Term, bottom: Term) -> Option<Step> {
    let (whole, count) = (top.0.low, bottom.0.low);
    if count == 0.0 {
        return None;
    }
    let mean = whole / count;
    let mean = if top.1 == UnitKind::Money { to_grain(mean, grain(whole) / count) } else { tenth(mean) };
    let result = (Quantity::derived(mean, mean), top.1);
    Some(Step { terms: vec![top, bottom], sign: " ÷ ", result, exact: false })
}

/// A part in percent, to a tenth as the article prints shares. There is none of nothing.
pub fn part_of(part: Term, whole: Term) -> Option<Step> {
    if whole.0.low == 0.0 {
        return None;
    }
    let share = tenth(part.0.low / whole.0.low * 100.0);
    let result = (Quantity::derived(share, share), UnitKind::Percent);
    Some(Step { terms: vec![part, whole], sign: " ÷ ", result, exact: part.0.low == whole.0.low })
}

/// A sum, no finer than its roughest part.
///
/// ```
/// # use county_chains::dataset::{UnitKind, addition};
/// # use county_chains::quantity::Quantity;
/// let terms = [11_800.0, 4_080.8].map(|value| (Quantity::printed(value), UnitKind::Money));
/// let sum = addition(terms.to_vec()).unwrap();
/// assert_eq!((sum.result.0.low, sum.exact), (15_900.0, false));
/// assert_eq!(addition(Vec::new()), None);
/// ```
pub fn addition(terms: Vec<Term>) -> Option<Step> {
    added(terms, false)
}

/// The same for data of any kind: where `is_exact`, what is added is as exact as its files say.
pub fn added(terms: Vec<Term>, is_exact: bool) -> Option<Step> {
    if is_exact {
        return exact_sum(terms);
    }
    let kind = terms.first()?.1;
    let (mut low, mut high, mut roughest, mut finest) = (0.0, 0.0, 0.0, 0);
    for (term, _) in &terms {
        low += term.low;
        high += term.high;
        roughest = f64::max(roughest, grain(term.low));
        finest = finest.max(decimals(term.low)).max(decimals(term.high));
    }
    // Money is as rough as its roughest part; counts and shares are exact.
    let grain = if kind == UnitKind::Money { roughest } else { 0.1 };
    let [rough_low, rough_high] =
        [low, high].map(|sum| if grain < 1.0 { rounded(sum, finest) } else { (sum / grain).round() * grain });
    let result = (Quantity::derived(rough_low, rough_high), kind);
    Some(Step { terms, sign: " + ", result, exact: grain < 1.0 || rough_low == low })
}

/// A sum that is rounded to nothing, and only as exact as its parts.
#[part::of(own)]
fn exact_sum(terms: Vec<Term>) -> Option<Step> {
    let kind = terms.first()?.1;
    let (mut low, mut high, mut finest) = (0.0, 0.0, 0);
    let mut qualifier = Qualifier::Exact;
    for (term, _) in &terms {
        low += term.low;
        high += term.high;
        finest = finest.max(decimals(term.low)).max(decimals(term.high));
        qualifier = qualifier.and(term.qualifier);
    }
    // There may be more decimals than are counted.
    let finest = kept_decimals(finest);
    let sum = Quantity::derived(rounded(low, finest), rounded(high, finest));
    let result = (Quantity { derived: false, qualifier, ..sum }, kind);
    Some(Step { terms, sign: " + ", result, exact: qualifier == Qualifier::Exact })
}
