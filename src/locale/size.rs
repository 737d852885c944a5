//! Words of size in the names of units: million, 亿.

use crate::dataset::Noun;
use crate::language::Language;

/// Words of size in English; the short ones stand after symbols.
const SIZES: [&str; 16] = [
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
    "million",
    "millions",
    "billion",
    "billions",
    "trillion",
    "trillions",
    "mn",
    "mln",
    "bn",
    "bln",
    "tn",
    "trn",
];
const SHORT_SIZES: [&str; 3] = ["k", "m", "b"];

/// Units of measurement that begin with 千 as with kilo: 千克.
const KILO: [char; 12] = ['克', '米', '瓦', '伏', '卡', '帕', '赫', '焦', '升', '安', '位', '字'];

/// Whether a unit has a word of size, such as million or 亿, so that no other may stand before it. What it is per says nothing.
#[part::of(own)]
pub(super) fn is_of_size(noun: &Noun, language: Language) -> bool {
    let name = noun.name.get(language);
    let name = name.strip_prefix(noun.symbol).unwrap_or(name);
    let name: String = name
        .chars()
        .take_while(|character| !matches!(character, '/' | '每'))
        .map(|character| character.to_ascii_lowercase())
        .collect();
    let is_han = name.chars().any(|character| matches!(character, '万' | '萬' | '亿' | '億'))
        || name.starts_with("兆元")
        || name.strip_prefix('千').is_some_and(|rest| !rest.starts_with(KILO));
    let is_size =
        |word: &str| SIZES.contains(&word) || (!noun.symbol.is_empty() && SHORT_SIZES.contains(&word));
    let mut words = name.split(|character: char| !character.is_alphabetic());
    is_han || words.by_ref().take_while(|word| *word != "per").any(is_size)
}

#[cfg(test)]
mod tests {
    use crate::dataset::{Indicator, Noun};
    use crate::language::{Language, Localized};
    use crate::locale::Locale;
    use crate::locale::figure::{quantity, tick};
    use crate::quantity::Quantity;

    fn said(value: f64, indicator: &Indicator, language: Language) -> String {
        quantity(Locale::own(language), &Quantity::printed(value), indicator)
    }

    #[test]
    fn no_word_of_size_stands_before_another() {
        let unit = |name: &'static str, symbol: &'static str| {
            let name = Localized { zh_hans: name, zh_hant: name, en: name };
            Indicator { noun: Noun { name, en_one: name.en, symbol }, ..Indicator::EMPTY }
        };
        for (unit, value, en, zh) in [
            (unit("$ million", "$"), 27_360_000.0, "$27,360,000 million", "$27360000 million"),
            (unit("$ m", "$"), 2_736_000.5, "$2,736,000.5 m", "$2736000.5 m"),
            (unit("million people", ""), 2_736_000.0, "2,736,000 million people", "2736000 million people"),
            (unit("US$ Billions", ""), 2_736_000.0, "2,736,000 US$ Billions", "2736000 US$ Billions"),
            (unit("百万", ""), 12_345.0, "12,345 百万", "12345百万"),
            (unit("萬元", ""), 12_345.0, "12,345 萬元", "12345萬元"),
            (unit("千人", ""), 12_345.0, "12,345 千人", "12345千人"),
            (unit("千克", ""), 12_345.0, "12,345 千克", "1.235万千克"),
            (unit("例/百万人", ""), 12_345.0, "12,345 例/百万人", "1.235万例/百万人"),
            (
                unit("cases per million", ""),
                2_736_000.0,
                "2.736 million cases per million",
                "273.6万 cases per million",
            ),
            (unit("millionaires", ""), 2_736_000.0, "2.736 million millionaires", "273.6万 millionaires"),
            (unit("m", ""), 2_736_000.0, "2.736 million m", "273.6万 m"),
        ] {
            assert_eq!([said(value, &unit, Language::En), said(value, &unit, Language::ZhHans)], [en, zh]);
        }
        let unit = unit("million people", "");
        assert_eq!(tick(Locale::own(Language::En), 2_000_000.0, &unit), "2,000,000");
    }
}
