//! Counties and the prefecture-level cities they belong to.

use serde::Serialize;

use crate::language::Localized;
use crate::quantity::Qualifier;
use crate::tier::Tier;

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
    pub const EMPTY: Prefecture =
        Prefecture { code: "", name: Localized::EMPTY, label_column: 0, label_row: 0 };
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
    NotGiven,
    /// The white paper does not include the county.
    NotIncluded,
}

impl TierBasis {
    /// The grounds by their words in the data files.
    pub const WORDS: [(&'static str, TierBasis); 4] = [
        ("named", TierBasis::Named),
        ("implied", TierBasis::Implied),
        ("not in the article", TierBasis::NotGiven),
        ("not included", TierBasis::NotIncluded),
    ];
}

/// A county-level unit: district, county-level city or county.
#[derive(Debug, Clone)]
pub struct County {
    /// GB/T 2260 code.
    pub code: &'static str,
    /// 晋江市, 晉江市, Jinjiang (English without the type word).
    pub name: Localized,
    /// The name where room is short; empty where the language has a rule for it.
    pub short: Localized,
    /// Key of its kind: district, city or county; empty where it has none.
    pub kind: &'static str,
    /// Code of its prefecture-level city.
    pub prefecture: &'static str,
    /// Its tier, where it can be known.
    pub tier: Option<Tier>,
    /// How its tier is known.
    pub basis: TierBasis,
    /// Keys of its roles in the source.
    pub roles: Vec<&'static str>,
    /// Column of its tile, from 0 in the west.
    pub column: u8,
    /// Row of its tile, from 0 in the north.
    pub row: u8,
}

impl County {
    /// A blank one, to be filled in.
    pub const EMPTY: County = County {
        code: "",
        name: Localized::EMPTY,
        short: Localized::EMPTY,
        kind: "",
        prefecture: "",
        tier: None,
        basis: TierBasis::NotGiven,
        roles: Vec::new(),
        column: 0,
        row: 0,
    };

    /// Column and row where it has no tile.
    pub const NOWHERE: (u8, u8) = (u8::MAX, u8::MAX);

    /// Column and row of its tile; `None` where it has none.
    pub fn place(&self) -> Option<(u8, u8)> {
        Some((self.column, self.row)).filter(|place| *place != County::NOWHERE)
    }
}

/// The values of an indicator for each county, where the dataset has any.
#[derive(Debug, Clone)]
pub struct CountyValues {
    /// Id of the indicator.
    pub indicator: &'static str,
    /// A value a county, in their order; NaN where there is none.
    pub values: Vec<f64>,
    /// How exactly each is given; empty where all are exact.
    pub qualifiers: Vec<Qualifier>,
    /// How they are calculated; empty where the source has them.
    pub origin: Localized,
    /// Ids of the indicators whose values are multiplied; empty where the source has the values.
    pub factors: [&'static str; 2],
    /// The places of those without a value of which the source says why, in order; each with the place of its reason.
    pub gaps: Vec<(u32, u8)>,
    /// Why values are missing, each in words.
    pub reasons: Vec<Localized>,
}

impl CountyValues {
    /// Why the county at this place has no value, where the source says it.
    pub fn reason(&self, county: usize) -> Option<Localized> {
        let found = self.gaps.binary_search_by(|(place, _)| (*place as usize).cmp(&county)).ok()?;
        let (_, reason) = self.gaps.get(found)?;
        self.reasons.get(usize::from(*reason)).copied()
    }

    /// The value of the county at this place, and how exactly it is given; `None` where there is none.
    pub fn get(&self, county: usize) -> Option<(f64, Qualifier)> {
        let value = *self.values.get(county)?;
        let qualifier = self.qualifiers.get(county).copied().unwrap_or(Qualifier::Exact);
        value.is_finite().then_some((value, qualifier))
    }
}
