//! What the chart says of an indicator that nobody has written about.

use super::Tiers;
use crate::chart::{Chart, ChartContext, Layout, Marker};
use crate::dataset::{self, Dataset, Indicator, UnitKind};
use crate::language::{Language, Localized};
use crate::locale::Locale;
use crate::tier::{Tier, TierSet};

/// The dataset with one more indicator, which the source prints for every tier.
fn with_firms() -> Dataset {
    let mut dataset = dataset::embedded();
    let text = |text| Localized { zh_hans: text, zh_hant: text, en: text };
    dataset.indicators.push(Indicator {
        id: "firms",
        unit: "firms",
        kind: UnitKind::Count,
        noun: dataset.unit("firms").unwrap().noun,
        name: text("Firms"),
        title: text("Firms of each tier"),
        period: text("2022"),
        ..dataset.indicators[0].clone()
    });
    let counting = dataset.counting_indicator().unwrap().id;
    for row in &mut dataset.tiers {
        let printed = row.facts.iter().find(|(indicator, _)| *indicator == counting).unwrap().1;
        row.facts.push(("firms", printed));
    }
    dataset
}

fn ask<T>(tiers: TierSet, answer: impl Fn(&ChartContext<'_>) -> T) -> T {
    let dataset = with_firms();
    let context = ChartContext::of(&dataset, Locale::of(Language::En), Layout::whole(760.0));
    answer(&ChartContext { indicator: "firms", tiers, ..context })
}

#[test]
fn an_indicator_without_a_story_is_listed_and_takes_no_other_headline() {
    let whole = ask(TierSet::first(4), |context| Tiers.headline(context));
    assert_eq!(
        whole.heading,
        "Firms of each tier in Fujian (2022): 7 firms in tier 1, 11 firms in tier 2, 46 firms in tier 3, 19 firms in tier 4"
    );
    assert_eq!(whole.summary, "");
    let one = ask(TierSet::only(Tier::at(1)), |context| Tiers.headline(context));
    assert_eq!(one.heading, "Firms of each tier in Fujian (2022): 11 firms in tier 2");
}

#[test]
fn a_printed_indicator_gets_no_note_on_averages() {
    let notes = ask(TierSet::first(4), |context| Tiers.notes(context));
    assert!(notes.iter().all(|note| note.marker != Marker::Derived), "{notes:#?}");
}

#[test]
fn every_indicator_has_a_story() {
    let dataset = dataset::embedded();
    for indicator in &dataset.indicators {
        let story = dataset.story("tiers", indicator.id).unwrap();
        for text in [story.heading, story.summary, story.part] {
            assert!(!text.is_empty(), "{}", indicator.id);
        }
    }
}

#[test]
fn names_of_marks_are_whole_at_any_width() {
    let dataset = dataset::embedded();
    for width in [280.0, 360.0, 560.0, 760.0, 1080.0] {
        let names = |language| -> Vec<String> {
            let context = ChartContext::of(&dataset, Locale::of(language), Layout::whole(width));
            Tiers.draw(&context).marks().map(|mark| mark.name.clone()).collect()
        };
        assert_eq!(
            names(Language::En)[..2],
            [
                "Tier 1, 7 counties (Jinjiang, Jiaocheng, Changle and others), GDP ¥1.18 trillion, 21.7%–21.8% of Fujian (our calculation)",
                "Tier 2, 11 counties (Haicang, Shanghang, Longhai and others), GDP ¥1.06 trillion, 19.6% of Fujian",
            ]
        );
        assert_eq!(
            names(Language::ZhHans)[0],
            "一类、7个县域（晋江、蕉城、长乐等）、GDP 1.18万亿元、占全省21.7%～21.8%（推算）"
        );
    }
}
