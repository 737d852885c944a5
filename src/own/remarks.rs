//! Notes under charts: how values of classes come about, what is missing, and what the dataset itself remarks.

use super::few::{Few, LeftOut};
use super::indicators::title;
use super::pairs::{Pair, operands};
use super::phrases::dated;
use super::survey::Survey;
use super::words::{entity, in_all, told, words};
use crate::dataset::{Dataset, Indicator, Marker, Measure, Remark, Selection, TierRow};
use crate::language::{Language, Localized};
use crate::locale::{Locale, render};
use crate::package::{self, Aggregate, Formula, Origin, Package};
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
                    .and_then(|_| aggregate(package, dataset, own))
                    .map(|text| about(indicator, Marker::Derived, text)),
            );
            let pair = survey.pair(place);
            remarks.extend(
                pair.and_then(|pair| divided(package, own, pair))
                    .map(|text| about(indicator, Marker::Derived, text)),
            );
            let of_formula =
                pair.map(|pair| &pair.missing).or_else(|| missing_of_whole(package, survey, own));
            let of_entities = measured.map(|found| &found.missing);
            let missing = of_entities.filter(|_| own.aggregate != Aggregate::None).or(of_formula);
            let id = match missing {
                Some(missing) if missing.is_unweighted => Remark::WITHOUT_WEIGHT,
                _ => Remark::WITHOUT_VALUE,
            };
            let missing = missing.into_iter().flat_map(|missing| &missing.classes);
            for (few, row) in missing.zip(&dataset.tiers).filter(|(few, _)| few.count > 0) {
                let is_of_tiers = !matches!(
                    dataset.measure(indicator.id, row.tier),
                    Measure::Tabled(_) | Measure::Printed { .. }
                );
                if is_of_tiers {
                    let text = in_all(|language| names(package, dataset, few, language));
                    let (indicators, tiers) = (vec![indicator.id], vec![row.code]);
                    remarks.push(Remark { id, indicators, tiers, ..under(&TIERS, text) });
                }
            }
            if !own.description.is_empty() {
                remarks.push(about(indicator, Marker::None, described(indicator, own.description)));
            }
        }
        remarks.extend(total(dataset, indicator).map(|text| Remark {
            indicators: vec![indicator.id],
            marker: Marker::Asterisk,
            ..under(&TIERS, text)
        }));
    }
    if !package.classes.ordered {
        remarks.push(under(&TIERS, told(|words| words.notes.unordered, &[])));
    }
    remarks.extend(unplaced(package, survey, dataset).map(|text| under(&["map"], text)));
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
fn aggregate(package: &Package, dataset: &Dataset, own: &package::Indicator) -> Option<Localized> {
    if own.origin == Origin::Tiers {
        return None;
    }
    let measure = |row: &TierRow| dataset.measure(own.id, row.tier);
    let calculated = dataset.tiers.iter().filter(|row| measure(row).is_derived());
    let calculated: Vec<&TierRow> = calculated.collect();
    let known = dataset.tiers.iter().filter(|row| measure(row).quantity().is_some()).count();
    let subject = match calculated.len() {
        0 => return None,
        count if count == known => own.title,
        // The files print the values of the others.
        _ => in_all(|language| {
            let locale = Locale::own(language);
            let names: Vec<String> = calculated.iter().map(|row| row.name.get(language).to_owned()).collect();
            let values = [("name", own.title.get(language)), ("unit", &*locale.list(&names))];
            render(locale.ui.bracketed, &values)
        }),
    };
    let subject = ("title", subject);
    Some(match own.aggregate {
        Aggregate::None => return None,
        Aggregate::Sum => told(|words| words.notes.sum, &[subject]),
        Aggregate::Mean(weight) => {
            told(|words| words.notes.mean, &[subject, ("weight", title(package, weight))])
        }
        Aggregate::Median => told(|words| words.notes.median, &[subject]),
    })
}

/// How a quotient comes of two values of entities.
fn divided(package: &Package, own: &package::Indicator, pair: &Pair) -> Option<Localized> {
    let both = operands(package, own)?.map(|operand| {
        let title = [("title", operand.title)];
        match operand.aggregate {
            Aggregate::Median => told(|words| words.notes.ways[2], &title),
            Aggregate::Mean(_) => told(|words| words.notes.ways[1], &title),
            Aggregate::Sum | Aggregate::None => told(|words| words.notes.ways[0], &title),
        }
    });
    let values = [("title", own.title), ("one", both[0]), ("other", both[1])];
    Some(match pair.missing.classes.iter().any(|few| few.count > 0) {
        true => told(|words| words.notes.divided[0], &values),
        false => told(|words| words.notes.divided[1], &values),
    })
}

/// Those that have no part in the whole of which an indicator is a part.
fn missing_of_whole<'a>(
    package: &Package,
    survey: &'a Survey,
    own: &package::Indicator,
) -> Option<&'a LeftOut> {
    let (Formula::PartOfWhole(part) | Formula::ResidualOrPart(part)) = own.formula? else { return None };
    let place = package.indicators.iter().position(|indicator| indicator.id == part)?;
    Some(&survey.of(place)?.missing)
}

/// The names of entities; of a long list, the first and how many more there are.
fn names(package: &Package, dataset: &Dataset, entities: &Few, language: Language) -> String {
    let locale = Locale::own(language);
    let first = entities.first.iter().filter_map(|place| dataset.counties.get(*place));
    let first: Vec<String> = first.map(|entity| entity.name.get(language).to_owned()).collect();
    if entities.count <= first.len() {
        return locale.list(&first);
    }
    let list = joined(locale.ui.comma, first.iter().map(String::as_str));
    let n = locale.counted((entities.count - first.len()) as f64, &entity(package));
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
fn unplaced(package: &Package, survey: &Survey, dataset: &Dataset) -> Option<Localized> {
    if survey.unplaced.count == 0 || survey.placed == 0 {
        return None;
    }
    let list = in_all(|language| names(package, dataset, &survey.unplaced, language));
    Some(told(|words| words.notes.unplaced, &[("list", list)]))
}
