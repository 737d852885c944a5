//! Where the reader is: the rings around the mark under the pointer and the mark with the focus.
//!
//! They are moved without a redraw, so that following the pointer costs a few attributes.

use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::geometry::Rect;
use crate::quantity::trimmed;
use crate::scene::{MarkKey, Scene};

/// The marks that can be reached, and which of them the reader is at.
#[derive(Default)]
pub(super) struct Rings {
    marks: Vec<(String, Rect)>,
    focus: Option<String>,
    focus_shown: bool,
    hover: Option<String>,
}

/// Key of the mark around `element`.
pub(super) fn mark_of(element: &Element) -> Option<String> {
    element.closest("[data-key]").ok().flatten()?.get_attribute("data-key")
}

/// A step with an arrow key.
#[derive(Clone, Copy)]
pub(super) enum Step {
    Left,
    Right,
    Up,
    Down,
    First,
    Last,
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

    /// The mark that a step leads to from the one with the focus.
    pub(super) fn step(&self, step: Step) -> Option<&str> {
        let here = self.marks.iter().position(|(key, _)| Some(key) == self.focus.as_ref());
        let found = match (step, here) {
            (Step::First, _) | (_, None) => self.marks.first(),
            (Step::Last, _) => self.marks.last(),
            (step, Some(here)) => self.neighbour(here, step),
        };
        found.map(|(key, _)| key.as_str())
    }

    /// The nearest mark in that direction; where there is none, the next or previous in reading order.
    fn neighbour(&self, here: usize, step: Step) -> Option<&(String, Rect)> {
        let from = self.marks.get(here)?.1.center();
        let distance = |rect: &Rect| {
            let to = rect.center();
            let (dx, dy) = (to.x - from.x, to.y - from.y);
            let (along, across) = match step {
                Step::Left => (-dx, dy),
                Step::Right => (dx, dy),
                Step::Up => (-dy, dx),
                _ => (dy, dx),
            };
            // What lies more to the side than ahead is not in that direction.
            (along > 1.0 && across.abs() <= along * 1.5).then(|| along + 3.0 * across.abs())
        };
        let ahead = self.marks.iter().filter_map(|mark| Some((distance(&mark.1)?, mark)));
        let nearest = ahead.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, mark)| mark);
        nearest.or_else(|| match step {
            Step::Left | Step::Up => self.marks.get(here.checked_sub(1)?),
            _ => self.marks.get(here + 1),
        })
    }

    /// Places both rings.
    pub(super) fn place(&self, mount: &Element) {
        let focus = self.focus.as_ref().filter(|_| self.focus_shown);
        self.place_one(mount, "g.focus", focus, [1.25, 3.5]);
        self.place_one(mount, "g.hover", self.hover.as_ref(), [0.0, 1.0]);
    }

    fn place_one(&self, mount: &Element, selector: &str, key: Option<&String>, grown: [f64; 2]) {
        let Some(group) = mount.query_selector(selector).ok().flatten() else {
            return;
        };
        let mark = self.marks.iter().find(|(other, _)| Some(other) == key);
        let Some((_, frame)) = mark else {
            let _ = group.remove_attribute("data-on");
            return;
        };
        let mut edge = group.first_child();
        for grown in grown {
            let Some(node) = edge else { break };
            let Rect { x, y, width, height } = frame.grown(grown);
            for (name, value) in [("x", x), ("y", y), ("width", width), ("height", height)] {
                let _ = node.unchecked_ref::<Element>().set_attribute(name, &trimmed(value, 2));
            }
            edge = node.next_sibling();
        }
        let _ = group.set_attribute("data-on", "");
    }
}
