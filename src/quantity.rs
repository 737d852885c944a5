//! Numbers as a source prints them: exact, bounded, about, or missing.

use serde::Serialize;

use crate::error::not_one_of;

/// How exactly the source gives a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Qualifier {
    /// As printed, without a hedge.
    Exact,
    /// A lower bound: 超, 多, 超过.
    MoreThan,
    /// Just below: 近.
    Nearly,
    /// Rounded: 约.
    About,
    /// The source leaves it out.
    NotGiven,
}

impl Qualifier {
    const WORDS: [&'static str; 5] = ["exact", "more than", "nearly", "about", "not given"];

    /// The word used in the data files.
    pub const fn word(self) -> &'static str {
        match self {
            Qualifier::Exact => "exact",
            Qualifier::MoreThan => "more than",
            Qualifier::Nearly => "nearly",
            Qualifier::About => "about",
            Qualifier::NotGiven => "not given",
        }
    }

    /// Reads the word used in the data files.
    ///
    /// # Errors
    /// Names the word and the five that are allowed.
    pub fn parse(word: &str) -> Result<Self, String> {
        [
            Self::Exact,
            Self::MoreThan,
            Self::Nearly,
            Self::About,
            Self::NotGiven,
        ]
        .into_iter()
        .find(|qualifier| qualifier.word() == word)
        .ok_or_else(|| not_one_of("qualifier", word, &Self::WORDS))
    }
}

/// A number to be shown: a point, or a range where two honest ways of working it out differ.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantity {
    /// The value, or the lower end of the range.
    pub low: f64,
    /// The value, or the upper end of the range.
    pub high: f64,
    /// Whether we worked it out; a printed number is never derived.
    pub derived: bool,
}

impl Quantity {
    /// A number that the source prints.
    pub const fn printed(value: f64) -> Self {
        Quantity {
            low: value,
            high: value,
            derived: false,
        }
    }

    /// A number worked out from printed ones.
    pub const fn derived(low: f64, high: f64) -> Self {
        Quantity {
            low,
            high,
            derived: true,
        }
    }

    /// The middle of the range, for a length or an angle.
    pub fn middle(&self) -> f64 {
        (self.low + self.high) / 2.0
    }
}

impl std::iter::Sum for Quantity {
    /// The sum of several numbers is derived as soon as there is more than one.
    fn sum<I: Iterator<Item = Quantity>>(parts: I) -> Quantity {
        let mut count = 0;
        let mut total = Quantity::printed(0.0);
        for part in parts {
            count += 1;
            total.low += part.low;
            total.high += part.high;
            total.derived |= part.derived;
        }
        total.derived |= count > 1;
        total
    }
}

/// `value` with at most `decimals` decimals and no trailing zeros: `4`, `19.6`, `4080.8`.
pub fn trimmed(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let text = if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.')
    } else {
        &text
    };
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

/// `value` rounded to `digits` significant digits.
pub fn significant(value: f64, digits: usize) -> String {
    let mut whole_digits = 0;
    let mut rest = value.abs();
    while rest >= 1.0 {
        rest /= 10.0;
        whole_digits += 1;
    }
    if whole_digits > digits {
        let mut step = 1.0;
        for _ in digits..whole_digits {
            step *= 10.0;
        }
        return trimmed((value / step).round() * step, 0);
    }
    trimmed(value, digits - whole_digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_digits_are_kept_and_never_padded() {
        assert_eq!(trimmed(4.0, 4), "4");
        assert_eq!(trimmed(4080.8, 4), "4080.8");
        assert_eq!(trimmed(1.18, 4), "1.18");
        assert_eq!(trimmed(-0.00001, 2), "0");
        assert_eq!(trimmed(50.0, 0), "50");
    }

    #[test]
    fn derived_digits_are_limited() {
        assert_eq!(significant(11800.0 / 7.0, 4), "1686");
        assert_eq!(significant(1_180_000.0 / 7.0, 3), "169000");
        assert_eq!(significant(24.0 / 7.0, 3), "3.43");
        assert_eq!(significant(4080.8 / 19.0, 4), "214.8");
    }

    #[test]
    fn a_sum_of_one_printed_number_stays_printed() {
        let one: Quantity = [Quantity::printed(7.0)].into_iter().sum();
        assert!(!one.derived);
        let two: Quantity = [Quantity::printed(7.0), Quantity::printed(11.0)]
            .into_iter()
            .sum();
        assert!(two.derived);
    }
}
