//! The rows of the dataset as plain values. Texts live as long as the program: they stand in it.

use serde::Serialize;

use crate::language::Localized;
use crate::quantity::Qualifier;
use crate::tier::Tier;

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
    /// The section of the article it belongs to.
    pub theme: &'static str,
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
    /// Caveats: plan, lower-bound, increment, cumulative, target, claim.
    pub tags: Vec<&'static str>,
    /// The numbered paragraph of the article.
    pub paragraph: u32,
    /// What it is about.
    pub subject: Localized,
    /// What is said; empty for figures.
    pub statement: Localized,
    /// A warning in plain words, where a reader needs one.
    pub note: Localized,
    /// The source's own words, exactly as printed, in Simplified Chinese.
    pub quote: &'static str,
}

impl Fact {
    /// A blank one, to be filled in.
    pub(crate) const EMPTY: Fact = Fact {
        id: "",
        theme: "",
        is_figure: false,
        tier: None,
        counties: Vec::new(),
        value: FactValue::None,
        unit: "",
        period: "",
        qualifier: Qualifier::Exact,
        tags: Vec::new(),
        paragraph: 0,
        subject: Localized::EMPTY,
        statement: Localized::EMPTY,
        note: Localized::EMPTY,
        quote: "",
    };
}

/// A unit of figures.
#[derive(Debug, Clone)]
pub struct Unit {
    /// The key facts name it by.
    pub key: &'static str,
    /// Its name after a number; the English one is the plural.
    pub name: Localized,
    /// Its English name after 1.
    pub en_one: &'static str,
}

impl Unit {
    /// A blank one, to be filled in.
    pub(crate) const EMPTY: Unit = Unit { key: "", name: Localized::EMPTY, en_one: "" };
}

/// One tier.
#[derive(Debug, Clone)]
pub struct TierRow {
    /// Which.
    pub tier: Tier,
    /// 一 to 四.
    pub numeral_zh: &'static str,
    /// 1 to 4.
    pub numeral_en: &'static str,
    /// 一类, Tier 1.
    pub name: Localized,
    /// For each indicator that the source prints (or leaves out): its id and the fact that says so.
    pub facts: Vec<(&'static str, &'static str)>,
}

impl TierRow {
    /// A blank one, to be filled in.
    pub(crate) const EMPTY: TierRow = TierRow {
        tier: Tier::One,
        numeral_zh: "",
        numeral_en: "",
        name: Localized::EMPTY,
        facts: Vec::new(),
    };
}

/// Something measured of every tier.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// Its id, such as `gdp-per-county`.
    pub id: &'static str,
    /// Key of its unit.
    pub unit: &'static str,
    /// How to work it out where the source does not print it; see `data/README.md`.
    pub formula: &'static str,
    /// Whether the values of several tiers may be added.
    pub additive: bool,
    /// The short name.
    pub name: Localized,
    /// The name as a chart title.
    pub title: Localized,
    /// When it holds.
    pub period: Localized,
}

impl Indicator {
    /// A blank one, to be filled in.
    pub(crate) const EMPTY: Indicator = Indicator {
        id: "",
        unit: "",
        formula: "",
        additive: false,
        name: Localized::EMPTY,
        title: Localized::EMPTY,
        period: Localized::EMPTY,
    };
}

/// A prefecture-level city.
#[derive(Debug, Clone)]
pub struct Prefecture {
    /// GB/T 2260 code.
    pub code: &'static str,
    /// 福州市, Fuzhou.
    pub name: Localized,
    /// Column of the empty cell that carries its name in the tile grid.
    pub label_column: u8,
    /// Row of that cell.
    pub label_row: u8,
}

impl Prefecture {
    /// A blank one, to be filled in.
    pub(crate) const EMPTY: Prefecture =
        Prefecture { code: "", name: Localized::EMPTY, label_column: 0, label_row: 0 };
}

/// What kind of county-level unit it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CountyKind {
    /// 区
    District,
    /// 市
    City,
    /// 县
    County,
}

impl CountyKind {
    /// The kinds by their words in the data files.
    pub const WORDS: [(&'static str, CountyKind); 3] =
        [("district", CountyKind::District), ("city", CountyKind::City), ("county", CountyKind::County)];
}

/// On what ground a county's tier is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TierBasis {
    /// The source names it in a tier.
    Named,
    /// A sentence of the source implies it.
    Implied,
    /// The source does not tell.
    NotPublished,
    /// The white paper does not include the county.
    NotIncluded,
}

impl TierBasis {
    /// The grounds by their words in the data files.
    pub const WORDS: [(&'static str, TierBasis); 4] = [
        ("named", TierBasis::Named),
        ("implied", TierBasis::Implied),
        ("not published", TierBasis::NotPublished),
        ("not included", TierBasis::NotIncluded),
    ];
}

/// The part a county plays in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// One of the named pilot counties.
    Pilot,
    /// Portrayed in a paragraph of its own.
    Profile,
    /// Named with its speciality product.
    Speciality,
}

impl Role {
    /// The parts by their words in the data files.
    pub const WORDS: [(&'static str, Role); 3] =
        [("pilot", Role::Pilot), ("profile", Role::Profile), ("speciality", Role::Speciality)];
}

/// A county-level unit: district, county-level city or county.
#[derive(Debug, Clone)]
pub struct County {
    /// GB/T 2260 code.
    pub code: &'static str,
    /// 晋江市, 晉江市, Jinjiang (English without the type word).
    pub name: Localized,
    /// District, city or county.
    pub kind: CountyKind,
    /// Code of its prefecture-level city.
    pub prefecture: &'static str,
    /// Its tier, where it can be known.
    pub tier: Option<Tier>,
    /// How its tier is known.
    pub basis: TierBasis,
    /// Its parts in the source.
    pub roles: Vec<Role>,
    /// Column of its tile, from 0 in the west.
    pub column: u8,
    /// Row of its tile, from 0 in the north.
    pub row: u8,
}

impl County {
    /// A blank one, to be filled in.
    pub(crate) const EMPTY: County = County {
        code: "",
        name: Localized::EMPTY,
        kind: CountyKind::County,
        prefecture: "",
        tier: None,
        basis: TierBasis::NotPublished,
        roles: Vec::new(),
        column: 0,
        row: 0,
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
}

impl Source {
    /// A blank one, to be filled in.
    pub(crate) const EMPTY: Source = Source {
        id: "",
        name: Localized::EMPTY,
        edition: Localized::EMPTY,
        edition_short: Localized::EMPTY,
        publisher: Localized::EMPTY,
        title: Localized::EMPTY,
        basis: Localized::EMPTY,
        year: 0,
        licence: "",
    };
}

/// Everything the widget knows, read once and never changed.
#[derive(Debug, Clone)]
pub struct Dataset {
    /// Sourced figures and statements, in the article's order.
    pub facts: Vec<Fact>,
    /// Units of the figures.
    pub units: Vec<Unit>,
    /// The four tiers.
    pub tiers: Vec<TierRow>,
    /// What is measured of a tier.
    pub indicators: Vec<Indicator>,
    /// Prefecture-level cities, by code.
    pub prefectures: Vec<Prefecture>,
    /// County-level units in reading order of the tile grid; also the one that the white paper leaves out.
    pub counties: Vec<County>,
    /// What the dataset is cited as; the first is the main one.
    pub sources: Vec<Source>,
}

impl Dataset {
    /// A blank one, to be filled in.
    pub(crate) const EMPTY: Dataset = Dataset {
        facts: Vec::new(),
        units: Vec::new(),
        tiers: Vec::new(),
        indicators: Vec::new(),
        prefectures: Vec::new(),
        counties: Vec::new(),
        sources: Vec::new(),
    };
}

/// Look-ups, which the strict reader needs too.
impl Dataset {
    /// The fact with this id.
    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == id)
    }

    /// The county with this GB/T 2260 code.
    pub fn county(&self, code: &str) -> Option<&County> {
        self.counties.iter().find(|county| county.code == code)
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
