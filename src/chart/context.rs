//! What a chart is asked to show.

use super::index::Indexes;
use super::layout::Layout;
use crate::dataset::{County, Dataset, Indicator, Measure, Selection, TierRow};
use crate::geometry::{Point, Rect};
use crate::locale::{Locale, render};
use crate::quantity::count_text;
use crate::scene::{Anchor, Face, Label, Mark, MarkKey};
use crate::text;
use crate::theme::Role;
use crate::tier::{Tier, TierSet};
use crate::word::{lower_first, text};

/// The whole question: of which data, in which words, for which tiers, how wide.
#[derive(Debug, Clone, Copy)]
pub struct ChartContext<'a> {
    /// The data.
    pub dataset: &'a Dataset,
    /// The words.
    pub locale: &'static Locale,
    /// The tiers the filter keeps.
    pub tiers: TierSet,
    /// The indicator, for charts that show one.
    pub indicator: &'a str,
    /// Code of the chosen county.
    pub county: Option<&'a str>,
    /// The chosen mark.
    pub mark: Option<MarkKey<'a>>,
    /// What is looked for among the facts.
    pub search: &'a str,
    /// The topic whose facts are listed; empty for all.
    pub topic: &'a str,
    /// Whether all facts found are listed.
    pub expanded: bool,
    /// The room.
    pub layout: Layout,
    /// Whether the picture is in a page, where it may be finer than in a file.
    pub is_live: bool,
    /// Indexes of the dataset that were made before; `None` where none are kept.
    pub indexes: Option<&'a Indexes>,
}

impl<'a> ChartContext<'a> {
    /// What a chart is asked by default.
    pub fn of(dataset: &'a Dataset, locale: &'static Locale, layout: Layout) -> Self {
        ChartContext {
            dataset,
            locale,
            tiers: dataset.all_tiers(),
            indicator: dataset.first_indicator(),
            county: None,
            mark: None,
            search: "",
            topic: "",
            expanded: false,
            layout,
            is_live: false,
            indexes: None,
        }
    }

    /// What the filter keeps.
    pub fn selection(&self) -> Selection<'a> {
        Selection::new(self.dataset, self.tiers)
    }

    /// The same with the filter off.
    pub fn unfiltered(&self) -> ChartContext<'a> {
        ChartContext { tiers: self.dataset.all_tiers(), ..*self }
    }

    /// What is worked out is called so.
    pub fn tagged(&self, text: String, derived: bool) -> String {
        if derived { render(self.locale.tiers.tagged, &[("text", &text)]) } else { text }
    }

    /// The name of a mark, which says so where the filter dims it.
    pub fn within(&self, name: String, kept: bool) -> String {
        let ui = &self.locale.ui;
        if kept { name } else { text!("{name}{ui.comma}{ui.outside}") }
    }

    /// Whether several tiers are selected, and not all.
    pub fn is_several(&self) -> bool {
        self.tiers.len() > 1 && !self.is_whole()
    }

    /// Whether the filter is off.
    pub fn is_whole(&self) -> bool {
        self.tiers == self.dataset.all_tiers()
    }

    /// An indicator of a tier.
    pub fn measure(&self, indicator: &str, tier: Tier) -> Measure<'a> {
        self.dataset.measure(indicator, tier)
    }

    /// Whether the tiers of an indicator add up to another total than the source states.
    pub fn is_total_off(&self, indicator: &str) -> bool {
        let stated = self.dataset.indicator(indicator).and_then(|found| self.dataset.number(found.total));
        let sum = self.unfiltered().selection().sum(indicator);
        stated.zip(sum).is_some_and(|(stated, sum)| stated != sum.low)
    }

    /// Whether an indicator is worked out for every tier.
    pub fn is_all_derived(&self, indicator: &str) -> bool {
        self.dataset.tiers.iter().all(|row| self.measure(indicator, row.tier).is_derived())
    }

    /// The name of an indicator's unit.
    pub fn unit_name(&self, indicator: &Indicator) -> &'a str {
        let unit = self.dataset.unit(indicator.unit);
        unit.map_or("", |unit| unit.noun.name.get(self.locale.language))
    }

    /// An indicator of a tier with its unit, or the word for what the article does not give.
    pub fn value(&self, indicator: &str, tier: Tier) -> String {
        match (self.measure(indicator, tier).quantity(), self.dataset.indicator(indicator)) {
            (Some(quantity), Some(indicator)) => self.locale.quantity(&quantity, indicator),
            _ => self.locale.ui.not_given.to_owned(),
        }
    }

    /// The number of counties of a tier.
    pub fn counties(&self, tier: Tier) -> String {
        let counting = self.dataset.counting_indicator();
        let quantity = counting.and_then(|counting| self.measure(counting.id, tier).quantity());
        quantity.map_or_else(String::new, |quantity| self.locale.number(quantity.low))
    }

    /// The number of counties of some tiers as a phrase: 46个县域, 46 counties.
    pub fn counties_phrase(&self, tiers: TierSet) -> String {
        let counting = self.dataset.counting_indicator();
        let sum = |counting: &Indicator| Selection::new(self.dataset, tiers).sum(counting.id);
        let phrase = counting.and_then(|counting| Some(self.phrase(counting, sum(counting)?.low)));
        phrase.unwrap_or_default()
    }

    /// The number that a fact prints, as text.
    pub fn printed(&self, fact: &str) -> String {
        self.dataset.number(fact).map_or_else(String::new, |value| self.locale.number(value))
    }

    /// The sum of an additive indicator over the filter's tiers, with its unit.
    pub fn sum(&self, indicator: &str) -> String {
        match (self.selection().sum(indicator), self.dataset.indicator(indicator)) {
            (Some(sum), Some(indicator)) => self.locale.sum(&sum, indicator),
            _ => String::new(),
        }
    }

    /// The name of a county where room is short: 晋江; Jinjiang.
    pub fn short_name(&self, county: &County) -> String {
        let language = self.locale.language;
        let short = county.short.get(language);
        let short = if short.is_empty() { self.locale.short_place(county.name.get(language)) } else { short };
        short.to_owned()
    }

    /// A tier's name inside a sentence.
    pub fn name_in_text(&self, row: &TierRow) -> String {
        self.in_text(row.name.get(self.locale.language))
    }

    /// A tier's name.
    pub fn name(&self, row: &'a TierRow) -> &'a str {
        row.name.get(self.locale.language)
    }

    /// A tier's short name where it stands alone. If nobody gave one it is the tier's number, which alone says nothing: then this
    /// is the full name, unless that ends with the number.
    pub fn given_short_name(&self, row: &'a TierRow) -> &'a str {
        let (name, short) = (self.name(row), row.short.get(self.locale.language));
        let is_number = short == count_text(row.tier.index() + 1);
        if is_number && !name.ends_with(short) { name } else { short }
    }

    /// The counties of a tier as a noun: 一类县域, Tier 1.
    pub fn tier_counties(&self, row: &TierRow) -> String {
        render(self.locale.ui.tier_counties, &[("tier", row.name.get(self.locale.language))])
    }

    /// The tiers of the filter as the subject of a sentence.
    pub fn tiers_subject(&self) -> String {
        self.locale.tiers(self.dataset, self.tiers)
    }

    /// The same inside a sentence.
    pub fn tiers_in_text(&self) -> String {
        self.in_text(&self.tiers_subject())
    }

    /// A name inside a sentence. Those of other datasets are written as these write them.
    fn in_text(&self, name: &str) -> String {
        if self.dataset.is_own { name.to_owned() } else { lower_first(name) }
    }

    /// A label in the chart's small size.
    pub fn label(&self, at: Point, content: impl Into<String>, role: Role, anchor: Anchor) -> Label {
        Label::new(at, content, Face::plain(self.layout.size.label(), role)).anchored(anchor)
    }

    /// The width of a text in the chart's small size.
    pub fn label_width(&self, content: &str) -> f64 {
        text::width(content, self.layout.size.label(), false)
    }

    /// An empty mark at `at` that covers `frame` (relative to `at`); chosen, if the reader chose it.
    pub fn mark(&self, key: MarkKey<'static>, name: String, at: Point, frame: Rect) -> Mark {
        let selected = self.mark == Some(key);
        Mark {
            key,
            name,
            at,
            group: "",
            alias: "",
            frame,
            shapes: Vec::new(),
            notches: Default::default(),
            selected,
            is_summed_up: false,
            gone: false,
        }
    }
}
