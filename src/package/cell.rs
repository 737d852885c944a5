//! Reads the number in a cell, and tells what stands there where it is none.

use county_chains_data::quantity::Qualifier;

use crate::Code;
use crate::notation::Notation;

/// How a field writes its numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Format {
    /// What separates whole from parts.
    pub(crate) decimal: char,
    /// What separates thousands, if anything.
    pub(crate) group: Option<char>,
    /// Whether nothing may stand around the number.
    pub(crate) bare: bool,
    /// Whether a percent sign may stand behind the number, which is then in percent.
    pub(crate) percent: bool,
    /// Whether only whole numbers may stand there.
    pub(crate) integer: bool,
}

impl Format {
    /// As JSON writes numbers.
    pub(crate) const PLAIN: Format =
        Format { decimal: '.', group: None, bare: true, percent: false, integer: false };
}

/// Percent signs of all widths.
pub(crate) const PERCENT_SIGNS: [char; 2] = ['%', '％'];

/// No value is as large.
const LIMIT: f64 = 1e15;

/// Names of months, as spreadsheets in English write them.
const MONTHS: &str = "jan feb mar apr may jun jul aug sep oct nov dec ";

/// Reads a number that may have a sign before it, such as `>` or 约, or a percent sign behind it.
pub(crate) fn hedged(text: &str, format: &Format) -> Result<(f64, Qualifier), Code> {
    let (qualifier, rest) = if format.bare { (None, text) } else { unhedged(text, format) };
    let rest = if format.percent { without_percent(rest).unwrap_or(rest) } else { rest };
    Ok((number(rest, format)?, qualifier.unwrap_or(Qualifier::Exact)))
}

/// The sign before a number, and what stands behind it.
pub(crate) fn unhedged<'a>(text: &'a str, format: &Format) -> (Option<Qualifier>, &'a str) {
    let mut characters = text.chars();
    let qualifier = match characters.next() {
        _ if format.bare => None,
        Some('>' | '＞' | '\u{8d85}') => Some(Qualifier::MoreThan),
        Some('<' | '＜') => Some(Qualifier::LessThan),
        Some('~' | '～' | '≈' | '\u{7ea6}' | '\u{7d04}') => Some(Qualifier::About),
        Some('\u{8fd1}') => Some(Qualifier::Nearly),
        _ => None,
    };
    (qualifier, if qualifier.is_some() { characters.as_str().trim_start() } else { text })
}

/// What stands before a percent sign.
pub(crate) fn without_percent(text: &str) -> Option<&str> {
    text.strip_suffix(PERCENT_SIGNS).map(str::trim_end)
}

/// Reads a number.
pub(crate) fn number(text: &str, format: &Format) -> Result<f64, Code> {
    match plain(text, format.decimal) {
        Some(value) => allowed(value, format),
        None => unusual(text, format),
    }
}

/// Reads a number that is written as few are.
#[inline(never)]
fn unusual(text: &str, format: &Format) -> Result<f64, Code> {
    allowed(read(text, format).ok_or_else(|| fault(text, format))?, format)
}

/// A number that may stand in the field.
#[inline]
fn allowed(value: f64, format: &Format) -> Result<f64, Code> {
    if value.is_nan() || value.abs() >= LIMIT {
        return Err(Code::NumberRange);
    }
    if format.integer && value.floor() != value {
        return Err(Code::TypeError);
    }
    // Minus zero would be written with its sign.
    Ok(if value == 0.0 { 0.0 } else { value })
}

/// Reads what nearly all cells have: up to 15 digits, perhaps a minus and a decimal character.
fn plain(text: &str, decimal: char) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || digits.len() > 16 {
        return None;
    }
    let (mut mantissa, mut parts) = (0_u64, None);
    for (at, byte) in digits.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => mantissa = mantissa * 10 + u64::from(byte - b'0'),
            _ if char::from(byte) == decimal && parts.is_none() => parts = Some(digits.len() - 1 - at),
            _ => return None,
        }
    }
    // Both are exact, so the quotient is the nearest number.
    let value = mantissa as f64 / POWERS.get(parts.unwrap_or_default())?;
    let is_number = digits.len() > 1 || parts.is_none();
    (is_number && mantissa < LIMIT as u64).then_some(if digits.len() < text.len() { -value } else { value })
}

/// Powers of ten.
const POWERS: [f64; 16] =
    [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/// Digits, at most one decimal character, perhaps an exponent; NaN and infinities by the names that programs give them.
pub(crate) fn read(text: &str, format: &Format) -> Option<f64> {
    let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if ["nan", "inf", "infinity", "∞"].iter().any(|name| digits.eq_ignore_ascii_case(name)) {
        return Some(f64::NAN);
    }
    let (digits, exponent) = match digits.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, whole_number(exponent)?),
        None => (digits, 0),
    };
    let (whole, part) = digits.split_once(format.decimal).unwrap_or((digits, ""));
    if whole.is_empty() && part.is_empty() {
        return None;
    }
    if let Some(group) = format.group {
        if !is_grouped(whole, group) {
            return None;
        }
    }
    let mut number = Digits::default();
    for character in whole.chars() {
        if !format.group.is_some_and(|group| is_same_group(character, group)) {
            number.push(character, false)?;
        }
    }
    for character in part.chars() {
        number.push(character, true)?;
    }
    let value = scaled(number.mantissa, number.exponent.saturating_add(exponent));
    Some(if negative { -value } else { value })
}

/// The digits of a number as one whole number, and the power of ten that it must be multiplied by.
#[derive(Default)]
struct Digits {
    mantissa: u64,
    exponent: i32,
}

impl Digits {
    /// Adds a digit. More than 19 significant ones say nothing that a float could hold.
    fn push(&mut self, character: char, is_part: bool) -> Option<()> {
        let digit = u64::from(character.to_digit(10)?);
        match self.mantissa.checked_mul(10).and_then(|mantissa| mantissa.checked_add(digit)) {
            Some(mantissa) if mantissa < 10_000_000_000_000_000_000 => {
                self.mantissa = mantissa;
                self.exponent -= i32::from(is_part);
            }
            _ => self.exponent += i32::from(!is_part),
        }
        Some(())
    }
}

/// A whole number of at most four digits with a sign; larger ones are as large as matters.
fn whole_number(text: &str) -> Option<i32> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    if digits.is_empty() {
        return None;
    }
    let mut value = 0;
    for character in digits.chars() {
        value = (value * 10 + character.to_digit(10)? as i32).min(9999);
    }
    Some(sign * value)
}

/// `mantissa` times ten to the power of `exponent`, the nearest float for exponents down to -22, and in the last digit near it
/// for smaller ones.
///
/// The tables of the standard library weigh more than all else here. Two floats, of which the second holds what the first
/// rounds away, are as exact.
fn scaled(mantissa: u64, exponent: i32) -> f64 {
    if mantissa == 0 {
        return 0.0;
    }
    let high = mantissa as f64;
    if exponent >= 0 {
        return if exponent > 22 { f64::INFINITY } else { high * power_of_ten(exponent) };
    }
    // What the conversion rounded away; below 2048, so exact.
    let low = (i128::from(mantissa) - high as i128) as f64;
    let power = power_of_ten((-exponent).min(22));
    let quotient = high / power;
    let (product, error) = product(quotient, power);
    let exact = quotient + ((high - product) - error + low) / power;
    (22..(-exponent).min(400)).fold(exact, |value, _| value / 10.0)
}

/// 10 to the power of `exponent`, exact up to 22.
fn power_of_ten(exponent: i32) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * 10.0)
}

/// A product and what it is too small by (Dekker).
fn product(one: f64, other: f64) -> (f64, f64) {
    let halves = |value: f64| {
        let scaled = value * 134_217_729.0;
        let high = scaled - (scaled - value);
        (high, value - high)
    };
    let product = one * other;
    let ((a, b), (c, d)) = (halves(one), halves(other));
    (product, ((a * c - product) + a * d + b * c) + b * d)
}

/// Whether a character separates thousands as the declared one does. A blank is one of any width, since nobody sees which.
fn is_same_group(character: char, group: char) -> bool {
    character == group || (is_blank(group) && is_blank(character))
}

/// Whether a character is a blank that may stand in a number: also one that keeps a line together, and narrow ones.
pub(crate) fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

/// Whether groups of digits have the lengths that thousands have, or lakhs: two or three digits, three at the end.
fn is_grouped(whole: &str, group: char) -> bool {
    let mut parts = whole.split(|character| is_same_group(character, group));
    let first = parts.next().unwrap_or_default().len();
    let mut last = None;
    for part in parts {
        if last.is_some_and(|length| !(2..=3).contains(&length)) {
            return false;
        }
        last = Some(part.len());
    }
    last.is_none_or(|length| length == 3 && (1..=3).contains(&first))
}

/// Whether an exponent makes a number larger than any float, such as 1e999.
pub(crate) fn is_infinite(text: &str) -> bool {
    let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let whole = digits.split('.').next().unwrap_or_default().trim_start_matches(['-', '0']);
    let exponent = whole_number(exponent).unwrap_or_default();
    // 1e308 is one, 2e308 is none.
    let size = whole.len() as i32 + exponent;
    size > 309 || (size == 309 && whole > "1797693134862315")
}

/// What is wrong with a cell that is no number.
fn fault(text: &str, format: &Format) -> Code {
    if text.starts_with(['#', '=']) {
        return Code::SpreadsheetError;
    }
    if is_date(text) {
        return Code::SpreadsheetDate;
    }
    Notation::of(text, format).map_or(Code::TypeError, Notation::code)
}

/// Whether it looks like a date: 3-Jan, Jan-24, 3月5日, 2024/5/1, 2024-05-01.
fn is_date(text: &str) -> bool {
    if text.contains('\u{6708}') && text.ends_with(['\u{65e5}', '\u{6708}']) {
        return true;
    }
    let is_number =
        |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_month = |part: &str| part.len() == 3 && MONTHS.contains(&part.to_ascii_lowercase());
    let (mut parts, mut months) = (0, 0);
    for part in text.split(['-', '/']) {
        if is_month(part) {
            months += 1;
        } else if !is_number(part) {
            return false;
        }
        parts += 1;
    }
    (2..=3).contains(&parts) && (months == 1 || (months == 0 && (parts == 3 || text.contains('/'))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for (text, expected) in [
            ("0", 0.0),
            ("-0", 0.0),
            ("-0.0", 0.0),
            ("217232.0", 217232.0),
            ("110637.83710267964", 110637.83710267964),
            ("54.36919159394883", 54.36919159394883),
            ("-6.456724092266463", -6.456724092266463),
            ("1.2E+11", 1.2e11),
            ("5e-324", 5e-324),
            ("1e-400", 0.0),
            (".5", 0.5),
            ("5.", 5.0),
            ("+5", 5.0),
            ("−3", -3.0),
            ("999999999999999.9", 999999999999999.9),
            ("0.30000000000000004440892098500626", 0.30000000000000004),
        ] {
            let value = number(text, &Format::PLAIN).unwrap();
            assert_eq!(value.to_bits(), f64::to_bits(expected), "{text}: {value}");
        }
    }

    #[test]
    fn what_is_no_number_has_its_own_name() {
        for (text, expected) in [
            ("", Code::TypeError),
            ("x12", Code::TypeError),
            ("1.2 bn", Code::TypeError),
            ("12万", Code::TypeError),
            ("1e", Code::TypeError),
            ("--1", Code::TypeError),
            ("1-2", Code::TypeError),
            (">5", Code::TypeError),
            ("1,204", Code::GroupCharacter),
            ("1,20,204.5", Code::GroupCharacter),
            ("1 204", Code::GroupCharacter),
            ("41.454.761", Code::GroupCharacter),
            ("68,5", Code::DecimalCharacter),
            ("1234,567", Code::DecimalCharacter),
            ("NaN", Code::NumberRange),
            ("-Infinity", Code::NumberRange),
            ("1e400", Code::NumberRange),
            ("1e15", Code::NumberRange),
            ("1000000000000000", Code::NumberRange),
            ("1e308", Code::NumberRange),
            ("9999999999999999999999", Code::NumberRange),
            ("#REF!", Code::SpreadsheetError),
            ("#DIV/0!", Code::SpreadsheetError),
            ("####", Code::SpreadsheetError),
            ("=B2*2", Code::SpreadsheetError),
            ("3-Jan", Code::SpreadsheetDate),
            ("jan-03", Code::SpreadsheetDate),
            ("3月5日", Code::SpreadsheetDate),
            ("2024/5/1", Code::SpreadsheetDate),
            ("2024-05-01", Code::SpreadsheetDate),
        ] {
            assert_eq!(number(text, &Format::PLAIN), Err(expected), "{text}");
        }
        let german = Format { decimal: ',', group: Some('.'), ..Format::PLAIN };
        assert_eq!(number("41.454.761,5", &german), Ok(41454761.5));
        assert_eq!(number("68.5", &german), Err(Code::DecimalCharacter));
        assert_eq!(number("68.5", &Format { group: None, ..german }), Err(Code::DecimalCharacter));
        let whole = Format { integer: true, ..Format::PLAIN };
        for text in ["1 204 000", "1\u{a0}204\u{a0}000", "1\u{202f}204 000"] {
            for group in [' ', '\u{a0}', '\u{202f}'] {
                let format = Format { group: Some(group), ..Format::PLAIN };
                assert_eq!(number(text, &format), Ok(1_204_000.0), "{text:?} {group:?}");
            }
        }
        assert_eq!((number("7.0", &whole), number("7.5", &whole)), (Ok(7.0), Err(Code::TypeError)));
    }

    #[test]
    fn a_sign_before_the_number_is_read_where_the_field_says_so() {
        let loose = Format { bare: false, ..Format::PLAIN };
        for (text, expected) in [
            ("> 5", Ok((5.0, Qualifier::MoreThan))),
            ("<5", Ok((5.0, Qualifier::LessThan))),
            ("约5.5", Ok((5.5, Qualifier::About))),
            ("近5", Ok((5.0, Qualifier::Nearly))),
            ("超5", Ok((5.0, Qualifier::MoreThan))),
            ("5", Ok((5.0, Qualifier::Exact))),
            ("$5", Err(Code::TypeError)),
            ("5%", Err(Code::TypeError)),
            ("5万", Err(Code::TypeError)),
        ] {
            assert_eq!(hedged(text, &loose), expected, "{text}");
        }
    }

    #[test]
    fn a_percent_sign_behind_the_number_is_read_where_the_unit_is_percent() {
        let shares = Format { bare: false, percent: true, ..Format::PLAIN };
        for (text, expected) in [
            ("12%", Ok((12.0, Qualifier::Exact))),
            ("8.5 ％", Ok((8.5, Qualifier::Exact))),
            ("-3%", Ok((-3.0, Qualifier::Exact))),
            ("约3%", Ok((3.0, Qualifier::About))),
            ("3", Ok((3.0, Qualifier::Exact))),
            ("%", Err(Code::TypeError)),
            ("3%%", Err(Code::TypeError)),
            ("3‰", Err(Code::TypeError)),
        ] {
            assert_eq!(hedged(text, &shares), expected, "{text}");
        }
    }

    #[test]
    fn only_what_no_float_holds_is_infinite() {
        for (text, expected) in [("1e308", false), ("1e999", true), ("-12e308", true), ("9e307", false)] {
            assert_eq!(is_infinite(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn up_to_19_digits_are_read_as_the_standard_library_reads_them(
            digits in 0_u64..10_000_000_000_000_000_000, parts in 4_usize..23, negative in any::<bool>()
        ) {
            let mut text = format!("{digits:023}");
            text.insert(23 - parts, '.');
            let text = if negative { format!("-{text}") } else { text };
            let expected: f64 = text.parse().unwrap();
            prop_assert_eq!(read(&text, &Format::PLAIN).map(f64::to_bits), Some(expected.to_bits()));
            let short = text.trim_start_matches(['-', '0']).get(..12).unwrap_or("1.5");
            prop_assert_eq!(plain(short, '.'), read(short, &Format::PLAIN));
        }

        #[test]
        fn no_cell_makes_it_panic(text in "\\PC{0,12}", bare in any::<bool>()) {
            let _ = hedged(&text, &Format { bare, group: Some('.'), ..Format::PLAIN });
        }
    }
}
