//! What a mark or a row stands on: facts with their quotes, and the arithmetic of what we worked out.

use super::ChartContext;
use crate::dataset::{Fact, name_of};
use crate::scene::MarkKey;
use crate::word::joined;

/// A row of a chart, and the facts that it draws, its own first.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartRow {
    /// Key of the row and of its mark.
    pub key: MarkKey<'static>,
    /// Ids of the facts; none behind a sum of ours.
    pub facts: Vec<&'static str>,
}

impl ChartRow {
    pub(super) fn new(key: MarkKey<'static>, facts: &[&'static str]) -> ChartRow {
        ChartRow { key, facts: facts.to_vec() }
    }
}

/// What a chart knows of one of its marks: which facts stand behind it, by their ids.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Provenance {
    /// What is told of, where the first fact's subject does not say it.
    pub title: String,
    /// What the source leaves open about it; nothing where it leaves nothing open.
    pub remark: String,
    /// What we worked out: name and arithmetic.
    pub derivations: Vec<(String, String)>,
    /// The facts, in reading order.
    pub facts: Vec<&'static str>,
}

impl Provenance {
    /// What the row with this key stands on: its facts alone.
    pub(super) fn of_row(rows: Vec<ChartRow>, key: MarkKey<'_>) -> Option<Provenance> {
        let row = rows.into_iter().find(|row| row.key == key)?;
        Some(Provenance { facts: row.facts, ..Provenance::default() })
    }
}

/// The same for a reader: the facts as told in the context's language.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceCard {
    /// What is told of.
    pub title: String,
    /// What the source leaves open.
    pub remark: String,
    /// What we worked out: name and arithmetic.
    pub derivations: Vec<(String, String)>,
    /// The facts, in reading order.
    pub facts: Vec<CardFact>,
}

/// A fact on a card.
#[derive(Debug, Clone, PartialEq)]
pub struct CardFact {
    /// The fact's id.
    pub id: &'static str,
    /// What it is about.
    pub subject: &'static str,
    /// The figure with its unit and hedge, or the statement.
    pub said: String,
    /// Caveats in words.
    pub tags: Vec<String>,
    /// A warning, or nothing.
    pub note: &'static str,
    /// When it holds.
    pub period: String,
    /// The source's words.
    pub quote: &'static str,
    /// The paragraph they stand in; empty where the dataset names none.
    pub paragraph: String,
}

impl CardFact {
    /// Where and when, with what else is to be said beside it.
    pub fn place(&self, more: &str) -> String {
        let parts = [&*self.paragraph, &*self.period, more];
        joined(" · ", parts.into_iter().filter(|part| !part.is_empty()))
    }

    /// Whether the statement only repeats the quote, as some do in Chinese.
    pub fn is_verbatim(&self) -> bool {
        self.said.trim_end_matches('。') == self.quote
    }
}

/// The card of a mark or a row.
#[part::of(annex)]
pub fn source_card(context: &ChartContext<'_>, provenance: Provenance) -> SourceCard {
    let facts = provenance.facts.iter().filter_map(|id| context.dataset.fact(id));
    let facts: Vec<CardFact> = facts.map(|fact| describe(context, fact)).collect();
    let Provenance { mut title, remark, derivations, .. } = provenance;
    if title.is_empty() {
        title = facts.first().map_or("", |fact| fact.subject).to_owned();
    }
    SourceCard { title, remark, derivations, facts }
}

/// A fact in the context's language.
pub fn describe(context: &ChartContext<'_>, fact: &Fact) -> CardFact {
    let locale = context.locale;
    let language = locale.language;
    let said =
        locale.figure(context.dataset, fact).unwrap_or_else(|| fact.statement.get(language).to_owned());
    let names = &context.dataset.tags;
    let tags = fact.tags.iter().map(|tag| name_of(names, tag).get(language).to_owned());
    CardFact {
        id: fact.id,
        subject: fact.subject.get(language),
        said,
        tags: tags.collect(),
        note: fact.note.get(language),
        period: locale.period_of(fact),
        quote: fact.quote,
        paragraph: locale.paragraph_of(fact),
    }
}
