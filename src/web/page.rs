//! Lays a tree of nodes on the page, and the next one over it: only what differs is touched, so focus,
//! scroll positions and running transitions survive.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlSelectElement};

use crate::paint::{Element, Node, Space};
use crate::word::text;

const HTML: &str = "http://www.w3.org/1999/xhtml";
const SVG: &str = "http://www.w3.org/2000/svg";

/// What the page answers. Names are constants of ours: where it refuses one, the picture would be half of one.
fn must<T>(answer: Result<T, JsValue>) -> T {
    answer.unwrap_or_else(|error| wasm_bindgen::throw_val(error))
}

/// A drawn tree: what was drawn, and the page's nodes for it.
#[derive(Default)]
pub(super) struct Page {
    drawn: Option<(Element, Placed)>,
}

/// The page's node for a drawn one, and those of its children.
struct Placed {
    node: web_sys::Node,
    children: Vec<Placed>,
}

impl Page {
    /// Draws `new` as the only child of `mount`, with nodes that `maker` makes. What another instance has drawn there goes
    /// once there are new nodes.
    pub(super) fn draw(&mut self, mount: &web_sys::Element, maker: &Document, new: Element) {
        match &mut self.drawn {
            Some((old, placed)) => {
                // Translators put such elements in the place of texts: then all of it is looked at.
                let strange = mount.query_selector("font").is_ok_and(|found| found.is_some());
                patch(maker, old, placed, &new, strange);
                *old = new;
            }
            None => {
                let placed = create(maker, &new);
                // Pages may have broken `removeChild`.
                mount.set_text_content(Some(""));
                must(mount.insert_before(&placed.node, None));
                self.drawn = Some((new, placed));
            }
        }
    }
}

/// Makes the page's nodes for `node`.
fn create_node(document: &Document, node: &Node) -> Placed {
    match node {
        Node::Text(text) => Placed { node: document.create_text_node(text).into(), children: Vec::new() },
        Node::Element(element) => create(document, element),
    }
}

/// Makes the page's nodes for `element`.
fn create(document: &Document, element: &Element) -> Placed {
    let space = match element.space {
        Space::Html => HTML,
        Space::Svg => SVG,
    };
    let made = must(document.create_element_ns(Some(space), element.tag));
    for (name, value) in &element.attributes {
        must(made.set_attribute(name, value));
    }
    let mut children = Vec::with_capacity(element.children.len());
    for child in &element.children {
        let placed = create_node(document, child);
        must(made.insert_before(&placed.node, None));
        children.push(placed);
    }
    Placed { node: made.into(), children }
}

/// Makes the page's nodes of `old` show `new`, an element of the same tag. `strange` where they may not show `old`.
fn patch(document: &Document, old: &Element, placed: &mut Placed, new: &Element, strange: bool) {
    if old == new && !strange {
        return;
    }
    patch_attributes(placed.node.unchecked_ref(), old, new);
    patch_children(document, old, placed, new, strange);
}

fn patch_attributes(element: &web_sys::Element, old: &Element, new: &Element) {
    if old.attributes == new.attributes {
        return;
    }
    for (name, value) in &new.attributes {
        let before = old.attributes.iter().find(|(other, _)| other == name);
        if before.is_none_or(|(_, before)| before != value) {
            must(element.set_attribute(name, value));
        }
    }
    for (name, _) in &old.attributes {
        if !new.attributes.iter().any(|(other, _)| other == name) {
            must(element.remove_attribute(name));
        }
    }
}

/// Whether the page's node for `old` can show `new`.
fn same(old: &Node, new: &Node) -> bool {
    match (old, new) {
        (Node::Text(_), Node::Text(_)) => true,
        (Node::Element(old), Node::Element(new)) => old.tag == new.tag && old.key == new.key,
        _ => false,
    }
}

fn patch_children(document: &Document, old: &Element, placed: &mut Placed, new: &Element, strange: bool) {
    let mut left: Vec<Option<Placed>> = std::mem::take(&mut placed.children).into_iter().map(Some).collect();
    let mut taken = Vec::with_capacity(new.children.len());
    for (index, child) in new.children.iter().enumerate() {
        let found = find(old, &left, index, child);
        taken.push(found.and_then(|at| Some((old.children.get(at)?, left.get_mut(at)?.take()?))));
    }
    // What is gone goes first, so that nothing that stays has to move: moving takes the focus away.
    for gone in left.into_iter().flatten() {
        take_out(&placed.node, &gone.node);
    }
    remove_strangers(&placed.node, &taken);
    let mut next = placed.node.first_child();
    for (child, taken) in new.children.iter().zip(taken) {
        let kept = match taken {
            Some((before, kept)) => reuse(document, before, kept, child, strange),
            None => create_node(document, child),
        };
        if next.as_ref().is_some_and(|next| next.is_same_node(Some(&kept.node))) {
            next = kept.node.next_sibling();
        } else {
            must(placed.node.insert_before(&kept.node, next.as_ref()));
        }
        placed.children.push(kept);
    }
}

/// Takes a child out, unless another has: a translator may have put it into an element of its own.
fn take_out(parent: &web_sys::Node, node: &web_sys::Node) {
    if node.parent_node().is_some_and(|now| now.is_same_node(Some(parent))) {
        must(parent.remove_child(node));
    }
}

/// Takes out what others have put among our nodes, as translators do in the place of texts.
fn remove_strangers(parent: &web_sys::Node, ours: &[Option<(&Node, Placed)>]) {
    let is = |node: &web_sys::Node, own: &Option<(&Node, Placed)>| {
        own.as_ref().is_some_and(|(_, placed)| node.is_same_node(Some(&placed.node)))
    };
    let mut expected = ours.iter();
    let mut next = parent.first_child();
    while let Some(node) = next {
        next = node.next_sibling();
        // They mostly stand in this order.
        if !expected.any(|own| is(&node, own)) && !ours.iter().any(|own| is(&node, own)) {
            take_out(parent, &node);
        }
    }
}

/// The first old child, from the same position on and then from the start, that can show `new`.
fn find(old: &Element, left: &[Option<Placed>], index: usize, new: &Node) -> Option<usize> {
    let free = |at: &usize| {
        left.get(*at).is_some_and(Option::is_some)
            && old.children.get(*at).is_some_and(|before| same(before, new))
    };
    (index..left.len()).find(free).or_else(|| (0..index.min(left.len())).find(free))
}

fn reuse(document: &Document, old: &Node, mut placed: Placed, new: &Node, strange: bool) -> Placed {
    match (old, new) {
        // What stands there may not be what was drawn.
        (_, Node::Text(text)) if placed.node.node_value().as_deref() != Some(text) => {
            placed.node.set_text_content(Some(text));
        }
        (Node::Element(before), Node::Element(element)) => {
            patch(document, before, &mut placed, element, strange);
        }
        _ => {}
    }
    placed
}

/// Shows a value in the field or switch of this action: an attribute alone does not, once a reader has chosen or
/// typed.
pub(super) fn show_value(mount: &web_sys::Element, action: &str, value: &str) {
    let field = mount.query_selector(&text!(r#"[data-action="{action}"]"#)).ok().flatten();
    if let Some(field) = field {
        // Fields have the same property, and the script asks for no more than that.
        let field = field.unchecked_ref::<HtmlSelectElement>();
        // The state has no space at its ends; a reader who types one is between two words.
        if field.value().trim() != value {
            field.set_value(value);
        }
    }
}
