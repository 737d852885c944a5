//! Every fact with its quote, by topic, to be searched.

mod cards;
mod list;

pub(super) use list::fact_list;
pub use list::{CountyHit, FactEntry, FactList, Topic, topic_names};

use self::list::listing;
use super::table::{Cell, Column, Row, Table};
use super::{Brief, Chart, FilterEffect, Headline, Marker, Note, Provenance, told};
use crate::dataset::{Fact, FactValue};
use crate::locale::{Locale, fill};
use crate::quantity::whole;
use crate::scene::Scene;
use crate::word::concat;

/// The cards of the facts.
pub(super) struct Facts;

impl Chart for Facts {
    fn filter_effect(&self) -> FilterEffect {
        FilterEffect::Leaves
    }

    fn headline(&self, brief: &Brief<'_>) -> Headline {
        let words = &brief.locale.annex().facts;
        let total = whole(brief.dataset.facts.len());
        let heading = brief.tell(brief.dataset.passage("facts-heading"), &[("total", &total)]);
        if brief.is_whole() {
            let figures = brief.dataset.facts.iter().filter(|fact| fact.is_figure);
            let gaps = whole(figures.clone().filter(|fact| fact.value == FactValue::None).count());
            let figures = figures.count();
            let statements = whole(brief.dataset.facts.len() - figures);
            let values = [("figures", &*whole(figures)), ("gaps", &gaps), ("statements", &statements)];
            return Headline { heading, summary: fill(words.summary, &values), hint: words.hint };
        }
        let facts = listing(brief).facts;
        let untiered = facts.iter().filter(|fact| fact.tier.is_none()).count();
        let values =
            [("tiers", &*brief.tiers_subject()), ("n", &whole(facts.len())), ("untiered", &whole(untiered))];
        let template = if brief.tiers.is_empty() { words.part_none } else { words.part };
        Headline::new(heading, fill(template, &values))
    }

    fn draw(&self, brief: &Brief<'_>) -> Scene {
        cards::draw(brief, self.headline(brief).heading)
    }

    fn notes(&self, brief: &Brief<'_>) -> Vec<Note> {
        brief.locale.annex().facts.notes.iter().map(|text| Note::new(Marker::None, *text)).collect()
    }

    fn table(&self, brief: &Brief<'_>) -> Table {
        let words = &brief.locale.annex().facts;
        let listed = listing(brief).facts;
        let total = whole(brief.dataset.facts.len());
        let is_listed = |fact: &Fact| listed.iter().any(|other| other.id == fact.id);
        Table {
            caption: brief.tell(brief.dataset.passage("facts-caption"), &[("total", &total)]),
            columns: words.columns.iter().enumerate().map(column).collect(),
            rows: brief.dataset.facts.iter().map(|fact| row(brief, fact, is_listed(fact))).collect(),
            footer: Vec::new(),
        }
    }

    fn provenance(&self, brief: &Brief<'_>, key: &str) -> Option<Provenance> {
        let fact = brief.dataset.fact(key.strip_prefix("fact:")?)?;
        Some(Provenance::of(&[fact.id]))
    }
}

fn row(brief: &Brief<'_>, fact: &Fact, kept: bool) -> Row {
    let told = told(brief, fact);
    let topic = Locale::word(&brief.locale.annex().facts.topics, fact.topic);
    let said = if told.tags.is_empty() {
        told.said
    } else {
        let tags = crate::word::joined(brief.locale.ui.comma, told.tags.iter().map(String::as_str));
        // A tag belongs to its sentence, whose stop comes after it.
        let said = told.said.trim_end_matches(['。', '.']);
        let stop = told.said.get(said.len()..).unwrap_or_default();
        concat(&[&fill(brief.locale.annex().facts.tagged, &[("said", said), ("tags", &tags)]), stop])
    };
    let paragraph = whole(fact.paragraph as usize);
    let plain = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Plain(text.to_owned()) };
    let cells = [told.subject, &said, told.note, &told.period, topic, &paragraph].map(plain);
    let quote = Cell::Original(told.quote.to_owned());
    let cells = cells.into_iter().chain([quote, plain(fact.id)]).collect();
    Row { key: key(fact), tier: fact.tier, kept, cells }
}

/// Figures of many units and statements are in no order, nor are times in words.
fn column((index, name): (usize, &&'static str)) -> Column {
    match index {
        1 | 3 => Column::unordered(name),
        5 => Column::numbers(name, ""),
        _ => Column::words(name),
    }
}

/// `fact:total.chains`
fn key(fact: &Fact) -> String {
    concat(&["fact:", fact.id])
}
