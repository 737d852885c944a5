//! Derived numbers: each says how it was worked out, and the arithmetic it shows is right.

use county_chains::dataset::{Measure, Selection, UnitKind, part_of, ratio};
use county_chains::language::Language;
use county_chains::locale::Locale;
use county_chains::quantity::{Quantity, grain};
use county_chains::tier::Tier;

use super::support::{dataset, tier_of, tiers, tiers_named};

fn derived(indicator: &str, tier: Tier) -> Option<(Quantity, String)> {
    match dataset().measure(indicator, tier) {
        Measure::Derived { quantity, steps } => {
            Some((quantity, Locale::of(Language::ZhHans).arithmetic(&steps).replace('；', "; ")))
        }
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
        .flat_map(|indicator| tiers().into_iter().map(|tier| (indicator.id, tier)))
        .filter(|(id, tier)| derived(id, *tier).is_some())
        .map(|(id, tier)| format!("{id} {}", dataset().tier_code(tier)))
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
    let (share, arithmetic) = derived("gdp-share", tier_of("1")).unwrap();
    assert!((share.low - 21.7).abs() < 1e-9 && (share.high - 21.8).abs() < 1e-9, "{share:?}");
    assert!(share.derived);
    assert_eq!(arithmetic, "100 − 19.6 − 51.1 − 7.5 = 21.8%; 11800 ÷ 54300 ≈ 21.7%");
}

#[test]
fn shares_of_counties_and_means_are_those_of_the_data_readme() {
    for (tier, percent) in [(tier_of("1"), 8.4), (tier_of("2"), 13.3), (tier_of("4"), 22.9)] {
        assert_between("county-share", tier, percent - 0.05, percent + 0.05);
    }
    for (tier, gdp, chains) in [
        (tier_of("1"), 1690.0, 3.4),
        (tier_of("2"), 960.0, 2.5),
        (tier_of("3"), 604.0, 1.9),
        (tier_of("4"), 215.0, 1.4),
    ] {
        assert_between("gdp-per-county", tier, gdp, gdp);
        assert_between("chains-per-county", tier, chains - 1e-9, chains + 1e-9);
    }
}

#[test]
fn a_sum_is_no_finer_than_its_roughest_part() {
    let sum = |tiers: &str, locale: Language| {
        let step = Selection::new(dataset(), tiers_named(tiers)).addition("gdp").unwrap();
        Locale::of(locale).step(&step)
    };
    assert_eq!(sum("1 2 3 4", Language::ZhHans), "11800 + 10600 + 27800 + 4080.8 ≈ 54300");
    assert_eq!(sum("1 2 3 4", Language::En), "1,180 + 1,060 + 2,780 + 408.08 ≈ 5,430");
    assert_eq!(sum("1 2", Language::ZhHant), "11800 + 10600 = 22400");
    assert_eq!(sum("1 4", Language::En), "1,180 + 408.08 ≈ 1,590");
}

#[test]
fn every_arithmetic_gives_the_number_it_stands_by() {
    for indicator in &dataset().indicators {
        for tier in tiers() {
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
    let printed: f64 = digits.parse().unwrap();
    let half = grain(printed) / 2.0;
    assert!((value - printed).abs() <= half + 1e-9, "{equation}: {value}");
    printed
}

#[test]
fn nothing_is_divided_by_nothing() {
    let term = |value: f64| (Quantity::printed(value), UnitKind::Money);
    assert_eq!(ratio(term(11_800.0), term(0.0)), None);
    assert_eq!(part_of(term(11_800.0), term(0.0)), None);
    assert_eq!(ratio(term(11_800.0), term(7.0)).map(|step| step.result.0.low), Some(1690.0));
}
