//! A scene as SVG: static, with the colours of a theme, or live, with classes and marks to operate.

use super::node::{Element, Node, svg};
use super::path::{drawn, numbers, outline};
use crate::geometry::{Point, Rect};
use crate::language::Language;
use crate::locale::Locale;
use crate::quantity::count_text;
use crate::scene::{Anchor, Corners, Ink, Item, Label, Mark, MarkKey, Outline, Scene, Shape};
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
        .children(rings(scene, palette))
}

/// The rings around selected marks.
fn rings(scene: &Scene, palette: Palette<'_>) -> impl Iterator<Item = Element> {
    let ringed = scene.marks().filter(|mark| mark.is_ringed());
    ringed.flat_map(move |mark| mark.ring().map(|shape| shape_element(&shape, palette)))
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

/// How the live picture is to be operated.
pub struct Operation<'a> {
    /// What its marks are called together.
    pub name: &'static str,
    /// Id of the text that says how; empty without one.
    pub hint: &'static str,
    /// How arrow keys lead from mark to mark, for `www/roving.js`; empty where the chart has keys of its own.
    pub arrows: &'static str,
    /// Key of the mark that the Tab key reaches.
    pub focus: Option<&'a str>,
    /// The code of the tier that alone is kept, if there is one: in charts whose marks filter, its marks are chosen.
    pub only: Option<&'a str>,
    /// Whether labels take just the width that was reckoned for them, whatever the font.
    pub squeezed: bool,
}

impl Operation<'_> {
    fn is_chosen(&self, mark: &Mark) -> bool {
        match mark.key {
            MarkKey::Tier(code) | MarkKey::Segment(code, _) => self.only == Some(code),
            _ => mark.selected,
        }
    }
}

/// What tells tiers apart where colours may not: on paper, with more contrast, where the system gives the colours. The first is
/// plain. Id, class of the tier, lines: diagonal ones, dots, level ones. Their ids are those of a shadow root, which clash with none.
const PATTERNS: [(&str, &str, &str); 3] = [
    ("p2", "t2", "M-1 5l2 2M0 0l6 6M5-1l2 2"),
    ("p3", "t3", "M1.5 1.5h.1M4.5 4.5h.1"),
    ("p4", "t4", "M0 3h6"),
];

/// A pattern that the style sheet fills the marks of a tier with.
fn pattern((id, class, lines): (&'static str, &'static str, &'static str)) -> Element {
    svg("pattern")
        .keyed(id)
        .with("id", id)
        .class(class)
        .with("width", "6")
        .with("height", "6")
        .with("patternUnits", "userSpaceOnUse")
        .child(rect_element(Rect::new(0.0, 0.0, 6.0, 6.0), 0.0))
        .child(svg("path").with("d", lines))
}

/// `scene` for a page: a list whose options are the marks, so that screen readers pass arrow keys on.
pub fn live_picture(scene: &Scene, operation: &Operation<'_>) -> Element {
    let palette = Palette::Live { squeezed: operation.squeezed };
    let focus = operation.focus.and_then(MarkKey::parse);
    let reachable = || scene.marks().filter(|mark| !mark.gone);
    let stop = reachable()
        .find(|mark| Some(mark.key) == focus)
        .or_else(|| reachable().find(|mark| !mark.is_summed_up))
        .or_else(|| reachable().next())
        .map(|mark| mark.key);
    let furniture = scene.items.iter().filter_map(|item| match item {
        Item::Shape(shape) => Some(shape),
        Item::Mark(_) => None,
    });
    let hidden = |class: &'static str| svg("g").class(class).with("aria-hidden", "true").keyed(class);
    // A tier has a mark in each bar.
    let is_multiple = reachable().filter(|mark| operation.is_chosen(mark)).count() > 1;
    let mut drawing = svg("svg")
        .with_number("width", scene.width)
        .with_number("height", scene.height)
        .with_text("viewBox", &numbers(&[0.0, 0.0, scene.width, scene.height]))
        .with_if(stop.is_some(), "role", "listbox")
        .with_if(stop.is_some(), "aria-label", operation.name)
        .with_if(!operation.hint.is_empty(), "aria-describedby", operation.hint)
        // Without marks nothing is left that the heading does not say.
        .with_if(stop.is_none(), "aria-hidden", "true")
        .with_if(is_multiple, "aria-multiselectable", "true")
        .with_if(!operation.arrows.is_empty(), "data-arrows", operation.arrows)
        .children(PATTERNS.map(pattern))
        // Furniture first: marks keep their places among each other, whatever furniture comes and goes, and
        // what keeps its place keeps the focus.
        .children(
            furniture
                .enumerate()
                .map(|(index, shape)| shape_element(shape, palette).keyed(&text!("s{count_text(index)}"))),
        );
    for mark in scene.marks() {
        let [mark, words] = live_mark(mark, operation, stop == Some(mark.key));
        drawing = drawing.child(mark);
        if !words.children.is_empty() {
            drawing = drawing.child(words);
        }
    }
    // Both are placed by the shell when a mark is focused or under the pointer.
    let cursor = |class| hidden(class).children([svg("path").class("gap"), svg("path").class("edge")]);
    drawing
        .child(hidden("chosen").children(rings(scene, palette)))
        .child(cursor("hover"))
        .child(cursor("focus"))
}

/// What is laid over the picture: shapes that the pointer passes through. They say nothing that is not said otherwise.
pub fn overlay(shapes: &[Item], squeezed: bool) -> Element {
    let shapes = shapes.iter().filter_map(|item| match item {
        Item::Shape(shape) => Some(shape_element(shape, Palette::Live { squeezed })),
        Item::Mark(_) => None,
    });
    svg("g").with("pointer-events", "none").with("aria-hidden", "true").children(shapes)
}

/// The mark, and its words behind it, if any: they are not part of what it is called, which its name says in an order that can be
/// heard.
fn live_mark(mark: &Mark, operation: &Operation<'_>, is_stop: bool) -> [Element; 2] {
    let palette = Palette::Live { squeezed: operation.squeezed };
    let key = mark.key.text();
    let group = |key: &str| svg("g").keyed(key).with_text("transform", &translate(mark.at));
    let is_chosen = operation.is_chosen(mark);
    // To all who hear the page, the shell shows a mark that keys have led to.
    let is_hidden = mark.gone || (mark.is_summed_up && !is_stop && !is_chosen);
    let element = group(&key).with_if(is_hidden, "aria-hidden", "true");
    let element = if mark.gone {
        element.class("gone")
    } else {
        element
            .class("mark")
            .with_text("data-key", &key)
            .with_if(!mark.group.is_empty(), "data-group", mark.group)
            .with_if(!mark.alias.is_empty(), "data-alias", mark.alias)
            .with("role", "option")
            .with("tabindex", if is_stop { "0" } else { "-1" })
            .with_text("aria-label", &mark.name)
            .with("aria-selected", if is_chosen { "true" } else { "false" })
    };
    let hit = Outline { frame: mark.frame, notches: mark.notches }.shape(0.0, 0.0, Ink::default());
    let hit = match &hit {
        Shape::Rect { frame, .. } => rect_element(*frame, 0.0),
        shape => svg("path").with_text("d", &outline(shape)),
    };
    let mut element = element.child(hit.class("hit"));
    let mut words = group(&text!("{key} words")).class(if mark.gone { "gone" } else { "words" });
    for shape in &mark.shapes {
        let drawn = shape_element(shape, palette);
        if matches!(shape, Shape::Text(_)) {
            words = words.child(drawn);
        } else {
            element = element.child(drawn);
        }
    }
    [element, words]
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
            // The names of the marks say what the labels say.
            let element = element.with_text("class", &label.role.named("f-")).with("aria-hidden", "true");
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
