//! Headings and summaries: what the dataset brings along, else sentences that hold for any data.

use super::brought;
use super::finding::finding;
use super::phrases::{by_class, chart};
use super::survey::Survey;
use super::whole_bars::shares;
use super::words::{entity, in_all, told, words};
use crate::dataset::{CountyValues, Dataset, Story, TierRow};
use crate::language::Localized;
use crate::locale::{Locale, render};
use crate::package::{Package, offers_map};
use crate::word::{joined, text};

/// What is written of charts and indicators. `dataset` has its tiers and indicators.
pub(super) fn stories(package: &Package, survey: &Survey, dataset: &Dataset) -> Vec<Story> {
    let mut stories = vec![any(dataset)];
    let of_tiers = dataset.indicators.iter();
    let of_tiers = of_tiers.filter_map(|indicator| finding(package, survey, dataset, indicator));
    let of_tiers: Vec<Story> = of_tiers.collect();
    if !of_tiers.is_empty() {
        stories.push(chart("tiers", told(|words| words.charts.tiers, &[]), by_class(package)));
        stories.extend(of_tiers);
    }
    stories.extend(shares(package, survey, dataset));
    if offers_map(survey.placed, dataset.counties.len()) {
        stories.push(map(package, survey, dataset));
    }
    if !dataset.county_values.is_empty() {
        stories.push(chart("strip", told(|words| words.charts.strip, &[]), Localized::EMPTY));
        // The strip itself says what is found, unless the dataset does.
        let of = |values: &CountyValues| Story {
            indicator: values.indicator,
            ..chart("strip", Localized::EMPTY, Localized::EMPTY)
        };
        stories.extend(dataset.county_values.iter().map(of));
    }
    if !dataset.facts.is_empty() {
        stories.push(chart("facts", told(|words| words.charts.facts, &[]), Localized::EMPTY));
    }
    for own in &package.stories {
        // These charts have one headline, whatever the indicator.
        let is_single = matches!(own.chart, "shares" | "map" | "facts");
        let is_meant = |story: &&mut Story| {
            let is_of = own.indicator.is_empty() || story.indicator == own.indicator;
            story.chart == own.chart && if is_single { story.indicator.is_empty() } else { is_of }
        };
        for story in stories.iter_mut().filter(is_meant) {
            brought::tell(package, dataset, own, story);
        }
    }
    stories
}

/// What holds for all charts: the list of values of what is selected.
fn any(dataset: &Dataset) -> Story {
    let is_dated = dataset.indicators.iter().all(|indicator| !indicator.period.is_empty());
    let each = in_all(|language| {
        let [dated, undated] = words(language).headlines.each;
        if is_dated { dated } else { undated }.to_owned()
    });
    Story { heading: each, ..Story::EMPTY }
}

/// The grid: how many there are, and how many in each class.
fn map(package: &Package, survey: &Survey, dataset: &Dataset) -> Story {
    let unknown = survey.classless;
    let counted = |count: usize, language| Locale::own(language).counted(count as f64, &entity(package));
    let heading = in_all(|language| {
        let headlines = &words(language).headlines;
        let (n, unknown_text) = (counted(dataset.counties.len(), language), counted(unknown, language));
        let none = Locale::own(language).number(unknown as f64);
        let values = [
            ("title", package.title.get(language)),
            ("n", &*n),
            ("unknown", &*unknown_text),
            ("none", &*none),
        ];
        render(if unknown > 0 { headlines.map_unknown } else { headlines.map }, &values)
    });
    let summary = in_all(|language| {
        let locale = Locale::own(language);
        let class = |row: &TierRow| {
            let n = counted(survey.counts.get(row.tier.index()).copied().unwrap_or_default(), language);
            render(words(language).headlines.class, &[("tier", row.name.get(language)), ("n", &n)])
        };
        let classes: Vec<String> = dataset.tiers.iter().map(class).collect();
        let list = joined(locale.ui.comma, classes.iter().map(String::as_str));
        text!("{list}{locale.ui.stop}")
    });
    let part_summary = in_all(|language| {
        let values = [("tiers", "{tiers}"), ("n", "{known_entities}")];
        let text = render(words(language).headlines.part_size, &values);
        text!("{text}{Locale::own(language).ui.stop}")
    });
    let caption = told(|words| words.charts.listed, &[("title", package.title)]);
    // A heading that the dataset brings along is about all classes.
    Story {
        heading,
        summary,
        part: heading,
        part_summary,
        ..chart("map", told(|words| words.charts.map, &[]), caption)
    }
}
