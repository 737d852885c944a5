//! A scene as SVG: static, with the colours of a theme, or live, with classes and marks to operate.

use super::node::{Element, Node, svg};
use super::path::{drawn, numbers, outline};
use crate::geometry::{Point, Rect};
use crate::language::Language;
use crate::locale::Locale;
use crate::quantity::count_text;
use crate::scene::{Anchor, Corners, Ink, Item, Label, Mark, MarkKey, Scene, Shape};
use crate::text::{SCRIPT_GAP, is_wide, runs, width};
use crate::theme::{Role, Theme};
use crate::widget::Credits;
use crate::word::text;

/// Font families for a picture that no page lends its font to. The first is one that LibreOffice and CairoSVG find,
/// since they look no further: for English as wide as the widths in `text`, for Chinese with all characters.
pub const fn font_family(language: Language) -> &'static str {
    match language {
        Language::ZhHans => {
            "Noto Sans CJK SC, PingFang SC, HarmonyOS Sans SC, MiSans, Microsoft YaHei UI, Microsoft YaHei, \
             Source Han Sans SC, sans-serif"
        }
        Language::ZhHant => {
            "Noto Sans CJK TC, PingFang TC, Microsoft JhengHei UI, Noto Sans CJK SC, sans-serif"
        }
        Language::En => {
            "Arial, Liberation Sans, Helvetica Neue, Segoe UI, Roboto, Noto Sans, Noto Sans CJK SC, sans-serif"
        }
    }
}

/// How shapes get their colours.
#[derive(Clone, Copy)]
enum Palette<'a> {
    /// The theme's own; labels in the fonts of a language.
    Static(&'a Theme, Language),
    /// Classes that the style sheet colours; labels in a font of the page's.
    Live {
        /// Whether that font is wider than ours, so that labels must be held to their width.
        squeezed: bool,
    },
}

/// A self-contained SVG document of `scene`, which says of itself what the credits say.
pub fn static_svg(scene: &Scene, theme: &Theme, locale: &Locale, credits: &Credits) -> String {
    let mut root = static_picture(scene, theme, locale);
    root.attributes.insert(0, ("xmlns", "http://www.w3.org/2000/svg".into()));
    let described = [svg("desc").text(&credits.description), metadata(credits, locale)];
    // Right after the title.
    root.children.splice(1..1, described.map(Node::Element));
    root.markup()
}

/// The credits in the words of Dublin Core.
fn metadata(credits: &Credits, locale: &Locale) -> Element {
    let entries = [
        ("dc:title", credits.title.as_str()),
        ("dc:publisher", credits.publisher),
        ("dc:source", &credits.source),
        ("dc:coverage", credits.edition),
        ("dc:identifier", &credits.link),
        ("dc:language", locale.language.tag()),
    ];
    let entries = entries.into_iter().filter(|(_, text)| !text.is_empty());
    let description = svg("rdf:Description").children(entries.map(|(name, text)| svg(name).text(text)));
    let root = svg("rdf:RDF")
        .with("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/");
    svg("metadata").child(root.child(description))
}

/// `scene` as a picture: one image with a name, nothing to operate.
pub fn static_picture(scene: &Scene, theme: &Theme, locale: &Locale) -> Element {
    let palette = Palette::Static(theme, locale.language);
    let marks = scene.items.iter().filter(|item| !matches!(item, Item::Mark(mark) if mark.gone));
    svg("svg")
        .with_text("viewBox", &numbers(&[0.0, 0.0, scene.width, scene.height]))
        .with_number("width", scene.width)
        .with_number("height", scene.height)
        .with("role", "img")
        .with_text("aria-label", &scene.name)
        .with("lang", locale.language.tag())
        .with("font-family", font_family(locale.language))
        .child(svg("title").text(&scene.name))
        .children(marks.map(|item| match item {
            Item::Shape(shape) => shape_element(shape, palette),
            Item::Mark(mark) => static_mark(mark, palette),
        }))
        .children(
            scene
                .marks()
                .filter(|mark| mark.selected && !mark.gone)
                .flat_map(|mark| ring(mark.outline(), palette)),
        )
}

fn static_mark(mark: &Mark, palette: Palette<'_>) -> Element {
    svg("g")
        .with_text("data-key", &mark.key.text())
        .with_text("transform", &translate(mark.at))
        .child(svg("title").text(&mark.name))
        .children(mark.shapes.iter().map(|shape| shape_element(shape, palette)))
}

fn translate(at: Point) -> String {
    text!("translate({numbers(&[at.x, at.y])})")
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
/// Tab key reaches; `squeezed` labels take just the width that was reckoned for them, whatever the font.
pub fn live_picture(scene: &Scene, focus: Option<&str>, hint: &str, squeezed: bool) -> Element {
    let palette = Palette::Live { squeezed };
    let focus = focus.and_then(MarkKey::parse);
    let reachable = || scene.marks().filter(|mark| !mark.gone).map(|mark| mark.key);
    let stop = reachable().find(|key| Some(*key) == focus).or(reachable().next());
    let furniture = scene.items.iter().filter_map(|item| match item {
        Item::Shape(shape) => Some(shape),
        Item::Mark(_) => None,
    });
    let drawing = svg("svg")
        .with_number("width", scene.width)
        .with_number("height", scene.height)
        .with_text("viewBox", &numbers(&[0.0, 0.0, scene.width, scene.height]))
        .with("role", "group")
        .with_text("aria-label", &scene.name)
        .with_text("aria-description", hint)
        // Furniture first: marks keep their places among each other, whatever furniture comes and goes, and
        // what keeps its place keeps the focus.
        .children(
            furniture
                .enumerate()
                .map(|(index, shape)| shape_element(shape, palette).keyed(&text!("s{count_text(index)}"))),
        )
        .children(scene.marks().map(|mark| live_mark(mark, palette, stop == Some(mark.key))));
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

/// What is laid over the picture: shapes that the pointer passes through. They say nothing that is not said otherwise.
pub fn overlay(shapes: &[Item], squeezed: bool) -> Element {
    let shapes = shapes.iter().filter_map(|item| match item {
        Item::Shape(shape) => Some(shape_element(shape, Palette::Live { squeezed })),
        Item::Mark(_) => None,
    });
    svg("g").with("pointer-events", "none").with("aria-hidden", "true").children(shapes)
}

fn live_mark(mark: &Mark, palette: Palette<'_>, is_stop: bool) -> Element {
    let key = mark.key.text();
    let element = svg("g").keyed(&key).with_text("transform", &translate(mark.at));
    let element = if mark.gone {
        element.class("gone").with("aria-hidden", "true")
    } else {
        element
            .class("mark")
            .with_text("data-key", &key)
            .with("role", "checkbox")
            .with("tabindex", if is_stop { "0" } else { "-1" })
            .with_text("aria-label", &mark.name)
            .with("aria-checked", if mark.selected { "true" } else { "false" })
    };
    element
        .child(rect_element(mark.frame, 0.0).class("hit"))
        .children(mark.shapes.iter().map(|shape| shape_element(shape, palette)))
}

/// A shape as an element.
fn shape_element(shape: &Shape, palette: Palette<'_>) -> Element {
    match shape {
        Shape::Rect { frame, corners: Corners::All(radius), ink } if !ink.hatched => {
            inked(rect_element(*frame, *radius), ink, palette)
        }
        Shape::Circle { center, radius, ink } => {
            let circle = svg("circle")
                .with_number("cx", center.x)
                .with_number("cy", center.y)
                .with_number("r", *radius);
            inked(circle, ink, palette)
        }
        Shape::Text(label) => text_element(label, palette),
        Shape::Rect { ink, .. }
        | Shape::Rects { ink, .. }
        | Shape::Polygon { ink, .. }
        | Shape::Steps { ink, .. }
        | Shape::Line { ink, .. } => inked(svg("path").with_text("d", &outline(shape)), &drawn(ink), palette),
    }
}

/// A rectangle without ink.
pub(super) fn rect_element(frame: Rect, radius: f64) -> Element {
    let rect = svg("rect")
        .with_number("x", frame.x)
        .with_number("y", frame.y)
        .with_number("width", frame.width)
        .with_number("height", frame.height);
    if radius > 0.0 { rect.with_number("rx", radius) } else { rect }
}

/// `element` with fill, outline, dashes and opacity.
fn inked(element: Element, ink: &Ink, palette: Palette<'_>) -> Element {
    let element = if ink.fill.is_none() { element.with("fill", "none") } else { element };
    let element = match palette {
        Palette::Static(theme, _) => {
            let color = |element: Element, name, role: Option<Role>| match role {
                Some(role) => element.with_text(name, &theme.color(role).css()),
                None => element,
            };
            let element = color(element, "fill", ink.fill);
            color(element, "stroke", ink.stroke.map(|(role, _)| role))
        }
        Palette::Live { .. } => {
            let fill = ink.fill.map_or_else(String::new, |role| role.named("f-"));
            let stroke = ink.stroke.map_or_else(String::new, |(role, _)| role.named("s-"));
            let gap = if ink.fill.is_some() && ink.stroke.is_some() { " " } else { "" };
            let class = text!("{fill}{gap}{stroke}");
            if class.is_empty() { element } else { element.with_text("class", &class) }
        }
    };
    let width = ink.stroke.map_or(1.0, |(_, width)| width);
    let element =
        if (width - 1.0).abs() > 0.001 { element.with_number("stroke-width", width) } else { element };
    let element = if ink.dash > 0.0 { element.with_number("stroke-dasharray", ink.dash) } else { element };
    if ink.opacity < 1.0 { element.with_number("opacity", ink.opacity) } else { element }
}

/// A line of text; where scripts meet, the next run is set a little to the right; in a static picture only a line that is placed by
/// its start: with another anchor, LibreOffice and CairoSVG place each run by itself.
fn text_element(label: &Label, palette: Palette<'_>) -> Element {
    let element = svg("text").with_number("x", label.at.x).with_number("y", label.at.y);
    let is_start = label.anchor == Anchor::Start;
    let (element, parts) = match palette {
        Palette::Static(theme, language) => {
            let element = element.with_text("fill", &theme.color(label.role).css());
            // Quoted Chinese: not every reader looks further than the first family.
            let quoted = language == Language::En && label.content.chars().any(is_wide);
            (element.with_if(quoted, "font-family", font_family(Language::ZhHans)), is_start)
        }
        Palette::Live { squeezed } => {
            let element = element.with_text("class", &label.role.named("f-"));
            let element = if squeezed {
                let room = width(&label.content, label.size, label.bold);
                element.with_number("textLength", room).with("lengthAdjust", "spacingAndGlyphs")
            } else {
                element
            };
            (element, true)
        }
    };
    let mut element = element
        .with_number("font-size", label.size)
        .with_if(label.bold, "font-weight", "700")
        .with_if(!is_start, "text-anchor", if label.anchor == Anchor::End { "end" } else { "middle" });
    if !parts {
        return element.text(&label.content);
    }
    for (index, run) in runs(&label.content).into_iter().enumerate() {
        element = if index == 0 {
            element.text(run)
        } else {
            element.child(svg("tspan").with_number("dx", label.size * SCRIPT_GAP).text(run))
        };
    }
    element
}
