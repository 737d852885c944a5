//! Numbers as an editor writes them, and templates that agree between languages.

use county_chains_words::{annex, interface, side_by_side};

use super::{Locale, render};
use crate::dataset::{self, Fact, UnitKind};
use crate::language::{Language, Localized};
use crate::quantity::Quantity;

fn of(language: Language) -> &'static Locale {
    Locale::of(language)
}

#[test]
fn numbers_are_written_as_specified() {
    let (hans, hant, en) = (of(Language::ZhHans), of(Language::ZhHant), of(Language::En));
    assert_eq!(hans.money(11_800.0), "1.18万亿元");
    assert_eq!(hant.money(11_800.0), "1.18萬億元");
    assert_eq!(en.money(11_800.0), "¥1.18 trillion");
    assert_eq!(hans.money(4_080.8), "4080.8亿元");
    assert_eq!(en.money(4_080.8), "¥408.08 billion");
    assert_eq!(hans.money(5_659.0), "5659亿元");
    assert_eq!(en.money(5_659.0), "¥565.9 billion");
    let dataset = dataset::embedded();
    let of_kind = |kind| dataset.indicators.iter().find(|indicator| indicator.kind == kind).unwrap();
    let [money, percent] = [UnitKind::Money, UnitKind::Percent].map(of_kind);
    let chains = dataset.indicators.iter().find(|indicator| indicator.noun.en_one == "key chain").unwrap();
    assert_eq!(en.quantity(&Quantity::printed(1.0), chains), "1 key chain");
    assert_eq!(hant.quantity(&Quantity::printed(27.0), chains), "27條");
    let mean = Quantity::derived(1_690.0, 1_690.0);
    assert_eq!(hans.quantity(&mean, money), "约1690亿元");
    assert_eq!(hant.quantity(&mean, money), "約1690億元");
    assert_eq!(en.quantity(&mean, money), "about ¥169 billion");
    assert_eq!(hans.number(274_700.0), "27.47万");
    assert_eq!(en.number(274_700.0), "274,700");
    assert_eq!(hans.number(100_000_000.0), "1亿");
    assert_eq!(en.number(100_000_000.0), "100 million");
    assert_eq!(hans.quantity(&Quantity::printed(4.0), percent), "4%");
    assert_eq!(en.quantity(&Quantity::derived(21.7, 21.8), percent), "21.7%–21.8%");
    assert_eq!(hans.quantity(&Quantity::derived(21.7, 21.8), percent), "21.7%～21.8%");
    assert_eq!(en.plain(11_800.0, UnitKind::Money), "1,180");
    assert_eq!(hans.plain(11_800.0, UnitKind::Money), "11800");
    assert_eq!(en.number(-3.5), "−3.5");
}

#[test]
fn periods_are_written_out() {
    let (hans, en) = (of(Language::ZhHans), of(Language::En));
    for (period, zh, english) in [
        ("end 2024-10", "2024年10月底", "end of October 2024"),
        ("2024-01..2024-11", "2024年1月至11月", "January–November 2024"),
        ("2023 vs 2022", "2023年比2022年", "2023 over 2022"),
        ("2023-09", "2023年9月", "September 2023"),
        ("2024 edition", "2024版", "2024 edition"),
        ("undated", "未注明日期", "no date given"),
        ("2023", "2023年", "2023"),
    ] {
        assert_eq!(hans.period(period), zh);
        assert_eq!(en.period(period), english);
    }
}

#[test]
fn periods_of_other_data_are_written_out_where_their_form_is_known() {
    let own = Locale::own(Language::ZhHans);
    let period = |period| own.period_of(&Fact { period, ..Fact::EMPTY });
    for (given, expected) in [
        ("2024-08", "2024年8月"),
        ("end 2024-12", "2024年12月底"),
        ("2023", "2023年"),
        ("undated", "未注明日期"),
        ("", ""),
        ("2024-13", "2024-13"),
        ("2023/24", "2023/24"),
        ("since 2024", "since 2024"),
    ] {
        assert_eq!(period(given), expected, "{given}");
    }
}

#[test]
fn every_figure_has_words_in_every_language() {
    let dataset = dataset::embedded();
    for fact in dataset.facts.iter().filter(|fact| fact.is_figure) {
        for language in Language::ALL {
            let text = of(language).figure(&dataset, fact).unwrap();
            assert!(!text.is_empty() && !text.contains("NaN"), "{}: {text}", fact.id);
        }
    }
}

#[test]
fn a_template_is_filled() {
    assert_eq!(render("{a}的{b}", &[("a", "甲"), ("b", "乙")]), "甲的乙");
}

/// In a widget it is left empty; here it is found.
#[test]
#[should_panic(expected = "nobody gives it")]
fn a_place_without_a_value_is_found_by_any_test_that_draws_it() {
    render("{a}{c}", &[("a", "甲")]);
}

/// The names of the places in a template, sorted.
fn places(template: &str) -> Vec<&str> {
    let mut found: Vec<&str> =
        template.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The texts of all languages as the program reads them, in one order.
fn embedded() -> Vec<Localized> {
    let mut texts = side_by_side(Language::ALL.map(|language| **of(language)));
    texts.extend(side_by_side(Language::ALL.map(|language| *of(language).annex())));
    texts
}

#[test]
fn the_program_reads_the_words_that_the_files_hold() {
    assert_eq!(embedded(), [interface::written(), annex::written()].concat());
}

#[test]
fn both_chinese_languages_name_the_same_places_in_every_text() {
    for text in embedded() {
        assert_eq!(places(text.zh_hans), places(text.zh_hant), "{}", text.zh_hans);
    }
}

#[test]
fn english_names_the_same_places_where_it_tells_the_same() {
    let (hans, en) = (of(Language::ZhHans), of(Language::En));
    for (chinese, english) in [(hans.shares.mark_name, en.shares.mark_name), (hans.tiers.each, en.tiers.each)]
    {
        assert_eq!(places(chinese), places(english), "{english}");
    }
}
