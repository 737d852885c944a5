//! Charts: from a selection to a scene, with the words that belong to it.
//!
//! To add a chart, write its file and name it in the list below; the list makes the enum, the parser,
//! the choices of the command and the cases of the golden tests.

mod brief;
mod clusters;
mod facts;
mod flow;
mod headline;
mod layout;
mod map;
mod market;
mod notes;
mod paths;
mod places;
mod poster;
mod provenance;
mod shares;
mod six_ones;
mod table;
mod tag;
mod template;
mod tier_table;
mod tiers;
mod timeline;

pub use brief::Brief;
pub use facts::{CountyHit, FactEntry, FactList, Topic, fact_list, theme_names};
pub use headline::Headline;
pub use layout::{Layout, Size};
pub use map::{Card, card};
pub use notes::Note;
pub use places::{Place, drawn_at};
pub use poster::{article_line, edition_line, poster, source_line, square};
pub use provenance::{CardFact, Provenance, SourceCard, source_card, told};
pub use table::{Cell, Column, Figure, Row, Table};

pub use crate::dataset::Marker;
use crate::locale::Locale;
use crate::scene::Scene;
use crate::tier::Tier;
use crate::word::Named;

/// How a chart answers the tier filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilterEffect {
    /// Rows of other tiers fold away.
    Leaves,
    /// Marks of other tiers turn grey.
    Dims,
    /// The source has no breakdown by tier.
    Disabled,
}

/// A kind of chart.
pub trait Chart: Sync {
    /// How the tier filter works on it.
    fn filter_effect(&self) -> FilterEffect;
    /// Heading and summary, true under the brief's filter.
    fn headline(&self, brief: &Brief<'_>) -> Headline;
    /// Title and period over the chart itself, where the heading does not say what is drawn.
    fn title(&self, _brief: &Brief<'_>) -> Option<(String, String)> {
        None
    }
    /// Whether it shows GDP, so that its year has to be said.
    fn shows_gdp(&self) -> bool {
        false
    }
    /// Room that something beside the chart takes at this size.
    fn beside(&self, _size: Size, _locale: &Locale) -> f64 {
        0.0
    }
    /// How many times its height the picture of the static twin may take, so that on wide pages the twin is
    /// as high as the widget that takes its place, and nothing below moves.
    fn twin_stretch(&self, _locale: &Locale) -> f64 {
        1.0
    }
    /// Why the tier filter does nothing here, for charts on which it does nothing.
    fn filter_off(&self, locale: &Locale) -> &'static str {
        locale.ui.filter_off
    }
    /// What a tier's chip counts.
    fn chip_count(&self, brief: &Brief<'_>, tier: Tier) -> String {
        brief.counties(tier)
    }
    /// The picture.
    fn draw(&self, brief: &Brief<'_>) -> Scene;
    /// What the reader must know to trust it.
    fn notes(&self, brief: &Brief<'_>) -> Vec<Note>;
    /// What the table needs beyond that.
    fn table_notes(&self, _brief: &Brief<'_>) -> Vec<Note> {
        Vec::new()
    }
    /// The same data as a table.
    fn table(&self, brief: &Brief<'_>) -> Table;
    /// What the mark or the row with this key stands on.
    fn provenance(&self, _brief: &Brief<'_>, _key: &str) -> Option<Provenance> {
        None
    }
}

/// The files that a page loads the program in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum File {
    /// The one that every widget needs.
    Core,
    /// The one that comes when a reader opens what is in it.
    Annex,
}

macro_rules! charts {
    ($($(#[$doc:meta])* $variant:ident = $word:literal: $chart:path, $file:ident;)*) => {
        /// The charts, by the word of the `chart` attribute.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub enum ChartKind {
            $($(#[$doc])* #[serde(rename = $word)] $variant,)*
        }

        impl Named for ChartKind {
            const WHAT: &'static str = "chart";
            const ALL: &'static [Self] = &[$(ChartKind::$variant),*];

            fn word(self) -> &'static str {
                match self { $(ChartKind::$variant => $word,)* }
            }
        }

        impl ChartKind {
            /// The chart itself.
            pub fn chart(self) -> &'static dyn Chart {
                match self { $(ChartKind::$variant => &$chart,)* }
            }

            /// Which file of the page carries it.
            pub fn file(self) -> File {
                match self { $(ChartKind::$variant => File::$file,)* }
            }
        }
    };
}

charts! {
    /// Four bars, one indicator.
    Tiers = "tiers": tiers::Tiers, Core;
    /// Counties, chains and GDP as three whole bars.
    Shares = "shares": shares::Shares, Core;
    /// Coverage of the "six ones" out of 83.
    SixOnes = "six-ones": six_ones::SixOnes, Annex;
    /// A tile for each of the 84 county-level units.
    Map = "map": map::Map, Core;
    /// A square for each industrial cluster, the new ones marked.
    Clusters = "clusters": clusters::Clusters, Annex;
    /// The five development paths and what carries each of them.
    Paths = "paths": paths::Paths, Annex;
    /// Counties by GDP, and what those with the largest industrial revenue hold.
    Market = "market": market::Market, Annex;
    /// What happened from the first white paper to the second.
    Timeline = "timeline": timeline::Timeline, Annex;
    /// All facts with their quotes.
    Facts = "facts": facts::Facts, Annex;
}
