//! Reading and writing numbers. An input has a number in each line, or something else.

use county_chains::language::Language;
use county_chains::locale::Locale;
use county_chains::quantity::{decimal, exact, percent, trimmed};

use crate::input::Choices;

/// Numbers are below that.
const END: f64 = 1e15;

/// The target.
pub(crate) fn run(bytes: &[u8]) {
    let mut choices = Choices::of(bytes);
    for line in String::from_utf8_lossy(bytes).lines() {
        let standard = line.parse::<f64>().ok();
        if let Some(value) = decimal(line) {
            assert_eq!(standard.map(f64::to_bits), Some(value.to_bits()), "{line:?} is read as {value}");
        }
        if let Some(value) = standard.filter(|value| value.abs() < END) {
            written(value, choices.below(7));
        }
    }
}

fn parsed(text: &str) -> f64 {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
    assert!(is_plain && !text.ends_with('.') && !text.starts_with('.'), "{text:?} is no plain number");
    text.parse().unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

fn written(value: f64, decimals: usize) {
    let text = exact(value);
    let again = parsed(&text);
    // Fifteen digits, the noise of arithmetic left out; below 10⁻¹⁴ nothing is left.
    let error = (again - value).abs();
    assert!(error <= value.abs() * 2e-14 + 1e-14, "{value:?} is written as {text}");
    assert_eq!(exact(again), text, "{value:?} changes when it is read again");
    let text = trimmed(value, decimals);
    let step = [1.0, 0.1, 0.01, 0.001, 1e-4, 1e-5, 1e-6][decimals];
    let error = (parsed(&text) - value).abs();
    assert!(error <= step * 0.5 + value.abs() * 1e-14, "{value:?} with {decimals} decimals is {text}");
    assert!(!text.contains('.') || !text.ends_with('0'), "{text} has zeros behind it");
    assert_ne!(text, "-0");
    assert_eq!(percent(value, decimals), text + "%");
    for language in Language::ALL {
        let words = Locale::of(language).number(value);
        assert!(words.starts_with(['−', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']), "{words}");
        assert!(!words.contains("NaN") && !words.contains("inf"), "{words}");
    }
}
