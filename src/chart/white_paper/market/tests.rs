//! Ticks, bars and words are those of the facts.

use super::*;
use crate::chart::Layout;
use crate::chart::phrases::words;
use crate::dataset::{self, Dataset};
use crate::language::Language;
use crate::locale::Locale;
use crate::scene::{Mark, Shape};

fn context(dataset: &Dataset, language: Language) -> ChartContext<'_> {
    ChartContext::of(dataset, Locale::of(language), Layout::whole(760.0))
}

fn mark<'a>(scene: &'a Scene, key: &str) -> &'a Mark {
    scene.marks().find(|mark| mark.key.text() == key).unwrap()
}

#[test]
fn eighty_is_the_only_number_of_counties_that_gives_the_printed_share() {
    let dataset = dataset::embedded();
    let printed = dataset.number(OVER_10BN).unwrap();
    let total = dataset.number(TOTAL).unwrap();
    let fitting: Vec<u32> =
        (0..=83).filter(|count| (f64::from(*count) / total * 100.0).round() == printed).collect();
    assert_eq!(fitting, [80]);
    assert_eq!(over_10bn(&context(&dataset, Language::En)), 80.0);
}

#[test]
fn there_is_a_tick_for_each_county() {
    let dataset = dataset::embedded();
    let scene = Market.draw(&context(&dataset, Language::ZhHans));
    let ticks = |key: &str| -> usize {
        let frames = mark(&scene, key).shapes.iter().map(|shape| match shape {
            Shape::Rects { frames, .. } => frames.len(),
            _ => 0,
        });
        frames.sum()
    };
    assert_eq!(["market:over-100bn", "market:over-10bn", "market:rest"].map(ticks), [16, 64, 3]);
}

#[test]
fn a_lower_bound_ends_at_the_printed_number_and_opens_31_pixels_beyond() {
    let dataset = dataset::embedded();
    let scene = Market.draw(&context(&dataset, Language::ZhHans));
    for (key, share) in [("market:rev-gdp-share", 40.0), ("market:rev-rev-share", 60.0)] {
        let shapes = &mark(&scene, key).shapes;
        let track = shapes.iter().find_map(|shape| match shape {
            Shape::Rect { frame, .. } => Some(*frame),
            _ => None,
        });
        let track = track.unwrap();
        let end = track.x + track.width * share / 100.0;
        let points = shapes.iter().filter_map(|shape| match shape {
            Shape::Polygon { points, .. } => Some(points),
            _ => None,
        });
        let points: Vec<_> = points.collect();
        assert_eq!(points.len(), 3, "{key}: a body with its head, and two chevrons");
        assert!(points[0].iter().any(|point| (point.x - end).abs() < 0.1 && point.y == track.y));
        let tip = points.iter().copied().flatten().map(|point| point.x).fold(0.0, f64::max);
        assert!((tip - end - 31.0).abs() < 0.2, "{key}: {tip} from {end}");
    }
}

#[test]
fn the_words_of_lower_bounds_stand_in_the_quotes() {
    let dataset = dataset::embedded();
    let context = context(&dataset, Language::ZhHans);
    let words = words(&context, WORD);
    for (key, bound) in words.each("bound") {
        let bound = bound.strip_prefix("报道：").unwrap();
        assert!(dataset.fact(id(key)).unwrap().quote.contains(bound), "{bound}");
    }
    // The heading says it in words.
    assert_eq!(dataset.number("market.rev_rev_share"), Some(60.0));
    assert!(words.get("heading").contains("超六成"));
}

#[test]
fn what_is_worked_out_carries_its_arithmetic() {
    let dataset = dataset::embedded();
    let context = context(&dataset, Language::En);
    let arithmetic = |key| derived(&context, key).map(|derived| (derived.text, derived.arithmetic));
    let told = |text: &str, terms: &str| Some((text.to_owned(), terms.to_owned()));
    assert_eq!(arithmetic("over-10bn"), told("80 counties", "83 × 96% = 79.68 ≈ 80"));
    assert_eq!(arithmetic("rest"), told("3 counties", "83 − 80 = 3"));
    assert_eq!(arithmetic("rev-count-share"), told("20.5%", "17 ÷ 83 ≈ 20.5%"));
    assert_eq!(arithmetic("ccid"), None);
}

#[test]
fn names_of_marks_are_heard_with_unit_source_and_what_we_worked_out() {
    let dataset = dataset::embedded();
    let names = |language| -> Vec<String> {
        let scene = Market.draw(&context(&dataset, language));
        scene.marks().map(|mark| mark.name.clone()).collect()
    };
    assert_eq!(
        names(Language::En),
        [
            "Share of counties with GDP above ¥10 billion: 96%, 80 counties (our calculation)",
            "Counties with GDP above ¥100 billion: 16 counties",
            "The other counties, GDP not above ¥10 billion: 3 counties (our calculation)",
            "The 17 high-revenue counties’ share of the number of counties: 20% (17 counties), 20.5% (our calculation)",
            "The 17 high-revenue counties’ share of Fujian’s GDP: over 40% (lower bound)",
            "The 17 high-revenue counties’ share of Fujian’s industrial revenue: over 60% (lower bound)",
            "11 counties and districts in CCID’s 2024 county-economy top 100; by number of entries Fujian is no. 7 in China",
            "60 counties that added more firms, net, than a year before, no date given",
        ]
    );
    let chinese = names(Language::ZhHans);
    assert_eq!(chinese[0], "GDP超百亿元的县域占比：96%、80个（推算）");
    assert_eq!(chinese[4], "工业营业收入超1000亿元的17个县域占全省GDP的比重：超40%（报道：超过四成）");
    assert_eq!(chinese[6], "11个县、区入选2024赛迪全国县域经济百强，数量居全国第7位");
}
