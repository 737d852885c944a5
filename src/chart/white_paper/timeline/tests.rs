//! Dots and bars stand where the facts say, and the words are those of the facts.

use super::items::months;
use super::*;
use crate::chart::Layout;
use crate::dataset::{self, Dataset};
use crate::geometry::Point;
use crate::language::Language;
use crate::locale::Locale;
use crate::scene::{Mark, Shape};
use crate::word::text;

fn context(dataset: &Dataset, language: Language, width: f64) -> ChartContext<'_> {
    ChartContext::of(dataset, Locale::of(language), Layout::whole(width))
}

fn mark<'a>(scene: &'a Scene, key: &str) -> &'a Mark {
    scene.marks().find(|mark| mark.key.text() == key).unwrap()
}

/// The dot, the bar or the bracket of a mark: where it begins and ends.
fn extent(mark: &Mark, place: fn(&Mark, f64, f64) -> f64) -> (f64, f64) {
    let points = mark.shapes.iter().flat_map(|shape| match shape {
        Shape::Circle { center, .. } => vec![*center],
        Shape::Rect { frame, .. } => {
            vec![Point::new(frame.x, frame.y), Point::new(frame.right(), frame.bottom())]
        }
        Shape::Line { points, ink } if ink.dash > 0.0 => points.clone(),
        _ => Vec::new(),
    });
    let places: Vec<f64> = points.map(|point| place(mark, point.x, point.y)).collect();
    assert!(!places.is_empty(), "{:?}", mark.key);
    let smallest = places.iter().copied().fold(f64::INFINITY, f64::min);
    (smallest, places.into_iter().fold(f64::NEG_INFINITY, f64::max))
}

#[test]
fn periods_are_read_in_months() {
    let year = 2024.0 * 12.0;
    assert_eq!(months("2024-05"), Some(year + 4.0..year + 5.0));
    assert_eq!(months("2024-01..2024-11"), Some(year..year + 11.0));
    assert_eq!(months("end 2024-12"), Some(year + 12.0..year + 12.0));
    assert_eq!(months("2024"), Some(year..year + 12.0));
    for none in ["undated", "current", "outlook", "2024 edition", "2023 vs 2022", ""] {
        assert_eq!(months(none), None, "{none}");
    }
}

#[test]
fn items_are_in_order_of_time_and_all_their_facts_are_of_that_time() {
    let dataset = dataset::embedded();
    let mut before = (0.0, 0.0);
    for entry in entries(&context(&dataset, Language::En, 760.0)) {
        let (key, look, facts) = (entry.item.0, entry.look, entry.facts(&dataset));
        let own = dataset.fact(facts[0]).unwrap();
        for id in facts {
            assert_eq!(dataset.fact(id).unwrap().period, own.period, "{key}: {id}");
        }
        let Some(span) = months(own.period) else {
            assert_eq!((look, own.period, own.topic), (Look::Undated, "undated", "policy"), "{key}");
            before.0 = f64::INFINITY;
            continue;
        };
        assert!((span.start, span.end) >= before, "{key}");
        before = (span.start, span.end);
        let takes_months = span.end - span.start > 1.0;
        assert_eq!(takes_months, matches!(look, Look::Span | Look::Bracket), "{key}");
    }
}

#[test]
fn each_dated_mark_stands_where_its_period_says() {
    let dataset = dataset::embedded();
    for (language, width) in Language::ALL
        .into_iter()
        .flat_map(|language| [760.0, 900.0, 1080.0, 2000.0].map(|width| (language, width)))
    {
        let context = context(&dataset, language, width);
        let scene = Timeline.draw(&context);
        // The line begins with September 2023 and ends with December 2024, where the last dot has room.
        let start = 2023.0 * 12.0 + 8.0;
        let x = |month: f64| (month - start) / 16.0 * (context.layout.width - parts::LARGE);
        for entry in entries(&context) {
            let Some(span) = &entry.span else { continue };
            let (left, right) = extent(mark(&scene, &entry.key().text()), |mark, x, _| mark.at.x + x);
            let middle = (span.start + span.end) / 2.0;
            let is_long = span.end - span.start > 1.0;
            let expected = if is_long { [span.start, span.end] } else { [middle, middle] };
            for (found, month) in [left, right].into_iter().zip(expected) {
                assert!(
                    (found - x(month)).abs() < 0.7,
                    "{:?} at {found} instead of {}",
                    entry.key(),
                    x(month)
                );
            }
        }
    }
}

#[test]
fn downwards_the_marks_keep_the_order_of_time() {
    let dataset = dataset::embedded();
    for width in [280.0, 360.0, 560.0] {
        let context = context(&dataset, Language::En, width);
        let scene = Timeline.draw(&context);
        let down = |key: &str| extent(mark(&scene, key), |mark, _, y| mark.at.y + y);
        let mut above = 0.0;
        for entry in entries(&context).iter().filter(|entry| entry.look != Look::Undated) {
            let (key, look) = (entry.item.0, entry.look);
            let (top, bottom) = down(&text!("timeline:{key}"));
            assert!(top > above, "{key}");
            above = top;
            if matches!(look, Look::Span | Look::Bracket) {
                assert!(bottom > down("timeline:six-ones").0 && bottom <= down("timeline:edition").0 + 0.1);
            }
        }
    }
}

#[test]
fn the_meetings_are_those_of_the_source_and_february_is_not_tied_to_them() {
    let dataset = dataset::embedded();
    let venues = dataset.fact("meetings.venues").unwrap();
    let places = ["厦门、宁德、南平、安溪", "廈門、寧德、南平、安溪", "Xiamen, Ningde, Nanping and Anxi"];
    for (language, places) in Language::ALL.into_iter().zip(places) {
        let context = context(&dataset, language, 760.0);
        let meetings = entries(&context).into_iter().find(|entry| entry.item.0 == "meetings").unwrap();
        assert!(venues.statement.get(language).contains(places) && meetings.name.contains(places));
    }
    let context = context(&dataset, Language::ZhHans, 760.0);
    let february = Timeline.provenance(&context, MarkKey::Row(WORD, "february")).unwrap();
    assert!(february.facts.iter().all(|id| !id.starts_with("meetings.")));
}

#[test]
fn what_a_name_quotes_stands_in_the_source() {
    let dataset = dataset::embedded();
    let entries = entries(&context(&dataset, Language::ZhHans, 760.0));
    let mut quoted = Vec::new();
    // The counts of the six ones stand in a sentence that does not name them so.
    for entry in entries.iter().filter(|entry| entry.item.0 != "six-ones") {
        let Some((_, rest)) = entry.name.split_once(['“', '《']) else { continue };
        let (words, _) = rest.split_once(['”', '》']).unwrap();
        assert!(dataset.fact(entry.item.1[0]).unwrap().quote.contains(words), "{words}");
        quoted.push(words.to_owned());
    }
    let expected = ["关于加快推进新型工业化的决定", "壮大县域富民产业", "揭榜挂帅", "县域税源高质量发展指数"];
    assert_eq!(quoted, expected);
}

#[test]
fn marks_are_named_by_date_and_by_the_words_of_the_picture() {
    let dataset = dataset::embedded();
    let scene = Timeline.draw(&context(&dataset, Language::ZhHans, 760.0));
    let name = |key| mark(&scene, key).name.as_str();
    assert_eq!(name("timeline:first"), "2023年9月：首份白皮书");
    assert_eq!(name("timeline:investment"), "2024年1月至11月：对接民企产业项目2972个，计划总投资5659亿元");
    assert_eq!(name("timeline:six-ones"), "截至2024年10月底：各县域“六个一”落实情况");
    assert_eq!(name("timeline:tour"), "未注明日期：省工信厅领导带队分赴九市一区调研指导");
    for language in Language::ALL {
        let context = context(&dataset, language, 360.0);
        let scene = Timeline.draw(&context);
        for entry in entries(&context) {
            let mark = scene.marks().find(|mark| mark.key == entry.key()).unwrap();
            assert_eq!(mark.name, format!("{}{}{}", entry.date, context.locale.ui.colon, entry.name));
        }
    }
}

#[test]
fn the_number_of_months_carries_its_arithmetic() {
    let dataset = dataset::embedded();
    let length = length(&context(&dataset, Language::En, 760.0));
    assert_eq!(
        length,
        (["15", "16"].map(str::to_owned).into(), "(2024 − 2023) × 12 + 12 − 9 = 15".to_owned())
    );
}
