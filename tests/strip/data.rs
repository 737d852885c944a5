//! Sets of entities: countries by income, and sets that are made up.

use std::sync::LazyLock;

use county_chains::chart::strip::{
    Class, Entities, LIVE_COLUMN, NO_CLASS, Nature, STILL_COLUMN, Strip, Subject, Values,
};
use county_chains::chart::{ChartContext, Figure, Layout};
use county_chains::dataset::Noun;
use county_chains::language::{Language, Localized};
use county_chains::locale::Locale;
use county_chains::quantity::{Qualifier, trimmed};
use county_chains::scene::MarkKey;
use county_chains::tier::TierSet;

use super::support::dataset;

/// A set of entities with all that a subject needs.
pub(crate) struct Set {
    pub(crate) title: Localized,
    pub(crate) unit: Localized,
    pub(crate) symbol: &'static str,
    pub(crate) period: &'static str,
    pub(crate) noun: Noun,
    pub(crate) classes: Vec<(&'static str, Localized)>,
    pub(crate) names: Vec<(&'static str, Localized)>,
    pub(crate) values: Vec<f64>,
    pub(crate) lanes: Vec<u8>,
    pub(crate) qualifiers: Vec<Qualifier>,
    pub(crate) is_log: bool,
}

/// A text that is the same in all languages, and one in Chinese and English.
pub(crate) fn same(text: &'static str) -> Localized {
    both(text, text)
}

fn both(zh: &'static str, en: &'static str) -> Localized {
    Localized { zh_hans: zh, zh_hant: zh, en }
}

fn leaked(text: String) -> &'static str {
    text.leak()
}

impl Entities for Set {
    fn code(&self, entity: usize) -> &'static str {
        self.names.get(entity).map_or_else(|| leaked(format!("M{entity}")), |name| name.0)
    }

    fn place(&self, code: &str) -> Option<usize> {
        (0..self.values.len()).find(|entity| self.code(*entity) == code)
    }

    fn name(&self, entity: usize, language: Language) -> &'static str {
        self.names.get(entity).map_or_else(|| leaked(format!("№ {entity}")), |name| name.1.get(language))
    }
}

/// How a set is asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ask {
    pub(crate) language: Language,
    /// Width of the chart's container.
    pub(crate) width: f64,
    pub(crate) tiers: TierSet,
    pub(crate) mark: Option<MarkKey<'static>>,
    /// Whether it is the live chart.
    pub(crate) live: bool,
}

impl Ask {
    pub(crate) fn new(language: Language, width: f64) -> Ask {
        Ask { language, width, tiers: TierSet::first(12), mark: None, live: false }
    }
}

impl Set {
    pub(crate) fn values(&self) -> Values<'_> {
        Values { values: &self.values, classes: &self.lanes, qualifiers: &self.qualifiers }
    }

    /// What `answer` says of the strip of this set.
    pub(crate) fn ask<T>(&self, ask: Ask, answer: impl FnOnce(&Strip<'_>, &ChartContext<'_>) -> T) -> T {
        let (language, locale) = (ask.language, Locale::of(ask.language));
        let context = ChartContext::of(dataset(), locale, Layout::whole(ask.width));
        let context = ChartContext { tiers: ask.tiers, mark: ask.mark, ..context };
        let classes: Vec<Class<'_>> =
            self.classes.iter().map(|(code, name)| Class { code, name: name.get(language) }).collect();
        let number = |value: f64| {
            // Four digits, as an editor would set them.
            let step = [1e9, 1e8, 1e7, 1e6, 1e5, 1e4, 1e3, 1e2, 10.0]
                .into_iter()
                .find(|step| value.abs() >= step * 1e3);
            let round =
                step.map_or_else(|| trimmed(value, 1), |step| trimmed((value / step).round() * step, 0));
            locale.number(round.parse().unwrap())
        };
        let bare = |value: f64| format!("{}{}", self.symbol, number(value));
        let unit = self.unit.get(language);
        let figure = |value: f64| match (unit, self.symbol, language) {
            ("", ..) => bare(value),
            (_, symbol, Language::En) if !symbol.is_empty() => bare(value),
            (_, _, Language::En) => format!("{} {unit}", number(value)),
            _ => format!("{}{unit}", number(value)),
        };
        let subject = Subject {
            title: self.title.get(language),
            period: self.period,
            unit,
            head: unit,
            noun: self.noun,
            classes: &classes,
            values: self.values(),
            entities: self,
            is_log: self.is_log,
            nature: Nature::Number,
            figure: &figure,
            bare: if language == Language::En { &bare } else { &number },
            cell: &|value| {
                Figure::new(if language == Language::En { bare(value) } else { number(value) }, value)
            },
        };
        answer(&Strip::new(&context, &subject, if ask.live { LIVE_COLUMN } else { STILL_COLUMN }), &context)
    }
}

/// The countries, with one of their indicators.
pub(crate) fn countries(indicator: &str) -> Set {
    static ROWS: LazyLock<Vec<csv::StringRecord>> = LazyLock::new(|| {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/strip/countries.csv");
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(file).unwrap();
        reader.records().map(Result::unwrap).collect()
    });
    let head = &ROWS[0];
    let column =
        |name: &str| head.iter().position(|found| found.trim_start_matches('\u{FEFF}') == name).unwrap();
    let rows = || ROWS.iter().skip(1);
    let classes = vec![
        ("high_income", both("高收入", "High income")),
        ("upper_middle_income", both("中高收入", "Upper middle income")),
        ("lower_middle_income", both("中低收入", "Lower middle income")),
        ("low_income", both("低收入", "Low income")),
    ];
    let text = |row: &csv::StringRecord, name: &str| leaked(row[column(name)].to_owned());
    let lane = |row: &csv::StringRecord| {
        let found = classes.iter().position(|(code, _)| *code == &row[column("income_group")]);
        found.map_or(NO_CLASS, |lane| lane as u8)
    };
    let (title, unit, symbol) = match indicator {
        "gdp_pcap" => (both("人均GDP", "GDP per person"), both("国际元", "international dollars"), "$"),
        "population" => (both("人口", "Population"), both("人", "people"), ""),
        _ => (both("预期寿命", "Life expectancy"), both("岁", "years"), ""),
    };
    Set {
        title,
        unit,
        symbol,
        period: "2023",
        noun: Noun { name: both("个国家", "countries"), en_one: "country", symbol: "" },
        names: rows()
            .map(|row| (text(row, "code"), both(text(row, "name@zh-Hans"), text(row, "name"))))
            .collect(),
        values: rows().map(|row| row[column(indicator)].parse().unwrap_or(f64::NAN)).collect(),
        lanes: rows().map(lane).collect(),
        qualifiers: Vec::new(),
        is_log: indicator != "life_expectancy",
        classes,
    }
}

/// Numbers that look random and are the same in every run.
pub(crate) struct Numbers(u64);

impl Numbers {
    pub(crate) fn new(seed: u64) -> Numbers {
        Numbers(seed)
    }

    /// The next one, from 0 to 1.
    pub(crate) fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    /// One that is likelier in the middle.
    pub(crate) fn heap(&mut self) -> f64 {
        (0..6).map(|_| self.next()).sum::<f64>() / 6.0
    }
}

/// A set of so many made-up things in so many classes, some without a value and some without a class.
pub(crate) fn made_up(count: usize, classes: usize, seed: u64) -> Set {
    let mut numbers = Numbers::new(seed);
    let names = [
        "Amber", "Birch", "Cedar", "Dune", "Elm", "Fern", "Gorse", "Heath", "Iris", "Juniper", "Kelp", "Lime",
    ];
    let mut lanes = Vec::new();
    let mut values = Vec::new();
    for _ in 0..count {
        let lane = (numbers.next() * classes as f64) as u8;
        lanes.push(if numbers.next() < 0.01 { NO_CLASS } else { lane });
        let value = 20.0 * f64::from(lane) + 100.0 * numbers.heap();
        let value = (value * 100.0).round() / 100.0;
        values.push(if numbers.next() < 0.02 { f64::NAN } else { value });
    }
    Set {
        title: both("虚构量", "Made-up measure"),
        unit: both("格", "notches"),
        symbol: "",
        period: "",
        noun: Noun { name: both("个虚构物", "made-up things"), en_one: "made-up thing", symbol: "" },
        classes: names.iter().take(classes).map(|name| (*name, same(name))).collect(),
        names: Vec::new(),
        values,
        lanes,
        qualifiers: Vec::new(),
        is_log: false,
    }
}
