//! Figures of datasets that are not ours: with the unit, the digits and the hedge that their files give them.

use super::Locale;
use super::own::to_digits;
use super::size::is_of_size;
use crate::dataset::{Dataset, Digits, Fact, FactValue, Indicator, Noun, Step, Term, UnitKind};
use crate::language::Language;
use crate::quantity::{Qualifier, Quantity, exact, rounded, tenth, trimmed};
use crate::word::text;

/// To how many digits a number is shown that is scaled, or has a fraction.
pub(crate) const DIGITS: usize = 4;

/// A fraction keeps so many decimals, even where these are more digits.
pub(crate) const DECIMALS: usize = 2;

/// A quantity with unit and hedge.
#[part::of(own)]
pub(super) fn quantity(locale: &Locale, quantity: &Quantity, indicator: &Indicator) -> String {
    let text = locale.range(quantity, |value| figure(locale, value, indicator));
    locale.hedged(hedge(quantity, indicator), &text)
}

/// How exactly a quantity is said to be. What is worked out is about so large; a share is to a tenth anyway.
fn hedge(quantity: &Quantity, indicator: &Indicator) -> Qualifier {
    let is_about = quantity.derived && indicator.kind != UnitKind::Percent;
    match quantity.qualifier {
        Qualifier::Exact if is_about => Qualifier::About,
        qualifier => qualifier,
    }
}

/// A quantity in all its digits, with unit and hedge.
#[part::of(own)]
fn fine(locale: &Locale, quantity: &Quantity, indicator: &Indicator) -> String {
    let all = |size| locale.grouped(&exact(size));
    let text = locale.range(quantity, |value| match indicator.kind {
        UnitKind::Rank => figure(locale, value, indicator),
        UnitKind::Money if locale.language == Language::En => signed(value, |size| {
            let (size, word) = Locale::in_english(size);
            text!("¥{all(size)} {word}")
        }),
        UnitKind::Money => {
            let word = locale.pick("亿元", "億元", "");
            signed(value, |size| text!("{all(size)}{word}"))
        }
        UnitKind::Percent | UnitKind::Count => with_unit(locale, &signed(value, all), indicator),
    });
    locale.hedged(hedge(quantity, indicator), &text)
}

/// The same where room is short: a count goes without its noun. Charts of several parts ask this, so the way leads through the
/// core.
#[part::of(core)]
pub(super) fn short(locale: &Locale, value: &Quantity, indicator: &Indicator) -> String {
    brief(locale, value, indicator)
}

#[part::of(own)]
fn brief(locale: &Locale, value: &Quantity, indicator: &Indicator) -> String {
    if indicator.kind == UnitKind::Count && indicator.noun.symbol.is_empty() {
        locale.hedged(value.qualifier, &number(locale, value.low, indicator))
    } else {
        quantity(locale, value, indicator)
    }
}

/// A quantity without its unit, in all its digits.
fn cell(locale: &Locale, quantity: &Quantity, indicator: &Indicator) -> String {
    let text = locale.range(quantity, |value| match (indicator.digits, indicator.kind) {
        (Digits::Year, _) => signed(value, year),
        (Digits::Decimals(places), UnitKind::Count | UnitKind::Percent) => {
            signed(value, |size| locale.grouped(&fixed(size, places.into())))
        }
        (Digits::Decimals(places), _) => plain(locale, rounded(value, places.into()), indicator.kind),
        (Digits::Own, kind) => plain(locale, value, kind),
    });
    locale.hedged(quantity.qualifier, &text)
}

/// One calculation. What is added and negative is taken away.
#[part::of(own)]
pub(super) fn step(locale: &Locale, step: &Step) -> String {
    let written = |(quantity, kind): &Term| {
        let sign = if *kind == UnitKind::Percent { "%" } else { "" };
        let text = locale.range(quantity, |value| text!("{plain(locale, value, *kind)}{sign}"));
        locale.hedged(quantity.qualifier, &text)
    };
    let mut said = String::new();
    for term in &step.terms {
        let text = written(term);
        match text.strip_prefix('−') {
            _ if said.is_empty() => said.push_str(&text),
            Some(size) if step.sign == " + " => said.push_str(&text!(" − {size}")),
            Some(_) => said.push_str(&text!("{step.sign}({text})")),
            None => said.push_str(&text!("{step.sign}{text}")),
        }
    }
    let equals = if step.exact { " = " } else { " ≈ " };
    let result = Quantity { qualifier: Qualifier::Exact, ..step.result.0 };
    text!("{said}{equals}{written(&(result, step.result.1))}")
}

/// A share in percent, to a tenth; all digits of one that would be nothing or all as such. The way leads through the core.
#[part::of(core)]
pub(crate) fn share(locale: &Locale, share: &Quantity) -> String {
    written_share(locale, share)
}

#[part::of(own)]
fn written_share(locale: &Locale, share: &Quantity) -> String {
    let text = locale.range(share, |value| {
        let digits = if is_extreme(value) { exact(value) } else { trimmed(value, 1) };
        text!("{digits}%")
    });
    locale.hedged(share.qualifier, &text)
}

/// Whether a share is nothing or all to a tenth, and not in truth.
fn is_extreme(share: f64) -> bool {
    let rough = tenth(share);
    rough != share && [0.0, 100.0].contains(&rough)
}

/// A part in percent, to a tenth: under 0.1% if that would be nothing, over 99.9% if it would be all. There is none of nothing.
#[part::of(own)]
pub(crate) fn share_of(part: Quantity, whole: Quantity) -> Option<Quantity> {
    if whole.low == 0.0 {
        return None;
    }
    let share = halved_up(part.low / whole.low * 100.0);
    let (value, qualifier) = match tenth(share) {
        0.0 if is_extreme(share) => (0.1, Qualifier::LessThan),
        100.0 if is_extreme(share) => (99.9, Qualifier::MoreThan),
        value => (value, part.qualifier.and(whole.qualifier)),
    };
    Some(Quantity { qualifier, ..Quantity::derived(value, value) })
}

/// A tick of an axis under which the unit stands, if it does not stand with the figure.
#[part::of(own)]
pub(super) fn tick(locale: &Locale, value: f64, indicator: &Indicator) -> String {
    let noun = &indicator.noun;
    match indicator.kind {
        UnitKind::Count if noun.symbol.is_empty() || is_split(noun) => number(locale, value, indicator),
        _ => figure(locale, value, indicator),
    }
}

/// What a fact gives, with its qualifier and unit; `None` for statements. Another part asks this, so the way leads through the
/// core.
#[part::of(core)]
pub(super) fn of_fact(locale: &Locale, dataset: &Dataset, fact: &Fact) -> Option<String> {
    given(locale, dataset, fact)
}

#[part::of(own)]
fn given(locale: &Locale, dataset: &Dataset, fact: &Fact) -> Option<String> {
    let unit = dataset.unit(fact.unit);
    let unit = Indicator {
        kind: unit.map_or(UnitKind::Count, |unit| unit.kind),
        noun: unit.map(|unit| unit.noun).unwrap_or_default(),
        // The digits of an indicator are those of its unit.
        digits: dataset
            .indicator(fact.indicator)
            .filter(|indicator| indicator.unit == fact.unit)
            .map_or(Digits::Own, |indicator| indicator.digits),
        ..Indicator::EMPTY
    };
    let said = match &fact.value {
        FactValue::None if fact.is_figure => return Some(locale.ui.not_given.to_owned()),
        FactValue::None => return None,
        FactValue::Text(text) => with_unit(locale, text, &unit),
        FactValue::Number(value) => figure(locale, *value, &unit),
    };
    Some(locale.hedged(fact.qualifier, &said))
}

impl Locale {
    /// A quantity of a dataset that is not ours in all its digits, where fewer would not tell it from another.
    pub(crate) fn fine(&self, value: &Quantity, indicator: &Indicator) -> String {
        fine(self, value, indicator)
    }

    /// A quantity without its unit, as the cells of tables of a dataset that is not ours have it.
    pub(crate) fn cell(&self, quantity: &Quantity, indicator: &Indicator) -> String {
        cell(self, quantity, indicator)
    }

    /// A value at a tick of an axis, of a dataset that is not ours.
    pub(crate) fn tick(&self, value: f64, indicator: &Indicator) -> String {
        tick(self, value, indicator)
    }

    /// What stands under an axis with such ticks; empty where these have their unit.
    pub(crate) fn axis_unit<'a>(&self, unit: &'a str, indicator: &Indicator) -> &'a str {
        let noun = &indicator.noun;
        let is_apart = indicator.kind == UnitKind::Count && (noun.symbol.is_empty() || is_split(noun));
        if is_apart { unit } else { "" }
    }
}

/// Whether a unit stands on both sides of a number: $1,505 million. Its name is then that of the head of a column: $ million.
fn is_split(noun: &Noun) -> bool {
    !noun.symbol.is_empty() && noun.symbol != noun.name.en
}

/// A value with its unit.
fn figure(locale: &Locale, value: f64, indicator: &Indicator) -> String {
    match indicator.kind {
        // Half of two ranks may lie between them.
        UnitKind::Rank if rounded(value, 0) != value => {
            let place = digits(locale, value, Digits::Own);
            if locale.language == Language::En { text!("no. {place}") } else { text!("第{place}位") }
        }
        UnitKind::Rank => locale.rank(value),
        UnitKind::Money => signed(value, |size| money(locale, size, indicator.digits)),
        UnitKind::Percent => {
            with_unit(locale, &signed(value, |size| percentage(locale, size, indicator.digits)), indicator)
        }
        UnitKind::Count => with_unit(locale, &number(locale, value, indicator), indicator),
    }
}

/// A number as it is written, with what stands before and after it.
fn with_unit(locale: &Locale, number: &str, unit: &Indicator) -> String {
    let noun = &unit.noun;
    let (sign, size) = number.strip_prefix('−').map_or(("", number), |size| ("−", size));
    match unit.kind {
        UnitKind::Percent => text!("{number}%"),
        UnitKind::Money => locale.joined(number, locale.pick("亿元", "億元", "× ¥100 million")),
        UnitKind::Rank => number.to_owned(),
        // As Unicode has it for English, one is 1 and −1, but not 1.0.
        UnitKind::Count => {
            let count = if size == "1" { 1.0 } else { 2.0 };
            let name = noun.after(count, locale.language);
            if noun.symbol.is_empty() {
                return locale.joined(number, name);
            }
            let name = name.strip_prefix(noun.symbol).unwrap_or(name).trim_start();
            locale.joined(&text!("{sign}{noun.symbol}{size}"), name)
        }
    }
}

/// A number: large ones with the word for their size, to four digits, unless their unit has such a word; others as [`digits`]
/// has them.
fn number(locale: &Locale, value: f64, indicator: &Indicator) -> String {
    let digits = indicator.digits;
    if digits == Digits::Year {
        return signed(value, year);
    }
    if is_of_size(&indicator.noun, locale.language) {
        return signed(value, |size| self::digits(locale, size, digits));
    }
    signed(value, |size| {
        let scales: &[(f64, &str)] = match locale.language {
            Language::ZhHans => &[(1e4, "万"), (1e8, "亿"), (1e12, "万亿")],
            Language::ZhHant => &[(1e4, "萬"), (1e8, "億"), (1e12, "萬億")],
            Language::En => &[(1e6, " million"), (1e9, " billion"), (1e12, " trillion")],
        };
        let least = scales.first().map_or(f64::INFINITY, |(scale, _)| *scale);
        if size < least {
            return self::digits(locale, size, digits);
        }
        let size = to_digits(size, DIGITS);
        let (scale, word) = scales.iter().rfind(|(scale, _)| size >= *scale).copied().unwrap_or((1.0, ""));
        text!("{locale.grouped(&exact(size / scale))}{word}")
    })
}

/// Money given in 100 million yuan.
fn money(locale: &Locale, size: f64, digits: Digits) -> String {
    let wanted = match digits {
        Digits::Decimals(places) => rounded(size, places.into()),
        _ => size,
    };
    if locale.language == Language::En {
        let (value, word) = Locale::in_english(wanted);
        return text!("¥{self::digits(locale, value, Digits::Own)} {word}");
    }
    if wanted >= 10_000.0 {
        let value = self::digits(locale, wanted / 10_000.0, Digits::Own);
        let word = locale.pick("万亿元", "萬億元", "");
        return text!("{value}{word}");
    }
    let word = locale.pick("亿元", "億元", "");
    text!("{self::digits(locale, size, digits)}{word}")
}

/// A number in the digits that readers see of it where the dataset wants no others.
#[part::of(own)]
pub(crate) fn seen(value: f64) -> f64 {
    let value = halved_up(value);
    if value.abs() >= 100.0 { rounded(value, DECIMALS) } else { to_digits(value, DIGITS) }
}

/// A number of which rounding takes a half as it is written: in binary numbers, 8.325 × 100 is a little less than 832.5.
pub(crate) fn halved_up(value: f64) -> f64 {
    if value.trunc() == value { value } else { value * (1.0 + 4.0 * f64::EPSILON) }
}

/// The digits of a number without sign: those that the dataset wants, else all of a whole number, and of a fraction as many as
/// can be read.
fn digits(locale: &Locale, size: f64, digits: Digits) -> String {
    locale.grouped(&match digits {
        Digits::Decimals(places) => fixed(size, places.into()),
        _ => exact(seen(size)),
    })
}

/// The same of a share, which is 100 only if it is all: 99.99999.
fn percentage(locale: &Locale, size: f64, wanted: Digits) -> String {
    let is_nearly_all = matches!(wanted, Digits::Own) && size != 100.0 && seen(size) == 100.0;
    if is_nearly_all { locale.grouped(&exact(size)) } else { digits(locale, size, wanted) }
}

/// A number with its unit's part left out, as tables and arithmetic have it.
fn plain(locale: &Locale, value: f64, kind: UnitKind) -> String {
    signed(locale.scaled(value, kind), |size| locale.grouped(&exact(size)))
}

fn year(size: f64) -> String {
    trimmed(size, DECIMALS)
}

/// What `written` makes of a number without its sign, after that sign. There is no −0.
fn signed(value: f64, written: impl Fn(f64) -> String) -> String {
    let text = written(value.abs());
    let is_negative = value < 0.0 && text.contains(|character: char| ('1'..='9').contains(&character));
    match text.strip_prefix('¥') {
        _ if !is_negative => text,
        Some(rest) => text!("−¥{rest}"),
        None => text!("−{text}"),
    }
}

/// A number with so many decimals, with zeros at the end.
fn fixed(size: f64, places: usize) -> String {
    let mut text = trimmed(halved_up(size), places);
    let have = text.split_once('.').map_or(0, |(_, part)| part.len());
    if have == 0 && places > 0 {
        text.push('.');
    }
    text.extend(std::iter::repeat_n('0', places - have.min(places)));
    text
}

#[cfg(test)]
mod tests {
    use super::{cell, quantity, step};
    use crate::dataset::{Digits, Indicator, Noun, Step, UnitKind};
    use crate::language::{Language, Localized};
    use crate::locale::Locale;
    use crate::quantity::{Qualifier, Quantity};

    fn counted(one: &'static str, many: &'static str, symbol: &'static str) -> Indicator {
        let name = Localized { zh_hans: many, zh_hant: many, en: many };
        Indicator { noun: Noun { name, en_one: one, symbol }, ..Indicator::EMPTY }
    }

    fn said(value: f64, indicator: &Indicator, language: Language) -> String {
        quantity(Locale::own(language), &Quantity::printed(value), indicator)
    }

    #[test]
    fn whole_numbers_keep_their_digits_where_no_word_scales_them() {
        let votes = counted("vote", "votes", "");
        for (value, en, zh) in [
            (29_502.0, "29,502 votes", "2.95万 votes"),
            (999_999.0, "999,999 votes", "100万 votes"),
            (8_431.0, "8,431 votes", "8431 votes"),
            (36_749_906.0, "36.75 million votes", "3675万 votes"),
            (999_960_000.0, "1 billion votes", "10亿 votes"),
            (999_999_999_999_999.0, "1,000 trillion votes", "1000万亿 votes"),
            (338.75, "338.75 votes", "338.75 votes"),
            (12.345_6, "12.35 votes", "12.35 votes"),
            (0.000_02, "0.00002 votes", "0.00002 votes"),
            (-1_234.5, "−1,234.5 votes", "−1234.5 votes"),
            (-0.0, "0 votes", "0 votes"),
        ] {
            assert_eq!(said(value, &votes, Language::En), en);
            assert_eq!(said(value, &votes, Language::ZhHans), zh);
        }
    }

    #[test]
    fn one_is_singular_with_either_sign_as_unicode_has_it() {
        let teachers = counted("teacher", "teachers", "");
        let fixed = Indicator { digits: Digits::Decimals(1), ..counted("teacher", "teachers", "") };
        for (value, expected) in
            [(1.0, "1 teacher"), (-1.0, "−1 teacher"), (0.0, "0 teachers"), (1.5, "1.5 teachers")]
        {
            assert_eq!(said(value, &teachers, Language::En), expected);
        }
        assert_eq!(said(1.0, &fixed, Language::En), "1.0 teachers");
    }

    #[test]
    fn a_unit_stands_on_both_sides_of_its_number() {
        let dollars = counted("$ million", "$ million", "$");
        assert_eq!(said(1_505.0, &dollars, Language::En), "$1,505 million");
        assert_eq!(said(-2.5, &dollars, Language::En), "−$2.5 million");
        assert_eq!(said(3.0, &counted("$", "$", "$"), Language::En), "$3");
    }

    #[test]
    fn a_rank_between_two_has_its_fraction() {
        let rank = Indicator { kind: UnitKind::Rank, ..Indicator::EMPTY };
        assert_eq!([said(1.5, &rank, Language::En), said(2.0, &rank, Language::En)], ["no. 1.5", "no. 2"]);
        assert_eq!(said(1.5, &rank, Language::ZhHans), "第1.5位");
    }

    #[test]
    fn decimals_that_are_wanted_are_shown_with_their_zeros() {
        let price = Indicator { digits: Digits::Decimals(2), ..counted("$", "$", "$") };
        let share = Indicator { kind: UnitKind::Percent, digits: Digits::Decimals(1), ..Indicator::EMPTY };
        assert_eq!(said(2.5, &price, Language::En), "$2.50");
        assert_eq!(said(2.0, &share, Language::En), "2.0%");
        assert_eq!(said(-10.0, &Indicator { digits: Digits::Own, ..share.clone() }, Language::En), "−10%");
        let english = Locale::own(Language::En);
        assert_eq!(cell(english, &Quantity::printed(1_234.0), &share), "1,234.0");
        let year = Indicator { digits: Digits::Year, ..Indicator::EMPTY };
        assert_eq!(
            [said(2_002.0, &year, Language::En), cell(english, &Quantity::printed(2_002.0), &year)],
            ["2002"; 2].map(str::to_owned)
        );
        assert_eq!(said(12_002.0, &year, Language::ZhHans), "12002");
    }

    #[test]
    fn money_has_its_sign_its_hedge_and_no_digit_too_many() {
        let money = Indicator { kind: UnitKind::Money, ..Indicator::EMPTY };
        assert_eq!(said(338.75, &money, Language::ZhHans), "338.75亿元");
        assert_eq!(said(-20.55, &money, Language::En), "−¥2.055 billion");
        assert_eq!(said(47.437_5, &money, Language::En), "¥4.744 billion");
        let under = Quantity { qualifier: Qualifier::LessThan, ..Quantity::printed(30.0) };
        assert_eq!(quantity(Locale::own(Language::ZhHans), &under, &money), "不到30亿元");
        assert_eq!(cell(Locale::own(Language::ZhHans), &under, &money), "不到30");
    }

    #[test]
    fn what_is_negative_is_taken_away() {
        let sum = |values: &[f64], sign| {
            let term = |value: &f64| (Quantity::printed(*value), UnitKind::Count);
            let terms = values.iter().map(term).collect();
            let result = (Quantity::printed(-1.3), UnitKind::Count);
            step(Locale::own(Language::En), &Step { terms, sign, result, exact: true })
        };
        assert_eq!(sum(&[0.0, -1.25, -0.05], " + "), "0 − 1.25 − 0.05 = −1.3");
        assert_eq!(sum(&[-5.2, 4.0], " ÷ "), "−5.2 ÷ 4 = −1.3");
        assert_eq!(sum(&[5.2, -4.0], " ÷ "), "5.2 ÷ (−4) = −1.3");
    }
}
