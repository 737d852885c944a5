//! The decimal logarithm from exact operations alone, so that its last digit is the same on every platform.

part::module!(own);

/// Bits of a number below its exponent.
const FRACTION_BITS: u32 = 52;
/// What is added to an exponent before it is stored.
const BIAS: i64 = 1023;
/// A power of two that lifts the smallest numbers to those with a full fraction, and its exponent.
const LIFT: (f64, i64) = (18_014_398_509_481_984.0, 54);

/// The logarithm of 2 in two parts, of which the first has so few digits that its multiples are exact.
const OF_TWO: [f64; 2] = [0.301_029_995_663_611_77, 3.694_239_077_158_931e-13];
/// The logarithm of e.
const OF_E: f64 = std::f64::consts::LOG10_E;

/// What artanh s is made of: s to the powers of 1, 3, 5 … times these. |s| is below 0.172, so that twelve are enough.
const SERIES: [f64; 12] = [
    1.0,
    1.0 / 3.0,
    1.0 / 5.0,
    1.0 / 7.0,
    1.0 / 9.0,
    1.0 / 11.0,
    1.0 / 13.0,
    1.0 / 15.0,
    1.0 / 17.0,
    1.0 / 19.0,
    1.0 / 21.0,
    1.0 / 23.0,
];

/// The decimal logarithm of a finite number above zero; nothing else has one here. It is off by less than 10⁻¹⁵ of itself
/// or of 1, whichever is more.
pub(super) fn log10(value: f64) -> Option<f64> {
    if !(value > 0.0 && value.is_finite()) {
        return None;
    }
    let (fraction, exponent) = split(value);
    // ln f = 2 artanh s with s = (f − 1) ÷ (f + 1).
    let s = (fraction - 1.0) / (fraction + 1.0);
    let square = s * s;
    let series = SERIES.iter().rev().fold(0.0, |sum, term| sum * square + term);
    let [most, rest] = OF_TWO;
    let exponent = exponent as f64;
    Some(exponent * most + (exponent * rest + 2.0 * s * series * OF_E))
}

/// The number as a fraction between √½ and √2 and the power of two that it is multiplied with.
fn split(value: f64) -> (f64, i64) {
    let is_small = value < f64::MIN_POSITIVE;
    let (value, lifted) = if is_small { (value * LIFT.0, LIFT.1) } else { (value, 0) };
    let bits = value.to_bits();
    let exponent = (bits >> FRACTION_BITS) as i64 - BIAS - lifted;
    let one = (BIAS as u64) << FRACTION_BITS;
    let fraction = f64::from_bits(bits & ((1 << FRACTION_BITS) - 1) | one);
    if fraction > std::f64::consts::SQRT_2 { (fraction / 2.0, exponent + 1) } else { (fraction, exponent) }
}

#[cfg(test)]
mod tests {
    use super::log10;

    /// How far it is from the standard library's, in parts of the result or of 1.
    #[allow(clippy::disallowed_methods, reason = "the standard library is what the result is compared with")]
    fn error(value: f64) -> f64 {
        let expected = value.log10();
        (log10(value).unwrap() - expected).abs() / expected.abs().max(1.0)
    }

    #[test]
    fn it_is_the_logarithm_of_the_standard_library_but_for_the_last_digit() {
        let mut value = 1.0e-300;
        while value < 1.0e300 {
            assert!(error(value) < 1.0e-15, "{value:e}: {:e}", error(value));
            value *= 1.000_7;
        }
        for value in [f64::MIN_POSITIVE, 5.0e-324, 1.0e-310, f64::MAX, 0.999_999_999, 1.000_000_001] {
            assert!(error(value) < 1.0e-15, "{value:e}: {:e}", error(value));
        }
    }

    #[test]
    fn its_bits_are_the_same_everywhere() {
        let values = [2.0, 3.0, 7.5, 1984.0, 90_086.0, 1.0e-7];
        let expected: [u64; 6] = [
            4_599_094_494_223_104_511,
            4_602_266_672_337_769_982,
            4_606_057_070_704_750_848,
            4_614_607_822_513_229_682,
            4_617_264_466_624_169_257,
            13_842_939_354_630_062_080,
        ];
        assert_eq!(values.map(|value| log10(value).unwrap().to_bits()), expected);
    }

    #[test]
    fn powers_of_ten_are_whole() {
        let mut power = 1.0;
        for exponent in 0..=15 {
            assert!((log10(power).unwrap() - f64::from(exponent)).abs() < 4.0e-15, "10^{exponent}");
            power *= 10.0;
        }
        assert_eq!(log10(1.0), Some(0.0));
    }

    #[test]
    fn what_has_no_logarithm_gets_none() {
        for value in [0.0, -1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(log10(value), None, "{value}");
        }
    }
}
