//! What the widget shows for a state: everything in words and marks, nothing in ink.

use super::announcement::{Announcement, announcement};
use super::environment::{Environment, Mode};
use super::share::{Sharing, link, sharing};
use super::state::{Panel, State, ThemeChoice, ViewKind};
use crate::chart::{
    Alike, Card, ChartContext, ChartKind, FactList, FilterEffect, Headline, Layout, Note, Size, SourceCard,
    Table, card, edition_line, located_fact_list, source_card, source_line,
};
use crate::dataset::{Dataset, Indicator, TierRow};
use crate::language::Language;
use crate::locale::{Locale, render};
use crate::scene::{MarkKey, Scene};
use crate::tier::Tier;
use crate::word::Keyword;

/// A choice of the picker.
#[derive(Debug, Clone, PartialEq)]
pub struct Tab {
    /// Which chart.
    pub kind: ChartKind,
    /// Its name.
    pub name: &'static str,
    /// Whether it is shown.
    pub selected: bool,
}

/// A tier chip.
#[derive(Debug, Clone, PartialEq)]
pub struct Chip {
    /// Which tier.
    pub tier: Tier,
    /// Its word.
    pub code: &'static str,
    /// 一类
    pub name: &'static str,
    /// Number of counties, or known of all.
    pub count: String,
    /// The same in words, for assistive technology.
    pub spoken: String,
    /// Whether the tier is selected.
    pub pressed: bool,
}

/// A choice of the indicator switch.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorChoice {
    /// Its id.
    pub id: &'static str,
    /// Its short name.
    pub name: &'static str,
    /// Its title with its period, for the long form of the switch.
    pub long: String,
    /// Whether all its values are derived.
    pub derived: bool,
    /// Whether it is shown.
    pub selected: bool,
}

/// What is told of the selected mark.
#[derive(Debug, Clone, PartialEq)]
pub enum Detail {
    /// A county.
    County(Box<Card>),
    /// What a mark or a row stands on.
    Source(SourceCard),
}

/// Everything shown.
#[derive(Debug, Clone)]
pub struct View {
    /// The words in use.
    pub locale: &'static Locale,
    /// The state it was made of.
    pub state: State,
    /// The tiers selected, in the form of the attribute.
    pub tiers: String,
    /// `light` or `dark`.
    pub theme: &'static str,
    /// Which design.
    pub size: Size,
    /// The name of the chart.
    pub name: &'static str,
    /// The dataset's name.
    pub kicker: &'static str,
    /// Who published the report that the dataset is taken from, and what it is called.
    pub report: [&'static str; 2],
    /// Address of the terms of a dataset that is not ours; empty if it has none.
    pub licence: &'static str,
    /// The edition line, as long as there is room for.
    pub edition: &'static str,
    /// Heading and summary.
    pub headline: Headline,
    /// The picker; empty where there is nothing to pick.
    pub tabs: Vec<Tab>,
    /// The tier filter.
    pub chips: Vec<Chip>,
    /// Whether the chart has no breakdown by tier.
    pub filter_disabled: bool,
    /// Why, for such charts.
    pub filter_off: &'static str,
    /// The indicator switch; empty where there is nothing to choose.
    pub indicators: Vec<IndicatorChoice>,
    /// Title and period over the chart.
    pub title: Option<(String, String)>,
    /// Whether labels of the chart are squeezed to the width that is reckoned for them.
    pub squeezed: bool,
    /// The chart; empty where a list stands instead.
    pub scene: Scene,
    /// What many of its marks say alike; nothing in the static mode.
    pub alike: Option<Alike>,
    /// The list that stands for the chart, for the chart of facts.
    pub list: Option<FactList>,
    /// The chart's data; empty where only the chart is shown.
    pub table: Table,
    /// Whether the table sums up rows that are listed below it.
    pub listed: bool,
    /// What the reader must know.
    pub notes: Vec<Note>,
    /// The source line.
    pub source: String,
    /// How it is laid out.
    pub mode: Mode,
    /// In the static mode, the address that restores the view.
    pub address: String,
    /// Address of the folder that holds the widget's files.
    pub base: String,
    /// Paragraphs of the about view: head and text.
    pub about: Vec<(&'static str, String)>,
    /// What is told of the selected mark.
    pub detail: Option<Detail>,
    /// What is passed on as text, when the panel that shows it is open.
    pub sharing: Option<Sharing>,
    /// What a screen reader may be told.
    pub announcement: Announcement,
}

/// The language in use.
fn language(state: &State, environment: &Environment) -> Language {
    state.lang.unwrap_or(environment.language)
}

/// The room of the chart.
pub fn layout(dataset: &Dataset, state: &State, environment: &Environment) -> Layout {
    let locale = Locale::about(dataset, language(state, environment));
    let size = Size::of(environment.width);
    Layout::new(environment.width, state.chart.chart().beside(size, locale))
}

/// The indicator that the chart shows: the one of the state; if the chart does not have it, its first one.
fn shown_indicator(dataset: &Dataset, state: &State) -> &'static str {
    let offered =
        dataset.indicators.iter().filter(|indicator| state.chart.chart().offers(dataset, indicator));
    let mut ids = offered.map(|indicator| indicator.id);
    let first = ids.next().unwrap_or(state.indicator);
    if first == state.indicator || ids.any(|id| id == state.indicator) { state.indicator } else { first }
}

/// The context of a state.
pub fn context<'a>(dataset: &'a Dataset, state: &'a State, environment: &Environment) -> ChartContext<'a> {
    ChartContext {
        dataset,
        locale: Locale::about(dataset, language(state, environment)),
        tiers: if state.chart.chart().filter_effect() == FilterEffect::Disabled {
            dataset.all_tiers()
        } else {
            state.tiers
        },
        indicator: shown_indicator(dataset, state),
        county: state.county,
        mark: state.mark.as_deref().and_then(MarkKey::parse),
        search: &state.search,
        topic: state.topic,
        expanded: state.expanded,
        layout: layout(dataset, state, environment),
        is_live: environment.mode == Mode::Live,
        indexes: environment.indexes,
    }
}

/// What the widget shows.
pub fn view(dataset: &Dataset, state: State, environment: &Environment) -> View {
    let context = context(dataset, &state, environment);
    let (locale, size) = (context.locale, context.layout.size);
    let language = locale.language;
    let chart = state.chart.chart();
    let mut headline = chart.headline(&context);
    if let Some(heading) = &state.heading {
        headline.heading.clone_from(heading);
    }
    let list = (state.chart == ChartKind::Facts && state.view == ViewKind::Chart)
        .then(|| located_fact_list(&context));
    let is_static = environment.mode == Mode::Static;
    // There the list is a picture as well.
    let pictured = list.is_none() || is_static;
    let scene = if pictured { chart.draw(&context) } else { Scene::default() };
    let mut notes = chart.notes(&context);
    let tabled = is_static || state.view == ViewKind::Table;
    let mut table = if tabled { chart.table(&context) } else { Table::default() };
    // Of a list that is too long, the shell draws what is in sight, and sorts it.
    let is_summary = tabled && chart.listed(&context, 0..0).is_some();
    if let Some(sort) = state.sort.filter(|_| !is_summary) {
        table.sort(sort.column, sort.falling);
    }
    if tabled {
        notes.extend(chart.table_notes(&context));
    }
    // Cards, panels and lists that open are for those who can press.
    let opened = !is_static;
    let detail = if opened { detail(&context, &state) } else { None };
    let main = match &list {
        Some(list) => &list.count,
        None if state.view == ViewKind::Table => &table.caption,
        // A heading of the page's own says nothing of what the reader does.
        None if state.heading.is_some() => &headline.summary,
        None => &headline.heading,
    };
    // A summary stays in its order.
    let columns = if is_summary { &[][..] } else { &table.columns };
    let card = detail.as_ref().map(|detail| match detail {
        Detail::County(card) => card.name.as_str(),
        Detail::Source(card) => &card.title,
    });
    let announcement = announcement(&context, &state, main, card, columns);
    let source = dataset.main_source();
    View {
        locale,
        theme: match (state.theme, environment.dark) {
            // Paper is white.
            _ if is_static => "light",
            (ThemeChoice::Dark, _) | (ThemeChoice::Auto, true) => "dark",
            _ => "light",
        },
        size,
        name: dataset.chart_name(state.chart.word(), language),
        kicker: source.map_or("", |source| source.name.get(language)),
        report: source.map_or([""; 2], |source| source.report(language)),
        licence: source.filter(|_| dataset.is_own).map_or("", |source| source.licence_address),
        edition: edition_line(state.chart, &context, size < Size::W560),
        tabs: tabs(dataset, &state, language),
        chips: dataset.tiers.iter().map(|row| chip(&context, &state, row)).collect(),
        filter_disabled: chart.filter_effect() == FilterEffect::Disabled,
        filter_off: chart.filter_off(&context),
        indicators: indicators(&context, state.chart),
        title: chart.title(&context),
        squeezed: environment.wide_font,
        alike: if pictured && opened { chart.alike(&context) } else { None },
        scene,
        list,
        listed: is_summary && !is_static,
        table,
        notes,
        source: source_line(state.chart, &context),
        mode: environment.mode,
        address: if is_static { link(dataset, &state, language, environment) } else { String::new() },
        base: environment.base.clone(),
        about: if state.view == ViewKind::About { about(&context) } else { Vec::new() },
        detail,
        sharing: if opened && state.panel == Some(Panel::Share) {
            Some(sharing(dataset, &state, language, environment))
        } else {
            None
        },
        announcement,
        headline,
        tiers: dataset.tier_codes(state.tiers),
        state,
    }
}

fn tabs(dataset: &Dataset, state: &State, language: Language) -> Vec<Tab> {
    let offered = &state.charts;
    if !state.controls.shows("picker") || offered.len() < 2 {
        return Vec::new();
    }
    let tab = |kind: &ChartKind| Tab {
        kind: *kind,
        name: dataset.chart_name(kind.word(), language),
        selected: *kind == state.chart,
    };
    offered.iter().map(tab).collect()
}

fn chip(context: &ChartContext<'_>, state: &State, row: &TierRow) -> Chip {
    let [count, spoken] = state.chart.chart().chip_count(context, row.tier);
    Chip {
        tier: row.tier,
        code: row.code,
        name: row.name.get(context.locale.language),
        count,
        spoken,
        pressed: state.tiers.contains(row.tier),
    }
}

fn indicators(context: &ChartContext<'_>, kind: ChartKind) -> Vec<IndicatorChoice> {
    let language = context.locale.language;
    let choice = |indicator: &Indicator| {
        let (title, period) = (indicator.title.get(language), indicator.period.get(language));
        let dated = render(context.locale.ui.indicator_option, &[("title", title), ("period", period)]);
        IndicatorChoice {
            id: indicator.id,
            name: indicator.name.get(language),
            long: if period.is_empty() { title.to_owned() } else { dated },
            derived: kind.chart().is_calculated(context, indicator),
            selected: indicator.id == context.indicator,
        }
    };
    let offered = |indicator: &&Indicator| kind.chart().offers(context.dataset, indicator);
    let choices: Vec<IndicatorChoice> =
        context.dataset.indicators.iter().filter(offered).map(choice).collect();
    if choices.len() > 1 { choices } else { Vec::new() }
}

#[part::of(annex)]
fn about(context: &ChartContext<'_>) -> Vec<(&'static str, String)> {
    let language = context.locale.language;
    let [publisher, title] = context.dataset.main_source().map_or([""; 2], |source| source.report(language));
    let values = [("publisher", publisher), ("title", title)];
    let passages = context.dataset.passages("about");
    passages.map(|passage| (passage.head.get(language), context.tell(passage.text, &values))).collect()
}

fn detail(context: &ChartContext<'_>, state: &State) -> Option<Detail> {
    if let Some(code) = state.county.filter(|_| state.shows_county()) {
        return card(context, code).map(|card| Detail::County(Box::new(card)));
    }
    let provenance = state.chart.chart().provenance(context, context.mark?)?;
    Some(Detail::Source(source_card(context, provenance)))
}

impl View {
    /// Whether the filter changes anything.
    pub fn is_filtered(&self) -> bool {
        self.chips.iter().any(|chip| !chip.pressed)
    }

    /// Whether the control with this word is shown.
    pub fn shows(&self, control: &str) -> bool {
        self.state.controls.shows(control)
    }

    /// Whether this view is the one shown.
    pub fn is(&self, kind: ViewKind) -> bool {
        self.state.view == kind
    }
}
