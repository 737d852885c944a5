//! What a reader can press. Every control carries its action as a word.

use super::super::node::{Element, html, svg};
use super::tier_class;
use crate::widget::{Chip, IndicatorChoice, Panel, Tab, View, ViewKind};
use crate::word::{Keyword, text};

pub(super) fn button(action: &str) -> Element {
    html("button").with("type", "button").with_text("data-action", action)
}

pub(super) const fn flag(on: bool) -> &'static str {
    if on { "true" } else { "false" }
}

/// The tabs that choose a chart.
pub(super) fn picker(view: &View) -> Option<Element> {
    if view.tabs.is_empty() {
        return None;
    }
    let list = html("div")
        .class("tabs")
        .with("role", "tablist")
        .with("data-arrows", "row")
        .with("aria-label", view.locale.ui.picker);
    let list = list.children(view.tabs.iter().map(tab));
    let chevron = |side: &'static str| html("span").class(side).child(icon("m6 3 5 5-5 5"));
    let picker = html("div").class("picker").with("part", "picker").keyed("picker");
    Some(picker.child(chevron("chevron before")).child(list).child(chevron("chevron after")))
}

fn tab(tab: &Tab) -> Element {
    button(&text!("chart:{tab.kind.word()}"))
        .keyed(tab.kind.word())
        .with("role", "tab")
        .with("data-chart", tab.kind.word())
        .with("aria-selected", flag(tab.selected))
        .with("aria-controls", "view")
        .text(tab.name)
}

/// The tier chips, or why there are none.
pub(super) fn filter(view: &View) -> Option<Element> {
    if !view.shows("filter") {
        return None;
    }
    let ui = &view.locale.ui;
    let content = if view.filter_disabled {
        html("p").class("why").keyed("why").text(view.filter_off)
    } else {
        html("div")
            .class("chips")
            .keyed("chips")
            .with("role", "group")
            .with("aria-label", ui.filter)
            .child(html("span").class("label").with("aria-hidden", "true").text(ui.tier))
            .children(view.chips.iter().map(chip))
            .child(reset(view))
    };
    Some(html("div").class("filter").with("part", "filter").keyed("filter").child(content))
}

fn chip(chip: &Chip) -> Element {
    let is_fraction = chip.count.bytes().any(|byte| byte == b'/');
    // Styles write what is not part of the name, since nobody says “three slash seven”.
    let count = html("span").with("aria-hidden", "true");
    let count =
        if is_fraction { count.with_text("data-count", &chip.count) } else { count.text(&chip.count) };
    button(&text!("toggle:{chip.code}"))
        .keyed(chip.code)
        .with_text("class", &text!("chip {tier_class(Some(chip.tier))}"))
        .with("data-tier", chip.code)
        .with("aria-pressed", flag(chip.pressed))
        .with_text("aria-label", &text!("{chip.name} {chip.spoken}"))
        .child(html("i").class("swatch"))
        .child(html("b").with("aria-hidden", "true").text(chip.name))
        .text(" ")
        .child(count)
}

/// The button that brings all tiers back.
pub(super) fn reset(view: &View) -> Element {
    let ui = &view.locale.ui;
    button("reset")
        .keyed("reset")
        .class(if view.is_filtered() { "reset on" } else { "reset" })
        // Without a filter it does nothing, and is no stop on the way.
        .with_if(!view.is_filtered(), "tabindex", "-1")
        .with("aria-label", ui.reset_name)
        .text(ui.reset)
}

/// The indicator switch: a native select where room is short, pills elsewhere.
pub(super) fn indicators(view: &View) -> Option<Element> {
    if view.indicators.is_empty() || !view.is(ViewKind::Chart) || !view.shows("filter") {
        return None;
    }
    let ui = &view.locale.ui;
    if !view.size.is_narrow() {
        let choices = view.indicators.iter().map(|choice| pill(view, choice));
        return Some(pills(ui.indicator, choices).keyed("pills"));
    }
    let options = view.indicators.iter().map(|choice| {
        html("option")
            .keyed(choice.id)
            .with("value", choice.id)
            .with_if(choice.selected, "selected", "")
            .text(&choice.long)
    });
    let select = html("select").with("data-action", "indicator").children(options);
    let label = html("span").text(ui.indicator);
    let arrow = icon("m4 6 4 4 4-4");
    Some(html("label").class("select").keyed("select").child(label).child(select).child(arrow))
}

/// A choice of one of a few.
pub(super) fn pills(name: &'static str, pills: impl Iterator<Item = Element>) -> Element {
    let group = html("div").class("pills").with("role", "radiogroup").with("data-arrows", "");
    group.with("aria-label", name).children(pills)
}

/// One of them: its action is `verb` and `id`.
pub(super) fn choice(verb: &str, id: &str, name: &str, selected: bool) -> Element {
    button(&text!("{verb}:{id}"))
        .keyed(id)
        .class("pill")
        .with("role", "radio")
        .with("aria-checked", flag(selected))
        .text(name)
}

fn pill(view: &View, choice: &IndicatorChoice) -> Element {
    let name = if view.locale.is_own() { distinct_name(view, choice) } else { choice.name };
    let pill = self::choice("indicator", choice.id, name, choice.selected);
    if choice.derived {
        pill.child(html("small").class("derived").text(view.locale.ui.derived))
    } else {
        pill
    }
}

/// What a pill is called: with its period where another has the same name.
#[part::of(own)]
fn distinct_name<'a>(view: &'a View, choice: &'a IndicatorChoice) -> &'a str {
    let is_shared = view.indicators.iter().filter(|other| other.name == choice.name).count() > 1;
    if is_shared { &choice.long } else { choice.name }
}

/// Table, download, share, about: one Tab stop, so that what they open is the next one.
pub(super) fn actions(view: &View) -> Option<Element> {
    let ui = &view.locale.ui;
    let label = |[full, short]: [&'static str; 2]| if view.size.is_narrow() { short } else { full };
    let one =
        |control: &str, action: &'static str, path: &'static str, words: [&'static str; 2], on: bool| {
            let opens = action.starts_with("panel:");
            view.shows(control).then(|| {
                button(action)
                    .keyed(action)
                    .with(if opens { "aria-expanded" } else { "aria-pressed" }, flag(on))
                    .with_if(opens && on, "aria-controls", "panel")
                    .child(icon(path))
                    .child(html("span").text(label(words)))
            })
        };
    let panel = |panel| view.state.panel == Some(panel);
    let entries = [
        one("table", "view:table", "M2 3h12v10H2zM2 6.5h12M6.5 6.5V13", ui.table, view.is(ViewKind::Table)),
        one(
            "download",
            "panel:download",
            "M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11",
            ui.download,
            panel(Panel::Download),
        ),
        one(
            "share",
            "panel:share",
            "M9 2.5h4.5V7M13 3 7.5 8.500M6 4H2.500v9.500h9.500V10",
            ui.share,
            panel(Panel::Share),
        ),
        one(
            "about",
            "view:about",
            "M8 1.800a6.200 6.200 0 1 1 0 12.400a6.200 6.200 0 1 1 0-12.400zM8 7v4M8 4.600v1",
            ui.about,
            view.is(ViewKind::About),
        ),
    ];
    if entries.iter().all(Option::is_none) {
        return None;
    }
    let bar = html("div")
        .class("actions")
        .with("part", "actions")
        .with("role", "toolbar")
        .with("data-arrows", "row")
        .with_text("aria-label", view.name);
    Some(bar.keyed("actions").children(entries.into_iter().flatten()))
}

/// A line drawing of 16 × 16, in the colour of the text beside it.
pub(super) fn icon(path: &'static str) -> Element {
    svg("svg")
        .with("viewBox", "0 0 16 16")
        .with("width", "16")
        .with("height", "16")
        .with("fill", "none")
        .with("stroke", "currentColor")
        .with("stroke-width", "1.5")
        .with("aria-hidden", "true")
        .child(svg("path").with("d", path))
}

/// A file to save or a text to copy.
pub(super) fn file(action: &'static str, word: &str) -> Element {
    button(action).keyed(action).class("file").text(word)
}
