//! Where pointer and keys lead, and the label that says what is there.

use county_chains::chart::strip::{NO_CLASS, Spot, Step, Strip};
use county_chains::geometry::Rect;
use county_chains::language::Language;
use county_chains::scene::{MarkKey, Stop};
use county_chains::word::Keyword;

use super::data::{Ask, Set, countries, made_up, same};
use super::support::{outside, overlaps, placed};

/// Where the same step leads again and again.
fn walk(strip: &Strip<'_>, from: Spot, step: Step) -> Vec<Spot> {
    std::iter::successors(strip.step(from, step), |spot| strip.step(*spot, step)).take(5000).collect()
}

/// The entities of a lane in the order of their values.
fn ordered(set: &Set, lane: usize) -> Vec<Spot> {
    let is_there = |entity: &usize| {
        let class = set.lanes[*entity];
        set.values[*entity].is_finite()
            && lane == if class == NO_CLASS { set.classes.len() } else { usize::from(class) }
    };
    let mut entities: Vec<usize> = (0..set.values.len()).filter(is_there).collect();
    entities.sort_by(|one, other| set.values[*one].total_cmp(&set.values[*other]));
    entities.into_iter().map(Spot::Entity).collect()
}

#[test]
fn among_dots_the_arrows_go_through_the_entities_of_a_lane_in_order() {
    let set = countries("gdp_pcap");
    set.ask(Ask::new(Language::En, 760.0), |strip, _| {
        assert!(strip.is_dotted());
        for lane in 0..4 {
            let expected = ordered(&set, lane);
            assert_eq!(walk(strip, Spot::Lane(lane), Step::Right), expected);
            let (first, last) = (expected[0], expected[expected.len() - 1]);
            let mut back: Vec<Spot> = expected.iter().rev().skip(1).copied().collect();
            back.push(Spot::Lane(lane));
            assert_eq!(walk(strip, last, Step::Left), back);
            assert_eq!(strip.step(expected[3], Step::First), Some(first));
            assert_eq!(strip.step(Spot::Lane(lane), Step::Last), Some(last));
            for spot in expected {
                assert_eq!(strip.spot(strip.key(spot).unwrap()), Some(spot), "each has the focus itself");
                assert_eq!(strip.spoken(spot), None);
            }
        }
    });
}

#[test]
fn in_a_shape_the_arrows_go_from_stop_to_stop_and_with_shift_through_all() {
    let set = made_up(2000, 3, 5);
    set.ask(Ask::new(Language::En, 760.0), |strip, _| {
        for lane in 0..3 {
            let stops: Vec<Spot> = Stop::ALL.iter().map(|stop| Spot::Stop(lane, *stop)).collect();
            assert_eq!(walk(strip, Spot::Lane(lane), Step::Right), stops);
            let mut back: Vec<Spot> = stops.iter().rev().skip(1).copied().collect();
            back.push(Spot::Lane(lane));
            assert_eq!(walk(strip, stops[4], Step::Left), back);
            let all = ordered(&set, lane);
            assert_eq!(walk(strip, Spot::Lane(lane), Step::After), all);
            assert_eq!(strip.entity(stops[0]).map(Spot::Entity), Some(all[0]));
            let median = strip.entity(stops[2]).map(Spot::Entity).unwrap();
            let middle = all.iter().position(|spot| *spot == median).unwrap();
            assert!(middle.abs_diff(all.len() / 2) <= 1, "{middle} of {}", all.len());
            // From an entity between two stops, to these.
            assert_eq!(strip.step(all[all.len() * 2 / 5], Step::Right), Some(stops[2]));
            assert_eq!(strip.step(all[all.len() * 2 / 5], Step::Left), Some(stops[1]));
            assert_eq!(strip.step(stops[2], Step::After), Some(all[middle + 1]));
            assert_eq!(strip.step(stops[2], Step::Before), Some(all[middle - 1]));
            assert_eq!(strip.key(all[0]), None);
            assert!(strip.spoken(all[0]).unwrap().starts_with("№ "));
        }
    });
}

#[test]
fn up_and_down_lead_to_what_is_nearest_in_the_next_lane() {
    let set = made_up(2000, 3, 5);
    set.ask(Ask::new(Language::En, 760.0), |strip, _| {
        assert_eq!(strip.step(Spot::Lane(0), Step::Up), None);
        assert_eq!(strip.step(Spot::Lane(0), Step::Down), Some(Spot::Lane(1)));
        assert_eq!(strip.step(Spot::Stop(1, Stop::Median), Step::Down), Some(Spot::Stop(2, Stop::Median)));
        let here = ordered(&set, 1)[400];
        let Some(Spot::Entity(there)) = strip.step(here, Step::Down) else { panic!() };
        assert_eq!(set.lanes[there], 2);
        let Spot::Entity(entity) = here else { panic!() };
        let distance = |other: usize| (set.values[other] - set.values[entity]).abs();
        let nearest = ordered(&set, 2).into_iter().map(|spot| strip.entity(spot).unwrap());
        assert_eq!(distance(there), nearest.map(distance).fold(f64::INFINITY, f64::min));
    });
}

#[test]
fn among_dots_the_pointer_means_the_dot_under_it_and_texts_mean_the_class() {
    for width in [280.0, 760.0] {
        let set = countries("gdp_pcap");
        set.ask(Ask::new(Language::En, width), |strip, _| {
            let scene = strip.draw();
            for mark in scene.marks().filter(|mark| matches!(mark.key, MarkKey::County(_))) {
                let at = mark.outline().frame.center();
                let found = strip.entity_at(at.x + 1.0, at.y - 1.0).unwrap();
                assert_eq!(MarkKey::County(strip.code(found)), mark.key);
                assert_eq!(strip.place(found).map(|place| (place.x, place.y)), Some((at.x, at.y)));
            }
            for mark in scene.marks().filter(|mark| matches!(mark.key, MarkKey::Tier(_))) {
                let name = mark.shapes.iter().find_map(|shape| match shape {
                    county_chains::scene::Shape::Text(label) => Some(mark.at.y + label.at.y),
                    _ => None,
                });
                assert_eq!(strip.entity_at(3.0, name.unwrap() - 4.0), None);
            }
        });
    }
}

/// Sets whose labels are hard to place.
fn sets() -> Vec<Set> {
    let mut long = made_up(700, 4, 7);
    let name = "A thing whose name is so long that nobody would ever set it in a single line of a chart, not even on a wall";
    long.classes[2].1 = same(name);
    long.classes[3].1 = same("名称极长的类别，没有哪张图能在一行里写下，写在墙上也不行，只好截断");
    long.unit = same("notches on a stick of the length of a river, which is more than a label can hold");
    long.names = (0..700).map(|index| (format!("M{index}").leak() as &str, same(name))).collect();
    let mut equal = made_up(900, 2, 8);
    equal.values.fill(7.0);
    vec![countries("gdp_pcap"), countries("population"), made_up(2000, 7, 3), long, equal]
}

#[test]
fn a_label_stays_inside_of_the_picture_and_its_texts_inside_of_it() {
    let mut wrong = Vec::new();
    for set in sets() {
        for (width, language) in [200.0, 280.0, 360.0, 560.0, 760.0, 1080.0]
            .into_iter()
            .flat_map(|width| Language::ALL.map(|language| (width, language)))
        {
            set.ask(Ask::new(language, width), |strip, _| {
                let scene = strip.draw();
                let stops =
                    (0..set.classes.len()).flat_map(|lane| Stop::ALL.iter().map(move |stop| (lane, *stop)));
                let stops = stops.map(|(lane, stop)| Spot::Stop(lane, stop));
                let entities = (0..set.values.len()).step_by(7).map(Spot::Entity);
                for spot in stops.chain(entities) {
                    let Some(label) = strip.label(spot) else {
                        let is_without = |entity: usize| !set.values[entity].is_finite();
                        assert!(strip.entity(spot).is_none_or(is_without), "{spot:?} has no label");
                        continue;
                    };
                    assert_eq!((label.width, label.height), (scene.width, scene.height));
                    wrong.extend(outside(&label));
                    wrong.extend(overlaps(&label));
                    let shapes = placed(&label);
                    let mut boxes = shapes.iter().filter(|shape| shape.label().is_none());
                    let frame: Rect = boxes.next_back().unwrap().bounds();
                    for text in shapes.iter().filter(|shape| shape.label().is_some()) {
                        let is_small = text.label().is_some_and(|label| label.size < 12.0);
                        if is_small || !frame.contains(&text.bounds()) {
                            wrong.push(format!("{width} {spot:?}: {} in {frame:?}", text.told()));
                        }
                    }
                }
            });
        }
    }
    assert!(wrong.is_empty(), "{} wrong: {:#?}", wrong.len(), &wrong[..wrong.len().min(12)]);
}
