//! Events that mean something: which action was asked for, which mark is under the pointer.

use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, HtmlSelectElement, KeyboardEvent, PointerEvent, SvgElement};

use super::rings::Step;
use super::take::{Effect, effect};
use super::{DATASET, Settings, Widget, hand_over, read};
use crate::widget::{Action, apply, settings};

/// What an event led to.
#[derive(Serialize, Default)]
struct Outcome(
    /// The state after it, if that changed.
    Option<Settings>,
    /// Something for the page to do: save a file, copy a text.
    Option<Effect>,
);

#[wasm_bindgen]
impl Widget {
    /// Answers an event inside the widget: a state, an effect, or `null`.
    pub fn handle(&mut self, event: &Event, list: Vec<String>) -> JsValue {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
            return JsValue::NULL;
        };
        let action = match event.type_().as_str() {
            "click" => clicked(&target),
            "change" => changed(&target),
            "keydown" => self.key_pressed(event, &target),
            "focusin" | "focusout" => {
                self.focus_moved(event, &target);
                None
            }
            "pointerover" | "pointerout" => {
                self.pointer_moved(event, &target);
                None
            }
            _ => None,
        };
        let Some(action) = action else {
            return JsValue::NULL;
        };
        let (before, environment) = read(&list);
        let after = apply(&before, &DATASET, &action);
        let changed = (after != before).then(|| settings(&after).to_vec());
        hand_over(&Outcome(changed, effect(&DATASET, &before, &environment, &action)))
    }

    fn focus_moved(&mut self, event: &Event, target: &Element) {
        let arrived = event.type_() == "focusin";
        let key = mark_of(target).filter(|_| arrived);
        // Browsers without the selector show the ring for every focus.
        let shown = target.matches(":focus-visible").unwrap_or(true);
        self.rings.set_focus(key, shown);
        if arrived && mark_of(target).is_some() {
            move_stop(&self.mount, target);
        }
        self.rings.place(&self.mount);
    }

    fn pointer_moved(&mut self, event: &Event, target: &Element) {
        let fine = event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "mouse");
        let key = mark_of(target).filter(|_| fine && event.type_() == "pointerover");
        if self.rings.set_hover(key) {
            self.rings.place(&self.mount);
        }
    }

    fn key_pressed(&mut self, event: &Event, target: &Element) -> Option<Action> {
        let keys = event.dyn_ref::<KeyboardEvent>()?;
        if keys.alt_key() || keys.ctrl_key() || keys.meta_key() {
            return None;
        }
        let key = keys.key();
        if target.get_attribute("role").as_deref() == Some("tab") {
            return tab_key(event, target, &key);
        }
        if key == "Escape" {
            return Some(Action::Clear);
        }
        let mark = mark_of(target)?;
        let step = match key.as_str() {
            "Enter" | " " => {
                event.prevent_default();
                return Some(Action::of_mark(&mark));
            }
            "ArrowLeft" => Step::Left,
            "ArrowRight" => Step::Right,
            "ArrowUp" => Step::Up,
            "ArrowDown" => Step::Down,
            "Home" => Step::First,
            "End" => Step::Last,
            _ => return None,
        };
        event.prevent_default();
        let next = self.rings.step(step)?;
        let selector = format!("[data-key=\"{next}\"]");
        let element = self.mount.query_selector(&selector).ok().flatten()?;
        let _ = element.unchecked_ref::<SvgElement>().focus();
        None
    }
}

/// Key of the mark around `element`.
fn mark_of(element: &Element) -> Option<String> {
    element.closest("[data-key]").ok().flatten()?.get_attribute("data-key")
}

/// The action of the control around `element`, or of the mark.
fn clicked(element: &Element) -> Option<Action> {
    let control = element.closest("[data-action]").ok().flatten();
    match control.and_then(|control| control.get_attribute("data-action")) {
        Some(word) => Action::parse(&word),
        None => mark_of(element).map(|key| Action::of_mark(&key)),
    }
}

fn changed(element: &Element) -> Option<Action> {
    let select = element.dyn_ref::<HtmlSelectElement>()?;
    Some(Action::Indicator(select.value()))
}

/// Arrow keys move along the tabs and choose, as tabs do.
fn tab_key(event: &Event, tab: &Element, key: &str) -> Option<Action> {
    let list = tab.parent_element()?;
    let next = match key {
        "ArrowRight" | "ArrowDown" => tab.next_element_sibling().or_else(|| list.first_element_child()),
        "ArrowLeft" | "ArrowUp" => tab.previous_element_sibling().or_else(|| list.last_element_child()),
        "Home" => list.first_element_child(),
        "End" => list.last_element_child(),
        _ => return None,
    }?;
    event.prevent_default();
    let _ = next.unchecked_ref::<HtmlElement>().focus();
    Action::parse(&next.get_attribute("data-action")?)
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
