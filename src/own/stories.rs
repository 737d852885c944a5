//! Headings and summaries: what the dataset brings along, else sentences that hold for any data.

use super::brought;
use super::survey::Survey;
use super::words::{in_all, same, told, words};
use crate::dataset::{Dataset, Indicator, Selection, Story, TierRow};
use crate::language::{Language, Localized};
use crate::locale::{Locale, render};
use crate::package::Package;
use crate::quantity::percent;
use crate::tier::TierSet;
use crate::word::{joined, text};

/// So many tiles a grid may have.
const TILES: usize = 2_500;

/// How many indicators the bars of shares have, the number of entities not counted.
const BARS: usize = 2;

/// What is written of charts and indicators. `dataset` has its tiers and indicators.
pub(super) fn stories(package: &Package, survey: &Survey, dataset: &Dataset) -> Vec<Story> {
    let mut stories = vec![any(dataset)];
    let of_tiers = dataset.indicators.iter();
    let of_tiers = of_tiers.filter_map(|indicator| self::of_tiers(package, survey, dataset, indicator));
    let of_tiers: Vec<Story> = of_tiers.collect();
    if !of_tiers.is_empty() {
        stories.push(chart("tiers", told(|words| words.charts.tiers, &[]), by_class(package)));
        stories.extend(of_tiers);
    }
    stories.extend(shares(package, survey, dataset));
    if survey.placed * 2 >= package.entities.len() && (1..=TILES).contains(&package.entities.len()) {
        stories.push(map(package, survey, dataset));
    }
    if !dataset.county_values.is_empty() {
        stories.push(chart("strip", told(|words| words.charts.strip, &[]), Localized::EMPTY));
    }
    if !dataset.facts.is_empty() {
        stories.push(chart("facts", told(|words| words.charts.facts, &[]), Localized::EMPTY));
    }
    for own in &package.stories {
        let is_meant = |story: &&mut Story| {
            story.chart == own.chart && (own.indicator.is_empty() || story.indicator == own.indicator)
        };
        for story in stories.iter_mut().filter(is_meant) {
            brought::tell(package, dataset, own, story);
        }
    }
    stories
}

/// What holds for all charts: the list of values of what is selected, and its number of entities.
fn any(dataset: &Dataset) -> Story {
    let is_dated = dataset.indicators.iter().all(|indicator| !indicator.period.is_empty());
    let each = in_all(|language| {
        let [dated, undated] = words(language).headlines.each;
        if is_dated { dated } else { undated }.to_owned()
    });
    let count = dataset.counting_indicator().map_or("", |indicator| indicator.id);
    let size = told(
        |words| words.headlines.part_size,
        &[("tiers", same("{tiers}")), ("n", same(String::leak(text!("{{{count}:part:phrase}}"))))],
    );
    Story { heading: each, part_summary: size, ..Story::EMPTY }
}

/// A chart with its name and the caption of its table.
fn chart(word: &'static str, name: Localized, caption: Localized) -> Story {
    Story { chart: word, name, caption, ..Story::EMPTY }
}

/// The caption of the table of classes.
fn by_class(package: &Package) -> Localized {
    let values = [("title", package.title), ("classes", package.classes.title)];
    told(|words| words.charts.by_class, &values)
}

/// An indicator with its period, as a subject.
pub(super) fn dated(indicator: &Indicator) -> Localized {
    with_period(indicator.title, indicator.period)
}

/// A title with its period, where it has one.
fn with_period(title: Localized, period: Localized) -> Localized {
    if period.is_empty() {
        return title;
    }
    told(|words| words.headlines.dated, &[("title", title), ("period", period)])
}

/// A value of a tier, with what marks it as ours.
fn value(dataset: &Dataset, indicator: &Indicator, row: &TierRow, language: Language) -> String {
    let locale = Locale::own(language);
    let measure = dataset.measure(indicator.id, row.tier);
    measure.quantity().map_or_else(String::new, |quantity| locale.quantity(&quantity, indicator))
}

/// The heading says where an indicator is highest, or how it goes from the first class to the last; the summary where it is
/// lowest, and how many there are.
fn of_tiers(package: &Package, survey: &Survey, dataset: &Dataset, indicator: &Indicator) -> Option<Story> {
    let known: Vec<(&TierRow, f64)> = dataset
        .tiers
        .iter()
        .filter_map(|row| Some((row, dataset.measure(indicator.id, row.tier).quantity()?.middle())))
        .collect();
    let (first, last) = (*known.first()?, *known.last()?);
    let (mut low, mut high) = (first, first);
    for one in &known {
        if one.1 < low.1 {
            low = *one;
        }
        if one.1 > high.1 {
            high = *one;
        }
    }
    let is_equal = is_same(low.1, high.1);
    let each = |is: fn(f64, f64) -> bool| {
        known
            .windows(2)
            .all(|pair| matches!(pair, [one, next] if is(one.1, next.1) && !is_same(one.1, next.1)))
    };
    let (rises, falls) = (each(|one, next| one < next), each(|one, next| one > next));
    let is_whole = known.len() == dataset.tiers.len();
    let is_ours = known.iter().any(|(row, _)| dataset.measure(indicator.id, row.tier).is_derived());
    let tagged = |text: String, language: Language| {
        if is_ours { render(Locale::own(language).tiers.tagged, &[("text", &text)]) } else { text }
    };
    let title = dated(indicator);
    let value = |row: &TierRow, language| value(dataset, indicator, row, language);
    let name = |row: &TierRow, language| row.name.get(language);
    let heading = in_all(|language| {
        let words = &words(language).headlines;
        let title = title.get(language);
        let text = if is_equal {
            render(words.equal, &[("title", title), ("value", &value(first.0, language))])
        } else if package.classes.ordered && is_whole && (rises || falls) {
            let ends = [first.0, last.0].map(|row| (name(row, language), value(row, language)));
            let [(from, a), (to, b)] = &ends;
            render(words.ordered, &[("title", title), ("first", from), ("last", to), ("from", a), ("to", b)])
        } else {
            let tiers = together(&known, high.1, language);
            render(words.highest, &[("title", title), ("tier", &tiers), ("value", &value(high.0, language))])
        };
        tagged(text, language)
    });
    let summary = in_all(|language| {
        let words = &words(language).headlines;
        let mut parts = Vec::new();
        if !is_equal {
            let (tiers, value) = (together(&known, low.1, language), value(low.0, language));
            parts.push(render(words.lowest, &[("tier", &tiers), ("value", &value)]));
        }
        parts.push(size(package, survey, dataset, language));
        joined(Locale::own(language).ui.space, parts.iter().map(String::as_str))
    });
    let part = told(
        |words| words.headlines.part,
        &[("tiers", same("{tiers}")), ("title", title), ("value", same("{value}"))],
    );
    Some(Story {
        chart: "tiers",
        indicator: indicator.id,
        about: dataset.tiers.iter().map(|row| row.code).collect(),
        heading,
        summary,
        part,
        beside: beside(indicator),
        beside_short: beside(indicator),
        ..Story::EMPTY
    })
}

/// The share of an indicator beside its value, where the dataset has one.
fn beside(indicator: &Indicator) -> Localized {
    if indicator.share.is_empty() {
        return Localized::EMPTY;
    }
    told(|words| words.headlines.beside, &[("share", same("{share}"))])
}

/// Whether two values of classes are equal but for what arithmetic leaves: 0.1 + 0.2 is 0.3.
fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs())
}

/// The classes that have this value.
fn together(known: &[(&TierRow, f64)], value: f64, language: Language) -> String {
    let names = known
        .iter()
        .filter(|(_, other)| is_same(*other, value))
        .map(|(row, _)| row.name.get(language).to_owned());
    Locale::own(language).list(&names.collect::<Vec<_>>())
}

/// How many entities there are, in how many classes, and how many are in none. Where the files print the numbers of classes,
/// these count, also for classes whose entities they do not list.
fn size(package: &Package, survey: &Survey, dataset: &Dataset, language: Language) -> String {
    let locale = Locale::own(language);
    let counted = |count: f64| locale.counted(count, &package.entity);
    let classes = locale.number(package.classes.list.len() as f64);
    let is_printed = |count: &&Indicator| package.indicators.iter().any(|one| one.id == count.id);
    let printed = dataset.counting_indicator().filter(is_printed);
    let printed =
        printed.and_then(|indicator| Selection::new(dataset, dataset.all_tiers()).sum(indicator.id));
    let (all, unknown) = (package.entities.len() as f64, survey.classless as f64);
    let words = &words(language).headlines;
    if printed.is_none() && unknown > 0.0 {
        let (known, none) = (locale.number(survey.classed() as f64), locale.number(unknown));
        let values = [
            ("n", &*counted(all)),
            ("classes", &classes),
            ("known", &known),
            ("none", &none),
            ("unknown", &counted(unknown)),
        ];
        return render(words.size_known, &values);
    }
    let n = counted(printed.map_or(all, |sum| sum.middle()));
    render(words.size, &[("n", &n), ("classes", &classes)])
}

/// The whole bars: the number of entities, then what may be added. A dataset without such has no such chart.
fn shares(package: &Package, survey: &Survey, dataset: &Dataset) -> Vec<Story> {
    let is_whole = |indicator: &&Indicator| {
        indicator.is_added()
            && dataset.tiers.iter().all(|row| {
                let quantity = dataset.measure(indicator.id, row.tier).quantity();
                quantity.is_some_and(|quantity| quantity.low >= 0.0)
            })
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
    let sentence = |p: &str, title: Localized, q: &str| {
        in_all(|language| {
            let words = &words(language).headlines;
            let (tier, title) = ("{tier}", title.get(language));
            let entities = package.entity.name.get(language);
            let values = [("tier", tier), ("p", p), ("entities", entities), ("q", q), ("title", title)];
            let is_first = count.is_none_or(|count| count.id == last.id);
            render(if is_first { words.share } else { words.shares }, &values)
        })
    };
    let of_sum = |indicator: &Indicator| text!("{{{indicator.id}:it:of-sum}}");
    let Some(largest) = largest_gap(dataset, count, last) else {
        return Vec::new();
    };
    let share = |indicator: &Indicator| {
        let share = Selection::new(dataset, TierSet::only(largest.tier)).share(indicator.id);
        share.map_or_else(String::new, |share| percent(share.middle(), 1))
    };
    let dated = with_period(last.name, last.period);
    let part = sentence("{p}", dated, "{q}");
    let heading = sentence(&count.map(share).unwrap_or_default(), dated, &share(last));
    let heading = in_all(|language| {
        let text = render(heading.get(language), &[("tier", largest.name.get(language))]);
        render(Locale::own(language).tiers.tagged, &[("text", &text)])
    });
    let mut stories = vec![Story {
        about: vec![largest.code],
        heading,
        summary: in_all(|language| size(package, survey, dataset, language)),
        part,
        beside: sentence(&count.map(of_sum).unwrap_or_default(), last.name, &of_sum(last)),
        ..chart("shares", told(|words| words.charts.shares, &[]), by_class(package))
    }];
    stories.extend(count.into_iter().chain(others).map(bar));
    stories
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

/// The grid: how many there are, and how many in each class.
fn map(package: &Package, survey: &Survey, dataset: &Dataset) -> Story {
    let unknown = survey.classless;
    let counted = |count: usize, language| Locale::own(language).counted(count as f64, &package.entity);
    let heading = in_all(|language| {
        let headlines = &words(language).headlines;
        let (n, unknown_text) = (counted(package.entities.len(), language), counted(unknown, language));
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
    let part_summary =
        told(|words| words.headlines.part_size, &[("tiers", same("{tiers}")), ("n", same("{known}"))]);
    let caption = told(|words| words.charts.listed, &[("title", package.title)]);
    Story { heading, summary, part_summary, ..chart("map", told(|words| words.charts.map, &[]), caption) }
}
