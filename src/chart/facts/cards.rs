//! The first facts as a picture: figure, subject, quote and paragraph of each.

use super::list::{FIRST, listing};
use crate::chart::{ChartContext, Size, describe};
use crate::dataset::{Fact, name_of};
use crate::geometry::{Point, Rect};
use crate::locale::render;
use crate::scene::{Anchor, Canvas, Face, Fill, Label, MarkKey, Scene};
use crate::text;
use crate::theme::Role;
use crate::word::{joined, text};

/// Between two cards beside each other.
const GAP: f64 = 28.0;
/// Between the quote and the rule at its left.
const INDENT: f64 = 12.0;

/// Height of a line over the cards.
const LINE: f64 = 22.0;

/// A card as it is set.
struct Card {
    /// From the card's upper left corner.
    lines: Vec<Label>,
    /// Top and bottom of the rule beside the quote.
    quote: (f64, f64),
    height: f64,
}

/// Draws the first facts, two abreast where there is room, and how many there are.
pub(super) fn draw(context: &ChartContext<'_>, name: String) -> Scene {
    let facts = listing(context).facts;
    let shown: Vec<&Fact> = facts.iter().copied().take(FIRST).collect();
    let columns = if context.layout.size >= Size::W560 { 2 } else { 1 };
    let width = (context.layout.width - GAP * (columns - 1) as f64) / columns as f64;
    let cards: Vec<Card> = shown.iter().map(|fact| set(context, fact, width)).collect();
    let heights: Vec<f64> = cards
        .chunks(columns)
        .map(|row| row.iter().fold(0.0, |most: f64, card| most.max(card.height)))
        .collect();
    let asked = asked(context, facts.len());
    let lines: Vec<String> =
        text::wrap_greedy(&asked, context.layout.size.label(), false, context.layout.width);
    let head = lines.len() as f64 * LINE;
    let foot = if shown.len() < facts.len() || facts.is_empty() { 30.0 } else { 0.0 };
    let canvas = Canvas::new(context.layout.width, head + heights.iter().sum::<f64>() + foot);
    for (index, line) in lines.into_iter().enumerate() {
        let at = Point::new(0.0, 14.0 + index as f64 * LINE);
        canvas.text(context.label(at, line, Role::Ink2, Anchor::Start));
    }
    let mut top = head;
    for ((row, facts), height) in cards.chunks(columns).zip(shown.chunks(columns)).zip(&heights) {
        for (column, (card, fact)) in row.iter().zip(facts).enumerate() {
            let at = Point::new(column as f64 * (width + GAP), top);
            let told = describe(context, fact);
            let comma = if told.paragraph.is_empty() { "" } else { context.locale.ui.comma };
            let colon = if told.subject.is_empty() { "" } else { context.locale.ui.colon };
            // A sentence that something follows ends without its stop.
            let said = told.said.strip_suffix(context.locale.ui.stop).filter(|_| !comma.is_empty());
            let said = said.unwrap_or(&told.said);
            let spoken = text!("{told.subject}{colon}{said}{comma}{told.paragraph}");
            let frame = Rect::new(0.0, 0.0, width, height - 8.0);
            let mark = context.mark(MarkKey::Fact(fact.id), spoken, at, frame);
            canvas.mark(mark, |canvas| draw_card(canvas, card, at, width));
        }
        top += height;
    }
    let words = &context.locale.annex().facts;
    if foot > 0.0 {
        let count = match facts.len() {
            0 => words.nothing.to_owned(),
            all => render(
                words.first,
                &[("n", &context.locale.count(shown.len())), ("total", &context.locale.count(all))],
            ),
        };
        canvas.text(context.label(Point::new(0.0, top + 20.0), count, Role::Ink2, Anchor::Start));
    }
    canvas.finish(name)
}

/// What was looked for, under which topic, and how many facts that left; nothing where nothing was asked.
fn asked(context: &ChartContext<'_>, found: usize) -> String {
    let words = &context.locale.annex().facts;
    let mut parts = Vec::new();
    if !context.search.is_empty() {
        parts.push(render(words.searched, &[("text", context.search)]));
    }
    if !context.topic.is_empty() {
        let topic = name_of(&context.dataset.topics, context.topic);
        parts.push(topic.get(context.locale.language).to_owned());
    }
    if !parts.is_empty() {
        let total = context.locale.count(context.dataset.facts.len());
        parts.push(render(words.count, &[("n", &context.locale.count(found)), ("total", &total)]));
    }
    joined(" · ", parts.iter().map(String::as_str))
}

fn draw_card(canvas: &Canvas, card: &Card, at: Point, width: f64) {
    canvas.rect(Rect::new(at.x, at.y, width, 1.0), Fill::new(Role::Line));
    let (top, bottom) = card.quote;
    canvas.rect(Rect::new(at.x, at.y + top, 3.0, bottom - top), Fill::new(Role::Line));
    for line in &card.lines {
        canvas.text(Label { at: Point::new(at.x + line.at.x, at.y + line.at.y), ..line.clone() });
    }
}

/// Sets a fact in the width of a card.
fn set(context: &ChartContext<'_>, fact: &Fact, width: f64) -> Card {
    let told = describe(context, fact);
    let size = context.layout.size;
    let mut card = Card { lines: Vec::new(), quote: (0.0, 0.0), height: 10.0 };
    let figure = if size == Size::W280 { 24.0 } else { 28.0 };
    let subject = size.label() + 2.0;
    let plain = Face::plain(size.label(), Role::Ink2);
    if fact.is_figure {
        card.add(&told.said, Face::bold(figure, Role::Ink), 0.0, width);
    }
    if !told.subject.is_empty() {
        card.add(told.subject, Face::bold(subject, Role::Ink), 0.0, width);
    }
    if !fact.is_figure && !told.is_verbatim() {
        card.add(&told.said, plain, 0.0, width);
    }
    if !told.note.is_empty() {
        card.add(told.note, plain, 0.0, width);
    }
    card.height += 4.0;
    let top = card.height;
    card.add(told.quote, plain, INDENT, width);
    card.quote = (top + 3.0, card.height);
    let tags = told.tags.iter().flat_map(|tag| [" · ", tag]);
    let foot = told.place("") + &tags.collect::<String>();
    card.height += 2.0;
    card.add(&foot, Face::plain(size.note().0, Role::Ink3), 0.0, width);
    card.height += 16.0;
    card
}

impl Card {
    /// Adds a paragraph under what is there.
    fn add(&mut self, content: &str, face: Face, x: f64, width: f64) {
        let size = face.size;
        let line = (size * 1.42).round();
        let lines = text::wrap_greedy(content, size, face.bold, width - x);
        for content in text::broken(lines, size, face.bold, width - x) {
            self.height += line;
            let baseline = self.height - (line - size) / 2.0 - size * 0.14;
            self.lines.push(Label::new(Point::new(x, baseline), content, face));
        }
    }
}
