//! The shell in the page: draws views into a shadow root and turns events into actions.
//!
//! JavaScript holds the element's class and its state; it calls in here with both. Whatever is expected
//! to go wrong comes back as a value. A panic is thrown as a JavaScript error, after which the instance
//! must not be used again.

#![allow(unreachable_pub, reason = "what wasm-bindgen exports is reached from JavaScript")]

mod canvas;
mod events;
mod page;
mod rings;
mod selftest;
mod take;

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::dataset::Dataset;
use crate::language::Language;
use crate::paint::live;
use crate::widget::{Environment, State, set_attribute, view};
use page::Page;
use rings::Rings;

thread_local! {
    /// Decoded once an instance and kept as long as it lives.
    static DATASET: &'static Dataset = Box::leak(Box::new(
        Dataset::embedded().unwrap_or_else(|problem| wasm_bindgen::throw_str(&problem.to_string())),
    ));
}

/// Lets a panic reach JavaScript with its message.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| wasm_bindgen::throw_str(&panic.to_string())));
}

/// What the page tells, as JavaScript hands it over.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PageTells {
    width: f64,
    dark: bool,
    language: String,
    base: String,
}

impl From<PageTells> for Environment {
    fn from(page: PageTells) -> Self {
        Environment {
            // A width that is no width draws nothing wrong: the narrowest design.
            width: if page.width.is_finite() { page.width.clamp(1.0, 4000.0) } else { 280.0 },
            dark: page.dark,
            language: Language::best_match(&page.language).unwrap_or(Language::ZhHans),
            base: page.base,
        }
    }
}

/// Reads a value that our own JavaScript hands over.
fn read<T: serde::de::DeserializeOwned>(value: JsValue) -> T {
    serde_wasm_bindgen::from_value(value)
        .unwrap_or_else(|error| wasm_bindgen::throw_str(&format!("unreadable value: {error}")))
}

/// Hands a value over as plain JavaScript.
fn hand_over<T: Serialize>(value: &T) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).unwrap_or(JsValue::NULL)
}

/// What became of attribute changes.
#[derive(Serialize)]
struct Settled {
    state: State,
    problems: Vec<Problem>,
}

/// A value that was ignored.
#[derive(Serialize)]
struct Problem {
    name: String,
    value: String,
    message: String,
}

/// The state after attributes changed: `changes` is a list of name and value (or null). Without a
/// state, the changes are made to the default one. Bad values are ignored and told.
#[wasm_bindgen(js_name = setAttributes)]
pub fn set_attributes(state: JsValue, changes: JsValue) -> JsValue {
    let mut state: State = if state.is_undefined() { State::default() } else { read(state) };
    let changes: Vec<(String, Option<String>)> = read(changes);
    let mut problems = Vec::new();
    DATASET.with(|dataset| {
        for (name, value) in changes {
            if let Err(error) = set_attribute(&mut state, dataset, &name, value.as_deref()) {
                let (message, value) = (error.message().to_owned(), value.unwrap_or_default());
                problems.push(Problem { name, value, message });
            }
        }
    });
    hand_over(&Settled { state, problems })
}

/// The attributes that reflect a state, as a list of name and value (or null).
#[wasm_bindgen]
pub fn reflected(state: JsValue) -> JsValue {
    hand_over(&crate::widget::reflected(&read(state)).to_vec())
}

/// A widget in a page: the nodes it has drawn, and where the reader is.
#[wasm_bindgen]
pub struct Widget {
    page: Page,
    rings: Rings,
    mount: web_sys::Element,
}

#[wasm_bindgen]
impl Widget {
    /// A widget that draws into `mount`, an empty element of a shadow root.
    #[wasm_bindgen(constructor)]
    pub fn new(mount: web_sys::Element) -> Widget {
        Widget { page: Page::default(), rings: Rings::default(), mount }
    }

    /// Draws `state`; returns what a screen reader may be told of it.
    pub fn draw(&mut self, state: JsValue, page: JsValue) -> String {
        let state: State = read(state);
        let environment = Environment::from(read::<PageTells>(page));
        let view = DATASET.with(|dataset| view(dataset, &state, &environment));
        self.rings.remember(&view.scene);
        self.page.draw(&self.mount, live(&view, self.rings.focused()));
        page::choose_option(&self.mount, &state.indicator);
        self.rings.place(&self.mount);
        view.announcement
    }
}
