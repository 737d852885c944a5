//! The squares are those that the facts count and name.

use super::kinds::{KINDS, kinds};
use super::*;
use crate::chart::Layout;
use crate::chart::phrases::words;
use crate::dataset::{self, Dataset};
use crate::geometry::Point;
use crate::language::Language;
use crate::locale::Locale;
use crate::scene::{Mark, Outline, Shape};
use crate::theme::Role;

fn context(dataset: &Dataset, language: Language) -> ChartContext<'_> {
    ChartContext::of(dataset, Locale::of(language), Layout::whole(760.0))
}

/// How many squares a mark has, and how many of them have a plus.
fn squares(mark: &Mark) -> [usize; 2] {
    let filled = |role: Role| {
        let is_so = move |shape: &&Shape| matches!(shape, Shape::Rect { ink, .. } if ink.fill == Some(role));
        mark.shapes.iter().filter(is_so).count()
    };
    let new = filled(Role::Accent);
    [new + filled(Role::Unknown), new]
}

#[test]
fn there_is_a_square_for_each_cluster_and_the_new_ones_are_marked() {
    let dataset = dataset::embedded();
    for language in Language::ALL {
        let scene = Clusters.draw(&context(&dataset, language));
        let of_kind = |key: &str| {
            let is_of_kind = |mark: &&Mark| matches!(mark.key, MarkKey::Piece(WORD, of, _) if of == key);
            let counts = scene.marks().filter(is_of_kind).map(squares);
            counts.fold([0, 0], |[all, new], of_mark| [all + of_mark[0], new + of_mark[1]])
        };
        assert_eq!(KINDS.map(|kind| of_kind(kind.key)), [[2, 1], [16, 5], [35, 17]]);
    }
}

#[test]
fn squares_that_say_the_same_are_one_mark_whatever_the_width() {
    let dataset = dataset::embedded();
    for width in [240.0, 328.0, 560.0, 760.0] {
        let context = ChartContext::of(&dataset, Locale::of(Language::En), Layout::whole(width));
        let scene = Clusters.draw(&context);
        let marks: Vec<&Mark> = scene.marks().filter(|mark| matches!(mark.key, MarkKey::Piece(..))).collect();
        let keys: Vec<String> = marks.iter().map(|mark| mark.key.text()).collect();
        let expected = [
            "national-advanced:1",
            "national-advanced:2",
            "national-sme:1",
            "national-sme:12",
            "national-sme:13",
            "national-sme:14",
            "provincial-sme:1",
            "provincial-sme:19",
            "provincial-sme:20",
            "provincial-sme:21",
        ];
        assert_eq!(keys, expected.map(|key| format!("clusters:{key}")), "{width}");
        // No place belongs to two marks.
        for mark in &marks {
            let outline = mark.outline();
            for other in marks.iter().filter(|other| other.key != mark.key) {
                for shape in &other.shapes {
                    let Shape::Rect { frame, .. } = shape else { continue };
                    let center = frame.moved(other.at.x, other.at.y).center();
                    assert!(!contains(&outline, center), "{width}: {} in {}", other.name, mark.name);
                }
            }
        }
    }
}

fn contains(outline: &Outline, point: Point) -> bool {
    let Outline { frame, notches: [first, last] } = outline;
    let is_inside =
        (frame.x..frame.right()).contains(&point.x) && (frame.y..frame.bottom()).contains(&point.y);
    let is_before = point.x < frame.x + first.x && point.y < frame.y + first.y;
    let is_after = point.x > frame.right() - last.x && point.y > frame.bottom() - last.y;
    is_inside && !is_before && !is_after
}

#[test]
fn a_link_to_any_square_leads_to_its_mark() {
    let dataset = dataset::embedded();
    let key = MarkKey::Piece(WORD, "provincial-sme", 30);
    let context = ChartContext { mark: Some(key), ..context(&dataset, Language::En) };
    let chosen: Vec<String> =
        Clusters.draw(&context).marks().filter(|mark| mark.selected).map(|mark| mark.key.text()).collect();
    assert_eq!(chosen, ["clusters:provincial-sme:21"]);
}

#[test]
fn the_kinds_add_up_with_their_arithmetic() {
    let dataset = dataset::embedded();
    let sums = sums(&kinds(&context(&dataset, Language::En))).map(|(sum, terms)| (sum.text, terms));
    let expected = [("53", "2 + 16 + 35 = 53"), ("23", "1 + 5 + 17 = 23"), ("30", "1 + 11 + 18 = 30")];
    assert_eq!(sums, expected.map(|(sum, terms)| (sum.to_owned(), terms.to_owned())));
}

#[test]
fn what_is_named_stands_in_the_source() {
    let dataset = dataset::embedded();
    for language in Language::ALL {
        let context = context(&dataset, language);
        for ids in &KINDS {
            let fact = dataset.fact(ids.named).unwrap();
            let said = if language == Language::ZhHans { fact.quote } else { fact.statement.get(language) };
            let products = words(&context, WORD).each("product").filter(|(kind, _)| *kind == ids.key);
            for (_, part) in products {
                assert!(said.contains(part), "{part} in {said}");
            }
            for code in &fact.counties {
                let county = dataset.county(code).unwrap().name.get(language);
                assert!(said.contains(county), "{county} in {said}");
            }
        }
    }
}

#[test]
fn a_named_square_tells_cluster_and_county_and_the_others_that_they_are_not_named() {
    let dataset = dataset::embedded();
    let context = context(&dataset, Language::ZhHans);
    let scene = Clusters.draw(&context);
    let name = |key: &str| scene.marks().find(|mark| mark.key.text() == key).unwrap().name.as_str();
    let new = "国家级中小企业特色产业集群（共16个）：2024年新增或入选1个，福清市化工复合材料（福州市）";
    assert_eq!(name("clusters:national-sme:12"), new);
    assert!(name("clusters:provincial-sme:20").ends_with("芗城区特种钢铁（漳州市）"));
    assert!(name("clusters:provincial-sme:21").ends_with("，报道没有指明"));
    assert!(name("clusters:provincial-sme:1").ends_with("此前已有（推算）18个，报道没有指明"));
    let named = Clusters.provenance(&context, MarkKey::Piece(WORD, "national-sme", 12)).unwrap();
    assert_eq!(named.facts, ["cluster.national_sme_new", "cluster.national_sme_new_named"]);
    let earlier = Clusters.provenance(&context, MarkKey::Piece(WORD, "national-sme", 1)).unwrap();
    assert_eq!(earlier.derivations, [("此前已有".to_owned(), "16 − 5 = 11".to_owned())]);
    assert_eq!(Clusters.provenance(&context, MarkKey::Piece(WORD, "national-sme", 17)), None);
}
