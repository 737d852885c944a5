//! Numbers with their units, as an editor of the language writes them.

use super::Locale;
use crate::dataset::{Dataset, Fact, FactValue, Step, Term};
use crate::language::Language;
use crate::quantity::{Qualifier, Quantity, trimmed};
use crate::word::{concat, joined};

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
        let digits = |value| trimmed(value, PRINTED_DIGITS);
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

    /// A number without its unit, as tables and arithmetic have it: money in 亿元, in English in ¥ billion.
    pub fn plain(&self, value: f64, unit: &str) -> String {
        let scale = if unit == "yuan-100m" && !self.is_chinese() { 10.0 } else { 1.0 };
        self.grouped(&trimmed(value / scale, 4))
    }

    /// A number or a range, each end with what `written` makes of it: 21.7%～21.8%.
    pub fn range(&self, quantity: &Quantity, written: impl Fn(f64) -> String) -> String {
        let (low, high) = (written(quantity.low), written(quantity.high));
        if low == high { low } else { concat(&[&low, self.pick("～", "～", "–"), &high]) }
    }

    /// How something was worked out: 1,180 ÷ 7 ≈ 169.
    pub fn arithmetic(&self, steps: &[Step]) -> String {
        let steps: Vec<String> = steps.iter().map(|step| self.step(step)).collect();
        joined(self.ui.semicolon, steps.iter().map(String::as_str))
    }

    /// One calculation.
    pub fn step(&self, step: &Step) -> String {
        let written = |(quantity, unit): &Term| {
            let sign = if *unit == "percent" { "%" } else { "" };
            self.range(quantity, |value| concat(&[&self.plain(value, unit), sign]))
        };
        let terms: Vec<String> = step.terms.iter().map(written).collect();
        let terms = joined(step.sign, terms.iter().map(String::as_str));
        let equals = if step.exact { " = " } else { " ≈ " };
        concat(&[&terms, equals, &written(&step.result)])
    }

    fn percent(value: f64) -> String {
        concat(&[&trimmed(value, 1), "%"])
    }

    /// An indicator's quantity with its unit, without the tag for derived numbers.
    pub fn quantity(&self, quantity: &Quantity, unit: &str) -> String {
        let about = |text: String| concat(&[self.pick("约", "約", "about "), &text]);
        match (unit, quantity.derived) {
            ("percent", _) => self.range(quantity, Self::percent),
            ("yuan-100m", false) => self.money(quantity.low),
            ("yuan-100m", true) => about(self.money(quantity.low)),
            ("chains" | "counties", false) => self.counted(unit, quantity.low),
            ("chains" | "counties", true) => about(self.counted(unit, quantity.low)),
            (_, _) => self.number(quantity.low),
        }
    }

    /// A sum of printed numbers. Counts add up exactly; sums of money are as rough as the roughest part,
    /// so they bear an "about".
    pub fn sum(&self, quantity: &Quantity, unit: &str) -> String {
        match unit {
            "percent" | "yuan-100m" => self.quantity(quantity, unit),
            _ => self.quantity(&Quantity::printed(quantity.low), unit),
        }
    }

    fn counted(&self, unit: &str, value: f64) -> String {
        let one = (value - 1.0).abs() < f64::EPSILON;
        let noun = match (unit, one) {
            ("chains", false) => self.pick("条", "條", " key chains"),
            ("chains", true) => self.pick("条", "條", " key chain"),
            (_, false) => self.pick("个", "個", " counties"),
            (_, true) => self.pick("个", "個", " county"),
        };
        concat(&[&self.number(value), noun])
    }

    /// A fact's figure with its qualifier and unit; `None` for statements.
    pub fn figure(&self, dataset: &Dataset, fact: &Fact) -> Option<String> {
        let unit = dataset.unit(fact.unit);
        let name = unit.map_or("", |unit| match fact.value.number() {
            Some(value) if self.language == Language::En && value == 1.0 => unit.en_one,
            _ => unit.name.get(self.language),
        });
        let number = match &fact.value {
            FactValue::None if fact.is_figure => return Some(self.ui.not_given.to_owned()),
            FactValue::None => return None,
            // A printed form whose words stand in the unit: 九市一区; 1 in 3, 每三块中有一块.
            FactValue::Text(text) if text.contains('+') || self.is_chinese() => {
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
            // What the article rounds it prints without a hedge.
            Qualifier::Exact | Qualifier::NotGiven | Qualifier::About => "",
            Qualifier::MoreThan => self.pick("超", "超", "over "),
            Qualifier::Nearly => self.pick("近", "近", "nearly "),
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
