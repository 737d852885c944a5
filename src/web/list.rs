//! A table that is too long for a page, in the page: which rows are in sight, in which order.
//!
//! The rows are found and sorted piece by piece; what was shown before stays until that is done.

use web_sys::Element;

use super::page::{Page, show_value};
use super::{Shown, Widget};
use crate::chart::ChartContext;
use crate::chart::strip::{Listing, ROW, VIEW, Window, list_of, with_subject};
use crate::dataset::Dataset;
use crate::language::Language;
use crate::paint::{List, list};
use crate::quantity::{count_text, decimal};
use crate::widget::{Sort, State, context, order, sentence};

/// Rows that are gone through before a drawing ends.
const AT_ONCE: usize = 12_000;
/// Rows that are gone through in a piece of work after it.
const PIECE: usize = 3000;

/// On what the order of a list depends.
#[derive(Clone, PartialEq)]
struct Wanted {
    dataset: usize,
    indicator: &'static str,
    language: Language,
    search: String,
    sort: Option<Sort>,
}

/// What is new in an order.
#[derive(Default, Clone, Copy, PartialEq)]
enum News {
    #[default]
    Nothing,
    Found,
    Sorted,
}

/// A list in a page.
#[derive(Default)]
pub(super) struct Listed {
    wanted: Option<Wanted>,
    /// What is shown.
    listing: Option<Listing>,
    /// What is being made.
    next: Option<Listing>,
    /// What is to be said once it is made.
    news: News,
    /// How many were shown before: an order that is new begins at its top.
    number: usize,
    /// How far the reader has scrolled, and how high the box is.
    scrolled: (f64, f64),
    window: Option<Window>,
    page: Page,
}

/// Where the list is drawn.
fn place(widget: &Widget) -> Option<Element> {
    widget.mount.query_selector(".listed").ok().flatten()
}

/// The view is drawn anew. Returns what is to be said of it.
#[part::of(own)]
pub(super) fn drawn(widget: &mut Widget, shown: &Shown) -> String {
    let Some(place) = place(widget) else {
        widget.listed = Listed::default();
        return String::new();
    };
    let (dataset, state, page) = shown;
    let context = context(dataset, state, page);
    let wanted = Wanted {
        dataset: std::ptr::from_ref::<Dataset>(dataset).addr(),
        indicator: state.indicator,
        language: context.locale.language,
        search: state.search.clone(),
        sort: state.sort,
    };
    let listed = &mut widget.listed;
    if place.first_child().is_none() {
        listed.page = Page::default();
        listed.scrolled = (0.0, VIEW);
    }
    if listed.wanted.as_ref() != Some(&wanted) {
        let before = listed.wanted.take().filter(|before| before.dataset == wanted.dataset);
        // The old order tells of other entities.
        if before.is_none() {
            listed.listing = None;
            listed.news = News::Nothing;
        }
        // What is said of a list that has just come is how it is called.
        listed.news = match before {
            Some(before) if before.search != wanted.search => News::Found,
            Some(before) if before.sort != wanted.sort => News::Sorted,
            _ => listed.news,
        };
        let sort = wanted.sort.map(|sort| (sort.column, sort.falling));
        listed.next = Some(Listing::begin(&wanted.search, sort));
        listed.wanted = Some(wanted);
        go_on(listed, &context, AT_ONCE);
    }
    tell(listed, &place);
    let said = draw(widget, &context, state, &place);
    show_value(&widget.mount, "search", &state.search);
    said
}

/// Does a piece of work. Says whether all is done.
fn go_on(listed: &mut Listed, context: &ChartContext<'_>, rows: usize) -> bool {
    let Some(next) = &mut listed.next else { return false };
    let mut is_done = false;
    with_subject(context, &mut |_, subject| is_done = !next.push(subject, context.locale.language, rows));
    if is_done {
        listed.listing = listed.next.take();
        listed.number += 1;
        listed.scrolled.0 = 0.0;
    }
    is_done
}

/// Lets the script know whether there is more work, or that another order is shown.
fn tell(listed: &Listed, place: &Element) {
    let number = count_text(listed.number);
    let now = if listed.next.is_some() { "more" } else { &*number };
    if place.get_attribute("data-list").as_deref() != Some(now) {
        let _ = place.set_attribute("data-list", now);
    }
}

/// The script goes on: `more` work, or the reader has scrolled. Returns what is to be said.
#[part::of(own)]
pub(super) fn go(widget: &mut Widget, shown: &Shown, detail: &str) -> String {
    let Some(place) = place(widget) else { return String::new() };
    let (dataset, state, page) = shown;
    let context = context(dataset, state, page);
    if let Some((top, view)) = detail.split_once(' ') {
        let view = decimal(view).filter(|view| *view >= ROW).unwrap_or(VIEW);
        widget.listed.scrolled = (decimal(top).unwrap_or_default(), view);
        let window = widget.listed.in_sight();
        if window != widget.listed.window {
            draw(widget, &context, state, &place);
        }
        return String::new();
    }
    let is_done = go_on(&mut widget.listed, &context, PIECE);
    tell(&widget.listed, &place);
    if is_done { draw(widget, &context, state, &place) } else { String::new() }
}

impl Listed {
    fn in_sight(&self) -> Option<Window> {
        let rows = self.listing.as_ref()?.count();
        Some(Window::of(rows, self.scrolled.1, self.scrolled.0))
    }
}

/// Draws the rows in sight. Returns what is to be said of an order that is made.
fn draw(widget: &mut Widget, context: &ChartContext<'_>, state: &State, place: &Element) -> String {
    let listed = &mut widget.listed;
    listed.window = listed.in_sight();
    let window = listed.window.unwrap_or_else(|| Window::of(0, VIEW, 0.0));
    let rows = window.first..window.first + window.count;
    let entity = |row: usize| listed.listing.as_ref().and_then(|listing| listing.entity(row));
    let rows: Vec<usize> = rows.filter_map(entity).collect();
    let count = listed.listing.as_ref().map_or(0, Listing::count);
    let Some(told) = list_of(context, &rows, count, !state.search.is_empty()) else { return String::new() };
    let drawn = List {
        table: &told.table,
        window,
        rows: count,
        count: &told.count,
        size: context.layout.size,
        search: told.search,
    };
    let drawn = list(&drawn, context.locale, state);
    listed.page.draw(place, &widget.maker, drawn);
    if listed.next.is_some() {
        return String::new();
    }
    match std::mem::take(&mut listed.news) {
        News::Nothing => String::new(),
        News::Found => sentence(context.locale, &told.count),
        News::Sorted => {
            let order = |sort| order(context.locale, &told.table.columns, sort);
            state.sort.map_or_else(|| context.locale.ui.reset.to_owned(), order)
        }
    }
}
