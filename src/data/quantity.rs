//! Numbers as a source prints them: exact, bounded, about, or missing.

use serde::Serialize;

use crate::word::Keyword;

/// How exactly the source gives a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
pub enum Qualifier {
    /// As printed, without a hedge.
    #[default]
    Exact,
    /// To be replaced by a final number.
    Provisional,
    /// Rounded: 约.
    About,
    /// A lower bound: 超, 多, 超过.
    MoreThan,
    /// Just below: 近.
    Nearly,
    /// An upper bound.
    LessThan,
    /// The source leaves it out.
    NotGiven,
}

impl Qualifier {
    /// How exactly something is known that comes of two numbers: as the rougher one, and about where that is a bound.
    pub fn and(self, other: Qualifier) -> Qualifier {
        self.max(other).min(Qualifier::About)
    }

    /// On which side of the number the value lies: of equal numbers, “more than 50” is above 50, and “less than 50” below it.
    pub fn side(self) -> i8 {
        match self {
            Qualifier::MoreThan => 1,
            Qualifier::LessThan | Qualifier::Nearly => -1,
            _ => 0,
        }
    }
}

impl Keyword for Qualifier {
    const WHAT: &'static str = "qualifier";
    const ALL: &'static [Self] = &[
        Self::Exact,
        Self::MoreThan,
        Self::LessThan,
        Self::Nearly,
        Self::About,
        Self::Provisional,
        Self::NotGiven,
    ];

    fn word(self) -> &'static str {
        match self {
            Qualifier::Exact => "exact",
            Qualifier::MoreThan => "more than",
            Qualifier::Nearly => "nearly",
            Qualifier::About => "about",
            Qualifier::NotGiven => "not given",
            Qualifier::LessThan => "less than",
            Qualifier::Provisional => "provisional",
        }
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
    /// How exactly it is given, where that is told with it. The article’s numbers go without a hedge.
    pub qualifier: Qualifier,
}

impl Quantity {
    /// A number that the source prints.
    pub const fn printed(value: f64) -> Self {
        Quantity { low: value, high: value, derived: false, qualifier: Qualifier::Exact }
    }

    /// A number worked out from printed ones.
    pub const fn derived(low: f64, high: f64) -> Self {
        Quantity { low, high, derived: true, qualifier: Qualifier::Exact }
    }

    /// The middle of the range, for a length or an angle.
    pub fn middle(&self) -> f64 {
        (self.low + self.high) / 2.0
    }
}

/// 10 to the power of `exponent`, exact up to 22.
fn power_of_ten(exponent: usize) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * 10.0)
}

/// Reads a plain decimal number: digits, at most one point, perhaps a minus.
///
/// Mantissa and power of ten are both exact, so the quotient is the nearest number, as the standard
/// library would find it with tables that weigh more than a third of our data.
///
/// ```
/// # use county_chains::quantity::decimal;
/// assert_eq!(decimal("-19.6"), Some(-19.6));
/// assert_eq!(decimal("1e3"), None);
/// assert_eq!(decimal("1."), None);
/// ```
pub fn decimal(text: &str) -> Option<f64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1.0, text), |digits| (-1.0, digits));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let count = whole.len() + part.len();
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || count > 15 || !plain(whole) || !plain(part) || digits.ends_with('.') {
        return None;
    }
    let mantissa =
        whole.bytes().chain(part.bytes()).fold(0.0, |sum, byte| sum * 10.0 + f64::from(byte - b'0'));
    Some(sign * mantissa / power_of_ten(part.len()))
}

/// `value` with at most `decimals` decimals and no trailing zeros: `4`, `19.6`, `4080.8`. Values are
/// below 10¹⁵.
///
/// ```
/// # use county_chains::quantity::trimmed;
/// assert_eq!(trimmed(4080.80, 4), "4080.8");
/// assert_eq!(trimmed(21.75, 0), "22");
/// ```
pub fn trimmed(value: f64, decimals: usize) -> String {
    let mut text = String::new();
    push_trimmed(&mut text, value, decimals);
    text
}

/// `value` in all the digits that are its own: at most fifteen, since arithmetic leaves noise behind these.
///
/// ```
/// # use county_chains::quantity::exact;
/// assert_eq!([0.00002, 0.1 + 0.2, 63_047.0, -2.5].map(exact), ["0.00002", "0.3", "63047", "-2.5"]);
/// ```
pub fn exact(value: f64) -> String {
    let mut whole = 1;
    while whole < 15 && value.abs() >= power_of_ten(whole) {
        whole += 1;
    }
    trimmed(value, 15 - whole)
}

/// A share with its sign, with at most `decimals` decimals: 19.6%.
pub fn percent(value: f64, decimals: usize) -> String {
    let mut text = trimmed(value, decimals);
    text.push('%');
    text
}

/// A count in digits.
pub fn count_text(count: usize) -> String {
    let mut text = String::new();
    push_digits(&mut text, count as u64, 1);
    text
}

/// Appends what [`trimmed`] gives.
pub fn push_trimmed(text: &mut String, value: f64, decimals: usize) {
    let scale = power_of_ten(decimals);
    let scaled = (value.abs() * scale + 0.5).floor();
    let whole = (scaled / scale).floor();
    let mut part = (scaled - whole * scale) as u64;
    let mut places = decimals;
    while places > 0 && part % 10 == 0 {
        part /= 10;
        places -= 1;
    }
    if value < 0.0 && scaled > 0.0 {
        text.push('-');
    }
    push_digits(text, whole as u64, 1);
    if places > 0 {
        text.push('.');
        push_digits(text, part, places);
    }
}

/// Appends the digits of a whole number, with zeros in front up to `least` digits.
fn push_digits(text: &mut String, number: u64, least: usize) {
    if number >= 10 || least > 1 {
        push_digits(text, number / 10, least.saturating_sub(1));
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

/// Rounded to one decimal.
pub fn tenth(value: f64) -> f64 {
    rounded(value, 1)
}

/// Rounded to so many decimals.
pub fn rounded(value: f64, decimals: usize) -> f64 {
    let scale = power_of_ten(decimals);
    (value * scale).round() / scale
}

/// More decimals than these are not counted.
const COUNTED_DECIMALS: usize = 6;

/// How many decimals a number has, as far as they are counted.
pub fn decimals(value: f64) -> usize {
    (0..COUNTED_DECIMALS).find(|decimals| rounded(value, *decimals) == value).unwrap_or(COUNTED_DECIMALS)
}

/// So many decimals a sum keeps of numbers that have `counted`: more, where there may be more than are counted.
pub fn kept_decimals(counted: usize) -> usize {
    if counted < COUNTED_DECIMALS { counted } else { 9 }
}

/// How finely a number is printed: the largest power of ten that it is a multiple of; a tenth for decimals.
pub fn grain(value: f64) -> f64 {
    let is_multiple = |of: f64| (value / of).floor() * of == value;
    if value == 0.0 || !is_multiple(1.0) {
        return 0.1;
    }
    let mut grain = 1.0;
    while is_multiple(grain * 10.0) {
        grain *= 10.0;
    }
    grain
}

/// `value` to three digits, and to fewer where it may be wrong by half of `grain`.
pub fn to_grain(value: f64, grain: f64) -> f64 {
    let mut step = 1.0;
    while value / step >= 1000.0 || grain > step * 6.0 {
        step *= 10.0;
    }
    if value < 100.0 { tenth(value) } else { (value / step).round() * step }
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
        assert_eq!(trimmed(1.05, 2), "1.05");
        assert_eq!(trimmed(-2.5, 1), "-2.5");
    }

    #[test]
    fn a_plain_decimal_is_read_as_the_standard_library_reads_it() {
        for text in ["0", "4", "19.6", "4080.8", "-3.25", "100000000", "0.07"] {
            assert_eq!(decimal(text), text.parse().ok(), "{text}");
        }
        for text in ["", ".", "1.", ".5", "1e3", "9+1", "NaN", "inf", "1 in 3", "12345678901234567"] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }

    #[test]
    fn decimals_are_those_that_a_number_has() {
        assert_eq!([4.0, 19.6, 0.25, 1e14, 1.0 / 3.0].map(decimals), [0, 1, 2, 0, 6]);
    }

    #[test]
    fn what_is_worked_out_is_no_finer_than_what_it_is_worked_out_of() {
        for (top, bottom, expected) in
            [(11800.0, 7.0, 1690.0), (10600.0, 11.0, 960.0), (27800.0, 46.0, 604.0), (4080.8, 19.0, 215.0)]
        {
            assert_eq!(to_grain(top / bottom, grain(top) / bottom), expected);
        }
        assert_eq!([11800.0, 4080.8, 7.0, 120.0, 0.0].map(grain), [100.0, 0.1, 1.0, 10.0, 0.1]);
        assert_eq!(to_grain(12.34, 0.1), 12.3);
    }
}
