//! The texts of the three languages: each in its own script, with its own punctuation.

use std::collections::BTreeMap;

use county_chains::language::{Language, Localized};
use county_chains::locale::Locale;

use super::support::dataset;

/// Characters that only Simplified Chinese writes, all common in texts like ours.
const SIMPLIFIED_ONLY: &str = "县类业产个条国发时东车门间问们为与华单区园团场处备实宝对导层岛师带库应开张当录总战扩护报择据数断无显\
    晋术机权来极构标样检楼没沧济测湾满灵点热环现电监盖盘码确离种称稳竞红纪约级线组细织终经结给络统继续维绿网罗\
    联肃职节苏药获营虽补装观规视览计订认议记讲许论设证评识试话该详语说请课调谈谢负贡财质贸费资赋赛转轮软输辑\
    边达过运还进远连选递邮钟铁锂销锅长闭闻阳阶际陆险随难项顺须顾预领频题额风饭馆驱验鱼鲤龙";

/// Every text of the dataset in one language; quotes are in the source's own script and stay out.
fn texts(language: Language) -> Vec<(String, &'static str)> {
    let mut found: Vec<(String, Localized)> = Vec::new();
    let dataset = dataset();
    for fact in &dataset.facts {
        for (name, text) in [("subject", fact.subject), ("statement", fact.statement), ("note", fact.note)] {
            found.push((format!("{name} of {}", fact.id), text));
        }
    }
    found.extend(dataset.units.iter().map(|unit| (format!("unit {}", unit.key), unit.noun.name)));
    found.extend(dataset.tiers.iter().map(|row| (format!("{:?}", row.tier), row.name)));
    found.extend(dataset.prefectures.iter().map(|city| (city.code.to_owned(), city.name)));
    found.extend(dataset.counties.iter().map(|county| (county.code.to_owned(), county.name)));
    for indicator in &dataset.indicators {
        for text in [indicator.name, indicator.title, indicator.period] {
            found.push((format!("indicator {}", indicator.id), text));
        }
    }
    for source in &dataset.sources {
        for text in
            [source.name, source.edition, source.edition_short, source.publisher, source.title, source.basis]
        {
            found.push((format!("source {}", source.id), text));
        }
    }
    for story in &dataset.stories {
        let texts = [
            story.name,
            story.heading,
            story.summary,
            story.part,
            story.part_summary,
            story.lead,
            story.beside,
            story.beside_short,
            story.missing,
            story.caption,
        ];
        found.extend(texts.map(|text| (format!("story {} {}", story.chart, story.indicator), text)));
    }
    found.extend(dataset.remarks.iter().map(|remark| (format!("remark {}", remark.id), remark.text)));
    for phrase in &dataset.phrases {
        found.push((format!("phrase {} {} {}", phrase.chart, phrase.key, phrase.item), phrase.text));
    }
    let categories = [&dataset.topics, &dataset.tags, &dataset.kinds, &dataset.roles, &dataset.grounds];
    for category in categories.into_iter().flatten() {
        let texts = [category.name, category.legend, category.short];
        found.extend(texts.map(|text| (format!("category {}", category.key), text)));
    }
    for passage in &dataset.passages {
        found.extend([passage.head, passage.text].map(|text| (format!("passage {}", passage.key), text)));
    }
    found.into_iter().map(|(place, text)| (place, text.get(language))).collect()
}

/// The widget's own words, as their debug form: field names around them, but every character in it.
fn words(language: Language) -> String {
    let locale = Locale::of(language);
    format!("{locale:?} {:?}", locale.annex())
}

fn is_han(character: char) -> bool {
    matches!(u32::from(character), 0x3400..=0x9FFF)
}

/// What stands around a character, for a message.
fn around(text: &str, character: char) -> String {
    let at = text.chars().position(|other| other == character).unwrap_or_default();
    text.chars().skip(at.saturating_sub(8)).take(17).collect()
}

#[test]
fn traditional_texts_hold_no_simplified_character() {
    let mut found = Vec::new();
    let locale = words(Language::ZhHant);
    for (place, text) in texts(Language::ZhHant).into_iter().chain([("the locale".to_owned(), &*locale)]) {
        let wrong = text.chars().filter(|character| SIMPLIFIED_ONLY.contains(*character));
        found.extend(wrong.map(|character| format!("{place}: {character} in {}", around(text, character))));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn each_traditional_character_stands_for_one_simplified_character() {
    let mut read = BTreeMap::new();
    for ((place, simplified), (_, traditional)) in
        texts(Language::ZhHans).into_iter().zip(texts(Language::ZhHant))
    {
        assert_eq!(simplified.chars().count(), traditional.chars().count(), "{place}: {traditional}");
        let pairs = simplified.chars().zip(traditional.chars());
        for (before, after) in pairs.filter(|(before, after)| is_han(*before) && before != after) {
            let known = *read.entry(after).or_insert(before);
            assert_eq!(known, before, "{place}: {after} in {}", around(traditional, after));
        }
    }
    assert!(read.len() > 250, "only {} characters differ", read.len());
}

#[test]
fn chinese_texts_use_full_width_punctuation_between_han_characters() {
    let mut found = Vec::new();
    for language in [Language::ZhHans, Language::ZhHant] {
        let locale = words(language);
        for (place, text) in texts(language).into_iter().chain([("the locale".to_owned(), &*locale)]) {
            let characters: Vec<char> = text.chars().collect();
            for three in characters.windows(3) {
                let half = matches!(three[1], ',' | ';' | ':' | '?' | '!' | '(' | ')' | '.' | ' ');
                if is_han(three[0]) && half && is_han(three[2]) {
                    found.push(format!("{place}: {}", three.iter().collect::<String>()));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn english_texts_use_curly_quotes_and_no_han_character() {
    let mut found = Vec::new();
    for (place, text) in texts(Language::En) {
        let wrong = |character: &char| matches!(character, '\'' | '"' | '`') || is_han(*character);
        found.extend(
            text.chars().find(wrong).map(|character| format!("{place}: {}", around(text, character))),
        );
    }
    let locale = words(Language::En);
    if let Some((before, after)) = locale.split_once("\\\"").or_else(|| locale.split_once('\'')) {
        let before: String = before.chars().rev().take(20).collect::<Vec<_>>().into_iter().rev().collect();
        found.push(format!("the locale: {before}<here>{}", after.chars().take(20).collect::<String>()));
    }
    found.extend(locale.chars().find(|c| is_han(*c)).map(|c| format!("the locale: {}", around(&locale, c))));
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn each_chinese_has_its_own_quotation_marks() {
    let mut found = Vec::new();
    for (language, foreign) in [(Language::ZhHans, ['「', '」']), (Language::ZhHant, ['“', '”'])] {
        let locale = words(language);
        for (place, text) in texts(language).into_iter().chain([("the locale".to_owned(), &*locale)]) {
            found.extend(
                text.chars().find(|c| foreign.contains(c)).map(|c| format!("{place}: {}", around(text, c))),
            );
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_text_is_there_in_all_three_languages_or_in_none() {
    for (index, (place, english)) in texts(Language::En).into_iter().enumerate() {
        for language in [Language::ZhHans, Language::ZhHant] {
            let (_, chinese) = texts(language)[index];
            assert_eq!(english.is_empty(), chinese.is_empty(), "{place}");
        }
    }
}

#[test]
fn no_text_of_our_own_calls_all_four_tiers_by_the_name_of_tier_4() {
    // 四类县域 names tier 4 alone; all four are 四个类别. These speak of tier 4, or of the name itself.
    let allowed =
        ["tier4.", "tiers.four_types_quote", "path5.name", "story shares", "phrase paths filter-off"];
    for (place, text) in texts(Language::ZhHans) {
        let wrong = text.contains("四类县域") && !allowed.iter().any(|id| place.contains(id));
        assert!(!wrong, "{place}: {text}");
    }
}

#[test]
fn a_note_that_works_something_out_shows_its_arithmetic() {
    let derived = |(place, text): &(String, &str)| {
        place.starts_with("note") && ["推算", "our calculation"].iter().any(|word| text.contains(word))
    };
    let mut seen = 0;
    for (place, text) in Language::ALL.into_iter().flat_map(texts).filter(derived) {
        assert!(['÷', '×', '+', '−'].iter().any(|sign| text.contains(*sign)), "{place}: {text}");
        seen += 1;
    }
    assert_eq!(seen % 3, 0, "the three languages work out the same");
    assert!(seen >= 24);
}
