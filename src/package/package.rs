//! A dataset as its files say it, checked: every name in it leads to something. What charts say of it comes later.

use county_chains_data::dataset::{County, Fact, Noun, Unit, UnitKind};
use county_chains_data::language::Localized;
use county_chains_data::quantity::Qualifier;
use county_chains_data::tier::Tier;

/// Everything that a Data Package says.
///
/// Texts live as long as the program. A text that a language lacks is there in the first of `languages`; Traditional Chinese
/// takes Simplified first.
#[derive(Debug, Clone)]
pub struct Package {
    /// Its name in addresses.
    pub name: &'static str,
    /// Its version; empty where none is given.
    pub version: &'static str,
    /// The tags of its languages. Texts whose key names no language are in the first.
    pub languages: Vec<&'static str>,
    /// What it is called.
    pub title: Localized,
    /// The edition line.
    pub edition: Localized,
    /// What one entity is called, and several.
    pub entity: Noun,
    /// Where it comes from; at least one.
    pub sources: Vec<Source>,
    /// Under which terms; at least one.
    pub licenses: Vec<License>,
    /// Notes that stand under every chart.
    pub notes: Vec<Localized>,
    /// Units of facts.
    pub units: Vec<Unit>,
    /// The classes, 2 to 12, in order.
    pub classes: Classes,
    /// What is measured: columns of `entities` and `tiers`, then what is derived from them.
    pub indicators: Vec<Indicator>,
    /// The groups that entities belong to, in the order of their first entity.
    pub groups: Vec<Group>,
    /// The rows of the table of entities, in the order of the file; those without a place have that of [`County::NOWHERE`].
    pub entities: Vec<County>,
    /// The places of entities in the order of their codes.
    pub order: Vec<u32>,
    /// The values of entities, one list an indicator of entities, in the order of `indicators`.
    pub columns: Vec<Column>,
    /// The values of classes that the table `tiers` prints.
    pub printed: Vec<Printed>,
    /// Sourced figures and statements.
    pub facts: Vec<Fact>,
    /// Facts that state the total of an indicator over all classes: its id, then that of the fact.
    pub totals: Vec<(&'static str, &'static str)>,
    /// What facts are about, in the order in which they are declared, else in that of the facts.
    pub topics: Vec<Topic>,
    /// Headings and summaries that the dataset brings along.
    pub stories: Vec<Story>,
}

/// A source.
#[derive(Debug, Clone)]
pub struct Source {
    /// The document.
    pub title: Localized,
    /// Who published it.
    pub publisher: Localized,
    /// Its address; empty where none is given.
    pub path: &'static str,
    /// Its version; empty where none is given.
    pub version: &'static str,
}

/// The terms of a licence.
#[derive(Debug, Clone)]
pub struct License {
    /// Its identifier, such as `CC-BY-4.0`; empty where none is given.
    pub name: &'static str,
    /// What it is called.
    pub title: Localized,
    /// Its address; empty where none is given.
    pub path: &'static str,
}

/// The classes of entities.
#[derive(Debug, Clone)]
pub struct Classes {
    /// What the classification is called.
    pub title: Localized,
    /// Whether their order means something.
    pub ordered: bool,
    /// The classes in their order.
    pub list: Vec<Class>,
}

impl Classes {
    /// The class that a word of a story means.
    pub fn meant(&self, word: &str) -> Option<Tier> {
        Tier::meant(word, self.list.iter().map(|class| class.value))
    }

    /// Two classes with a colon between them. Each may have colons in its word.
    pub fn pair(&self, words: &str) -> Option<(Tier, Tier)> {
        words.match_indices(':').find_map(|(at, colon)| {
            let (one, other) = (words.get(..at)?, words.get(at + colon.len()..)?);
            Some((self.meant(one)?, self.meant(other)?))
        })
    }
}

/// A class of entities.
#[derive(Debug, Clone)]
pub struct Class {
    /// Its word in the files.
    pub value: &'static str,
    /// What it is called.
    pub label: Localized,
    /// The same where room is short.
    pub short: Localized,
}

/// What is measured.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// Its id, made of the name of its field: what addresses cannot carry is a hyphen.
    pub id: &'static str,
    /// Where its values are.
    pub origin: Origin,
    /// What it is called.
    pub title: Localized,
    /// The same where room is short.
    pub short: Localized,
    /// What it means; empty where nothing is said.
    pub description: Localized,
    /// Key of its unit in `units`, or one of `percent`, `yuan-100m`, `rank`; empty where it has none.
    pub unit: &'static str,
    /// How values of the unit are written.
    pub kind: UnitKind,
    /// What stands before or after a value.
    pub noun: Noun,
    /// How many decimals are shown; `None` where the files do not say.
    pub decimals: Option<u8>,
    /// Whether its values are years.
    pub is_year: bool,
    /// When it holds.
    pub period: Localized,
    /// How values of entities become one of their class.
    pub aggregate: Aggregate,
    /// How it is worked out; `None` where it is in the files.
    pub formula: Option<Formula>,
    /// Which end comes first in a sorted list.
    pub direction: Direction,
    /// The scale of its axis.
    pub scale: Scale,
}

/// Where the values of an indicator are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// In the table of entities: the index of its [`Column`].
    Entities(usize),
    /// In the table `tiers`.
    Tiers,
    /// Nowhere: it is calculated.
    Derived,
}

/// How values of entities become one of their class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aggregate {
    /// They are added.
    Sum,
    /// The mean, weighted by the indicator with this id.
    Mean(&'static str),
    /// The value in the middle.
    Median,
    /// Not at all.
    None,
}

impl Aggregate {
    /// What values become together, each with its weight where they are weighted; NaN where there is nothing.
    pub fn of(self, values: &mut [f64], weights: &[f64]) -> f64 {
        match self {
            _ if values.is_empty() => f64::NAN,
            Aggregate::None => f64::NAN,
            Aggregate::Sum => values.iter().sum(),
            Aggregate::Mean(_) => {
                let total: f64 = weights.iter().sum();
                let sum: f64 = values.iter().zip(weights).map(|(value, weight)| value * weight).sum();
                if total == 0.0 { f64::NAN } else { sum / total }
            }
            Aggregate::Median => median(values),
        }
    }
}

/// The value in the middle; of an even number, the mean of the two in the middle.
fn median(values: &mut [f64]) -> f64 {
    let (is_even, half) = (values.len() % 2 == 0, values.len() / 2);
    let (below, middle, _) = split_at_rank(values, half);
    if is_even { (below.iter().copied().fold(f64::MIN, f64::max) + middle) / 2.0 } else { middle }
}

/// Finds the value that would stand at `rank` if all were sorted; puts before it what is below, and behind it what is above.
/// There are more values than that.
pub fn split_at_rank(values: &mut [f64], rank: usize) -> (&[f64], f64, &[f64]) {
    let (below, found, above) = values.select_nth_unstable_by(rank, f64::total_cmp);
    (below, *found, above)
}

/// A formula; its operands are ids of indicators, or of facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Formula {
    /// The first divided by the second.
    Ratio(&'static str, &'static str),
    /// The first as a share of the second, in percent.
    Part(&'static str, &'static str),
    /// The first as a share of the total over all classes, in percent: `part counties {whole}`.
    PartOfWhole(&'static str),
    /// What the shares of other classes leave of 100, or the part in the sum of all classes.
    ResidualOrPart(&'static str),
    /// The first times the second, entity by entity.
    Product(&'static str, &'static str),
}

impl Formula {
    /// Whether what it gives for so many classes may be added: parts that are divided are rounded, so two of them need not add
    /// up to their sum.
    pub fn adds_up(self, calculated: usize) -> bool {
        matches!(self, Formula::Product(..)) || calculated < 2
    }
}

/// Which end of a sorted list comes first. It never means better.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Direction {
    /// The largest.
    Up,
    /// The smallest.
    Down,
    /// Neither.
    #[default]
    None,
}

/// The scale of an axis.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Scale {
    /// Equal differences are equally long.
    #[default]
    Linear,
    /// Equal ratios are equally long.
    Log,
}

/// A group of entities, such as the province of a city.
#[derive(Debug, Clone)]
pub struct Group {
    /// Its word in the files.
    pub value: &'static str,
    /// What it is called.
    pub name: Localized,
}

/// The values of an indicator, one an entity.
#[derive(Debug, Clone)]
pub struct Column {
    /// NaN where there is none.
    pub values: Vec<f64>,
    /// How exactly each is given; empty where all are exact.
    pub qualifiers: Vec<Qualifier>,
    /// Why values are missing.
    pub gaps: Vec<Gap>,
    /// What the gaps name.
    pub missing: Vec<Missing>,
}

/// An entity without a value of which the files say why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// Index of the entity.
    pub entity: u32,
    /// Index in [`Column::missing`].
    pub reason: u8,
}

/// Why a value is missing.
#[derive(Debug, Clone)]
pub struct Missing {
    /// What stands in the cell.
    pub value: &'static str,
    /// What it means.
    pub label: Localized,
}

/// A value of a class that the files print.
#[derive(Debug, Clone)]
pub struct Printed {
    /// The class.
    pub class: Tier,
    /// Id of the indicator.
    pub indicator: &'static str,
    /// The value.
    pub value: f64,
    /// How exactly it is given.
    pub qualifier: Qualifier,
    /// Id of the fact that proves it; empty where none does.
    pub fact: &'static str,
}

/// What facts are about.
#[derive(Debug, Clone)]
pub struct Topic {
    /// Its word in the files.
    pub value: &'static str,
    /// What it is called.
    pub label: Localized,
}

/// What the dataset itself says over a chart. It holds while nothing is filtered.
#[derive(Debug, Clone)]
pub struct Story {
    /// Word of the chart.
    pub chart: &'static str,
    /// Id of the indicator; empty for the chart whatever the indicator.
    pub indicator: &'static str,
    /// The finding, with places for figures.
    pub heading: Localized,
    /// One or two sentences, with places for figures.
    pub summary: Localized,
}
