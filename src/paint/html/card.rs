//! The county card, and the quote under a selected row.

use super::super::node::{Element, html, svg};
use super::{heading, tier_class};
use crate::chart::{Card, CardFact, CountyPart, CountyValue, SourceCard};
use crate::locale::{Locale, render};
use crate::widget::View;
use crate::word::text;

/// The id of the card, of which there is one at a time.
pub(super) const ID: &str = "card";

/// Everything the facts say of a county.
#[part::of(annex)]
pub(super) fn county(view: &View, card: &Card) -> Element {
    let gap = if card.tier.is_some() { " " } else { "" };
    frame(view, &text!("card{gap}{tier_class(card.tier)}"), card.name.clone())
        .with("data-county", card.code)
        .child(heading(view, 1).class("name").text(&card.name).text(" ").child(html("span").text(&card.city)))
        .child(tier_line(card))
        .maybe(
            (!card.parts.is_empty())
                .then(|| html("ul").class("parts").keyed("parts").children(card.parts.iter().map(part))),
        )
        .maybe(card.figure.as_ref().map(figure))
        .maybe((!card.values.is_empty()).then(|| values(view, card)))
        .maybe(
            (card.facts.is_empty() && card.values.is_empty())
                .then(|| html("p").keyed("none").text(view.locale.annex().county.no_facts)),
        )
        .maybe((!card.gap.is_empty()).then(|| html("p").class("muted").keyed("gap").text(card.gap)))
        .maybe((!card.facts.is_empty()).then(|| quotes(view, card)))
}

/// A card's frame with the button that closes it.
fn frame(view: &View, class: &str, name: String) -> Element {
    let cross = svg("svg")
        .with("viewBox", "0 0 16 16")
        .with("width", "16")
        .with("height", "16")
        .with("fill", "none")
        .with("stroke", "currentColor")
        .with("stroke-width", "1.75")
        .with("aria-hidden", "true")
        .child(svg("path").with("d", "m3 3 10 10M13 3 3 13"));
    let close = html("button")
        .class("close")
        .keyed("close")
        .with("type", "button")
        .with("data-action", "clear")
        .with("aria-label", view.locale.annex().close)
        .child(cross);
    html("section")
        .with_text("class", class)
        .with("part", "card")
        .with("id", ID)
        .keyed("card")
        .with_text("aria-label", &name)
        .child(close)
}

fn tier_line(card: &Card) -> Element {
    let line = html("p").class("tier").keyed("tier");
    match &card.tier_text {
        Some(text) => line
            .child(html("i").class("swatch"))
            .child(html("b").text(text))
            .text(" ")
            .child(html("span").text(&card.basis)),
        None => line.child(html("span").text(&card.basis)),
    }
}

fn part(part: &CountyPart) -> Element {
    let path = match part.glyph {
        0 => "M8 4a4 4 0 1 1 0 8a4 4 0 1 1 0-8z",
        1 => "M8 3.500 12.500 8 8 12.500 3.500 8z",
        _ => "M8 3.500 12.500 12h-9z",
    };
    let glyph = svg("svg")
        .with("viewBox", "0 0 16 16")
        .with("width", "14")
        .with("height", "14")
        .with("aria-hidden", "true");
    html("li")
        .child(glyph.child(svg("path").class("f-accent").with("d", path)))
        .child(html("b").text(part.label))
        .text(" ")
        .child(html("span").text(part.meaning))
}

fn figure(fact: &CardFact) -> Element {
    html("p")
        .class("figure")
        .keyed("figure")
        .child(html("strong").text(&fact.said))
        .text(" ")
        .child(html("b").text(fact.subject))
        .text(" ")
        .child(html("span").text(&fact.period))
}

/// What is measured of the county, one below the other. Only datasets that are not ours have it; the way to their part
/// leads through the core.
#[part::of(core)]
fn values(view: &View, card: &Card) -> Element {
    own_values(view, card)
}

#[part::of(own)]
fn own_values(view: &View, card: &Card) -> Element {
    let value = |value: &CountyValue| {
        let origin = if value.origin.is_empty() { "" } else { view.locale.ui.derived };
        html("p")
            .class("figure")
            .child(html("strong").text(&value.said))
            .text(" ")
            .child(html("b").text(value.name))
            .text(" ")
            .child(html("span").text(value.period))
            .maybe((!origin.is_empty()).then(|| {
                html("small").class("derived").text(&text!(" {origin}{view.locale.ui.colon}{value.origin}"))
            }))
    };
    html("div").class("values").keyed("values").children(card.values.iter().map(value))
}

fn quotes(view: &View, card: &Card) -> Element {
    let head = render(view.locale.annex().county.quotes, &[("n", &view.locale.count(card.facts.len()))]);
    html("details")
        .keyed("quotes")
        .child(html("summary").text(&head))
        .children(card.facts.iter().map(|entry| fact(view, entry)))
}

/// What is to be heeded about a figure. Each begins with a space: styles set them apart, but who listens or copies has
/// only the words.
pub(super) fn tags(tags: &[String]) -> impl Iterator<Item = Element> {
    tags.iter().map(|tag| html("small").class("derived").text(&text!(" {tag}")))
}

/// Marks the source's own words with their language. Of datasets that are not ours nobody says which it is.
pub(super) fn original(element: Element, locale: &Locale) -> Element {
    if locale.is_own() { element } else { element.with("lang", "zh-Hans") }
}

/// A fact with its quote, paragraph and period.
fn fact(view: &View, fact: &CardFact) -> Element {
    let said = match fact.is_verbatim() {
        true => String::new(),
        false if fact.subject.is_empty() => fact.said.clone(),
        false => text!("{view.locale.ui.colon}{fact.said}"),
    };
    html("div")
        .class("fact")
        .keyed(fact.id)
        .with("data-fact", fact.id)
        .child(html("p").child(html("b").text(fact.subject)).text(&said).children(tags(&fact.tags)))
        .child(original(html("blockquote"), view.locale).text(fact.quote))
        .child(html("p").class("muted").text(&fact.place("")))
        .maybe((!fact.note.is_empty()).then(|| html("p").class("muted").keyed("note").text(fact.note)))
}

/// What a selected mark or row stands on.
#[part::of(annex)]
pub(super) fn source(view: &View, card: &SourceCard) -> Element {
    let derivation = |(name, arithmetic): &(String, String)| {
        html("p")
            .class("fact")
            .child(html("b").text(name))
            .text(view.locale.ui.colon)
            .text(arithmetic)
            .text(" ")
            .child(html("small").class("derived").text(view.locale.ui.derived))
    };
    // A single fact says by itself what it is about.
    let headed = card.facts.first().is_none_or(|fact| fact.subject != card.title);
    frame(view, "card", card.title.clone())
        .maybe(headed.then(|| heading(view, 1).class("name").keyed("title").text(&card.title)))
        .maybe((!card.remark.is_empty()).then(|| html("p").keyed("remark").text(&card.remark)))
        .children(card.derivations.iter().map(derivation))
        .children(card.facts.iter().map(|entry| fact(view, entry)))
}
