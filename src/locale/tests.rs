//! Numbers as an editor writes them, and templates that agree between languages.

use super::{Locale, fill};
use crate::dataset::Dataset;
use crate::language::Language;
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
    let mean = Quantity::derived(11_800.0 / 7.0, 11_800.0 / 7.0);
    assert_eq!(hans.quantity(&mean, "yuan-100m"), "约1686亿元");
    assert_eq!(hant.quantity(&mean, "yuan-100m"), "約1686億元");
    assert_eq!(en.quantity(&mean, "yuan-100m"), "about ¥169 billion");
    assert_eq!(hans.number(274_700.0), "27.47万");
    assert_eq!(en.number(274_700.0), "274,700");
    assert_eq!(hans.number(100_000_000.0), "1亿");
    assert_eq!(en.number(100_000_000.0), "100 million");
    assert_eq!(hans.quantity(&Quantity::printed(4.0), "percent"), "4%");
    assert_eq!(en.quantity(&Quantity::derived(21.7, 21.8), "percent"), "21.7%–21.8%");
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
fn every_figure_has_words_in_every_language() {
    let dataset = Dataset::embedded();
    for fact in dataset.facts.iter().filter(|fact| fact.is_figure) {
        for language in Language::ALL {
            let text = of(language).figure(&dataset, fact).unwrap();
            assert!(!text.is_empty() && !text.contains("NaN"), "{}: {text}", fact.id);
        }
    }
}

#[test]
fn a_template_is_filled_and_an_unknown_place_is_empty() {
    assert_eq!(fill("{a}的{b}", &[("a", "甲"), ("b", "乙")]), "甲的乙");
    assert_eq!(fill("{a}{c}", &[("a", "甲")]), "甲");
}

/// The names of the places in a template, sorted.
fn places(template: &str) -> Vec<&str> {
    let mut found: Vec<&str> =
        template.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[test]
fn both_chinese_locales_name_the_same_places_and_keys() {
    let (hans, hant, en) = (of(Language::ZhHans), of(Language::ZhHant), of(Language::En));
    for ((key, story), (other_key, other)) in hans.tiers.iter().zip(hant.tiers) {
        assert_eq!(key, other_key);
        assert_eq!(places(story.heading), places(other.heading), "{key}");
        assert_eq!(places(story.summary), places(other.summary), "{key}");
    }
    let keys = |locale: &Locale| locale.tiers.iter().map(|(key, _)| *key).collect::<Vec<_>>();
    assert_eq!(keys(hans), keys(en));
    for (a, b) in [(hans, hant), (hans, en)] {
        assert_eq!(places(a.shares.heading), places(b.shares.heading));
        assert_eq!(places(a.shares.heading_one), places(b.shares.heading_one));
        assert_eq!(places(a.shares.bracket_more), places(b.shares.bracket_more));
        assert_eq!(places(a.tier_notes.share_derived), places(b.tier_notes.share_derived));
        assert_eq!(places(a.tier_notes.part_summary), places(b.tier_notes.part_summary));
        assert_eq!(places(a.map.filter_note), places(b.map.filter_note));
        assert_eq!(places(a.six_ones.mark_name), places(b.six_ones.mark_name));
        assert_eq!(a.six_ones.notes.len(), b.six_ones.notes.len());
        assert_eq!(a.map.notes.len(), b.map.notes.len());
        assert_eq!(a.about.len(), b.about.len());
    }
}
