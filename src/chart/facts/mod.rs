//! Every fact with its quote, by topic, to be searched.

part::module!(facts);

mod cards;
mod list;

pub(super) use list::fact_list;
pub use list::{CountyHit, FactEntry, FactList, Topic};

use self::list::{listing, tier_of};
use super::headline::brought;
use super::phrases::words;
use super::table::{Cell, Column, Row, Table};
use super::{CardFact, Chart, ChartContext, ChartRow, FilterEffect, Headline, Note, describe};
use crate::dataset::{Dataset, Fact, FactValue, name_of};
use crate::locale::{Locale, render};
use crate::quantity::count_text;
use crate::scene::{MarkKey, Scene};
use crate::word::{joined, text};

/// Its word in the dataset.
const WORD: &str = "facts";

/// The cards of the facts.
pub(super) struct Facts;

impl Chart for Facts {
    fn is_supported(&self, dataset: &Dataset) -> bool {
        !dataset.facts.is_empty()
    }

    fn filter_effect(&self) -> FilterEffect {
        FilterEffect::Leaves
    }

    fn headline(&self, context: &ChartContext<'_>) -> Headline {
        let words = &context.locale.annex().facts;
        let total = context.locale.count(context.dataset.facts.len());
        let heading = context.tell(context.dataset.passage("facts-heading"), &[("total", &total)]);
        if context.is_whole() {
            let figures = context.dataset.facts.iter().filter(|fact| fact.is_figure);
            let gaps =
                context.locale.count(figures.clone().filter(|fact| fact.value == FactValue::None).count());
            let figures = figures.count();
            let statements = context.locale.count(context.dataset.facts.len() - figures);
            let values =
                [("figures", &*context.locale.count(figures)), ("gaps", &gaps), ("statements", &statements)];
            let headline = Headline::new(heading, render(words.summary, &values));
            let headline = Headline { hint: words.hint, ..headline };
            return if context.dataset.is_own { brought(context, WORD, "", headline) } else { headline };
        }
        let facts = listing(context).facts;
        let untiered = facts.iter().filter(|fact| tier_of(context.dataset, fact).is_none()).count();
        let values = [
            ("tiers", &*context.tiers_subject()),
            ("n", &context.locale.count(facts.len())),
            ("untiered", &context.locale.count(untiered)),
        ];
        let template = if context.tiers.is_empty() { words.part_none } else { words.part };
        Headline::new(heading, render(template, &values))
    }

    fn draw(&self, context: &ChartContext<'_>) -> Scene {
        cards::draw(context, self.headline(context).heading)
    }

    fn notes(&self, context: &ChartContext<'_>) -> Vec<Note> {
        words(context, WORD).notes(&[])
    }

    fn table(&self, context: &ChartContext<'_>) -> Table {
        let words = &context.locale.annex().facts;
        let listed = listing(context).facts;
        let total = context.locale.count(context.dataset.facts.len());
        let is_listed = |fact: &Fact| listed.iter().any(|other| other.id == fact.id);
        Table {
            caption: context.tell(context.dataset.passage("facts-caption"), &[("total", &total)]),
            columns: words.columns.iter().enumerate().map(column).collect(),
            rows: context.dataset.facts.iter().map(|fact| row(context, fact, is_listed(fact))).collect(),
            footer: Vec::new(),
        }
    }

    fn rows(&self, context: &ChartContext<'_>) -> Vec<ChartRow> {
        let facts = context.dataset.facts.iter();
        facts.map(|fact| ChartRow::new(MarkKey::Fact(fact.id), &[fact.id])).collect()
    }
}

fn row(context: &ChartContext<'_>, fact: &Fact, kept: bool) -> Row {
    let told = describe(context, fact);
    let topic = name_of(&context.dataset.topics, fact.topic).get(context.locale.language);
    let said = tagged(context.locale, &told);
    let paragraph = if fact.paragraph == 0 { String::new() } else { count_text(fact.paragraph as usize) };
    let cells = [told.subject, &said, told.note, &told.period, topic, &paragraph].map(Cell::words);
    let quote = Cell::Original(told.quote.to_owned());
    let cells = cells.into_iter().chain([quote, Cell::words(fact.id)]).collect();
    Row { key: MarkKey::Fact(fact.id), tier: tier_of(context.dataset, fact), kept, cells }
}

/// What a fact says, with the caveats that belong to it.
pub fn tagged(locale: &Locale, told: &CardFact) -> String {
    if told.tags.is_empty() {
        return told.said.clone();
    }
    let tags = joined(locale.ui.comma, told.tags.iter().map(String::as_str));
    // A tag belongs to its sentence, whose stop comes after it.
    let said = told.said.trim_end_matches(['。', '.']);
    let stop = told.said.get(said.len()..).unwrap_or_default();
    let tagged = render(locale.annex().facts.tagged, &[("said", said), ("tags", &tags)]);
    text!("{tagged}{stop}")
}

/// Figures of many units and statements are in no order, nor are times in words.
fn column((index, name): (usize, &&'static str)) -> Column {
    match index {
        1 | 3 => Column::unordered(name),
        5 => Column::numbers(name, ""),
        _ => Column::words(name),
    }
}
