//! What a theme, a filter that is not answered, and a chosen mark change in a saved picture. The goldens hold what these
//! laws start from: every chart in every language, light, unfiltered, with nothing chosen.

use county_chains::chart::{ChartKind, FilterEffect, poster};
use county_chains::geometry::{Point, Rect};
use county_chains::language::Language;
use county_chains::locale::Locale;
use county_chains::paint::{outline, static_svg};
use county_chains::scene::{Ink, Scene};
use county_chains::theme::{DARK, LIGHT, Role, Theme};
use county_chains::widget::{self, State, ThemeChoice};
use county_chains::word::Keyword;

use super::support::{CHARTS, dataset, environment, state_of, tier_sets};

const WIDTH: f64 = 760.0;

/// The picture as `toSVG` gives it, with the scene that it paints.
fn drawn(state: &State, language: Language, theme: &Theme) -> (Scene, String) {
    let environment = environment(language, WIDTH);
    let context = widget::context(dataset(), state, &environment);
    let scene = poster(state.chart, &context, WIDTH, None);
    let svg =
        static_svg(&scene, theme, Locale::of(language), &widget::credits(&context, state, &environment));
    (scene, svg)
}

/// The picture without the link that it carries.
fn unlinked(svg: &str) -> String {
    let (before, rest) = svg.split_once("<dc:identifier>").unwrap();
    let (_, after) = rest.split_once("</dc:identifier>").unwrap();
    [before, after].concat()
}

/// The charts that a filter leaves alone.
fn unfiltered() -> impl Iterator<Item = ChartKind> {
    CHARTS.iter().copied().filter(|chart| chart.chart().filter_effect() == FilterEffect::Disabled)
}

/// The texts between the colours of a picture, and the colours.
fn parted(svg: &str) -> (Vec<&str>, Vec<&str>) {
    let mut parts = svg.split("=\"#");
    let first = parts.next().unwrap();
    let (colors, texts): (Vec<&str>, Vec<&str>) = parts.map(|part| part.split_at(6)).unzip();
    (std::iter::once(first).chain(texts).collect(), colors)
}

#[test]
fn dark_is_light_with_each_colour_replaced_by_that_of_the_same_role() {
    // Light and dark colour of each role. Two roles may share one of the two, so both are looked up at once.
    let color = |theme: &Theme, role: Role| theme.color(role).to_string().trim_start_matches('#').to_owned();
    let roles = Role::all(dataset().tiers.len()).into_iter();
    let pairs: Vec<_> = roles.map(|role| (color(&LIGHT, role), color(&DARK, role))).collect();
    for chart in CHARTS.iter() {
        for language in Language::ALL {
            let case = format!("{} {}", chart.word(), language.tag());
            let state = |theme| State { theme, ..state_of(*chart) };
            let (light_scene, light) = drawn(&state(ThemeChoice::Light), language, &LIGHT);
            let (dark_scene, dark) = drawn(&state(ThemeChoice::Dark), language, &DARK);
            // So the roles are the same, one by one.
            assert!(light_scene == dark_scene, "{case}: another scene");
            let (light, dark) = (light.replace(";theme=light", ";theme=dark"), dark);
            let ((texts, from), (dark_texts, to)) = (parted(&light), parted(&dark));
            assert_eq!(texts, dark_texts, "{case}");
            assert!(from.len() > 20, "{case} has {} colours", from.len());
            for (from, to) in from.into_iter().zip(to) {
                let is_pair = pairs.iter().any(|(light, dark)| light == from && dark == to);
                assert!(is_pair, "{case}: no role is #{from} when light and #{to} when dark");
            }
        }
    }
}

#[test]
fn a_filter_that_a_chart_does_not_answer_changes_nothing_but_the_link() {
    let mut charts = 0;
    for chart in unfiltered() {
        charts += 1;
        for language in Language::ALL {
            let picture = |tiers| drawn(&State { tiers, ..state_of(chart) }, language, &LIGHT).1;
            let pictures: Vec<String> = tier_sets().map(picture).collect();
            let [first, others @ ..] = &pictures[..] else { panic!("there are sixteen filters") };
            for other in others {
                let case = format!("{} {}", chart.word(), language.tag());
                assert_ne!(other, first, "{case}: the link keeps the filter for the next chart");
                assert_eq!(unlinked(other), unlinked(first), "{case}");
            }
        }
    }
    assert!(charts > 0);
}

#[test]
fn a_chosen_mark_gets_two_rings_and_nothing_else_changes_but_the_link() {
    let end = "</svg>\n";
    for chart in unfiltered() {
        let (scene, plain) = drawn(&state_of(chart), Language::ZhHans, &LIGHT);
        assert!(scene.marks().count() > 0, "{}", chart.word());
        for mark in scene.marks() {
            let state = State { mark: Some(mark.key.text()), ..state_of(chart) };
            let (_, chosen) = drawn(&state, Language::ZhHans, &LIGHT);
            let (plain, chosen) = (unlinked(&plain), unlinked(&chosen));
            let rings = chosen.strip_prefix(plain.strip_suffix(end).unwrap());
            let rings = rings.and_then(|rest| rest.strip_suffix(end));
            if mark.notches != <[Point; 2]>::default() {
                let expected =
                    [1.25, 3.5].map(|gap| outline(&mark.outline().shape(gap, 3.0, Ink::default())));
                let paths = rings.unwrap_or_default().split(" d=\"").skip(1);
                let paths: Vec<&str> = paths.filter_map(|tag| Some(tag.split_once('"')?.0)).collect();
                assert_eq!(paths, expected, "{:?}", mark.key);
                continue;
            }
            let frames: Vec<Rect> = rings.unwrap_or_default().split("<rect").skip(1).map(frame).collect();
            let expected = [1.25, 3.5].map(|gap| mark.outline().frame.grown(gap));
            assert_eq!(frames.len(), expected.len(), "{:?}: {rings:?}", mark.key);
            for (frame, expected) in frames.iter().zip(expected) {
                let far = [frame.x - expected.x, frame.y - expected.y, frame.right() - expected.right()]
                    .into_iter()
                    .chain([frame.bottom() - expected.bottom()])
                    .any(|distance| distance.abs() > 0.02);
                assert!(!far, "{:?}: {frame:?} instead of {expected:?}", mark.key);
            }
        }
    }
}

/// Where a rectangle stands, from the attributes of its tag.
fn frame(tag: &str) -> Rect {
    let number = |name: &str| -> f64 {
        let (_, rest) = tag.split_once(&format!(" {name}=\"")).unwrap();
        rest.split_once('"').unwrap().0.parse().unwrap()
    };
    Rect::new(number("x"), number("y"), number("width"), number("height"))
}
