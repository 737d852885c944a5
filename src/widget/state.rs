//! What a widget is set to: plain data, kept by the element, so that no trap can take it.

use crate::chart::{ChartKind, Part};
use crate::dataset::Dataset;
use crate::language::Language;
use crate::quantity::{count_text, decimal};
use crate::scene::MarkKey;
use crate::tier::TierSet;
use crate::word::{Keyword, joined, listed, not_one_of, text};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $what:literal: $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)*) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl Keyword for $name {
            const WHAT: &'static str = $what;
            const ALL: &'static [Self] = &[$($name::$variant),*];

            fn word(self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }
        }
    };
}

pub(super) use words;

words! {
    /// Which side of the data is shown.
    ViewKind, "view":
    /// The chart.
    #[default]
    Chart = "chart",
    /// The same data as a table.
    Table = "table",
    /// Method, sources, edition.
    About = "about",
}

words! {
    /// The theme that was asked for.
    ThemeChoice, "theme":
    /// As the reader's system prefers.
    #[default]
    Auto = "auto",
    /// Dark text on light ground.
    Light = "light",
    /// Light text on dark ground.
    Dark = "dark",
}

words! {
    /// What is open under the actions.
    Panel, "panel":
    /// Files to download.
    #[default]
    Download = "download",
    /// Code and citation to copy.
    Share = "share",
}

/// Which controls are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Controls(u8);

impl Controls {
    /// The words of the attribute, in the order of the bits.
    pub const WORDS: [&'static str; 6] = ["filter", "picker", "table", "download", "share", "about"];
    /// All controls.
    pub const ALL: Controls = Controls(0b11_1111);
    /// No control.
    pub const NONE: Controls = Controls(0);

    /// Whether the control with this word is shown.
    pub fn shows(self, word: &str) -> bool {
        Controls::WORDS.iter().position(|name| *name == word).is_some_and(|bit| self.0 & (1 << bit) != 0)
    }

    /// Reads words separated by spaces or commas; `none` and `all` by name.
    ///
    /// # Errors
    /// Names the first unknown word and those that are allowed.
    pub fn parse(text: &str) -> Result<Controls, String> {
        match text.trim() {
            "none" => return Ok(Controls::NONE),
            "" | "all" => return Ok(Controls::ALL),
            _ => {}
        }
        let mut controls = Controls::NONE;
        for word in listed(text) {
            let bit = Controls::WORDS.iter().position(|name| *name == word);
            let bit = bit.ok_or_else(|| not_one_of("control", word, &mut Controls::WORDS.into_iter()))?;
            controls.0 |= 1 << bit;
        }
        Ok(controls)
    }
}

impl Controls {
    /// The words of the shown ones, or `none`: the form of the attribute.
    pub fn words(self) -> String {
        let shown = Controls::WORDS.into_iter().filter(|word| self.shows(word));
        if self == Controls::NONE { "none".to_owned() } else { joined(" ", shown) }
    }
}

/// How a table is sorted: by which column, counted from 1, and which end first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub column: usize,
    /// Whether the largest comes first.
    pub falling: bool,
}

impl Sort {
    /// Reads a column number; a minus before it for falling.
    pub fn parse(text: &str) -> Option<Sort> {
        let number = decimal(text)?;
        let column = number.abs() as usize;
        (column > 0).then_some(Sort { column, falling: number < 0.0 })
    }

    /// The form that is read.
    pub fn word(self) -> String {
        let sign = if self.falling { "-" } else { "" };
        text!("{sign}{count_text(self.column)}")
    }

    /// Rising, falling, and as it was, in turn.
    pub fn next(before: Option<Sort>, column: usize) -> Option<Sort> {
        match before {
            Some(sort) if sort.column == column && sort.falling => None,
            Some(sort) if sort.column == column => Some(Sort { column, falling: true }),
            _ => Some(Sort { column, falling: false }),
        }
    }
}

/// Level of the heading where the page does not say which one fits.
pub(super) const HEADING_LEVEL: usize = 3;

/// Everything a widget is set to. Each part has the form of an attribute, see [`super::settings`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The chart shown.
    pub chart: ChartKind,
    /// The charts the picker offers.
    pub charts: Vec<ChartKind>,
    /// The indicator of charts that show one.
    pub indicator: &'static str,
    /// The tiers selected.
    pub tiers: TierSet,
    /// Code of the county selected.
    pub county: Option<&'static str>,
    /// Key of the mark selected, for charts whose marks are no counties or tiers.
    pub mark: Option<String>,
    /// Chart, table or about.
    pub view: ViewKind,
    /// The language asked for; the page's own where none is.
    pub lang: Option<Language>,
    /// The theme asked for.
    pub theme: ThemeChoice,
    /// The group the widget shares tiers and county with.
    pub group: Option<String>,
    /// The controls shown.
    pub controls: Controls,
    /// Replaces the chart's own heading.
    pub heading: Option<String>,
    /// Level of the heading on the page, from 1 to 6.
    pub heading_level: usize,
    /// What is open under the actions.
    pub panel: Option<Panel>,
    /// What is looked for among the facts; empty for nothing.
    pub search: String,
    /// The topic whose facts are listed; empty for all.
    pub topic: &'static str,
    /// Whether all facts found are listed, and not the first few alone.
    pub expanded: bool,
    /// The column the table is sorted by.
    pub sort: Option<Sort>,
}

impl State {
    /// The chart that is shown: one that the picker does not offer gives way to the first that it does.
    pub fn shown(&self) -> ChartKind {
        let first = self.charts.first().copied().unwrap_or(self.chart);
        if self.charts.contains(&self.chart) { self.chart } else { first }
    }

    /// The parts of the program that what is open needs, whatever the chart: the text about the data, a card or a panel.
    pub fn opened_parts(&self) -> &'static [Part] {
        if self.panel.is_some() {
            &[Part::Annex, Part::Export]
        } else if self.view == ViewKind::About
            || self.mark.is_some()
            || (self.county.is_some() && self.shows_county())
        {
            &[Part::Annex]
        } else {
            &[]
        }
    }

    /// The mark that is chosen.
    pub fn chosen(&self) -> Option<MarkKey<'_>> {
        let county = self.county.filter(|_| matches!(self.chart, ChartKind::Map | ChartKind::Strip));
        self.mark.as_deref().and_then(MarkKey::parse).or(county.map(MarkKey::County))
    }

    /// Whether the chart is one that shows the card of the chosen county: those that draw it, or among the facts where
    /// there is no map to go to.
    pub fn shows_county(&self) -> bool {
        matches!(self.chart, ChartKind::Map | ChartKind::Strip)
            || (self.chart == ChartKind::Facts && !self.charts.contains(&ChartKind::Map))
    }
}

impl State {
    /// What a widget is set to where its tag says nothing.
    pub fn of(dataset: &Dataset) -> Self {
        State {
            chart: ChartKind::Tiers,
            charts: ChartKind::offered(dataset),
            indicator: dataset.first_indicator(),
            tiers: dataset.all_tiers(),
            county: None,
            mark: None,
            view: ViewKind::Chart,
            lang: None,
            theme: ThemeChoice::Auto,
            group: None,
            controls: Controls::ALL,
            heading: None,
            heading_level: HEADING_LEVEL,
            panel: None,
            search: String::new(),
            topic: "",
            expanded: false,
            sort: None,
        }
    }
}
