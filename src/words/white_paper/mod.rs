//! What a language has to say in the charts of the white paper.

mod en;
mod zh_hans;
mod zh_hant;

use county_chains_data::language::Localized;

use crate::texts::{Texts, side_by_side, words};

/// Every text in all languages, in the order in which [`WhitePaper`] goes through them.
pub fn written() -> Vec<Localized> {
    side_by_side([zh_hans::WORDS, zh_hant::WORDS, en::WORDS])
}

words! {
    /// The words of the charts of the white paper in one language.
    pub struct WhitePaper {
        /// The `six-ones` chart.
        pub six_ones: SixOnes,
        /// The `clusters` chart.
        pub clusters: Clusters,
        /// The `paths` chart.
        pub paths: Paths,
        /// The `market` chart.
        pub market: Market,
        /// The `timeline` chart.
        pub timeline: Timeline,
    }
}

words! {
    /// Words of the `six-ones` chart.
    pub struct SixOnes {
        /// `{total}`, `{fund}`.
        pub heading: &'static str,
        /// What the six are.
        pub summary: &'static str,
        /// Names of the six rows, by the fact's id.
        pub rows: [(&'static str, &'static str); 6],
        /// Legend of a filled tick.
        pub has: &'static str,
        /// Legend of a hollow tick.
        pub lacks: &'static str,
        /// All have it: `{n}`.
        pub all: &'static str,
        /// So many lack it: `{n}`.
        pub without: &'static str,
        /// A row's spoken name: `{row}`, `{n}`, `{total}`, `{gap}`.
        pub mark_name: &'static str,
        /// The same where all counties have it: `{row}`, `{total}`.
        pub all_name: &'static str,
        /// Caption of the table.
        pub caption: &'static str,
        /// Columns of the table: item, has, lacks, share.
        pub columns: [&'static str; 4],
        /// Notes.
        pub notes: [&'static str; 4],
    }
}

words! {
    /// Words of the `clusters` chart.
    pub struct Clusters {
        /// `{counties}`
        pub heading: &'static str,
        /// The stock of the three kinds: `{first}`, `{second}`, `{third}`; the new ones: `{second_new}`, `{third_new}`.
        pub summary: &'static str,
        /// Legend: a new cluster, an earlier one.
        pub legend: [&'static str; 2],
        /// Beside it: what a square stands for.
        pub square: &'static str,
        /// Names of the kinds.
        pub kinds: [&'static str; 3],
        /// What the named new clusters of each kind make, in the order of the fact; its counties stand
        /// before.
        pub products: [[&'static str; 2]; 3],
        /// A kind's new clusters beside its number: `{n}`.
        pub of_these_new: &'static str,
        /// The same where the article names those that were selected: `{n}`.
        pub of_these_listed: &'static str,
        /// Before the named ones.
        pub named: &'static str,
        /// A named cluster with the city of its county: `{name}`, `{city}`.
        pub of_city: &'static str,
        /// In place of a name.
        pub unnamed: &'static str,
        /// A square's spoken name: `{kind}`, `{n}`, `{stock}`, `{state}`, `{name}`.
        pub mark_name: &'static str,
        /// Counties with such clusters.
        pub coverage: &'static str,
        /// After their number: `{total}`.
        pub of_all: &'static str,
        /// The other count.
        pub large: &'static str,
        /// The kinds added up.
        pub sum: &'static str,
        /// How a number of clusters was had that is not printed.
        pub counted: &'static str,
        /// On the card of a square without a name.
        pub unnamed_remark: &'static str,
        /// On cards that show a cluster of another passage as well.
        pub undated_remark: &'static str,
        /// Caption of the table.
        pub caption: &'static str,
        /// Columns of the table: kind, stock, new, earlier, named.
        pub columns: [&'static str; 5],
        /// Notes: none; none; `{counties}`; clusters of no year; `{large}`.
        pub notes: [&'static str; 5],
    }
}

words! {
    /// Words of the `paths` chart.
    pub struct Paths {
        /// The finding; a test holds the number in words to the facts.
        pub heading: &'static str,
        /// What the source gives for which path.
        pub summary: &'static str,
        /// Why the filter does nothing.
        pub filter_off: &'static str,
        /// Names of the paths.
        pub names: [&'static str; 5],
        /// A path's name in the table: `{name}`, `{original}`.
        pub named: &'static str,
        /// What each path is carried by.
        pub kinds: [&'static str; 5],
        /// The carriers of each path in the order of its fact.
        pub carriers: [[&'static str; 6]; 5],
        /// After carriers that the source leaves open.
        pub open: &'static str,
        /// Under the carriers; the county of the fact for the third path: `{county}`.
        pub remarks: [&'static str; 5],
        /// A path's spoken name: `{name}`, `{kind}`, `{list}`, `{remark}`.
        pub mark_name: &'static str,
        /// On the card of a path whose carriers the source leaves open.
        pub open_remark: &'static str,
        /// Caption of the table.
        pub caption: &'static str,
        /// Columns of the table: path, approach, kind of carriers, carriers, remark.
        pub columns: [&'static str; 5],
        /// Notes.
        pub notes: [&'static str; 2],
    }
}

words! {
    /// Words of the `market` chart.
    pub struct Market {
        /// `{n}`, `{share}`
        pub heading: &'static str,
        /// `{over_10bn}`, `{over_100bn}`, `{n}`, `{count}`, `{gdp}`
        pub summary: &'static str,
        /// Why the filter does nothing.
        pub filter_off: &'static str,
        /// Head of the ticks: `{total}`.
        pub by_gdp: &'static str,
        /// Under the bracket: `{n}`.
        pub over_10bn: &'static str,
        /// Over the tall ticks: `{n}`.
        pub over_100bn: &'static str,
        /// At the hollow ticks: `{rest}`.
        pub rest: &'static str,
        /// The counties of the hollow ticks.
        pub rest_name: &'static str,
        /// Head of the bars: `{n}`.
        pub shares: &'static str,
        /// Beside it: `{period}`.
        pub revenue: &'static str,
        /// Names of the bars: number of counties, GDP, revenue.
        pub bars: [&'static str; 3],
        /// The source's own words for the lower bounds of GDP and revenue.
        pub bounds: [&'static str; 2],
        /// Before them.
        pub in_source: &'static str,
        /// A large number: `{n}`.
        pub figure: &'static str,
        /// What the two large numbers count: `{rank}`; `{period}`.
        pub figures: [&'static str; 2],
        /// What is worked out: a number of counties, a share of them.
        pub derived: [&'static str; 2],
        /// Caption of the table.
        pub caption: &'static str,
        /// Columns of the table: item, printed figure, what it works out at, period.
        pub columns: [&'static str; 4],
        /// Notes: `{over_10bn}`, `{total}`, `{over}`, `{rest}`; `{n}`; `{over_100bn}`, `{n}`, `{tiers}`; none.
        pub notes: [&'static str; 4],
    }
}

words! {
    /// Words of the `timeline` chart.
    pub struct Timeline {
        /// The finding.
        pub heading: &'static str,
        /// `{first}`, `{edition}`, `{n}` and the `{next}` number of months.
        pub summary: &'static str,
        /// Why the filter does nothing.
        pub filter_off: &'static str,
        /// The items in the order of time, then those without a date: `{projects}`, `{planned}`; `{tea}`;
        /// `{meetings}`; `{media}`; `{places}`; `{chains}`.
        pub names: [&'static str; 16],
        /// Head of the items without a date.
        pub undated: &'static str,
        /// Caption of the table: `{first}`, `{edition}`.
        pub caption: &'static str,
        /// Columns of the table: date, item, subject.
        pub columns: [&'static str; 3],
        /// Row under the table: the time between the two editions.
        pub between: &'static str,
        /// How long that is: `{n}` and the `{next}` number of months.
        pub length: &'static str,
        /// The number of months.
        pub months: &'static str,
        /// Note: where things stand on a line to scale, and on one in order.
        pub scale: [&'static str; 2],
        /// Notes: `{n}`, `{arithmetic}`; `{february}`; `{planned}`.
        pub notes: [&'static str; 3],
    }
}
