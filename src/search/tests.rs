//! What readers type, and what they find by it.

use std::sync::LazyLock;

use super::{Query, Rank, normal, places};
use crate::dataset::{self, Dataset};

static DATASET: LazyLock<Dataset> = LazyLock::new(dataset::embedded);

fn counties(text: &str) -> Vec<&'static str> {
    let dataset = &*DATASET;
    let query = Query::new(text);
    let mut found: Vec<(Rank, &str)> = dataset
        .counties
        .iter()
        .filter_map(|county| Some((query.county(dataset, county)?, county.name.zh_hans)))
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, name)| name).collect()
}

fn facts(text: &str) -> Vec<&'static str> {
    let dataset = &*DATASET;
    let query = Query::new(text);
    let found = dataset.facts.iter().filter(|fact| query.fact(dataset, fact).is_some());
    found.map(|fact| fact.id).collect()
}

#[test]
fn a_county_is_found_by_its_name_in_three_scripts_by_pinyin_and_by_initials() {
    for text in ["晋江", "晉江市", "Jinjiang", "jinjiang", "JINJIANGSHI", "jinjs", "jjs", "350582", "ｊｊｓ"]
    {
        assert_eq!(counties(text), ["晋江市"], "{text}");
    }
    for text in ["福安", "fuan", "fu'an", "Fu’an", "fa"] {
        assert_eq!(counties(text).first(), Some(&"福安市"), "{text}");
    }
    assert_eq!(counties("zhangpu"), ["漳浦县"]);
    assert_eq!(counties("zhpx"), ["漳浦县"]);
    assert!(counties("changle").contains(&"长乐区") && counties("xiamen").len() == 6);
    assert!(counties("j").len() > 5, "one letter is looked for in Latin names alone");
    assert_eq!(counties("没有的地方"), [""; 0]);
}

#[test]
fn every_county_is_found_by_the_initials_of_its_name() {
    let dataset = &*DATASET;
    for county in &dataset.counties {
        let initials: String = county
            .name
            .zh_hans
            .chars()
            .filter_map(|character| dataset.readings.iter().find(|(_, all)| all.contains(character)))
            .filter_map(|(syllable, _)| syllable.chars().next())
            .collect();
        assert_eq!(initials.len(), county.name.zh_hans.chars().count(), "{}", county.name.zh_hans);
        assert!(counties(&initials).contains(&county.name.zh_hans), "{initials}");
    }
}

#[test]
fn a_fact_is_found_by_its_id_its_number_its_words_and_its_quote() {
    let dataset = &*DATASET;
    for fact in &dataset.facts {
        let query = Query::new(fact.id);
        assert_eq!(query.fact(dataset, fact), Some(Rank::Exact), "{}", fact.id);
        for text in [fact.subject.zh_hans, fact.subject.zh_hant, fact.subject.en, fact.quote] {
            assert!(Query::new(text).fact(dataset, fact).is_some(), "{}: {text}", fact.id);
        }
    }
    for text in ["11800", "1.18万亿", "1.18 trillion", "1.18萬億", "１１８００"] {
        assert!(facts(text).contains(&"tier1.gdp"), "{text}");
    }
    for text in ["5659", "5,659", "565.9 billion", "计划总投资"] {
        assert!(facts(text).contains(&"invest.planned"), "{text}");
    }
    assert!(facts("zhuanban").contains(&"sixones.taskforce"), "a subject is found by pinyin");
}

#[test]
fn a_quote_is_found_by_traditional_characters_too() {
    for (hant, hans) in [("壯大縣域富民產業", "壮大县域富民产业"), ("規上工業", "规上工业")]
    {
        assert!(!facts(hant).is_empty() && facts(hant) == facts(hans), "{hant}");
    }
    let text = "党的二十届三中全会提出“壮大县域富民产业”";
    let found: Vec<&str> = places(text, &[normal("縣域")]).into_iter().map(|range| &text[range]).collect();
    assert_eq!(found, ["县域"]);
}

#[test]
fn all_words_must_be_found() {
    assert!(facts("三类 GDP").contains(&"tier3.gdp"));
    assert!(!facts("三类 GDP").contains(&"tier1.gdp"));
    assert_eq!(counties("quanzhou jinjiang"), ["晋江市"]);
}

#[test]
fn a_normal_form_keeps_what_is_compared_and_places_lead_back() {
    assert_eq!(normal("Fu’an，ＧＤＰ 5,659"), "fuangdp 5659");
    let text = "Fu’an and FUAN";
    let words = [normal("fuan")];
    let found: Vec<&str> = places(text, &words).into_iter().map(|range| &text[range]).collect();
    assert_eq!(found, ["Fu’an", "FUAN"]);
    assert_eq!(
        places("晋江市晋江", &["晋江".to_owned(), "江市".to_owned()]),
        vec![0..15],
        "what touches is one"
    );
    assert!(places("", &words).is_empty());
}
