//! Indicators: those of the files, and the one that counts the entities.

use super::words::{entity, in_all, same, told};
use crate::dataset::{Digits, Formula, Indicator, Noun, Unit, UnitKind};
use crate::language::{Language, Localized};
use crate::locale::Locale;
use crate::package::{self, Aggregate, Origin, Package, Scale};

/// Id of the indicator that counts the entities, where none of the files does. One of the files may have this id and count
/// something else; then stops tell the two apart.
pub(super) fn count_id(package: &Package) -> &'static str {
    let mut id = "entities".to_owned();
    while package.indicators.iter().any(|indicator| indicator.id == id) {
        id.push('.');
    }
    String::leak(id)
}

/// The indicators of the dataset: those of the files in their order, then the number of entities where it is none of them. A
/// dataset of figures for classes alone may not say how many entities there are; `are_counted` says whether the class of each
/// entity is known.
pub(super) fn indicators(package: &Package, are_counted: bool) -> Vec<Indicator> {
    let of_files = package.indicators.iter().map(|one| indicator(package, are_counted, one));
    let mut found: Vec<Indicator> = of_files.collect();
    if !package.entities.is_empty() && !found.iter().any(|indicator| indicator.counts_counties) {
        found.push(count(package));
    }
    let share = |share: &package::Indicator| Some((part_of(package, share.formula?)?, share.id));
    let shares: Vec<(&str, &str)> = package.indicators.iter().filter_map(share).collect();
    for (place, indicator) in found.iter_mut().enumerate() {
        indicator.column = u8::try_from(place + 1).unwrap_or_default();
        let share = shares.iter().find(|(of, _)| *of == indicator.id);
        indicator.share = share.map_or("", |(_, share)| *share);
    }
    found
}

/// What a formula gives a share of: of all there is, not of another indicator, as girls are a part of pupils.
fn part_of(package: &Package, formula: package::Formula) -> Option<&'static str> {
    match formula {
        package::Formula::Part(_, other) if package.indicators.iter().any(|one| one.id == other) => None,
        package::Formula::Part(part, _)
        | package::Formula::PartOfWhole(part)
        | package::Formula::ResidualOrPart(part) => Some(part),
        package::Formula::Ratio(..) | package::Formula::Product(..) => None,
    }
}

fn indicator(package: &Package, are_counted: bool, one: &package::Indicator) -> Indicator {
    let counts_counties = !are_counted && counts(package, one);
    let total = package.totals.iter().find(|(indicator, _)| *indicator == one.id);
    Indicator {
        id: one.id,
        unit: one.unit,
        kind: one.kind,
        noun: if counts_counties { entity(package) } else { headed(one.noun) },
        formula: formula(one.formula),
        additive: one.aggregate == Aggregate::Sum,
        total: total.map_or("", |(_, fact)| *fact),
        digits: digits(one),
        is_log: one.scale == Scale::Log,
        counts_counties,
        column_period: !one.period.is_empty(),
        name: one.short,
        title: one.title,
        // The edition is none: a table of 2025 may have figures of 2023.
        period: one.period,
        ..Indicator::EMPTY
    }
}

/// Which digits are shown.
fn digits(one: &package::Indicator) -> Digits {
    match one.decimals {
        _ if one.is_year => Digits::Year,
        Some(decimals) => Digits::Decimals(decimals),
        None => Digits::Own,
    }
}

/// A noun with what heads of columns say of it: the symbol, and after it what stands after numbers.
fn headed(noun: Noun) -> Noun {
    if noun.symbol.is_empty() {
        return noun;
    }
    let head = |language| match noun.name.get(language) {
        "" => noun.symbol.to_owned(),
        name => Locale::own(language).joined(noun.symbol, name),
    };
    let en_one = String::leak(Locale::own(Language::En).joined(noun.symbol, noun.en_one));
    Noun { name: in_all(head), en_one: en_one.trim_end(), ..noun }
}

/// The units: those of the dataset, and those that need no entry.
pub(super) fn units(package: &Package) -> Vec<Unit> {
    let declared = package.units.iter().map(|unit| Unit { noun: headed(unit.noun), ..unit.clone() });
    let mut units: Vec<Unit> = declared.collect();
    let money = told(|words| words.charts.money, &[]);
    let rank = told(|words| words.charts.rank, &[]);
    for (key, kind, name) in [
        ("percent", UnitKind::Percent, same("%")),
        ("yuan-100m", UnitKind::Money, money),
        ("rank", UnitKind::Rank, rank),
    ] {
        if !units.iter().any(|unit| unit.key == key) {
            units.push(Unit { key, kind, noun: Noun { name, en_one: name.en, symbol: "" } });
        }
    }
    units
}

/// What works on facts. All else is worked out beforehand, see [`super::derived`].
fn formula(formula: Option<package::Formula>) -> Formula {
    match formula {
        Some(package::Formula::ResidualOrPart(part)) => Formula::ResidualOrPart(part),
        _ => Formula::None,
    }
}

/// Whether an indicator counts the entities of a class: the table of classes has it, it may be added, and its unit is named
/// like an entity. Where the entities themselves are counted, such an indicator is another number, as that of hospitals which
/// were closed.
fn counts(package: &Package, one: &package::Indicator) -> bool {
    let (noun, entity) = (one.noun.name, entity(package).name);
    let is_same = noun == entity || (!noun.en.is_empty() && noun.en == entity.en);
    one.origin == Origin::Tiers && one.aggregate == Aggregate::Sum && one.kind == UnitKind::Count && is_same
}

/// The number of entities.
fn count(package: &Package) -> Indicator {
    let entities = entity(package).name;
    let capitalised = in_all(|language| {
        let mut text = entities.get(language).to_owned();
        if let Some(first) = text.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        text
    });
    let values = [("entities", entities), ("Entities", capitalised)];
    Indicator {
        id: count_id(package),
        noun: entity(package),
        additive: true,
        counts_counties: true,
        name: told(|words| words.charts.count[1], &values),
        title: told(|words| words.charts.count[0], &values),
        period: package.edition,
        ..Indicator::EMPTY
    }
}

/// The short name of the indicator with this id.
pub(super) fn title(package: &Package, id: &str) -> Localized {
    package
        .indicators
        .iter()
        .find(|indicator| indicator.id == id)
        .map_or(Localized::EMPTY, |indicator| indicator.short)
}
