//! The shell in the page: draws views into a shadow root and turns events into actions.
//!
//! JavaScript holds the element's class and its state; it calls in here with both. Whatever is expected
//! to go wrong comes back as a value. A panic is thrown as a JavaScript error, after which the instance
//! must not be used again.

#![allow(unreachable_pub, reason = "what wasm-bindgen exports is reached from JavaScript")]

mod canvas;
mod events;
mod export;
mod files;
mod page;
mod parts;
mod rings;
mod selftest;

use std::sync::LazyLock;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::chart::Part;
use crate::dataset::Dataset;
use crate::language::Language;
use crate::paint::live;
use crate::quantity::{count_text, decimal};
use crate::text;
use crate::widget::{Environment, State, drop_unknown, set_attribute, settings, view};
use crate::word::{concat, joined};
use page::Page;
use parts::{is_here, missing};
use rings::Rings;

/// Small, and quick whatever the sizes: a drawing makes and frees thousands of short texts.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Decoded once an instance and kept as long as it lives: what the core holds, and all with the texts.
static OUTLINE: LazyLock<Dataset> = LazyLock::new(Dataset::outline);
static WHOLE: LazyLock<Dataset> = LazyLock::new(whole);

#[part::of(texts)]
fn whole() -> Dataset {
    Dataset::embedded()
}

/// What there is to draw from.
fn dataset() -> &'static Dataset {
    if is_here(Part::Texts) { &WHOLE } else { &OUTLINE }
}

/// Lets a panic reach JavaScript with its place in the source. Its message would need the formatting of the
/// standard library, which the bundle leaves out.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        let place =
            panic.location().map(|place| concat(&[place.file(), ":", &count_text(place.line() as usize)]));
        wasm_bindgen::throw_str(&concat(&["panic at ", place.as_deref().unwrap_or("an unknown place")]))
    }));
}

/// Between the parts of a list: a character that no text of a page shows.
const SEPARATOR: char = '\u{1F}';

/// What JavaScript hands over: the state and what the page tells, as names and values in turn, in one
/// text, since each text costs a call. The page's own begin with `@`.
fn read(list: &str) -> (State, Environment) {
    let mut state = State::of(dataset());
    let mut page = Environment {
        width: 360.0,
        dark: false,
        paper: false,
        wide_font: false,
        can_share: false,
        language: Language::ZhHans,
        base: String::new(),
    };
    for (name, value) in pairs(list) {
        match name {
            // A width that is no width draws nothing wrong: it keeps the one of phones.
            "@width" => page.width = decimal(value).map_or(page.width, |width| width.clamp(1.0, 4000.0)),
            "@paper" => page.paper = value == "true",
            "@wide" => page.wide_font = value == "true",
            "@sheet" => page.can_share = value == "true",
            "@dark" => page.dark = value == "true",
            "@language" => page.language = spoken(value),
            "@base" => value.clone_into(&mut page.base),
            // The state was checked when it was set; an option that is wrong changes nothing.
            _ => drop(set_attribute(&mut state, dataset(), name, Some(value))),
        }
    }
    (state, page)
}

/// The first language spoken here of a list of tags.
fn spoken(tags: &str) -> Language {
    tags.split(',').find_map(Language::best_match).unwrap_or(Language::ZhHans)
}

/// The same for what is shown.
fn read_shown(list: &str) -> (State, Environment) {
    let (mut state, page) = read(list);
    state.chart = state.shown();
    (state, page)
}

/// The names and values of a list.
fn pairs(list: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut parts = list.split(SEPARATOR);
    std::iter::from_fn(move || Some((parts.next()?, parts.next()?)))
}

/// Hands a value over as plain JavaScript: lists, whose parts need no names on either side.
fn hand_over<T: Serialize>(value: &T) -> JsValue {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

/// Something for the page to do.
#[derive(Serialize)]
struct Effect(
    /// `save`, `save-png`, `copy`, `share`; or `again`: the event must be told once more when parts have come.
    &'static str,
    /// File name; the names of the parts.
    String,
    /// Media type.
    &'static str,
    /// Content of the file or the clipboard; the scale of a PNG.
    String,
);

impl Effect {
    fn of(kind: &'static str, name: &str, media: &'static str, content: String) -> Effect {
        Effect(kind, name.to_owned(), media, content)
    }
}

/// A state as names and values, `None` for what is not set.
type Settings = Vec<(&'static str, Option<String>)>;

/// What became of attribute changes.
#[derive(Serialize)]
struct Settled(
    /// The state after them.
    Settings,
    /// Values that were ignored: name, value and why.
    Vec<[String; 3]>,
);

/// The state after attributes changed: `changes` are names and values in turn, an empty value for an
/// attribute that was removed. Bad values are ignored and told.
#[wasm_bindgen(js_name = setAttributes)]
pub fn set_attributes(state: &str, changes: &str) -> JsValue {
    let (mut state, _) = read(state);
    let chart = state.chart;
    let is_changed = |name: &str| pairs(changes).any(|(changed, _)| changed == name);
    let mut problems = Vec::new();
    for (name, value) in pairs(changes) {
        if let Err(error) = set_attribute(&mut state, dataset(), name, Some(value)) {
            problems.push([name, value, error.message()].map(str::to_owned));
        }
    }
    // What a chart has is known when its part has come; the script asks again then.
    if missing(&state, true).is_empty() {
        for (name, value, why) in drop_unknown(&mut state, dataset()) {
            // What another chart had goes without a word.
            if is_changed(name) {
                problems.push([name.to_owned(), value, why]);
            }
        }
    } else if state.chart != chart {
        state.mark = state.mark.filter(|_| is_changed("mark"));
        state.sort = state.sort.filter(|_| is_changed("sort"));
    }
    hand_over(&Settled(settings(&state, dataset()), problems))
}

/// Whether a font that sets the sample of `www/font.js` so wide at 100 pixels, regular and bold, is wider than labels are
/// reckoned.
#[wasm_bindgen(js_name = isWider)]
pub fn is_wider(regular: f64, bold: f64) -> bool {
    text::is_wider(regular, bold)
}

/// A widget in a page: the nodes it has drawn, and where the reader is.
#[wasm_bindgen]
pub struct Widget {
    page: Page,
    rings: Rings,
    mount: web_sys::Element,
    maker: web_sys::Document,
    /// What a screen reader could have been told so far.
    told: [String; 4],
}

#[wasm_bindgen]
impl Widget {
    /// A widget that draws into `mount`, an empty element of a shadow root, with nodes that `maker` makes.
    #[wasm_bindgen(constructor)]
    pub fn new(mount: web_sys::Element, maker: web_sys::Document) -> Widget {
        Widget { page: Page::default(), rings: Rings::default(), mount, maker, told: Default::default() }
    }

    /// Draws the state; returns what a screen reader should be told of what is new.
    pub fn draw(&mut self, list: &str) -> String {
        let (state, environment) = read_shown(list);
        let view = view(dataset(), state, &environment);
        self.rings.remember(&view.scene, view.state.chosen().as_deref());
        self.page.draw(&self.mount, &self.maker, live(&view, self.rings.focused()));
        page::show_value(&self.mount, "indicator", view.state.indicator);
        page::show_value(&self.mount, "topic", view.state.topic);
        page::show_value(&self.mount, "search", &view.state.search);
        self.rings.place(&self.mount);
        let before = std::mem::replace(&mut self.told, view.announcement);
        let new = self.told.iter().zip(before).filter(|(now, before)| *now != before);
        joined(" ", new.map(|(now, _)| now.as_str()).filter(|part| !part.is_empty()))
    }
}
