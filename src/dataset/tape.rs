//! The dataset over a tape: which value stands where. What only a card or a list tells of facts is in [`super::texts`].

use super::model::{
    County, CountyKind, CountyRole, Dataset, Fact, FactValue, Formula, Indicator, Noun, Prefecture, Source,
    TierBasis, TierRow, Unit, UnitKind,
};
use super::narration::{Marker, Remark, Story};
use crate::quantity::{decimal, trimmed};
use crate::tape::Tape;

/// How yes and no are written.
const YES: [(&str, bool); 2] = [("+", true), ("", false)];

/// Takes a dataset over the tape, without what its facts say in words.
pub(crate) fn dataset<T: Tape>(tape: &mut T, dataset: &mut Dataset) {
    facts(tape, &mut dataset.facts);
    tape.list(
        &mut dataset.units,
        || Unit::EMPTY,
        |tape, unit| {
            tape.text(&mut unit.key);
            tape.word(&mut unit.kind, &UnitKind::WORDS);
            noun(tape, &mut unit.noun);
        },
    );
    tape.list(&mut dataset.tiers, || TierRow::EMPTY, tier_row);
    tape.list(&mut dataset.indicators, || Indicator::EMPTY, indicator);
    tape.list(&mut dataset.stories, || Story::EMPTY, story);
    tape.list(&mut dataset.remarks, || Remark::EMPTY, remark);
    tape.list(
        &mut dataset.prefectures,
        || Prefecture::EMPTY,
        |tape, prefecture| {
            tape.text(&mut prefecture.code);
            tape.localized(&mut prefecture.name);
            small(tape, &mut prefecture.label_column);
            small(tape, &mut prefecture.label_row);
        },
    );
    counties(tape, &mut dataset.counties);
    tape.list(&mut dataset.sources, || Source::EMPTY, source);
}

fn small<T: Tape>(tape: &mut T, number: &mut u8) {
    let mut count = usize::from(*number);
    tape.count(&mut count);
    *number = u8::try_from(count).unwrap_or_default();
}

pub(super) fn large<T: Tape>(tape: &mut T, number: &mut u32) {
    let mut count = usize::try_from(*number).unwrap_or_default();
    tape.count(&mut count);
    *number = u32::try_from(count).unwrap_or_default();
}

/// Long lists go column by column.
fn facts<T: Tape>(tape: &mut T, facts: &mut Vec<Fact>) {
    tape.room(facts, || Fact::EMPTY);
    tape.column(facts, |tape, fact| tape.text(&mut fact.id));
    tape.column(facts, |tape, fact| tape.text(&mut fact.theme));
    tape.column(facts, |tape, fact| tape.tier(&mut fact.tier));
    tape.column(facts, |tape, fact| tape.words(&mut fact.counties));
    tape.column(facts, |tape, fact| value(tape, &mut fact.value));
}

fn value<T: Tape>(tape: &mut T, value: &mut FactValue) {
    let text = tape.pass(|| match value {
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

fn tier_row<T: Tape>(tape: &mut T, row: &mut TierRow) {
    let mut tier = Some(row.tier);
    tape.tier(&mut tier);
    row.tier = tier.unwrap_or(row.tier);
    tape.text(&mut row.code);
    tape.localized(&mut row.short);
    tape.localized(&mut row.name);
    tape.localized(&mut row.attributive);
    tape.text(&mut row.named);
    tape.list(
        &mut row.facts,
        || ("", ""),
        |tape, (indicator, fact)| {
            tape.text(indicator);
            tape.text(fact);
        },
    );
}

fn noun<T: Tape>(tape: &mut T, noun: &mut Noun) {
    tape.localized(&mut noun.name);
    tape.text(&mut noun.en_one);
}

fn indicator<T: Tape>(tape: &mut T, indicator: &mut Indicator) {
    tape.text(&mut indicator.id);
    tape.text(&mut indicator.unit);
    tape.word(&mut indicator.kind, &UnitKind::WORDS);
    noun(tape, &mut indicator.noun);
    let formula = tape.pass(|| indicator.formula.text());
    indicator.formula = Formula::parse(formula).unwrap_or(Formula::None);
    tape.word(&mut indicator.additive, &YES);
    tape.text(&mut indicator.total);
    small(tape, &mut indicator.column);
    tape.word(&mut indicator.column_period, &YES);
    tape.word(&mut indicator.counts_counties, &YES);
    tape.text(&mut indicator.share);
    tape.localized(&mut indicator.phrase);
    tape.localized(&mut indicator.name);
    tape.localized(&mut indicator.title);
    tape.localized(&mut indicator.period);
}

fn story<T: Tape>(tape: &mut T, story: &mut Story) {
    tape.text(&mut story.chart);
    tape.text(&mut story.indicator);
    tape.words(&mut story.about);
    for text in [
        &mut story.name,
        &mut story.heading,
        &mut story.summary,
        &mut story.part,
        &mut story.part_summary,
        &mut story.lead,
        &mut story.beside,
        &mut story.beside_short,
        &mut story.missing,
        &mut story.caption,
    ] {
        tape.localized(text);
    }
}

fn remark<T: Tape>(tape: &mut T, remark: &mut Remark) {
    tape.text(&mut remark.id);
    tape.words(&mut remark.charts);
    tape.words(&mut remark.indicators);
    tape.words(&mut remark.tiers);
    tape.word(&mut remark.of_part, &YES);
    tape.words(&mut remark.tables);
    tape.word(&mut remark.marker, &Marker::WORDS);
    tape.word(&mut remark.explains_gap, &YES);
    tape.localized(&mut remark.text);
}

fn counties<T: Tape>(tape: &mut T, counties: &mut Vec<County>) {
    tape.room(counties, || County::EMPTY);
    tape.column(counties, |tape, county| tape.text(&mut county.code));
    tape.localized_columns(counties, &[|county| &mut county.name]);
    tape.column(counties, |tape, county| tape.word(&mut county.kind, &CountyKind::WORDS));
    tape.column(counties, |tape, county| tape.text(&mut county.prefecture));
    tape.column(counties, |tape, county| tape.tier(&mut county.tier));
    tape.column(counties, |tape, county| tape.word(&mut county.basis, &TierBasis::WORDS));
    tape.column(counties, |tape, county| {
        tape.list(&mut county.roles, || CountyRole::Pilot, |tape, role| tape.word(role, &CountyRole::WORDS));
    });
    tape.column(counties, |tape, county| small(tape, &mut county.column));
    tape.column(counties, |tape, county| small(tape, &mut county.row));
}

fn source<T: Tape>(tape: &mut T, source: &mut Source) {
    tape.text(&mut source.id);
    tape.localized(&mut source.name);
    tape.localized(&mut source.edition);
    tape.localized(&mut source.edition_short);
    tape.localized(&mut source.publisher);
    tape.localized(&mut source.title);
    tape.localized(&mut source.basis);
    large(tape, &mut source.year);
    tape.text(&mut source.licence);
}

#[cfg(test)]
mod tests {
    use crate::dataset::Dataset;
    use crate::dataset::reader::{FILES, read};

    #[test]
    fn what_the_build_wrote_is_what_the_files_say() {
        let files = read(&FILES).unwrap();
        assert_eq!(format!("{:?}", Dataset::embedded()), format!("{files:?}"));
    }
}
