//! What a canvas records, and where scales put values.

use super::{AxisScale, Canvas, Fill, Item, Mark, MarkKey, Run, Scale, Shape, UnitScale, snapped};
use crate::geometry::{Point, Rect};
use crate::theme::Role;

#[test]
fn a_scale_maps_both_ends_and_what_lies_between() {
    let scale = Scale::linear(0.0..200.0, 100.0..500.0);
    assert_eq!([0.0, 50.0, 200.0].map(|value| scale.at(value)), [100.0, 200.0, 500.0]);
    // A sixteenth of a pixel is the finest step.
    assert_eq!((scale.at(0.33) * 16.0).fract(), 0.0);
}

#[test]
fn ticks_are_round_and_no_more_than_asked_for() {
    let ticks = Scale::linear(0.0..11_800.0, 0.0..400.0).ticks(5);
    assert_eq!(ticks, [0.0, 5000.0, 10_000.0]);
    assert_eq!(UnitScale::units(3.0..6.0, 0.0..90.0).ticks(2), [3.0, 4.0, 5.0, 6.0]);
}

#[test]
fn on_a_logarithmic_axis_equal_ratios_are_equally_long() {
    let scale = AxisScale::axis(1.0..10_000.0, true, 0.0..400.0);
    assert!(scale.is_log());
    assert_eq!([1.0, 10.0, 100.0, 10_000.0].map(|value| scale.at(value)), [0.0, 100.0, 200.0, 400.0]);
    assert_eq!(scale.ticks(5), [1.0, 10.0, 100.0, 1000.0, 10_000.0]);
    let scale = AxisScale::axis(0.0..10.0, true, 0.0..400.0);
    assert!(!scale.is_log(), "zero has no place on it");
    assert_eq!(scale.at(5.0), 200.0);
    assert_eq!(scale.ticks(3), [0.0, 5.0, 10.0]);
}

#[test]
fn steps_are_recorded_as_they_are() {
    let canvas = Canvas::new(100.0, 50.0);
    let runs = vec![Run { length: 4.0, half: 2.5 }, Run { length: 2.0, half: 0.5 }];
    canvas.steps(Point::new(10.03, 20.0), runs.clone(), Fill::new(Role::Ink));
    let scene = canvas.finish("name".to_owned());
    let [Item::Shape(shape)] = &scene.items[..] else { panic!("{:#?}", scene.items) };
    let Shape::Steps { start, runs: recorded, .. } = shape.clone().moved(1.0, 2.0) else {
        panic!("{shape:#?}")
    };
    assert_eq!((start, recorded), (Point::new(11.0, 22.0), runs));
}

#[test]
fn shapes_of_a_mark_are_recorded_relative_to_it() {
    let canvas = Canvas::new(100.0, 50.0);
    let frame = Rect::new(12.03, 20.0, 30.0, 10.0);
    let mark = Mark {
        key: MarkKey::Sum,
        name: String::new(),
        at: Point::new(10.0, 20.0),
        group: "",
        alias: "",
        frame,
        shapes: Vec::new(),
        notches: Default::default(),
        selected: false,
        is_summed_up: false,
        gone: false,
    };
    canvas.mark(mark, |canvas| canvas.rect(frame, Fill::new(Role::Ink)));
    canvas.rects(&[], Fill::new(Role::Ink));
    canvas.rects(&[frame, frame], Fill::new(Role::Axis));
    let scene = canvas.finish("name".to_owned());
    let [Item::Mark(mark), Item::Shape(Shape::Rects { frames, .. })] = &scene.items[..] else {
        panic!("{:#?}", scene.items);
    };
    let Shape::Rect { frame: recorded, .. } = &mark.shapes[0] else { panic!("{:#?}", mark.shapes) };
    assert_eq!(*recorded, Rect::new(2.0, 0.0, 30.0, 10.0));
    assert_eq!(frames[..], [Rect::new(12.0, 20.0, 30.0, 10.0); 2]);
}

#[test]
#[cfg(debug_assertions)]
#[should_panic(expected = "NaN is no place in a picture")]
fn what_is_no_number_is_no_place() {
    let _ = snapped(f64::NAN);
}
