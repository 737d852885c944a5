//! Events that mean something: which action was asked for, which mark is under the pointer.

use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use super::files::effect;
use super::parts::is_here;
use super::rings::mark_of;
use super::{Effect, Snapshot, Widget, hand_over, question, read_shown, strip};
use crate::chart::{ChartKind, Part};
use crate::widget::{Action, State, apply, snapshot};

/// What an event led to.
#[derive(Serialize)]
struct Outcome(
    /// The state after it.
    Option<Snapshot>,
    /// Something for the page to do: save a file, copy a text.
    Option<Effect>,
    /// Whether the event is used up: the page must not scroll by it.
    bool,
);

/// What is asked for, and whether the event is used up.
type Answer = (Option<Action>, bool);

#[wasm_bindgen]
impl Widget {
    /// Answers an event inside the widget: what it led to, or `null`. What the [`question`] is about is the event's type; its
    /// detail the key, the kind of pointer or the chosen value.
    pub fn handle(&mut self, target: &Element, list: &str) -> JsValue {
        let (kind, detail, settings_list) = question(list);
        // The pointer passes often: what only moves a ring reads no state.
        match kind {
            "focusin" | "focusout" => self.focus_moved(kind == "focusin", target),
            "pointerover" | "pointerout" => {
                self.pointer_moved(kind == "pointerover" && detail == "mouse", target)
            }
            _ => return self.answer(kind, target, detail, settings_list),
        }
        JsValue::NULL
    }

    fn answer(&mut self, kind: &str, target: &Element, detail: &str, settings_list: &str) -> JsValue {
        let shown = read_shown(settings_list);
        let in_strip = match shown.1.chart {
            ChartKind::Strip => strip::answer(self, &shown, kind, target, detail),
            _ => None,
        };
        let (dataset, state, environment) = shown;
        let (action, used, said) = in_strip.unwrap_or_else(|| {
            let (action, used) = match kind {
                "click" => (clicked(target), false),
                "change" | "input" => (chosen(target, kind, detail), false),
                "keydown" => self.key_pressed(&state, target, detail),
                _ => (None, false),
            };
            (action, used, String::new())
        });
        let Some(action) = action else {
            let said = (!said.is_empty()).then(|| Effect::of("say", "", "", said));
            return if used || said.is_some() {
                hand_over(&Outcome(None, said, used))
            } else {
                JsValue::NULL
            };
        };
        let state = apply(state, dataset, &action);
        let effect = effect(dataset, &state, &environment, &action);
        hand_over(&Outcome(Some(snapshot(&state, dataset)), effect, used))
    }

    fn focus_moved(&mut self, arrived: bool, target: &Element) {
        let key = mark_of(target).filter(|_| arrived);
        // Browsers without the selector show the ring for every focus.
        let shown = target.closest(":focus-visible").map_or(true, |found| found.is_some());
        self.rings.set_focus(key, shown);
        if arrived {
            move_stop(&self.mount, target);
        }
        self.rings.place(&self.mount);
    }

    fn pointer_moved(&mut self, arrived: bool, target: &Element) {
        let key = mark_of(target).filter(|_| arrived);
        if self.rings.set_hover(key) {
            self.rings.place(&self.mount);
        }
    }

    fn key_pressed(&self, state: &State, target: &Element, key: &str) -> Answer {
        let key = key.strip_prefix("Shift+").unwrap_or(key);
        if key == "Escape" {
            let closing = self.closing(state, target);
            let is_used = closing.is_some();
            return (closing, is_used);
        }
        let Some(mark) = mark_of(target) else {
            return (None, false);
        };
        match key {
            "Enter" | " " => (Some(Action::of_mark(&mark)), true),
            _ => (None, false),
        }
    }

    /// What closes the innermost thing that is open: the text of the field typed into, then panel and card, then what
    /// was looked for and the long list.
    pub(super) fn closing(&self, state: &State, target: &Element) -> Option<Action> {
        let is_there = |selector: &str| self.mount.query_selector(selector).ok().flatten().is_some();
        let found = !state.search.is_empty();
        let types = found && target.get_attribute("data-action").as_deref() == Some("search");
        let is_opened = state.county.is_some() || state.mark.is_some() || state.panel.is_some();
        // What was asked for may still be on its way.
        let comes = is_opened && !is_here(Part::Annex);
        if !types && (comes || is_there(".panel,[data-action=clear]")) {
            return Some(Action::Clear);
        }
        // A filter that a mark has set is a choice of that mark.
        let mark = mark_of(target);
        let filters = matches!(mark.as_deref().map(Action::of_mark), Some(Action::Only(_)));
        if filters && state.tiers.single().is_some() {
            return Some(Action::Reset);
        }
        // The list is short again after each search.
        ((found || state.expanded) && is_there("[data-action=search]")).then(|| Action::Search(String::new()))
    }

    /// Gives the focus to the element that matches, in HTML or SVG.
    pub(super) fn focus(&self, selector: &str) {
        if let Some(element) = self.mount.query_selector(selector).ok().flatten() {
            let _ = element.unchecked_ref::<HtmlElement>().focus();
        }
    }
}

/// The action of the control around `element`, or of the mark.
fn clicked(element: &Element) -> Option<Action> {
    let control = element.closest("[data-action]").ok().flatten();
    match control.and_then(|control| control.get_attribute("data-action")) {
        Some(word) => Action::parse(&word),
        None => mark_of(element).map(|key| Action::of_mark(&key)),
    }
}

/// What a field or a switch asks for.
fn chosen(element: &Element, kind: &str, value: &str) -> Option<Action> {
    let value = value.to_owned();
    match (element.get_attribute("data-action")?.as_str(), kind) {
        ("search", "input") => Some(Action::Search(value)),
        ("indicator", "change") => Some(Action::Indicator(value)),
        ("topic", "change") => Some(Action::Topic(value)),
        _ => None,
    }
}

/// Lets the Tab key come back to the mark that was last at, as the next redraw will.
fn move_stop(mount: &Element, target: &Element) {
    let Some(mark) = target.closest("[data-key]").ok().flatten() else {
        return;
    };
    if let Some(before) = mount.query_selector("[data-key][tabindex=\"0\"]").ok().flatten() {
        let _ = before.set_attribute("tabindex", "-1");
    }
    let _ = mark.set_attribute("tabindex", "0");
}
