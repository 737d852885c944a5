//! The order of the dataset's values, for encoder and decoder. The facts that only other charts draw, and what cards and lists say
//! of facts, are in [`super::texts`], what is said of one chart in [`super::chart_texts`].

use super::categories::Category;
use super::model::{
    County, Dataset, Fact, FactValue, Formula, Indicator, Noun, Prefecture, Source, TierBasis, TierRow, Unit,
    UnitKind,
};
use super::narration::{Marker, Remark, Story};
use crate::codec::Codec;
use crate::quantity::{decimal, trimmed};

/// How yes and no are written.
const YES: [(&str, bool); 2] = [("+", true), ("", false)];

/// What the charts of tiers and counties draw from: of the facts and units, those that tiers and indicators name. All of them
/// come with the figures.
pub fn outline(dataset: &Dataset) -> Dataset {
    let Dataset { tiers, indicators, .. } = dataset;
    let of_tier = |row: &TierRow, id: &str| row.named == id || row.facts.iter().any(|(_, fact)| *fact == id);
    let of_indicator = |indicator: &Indicator, id: &str| {
        indicator.total == id || indicator.formula.text().split(' ').any(|word| word == id)
    };
    let mut outline = dataset.clone();
    outline.facts.retain(|fact| {
        tiers.iter().any(|row| of_tier(row, fact.id))
            || indicators.iter().any(|one| of_indicator(one, fact.id))
    });
    outline.units.retain(|unit| indicators.iter().any(|indicator| indicator.unit == unit.key));
    outline
}

/// Reads or writes a dataset, without what its facts say in words, and without what is said of single charts.
pub fn dataset<T: Codec>(codec: &mut T, dataset: &mut Dataset) {
    facts(codec, &mut dataset.facts);
    units(codec, &mut dataset.units);
    codec.list(&mut dataset.tiers, || TierRow::EMPTY, tier_row);
    codec.list(&mut dataset.indicators, || Indicator::EMPTY, indicator);
    codec.list(&mut dataset.stories, || Story::EMPTY, story);
    codec.list(&mut dataset.remarks, || Remark::EMPTY, remark);
    codec.list(
        &mut dataset.prefectures,
        || Prefecture::EMPTY,
        |codec, prefecture| {
            codec.text(&mut prefecture.code);
            codec.localized(&mut prefecture.name);
            small(codec, &mut prefecture.label_column);
            small(codec, &mut prefecture.label_row);
        },
    );
    counties(codec, &mut dataset.counties);
    codec.list(&mut dataset.sources, || Source::EMPTY, source);
    codec.list(&mut dataset.topics, || Category::EMPTY, |codec, topic| codec.text(&mut topic.key));
    for categories in [&mut dataset.kinds, &mut dataset.roles, &mut dataset.grounds] {
        codec.list(categories, || Category::EMPTY, category);
    }
}

fn category<T: Codec>(codec: &mut T, category: &mut Category) {
    codec.text(&mut category.key);
    codec.text(&mut category.facts);
    codec.localized(&mut category.name);
    codec.localized(&mut category.legend);
    codec.localized(&mut category.short);
}

fn small<T: Codec>(codec: &mut T, number: &mut u8) {
    let mut count = usize::from(*number);
    codec.count(&mut count);
    *number = u8::try_from(count).unwrap_or_default();
}

pub(super) fn large<T: Codec>(codec: &mut T, number: &mut u32) {
    let mut count = usize::try_from(*number).unwrap_or_default();
    codec.count(&mut count);
    *number = u32::try_from(count).unwrap_or_default();
}

pub(super) fn units<T: Codec>(codec: &mut T, units: &mut Vec<Unit>) {
    codec.list(units, || Unit::EMPTY, unit);
}

fn unit<T: Codec>(codec: &mut T, unit: &mut Unit) {
    codec.text(&mut unit.key);
    codec.word(&mut unit.kind, &UnitKind::WORDS);
    noun(codec, &mut unit.noun);
}

/// Long lists go column by column.
pub(super) fn facts<T: Codec>(codec: &mut T, facts: &mut Vec<Fact>) {
    codec.reserve(facts, || Fact::EMPTY);
    codec.column(facts, |codec, fact| codec.text(&mut fact.id));
    codec.column(facts, |codec, fact| codec.text(&mut fact.topic));
    codec.column(facts, |codec, fact| codec.tier(&mut fact.tier));
    codec.column(facts, |codec, fact| codec.words(&mut fact.counties));
    codec.column(facts, |codec, fact| value(codec, &mut fact.value));
}

fn value<T: Codec>(codec: &mut T, value: &mut FactValue) {
    let text = codec.field(|| match value {
        FactValue::Number(number) => trimmed(*number, 6),
        FactValue::Text(text) => (*text).to_owned(),
        FactValue::None => String::new(),
    });
    *value = match decimal(text) {
        _ if text.is_empty() => FactValue::None,
        Some(number) => FactValue::Number(number),
        None => FactValue::Text(text),
    };
}

fn tier_row<T: Codec>(codec: &mut T, row: &mut TierRow) {
    let mut tier = Some(row.tier);
    codec.tier(&mut tier);
    row.tier = tier.unwrap_or(row.tier);
    codec.text(&mut row.code);
    codec.localized(&mut row.short);
    codec.localized(&mut row.name);
    codec.localized(&mut row.attributive);
    codec.text(&mut row.named);
    codec.list(
        &mut row.facts,
        || ("", ""),
        |codec, (indicator, fact)| {
            codec.text(indicator);
            codec.text(fact);
        },
    );
}

fn noun<T: Codec>(codec: &mut T, noun: &mut Noun) {
    codec.localized(&mut noun.name);
    codec.text(&mut noun.en_one);
}

fn indicator<T: Codec>(codec: &mut T, indicator: &mut Indicator) {
    codec.text(&mut indicator.id);
    codec.text(&mut indicator.unit);
    codec.word(&mut indicator.kind, &UnitKind::WORDS);
    noun(codec, &mut indicator.noun);
    let formula = codec.field(|| indicator.formula.text());
    indicator.formula = Formula::parse(formula).unwrap_or(Formula::None);
    codec.word(&mut indicator.additive, &YES);
    codec.text(&mut indicator.total);
    small(codec, &mut indicator.column);
    codec.word(&mut indicator.column_period, &YES);
    codec.word(&mut indicator.counts_counties, &YES);
    codec.text(&mut indicator.share);
    codec.localized(&mut indicator.phrase);
    codec.localized(&mut indicator.name);
    codec.localized(&mut indicator.title);
    codec.localized(&mut indicator.period);
}

fn story<T: Codec>(codec: &mut T, story: &mut Story) {
    codec.text(&mut story.chart);
    codec.text(&mut story.indicator);
    codec.words(&mut story.about);
    for text in story.shared_texts() {
        codec.localized(text);
    }
    if story.chart.is_empty() {
        for text in story.chart_texts() {
            codec.localized(text);
        }
    }
}

fn remark<T: Codec>(codec: &mut T, remark: &mut Remark) {
    codec.text(&mut remark.id);
    codec.words(&mut remark.charts);
    codec.words(&mut remark.indicators);
    codec.words(&mut remark.tiers);
    codec.word(&mut remark.of_part, &YES);
    codec.words(&mut remark.tables);
    codec.word(&mut remark.marker, &Marker::WORDS);
    codec.word(&mut remark.explains_gap, &YES);
}

fn counties<T: Codec>(codec: &mut T, counties: &mut Vec<County>) {
    codec.reserve(counties, || County::EMPTY);
    codec.column(counties, |codec, county| codec.text(&mut county.code));
    codec.localized_columns(counties, &[|county| &mut county.name]);
    codec.column(counties, |codec, county| codec.text(&mut county.kind));
    codec.column(counties, |codec, county| codec.text(&mut county.prefecture));
    codec.column(counties, |codec, county| codec.tier(&mut county.tier));
    codec.column(counties, |codec, county| codec.word(&mut county.basis, &TierBasis::WORDS));
    codec.column(counties, |codec, county| codec.words(&mut county.roles));
    codec.column(counties, |codec, county| small(codec, &mut county.column));
    codec.column(counties, |codec, county| small(codec, &mut county.row));
}

fn source<T: Codec>(codec: &mut T, source: &mut Source) {
    codec.text(&mut source.id);
    codec.localized(&mut source.name);
    codec.localized(&mut source.edition);
    codec.localized(&mut source.edition_short);
    codec.localized(&mut source.publisher);
    codec.localized(&mut source.title);
    codec.localized(&mut source.basis);
    large(codec, &mut source.year);
    codec.text(&mut source.licence);
}
