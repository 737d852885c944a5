//! Parts of sentences about any dataset: an indicator with its period, how many entities there are.

use super::survey::Survey;
use super::words::{entity, told, words};
use crate::dataset::{Dataset, Indicator, Measure, Selection, Story, TierRow, TierValue};
use crate::language::{Language, Localized};
use crate::locale::{Locale, render};
use crate::package::{Aggregate, Package};

/// A chart with its name and the caption of its table.
pub(super) fn chart(word: &'static str, name: Localized, caption: Localized) -> Story {
    Story { chart: word, name, caption, ..Story::EMPTY }
}

/// The caption of the table of classes.
pub(super) fn by_class(package: &Package) -> Localized {
    let values = [("title", package.title), ("classes", package.classes.title)];
    told(|words| words.charts.by_class, &values)
}

/// An indicator with its period, as a subject.
pub(super) fn dated(indicator: &Indicator) -> Localized {
    with_period(indicator.title, indicator.period)
}

/// The title and the short name of an indicator where its values of classes are shown: these are no values of entities but their
/// means or medians.
pub(super) fn of_classes(
    package: &Package,
    survey: &Survey,
    dataset: &Dataset,
    indicator: &Indicator,
) -> [Localized; 2] {
    let names = [indicator.title, indicator.name];
    let Some(place) = package.indicators.iter().position(|own| own.id == indicator.id) else { return names };
    let together = survey.of(place).map_or(&[][..], |measured| &measured.together);
    let is_theirs =
        |(row, together): (&TierRow, &Option<TierValue>)| match dataset.measure(indicator.id, row.tier) {
            Measure::Missing => true,
            measure => measure.is_derived() && together.is_some(),
        };
    if together.is_empty() || !dataset.tiers.iter().zip(together).all(is_theirs) {
        return names;
    }
    match package.indicators.get(place).map(|own| own.aggregate) {
        Some(Aggregate::Mean(_)) => {
            names.map(|title| told(|words| words.headlines.of_classes[0], &[("title", title)]))
        }
        Some(Aggregate::Median) => {
            names.map(|title| told(|words| words.headlines.of_classes[1], &[("title", title)]))
        }
        _ => names,
    }
}

/// A title with its period, where it has one.
pub(super) fn with_period(title: Localized, period: Localized) -> Localized {
    if period.is_empty() {
        return title;
    }
    told(|words| words.headlines.dated, &[("title", title), ("period", period)])
}

/// How many entities the files print for all classes together, if they do.
pub(super) fn printed_count(package: &Package, dataset: &Dataset) -> Option<f64> {
    let count = dataset.counting_indicator()?.id;
    let is_printed = package.indicators.iter().any(|one| one.id == count);
    is_printed
        .then(|| Selection::new(dataset, dataset.all_tiers()).sum(count))
        .flatten()
        .map(|sum| sum.middle())
}

/// How many entities there are, in how many classes, and how many are in none. Where the files print the numbers of classes,
/// these count, also for classes whose entities they do not list. Nothing where there are only figures of classes.
pub(super) fn size(package: &Package, survey: &Survey, dataset: &Dataset, language: Language) -> String {
    let locale = Locale::own(language);
    let counted = |count: f64| locale.counted(count, &entity(package));
    let words = &words(language).headlines;
    let printed = printed_count(package, dataset);
    let (all, unknown) = (dataset.counties.len() as f64, survey.classless as f64);
    let filled = survey.counts.iter().filter(|count| **count > 0).count();
    let classes = if printed.is_some() { package.classes.list.len() } else { filled };
    let [one, several] = words.classes;
    let number = locale.number(classes as f64);
    let classes = render(if classes == 1 { one } else { several }, &[("n", &number)]);
    if printed.is_none() && dataset.counties.is_empty() {
        return String::new();
    }
    if printed.is_none() && filled == 0 {
        return render(words.size_unknown, &[("n", &counted(all))]);
    }
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
    let n = counted(printed.unwrap_or(all));
    render(words.size, &[("n", &n), ("classes", &classes)])
}
