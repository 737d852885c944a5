//! Notes under charts: how values of classes come about, what is missing, and what the dataset itself remarks.

use super::indicators::title;
use super::phrases::dated;
use super::survey::{Few, Survey};
use super::words::{in_all, told, words};
use crate::dataset::{Dataset, Indicator, Marker, Remark, Selection};
use crate::language::{Language, Localized};
use crate::locale::{Locale, render};
use crate::package::{self, Aggregate, Origin, Package};
use crate::word::{joined, text};

/// The charts that show tiers.
const TIERS: [&str; 2] = ["tiers", "shares"];

/// The notes in the order in which they stand.
pub(super) fn remarks(package: &Package, survey: &Survey, dataset: &Dataset) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for indicator in &dataset.indicators {
        let place = package.indicators.iter().position(|own| own.id == indicator.id);
        if let Some((place, own)) = place.and_then(|place| Some((place, package.indicators.get(place)?))) {
            let measured = survey.of(place);
            remarks.extend(
                measured
                    .and_then(|_| aggregate(package, own))
                    .map(|text| about(indicator, Marker::Derived, text)),
            );
            remarks.extend(
                measured
                    .and_then(|found| without_value(package, own, &found.missing))
                    .map(|text| about(indicator, Marker::None, text)),
            );
            if !own.description.is_empty() {
                remarks.push(about(indicator, Marker::None, described(indicator, own.description)));
            }
        }
        remarks.extend(total(dataset, indicator).map(|text| about(indicator, Marker::Asterisk, text)));
    }
    if !package.classes.ordered {
        remarks.push(under(&TIERS, told(|words| words.notes.unordered, &[])));
    }
    remarks.extend(unplaced(package, survey).map(|text| under(&["map"], text)));
    remarks.extend(package.notes.iter().map(|text| under(&["tiers", "shares", "map", "strip"], *text)));
    remarks
}

/// A note under these charts.
fn under(charts: &[&'static str], text: Localized) -> Remark {
    Remark { charts: charts.to_vec(), text, ..Remark::EMPTY }
}

/// A note on an indicator, where it is shown.
fn about(indicator: &Indicator, marker: Marker, text: Localized) -> Remark {
    Remark { indicators: vec![indicator.id], marker, ..under(&["tiers"], text) }
}

/// How the values of classes come of those of entities.
fn aggregate(package: &Package, own: &package::Indicator) -> Option<Localized> {
    if own.origin == Origin::Tiers {
        return None;
    }
    let subject = ("title", own.title);
    Some(match own.aggregate {
        Aggregate::None => return None,
        Aggregate::Sum => told(|words| words.notes.sum, &[subject]),
        Aggregate::Mean(weight) => {
            told(|words| words.notes.mean, &[subject, ("weight", title(package, weight))])
        }
        Aggregate::Median => told(|words| words.notes.median, &[subject]),
    })
}

/// Which entities have no value.
fn without_value(package: &Package, own: &package::Indicator, missing: &Few) -> Option<Localized> {
    if missing.count == 0 {
        return None;
    }
    Some(in_all(|language| {
        let list = names(package, missing, language);
        render(words(language).notes.without_value, &[("title", own.title.get(language)), ("list", &list)])
    }))
}

/// The names of entities; of a long list, the first and how many more there are.
fn names(package: &Package, entities: &Few, language: Language) -> String {
    let locale = Locale::own(language);
    let first = entities.first.iter().filter_map(|place| package.entities.get(*place));
    let first: Vec<String> = first.map(|entity| entity.name.get(language).to_owned()).collect();
    if entities.count <= first.len() {
        return locale.list(&first);
    }
    let list = joined(locale.ui.comma, first.iter().map(String::as_str));
    let n = locale.counted((entities.count - first.len()) as f64, &package.entity);
    render(words(language).notes.more, &[("list", &list), ("n", &n)])
}

/// What an indicator means, in the words of the dataset.
fn described(indicator: &Indicator, description: Localized) -> Localized {
    in_all(|language| {
        let locale = Locale::own(language);
        text!("{indicator.title.get(language)}{locale.ui.colon}{description.get(language)}")
    })
}

/// Classes that add up to another total than the stated one.
fn total(dataset: &Dataset, indicator: &Indicator) -> Option<Localized> {
    let stated = dataset.stated(indicator)?;
    let whole = Selection::new(dataset, dataset.all_tiers());
    let sum = whole.sum(indicator.id).filter(|sum| sum.low != stated.low)?;
    Some(in_all(|language| {
        let locale = Locale::own(language);
        let (sum, total) = (locale.sum(&sum, indicator), locale.quantity(&stated, indicator));
        let subject = dated(indicator);
        let values = [("title", subject.get(language)), ("sum", &*sum), ("total", &*total)];
        render(words(language).notes.total, &values)
    }))
}

/// Entities without a place, where others have one.
fn unplaced(package: &Package, survey: &Survey) -> Option<Localized> {
    if survey.unplaced.count == 0 || survey.placed == 0 {
        return None;
    }
    let list = in_all(|language| names(package, &survey.unplaced, language));
    Some(told(|words| words.notes.unplaced, &[("list", list)]))
}
