//! Numbers with their units, as an editor of the language writes them.

use super::Locale;
use crate::dataset::{Dataset, Fact, FactValue};
use crate::language::Language;
use crate::quantity::{Qualifier, Quantity, significant, trimmed};
use crate::word::concat;

/// Digits kept of a number that has to be scaled: enough for every printed one.
const PRINTED_DIGITS: usize = 6;

impl Locale {
    fn pick<'a>(&self, hans: &'a str, hant: &'a str, en: &'a str) -> &'a str {
        match self.language {
            Language::ZhHans => hans,
            Language::ZhHant => hant,
            Language::En => en,
        }
    }

    /// A number without unit: 27.47万; 274,700.
    pub fn number(&self, value: f64) -> String {
        let sign = if value < 0.0 { "−" } else { "" };
        let size = value.abs();
        let scales: &[(f64, &str)] = match self.language {
            Language::ZhHans => &[(1e12, "万亿"), (1e8, "亿"), (1e4, "万")],
            Language::ZhHant => &[(1e12, "萬億"), (1e8, "億"), (1e4, "萬")],
            Language::En => &[(1e12, " trillion"), (1e9, " billion"), (1e6, " million")],
        };
        match scales.iter().find(|(scale, _)| size >= *scale) {
            Some((scale, word)) => concat(&[sign, &trimmed(size / scale, PRINTED_DIGITS), word]),
            None => concat(&[sign, &self.grouped(&trimmed(size, PRINTED_DIGITS))]),
        }
    }

    /// Thousands separators, which only English sets.
    fn grouped(&self, digits: &str) -> String {
        let whole = digits.split('.').next().unwrap_or(digits);
        if self.is_chinese() || whole.len() < 4 {
            return digits.to_owned();
        }
        let mut text = String::new();
        for (index, character) in digits.chars().enumerate() {
            if index > 0 && index < whole.len() && (whole.len() - index) % 3 == 0 {
                text.push(',');
            }
            text.push(character);
        }
        text
    }

    /// Money given in 亿元 (100 million yuan): 1.18万亿元; ¥1.18 trillion.
    pub fn money(&self, hundred_millions: f64) -> String {
        self.scaled_money(hundred_millions, |value| trimmed(value, PRINTED_DIGITS))
    }

    fn scaled_money(&self, hundred_millions: f64, digits: impl Fn(f64) -> String) -> String {
        if !self.is_chinese() {
            let (value, word) = match hundred_millions {
                value if value >= 10_000.0 => (value / 10_000.0, "trillion"),
                value if value >= 10.0 => (value / 10.0, "billion"),
                value => (value * 100.0, "million"),
            };
            return concat(&["¥", &digits(value), " ", word]);
        }
        if hundred_millions >= 10_000.0 {
            return concat(&[&digits(hundred_millions / 10_000.0), self.pick("万亿元", "萬億元", "")]);
        }
        concat(&[&digits(hundred_millions), self.pick("亿元", "億元", "")])
    }

    /// The digits of a derived number: at most four in Chinese, three in English.
    fn derived_digits(&self, value: f64) -> String {
        if self.is_chinese() && value >= 100.0 { trimmed(value, 0) } else { significant(value, 3) }
    }

    fn percent(value: f64) -> String {
        concat(&[&trimmed(value, 1), "%"])
    }

    /// An indicator's quantity with its unit, without the tag for derived numbers.
    pub fn quantity(&self, quantity: &Quantity, unit: &str) -> String {
        let about = |text: String| concat(&[self.pick("约", "約", "about "), &text]);
        let point = quantity.high - quantity.low < 0.05;
        match (unit, quantity.derived) {
            ("percent", _) if point => Self::percent(quantity.middle()),
            ("percent", _) => concat(&[&Self::percent(quantity.low), "–", &Self::percent(quantity.high)]),
            ("yuan-100m", false) => self.money(quantity.low),
            ("yuan-100m", true) => about(self.scaled_money(quantity.middle(), |v| self.derived_digits(v))),
            ("chains" | "counties", false) => self.counted(unit, &self.number(quantity.low), quantity.low),
            ("chains" | "counties", true) => {
                about(self.counted(unit, &self.derived_digits(quantity.middle()), quantity.middle()))
            }
            (_, _) => self.number(quantity.low),
        }
    }

    /// A sum of printed numbers. Counts add up exactly; sums of money are as rough as the roughest part,
    /// so they bear an "about" and no more digits than that.
    pub fn sum(&self, quantity: &Quantity, unit: &str) -> String {
        match unit {
            "percent" | "yuan-100m" => self.quantity(quantity, unit),
            _ => self.quantity(&Quantity::printed(quantity.middle()), unit),
        }
    }

    fn counted(&self, unit: &str, number: &str, value: f64) -> String {
        let one = (value - 1.0).abs() < f64::EPSILON;
        let noun = match (unit, one) {
            ("chains", false) => self.pick("条", "條", " chains"),
            ("chains", true) => self.pick("条", "條", " chain"),
            (_, false) => self.pick("个", "個", " counties"),
            (_, true) => self.pick("个", "個", " county"),
        };
        concat(&[number, noun])
    }

    /// A fact's figure with its qualifier and unit; `None` for statements.
    pub fn figure(&self, dataset: &Dataset, fact: &Fact) -> Option<String> {
        let unit = dataset.unit(fact.unit);
        let name = unit.map_or("", |unit| match fact.value.number() {
            Some(value) if self.language == Language::En && value == 1.0 => unit.en_one,
            _ => unit.name.get(self.language),
        });
        let number = match &fact.value {
            FactValue::None if fact.is_figure => return Some(self.ui.not_published.to_owned()),
            FactValue::None => return None,
            // A form of English words, whose Chinese stands in the unit: 1 in 3, 每三块中有一块.
            FactValue::Text(text) if self.is_chinese() && text.contains(' ') => {
                name.trim_matches(['（', '）']).to_owned()
            }
            FactValue::Text(text) => self.joined(text, name),
            FactValue::Number(value) => match fact.unit {
                "percent" => concat(&[&trimmed(*value, 2), "%"]),
                "yuan-100m" => self.money(*value),
                "rank" => return Some(self.rank(*value)),
                _ => self.joined(&self.number(*value), name),
            },
        };
        let hedge = match fact.qualifier {
            Qualifier::Exact | Qualifier::NotGiven => "",
            Qualifier::MoreThan => self.pick("超", "超", "over "),
            Qualifier::Nearly => self.pick("近", "近", "nearly "),
            Qualifier::About => self.pick("约", "約", "about "),
        };
        Some(concat(&[hedge, &number]))
    }

    fn joined(&self, number: &str, unit: &str) -> String {
        let gap = if self.is_chinese() || unit.is_empty() || unit.starts_with('%') { "" } else { " " };
        concat(&[number, gap, unit])
    }

    fn rank(&self, value: f64) -> String {
        let number = trimmed(value, 0);
        match self.language {
            Language::En => concat(&["no. ", &number]),
            _ => concat(&["第", &number, "位"]),
        }
    }
}
