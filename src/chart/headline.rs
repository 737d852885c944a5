//! Headings and summaries, true under every filter.

use super::Brief;
use crate::dataset::Story;
use crate::locale::fill;
use crate::word::{concat, joined};

/// A heading that says what was found, and the summary under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// The finding.
    pub heading: String,
    /// One or two sentences.
    pub summary: String,
    /// What the reader can do; nothing in still pictures.
    pub hint: &'static str,
}

impl Headline {
    pub(super) fn new(heading: String, summary: String) -> Self {
        Headline { heading, summary, hint: "" }
    }
}

/// Heading and summary of an empty selection.
pub(super) fn none_selected(brief: &Brief<'_>) -> Headline {
    let ui = &brief.locale.ui;
    Headline { heading: ui.none_heading.to_owned(), summary: String::new(), hint: ui.none_summary }
}

/// The heading of what the filter keeps: a sum or a single value by the story, or each tier with its value.
pub(super) fn part_heading(brief: &Brief<'_>, story: Option<&Story>) -> String {
    let part = |story: &Story, value: &str| {
        brief.tell(story.part, &[("tiers", &brief.tiers_in_text()), ("value", value)])
    };
    let measure = |tier| brief.measure(brief.indicator, tier);
    let (heading, derived) = match (story, brief.tiers.single(), brief.selection().sum(brief.indicator)) {
        (Some(story), None, Some(_)) => (part(story, &brief.sum(brief.indicator)), true),
        (Some(story), Some(tier), _) if measure(tier).quantity().is_some() => {
            (part(story, &brief.value(brief.indicator, tier)), measure(tier).is_derived())
        }
        _ => (each(brief), brief.tiers.iter().any(|tier| measure(tier).is_derived())),
    };
    brief.tagged(heading, derived)
}

/// The summary of what the filter keeps.
pub(super) fn part_summary(brief: &Brief<'_>) -> String {
    let Some(story) = brief.dataset.story("", "") else {
        return String::new();
    };
    let text = brief.tell(story.part_summary, &[("tiers", &brief.tiers_subject())]);
    let text =
        if brief.is_several() { fill(brief.locale.tiers.all_tagged, &[("text", &text)]) } else { text };
    concat(&[&text, brief.locale.ui.stop])
}

/// The indicator of each tier, where they do not add up, one is missing, or nobody has written of it.
fn each(brief: &Brief<'_>) -> String {
    let language = brief.locale.language;
    let words = &brief.locale.tiers;
    let of_tier = |tier| {
        let name = brief.dataset.tier(tier).map_or_else(String::new, |row| brief.name_in_text(row));
        let known = brief.measure(brief.indicator, tier).quantity().is_some();
        let template = if known { words.each } else { words.each_missing };
        fill(template, &[("tier", &name), ("value", &brief.value(brief.indicator, tier))])
    };
    let parts: Vec<String> = brief.tiers.iter().map(of_tier).collect();
    let list = joined(brief.locale.ui.comma, parts.iter().map(String::as_str));
    let Some((story, indicator)) = brief.dataset.story("", "").zip(brief.dataset.indicator(brief.indicator))
    else {
        return list;
    };
    let [title, period] = [indicator.title, indicator.period].map(|text| text.get(language));
    brief.tell(story.heading, &[("title", title), ("period", period), ("list", &list)])
}
