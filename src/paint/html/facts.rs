//! The list of facts: search, topics, counties that were found, and a card for each fact.

use super::super::node::{Element, html};
use super::controls::{button, choice, icon, pills};
use super::heading;
use crate::chart::{CountyHit, FactEntry, FactList, Topic};
use crate::locale::render;
use crate::search::places;
use crate::widget::View;
use crate::word::text;

/// The list in the place of a chart.
#[part::of(facts)]
pub(super) fn list(view: &View, list: &FactList) -> Element {
    let words = &view.locale.annex().facts;
    let cards = list.facts.iter().flat_map(|entry| {
        let head = entry.headed.then(|| heading(view, 1).class("theme").keyed(entry.topic).text(entry.topic));
        head.into_iter().chain([card(view, list, entry)])
    });
    html("div")
        .class("facts")
        .with("part", "chart")
        .keyed("facts")
        .child(field(view, list))
        .child(topics(view, &list.topics))
        .maybe(view.size.is_narrow().then(|| html("p").class("count").keyed("count").text(&list.count)))
        .maybe((!list.counties.is_empty()).then(|| counties(view, list)))
        .child(html("div").class("cards").keyed("cards").with("data-arrows", "").children(cards))
        .maybe(list.more.as_ref().map(|more| button("expand").class("more").keyed("more").text(more)))
        .maybe(list.hidden.as_ref().map(|text| hidden(view, text)))
        .maybe((!list.suggestions.is_empty() && list.counties.is_empty()).then(|| nothing(view, list)))
        .maybe(
            (!list.search.is_empty()).then(|| button("search:").class("back").keyed("back").text(words.back)),
        )
}

/// The search field. What stands in it is set by the page, since typing changes it too.
fn field(view: &View, list: &FactList) -> Element {
    let words = &view.locale.annex().facts;
    let label = html("span").class("label").text(words.field);
    let input = html("input")
        .keyed("input")
        .with("type", "search")
        .with("data-action", "search")
        .with("maxlength", "200")
        .with("aria-label", words.search)
        .with("placeholder", words.placeholder)
        .with("autocomplete", "off")
        .with("autocapitalize", "off")
        .with("spellcheck", "false");
    let field = html("label").class("search").keyed("search").child(label).child(input);
    if view.size.is_narrow() { field } else { field.child(html("span").class("count").text(&list.count)) }
}

/// Topics as pills, or as a native select where room is short.
fn topics(view: &View, topics: &[Topic]) -> Element {
    let words = &view.locale.annex().facts;
    if view.size.is_narrow() {
        let options = topics.iter().map(|topic| {
            html("option")
                .keyed(topic.id)
                .with("value", topic.id)
                .with_if(topic.selected, "selected", "")
                .text(topic.name)
        });
        let select = html("select").with("data-action", "topic").children(options);
        let label = html("span").text(words.topic);
        return html("label")
            .class("select")
            .keyed("topics-select")
            .child(label)
            .child(select)
            .child(icon("m4 6 4 4 4-4"));
    }
    let choices = topics.iter().map(|topic| choice("topic", topic.id, topic.name, topic.selected));
    pills(words.topic, choices).keyed("topics")
}

/// Counties that were found: each leads to its card.
fn counties(view: &View, list: &FactList) -> Element {
    let hit = |county: &CountyHit| {
        button(&text!("county:{county.code}"))
            .keyed(county.code)
            .with("data-county", county.code)
            .with_text("class", &super::tier_class(county.tier))
            .child(html("i").class("swatch"))
            .child(html("b").text(county.name))
            .text(" ")
            .child(html("span").text(county.city))
    };
    html("div")
        .class("hits")
        .keyed("hits")
        .child(html("span").class("label").text(view.locale.annex().facts.counties))
        .children(list.counties.iter().map(hit))
        .maybe(list.more_counties.as_ref().map(|more| button("expand").keyed("more").text(more)))
}

/// What was found but is hidden by topic or filter, and the way to it.
fn hidden(view: &View, text: &str) -> Element {
    let widen = button("widen").class("pill").text(view.locale.annex().facts.widen);
    html("div").class("nothing").keyed("hidden").child(html("p").text(text)).child(widen)
}

/// Nothing is found: what to try instead.
fn nothing(view: &View, list: &FactList) -> Element {
    let words = &view.locale.annex().facts;
    let word = |word: &&'static str| button(&text!("search:{word}")).keyed(word).class("pill").text(word);
    html("div")
        .class("nothing")
        .keyed("nothing")
        .child(html("p").text(words.nothing))
        .child(html("span").text(words.instead))
        .children(list.suggestions.iter().map(word))
}

/// A fact with its figure, its quote, and the way to the chart that draws it.
fn card(view: &View, list: &FactList, entry: &FactEntry) -> Element {
    let words = &view.locale.annex().facts;
    let fact = &entry.fact;
    let found = |element: Element, text: &str| marked(element, text, &list.words);
    let tags = super::card::tags(&fact.tags);
    let figure = entry.is_figure.then(|| {
        let (number, unit) = split_figure(&fact.said);
        html("p")
            .class("figure")
            .child(found(html("strong"), number))
            // Whoever copies a figure keeps the space before its unit.
            .text(if unit.starts_with(' ') { " " } else { "" })
            .child(found(html("span"), unit.trim_start()))
    });
    let said = (!entry.is_figure && !fact.is_verbatim()).then(|| found(html("p"), &fact.said));
    // Of what lies ahead the period says the same as the theme.
    let place = fact.place(if fact.period == entry.topic { "" } else { entry.topic });
    let draw = entry.chart.map(|chart| {
        button(&text!("draw:{fact.id}")).class("draw").text(&render(words.draw, &[("chart", chart)]))
    });
    // A card stands under the name of its theme, where the themes are named.
    let below = if list.facts.iter().any(|entry| entry.headed) { 2 } else { 1 };
    html("article")
        .keyed(fact.id)
        .with("data-fact", fact.id)
        .with_text("class", &super::tier_class(entry.tier))
        .maybe(figure)
        .child(found(heading(view, below).class("subject"), fact.subject).children(tags))
        .maybe(said)
        .maybe((!fact.note.is_empty()).then(|| found(html("p").class("note"), fact.note)))
        .child(found(super::card::original(html("blockquote"), view.locale), fact.quote))
        .child(html("p").class("muted").text(&place))
        .maybe(draw)
}

/// A figure as it is set: the number large, what follows small.
fn split_figure(text: &str) -> (&str, &str) {
    let end = text.rfind(|character: char| character.is_ascii_digit() || character == '%');
    text.split_at(end.map_or(text.len(), |at| at + 1))
}

/// The text with the words that were looked for marked in it.
fn marked(element: Element, text: &str, words: &[String]) -> Element {
    let mut element = element;
    let mut from = 0;
    for range in places(text, words) {
        let part = |range| text.get(range).unwrap_or_default();
        element = element.text(part(from..range.start)).child(html("mark").text(part(range.clone())));
        from = range.end;
    }
    element.text(text.get(from..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{html, marked, split_figure};

    #[test]
    fn a_figure_parts_after_its_last_digit() {
        assert_eq!(split_figure("1.18万亿元"), ("1.18", "万亿元"));
        assert_eq!(split_figure("¥1.18 trillion"), ("¥1.18", " trillion"));
        assert_eq!(split_figure("超60%"), ("超60%", ""));
        assert_eq!(split_figure("未公布"), ("未公布", ""));
    }

    #[test]
    fn what_was_looked_for_is_marked_and_the_text_stays() {
        let markup = marked(html("p"), "83个县域（金门县暂未列入）", &["县".to_owned()]).markup();
        assert_eq!(markup, "<p>83个<mark>县</mark>域（金门<mark>县</mark>暂未列入）</p>\n");
    }
}
