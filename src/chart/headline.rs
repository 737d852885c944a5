//! Headings and summaries, true under every filter.

use super::ChartContext;
use crate::dataset::Story;
use crate::locale::render;
use crate::word::{joined, text};

/// A heading that says what was found, and the summary under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// The finding.
    pub heading: String,
    /// One or two sentences.
    pub summary: String,
    /// What the reader can do; nothing in still pictures.
    pub hint: &'static str,
    /// The same by keys; empty where they move as in any chart.
    pub keys: &'static str,
}

impl Headline {
    pub(super) fn new(heading: String, summary: String) -> Self {
        Headline { heading, summary, hint: "", keys: "" }
    }
}

/// Heading and summary of an empty selection.
pub(super) fn none_selected(context: &ChartContext<'_>) -> Headline {
    let ui = &context.locale.ui;
    Headline { hint: ui.none_summary, ..Headline::new(ui.none_selected.to_owned(), String::new()) }
}

/// What a dataset of others says in the place of our own sentences, as long as nothing is filtered. Charts of several parts ask
/// this, so the way leads through the core.
#[part::of(core)]
pub(super) fn brought(
    context: &ChartContext<'_>,
    chart: &str,
    indicator: &str,
    headline: Headline,
) -> Headline {
    replaced(context, chart, indicator, headline)
}

#[part::of(own)]
fn replaced(context: &ChartContext<'_>, chart: &str, indicator: &str, mut headline: Headline) -> Headline {
    let story = context.dataset.story(chart, indicator);
    let Some(story) = story.filter(|_| context.is_whole()) else { return headline };
    let language = context.locale.language;
    for (text, place) in [(story.heading, &mut headline.heading), (story.summary, &mut headline.summary)] {
        if !text.is_empty() {
            *place = text.get(language).to_owned();
        }
    }
    headline
}

/// The heading of what the filter keeps: a sum or a single value by the story, or each tier with its value.
pub(super) fn part_heading(context: &ChartContext<'_>, story: Option<&Story>) -> String {
    let part = |story: &Story, value: &str| {
        context.tell(story.part, &[("tiers", &context.tiers_in_text()), ("value", value)])
    };
    let measure = |tier| context.measure(context.indicator, tier);
    let (heading, derived) = match (story, context.tiers.single(), context.selection().sum(context.indicator))
    {
        (Some(story), None, Some(_)) => (part(story, &context.sum(context.indicator)), true),
        (Some(story), Some(tier), _) if measure(tier).quantity().is_some() => {
            (part(story, &context.value(context.indicator, tier)), measure(tier).is_derived())
        }
        _ => (each(context), context.tiers.iter().any(|tier| measure(tier).is_derived())),
    };
    context.tagged(heading, derived)
}

/// The summary of what the filter keeps.
pub(super) fn part_summary(context: &ChartContext<'_>) -> String {
    let Some(story) = context.dataset.story("", "") else {
        return String::new();
    };
    let text = context.tell(story.part_summary, &[("tiers", &context.tiers_subject())]);
    let text =
        if context.is_several() { render(context.locale.tiers.all_tagged, &[("text", &text)]) } else { text };
    text!("{text}{context.locale.ui.stop}")
}

/// The indicator of each tier, where they do not add up, one is missing, or nobody has written of it.
fn each(context: &ChartContext<'_>) -> String {
    let language = context.locale.language;
    let words = &context.locale.tiers;
    let of_tier = |tier| {
        let name = context.dataset.tier(tier).map_or_else(String::new, |row| context.name_in_text(row));
        let known = context.measure(context.indicator, tier).quantity().is_some();
        let template = if known { words.each } else { words.each_missing };
        render(template, &[("tier", &name), ("value", &context.value(context.indicator, tier))])
    };
    let parts: Vec<String> = context.tiers.iter().map(of_tier).collect();
    let list = joined(context.locale.ui.comma, parts.iter().map(String::as_str));
    let Some((story, indicator)) =
        context.dataset.story("", "").zip(context.dataset.indicator(context.indicator))
    else {
        return list;
    };
    let [title, period] = [indicator.title, indicator.period].map(|text| text.get(language));
    context.tell(story.heading, &[("title", title), ("period", period), ("list", &list)])
}
