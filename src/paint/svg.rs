//! A scene as SVG: still, with the colours of a theme, or live, with classes and marks to operate.

use super::node::{Element, svg};
use super::path::{drawn, outline, px};
use crate::geometry::{Point, Rect};
use crate::language::Language;
use crate::locale::Locale;
use crate::scene::{Anchor, Corners, Ink, Item, Label, Mark, Scene, Shape};
use crate::text::{SCRIPT_GAP, runs};
use crate::theme::{Role, Theme};
use crate::word::joined;

/// Font families for a picture that no page lends its font to.
pub const fn font_family(language: Language) -> &'static str {
    match language {
        Language::ZhHans => {
            "-apple-system, PingFang SC, HarmonyOS Sans SC, MiSans, Microsoft YaHei UI, Microsoft YaHei, \
             Noto Sans CJK SC, Source Han Sans SC, sans-serif"
        }
        Language::ZhHant => {
            "-apple-system, PingFang TC, Microsoft JhengHei UI, Noto Sans CJK TC, Noto Sans CJK SC, sans-serif"
        }
        Language::En => {
            "-apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, Liberation Sans, Noto Sans, \
             Noto Sans CJK SC, sans-serif"
        }
    }
}

/// How shapes get their colours.
#[derive(Clone, Copy)]
enum Palette<'a> {
    /// The theme's own.
    Still(&'a Theme),
    /// Classes that the style sheet colours.
    Live,
}

/// A self-contained SVG document of `scene`.
pub fn still_svg(scene: &Scene, theme: &Theme, locale: &Locale) -> String {
    let mut root = still_picture(scene, theme, locale);
    root.attributes.insert(0, ("xmlns", "http://www.w3.org/2000/svg".into()));
    root.markup()
}

/// `scene` as a picture: one image with a name, nothing to operate.
pub fn still_picture(scene: &Scene, theme: &Theme, locale: &Locale) -> Element {
    let palette = Palette::Still(theme);
    let marks = scene.items.iter().filter(|item| !matches!(item, Item::Mark(mark) if mark.gone));
    svg("svg")
        .with("viewBox", format!("0 0 {} {}", px(scene.width), px(scene.height)))
        .with("width", px(scene.width))
        .with("height", px(scene.height))
        .with("role", "img")
        .with("aria-label", scene.name.clone())
        .with("lang", locale.language.tag())
        .with("font-family", font_family(locale.language))
        .child(svg("title").text(scene.name.clone()))
        .children(marks.map(|item| match item {
            Item::Shape(shape) => shape_element(shape, palette),
            Item::Mark(mark) => still_mark(mark, palette),
        }))
        .children(
            scene
                .marks()
                .filter(|mark| mark.selected && !mark.gone)
                .flat_map(|mark| ring(mark.outline(), palette)),
        )
}

fn still_mark(mark: &Mark, palette: Palette<'_>) -> Element {
    svg("g")
        .with("data-key", mark.key.clone())
        .with("transform", translate(mark.at))
        .child(svg("title").text(mark.name.clone()))
        .children(mark.shapes.iter().map(|shape| shape_element(shape, palette)))
}

fn translate(at: Point) -> String {
    format!("translate({} {})", px(at.x), px(at.y))
}

/// The persistent ring around a selected mark: ink outside a gap of surface.
fn ring(frame: Rect, palette: Palette<'_>) -> [Element; 2] {
    let one = |grown: f64, role: Role| {
        let ink = Ink { stroke: Some((role, 2.5)), opacity: 1.0, ..Ink::default() };
        let frame = frame.grown(grown);
        inked(rect_element(frame, 3.0), &ink, palette)
    };
    [one(1.25, Role::Surface), one(3.5, Role::Ink)]
}

/// `scene` for a page: marks can be reached, named and chosen. `focus` is the key of the mark that the
/// Tab key reaches.
pub fn live_picture(scene: &Scene, focus: Option<&str>, hint: &str) -> Element {
    let palette = Palette::Live;
    let first = scene.marks().find(|mark| !mark.gone).map(|mark| mark.key.as_str());
    let held = scene.marks().any(|mark| !mark.gone && Some(mark.key.as_str()) == focus);
    let stop = if held { focus } else { first };
    let furniture = scene.items.iter().filter_map(|item| match item {
        Item::Shape(shape) => Some(shape),
        Item::Mark(_) => None,
    });
    let drawing = svg("svg")
        .with("width", px(scene.width))
        .with("height", px(scene.height))
        .with("viewBox", format!("0 0 {} {}", px(scene.width), px(scene.height)))
        .with("role", "group")
        .with("aria-label", scene.name.clone())
        .with("aria-description", hint.to_owned())
        // Furniture first: marks keep their places among each other, whatever furniture comes and goes, and
        // what keeps its place keeps the focus.
        .children(
            furniture
                .enumerate()
                .map(|(index, shape)| shape_element(shape, palette).keyed(format!("s{index}"))),
        )
        .children(scene.marks().map(|mark| live_mark(mark, stop == Some(mark.key.as_str()))));
    let rings = scene.marks().filter(|mark| mark.selected && !mark.gone);
    let selected = svg("g").class("chosen").with("aria-hidden", "true").keyed("chosen");
    let selected = selected.children(rings.flat_map(|mark| ring(mark.outline(), palette)));
    // Both are placed by the shell when a mark is focused or under the pointer.
    let cursor = |class: &'static str| {
        svg("g")
            .class(class)
            .with("aria-hidden", "true")
            .keyed(class)
            .children([svg("rect").class("gap").with("rx", "3"), svg("rect").class("edge").with("rx", "3")])
    };
    drawing.child(selected).child(cursor("hover")).child(cursor("focus"))
}

fn live_mark(mark: &Mark, is_stop: bool) -> Element {
    let element = svg("g").keyed(mark.key.clone()).with("transform", translate(mark.at));
    let element = if mark.gone {
        element.class("gone").with("aria-hidden", "true")
    } else {
        element
            .class("mark")
            .with("data-key", mark.key.clone())
            .with("role", "checkbox")
            .with("tabindex", if is_stop { "0" } else { "-1" })
            .with("aria-label", mark.name.clone())
            .with("aria-checked", if mark.selected { "true" } else { "false" })
    };
    element
        .child(rect_element(mark.frame, 0.0).class("hit"))
        .children(mark.shapes.iter().map(|shape| shape_element(shape, Palette::Live)))
}

/// A shape as an element.
fn shape_element(shape: &Shape, palette: Palette<'_>) -> Element {
    match shape {
        Shape::Rect { frame, corners: Corners::All(radius), ink } if !ink.hatched => {
            inked(rect_element(*frame, *radius), ink, palette)
        }
        Shape::Circle { center, radius, ink } => {
            let circle =
                svg("circle").with("cx", px(center.x)).with("cy", px(center.y)).with("r", px(*radius));
            inked(circle, ink, palette)
        }
        Shape::Text(label) => text_element(label, palette),
        Shape::Rect { ink, .. }
        | Shape::Rects { ink, .. }
        | Shape::Polygon { ink, .. }
        | Shape::Line { ink, .. } => inked(svg("path").with("d", outline(shape)), &drawn(ink), palette),
    }
}

fn rect_element(frame: Rect, radius: f64) -> Element {
    svg("rect")
        .with("x", px(frame.x))
        .with("y", px(frame.y))
        .with("width", px(frame.width))
        .with("height", px(frame.height))
        .with_if(radius > 0.0, "rx", px(radius))
}

/// `element` with fill, outline, dashes and opacity.
fn inked(element: Element, ink: &Ink, palette: Palette<'_>) -> Element {
    let mut classes = Vec::new();
    let mut element = element;
    match (ink.fill, palette) {
        (Some(role), Palette::Still(theme)) => element = element.with("fill", theme.color(role).to_string()),
        (Some(role), Palette::Live) => classes.push(format!("f-{}", role.name())),
        (None, _) => element = element.with("fill", "none"),
    }
    if let Some((role, width)) = ink.stroke {
        match palette {
            Palette::Still(theme) => element = element.with("stroke", theme.color(role).to_string()),
            Palette::Live => classes.push(format!("s-{}", role.name())),
        }
        element = element.with_if((width - 1.0).abs() > 0.001, "stroke-width", px(width));
    }
    if !classes.is_empty() {
        element = element.class(joined(" ", classes.iter().map(String::as_str)));
    }
    element.with_if(ink.dash > 0.0, "stroke-dasharray", px(ink.dash)).with_if(
        ink.opacity < 1.0,
        "opacity",
        px(ink.opacity),
    )
}

/// A line of text; where scripts meet, the next run is set a little to the right.
fn text_element(label: &Label, palette: Palette<'_>) -> Element {
    let element = svg("text").with("x", px(label.at.x)).with("y", px(label.at.y));
    let element = match palette {
        Palette::Still(theme) => element.with("fill", theme.color(label.role).to_string()),
        Palette::Live => element.class(format!("f-{}", label.role.name())),
    };
    let mut element =
        element.with("font-size", px(label.size)).with_if(label.bold, "font-weight", "700").with_if(
            label.anchor != Anchor::Start,
            "text-anchor",
            if label.anchor == Anchor::End { "end" } else { "middle" },
        );
    for (index, run) in runs(&label.content).into_iter().enumerate() {
        element = if index == 0 {
            element.text(run)
        } else {
            element.child(svg("tspan").with("dx", px(label.size * SCRIPT_GAP)).text(run))
        };
    }
    element
}
