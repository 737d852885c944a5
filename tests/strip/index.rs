//! What the index holds: every entity once, at its own place, and exact quartiles.

use county_chains::chart::strip::{Axis, Index, Indexing, NO_CLASS, Quantiles, Values, outline};
use county_chains::language::Language;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use super::data::{Ask, countries, made_up};

/// Random cases from a fixed seed, so that a failure is a change and never chance.
fn random(cases: u32) -> Config {
    Config { cases, rng_seed: RngSeed::Fixed(2024), failure_persistence: None, ..Config::default() }
}

/// How many classes the random entities have.
const CLASSES: u8 = 3;

/// Values of one kind: many equal ones, any, those above zero; and some that are none.
fn values() -> impl Strategy<Value = Vec<f64>> {
    let few = (-3i32..=3).prop_map(f64::from).boxed();
    let any = (-1.0e9..1.0e9f64).boxed();
    let ratios = (1usize..15, 1.0..10.0f64);
    let tenfold = |(power, value)| (0..power).fold(value / 1.0e5, |value: f64, _| value * 10.0);
    let ratios = ratios.prop_map(tenfold).boxed();
    let kinds = prop_oneof![Just(few), Just(any), Just(ratios)];
    kinds.prop_flat_map(|kind| {
        let value = prop_oneof![9 => kind, 1 => Just(f64::NAN)];
        proptest::collection::vec(value, 0..200)
    })
}

fn classes() -> impl Strategy<Value = Vec<u8>> {
    let class = prop_oneof![9 => 0..CLASSES, 1 => Just(NO_CLASS)];
    proptest::collection::vec(class, 200)
}

fn axes() -> impl Strategy<Value = Axis> {
    let column = prop_oneof![Just(2.0), Just(4.0), Just(7.0)];
    (any::<bool>(), 40.0..900.0f64, column).prop_map(|(is_log, length, column)| Axis {
        is_log,
        length,
        column,
    })
}

fn given<'a>(values: &'a [f64], classes: &'a [u8]) -> Values<'a> {
    Values { values, classes, qualifiers: &[] }
}

fn lane(class: u8) -> usize {
    usize::from(class.min(CLASSES))
}

/// The entities of some lanes that have a value, with it, by value and then in the order of the file.
fn sorted(values: &[f64], classes: &[u8], lanes: &[usize]) -> Vec<(f64, usize)> {
    let pairs = values.iter().zip(classes).enumerate();
    let kept = pairs.filter(|(_, (value, class))| value.is_finite() && lanes.contains(&lane(**class)));
    let mut kept: Vec<(f64, usize)> = kept.map(|(entity, (value, _))| (*value, entity)).collect();
    kept.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    kept
}

/// The quartiles of a sorted list, by the definition.
fn quantiles(sorted: &[(f64, usize)]) -> Option<Quantiles> {
    let last = sorted.len().checked_sub(1)?;
    let at = |part: f64| {
        let place = last as f64 * part;
        let low = sorted[place.floor() as usize].0;
        let high = sorted[place.ceil() as usize].0;
        low + (high - low) * place.fract()
    };
    Some(Quantiles { minimum: at(0.0), lower: at(0.25), median: at(0.5), upper: at(0.75), maximum: at(1.0) })
}

/// What an index says, to compare two.
fn told(index: &Index<'_>) -> Vec<Vec<u32>> {
    let lanes = 0..index.lanes();
    let slots = lanes.flat_map(|lane| (0..index.columns()).map(move |column| (lane, column)));
    slots.map(|(lane, column)| index.entities(lane, column).to_vec()).collect()
}

proptest! {
    #![proptest_config(random(256))]

    #[test]
    fn every_entity_with_a_value_is_counted_once_in_its_own_column(
        values in values(), classes in classes(), axis in axes(),
    ) {
        let index = Index::new(given(&values, &classes), usize::from(CLASSES), axis);
        let mut seen = vec![0; values.len()];
        for lane in 0..index.lanes() {
            let mut count = 0;
            for column in 0..index.columns() {
                for entity in index.entities(lane, column) {
                    let (entity, value) = (*entity as usize, values[*entity as usize]);
                    seen[entity] += 1;
                    prop_assert_eq!(self::lane(classes[entity]), lane);
                    prop_assert_eq!(index.column_at(index.scale().at(value)), column);
                }
                count += index.entities(lane, column).len();
            }
            prop_assert_eq!(count, index.lane(lane).with);
            prop_assert_eq!(count, index.counts(lane).sum::<usize>());
            prop_assert_eq!(count, sorted(&values, &classes, &[lane]).len());
        }
        for (value, seen) in values.iter().zip(seen) {
            prop_assert_eq!(seen, i32::from(value.is_finite()));
        }
        let known = values.iter().filter(|value| value.is_finite()).count();
        prop_assert_eq!(index.extent().count(), known);
        let without: usize = index.extent().lanes.iter().map(|lane| lane.without).sum();
        prop_assert_eq!(known + without, values.len());
    }

    #[test]
    fn quartiles_are_those_of_a_sorted_copy(
        values in values(), classes in classes(), axis in axes(), set in 1usize..16,
    ) {
        let index = Index::new(given(&values, &classes), usize::from(CLASSES), axis);
        let lanes: Vec<usize> = (0..index.lanes()).filter(|lane| set & (1 << lane) != 0).collect();
        prop_assert_eq!(index.quantiles(&lanes), quantiles(&sorted(&values, &classes, &lanes)));
    }

    #[test]
    fn slices_of_any_length_give_the_index_that_is_made_at_once(
        values in values(), classes in classes(), axis in axes(), rows in 1usize..90,
    ) {
        let whole = Index::new(given(&values, &classes), usize::from(CLASSES), axis);
        let mut indexing = Indexing::begin(given(&values, &classes), usize::from(CLASSES), axis);
        let mut pushed = 0;
        while indexing.push(rows) {
            pushed += 1;
            prop_assert!(pushed < 3 * (values.len() / rows + 1) + 5, "it never ends");
        }
        let sliced = indexing.end();
        prop_assert_eq!(told(&sliced), told(&whole));
        prop_assert_eq!(sliced.extent(), whole.extent());
        for lane in 0..whole.lanes() {
            prop_assert_eq!(sliced.quantiles(&[lane]), whole.quantiles(&[lane]));
        }
    }

    #[test]
    fn the_pointer_finds_the_nearest_entity_and_each_at_its_own_place(
        values in values(), classes in classes(), axis in axes(), place in -50.0..1000.0f64,
    ) {
        let index = Index::new(given(&values, &classes), usize::from(CLASSES), axis);
        for lane in 0..index.lanes() {
            let all = sorted(&values, &classes, &[lane]);
            let distance = |value: f64, place: f64| (index.scale().at(value) - place).abs();
            for (value, _) in &all {
                let own = index.scale().at(*value);
                let found = index.nearest(lane, own).unwrap();
                prop_assert_eq!(distance(values[found], own), 0.0);
            }
            let least = all.iter().map(|(value, _)| distance(*value, place)).reduce(f64::min);
            let found = index.nearest(lane, place).map(|found| distance(values[found], place));
            prop_assert_eq!(found, least);
        }
    }

    #[test]
    fn the_keyboard_goes_through_all_entities_of_a_lane_by_value(
        values in values(), classes in classes(), axis in axes(),
    ) {
        let index = Index::new(given(&values, &classes), usize::from(CLASSES), axis);
        for lane in 0..index.lanes() {
            let expected: Vec<usize> = sorted(&values, &classes, &[lane]).into_iter().map(|pair| pair.1).collect();
            let ends = index.ends(lane);
            prop_assert_eq!(ends, expected.first().copied().zip(expected.last().copied()));
            let upwards = std::iter::successors(ends.map(|ends| ends.0), |entity| index.after(*entity));
            prop_assert_eq!(upwards.take(300).collect::<Vec<_>>(), expected.clone());
            let downwards = std::iter::successors(ends.map(|ends| ends.1), |entity| index.before(*entity));
            let mut downwards: Vec<usize> = downwards.take(300).collect();
            downwards.reverse();
            prop_assert_eq!(downwards, expected);
        }
    }

    #[test]
    fn a_shape_is_as_thick_as_its_columns_are_full(
        values in values(), classes in classes(), axis in axes(), height in 30.0..80.0f64, times in 1usize..60,
    ) {
        let index = Index::new(given(&values, &classes), usize::from(CLASSES), axis);
        // Another class may have a fuller column.
        let fullest = index.fullest() * times;
        for lane in 0..index.lanes() {
            let outline = outline(&index, lane, fullest, height);
            for (column, count) in index.counts(lane).enumerate() {
                let middle = (column as f64 + 0.4) * axis.column;
                let mut end = outline.start;
                let run = outline.runs.iter().find(|run| {
                    end += run.length;
                    outline.start <= middle && middle < end
                });
                let half = run.map_or(0.0, |run| run.half);
                let exact = count as f64 / fullest.max(1) as f64 * height / 2.0;
                let is_right = if count == 0 { half == 0.0 } else { half >= 0.5 && (half - exact).abs() <= 0.5 };
                prop_assert!(is_right, "{count} of {fullest}: {half} for {exact}");
            }
            let pairs = outline.runs.windows(2);
            prop_assert!(pairs.into_iter().all(|pair| pair[0].half != pair[1].half), "equal steps are one");
        }
    }
}

#[test]
fn full_columns_answer_as_others_do() {
    let row = |index: u32| f64::from(index * 97 % 4001 * (index % 13));
    let skewed: Vec<f64> = (0..20_000).map(row).chain([4.0e8]).collect();
    let few: Vec<f64> = (0..20_000).map(|index| f64::from(index * 7 % 5) - 2.0).collect();
    let one: Vec<f64> = vec![3.5; 10_000];
    // Of the second class a column has at most 4,000, so it is held as others are, beside a full one.
    let classes: Vec<u8> = (0..=20_000u32).map(|index| u8::from(index * 31 % 7 % 5 == 4)).collect();
    for (values, column) in [(&skewed, 2.0), (&skewed, 900.0), (&few, 4.0), (&few, 900.0), (&one, 2.0)] {
        let axis = Axis { is_log: false, length: 800.0, column };
        let index = Index::new(given(values, &classes), usize::from(CLASSES), axis);
        let mut indexing = Indexing::begin(given(values, &classes), usize::from(CLASSES), axis);
        while indexing.push(1500) {}
        assert_eq!(told(&indexing.end()), told(&index));
        for lanes in [&[0][..], &[1], &[0, 1], &[0, 1, 2, 3]] {
            let all = sorted(values, &classes, lanes);
            assert_eq!(index.quantiles(lanes), quantiles(&all));
            let &[lane] = lanes else { continue };
            let entities: Vec<usize> = all.iter().map(|(_, entity)| *entity).collect();
            assert_eq!(index.ends(lane), Some((entities[0], entities[entities.len() - 1])));
            for pair in entities.windows(2).step_by(85) {
                assert_eq!(index.after(pair[0]), Some(pair[1]));
                assert_eq!(index.before(pair[1]), Some(pair[0]));
            }
            let distance = |value: f64, place: f64| (index.scale().at(value) - place).abs();
            for place in (0..400).map(|step| f64::from(step) * 2.3 - 20.0).chain([0.00001, 0.01, 0.1]) {
                let least = all.iter().map(|(value, _)| distance(*value, place)).reduce(f64::min);
                let found = index.nearest(lane, place).map(|found| distance(values[found], place));
                assert_eq!(found, least, "{place} {column}");
            }
        }
    }
}

#[test]
fn the_example_has_the_quartiles_that_a_spreadsheet_gives() {
    let set = countries("gdp_pcap");
    let axis = Axis { is_log: true, length: 500.0, column: 4.0 };
    let index = Index::new(set.values(), set.classes.len(), axis);
    let found = index.quantiles(&[3]).unwrap();
    // MIN, QUARTILE.INC and MAX of the column of the countries with low income.
    let expected = [found.minimum, found.lower, found.median, found.upper, found.maximum];
    assert_eq!(expected, [829.0, 1623.0, 2619.0, 2997.0, 4861.0]);
}

#[test]
fn the_entity_under_the_pointer_is_in_the_lane_there() {
    let set = made_up(2000, 3, 5);
    set.ask(Ask::new(Language::En, 760.0), |strip, _| {
        assert!(!strip.is_dotted());
        let scene = strip.draw();
        let lanes = scene.marks().filter(|mark| mark.key.text().starts_with("tier:"));
        for (lane, mark) in lanes.enumerate() {
            let at = mark.outline().frame.center();
            let found = strip.entity_at(at.x, at.y).unwrap();
            assert_eq!(usize::from(set.lanes[found]), lane);
        }
        assert_eq!(strip.entity_at(300.0, -5.0), None);
        assert_eq!(strip.entity_at(300.0, scene.height + 5.0), None);
    });
}
