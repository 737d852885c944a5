//! What every chart answers.

use std::ops::Range;

use super::ChartContext;
use super::headline::Headline;
use super::layout::Size;
use super::notes::Note;
use super::provenance::{ChartRow, Provenance};
use super::table::Table;
use crate::dataset::{Dataset, Indicator};
use crate::locale::Locale;
use crate::scene::{MarkKey, Scene};
use crate::tier::{Tier, TierSet};

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

/// Counties of which a picture says the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// What it says of how many.
    pub text: String,
    /// Code, name and city of each.
    pub counties: Vec<(&'static str, String, String)>,
}

/// A kind of chart.
pub trait Chart: Sync {
    /// Whether the dataset has what it draws. A widget goes by [`ChartKind::offered`](super::ChartKind::offered), since the
    /// part of the chart may not have come; `Sized` keeps this out of what a program carries that never asks.
    fn is_supported(&self, dataset: &Dataset) -> bool
    where
        Self: Sized;
    /// How the tier filter works on it.
    fn filter_effect(&self) -> FilterEffect;
    /// Whether a reader can choose the indicator; none where the chart shows what it shows.
    fn offers(&self, _dataset: &Dataset, _indicator: &Indicator) -> bool {
        false
    }
    /// Whether all values that it shows of an indicator are calculated.
    fn is_calculated(&self, context: &ChartContext<'_>, indicator: &Indicator) -> bool {
        context.is_all_derived(indicator.id)
    }
    /// Heading and summary, true under the context's filter.
    ///
    /// ```
    /// # use county_chains::chart::{ChartContext, ChartKind, Layout};
    /// # use county_chains::{dataset, language::Language, locale::Locale};
    /// let dataset = dataset::embedded();
    /// let context = ChartContext::of(&dataset, Locale::of(Language::En), Layout::whole(760.0));
    /// let headline = ChartKind::Tiers.chart().headline(&context);
    /// assert!(headline.heading.starts_with("In 2023, tier 3’s 46 counties"));
    /// ```
    fn headline(&self, context: &ChartContext<'_>) -> Headline;
    /// Title and period over the chart itself, where the heading does not say what is drawn.
    fn title(&self, _context: &ChartContext<'_>) -> Option<(String, String)> {
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
    /// Why the tier filter does nothing here, for charts on which it does nothing.
    fn filter_off(&self, context: &ChartContext<'_>) -> &'static str {
        context.locale.ui.filter_off
    }
    /// What a tier's chip counts, as written and as spoken.
    fn chip_count(&self, context: &ChartContext<'_>, tier: Tier) -> [String; 2] {
        [context.counties(tier), context.counties_phrase(TierSet::only(tier))]
    }
    /// The picture.
    fn draw(&self, context: &ChartContext<'_>) -> Scene;
    /// What many of its marks say alike, which is heard once and can be opened; `None` where each says something of its own.
    fn alike(&self, _context: &ChartContext<'_>) -> Option<Alike> {
        None
    }
    /// What the reader must know to trust it.
    fn notes(&self, context: &ChartContext<'_>) -> Vec<Note>;
    /// What the table needs beyond that.
    fn table_notes(&self, _context: &ChartContext<'_>) -> Vec<Note> {
        Vec::new()
    }
    /// The same data as a table.
    fn table(&self, context: &ChartContext<'_>) -> Table;
    /// Some rows of a table that is too long to be made as a whole, in the order of the file; `None` where [`Chart::table`] has
    /// all rows, and does not only sum them up.
    fn listed(&self, _context: &ChartContext<'_>, _rows: Range<usize>) -> Option<Table> {
        None
    }
    /// The rows of the table in reading order, those under the line last. Which facts a card quotes, and where a fact is
    /// drawn, follows from them.
    fn rows(&self, context: &ChartContext<'_>) -> Vec<ChartRow>;
    /// What the mark or the row with this key stands on; `None` if the chart has no such mark.
    fn provenance(&self, context: &ChartContext<'_>, key: MarkKey<'_>) -> Option<Provenance> {
        Provenance::of_row(self.rows(context), key)
    }
}
