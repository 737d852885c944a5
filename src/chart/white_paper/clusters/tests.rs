//! The squares are those that the facts count and name.

use super::kinds::{KINDS, kinds};
use super::*;
use crate::chart::Layout;
use crate::chart::phrases::words;
use crate::dataset::{self, Dataset};
use crate::language::Language;
use crate::locale::Locale;
use crate::scene::{Mark, Shape};
use crate::theme::Role;

fn context(dataset: &Dataset, language: Language) -> ChartContext<'_> {
    ChartContext::of(dataset, Locale::of(language), Layout::whole(760.0))
}

fn is_new(mark: &Mark) -> bool {
    mark.shapes.iter().any(|shape| matches!(shape, Shape::Rect { ink, .. } if ink.fill == Some(Role::Accent)))
}

#[test]
fn there_is_a_square_for_each_cluster_and_the_new_ones_are_marked() {
    let dataset = dataset::embedded();
    for language in Language::ALL {
        let scene = Clusters.draw(&context(&dataset, language));
        let of_kind = |key: &str| {
            let is_of_kind = |mark: &&Mark| matches!(mark.key, MarkKey::Piece(WORD, of, _) if of == key);
            let squares: Vec<&Mark> = scene.marks().filter(is_of_kind).collect();
            (squares.len(), squares.iter().filter(|mark| is_new(mark)).count())
        };
        assert_eq!(KINDS.map(|kind| of_kind(kind.key)), [(2, 1), (16, 5), (35, 17)]);
    }
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
    let new = "国家级中小企业特色产业集群（12/16）：2024年新增或入选，福清市化工复合材料（福州市）";
    assert_eq!(name("clusters:national-sme:12"), new);
    assert!(name("clusters:provincial-sme:20").ends_with("芗城区特种钢铁（漳州市）"));
    assert!(name("clusters:provincial-sme:21").ends_with("，报道没有指明"));
    assert!(name("clusters:provincial-sme:1").ends_with("此前已有（推算），报道没有指明"));
    let named = Clusters.provenance(&context, MarkKey::Piece(WORD, "national-sme", 12)).unwrap();
    assert_eq!(named.facts, ["cluster.national_sme_new", "cluster.national_sme_new_named"]);
    let earlier = Clusters.provenance(&context, MarkKey::Piece(WORD, "national-sme", 1)).unwrap();
    assert_eq!(earlier.derivations, [("此前已有".to_owned(), "16 − 5 = 11".to_owned())]);
    assert_eq!(Clusters.provenance(&context, MarkKey::Piece(WORD, "national-sme", 17)), None);
}
