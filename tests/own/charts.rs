//! Charts of datasets that are not ours: the laws of all pictures, and that our own data restated give the same marks.
//!
//! With `OWN_PICTURES=folder` the pictures are written there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use county_chains::chart::{ChartKind, FilterEffect, article_line, poster};
use county_chains::dataset::{self, Dataset, Fact, Indicator, Measure, TierRow};
use county_chains::geometry::Rect;
use county_chains::language::{Language, Localized};
use county_chains::locale::Locale;
use county_chains::own;
use county_chains::paint::static_svg;
use county_chains::scene::{Mark, Scene, Shape};
use county_chains::theme::{DARK, LIGHT, Role};
use county_chains::tier::TierSet;
use county_chains::widget::{self, Credits, State};
use county_chains::word::Keyword;

use crate::picture::{Placed, environment, outside, overlaps, placed};
use crate::support::{lines, read, read_folder, read_table};

pub(crate) const WIDTHS: [f64; 5] = [280.0, 360.0, 560.0, 760.0, 1080.0];
const SMALLEST: f64 = 12.0;

/// The datasets of the gallery.
const GALLERY: [&str; 3] = ["countries-by-income", "uk-authorities", "fujian-2024"];

fn dataset_of(name: &str) -> Dataset {
    let report = read_folder(name);
    let package = report.package.as_ref().unwrap_or_else(|| panic!("{name}: {:#?}", lines(&report)));
    own::dataset(package)
}

fn of_gallery(name: &str) -> Dataset {
    dataset_of(&format!("../../www/gallery/datasets/{name}"))
}

/// Every chart in every indicator, and in the first of them under filters.
fn looks(dataset: &Dataset) -> Vec<State> {
    let mut looks = Vec::new();
    let tiers = dataset.all_tiers();
    let sets: Vec<TierSet> =
        [tiers, TierSet::NONE].into_iter().chain(tiers.iter().map(TierSet::only)).collect();
    for kind in ChartKind::offered(dataset) {
        let indicators: Vec<_> =
            dataset.indicators.iter().filter(|indicator| kind.chart().offers(dataset, indicator)).collect();
        let ids: Vec<&'static str> = if indicators.is_empty() {
            vec![dataset.first_indicator()]
        } else {
            indicators.iter().map(|indicator| indicator.id).collect()
        };
        let answers = kind.chart().filter_effect() != FilterEffect::Disabled;
        for (index, indicator) in ids.into_iter().enumerate() {
            for tiers in if answers && index == 0 { &sets[..] } else { &sets[..1] } {
                looks.push(State { chart: kind, indicator, tiers: *tiers, ..State::of(dataset) });
            }
        }
    }
    looks
}

pub(crate) fn drawn(dataset: &Dataset, state: &State, language: Language, width: f64) -> Scene {
    let environment = environment(language, width);
    poster(state.chart, &widget::context(dataset, state, &environment), width, None)
}

fn write(folder: &str, name: &str, scene: &Scene, locale: &Locale) {
    let folder = Path::new(folder);
    fs::create_dir_all(folder).unwrap();
    for theme in [LIGHT, DARK] {
        let svg = static_svg(scene, &theme, locale, &Credits::default());
        fs::write(folder.join(format!("{name}-{}.svg", theme.name)), svg).unwrap();
    }
}

/// Texts that the bracket under the last bar strikes through.
fn struck(scene: &Scene) -> Vec<String> {
    let shapes = placed(scene);
    let is_bracket =
        |shape: &&Placed| matches!(&shape.shape, Shape::Line { points, .. } if points.len() == 4);
    let is_over =
        |a: Rect, b: Rect| a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
    let brackets: Vec<Rect> = shapes.iter().filter(is_bracket).map(Placed::bounds).collect();
    let texts = shapes.iter().filter(|shape| shape.label().is_some());
    let struck = texts.filter(|shape| brackets.iter().any(|bracket| is_over(shape.bounds(), *bracket)));
    struck.map(|shape| format!("under the bracket: {}", shape.told())).collect()
}

/// Classes whose names no picture can set in a line.
fn long_names() -> [(&'static str, Vec<String>); 4] {
    let lines = [
        "Cities with more than a million people",
        "Towns of middling size in the south",
        "Unincorporated and federal territories",
    ];
    let whole = "Authorities that were created by the reorganisation of the year 2023 out of former counties and \
        districts, including those that kept their old names";
    let han = |first| {
        format!("{first}类：位于沿海地区并且常住人口超过一百万人的综合性大型县级行政单位以及国家级开发区")
    };
    [
        ("lines", lines.map(str::to_owned).to_vec()),
        ("sentence", vec![whole.to_owned(), "Others".to_owned()]),
        ("Han", "甲乙丙丁戊己庚辛壬癸子丑".chars().map(han).collect()),
        (
            "word",
            vec!["Llanfairpwllgwyngyll".repeat(4), "Donaudampfschifffahrt".repeat(3), "Short".to_owned()],
        ),
    ]
}

/// Eight things in each of these classes; the first indicator has `title`.
pub(crate) fn made_up(classes: &[String], title: &str) -> Dataset {
    let names = (0..classes.len())
        .map(|class| format!(r#"{{ "value": "k{class}", "label": "{}" }}"#, classes[class]));
    let categories = names.collect::<Vec<_>>().join(", ");
    let rows = (0..8 * classes.len()).map(|row| {
        let (people, area) = (1000 + row * 7919 % 9973 * 12, 3 + row * 31 % 97);
        format!(r#"["T{row}", "Thing {row}", "k{}", {people}, {area}]"#, row % classes.len())
    });
    let rows = rows.collect::<Vec<_>>().join(", ");
    let descriptor = format!(
        r#"{{ "name": "things", "title": "Things", "entity": {{ "one": "thing", "many": "things" }},
        "sources": [{{ "title": "Made up" }}], "licenses": [{{ "name": "CC0-1.0" }}],
        "units": [{{ "name": "people", "one": "person", "many": "people" }}, {{ "name": "km2", "many": "km²" }}],
        "resources": [{{ "name": "entities", "data": [["code", "name", "kind", "people", "area"], {rows}],
        "schema": {{ "fields": [
          {{ "name": "code", "type": "string" }}, {{ "name": "name", "type": "string" }},
          {{ "name": "kind", "type": "string", "role": "tier", "categories": [{categories}] }},
          {{ "name": "people", "type": "number", "title": "{title}", "unit": "people", "aggregate": "sum" }},
          {{ "name": "area", "type": "number", "title": "Area", "unit": "km2", "aggregate": "sum" }}
        ] }} }}] }}"#
    );
    let report = read(descriptor.as_bytes(), &|_| None);
    own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))))
}

#[test]
fn pictures_of_other_data_keep_the_laws_of_all_pictures() {
    let gallery = GALLERY.map(|name| (name, of_gallery(name)));
    keep_the_laws(gallery.into());
}

#[test]
fn pictures_keep_the_laws_whatever_classes_and_indicators_are_called() {
    let mut sets = Vec::new();
    for (name, classes) in long_names() {
        for title in ["People", &classes[0]] {
            sets.push((name, made_up(&classes, title)));
        }
    }
    // Entities, the number of which has no room in a line either.
    let mut dataset = made_up(&["North".to_owned(), "South and islands".to_owned()], "People");
    for indicator in dataset.indicators.iter_mut().filter(|indicator| indicator.counts_counties) {
        let many = "enterprises with more than ten employees and a turnover of a million";
        indicator.noun.name = Localized { zh_hans: many, zh_hant: many, en: many };
    }
    sets.push(("entities", dataset));
    keep_the_laws(sets);
}

pub(crate) fn keep_the_laws(sets: Vec<(&str, Dataset)>) {
    let folder = std::env::var("OWN_PICTURES").ok();
    let mut found: BTreeMap<String, BTreeSet<i64>> = BTreeMap::new();
    for (name, dataset) in sets {
        for state in looks(&dataset) {
            for (language, width) in
                Language::ALL.into_iter().flat_map(|tag| WIDTHS.map(|width| (tag, width)))
            {
                let scene = drawn(&dataset, &state, language, width);
                if let Some(folder) = folder.as_deref().filter(|_| state.tiers == dataset.all_tiers()) {
                    let (chart, tag) = (state.chart.word(), language.tag());
                    let name = format!("{name}-{chart}-{}-{tag}-{width}", state.indicator);
                    write(folder, &name, &scene, Locale::about(&dataset, language));
                }
                let small = placed(&scene).into_iter().filter(|shape| {
                    shape.label().is_some_and(|label| label.size < SMALLEST || label.content.contains('{'))
                });
                let mut faults: Vec<String> =
                    small.map(|shape| format!("small or torn: {}", shape.told())).collect();
                faults.extend(outside(&scene));
                faults.extend(overlaps(&scene));
                if state.chart == ChartKind::Shares {
                    faults.extend(struck(&scene));
                }
                for fault in faults {
                    let (chart, tag) = (state.chart.word(), language.tag());
                    let case = format!("{name} {chart} {} {tag}: {fault}", state.indicator);
                    found.entry(case).or_default().insert(width as i64);
                }
            }
        }
    }
    let found: Vec<String> =
        found.into_iter().map(|(fault, widths)| format!("at {widths:?} {fault}")).collect();
    assert_eq!(found, [""; 0]);
}

/// The key of a mark, its place from the top of all marks, and the width of what it draws as a part of the widest.
fn marks(dataset: &Dataset, kind: ChartKind, width: f64) -> Vec<(String, [i64; 4], i64)> {
    let state = State { chart: kind, indicator: "gdp", ..State::of(dataset) };
    let scene = drawn(dataset, &state, Language::ZhHans, width);
    let marks: Vec<&Mark> = scene.marks().collect();
    let top = marks.iter().map(|mark| mark.at.y).fold(f64::MAX, f64::min);
    let length = |mark: &Mark| {
        let widths = mark.shapes.iter().filter_map(|shape| match shape {
            Shape::Rect { frame, ink, .. } if !matches!(ink.fill, Some(Role::Surface2)) => Some(frame.width),
            _ => None,
        });
        widths.fold(0.0, f64::max)
    };
    let longest = marks.iter().map(|mark| length(mark)).fold(0.0, f64::max);
    let mut found: Vec<(String, [i64; 4], i64)> = marks
        .iter()
        .map(|mark| {
            let frame = [mark.at.x, mark.at.y - top, mark.frame.width, mark.frame.height]
                .map(|side| (side * 16.0).round() as i64);
            let part = if kind == ChartKind::Map { 0.0 } else { length(mark) / longest };
            (mark.key.text(), frame, (part * 1000.0).round() as i64)
        })
        .collect();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

#[test]
fn our_own_data_restated_give_the_same_marks_and_facts() {
    let ours = dataset::embedded();
    for restated in [dataset_of("fujian"), of_gallery("fujian-2024")] {
        for kind in [ChartKind::Tiers, ChartKind::Shares, ChartKind::Map] {
            for width in WIDTHS {
                assert_eq!(
                    marks(&restated, kind, width),
                    marks(&ours, kind, width),
                    "{} at {width}",
                    kind.word()
                );
            }
        }
    }
    let restated = of_gallery("fujian-2024");
    assert_eq!(restated.facts.len(), ours.facts.len());
    // In our data indicators and tiers name facts, and facts marks of charts that no other dataset fills; in tables facts name
    // indicators.
    let named = |id: &str| {
        let is_named = |indicator: &&Indicator| {
            let of_tier = |row: &TierRow| row.facts.contains(&(indicator.id, id));
            indicator.total == id || ours.tiers.iter().any(of_tier)
        };
        ours.indicators.iter().find(is_named).map_or("", |indicator| indicator.id)
    };
    for (fact, other) in restated.facts.iter().zip(&ours.facts) {
        let other = Fact { indicator: named(other.id), mark: "", ..other.clone() };
        assert_eq!(format!("{fact:?}"), format!("{other:?}"));
    }
}

#[test]
fn summaries_tell_how_many_are_in_classes() {
    let told = |name: &str, language| {
        let dataset = of_gallery(name);
        let state = State { chart: ChartKind::Shares, ..State::of(&dataset) };
        let context = widget::context(&dataset, &state, &environment(language, 560.0));
        ChartKind::Shares.chart().headline(&context).summary
    };
    let countries = "countries-by-income";
    assert_eq!(told(countries, Language::En), "195 countries: 194 in 4 classes, 1 in no class.");
    assert_eq!(told(countries, Language::ZhHans), "共195个国家，其中1个国家未分类，其余分4类。");
    // The source prints how many there are in each tier, and names few of them.
    assert_eq!(told("fujian-2024", Language::ZhHans), "共83个县域，分4类。");
}

#[test]
fn tiles_without_a_place_stand_under_words_that_say_so() {
    let label = |name: &str, width| {
        let dataset = of_gallery(name);
        let state = State { chart: ChartKind::Map, ..State::of(&dataset) };
        let shapes = placed(&drawn(&dataset, &state, Language::En, width));
        let is_meant =
            |shape: &&Placed| shape.label().is_some_and(|label| label.content == "Not on the grid");
        let label = shapes.iter().find(is_meant).map(Placed::bounds);
        let tile = |code: &str| {
            let is_tile = |shape: &&Placed| shape.key == format!("county:{code}");
            shapes.iter().find(is_tile).unwrap().bounds()
        };
        label.map(|label| (label, tile("NZL"), tile("AND")))
    };
    for width in WIDTHS {
        let (label, last, shelved) = label("countries-by-income", width).unwrap();
        assert!(
            last.bottom() <= label.y && label.bottom() <= shelved.y,
            "{width}: {last:?} {label:?} {shelved:?}"
        );
    }
    assert!(label("fujian-2024", 560.0).is_none());
}

#[test]
fn words_of_letters_on_tiles_are_whole_in_chinese_or_left_out() {
    let names =
        ["Oslo", "Copenhagen", "North Gothenburg", "Isle of Man", "San Lorenzo de El Escorial", "UCL医院"];
    let rows: String =
        names.iter().enumerate().map(|(at, name)| format!("E{at},{name},x,0,{at}\n")).collect();
    // What stands on the tiles, in a grid of so many columns.
    let tiles = |columns: usize, width: f64| {
        let fields =
            [r#"{"name":"row","type":"integer"}"#, r#"{"name":"column","type":"integer"}"#].join(",");
        let table = format!("code,name,class,row,column\n{rows}Z,哥本哈根,y,1,{}\n", columns - 1);
        let report = read_table(&fields, "", table.as_bytes());
        let dataset =
            own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))));
        let state = State { chart: ChartKind::Map, ..State::of(&dataset) };
        let scene = drawn(&dataset, &state, Language::ZhHans, width);
        assert_eq!((outside(&scene), overlaps(&scene)), (Vec::new(), Vec::new()), "{columns} {width}");
        let shapes = placed(&scene);
        let words = |key: String| -> Vec<String> {
            let of_tile = || shapes.iter().filter(|shape| shape.key == key);
            let tile = of_tile().next().unwrap().bounds();
            let labels = of_tile().filter(|shape| shape.label().is_some());
            let is_within = |shape: &Placed| {
                tile.x <= shape.bounds().x + 0.01 && shape.bounds().right() <= tile.right() + 0.01
            };
            assert!(labels.clone().all(is_within), "{key} {columns} {width}");
            let texts = labels.filter_map(|shape| shape.label()).map(|label| label.content.clone());
            texts.filter(|text| !["1", "2"].contains(&&**text)).collect()
        };
        let codes = (0..names.len()).map(|at| format!("county:E{at}"));
        codes.chain(["county:Z".to_owned()]).map(words).collect::<Vec<_>>()
    };
    let none: &[&str] = &[];
    let wide = tiles(6, 1080.0);
    assert_eq!(
        wide,
        [
            &["Oslo"][..],
            &["Copenhagen"],
            &["North", "Gothenburg"],
            &["Isle of Man"],
            none,
            &["UCL医院"],
            &["哥本哈根"]
        ]
    );
    let narrow = tiles(6, 280.0);
    assert_eq!(
        narrow,
        [&["Oslo"][..], none, none, &["Isle of", "Man"], none, &["UCL", "医院"], &["哥本", "哈根"]]
    );
    let upright = tiles(12, 280.0);
    assert_eq!(upright[..6], [none; 6]);
}

#[test]
fn caveats_of_facts_have_names_in_each_language() {
    let dataset = of_gallery("fujian-2024");
    let named = |key: &str| dataset.tags.iter().find(|tag| tag.key == key).unwrap().name;
    assert_eq!(named("lower-bound").zh_hans, "下限");
    assert_eq!([named("claim").zh_hant, named("claim").en], ["據來源所述", "according to the source"]);
    for (tag, ours) in dataset.tags.iter().map(|tag| (tag, dataset::embedded())) {
        let other = ours.tags.iter().find(|other| other.key == tag.key).unwrap();
        assert!(tag.key == "claim" || tag.name == other.name, "{tag:?} {other:?}");
    }
}

#[test]
fn the_line_of_the_source_names_the_terms_in_its_language() {
    let line = |name: &str, language| {
        let dataset = of_gallery(name);
        article_line(dataset.main_source().unwrap(), Locale::about(&dataset, language))
    };
    assert!(line("countries-by-income", Language::ZhHans).ends_with("许可：CC-BY-4.0。"));
    assert!(line("fujian-2024", Language::ZhHans).ends_with("许可：简短引文，注明出处。"));
    assert!(line("fujian-2024", Language::En).ends_with("Licence: Short attributed quotations."));
}

#[test]
fn a_calculated_ratio_is_shown_with_the_decimals_that_its_descriptor_says() {
    let dataset = of_gallery("uk-authorities");
    match dataset.measure("density", dataset.tiers[0].tier) {
        Measure::Aggregated(quantity, origin) => {
            assert_eq!(quantity.low, 301.65);
            assert_eq!(origin.en, "19,190,868 ÷ 63,620 ≈ 301.65");
            let indicator = dataset.indicator("density").unwrap();
            let shown = Locale::about(&dataset, Language::En).quantity(&quantity, indicator);
            assert!(shown.starts_with("about 302 "), "{shown}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_product_has_all_its_digits() {
    let countries = of_gallery("countries-by-income");
    let place = countries.counties.iter().position(|county| county.code == "ARE").unwrap();
    let of = |id: &str| {
        let values = countries.county_values.iter().find(|values| values.indicator == id).unwrap();
        values.get(place).unwrap().0
    };
    assert_eq!((of("gdp_pcap"), of("population")), (68_578.0, 10_642_081.0));
    assert_eq!(of("gdp"), 68_578.0 * 10_642_081.0);
}

#[test]
fn all_classes_have_their_number_of_entities_in_the_same_place() {
    for (name, noun) in [("countries-by-income", "countries"), ("uk-authorities", "authorities")] {
        let dataset = of_gallery(name);
        for width in [760.0, 1080.0] {
            let shapes = placed(&drawn(&dataset, &State::of(&dataset), Language::En, width));
            let is_count = |shape: &&Placed| shape.label().is_some_and(|label| label.content.ends_with(noun));
            let starts: BTreeSet<i64> =
                shapes.iter().filter(is_count).map(|shape| shape.bounds().x as i64).collect();
            let labels = shapes.iter().filter(|shape| shape.label().is_some());
            let left = labels.map(|shape| shape.bounds().x as i64).min().unwrap();
            let below = starts.iter().eq(&[left]);
            assert!(below || !starts.contains(&left), "{name} {width}: {starts:?}");
        }
    }
}

/// The texts of a picture.
fn texts(dataset: &Dataset, chart: ChartKind, language: Language, width: f64) -> Vec<String> {
    let state = State { chart, ..State::of(dataset) };
    let shapes = placed(&drawn(dataset, &state, language, width));
    shapes.iter().filter_map(|shape| shape.label()).map(|label| label.content.clone()).collect()
}

#[test]
fn figures_in_whole_bars_have_their_unit_beside_them_at_every_width() {
    for (name, units) in [
        ("countries-by-income", [("international dollars", "国际元"), ("people", "人")]),
        ("uk-authorities", [("km²", "平方公里"), ("people", "人")]),
    ] {
        let dataset = of_gallery(name);
        for width in WIDTHS {
            for (en, zh) in units {
                for (language, unit) in [(Language::En, en), (Language::ZhHans, zh)] {
                    let texts = texts(&dataset, ChartKind::Shares, language, width);
                    let last = unit.split(' ').next_back().unwrap();
                    // A note at the end may have the same words.
                    let ends = |text: &&String| text.ends_with(last) && !text.ends_with('.');
                    assert!(texts.iter().any(|text| ends(&text)), "{name} {width} {unit}: {texts:#?}");
                }
            }
        }
    }
}

#[test]
fn a_unit_without_its_figure_stands_apart_from_the_name_and_does_not_repeat_it() {
    let drawn_texts = |title: &str, unit: &str, width| {
        let fields = format!(
            r#"{{"name":"v","type":"number","title":"{title}","unit":"u","aggregate":"sum","period":"2024"}}"#
        );
        let units = format!(r#""units":[{{"name":"u","one":"{unit}","many":"{unit}"}}],"#);
        let rows = "code,name,class,v\n1,One,A,1204.5\n2,Two,B,2003.25\n3,Three,C,4000.125\n";
        texts(&crate::figures::dataset(&fields, &units, rows), ChartKind::Shares, Language::En, width)
    };
    let (mut without, mut apart) = (0, 0);
    for width in WIDTHS {
        for (title, unit) in [
            ("Teachers", "teachers"),
            ("Full-time teachers", "teachers"),
            ("Teachers", "full-time posts"),
            ("Running costs", "Norwegian kroner"),
        ] {
            let texts = drawn_texts(title, unit, width);
            let has = |wanted: &str| texts.iter().any(|text| text == wanted);
            // The figure may be a line and its unit another.
            let has_whole = texts.iter().any(|text| text.starts_with("7,20"));
            let is_alone = !has_whole && (has(unit) || has(&format!("· {unit}")));
            assert!(!is_alone || unit != "teachers", "{width}: {texts:#?}");
            // In a line of its own below the name it is apart as it is.
            assert!(!is_alone || !has(unit) || width >= 560.0, "{width}: {texts:#?}");
            without += usize::from(!has_whole && unit == "teachers");
            apart += usize::from(has(&format!("· {unit}")));
        }
    }
    assert!(without > 0 && apart > 0, "{without} {apart}");
}

#[test]
fn either_all_values_of_a_picture_have_their_noun_or_none_has() {
    for name in ["countries-by-income", "uk-authorities"] {
        let dataset = of_gallery(name);
        for width in WIDTHS {
            // Lines of the sentences above may be figures as well; they belong to no mark.
            let shapes = placed(&drawn(&dataset, &State::of(&dataset), Language::En, width));
            let of_marks = shapes.iter().filter(|shape| !shape.key.is_empty());
            let texts: Vec<String> =
                of_marks.filter_map(|shape| shape.label()).map(|label| label.content.clone()).collect();
            let is_value = |text: &&String| {
                let rest =
                    text.trim_start_matches(|part: char| part.is_ascii_digit() || [',', '.'].contains(&part));
                rest != **text
                    && !text.ends_with('.')
                    && ["", " people", " million", " million people", " billion", " billion people"]
                        .contains(&rest)
            };
            let values: Vec<&String> = texts.iter().filter(is_value).collect();
            assert_eq!(values.len(), dataset.tiers.len(), "{values:?}");
            let with_noun = values.iter().filter(|text| text.ends_with(" people")).count();
            assert!([0, values.len()].contains(&with_noun), "{name} {width}: {values:?}");
        }
    }
}
