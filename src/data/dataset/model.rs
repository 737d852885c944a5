//! The rows of the dataset as plain values. Texts live as long as the program: they stand in it.

use serde::Serialize;

use crate::language::{Language, Localized};
use crate::quantity::{Qualifier, Quantity};
use crate::tier::Tier;
use crate::word::text;

use super::categories::Category;
pub use super::county::{County, CountyValues, Prefecture, TierBasis};
use super::coverage::Coverage;
use super::narration::{Passage, Phrase, Remark, Story};

/// What a fact gives: a number, a printed form that is no single number, or nothing.
#[derive(Debug, Clone, PartialEq)]
pub enum FactValue {
    /// A number in the fact's unit.
    Number(f64),
    /// A printed form such as `9+1`.
    Text(&'static str),
    /// No figure: a statement, or a figure that the source leaves out.
    None,
}

impl FactValue {
    /// The number, if it is one.
    pub fn number(&self) -> Option<f64> {
        match self {
            FactValue::Number(value) => Some(*value),
            _ => None,
        }
    }
}

/// One sourced figure or statement.
#[derive(Debug, Clone)]
pub struct Fact {
    /// The stable name, such as `tier1.gdp`.
    pub id: &'static str,
    /// Key of what it is about.
    pub topic: &'static str,
    /// Whether it carries a figure (also one that the source leaves out).
    pub is_figure: bool,
    /// The one tier it speaks of, if any.
    pub tier: Option<Tier>,
    /// Codes of the counties it speaks of.
    pub counties: Vec<&'static str>,
    /// The figure.
    pub value: FactValue,
    /// Key of the figure's unit; empty for statements.
    pub unit: &'static str,
    /// When the figure holds, in the words of `data/README.md`.
    pub period: &'static str,
    /// How exactly the figure is given.
    pub qualifier: Qualifier,
    /// Keys of its caveats, such as a plan.
    pub tags: Vec<&'static str>,
    /// The numbered paragraph of the article.
    pub paragraph: u32,
    /// Id of the indicator that it names. Only facts of datasets that are not ours name one.
    pub indicator: &'static str,
    /// What it is about.
    pub subject: Localized,
    /// What is said; empty for figures.
    pub statement: Localized,
    /// A warning in plain words, where a reader needs one.
    pub note: Localized,
    /// The source's own words, exactly as printed, in Simplified Chinese.
    pub quote: &'static str,
    /// Key of the mark that draws it, of the charts that no other dataset can fill; empty for none.
    pub mark: &'static str,
}

impl Fact {
    /// A blank one, to be filled in.
    pub const EMPTY: Fact = Fact {
        id: "",
        topic: "",
        is_figure: false,
        tier: None,
        counties: Vec::new(),
        value: FactValue::None,
        unit: "",
        period: "",
        qualifier: Qualifier::Exact,
        tags: Vec::new(),
        paragraph: 0,
        indicator: "",
        subject: Localized::EMPTY,
        statement: Localized::EMPTY,
        note: Localized::EMPTY,
        quote: "",
        mark: "",
    };
}

/// How the figures of a unit are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitKind {
    /// A count, with a noun.
    Count,
    /// Percent.
    Percent,
    /// Money, in 100 million yuan.
    Money,
    /// A place in an order, from 1.
    Rank,
}

impl UnitKind {
    /// The kinds by their words in the data files.
    pub const WORDS: [(&'static str, UnitKind); 4] = [
        ("count", UnitKind::Count),
        ("percent", UnitKind::Percent),
        ("money", UnitKind::Money),
        ("rank", UnitKind::Rank),
    ];
}

/// Which digits readers see of a value. Only datasets that are not ours say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Digits {
    /// Its own; in sentences and charts as many as can be read.
    #[default]
    Own,
    /// So many decimals, with zeros at the end.
    Decimals(u8),
    /// Those of a year, which has no separators.
    Year,
}

/// What stands after a number.
#[derive(Debug, Clone, Copy, Default)]
pub struct Noun {
    /// After most numbers; in English the plural.
    pub name: Localized,
    /// In English after 1.
    pub en_one: &'static str,
    /// Before a number, in place of the name, such as `$`; empty where nothing is.
    pub symbol: &'static str,
}

impl Noun {
    /// A blank one, to be filled in.
    pub const EMPTY: Noun = Noun { name: Localized::EMPTY, en_one: "", symbol: "" };

    /// The noun after `value`. One that is given in English only stands in Chinese sentences as well.
    pub fn after(&self, value: f64, language: Language) -> &'static str {
        let name = self.name.get(language);
        if value == 1.0 && name == self.name.en { self.en_one } else { name }
    }
}

/// A unit of figures.
#[derive(Debug, Clone)]
pub struct Unit {
    /// The key facts name it by.
    pub key: &'static str,
    /// How its figures are written.
    pub kind: UnitKind,
    /// Its name.
    pub noun: Noun,
}

impl Unit {
    /// A blank one, to be filled in.
    pub const EMPTY: Unit = Unit { key: "", kind: UnitKind::Count, noun: Noun::EMPTY };
}

/// How an indicator is worked out where the source does not print it. Operands are ids of indicators or of facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Formula {
    /// Not at all.
    None,
    /// The first divided by the second.
    Ratio(&'static str, &'static str),
    /// The first as a share of the second, in percent.
    Part(&'static str, &'static str),
    /// What the other tiers' shares leave of 100, or the part in the sum of all tiers: a range with both as its ends.
    ResidualOrPart(&'static str),
}

impl Formula {
    /// Reads the form of `data/indicators.csv`, `ratio gdp counties`; `None` where it is no formula.
    ///
    /// ```
    /// # use county_chains::dataset::Formula;
    /// assert_eq!(Formula::parse("ratio gdp counties"), Some(Formula::Ratio("gdp", "counties")));
    /// assert_eq!(Formula::parse("twice gdp"), None);
    /// ```
    pub fn parse(text: &'static str) -> Option<Formula> {
        let mut words = text.split(' ');
        Some(match (words.next()?, words.next(), words.next(), words.next()) {
            ("", None, ..) => Formula::None,
            ("ratio", Some(top), Some(bottom), None) => Formula::Ratio(top, bottom),
            ("part", Some(part), Some(whole), None) => Formula::Part(part, whole),
            ("residual-or-part", Some(part), None, _) => Formula::ResidualOrPart(part),
            _ => return None,
        })
    }

    /// The form that is read.
    pub fn text(self) -> String {
        match self {
            Formula::None => String::new(),
            Formula::Ratio(top, bottom) => text!("ratio {top} {bottom}"),
            Formula::Part(part, whole) => text!("part {part} {whole}"),
            Formula::ResidualOrPart(part) => text!("residual-or-part {part}"),
        }
    }
}

/// One tier.
#[derive(Debug, Clone)]
pub struct TierRow {
    /// Its place among the tiers.
    pub tier: Tier,
    /// Its word in attributes, addresses and files, such as `1`.
    pub code: &'static str,
    /// Its word in the tables of a page's own, which may have characters that an address cannot carry.
    pub value: &'static str,
    /// 一, 1: where room is short.
    pub short: Localized,
    /// 一类, Tier 1.
    pub name: Localized,
    /// 一类, tier-1: before a noun.
    pub attributive: Localized,
    /// Id of the fact that names counties in it.
    pub named: &'static str,
    /// For each indicator that the source prints (or leaves out): its id and the fact that says so.
    pub facts: Vec<(&'static str, &'static str)>,
    /// Values that no fact says.
    pub values: Vec<TierValue>,
}

/// A value of a tier that no fact says: a table of the source has it, or it comes from the entities of the tier.
#[derive(Debug, Clone, Copy)]
pub struct TierValue {
    /// Id of the indicator.
    pub indicator: &'static str,
    /// The value.
    pub quantity: Quantity,
    /// How it comes from the entities, in words; empty where a table of the source has it.
    pub origin: Localized,
    /// How many of these it comes from.
    pub coverage: Coverage,
}

impl TierRow {
    /// A blank one, to be filled in.
    pub const EMPTY: TierRow = TierRow {
        tier: Tier::at(0),
        code: "",
        value: "",
        short: Localized::EMPTY,
        name: Localized::EMPTY,
        attributive: Localized::EMPTY,
        named: "",
        facts: Vec::new(),
        values: Vec::new(),
    };
}

/// Something measured of every tier.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// Its id, such as `gdp-per-county`.
    pub id: &'static str,
    /// Key of its unit.
    pub unit: &'static str,
    /// How its values are written.
    pub kind: UnitKind,
    /// What stands after its values, where they are counts.
    pub noun: Noun,
    /// How to work it out where the source does not print it.
    pub formula: Formula,
    /// Whether the values of several tiers may be added.
    pub additive: bool,
    /// Id of the fact that states the total of all tiers; empty where none does.
    pub total: &'static str,
    /// Its place among the columns of the table, from 1; 0 where it has none.
    pub column: u8,
    /// Whether the head of the column says when it holds.
    pub column_period: bool,
    /// Whether it counts the counties of a tier.
    pub counts_counties: bool,
    /// Id of the indicator that is its share of the whole; empty where none is.
    pub share: &'static str,
    /// Whether equal ratios are equally long on its axis.
    pub is_log: bool,
    /// Which digits are shown of it.
    pub digits: Digits,
    /// A count of it in a sentence: `{n}`; empty where its noun says enough.
    pub phrase: Localized,
    /// The short name.
    pub name: Localized,
    /// The name as a chart title.
    pub title: Localized,
    /// When it holds.
    pub period: Localized,
}

impl Indicator {
    /// Whether it is printed tier by tier and says something when it is added up. Shares of all tiers do not.
    pub fn is_added(&self) -> bool {
        self.additive && self.formula == Formula::None
    }

    /// A blank one, to be filled in.
    pub const EMPTY: Indicator = Indicator {
        id: "",
        unit: "",
        kind: UnitKind::Count,
        noun: Noun::EMPTY,
        formula: Formula::None,
        additive: false,
        total: "",
        column: 0,
        column_period: false,
        counts_counties: false,
        share: "",
        is_log: false,
        digits: Digits::Own,
        phrase: Localized::EMPTY,
        name: Localized::EMPTY,
        title: Localized::EMPTY,
        period: Localized::EMPTY,
    };
}

/// What the dataset is cited as.
#[derive(Debug, Clone, Serialize)]
pub struct Source {
    /// Its id.
    pub id: &'static str,
    /// The dataset's own short name.
    pub name: Localized,
    /// The edition line.
    pub edition: Localized,
    /// The edition line for narrow places.
    pub edition_short: Localized,
    /// Who published it.
    pub publisher: Localized,
    /// The document.
    pub title: Localized,
    /// How it reached us.
    pub basis: Localized,
    /// Year of the edition.
    pub year: u32,
    /// Terms under which its words or codes are used here.
    pub licence: &'static str,
    /// What the terms are called beside the source; empty where they are not named there.
    #[serde(skip_serializing_if = "Localized::is_empty")]
    pub terms: Localized,
    /// Address of the terms; empty where there is none.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub licence_address: &'static str,
    /// Its address; empty where there is none.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub address: &'static str,
    /// How it is cited, where the form of the article's does not hold.
    #[serde(skip_serializing_if = "Localized::is_empty")]
    pub citation: Localized,
}

impl Source {
    /// A blank one, to be filled in.
    pub const EMPTY: Source = Source {
        id: "",
        name: Localized::EMPTY,
        edition: Localized::EMPTY,
        edition_short: Localized::EMPTY,
        publisher: Localized::EMPTY,
        title: Localized::EMPTY,
        basis: Localized::EMPTY,
        year: 0,
        licence: "",
        terms: Localized::EMPTY,
        licence_address: "",
        address: "",
        citation: Localized::EMPTY,
    };
}

impl Source {
    /// Publisher and title of the document.
    pub fn report(&self, language: Language) -> [&'static str; 2] {
        [self.publisher.get(language), self.title.get(language)]
    }
}

/// Everything the widget knows, read once and never changed.
#[derive(Debug, Clone)]
pub struct Dataset {
    /// Whether it is not ours, so that words which speak of the article do not hold for it.
    pub is_own: bool,
    /// Sourced figures and statements, in the article's order.
    pub facts: Vec<Fact>,
    /// Units of the figures.
    pub units: Vec<Unit>,
    /// The tiers, 2 to 12, in the source's order.
    pub tiers: Vec<TierRow>,
    /// What the tiers are tiers of, such as an income group; empty where the words of the interface say it.
    pub classes: Localized,
    /// What is measured of a tier.
    pub indicators: Vec<Indicator>,
    /// What is written of charts and indicators.
    pub stories: Vec<Story>,
    /// Notes under charts, in the order in which they stand there.
    pub remarks: Vec<Remark>,
    /// Texts that readers open.
    pub passages: Vec<Passage>,
    /// Texts of charts that no other dataset can fill, in the order in which they stand there.
    pub phrases: Vec<Phrase>,
    /// Prefecture-level cities, by code.
    pub prefectures: Vec<Prefecture>,
    /// County-level units in reading order of the tile grid; also the one that the white paper leaves out.
    pub counties: Vec<County>,
    /// From which row on tiles stand that have no place in the grid, and what is written over them.
    pub shelf: Option<(u8, Localized)>,
    /// The places of the counties in the order of their codes, where there may be many; else empty.
    pub county_order: Vec<u32>,
    /// The place of each county's tier, in the order of `counties`; 255 where it is not known. Only with values of counties.
    pub county_tiers: Vec<u8>,
    /// Values of counties; none where the source has only tiers.
    pub county_values: Vec<CountyValues>,
    /// What the dataset is cited as; the first is the main one.
    pub sources: Vec<Source>,
    /// What facts are about, in the order in which lists show it.
    pub topics: Vec<Category>,
    /// Caveats of facts.
    pub tags: Vec<Category>,
    /// Kinds of county-level units.
    pub kinds: Vec<Category>,
    /// Roles of counties in the source, at most three.
    pub roles: Vec<Category>,
    /// Grounds on which tiers are known, in the order of [`TierBasis::WORDS`].
    pub grounds: Vec<Category>,
    /// Syllables of pinyin without tones, and the characters of names and subjects that are read so. A character
    /// with several readings stands under each.
    pub readings: Vec<(&'static str, &'static str)>,
}

impl Dataset {
    /// A blank one, to be filled in.
    pub const EMPTY: Dataset = Dataset {
        is_own: false,
        facts: Vec::new(),
        units: Vec::new(),
        tiers: Vec::new(),
        classes: Localized::EMPTY,
        indicators: Vec::new(),
        stories: Vec::new(),
        remarks: Vec::new(),
        passages: Vec::new(),
        phrases: Vec::new(),
        prefectures: Vec::new(),
        counties: Vec::new(),
        shelf: None,
        county_order: Vec::new(),
        county_tiers: Vec::new(),
        county_values: Vec::new(),
        sources: Vec::new(),
        topics: Vec::new(),
        tags: Vec::new(),
        kinds: Vec::new(),
        roles: Vec::new(),
        grounds: Vec::new(),
        readings: Vec::new(),
    };
}

/// Look-ups, which the strict reader needs too.
impl Dataset {
    /// The fact with this id.
    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == id)
    }

    /// The number of the fact with this id, if the source prints one.
    pub fn number(&self, id: &str) -> Option<f64> {
        self.fact(id)?.value.number()
    }

    /// The total of an indicator that the source states.
    pub fn stated(&self, indicator: &Indicator) -> Option<Quantity> {
        let fact = self.fact(indicator.total)?;
        let qualifier = if self.is_own { fact.qualifier } else { Qualifier::Exact };
        Some(Quantity { qualifier, ..Quantity::printed(fact.value.number()?) })
    }

    /// The indicator with this id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// The county with this GB/T 2260 code.
    pub fn county(&self, code: &str) -> Option<&County> {
        self.counties.get(self.county_place(code)?)
    }

    /// The place of the county with this code in `counties`.
    pub fn county_place(&self, code: &str) -> Option<usize> {
        let order = &self.county_order;
        if order.is_empty() {
            return self.counties.iter().position(|county| county.code == code);
        }
        let code_at = |place: &u32| self.counties.get(*place as usize).map_or("", |county| county.code);
        let found = order.binary_search_by(|place| code_at(place).cmp(code)).ok()?;
        order.get(found).map(|place| *place as usize)
    }

    /// The prefecture-level city of `county`.
    pub fn prefecture_of(&self, county: &County) -> Option<&Prefecture> {
        self.prefectures.iter().find(|prefecture| prefecture.code == county.prefecture)
    }

    /// The unit with this key.
    pub fn unit(&self, key: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.key == key)
    }
}
