//! The whole bars of the chart `shares`: which there are, and what is said of them.

use super::phrases::{by_class, chart, size, with_period};
use super::survey::Survey;
use super::words::{entity, in_all, same, told, words};
use crate::dataset::{Dataset, Indicator, Selection, Story, TierRow};
use crate::language::{Language, Localized};
use crate::locale::{Locale, render};
use crate::package::Package;
use crate::tier::TierSet;
use crate::word::text;

/// How many indicators the bars have, the number of entities not counted.
const BARS: usize = 2;

/// The whole bars: the number of entities, then what may be added. A dataset without such has no such chart.
pub(super) fn shares(package: &Package, survey: &Survey, dataset: &Dataset) -> Vec<Story> {
    let is_whole = |indicator: &&Indicator| {
        let part = |row: &TierRow| dataset.measure(indicator.id, row.tier).quantity();
        let is_part = |row: &TierRow| part(row).is_some_and(|part| part.low >= 0.0);
        let whole = || Selection::new(dataset, dataset.all_tiers()).addition(indicator.id);
        // There are no shares of nothing.
        let is_some = || whole().is_some_and(|whole| whole.result.0.low > 0.0);
        indicator.is_added() && dataset.tiers.iter().all(is_part) && is_some()
    };
    let count = dataset.indicators.iter().find(|indicator| indicator.counts_counties).filter(is_whole);
    let others = dataset.indicators.iter().filter(|indicator| !indicator.counts_counties).filter(is_whole);
    let mut others: Vec<&Indicator> = others.take(BARS).collect();
    // The heading is about the last bar, so the first indicator stands there.
    others.reverse();
    let bar = |indicator: &Indicator| {
        let whole = same(String::leak(text!("{{{indicator.id}:sum}}")));
        Story {
            chart: "shares",
            indicator: indicator.id,
            heading: indicator.name,
            beside: whole,
            ..Story::EMPTY
        }
    };
    let Some(last) = others.last().copied().or(count) else {
        return Vec::new();
    };
    // The sum of the classes is not the total where the source states another, or entities are in no class.
    let counts_here = |indicator: &Indicator| survey.classless > 0 && !is_printed(package, indicator);
    let is_part = count.is_some_and(counts_here);
    let sum = Selection::new(dataset, dataset.all_tiers()).sum(last.id);
    let is_off = dataset.number(last.total).zip(sum).is_some_and(|(stated, sum)| stated != sum.low);
    let is_sum = is_off || counts_here(last);
    let sentence = |p: &dyn Fn(Language) -> String, title: Localized, q: &dyn Fn(Language) -> String| {
        in_all(|language| {
            let (p, q) = (&*p(language), &*q(language));
            let words = &words(language).headlines;
            let (tier, title) = ("{tier}", title.get(language));
            let [all, in_classes] = words.entities;
            let name = [("entities", entity(package).name.get(language))];
            let entities = render(if is_part { in_classes } else { all }, &name);
            let [total, sum] = words.wholes;
            let whole = if is_sum { sum } else { total };
            let values = [
                ("tier", tier),
                ("p", p),
                ("entities", &*entities),
                ("q", q),
                ("title", title),
                ("whole", whole),
            ];
            let template = match count {
                None => words.share,
                Some(count) if count.id == last.id => words.share_of_all,
                Some(_) => words.shares,
            };
            render(template, &values)
        })
    };
    let of_sum = |indicator: &Indicator| text!("{{{indicator.id}:it:of-sum}}");
    let Some(largest) = largest_gap(dataset, count.filter(|count| count.id != last.id), last) else {
        return Vec::new();
    };
    let share = |indicator: &Indicator, language| {
        let largest = Selection::new(dataset, TierSet::only(largest.tier));
        Locale::own(language).share_in(dataset, &largest, indicator.id).unwrap_or_default()
    };
    let dated = with_period(last.name, last.period);
    let part = sentence(&|_| "{p}".to_owned(), dated, &|_| "{q}".to_owned());
    let heading = sentence(
        &|language| count.map(|count| share(count, language)).unwrap_or_default(),
        dated,
        &|language| share(last, language),
    );
    let heading = in_all(|language| {
        let text = render(heading.get(language), &[("tier", largest.name.get(language))]);
        let coverage = dataset.coverage(last.id, dataset.all_tiers());
        Locale::own(language).calculated(&text, coverage, &entity(package))
    });
    let mut stories = vec![Story {
        about: vec![largest.code],
        heading,
        summary: in_all(|language| size(package, survey, dataset, language)),
        part,
        beside: sentence(&|_| count.map(of_sum).unwrap_or_default(), last.name, &|_| of_sum(last)),
        ..chart("shares", told(|words| words.charts.shares, &[]), by_class(package))
    }];
    stories.extend(count.into_iter().chain(others).map(bar));
    stories
}

/// Whether the files print the values of an indicator for the classes.
fn is_printed(package: &Package, indicator: &Indicator) -> bool {
    package.printed.iter().any(|printed| printed.indicator == indicator.id)
}

/// The class whose share of the entities differs most from its share of the other whole.
fn largest_gap<'a>(dataset: &'a Dataset, count: Option<&Indicator>, last: &Indicator) -> Option<&'a TierRow> {
    let share = |indicator: &Indicator, row: &TierRow| {
        let value = |row: &TierRow| {
            dataset.measure(indicator.id, row.tier).quantity().map_or(0.0, |found| found.middle())
        };
        let whole: f64 = dataset.tiers.iter().map(value).sum();
        if whole > 0.0 { value(row) / whole } else { 0.0 }
    };
    let gap = |row: &TierRow| (share(last, row) - count.map_or(0.0, |count| share(count, row))).abs();
    dataset.tiers.iter().max_by(|a, b| gap(a).total_cmp(&gap(b)))
}
