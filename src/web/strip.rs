//! The chart `strip` in the page: which entity pointer and keys mean. A label says so, which is laid over the picture without
//! drawing that anew.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::list;
use super::page::Page;
use super::rings::mark_of;
use super::{Shown, Widget};
use crate::chart::ChartContext;
use crate::chart::strip::{Spot, Step, Strip, ask};
use crate::dataset::Dataset;
use crate::paint::{overlay, svg};
use crate::quantity::decimal;
use crate::scene::{MarkKey, Scene};
use crate::widget::{Action, Environment, State, ViewKind, context};
use crate::word::text;

/// What an event leads to: an action, whether the event is used up, and what is to be said.
pub(super) type Answer = (Option<Action>, bool, String);

/// Where the reader is.
#[derive(Default)]
pub(super) struct Reader {
    spot: Option<Spot>,
    /// The dataset whose entities are meant.
    dataset: Option<&'static Dataset>,
    /// The mark that the pointer is over, if the pointer means the spot.
    under: Option<String>,
    label: Page,
}

/// What an event in the chart means; `None` where it means what it means in any chart.
#[part::of(own)]
pub(super) fn answer(
    widget: &mut Widget,
    shown: &Shown,
    kind: &str,
    target: &Element,
    detail: &str,
) -> Option<Answer> {
    if kind == "list" {
        return Some((None, false, list::go(widget, shown, detail)));
    }
    with_strip(shown.0, &shown.1, &shown.2, |strip| match kind {
        "point" => {
            point(widget, shown, strip, target, detail);
            None
        }
        "focus" => focused(widget, shown, strip, target),
        "blur" if widget.reader.under.is_some() => None,
        "blur" | "leave" => {
            hide(widget);
            None
        }
        "click" => clicked(widget, strip, target),
        "keydown" => key_pressed(widget, shown, strip, target, detail),
        _ => None,
    })
    .flatten()
}

/// The view is drawn anew: what was laid over the picture is gone, and stands where the entity is now. Returns what is to be
/// said of the list.
#[part::of(own)]
pub(super) fn drawn(widget: &mut Widget, shown: &Shown) -> String {
    let said = list::drawn(widget, shown);
    let (dataset, state, page) = shown;
    let Some(spot) = widget.reader.spot else { return said };
    let is_same = widget.reader.dataset.is_some_and(|before| std::ptr::eq(before, *dataset));
    if is_same && state.view == ViewKind::Chart {
        with_strip(dataset, state, page, |strip| show(widget, strip, spot, page.wide_font));
    } else {
        hide(widget);
    }
    said
}

fn with_strip<T>(
    dataset: &'static Dataset,
    state: &State,
    page: &Environment,
    work: impl FnOnce(&Strip<'_>) -> T,
) -> Option<T> {
    // What is chosen has no part in this.
    let context = ChartContext { county: None, mark: None, ..context(dataset, state, page) };
    ask(&context, work)
}

/// The pointer is at a place in the picture.
fn point(widget: &mut Widget, shown: &Shown, strip: &Strip<'_>, target: &Element, detail: &str) {
    let place = detail.split_once(' ').and_then(|(x, y)| Some((decimal(x)?, decimal(y)?)));
    let entity = place.and_then(|(x, y)| strip.entity_at(x, y));
    let key = mark_of(target);
    let spot = entity.map(Spot::Entity);
    // In a shape there is nothing to put a ring around.
    let ring = spot.map_or(key.clone(), |spot| strip.key(spot).map(MarkKey::text));
    if widget.rings.set_hover(ring) {
        widget.rings.place(&widget.mount);
    }
    let is_new = spot != widget.reader.spot;
    widget.reader.under = Some(key.unwrap_or_default());
    match spot {
        None => hide(widget),
        Some(spot) if is_new => {
            widget.reader.dataset = Some(shown.0);
            show(widget, strip, spot, shown.2.wide_font);
        }
        Some(_) => {}
    }
}

/// The focus has come to a mark.
fn focused(widget: &mut Widget, shown: &Shown, strip: &Strip<'_>, target: &Element) -> Option<Answer> {
    if target.closest(":focus-visible").is_ok_and(|found| found.is_none()) {
        return None;
    }
    let spot = strip.spot(MarkKey::parse(&mark_of(target)?)?)?;
    let is_lane = matches!(spot, Spot::Lane(_));
    // An entity of a shape, to which a step has led, has no mark of its own.
    let stays = |before: Spot| strip.key(before).is_none() && strip.lane(before) == strip.lane(spot);
    if is_lane && widget.reader.under.is_none() && widget.reader.spot.is_some_and(stays) {
        return None;
    }
    go(widget, shown, strip, spot);
    Some((None, false, strip.spoken(spot).unwrap_or_default()))
}

/// The keys have led to a spot.
fn go(widget: &mut Widget, shown: &Shown, strip: &Strip<'_>, spot: Spot) {
    widget.reader.under = None;
    widget.reader.dataset = Some(shown.0);
    if matches!(spot, Spot::Lane(_)) {
        hide(widget);
    } else {
        show(widget, strip, spot, shown.2.wide_font);
    }
}

/// A mark was chosen: the entity that the pointer means there.
fn clicked(widget: &Widget, strip: &Strip<'_>, target: &Element) -> Option<Answer> {
    let key = mark_of(target)?;
    let reader = &widget.reader;
    let pointed = if reader.under.as_ref() == Some(&key) { reader.spot } else { None };
    let spot = pointed.or_else(|| strip.spot(MarkKey::parse(&key)?))?;
    Some((Some(choose(strip, spot)?), false, String::new()))
}

/// Chooses the entity at a spot.
fn choose(strip: &Strip<'_>, spot: Spot) -> Option<Action> {
    let code = strip.code(strip.entity(spot)?);
    Some(Action::Mark(MarkKey::County(code).text()))
}

fn key_pressed(
    widget: &mut Widget,
    shown: &Shown,
    strip: &Strip<'_>,
    target: &Element,
    key: &str,
) -> Option<Answer> {
    if key == "Escape" {
        let is_shown = widget.reader.spot.is_some();
        hide(widget);
        let closing = widget.closing(&shown.1, target);
        let is_used = is_shown || closing.is_some();
        return Some((closing, is_used, String::new()));
    }
    let marked = strip.spot(MarkKey::parse(&mark_of(target)?)?)?;
    let reader = &widget.reader;
    let reached = reader.spot.filter(|spot| {
        reader.under.is_none() && strip.key(*spot).is_none() && strip.lane(*spot) == strip.lane(marked)
    });
    let spot = reached.unwrap_or(marked);
    let step = match key {
        "Enter" | " " => return Some((Some(choose(strip, spot)?), true, String::new())),
        "ArrowUp" => Step::Up,
        "ArrowDown" => Step::Down,
        "ArrowLeft" => Step::Left,
        "ArrowRight" => Step::Right,
        "Shift+ArrowLeft" => Step::Before,
        "Shift+ArrowRight" => Step::After,
        "Home" => Step::First,
        "End" => Step::Last,
        _ => return None,
    };
    let Some(next) = strip.step(spot, step) else {
        // The reader stays, and hears again where that is.
        return Some((None, true, strip.spoken(spot).unwrap_or_default()));
    };
    let lane = Spot::Lane(strip.lane(next));
    let is_away = strip.lane(next) != strip.lane(marked);
    let focus = strip.key(next).or_else(|| strip.key(lane).filter(|_| is_away));
    if let Some(key) = focus {
        let key = key.text();
        widget.focus(&text!(r#"[data-key="{key}"]"#));
    }
    go(widget, shown, strip, next);
    // What has the focus is said already.
    let said = if matches!(next, Spot::Entity(_)) { strip.spoken(next) } else { None };
    Some((None, true, said.unwrap_or_default()))
}

/// Lays the label of a spot over the picture.
fn show(widget: &mut Widget, strip: &Strip<'_>, spot: Spot, squeezed: bool) {
    let Some(label) = strip.label(spot) else {
        hide(widget);
        return;
    };
    widget.reader.spot = Some(spot);
    lay(widget, Some((label, squeezed)));
}

fn hide(widget: &mut Widget) {
    widget.reader.spot = None;
    lay(widget, None);
}

/// Lays shapes over the picture, or nothing.
fn lay(widget: &mut Widget, label: Option<(Scene, bool)>) {
    let find = |selector: &str| widget.mount.query_selector(selector).ok().flatten();
    let Some(picture) = find(".chart>svg") else { return };
    let place = find(".meant").or_else(|| {
        // A drawing of the view takes out what it has not drawn.
        widget.reader.label = Page::default();
        let place = widget.maker.create_element_ns(Some("http://www.w3.org/2000/svg"), "g").ok()?;
        let _ = place.set_attribute("class", "meant");
        picture.insert_before(&place, None).ok()?.dyn_into::<Element>().ok()
    });
    let Some(place) = place else { return };
    let drawn = label.map_or_else(|| svg("g"), |(scene, squeezed)| overlay(&scene.items, squeezed));
    widget.reader.label.draw(&place, &widget.maker, drawn);
}
