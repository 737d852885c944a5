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
mod list;
mod own;
mod page;
mod parts;
mod rings;
mod selftest;
mod strip;

use std::cell::Cell;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::chart::index::Indexes;
use crate::chart::{ChartKind, Part};
use crate::dataset::{self, Dataset};
use crate::language::Language;
use crate::paint::live;
use crate::quantity::{count_text, decimal};
use crate::text;
use crate::widget::{
    Announcement, Environment, Mode, SEPARATOR, State, drop_unknown, restored, set_attribute, snapshot, view,
};
use crate::word::text;
use page::Page;
use parts::{is_here, missing};
use rings::Rings;

/// Small, and quick whatever the sizes: a drawing makes and frees thousands of short texts.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

thread_local! {
    /// How many parts had come that bring something to the data inside the program, and what was put together then. It stays,
    /// as does what was put together before: what has been drawn refers to it.
    static SO_FAR: Cell<(usize, Option<&'static Dataset>)> = const { Cell::new((0, None)) };
}

/// Adds what a part brings.
type Read = fn(&mut Dataset);

/// The parts that bring something to the data inside the program.
const BRINGING: [(Part, Read); 11] = [
    (Part::Figures, dataset::read_figures),
    (Part::Texts, dataset::read_texts),
    (Part::Tiers, dataset::read_tiers),
    (Part::Shares, dataset::read_shares),
    (Part::SixOnes, dataset::read_six_ones),
    (Part::Map, dataset::read_map),
    (Part::Clusters, dataset::read_clusters),
    (Part::Paths, dataset::read_paths),
    (Part::Market, dataset::read_market),
    (Part::Timeline, dataset::read_timeline),
    (Part::Facts, dataset::read_facts),
];

/// The data inside the program, as far as it has come.
fn built_in() -> &'static Dataset {
    let here = || BRINGING.iter().filter(|(part, _)| is_here(*part));
    match SO_FAR.get() {
        (count, Some(dataset)) if count == here().count() => dataset,
        _ => {
            let mut dataset = dataset::outline();
            here().for_each(|(_, bring)| bring(&mut dataset));
            let dataset = Box::leak(Box::new(dataset));
            SO_FAR.set((here().count(), Some(dataset)));
            dataset
        }
    }
}

/// Lets a panic reach JavaScript with its place in the source. Its message would need the formatting of the
/// standard library, which the bundle leaves out.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|place| text!("{place.file()}:{count_text(place.line() as usize)}"));
        let place = place.as_deref().unwrap_or("an unknown place");
        wasm_bindgen::throw_str(&text!("panic at {place}"))
    }));
}

/// What there is to draw from, and what is drawn.
type Shown = (&'static Dataset, State, Environment);

/// What JavaScript hands over in one text, since each text costs a call: the number of the dataset, the text of a
/// [`snapshot`], then what the page tells, in the order of `_environment` in `www/lifecycle.js`.
fn read(list: &str) -> Shown {
    let mut parts = list.split(SEPARATOR);
    let (dataset, state, indexes) = read_state(&mut parts);
    let mut next = || parts.next().unwrap_or_default();
    let environment = Environment {
        // A width that is no width draws nothing wrong: it keeps the one of phones.
        width: decimal(next()).map_or(360.0, |width| width.clamp(1.0, 4000.0)),
        dark: next() == "true",
        wide_font: next() == "true",
        mode: if next() == "true" { Mode::Static } else { Mode::Live },
        can_share: next() == "true",
        language: spoken(next()),
        base: next().to_owned(),
        src: next().to_owned(),
        indexes,
    };
    (dataset, state, environment)
}

/// The dataset and the state of a snapshot, and the indexes of the dataset. Nobody but us has written it, so one that cannot be
/// read is a fault of ours.
fn read_state<'a>(
    parts: &mut impl Iterator<Item = &'a str>,
) -> (&'static Dataset, State, Option<&'static Indexes>) {
    let own = own::numbered(parts.next().unwrap_or_default());
    let dataset = own.map_or_else(built_in, |own| &own.dataset);
    let state = restored(dataset, parts).unwrap_or_else(|error| wasm_bindgen::throw_str(error.message()));
    (dataset, state, own.map(|own| &own.indexes))
}

/// What a question of the script is about, its detail, and the list of settings that it comes with (`questionText` in
/// `www/settings.js`).
fn question(list: &str) -> (&str, &str, &str) {
    let mut parts = list.splitn(3, SEPARATOR);
    let mut next = || parts.next().unwrap_or_default();
    (next(), next(), next())
}

/// The first language spoken here of a list of tags.
fn spoken(tags: &str) -> Language {
    tags.split(',').find_map(Language::best_match).unwrap_or(Language::ZhHans)
}

/// The same for what is shown.
fn read_shown(list: &str) -> Shown {
    let (dataset, mut state, page) = read(list);
    state.chart = state.shown();
    (dataset, state, page)
}

/// Names and values in turn, as pairs.
fn pairs<'a>(mut parts: impl Iterator<Item = &'a str>) -> impl Iterator<Item = (&'a str, &'a str)> {
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

/// What the script keeps of a state: the values for the page, and a text that it hands back unread.
type Snapshot = Vec<Option<String>>;

/// What became of attribute changes.
#[derive(Serialize)]
struct Settled(
    /// The state after them.
    Snapshot,
    /// Values that were ignored: name, value and why.
    Vec<[String; 3]>,
);

/// The state after attributes changed: `state` is the number of the dataset, then the text of a snapshot or nothing; `changes`
/// are names and values in turn, an empty value for an attribute that was removed. Bad values are ignored and told.
/// `is_carried` says that the values are those of a state with another dataset.
#[wasm_bindgen(js_name = setAttributes)]
pub fn set_attributes(state: &str, changes: &str, is_carried: bool) -> JsValue {
    let (dataset, mut state, _) = read_state(&mut state.split(SEPARATOR));
    let chart = state.chart;
    let changes = || pairs(changes.split(SEPARATOR));
    let is_changed = |name: &str| changes().any(|(changed, _)| changed == name);
    let mut problems = Vec::new();
    for (name, value) in changes() {
        if is_carried && name == "tiers" && !dataset.has_tiers(value) {
            continue;
        }
        if let Err(error) = set_attribute(&mut state, dataset, name, Some(value)) {
            problems.push([name, value, error.message()].map(str::to_owned));
        }
    }
    // What a chart has is known when its part, the figures and, for its marks, the annex have come; the script asks again then.
    let of_mark: &[Part] = if state.mark.is_some() { &[Part::Annex] } else { &[] };
    if is_here(Part::Figures) && missing(&state, of_mark).is_empty() {
        for (name, value, why) in drop_unknown(&mut state, dataset) {
            // What another chart had goes without a word.
            if is_changed(name) {
                problems.push([name.to_owned(), value, why]);
            }
        }
    } else if state.chart != chart {
        state.mark = state.mark.filter(|_| is_changed("mark"));
        state.sort = state.sort.filter(|_| is_changed("sort"));
    }
    hand_over(&Settled(snapshot(&state, dataset), problems))
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
    reader: strip::Reader,
    listed: list::Listed,
    mount: web_sys::Element,
    maker: web_sys::Document,
    /// What a screen reader could have been told so far; nothing before the first drawing, which is silent.
    told: Option<Announcement>,
}

#[wasm_bindgen]
impl Widget {
    /// A widget that draws into `mount`, an empty element of a shadow root, with nodes that `maker` makes.
    #[wasm_bindgen(constructor)]
    pub fn new(mount: web_sys::Element, maker: web_sys::Document) -> Widget {
        Widget {
            page: Page::default(),
            rings: Rings::default(),
            reader: strip::Reader::default(),
            listed: list::Listed::default(),
            mount,
            maker,
            told: None,
        }
    }

    /// Draws the state; returns what a screen reader should be told of what is new, or `null` where nothing is drawn
    /// because it needs parts that have not come.
    pub fn draw(&mut self, list: &str) -> JsValue {
        let (dataset, state, environment) = read_shown(list);
        if !missing(&state, state.opened_parts()).is_empty() {
            return JsValue::NULL;
        }
        let view = view(dataset, state, &environment);
        self.rings.remember(&view.scene, view.state.chosen());
        self.page.draw(&self.mount, &self.maker, live(&view, self.rings.focused()));
        let indicator = view.indicators.iter().find(|choice| choice.selected);
        page::show_value(&self.mount, "indicator", indicator.map_or("", |choice| choice.id));
        page::show_value(&self.mount, "topic", view.state.topic);
        page::show_value(&self.mount, "search", &view.state.search);
        self.rings.place(&self.mount);
        let said = match view.state.chart {
            ChartKind::Strip => strip::drawn(self, &(dataset, view.state, environment)),
            _ => String::new(),
        };
        let since = |before| view.announcement.since(before, view.locale.ui.space);
        let new = self.told.as_ref().map_or_else(String::new, since);
        self.told = Some(view.announcement);
        text!("{new}{said}").into()
    }
}
