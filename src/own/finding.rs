//! What is found of an indicator: in which classes it is highest and lowest, and which have no value.

use super::digits::is_same;
use super::phrases::{of_classes, size, with_period};
use super::survey::Survey;
use super::words::{entity, in_all, same, told, words};
use crate::dataset::{Dataset, Digits, Indicator, Story, TierRow, UnitKind};
use crate::language::{Language, Localized};
use crate::locale::{Locale, render};
use crate::package::Package;
use crate::quantity::Quantity;
use crate::tier::TierSet;
use crate::word::{joined, text};

/// The heading says where an indicator is highest, or how it goes from the first class to the last; the summary where it is
/// lowest, and how many entities there are.
pub(super) fn finding(
    package: &Package,
    survey: &Survey,
    dataset: &Dataset,
    indicator: &Indicator,
) -> Option<Story> {
    let [title, name] = of_classes(package, survey, dataset, indicator);
    let dated = with_period(title, indicator.period);
    let found = Finding::new(package, dataset, indicator, dated)?;
    let heading = in_all(|language| found.heading(language));
    let summary = in_all(|language| {
        let parts = [found.lowest(language), size(package, survey, dataset, language)];
        let parts = parts.iter().map(String::as_str).filter(|part| !part.is_empty());
        joined(Locale::own(language).ui.space, parts)
    });
    let part = told(
        |words| words.headlines.part,
        &[("tiers", same("{tiers}")), ("title", dated), ("value", same("{value}"))],
    );
    Some(Story {
        chart: "tiers",
        indicator: indicator.id,
        name: title,
        caption: name,
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

/// How high a value is, and on which side of it what it says lies.
#[derive(Clone, Copy)]
struct Height {
    value: f64,
    side: i8,
}

impl Height {
    fn of(quantity: &Quantity) -> Height {
        Height { value: quantity.middle(), side: quantity.qualifier.side() }
    }

    fn is_same(&self, other: Height) -> bool {
        is_same(self.value, other.value) && self.side == other.side
    }

    fn is_below(&self, other: Height) -> bool {
        if is_same(self.value, other.value) { self.side < other.side } else { self.value < other.value }
    }
}

/// An indicator with the classes that have a value.
struct Finding<'a> {
    package: &'a Package,
    dataset: &'a Dataset,
    indicator: &'a Indicator,
    /// What it is called where its values of classes are told.
    title: Localized,
    known: Vec<(&'a TierRow, Height)>,
    /// Of ranks, the greatest is the lowest: no. 1 is the highest.
    lowest: Height,
    highest: Height,
}

impl<'a> Finding<'a> {
    /// `None` where no class has a value.
    fn new(
        package: &'a Package,
        dataset: &'a Dataset,
        indicator: &'a Indicator,
        title: Localized,
    ) -> Option<Self> {
        let height = |row: &TierRow| Some(Height::of(&dataset.measure(indicator.id, row.tier).quantity()?));
        let known: Vec<_> = dataset.tiers.iter().filter_map(|row| Some((row, height(row)?))).collect();
        let heights = || known.iter().map(|(_, height)| *height);
        let least = heights().reduce(|one, other| if other.is_below(one) { other } else { one })?;
        let greatest = heights().reduce(|one, other| if one.is_below(other) { other } else { one })?;
        let is_ranking = indicator.kind == UnitKind::Rank;
        let (lowest, highest) = if is_ranking { (greatest, least) } else { (least, greatest) };
        Some(Finding { package, dataset, indicator, title, known, lowest, highest })
    }

    fn heading(&self, language: Language) -> String {
        let words = &words(language).headlines;
        let title = self.title.get(language);
        let [tiers, value] = self.holders(self.highest, language);
        let (is_single, is_tied) = (self.known.len() == 1, self.count(self.highest) > 1);
        let values = [("title", title), ("tier", &*tiers), ("value", &*value)];
        let text = if is_single {
            render(words.single, &values)
        } else if self.lowest.is_same(self.highest) {
            render(if self.is_whole() { words.equal } else { words.equal_known }, &values)
        } else if self.is_ordered() {
            self.ends(language)
        } else {
            render(self.worded(if is_tied { words.highest_tied } else { words.highest }), &values)
        };
        let text = self.with_gap(text, language);
        if self.is_marked() {
            let coverage = self.dataset.coverage(self.indicator.id, self.dataset.all_tiers());
            return Locale::own(language).calculated(&text, coverage, &entity(self.package));
        }
        text
    }

    /// Whether the heading tells a value that is calculated. That of another class is no reason to call a printed one so.
    fn is_marked(&self) -> bool {
        if self.is_ordered() {
            let ends = [self.known.first(), self.known.last()];
            return ends.into_iter().flatten().any(|(row, _)| self.is_ours(row));
        }
        self.of(self.highest).any(|row| self.is_ours(row))
    }

    /// Whether the value of a class is calculated.
    fn is_ours(&self, row: &TierRow) -> bool {
        self.dataset.measure(self.indicator.id, row.tier).is_derived()
    }

    /// Where it is lowest; nothing where all classes have the same value.
    fn lowest(&self, language: Language) -> String {
        if self.lowest.is_same(self.highest) {
            return String::new();
        }
        let words = &words(language).headlines;
        let [tiers, value] = self.holders(self.lowest, language);
        let template = if self.count(self.lowest) > 1 { words.lowest_tied } else { words.lowest };
        let text = render(self.worded(template), &[("tier", &tiers), ("value", &value)]);
        let tiers = self.of(self.lowest).fold(TierSet::NONE, |tiers, row| tiers.with(row.tier));
        let coverage = self.dataset.coverage(self.indicator.id, tiers);
        let locale = Locale::own(language);
        // A heading with the mark says what is calculated, but not how much of these classes is.
        let is_ours = self.of(self.lowest).any(|row| self.is_ours(row));
        let needs_mark = coverage.is_partial() || (is_ours && !self.is_marked());
        let text = if needs_mark { locale.calculated(&text, coverage, &entity(self.package)) } else { text };
        text!("{text}{locale.ui.stop}")
    }

    /// Words for numbers, or for years.
    fn worded(&self, [number, year]: [&'static str; 2]) -> &'static str {
        if self.indicator.digits == Digits::Year { year } else { number }
    }

    /// From the first class to the last.
    fn ends(&self, language: Language) -> String {
        let end = |known: Option<&(&TierRow, Height)>| {
            known.map_or_else(Default::default, |(row, height)| {
                let [_, value] = self.holders(*height, language);
                (row.name.get(language), value)
            })
        };
        let ((first, from), (last, to)) = (end(self.known.first()), end(self.known.last()));
        let values = [
            ("title", self.title.get(language)),
            ("first", first),
            ("last", last),
            ("from", &from),
            ("to", &to),
        ];
        render(words(language).headlines.ordered, &values)
    }

    /// The classes without a value are told as well: one of them may be the highest.
    fn with_gap(&self, text: String, language: Language) -> String {
        let is_known = |row: &TierRow| self.known.iter().any(|(known, _)| known.tier == row.tier);
        let missing = self.dataset.tiers.iter().filter(|row| !is_known(row));
        let missing: Vec<String> = missing.map(|row| row.name.get(language).to_owned()).collect();
        if missing.is_empty() {
            return text;
        }
        let list = Locale::own(language).list(&missing);
        render(words(language).headlines.unknown, &[("text", &text), ("tiers", &list)])
    }

    fn is_whole(&self) -> bool {
        self.known.len() == self.dataset.tiers.len()
    }

    /// Whether the classes have an order, and their values rise or fall with it.
    fn is_ordered(&self) -> bool {
        let each = |is: fn(&Height, &Height) -> bool| {
            self.known.windows(2).all(|pair| matches!(pair, [(_, one), (_, next)] if is(one, next)))
        };
        let (rises, falls) = (each(|one, next| one.is_below(*next)), each(|one, next| next.is_below(*one)));
        self.package.classes.ordered && self.is_whole() && (rises || falls)
    }

    /// The classes whose values are so high.
    fn of(&self, height: Height) -> impl Iterator<Item = &'a TierRow> {
        self.known.iter().filter(move |(_, other)| other.is_same(height)).map(|(row, _)| *row)
    }

    fn count(&self, height: Height) -> usize {
        self.of(height).count()
    }

    /// The classes whose values are so high, and the value in words.
    fn holders(&self, height: Height, language: Language) -> [String; 2] {
        let locale = Locale::own(language);
        let names: Vec<String> = self.of(height).map(|row| row.name.get(language).to_owned()).collect();
        let first = self.of(height).next();
        let quantity = first.and_then(|row| self.dataset.measure(self.indicator.id, row.tier).quantity());
        let value = quantity.map(|quantity| match self.looks_equal(locale) {
            true => locale.fine(&quantity, self.indicator),
            false => locale.quantity(&quantity, self.indicator),
        });
        [locale.list(&names), value.unwrap_or_default()]
    }

    /// Whether the highest value and the lowest would look the same.
    fn looks_equal(&self, locale: &Locale) -> bool {
        let [lowest, highest] = [self.lowest.value, self.highest.value];
        let shown = |value| locale.quantity(&Quantity::printed(value), self.indicator);
        !is_same(lowest, highest) && shown(lowest) == shown(highest)
    }
}
