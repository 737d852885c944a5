//! A picture says the same to every program that reads SVG, and to those that keep nothing of it but its text.

use std::iter;

use county_chains::language::Language;
use county_chains::locale::Locale;
use county_chains::paint::{static_svg, twin};
use county_chains::scene::{Item, Scene, Shape};
use county_chains::text::is_wide;
use county_chains::theme::LIGHT;
use county_chains::widget::Credits;
use proptest::prelude::*;
use roxmltree::{Document, Node};

use super::support::{poster_of, view_of};
use super::{languages, looks, random, widths};

/// What is left of markup where all tags are dropped, a line each.
fn stripped(root: Node<'_, '_>) -> Vec<String> {
    let text: String = root.descendants().filter_map(|node| node.is_text().then(|| node.text())?).collect();
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Every text of a scene in the order of the markup: its name, the names of marks, the labels.
fn texts(scene: &Scene) -> Vec<String> {
    let label = |shape: &Shape| match shape {
        Shape::Text(label) => Some(label.content.trim().to_owned()),
        _ => None,
    };
    let of_item = |item: &Item| match item {
        Item::Shape(shape) => label(shape).into_iter().collect(),
        Item::Mark(mark) if mark.gone => Vec::new(),
        Item::Mark(mark) => {
            iter::once(mark.name.clone()).chain(mark.shapes.iter().filter_map(label)).collect()
        }
    };
    iter::once(scene.name.clone()).chain(scene.items.iter().flat_map(of_item)).collect()
}

fn labels<'a>(document: &'a Document<'a>) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(|node| node.tag_name().name() == "text")
}

proptest! {
    #![proptest_config(random(64))]

    #[test]
    fn without_tags_no_word_and_no_figure_of_a_picture_runs_into_the_next(
        look in looks(), language in languages(), width in widths(),
    ) {
        let scene = poster_of(&look, language, width);
        let markup = static_svg(&scene, &LIGHT, Locale::of(language), &Credits::default());
        let document = Document::parse(&markup).unwrap();
        let mut expected = texts(&scene);
        // What is said of the file follows its title; here that is its language.
        expected.insert(1, language.tag().to_owned());
        prop_assert_eq!(stripped(document.root_element()), expected);

        let view = view_of(&look, language, 360.0);
        let markup = twin(&view, &LIGHT, true).markup();
        let document = Document::parse(&markup).unwrap();
        let picture = document.descendants().find(|node| node.tag_name().name() == "svg").unwrap();
        prop_assert_eq!(stripped(picture), texts(&view.scene));
        let around = stripped(document.root_element());
        for text in [&view.headline.heading, &view.scene.name, &view.table.caption] {
            prop_assert!(around.contains(text), "{text:?} does not stand alone in {around:?}");
        }
    }

    #[test]
    fn a_text_that_is_not_placed_by_its_start_is_one_run(
        look in looks(), language in languages(), width in widths(),
    ) {
        let markup = static_svg(&poster_of(&look, language, width), &LIGHT, Locale::of(language), &Credits::default());
        let document = Document::parse(&markup).unwrap();
        for text in labels(&document).filter(|text| text.has_attribute("text-anchor")) {
            prop_assert!(text.children().all(|child| child.is_text()), "{:?}", stripped(text));
        }
    }

    #[test]
    fn a_text_is_set_in_a_family_that_exists_and_has_its_characters(
        look in looks(), language in languages(), width in widths(),
    ) {
        let markup = static_svg(&poster_of(&look, language, width), &LIGHT, Locale::of(language), &Credits::default());
        let document = Document::parse(&markup).unwrap();
        for text in labels(&document) {
            let list = text.ancestors().find_map(|node| node.attribute("font-family")).unwrap();
            let first = list.split(',').next().unwrap();
            let has_han = stripped(text).iter().any(|line| line.chars().any(is_wide));
            let expected = match language {
                Language::ZhHans => "Noto Sans CJK SC",
                Language::ZhHant => "Noto Sans CJK TC",
                Language::En if has_han => "Noto Sans CJK SC",
                Language::En => "Arial",
            };
            prop_assert_eq!(first, expected, "for {:?}", stripped(text));
        }
    }
}
