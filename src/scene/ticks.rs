//! The round values at which an axis has ticks.

part::module!(own);

/// Steps of an axis, in parts of a power of ten.
const STEPS: [f64; 3] = [1.0, 2.0, 5.0];
/// The values of a decade that have ticks on an axis of ratios, the fullest choice first.
const DECADES: [&[f64]; 3] = [&[1.0, 2.0, 5.0], &[1.0, 3.0], &[1.0]];

/// Round values from `low` to `high` at equal distances, `most` at the most.
pub(super) fn equal_steps(low: f64, high: f64, most: usize) -> Vec<f64> {
    let length = high - low;
    if !(length > 0.0 && length.is_finite()) || most == 0 {
        return Vec::new();
    }
    let (mut power, mut index) = (power_below(length / most as f64), 0);
    loop {
        let (mantissa, exponent) = (STEPS.get(index).copied().unwrap_or(1.0), power);
        let first = (low / scaled(mantissa, exponent)).ceil();
        let last = (high / scaled(mantissa, exponent)).floor();
        if last - first < most as f64 {
            let count = (last - first + 1.0).max(0.0) as usize;
            return (0..count).map(|step| scaled((first + step as f64) * mantissa, exponent)).collect();
        }
        index += 1;
        if index == STEPS.len() {
            (power, index) = (power + 1, 0);
        }
    }
}

/// Round values from `low` to `high`, both above zero, at distances that look alike on an axis of ratios, `most` at the most.
pub(super) fn equal_ratios(low: f64, high: f64, most: usize) -> Vec<f64> {
    if !(low > 0.0 && high > low && high.is_finite()) {
        return Vec::new();
    }
    let (from, to) = (power_below(low), power_below(high));
    let of = |decade: &[f64], every: i32| -> Vec<f64> {
        let powers = (from..=to).filter(|power| power.rem_euclid(every) == 0);
        let values = powers.flat_map(|power| decade.iter().map(move |value| scaled(*value, power)));
        values.filter(|value| (low..=high).contains(value)).collect()
    };
    let choices =
        DECADES.iter().map(|decade| of(decade, 1)).chain((2..=to - from + 1).map(|every| of(&[1.0], every)));
    let found = choices.into_iter().find(|ticks| ticks.len() <= most).unwrap_or_default();
    // Less than a factor of two or so has too few round values: there ratios are nearly differences.
    if found.len() < 2 { equal_steps(low, high, most) } else { found }
}

/// The exponent of the largest power of ten that is not above `value`, which is above zero.
fn power_below(value: f64) -> i32 {
    let mut power = 0;
    while power < 308 && scaled(1.0, power + 1) <= value {
        power += 1;
    }
    while power > -300 && scaled(1.0, power) > value {
        power -= 1;
    }
    power
}

/// `value` times ten to the power of `exponent`. Divided where that makes it exact: 3 ÷ 10, not 3 × 0.1.
fn scaled(value: f64, exponent: i32) -> f64 {
    let power = (0..exponent.unsigned_abs()).fold(1.0, |power, _| power * 10.0);
    if exponent < 0 { value / power } else { value * power }
}

#[cfg(test)]
mod tests {
    use super::{equal_ratios, equal_steps};

    #[test]
    fn steps_are_round_and_no_more_than_asked_for() {
        assert_eq!(equal_steps(0.0, 100.0, 6), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(equal_steps(51.3, 85.2, 5), [60.0, 70.0, 80.0]);
        assert_eq!(equal_steps(-0.35, 0.31, 5), [-0.2, 0.0, 0.2]);
        assert_eq!(equal_steps(5.0, 5.0, 5), [0.0; 0]);
        for most in 1..12 {
            assert!((1..=most).contains(&equal_steps(-3.7, 1234.5, most).len()), "{most}");
        }
    }

    #[test]
    fn ratios_are_decades_where_there_are_many_and_parts_of_them_where_there_are_few() {
        assert_eq!(equal_ratios(512.0, 140_000.0, 5), [1e3, 3e3, 1e4, 3e4, 1e5]);
        assert_eq!(equal_ratios(512.0, 140_000.0, 3), [1e3, 1e4, 1e5]);
        assert_eq!(equal_ratios(1.0, 1e12, 5), [1.0, 1e3, 1e6, 1e9, 1e12]);
        assert_eq!(equal_ratios(15.0, 120.0, 5), [20.0, 50.0, 100.0]);
        assert_eq!(equal_ratios(0.002, 0.4, 3), [0.01, 0.1]);
        assert_eq!(equal_ratios(0.1, 10.0, 5), [0.1, 0.3, 1.0, 3.0, 10.0]);
        assert_eq!(equal_ratios(21.0, 29.0, 5), [22.0, 24.0, 26.0, 28.0]);
    }
}
