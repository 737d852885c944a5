//! Where the reader is: the rings around the mark under the pointer and the mark with the focus.
//!
//! They are moved without a redraw, so that following the pointer costs a few attributes.

use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::paint::outline;
use crate::scene::{Ink, MarkKey, Outline, Scene};

/// The marks that can be reached, and which of them the reader is at.
#[derive(Default)]
pub(super) struct Rings {
    marks: Vec<(String, Outline)>,
    focus: Option<String>,
    focus_shown: bool,
    hover: Option<String>,
}

/// Key of the mark around `element`.
pub(super) fn mark_of(element: &Element) -> Option<String> {
    element.closest("[data-key]").ok().flatten()?.get_attribute("data-key")
}

impl Rings {
    /// Takes the marks of the scene that is drawn next. Where the reader was at a mark of another scene, the
    /// one that is chosen here, if any, is where the Tab key leads.
    pub(super) fn remember(&mut self, scene: &Scene, chosen: Option<MarkKey<'_>>) {
        let marks = scene.marks().filter(|mark| !mark.gone);
        self.marks = marks.map(|mark| (mark.key.text(), mark.outline())).collect();
        let is_there = |key: &str| self.marks.iter().any(|(other, _)| other == key);
        if !self.focus.as_deref().is_some_and(is_there) {
            self.focus = chosen.map(MarkKey::text).filter(|key| is_there(key));
            self.focus_shown = false;
        }
    }

    /// The mark that the Tab key reaches.
    pub(super) fn focused(&self) -> Option<&str> {
        self.focus.as_deref()
    }

    /// The reader's focus has come to a mark, or left the marks; `shown` for keyboard focus.
    pub(super) fn set_focus(&mut self, key: Option<String>, shown: bool) {
        self.focus_shown = shown && key.is_some();
        if key.is_some() {
            self.focus = key;
        }
    }

    /// The pointer has come to a mark, or left the marks. Tells whether that is new.
    pub(super) fn set_hover(&mut self, key: Option<String>) -> bool {
        let changed = self.hover != key;
        self.hover = key;
        changed
    }

    /// Places both rings, and shows how to use the keys to those who come by keys.
    pub(super) fn place(&self, mount: &Element) {
        let focus = self.focus.as_ref().filter(|_| self.focus_shown);
        self.place_one(mount, "g.focus", focus, [1.25, 3.5]);
        self.place_one(mount, "g.hover", self.hover.as_ref(), [0.0, 1.0]);
        set_on(mount, ".hint", focus.is_some());
    }

    fn place_one(&self, mount: &Element, selector: &str, key: Option<&String>, margins: [f64; 2]) {
        let mark = self.marks.iter().find(|(other, _)| Some(other) == key);
        let Some(group) = set_on(mount, selector, mark.is_some()) else { return };
        let Some((_, frame)) = mark else { return };
        let mut edge = group.first_child();
        for margin in margins {
            let Some(node) = edge else { break };
            let path = outline(&frame.shape(margin, 3.0, Ink::default()));
            let _ = node.unchecked_ref::<Element>().set_attribute("d", &path);
            edge = node.next_sibling();
        }
    }
}

/// Shows or hides what matches, and returns it.
fn set_on(mount: &Element, selector: &str, on: bool) -> Option<Element> {
    let found = mount.query_selector(selector).ok().flatten()?;
    let _ = if on { found.set_attribute("data-on", "") } else { found.remove_attribute("data-on") };
    Some(found)
}
