//! Names, chips and glyphs are those of the facts.

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

/// Chips of a mark that are filled, and those that are outlined.
fn chips(mark: &Mark) -> [usize; 2] {
    let count = |is: fn(&Shape) -> bool| mark.shapes.iter().filter(|shape| is(shape)).count();
    [
        count(|shape| matches!(shape, Shape::Rect { ink, .. } if ink.fill == Some(Role::Surface2))),
        count(|shape| matches!(shape, Shape::Rect { ink, .. } if ink.stroke.is_some())),
    ]
}

fn labels(mark: &Mark) -> Vec<&str> {
    let labels = mark.shapes.iter().filter_map(|shape| match shape {
        Shape::Text(label) => Some(label.content.as_str()),
        _ => None,
    });
    labels.collect()
}

#[test]
fn there_are_as_many_paths_as_the_source_counts() {
    let dataset = dataset::embedded();
    assert_eq!(dataset.number("paths.count"), Some(5.0));
    for (language, five) in Language::ALL.into_iter().zip(["五条", "五條", "five"]) {
        let context = context(&dataset, language);
        assert_eq!(paths(&context).len(), 5);
        assert!(Paths.headline(&context).heading.contains(five));
    }
}

#[test]
fn the_carriers_are_those_that_the_source_lists_and_open_where_it_goes_on() {
    let dataset = dataset::embedded();
    for path in paths(&context(&dataset, Language::ZhHans)) {
        let quote = dataset.fact(path.facts[1]).unwrap().quote;
        let list = path.carriers.join("、");
        assert!(quote.contains(&list), "{list} in {quote}");
        assert_eq!(path.open, quote.contains(&[&list, "等"].concat()), "{quote}");
    }
    for path in paths(&context(&dataset, Language::ZhHant)) {
        let list = path.carriers.join("、");
        assert!(path.told.contains(&list), "{list} in {}", path.told);
    }
    for path in paths(&context(&dataset, Language::En)) {
        let told = path.told.to_lowercase();
        for word in path.carriers.iter().flat_map(|carrier| carrier.split(' ')) {
            assert!(told.contains(&word.to_lowercase()), "{word} in {told}");
        }
    }
}

#[test]
fn names_and_kinds_are_words_of_the_facts() {
    let dataset = dataset::embedded();
    for language in Language::ALL {
        for path in paths(&context(&dataset, language)) {
            let [slogan, carriers] = [0, 1].map(|index| dataset.fact(path.facts[index]).unwrap());
            let subject = slogan.subject.get(language).to_lowercase();
            assert!(subject.ends_with(&path.name.to_lowercase()), "{} in {subject}", path.name);
            if language == Language::ZhHans {
                assert_eq!(Some(path.name), slogan.quote.split_once(':').map(|(name, _)| name));
                let said = [carriers.quote, carriers.subject.zh_hans].concat();
                assert!(said.contains(path.kind), "{} in {said}", path.kind);
            }
        }
    }
}

#[test]
fn there_is_a_chip_for_each_carrier_and_firms_are_outlined() {
    let dataset = dataset::embedded();
    for language in Language::ALL {
        let context = context(&dataset, language);
        let scene = Paths.draw(&context);
        let drawn: Vec<[usize; 2]> = scene.marks().map(chips).collect();
        assert_eq!(drawn, [[6, 0], [5, 0], [0, 5], [1, 0], [4, 0]]);
        let open = words(&context, WORD).get("open");
        let open: Vec<bool> = scene.marks().map(|mark| labels(mark).contains(&open)).collect();
        assert_eq!(open, [true, true, true, false, false]);
        // The source's own name stands in the quote, and nowhere else in an English text.
        let original = scene.marks().filter(|mark| labels(mark).contains(&"龙头带动")).count();
        assert_eq!(original, usize::from(language == Language::ZhHans));
    }
}

#[test]
fn one_firm_is_tied_to_a_county_and_no_fact_ties_another() {
    let dataset = dataset::embedded();
    let firms = ["宁德时代", "青拓", "紫金", "圣农", "厦门钨业"];
    let tied = dataset
        .facts
        .iter()
        .filter(|fact| !fact.counties.is_empty() && firms.iter().any(|firm| fact.quote.contains(firm)));
    assert_eq!(tied.map(|fact| fact.id).collect::<Vec<_>>(), [COUNTY]);
    let context = context(&dataset, Language::ZhHans);
    let firms = paths(&context).remove(2);
    assert_eq!(firms.remark, "还有各县域内的龙头企业；报道另一处提到光泽县的圣农肉鸡");
    assert!(dataset.fact(COUNTY).unwrap().quote.contains("圣农肉鸡"));
    assert_eq!(
        Paths.provenance(&context, MarkKey::Row("paths", "3")).unwrap().facts,
        ["path3.name", FIRMS, "path3.county_firms", COUNTY]
    );
}

#[test]
fn a_screen_reader_hears_the_path_with_what_carries_it() {
    let dataset = dataset::embedded();
    let name = |language| paths(&context(&dataset, language)).remove(3).spoken(&context(&dataset, language));
    assert_eq!(
        name(Language::ZhHans),
        "专精突破。培育对象：一批核心竞争力较强的国家级、省级中小企业特色产业集群。报道没有写明产业"
    );
    assert_eq!(
        name(Language::En),
        "Specialised breakthrough. Target: National and provincial SME speciality clusters with fairly strong core \
         competitiveness. The article names no industries"
    );
}
