//! What pictures keep to at any width.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use county_chains::chart::strip::{Entities, NO_CLASS, Spot, Step};
use county_chains::geometry::{Point, Rect};
use county_chains::language::Language;
use county_chains::locale::Locale;
use county_chains::paint::{outline, static_picture};
use county_chains::scene::{Canvas, Face, Fill, Label, Mark, MarkKey, Scene, Shape, Stop};
use county_chains::text;
use county_chains::theme::{Role, THEMES};
use county_chains::tier::{Tier, TierSet};

use super::data::{Ask, Set, countries, made_up, same};
use super::support::{Placed, outside, overlaps, placed};

/// The strip with headline and notes, as a page shows it.
fn page(set: &Set, ask: Ask) -> Scene {
    set.ask(ask, |strip, context| {
        let scene = strip.draw();
        let (left, width) = (context.layout.size.padding(), context.layout.width);
        let headline = strip.headline();
        let mut labels: Vec<Label> = Vec::new();
        let mut y = 10.0;
        let mut put = |y: &mut f64, content: &str, (size, line): (f64, f64), bold: bool, role| {
            for content in text::wrap(content, size, bold, width) {
                *y += line;
                labels.push(Label::new(Point::new(left, *y), content, Face { size, bold, role }));
            }
            *y += 6.0;
        };
        put(&mut y, &headline.heading, context.layout.size.heading(), true, Role::Ink);
        put(&mut y, &headline.summary, context.layout.size.summary(), false, Role::Ink2);
        y += 12.0;
        let top = y;
        y += scene.height + 12.0;
        for note in strip.notes() {
            put(&mut y, &note.text, context.layout.size.note(), false, Role::Ink2);
        }
        let (page, height) = (width + 2.0 * left, y + 16.0);
        let canvas = Canvas::new(page, height);
        canvas.rect(Rect::new(0.0, 0.0, page, height), Fill::new(Role::Surface));
        labels.into_iter().for_each(|label| canvas.text(label));
        let mut whole = canvas.finish(headline.heading);
        whole.items.extend(scene.items.into_iter().map(|item| item.moved(left, top)));
        whole
    })
}

/// `STRIP_PICTURES=folder cargo test --test strip` writes the pictures into a folder, to be looked at.
#[test]
fn with_headline_and_notes_nothing_lies_on_another() {
    let sets = [
        ("gdp", countries("gdp_pcap")),
        ("life", countries("life_expectancy")),
        ("population", countries("population")),
        ("few", made_up(60, 3, 1)),
        ("big", made_up(20_000, 7, 3)),
    ];
    let folder = std::env::var_os("STRIP_PICTURES");
    for (name, set) in sets {
        for (width, language) in [280.0, 360.0, 560.0, 760.0, 1080.0]
            .into_iter()
            .flat_map(|width| Language::ALL.map(|tag| (width, tag)))
        {
            let scene = page(&set, Ask::new(language, width));
            let found = faults(&scene);
            assert!(found.is_empty(), "{name} {} at {width}: {found:#?}", language.tag());
            for (folder, theme) in folder.iter().flat_map(|folder| THEMES.map(|theme| (folder, theme))) {
                let svg = static_picture(&scene, &theme, Locale::of(language));
                let svg = svg.with("xmlns", "http://www.w3.org/2000/svg");
                let file = format!("{name}-{width}-{}-{}.svg", language.tag(), theme.name);
                fs::write(Path::new(folder).join(file), svg.markup()).unwrap();
            }
        }
    }
}

/// Sets that are hard to lay out.
fn sets() -> Vec<(&'static str, Set)> {
    let mut long = made_up(300, 12, 7);
    let name = "A class whose name is so long that nobody would ever set it in a single line of a chart, not even on a wall";
    long.classes[2].1 = same(name);
    long.classes[3].1 = same("Onewordthatnolinecanbreakandthatisaswideasthewholechart".repeat(4).leak());
    long.classes[5].1 = same("名称极长的类别，没有哪张图能在一行里写下，写在墙上也不行，只好截断");
    long.names = vec![("M0", same(name)); 300];
    for (index, name) in long.names.iter_mut().enumerate() {
        name.0 = format!("M{index}").leak();
    }
    let mut wordy = made_up(900, 3, 7);
    wordy.noun.name =
        same("things that were made up for a test and that have a noun which no label can hold whole");
    wordy.unit = same(
        "notches on a stick of the length of a river, which is more than any label under an axis can hold",
    );
    let mut equal = made_up(5000, 2, 8);
    equal.values.fill(7.0);
    let mut empty = made_up(40, 3, 9);
    empty.values.fill(f64::NAN);
    let mut half = made_up(40, 2, 9);
    half.lanes
        .iter_mut()
        .zip(&mut half.values)
        .filter(|(lane, _)| **lane == 1)
        .for_each(|(_, value)| *value = f64::NAN);
    let mut one = made_up(1, 2, 9);
    (one.values, one.lanes) = (vec![-12.5], vec![NO_CLASS]);
    let mut huge = made_up(3000, 4, 10);
    huge.is_log = true;
    huge.values.iter_mut().for_each(|value| *value = *value * *value * *value * *value * 1.0e6);
    let mut skewed = made_up(3000, 4, 11);
    skewed.values[0] = 9.9e14;
    let mut below = made_up(800, 2, 12);
    below.is_log = true;
    below.values.iter_mut().for_each(|value| *value -= 60.0);
    vec![
        ("countries", countries("gdp_pcap")),
        ("life", countries("life_expectancy")),
        ("population", countries("population")),
        ("few", made_up(60, 3, 1)),
        ("big", made_up(20_000, 7, 3)),
        ("long", long),
        ("wordy", wordy),
        ("equal", equal),
        ("empty", empty),
        ("half", half),
        ("one", one),
        ("huge", huge),
        ("skewed", skewed),
        ("below", below),
        ("none", made_up(0, 2, 1)),
    ]
}

/// What is wrong with a picture.
fn faults(scene: &Scene) -> Vec<String> {
    let mut found = outside(scene);
    found.extend(overlaps(scene));
    for shape in placed(scene) {
        let bounds = shape.bounds();
        let numbers = [bounds.x, bounds.y, bounds.width, bounds.height];
        if numbers.iter().any(|number| !number.is_finite()) || bounds.width < 0.0 || bounds.height < 0.0 {
            found.push(format!("{}: {bounds:?}", shape.told()));
        }
        if shape.label().is_some_and(|label| label.size < 12.0) {
            found.push(format!("{} is too small", shape.told()));
        }
    }
    let mut keys = BTreeSet::new();
    for mark in scene.marks() {
        let key = mark.key.text();
        if MarkKey::parse(&key) != Some(mark.key) || !keys.insert(key.clone()) {
            found.push(format!("{key} is no key of its own"));
        }
        if mark.name.trim().is_empty() || mark.name.contains(['{', '}']) || mark.name.contains("NaN") {
            found.push(format!("{key} is named {:?}", mark.name));
        }
    }
    found
}

#[test]
fn pictures_keep_to_their_laws_at_any_width() {
    let mut wrong = Vec::new();
    for (name, set) in sets() {
        for width in (200..=2000).step_by(if set.values.len() > 500 { 173 } else { 41 }) {
            for language in Language::ALL {
                let scene = set.ask(Ask::new(language, f64::from(width)), |strip, _| strip.draw());
                let place = format!("{name} {} at {width}", language.tag());
                wrong.extend(faults(&scene).into_iter().map(|fault| format!("{place}: {fault}")));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} faults:
{}",
        wrong.len(),
        wrong.join(
            "
"
        )
    );
}

/// What is drawn in a role of a tier.
fn of_tier(scene: &Scene, tier: Tier) -> usize {
    let shapes = placed(scene).into_iter();
    let is = |role| role == Role::Tier(tier) || role == Role::TierText(tier);
    let has = |shape: &Shape| match shape {
        Shape::Steps { ink, .. } | Shape::Circle { ink, .. } => ink.fill.is_some_and(is),
        Shape::Text(label) => is(label.role),
        _ => false,
    };
    shapes.filter(|placed| has(&placed.shape)).count()
}

#[test]
fn the_filter_dims_what_it_takes_away_and_moves_nothing() {
    for set in [made_up(60, 3, 1), made_up(20_000, 3, 3)] {
        let draw = |tiers| set.ask(Ask { tiers, ..Ask::new(Language::En, 760.0) }, |strip, _| strip.draw());
        let (whole, part) = (draw(TierSet::first(3)), draw(TierSet::only(Tier::at(1))));
        for index in [0, 1, 2].map(Tier::at) {
            assert!(of_tier(&whole, index) > 0);
            assert_eq!(of_tier(&part, index) > 0, index == Tier::at(1));
        }
        let places = |scene: &Scene| {
            placed(scene).iter().map(|shape| (shape.told(), shape.bounds())).collect::<Vec<_>>()
        };
        assert_eq!(places(&whole), places(&part));
    }
}

#[test]
fn few_entities_are_dots_with_a_name_each_and_many_are_shapes() {
    let circles =
        |scene: &Scene| placed(scene).iter().filter(|shape| shape.key.starts_with("county:")).count();
    let set = countries("gdp_pcap");
    let scene = set.ask(Ask::new(Language::En, 360.0), |strip, _| strip.draw());
    assert_eq!(scene.marks().filter(|mark| matches!(mark.key, MarkKey::County(_))).count(), 193);
    assert!(circles(&scene) >= 193);
    let monaco = scene.marks().find(|mark| mark.key == MarkKey::County("MCO")).unwrap();
    assert_eq!(monaco.name, "Monaco, High income: $462,600");
    let scene = made_up(20_000, 3, 3).ask(Ask::new(Language::En, 760.0), |strip, _| strip.draw());
    let steps =
        scene.marks().flat_map(|mark| &mark.shapes).filter(|shape| matches!(shape, Shape::Steps { .. }));
    assert_eq!((steps.count(), circles(&scene)), (4, 0));
    let stops = scene.marks().filter(|mark| matches!(mark.key, MarkKey::Stop(..)));
    assert_eq!(stops.count(), 4 * 5);
}

#[test]
fn values_that_are_not_above_zero_make_the_axis_linear() {
    let mut set = made_up(60, 2, 1);
    set.is_log = true;
    let is_log =
        |set: &Set| set.ask(Ask::new(Language::En, 760.0), |strip, _| strip.index().scale().is_log());
    assert!(is_log(&set));
    set.values[0] = 0.0;
    assert!(!is_log(&set));
}

#[test]
fn a_still_picture_of_many_entities_is_a_small_file() {
    let set = made_up(100_000, 7, 3);
    let scene = set.ask(Ask::new(Language::En, 760.0), |strip, _| strip.draw());
    let shapes = scene.marks().flat_map(|mark| &mark.shapes);
    let size: usize =
        shapes.filter(|shape| matches!(shape, Shape::Steps { .. })).map(|shape| outline(shape).len()).sum();
    assert!((1000..8_000).contains(&size), "{size} bytes of outlines");
}

#[test]
fn headline_and_notes_say_what_is_shown() {
    let set = countries("gdp_pcap");
    let ask = Ask::new(Language::En, 760.0);
    let (headline, notes) = set.ask(ask, |strip, _| (strip.headline(), strip.notes()));
    assert_eq!(headline.heading, "GDP per person: median $15,800, half between $5,593 and $37,710");
    assert!(
        headline
            .summary
            .starts_with("193 countries with a value. Lowest: Burundi, $829. Highest: Monaco, $462,600.")
    );
    assert_eq!(
        notes[0].text,
        "Each dot is one country. Dots in one column differ by less than a dot’s width."
    );
    assert!(notes.iter().any(|note| note.text == "No value: 2 countries."));
    let one = Ask { tiers: TierSet::only(Tier::at(3)), ..ask };
    let headline = set.ask(one, |strip, _| strip.headline());
    assert_eq!(
        headline.heading,
        "Low income: GDP per person, median $2,619, about half between $1,623 and $2,997"
    );
    assert_eq!(headline.summary, "Low income: 31 countries; lowest: Burundi, $829; highest: Nepal, $4,861.");
    let two = Ask { tiers: TierSet::first(2), language: Language::ZhHans, ..ask };
    let heading = set.ask(two, |strip, _| strip.headline().heading);
    assert!(heading.starts_with("高收入和中高收入：人均GDP的中位数为"), "{heading}");
    let notes = set.ask(one, |strip, _| strip.notes());
    assert!(notes.iter().all(|note| !note.text.starts_with("No value")), "they are in other classes");
    let none = set.ask(Ask { tiers: TierSet::NONE, ..ask }, |strip, _| strip.headline());
    assert_eq!(none.heading, Locale::of(Language::En).ui.none_selected);
}

/// What is said of the set’s ends: the summary, and what a screen reader says of the first class’s.
fn ends(set: &Set, language: Language) -> (String, Vec<String>) {
    set.ask(Ask::new(language, 760.0), |strip, _| {
        let scene = strip.draw();
        let is_end = |mark: &&Mark| matches!(mark.key, MarkKey::Stop("Amber", Stop::Minimum | Stop::Maximum));
        (strip.headline().summary, scene.marks().filter(is_end).map(|mark| mark.name.clone()).collect())
    })
}

#[test]
fn all_that_share_the_lowest_or_the_highest_value_are_told() {
    for count in [60, 3000] {
        let mut set = made_up(count, 2, 3);
        let tie = |set: &mut Set, entities: &[usize], value: f64| {
            for entity in entities {
                (set.values[*entity], set.lanes[*entity]) = (value, 0);
            }
        };
        tie(&mut set, &[40, 7], -500.0);
        tie(&mut set, &[3, 8, 20, 21], 900.0);
        let (summary, spoken) = ends(&set, Language::En);
        assert!(summary.contains("Lowest: № 7 and № 40, −500 notches each."), "{summary}");
        assert!(summary.contains("Highest: 4 made-up things, 900 notches each."), "{summary}");
        if count > 500 {
            assert!(spoken[0].contains("lowest: № 7 and № 40, −500 notches each"), "{spoken:?}");
            assert!(spoken[1].contains("highest: 4 made-up things, 900 notches each"), "{spoken:?}");
        }
        let (summary, _) = ends(&set, Language::ZhHans);
        assert!(summary.contains("最低：№ 7和№ 40，各−500格；"), "{summary}");
        // One in each class.
        set.lanes[40] = 1;
        assert!(ends(&set, Language::En).0.contains("Lowest: № 7 and № 40, −500"));
        set.values.fill(7.0);
        let (summary, _) = ends(&set, Language::En);
        assert!(!summary.contains("owest") && !summary.contains("ighest"), "{summary}");
    }
    // More than a column holds in the order of the file.
    let mut set = made_up(3000, 2, 3);
    set.values.iter_mut().step_by(3).for_each(|value| *value = -500.0);
    assert!(
        ends(&set, Language::En).0.contains("Lowest: 1,000 made-up things, −500"),
        "{}",
        ends(&set, Language::En).0
    );
}

#[test]
fn where_all_of_a_class_have_one_value_one_end_tells_them() {
    // The number of all of a class stands below its name as well.
    for (count, told, times) in [(4, "№ 0 and № 2", 1), (3000, "1,500 made-up things", 2 + 1)] {
        let mut set = made_up(count, 2, 3);
        for entity in 0..count {
            (set.values[entity], set.lanes[entity]) = ([5.0, 3.0, 5.0, 7.0][entity % 4], (entity % 2) as u8);
        }
        let shapes = placed(&set.ask(Ask::new(Language::En, 760.0), |strip, _| strip.draw()));
        let labels = shapes.iter().filter_map(Placed::label);
        assert_eq!(labels.filter(|label| label.content == told).count(), times, "{told}");
    }
}

#[test]
fn counts_are_grouped_in_table_and_picture() {
    let mut set = made_up(9000, 2, 3);
    set.values.iter_mut().step_by(3).for_each(|value| *value = f64::NAN);
    set.ask(Ask::new(Language::En, 760.0), |strip, _| {
        let table = strip.table();
        let counts =
            |column: usize| table.rows.iter().map(move |row| row.cells[column].text()).collect::<Vec<_>>();
        for count in counts(1).into_iter().chain(counts(2)).filter(|count| count.len() > 3) {
            assert_eq!(count.as_bytes()[count.len() - 4], b',', "{count}");
        }
        let labels = placed(&strip.draw());
        let without = format!("{} more w", counts(2)[0]);
        let is_told = |shape: &Placed| shape.label().is_some_and(|label| label.content.starts_with(&without));
        assert!(labels.iter().any(is_told), "{without}");
    });
}

#[test]
fn a_chosen_entity_is_a_mark_in_its_lane_even_where_entities_are_shapes() {
    for (set, code) in [(made_up(20_000, 3, 3), "M1234"), (countries("gdp_pcap"), "NOR")] {
        let ask = Ask { mark: Some(MarkKey::County(code)), ..Ask::new(Language::En, 760.0) };
        set.ask(ask, |strip, _| {
            let scene = strip.draw();
            let chosen: Vec<_> = scene.marks().filter(|mark| mark.selected).collect();
            assert_eq!(chosen.iter().map(|mark| mark.key).collect::<Vec<_>>(), [MarkKey::County(code)]);
            let at = chosen[0].at;
            let found = strip.entity_at(at.x, at.y).unwrap();
            let place = |entity: usize| strip.index().scale().at(set.values[entity]);
            let own = (0..set.values.len()).find(|entity| set.code(*entity) == code).unwrap();
            assert!((place(found) - place(own)).abs() <= 4.0);
            assert_eq!(set.lanes[found], set.lanes[own]);
        });
    }
}

#[test]
fn the_marks_of_a_class_come_in_reading_order() {
    let scene = made_up(20_000, 2, 3).ask(Ask::new(Language::En, 760.0), |strip, _| strip.draw());
    let keys: Vec<String> = scene.marks().take(6).map(|mark| mark.key.text()).collect();
    let stops = ["minimum", "lower-quartile", "median", "upper-quartile", "maximum"];
    let expected = stops.map(|stop| format!("strip:Amber:{stop}"));
    assert_eq!(keys[0], "tier:Amber");
    assert_eq!(keys[1..], expected);
}

#[test]
fn quartiles_are_told_and_drawn_from_four_values_on() {
    for shapes in [false, true] {
        let mut set = made_up(if shapes { 20_000 } else { 40 }, 2, 3);
        for few in [3, 4] {
            // Of the first class so many keep their value.
            let (lanes, mut kept) = (set.lanes.clone(), 0);
            for (value, _) in set.values.iter_mut().zip(lanes).filter(|(_, lane)| *lane == 0) {
                kept += 1;
                *value = if kept <= few { kept as f64 } else { f64::NAN };
            }
            set.ask(Ask { tiers: TierSet::first(1), ..Ask::new(Language::En, 760.0) }, |strip, _| {
                let scene = strip.draw();
                let key = MarkKey::Stop("Amber", Stop::UpperQuartile);
                let is_told = strip.headline().heading.contains("half between");
                let name =
                    scene.marks().find(|mark| mark.key == MarkKey::Tier("Amber")).unwrap().name.clone();
                let expected = few == 4;
                assert_eq!(is_told, expected, "{}", strip.headline().heading);
                assert_eq!(name.contains("half between"), expected, "{name}");
                assert_eq!(scene.marks().any(|mark| mark.key == key), expected);
                assert_eq!(strip.spot(key).is_some(), expected);
                let median = Spot::Stop(0, Stop::Median);
                let next = if expected { Stop::UpperQuartile } else { Stop::Maximum };
                assert!(!shapes || strip.step(median, Step::Right) == Some(Spot::Stop(0, next)));
            });
        }
    }
}

#[test]
fn the_line_of_a_median_goes_through_the_dot_that_has_its_value() {
    let mut set = made_up(40, 2, 3);
    // One class has a single value, the other an odd number of them.
    for (entity, value) in set.values.iter_mut().enumerate().filter(|(entity, _)| *entity >= 8) {
        set.lanes[entity] = 1;
        *value = if entity < 15 { 3.1 + entity as f64 * 7.3 } else { f64::NAN };
    }
    for entity in 0..8 {
        set.lanes[entity] = 0;
        set.values[entity] = if entity == 4 { 41.7 } else { f64::NAN };
    }
    for (width, of) in
        [280.0, 360.0, 560.0, 760.0, 1080.0].into_iter().flat_map(|width| [(width, 4), (width, 11)])
    {
        set.ask(Ask::new(Language::En, width), |strip, _| {
            let scene = strip.draw();
            let at = |key: MarkKey<'_>| scene.marks().find(|mark| mark.key.text() == key.text()).unwrap().at;
            let class = if of == 4 { "Amber" } else { "Birch" };
            let (line, dot) = (at(MarkKey::Stop(class, Stop::Median)), at(MarkKey::County(set.code(of))));
            assert!((line.x - dot.x).abs() < 0.1, "{width} {class}: {line:?} {dot:?}");
        });
    }
}
