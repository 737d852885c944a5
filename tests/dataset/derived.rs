//! Derived numbers: each says how it was worked out, and the arithmetic it shows is right.

use county_chains::dataset::Measure;
use county_chains::quantity::Quantity;
use county_chains::tier::Tier;

use super::support::dataset;

fn derived(indicator: &str, tier: Tier) -> Option<(Quantity, String)> {
    match dataset().measure(indicator, tier) {
        Measure::Derived { quantity, arithmetic } => Some((quantity, arithmetic)),
        _ => None,
    }
}

/// A derived number with the least and the most it may be.
fn assert_between(indicator: &str, tier: Tier, low: f64, high: f64) {
    let (quantity, _) =
        derived(indicator, tier).unwrap_or_else(|| panic!("{indicator} of {tier:?} is not derived"));
    assert!(low <= quantity.low && quantity.high <= high, "{indicator} of {tier:?}: {quantity:?}");
}

#[test]
fn only_what_the_article_leaves_out_is_derived() {
    let found: Vec<String> = dataset()
        .indicators
        .iter()
        .flat_map(|indicator| Tier::ALL.map(|tier| (indicator.id, tier)))
        .filter(|(id, tier)| derived(id, *tier).is_some())
        .map(|(id, tier)| format!("{id} {}", tier.number()))
        .collect();
    let mut expected = vec!["gdp-share 1".to_owned()];
    expected.extend([1, 2, 4].map(|tier| format!("county-share {tier}")));
    for id in ["gdp-per-county", "chains-per-county"] {
        expected.extend([1, 2, 3, 4].map(|tier| format!("{id} {tier}")));
    }
    assert_eq!(found, expected);
}

#[test]
fn the_share_of_tier_1_is_about_21_7_to_21_8_percent() {
    let (share, arithmetic) = derived("gdp-share", Tier::One).unwrap();
    assert!((share.low - 21.7).abs() < 1e-9 && (share.high - 21.8).abs() < 1e-9, "{share:?}");
    assert!(share.derived);
    assert_eq!(arithmetic, "100 − 19.6 − 51.1 − 7.5 = 21.8%; 11800 ÷ 54280.8 ≈ 21.7%");
}

#[test]
fn shares_of_counties_and_means_are_those_of_the_data_readme() {
    for (tier, percent) in [(Tier::One, 8.4), (Tier::Two, 13.3), (Tier::Four, 22.9)] {
        assert_between("county-share", tier, percent - 0.05, percent + 0.05);
    }
    for (tier, gdp, chains) in [
        (Tier::One, 1685.7, 3.43),
        (Tier::Two, 963.6, 2.45),
        (Tier::Three, 604.3, 1.89),
        (Tier::Four, 214.8, 1.42),
    ] {
        assert_between("gdp-per-county", tier, gdp - 0.05, gdp + 0.05);
        assert_between("chains-per-county", tier, chains - 0.005, chains + 0.005);
    }
}

#[test]
fn every_arithmetic_gives_the_number_it_stands_by() {
    for indicator in &dataset().indicators {
        for tier in Tier::ALL {
            let Some((quantity, arithmetic)) = derived(indicator.id, tier) else {
                continue;
            };
            let results: Vec<f64> = arithmetic.split("; ").map(recomputed).collect();
            let least = results.iter().copied().fold(f64::MAX, f64::min);
            let most = results.iter().copied().fold(f64::MIN, f64::max);
            let near = |a: f64, b: f64| (a - b).abs() < 0.06;
            assert!(near(least, quantity.low) && near(most, quantity.high), "{arithmetic}: {quantity:?}");
            assert!(quantity.derived, "{arithmetic}");
        }
    }
}

/// Works out `a ÷ b ≈ c%` or `a − b − c = d%` again, holds it to the printed result, and returns it.
fn recomputed(equation: &str) -> f64 {
    let (left, right) = equation.split_once(" ≈ ").or_else(|| equation.split_once(" = ")).unwrap();
    let mut words = left.split(' ');
    let number = |word: Option<&str>| word.unwrap().parse::<f64>().unwrap();
    let mut value = number(words.next());
    let mut is_quotient = false;
    while let Some(sign) = words.next() {
        let operand = number(words.next());
        match sign {
            "−" => value -= operand,
            "÷" => {
                value /= operand;
                is_quotient = true;
            }
            other => panic!("unknown sign {other:?} in {equation}"),
        }
    }
    let digits = right.trim_end_matches('%');
    if is_quotient && digits.len() < right.len() {
        value *= 100.0;
    }
    let decimals = digits.split_once('.').map_or(0, |(_, tail)| tail.len());
    let half = 0.5 / [1.0, 10.0, 100.0, 1000.0][decimals];
    let printed: f64 = digits.parse().unwrap();
    assert!((value - printed).abs() <= half + 1e-9, "{equation}: {value}");
    value
}
