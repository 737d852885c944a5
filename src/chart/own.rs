//! What is said of classes that a filter keeps of a dataset that is not ours: true of these, and of no others.

// What is never inlined is called through the core.
part::module!(own);

use super::table::Column;
use super::{ChartContext, Headline};
use crate::dataset::{Indicator, Story};
use crate::locale::{own_words, render, render_with};
use crate::tier::{Tier, TierSet};
use crate::word::{joined, text};

/// Heading and summary of a part of the classes, in the chart with this word.
#[inline(never)]
pub(super) fn part_headline(context: &ChartContext<'_>, chart: &str) -> Headline {
    let heading = match chart {
        "shares" => shares(context),
        _ => values(context),
    };
    Headline::new(heading.unwrap_or_default(), size(context))
}

/// The indicator of the classes: their sum or their only value, else each with its own.
fn values(context: &ChartContext<'_>) -> Option<String> {
    let story = context.dataset.story("tiers", context.indicator)?;
    let (value, derived) = match context.tiers.single() {
        Some(tier) => {
            let measure = context.measure(context.indicator, tier);
            let value = measure.quantity().map(|_| context.value(context.indicator, tier));
            (value, measure.is_derived())
        }
        None => (Some(context.sum(context.indicator)).filter(|sum| !sum.is_empty()), true),
    };
    let Some(value) = value else { return each(context) };
    let heading = context.tell(story.part, &[("tiers", &context.tiers_subject()), ("value", &value)]);
    Some(if derived { calculated(context, &heading, context.indicator, context.tiers) } else { heading })
}

/// Each class with its value.
fn each(context: &ChartContext<'_>) -> Option<String> {
    let language = context.locale.language;
    let indicator = context.dataset.indicator(context.indicator)?;
    let of_tier = |tier: Tier| {
        let name = context.dataset.tier(tier).map_or("", |row| context.name(row));
        let value = context.value(context.indicator, tier);
        render(context.locale.tiers.each, &[("tier", name), ("value", &value)])
    };
    let list: Vec<String> = context.tiers.iter().map(of_tier).collect();
    let list = joined(context.locale.ui.comma, list.iter().map(String::as_str));
    let [dated, undated] = own_words(language).headlines.each;
    let period = indicator.period.get(language);
    let template = if period.is_empty() { undated } else { dated };
    let values = [("title", class_title(context, indicator)), ("period", period), ("list", &list)];
    let is_derived = context.tiers.iter().any(|tier| context.measure(context.indicator, tier).is_derived());
    let text = render(template, &values);
    Some(if is_derived { calculated(context, &text, context.indicator, context.tiers) } else { text })
}

/// The shares that the classes have together of the first and of the last bar.
fn shares(context: &ChartContext<'_>) -> Option<String> {
    let story = context.dataset.story("shares", "")?;
    let bars = context.dataset.stories.iter().filter(|story| story.chart == "shares");
    let bars: Vec<&Indicator> =
        bars.filter_map(|bar: &Story| context.dataset.indicator(bar.indicator)).collect();
    let share =
        |bar: Option<&&Indicator>| context.locale.share_in(context.dataset, &context.selection(), bar?.id);
    let tiers = context.tiers_subject();
    let heading = render_with(story.part.get(context.locale.language), &mut |name| match name {
        "p" => share(bars.first()),
        "q" => share(bars.last()),
        _ => Some(tiers.clone()),
    });
    // Each share is one of the whole.
    let last = bars.last().map_or("", |last| last.id);
    Some(calculated(context, &heading, last, context.dataset.all_tiers()))
}

/// What an indicator is called where its values of classes are shown.
pub(super) fn class_title(context: &ChartContext<'_>, indicator: &Indicator) -> &'static str {
    let story = context.dataset.story("tiers", indicator.id);
    story.map_or(indicator.title, |story| story.name).get(context.locale.language)
}

/// Calls the columns of the table of classes so, where room is short. The first has the names of the classes. Returns what the
/// caption says of their periods: one that they share is said of all of them at once.
#[part::of(own)]
pub(super) fn name_columns(context: &ChartContext<'_>, columns: &mut [Column]) -> String {
    let shown = context.dataset.indicators.iter().filter(|indicator| indicator.column > 0);
    for (column, indicator) in columns.iter_mut().skip(1).zip(shown) {
        if let Some(story) = context.dataset.story("tiers", indicator.id) {
            column.name = story.caption.get(context.locale.language).to_owned();
        }
    }
    // Columns of one name are told apart by their periods, in their heads.
    let names: Vec<String> = columns.iter().map(|column| column.name.clone()).collect();
    for column in columns.iter_mut() {
        if names.iter().filter(|name| **name == column.name).count() > 1 {
            column.unit = column.measure();
            column.period = "";
        }
    }
    let ui = &context.locale.ui;
    let dated = || columns.iter().filter(|column| !column.period.is_empty());
    match dated().next() {
        Some(first) if dated().nth(1).is_some() && dated().all(|column| column.period == first.period) => {
            text!("{ui.semicolon}{first.period}")
        }
        _ => dated().map(|column| text!("{ui.semicolon}{column.name}{ui.colon}{column.period}")).collect(),
    }
}

/// A text with the mark of what is calculated from the values of an indicator in some classes.
fn calculated(context: &ChartContext<'_>, text: &str, indicator: &str, tiers: TierSet) -> String {
    let noun = context.dataset.counting_indicator().map(|counting| counting.noun).unwrap_or_default();
    context.locale.calculated(text, context.dataset.coverage(indicator, tiers), &noun)
}

/// How many entities the classes have.
fn size(context: &ChartContext<'_>) -> String {
    let n = context.counties_phrase(context.tiers);
    if n.is_empty() {
        return n;
    }
    let words = own_words(context.locale.language).headlines.part_size;
    let text = render(words, &[("tiers", &context.tiers_subject()), ("n", &n)]);
    let text = context.tagged(text, context.tiers.len() > 1);
    text!("{text}{context.locale.ui.stop}")
}
