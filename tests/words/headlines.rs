//! A headline is true when it is quoted alone: it names the province and the year, and marks what we calculated.

use std::collections::BTreeSet;

use county_chains::chart::ChartKind;
use county_chains::dataset::FactValue;
use county_chains::language::Language;
use county_chains::locale::Locale;
use county_chains::text;
use county_chains::word::Keyword;

use super::spoken::{headline, states};
use super::support::dataset;

/// What marks a calculation in prose.
fn is_marked(language: Language, text: &str) -> bool {
    let marks: &[&str] = match language {
        Language::En => &["our calculation", "(calculated)", "we worked out"],
        _ => &["推算"],
    };
    marks.iter().any(|mark| text.contains(mark))
}

/// The numbers in a text as they are written, years of dates among them: 1.18, 83, 21.7.
fn numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut number = String::new();
    for character in text.chars().chain([' ']) {
        let inside = !number.is_empty() && matches!(character, '.' | ',');
        if character.is_ascii_digit() || inside {
            number.push(character);
        } else if !number.is_empty() {
            found.push(number.trim_end_matches(['.', ',']).to_owned());
            number.clear();
        }
    }
    found
}

/// Every number that the article prints, as the language writes it, and the months and years of its dates.
fn printed(language: Language) -> BTreeSet<String> {
    let locale = Locale::of(language);
    let mut found = BTreeSet::new();
    for fact in &dataset().facts {
        if let FactValue::Number(value) = fact.value {
            found.insert(locale.number(value).trim_matches(|c: char| !c.is_ascii_digit()).to_owned());
        }
        for text in [locale.figure(dataset(), fact).unwrap_or_default(), locale.period(fact.period)] {
            found.extend(numbers(&text));
        }
        found.extend(numbers(fact.quote));
    }
    // Names of the tiers, and thresholds in words: 超百亿元 is ¥10 billion.
    found.extend(["1", "2", "3", "4", "10", "100"].map(str::to_owned));
    found
}

/// Counts of what the article lists, which are ours and say so in their sentence: 14 counties by name.
fn is_count_of_a_list(chart: ChartKind) -> bool {
    matches!(chart, ChartKind::Map | ChartKind::Facts)
}

#[test]
fn a_number_in_a_headline_or_summary_is_printed_or_marked() {
    let mut wrong = BTreeSet::new();
    for language in Language::ALL {
        let printed = printed(language);
        for state in states().into_iter().filter(|state| !is_count_of_a_list(state.chart)) {
            let headline = headline(&state, language);
            for text in [&headline.heading, &headline.summary] {
                let ours: Vec<String> = numbers(text).into_iter().filter(|n| !printed.contains(n)).collect();
                if !ours.is_empty() && !is_marked(language, text) {
                    wrong.insert(format!("{}: {ours:?} in {text}", state.chart.word()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_headline_names_the_province_and_the_year_of_its_figures() {
    let mut wrong = BTreeSet::new();
    for language in Language::ALL {
        let province = if language == Language::En { "Fujian" } else { "福建" };
        for state in states() {
            let headline = headline(&state, language);
            let of_tiers = [ChartKind::Tiers, ChartKind::Shares, ChartKind::Map].contains(&state.chart);
            let no_tiers = state.tiers.is_empty() && of_tiers;
            if no_tiers {
                continue;
            }
            let heading = headline.heading;
            if !heading.contains(province) {
                wrong.insert(format!("no province: {heading}"));
            }
            // Every GDP of the dataset is of 2023.
            if heading.contains("GDP") && !heading.contains("2023") {
                wrong.insert(format!("no year: {heading}"));
            }
            let both = [heading.as_str(), &headline.summary].concat();
            if both.contains("GDP") && !both.contains("2023") {
                wrong.insert(format!("no year: {both}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn figures_of_facts_are_told_with_their_period() {
    // Counts as of a date say so; what has none says that it has none.
    for language in Language::ALL {
        let locale = Locale::of(language);
        for fact in dataset().facts.iter().filter(|fact| fact.is_figure) {
            let period = locale.period_of(fact);
            assert!(!period.is_empty(), "{}", fact.id);
            if fact.period.starts_with("end ") {
                let words = if language == Language::En { "as of" } else { "截至" };
                assert!(period.contains(words), "{}: {period}", fact.id);
            }
        }
    }
}

/// Room of a heading in the narrowest design, and its size.
const NARROWEST: (f64, f64) = (280.0 - 2.0 * 12.0, 19.0);

#[test]
fn no_clause_of_a_chinese_headline_is_longer_than_a_line() {
    // Headings break between clauses; one that does not fit would be broken anywhere, in a number too.
    let (room, size) = NARROWEST;
    let mut wrong = BTreeSet::new();
    for language in [Language::ZhHans, Language::ZhHant] {
        for state in states() {
            let heading = headline(&state, language).heading.replace('（', "\n（");
            for clause in heading.split_inclusive(['，', '：', '、', '）', '\n']) {
                if text::width(clause.trim(), size, true) > room {
                    wrong.insert(clause.to_owned());
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}
