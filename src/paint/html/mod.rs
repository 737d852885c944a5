//! A view as HTML: live, with controls, or as the static twin that stands without script.

mod card;
mod controls;
mod document;
mod facts;
mod feed;
mod linked;
mod list;
mod panel;
mod paste;
mod table;
mod twin;

pub use document::{About, document, page};
pub use feed::Image;
pub use list::{List, list};
pub use paste::{feed_code, twin_code};
pub use twin::twin;

use super::node::{Element, html};
use super::svg::{Operation, live_picture};
use crate::chart::{Alike, ChartKind, Marker, Note};
use crate::locale::{Locale, render};
use crate::quantity::count_text;
use crate::tier::Tier;
use crate::widget::{Detail, Mode, View, ViewKind};
use crate::word::{Keyword, text};
use controls::{button, flag};

/// The live widget. `focus` is the key of the mark that the Tab key reaches.
pub fn live(view: &View, focus: Option<&str>) -> Element {
    let state = &view.state;
    // Buttons stand before what they have opened.
    let is_chart = view.is(ViewKind::Chart);
    html("div")
        .class(match (view.size.is_narrow(), view.locale.is_own()) {
            (true, false) => "root narrow",
            (true, true) => "root narrow own",
            (false, false) => "root roomy",
            (false, true) => "root roomy own",
        })
        .with("lang", view.locale.language.tag())
        .with("role", "figure")
        .with_text("aria-label", view.kicker)
        .with("data-chart", state.chart.word())
        .with_text("data-tiers", &view.tiers)
        .with("data-lang", view.locale.language.tag())
        .with("data-theme", view.theme)
        .with("data-view", state.view.word())
        .with("data-size", view.size.name())
        .child(kicker(view))
        .child(heading(view, 0).class("heading").with("part", "heading").text(&view.headline.heading))
        .child(summary(view))
        .maybe(controls::picker(view))
        .maybe(controls::filter(view))
        .maybe(controls::indicators(view))
        .maybe(is_chart.then(|| body(view, focus)))
        .maybe(controls::actions(view))
        .maybe(view.state.panel.filter(|_| view.mode == Mode::Live).and_then(|open| panel::panel(view, open)))
        .maybe((!is_chart).then(|| body(view, focus)))
}

/// A heading, so many levels below that of the widget.
fn heading(view: &View, below: usize) -> Element {
    const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
    html(TAGS.get(view.state.heading_level + below - 1).copied().unwrap_or("h6"))
}

/// Of which data, and of when. The widget is called by the former, so that screen readers need not say it again.
fn kicker(view: &View) -> Element {
    let title = html("strong").with("aria-hidden", "true").text(view.kicker);
    html("div").class("kicker").child(title).child(html("span").text(view.edition))
}

/// The summary, and what the reader can do; on paper that is nothing.
fn summary(view: &View) -> Element {
    let said = view.headline.summary.clone();
    let hint = if view.mode == Mode::Live { view.headline.hint } else { "" };
    let gap = if said.is_empty() || hint.is_empty() { "" } else { view.locale.ui.space };
    html("p").class("summary").with("part", "summary").text(&said).text(gap).text(hint)
}

/// Chart or table or about, with what belongs to it beside or below.
fn body(view: &View, focus: Option<&str>) -> Element {
    let panel = html("div").class("main").with("id", "view").with("tabindex", "-1").keyed("main");
    let panel = if view.tabs.is_empty() {
        panel
    } else {
        panel.with("role", "tabpanel").with("aria-label", view.name)
    };
    let mut detail = if view.is(ViewKind::About) { None } else { detail(view) };
    let panel = panel
        .child(match &view.list {
            Some(list) => facts::list(view, list),
            None => chart(view, focus),
        })
        .maybe((!view.table.rows.is_empty()).then(|| table::region(view, &mut detail)))
        .maybe(view.is(ViewKind::About).then(|| about(view)));
    html("div")
        .class(if detail.is_some() { "body detailed" } else { "body" })
        .child(panel)
        .maybe(detail)
        .child(notes(view).with("part", "notes").keyed("notes"))
        .child(html("p").class("source").with("part", "source").keyed("source").text(&view.source))
        .maybe(
            (!view.address.is_empty())
                .then(|| html("p").class("address").keyed("address").text(&view.address)),
        )
}

fn chart(view: &View, focus: Option<&str>) -> Element {
    let chosen = view.state.tiers.single();
    let hint = hint(view);
    let operation = Operation {
        name: view.locale.ui.marks,
        hint: if hint.is_some() { KEYS } else { "" },
        arrows: match view.state.chart {
            ChartKind::Map => "grid",
            _ if view.headline.keys.is_empty() => "list",
            _ => "",
        },
        focus,
        only: view.chips.iter().find(|chip| Some(chip.tier) == chosen).map(|chip| chip.code),
        squeezed: view.squeezed,
    };
    html("div")
        .class("chart")
        .with("part", "chart")
        .keyed("chart")
        .with_if(!view.is(ViewKind::Chart), "hidden", "")
        .maybe(view.title.as_ref().map(|(title, period)| {
            html("p").class("title").child(html("strong").text(title)).child(html("span").text(period))
        }))
        // Another chart is another picture: nothing of the one before grows or moves into it.
        .child(live_picture(&view.scene, &operation).keyed(view.state.chart.word()))
        .maybe(hint)
        .maybe(view.alike.as_ref().map(|alike| self::alike(view, alike)))
        .maybe(
            (view.state.tiers.is_empty() && !view.filter_disabled)
                .then(|| controls::reset(view).keyed("again")),
        )
        .maybe(tier_sources(view))
}

/// Id of the text that says how to operate the chart by keys.
const KEYS: &str = "keys";

/// What choosing a mark does, and how to choose by keys; the shell shows that to those who come by keys.
fn hint(view: &View) -> Option<Element> {
    if view.mode == Mode::Static || view.scene.marks().all(|mark| mark.gone) {
        return None;
    }
    let ui = &view.locale.ui;
    let keys = if view.headline.keys.is_empty() { ui.keys } else { view.headline.keys };
    let choose = match view.state.chart {
        // The summary says it.
        _ if !view.headline.hint.is_empty() => "",
        ChartKind::Tiers | ChartKind::Shares => ui.choose[0],
        _ => ui.choose[1],
    };
    let keys = html("span").with("id", KEYS).text(keys);
    Some(html("p").class("hint").keyed("hint").child(html("span").text(choose)).child(keys))
}

/// What many marks say alike; opened, it names them, each with its card.
#[part::of(map)]
fn alike(view: &View, alike: &Alike) -> Element {
    let is_open = view.state.expanded;
    let more = button("expand").class("more").with("aria-expanded", flag(is_open)).text(&alike.text);
    let mut list = html("div").class("hits").with("data-arrows", "");
    for (code, name, city) in &alike.counties {
        let county = button(&text!("source:county:{code}")).keyed(code);
        let county = county.with("aria-pressed", flag(view.state.county == Some(*code)));
        list = list.child(county.child(html("b").text(name)).text(" ").child(html("span").text(city)));
    }
    html("div").keyed("alike").child(more).maybe(is_open.then_some(list))
}

/// In charts where choosing a mark filters by its tier: the way to what that tier's numbers stand on.
fn tier_sources(view: &View) -> Option<Element> {
    if !matches!(view.state.chart, ChartKind::Tiers | ChartKind::Shares) || view.state.mark.is_some() {
        return None;
    }
    let tier = view.state.tiers.single()?;
    let chip = view.chips.iter().find(|chip| chip.tier == tier)?;
    let text = render(view.locale.ui.tier_sources, &[("tier", chip.name)]);
    Some(controls::button(&text!("source:tier:{chip.code}")).class("sources").keyed("sources").text(&text))
}

/// The class that gives the colour of a tier, counted from 1; nothing where there is none.
fn tier_class(tier: Option<Tier>) -> String {
    tier.map_or_else(String::new, |tier| text!("t{count_text(tier.index() + 1)}"))
}

fn about(view: &View) -> Element {
    let entries = view.about.iter().flat_map(|(head, text)| [html("dt").text(head), html("dd").text(text)]);
    html("dl").class("about").keyed("about").children(entries)
}

fn detail(view: &View) -> Option<Element> {
    match view.detail.as_ref()? {
        Detail::County(card) => Some(card::county(view, card)),
        Detail::Source(source) => Some(card::source(view, source)),
    }
}

/// The notes under a chart, with what stands before each.
fn notes(view: &View) -> Element {
    html("div").class("notes").children(view.notes.iter().map(|note| note_element(note, view.locale)))
}

fn note_element(note: &Note, locale: &Locale) -> Element {
    let paragraph = html("p");
    let marker = match note.marker {
        Marker::None => return paragraph.text(&note.text),
        Marker::Derived => locale.ui.derived,
        Marker::Asterisk => "*",
    };
    paragraph.child(html("strong").class("derived").text(marker)).text(&text!(" {note.text}"))
}
