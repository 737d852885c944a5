//! Numbers with their units, as an editor of the language writes them.

use super::Locale;
use crate::dataset::{Dataset, Fact, FactValue, Indicator, Noun, Step, Term, UnitKind};
use crate::language::Language;
use crate::quantity::{Qualifier, Quantity, count_text, percent, trimmed};
use crate::word::{joined, text};

/// Digits kept of a number that has to be scaled: enough for every printed one.
const PRINTED_DIGITS: usize = 6;

impl Locale {
    pub(super) fn pick<'a>(&self, hans: &'a str, hant: &'a str, en: &'a str) -> &'a str {
        match self.language {
            Language::ZhHans => hans,
            Language::ZhHant => hant,
            Language::En => en,
        }
    }

    /// A number without unit: 27.47万; 274,700.
    ///
    /// ```
    /// # use county_chains::{language::Language, locale::Locale};
    /// assert_eq!(Locale::of(Language::ZhHans).number(274_700.0), "27.47万");
    /// assert_eq!(Locale::of(Language::En).number(274_700.0), "274,700");
    /// ```
    pub fn number(&self, value: f64) -> String {
        let sign = if value < 0.0 { "−" } else { "" };
        let size = value.abs();
        let scales: &[(f64, &str)] = match self.language {
            Language::ZhHans => &[(1e12, "万亿"), (1e8, "亿"), (1e4, "万")],
            Language::ZhHant => &[(1e12, "萬億"), (1e8, "億"), (1e4, "萬")],
            Language::En => &[(1e12, " trillion"), (1e9, " billion"), (1e6, " million")],
        };
        match scales.iter().find(|(scale, _)| size >= *scale) {
            Some((scale, word)) => text!("{sign}{trimmed(size / scale, PRINTED_DIGITS)}{word}"),
            None => text!("{sign}{self.grouped(&trimmed(size, PRINTED_DIGITS))}"),
        }
    }

    /// A count in all its digits, as tables have it.
    pub fn count(&self, count: usize) -> String {
        self.grouped(&count_text(count))
    }

    /// Thousands separators, which only English sets.
    pub(super) fn grouped(&self, digits: &str) -> String {
        let whole = digits.split('.').next().unwrap_or(digits);
        if self.language != Language::En || whole.len() < 4 {
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

    /// An amount of 100 million yuan by its size in English, and the word for that.
    pub(super) fn in_english(hundred_millions: f64) -> (f64, &'static str) {
        match hundred_millions {
            value if value >= 10_000.0 => (value / 10_000.0, "trillion"),
            value if value >= 10.0 => (value / 10.0, "billion"),
            value => (value * 100.0, "million"),
        }
    }

    /// Money given in 亿元 (100 million yuan): 1.18万亿元; ¥1.18 trillion.
    ///
    /// ```
    /// # use county_chains::{language::Language, locale::Locale};
    /// assert_eq!(Locale::of(Language::ZhHans).money(11_800.0), "1.18万亿元");
    /// assert_eq!(Locale::of(Language::En).money(11_800.0), "¥1.18 trillion");
    /// ```
    pub fn money(&self, hundred_millions: f64) -> String {
        let digits = |value| trimmed(value, PRINTED_DIGITS);
        if self.language == Language::En {
            let (value, word) = Self::in_english(hundred_millions);
            return text!("¥{digits(value)} {word}");
        }
        let (value, word) = match hundred_millions {
            value if value >= 10_000.0 => (value / 10_000.0, self.pick("万亿元", "萬億元", "")),
            value => (value, self.pick("亿元", "億元", "")),
        };
        text!("{digits(value)}{word}")
    }

    /// A number without its unit, as tables and arithmetic have it: money in 亿元, in English in ¥ billion.
    pub fn plain(&self, value: f64, kind: UnitKind) -> String {
        self.grouped(&trimmed(self.scaled(value, kind), 4))
    }

    /// The number that [`Self::plain`] writes.
    pub fn scaled(&self, value: f64, kind: UnitKind) -> f64 {
        if kind == UnitKind::Money && self.language == Language::En { value / 10.0 } else { value }
    }

    /// A number or a range, each end with what `written` makes of it: 21.7%～21.8%.
    pub fn range(&self, quantity: &Quantity, written: impl Fn(f64) -> String) -> String {
        let (low, high) = (written(quantity.low), written(quantity.high));
        let dash = self.pick("～", "～", "–");
        if low == high { low } else { text!("{low}{dash}{high}") }
    }

    /// How something was worked out: 1,180 ÷ 7 ≈ 169.
    pub fn arithmetic(&self, steps: &[Step]) -> String {
        let steps: Vec<String> = steps.iter().map(|step| self.step(step)).collect();
        joined(self.ui.semicolon, steps.iter().map(String::as_str))
    }

    /// One calculation.
    pub fn step(&self, step: &Step) -> String {
        if self.is_own {
            return super::figure::step(self, step);
        }
        let written = |(quantity, kind): &Term| {
            let sign = if *kind == UnitKind::Percent { "%" } else { "" };
            self.range(quantity, |value| text!("{self.plain(value, *kind)}{sign}"))
        };
        let terms: Vec<String> = step.terms.iter().map(written).collect();
        let terms = joined(step.sign, terms.iter().map(String::as_str));
        let equals = if step.exact { " = " } else { " ≈ " };
        text!("{terms}{equals}{written(&step.result)}")
    }

    /// An indicator's quantity with its unit, without the tag for derived numbers.
    pub fn quantity(&self, quantity: &Quantity, indicator: &Indicator) -> String {
        if self.is_own {
            return super::figure::quantity(self, quantity, indicator);
        }
        let text = match indicator.kind {
            UnitKind::Percent => return self.range(quantity, |value| percent(value, 1)),
            UnitKind::Money => self.money(quantity.low),
            UnitKind::Count => self.counted(quantity.low, &indicator.noun),
            UnitKind::Rank => self.rank(quantity.low),
        };
        let about = self.pick("约", "約", "about ");
        if quantity.derived { text!("{about}{text}") } else { text }
    }

    /// A sum of printed numbers. Counts add up exactly; sums of money are as rough as the roughest part,
    /// so they bear an "about".
    pub fn sum(&self, quantity: &Quantity, indicator: &Indicator) -> String {
        match indicator.kind {
            UnitKind::Percent | UnitKind::Money => self.quantity(quantity, indicator),
            _ => self.quantity(&Quantity { derived: false, ..*quantity }, indicator),
        }
    }

    /// A quantity where room is short: in English a count goes without its noun.
    pub fn short(&self, quantity: &Quantity, indicator: &Indicator) -> String {
        if self.is_own {
            return super::figure::short(self, quantity, indicator);
        }
        if indicator.kind == UnitKind::Count && self.language == Language::En {
            self.number(quantity.low)
        } else {
            self.quantity(quantity, indicator)
        }
    }

    /// A count with its noun: 46个; 46 counties.
    pub fn counted(&self, value: f64, noun: &Noun) -> String {
        self.joined(&self.number(value), noun.after(value, self.language))
    }

    /// A fact's figure with its qualifier and unit; `None` for statements.
    pub fn figure(&self, dataset: &Dataset, fact: &Fact) -> Option<String> {
        if self.is_own {
            return super::figure::of_fact(self, dataset, fact);
        }
        let unit = dataset.unit(fact.unit);
        let kind = unit.map_or(UnitKind::Count, |unit| unit.kind);
        let value = fact.value.number().unwrap_or_default();
        let name = unit.map_or("", |unit| unit.noun.after(value, self.language));
        let number = match &fact.value {
            FactValue::None if fact.is_figure => return Some(self.ui.not_given.to_owned()),
            FactValue::None => return None,
            // A printed form whose words stand in the unit: 九市一区; 1 in 3, 每三块中有一块.
            FactValue::Text(text) if text.contains('+') || self.language != Language::En => {
                name.trim_matches(['（', '）']).to_owned()
            }
            FactValue::Text(text) => self.joined(text, name),
            FactValue::Number(value) => match kind {
                UnitKind::Percent => percent(*value, 2),
                UnitKind::Money => self.money(*value),
                UnitKind::Rank => return Some(self.rank(*value)),
                UnitKind::Count => self.joined(&self.number(*value), name),
            },
        };
        Some(self.hedged(fact.qualifier, &number))
    }

    /// A number with the word for how exactly it is given. What the article rounds it prints without a hedge.
    pub fn hedged(&self, qualifier: Qualifier, number: &str) -> String {
        let hedge = match qualifier {
            Qualifier::MoreThan => self.pick("超", "超", "over "),
            Qualifier::Nearly => self.pick("近", "近", "nearly "),
            Qualifier::About | Qualifier::LessThan | Qualifier::Provisional if self.is_own => {
                return super::own::hedged(self.language, qualifier, number);
            }
            _ => "",
        };
        text!("{hedge}{number}")
    }

    /// A number and its unit.
    pub(crate) fn joined(&self, number: &str, unit: &str) -> String {
        let gap = match unit.chars().next() {
            None | Some('%') => "",
            // Chinese words follow numbers at once; units of other datasets may have no Chinese name.
            Some('\0'..='\u{2DFF}') => " ",
            _ => self.ui.space,
        };
        text!("{number}{gap}{unit}")
    }

    pub(super) fn rank(&self, value: f64) -> String {
        let number = trimmed(value, 0);
        match self.language {
            Language::En => text!("no. {number}"),
            _ => text!("第{number}位"),
        }
    }
}
